"""PDF of brief and report, tagged and with bookmarks, drawn by WeasyPrint: no browser is needed."""

from __future__ import annotations

import hashlib
import importlib
from typing import Any

from p5diff.errors import MissingExtra
from p5diff.model.comparison import Comparison
from p5diff.report.selection import ALL, Selection


def render(comparison: Comparison, *, selection: Selection = ALL, words: str = "en") -> bytes:
    """A PDF/UA file: the brief as its first page, the text with its changes and notes, the evidence.

    `words` is the language of what the page says itself. The same comparison gives the same bytes with
    the same WeasyPrint and fonts. Raises `P5DiffError`
    (slug `missing-extra`) where WeasyPrint is not installed.
    """
    from p5diff.report.html.environment import fill
    from p5diff.report.html.page import build
    from p5diff.report.html.tags import direction, language_tag
    from p5diff.report.naming import dated
    from p5diff.report.phrasebook import PageWords

    date = dated(comparison)
    created = f"{date:%Y-%m-%dT%H:%M:%SZ}" if date else ""
    say = PageWords(words)
    drawn = fill(
        "print.html",
        "print.css",
        page=build(comparison, selection, say=say),
        created=created,
        say=say,
        tag=language_tag(words),
        way=direction(words),
        unreviewed="" if say.book.reviewed else say.book.say("unreviewed"),
    )
    return written(drawn)


def written(page: str) -> bytes:
    """A page of HTML as a PDF/UA file that is named by its content. Nothing is fetched for it.

    Raises `P5DiffError` (slug `missing-extra`) where WeasyPrint, or what it needs, is not installed.
    """
    try:
        weasyprint: Any = importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise MissingExtra("print", "writing a PDF") from error
    document = weasyprint.HTML(string=page, url_fetcher=_nothing)
    # Named by its content, so that nothing depends on the clock.
    identifier = hashlib.sha256(page.encode("utf-8")).digest()[:16]
    made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return made


def _nothing(url: str, *_: object, **__: object) -> Any:
    raise ValueError(f"a report loads nothing, and not {url}")
