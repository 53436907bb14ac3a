"""The compilation table as a Word file."""

from __future__ import annotations

from p5diff.report.docx import grid
from p5diff.report.docx.package import package, stamp
from p5diff.report.docx.parts import fixed_parts
from p5diff.report.table.compile import LEGEND, Column, Table, TopicCell


def word(table: Table) -> bytes:
    """The table as DOCX bytes, the same for the same table."""
    title = " · ".join(column.name for column in table.columns)
    parts = fixed_parts(title, table.cautions, "en", stamp(), comments=False)
    head = [grid.paragraph("Topic", bold=True), *(_heading(column) for column in table.columns)]
    rows = [
        [
            grid.paragraph(row.label, bold=True),
            *(_cell(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)),
        ]
        for row in table.rows
    ]
    document = grid.document([grid.table(head, rows), grid.paragraph(LEGEND)])
    return package({**parts, "word/document.xml": document})


def _heading(column: Column) -> str:
    return grid.paragraph(column.title, bold=True, rtl=column.direction == "rtl") + grid.paragraph(
        " · ".join(part for part in (column.date, f"{column.name} ({column.facts})") if part)
    )


def _cell(cell: TopicCell, column: Column) -> str:
    """Each entry a paragraph; a table cell must not be empty."""
    if not cell.entries:
        return grid.paragraph(cell.silence)
    return "".join(
        grid.placed(" ".join(filter(None, (mark, place, change))), runs, rtl=column.direction == "rtl")
        for mark, place, change, runs in cell.told()
    )
