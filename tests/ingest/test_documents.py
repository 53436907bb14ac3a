"""Every importer on every generated document: nothing lost, paragraphs recovered exactly."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from dataclasses import replace

import pytest

from p5diff.ingest import IMPORTERS, read_bytes
from p5diff.ingest.layout.masthead import judged
from p5diff.ingest.loss import FLOOR
from p5diff.model.source import RawText
from tests.documents.build import Made, web_pages
from tests.documents.score import score

EXACT = {"docx": 1.0, "html": 1.0, "pdf": 0.95}
"""Share of paragraphs recovered exactly, over all documents of a format; docs/benchmarks.md has
the figures, these are floors."""


def parse(made: Made) -> RawText:
    raw: RawText = importlib.import_module(IMPORTERS[made.format]).parse(made.data, name=made.name)
    return replace(raw, blocks=judged(raw.blocks))


def check(documents: Iterable[Made], kind: str) -> None:
    """No silent loss: at least 98 % of the characters come out, or the import says so."""
    exact = wanted = 0
    for made in documents:
        raw = parse(made)
        result = score(raw, made.doc)
        said = any(note.slug == "import-incomplete" for note in raw.notes)
        assert result.kept >= FLOOR or said, (made.name, result)
        assert result.notes == result.of, (made.name, result)
        assert not result.foreign, (made.name, result)
        exact, wanted = exact + result.exact, wanted + result.wanted
    assert wanted and exact / wanted >= EXACT[kind], f"{kind}: {exact} of {wanted} paragraphs"


@pytest.mark.parametrize("made", web_pages(), ids=lambda made: made.name)
def test_a_page_in_every_shape_and_language_gives_its_statement(made: Made) -> None:
    raw = parse(made)
    result = score(raw, made.doc)
    assert (result.exact, result.foreign, result.kept) == (result.wanted, 0, 1.0), result.missed
    assert result.notes == result.of
    assert not raw.notes
    assert dict(raw.properties)["title"] == made.doc.title


@pytest.mark.system
def test_docx_files_of_libreoffice(office_files: list[Made]) -> None:
    check((made for made in office_files if made.format == "docx"), "docx")


@pytest.mark.system
def test_pdf_files_of_libreoffice(office_files: list[Made]) -> None:
    check((made for made in office_files if made.format == "pdf"), "pdf")


@pytest.mark.system
def test_pdf_files_of_weasyprint(weasy_files: list[Made]) -> None:
    check(weasy_files, "pdf")


@pytest.mark.system
def test_furniture_is_kept_as_evidence(office_files: list[Made]) -> None:
    made = next(m for m in office_files if m.format == "pdf" and m.doc.language == "en")
    furniture = " | ".join(b.text for b in parse(made).blocks if not b.is_text)
    assert "Distr.: General" in furniture
    assert "LHC/2031/17" in furniture


@pytest.mark.system
def test_the_child_reads_what_the_parser_reads(office_files: list[Made]) -> None:
    for made in (m for m in office_files if m.doc.language == "ar" and m.layout == "columns"):
        assert read_bytes(made.data, name=made.name) == parse(made)
