"""Bring files into a corpus: read, normalise, describe, show, store and commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from p5diff import __version__, ingest
from p5diff.corpus import leftout
from p5diff.corpus.catalogue import Corpus, bundled_root
from p5diff.corpus.entry import StatementEntry, TextEntry
from p5diff.corpus.files import rewrite_entry
from p5diff.corpus.layout import CORPUS_FILE, statement_path
from p5diff.corpus.settings import read_settings, rewrite_settings
from p5diff.corpus.write.writer import Stored, writing
from p5diff.errors import CorpusError, P5DiffError, ReferenceNotFound
from p5diff.model.alignment import Note
from p5diff.model.refs import Reference
from p5diff.model.source import Source
from p5diff.model.statement import Edition, Role
from p5diff.text.extent import check_stored
from p5diff.workflows.describe import (
    Fact,
    Given,
    carrier_choice,
    check_given,
    described,
    identifiers_of,
    names_in_file_name,
    text_entry,
    undecided,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """One file on its way into the corpus: the text, its facts, and what had to be said."""

    imported: Source
    text: TextEntry
    facts: tuple[Fact, ...] = ()
    new_statement: bool = False
    unchanged: bool = False
    replaces_left_out: bool = False
    """Whether the corpus holds a list of what was left out of the text that this one replaces."""

    elsewhere: tuple[str, ...] = ()
    """References of texts in other statements that were made from just these bytes."""

    @property
    def notes(self) -> tuple[Note, ...]:
        """Notes of the import, and a warning where the corpus holds the same file already."""
        if not self.elsewhere:
            return self.imported.notes
        said = f"the same file is in the corpus already, as {', '.join(self.elsewhere)}"
        return (*self.imported.notes, Note(slug="same-file", message=said))


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of `add`. `stored` is None for a dry run."""

    additions: tuple[Addition, ...]
    stored: Stored | None = None


@dataclass(slots=True)
class _Batch:
    """The change as it grows: entries by id, and files to write (None: to remove)."""

    entries: dict[str, StatementEntry] = field(default_factory=dict)
    files: dict[str, bytes | None] = field(default_factory=dict)
    held: dict[str, list[Reference]] | None = None
    """Digest of each original that the corpus holds → the texts made from it; read when asked."""

    def made_from(self, digest: str, corpus: Corpus, besides: str) -> tuple[str, ...]:
        """References of the texts made from these bytes, except those of one statement."""
        if self.held is None:
            self.held = {}
            for entry in corpus.entries():
                for text in entry.texts:
                    self.held.setdefault(text.sha256, []).append(text.reference())
        new = [text.reference() for e in self.entries.values() for text in e.texts if text.sha256 == digest]
        found = dict.fromkeys(str(r) for r in (*self.held.get(digest, ()), *new) if r.id != besides)
        return tuple(found)


def add(
    corpus: Corpus,
    paths: Sequence[Path],
    given: Given,
    *,
    dry_run: bool = False,
    commit: bool = True,
    force: bool = False,
    choose: Callable[[Source], str] | None = None,
) -> Added:
    """Store the files as texts, all in one commit; with `dry_run` only say what would be stored.

    `choose` is asked for `whole` or `inside` where a page that carries a statement has two readings.
    Raises `InputError` for files that cannot be read, `P5DiffError` (slug `carrier-undecided`) where
    there are two readings and nobody to ask, `CorpusError` (slugs `would-overwrite`,
    `read-only-corpus`, `cannot-write` …); then nothing has been written.
    """
    check_given(given)
    check_several(paths, given)
    if not dry_run:
        corpus.need_writable()
    wanted = [_decided(path, given, None if dry_run else choose, ask=not dry_run) for path in paths]
    return add_imported(corpus, wanted, dry_run=dry_run, commit=commit, force=force)


def add_imported(
    corpus: Corpus,
    wanted: Sequence[tuple[Source, Given]],
    *,
    known: Mapping[str, StatementEntry] | None = None,
    dry_run: bool = False,
    commit: bool = True,
    force: bool = False,
) -> Added:
    """As `add`, for texts at hand, each with what is said of it. `known` are facts about
    statements that the corpus itself may not hold yet."""
    if dry_run:
        return Added(additions=_plan(corpus, wanted, force, _Batch(entries=dict(known or {}))))
    with writing(corpus) as writer:
        batch = _Batch(entries={k: v for k, v in (known or {}).items() if known_entry(corpus, k) is None})
        additions = _plan(corpus, wanted, force, batch)
        batch.files |= new_series(corpus, batch.entries.values())
        stored = writer.store(batch.files, message=commit_message(additions), commit=commit)
        return Added(additions=additions, stored=stored)


def check_several(paths: Sequence[Path], given: Given) -> None:
    """Refuse what is said of several files but can be true of one; raises `P5DiffError`."""
    named = {names_in_file_name(path.name).get("language") for path in paths}
    one = {
        "--id": given.id and len(named) < len(paths),
        "--title": given.title,
        "--date": given.dates,
        "--symbol": given.symbols,
        "--ordinal": given.ordinal is not None,
        "--url": given.url,
    }
    said = [name for name, value in one.items() if value]
    if given.id and not one["--id"]:
        # one statement in several languages: its facts are the same for all, but not these
        said = [name for name in said if name in ("--title", "--url")]
    if len(paths) > 1 and said:
        raise P5DiffError(
            "facts-of-one-file",
            f"{' and '.join(said)} cannot be said of {len(paths)} files at once",
            cause="each file is a statement of its own, and all would be told to be the same",
            hint="add the files one by one",
        )


def _read(path: Path, given: Given) -> Source:
    language = given.language or names_in_file_name(path.name).get("language")
    return ingest.source(
        path,
        language=language,
        encoding=given.encoding or None,
        carrier=carrier_choice(given.carrier),
    )


def _decided(
    path: Path, given: Given, choose: Callable[[Source], str] | None, *, ask: bool
) -> tuple[Source, Given]:
    """The file as read, once one of two readings of it is chosen, with what is said of it."""
    imported = _read(path, given)
    error = undecided(imported) if ask else None
    if error is None:
        return imported, given
    if choose is None or path == ingest.STDIN:
        raise error
    given = replace(given, carrier=choose(imported))
    return _read(path, given), given


def _plan(
    corpus: Corpus, wanted: Sequence[tuple[Source, Given]], force: bool, batch: _Batch
) -> tuple[Addition, ...]:
    return tuple(
        _plan_one(corpus, imported, given, force, batch, identifier)
        for (imported, given), identifier in zip(wanted, identifiers_of(wanted), strict=True)
    )


def _plan_one(
    corpus: Corpus, imported: Source, given: Given, force: bool, batch: _Batch, identifier: Fact
) -> Addition:
    known = batch.entries.get(identifier.value) or known_entry(corpus, identifier.value)
    text, said_of_text = text_entry(identifier.value, given, imported)
    check_stored(imported.stored, name=identifier.value)
    elsewhere = batch.made_from(imported.sha256, corpus, identifier.value)
    entry, said = described(known or StatementEntry(id=identifier.value), given, imported)
    addition = Addition(
        imported=imported,
        text=text,
        facts=(identifier, *said_of_text, *said),
        new_statement=known_entry(corpus, identifier.value) is None,
        unchanged=same_text(corpus, known, text, imported),
        elsewhere=elsewhere,
        replaces_left_out=corpus.tree().read(text.left_out_path) is not None,
    )
    put_text(batch.files, entry, addition, force=force)
    entry = _without_unstated(entry, addition, batch.files)
    batch.entries[entry.id] = with_text(entry, text) if not addition.unchanged else entry
    path = statement_path(entry.id)
    batch.files[path] = rewrite_entry(
        batch.files.get(path) or corpus.tree().read(path), batch.entries[entry.id]
    )
    return addition


def _without_unstated(
    entry: StatementEntry, addition: Addition, files: dict[str, bytes | None]
) -> StatementEntry:
    """The entry without the text of the same bytes whose edition nobody had said: now it is said."""
    text = addition.text
    if text.edition is Edition.UNSTATED:
        return entry
    for held in entry.texts:
        same = (held.language, held.sha256) == (text.language, text.sha256)
        if held.edition is Edition.UNSTATED and same:
            files[held.path] = None
            files[f"{entry.id}/{held.original}"] = None
            if addition.imported.set_aside:
                files[held.left_out_path] = None
            return replace(entry, texts=tuple(other for other in entry.texts if other is not held))
    return entry


def new_series(corpus: Corpus, entries: Iterable[StatementEntry]) -> dict[str, bytes | None]:
    """corpus.toml with the series that it does not describe yet; what a person wrote in it stays."""
    data = corpus.tree().read(CORPUS_FILE) or b""
    settings = read_settings(data)
    described = dict(settings.series)
    titles = dict(Corpus(bundled_root(), bundled=True).settings.series)
    new = {entry.series: titles.get(entry.series, "") for entry in entries if entry.series}
    if not new.keys() - described.keys():
        return {}
    series = {**new, **described}
    return {CORPUS_FILE: rewrite_settings(data, replace(settings, series=tuple(series.items())))}


def known_entry(corpus: Corpus, identifier: str) -> StatementEntry | None:
    """The statement, or None when the corpus does not know it yet."""
    try:
        return corpus.entry(identifier)
    except ReferenceNotFound:
        return None


def _twin(entry: StatementEntry | None, text: TextEntry) -> TextEntry | None:
    return next((held for held in entry.texts if held.path == text.path), None) if entry else None


def same_text(corpus: Corpus, known: StatementEntry | None, text: TextEntry, imported: Source) -> bool:
    """Whether the corpus holds just this text, made from just these bytes."""
    twin = _twin(known, text)
    if twin is None or twin.sha256 != text.sha256:
        return False
    return corpus.tree().read(text.path) == imported.stored.encode("utf-8")


def put_text(
    files: dict[str, bytes | None], entry: StatementEntry, addition: Addition, *, force: bool
) -> None:
    """Put the stored text and the original bytes among the files to write.

    Raises `CorpusError` (slug `would-overwrite`) unless `force`.
    """
    text, twin = addition.text, _twin(entry, addition.text)
    if addition.unchanged:
        return
    if (twin is not None and not force) or text.path in files:
        raise _would_overwrite(text)
    if twin is not None and twin.original and twin.original != text.original:
        files[f"{entry.id}/{twin.original}"] = None
    files[text.path] = addition.imported.stored.encode("utf-8")
    files[f"{entry.id}/{text.original}"] = addition.imported.data
    left_out = leftout.write(addition.imported.set_aside)
    if left_out or addition.replaces_left_out:
        files[text.left_out_path] = left_out or None


def with_text(entry: StatementEntry, text: TextEntry) -> StatementEntry:
    """The entry with the text in it, in the place of its twin if it has one."""
    if _twin(entry, text) is None:
        return replace(entry, texts=(*entry.texts, text))
    return replace(entry, texts=tuple(text if held.path == text.path else held for held in entry.texts))


def _would_overwrite(text: TextEntry) -> CorpusError:
    return CorpusError(
        "would-overwrite",
        f"the corpus holds {text.reference()} already, with other words",
        cause="a text is not replaced unless you say so",
        hint="--force replaces it (git keeps the old one); or say another --id, --language or --edition",
    )


def commit_message(additions: Sequence[Addition]) -> str:
    """A subject for people and trailers for programs, one block a text."""
    refs = [str(addition.text.reference()) for addition in additions]
    verb = "Add" if not all(addition.unchanged for addition in additions) else "Keep"
    subject = f"{verb} {refs[0]}" if len(refs) == 1 else f"{verb} {len(refs)} texts: {', '.join(refs)}"
    if len(subject) > 72:
        subject = f"{verb} {len(refs)} texts: {refs[0]} … {refs[-1]}"
    return "\n\n".join([subject, *(_trailers(addition) for addition in additions)]) + "\n"


def _trailers(addition: Addition) -> str:
    text, lines = addition.text, [f"Text: {addition.text.path}", f"Source: {_one_line(addition.text.name)}"]
    lines += [f"Source-URL: {text.url}"] if text.url else []
    lines += [f"Source-SHA256: {text.sha256}", f"Importer: {text.importer} (p5diff {__version__})"]
    lines.append(f"Sentences: {sum(len(p.sentences) for p in addition.imported.paragraphs)}")
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def measure(imported: Source) -> str:
    """How much text there is, for people.

    Body paragraphs are those that a comparison numbers.
    """
    paragraphs = imported.paragraphs
    body = sum(p.role is Role.BODY for p in paragraphs)
    sentences = sum(len(p.sentences) for p in paragraphs)
    return f"{body} body paragraphs, {sentences} sentences, {len(imported.stored)} characters"
