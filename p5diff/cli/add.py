"""`p5diff add FILE…`: bring files into the corpus, normalised and committed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption, with_groups

if TYPE_CHECKING:
    from p5diff.model.source import Source
    from p5diff.workflows.add import Added, Addition
    from p5diff.workflows.describe import Given


_FEW = 5
"""Left-out pieces that `add` lists one by one; a dry run lists all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the options say of the text; what they leave open is proposed."""

    id_: Annotated[str, typer.Option("--id", help="Id of the statement, such as washington-2012.")] = ""
    language: Annotated[str, typer.Option("--language", help="Overrule detection: en zh fr ru es ar.")] = ""
    edition: Annotated[
        str, typer.Option("--edition", help="official, translation or digest; not said: unstated.")
    ] = ""
    coverage: Annotated[str, typer.Option("--coverage", help="full or partial.")] = ""
    not_covered: Annotated[
        list[str] | None,
        typer.Option("--not-covered", help="Topic a partial text leaves out; repeatable."),
    ] = None
    title: Annotated[str, typer.Option("--title", help="Title in the language of the text.")] = ""
    date: Annotated[
        list[str] | None, typer.Option("--date", help="YYYY-MM-DD; first and last day if repeated.")
    ] = None
    place: Annotated[str, typer.Option("--place", help="Where it was adopted.")] = ""
    symbol: Annotated[list[str] | None, typer.Option("--symbol", help="Document symbol.")] = None
    party: Annotated[list[str] | None, typer.Option("--party", help="Who adopted it; repeatable.")] = None
    series: Annotated[str, typer.Option("--series", help="Series it belongs to.")] = ""
    ordinal: Annotated[int | None, typer.Option("--ordinal", min=0, help="Its number in the series.")] = None
    url: Annotated[str, typer.Option("--url", help="Where the file was published.")] = ""
    note: Annotated[str, typer.Option("--note", help="Anything a reader must know of the text.")] = ""
    encoding: Annotated[str, typer.Option("--encoding", help="Overrule detection, e.g. gb18030.")] = ""
    carrier: Annotated[
        str, typer.Option("--carrier", help="Of a page that carries a statement: inside or whole.")
    ] = ""

    def given(self) -> Given:
        """The same for the workflows."""
        from p5diff.workflows.describe import Given

        return Given(
            id=self.id_, language=self.language, edition=self.edition, coverage=self.coverage,
            not_covered=tuple(self.not_covered or ()), title=self.title, dates=tuple(sorted(self.date or ())),
            place=self.place, symbols=tuple(self.symbol or ()), parties=tuple(self.party or ()),
            series=self.series, ordinal=self.ordinal, url=self.url, note=self.note, encoding=self.encoding,
            carrier=self.carrier,
        )  # fmt: skip


_NOTHING_TOLD = _Told()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("add", epilog=epilog("add"))(add)


@with_groups
def add(
    files: Annotated[list[Path] | None, typer.Argument(help="Files to bring in.", show_default=False)] = None,
    told: _Told = _NOTHING_TOLD,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would be stored.")] = False,
    commit: Annotated[bool, typer.Option("--commit/--no-commit", help="Commit, or leave it staged.")] = True,
    force: Annotated[bool, typer.Option("--force", help="Replace a text that is there already.")] = False,
    from_facts: Annotated[Path | None, typer.Option("--from-facts", hidden=True)] = None,
    corpus: CorpusOption = None,
) -> None:
    """Add texts to the corpus: read, normalised, described and committed.

    The original bytes are kept beside the text. What the text says of itself (title, date,
    place, symbol, language) is proposed and shown; options overrule it.
    """
    from p5diff.workflows.add import add as add_files
    from p5diff.workflows.describe import undecided
    from p5diff.workspace import Workspace

    found = Workspace(corpus).corpus
    if from_facts is not None:
        _catalogue(found, from_facts, dry_run=dry_run, commit=commit, force=force)
        return
    if not files:
        raise typer.BadParameter("name at least one file", param_hint="FILES")
    given = told.given()
    if not given.edition and not dry_run:
        given = replace(given, edition=_asked(files))
    choose = _chosen if terminal.can_be_asked() else None
    added = add_files(found, files, given, dry_run=dry_run, commit=commit, force=force, choose=choose)
    show_added(added, found.describe())
    if dry_run:  # what was shown would not be stored before somebody chooses
        for addition in added.additions:
            if error := undecided(addition.imported):
                raise error


def _chosen(imported: Source) -> str:
    """Which of two readings of a page to store, asked of a person who sits at the terminal."""
    for note in imported.notes:
        if note.slug == "carrier-doubtful":
            console.tell(f"{imported.name}: {note.message}")
    answer: str = typer.prompt("Store what is inside, or the whole (inside, whole)", default="inside")
    return answer.strip().lower()


def _asked(files: list[Path]) -> str:
    """The edition, asked of a person who sits at the terminal; nothing from a program."""
    from p5diff.model.refs import STORED_EDITIONS
    from p5diff.workflows.describe import names_in_file_name

    named = all(names_in_file_name(path.name).get("edition") for path in files)
    if named or not terminal.can_be_asked():
        return ""
    words = [edition.value for edition in STORED_EDITIONS]
    text = "this text" if len(files) == 1 else f"these {len(files)} texts"
    answer: str = typer.prompt(f"Edition of {text} ({', '.join(words)})", default=words[-1])
    return answer.strip().lower()


def _catalogue(found: object, facts: Path, *, dry_run: bool, commit: bool, force: bool) -> None:
    from p5diff.corpus.catalogue import Corpus
    from p5diff.workflows.facts import add_facts

    assert isinstance(found, Corpus)
    show_added(add_facts(found, facts, dry_run=dry_run, commit=commit, force=force), found.describe())


def show_added(added: Added, corpus: str) -> None:
    """What became of every text, and of the corpus."""
    for addition in added.additions:
        show_addition(addition, words=added.stored is None)
    for note in added.stored.notes if added.stored is not None else ():
        console.tell(f"note: {note.message}")
    if added.stored is None:
        console.say("dry run: nothing was stored")
    elif added.stored.commit:
        console.say(f"committed {added.stored.commit[:10]} in {corpus}")
    elif all(addition.unchanged for addition in added.additions):
        console.say(f"nothing to do: {corpus} holds this already")
    else:
        console.say(f"{'staged, not committed,' if added.stored.staged else 'stored'} in {corpus}")


def show_addition(addition: Addition, *, words: bool) -> None:
    """Everything a person needs to see that the right text came in, as the right thing."""
    from p5diff.workflows.add import measure

    new = "new statement" if addition.new_statement else "known statement"
    state = "already there" if addition.unchanged else new
    console.say(f"{addition.imported.name} → {addition.text.reference()} ({state})")
    for fact in addition.facts:
        console.say(f"  {fact.name:<10}{fact.value}  ({fact.origin})")
    console.say(f"  {'text':<10}{measure(addition.imported)}")
    if addition.imported.set_aside:
        console.left_out(addition.imported.set_aside, most=None if words else _FEW)
    for note in addition.notes:
        console.tell(f"note: {note.message}")
    if words:
        console.say("")
        console.say(addition.imported.stored)
