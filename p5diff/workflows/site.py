"""A static site of a series: choose the statements, weave them, write the pages into a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from p5diff import __version__
from p5diff.model.statement import Statement
from p5diff.report.phrasebook import PageWords
from p5diff.report.site import Made, files
from p5diff.workflows.load import DETECTED, ReadingOptions
from p5diff.workflows.pages import write_pages
from p5diff.workflows.series import Woven, choose, woven
from p5diff.workspace import Workspace


def site(
    folder: Path,
    refs: Sequence[Statement | str | Path] = (),
    *,
    name: str = "",
    corpus: Path | Workspace | None = None,
    since: str = "",
    until: str = "",
    ladder: str | Path | None = None,
    title: str = "",
    words: str = "en",
    reading: ReadingOptions = DETECTED,
    progress: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write the site of a series to `folder` and return the path of its front page.

    The statements are chosen as `p5diff.series` does. `title` stands over every page; without it, the
    name of the series or its first and last statement. `words` is the language of what the pages say
    themselves (the pages of pairs stay in English). Raises `P5DiffError` for what cannot be read or
    written; files written before are whole, and the front page is written last.
    """
    space = Workspace.of(corpus, ladder=ladder)
    statements, notes = choose(refs, name=name, space=space, since=since, until=until, reading=reading)
    progress(f"following {len(statements)} statements")
    found = woven(statements, space.rules)
    found = replace(found, series=replace(found.series, notes=notes))
    inputs = [str(ref) for ref in refs if not isinstance(ref, Statement)]
    index = write_pages(
        folder, files(made(found, title or name, words=words)), inputs=inputs, progress=progress
    )
    progress(f"{folder} holds the site")
    return index


def made(found: Woven, title: str = "", word_files: Sequence[str] = (), words: str = "en") -> Made:
    """What the pages are drawn from."""
    texts = found.series.texts
    return Made(
        series=found.series,
        statements=found.statements,
        comparisons=found.comparisons,
        title=title or PageWords(words)("{first} to {last}", first=texts[0].id, last=texts[-1].id),
        version=__version__,
        word_files=tuple(word_files),
        words=words,
    )
