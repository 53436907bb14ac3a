"""Shapes of real pages, set again with words of our own: what is text, what is set aside, in what order."""
# ruff: noqa: E501  (pages and tables of cases are easier to read unbroken)

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from p5diff import language as languages
from p5diff.errors import InputError
from p5diff.ingest.layout.join import WordWitnesses, join_lines
from p5diff.ingest.readers.pdf import parse
from p5diff.ingest.readers.pdf.joining import Joiner
from p5diff.model.setaside import SetAsideReason as Reason
from p5diff.model.source import BlockKind, RawText
from tests.ingest import bombs
from tests.ingest.blocks import letters, texts

pytest.importorskip("pypdfium2")
pytest.importorskip("weasyprint", exc_type=ImportError)

PAGE = "<style>@page { size: A4; margin: 30mm 25mm } body { font: 11pt 'Liberation Serif', serif } p { margin: 0 0 3mm }</style>"
CHROME = """<style>@page { size: A4; margin: 30mm 25mm;
  @top-left { content: "%(left)s"; font-size: 9pt } @top-right { content: "%(right)s"; font-size: 9pt }
  @bottom-left { content: "%(job)s"; font-size: 8pt } @bottom-right { content: counter(page) "/" counter(pages); font-size: 8pt } }
</style>"""
LONG = "The keepers of the lamps met in the hall of the harbour and heard the report on oil and on wicks, on the channels and on the pilots who serve in them, and they "


def printed(body: str, style: str = PAGE, language: str = "en") -> bytes:
    weasyprint = pytest.importorskip("weasyprint", exc_type=ImportError)
    html = f'<html lang="{language}"><meta charset="utf-8">{style}<body>{body}</body></html>'
    made = weasyprint.HTML(string=html).write_pdf(uncompressed_pdf=True)
    assert isinstance(made, bytes)
    return made


def read(data: bytes) -> RawText:
    return parse(data, name="made.pdf")


def aside(raw: RawText, reason: Reason) -> list[str]:
    return [block.text for block in raw.blocks if block.reason is reason]


def shown(text: str, x: float, y: float, size: float = 11) -> str:
    """The operators that draw a text."""
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def drawn(*lines: tuple[float, float, float, str], words: str = "", after: str = "") -> bytes:
    """A page of texts at (x, y, size); `words` are operators that go before them, `after` behind them."""
    import zlib

    page = "".join(shown(text, x, y, size) for x, y, size, text in lines)
    return bombs.pdf(zlib.compress((words + page + after).encode("latin-1")))


# --- spaces and hyphens


def kerned(pieces: str, others: str = "") -> list[str]:
    """The text of a line that is moved on by 0.17 em in the middle of a word, as kerning does."""
    operators = f"BT /F1 11 Tf 1 0 0 1 72 700 Tm [{pieces}] TJ ET\n"
    return texts(read(drawn((72, 660, 11, others or "Nothing else is said here."), words=operators)))


def test_a_kerned_pair_is_no_space_where_the_word_stands_elsewhere() -> None:
    found = kerned("(The lamps were cle) -170 (aned by the keeper) ", "They had been cleaned before.")
    assert found[0] == "The lamps were cleaned by the keeper"


def test_a_kerned_pair_is_no_space_where_a_piece_is_no_word() -> None:
    assert kerned("(The body sh) -170 (all elect a new keeper) ")[0] == "The body shall elect a new keeper"


@pytest.mark.parametrize(("torn", "other"), [("Keepership", "keeperships"), ("keeperships", "Keepership")])
def test_a_kerned_pair_is_no_space_where_another_form_of_the_word_stands(torn: str, other: str) -> None:
    found = kerned(f"(The {torn[:5]}) -170 ({torn[5:]} was of use) ", f"They had spoken of {other} before.")
    assert found[0] == f"The {torn} was of use"


def test_words_are_not_joined_for_a_longer_word_that_begins_like_them() -> None:
    found = kerned("(The lamp) -170 (light was of use) ", "They saw lamplighters, a lamp and a light.")
    assert found[0] == "The lamp light was of use"


def test_a_narrow_space_between_words_stays() -> None:
    assert kerned("(The keeper of) -200 (the lamps of the port) ")[0] == "The keeper of the lamps of the port"


def test_a_space_that_a_kerned_pair_narrows_is_one_beside_those_of_its_line() -> None:
    """The second word after it is no word that the text or the language knows."""
    words = "(They) -262 (saw) -262 (nine) -262 (roof) -216 (kas) -262 (of) -262 (the) -262 (port)"
    assert kerned(words)[0] == "They saw nine roof kas of the port"


@pytest.mark.parametrize(
    ("title", "language"),
    [("СОВМЕСТНОЕ ЗАЯВЛЕНИЕ", "ru"), ("JOINT STATEMENT", "en"), ("Déclaration commune", "fr")],
)
@pytest.mark.parametrize("spacing", ["2pt", "4pt"])
def test_letter_spaced_titles_are_words(title: str, language: str, spacing: str) -> None:
    letters = "".join(
        f'<span style="margin-right:{spacing}">{c}</span>' if c != " " else "&emsp;" for c in title
    )
    raw = read(printed(f'<p style="font-size:13pt">{letters}</p><p>{LONG}agreed.</p>', language=language))
    assert texts(raw)[0] == title


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("Порядок", "обязателен", "для всех."),
        ("El informe", "obliga", "a las Partes."),
        ("Они", "возражают", "против этого."),
        ("", "ЗАПРЕЩЕНО", "всегда"),
    ],
)
@pytest.mark.parametrize("apart", ["1.6px", "3px", "5px"])
def test_a_letter_spaced_word_stands_apart_from_ordinary_ones(
    before: str, word: str, after: str, apart: str
) -> None:
    """The letters beside it belong to their own words, however narrow the spaces."""
    said = f'{before} <span style="letter-spacing:{apart}">{word}</span> {after}'
    raw = read(printed(f"<p>{said}</p><p>{LONG}agreed.</p>", language="ru"))
    assert texts(raw)[0] == f"{before} {word} {after}".strip()


def test_a_row_of_single_letters_is_not_made_a_word() -> None:
    assert (
        texts(read(drawn((72, 700, 11, "a b c d e f g h"), (72, 650, 11, "Something else."))))[0]
        == "a b c d e f g h"
    )


def test_a_hyphen_at_a_line_end_stays_where_nothing_speaks_against_it() -> None:
    lines = [
        (72, 700, 11, "They gave an account of the lamps in a clear and reader-"),
        (72, 686, 11, "helpful form of words to all."),
    ]
    raw = read(drawn(*lines))
    assert texts(raw) == [
        "They gave an account of the lamps in a clear and reader-helpful form of words to all."
    ]
    assert [note.slug for note in raw.notes] == ["hyphens-guessed"]


DIVIDED = "regu- lation|pilo- tage|conve- nience|mari- time|obser- vation"
"""Words that only a program divides."""


@pytest.mark.parametrize(
    "whole", ["cost-sharing", "long-term", "twenty-first", "survey-based", "reader-friendly"]
)
def test_a_compound_keeps_its_hyphen_where_a_program_divides_words(whole: str) -> None:
    lines = " ".join(f"then {word}|" for word in DIVIDED.split("|")).replace("- ", "-|").split("|")
    first, second = whole.split("-")
    joiner = Joiner.of([*lines, f"a {first}-", f"{second} plan"], languages.get("en"))
    assert joiner.automatic
    assert joiner.join([f"a {first}-", f"{second} plan"]) == f"a {whole} plan"
    assert joiner.join(["the mari-", "time law"]) == "the maritime law"
    assert joiner.join(["they under-", "standing"]) == "they understanding"


def test_compounds_alone_are_no_proof_that_a_program_divides_words() -> None:
    lines = "develop user-|friendly forms, a follow-|up meeting, mid-|term results, low-|enriched ore|organi-|zations"
    joiner = Joiner.of(lines.split("|"), languages.get("en"))
    found = joiner.join(lines.split("|"))
    assert (
        found
        == "develop user-friendly forms, a follow-up meeting, mid-term results, low-enriched ore organizations"
    )


def test_two_torn_words_beside_compounds_are_made_whole_where_compounds_are_few() -> None:
    lines = "la ofi-|cina lleva regis-|tros franco-|belgas".split("|")
    joiner = Joiner.of(lines, languages.get("es"))
    assert {"oficina", "registros"} <= set(joiner.join(lines).split())
    one = "la nota técnico-|científica de la ofi-|cina".split("|")
    assert "técnico-científica" in Joiner.of(one, languages.get("es")).join(one)


@pytest.mark.parametrize(
    ("first", "second", "whole"), [("ASSEM-", "BLY", "ASSEMBLY"), ("Assem-", "Bly", "Assem-Bly")]
)
def test_a_hyphen_amid_capitals_is_judged_as_one_amid_small_letters(
    first: str, second: str, whole: str
) -> None:
    words = WordWitnesses(frozenset({"assembly"}))
    assert join_lines([first, second], language=languages.get("en"), words=words)[0] == whole


@pytest.mark.parametrize(
    ("lines", "language", "word"),
    [
        ("les résu-|mer ; le résumé est court", "fr", "résumer"),
        ("ellos conve-|nirán; un convenio sigue", "es", "convenirán"),
        ("они провер-|ками заняты; проверка идёт", "ru", "проверками"),
        ("a lamp-|lights plan; lamplighters met a lamp", "en", "lamp-lights"),
    ],
)
def test_a_word_that_begins_as_another_one_does_is_a_form_of_it(lines: str, language: str, word: str) -> None:
    """But not where its first part is a word of the text."""
    parts = lines.split("|")
    assert word in Joiner.of(parts, languages.get(language)).join(parts).replace(";", " ").split()


@pytest.mark.parametrize(
    ("first", "second", "language", "whole"),
    [
        ("有超过3.", "5吨", "zh", "有超过3.5吨"),
        ("有超过1,", "200吨", "zh", "有超过1,200吨"),
        ("there were 3.", "5 came", "en", "there were 3. 5 came"),
    ],
)
def test_a_number_that_chinese_breaks_behind_its_point_is_one(
    first: str, second: str, language: str, whole: str
) -> None:
    words = WordWitnesses(frozenset())
    assert join_lines([first, second], language=languages.get(language), words=words)[0] == whole


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("in October", "/November of", "in October/November of"),
        ("see CIH", "/2", "see CIH/2"),
        ("the file", "/etc/lamps", "the file /etc/lamps"),
        ("one", "/ or two", "one / or two"),
    ],
)
def test_a_stroke_that_opens_a_line_joins_two_words(first: str, second: str, whole: str) -> None:
    words = WordWitnesses(frozenset())
    assert join_lines([first, second], language=languages.get("en"), words=words)[0] == whole


# --- heads, feet, notes


def chrome(pages: int, left: str = "LC/2031/WP.3", right: str = "", job: str = "31-04567") -> bytes:
    numbered = [
        f"<p>In part {n}, the keepers of station {n * 7} {LONG[12:]}went on to point {n + 3}.</p>"
        for n in range(pages * 9)
    ]
    return printed("".join(numbered), CHROME % {"left": left, "right": right, "job": job})


@pytest.mark.parametrize("pages", [2, 3, 5])
def test_no_sentence_is_cut_by_what_stands_at_the_edges_of_pages(pages: int) -> None:
    data = chrome(pages, right="Lamps of the harbour")
    raw = read(data)
    assert len(texts(raw)) == pages * 9
    assert all(text.startswith("In part ") and text.endswith(".") for text in texts(raw))


def test_a_head_with_page_n_of_m_beside_the_symbol_is_set_aside() -> None:
    style = CHROME.replace('content: "%(right)s"', 'content: "Page " counter(page) " of " counter(pages)')
    body = "".join(f"<p>In part {n}, {LONG}went on to point {n + 3}.</p>" for n in range(27))
    raw = read(printed(body, style % {"left": "LC/2031/WP.3", "job": ""}))
    assert len(texts(raw)) == 27
    assert aside(raw, Reason.RUNNING_HEAD)


def test_headings_that_count_up_with_the_pages_are_text() -> None:
    pages = "".join(
        f'<section style="break-before:page"><h2>Article {n}</h2><p>{LONG * 3}agreed.</p></section>'
        for n in range(1, 5)
    )
    raw = read(printed(pages, CHROME % {"left": "", "right": "", "job": ""}))
    assert [text for text in texts(raw) if text.startswith("Article")] == [
        f"Article {n}" for n in range(1, 5)
    ]


def test_pages_of_one_form_are_text() -> None:
    pages = "".join(
        f'<section style="break-before:page"><p>Certificate {n}</p><p>The keeper certifies that on {n} May 2031 a port'
        " sent in its papers, and that they were found to be in good and due form.</p></section>"
        for n in range(1, 4)
    )
    found = texts(read(printed(pages)))
    assert [text for text in found if text.startswith("Certificate")] == [
        f"Certificate {n}" for n in (1, 2, 3)
    ]
    assert len(found) == 6


def test_a_refrain_at_the_top_of_each_page_is_text() -> None:
    sentence = "No lamp may ever be put out."
    pages = "".join(
        f'<section style="break-before:page"><p>{sentence}</p><p>Part {n}. {LONG * 4}agreed.</p></section>'
        for n in range(1, 5)
    )
    assert texts(read(printed(pages))).count(sentence) == 4


def test_a_typed_rule_and_notes_do_not_cut_the_sentence_that_runs_over_the_page() -> None:
    first = [
        (72, 790 - 14 * n, 11, line)
        for n, line in enumerate(
            [
                "1. Decides that the lamps of the harbour shall be lit each night",
                "of the year by the keeper or by a helper whom he has",
            ]
        )
    ]
    note = [
        (72, 90, 11, "__________________"),
        (72, 76, 7, "1"),
        (77, 74, 8, "See the report of the keeper."),
    ]
    raw = read(two_pages([*first, *note], [(72, 790, 11, "chosen for the work, never while ships come in.")]))
    assert texts(raw) == [
        "1. Decides that the lamps of the harbour shall be lit each night of the year by the keeper or by a helper whom he has "
        "chosen for the work, never while ships come in."
    ]
    assert aside(raw, Reason.RULE) == ["__________________"]


def two_pages(*pages: list[tuple[float, float, float, str]]) -> bytes:
    import io

    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for lines in pages:
        whole.import_pages(pypdfium2.PdfDocument(drawn(*lines)))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def test_a_head_that_only_the_second_of_two_pages_has_is_set_aside() -> None:
    head = [(72, 785, 9, "LC/RES/7"), (300, 785, 9, "Agreement on the Lamps")]
    body = [(72, 740 - 14 * n, 11, "The Conference decides that lamps are lit, and that") for n in range(3)]
    raw = read(two_pages([*body], [*head, *body, (72, 680, 11, "it ends here.")]))
    assert aside(raw, Reason.RUNNING_HEAD) == ["LC/RES/7 Agreement on the Lamps"]
    assert not any("Agreement" in text for text in texts(raw))


def test_old_style_notes_in_the_size_of_the_text_are_notes() -> None:
    lines = [
        (72, 700, 11, "Recalling the convention on lamps of last year 1/ and all of the letters"),
        (72, 686, 11, "that came with it in the course of that year,"),
        (72, 120, 11, "____________"),
        (72, 104, 11, "1/ Records of the Lamp Conference, vol. II, document LC/62/122."),
        (480, 60, 11, "/..."),
    ]
    raw = read(drawn(*lines))
    text = "Recalling the convention on lamps of last year and all of the letters that came with it in the course of that year,"
    assert texts(raw) == [text]
    notes = [(b.label, b.text, b.key) for b in raw.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [note[:2] for note in notes] == [
        ("1", "Records of the Lamp Conference, vol. II, document LC/62/122.")
    ]
    calls = next(b.calls for b in raw.blocks if b.is_text)
    assert [(call.key, text[: call.at]) for call in calls] == [(notes[0][2], text[: text.index(" and all")])]


def raised(text: str, *notes: str) -> RawText:
    marked = re.sub(r"\^(\d+|rd)", r'<sup style="font-size:60%;line-height:0">\1</sup>', text)
    foot = "".join(f'<p style="font-size:8pt;margin:0">{n} {note}</p>' for n, note in enumerate(notes, 1))
    body = f"<p>{marked}</p><p>{LONG * 2}agreed.</p>"
    return read(printed(f'{body}<div style="position:absolute;bottom:0">{foot}</div>'))


@pytest.mark.parametrize(
    ("text", "notes", "wanted"),
    [
        ("It uses 10^6 units.", (), "It uses 10⁶ units."),
        ("An area of 30 km^2 is lit.", ("A note.", "Another."), "An area of 30 km² is lit."),
        ("The decisions of 1995^1 stand.", ("See the record.",), "The decisions of 1995 stand."),
        ("The decisions of 1995^4 stand.", ("See the record.",), "The decisions of 1995⁴ stand."),
        ("Meetings,^1associates and commissions^2and others came.", ("One.", "Two."), "Meetings, associates and commissions and others came."),
        ("The 73^rd meeting was held.", (), "The 73rd meeting was held."),
    ],
)  # fmt: skip
def test_a_raised_sign_is_a_mark_only_where_a_note_bears_it(
    text: str, notes: tuple[str, ...], wanted: str
) -> None:
    assert texts(raised(text, *notes))[0] == wanted


def test_notes_at_the_end_are_called_from_the_text() -> None:
    body = "<p>We recall the Treaty<sup style='font-size:60%;line-height:0'>1</sup> and the decisions of 2025<sup style='font-size:60%;line-height:0'>2</sup> here.</p>"
    raw = read(
        printed(
            f"{body}<p>{LONG}agreed.</p><p style='break-before:page'>Endnotes</p><p>1. Signed at Saltholm.</p><p>2. See the final report.</p>"
        )
    )
    assert texts(raw)[0] == "We recall the Treaty and the decisions of 2025 here."
    assert aside(raw, Reason.ENDNOTE) == ["Signed at Saltholm.", "See the final report."]


# --- columns and tables


def column(x: float, y: float, word: str, lines: int) -> list[tuple[float, float, float, str]]:
    return [(x, y - 14 * n, 11, f"the {word} were seen by all of the keepers") for n in range(lines)]


@pytest.mark.parametrize("right", [1, 2, 3, 4])
@pytest.mark.parametrize("left", [4, 9])
def test_a_second_column_is_read_last_however_short(left: int, right: int) -> None:
    pages = [
        column(60, 700, "lamps", 9) + column(320, 700, "boats", 9),
        column(60, 700, "oils", left) + column(320, 700, "wicks", right),
    ]
    text = " ".join(texts(read(two_pages(*pages))))
    order = re.findall("lamps|boats|oils|wicks", text)
    assert order == ["lamps"] * 9 + ["boats"] * 9 + ["oils"] * left + ["wicks"] * right


def test_a_first_column_that_starts_lower_is_read_first() -> None:
    text = " ".join(texts(read(drawn(*column(320, 760, "boats", 9), *column(60, 630, "lamps", 8)))))
    assert text.rindex("lamps") < text.index("boats")


def test_a_table_comes_row_by_row_with_its_cells_apart() -> None:
    rows = [
        ("Port", "Lamps", "Oil"),
        ("Port Maren", "12", "40 barrels"),
        ("Saltholm", "7", "31 barrels"),
        ("Norland", "3", "9 barrels"),
    ]
    cells = [
        (60 + 150 * n, 600 - 16 * r, 11, cell) for r, row in enumerate(rows) for n, cell in enumerate(row)
    ]
    raw = read(
        drawn(
            (
                60,
                700,
                11,
                "The lamps of the ports are these, as they were counted in the spring of the year:",
            ),
            *cells,
            (60, 500, 11, "They were counted twice by the keepers and by their helpers in all of the ports."),
        )
    )
    assert [b.text for b in raw.blocks if b.kind is BlockKind.ROW] == [" | ".join(row) for row in rows]
    assert len(texts(raw)) == 6


def test_cells_of_several_lines_stay_in_their_cell() -> None:
    table = "".join(
        f"<tr><td style='width:40mm'>{name} of the harbour and of the pier</td><td style='width:60mm'>{LONG}lit {name}.</td></tr>"
        for name in ("Lamps", "Boats", "Pilots")
    )
    raw = read(printed(f"<style>td {{ vertical-align: top; padding: 3mm }}</style><table>{table}</table>"))
    assert texts(raw) == [
        f"{name} of the harbour and of the pier | {LONG}lit {name}." for name in ("Lamps", "Boats", "Pilots")
    ]


def test_labels_and_letterheads_are_no_tables() -> None:
    lines = [(60, 760, 11, "Lake Conference"), (400, 760, 11, "LC/12/7")]
    lines += [
        part
        for n in range(4)
        for part in (
            (60, 700 - 30 * n, 11, f"{n + 1}."),
            (100, 700 - 30 * n, 11, f"Decides on matter {n} of the lamps of the harbour;"),
        )
    ]
    found = texts(read(drawn(*lines)))
    assert found[:2] == ["Lake Conference", "LC/12/7"]
    assert found[2:] == [f"{n + 1}. Decides on matter {n} of the lamps of the harbour;" for n in range(4)]


# --- fonts that lie


def garble(data: bytes, kind: str) -> bytes:
    """The same page, its fonts naming their letters wrongly: as a shift, a shuffle, private codes …"""
    pair = re.compile(rb"(<[0-9A-Fa-f]+>\s*<)([0-9A-Fa-f]{4})(>)(?=\s)")
    tables = re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL)
    letters = sorted(
        {c for table in tables for m in pair.finditer(table) if (c := chr(int(m[2], 16))).isalpha()}
    )
    others = letters[:]
    random.Random(2).shuffle(others)
    shuffled = dict(zip(letters, others, strict=True))

    def other(code: int) -> int:
        char = chr(code)
        if not char.isalpha():
            return code
        changes = {
            "shift": code + 3,
            "private": 0xE000 + code % 6000,
            "phonetic": 0x250 + code % 95,
            "rare": 0x3400 + code % 6000,
        }
        return ord(shuffled[char]) if kind == "shuffle" else changes[kind]

    def table(match: re.Match[bytes]) -> bytes:
        return pair.sub(lambda m: m[1] + b"%04X" % other(int(m[2], 16)) + m[3], match[0])

    return re.sub(rb"beginbfchar.*?endbfchar", table, data, flags=re.DOTALL)


@pytest.mark.parametrize("kind", ["shift", "shuffle", "private", "phonetic", "rare"])
@pytest.mark.parametrize("language", ["en", "es", "ru", "zh", "ar"])
def test_a_font_that_names_its_letters_wrongly_stops_the_import(kind: str, language: str) -> None:
    from tests.documents.model import invented
    from tests.documents.page import printed_html

    data = printed(printed_html(invented(language, numbered=False)), "", language)
    assert len(texts(read(data))) > 5, "the very page is read while its fonts are right"
    with pytest.raises(InputError) as caught:
        read(garble(data, kind))
    assert caught.value.slug in {"pdf-garbled", "pdf-no-text"}
    assert "OCR" in caught.value.hint


def test_bullets_and_a_line_of_another_font_are_no_reason_to_stop() -> None:
    listed = "".join(f"<p>\uf0b7 {LONG}did the thing numbered {n}.</p>" for n in range(30))
    assert len(texts(read(printed(listed)))) == 30


# --- law 9


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_nothing_vanishes(language: str) -> None:
    """Law 9: text, what was set aside and the marks of notes are the characters of the page."""
    import pypdfium2

    from tests.documents.model import invented
    from tests.documents.page import printed_html

    doc = invented(language, numbered=True)
    data = printed(printed_html(doc, columns=2, indented=True), "", language)
    raw = read(data)
    pages = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    there = letters(pages)
    kept = letters("".join(f"{b.label}{b.text}" for b in raw.blocks))
    missing, made = there - kept, kept - there
    marks = letters("".join(b.label for b in raw.blocks for _ in b.calls) + "12")
    assert not (missing - marks), missing
    assert not made, made


SHARED = Path(__file__).parents[3].parent / "shared" / "cases" / "reading"


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is missing")
def test_an_arabic_document_reads_the_same_as_docx_and_as_pdf() -> None:
    from p5diff.ingest.readers.docx import parse as parse_docx

    folder = SHARED / "49-pdf-arabic"
    wanted = [b.text for b in parse_docx((folder / "before.docx").read_bytes(), name="x").blocks if b.is_text]
    for name in ("after.pdf", "naskh.pdf"):
        assert [b.text for b in parse((folder / name).read_bytes(), name=name).blocks if b.is_text] == wanted
