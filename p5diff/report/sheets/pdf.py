"""The brief as PDF: the HTML sheet, set by WeasyPrint."""

from __future__ import annotations

import importlib
from typing import Any

from p5diff.errors import MissingExtra
from p5diff.report.sheets import html
from p5diff.report.sheets.sheet import Sheet


def render(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF, the same bytes for the same sheet.

    Raises `P5DiffError` (slug `extra-needed`) where WeasyPrint or what it needs is not installed.
    """
    try:
        weasyprint: Any = importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise MissingExtra("print", "writing a PDF") from error
    page = html.render(sheet)
    document = weasyprint.HTML(string=page, url_fetcher=_nothing)
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=_identifier(page))
    return made


def _identifier(page: str) -> bytes:
    """What names the file inside it: made of its content, so that nothing depends on the clock."""
    import hashlib

    return hashlib.sha256(page.encode()).digest()[:16]


def _nothing(url: str, *_: object, **__: object) -> Any:
    raise ValueError(f"a brief loads nothing, and not {url}")
