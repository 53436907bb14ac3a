"""The collation table of a series: a row for each thread of the body, a column for each statement.

| thread | paris-2011 (2011-07-01) | washington-2012 (2012-06-29)                  |
|--------|-------------------------|-----------------------------------------------|
| …#p1.1 | They agreed to report.  | They agreed to [-report-]{+consider reports+}. |

A cell holds the wording, marked against the thread's last wording, or says in words why there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from p5diff.model.alignment import Op
from p5diff.model.series import Gap, Series, Thread, Wording
from p5diff.model.statement import Role
from p5diff.report import spreadsheet
from p5diff.report.html.environment import fill
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.series.facts import cautions, date, kind_of_text

_CSV_MARKS = {Op.KEEP: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CollationColumn:
    """A statement. `facts` say what kind of text it is, empty for a full text of no stated edition."""

    name: str
    date: str
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CollationCell:
    """What a statement says of a thread. `pieces` are (`keep`, `delete` or `insert`; words); without any,
    `gap` says why."""

    pieces: tuple[tuple[Op, str], ...] = ()
    gap: str = ""


def to_csv(series: Series) -> str:
    """The table for a spreadsheet: the thread's id, its topics, then one column a statement."""
    labels = dict(series.topics)
    heads = [", ".join(filter(None, (c.date, c.facts))) for c in columns(series)]
    named = [f"{m.id} ({head})" if head else m.id for m, head in zip(series.texts, heads, strict=True)]
    drawn = [
        [
            thread.id,
            "; ".join(labels.get(topic, topic) for topic in thread.topics),
            *("".join(_CSV_MARKS[op].format(text) for op, text in c.pieces) or c.gap for c in cells),
        ]
        for thread, cells in rows(series)
    ]
    return spreadsheet.to_csv([["thread", "topics", *named], *drawn])


def to_html(series: Series, version: str = "") -> str:
    """The table as one page that asks nothing of anybody, deletions and insertions as `del` and `ins`;
    `version` of p5diff stands at its foot."""
    return fill(
        "collation.html",
        "table.css",
        columns=columns(series),
        rows=list(rows(series)),
        labels=dict(series.topics),
        cautions=cautions(series),
        language=language_tag(series.language),
        direction=direction(series.language),
        version=version,
    )


def columns(series: Series) -> list[CollationColumn]:
    """The statements, in order."""
    return [CollationColumn(name=meta.id, date=date(meta), facts=kind_of_text(meta)) for meta in series.texts]


def rows(series: Series) -> Iterator[tuple[Thread, list[CollationCell]]]:
    """The threads of the body, each with a cell for each statement."""
    for thread in series.threads:
        if thread.role is Role.BODY:
            yield thread, [_cell(wording) for wording in thread.wordings]


def _cell(wording: Wording | Gap) -> CollationCell:
    if not isinstance(wording, Wording):
        return CollationCell(gap=wording.value)
    marked = tuple((edit.op, edit.text) for edit in wording.edits)
    return CollationCell(pieces=marked or ((Op.KEEP, wording.text),))
