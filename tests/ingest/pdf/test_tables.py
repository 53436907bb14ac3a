"""Tables without lines: where they begin and end, what stays outside, the sides of a letterhead."""
# ruff: noqa: E501  (pages are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.model.setaside import SetAsideReason as Reason
from p5diff.model.source import RawText
from tests.ingest.blocks import rows_of, texts
from tests.ingest.pdf.test_pages import FULL, TABLE, Piece, lines, table
from tests.ingest.pdf.test_shapes import aside, drawn, printed, read

pytest.importorskip("pypdfium2")

ROWS = [" | ".join(row) for row in TABLE]


def page(*pieces: Piece) -> RawText:
    return read(drawn(*pieces))


def test_rows_far_from_each_other_are_no_table() -> None:
    """Two lines that happen to have a gap are none, and two more on the same page do not help them."""
    near, far = table(700, TABLE[:2]), table(500, TABLE[2:])
    assert rows_of(page(*near, *far)) == []
    assert rows_of(page(*near, *table(660, TABLE[2:]))) == ROWS


def test_a_line_of_text_below_a_table_runs_over_its_columns_and_is_none_of_its_rows() -> None:
    below = lines(616, FULL, "and after that by nobody.")
    raw = page(*table(700, TABLE), *below)
    assert rows_of(raw) == ROWS
    assert texts(raw)[-1] == f"{FULL} and after that by nobody."


def test_a_second_line_of_a_cell_is_of_its_row() -> None:
    raw = page(*table(700, TABLE), (220, 626, 11, "and of the pilots"))
    assert rows_of(raw) == [*ROWS[:3], f"{ROWS[3]} and of the pilots"]


def test_a_line_of_text_above_a_table_is_no_row_of_heads() -> None:
    above = lines(728, FULL, "These are the papers of the port:")
    raw = page(*above, *table(700, TABLE))
    assert rows_of(raw) == ROWS
    assert texts(raw)[0] == f"{FULL} These are the papers of the port:"


def test_a_label_that_hangs_out_before_its_text_is_no_cell() -> None:
    items = ("All lamps are lit.", "All boats are counted.", "All gates are shut.")
    labels = [(72, 700 - 20 * n, 11, f"({'abc'[n]})") for n in range(3)]
    words = [(110, 700 - 20 * n, 11, text) for n, text in enumerate(items)]
    assert rows_of(page(*(piece for pair in zip(labels, words, strict=True) for piece in pair))) == []


def test_the_side_of_a_letterhead_that_has_one_line_is_a_line_of_its_own() -> None:
    head = [(72, 700, 11, "Office of the harbour"), (380, 700, 11, "For the keepers")]
    below = (72, 686, 11, "and of the northern river")
    raw = page(*head, below, *lines(640, FULL, FULL, "and the boats."))
    assert texts(raw)[0] == "For the keepers"
    assert " ".join(texts(raw)[1:3]).startswith("Office of the harbour and of the northern river")


ARABIC = [
    ("الميناء", "السفن", "ملاحظات"),
    ("الرصيف", "١٢", "مغلق"),
    ("الحوض", "٨٧", "مفتوح"),
    ("القفل", "٣", "ينتظر"),
]


def test_the_cells_of_a_row_are_read_from_the_right_where_the_words_are() -> None:
    style = """<style>@page { size: 148mm 210mm; margin: 20mm } body { font: 13pt 'Noto Naskh Arabic' }
    td { width: 30mm; padding: 2pt }</style>"""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ARABIC)
    raw = read(printed(f"<table dir=rtl>{cells}</table>", style, language="ar"))
    assert rows_of(raw) == [" | ".join(row) for row in ARABIC]


SHORT_PAGES = "<style>@page { size: 160mm 90mm; margin: 15mm } body { font: 11pt 'Liberation Sans' } td, th { padding: 1mm 4mm; text-align: left; %s }</style>"
PORTS = [
    ("North quay", "12", "open all year"),
    ("Old basin", "87", "closed in winter"),
    ("Long mole", "5", "open"),
]


@pytest.mark.parametrize("border", ["border: 0.5pt solid black", ""])
@pytest.mark.parametrize("times", [3, 8])
def test_a_head_that_is_printed_again_on_each_page_of_a_table_stands_once(border: str, times: int) -> None:
    rows_ = [(f"{port} {n}", count, note) for n in range(times) for port, count, note in PORTS]
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows_)
    head = "<thead><tr><th>Port</th><th>Ships</th><th>Remarks</th></tr></thead>"
    raw = read(printed(f"<p>The ports are these.</p><table>{head}{cells}</table>", SHORT_PAGES % border))
    assert rows_of(raw) == ["Port | Ships | Remarks", *(" | ".join(row) for row in rows_)]
    assert set(aside(raw, Reason.RUNNING_HEAD)) == {"Port Ships Remarks"}


def test_a_row_like_the_head_of_a_table_that_ended_before_stays() -> None:
    style = SHORT_PAGES % ""
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in PORTS)
    raw = read(
        printed(
            f"<table>{cells}</table><p>So they said.</p><div style='break-before: page'></div><table>{cells}</table>",
            style,
        )
    )
    assert len(rows_of(raw)) == 2 * len(PORTS)


def test_rows_are_told_apart_where_a_gap_stands_below_the_head_alone() -> None:
    heights = (700, 670, 654, 638)
    rows_ = [("Port", "Ships", "Remarks"), *PORTS]
    pieces = [
        (72 + 110 * n, height, 11, text)
        for height, row in zip(heights, rows_, strict=True)
        for n, text in enumerate(row)
    ]
    raw = page(*pieces, (72, 606, 11, "Last words"), (72, 580, 11, FULL), (72, 566, 11, "and so on."))
    assert rows_of(raw) == [" | ".join(row) for row in rows_]
    assert texts(raw)[-2:] == ["Last words", f"{FULL} and so on."]


def test_two_lines_of_all_cells_are_one_row_where_they_go_on() -> None:
    rows_ = [("Port of", "Ships of", "Remarks"), ("the north", "all kinds", "made")]
    below = [("Quay and", "Some of", "Closed in"), ("old basin", "the small", "winter")]
    pieces = [
        (72 + 110 * n, top - 14 * line, 11, text)
        for top, part in ((700, rows_), (660, below), (620, below))
        for line, row in enumerate(part)
        for n, text in enumerate(row)
    ]
    row = "Quay and old basin | Some of the small | Closed in winter"
    assert rows_of(page(*pieces)) == ["Port of the north | Ships of all kinds | Remarks made", row, row]


def test_two_heads_that_stand_near_each_other_do_not_hide_that_cells_go_on() -> None:
    heads = [(72, 700, 11, "Port"), (180, 700, 11, "Depth of the port now"), (300, 700, 11, "Keeper")]
    rows_ = [
        [("North quay", "2.4", "Town of"), ("", "", "Reedholm")],
        [("Old basin", "0.9", "Canal"), ("", "", "Company")],
        [("Long mole", "1.7", "Nobody")],
    ]
    pieces = list(heads)
    height = 682.0
    for row in rows_:
        for line in row:
            pieces += [(x, height, 11, text) for x, text in zip((72, 180, 300), line, strict=True) if text]
            height -= 14
        height -= 4
    assert rows_of(page(*pieces)) == [
        "Port | Depth of the port now | Keeper",
        "North quay | 2.4 | Town of Reedholm",
        "Old basin | 0.9 | Canal Company",
        "Long mole | 1.7 | Nobody",
    ]
