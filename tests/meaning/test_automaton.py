"""The automaton finds what matching each pattern at each place finds, however it was built."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from p5diff.meaning.pattern import automaton
from p5diff.meaning.pattern.compiler import Lists, PatternError, compile_pattern
from p5diff.meaning.pattern.matcher import Matcher
from p5diff.meaning.pattern.words import scan

_LISTS = {"crew": ["sailor*", "[the] pilot", "keep ~2 lamp"]}
_ATOM = st.sampled_from(["we", "keep", "lamp*", "the", "WHO", "#", "####", "~1", "~3", "{crew}", "and"])
_SEQUENCE = st.lists(_ATOM, min_size=1, max_size=4).map(" ".join)
_PART = st.one_of(
    _ATOM,
    _SEQUENCE.map(lambda inner: f"[{inner}]"),
    st.lists(_SEQUENCE, min_size=2, max_size=3).map(lambda options: f"({'|'.join(options)})"),
)
_PATTERN = st.tuples(st.sampled_from(["", "^ "]), st.lists(_PART, min_size=1, max_size=4).map(" ".join)).map(
    "".join
)
_WORDS = "we keep lamp lamps the WHO who 7 2031 sailors pilot and ; ,".split()
_SENTENCE = st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)


def _found_and_tried(patterns: list[str], sentences: list[str]) -> tuple[list[object], list[object]]:
    lists = Lists(_LISTS)
    compiled = []
    for written in patterns:
        try:
            compiled.append(compile_pattern(written, "en", lists))
        except PatternError:
            continue
    assume(compiled)
    matcher = Matcher((pattern, number) for number, pattern in enumerate(compiled))
    found: list[object] = []
    tried: list[object] = []
    for sentence in sentences:
        words = scan(sentence, "en")
        found.append([(m.first, m.item, m.last) for m in matcher.find(words)])
        tried.append(
            [
                (start, number, end)
                for start in range(len(words))
                for number, pattern in enumerate(compiled)
                if (end := pattern.end_at(words, start)) is not None and end > start
            ]
        )
    return found, tried


@given(st.lists(_PATTERN, min_size=1, max_size=6), st.lists(_SENTENCE, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_the_walk_finds_what_trying_everything_finds(patterns: list[str], sentences: list[str]) -> None:
    """Law: every longest match at every place, by place, then in the order of the patterns; and
    what earlier sentences taught the automaton changes nothing."""
    found, tried = _found_and_tried(patterns, sentences)
    assert found == tried


@given(st.lists(_PATTERN, min_size=1, max_size=6), st.lists(_SENTENCE, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_forgetting_steps_changes_nothing(patterns: list[str], sentences: list[str]) -> None:
    """Law: the bound on remembered steps bounds memory, never what is found."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(automaton, "_MOST_STEPS", 2)
        found, tried = _found_and_tried(patterns, sentences)
    assert found == tried
