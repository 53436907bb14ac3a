"""Put a comparison where it is wanted: to stdout, or whole into a file, in any format."""

from __future__ import annotations

import os
import webbrowser
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from p5diff import disk, terminal
from p5diff.errors import P5DiffError
from p5diff.model.comparison import Comparison
from p5diff.report.formats import named
from p5diff.report.selection import ALL, Selection


def deliver(
    comparison: Comparison,
    format_: str,
    output: Path | None,
    selection: Selection = ALL,
    *,
    open_: bool = False,
    inputs: Sequence[str] = (),
    words: str = "en",
) -> None:
    """Render and write: to `output`, or to stdout. `inputs` are never overwritten.

    `words` is the language of what the page says itself, where the format can.

    `open_` shows an HTML file in the user's browser. Raises `P5DiffError` when a binary format
    has no file to go to, or the file cannot be written.
    """
    if output is None:
        _check_needs_no_file(format_, open_=open_)
    suffix = output.suffix if output else ""
    pieces = drawn(comparison, format_, suffix, selection, words=words)
    if output is None:
        for piece in pieces:
            terminal.hand_over(piece.decode("utf-8"))
        return
    write_whole(output, pieces, inputs=inputs)
    if open_:
        webbrowser.open(disk.real(output).as_uri())


def _check_needs_no_file(format_: str, *, open_: bool) -> None:
    if open_:
        raise P5DiffError(
            "output-needed",
            "--open needs a file",
            cause="a browser shows files only",
            hint="add --format html --output FILE",
        )
    if named(format_).binary:
        raise P5DiffError(
            "output-needed",
            f"{format_} output needs a file",
            cause="it is not text that a terminal could show",
            hint="add --output FILE",
        )


def drawn(
    comparison: Comparison,
    format_: str,
    suffix: str = "",
    selection: Selection = ALL,
    *,
    words: str = "en",
) -> Iterator[bytes]:
    """The comparison as the bytes of a file of this format, in pieces; a table takes the form its `suffix`
    names."""
    form = named(format_)
    options: dict[str, object] = {"suffix": suffix} if form.takes_suffix and suffix else {}
    if form.honours & {"--only", "--topic", "--all"}:
        options["selection"] = selection
    if "--lang" in form.honours:
        options["words"] = words
    return form.pieces(comparison, **options)


def write_whole(
    path: Path, data: bytes | Iterable[bytes], *, inputs: Sequence[str | Path] = (), named: bool = True
) -> None:
    """Write all of `data`, whole or in pieces, or nothing, through the one door to disk. Into a pipe or a
    device that a person has `named` as it stands; one that is found in the place of a file is an error.

    Raises `P5DiffError` (slug `output-is-input`) when `path` is one of `inputs` or belongs to a
    corpus, and (`output-failed`) when the folder cannot be written.
    """
    _refuse_corpus_file(path)
    for name in inputs:
        if path.exists() and _exists(name) and path.samefile(name):
            raise P5DiffError(
                "output-is-input",
                f"{path} is one of the texts being compared",
                cause="writing the result there would destroy it",
                hint="choose another name for --output",
            )
    try:
        if named and disk.is_stream(path):
            disk.pour(path, data)
        else:
            disk.write(path, data)
    except OSError as error:
        raise P5DiffError(
            "output-failed",
            f"cannot write {path}",
            cause=error.strerror or str(error),
            hint="check that the folder exists, can be written and has room; nothing was changed",
        ) from error


def make_output_folder(folder: Path) -> None:
    """Make the folder that files go to. Raises `P5DiffError` (slug `output-failed`)."""
    try:
        disk.make_folder(folder)
    except OSError as error:
        raise P5DiffError(
            "output-failed",
            f"cannot write into {folder}",
            cause=error.strerror or str(error),
            hint="name a folder for --output; nothing was changed",
        ) from error


def _exists(name: str | Path) -> bool:
    """Also of what can be no name at all, where `Path.exists` raises."""
    return os.path.exists(name)  # noqa: PTH110


def _refuse_corpus_file(path: Path) -> None:
    """A reference names its files indirectly, so nothing of any corpus is written over."""
    here = disk.real(path).parent
    owners = [here / "statement.toml", here / "corpus.toml"]
    if here.name == "source":
        owners.append(here.parent / "statement.toml")
    if _exists(path) and any(owner.is_file() for owner in owners):
        raise P5DiffError(
            "output-is-input",
            f"{path} belongs to a corpus",
            cause="writing the result there would destroy a text or what is known of it",
            hint="choose another name for --output",
        )
