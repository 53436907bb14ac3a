"""The page that leads to the comparisons of each successive pair of a series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from p5diff.model.comparison import Comparison
from p5diff.report.html.page import counts
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.phrasebook import PageWords
from p5diff.report.view import cautions


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """One comparison: its files, its texts, its figures."""

    page: str
    word: str
    before: str
    after: str
    before_title: str
    after_title: str
    counts: tuple[tuple[int, str], ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All of the index page."""

    title: str
    entries: tuple[IndexEntry, ...]
    version: str


def file_name(comparison: Comparison, number: int) -> str:
    """`01-paris-2011--washington-2012`: letters, digits, points and hyphens, whatever the ids are."""
    names = "--".join(_plain(meta.id) for meta in (comparison.before, comparison.after))
    return f"{number:02d}-{names}"


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-.")[:60] or "text"


def render(comparisons: Sequence[Comparison], words: str = "en") -> str:
    """The index as one self-contained page; its links lead to files of `file_name` beside it. `words` is the
    language of what it says itself.
    """
    from p5diff.report.html.environment import fill

    say = PageWords(words)
    first, last = comparisons[0].before, comparisons[-1].after
    entries = tuple(_entry(comparison, number, say) for number, comparison in enumerate(comparisons, start=1))
    index = Index(
        title=say("From {first} to {last}", first=first.id, last=last.id),
        entries=entries,
        version=comparisons[0].provenance.version,
    )
    unreviewed = "" if say.book.reviewed else say.book.say("unreviewed")
    tag, way = language_tag(words), direction(words)
    return fill("index.html", "table.css", index=index, say=say, tag=tag, way=way, unreviewed=unreviewed)


def _entry(comparison: Comparison, number: int, say: PageWords) -> IndexEntry:
    name = file_name(comparison, number)
    return IndexEntry(
        page=f"{name}.html",
        word=f"{name}.docx",
        before=comparison.before.id,
        after=comparison.after.id,
        before_title=comparison.before.title(),
        after_title=comparison.after.title(),
        counts=tuple((n, say(word)) for n, word in counts(comparison)),
        cautions=cautions(comparison, say),
    )
