"""The cover of Word and OpenDocument files: a page that LibreOffice shows to its last line."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from p5diff.model.comparison import Comparison
from p5diff.report import docx, odt
from p5diff.report.cover import OPEN, WORD, CoverLine, cover
from p5diff.report.phrasebook import LANGUAGES, PageWords
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement
from tests.report.libreoffice import SOFFICE, needs_libreoffice

PDFTOTEXT = shutil.which("pdftotext")
THINGS = "wells canals ports barns mills lamps roads fords kilns docks locks farms".split()


@cache
def large(size: int) -> Comparison:
    """Texts with many changes of each sort, in long sentences."""
    tail = "in all provinces of the coast and of the hills, as the council of the river basin has set out"
    before = [f"The Parties will repair the {t} number {n} {tail}." for n in range(size) for t in THINGS[:6]]
    after = [
        f"The Parties will inspect the {t} number {n} of Ghana {tail}." for n in range(size) for t in THINGS
    ]
    after += [f"We believe that trade in {t} may grow by {n} percent {tail}." for n, t in enumerate(THINGS)]
    return compare_statements(statement(*[[s] for s in before]), statement(*[[s] for s in after]))


def said(lines: tuple[CoverLine, ...], role: str) -> list[str]:
    return ["".join(text for _, text in line.runs) for line in lines if line.role == role]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [1, 4, 9])
def test_a_cover_that_has_less_room_counts_what_it_leaves_out(size: int, language: str) -> None:
    say = PageWords(language)
    wide, narrow = (cover(large(size), say=say, high=high) for high in (WORD, OPEN))
    assert said(wide, "answer") == said(narrow, "answer")
    assert said(wide, "head") == said(narrow, "head"), "every point with its count"
    assert len(said(narrow, "item")) <= len(said(wide, "item"))
    head = say.raw("Not told above: {said}.").partition("{")[0]
    (rest,) = (line for line in said(narrow, "small") if line.startswith(head))
    assert rest


def test_a_long_foot_takes_its_room_from_the_page() -> None:
    made = large(4)
    long = replace(made, after=replace(made.after, ref="/".join(["a-statement-of-the-conference"] * 40)))
    assert sum(map(len, said(cover(long), "item"))) < sum(map(len, said(cover(made), "item")))
    assert said(cover(long), "foot")[1].count("a-statement") == 40, "what was compared is told whole"


@needs_libreoffice
@pytest.mark.skipif(PDFTOTEXT is None, reason="needs pdftotext")
@pytest.mark.parametrize("language", ["en", "ru"])
def test_libreoffice_shows_the_cover_to_its_end(tmp_path: Path, language: str) -> None:
    """What stands in the header of a page beyond its room is cut there, and no reader would know."""
    made, say = large(9), PageWords(language)
    (tmp_path / "a.docx").write_bytes(docx.render(made, words=language))
    (tmp_path / "b.odt").write_bytes(odt.render(made, words=language))
    assert SOFFICE and PDFTOTEXT
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    order = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*order, str(tmp_path / "a.docx"), str(tmp_path / "b.odt")], check=True, capture_output=True
    )
    for name, high in (("a.pdf", WORD), ("b.pdf", OPEN)):
        shown = subprocess.run(
            [PDFTOTEXT, "-l", "1", "-layout", str(tmp_path / name), "-"], check=True, capture_output=True
        ).stdout.decode("utf-8")
        page = "".join(shown.split())
        for line in cover(made, say=say, high=high):
            if line.role in ("answer", "head", "small", "foot"):
                text = "".join("".join(text for _, text in line.runs).split())
                assert text[-12:] in page, (name, text)
