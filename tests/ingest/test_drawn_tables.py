"""Tables drawn in characters or written in the marks of web pages inside Markdown, as Pandoc writes them."""

from __future__ import annotations

import pytest

from p5diff import ingest
from p5diff.ingest.readers.drawn_tables import drawn_table, may_begin

ROWS = ["Port | Dues", "Harlow | 12", "Old Bridge | 14 crowns a year"]
SIMPLE = """\
  Port         Dues
  ------------ -----------------
  Harlow       12
  Old Bridge   14 crowns a year
"""
FRAMED = """\
  -------------------------
  Port         Dues
  ------------ ------------
  Harlow       12

  Old Bridge   14 crowns
               a year
  -------------------------
"""
GRID = """\
+------------+------------+
| Port       | Dues       |
+============+:==========:+
| Harlow     | 12         |
+------------+------------+
| Old Bridge | 14 crowns  |
|            | a year     |
+------------+------------+
"""
MARKUP = """\
<table>
<thead><tr><th>Port</th><th>Dues</th></tr></thead>
<tbody><tr><td>Harlow</td><td>12</td></tr>

<tr><td>Old Bridge</td><td>14 crowns
a year</td></tr></tbody>
</table>
"""
WIDE = """\
  港口       费用
  ---------- --------------
  哈洛       12
  老桥       每年14克朗
"""


def _read(text: str) -> list[str]:
    source = ingest.source(text.encode(), name="a.md")
    return [f"{one.label} {one.text(source.language)}".strip() for one in source.paragraphs]


@pytest.mark.parametrize("table", [SIMPLE, FRAMED, GRID, MARKUP])
def test_each_row_is_a_paragraph(table: str) -> None:
    before, after = "The dues of the ports are these.", "They are paid at the gate."
    assert _read(f"{before}\n\n{table}\n{after}\n") == [before, *ROWS, after]


def test_wide_characters_take_two_places() -> None:
    rows = ["港口 | 费用", "哈洛 | 12", "老桥 | 每年14克朗"]
    assert _read(f"各港口的费用如下表所列。\n\n{WIDE}\n费用在大门缴纳。\n")[1:-1] == rows


def test_what_only_looks_like_a_table_stays() -> None:
    text = "The keepers met.\n\n+--- a line that somebody drew\n\nThe ports agreed.\n\n---\n\nThey left.\n"
    assert _read(text) == [
        "The keepers met.",
        "+--- a line that somebody drew",
        "The ports agreed.",
        "They left.",
    ]
    heading = "The dues\n--------\n\nThey are paid at the gate.\n"
    assert _read(heading) == ["The dues", "They are paid at the gate."]
    open_ = "The keepers met.\n\n<table> is a word of web pages.\n\nThe ports agreed.\n"
    assert len(_read(open_)) == 3


def test_items_in_the_marks_of_web_pages_keep_their_labels() -> None:
    items = "<ol type='a'>\n<li>keep the gates open;</li>\n<li>publish it.</li>\n</ol>"
    found = _read(f"The keepers shall:\n\n{items}\n\nThey agreed.\n")
    assert found[1:3] == [
        "a. keep the gates open;",
        "b. publish it.",
    ]


def test_a_number_behind_a_second_paragraph_of_an_item_is_the_next_item() -> None:
    text = "1. The ports open.\n\n   The gates are of iron.\n2. The ports close.\n"
    assert _read(text) == ["1. The ports open.", "The gates are of iron.", "2. The ports close."]
    year = "1. The ports open.\n\n   The gates are of iron since the year\n2031. They close.\n"
    assert len(_read(year)) == 2


def test_a_linked_mark_between_carets_is_raised() -> None:
    source = ingest.source(b"They agreed in 2031^[2](#n2)^ that the area is 48 km^2^.\n", name="a.md")
    assert source.paragraphs[0].text(source.language) == "They agreed in 2031 that the area is 48 km²."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.rtf", "{\\rtf1\\ansi The keepers met.\\par}\r\n"),
        ("a.txt", "The keepers met.\r\n"),
        ("a.md", "The keepers met.\n"),
        ("a.html", "<p>The keepers met.</p>\n"),
    ],
)
@pytest.mark.parametrize("padding", ["\x00\x00\n", "\r\n\x1a"])
def test_what_programs_write_behind_the_end_of_a_file_is_no_text(name: str, text: str, padding: str) -> None:
    source = ingest.source((text + padding).encode(), name=name)
    assert [one.text(source.language) for one in source.paragraphs] == ["The keepers met."]
    assert all(note.slug != "control-characters" for note in source.notes)


def test_zeros_of_wide_characters_are_no_padding() -> None:
    source = ingest.source("The keepers met.\n".encode("utf-16-le"), name="a.txt")
    assert [one.text(source.language) for one in source.paragraphs] == ["The keepers met."]


def test_without_a_frame_one_line_of_heads_stands_above_the_dashes() -> None:
    rows = ["  Harlow   12", "  Elm      30", ""]
    heads, rule = ["  Port     Dues", "  Name     Sum"], "  -------- ------"
    found = drawn_table([heads[0], rule, *rows])
    assert found is not None and found.rows == [["Port", "Dues"], ["Harlow", "12"], ["Elm", "30"]]
    assert drawn_table([*heads, rule, *rows]) is None
    assert may_begin([*heads, rule]) and not may_begin(heads)
