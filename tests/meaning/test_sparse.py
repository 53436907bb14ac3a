"""Patterns that are compiled when a text needs them find what they find compiled at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from p5diff import language as languages
from p5diff.language import LANGUAGES
from p5diff.meaning.pattern.compiler import compile_pattern
from p5diff.meaning.pattern.matcher import Matcher
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.pattern.sparse import SparseMatcher
from p5diff.meaning.pattern.words import scan
from p5diff.meaning.rules.load import load_rules
from p5diff.meaning.rules.source import Problems
from p5diff.meaning.rules.topicfile import compile_terms, term_matcher

SENTENCES = [
    json.loads(line)
    for line in (Path(__file__).parent / "topics_invented.jsonl").read_text("utf-8").splitlines()
]


def sparse(written: list[str], language: str, read: list[str] | None = None) -> SparseMatcher[str]:
    """A matcher of patterns that stand for themselves; `read` notes each that is compiled."""
    of = languages.get(language)

    def compiled(item: str) -> Pattern:
        if read is not None:
            read.append(item)
        return compile_pattern(item, of)

    return SparseMatcher([(item, item) for item in written], of, compiled)


@pytest.mark.parametrize("language", LANGUAGES)
def test_topics_are_found_as_when_all_patterns_are_compiled_at_once(language: str) -> None:
    of = languages.get(language)
    rules = load_rules()
    at_once = Matcher(compile_terms(rules.topics, of, Problems()))
    when_met = term_matcher(rules.topics, of)
    texts = [row["text"] for row in SENTENCES if row["language"] == language]
    assert len(texts) > 10
    for text in [*texts, *map(str.upper, texts), "", "7 9", " ".join(texts)]:
        words = scan(text, of)
        assert when_met.find(words) == at_once.find(words)


@pytest.mark.parametrize(
    ("language", "written", "text"),
    [
        ("en", "(Treaty|treaties) on mines", "the treaties on mines"),
        ("en", "[chemical] weapon*", "weapons of war"),
        ("en", "non-proliferation", "nuclear non proliferation"),
        ("en", "WHO", "what the WHO said"),
        ("en", "pan", "a pan of rice"),
        ("en", "panorama of peace", "a panorama of peace"),
        ("fr", "État du pavillon", "l'Etat du pavillon"),
        ("fr", "été", "pendant l’ÉTÉ"),
        ("fr", "l'eau potable", "de l'eau potable"),
        ("ru", "ёж*", "колючие ЕЖИ"),
        ("es", "año*", "los años"),
        ("zh", "维和", "聯合國維和部队"),
        ("zh", "(裁减|削减) ~4 武器", "削减了一些武器"),
        ("ar", "هدنة", "وبالهدنة"),
        ("ar", "سلامة", "للسلامة"),
    ],
)
def test_a_pattern_is_found_whatever_it_begins_with(language: str, written: str, text: str) -> None:
    of = languages.get(language)
    words = scan(text, of)
    found = sparse([written], language).find(words)
    assert found == Matcher([(compile_pattern(written, of), written)]).find(words)
    assert found


def test_only_patterns_that_may_begin_with_a_word_of_the_text_are_compiled() -> None:
    read: list[str] = []
    matcher = sparse(["measles", "wheat bread", "midwi*", "(whaling|wheel) ban", "mid"], "en", read)
    assert read == []
    assert [m.item for m in matcher.find(scan("Midwives met.", languages.get("en")))] == ["midwi*"]
    assert sorted(read) == ["mid", "midwi*"], "`mid` stands under a beginning of the word"
    matcher.find(scan("Midwives met.", languages.get("en")))
    assert len(read) == 2, "what was compiled once is kept"


def test_the_longest_match_of_a_pattern_with_two_beginnings_counts_once() -> None:
    matcher = sparse(["(هدنة|بهدنة) [طويلة]"], "ar")
    found = matcher.find(scan("بهدنة طويلة", languages.get("ar")))
    assert [(m.first, m.last) for m in found] == [(0, 2)]


def test_a_text_that_needs_a_pattern_with_a_mistake_finds_the_others() -> None:
    of = languages.get("en")
    matcher = SparseMatcher(
        [("peace", "bad"), ("peace talks", "good")],
        of,
        lambda item: None if item == "bad" else compile_pattern("peace talks", of),
    )
    assert [m.item for m in matcher.find(scan("the peace talks", of))] == ["good"]
