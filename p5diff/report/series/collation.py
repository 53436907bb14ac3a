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
from p5diff.report.series.facts import date, kind_of_text

_CSV_MARKS = {Op.KEEP: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """`facts` say what kind of text it is, empty for a full text of no stated edition."""

    name: str
    date: str
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """`pieces` are (`keep`, `delete` or `insert`; words); without any, `gap` says why."""

    pieces: tuple[tuple[Op, str], ...] = ()
    gap: str = ""


def to_csv(series: Series) -> str:
    """The table for a spreadsheet: the thread's id, its topics, then one column a statement."""
    labels = dict(series.topics)
    heads = [", ".join(filter(None, (c.date, c.facts))) for c in _columns(series)]
    named = [f"{m.id} ({head})" if head else m.id for m, head in zip(series.texts, heads, strict=True)]
    rows = [
        [
            thread.id,
            "; ".join(labels.get(topic, topic) for topic in thread.topics),
            *("".join(_CSV_MARKS[op].format(text) for op, text in c.pieces) or c.gap for c in cells),
        ]
        for thread, cells in _rows(series)
    ]
    return spreadsheet.to_csv([["thread", "topics", *named], *rows])


def to_html(series: Series, version: str = "") -> str:
    """The table as one page that asks nothing of anybody, deletions and insertions as `del` and `ins`;
    `version` of p5diff stands at its foot."""
    return fill(
        "collation.html",
        "table.css",
        columns=_columns(series),
        rows=list(_rows(series)),
        labels=dict(series.topics),
        cautions=[note.message for note in series.notes],
        language=language_tag(series.language),
        direction=direction(series.language),
        version=version,
    )


def _columns(series: Series) -> list[_Column]:
    return [_Column(name=meta.id, date=date(meta), facts=kind_of_text(meta)) for meta in series.texts]


def _rows(series: Series) -> Iterator[tuple[Thread, list[_Cell]]]:
    for thread in series.threads:
        if thread.role is Role.BODY:
            yield thread, [_cell(wording) for wording in thread.wordings]


def _cell(wording: Wording | Gap) -> _Cell:
    if not isinstance(wording, Wording):
        return _Cell(gap=wording.value)
    marked = tuple((edit.op, edit.text) for edit in wording.edits)
    return _Cell(pieces=marked or ((Op.KEEP, wording.text),))
