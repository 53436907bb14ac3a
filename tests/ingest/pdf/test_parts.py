"""The steps of reading a PDF, one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.ingest.readers.pdf.bidi import drawn, logical
from p5diff.ingest.readers.pdf.furniture import split_furniture
from p5diff.ingest.readers.pdf.glyphs import Glyph, plain
from p5diff.ingest.readers.pdf.joining import Joiner
from p5diff.ingest.readers.pdf.lines import PageLine, measured
from p5diff.ingest.readers.pdf.spelling import spell
from p5diff.ingest.readers.pdf.strokes import find_strokes, without_strokes


def shown(text: str) -> list[str]:
    """How a page shows a right-to-left line of words, numbers and spaces: the numbers keep their way."""
    words = [word if word.isascii() else word[::-1] for word in text.split(" ")]
    return list(" ".join(reversed(words)))


ARABIC = st.text("ابتثجحخدذرسعغفقكلمن", min_size=1, max_size=6)


@given(st.lists(st.one_of(ARABIC, st.integers(0, 99999).map(str)), min_size=1, max_size=8).map(" ".join))
def test_a_line_of_words_and_numbers_is_read_back(text: str) -> None:
    """Arabic in logical order."""
    assert logical(shown(text)) == text


@pytest.mark.parametrize(
    ("visual", "text"),
    [
        ("ةقيثولا .1", "1. الوثيقة"),
        (".2029 ماع يف", "في عام 2029."),
        ("LHC/2031/17 ةقيثولا", "الوثيقة LHC/2031/17"),
        ("ويام 9-7", "7-9 مايو"),
        # a unit is read after its number, with what is raised at it; another Latin word before it
        (".km² 48 ةحاسم", "مساحة 48 km²."),
        ("km\ufdd4 48 ةحاسم", "مساحة 48 km\ufdd4"),
        ("MW 1200 ةردق", "قدرة 1200 MW"),
        ("RC 48 ةقيثو", "وثيقة RC 48"),
        ("CO₂ زاغ", "غاز CO₂"),
    ],
)
def test_numbers_and_symbols_at_edges(visual: str, text: str) -> None:
    assert logical(list(visual)) == text


def test_a_ligature_keeps_its_letters_in_order() -> None:
    assert logical(["ة", "لا", "م"]) == "ملاة"


@pytest.mark.parametrize(
    ("named", "looks"),
    [
        ("ج )ب( ا", "ج (ب) ا"),
        (")EU) ا", "(EU) ا"),
        ("صن (1", "صن (1"),
        ("صن )1", "صن (1"),
        (".((ا( 4 ب(", ".((ا) 4 ب)"),
        ("word(s) ا", "word(s) ا"),
        ("[ا( ب]", "[ا) ب]"),
        ("[ج][ب] ا", "[ج][ب] ا"),
        ("«ج»«ب»«ا»", "«ج»«ب»«ا»"),
    ],
)
def test_brackets_are_named_after_their_look_each_by_itself(named: str, looks: str) -> None:
    assert "".join(drawn(list(named))) == looks


@pytest.mark.parametrize(
    "text", ["الدول (جميعها) والوكالة", "(ا) أن", "انظر الفقرة 4 (أ)", "الاتحاد (EU) هنا"]
)
@pytest.mark.parametrize("naming", ["look", "sense"])
def test_brackets_come_out_whatever_they_are_called(text: str, naming: str) -> None:
    visual = shown(text)
    if naming == "look":
        visual = [c.translate(str.maketrans("()", ")(")) for c in visual]
    assert logical(visual) == text


def test_printers_forms_become_letters() -> None:
    assert "".join(map(plain, "ﬁﬂﻻﻣ⽤")) == "fiflلام用"


def test_strokes_inside_arabic_words_are_dropped_whatever_they_are_called() -> None:
    texts = ["الم)رور والس)نة كم))ا", "تف)تيش مص)باح", "المادة (1) منه"]
    strokes = find_strokes(texts)
    assert strokes == {")"}
    assert [without_strokes(text, strokes)[0] for text in texts] == [
        "المرور والسنة كما",
        "تفتيش مصباح",
        "المادة (1) منه",
    ]


def test_one_odd_character_is_no_stroke() -> None:
    assert find_strokes(["الفقرتان 1و2"]) == frozenset()
    assert without_strokes("كتـــاب", frozenset()) == ("كتاب", 0)
    # at the end of a word too, but for a letter that stands alone: the era
    assert without_strokes("بيانـ مشتركـ، عام 1445 هـ", frozenset()) == ("بيان مشترك، عام 1445 هـ", 0)


LINES = [
    "the responsi-",
    "bilities and the co-operation of non-",
    "members in the long-",
    "term documenta-",
    "tion",
]


def test_the_document_itself_bears_witness_on_hyphens() -> None:
    joiner = Joiner.of(["a long-term plan", *LINES], languages.get("en"))
    assert (
        joiner.join(LINES)
        == "the responsibilities and the co-operation of non-members in the long-term documentation"
    )


def test_soft_hyphens_always_go() -> None:
    joiner = Joiner.of(["dis\u00ad", "armament"], languages.get("en"))
    assert joiner.join(["dis\u00ad", "armament"]) == "disarmament"


def test_chinese_lines_join_without_a_space() -> None:
    assert (
        Joiner.of(["五国重申", "其承诺。"], languages.get("zh")).join(["五国重申", "其承诺。"])
        == "五国重申其承诺。"
    )


@given(
    st.lists(st.text("ab中é. ", min_size=1, max_size=8).map(str.strip).filter(bool), min_size=1, max_size=5)
)
def test_joining_loses_no_character(lines: list[str]) -> None:
    joined = Joiner.of(lines, languages.get("en")).join(lines)
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", "".join(lines))


def line(text: str, *, y: float, page: int, x: float = 72.0) -> PageLine:
    glyphs = [Glyph(char, x + 5 * n, x + 5 * n + 5, y, 10.0, False) for n, char in enumerate(text)]
    made = measured(PageLine([glyphs], page))
    spell(made, after_arabic=False)
    return made


def furniture(*pages: list[PageLine]) -> list[list[str]]:
    _, away = split_furniture(list(pages), [800.0] * len(pages))
    return [sorted(row.text for row, _ in aside.rows) for aside in away]


def test_what_repeats_at_the_edges_is_furniture() -> None:
    pages = [
        [
            line("LHC/2031/17", y=780, page=n),
            line(f"Page text {n}", y=400, page=n),
            line(f"{n}/3", y=20, page=n),
        ]
        for n in (1, 2, 3)
    ]
    assert furniture(*pages) == [["1/3", "LHC/2031/17"], ["2/3", "LHC/2031/17"], ["3/3", "LHC/2031/17"]]


def test_numbered_headings_at_the_same_height_are_no_running_heads() -> None:
    pages = [
        [line(f"Article {a}", y=780, page=n), line("Its text", y=400, page=n)]
        for n, a in ((1, 4), (2, 11), (3, 19))
    ]
    assert furniture(*pages) == [[], [], []]


def test_a_running_head_that_counts_pages_is_furniture() -> None:
    pages = [
        [line(f"Report, page {n}", y=780, page=n), line("What the page says", y=400, page=n)] for n in (1, 2)
    ]
    assert furniture(*pages) == [["Report, page 1"], ["Report, page 2"]]


def test_what_repeats_in_the_middle_is_text() -> None:
    assert furniture(*([line("The same", y=400, page=n)] for n in (1, 2))) == [[], []]
