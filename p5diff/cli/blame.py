"""`p5diff blame REF`: which revision each sentence comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption, PrintedAs, PrintedAsOption

if TYPE_CHECKING:
    from p5diff.workflows.blame import Blamed


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("blame", epilog=epilog("blame"))(blame)


def blame(
    ref: Annotated[str, typer.Argument(help="ID[:LANG[.EDITION]][@REV].")],
    format_: PrintedAsOption = PrintedAs.TEXT,
    corpus: CorpusOption = None,
) -> None:
    """Show which revision of the file each sentence comes from, through moves and rewording."""
    from p5diff.model.codec import to_dict
    from p5diff.model.refs import Reference
    from p5diff.workflows.blame import blame as run
    from p5diff.workspace import Workspace

    found = run(Workspace(corpus).corpus, Reference.parse(ref))
    for note in found.notes:
        console.tell(f"note: {note.message}")
    if format_ is PrintedAs.JSON:
        data = {"ref": ref, **to_dict(found)}
        from p5diff.report.json import envelope

        terminal.out(envelope("blame", data, version="1.0"))
        return
    for item in found.sentences:
        console.say(_line(item))


def _line(item: Blamed) -> str:
    # As git does: the sentence was there when the history of a shallow copy begins.
    mark = "^" if item.revision.boundary else ""
    revision = f"{mark}{item.revision.id}"[:10] or "-" * 10
    when = item.revision.time[:10] or "not yet   "
    first = f" [first in {item.since.id[:10]}]" if item.since != item.revision else ""
    return f"{revision} {when} {item.sentence.id:>8}  {item.sentence.text}{first}"
