"""Words of control in RTF, one by one: what they do to the text, its kind and what is set aside."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.ingest.readers import rtf
from p5diff.model.source import BlockKind, RawText

HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}}"
    r"{\stylesheet{\s1 heading 1;}{\s2 Titre 3;}{\s3\outlinelevel1 Own;}{\s4 Body;}{\s5 заголовок 2;}}"
)


def read(body: str) -> RawText:
    return rtf.parse((HEAD + body + "}").encode("cp1251"), name="x.rtf")


def blocks(body: str) -> list[tuple[str, int, str, str]]:
    return [(b.kind.value, b.level, b.label, b.text) for b in read(body).blocks]


def aside(body: str) -> list[tuple[str, str]]:
    return [(b.reason.value, b.text) for b in read(body).blocks if b.reason]


P = "paragraph"
H = "heading"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        # Headings: by style in several languages, by outline, and by look.
        (r"\pard\s1 Lamps\par", [(H, 1, "", "Lamps")]),
        (r"\pard\s2 Lampes\par", [(H, 3, "", "Lampes")]),
        (r"\pard\s3 Own\par", [(H, 2, "", "Own")]),
        (r"\pard\s4 Body\par", [(P, 0, "", "Body")]),
        (r"\pard\outlinelevel0 One\par\pard\outlinelevel8 Nine\par\pard\outlinelevel9 None\par", [(H, 1, "", "One"), (H, 9, "", "Nine"), (P, 0, "", "None")]),
        (r"\pard\qc{\b Lamps}\par", [(H, 1, "", "Lamps")]),
        (r"\pard First.\par\pard\qc{\b Lamps}\par", [(P, 0, "", "First."), (H, 2, "", "Lamps")]),
        (r"\pard\qc\ql{\b Lamps}\par", [(P, 0, "", "Lamps")]),
        (r"\pard\qc{\b Lamps} and oil\par", [(P, 0, "", "Lamps and oil")]),
        (r"\pard\qc\b Lamps\b0  and oil\par", [(P, 0, "", "Lamps and oil")]),
        (r"\pard\qc\b Lamps\plain  and oil\par", [(P, 0, "", "Lamps and oil")]),
        (r"\pard\keepn{\b Lamps}\par", [(H, 3, "", "Lamps")]),
        (r"\pard\keepn{\b Lamps shine.}\par", [(P, 0, "", "Lamps shine.")]),
        (r"\pard\keepn{\b 灯亮。}\par".replace("灯亮。", r"\u28783?\u20142?\u12290?"), [(P, 0, "", "灯亮。")]),
        (r"\pard\keepn\pard{\b Lamps}\par", [(P, 0, "", "Lamps")]),
        (r"\pard\qc{\b " + "Lamps " * 33 + r"}\par", [(H, 1, "", ("Lamps " * 33).strip())]),
        (r"\pard\qc{\b " + "Lamps " * 34 + r"}\par", [(P, 0, "", ("Lamps " * 34).strip())]),
        # A title in a list's item is an item.
        (r"{\listtext 1.\tab}\pard\qc{\b Lamps}\par", [(P, 0, "1.", "Lamps")]),
        # Labels: as printed; a bullet is any sign by itself but a dash.
        (r"{\listtext\'b7\tab}Oil\par", [("list item", 0, "•", "Oil")]),
        (r"{\listtext -\tab}Oil\par", [(P, 0, "-", "Oil")]),
        (r"{\listtext a\tab}Oil\par", [(P, 0, "a", "Oil")]),
        (r"{\pntext 1.\tab}\par{\pntext 2.\tab}Oil\par", [(P, 0, "2.", "Oil")]),
        # What lays out a label lays out no paragraph.
        (r"\pard\qc{\listtext\pard\plain 1.\tab}{\b Lamps}\par\pard\qc{\b Oil}\par", [(P, 0, "1.", "Lamps"), (H, 2, "", "Oil")]),
        # Raised by half-points: the least counts, less mends a line; lowered never does.
        (r"10{\up6 6}\par", [(P, 0, "", "10⁶")]), (r"10{\up4 6}\par", [(P, 0, "", "10⁶")]), (r"10{\up3 6}\par", [(P, 0, "", "106")]), (r"10{\up 6}\par", [(P, 0, "", "10⁶")]),
        (r"10{\dn6 6}\par", [(P, 0, "", "106")]), (r"10{\super 6\nosupersub 7}\par", [(P, 0, "", "10⁶7")]), (r"10{\super 6\plain 7}\par", [(P, 0, "", "10⁶7")]),
        # Unicode: the number of signs that stand in for one that is not read.
        (r"{\uc0\u1083 x}\par", [(P, 0, "", "лx")]), (r"{\uc1\u1083 xy}\par", [(P, 0, "", "лy")]), (r"{\uc2\u1083 xyz}\par", [(P, 0, "", "лz")]),
        (r"{\uc2\u1083\'e0\'e0 z}\par", [(P, 0, "", "л z")]), (r"{\uc1\u1083\~ z}\par", [(P, 0, "", "л z")]), (r"\u-10179?\u-8704?\par", [(P, 0, "", "😀")]),
        (r"\u1083\b x\par", [(P, 0, "", "лx")]),
        # Groups that are known are read; unknown ones with a star are not; of two forms the one in Unicode is.
        (r"a{\*\strange no}{\strange yes}b\par", [(P, 0, "", "ayesb")]),
        (r"{\upr{old}{\*\ud{new}}} end\par", [(P, 0, "", "new end")]),
        # Tables: rows, an open row at the end, and the paragraph behind.
        (r"\intbl a\cell b\cell\row\pard End.\par", [("row", 0, "", "a | b"), (P, 0, "", "End.")]),
        (r"\intbl a\par aa\cell b\cell\row\intbl c\cell d\cell\row\pard x\par", [("row", 0, "", "a / aa | b"), ("row", 0, "", "c | d"), (P, 0, "", "x")]),
        (r"\intbl a\cell b\cell\pard End.\par", [("row", 0, "", "a | b"), (P, 0, "", "End.")]),
        (r"\intbl\s1 a\cell b\cell\row\pard x\par", [("row", 0, "", "a | b"), (P, 0, "", "x")]),
    ],
)  # fmt: skip
def test_text(body: str, wanted: list[tuple[str, int, str, str]]) -> None:
    assert blocks(body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (r"a{\strike old}b\par", [("struck text", "old")]), (r"a{\striked1 old}b\par", [("struck text", "old")]), (r"a{\strike0 old}b\par", []),
        (r"a{\v hid}b\par", [("hidden text", "hid")]), (r"a\v hid\v0  b\par", [("hidden text", "hid")]), (r"a\v hid\plain  b\par", [("hidden text", "hid")]),
        (r"a{\deleted gone}b\par", [("deleted text", "gone")]),
        (r"{\header Head\par}a\par{\header Head\par}b\par{\footer Foot\par}", [("header", "Head"), ("footer", "Foot")]),
    ],
)  # fmt: skip
def test_set_aside(body: str, wanted: list[tuple[str, str]]) -> None:
    assert sorted(aside(body)) == sorted(wanted)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (r"a{\revised b}{\deleted c}{\deleted d}\par", ["(1 insertions, 2 deletions)"]),
        (r"a{\revised0 b}{\deleted0 c}\par", []),
        (r"a b\par", []),
    ],
)
def test_tracked_changes_are_counted(body: str, said: list[str]) -> None:
    notes = [note.message for note in read(body).notes if note.slug == "tracked-changes"]
    assert len(notes) == len(said)
    assert all(one in note for one, note in zip(said, notes, strict=True))


def test_notes_at_the_foot_and_at_the_end_have_rows_of_their_own() -> None:
    body = (
        r"a{\super\chftn}{\footnote\pard{\super\chftn} Of oil.}b{\super\chftn}{\footnote\ftnalt{\super\chftn} Of gas.}"
        r"c{\super\chftn}{\footnote{\super\chftn} Of wax.}d{\super *}{\footnote{\super *} Of wood.}{\footnote }\par"
    )
    notes = [b for b in read(body).blocks if b.kind is BlockKind.FOOTNOTE]
    assert [(b.label, b.text) for b in notes] == [
        ("1", "Of oil."),
        ("i", "Of gas."),
        ("2", "Of wax."),
        ("*", "Of wood."),
    ]
    assert [b.reason.value if b.reason else "" for b in notes] == ["", "endnote", "", ""]
