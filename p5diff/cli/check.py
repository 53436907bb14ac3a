"""`p5diff check`: is the corpus well formatted?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption
from p5diff.errors import EXIT_DONE, EXIT_FINDINGS


class CheckFormat(StrEnum):
    """What comes out."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check", epilog=epilog("check"))(check)


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Corpus, statements or texts.", show_default="the corpus")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended.")] = False,
    select: Annotated[
        list[str] | None, typer.Option("--select", help="Only these rules: codes, prefixes, names.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", help="All rules but these.")] = None,
    format_: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="Form of the output.")
    ] = CheckFormat.TEXT,
    list_rules: Annotated[bool, typer.Option("--rules", help="List the rules and exit.")] = False,
    corpus: CorpusOption = None,
) -> int:
    """Check texts and metadata: encoding, layout, quotation marks, facts, files, originals.

    Exit code 0: nothing worse than notes; 1: errors or warnings; 2: it could not be checked.
    """
    from p5diff.corpus.checks.rules import RULES, RuleChoice

    if list_rules:
        for rule in RULES.values():
            mark = "*" if rule.fixable else " "
            console.say(f"{rule.code}{mark} {rule.severity.value:<8}{rule.name:<26}{rule.summary}")
        return EXIT_DONE
    from p5diff.report.findings import FORMATS
    from p5diff.workflows.check import check as run

    checked = run(paths or [], corpus, RuleChoice.of(select or (), ignore or ()), fix=fix)
    for note in checked.notes:
        console.tell(f"note: {note.message}")
    for path in checked.mended:
        console.tell(f"mended {path}")
    summaries = {rule.code: rule.summary for rule in RULES.values()}
    give = terminal.commands if format_ is CheckFormat.GITHUB else terminal.out
    give(FORMATS[format_.value](checked.findings, summaries))
    return EXIT_FINDINGS if checked.failed else EXIT_DONE
