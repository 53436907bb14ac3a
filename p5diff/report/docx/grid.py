"""Tables on landscape pages of a Word file: the first column narrow, the others alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from p5diff.report.docx.comments import NAMESPACE
from p5diff.report.docx.package import plain_run, xml_text

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTH = 14570
"""Twentieths of a point between the margins of a landscape A4 page."""
_FIRST = 2200
"""The first column, in the same unit: a name of a topic or a thread, broken over two lines."""
_SECTION = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
    'w:gutter="0"/></w:sectPr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
    for side in ("top", "bottom", "insideH")
)


def document(parts: Sequence[str]) -> str:
    """The main part of a file: paragraphs and tables on landscape pages."""
    return f"{_HEAD}<w:document {NAMESPACE}><w:body>{''.join(parts)}{_SECTION}</w:body></w:document>"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that hold paragraphs; its head is repeated on each page."""
    other = (_WIDTH - _FIRST) // max(len(head) - 1, 1)
    grid = f'<w:gridCol w:w="{_FIRST}"/>' + f'<w:gridCol w:w="{other}"/>' * (len(head) - 1)
    properties = f'<w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    drawn = "".join(_row(row, other) for row in rows)
    return (
        f'<w:tbl><w:tblPr>{properties}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(head, other, header=True)}{drawn}</w:tbl>"
    )


def _row(cells: Sequence[str], other: int, *, header: bool = False) -> str:
    drawn = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{other if number else _FIRST}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for number, cell in enumerate(cells)
    )
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if header else ''}{drawn}</w:tr>"


def paragraph(text: str, *, bold: bool = False, rtl: bool = False) -> str:
    """A paragraph of one run."""
    look = "<w:b/><w:bCs/>" * bold + "<w:rtl/>" * rtl
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{'<w:bidi/>' if rtl else ''}</w:pPr>{run}</w:p>"


def placed(place: str, runs: Iterable[tuple[bool, str]], *, rtl: bool) -> str:
    """A paragraph of a text after the name of its place; runs that are marked stand underlined."""
    right = "<w:rtl/>" * rtl
    look = {True: f'<w:u w:val="single"/>{right}', False: right}
    words = "".join(
        f'<w:r><w:rPr>{look[fresh]}</w:rPr><w:t xml:space="preserve">{xml_text(text)}</w:t></w:r>'
        for fresh, text in runs
    )
    before = plain_run(f"{place} ") if place else ""
    return f"<w:p><w:pPr>{'<w:bidi/>' * rtl}</w:pPr>{before}{words}</w:p>"
