"""The collation table of a series as a Word file: marks of change inside the cells, a few columns a table."""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.model.alignment import Op
from p5diff.model.series import Series, Thread
from p5diff.report.bidi import right_to_left
from p5diff.report.docx import grid
from p5diff.report.docx.package import package, stamp, xml_text
from p5diff.report.docx.parts import fixed_parts
from p5diff.report.series.collation import CollationCell, CollationColumn, columns, rows
from p5diff.report.series.facts import cautions

_COLUMNS = 5
"""Statements side by side: more, and a landscape page breaks every third word."""
_LEGEND = (
    "A row is one commitment; a cell is what the statement says of it, marked against the last wording "
    "before it: struck through what was left out, underlined what was put in. “absent”: this text does not "
    "say it; “not covered”: this text is partial, and nobody can tell from it."
)
_SKIPPED = "Rows that none of these statements says are left out of a table."
_LOOKS = {
    Op.KEEP: "",
    Op.DELETE: '<w:strike/><w:color w:val="7A2E00"/>',
    Op.INSERT: '<w:color w:val="003B5C"/><w:u w:val="single"/>',
}


def to_docx(series: Series) -> bytes:
    """The table as DOCX bytes, the same for the same series. More statements than stand side by side make
    several tables, one after the other, in which each row keeps its name."""
    found = columns(series)
    told = list(rows(series))
    parts = [grid.paragraph(_LEGEND), *(grid.paragraph(f"※ {c}") for c in cautions(series))]
    for start in range(0, len(found), _COLUMNS):
        stop = min(start + _COLUMNS, len(found))
        if len(found) > _COLUMNS:
            parts.append(grid.paragraph(f"Statements {start + 1} to {stop} of {len(found)}", bold=True))
        parts += [_table(series, found[start:stop], told, start, stop), grid.paragraph("")]
    if len(found) > _COLUMNS:
        parts.append(grid.paragraph(_SKIPPED))
    title = f"{series.texts[0].id} to {series.texts[-1].id}: collation"
    fixed = fixed_parts(title, (), series.language, stamp(), comments=False)
    return package({**fixed, "word/document.xml": grid.document(parts)})


def _table(
    series: Series,
    found: Sequence[CollationColumn],
    told: Sequence[tuple[Thread, Sequence[CollationCell]]],
    start: int,
    stop: int,
) -> str:
    rtl = right_to_left(series.language)
    labels = dict(series.topics)
    head = [grid.paragraph("Thread", bold=True), *(_heading(column) for column in found)]
    cut = [(thread, cells[start:stop]) for thread, cells in told]
    body = [
        [
            grid.paragraph(thread.id, bold=True)
            + grid.paragraph(", ".join(labels.get(topic, topic) for topic in thread.topics)),
            *(_cell(cell, rtl=rtl) for cell in cells),
        ]
        for thread, cells in cut
        if any(cell.pieces for cell in cells)
    ]
    return grid.table(head, body)


def _heading(column: CollationColumn) -> str:
    facts = ", ".join(part for part in (column.date, column.facts) if part)
    return grid.paragraph(column.name, bold=True) + (grid.paragraph(facts) if facts else "")


def _cell(cell: CollationCell, *, rtl: bool) -> str:
    if not cell.pieces:
        return grid.paragraph(cell.gap)
    runs = "".join(
        f"<w:r><w:rPr>{_LOOKS[op]}{'<w:rtl/>' if rtl else ''}</w:rPr>"
        f'<w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'
        for op, text in cell.pieces
    )
    return f"<w:p><w:pPr>{'<w:bidi/>' if rtl else ''}</w:pPr>{runs}</w:p>"
