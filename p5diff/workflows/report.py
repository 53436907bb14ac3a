"""A folder of reports on a series of texts: each successive pair, an index, a compilation table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from p5diff.errors import P5DiffError
from p5diff.model.comparison import Comparison
from p5diff.workflows.output import make_output_folder, write_whole
from p5diff.workspace import Workspace


def report(
    texts: Sequence[str],
    folder: Path,
    *,
    corpus: Path | Workspace | None = None,
    ladder: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Path:
    """Compare A with B, B with C … and write pages, Word files, an index and a table to `folder`.

    Returns the path of the index. `progress` is told what is being done. Raises `P5DiffError`
    when fewer than two texts are named, one cannot be read, or a file cannot be written: then
    the files written before it are whole, and the index is not written.
    """
    from itertools import pairwise

    from p5diff.workflows.compare import compare

    if len(texts) < 2:
        raise P5DiffError(
            "report-needs-two",
            "a report needs at least two texts",
            cause=f"{len(texts)} given",
            hint="name them in order: p5diff report A B C -o DIR",
        )
    comparisons = []
    for before, after in pairwise(texts):
        progress(f"comparing {before} with {after}")
        comparisons.append(
            compare(
                before,
                after,
                corpus=corpus,
                ladder=ladder,
                before_language=language,
                after_language=language,
                encoding=encoding,
            )
        )
    make_output_folder(folder)
    for name, data in _files(comparisons):
        progress(f"writing {name}")
        write_whole(folder / name, data, inputs=texts)
    return folder / "index.html"


def _files(comparisons: Sequence[Comparison]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, the index last: where it stands, all it leads to stands too."""
    from p5diff.report import docx, html, table
    from p5diff.report.html import index

    for number, comparison in enumerate(comparisons, start=1):
        name = index.file_name(comparison, number)
        yield f"{name}.html", html.render(comparison).encode()
        yield f"{name}.docx", docx.render(comparison)
    yield "table.html", table.html(comparisons).encode()
    yield "index.html", index.render(comparisons).encode()
