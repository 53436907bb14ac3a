"""A folder of reports on a series of texts: each successive pair, an index, a compilation table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from p5diff.errors import InputError, P5DiffError
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Statement
from p5diff.workflows.comparedcache import Neighbours
from p5diff.workflows.load import DETECTED, NO_CARRIER, Loaded, ReadingOptions, load_pair
from p5diff.workflows.pages import write_pages
from p5diff.workspace import Workspace

_Read = tuple[Statement, Statement]
"""Two neighbours, as they were read for each other."""
_SERIES = 3
"""Statements that make a series: two are a pair, and the report on it says all."""


def report(
    texts: Sequence[str],
    folder: Path,
    *,
    corpus: Path | Workspace | None = None,
    ladder: str | None = None,
    reading: ReadingOptions = DETECTED,
    words: str = "en",
    progress: Callable[[str], None] = lambda _: None,
) -> Path:
    """Compare A with B, B with C … and write pages, Word files, an index and a table to `folder`.

    Three texts or more of one language make a site, whose front page is the index.

    `words` is the language of what pages, Word files and the table say themselves.
    `reading` says how the files among them are read.

    Returns the path of the index. `progress` is told what is being done. Raises `P5DiffError`
    when fewer than two texts are named, one cannot be read, or a file cannot be written: then
    the files written before it are whole, and the index is not written.
    """
    if len(texts) < 2:
        raise P5DiffError(
            "report-needs-two",
            "a report needs at least two texts",
            cause=f"{len(texts)} given",
            hint="name them in order: p5diff report A B C -o DIR",
        )
    space = Workspace.of(corpus, ladder=ladder)
    read, comparisons, neighbours = _comparisons(texts, space, reading, progress)
    statements = _series(texts, read)
    if not statements:  # else the series keeps what it was woven from
        neighbours.save()
    made = (
        _site(statements, comparisons, space, neighbours, words) if statements else _files(comparisons, words)
    )
    return write_pages(folder, _announced(made, progress), inputs=texts, progress=progress)


def _comparisons(
    texts: Sequence[str],
    space: Workspace,
    reading: ReadingOptions,
    progress: Callable[[str], None],
) -> tuple[list[_Read], list[Comparison], Neighbours]:
    """Each text read with the next and compared with it, as `compare` does; what was compared before is taken
    up from the user's cache."""
    known: Neighbours | None = None
    read: list[_Read] = []
    found = []
    reader = _PairReader(space, reading)
    for before, after in pairwise(texts):
        progress(f"comparing {before} with {after}")
        one, two = reader.pair(before, after)
        read.append((one.statement, two.statement))
        known = known or Neighbours(one.statement, space.rules)
        found.append(known.compare(one.statement, two.statement, one.notes + two.notes))
    assert known is not None  # two texts at least
    reader.check()
    return read, found, known


class _PairReader:
    """Reads neighbours for each other. A statement `inside` is meant for those texts that are pages: where
    neither of two is one, all of both is taken, and where none at all is one, `check` refuses."""

    def __init__(self, space: Workspace, reading: ReadingOptions) -> None:
        self._space, self._reading = space, reading
        self._inside = False
        self._refused: InputError | None = None

    def pair(self, before: str, after: str) -> tuple[Loaded, Loaded]:
        """Two neighbours, each with what had to be said about reading it."""
        try:
            found = self._read(before, after, self._reading)
        except InputError as error:
            if error.slug != NO_CARRIER:
                raise
            self._refused = self._refused or error
            return self._read(before, after, self._reading.judged())
        self._inside = True
        return found

    def _read(self, before: str, after: str, reading: ReadingOptions) -> tuple[Loaded, Loaded]:
        return load_pair(before, after, corpus=self._space, readings=(reading, reading))

    def check(self) -> None:
        """Raise what was refused, where no text was a page."""
        if self._refused and not self._inside:
            raise self._refused


def _announced(
    files: Iterable[tuple[str, bytes]], progress: Callable[[str], None]
) -> Iterator[tuple[str, bytes]]:
    for name, data in files:
        progress(f"writing {name}")
        yield name, data


def _files(comparisons: Sequence[Comparison], words: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, the index last: where it stands, all it leads to stands too."""
    from p5diff.report import docx, html, table
    from p5diff.report.html import index

    names = [index.file_name(comparison, number) for number, comparison in enumerate(comparisons, start=1)]
    for name, comparison in zip(names, comparisons, strict=True):
        yield f"{name}.html", html.render(comparison, words=words).encode()
        yield f"{name}.docx", docx.render(comparison, words=words)
    pages = [f"{name}.html" for name in names]
    yield "table.html", table.html(comparisons, pages, words=words).encode()
    yield "index.html", index.render(comparisons, words).encode()


def _series(texts: Sequence[str], read: Sequence[_Read]) -> list[Statement]:
    """The statements, where they are a series: three or more, in one language, each in the same text on both
    sides of it, and none from a pipe, which can be read but once."""
    statements = [read[0][0], *(after for _, after in read)]
    metas = [statement.meta for statement in statements]
    chained = all(one[1].meta.ref == two[0].meta.ref for one, two in pairwise(read))
    if len(metas) < _SERIES or not chained or "-" in texts or len({m.ref for m in metas}) < len(metas):
        return []
    if len({meta.language for meta in metas}) > 1:
        return []
    return statements


def _site(
    statements: Sequence[Statement],
    comparisons: Sequence[Comparison],
    space: Workspace,
    neighbours: Neighbours,
    words: str,
) -> Iterator[tuple[str, bytes]]:
    """The files of a site, with a Word file for each pair and the table; the front page last."""
    from p5diff.report import docx, table
    from p5diff.report.html import index
    from p5diff.report.site import files
    from p5diff.report.site.names import Places
    from p5diff.workflows.series import woven
    from p5diff.workflows.site import made

    names = [f"{index.file_name(c, n)}.docx" for n, c in enumerate(comparisons, start=1)]
    for name, comparison in zip(names, comparisons, strict=True):
        yield name, docx.render(comparison, words=words)
    places = Places([comparisons[0].before, *(comparison.after for comparison in comparisons)])
    pages = [places.pair(comparison.before.ref, comparison.after.ref) for comparison in comparisons]
    yield "table.html", table.html(comparisons, pages, words=words).encode()
    yield from files(
        made(woven(statements, space.rules, comparisons, neighbours), word_files=names, words=words)
    )
