"""The same document in every format and six languages reads the same: text, labels, rows, notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff.ingest import read_bytes
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawText
from tests.documents.build import LANGUAGES
from tests.documents.office import convert, soffice
from tests.documents.rich import WRITERS, Rich, flat, rich

OFFICE = ("odt", "docx", "rtf", "doc")


def shown(raw: RawText) -> list[str]:
    return [" ".join(f"{b.label} {b.text}".split()) for b in raw.blocks if b.is_text]


def check(raw: RawText, doc: Rich) -> None:
    assert shown(raw) == [" ".join(text.split()) for text in doc.wanted()]
    notes = {b.key: b for b in raw.blocks if b.kind is BlockKind.FOOTNOTE}
    called = [(b.text[: call.at], notes[call.key]) for b in raw.blocks for call in b.calls]
    assert [(" ".join(before.split()), note.label, note.text) for before, note in called] == [
        (" ".join(before.split()), str(number), note)
        for before, number, note in zip((doc.first, doc.second), (1, 2), doc.notes, strict=True)
    ]
    struck = [b.text for b in raw.blocks if b.reason in {SetAsideReason.STRUCK, SetAsideReason.DELETED}]
    assert struck == [doc.struck]
    headings = [b.text for b in raw.blocks if b.kind is BlockKind.HEADING]
    assert headings == [doc.title, doc.heading]
    assert not [note for note in raw.notes if note.slug == "import-incomplete"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", WRITERS)
def test_written_by_hand(ending: str, language: str) -> None:
    doc = rich(language)
    check(read_bytes(WRITERS[ending](doc), name=f"x.{ending}"), doc)


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], bytes]:
    if soffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    sources = {language: flat(rich(language)).decode() for language in LANGUAGES}
    folder = Path(tmp_path_factory.mktemp("rich"))
    return {
        (ending, language): data
        for ending in OFFICE
        for language, data in convert(sources, ending, folder / ending).items()
    }


@pytest.mark.system
@pytest.mark.parametrize(
    ("ending", "language"),
    [
        (ending, language)
        for ending in OFFICE
        for language in LANGUAGES
        if (ending, language) != ("rtf", "ar")  # LibreOffice writes no strike for Arabic words in RTF
    ],
)
def test_written_by_an_office(ending: str, language: str, converted: dict[tuple[str, str], bytes]) -> None:
    doc = rich(language)
    check(read_bytes(converted[ending, language], name=f"x.{ending}"), doc)


@pytest.mark.system
def test_bullets_of_a_symbol_font_are_the_signs_they_show(tmp_path: Path) -> None:
    """Word's own bullet is a private character of Symbol, and stays one in the PDF that an office makes."""
    if soffice() is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    style = (
        '<text:list-style style:name="Signs">'
        '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7">'
        '<style:list-level-properties text:space-before="0.5cm" text:min-label-width="0.6cm"/>'
        '<style:text-properties style:font-name="Signs"/></text:list-level-style-bullet></text:list-style>'
    )
    face = '<style:font-face style:name="Signs" svg:font-family="OpenSymbol"/>'
    items = ("Lamps are lit at dusk;", "Gates are shut at noon.")
    listed = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in items)
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(f'xmlns:{short}="{names}{short}:1.0"' for short in ("office", "style", "text"))
    source = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} '
        f'xmlns:svg="{names}svg-compatible:1.0" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{face}</office:font-face-decls>"
        f"<office:automatic-styles>{style}</office:automatic-styles><office:body><office:text>"
        f'<text:p>The wardens agreed:</text:p><text:list text:style-name="Signs">{listed}</text:list>'
        "</office:text></office:body></office:document>"
    )
    (data,) = convert({"en": source}, "pdf", tmp_path).values()
    assert shown(read_bytes(data, name="x.pdf")) == ["The wardens agreed:", *(f"• {item}" for item in items)]
