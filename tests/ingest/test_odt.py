"""Elements of OpenDocument, one by one: kinds of paragraphs, labels, repeated cells, frames, what is aside."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.model.source import BlockKind
from tests.ingest.test_formats import flat, notes, style


def looks() -> str:
    def paragraph(name: str, properties: str, text: str = "") -> str:
        return (
            f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {properties}/>'
            f"<style:text-properties {text}/></style:style>"
        )

    return (
        paragraph("C", 'fo:text-align="center"', 'fo:font-weight="bold"')
        + paragraph("K", 'fo:keep-with-next="always"', 'fo:font-weight="bold"')
        + paragraph("L", 'fo:text-align="start"', 'fo:font-weight="bold"')
        + style("N", 'fo:font-weight="normal"')
        + style("H", 'text:display="none"')
        + style("S", 'style:text-line-through-style="solid"')
    )


def p(text: str, name: str = "") -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def blocks(body: str) -> list[tuple[str, int, str, str]]:
    return [(b.kind.value, b.level, b.label, b.text) for b in flat(body, looks()).blocks if b.is_text]


P, H, R = "paragraph", "heading", "row"
PLAIN = '<text:span text:style-name="N"> and oil</text:span>'


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('<text:h text:outline-level="2">Lamps</text:h>', [(H, 2, "", "Lamps")]),
        ("<text:h>Lamps</text:h>", [(H, 1, "", "Lamps")]),
        (p("Lamps", "C"), [(H, 1, "", "Lamps")]),
        (p("First.") + p("Lamps", "C"), [(P, 0, "", "First."), (H, 2, "", "Lamps")]),
        (p("Lamps" + PLAIN, "C"), [(P, 0, "", "Lamps and oil")]),
        (p("Lamps", "L"), [(P, 0, "", "Lamps")]),
        (p("Lamps", "K"), [(H, 3, "", "Lamps")]),
        (p("Lamps shine.", "K"), [(P, 0, "", "Lamps shine.")]),
        (p("灯亮：", "K"), [(P, 0, "", "灯亮：")]),
        (p(("Lamps " * 33).strip(), "C"), [(H, 1, "", ("Lamps " * 33).strip())]),
        (p(("Lamps " * 34).strip(), "C"), [(P, 0, "", ("Lamps " * 34).strip())]),
        (p(("Lamps " * 26).strip(), "K"), [(H, 3, "", ("Lamps " * 26).strip())]),
        (p(("Lamps " * 27).strip(), "K"), [(P, 0, "", ("Lamps " * 27).strip())]),
        (p('a<text:s/>b<text:s text:c="3"/>c<text:tab/>d<text:line-break/>e'), [(P, 0, "", "a b c d\ne")]),
        (p("<text:ruby><text:ruby-base>灯</text:ruby-base><text:ruby-text>deng</text:ruby-text></text:ruby>亮"), [(P, 0, "", "灯亮")]),
    ],
)  # fmt: skip
def test_paragraphs(body: str, wanted: list[tuple[str, int, str, str]]) -> None:
    assert blocks(body) == wanted


@pytest.mark.parametrize(("parent", "level"), [("Title", 1), ("Subtitle", 2), ("Standard", 0), ("", 0)])
def test_a_paragraph_in_the_style_of_a_title_or_one_made_after_it_is_a_heading(
    parent: str, level: int
) -> None:
    made = f'<style:style style:name="P7" style:family="paragraph" style:parent-style-name="{parent}"/>'
    for name in ("P7", *([parent] if parent else [])):
        raw = flat(p("Lamps of the port", name) + p("They met."), made)
        found = [(b.kind.value, b.level) for b in raw.blocks if b.is_text]
        assert found == [(H, level) if level else (P, 0), (P, 0)]
    listed = f"<text:list><text:list-item>{p('Lamps', 'Title')}</text:list-item></text:list>"
    assert {b.kind.value for b in flat(listed, made).blocks if b.is_text} <= {P, "list item"}


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(text)}</table:table-cell>"


def rows(*found: str) -> str:
    return (
        "<table:table>"
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in found)
        + "</table:table>"
    )


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (rows(cell("a") + cell("b"), cell("c") + cell("d")), [(R, 0, "", "a | b"), (R, 0, "", "c | d")]),
        (rows(cell("a", 'table:number-columns-repeated="2"') + cell("b")), [(R, 0, "", "a | a | b")]),
        (rows(cell("a", 'table:number-columns-repeated="60"')), [(R, 0, "", " | ".join("a" * 60))]),
        (rows(cell("a", 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>" + cell("b")), [(R, 0, "", "a | | b")]),
        # A row is read as often as it stands for; an empty one says nothing, however often.
        (rows(cell("a") + cell("b")).replace("-row>", '-row table:number-rows-repeated="3">', 1), [(R, 0, "", "a | b")] * 3),
        (rows(cell("")).replace("-row>", '-row table:number-rows-repeated="999999999">', 1), []),
        # A bold title in a cell is a cell.
        (rows(f"<table:table-cell>{p('a', 'C')}</table:table-cell>" + cell("b")), [(R, 0, "", "a | b")]),
    ],
)  # fmt: skip
def test_tables(body: str, wanted: list[tuple[str, int, str, str]]) -> None:
    assert blocks(body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('a <text:span text:style-name="H">hid</text:span>', [("hidden text", "hid")]),
        ('a <text:span text:style-name="S">old</text:span>', [("struck text", "old")]),
        ('a <text:hidden-text text:string-value="hid"/>', [("hidden text", "hid")]),
        ("a <text:hidden-paragraph>hid</text:hidden-paragraph>", [("hidden text", "hid")]),
        ("a <text:script>run()</text:script>", [("instruction", "run()")]),
        ("a <office:annotation><dc:creator>A</dc:creator><text:p>one</text:p><text:p>two</text:p></office:annotation>", [("comment", "one two")]),
        ("<text:ruby><text:ruby-base>灯</text:ruby-base><text:ruby-text>deng</text:ruby-text></text:ruby>", [("alternative text", "deng")]),
        ("a<draw:frame><svg:title>A lamp</svg:title><svg:desc>lit</svg:desc><draw:image/></draw:frame>", [("alternative text", "A lamp lit")]),
    ],
)  # fmt: skip
def test_set_aside(body: str, wanted: list[tuple[str, str]]) -> None:
    raw = flat(p(body), looks())
    assert [(b.reason.value, b.text) for b in raw.blocks if b.reason] == wanted


def test_text_boxes_follow_their_paragraph() -> None:
    box = "<draw:frame><draw:text-box>" + p("In a box.") + "</draw:text-box></draw:frame>"
    shape = "<draw:custom-shape>" + p("In a shape.") + "</draw:custom-shape>"
    assert [text for *_, text in blocks(p(f"Be{box}fore{shape}.") + p("After."))] == [
        "Before.",
        "In a box.",
        "In a shape.",
        "After.",
    ]


def test_notes_have_the_labels_that_are_printed() -> None:
    note = '<text:note text:note-class="{}"{}><text:note-citation>{}</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body></text:note>'
    body = p(
        "a"
        + note.format("footnote", ' text:id="n1"', "1", "Of oil.")
        + "b"
        + note.format("endnote", "", "i", "Of gas.")
    )
    raw = flat(body)
    assert notes(raw) == [("1", "Of oil."), ("i", "Of gas.")]
    assert [b.reason.value if b.reason else "" for b in raw.blocks if b.kind is BlockKind.FOOTNOTE] == [
        "",
        "endnote",
    ]
    assert [call.at for call in raw.blocks[0].calls] == [1, 3]  # a space keeps words around a mark apart


def test_styles_inherit_through_any_number_of_others() -> None:
    """A hundred in a row, and a ring that leads back to itself."""
    chain = "".join(
        f'<style:style style:name="T{n}" style:family="text" style:parent-style-name="T{n + 1}"/>'
        for n in range(100)
    ) + style("T100", 'style:text-line-through-style="solid"')
    ring = (
        '<style:style style:name="A" style:family="text" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:family="text" style:parent-style-name="A">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    words = "".join(f'<text:span text:style-name="{name}"> {name}</text:span>' for name in ("T0", "A"))
    found = flat(p(f"Lamps{words}"), chain + ring).blocks
    assert [(b.text.strip(), b.reason and b.reason.value) for b in found] == [
        ("Lamps", None), ("T0", "struck text"), ("A", "hidden text"),
    ]  # fmt: skip
