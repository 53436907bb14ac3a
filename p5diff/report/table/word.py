"""The compilation table as a Word file."""

from __future__ import annotations

from p5diff.report.bidi import right_to_left
from p5diff.report.docx import grid
from p5diff.report.docx.package import package, stamp
from p5diff.report.docx.parts import fixed_parts
from p5diff.report.phrasebook import PageWords
from p5diff.report.table.compile import LEGEND, Column, Table, TopicCell
from p5diff.report.view import FIXED_LABELS


def word(table: Table, say: PageWords) -> bytes:
    """The table as DOCX bytes, the same for the same table."""
    title = " · ".join(column.name for column in table.columns)
    rtl, own = right_to_left(say.language), {say(label) for label in FIXED_LABELS}
    parts = fixed_parts(title, table.cautions, say.language, stamp(), comments=False)
    head = [grid.paragraph(say("Topic"), bold=True, rtl=rtl), *(_heading(column) for column in table.columns)]
    rows = [
        [
            grid.paragraph(row.label, bold=True, rtl=rtl and row.label in own),
            *(_cell(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)),
        ]
        for row in table.rows
    ]
    document = grid.document([grid.table(head, rows), grid.paragraph(say(LEGEND), rtl=rtl)])
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
