"""`p5diff log REF`: who changed a text, when, why, and how many sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption, PrintedAs, PrintedAsOption

if TYPE_CHECKING:
    from p5diff.workflows.log import TextChange


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("log", epilog=epilog("log"))(log)


def log(
    ref: Annotated[str, typer.Argument(help="ID[:LANG[.EDITION]][@REV].")],
    format_: PrintedAsOption = PrintedAs.TEXT,
    corpus: CorpusOption = None,
) -> None:
    """Show the history of a text: who, when, why, and how many sentences changed."""
    from p5diff.model.codec import to_dict
    from p5diff.model.refs import Reference
    from p5diff.workflows.log import log as run
    from p5diff.workspace import Workspace

    found = run(Workspace(corpus).corpus, Reference.parse(ref))
    for note in found.notes:
        console.tell(f"note: {note.message}")
    if format_ is PrintedAs.JSON:
        data = {"ref": ref, **to_dict(found)}
        data["log"] = data.pop("entries")
        from p5diff.report.json import envelope

        terminal.out(envelope("log", data, version="1.0"))
        return
    for entry in found.entries:
        console.say(f"{entry.revision.id[:10]}  {entry.revision.time[:16]}  {entry.revision.author}")
        console.say(f"    {entry.revision.subject}")
        for change in entry.changes:
            console.say(f"    {change.text.language}.{change.text.edition.value}: {_counted(change)}")
        if entry.revision.boundary:
            console.say("    the history of this copy begins here; what this commit changed is not known")
        if entry.facts:
            console.say("    facts changed")
    if not found.entries:
        console.say("no commit has changed this text")


def _counted(change: TextChange) -> str:
    parts = [
        f"{number} {name}"
        for number, name in (
            (change.new, "new"),
            (change.dropped, "dropped"),
            (change.reworded, "reworded"),
        )
        if number
    ]
    return f"{', '.join(parts) or 'no sentence changed'} ({change.total} sentences)"
