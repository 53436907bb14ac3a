"""`p5diff list`: what the corpus holds, and what it only knows of."""

from __future__ import annotations

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.options import CorpusOption, LookChoice, ShownAs, ShownAsOption, with_groups
from p5diff.errors import EXIT_DONE, EXIT_MISUSE

_PLAIN = LookChoice()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("list")(list_statements)


@with_groups
def list_statements(
    format_: ShownAsOption = ShownAs.TERMINAL,
    corpus: CorpusOption = None,
    look: LookChoice = _PLAIN,
) -> int:
    """List the corpus: id, date, place, title, texts.

    Exit code 2 where a statement cannot be read; the others are listed all the same.
    """
    from p5diff.workflows.listing import listing

    listed = listing(corpus)
    code = EXIT_MISUSE if listed.problems else EXIT_DONE
    for problem in listed.problems:
        console.tell(f"cannot be read: {problem}")
    if format_ is ShownAs.JSON:
        from p5diff.model.codec import to_dict

        data = {
            "corpus": listed.corpus,
            "statements": [to_dict(entry) for entry in listed.entries],
        }
        data["problems"] = list(listed.problems)
        from p5diff.report.json import envelope

        terminal.out(envelope("list", data, version="1.0"))
        return code
    from p5diff.report.terminal.listing import print_listing

    print_listing(listed.entries, terminal.stdout(), width=look.cells, color=look.colored)
    if any(not entry.texts for entry in listed.entries):
        console.say("none here: catalogued only; p5diff show ID says where it can be had")
    console.say(f"corpus: {listed.corpus}")
    return code
