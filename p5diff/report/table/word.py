"""The compilation table as a Word file."""

from __future__ import annotations

from p5diff.report.docx.comments import NAMESPACE
from p5diff.report.docx.package import package, plain_run, stamp, xml_text
from p5diff.report.docx.parts import fixed_parts
from p5diff.report.table.compile import LEGEND, Column, Table, TopicCell

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTH = 14570
"""Twentieths of a point between the margins of a landscape A4 page."""
_SECTION = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
    'w:gutter="0"/></w:sectPr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
    for side in ("top", "bottom", "insideH")
)


def word(table: Table) -> bytes:
    """The table as DOCX bytes, the same for the same table."""
    date = stamp()
    title = " · ".join(column.name for column in table.columns)
    parts = fixed_parts(title, table.cautions, "en", date, comments=False)
    head = _row(
        [_paragraph("Topic", bold=True), *(_heading(column) for column in table.columns)], header=True
    )
    rows = [
        _row(
            [
                _paragraph(row.label, bold=True),
                *(_cell(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)),
            ]
        )
        for row in table.rows
    ]
    first, other = _widths(len(table.columns))
    grid = f'<w:gridCol w:w="{first}"/>' + f'<w:gridCol w:w="{other}"/>' * len(table.columns)
    properties = f'<w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    body = (
        f'<w:tbl><w:tblPr>{properties}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{head}{''.join(rows)}</w:tbl>{_paragraph(LEGEND)}"
    )
    document = f"{_HEAD}<w:document {NAMESPACE}><w:body>{body}{_SECTION}</w:body></w:document>"
    return package({**parts, "word/document.xml": document})


def _widths(columns: int) -> tuple[int, int]:
    first = 2200
    return first, (_WIDTH - first) // max(columns, 1)


def _row(cells: list[str], *, header: bool = False) -> str:
    first, other = _widths(len(cells) - 1)
    drawn = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{first if index == 0 else other}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for index, cell in enumerate(cells)
    )
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header else ''}{drawn}</w:tr>"


def _heading(column: Column) -> str:
    return _paragraph(column.title, bold=True, rtl=column.direction == "rtl") + _paragraph(
        " · ".join(part for part in (column.date, f"{column.name} ({column.facts})") if part)
    )


def _cell(cell: TopicCell, column: Column) -> str:
    """Each entry a paragraph; a table cell must not be empty."""
    if not cell.entries:
        return _paragraph(cell.silence)
    return "".join(
        _entry(f"{mark} {place}".strip(), text, column)
        for mark, (place, text) in zip(cell.marks, cell.entries, strict=True)
    )


def _entry(place: str, text: str, column: Column) -> str:
    if column.direction != "rtl":
        return _paragraph(f"{place} {text}".strip())
    right = f'<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'
    return f"<w:p><w:pPr><w:bidi/></w:pPr>{plain_run(place + ' ')}{right}</w:p>"


def _paragraph(text: str, *, bold: bool = False, rtl: bool = False) -> str:
    look = "<w:b/><w:bCs/>" * bold + "<w:rtl/>" * rtl
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{'<w:bidi/>' if rtl else ''}</w:pPr>{run}</w:p>"
