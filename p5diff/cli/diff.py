"""`p5diff diff BEFORE AFTER`: the main job."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import LookChoice, PairReadingChoice, SemanticModelOption, SpaceChoice, with_groups
from p5diff.cli.words import LangOption, code
from p5diff.errors import EXIT_DONE, EXIT_FINDINGS
from p5diff.report.formats import FORMATS

if TYPE_CHECKING:
    from p5diff.model.comparison import Comparison
    from p5diff.report.selection import Selection
    from p5diff.workspace import Workspace


Format = StrEnum("Format", {form.name.upper(): form.name for form in FORMATS})  # type: ignore[misc]


class WordDiff(StrEnum):
    """How word changes are shown."""

    MARKS = "marks"
    NONE = "none"


class Sort(StrEnum):
    """In which order changes are shown."""

    TOPIC = "topic"
    DOCUMENT = "document"
    IMPORTANCE = "importance"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What was asked of the output, as the options say it."""

    show_all: Annotated[bool, typer.Option("--all", help="Show what did not change, too.")] = False
    only: Annotated[
        str, typer.Option("--only", help="Kinds to show: new,dropped,reworded,recast,stronger,weaker …")
    ] = ""
    topic: Annotated[str, typer.Option("--topic", help="Topics to show, e.g. ctbt,safeguards.")] = ""
    side_by_side: Annotated[bool, typer.Option("--side-by-side", "-y", help="In two columns.")] = False
    word_diff: Annotated[
        WordDiff, typer.Option("--word-diff", help="Mark changed words, or show both sentences.")
    ] = WordDiff.MARKS
    sort: Annotated[Sort, typer.Option("--sort", help="By topic, in document order, or by importance.")] = (
        Sort.TOPIC
    )
    stat: Annotated[bool, typer.Option("--stat", help="Only how much changed, by topic.")] = False
    pager: Annotated[
        bool, typer.Option("--pager/--no-pager", help="Page what is longer than the screen.")
    ] = True
    explain: Annotated[bool, typer.Option("--explain", help="Show the rule behind every verdict.")] = False

    def used(self) -> frozenset[str]:
        """The options that were given and that not every format honours."""
        given = {
            "--only": bool(self.only),
            "--topic": bool(self.topic),
            "--all": self.show_all,
            "--side-by-side": self.side_by_side,
            "--word-diff": self.word_diff is WordDiff.NONE,
            "--explain": self.explain,
            "--sort": self.sort is not Sort.TOPIC,
            "--stat": self.stat,
        }
        return frozenset(name for name, used in given.items() if used)

    def selection(self, space: Workspace, comparison: Comparison) -> Selection:
        """Which changes are shown, and how much of each."""
        from p5diff.cli.filters import chosen_kinds, chosen_topics
        from p5diff.report.selection import Selection

        return Selection(
            kinds=chosen_kinds(self.only),
            topics=chosen_topics(self.topic, comparison, space),
            everything=self.show_all,
            explain=self.explain,
        )

    def show(
        self,
        comparison: Comparison,
        selection: Selection,
        look: LookChoice,
        output: Path | None,
        inputs: tuple[str, str],
    ) -> None:
        """Shows them in the terminal, or writes to `output` what it would show."""
        from p5diff.report import terminal

        options = terminal.Options(
            width=look.cells,
            side_by_side=self.side_by_side,
            word_marks=self.word_diff is WordDiff.MARKS,
            selection=selection,
            sort=self.sort.value,
            stat=self.stat,
        )
        text = terminal.render(comparison, options=options, color=console.colored(look.color, output))
        console.give(text, output, inputs=inputs, paged=self.pager)


_PLAINLY = _Asked()
_NOTHING_SAID = PairReadingChoice()
_AS_FOUND = SpaceChoice()
_PLAIN = LookChoice()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diff", epilog=epilog("diff"))(diff)


@with_groups
def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="ID[:LANG[.EDITION]][@REV], or a file.")],
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Form of the output.", show_default="by the name of --output"),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the HTML in a browser.")] = False,
    asked: _Asked = _PLAINLY,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if they differ.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; implies --exit-code.")] = False,
    semantic: Annotated[
        bool, typer.Option("--semantic", help="Ask a local model where wording finds no counterpart.")
    ] = False,
    lang: LangOption = None,
    semantic_model: SemanticModelOption = None,
    files: PairReadingChoice = _NOTHING_SAID,
    where: SpaceChoice = _AS_FOUND,
    look: LookChoice = _PLAIN,
) -> int:
    """Compare two statements: what is new, dropped or reworded, by topic."""
    from p5diff.report.formats import chosen, refuse
    from p5diff.workflows.compare import compare_in
    from p5diff.workflows.output import deliver

    form = chosen(format_.value if format_ else ("html" if open_ else None), output)
    refuse(form, asked.used() | ({"--lang"} if lang is not None else frozenset()))
    space = where.space()
    comparison = compare_in(
        space, before, after, readings=files.readings(), semantic=semantic, semantic_model=semantic_model
    )
    if quiet:
        return EXIT_FINDINGS if comparison.differs else EXIT_DONE
    inputs, selection = (before, after), asked.selection(space, comparison)
    if form.name == "terminal":
        asked.show(comparison, selection, look, output, inputs)
    else:
        deliver(comparison, form.name, output, selection, open_=open_, inputs=inputs, words=code(lang))
    return EXIT_FINDINGS if comparison.differs and exit_code else EXIT_DONE
