"""How the two texts are named where people read them, and what a report may say of their source.

A report travels. It names the file that was compared, never the folders of the machine it lay on.
"""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, replace
from pathlib import PureWindowsPath

from p5diff.model.comparison import Comparison
from p5diff.model.statement import Metadata
from p5diff.report.days import day, month
from p5diff.report.phrasebook import PageWords
from p5diff.report.topicnames import in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The title of a comparison. `shared` stands before the arrow, where both texts bear it."""

    shared: str
    before: str
    after: str
    language: str
    """Of the titles."""

    @property
    def plain(self) -> str:
        """`Quad Leaders’ Statement, May 2022 → May 2023`."""
        return f"{self.shared}{', ' if self.shared else ''}{self.before} → {self.after}"


def heading(comparison: Comparison, words: str = "en") -> Heading:
    """Titles in words, with the dates that tell them apart; ids where there is no title.

    `words` is the language around the titles: they are taken in it where both texts have them so, else in
    English, else as they are. Months are named in English; elsewhere dates stand as ISO 8601 has them.
    """
    before, after = comparison.before, comparison.after
    known = (code for code in (words, "en") if all(dict(m.titles).get(code) for m in (before, after)))
    language = next(known, after.language)
    titles = before.title(language), after.title(language)
    dates = _dates(before, after) if words == "en" else _days(before, after)
    if titles[0] != titles[1]:
        told = [
            f"{title} ({date})" if date and title != meta.id and date[-4:] not in title else title
            for title, date, meta in zip(titles, dates, (before, after), strict=True)
        ]
        return Heading(shared="", before=told[0], after=told[1], language=language)
    if dates[0] and dates[1] and dates[0] != dates[1]:
        return Heading(shared=titles[0], before=dates[0], after=dates[1], language=language)
    if before.id != after.id:
        shared = titles[0] if titles[0] not in (before.id, after.id) else ""
        return Heading(shared=shared, before=before.id, after=after.id, language=language)
    said = before.language, after.language
    say = PageWords(words)
    names = said if said[0] != said[1] else (say("before"), say("after"))
    return Heading(shared=titles[0], before=names[0], after=names[1], language=language)


def _dates(before: Metadata, after: Metadata) -> tuple[str, str]:
    """Month and year; with the day where both fall into one month."""
    short = tuple(month(_last_date(meta)) for meta in (before, after))
    if short[0] and short[0] == short[1]:
        return day(_last_date(before)), day(_last_date(after))
    return short[0], short[1]


def _days(before: Metadata, after: Metadata) -> tuple[str, str]:
    """The same in figures: `2022-05`, with the day where both fall into one month."""
    one, two = _last_date(before), _last_date(after)
    return (one, two) if one[:7] == two[:7] else (one[:7], two[:7])


def _last_date(meta: Metadata) -> str:
    """When it was adopted, else the last day of the meeting."""
    return meta.adopted or (meta.dates[-1] if meta.dates else "")


def adopted(meta: Metadata) -> datetime.date | None:
    """The day a text is dated, or None where it names none."""
    try:
        return datetime.date.fromisoformat(_last_date(meta))
    except ValueError:
        return None


def dated(comparison: Comparison) -> datetime.datetime | None:
    """The date that a document carries: of SOURCE_DATE_EPOCH, else the day of the text after, else of the
    text before, at noon, so that no time zone turns it into another day. None where nothing is dated.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit():
        seconds = min(max(int(given), _FIRST_SECOND), _LAST_SECOND)
        return datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC)
    found = adopted(comparison.after) or adopted(comparison.before)
    if found is None or not 1980 <= found.year <= 2107:
        return None
    return datetime.datetime.combine(found, datetime.time(12), tzinfo=datetime.UTC)


_FIRST_SECOND, _LAST_SECOND = 315532800, 4354819198
"""1980 to 2107: the moments that a zip file, which a document is, can name."""


def travelling(comparison: Comparison, language: str = "en") -> Comparison:
    """The same comparison, its texts named by file, without the folders they came from, and its topics as a
    page in `language` calls them."""
    return in_language(
        replace(comparison, before=_bare(comparison.before), after=_bare(comparison.after)), language
    )


def _bare(meta: Metadata) -> Metadata:
    """`PureWindowsPath` reads both sorts of separators. A reference into a corpus is no path."""
    source = replace(meta.source, path=_name(meta.source.path))
    ref = meta.ref if meta.corpus else _name(meta.ref)
    return replace(meta, ref=ref, source=source, corpus=_name(meta.corpus))


def _name(path: str) -> str:
    if "://" in path:
        return path
    return PureWindowsPath(path).name or path
