"""The report page: one HTML file that needs nothing else, for a browser, a printer, an archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from p5diff.model.comparison import Comparison
from p5diff.report.selection import ALL, Selection

if TYPE_CHECKING:
    from p5diff.report.html.trail import Trail


def render(
    comparison: Comparison,
    *,
    selection: Selection = ALL,
    trail: Trail | None = None,
    words: str = "en",
) -> str:
    """The comparison as one self-contained HTML page.

    No request leaves it, it works without JavaScript, and no character of the texts can become
    markup: see docs/reports.md. With a `selection`, only those changes are marked and told; both texts
    stay whole. In a site, a `trail`
    leads to the pages around it. `words` is the language of what the page says itself, one of
    `p5diff.report.phrasebook.LANGUAGES`: what the texts say stays as it is.
    """
    return "".join(in_pieces(comparison, selection=selection, trail=trail, words=words))


def in_pieces(
    comparison: Comparison,
    *,
    selection: Selection = ALL,
    trail: Trail | None = None,
    words: str = "en",
) -> Iterator[str]:
    """The same page, a piece at a time."""
    from functools import partial

    from p5diff.report.html.environment import filled, filled_beside
    from p5diff.report.html.page import build
    from p5diff.report.html.speech import script_words, spoken
    from p5diff.report.html.tags import direction, language_tag
    from p5diff.report.phrasebook import PageWords

    say = PageWords(words)
    page = build(comparison, selection, say=say)
    draw = filled_beside if trail else partial(filled, more=spoken(say))
    yield from draw(
        "report.html",
        "report.css",
        "report.js",
        early="early.js",
        page=page,
        trail=trail,
        say=say,
        tag=language_tag(words),
        way=direction(words),
        unreviewed="" if say.book.reviewed else say.book.say("unreviewed"),
        script_words=script_words(say),
    )
