"""Bring a list of facts about statements into a corpus, with the texts it names.

The list is a TOML file of `[[statement]]` tables: the fields of statement.toml, with `sources`
for `[[source]]` and `texts = [{ file, language, edition, coverage, not_covered, note }]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from p5diff import ingest
from p5diff.corpus import toml
from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.entry import StatementEntry
from p5diff.corpus.fields import Fields
from p5diff.corpus.files import broken, entry_of, rewrite_entry
from p5diff.corpus.layout import statement_path
from p5diff.corpus.write.writer import writing
from p5diff.ingest import load_bytes
from p5diff.workflows.add import (
    Added,
    Addition,
    commit_message,
    known_entry,
    new_series,
    put_text,
    same_text,
    with_text,
)
from p5diff.workflows.describe import Given, text_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A statement of the list, and the files it names with what is said of each."""

    entry: StatementEntry
    files: tuple[tuple[Path, Given], ...]


def add_facts(
    corpus: Corpus, facts: Path, *, dry_run: bool = False, commit: bool = True, force: bool = False
) -> Added:
    """Store every statement of the list and the texts it names, in one commit.

    Facts of the list replace those of the corpus; texts are replaced only with `force`. Raises
    `CorpusError` naming every problem of the list at once, and what `add` raises.
    """
    listed = _read_list(facts)
    if dry_run:
        return Added(additions=_plan(corpus, listed, force, {}))
    with writing(corpus) as writer:
        files: dict[str, bytes | None] = {}
        additions = _plan(corpus, listed, force, files)
        files |= new_series(corpus, (statement.entry for statement in listed))
        message = _message(listed, additions)
        return Added(additions=additions, stored=writer.store(files, message=message, commit=commit))


def _read_list(path: Path) -> list[_Listed]:
    table = toml.parse(load_bytes(path), place=str(path))
    problems: list[str] = []
    listed = [
        _listed(item, path.parent, f"statement[{number}]", problems)
        for number, item in enumerate(table.get("statement", []))
    ]
    if problems:
        raise broken([f"{path}: {problem}" for problem in problems])
    return listed


def _listed(item: Mapping[str, Any], folder: Path, place: str, problems: list[str]) -> _Listed:
    table = {"source" if key == "sources" else key: value for key, value in item.items() if key != "texts"}
    files = []
    for number, text in enumerate(item.get("texts", [])):
        fields = Fields(text, place=f"{place}.texts[{number}]", problems=problems)
        files.append((folder / fields.text("file", required=True), _given(fields)))
    return _Listed(entry=entry_of(Fields(table, place=place, problems=problems)), files=tuple(files))


def _given(fields: Fields) -> Given:
    given = Given(
        language=fields.text("language", required=True),
        edition=fields.text("edition", required=True),
        coverage=fields.text("coverage"),
        not_covered=fields.texts("not_covered"),
        url=fields.text("url"),
        note=fields.text("note"),
    )
    fields.close()
    return given


def _plan(
    corpus: Corpus, listed: list[_Listed], force: bool, files: dict[str, bytes | None]
) -> tuple[Addition, ...]:
    additions: list[Addition] = []
    for statement in listed:
        known = known_entry(corpus, statement.entry.id)
        entry = replace(statement.entry, texts=known.texts if known else ())
        for path, given in statement.files:
            imported = ingest.source(path, language=given.language)
            text, facts = text_entry(entry.id, given, imported)
            addition = Addition(
                imported=imported,
                text=text,
                facts=tuple(facts),
                new_statement=known is None,
                unchanged=same_text(corpus, known, text, imported),
                replaces_left_out=corpus.tree().read(text.left_out_path) is not None,
            )
            put_text(files, entry, addition, force=force)
            entry = with_text(entry, text)
            additions.append(addition)
        place = statement_path(entry.id)
        files[place] = rewrite_entry(corpus.tree().read(place), entry)
    return tuple(additions)


def _message(listed: list[_Listed], additions: tuple[Addition, ...]) -> str:
    catalogue = "\n".join(f"Statement: {statement.entry.id}" for statement in listed)
    if not additions:
        return f"Catalogue {len(listed)} statements\n\n{catalogue}\n"
    return f"{commit_message(additions)}\n{catalogue}\n"
