"""What pages of resolutions, reports and drafts do, set again with words of our own, page turns included."""
# ruff: noqa: E501  (pages are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.ingest.layout.masthead import masthead
from p5diff.model.setaside import SetAsideReason as Reason
from p5diff.model.source import BlockKind, RawText
from tests.ingest.blocks import rows_of
from tests.ingest.pdf.test_shapes import aside, drawn, kerned, printed, read, texts, two_pages

pytest.importorskip("pypdfium2")

FULL = "of the harbour shall be lit in each night of the year by the keeper or a helper"
"""A line that fills the measure of these pages at 11 points (about 370 points)."""
Piece = tuple[float, float, float, str]


def lines(top: float, *texts: str, left: float = 72, size: float = 11, pitch: float = 14) -> list[Piece]:
    return [(left, top - pitch * n, size, text) for n, text in enumerate(texts)]


# --- spaces beside signs


@pytest.mark.parametrize("label", ["1.", "(a)", "iv)"])
def test_a_gap_before_a_quotation_mark_is_a_space(label: str) -> None:
    text = f"<p><span style='display:inline-block;width:3em'>{label}</span>“Lamp” means a lamp of the harbour.</p>"
    assert texts(read(printed(text)))[0] == f"{label} “Lamp” means a lamp of the harbour."


def test_a_gap_after_an_apostrophe_is_a_space() -> None:
    text = "<p>The keepers’<span style='display:inline-block;width:.5em'></span>report was read.</p>"
    assert texts(read(printed(text)))[0] == "The keepers’ report was read."


def test_a_gap_beside_han_is_none() -> None:
    text = "<p style='font-family:Noto Serif CJK SC'>各方<span style='display:inline-block;width:.5em'></span>“灯塔”会议。</p>"
    assert texts(read(printed(text, language="zh")))[0] == "各方“灯塔”会议。"


@pytest.mark.parametrize("sign", [",", ".", ";", ":", "\\)"])
def test_a_sign_that_is_kerned_away_from_its_word_stands_against_it(sign: str) -> None:
    found = kerned(f"(The lamps were cleaned) -170 ({sign} and then lit by the keepers) ")[0]
    assert found == f"The lamps were cleaned{sign.strip(chr(92))} and then lit by the keepers"


def test_a_hyphen_that_is_kerned_away_belongs_to_its_word() -> None:
    assert (
        kerned("(The tools of area) -170 (-based work were seen) ")[0]
        == "The tools of area-based work were seen"
    )


def test_french_keeps_its_thin_space_before_a_semicolon_and_loses_that_before_a_comma() -> None:
    french = "Les lampes du port sont dans la tour et les gardiens sont avec nous pour les voir."
    pieces = "(Les lampes du port) -170 (; les gardiens de la tour) -170 (, et les autres.) "
    assert kerned(pieces, french)[0] == "Les lampes du port ; les gardiens de la tour, et les autres."


# --- lines


def test_a_line_that_is_stretched_to_its_measure_is_one() -> None:
    stretched = [(72, 686, 11, "keepers LC/12,"), (225, 686, 11, "LC/13,"), (412, 686, 11, "LC/14")]
    page = [*lines(714, FULL, FULL), *stretched, *lines(672, FULL, "and the end.")]
    assert texts(read(drawn(*page))) == [f"{FULL} {FULL} keepers LC/12, LC/13, LC/14 {FULL} and the end."]


def test_two_signatures_of_one_line_are_two() -> None:
    page = [
        *lines(700, FULL, "so they agreed."),
        (72, 640, 11, "For the Lakes"),
        (360, 640, 11, "For the Isles"),
    ]
    assert texts(read(drawn(*page)))[1:] == ["For the Lakes", "For the Isles"]


@pytest.mark.parametrize("word", ["Annex", "APPENDIX"])
def test_the_word_annex_on_a_line_of_its_own_is_a_title_of_its_own(word: str) -> None:
    body = f"<h2 style='font-size:13pt;margin:0'>{word}<br>Terms of the keepers of the lamps</h2><p>They are kept.</p>"
    assert texts(read(printed(body)))[:2] == [word, "Terms of the keepers of the lamps"]


@pytest.mark.parametrize("label", ["(ALL){}.", "A-{}.", "R.{}"])
def test_a_label_of_the_documents_own_begins_a_paragraph_at_the_top_of_a_page(label: str) -> None:
    first = [
        piece
        for n in range(1, 5)
        for piece in lines(740 - 50 * n, f"{label.format(n)} The lamps {FULL[:60]}", f"{FULL} has.")
    ]
    first[-1] = (*first[-1][:3], f"{FULL} x.")
    raw = read(two_pages(first, lines(740, f"{label.format(5)} The oil {FULL[:60]}", "as before.")))
    assert texts(raw)[-1].startswith(label.format(5))
    assert len(texts(raw)) == 5


def test_a_year_at_the_top_of_a_page_is_no_label() -> None:
    first = [
        piece
        for n in range(1, 5)
        for piece in lines(740 - 50 * n, f"{n + 2030}. The lamps {FULL[:60]}", FULL)
    ]
    raw = read(two_pages(first, lines(740, "2035 was a good year for them, as the keepers say.")))
    assert texts(raw)[-1].endswith(f"{FULL} 2035 was a good year for them, as the keepers say.")


# --- letterheads


def test_the_letter_of_a_series_stands_before_the_name_of_the_organisation() -> None:
    head = [(72, 780, 14, "HARBOUR"), (522, 780, 14, "C"), (72, 762, 14, "CONFERENCE")]
    page = [
        *head,
        (396, 700, 11, "HC/RES/7"),
        (396, 690, 11, "17 August 2031"),
        *lines(600, FULL, FULL, "agreed."),
    ]
    assert texts(read(drawn(*page)))[:5] == ["C", "HARBOUR", "CONFERENCE", "HC/RES/7", "17 August 2031"]


def test_the_letter_of_a_series_is_of_the_head_beside_proof_alone() -> None:
    assert masthead(["A", "United Nations", "A/RES/90/7", "They met."]) == {0, 1, 2}
    assert masthead(["A", "They met.", "B"]) == frozenset()


def test_a_day_at_the_head_of_one_page_is_text_and_one_on_each_page_is_not() -> None:
    body = lines(640, FULL, FULL, "agreed.")
    assert texts(read(two_pages([(72, 780, 11, "04/05/31"), *body], body)))[0] == "04/05/31"
    raw = read(two_pages([(72, 780, 11, "04/05/31"), *body], [(72, 780, 11, "04/05/31"), *body]))
    assert aside(raw, Reason.DOCUMENT_CODE) == ["04/05/31"] * 2


def test_type_too_small_to_be_read_is_hidden_text() -> None:
    raw = read(drawn((300, 690, 1, "A"), *lines(700, FULL, FULL, "agreed.")))
    assert aside(raw, Reason.HIDDEN) == ["A"]
    assert texts(raw) == [f"{FULL} {FULL} agreed."]


def test_dashes_at_the_end_are_a_rule() -> None:
    raw = read(drawn(*lines(700, FULL, FULL, "agreed."), (280, 600, 11, "-----")))
    assert aside(raw, Reason.RULE) == ["-----"]


# --- tables and heads over pages


TABLE = [
    ("HC/2031/1", "Agenda of the Conference"),
    ("HC/2031/2", "Report of the keepers of the lamps"),
    ("HC/2031/3", "Programme of work"),
    ("HC/2031/4", "List of those who took part"),
]


def table(top: float, cells: list[tuple[str, str]]) -> list[Piece]:
    return [piece for n, row in enumerate(cells) for piece in ((72, top - 20 * n, 11, row[0]), (220, top - 20 * n, 11, row[1]))]  # fmt: skip


@pytest.mark.parametrize("pages", [2, 5])
def test_a_row_of_a_table_at_the_top_of_a_page_is_no_head(pages: int) -> None:
    body = [
        table(790, [(f"HC/2031/{10 * page + n}", f"Paper {n} of part {page}") for n in range(1, 5)])
        for page in range(pages)
    ]
    raw = read(two_pages(*body))
    assert rows_of(raw) == [
        f"HC/2031/{10 * page + n} | Paper {n} of part {page}" for page in range(pages) for n in range(1, 5)
    ]


def test_a_row_goes_on_over_the_page() -> None:
    first = table(200, TABLE)
    second = [
        *lines(790, "and of the pilots", "who serve with them", left=220),
        *table(740, [("HC/2031/5", "Budget")]),
    ]
    raw = read(two_pages([*lines(700, FULL, "these are the papers:"), *first], second))
    assert rows_of(raw)[-2:] == [
        "HC/2031/4 | List of those who took part and of the pilots who serve with them",
        "HC/2031/5 | Budget",
    ]


def test_cells_that_both_go_on_over_the_page_stay_in_their_row() -> None:
    first = [*table(200, TABLE[:3]), (72, 140, 11, "the lamps of"), (220, 140, 11, "they are lit by")]
    second = [(72, 790, 11, "the pier"), (220, 790, 11, "the keeper"), *table(760, [("HC/2031/5", "Budget")])]
    assert rows_of(read(two_pages(first, second)))[-2:] == [
        "the lamps of the pier | they are lit by the keeper",
        "HC/2031/5 | Budget",
    ]


def test_a_paragraph_after_a_table_is_none_of_its_rows() -> None:
    second = lines(
        790,
        "These papers are kept in the hall, and the keepers show them to all who come.",
        "They do so each day.",
    )
    raw = read(two_pages([*lines(700, FULL, "these are the papers:"), *table(200, TABLE)], second))
    assert rows_of(raw) == [" | ".join(row) for row in TABLE]
    assert texts(raw)[-1].startswith("These papers are kept")


def test_a_head_whose_rows_reach_no_gap_is_a_paragraph() -> None:
    """The first lines of a page stand at its top, and other lines at its foot: no gap parts a head."""
    body = [
        (72, 785, 11, "HC/RES/7"),
        (220, 785, 11, "was the resolution that they had read before"),
        *lines(786, *[FULL] * 50),
    ]
    raw = read(two_pages(lines(800, *[FULL] * 50), body))
    assert not aside(raw, Reason.RUNNING_HEAD)


# --- notes


def test_an_old_style_mark_calls_the_one_note_that_bears_it_from_later_pages_too() -> None:
    first = [
        *lines(700, FULL, "Recalling the convention on lamps 1/ and what came with it", "in that year."),
        (72, 120, 11, "____________"),
        (72, 104, 11, "1/ Records of the Lamp Conference."),
    ]
    second = lines(
        700,
        "Recalling the said convention 1/ \\(hereinafter called the",
        "Convention\\) and its fruits,",
        FULL,
    )
    raw = read(two_pages(first, second))
    assert texts(raw)[1].startswith("Recalling the said convention (hereinafter called the")
    assert sum(len(block.calls) for block in raw.blocks) == 2


def test_a_line_of_an_address_that_begins_with_figures_is_no_note() -> None:
    page = [
        *lines(700, FULL, FULL, "agreed."),
        (72, 100, 8, "28 See https://lamps.example/files/2026-"),
        (72, 90, 8, "04/TheOutcome.pdf"),
    ]
    notes = [(b.label, b.text) for b in read(drawn(*page)).blocks if b.kind is BlockKind.FOOTNOTE]
    assert notes == [("28", "See https://lamps.example/files/2026-04/TheOutcome.pdf")]


@pytest.mark.parametrize("opening", ["authorities", "a list", "bodies"])
def test_a_line_of_a_note_that_begins_with_a_letter_is_no_note(opening: str) -> None:
    page = [
        *lines(700, FULL, "Each host has reported in due course on its figures 2/ to the others.", FULL),
        (72, 124, 11, "____________"),
        (72, 110, 11, "2/ Figures are those of the hosts, as of May."),
        (72, 96, 11, f"{opening} that nobody has looked through again."),
    ]
    notes = [(b.label, b.text) for b in read(drawn(*page)).blocks if b.kind is BlockKind.FOOTNOTE]
    whole = f"Figures are those of the hosts, as of May. {opening} that nobody has looked through again."
    assert notes == [("2", whole)]


# --- justified lines, columns, labels


def test_words_stretched_over_a_narrow_column_are_no_cells() -> None:
    narrow = "the lamps and the boats of all ports"
    left = lines(700, narrow, narrow, narrow, left=60)
    stretched = [(60, 658, 11, "lamps"), (132.15, 658, 11, "distribute"), (219.6, 658, 11, "us")]
    right = lines(700, *[narrow.replace("lamps", "pilots")] * 6, left=330)
    raw = read(drawn(*left, *stretched, *lines(644, narrow, narrow, left=60), *right))
    text = " ".join(texts(raw))
    assert "lamps distribute us" in text
    assert not rows_of(raw)
    assert text.rindex("lamps") < text.index("pilots")


def test_columns_of_equal_paragraphs_are_told_by_labels_that_count_down_them() -> None:
    words = "The lamps of the pier are seen to by", "the keepers of the harbour each day."
    columns = [
        piece
        for n in range(6)
        for piece in lines(700 - 50 * (n % 3), f"{n + 1}. {words[0]}", words[1], left=60 if n < 3 else 320)
    ]
    assert texts(read(drawn(*columns))) == [f"{n + 1}. {' '.join(words)}" for n in range(6)]


def test_a_narrow_tab_after_a_label_is_a_space() -> None:
    assert kerned("(10.) -160 (The lamps of the pier) ")[0] == "10. The lamps of the pier"


def test_a_power_that_the_file_draws_apart_stays_at_its_place() -> None:
    page = [*lines(700, FULL, "less than 40 m"), (143.6, 690, 6.5, "2"), (147.3, 686, 11, ", and more.")]
    assert texts(read(drawn(*page)))[0].endswith("less than 40 m², and more.")


def test_a_word_with_hyphens_of_its_own_keeps_the_one_at_the_line_end() -> None:
    auto = ["a long documenta-", "tion of characteris-", "ing responsibil-", "ities that were at Pont-"]
    page = lines(700, *auto, "du-Nord, for Pont-du-Nord is a port.")
    assert texts(read(drawn(*page)))[0].endswith("that were at Pont-du-Nord, for Pont-du-Nord is a port.")


def test_an_option_that_ends_with_its_bracket_is_closed_at_the_end_of_a_page() -> None:
    first = lines(700, FULL, f"[Option 2: {FULL[:64]} a]")
    second = lines(790, f"\\(d\\) The keepers {FULL[:60]}", "do so.")
    assert texts(read(two_pages(first, second)))[-1].startswith("(d) The keepers")


def test_a_head_in_small_type_that_repeats_the_title_is_no_text() -> None:
    body = lines(700, FULL, FULL, "agreed.")
    first = [(72, 780, 16, "Declaration of the Harbour"), *body]
    raw = read(two_pages(first, [(72, 785, 8, "Declaration of the Harbour"), *body]))
    assert aside(raw, Reason.RUNNING_HEAD) == ["Declaration of the Harbour"]


def test_a_cell_that_leaves_little_room_to_the_next_is_cut_where_other_rows_are() -> None:
    table_ = [
        ("Lamp", "Oil"),
        ("Pier", "40 barrels"),
        ("Lighthouse of the harbor", "9 barrels"),
        ("Mole", "2"),
    ]
    cells = [
        (x, 600 - 18 * r, 11, cell)
        for r, row in enumerate(table_)
        for x, cell in zip((60, 190), row, strict=True)
    ]
    assert rows_of(read(drawn(*lines(700, FULL, "these are:"), *cells))) == [
        " | ".join(row) for row in table_
    ]


def test_several_stretched_lines_in_a_row_are_no_table() -> None:
    narrow = "the lamps and the boats of all ports"  # 171 points wide at 11 points
    whole = lines(700, narrow, narrow, narrow, left=60)
    stretched = [
        piece
        for n in range(3)
        for piece in ((60, 658 - 14 * n, 11, "lamps"), (132.15, 658 - 14 * n, 11, "distribute"), (219.6, 658 - 14 * n, 11, "us"))
    ]  # fmt: skip
    raw = read(drawn(*whole, *stretched, *lines(616, narrow, "and the end.", left=60)))
    assert not rows_of(raw)
    assert len(texts(raw)) == 1


def test_a_line_with_a_symbol_that_one_of_many_pages_begins_with_is_text() -> None:
    pages = [lines(800, *[FULL] * 40) for _ in range(5)]
    pages[2] = [(72, 785, 11, "HC/RES/7"), (220, 800, 11, "of the second year"), *lines(760, *[FULL] * 40)]
    raw = read(two_pages(*pages))
    assert not aside(raw, Reason.RUNNING_HEAD)
    assert any("HC/RES/7" in text for text in texts(raw))


def test_the_first_row_of_a_loose_table_is_no_head_in_a_document_of_two_pages() -> None:
    rows_ = [
        piece
        for n in range(4)
        for piece in ((72, 785 - 40 * n, 11, f"HC/2031/{n}"), (220, 785 - 40 * n, 11, f"Paper of the port, number {n}"))
    ]  # fmt: skip
    raw = read(two_pages(lines(800, *[FULL] * 40), rows_))
    assert not aside(raw, Reason.RUNNING_HEAD)
    assert rows_of(raw) == [f"HC/2031/{n} | Paper of the port, number {n}" for n in range(4)]


def test_a_line_of_a_sentence_that_several_pages_begin_with_is_no_running_head() -> None:
    refrain = "of the lamps in each night of the year, which all of the keepers are"
    letters = "abcdefghijklmnopqrst"
    parts = [[f"{letter * (n + 3)} and {letter * (n + 2)} were seen" for letter in letters] for n in range(4)]
    raw = read(two_pages(*(lines(760, refrain, *part, f"and {n * 'so '}on") for n, part in enumerate(parts))))
    assert sum(text.count(refrain) for text in texts(raw)) == 4
    assert aside(raw, Reason.RUNNING_HEAD) == []


def test_a_head_that_says_the_number_of_its_page_is_one_though_no_other_page_has_it() -> None:
    head = [(72, 760, 11, "HC/2031/4"), (72, 746, 11, "English"), (72, 732, 11, "Page 1")]
    body = lines(700, *[FULL] * 6)
    assert aside(read(drawn(*head, *body)), Reason.RUNNING_HEAD) == [text for *_, text in head]
    for other in ("Page 7", "Lamps of the port"):
        kept = read(drawn(*head[:2], (72, 732, 11, other), *body))
        assert not aside(kept, Reason.RUNNING_HEAD)


@pytest.mark.parametrize(("size", "found"), [(8, ["Words of the port"]), (11, [])])
def test_a_small_line_that_says_what_the_title_below_does_is_a_head(size: float, found: list[str]) -> None:
    title = [(72, 760, size, "Words of the port"), (200, 720, 16, "Words of the port")]
    raw = read(drawn(*title, *lines(690, *[FULL] * 6)))
    assert aside(raw, Reason.RUNNING_HEAD) == found


# --- marks and notes


def notes_of(raw: RawText) -> list[tuple[str, str]]:
    return [(b.label, b.text) for b in raw.blocks if b.kind is BlockKind.FOOTNOTE]


@pytest.mark.parametrize("called", [True, False])
def test_notes_as_large_as_the_text_are_told_by_their_marks_and_a_gap(called: bool) -> None:
    mark = [(169, 690, 7, "1")] if called else []
    foot = [
        (72, 104, 7, "1"),
        (80, 99, 11, "Records of the lamps."),
        (72, 80, 7, "2"),
        (80, 75, 11, "Of the port."),
    ]
    raw = read(
        drawn((72, 686, 11, "They heard a report"), *mark, (174, 690, 7, "2"), *lines(672, FULL, FULL), *foot)
    )
    found = [("1", "Records of the lamps."), ("2", "Of the port.")]
    assert notes_of(raw) == (found if called else [])


def test_a_figure_alone_in_a_cell_that_is_set_small_is_no_mark() -> None:
    style = "<style>p { font-size: 20pt } table { font-size: 12pt } td { border: 1px solid; padding: 1mm 6mm }</style>"
    cells = "".join(f"<tr><td>Lamp {n}</td><td>{n}8</td><td>91{n} 000</td></tr>" for n in range(1, 5))
    raw = read(printed(f"<p>The keepers met.</p><table>{cells}</table><p>They agreed.</p>", style))
    assert rows_of(raw) == [f"Lamp {n} | {n}8 | 91{n} 000" for n in range(1, 5)]


def test_a_raised_figure_hardly_smaller_than_the_text_is_a_mark_of_its_line() -> None:
    """Some programs draw it apart, between the words before and after it."""
    words = [
        (72, 700, 11, "They saw the lamps"),
        (167, 705.4, 10.7, "1"),
        (176, 700, 11, "of the port and went on."),
    ]
    note = [(72, 104, 7, "1"), (78, 100, 8, "Records of the lamps.")]
    raw = read(drawn(*words, *lines(686, FULL, FULL), *note))
    assert texts(raw)[0].startswith("They saw the lamps of the port and went on.")
    assert notes_of(raw) == [("1", "Records of the lamps.")]
