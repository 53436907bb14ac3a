"""Elements of Word, one by one: what is text, what is set aside, and of which kind a paragraph is."""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

import io
import zipfile

import pytest

from p5diff.errors import InputError
from p5diff.ingest.readers.docx import parse
from p5diff.model.source import BlockKind
from tests.ingest.docx.test_docx import aside, load, paragraph, run

P, H, R = "paragraph", "heading", "row"
BOLD = "<w:rPr><w:b/></w:rPr>"
LIGHT = '<w:rPr><w:b w:val="0"/></w:rPr>'
CENTRED = '<w:jc w:val="center"/>'


def blocks(body: str) -> list[tuple[str, int, str, str]]:
    return [(b.kind.value, b.level, b.label, b.text) for b in load(body).blocks if b.is_text]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a b\nc\nd"),
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>binding</w:t></w:r>", "non\u2011binding"),
        (run("10") + run("6", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'), "10⁶"),
        (run("10") + run("6", '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'), "106"),
        (run("10") + run("6", '<w:rPr><w:position w:val="6"/></w:rPr>'), "10⁶"),
        (run("10") + run("6", '<w:rPr><w:position w:val="1"/></w:rPr>'), "106"),
        (run("10") + run("6", '<w:rPr><w:position w:val="-6"/></w:rPr>'), "106"),
        ("<w:smartTag>" + run("a") + "</w:smartTag><w:hyperlink>" + run("b") + "</w:hyperlink><w:sdt><w:sdtContent>" + run("c") + "</w:sdtContent></w:sdt>", "abc"),
        ("<w:r><w:ruby><w:rt>" + run("deng") + "</w:rt><w:rubyBase>" + run("灯") + "</w:rubyBase></w:ruby></w:r>" + run("亮"), "灯亮"),
        ("<w:r><mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>", "new"),
        ("<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>", "old"),
        ("<w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>", "old"),
    ],
)  # fmt: skip
def test_text(content: str, text: str) -> None:
    body = paragraph(content)
    spaces = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    assert [t for *_, t in blocks(body.replace("<w:p>", f"<w:p {spaces}>", 1))] == [text]


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (run("old", "<w:rPr><w:strike/></w:rPr>"), [("struck text", "old")]),
        (run("old", "<w:rPr><w:dstrike/></w:rPr>"), [("struck text", "old")]),
        (run("old", '<w:rPr><w:strike w:val="0"/></w:rPr>'), []),
        (run("hid", "<w:rPr><w:vanish/></w:rPr>"), [("hidden text", "hid")]),
        (run("hid", '<w:rPr><w:vanish w:val="false"/></w:rPr>'), []),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", [("instruction", "PAGE")]),
        ("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", [("deleted text", "gone")]),
        ("<w:r><w:ruby><w:rt>" + run("deng") + "</w:rt><w:rubyBase>" + run("灯") + "</w:rubyBase></w:ruby></w:r>", [("alternative text", "deng")]),
    ],
)  # fmt: skip
def test_set_aside(content: str, wanted: list[tuple[str, str]]) -> None:
    assert [
        (reason.value if reason else "", text) for reason, text in aside(load(paragraph(run("a ") + content)))
    ] == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (paragraph(run("Lamps", BOLD), CENTRED), [(H, 1, "", "Lamps")]),
        (paragraph(run("First.")) + paragraph(run("Lamps", BOLD), CENTRED), [(P, 0, "", "First."), (H, 2, "", "Lamps")]),
        (paragraph(run("Lamps", BOLD) + run(" and oil", LIGHT), CENTRED), [(P, 0, "", "Lamps and oil")]),
        # Words of which nothing is said count for neither: drafts print "[**Guidance**] {of 2031}" as a heading.
        (paragraph(run("[") + run("Lamps", BOLD) + run("] {oil}"), CENTRED), [(H, 1, "", "[Lamps] {oil}")]),
        (paragraph(run("Lamps", BOLD)), [(P, 0, "", "Lamps")]),
        (paragraph(run("Lamps", BOLD), "<w:keepNext/>"), [(H, 3, "", "Lamps")]),
        (paragraph(run("Lamps shine.", BOLD), "<w:keepNext/>"), [(P, 0, "", "Lamps shine.")]),
        (paragraph(run("Lamps"), '<w:outlineLvl w:val="1"/>'), [(H, 2, "", "Lamps")]),
        (paragraph(run("Lamps"), '<w:outlineLvl w:val="9"/>'), [(P, 0, "", "Lamps")]),
        ("<w:tbl><w:tr><w:tc>" + paragraph(run("Lamps", BOLD), CENTRED) + "</w:tc><w:tc>" + paragraph(run("b")) + "</w:tc></w:tr></w:tbl>", [(R, 0, "", "Lamps | b")]),
        ("<w:sdt><w:sdtContent>" + paragraph(run("a")) + "</w:sdtContent></w:sdt>", [(P, 0, "", "a")]),
        ('<m:oMathPara xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>', [(P, 0, "", "x")]),
    ],
)  # fmt: skip
def test_paragraphs(body: str, wanted: list[tuple[str, int, str, str]]) -> None:
    assert blocks(body) == wanted


@pytest.mark.parametrize(
    ("member", "what"),
    [
        ("xl/workbook.xml", "a spreadsheet"),
        ("ppt/presentation.xml", "a presentation"),
        ("content.xml", "an OpenDocument file"),
        ("other.xml", "a zip file without a Word document in it"),
    ],
)
def test_what_is_no_word_document_is_named(member: str, what: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(member, "<x/>")
    with pytest.raises(InputError) as caught:
        parse(packed.getvalue(), name="x.docx")
    assert caught.value.slug == "docx-no-document"
    assert str(caught.value).startswith(f"x.docx is no DOCX but {what}")


def test_notes_at_the_foot_and_at_the_end_have_rows_of_their_own() -> None:
    def note(kind: str, key: str, text: str) -> str:
        return f'<w:{kind} w:id="{key}">{paragraph(run(text))}</w:{kind}>'

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    feet = f"<w:footnotes {space}>{note('footnote', '2', 'Of oil.')}{note('footnote', '3', 'Of wax.')}</w:footnotes>"
    ends = f"<w:endnotes {space}>{note('endnote', '2', 'Of gas.')}</w:endnotes>"
    called = "".join(
        run(letter) + f'<w:r><w:{kind}Reference w:id="{key}"/></w:r>'
        for letter, kind, key in (("a", "footnote", "2"), ("b", "endnote", "2"), ("c", "footnote", "3"))
    )
    raw = load(paragraph(called), footnotes=feet, endnotes=ends)
    found = [b for b in raw.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [(b.label, b.text, b.reason.value if b.reason else "") for b in found] == [
        ("1", "Of oil.", ""),
        ("i", "Of gas.", "endnote"),
        ("2", "Of wax.", ""),
    ]
    assert [call.key for call in raw.blocks[0].calls] == [b.key for b in found]
