"""The automaton finds what trying every node at every word finds, however it was built.

What is generated comes from the node types of the grammar themselves: a new one without a
strategy and a meaning here fails the first test.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.meaning.pattern import automaton
from p5diff.meaning.pattern.compiler import Lists, PatternError, compile_pattern
from p5diff.meaning.pattern.guards import Around, Guards, GuardSet
from p5diff.meaning.pattern.matcher import Matcher
from p5diff.meaning.pattern.patterns import Alternatives, Literal, Node, Number, Pattern, Start, WordGap
from p5diff.meaning.pattern.words import WordForm, scan
from tests.cases import cases

_LISTS = {"crew": ["sailor*", "[the] pilot", "keep ~2 lamp"]}
_WORDS = "we keep lamp lamps the WHO who 7 2031 sailors pilot and ; ,".split()
_SENTENCE = st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)


def _choices(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    sequence = st.lists(inner, min_size=1, max_size=4).map(" ".join)
    return st.one_of(
        st.just("{crew}"),
        sequence.map(lambda one: f"[{one}]"),
        st.lists(sequence, min_size=2, max_size=3).map(lambda options: f"({'|'.join(options)})"),
    )


_PLAIN: dict[type, st.SearchStrategy[str]] = {
    Literal: st.sampled_from(["we", "keep", "the", "and", "WHO", "lamp*", "sa*", "*mps", "*ot", "*ilors"]),
    Number: st.sampled_from(["#", "####"]),
    WordGap: st.sampled_from(["~1", "~3"]),
}
_WRITTEN: dict[type, st.SearchStrategy[str]] = {
    **_PLAIN,
    Alternatives: st.recursive(st.one_of(*_PLAIN.values()), _choices, max_leaves=6),
    Start: st.just("^"),
}
_INNER = st.one_of(*(strategy for kind, strategy in _WRITTEN.items() if kind is not Start))
_PATTERN = st.tuples(
    st.one_of(st.just(""), _WRITTEN[Start].map(lambda sign: f"{sign} ")),
    st.lists(_INNER, min_size=1, max_size=4).map(" ".join),
).map("".join)


def test_every_node_of_the_grammar_is_generated_and_has_a_meaning_here() -> None:
    assert set(_WRITTEN) == set(get_args(Node))


def _ends(nodes: Sequence[Node], words: Sequence[WordForm], at: int) -> Iterator[int]:
    """Where matches of the nodes from word `at` end: the meaning of each node, tried in full."""
    if not nodes:
        yield at
        return
    node, rest = nodes[0], nodes[1:]
    if isinstance(node, Alternatives):
        for option in node.options:
            yield from _ends((*option, *rest), words, at)
    elif isinstance(node, WordGap):
        reached = at
        yield from _ends(rest, words, reached)
        while reached < min(at + node.most, len(words)) and not words[reached].breaks:
            reached += 1
            yield from _ends(rest, words, reached)
    elif isinstance(node, Start):
        if at == 0:
            yield from _ends(rest, words, at)
    elif at < len(words) and _same(node, words[at]):
        yield from _ends(rest, words, at + 1)


def _same(node: Literal | Number, word: WordForm) -> bool:
    if isinstance(node, Number):
        digits = word.keys[-1]
        return digits in {"2031"} if node.year else digits[0].isdigit()
    if node.prefix:
        return any(key.startswith(node.key) for key in word.keys)
    if node.suffix:
        return any(key.endswith(node.key) and key != node.key for key in word.keys)
    return node.key in word.keys and (word.capitals or not node.capitals)


def _compiled(patterns: list[str]) -> list[Pattern]:
    lists = Lists(_LISTS)
    compiled = []
    for written in patterns:
        try:
            compiled.append(compile_pattern(written, languages.get("en"), lists))
        except PatternError:
            continue
    assume(compiled)
    return compiled


def _found_and_tried(patterns: list[str], sentences: list[str]) -> tuple[list[object], list[object]]:
    compiled = _compiled(patterns)
    matcher = Matcher((pattern, number) for number, pattern in enumerate(compiled))
    found: list[object] = []
    tried: list[object] = []
    for sentence in sentences:
        words = scan(sentence, languages.get("en"))
        found.append([(m.first, m.item, m.last) for m in matcher.find(words)])
        tried.append(
            [
                (start, number, end)
                for start in range(len(words))
                for number, pattern in enumerate(compiled)
                if (end := max(_ends(pattern.nodes, words.forms, start), default=0)) > start
            ]
        )
    return found, tried


@given(st.lists(_PATTERN, min_size=1, max_size=6), st.lists(_SENTENCE, min_size=1, max_size=4))
@cases(300)
def test_the_walk_finds_what_trying_everything_finds(patterns: list[str], sentences: list[str]) -> None:
    """Law: every longest match at every place, by place, then in the order of the patterns; and
    what earlier sentences taught the automaton changes nothing."""
    found, tried = _found_and_tried(patterns, sentences)
    assert found == tried


@given(st.lists(_PATTERN, min_size=1, max_size=6), st.lists(_SENTENCE, min_size=1, max_size=4))
@cases(100)
def test_forgetting_steps_changes_nothing(patterns: list[str], sentences: list[str]) -> None:
    """Law: the bound on remembered steps bounds memory, never what is found."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(automaton, "_MOST_STEPS", 2)
        found, tried = _found_and_tried(patterns, sentences)
    assert found == tried


@given(st.lists(_PATTERN, min_size=1, max_size=6), _SENTENCE)
@cases(200)
def test_guards_see_what_begins_ends_and_stands_around_a_word(patterns: list[str], sentence: str) -> None:
    """Law: a guard holds at a word if, and only if, one of its matches begins or ends there."""
    compiled = _compiled(patterns)
    words = scan(sentence, languages.get("en"))
    guards = Guards(compiled)
    around = guards.around(words)
    every = []
    for pattern in compiled:
        spans = {
            (start, end)
            for start in range(len(words))
            for end in _ends(pattern.nodes, words.forms, start)
            if end > start
        }
        every.append(spans)
        _around_as_tried(around, guards.together([pattern]), spans, len(words))
    _around_as_tried(around, guards.together(compiled), set().union(*every), len(words))
    _around_as_tried(around, guards.together([]), set(), len(words))


def _around_as_tried(around: Around, guards: GuardSet, spans: set[tuple[int, int]], size: int) -> None:
    for at in range(size + 1):
        assert around.begins(guards, at) == any(start == at for start, _ in spans)
        assert around.ends(guards, at) == any(end == at for _, end in spans)
        assert around.stands_before(guards, at) == any(start <= at for start, _ in spans)


def test_hostile_repetition_costs_steps_in_proportion() -> None:
    """Law: work grows with the text, not with its square. Counted in steps, not seconds."""

    def steps(count: int) -> int:
        words = scan("we the lamp will , " * count, languages.get("en"))
        pattern = compile_pattern("(we|the|lamp) ~6 (we|the) ~6 (lamp|keep) ~6 never", languages.get("en"))
        seen = 0

        def counting(state: automaton.MatchState, form: WordForm) -> automaton.MatchState | None:
            nonlocal seen
            seen += 1
            return dict.__getitem__(state, form)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(automaton.MatchState, "__getitem__", counting)
            Matcher([(pattern, "x")]).find(words)
        return seen

    assert 0 < steps(200) <= 2.2 * steps(100)
