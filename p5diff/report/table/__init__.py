"""The compilation table: one row a topic, one column a statement, for any number of statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from p5diff.model.comparison import Comparison

Compared = Comparison | Sequence[Comparison]
"""One comparison, or those of each successive pair of a series (A–B, B–C, …)."""


def render(compared: Compared, *, suffix: str = ".md") -> str | bytes:
    """The table in the form a file name asks for: `.html`, `.docx`, `.csv`, else Markdown."""
    forms: dict[str, Callable[[Compared], str | bytes]] = {".html": html, ".docx": docx, ".csv": csv}
    return forms.get(suffix.lower(), markdown)(compared)


def html(compared: Compared) -> str:
    """The table as one self-contained HTML page."""
    from p5diff.report.html.environment import fill
    from p5diff.report.table.compile import compiled

    return fill("table.html", "table.css", table=compiled(compared))


def docx(compared: Compared) -> bytes:
    """The table as a Word file, landscape."""
    from p5diff.report.table.compile import compiled
    from p5diff.report.table.word import word

    return word(compiled(compared))


def markdown(compared: Compared) -> str:
    """The table as Markdown."""
    from p5diff.report.marks import escaped
    from p5diff.report.table.compile import compiled

    table = compiled(compared)
    lines = [f"> {escaped(caution, start=True)}\n>" for caution in table.cautions]
    lines = [*lines, ""] if lines else []
    lines.append("| Topic | " + " | ".join(escaped(c.name) for c in table.columns) + " |")
    lines.append("|---" * (len(table.columns) + 1) + "|")
    for row in table.rows:
        cells = ("<br>".join(f"{p} {escaped(t)}".strip() for p, t in cell.entries) for cell in row.cells)
        said = (text or escaped(cell.silence) for text, cell in zip(cells, row.cells, strict=True))
        lines.append(f"| {escaped(row.label)} | " + " | ".join(said) + " |")
    return "\n".join(lines) + "\n"


def csv(compared: Compared) -> str:
    """The table as CSV (UTF-8, comma, quoted where needed); no cell can start a formula."""
    from p5diff.report.spreadsheet import to_csv
    from p5diff.report.table.compile import compiled

    table = compiled(compared)
    rows = [["Topic", *(column.name for column in table.columns)]]
    for row in table.rows:
        cells = ("\n".join(f"{p} {t}".strip() for p, t in cell.entries) or cell.silence for cell in row.cells)
        rows.append([row.label, *cells])
    return to_csv([*rows, *(["Before you quote", caution] for caution in table.cautions)])
