"""The DOCX walk against hand-made XML, and against other readers where they are sound."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.errors import InputError
from p5diff.ingest.readers.docx import parse, read
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawText
from tests.ingest import bombs
from tests.ingest.blocks import texts


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def load(content: str, **parts: str) -> RawText:
    return parse(bombs.docx(bombs.body(content), **parts), name="x.docx")


def aside(raw: RawText) -> list[tuple[SetAsideReason | None, str]]:
    return [(block.reason, block.text) for block in raw.blocks if block.kind is BlockKind.SET_ASIDE]


def test_inserted_text_is_kept_and_deleted_text_is_not() -> None:
    """Tracked changes are read as the accepted text, with a warning."""
    change = (
        f"<w:ins>{run('new ')}</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('gone ')}</w:moveFrom><w:moveTo>{run('come ')}</w:moveTo>"
    )
    raw = load(paragraph(run("The ") + change + run("lamp.")))
    assert texts(raw) == ["The new come lamp."]
    assert [note.slug for note in raw.notes] == ["tracked-changes"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = paragraph(run("One "), "<w:rPr><w:del/></w:rPr>")
    assert texts(load(first + paragraph(run("two.")))) == ["One two."]


def test_a_deleted_last_paragraph_mark_loses_nothing() -> None:
    assert texts(load(paragraph(run("The end"), "<w:rPr><w:del/></w:rPr>"))) == ["The end"]


def test_a_deleted_table_row_is_left_out() -> None:
    row = "<w:tr>{}<w:tc>" + paragraph(run("{}")) + "</w:tc></w:tr>"
    table = row.format("", "kept") + row.format("<w:trPr><w:del/></w:trPr>", "dropped")
    assert texts(load(f"<w:tbl>{table}</w:tbl>")) == ["kept"]


def test_tables_are_read_row_by_row() -> None:
    cells = [f"<w:tc>{paragraph(run(name))}</w:tc>" for name in "abcd"]
    rows = f"<w:tr>{cells[0]}{cells[1]}</w:tr><w:tr>{cells[2]}{cells[3]}</w:tr>"
    assert texts(load(f"<w:tbl>{rows}</w:tbl>")) == ["a | b", "c | d"]


def test_a_text_box_is_read_once_though_word_stores_it_twice() -> None:
    box = f"<w:txbxContent>{paragraph(run('In a box'))}</w:txbxContent>"
    twice = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    raw = load(paragraph(run("Before") + f"<w:r>{twice}</w:r>"))
    assert texts(raw) == ["Before", "In a box"]
    assert not raw.notes


def test_breaks_tabs_hyphens_and_symbols() -> None:
    inner = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
        '<w:t>e</w:t><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    assert texts(load(paragraph(inner))) == ["a b\nc\u2011de•"]


def test_an_unknown_symbol_is_kept_and_said() -> None:
    raw = load(paragraph('<w:r><w:sym w:font="Odd" w:char="F0EE"/></w:r>'))
    assert texts(raw) == ["\uf0ee"]
    assert [note.slug for note in raw.notes] == ["unknown-symbol"]


def test_hidden_text_is_left_out_with_a_note() -> None:
    raw = load(paragraph(run("Seen.") + run("Unseen.", "<w:rPr><w:vanish/></w:rPr>")))
    assert texts(raw) == ["Seen."]
    assert "hidden-text" in {note.slug for note in raw.notes}


def test_blank_lines_made_of_breaks_part_paragraphs() -> None:
    assert texts(load(paragraph("<w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r>"))) == [
        "One.",
        "Two.",
    ]


def test_field_codes_are_no_text_but_their_results_are() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("paragraph 3")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(load(paragraph(run("See ") + field))) == ["See paragraph 3"]


def test_footnotes_and_endnotes_are_told_from_the_text() -> None:
    notes = bombs.part(
        "footnotes",
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{paragraph(run("A note."))}</w:footnote>'
        f'<w:footnote w:id="9">{paragraph(run("Nothing refers to this."))}</w:footnote>',
    )
    ends = bombs.part("endnotes", f'<w:endnote w:id="1">{paragraph(run("At the end."))}</w:endnote>')
    marks = '<w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    raw = load(paragraph(run("Text") + marks + run(".")), footnotes=notes, endnotes=ends)
    assert texts(raw) == ["Text."]
    found = [(b.label, b.text) for b in raw.blocks if b.kind is BlockKind.FOOTNOTE]
    assert found == [("1", "A note."), ("i", "At the end."), ("2", "Nothing refers to this.")]


def test_headers_and_footers_are_set_aside_each_once() -> None:
    head = bombs.part("hdr", paragraph(run("LHC/2031/17")))
    raw = load(
        paragraph(run("Text.")), header1=head, header2=head, footer1=bombs.part("ftr", paragraph(run("1/3")))
    )
    assert aside(raw) == [(SetAsideReason.HEADER, "LHC/2031/17"), (SetAsideReason.FOOTER, "1/3")]


def test_headings_come_from_styles_outline_levels_and_looks() -> None:
    styles = bombs.part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="D"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
    )
    centred = '<w:jc w:val="center"/>'
    bold = "<w:rPr><w:b/></w:rPr>"
    raw = load(
        paragraph(run("Title", bold), centred)
        + paragraph(run("By style"), '<w:pStyle w:val="D"/>')
        + paragraph(run("By level"), '<w:outlineLvl w:val="0"/>')
        + paragraph(run("Body text."), '<w:pStyle w:val="Loop"/>')
        + paragraph(run("Body level"), '<w:outlineLvl w:val="9"/>'),
        styles=styles,
    )
    assert [(b.text, b.level) for b in raw.blocks if b.kind is BlockKind.HEADING] == [
        ("Title", 1),
        ("By style", 2),
        ("By level", 1),
    ]


def test_styles_inherit_through_any_number_of_others() -> None:
    """That of a paragraph and that of words; a hundred in a row, and a ring that leads back to itself."""
    chain = "".join(
        f'<w:style w:type="{kind}" w:styleId="{kind[0]}{n}"><w:basedOn w:val="{kind[0]}{n + 1}"/></w:style>'
        for kind in ("paragraph", "character")
        for n in range(100)
    )
    ends = (
        '<w:style w:type="paragraph" w:styleId="p100"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="character" w:styleId="c100"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:strike/></w:rPr></w:style>'
    )
    words = [
        run(word, f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>') for word, style in (("x", "c0"), ("y", "a"))
    ]
    raw = load(
        paragraph(run("Title"), '<w:pStyle w:val="p0"/>') + paragraph(run("Text.") + "".join(words)),
        styles=bombs.part("styles", chain + ends),
    )
    assert [(b.text, b.level) for b in raw.blocks if b.kind is BlockKind.HEADING] == [("Title", 2)]
    assert texts(raw)[-1] == "Text."
    assert aside(raw) == [(SetAsideReason.STRUCK, "xy")]


def test_a_second_reader_that_finds_more_leads_to_a_note() -> None:
    """No silent loss: less than 98 % of the raw characters, and the import says so."""
    unread = "<w:unheardOf><w:p>" + run("x" * 50) + "</w:p></w:unheardOf>"
    raw = load(paragraph(run("y" * 50)) + unread)
    assert [note.slug for note in raw.notes] == ["import-incomplete"]
    assert "50.0%" in raw.notes[0].message


@pytest.mark.parametrize(("title", "stated"), [("Joint statement", "Joint statement"), ("Template 7", None)])
def test_a_stated_title_counts_only_where_the_text_bears_it_out(title: str, stated: str | None) -> None:
    maker = pytest.importorskip("docx")
    document = maker.Document()
    document.core_properties.title = title
    document.add_paragraph("Joint statement of the five states")
    out = io.BytesIO()
    document.save(out)
    assert dict(parse(out.getvalue(), name="x").properties).get("title") == stated


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "docx-old-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "docx-encrypted"),
        (b"PK\x03\x04 and then nothing", "docx-damaged"),
        (b"no zip at all", "docx-damaged"),
        (bombs.docx("<w:document"), "docx-damaged"),
    ],
)
def test_what_is_no_docx_is_refused_with_a_remedy(data: bytes, slug: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, name="x.docx")
    assert caught.value.slug == slug
    assert caught.value.hint


PIECES = st.lists(
    st.tuples(
        st.sampled_from(["plain", "ins", "del", "moveTo", "moveFrom"]),
        st.text("abc é中ب ", min_size=1, max_size=8),
    ),
    max_size=6,
)


@given(st.lists(PIECES, min_size=1, max_size=6))
def test_accepting_all_changes_gives_the_text(paragraphs: list[list[tuple[str, str]]]) -> None:
    """Tracked changes in a DOCX are read as the accepted text."""
    content, wanted = "", []
    for pieces in paragraphs:
        inner = "".join(
            run(text) if kind == "plain" else f"<w:{kind}>{run(text)}</w:{kind}>" for kind, text in pieces
        )
        content += paragraph(inner)
        kept = "".join(text for kind, text in pieces if kind not in {"del", "moveFrom"})
        wanted.append(" ".join(word for word in kept.split(" ") if word))
    assert texts(load(content)) == [text for text in wanted if text]


@given(st.binary(max_size=400))
def test_any_document_part_is_read_or_refused(noise: bytes) -> None:
    document = bombs.body(paragraph(run("Text."))).encode()
    for data in (bombs.docx(noise), bombs.docx(document[:40] + noise + document[40:]), noise):
        try:
            parse(data, name="x")
        except InputError:
            continue


def test_mammoth_reads_the_same_paragraphs() -> None:
    """Another reader as witness, on a document without what it is known to lose."""
    mammoth, maker = pytest.importorskip("mammoth"), pytest.importorskip("docx")
    document = maker.Document()
    document.add_heading("Joint statement", 1)
    for text in ("The states met.", "They agreed on lamps, buoys & pilots <all>.", "各国商定。"):
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    theirs = mammoth.extract_raw_text(io.BytesIO(out.getvalue())).value.split("\n\n")
    assert texts(read(out.getvalue(), name="x.docx")) == [text for text in theirs if text]


@pytest.mark.system
def test_pandoc_accepts_the_same_text(tmp_path: Path) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    inner = f"{run('The ')}<w:ins w:id='1' w:author='a'>{run('brighter ')}</w:ins>" + (
        "<w:del w:id='2' w:author='a'><w:r><w:delText>older </w:delText></w:r></w:del>" + run("lamp shines.")
    )
    path = tmp_path / "x.docx"
    maker = pytest.importorskip("docx")
    document = maker.Document()
    document.add_paragraph("HERE")
    document.save(path)
    import zipfile

    source = zipfile.ZipFile(path)
    parts = {name: source.read(name) for name in source.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:r><w:t>HERE</w:t></w:r>", inner.encode()
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    command = ["pandoc", "--track-changes=accept", "-t", "plain", str(path)]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    assert texts(read(path.read_bytes(), name="x.docx")) == [theirs]


def test_what_a_document_strikes_or_remarks_is_set_aside() -> None:
    styles = bombs.part(
        "styles",
        '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Deep"><w:basedOn w:val="Gone"/></w:style>',
    )
    comments = bombs.part("comments", f'<w:comment w:id="4">{paragraph(run("A remark."))}</w:comment>')
    content = (
        run("One ", "<w:rPr><w:dstrike/></w:rPr>")
        + run("two ", '<w:rPr><w:rStyle w:val="Deep"/></w:rPr>')
        + run("three", '<w:rPr><w:rStyle w:val="Deep"/><w:strike w:val="0"/></w:rPr>')
        + '<w:r><w:commentReference w:id="4"/></w:r>'
    )
    raw = load(paragraph(content), styles=styles, comments=comments)
    assert texts(raw) == ["three"]
    assert aside(raw) == [(SetAsideReason.STRUCK, "One two"), (SetAsideReason.COMMENT, "A remark.")]


def test_remarks_are_counted_one_by_one() -> None:
    remarks = "".join(f'<w:comment w:id="{n}">{paragraph(run(f"Remark {n}."))}</w:comment>' for n in (4, 5))
    calls = "".join(f'<w:r><w:commentReference w:id="{n}"/></w:r>' for n in (4, 5))
    raw = load(paragraph(run("One.") + calls), comments=bombs.part("comments", remarks))
    (note,) = raw.notes
    assert (note.slug, note.message.split()[:2]) == ("comments-left-out", ["2", "comments"])


def test_a_sign_with_an_index_and_a_power_keeps_both() -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    formula = f"<m:sSubSup>{part('e', 'x')}{part('sub', 'i')}{part('sup', '2')}</m:sSubSup>"
    assert texts(load(paragraph(run("Let ") + f"<m:oMath>{formula}</m:oMath>"))) == ["Let x_i²"]


def test_powers_and_formulas_keep_their_shape() -> None:
    up = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    formula = (
        "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f>"
        "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>-3</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )
    pieces = run("10") + run("−", up) + run("6", up) + run(" by 1995") + run("2", up) + run("; ") + formula
    raw = load(paragraph(pieces))
    assert texts(raw) == ["10⁻⁶ by 1995; (a+b)/c10⁻³"]
    assert aside(raw) == [(SetAsideReason.NOTE_MARK, "2")]


def test_a_label_in_a_cell_belongs_to_the_text_of_the_next() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("(1)", "Light the lamps."))
    raw = load(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert [(b.label, b.text) for b in raw.blocks] == [("(1)", "Light the lamps.")]


@pytest.mark.parametrize(
    ("first", "second", "parted"),
    [
        ("Ana Ruiz", "President of the Assembly", True),
        ("Minister of Ports", "Ana M. Ruiz", True),
        ("Jean Dupont", "Ministre des ports", True),
        ("Ana Ruiz", "Ministra de Puertos", True),
        ("Иван Петров", "Министр портов", True),
        ("陈明", "港务部长", True),
        ("سامي حداد", "وزير الموانئ", True),
        ("We warmly thank the", "President of the Assembly.", False),
        ("Мы благодарим", "Министра портов", False),
        ("Done in the harbour of", "Port Ana", False),
        ("Chairs: Ana Ruiz", "and Ivan Petrov", False),
    ],
)
def test_name_and_office_in_one_paragraph_stay_apart(first: str, second: str, parted: bool) -> None:
    raw = load(paragraph(run(first) + "<w:r><w:br/></w:r>" + run(second)))
    assert texts(raw) == ([first, second] if parted else [f"{first}\n{second}"])


def test_a_paragraph_of_two_lines_that_signs_nothing_stays_one() -> None:
    raw = load(paragraph(run("陈明感谢港务部长，") + "<w:r><w:br/></w:r>" + run("并感谢主席")))
    assert len(texts(raw)) == 1
