"""Markdown: marks go, content stays, hard wrapping means nothing."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import ingest
from p5diff.ingest import proposals, read, read_bytes
from p5diff.ingest.layout.recovery import from_raw
from p5diff.ingest.readers.inline import plain

DOCUMENT = """---
date: '2024-05-07'
title: "A \\"Joint\\" Statement of\\
  \\ Four\\_States"
---
\x20
1.  We met in Oslo on the 21<sup>st</sup> day,
    and agreed on *three* [things](https://example.org):@@
@@@
* one, non-
  binding;
* two.

**Next Steps**@@
We will meet again.\u00a0 We said \\*so\\*.

[home]: https://example.org
## Annex [draft]
> Quoted text
> goes on.

\\###
""".replace("@", " ")  # trailing spaces, which editors like to eat


def test_a_document_of_every_kind_of_mark() -> None:
    draft = from_raw(read_bytes(DOCUMENT.encode(), name="a.md"), language="en")
    assert draft.stored == (
        "1. We met in Oslo on the 21st day, and agreed on three things:\n\n"
        "• one, non-binding;\n\n• two.\n\n## Next Steps\n\nWe will meet again.\nWe said *so*.\n\n"
        "## Annex [draft]\n\nQuoted text goes on.\n"
    )
    assert [item.text for item in draft.set_aside] == ["[home]: https://example.org", "###"]
    assert (proposals(draft).title, proposals(draft).date) == (
        'A "Joint" Statement of Four States',
        "2024-05-07",
    )


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a **b** __c__ *d* _e_ `f` ~~g~~", "a b c d e f "),
        ("snake_case_name 2*3*4", "snake_case_name 2*3*4"),
        ("[text](u) ![alt](u) [Parties]", "text  [Parties]"),
        ("AT&amp;T &lt;x&gt; <https://a.b>", "AT&T <x> https://a.b"),
        ("x<!-- hidden -->y", "xy"),
        ("5 > 4 and 3 < 4", "5 > 4 and 3 < 4"),
    ],
)
def test_inline_marks(source: str, wanted: str) -> None:
    assert plain(source) == wanted


def blocks(source: str) -> list[tuple[str, str, str]]:
    return [(b.kind.value, b.label, b.text) for b in read_bytes(source.encode(), name="a.md").blocks]


def test_tables_are_read_by_rows() -> None:
    source = "Before.\n\n| Year | Lit |\n|---|:-:|\n| 2031 | 7 \\| 8 |\n| 2032 | |\nAfter.\n\na | b\n--|--\nc | **d**\n"
    assert blocks(source) == [
        ("paragraph", "", "Before."), ("row", "", "Year | Lit"), ("row", "", "2031 | 7 | 8"), ("paragraph", "", "2032"),
        ("paragraph", "", "After."), ("row", "", "a | b"), ("row", "", "c | d"),
    ]  # fmt: skip


def test_notes_are_kept_with_the_words_that_call_them() -> None:
    raw = read_bytes(
        b"Lamps[^a] shine.[^2]\n\n[^a]: Of *oil*,\n    and of gas.\n[^2]: At night.\n\nEnd[^x].\n",
        name="a.md",
    )
    assert [(b.kind.value, b.label, b.text) for b in raw.blocks] == [
        ("paragraph", "", "Lamps shine."), ("footnote", "1", "Of oil,\nand of gas."), ("footnote", "2", "At night."),
        ("paragraph", "", "End."), ("set aside", "", "x"),
    ]  # fmt: skip
    assert [(c.key, c.at) for c in raw.blocks[0].calls] == [("note-a", 5), ("note-2", 12)]


def test_powers_deletions_and_remarks() -> None:
    found = blocks(
        "10<sup>6</sup>, 10^-3^, $10^{9}$ and $5; ~~old~~ <del>gone</del> <!-- a remark --> <ins>new</ins>.\n"
    )
    assert found == [
        ("paragraph", "", "10⁶, 10⁻³, 10⁹ and $5; new."), ("set aside", "", "old"), ("set aside", "", "gone"),
        ("set aside", "", "a remark"),
    ]  # fmt: skip


def test_lists_bear_the_labels_that_are_printed() -> None:
    assert [(label, text) for _, label, text in blocks("1. a\n1. b\n1. c\n\nBetween.\n\n3) d\n4) e\n\n- f\n* g\n")] == [
        ("1.", "a"), ("2.", "b"), ("3.", "c"), ("", "Between."), ("3)", "d"), ("4)", "e"), ("•", "f"), ("•", "g"),
    ]  # fmt: skip


def test_breaks_of_the_author_part_items_and_ends_of_lines_do_not() -> None:
    assert [text for _, _, text in blocks("They may:<br>report<br>meet\n\nOne line\nand another.\n")] == [
        "They may:", "report", "meet", "One line\nand another.",
    ]  # fmt: skip


@given(st.text(alphabet="ab *_`[]()<>!#&\\\n\ue000\ue0011", max_size=80))
def test_no_letter_is_lost_in_any_markup(text: str) -> None:
    """Markup is removed, never content: letters come out as they went in (links' addresses and
    tags aside, which the alphabet here cannot make)."""
    source = text.replace("<", "").replace("](", "] (")
    kept = re.sub(r"[^ab]", "", plain(source))
    assert kept == re.sub(r"[^ab]", "", source)


@given(st.text(max_size=300))
def test_any_text_reads(text: str) -> None:
    data = ("x" + text).encode(errors="ignore")
    if b"\x00" in data or re.search(rb"[\x01-\x08\x0e-\x1f\x7f]", data):
        return
    from_raw(read_bytes(data, name="a.md"), language="en")


def test_four_revisions_of_one_statement_give_the_same_paragraphs(shared: Path) -> None:
    drafts = [from_raw(read(path), language="en") for path in sorted((shared / "data/p5-2022").glob("*.md"))]
    assert len(drafts) == 4 and len({draft.stored for draft in drafts}) == 1
    assert len({proposals(draft).title for draft in drafts}) == 1
    assert len([p for p in drafts[0].paragraphs if p.number]) == 5


def test_hard_wrapped_statements_come_back_as_paragraphs(shared: Path) -> None:
    """Paragraphs of quad, g7 and covenant: each ends as a paragraph does, no markup is left."""
    for path in sorted([*(shared / "data/quad").glob("*.md"), *(shared / "data/g7").glob("*.md")]):
        draft = from_raw(read(path), language="en")
        body = [p.text("en") for p in draft.paragraphs if p.number]
        assert body and all(text[-1] in ".:;”,’" or text.endswith("and") for text in body), path.name
        assert not re.search(r"\*\*|</?sup|\u00a0|  |&\w+;", draft.stored), path.name


def test_every_letter_of_the_shared_markdown_is_kept(shared: Path) -> None:
    """No silent loss: the words of the body, markup and addresses aside, all come out."""
    for path in sorted((shared / "data/quad").glob("*.md")):
        raw = read(path)
        source = re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8").split("---\n", 2)[2])
        draft = from_raw(raw, language="en")
        kept = "".join(b.text for b in raw.blocks if not b.is_text) + draft.stored
        assert re.sub(r"[\W_]", "", kept) != "" and sorted(re.sub(r"[\W_]", "", kept)) == sorted(
            re.sub(r"[\W_]", "", source)
        ), path.name


def test_two_spaces_at_the_end_of_a_line_are_a_break() -> None:
    text = "We will:  \n(a) report;  \n(b) meet.\n"
    source = ingest.source(text.encode(), name="a.md")
    assert [p.label for p in source.paragraphs] == ["", "(a)", "(b)"]


def test_breaks_at_all_lines_make_lines_of_their_own() -> None:
    text = "The keepers shall:  \nreport each quarter  \nreplace worn chains  \nand keep a log\n"
    found = [b.text for b in read_bytes(text.encode(), name="a.md").blocks if b.is_text]
    assert found == ["The keepers shall:", "report each quarter", "replace worn chains", "and keep a log"]


def test_two_spaces_by_accident_break_nothing() -> None:
    text = "The keepers of the lamps shall report  \nto the office each quarter and\nkeep a log of it.\n"
    found = [b.text for b in read_bytes(text.encode(), name="a.md").blocks if b.is_text]
    assert len(found) == 1


def test_a_line_under_a_line_makes_it_a_heading() -> None:
    raw = read_bytes(b"Harbour report\n==============\n\nLamps\n-----\n\nThey burn.\n", name="a.md")
    assert [(b.text, b.level) for b in raw.blocks] == [("Harbour report", 1), ("Lamps", 2), ("They burn.", 0)]


@pytest.mark.parametrize(
    "inside",
    [
        "x = " + "1" * 5000,
        "x = 0x" + "f" * 5000,
        "a." * 100_000 + "a = 1",
        "x = " + "[" * 100_000,
        "." * 300 + '"' + '\\"' * 100_000,
    ],
    ids=["digits", "hexadecimal", "dotted", "nested", "quotes"],
)
def test_front_matter_that_a_parser_would_choke_on_is_said_and_left(inside: str) -> None:
    """It is a stranger's TOML: read within the bounds that hold for all of it, and no reason to fail."""
    found = ingest.source(f"+++\n{inside}\n+++\n\nThe States will report yearly.\n".encode(), name="a.md")
    assert found.stored.strip() == "The States will report yearly."
    assert "front-matter-unread" in {note.slug for note in found.notes}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("# Aims", "Aims"), ("## Aims ##", "Aims"), ("#\tAims #\t", "Aims"), ("# Aims # of #", "Aims # of"),
        ("# Paragraph#", "Paragraph#"), ("### C # ##", "C #"),
    ],
)  # fmt: skip
def test_the_marks_that_close_a_heading_are_no_words_of_it(line: str, wanted: str) -> None:
    blocks = read_bytes(f"{line}\n\nThe States will report yearly.\n".encode(), name="a.md").blocks
    assert blocks[0].text == wanted
