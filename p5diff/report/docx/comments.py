"""Comments in the margin: the other end of a move, what became stronger or weaker and why, and
at the top what was compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Comparison, Shift, Verdict
from p5diff.report.docx.package import iso, plain_run
from p5diff.report.order import order
from p5diff.report.view import Row, cautions, describe, rows

AUTHOR = "p5diff"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


class Comments:
    """Gives out comment numbers while the body is written, and writes the part at the end."""

    def __init__(self, comparison: Comparison, date: datetime) -> None:
        self._date = iso(date)
        self._texts: list[tuple[str, ...]] = []
        self._rows = {row.number: row for row in rows(comparison)}
        self._comparison = comparison
        self._displaced = order(comparison).displaced

    def opening(self) -> int:
        """The number of the comment that says what was compared, and every caution."""
        before, after = self._comparison.before, self._comparison.after
        said = [f"Compared by p5diff {self._comparison.provenance.version}."]
        for name, meta in (("Before", before), ("After", after)):
            sha = f" Source SHA-256 {meta.source.sha256}." if meta.source.sha256 else ""
            revision = f" Corpus revision {meta.revision}." if meta.revision else ""
            said.append(f"{name}: {meta.title()} ({meta.ref}; {describe(meta)}).{sha}{revision}")
        said += cautions(self._comparison)
        return self._add(tuple(said))

    def at(self, change: int, side: str) -> int | None:
        """The number of the comment on this change at this end, or None if nothing needs saying."""
        said = tuple(self._said(self._rows[change], side))
        return self._add(said) if said else None

    def _said(self, row: Row, side: str) -> Iterator[str]:
        if row.number in self._displaced:
            here = "here from" if side == "after" else "from here to"
            there = row.before_place if side == "after" else row.after_place
            yield f"Moved {here} {there} (change {row.number})."
        if row.pair.kind is PairKind.UNCOVERED:
            yield "Stands in one of the texts, of which the other says nothing: neither new nor dropped."
        if side == "after" or not row.pair.after:
            for shift in row.change.shifts:
                if shift.verdict is not Verdict.SAME:
                    yield from _shift(shift)

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
            f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{self._date}" w:initials="p5">'
            f"{paragraphs}</w:comment>"
        )


def _shift(shift: Shift) -> Iterator[str]:
    words = f" “{shift.before or '—'}” → “{shift.after or '—'}”" if shift.before or shift.after else ""
    yield f"{shift.aspect.capitalize()}: {shift.verdict.value}.{words}"
    if shift.explanation or shift.rule:
        yield " ".join(p for p in (shift.explanation, f"[{shift.rule}]" if shift.rule else "") if p)
    for item in shift.evidence:
        yield f"Evidence, {item.side.value} {item.sentence}: “{item.text}”"
