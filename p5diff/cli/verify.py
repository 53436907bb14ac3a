"""`p5diff verify`: does each stored text still follow from its original?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption
from p5diff.errors import EXIT_DONE, EXIT_FINDINGS, EXIT_MISUSE

if TYPE_CHECKING:
    from p5diff.corpus.entry import Correction
    from p5diff.workflows.verify import Verified


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify", epilog=epilog("verify"))(verify)


def verify(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Ids of statements.", show_default="the whole corpus")
    ] = None,
    record: Annotated[
        str, typer.Option("--record", metavar="WHY", help="Record the differences as hand corrections.")
    ] = "",
    commit: Annotated[bool, typer.Option("--commit/--no-commit", help="Commit what is recorded.")] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only texts that do not follow.")] = False,
    corpus: CorpusOption = None,
) -> int:
    """Prove that each stored text follows from the original bytes kept beside it.

    Exit code 0: all do, hand corrections that are recorded included; 1: some do not;
    2: a statement cannot be read, and the others are verified all the same.
    """
    from p5diff.workflows.verify import VerifyOutcome, verify_all
    from p5diff.workflows.verify import record as write_down
    from p5diff.workflows.verify import verify as run
    from p5diff.workspace import Workspace

    found = Workspace(corpus).corpus
    if record:
        if not ids:
            raise typer.BadParameter("name the statements whose corrections are recorded", param_hint="IDS")
        done = write_down(found, ids, record, commit=commit)
        for note in done.notes:
            console.tell(f"note: {note.message}")
        console.say(f"recorded the corrections of {done.texts} {'text' if done.texts == 1 else 'texts'}")
    entries, problems = ((), ()) if ids else found.survey()
    verified = run(found, ids) if ids else verify_all(found, entries, whole=True)
    bad = [item for item in verified if item.outcome in (VerifyOutcome.BROKEN, VerifyOutcome.DIFFERS)]
    for item in bad if quiet else verified:
        _show(item)
    for problem in problems:
        console.tell(f"cannot be read: {problem}")
    console.say(f"{len(verified) - len(bad)} of {len(verified)} texts follow from their originals")
    if problems:
        return EXIT_MISUSE
    return EXIT_FINDINGS if bad else EXIT_DONE


def _show(item: Verified) -> None:
    from p5diff.workflows.verify import VerifyOutcome

    reason = f": {item.reason}" if item.reason else ""
    console.say(f"{item.text.reference()}  {item.outcome.value}{reason}")
    shown = item.unexplained if item.outcome is VerifyOutcome.DIFFERS else item.text.corrections
    for correction in shown:
        _show_correction(correction)


def _show_correction(correction: Correction) -> None:
    why = f"  ({correction.why})" if correction.why else ""
    console.say(f"  line {correction.line}{why}")
    for mark, text in (("-", correction.before), ("+", correction.after)):
        for line in text.splitlines():
            console.say(f"  {mark} {line}")
