"""The compilation table: one row a topic, one column a statement, for any number of statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from p5diff.model.comparison import Comparison

Compared = Comparison | Sequence[Comparison]
"""One comparison, or those of each successive pair of a series (A–B, B–C, …)."""


def render(compared: Compared, *, suffix: str = ".md", words: str = "en") -> str | bytes:
    """The table in the form a file name asks for: `.html`, `.docx`, `.csv`, else Markdown.

    `words` is the language of what the table says itself, one of `p5diff.report.phrasebook.LANGUAGES`.
    """
    if suffix.lower() == ".html":
        return html(compared, words=words)
    forms: dict[str, Callable[[Compared, str], str | bytes]] = {".docx": docx, ".csv": csv}
    return forms.get(suffix.lower(), markdown)(compared, words)


def html(compared: Compared, pages: Sequence[str] = (), *, words: str = "en") -> str:
    """The table as one self-contained HTML page.

    Where the page of each comparison stands beside it, `pages` are their names, and each change leads there.
    """
    from p5diff.report.html.environment import fill
    from p5diff.report.html.tags import direction, language_tag
    from p5diff.report.phrasebook import PageWords
    from p5diff.report.table.compile import LEGEND, compiled

    say = PageWords(words)
    return fill(
        "table.html",
        "table.css",
        table=compiled(compared, say),
        legend=say(LEGEND),
        links=tuple(pages),
        say=say,
        tag=language_tag(words),
        way=direction(words),
        unreviewed="" if say.book.reviewed else say.book.say("unreviewed"),
    )


def docx(compared: Compared, words: str = "en") -> bytes:
    """The table as a Word file, landscape."""
    from p5diff.report.phrasebook import PageWords
    from p5diff.report.table.compile import compiled
    from p5diff.report.table.word import word

    say = PageWords(words)
    return word(compiled(compared, say), say)


def markdown(compared: Compared, words: str = "en") -> str:
    """The table as Markdown."""
    from p5diff.report.marks import escaped
    from p5diff.report.phrasebook import PageWords
    from p5diff.report.table.compile import LEGEND_BOLD, compiled

    say = PageWords(words)
    table = compiled(compared, say)
    lines = [f"> {escaped(caution, start=True)}\n>" for caution in table.cautions]
    lines = [*lines, ""] if lines else []
    heads = (" ".join(escaped(part) for part in (c.name, c.date) if part) for c in table.columns)
    lines.append(f"| {escaped(say('Topic'))} | " + " | ".join(heads) + " |")
    lines.append("|---" * (len(table.columns) + 1) + "|")
    for row in table.rows:
        cells = ("<br>".join(_in_markdown(*told) for told in cell.told()) for cell in row.cells)
        said = (text or escaped(cell.silence) for text, cell in zip(cells, row.cells, strict=True))
        lines.append(f"| {escaped(row.label)} | " + " | ".join(said) + " |")
    notes = [LEGEND_BOLD] if words == "en" else [say(LEGEND_BOLD), say.book.say("unreviewed")]
    return "\n".join([*lines, "", *(escaped(note) for note in notes)]) + "\n"


def _in_markdown(mark: str, place: str, change: str, runs: Iterable[tuple[bool, str]]) -> str:
    """Signs, place, change, words; the signs in Markdown's own code, so that none starts a list."""
    from p5diff.model.alignment import Op
    from p5diff.report.marks import escaped, marked

    pieces = ((Op.INSERT if fresh and words.strip() else Op.KEEP, words) for fresh, words in runs if words)
    text = marked(pieces, start=False)
    return " ".join(part for part in (f"`{mark}`" if mark else "", place, escaped(change), text) if part)


def csv(compared: Compared, words: str = "en") -> str:
    """The table as CSV (UTF-8, comma, quoted where needed); no cell can start a formula."""
    from p5diff.report.phrasebook import PageWords
    from p5diff.report.spreadsheet import to_csv
    from p5diff.report.table.compile import compiled

    say = PageWords(words)
    table = compiled(compared, say)
    rows = [[say("Topic"), *(column.name for column in table.columns)]]
    rows.append([say("Date"), *(column.date for column in table.columns)])
    for row in table.rows:
        told = ("\n".join(_plain(*one) for one in zip(c.marks, c.entries, strict=True)) for c in row.cells)
        rows.append([row.label, *(text or c.silence for text, c in zip(told, row.cells, strict=True))])
    return to_csv([*rows, *([say("Before you quote"), caution] for caution in table.cautions)])


def _plain(mark: str, entry: tuple[str, str]) -> str:
    """Place, words, then the signs: a cell that began with + or - would be a formula."""
    place, text = entry
    return f"{place} {text}{f' [{mark}]' if mark else ''}".strip()
