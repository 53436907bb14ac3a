"""A link rests on words that say something."""

from __future__ import annotations

import re

import pytest

from p5diff import language as languages
from p5diff.align import Link, align_sentences
from p5diff.align.passes.ground import grounded
from p5diff.align.settings import DEFAULT, Settings
from p5diff.align.units.hints import Hints
from p5diff.align.units.lexicon import reader_for
from p5diff.align.units.texts import describe, read
from tests.conftest import ROOT

SAME = "They agreed to consider a treaty on testing."


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("They thanked France.", "They will meet again.", "en"),
        ("Мы благодарим Францию.", "Мы встретимся вновь в Женеве.", "ru"),
        ("五常感谢法国。", "会议将于明年举行。", "zh"),
        ("Ils remercient la France.", "Ils se réuniront de nouveau.", "fr"),
    ],
)
def test_place_and_function_words_make_no_pair(before: str, after: str, language: str) -> None:
    links = align_sentences([SAME, before], [SAME, after], language=language)
    assert list(links) == [(0, 0)]


def test_a_reworded_sentence_is_still_found() -> None:
    links = align_sentences(
        [SAME, "They thanked France for its hospitality."],
        [SAME, "They expressed gratitude to France for the hospitality shown."],
        language="en",
    )
    assert list(links) == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("ours", "theirs", "kept"),
    [({"health"}, {"space"}, False), ({"health"}, {"health", "space"}, True), ({"health"}, set(), True)],
)
def test_where_topics_differ_a_link_needs_more_words(ours: set[str], theirs: set[str], kept: bool) -> None:
    before, after = ["Hospitals share early warnings."], ["Satellites send early pictures."]
    texts = read(before, after, reader_for(languages.get("unknown")))
    describe(texts)
    hints = Hints(topics=([frozenset(ours)], [frozenset(theirs)]))
    links = [Link(0, 0, 0.6, "wording")]
    assert grounded(texts, links, 0.15, hints) == (links if kept else [])


def test_the_page_names_every_setting_with_its_default() -> None:
    page = (ROOT / "docs/alignment.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"\| `(\w+)` \| `Settings` \| [^|]+ \| ([\d.,]+) \|", page))
    assert {name: float(value.replace(",", "")) for name, value in rows.items()} == {
        name: float(value) for name, value in DEFAULT.as_items()
    }
    assert Settings() == DEFAULT
