"""Both sides of what the DOCX reader decides by: lengths, counts, switches, and what follows what."""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

import io
import zipfile

import pytest

from p5diff.errors import InputError
from p5diff.ingest.readers.docx import parse
from p5diff.ingest.readers.docx.numbering import FORMATS, han, lettered, roman
from p5diff.ingest.readers.docx.package import Package
from p5diff.ingest.sandbox.limits import Limits
from p5diff.model.source import BlockKind
from tests.ingest import bombs
from tests.ingest.blocks import aside, texts
from tests.ingest.docx.test_docx import load, paragraph, run
from tests.ingest.docx.test_numbering import labels, level

BOLD = "<w:rPr><w:b/></w:rPr>"
CENTRED = '<w:jc w:val="center"/>'
KEPT = "<w:keepNext/>"
PARTED = "<w:rPr><w:del/></w:rPr>"
REMARK = '<w:r><w:commentReference w:id="4"/></w:r>'


def kinds(body: str, **parts: str) -> list[tuple[str, int, str]]:
    return [(b.kind.value, b.level, b.text) for b in load(body, **parts).blocks]


def said(body: str, **parts: str) -> list[str]:
    return [note.message for note in load(body, **parts).notes]


def cells(*inside: str) -> str:
    return "<w:tbl><w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in inside) + "</w:tr></w:tbl>"


def style(key: str, inside: str, *, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}" {more}>{inside}</w:style>'


def styled(key: str) -> str:
    return f'<w:pStyle w:val="{key}"/>'


def numbered(depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'


def counted(*levels: str) -> str:
    inside = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return bombs.part("numbering", inside + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


# --- numbers


@pytest.mark.parametrize(
    ("form", "number", "label"),
    [
        ("decimal", 10, "10"), ("decimalZero", 9, "09"), ("decimalZero", 10, "10"), ("none", 3, ""),
        ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"), ("lowerLetter", 0, "0"), ("lowerLetter", 1, "a"),
        ("lowerLetter", 780, "z" * 30), ("lowerLetter", 781, "781"), ("upperLetter", 28, "BB"),
        ("lowerRoman", 4, "iv"), ("upperRoman", 1, "I"), ("upperRoman", 0, "0"),
        ("upperRoman", 3999, "MMMCMXCIX"), ("upperRoman", 4000, "4000"),
        ("chineseCounting", 0, "0"), ("chineseCounting", 1, "一"), ("chineseCounting", 19, "十九"),
        ("chineseCounting", 20, "二十"), ("chineseCounting", 110, "一百一十"), ("chineseCounting", 1001, "一千〇一"),
        ("chineseCounting", 9999, "九千九百九十九"), ("chineseCounting", 10_000, "10000"),
        ("chineseLegalSimplified", 12, "拾贰"), ("japaneseCounting", 11, "十一"), ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 1, "甲"), ("ideographTraditional", 10, "癸"), ("ideographTraditional", 11, "11"),
        ("arabicAlpha", 3, "ت"), ("arabicAbjad", 3, "ج"), ("hindiNumbers", 3, "3"),
        ("russianLower", 28, "я"), ("russianUpper", 29, "АА"),
    ],
)  # fmt: skip
def test_each_form_of_number(form: str, number: int, label: str) -> None:
    assert FORMATS[form](number) == label


def test_numbers_out_of_any_range() -> None:
    assert (roman(-1), lettered(-1), han(-1)) == ("-1", "-1", "-1")


def test_a_level_that_the_list_does_not_define_counts_in_figures() -> None:
    assert labels([(1, 2), (1, 2), (1, 8), (1, 9), (1, -1)], level(0, "upperRoman", "%1.")) == [
        "1.", "2.", "1.", "", "",
    ]  # fmt: skip


def test_an_outer_level_that_was_not_met_shows_its_first_number() -> None:
    outer = level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="4"')
    assert labels([(1, 1), (1, 0), (1, 1)], outer, level(1, "decimal", "%1.%2")) == ["4.1", "4.", "4.1"]


def test_what_a_level_leaves_out_is_as_word_takes_it() -> None:
    assert labels([(1, 0), (1, 0)], '<w:lvl w:ilvl="0"><w:lvlText w:val=" %1) "/></w:lvl>') == ["1)", "2)"]
    assert labels([(1, 0)], '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>') == [""]
    assert labels(
        [(1, 0)], level(0, "decimal", "%1.", '<w:isLgl w:val="0"/>').replace("decimal", "upperRoman")
    ) == ["I."]


def override(inside: str, key: int = 2) -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{inside}</w:lvlOverride></w:num>'


@pytest.mark.parametrize(
    ("nums", "found"),
    [
        # A second list of the same kind goes on where the first one stopped, unless it says otherwise.
        (override(""), ["1.", "2.", "3.", "4."]),
        (override('<w:startOverride w:val="1"/>'), ["1.", "1.", "2.", "3."]),
        (override('<w:startOverride w:val="odd"/>'), ["1.", "1.", "2.", "3."]),
        (override(level(0, "upperRoman", "%1.")), ["1.", "II.", "III.", "4."]),
        # One of a kind that the file does not hold has no numbers; those after it have.
        ('<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>' + override(""), ["1.", "2.", "3.", "4."]),
    ],
)  # fmt: skip
def test_a_list_that_begins_anew_does_so_once(nums: str, found: list[str]) -> None:
    assert labels([(1, 0), (2, 0), (2, 0), (1, 0)], level(0, "decimal", "%1."), nums=nums) == found


def test_a_list_may_take_its_levels_from_a_style() -> None:
    numbering = bombs.part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>{level(0, "upperRoman", "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    assert [b.label for b in load(paragraph(run("x"), numbered()), numbering=numbering).blocks] == ["I)"]


def test_number_0_is_no_number_even_where_a_list_has_it() -> None:
    numbering = counted(level(0, "decimal", "%1.")).replace('w:numId="1"', 'w:numId="0"')
    plain, zero = paragraph(run("x")), paragraph(run("y"), '<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert [b.label for b in load(plain + zero, numbering=numbering).blocks] == ["", ""]


def test_a_blank_paragraph_counts_and_one_that_only_anchors_something_does_not() -> None:
    box = f"<w:r><w:drawing><w:txbxContent>{paragraph(run('box'))}</w:txbxContent></w:drawing></w:r>"
    hidden = run("unseen", "<w:rPr><w:vanish/></w:rPr>")
    body = "".join(paragraph(inside, numbered()) for inside in (run("a"), box, hidden, run(" "), run("b")))
    found = load(body, numbering=counted(level(0, "decimal", "%1.")))
    assert [(b.label, b.text) for b in found.blocks] == [
        ("1.", "a"),
        ("", "box"),
        ("", "unseen"),
        ("3.", "b"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("%1.", "paragraph"), ("(%1)", "paragraph"), ("（%1）", "paragraph"), ("[%1]", "paragraph"), ("–", "list-item"), ("§%1", "list-item")],
)  # fmt: skip
def test_only_a_label_without_a_number_makes_an_item_of_a_list(text: str, kind: str) -> None:
    found = load(paragraph(run("x"), numbered()), numbering=counted(level(0, "decimal", text)))
    assert found.blocks[0].kind is (BlockKind.LIST_ITEM if kind == "list-item" else BlockKind.PARAGRAPH)


# --- headings


@pytest.mark.parametrize(
    ("length", "setting", "found"),
    [(200, CENTRED, (1, 0)), (201, CENTRED, (0, 0)), (160, KEPT, (3, 0)), (161, KEPT, (0, 0))],
)
def test_how_long_a_bold_line_may_be_a_heading(length: int, setting: str, found: tuple[int, int]) -> None:
    body = paragraph(run("x" * length, BOLD), setting) + paragraph(run("Text"))
    assert tuple(b.level for b in load(body).blocks) == found


def test_a_bold_line_with_a_label_is_no_title() -> None:
    found = load(
        paragraph(run("Lamps", BOLD), CENTRED + numbered()), numbering=counted(level(0, "decimal", "%1."))
    )
    assert [(b.kind, b.label) for b in found.blocks] == [(BlockKind.PARAGRAPH, "1.")]


@pytest.mark.parametrize("before", [cells("", ""), cells(cells(paragraph(run("")), ""), "")])
def test_after_a_table_a_bold_line_is_a_heading_again(before: str) -> None:
    assert kinds(before + paragraph(run("Lamps", BOLD), CENTRED)) == [("heading", 1, "Lamps")]


def test_a_bold_line_within_a_cell_is_none_after_a_table_in_it() -> None:
    inside = cells(paragraph(run("a")), paragraph(run("b"))) + paragraph(run("Lamps", BOLD), CENTRED)
    assert ("heading", 1, "Lamps") not in kinds(cells(inside))


def test_what_a_header_says_comes_before_no_title() -> None:
    head = bombs.part("hdr", paragraph(run("A running line of text.")))
    assert kinds(paragraph(run("Lamps", BOLD), CENTRED), header=head)[-1] == ("heading", 1, "Lamps")


STYLES = bombs.part(
    "styles",
    style("N", '<w:name w:val="Normal"/>', more='w:default="1"')
    + style("T", '<w:name w:val="Title"/>')
    + style("U", '<w:name w:val="Subtitle"/>')
    + style("H9", '<w:name w:val="heading 9"/>')
    + style("H10", '<w:name w:val="heading 10"/>')
    + style("HO", '<w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
    + style("OFF", '<w:basedOn w:val="T"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    + style("C", '<w:name w:val="toc 2"/>')
    + style("F", '<w:name w:val="table of figures"/>')
    + style("B", '<w:name w:val="strong"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>')
    + style("I", '<w:name w:val="in"/><w:pPr><w:ind w:start="720"/></w:pPr>'),
)


@pytest.mark.parametrize(
    ("key", "more", "wanted"),
    [
        ("T", "", ("heading", 1)), ("U", "", ("heading", 2)), ("H9", "", ("heading", 9)), ("H10", "", ("paragraph", 0)),
        ("HO", "", ("heading", 4)), ("OFF", "", ("paragraph", 0)), ("T", '<w:outlineLvl w:val="0"/>', ("heading", 1)),
        ("N", '<w:outlineLvl w:val="8"/>', ("heading", 9)), ("N", '<w:outlineLvl w:val="odd"/>', ("paragraph", 0)),
        ("C", "", ("set-aside", 0)), ("F", "", ("set-aside", 0)), ("B", "", ("heading", 1)),
        ("B", '<w:jc w:val="left"/>', ("paragraph", 0)), ("missing", "", ("paragraph", 0)),
    ],
)  # fmt: skip
def test_what_a_style_makes_of_a_paragraph(key: str, more: str, wanted: tuple[str, int]) -> None:
    (block,) = load(paragraph(run("Lamps"), styled(key) + more), styles=STYLES).blocks
    assert (block.kind.value.replace("set aside", "set-aside"), block.level) == wanted
    assert (block.reason is not None) == (wanted[0] == "set-aside")


def test_a_bold_style_beside_lighter_words_is_no_heading() -> None:
    light = run(" and oil", '<w:rPr><w:b w:val="0"/></w:rPr>')
    assert kinds(paragraph(run("Lamps") + light, styled("B")), styles=STYLES) == [
        ("paragraph", 0, "Lamps and oil")
    ]


@pytest.mark.parametrize(
    ("properties", "setting"),
    [("", "normal "), (styled("I"), "in 720"), ('<w:ind w:left="360"/>', "normal 360"), (styled("I") + '<w:ind w:left="9"/>', "in 9")],
)  # fmt: skip
def test_the_setting_of_a_paragraph_is_its_style_and_indent(properties: str, setting: str) -> None:
    assert load(paragraph(run("x"), properties), styles=STYLES).blocks[0].setting == setting


def test_a_paragraph_that_says_nothing_of_itself_has_the_style_that_is_usual() -> None:
    usual = STYLES.replace('<w:name w:val="Normal"/>', '<w:name w:val="heading 3"/>')
    assert kinds(f"<w:p>{run('x')}</w:p>", styles=usual) == [("heading", 3, "x")]
    off = usual.replace('w:default="1"', 'w:default="0"')
    assert kinds(f"<w:p>{run('x')}</w:p>", styles=off) == [("paragraph", 0, "x")]
    other = usual.replace('w:type="paragraph" w:styleId="N"', 'w:type="character" w:styleId="N"')
    assert kinds(f"<w:p>{run('x')}</w:p>", styles=other) == [("paragraph", 0, "x")]


@pytest.mark.parametrize(
    ("value", "on"),
    [("", True), ('w:val="1"', True), ('w:val="true"', True), ('w:val="0"', False), ('w:val="false"', False), ('w:val="off"', False), ('w:val="none"', False)],
)  # fmt: skip
def test_a_switch_is_on_where_it_stands_and_is_not_turned_off(value: str, on: bool) -> None:
    assert (
        aside(load(paragraph(run("a") + run("b", f"<w:rPr><w:strike {value}/></w:rPr>"))))
        == [("struck text", "b")]
    ) is on


# --- what is set aside, and what is counted


def test_a_deleted_row_is_set_aside_and_its_blank_paragraphs_are_not() -> None:
    gone = (
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc>"
        + paragraph(run("old"))
        + paragraph(run(" "))
        + "</w:tc></w:tr>"
    )
    body = f"<w:tbl>{gone}<w:tr><w:tc>{paragraph(run('new'))}</w:tc></w:tr></w:tbl>"
    assert aside(load(body)) == [("deleted text", "old")]
    assert said(body) == ["the document has tracked changes (0 insertions, 1 deletions); read as accepted"]


def test_paragraphs_that_were_deleted_or_moved_away_are_set_aside() -> None:
    body = f"<w:del>{paragraph(run('old'))}</w:del><w:moveFrom>{paragraph(run('away'))}</w:moveFrom><w:ins>{paragraph(run('new'))}</w:ins>"
    assert (aside(load(body)), texts(load(body))) == (
        [("deleted text", "old"), ("deleted text", "away")],
        ["new"],
    )


@pytest.mark.parametrize(
    ("inside", "counts"),
    [
        (f"<w:ins>{run('a')}</w:ins>", "1 insertions, 0 deletions"),
        (f"<w:moveTo>{run('a')}</w:moveTo><w:ins>{run('b')}</w:ins>", "2 insertions, 0 deletions"),
        (f"<w:moveFrom>{run('a')}</w:moveFrom><w:del>{run('b')}</w:del><w:del>{run('c')}</w:del>", "0 insertions, 3 deletions"),
    ],
)  # fmt: skip
def test_changes_are_counted_by_kind(inside: str, counts: str) -> None:
    assert said(paragraph(run("x") + inside)) == [
        f"the document has tracked changes ({counts}); read as accepted"
    ]


def test_a_reading_set_above_a_sign_is_no_deletion() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('deng')}</w:rt><w:rubyBase>{run('灯')}</w:rubyBase></w:ruby></w:r>"
    loose = f"<w:rt>{run('liang')}</w:rt>"
    body = paragraph(ruby + run("亮") + loose)
    assert (said(body), aside(load(body))) == (
        [],
        [("alternative text", "deng"), ("alternative text", "liang")],
    )


def test_hidden_characters_are_counted_and_struck_ones_are_not() -> None:
    hidden, struck = run("four", "<w:rPr><w:vanish/></w:rPr>"), run("five", "<w:rPr><w:strike/></w:rPr>")
    assert said(paragraph(run("x") + hidden + struck)) == ["4 characters of hidden text were left out"]
    assert said(paragraph(run("x") + struck)) == []


def test_what_is_called_or_anchored_in_struck_words_stays() -> None:
    notes = bombs.part("footnotes", f'<w:footnote w:id="2">{paragraph(run("A note."))}</w:footnote>')
    box = f"<w:drawing><w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent></w:drawing>"
    inside = f'<w:r><w:rPr><w:strike/></w:rPr><w:t>old</w:t><w:footnoteReference w:id="2"/>{box}</w:r>'
    found = load(paragraph(run("Text.") + inside), footnotes=notes)
    assert [b.text for b in found.blocks] == ["Text.", "old", "A note.", "In a box."]
    assert [call.key for call in found.blocks[0].calls] == [found.blocks[2].key]


def test_hidden_words_are_kept_as_they_are_however_high_they_stand() -> None:
    high = '<w:rPr><w:vanish/><w:vertAlign w:val="superscript"/><w:position w:val="8"/></w:rPr>'
    assert aside(load(paragraph(run("10") + run("6", high)))) == [("hidden text", "6")]


def test_what_a_form_asks_to_fill_in_is_an_instruction() -> None:
    asked = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>" + run("Click here.") + "</w:sdtContent></w:sdt>"
    assert aside(load(paragraph(run("a") + asked.format("<w:showingPlcHdr/>")))) == [
        ("instruction", "Click here.")
    ]
    assert texts(load(paragraph(run("a ") + asked.format("")))) == ["a Click here."]


def test_words_that_describe_a_picture_are_set_aside_once() -> None:
    drawn = '<w:r><w:drawing><wps:docPr descr="A lamp"/><wps:docPr descr="A buoy"/></w:drawing></w:r>'
    older = '<w:r><w:pict><v:shape alt="A pier"/></w:pict></w:r>'
    bare = '<w:r><w:object><wps:docPr/><v:other alt="no"/></w:object></w:r>'
    body = paragraph(run("x") + drawn + run("y") + older + bare)
    assert aside(load(body)) == [("alternative text", "A lamp"), ("alternative text", "A pier")]


def test_embedded_documents_are_counted() -> None:
    assert said(paragraph(run("x")) + "<w:altChunk/><w:altChunk/>") == ["2 embedded documents were left out"]


def test_a_remark_that_nothing_refers_to_is_set_aside_and_counted() -> None:
    comments = bombs.part(
        "comments",
        f'<w:comment w:id="4">{paragraph(run("One") + run(" remark."))}{paragraph(run("Over."))}</w:comment>'
        f'<w:comment w:id="5">{paragraph(run("Another."))}</w:comment><w:comment w:id="6">{paragraph(run(" "))}</w:comment>',
    )
    found = load(paragraph(run("Text.") + REMARK + REMARK), comments=comments)
    assert aside(found) == [("comment", "One remark. Over."), ("comment", "Another.")]
    assert [note.message for note in found.notes] == ["3 comments in the margin were left out"]


def test_symbols_that_are_unknown_are_listed_once_each() -> None:
    signs = "".join(
        f'<w:sym w:font="{font}" w:char="{code}"/>'
        for font, code in (
            ("Odd", "F0FF"),
            ("Odd", "F000"),
            ("Odd", "F000"),
            ("Odd", "F100"),
            ("Odd", "EFFF"),
        )
    )
    found = load(paragraph(f"<w:r>{signs}</w:r>"))
    assert texts(found) == ["\uf0ff\uf000\uf000\uf100\uefff"]
    (note,) = found.notes
    assert note.message.endswith("kept as coded: U+F000 in Odd, U+F0FF in Odd")


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ('w:font="Odd" w:char="D7FF"', "x\ud7ff"), ('w:font="Odd" w:char="D800"', "x"), ('w:font="Odd" w:char="DFFF"', "x"),
        ('w:font="Odd" w:char="E000"', "x\ue000"), ('w:font="Odd" w:char="10FFFF"', "x\U0010ffff"), ('w:font="Odd" w:char="110000"', "x"),
        ('w:font="Odd" w:char="0"', "x"), ('w:font="Odd" w:char="zz"', "x"), ("", "x"), ('w:font="Symbol" w:char="F061"', "xα"), ('w:char="61"', "xa"),
    ],
)  # fmt: skip
def test_symbols_by_their_codes(attributes: str, text: str) -> None:
    assert texts(load(paragraph(run("x") + f"<w:r><w:sym {attributes}/></w:r>"))) == [text]


def test_a_symbol_takes_the_font_of_its_run_where_it_names_none() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    assert texts(load(paragraph(f'<w:r>{font}<w:sym w:char="F061"/></w:r>'))) == ["α"]


# --- notes, raised signs


@pytest.mark.parametrize(
    ("word", "rise", "raised"), [("6", 4, True), ("6", 3, False), ("123456", 4, True), ("1234567", 4, False)]
)
def test_how_high_and_how_short_raised_signs_are(word: str, rise: int, raised: bool) -> None:
    body = paragraph(run("Text ") + run(word, f'<w:rPr><w:position w:val="{rise}"/></w:rPr>'))
    assert (texts(load(body)) != [f"Text {word}"]) is raised


@pytest.mark.parametrize(
    ("follows", "text"), [("1", "Text."), ("true", "Text."), ("on", "Text."), ("0", "Text*."), ("", "Text*.")]
)
def test_the_mark_that_an_author_gave_a_note_is_no_text(follows: str, text: str) -> None:
    notes = bombs.part("footnotes", f'<w:footnote w:id="2">{paragraph(run("A note."))}</w:footnote>')
    called = f'<w:r><w:footnoteReference w:id="2" w:customMarkFollows="{follows}"/><w:t>*</w:t></w:r>'
    assert texts(load(paragraph(run("Text") + called + run(".")), footnotes=notes)) == [text]


def test_a_note_of_several_paragraphs_is_one_and_keeps_its_typed_mark() -> None:
    up = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    inside = paragraph(run("*", up) + run(" One.")) + paragraph(run(" ")) + paragraph(run("Two."))
    notes = bombs.part(
        "footnotes",
        f'<w:footnote w:id="2" w:type="normal">{inside}</w:footnote><w:footnote w:id="3">{paragraph("")}</w:footnote>',
    )
    called = "".join(f'<w:r><w:footnoteReference w:id="{key}"/></w:r>' for key in (2, 3, 4))
    found = load(paragraph(run("Text.") + called), footnotes=notes)
    assert [(b.label, b.text) for b in found.blocks] == [("", "Text."), ("*", "One.\nTwo.")]


def test_a_blank_note_has_its_number_all_the_same() -> None:
    inside = "".join(
        f'<w:footnote w:id="{n}">{paragraph(run(text))}</w:footnote>' for n, text in ((2, ""), (3, "B"))
    )
    called = "".join(f'<w:r><w:footnoteReference w:id="{key}"/></w:r>' for key in (2, 3))
    found = load(paragraph(run("Text.") + called), footnotes=bombs.part("footnotes", inside))
    assert [(b.label, b.text) for b in found.blocks] == [("", "Text."), ("2", "B")]


def test_what_is_struck_in_a_note_is_set_aside_behind_it() -> None:
    struck = run("old", "<w:rPr><w:strike/></w:rPr>")
    notes = bombs.part("endnotes", f'<w:endnote w:id="2">{paragraph(struck + run("New."))}</w:endnote>')
    found = load(paragraph(run("Text.") + '<w:r><w:endnoteReference w:id="2"/></w:r>'), endnotes=notes)
    assert [(b.kind.value, b.label, b.text) for b in found.blocks][1:] == [
        ("footnote", "i", "New."),
        ("set aside", "", "old"),
    ]


# --- paragraphs, cells, headers


def test_a_mark_that_was_deleted_joins_within_a_cell_and_not_past_it() -> None:
    joined = paragraph(run("One "), PARTED) + paragraph(run("two"))
    away = paragraph(run("Three"), PARTED.replace("del", "moveFrom"))
    assert texts(load(cells(joined, away, paragraph(run("four"))))) == ["One two | Three | four"]


def test_rows_and_cells_within_wrappers_are_read() -> None:
    wrap = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = wrap.format(f"<w:tc>{paragraph(run('a'))}</w:tc>") + f"<w:tc>{paragraph(run('b'))}</w:tc>"
    assert texts(load("<w:tbl>" + wrap.format(f"<w:tr>{cell}</w:tr>") + "</w:tbl>")) == ["a | b"]


def test_of_what_is_stored_twice_the_first_form_is_read() -> None:
    twice = f"<mc:AlternateContent><mc:Choice>{paragraph(run('new'))}</mc:Choice><mc:Fallback>{paragraph(run('old'))}</mc:Fallback></mc:AlternateContent>"
    assert texts(load(twice)) == ["new"] and said(twice) == []


def test_a_header_says_each_thing_once_with_its_number() -> None:
    inside = paragraph(run("Lamps"), numbered()) + paragraph(run("Oil")) + paragraph(run("Oil"))
    found = load(
        paragraph(run("Text.")),
        header=bombs.part("hdr", inside),
        numbering=counted(level(0, "decimal", "%1.")),
    )
    assert aside(found) == [("header", "1. Lamps"), ("header", "Oil")]


def test_what_is_hidden_in_a_footer_is_told_as_hidden() -> None:
    foot = bombs.part("ftr", paragraph(run("Page") + run("unseen", "<w:rPr><w:vanish/></w:rPr>")))
    assert aside(load(paragraph(run("Text.")), footer=foot)) == [
        ("footer", "Page"),
        ("hidden text", "unseen"),
    ]


def test_what_is_stored_for_each_section_counts_once_in_the_second_look() -> None:
    head = bombs.part("hdr", paragraph(run("h" * 50)))
    assert said(paragraph(run("y" * 50)), header1=head, header2=head) == []
    unread = "<w:unheardOf>" + run("x" * 50) + run("x" * 50) + "</w:unheardOf>"
    assert "50.0%" in said(paragraph(run("y" * 50)) + unread, header1=head, header2=head)[0]


@pytest.mark.parametrize(("kept", "missing", "told"), [(98, 2, False), (97, 3, True)])
def test_how_much_may_be_missing_without_a_word(kept: int, missing: int, told: bool) -> None:
    assert bool(said(paragraph(run("y" * kept)) + f"<w:unheardOf>{run('x' * missing)}</w:unheardOf>")) is told


def titled(title: str, *paragraphs: str) -> str | None:
    data = bombs.docx(bombs.body("".join(paragraph(run(text)) for text in paragraphs)))
    space = "http://purl.org/dc/elements/1.1/"
    packed = io.BytesIO(data)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(
            "docProps/core.xml",
            f'<c xmlns:dc="{space}"><dc:subject>No</dc:subject><dc:title>{title}</dc:title></c>',
        )
    return dict(parse(packed.getvalue(), name="x").properties).get("title")


@pytest.mark.parametrize(
    ("title", "before", "stated"),
    [("Lamp", 0, "Lamp"), ("Oil", 0, None), (" Lamps \n and oil", 0, "Lamps and oil"), ("Lamp", 39, "Lamp"), ("Lamp", 40, None)],
)  # fmt: skip
def test_how_long_a_title_is_and_how_far_down_it_may_stand(
    title: str, before: int, stated: str | None
) -> None:
    assert titled(title, *["Text"] * before, "Lampsandoil") == stated


# --- the package


def package(document: str = "<x/>", limits: Limits | None = None, **members: str) -> Package:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", document)
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_rels", ".rels"), content)
    return Package(packed.getvalue(), name="x", limits=limits or Limits())


def related(*relations: str) -> list[str]:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{space}">{"".join(relations)}</Relationships>',
        )
    return Package(packed.getvalue(), name="x", limits=Limits()).related("word/document.xml", "header")


def test_parts_that_a_part_refers_to() -> None:
    found = related(
        '<Relationship Type="urn:x/header" Target="header1.xml"/>',
        '<Relationship Type="urn:x/header" Target="/other/header2.xml"/>',
        '<Relationship Type="urn:x/header" Target="../header3.xml"/>',
        '<Relationship Type="urn:x/header" Target="http://x/h" TargetMode="External"/>',
        '<Relationship Type="urn:x/footer" Target="footer.xml"/>',
    )
    assert found == ["word/header1.xml", "other/header2.xml", "header3.xml"]


@pytest.mark.parametrize(("extra", "fits"), [(0, True), (-1, False)])
def test_how_large_a_part_may_be(extra: int, fits: bool) -> None:
    document = "<x>" + "y" * 100 + "</x>"
    opened = package(document, Limits(part_bytes=len(document) + extra))
    if fits:
        assert opened.part("word/document.xml") is not None
    else:
        with pytest.raises(InputError, match="unpacks to more"):
            opened.part("word/document.xml")


@pytest.mark.parametrize("before", [0, 200_000])
def test_a_document_type_is_refused_wherever_it_stands(before: int) -> None:
    with pytest.raises(InputError) as caught:
        package(f"<!--{'x' * before}--><!DOCTYPE x [<!ENTITY a 'b'>]><x/>").part("word/document.xml")
    assert caught.value.slug == "docx-doctype"


def test_a_part_that_nests_without_end_is_refused_by_its_cause() -> None:
    with pytest.raises(InputError) as caught:
        package("<x>" * 300 + "</x>" * 300).part("word/document.xml")
    assert caught.value.cause.endswith("it nests its elements more than 256 deep")


def test_a_word_document_without_a_list_of_parts_is_found_by_its_usual_name() -> None:
    assert package().main == "word/document.xml"


# --- what is stored in several forms, or said by a style


def shape(inside: str) -> str:
    return f"<w:r><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></w:r>"


def box(text: str) -> str:
    return f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        (f"<mc:AlternateContent><mc:Choice>{box('new')}</mc:Choice><mc:Fallback>{box('old')}</mc:Fallback></mc:AlternateContent>", ["new"]),
        (f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{box('old')}</mc:Fallback></mc:AlternateContent>", ["old"]),
        (f"<mc:AlternateContent>{box('bare')}</mc:AlternateContent>", ["bare"]),
        (box("outer").replace("</w:txbxContent>", paragraph(shape(box("inner"))) + "</w:txbxContent>"), ["outer", "inner"]),
    ],
)  # fmt: skip
def test_of_a_box_within_a_drawing_one_form_is_read(inside: str, read: list[str]) -> None:
    assert texts(load(paragraph(run("Text.") + shape(inside)))) == ["Text.", *read]


def test_of_several_choices_in_the_body_the_first_is_read() -> None:
    choices = "".join(f"<mc:Choice>{paragraph(run(text))}</mc:Choice>" for text in ("one", "two"))
    assert texts(load(f"<mc:AlternateContent>{choices}</mc:AlternateContent>")) == ["one"]


@pytest.mark.parametrize(
    ("properties", "struck"),
    [
        ('<w:strike w:val="0"/><w:dstrike/>', True), ('<w:strike w:val="0"/><w:dstrike w:val="0"/>', False), ('<w:rStyle w:val="S"/><w:b/>', True), ('<w:rStyle w:val="S"/><w:strike w:val="0"/>', False),
    ],
)  # fmt: skip
def test_one_stroke_of_two_strikes_and_a_style_does_where_the_run_is_silent(
    properties: str, struck: bool
) -> None:
    styles = bombs.part("styles", style("S", "<w:rPr><w:strike/></w:rPr>", kind="character"))
    found = load(paragraph(run("x") + run("old", f"<w:rPr>{properties}</w:rPr>")), styles=styles)
    assert aside(found) == ([("struck text", "old")] if struck else [])


def test_a_style_raises_and_thickens_where_the_run_is_silent() -> None:
    looks = '<w:rPr><w:vertAlign w:val="superscript"/><w:b/></w:rPr>'
    styles = bombs.part("styles", style("S", looks, kind="character"))
    silent = '<w:rPr><w:rStyle w:val="S"/><w:i/></w:rPr>'
    assert texts(load(paragraph(run("10") + run("6", silent)), styles=styles)) == ["10⁶"]
    level = '<w:rPr><w:rStyle w:val="S"/><w:vertAlign w:val="baseline"/></w:rPr>'
    assert texts(load(paragraph(run("10") + run("6", level)), styles=styles)) == ["106"]
    assert kinds(paragraph(run("Lamps", level), CENTRED), styles=styles) == [("heading", 1, "Lamps")]


def test_deleted_words_outside_of_a_deletion_and_a_sign_without_a_reading() -> None:
    loose = "<w:r><w:t>a</w:t><w:delText>gone</w:delText></w:r>"
    bare = f"<w:r><w:ruby><w:rubyBase>{run('灯')}</w:rubyBase></w:ruby></w:r>"
    found = load(paragraph(loose + bare))
    assert (texts(found), aside(found)) == (["a灯"], [("deleted text", "gone")])
