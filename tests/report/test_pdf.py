"""PDF: tagged, with bookmarks, the same every time, the brief on one page, both texts in it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from p5diff.errors import P5DiffError
from p5diff.report import pdf
from p5diff.report.selection import Selection
from tests.browser.conftest import example
from tests.report.factory import from_paragraphs

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler"),
]


def made(tmp_path: Path, data: bytes) -> tuple[str, list[str]]:
    """What pdfinfo says, and the text of each page."""
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return info, [" ".join(page.split()) for page in text.rstrip("\f").split("\f")]


def test_the_brief_is_page_one_and_the_text_follows(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="needs p5diff[print]")
    data = pdf.render(example())
    info, pages = made(tmp_path, data)
    assert "Tagged:          yes" in info
    pypdfium2 = pytest.importorskip("pypdfium2", reason="needs p5diff[pdf]")
    assert "The text, with its changes" in [b.get_title() for b in pypdfium2.PdfDocument(data).get_toc()]
    assert "Compared with old, new" in pages[0] and "The text, with its changes" not in pages[0]
    assert "The text, with its changes" in pages[1]
    assert "An unchanged paragraph, number 17, that says very little." in " ".join(pages[1:])
    assert all("old → new" in page for page in pages)


def test_filters_hold_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="needs p5diff[print]")
    compared = from_paragraphs([["Gone now."], ["Both."]], [["Both."], ["Come now."]])
    only = Selection(kinds=frozenset({"new"}))
    data = pdf.render(compared, selection=only)
    assert data == pdf.render(compared, selection=only)
    _, pages = made(tmp_path, data)
    assert "Gone now." not in " ".join(pages)
    assert "1 shown, 1 other change not shown" in pages[0]


def test_without_weasyprint_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(P5DiffError) as caught:
        pdf.render(from_paragraphs([["A."]], [["B."]]))
    assert caught.value.slug == "missing-extra" and "p5diff[print]" in str(caught.value.hint)
