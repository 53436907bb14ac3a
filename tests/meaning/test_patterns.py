from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.meaning.pattern.compiler import MAX_GAP, Lists, PatternError, compile_pattern
from p5diff.meaning.pattern.matcher import Matcher, outermost
from p5diff.meaning.pattern.words import scan

MATCHES = [
    ("agree* to continue", "They agreed to continue.", "agreed to continue"),
    ("[the] harbour", "They left the harbour at dawn.", "the harbour"),
    ("they *ted it", "Then they counted it.", "they counted it"),
    ("(*ing|rest) early", "Rising early helps; rest early.", "Rising early"),
    ("(agree|decide) to", "We decide to go.", "decide to"),
    ("keep* ~2 lamp*", "We keep all the lamps lit.", "keep all the lamps"),
    ("by #### at the latest", "It ends by 2031 at the latest.", "by 2031 at the latest"),
    ("within # days", "They meet within 30 days of it.", "within 30 days"),
    ("^ [the] ferry", "The ferry is late.", "The ferry"),
    ("{crew} row", "All the sailors row.", "the sailors row"),
    ("Treat* held", "The treaties held.", "treaties held"),
    ("A quay", "They saw a quay.", "a quay"),
]
MISSES = [
    ("act", "The impact was small."),
    ("the *red", "The red hull."),
    ("*ing it", "The wind took it."),
    ("keep* ~2 lamp*", "We keep all the old brass lamps lit."),
    ("keep ~3 lamps", "We keep; the lamps burn."),
    ("^ ferry", "The ferry is late."),
    ("within # days", "They meet within some days."),
    ("WHO", "The man who left."),
    ("by ####", "It costs by 20."),
]
BAD = [
    ("(a+)+ b", "regular expression"),
    (r"harbour\b", "regular expression"),
    ("(agree to", "never closed"),
    ("agree) to", "closes nothing"),
    ("~3 lamp", "begins with a gap"),
    ("[~3] lamp", "begins with a gap"),
    ("([~2] the|a) lamp", "begins with a gap"),
    (f"keep ~{MAX_GAP + 1} lamp", "too wide"),
    ("[the] [lamp]", "without a single word"),
    ("{nobody} row", "no list"),
    ("a*", "nearly any word"),
    ("the *a", "nearly any word"),
    ("*ask*", "no word"),
    ("()", "empty alternative"),
    ("{loop} row", "contains itself"),
]
LISTS = {"crew": ["[the] sailor*", "[the] pilot*"], "loop": ["{loop} again"]}


@pytest.mark.parametrize(("pattern", "sentence", "quoted"), MATCHES)
def test_what_a_pattern_finds(pattern: str, sentence: str, quoted: str) -> None:
    words = scan(sentence, languages.get("en"))
    found = Matcher([(compile_pattern(pattern, languages.get("en"), Lists(LISTS)), "x")]).find(words)
    assert quoted in {sentence[m.start : m.end] for m in found}


@pytest.mark.parametrize(("pattern", "sentence"), MISSES)
def test_what_a_pattern_spares(pattern: str, sentence: str) -> None:
    assert not Matcher([(compile_pattern(pattern, languages.get("en")), "x")]).find(
        scan(sentence, languages.get("en"))
    )


@pytest.mark.parametrize(("pattern", "problem"), BAD)
def test_a_bad_pattern_is_refused_with_a_remedy(pattern: str, problem: str) -> None:
    with pytest.raises(PatternError, match=problem) as error:
        compile_pattern(pattern, languages.get("en"), Lists(LISTS))
    assert error.value.remedy


def test_brackets_too_deep_and_patterns_too_large_are_refused() -> None:
    with pytest.raises(PatternError, match="deep"):
        compile_pattern("(" * 20 + "a" + ")" * 20, languages.get("en"))
    with pytest.raises(PatternError, match="large"):
        compile_pattern(" ".join(["word"] * 5000), languages.get("en"))


_WORD = st.sampled_from(["we", "will", "keep", "the", "lamp", ",", ";", "lamps", "30"])
_PATTERNS = [p for p, _, _ in MATCHES] + ["we ~3 lamp", "(we|the) [will] keep*", "will [~2] lamps"]


@given(st.lists(_WORD, max_size=25))
def test_outermost_keeps_no_match_inside_a_longer_one(sentence: list[str]) -> None:
    """Law: of what is kept, none lies inside another; what is left out lies inside something kept."""
    words = scan(" ".join(sentence), languages.get("en"))
    found = Matcher((compile_pattern(p, languages.get("en"), Lists(LISTS)), p) for p in _PATTERNS).find(words)
    kept = outermost(found)
    spans = {(m.first, m.last) for m in kept}
    assert not any(a != b and b[0] <= a[0] and a[1] <= b[1] for a in spans for b in spans)
    assert all(any(b[0] <= m.first and m.last <= b[1] for b in spans) for m in found)
