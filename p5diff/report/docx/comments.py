"""Comments in the margin: what became stronger or weaker, and on which words that rests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from p5diff.model.alignment import PairKind
from p5diff.model.comparison import DOWN, UP, Comparison, Verdict
from p5diff.report.docx.package import iso, plain_run
from p5diff.report.excerpt import reason, shift_words
from p5diff.report.phrasebook import PageWords
from p5diff.report.view import ChangeRow, rows

AUTHOR = "p5diff"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Comments:
    """Gives out comment numbers while the body is written, and writes the part at the end."""

    def __init__(
        self, comparison: Comparison, date: datetime | None, *, explain: bool, say: PageWords
    ) -> None:
        self._say = say
        self.dated = dated_attribute(date)
        self._texts: list[tuple[str, ...]] = []
        self._rows = {row.at: row for row in rows(comparison)}
        self._explain = explain

    def at(self, change: int, side: str) -> int | None:
        """The number of the comment on this change at this end, or None if nothing needs saying."""
        said = tuple(said_of(self._rows[change], side, explain=self._explain, say=self._say))
        return self._add(said) if said else None

    def _add(self, texts: tuple[str, ...]) -> int:
        self._texts.append(texts)
        return len(self._texts) - 1

    def xml(self) -> str:
        """The part `word/comments.xml`."""
        items = "".join(self._comment(number, texts) for number, texts in enumerate(self._texts))
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f"{head}<w:comments {NAMESPACE}>{items}</w:comments>"

    def _comment(self, number: int, texts: tuple[str, ...]) -> str:
        paragraphs = "".join(
            f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{plain_run(text)}</w:p>' for text in texts
        )
        return (
            f'<w:comment w:id="{number}" w:author="{AUTHOR}"{self.dated} w:initials="p5">'
            f"{paragraphs}</w:comment>"
        )


def said_of(row: ChangeRow, side: str, *, explain: bool, say: PageWords) -> Iterator[str]:
    """What a margin says of a change at one of its ends: verdicts of direction, and where nothing can
    be said. Everything else is in the words.
    """
    if row.pair.kind is PairKind.UNCOVERED:
        yield say("Stands in one of the texts, of which the other says nothing: neither new nor dropped.")
    if side == "after" or not row.pair.after:
        for shift in row.change.shifts:
            if shift.verdict in _DIRECTED:
                yield shift_words(shift, say.book)
                if explain and reason(shift):
                    yield reason(shift)
                for item in shift.evidence:
                    place = f"{say('Evidence')}, {say(item.side.value)} {item.sentence}"
                    yield f"{place}: {say.book.quoted(item.text)}"


_DIRECTED = UP | DOWN | {Verdict.FLIPPED}


def dated_attribute(date: datetime | None) -> str:
    """The attribute that dates a change or comment; nothing where no date is known."""
    return f' w:date="{iso(date)}"' if date else ""
