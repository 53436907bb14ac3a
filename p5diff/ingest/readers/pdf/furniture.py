"""Running heads and feet, page numbers and job numbers: what repeats at the edges of pages."""

from __future__ import annotations

import re
from collections import Counter

from p5diff.ingest.readers.pdf.lines import Line

_EDGE = 0.16
_FIRST_NUMBER = re.compile(r"(\d{1,4})")
_LAST_NUMBER = re.compile(r"(\d{1,4})\D*$")
_NUMBER = re.compile(
    r"(?:[-–—‐ (\[]{0,6}\d{1,4}[-–— )\]]{0,6}|\d{1,4}\s?/\s?\d{1,4}"
    r"|(?:page|стр\.?|página|صفحة|الصفحة)\s*\d+(?:\W{1,4}\w{0,5}\s?\d+)?"
    r"|第?\s?\d+\s?[页頁](?:[\s,，/共]*\d+\s?[页頁])?|(?-i:[ivxlc]{1,6}))",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? ?(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?"
    r"|\w{0,5}:/{2,3}\S+|https?:\S+)(?:\s+\d{1,3}(?:/\d{1,3})?)?"
)
"""What browsers print around a page: the time of printing, the address."""
_JOB = re.compile(
    r"(?:[A-Z]{1,5}\.)?\d{2}-\d{4,6}(?:\s*\([A-Z]\))*(?:\s+\d{6})*(?:\s*[*\d/ ]{0,8})|\*\d{5,8}\*"
    r"|\d{1,3}/\d{1,3}\s+(?:[A-Z]{1,5}\.)?\d{2}-\d{4,6}"
    r"|please recycle\W*|[*\d ]{8,}"
)


def split_furniture(
    pages: list[list[Line]], heights: list[float]
) -> tuple[list[list[Line]], list[list[Line]]]:
    """Each page's pieces, parted into body and furniture."""
    rows = [_rows(page) for page in pages]
    repeated = _repeated(rows, heights)
    body, furniture = [], []
    for number, page_rows in enumerate(rows):
        away = _edge_rows(page_rows, heights[number], repeated)
        body.append([piece for i, row in enumerate(page_rows) if i not in away for piece in row])
        furniture.append([piece for i, row in enumerate(page_rows) if i in away for piece in row])
    return body, furniture


def _rows(page: list[Line]) -> list[list[Line]]:
    """Pieces on one baseline, from the top of the page down."""
    rows: list[list[Line]] = []
    for piece in sorted(page, key=lambda p: -p.base):
        if rows and abs(rows[-1][0].base - piece.base) < 0.3 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _keys(row: list[Line]) -> set[str]:
    """The row as compared between pages: as it stands, and with its first or last number counted
    from the page's own, so that "page 3" repeats and "Article 12" does not."""
    text = " ".join(sorted("".join(p.text.split()) for p in row))
    page = row[0].page
    keys = {text}
    for pattern in (_FIRST_NUMBER, _LAST_NUMBER):
        if match := pattern.search(text):
            keys.add(f"{text[: match.start(1)]}\0{int(match[1]) - page}\0{text[match.end(1) :]}")
    return keys


def _places(row: list[Line]) -> set[tuple[str, int]]:
    return {(key, round(row[0].base / 6)) for key in _keys(row)}


def _repeated(rows: list[list[list[Line]]], heights: list[float]) -> set[tuple[str, int]]:
    """Rows (as compared) that stand at the same height of at least two pages' edges."""
    counts: Counter[tuple[str, int]] = Counter()
    for page, height in zip(rows, heights, strict=True):
        counts.update({place for row in page if _at_edge(row, height) for place in _places(row)})
    near = (-1, 0, 1)
    return {(key, at) for key, at in counts if sum(counts[key, at + step] for step in near) >= 2}


def _at_edge(row: list[Line], height: float) -> bool:
    return not _EDGE * height < row[0].base < (1 - _EDGE) * height


def _edge_rows(rows: list[list[Line]], height: float, repeated: set[tuple[str, int]]) -> set[int]:
    """Indices of furniture rows: from both edges inwards, as far as nothing else intervenes."""
    away: set[int] = set()
    for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        for index in order:
            row = rows[index]
            if index in away:
                continue
            if not _at_edge(row, height) or not _is_furniture(row, repeated):
                break
            away.add(index)
    return away


def _is_furniture(row: list[Line], repeated: set[tuple[str, int]]) -> bool:
    if _places(row) & repeated:
        return True
    return all(any(pattern.fullmatch(p.text) for pattern in (_NUMBER, _JOB, _PRINTED)) for p in row)
