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


AROUND = (
    ("The envoys met in Tallinn on Monday.", "On Monday there was a meeting of envoys at Tallinn."),
    (
        "They opened the archive of the old observatory.",
        "The old observatory's archive was made public by them.",
    ),
    ("Two glaciers lost a tenth of their mass.", "A tenth of the mass of two glaciers is gone."),
    ("Farmers asked for cheaper seed.", "It was cheaper seed that the farmers wanted."),
    ("The ferry company raised its fares.", "Higher fares were announced by the ferry company."),
    ("A museum of radio opened in spring.", "In spring, radio was given a museum."),
    ("Nurses from nine regions signed the petition.", "The petition bears names of nurses of nine regions."),
)
BEHIND = (
    ("The bakers of the port closed early.", "Bakers at the port shut before noon."),
    ("Snow kept the pass shut until June.", "Until June the pass was blocked by snow."),
    ("A choir sang for the pilgrims.", "The pilgrims were greeted by a choir."),
    ("Divers found the bell of the frigate.", "The frigate's bell was recovered by divers."),
    ("Schools taught the new alphabet.", "The new alphabet came into schools."),
    ("The mill was sold to its weavers.", "Its weavers bought the mill."),
    ("Bees returned to the orchards.", "The orchards have bees again."),
)
REWORDED = (
    "It is by all of this that they who preach in the valleys are to be fed.",
    "This is how those who teach are to be kept alive by it.",
)


def _between(one: str, other: str) -> tuple[list[str], list[str]]:
    """Two texts that are reworded throughout, with two more sentences in the middle."""
    pairs = [*AROUND, (one, other), *BEHIND]
    return [a for a, _ in pairs], [b for _, b in pairs]


def test_a_steady_place_needs_no_word_in_common() -> None:
    """Reworded from end to end between linked ones: they have the small words and their order in common."""
    before, after = _between(*REWORDED)
    middle = len(AROUND)
    assert (middle, middle) in align_sentences(before, after, language="en")
    few = slice(middle - 1, middle + 2)
    assert (1, 1) not in align_sentences(before[few], after[few], language="en")
    kept = [*before[:middle], after[middle], *before[middle + 1 :]]
    assert (middle, middle) not in align_sentences(before, kept, language="en")


@pytest.mark.parametrize(
    "other",
    [
        "Seven painters won grants.",
        "We shall go by boat when there is ice on the lake.",
        "Copper fell to half of its price.",
        "The price of copper fell, and with it that of tin.",
        "No ship may leave the harbour before the pilot has come on board.",
    ],
)
def test_another_sentence_in_a_steady_place_is_new(other: str) -> None:
    before, after = _between(REWORDED[0], other)
    few = slice(len(AROUND) - 1, len(AROUND) + 2)
    assert (1, 1) not in align_sentences(before[few], after[few], language="en")
    middle = len(AROUND)
    assert (middle, middle) not in align_sentences(before, after, language="en")


def test_the_page_names_every_setting_with_its_default() -> None:
    page = (ROOT / "docs/alignment.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"\| `(\w+)` \| `Settings` \| [^|]+ \| ([\d.,]+) \|", page))
    assert {name: float(value.replace(",", "")) for name, value in rows.items()} == {
        name: float(value) for name, value in DEFAULT.as_items()
    }
    assert Settings() == DEFAULT
