"""Rename a statement, take it out of the corpus, change what is known of it: with a commit, or staged only.

Files go through the same turn and journal as what is added, so that a kill leaves the old state or the
new one. Nothing is thrown away that git does not keep.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.checks.checked import FILE, FOLDER, list_folder
from p5diff.corpus.entry import StatementEntry
from p5diff.corpus.files import broken, parse_entry, rewrite_entry
from p5diff.corpus.git.tree import Folder
from p5diff.corpus.layout import SOURCE_FOLDER, statement_path
from p5diff.corpus.write.writer import Stored, Writer, writing
from p5diff.errors import CorpusError
from p5diff.workflows.add import new_series


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """New values for what is known of a statement: None leaves a value, an empty one takes it out.
    `title` is in `language`, a code of one of the languages of the corpus."""

    title: str | None = None
    language: str = "en"
    dates: tuple[str, ...] | None = None
    place: str | None = None
    series: str | None = None
    ordinal: int | None = None
    parties: tuple[str, ...] | None = None
    symbols: tuple[str, ...] | None = None
    note: str | None = None

    def put_in(self, entry: StatementEntry) -> StatementEntry:
        """The entry with these values."""
        titles = entry.titles
        if self.title is not None:
            kept = dict(titles) | {self.language: self.title}
            titles = tuple((language, title) for language, title in kept.items() if title)
        return replace(
            entry,
            titles=titles,
            dates=entry.dates if self.dates is None else self.dates,
            adopted=entry.adopted if self.dates is None else (self.dates[-1] if self.dates else ""),
            place=entry.place if self.place is None else self.place,
            series=entry.series if self.series is None else self.series,
            ordinal=entry.ordinal if self.ordinal is None else self.ordinal,
            parties=entry.parties if self.parties is None else self.parties,
            symbols=entry.symbols if self.symbols is None else self.symbols,
            note=entry.note if self.note is None else self.note,
        )


def rename(corpus: Corpus, old: str, new: str, *, commit: bool = True) -> Stored:
    """Give a statement another id: its folder moves, with all its files, and statement.toml says so.

    Raises `ReferenceNotFound` (slug `unknown-id`), `InputError` (`bad-id`), `CorpusError` (`id-taken`,
    `not-plain`, and those of writing).
    """
    with writing(corpus) as writer:
        entry, target = corpus.entry(old), statement_path(new)
        if (corpus.root / new).exists() or (corpus.root / new).is_symlink():
            raise CorpusError(
                "id-taken",
                f"there is a {new} in the corpus already",
                cause="a statement has its id, and its folder, for itself",
                hint="choose another id, or take the other statement out first",
            )
        tree = Folder(corpus.root)
        files: dict[str, bytes | None] = {}
        for path in _files(tree, old):
            files[path] = None
            files[f"{new}/{path.partition('/')[2]}"] = tree.read(path)
        files[target] = rewrite_entry(files[target], _renamed(entry, new))
        return writer.store(files, message=f"Rename {old} to {new}", commit=commit)


def _renamed(entry: StatementEntry, new: str) -> StatementEntry:
    return replace(entry, id=new, texts=tuple(replace(text, id=new) for text in entry.texts))


def remove(corpus: Corpus, identifiers: Sequence[str], *, commit: bool = True, force: bool = False) -> Stored:
    """Take statements out of the corpus, with all their files.

    Raises `ReferenceNotFound` (slug `unknown-id`), `CorpusError` (`not-kept` where git does not hold what
    would be lost, unless `force`; `not-plain`, and those of writing).
    """
    with writing(corpus) as writer:
        tree = Folder(corpus.root)
        for name in identifiers:
            if tree.read(statement_path(name)) is None:
                corpus.entry(name)  # raises, naming what is near
        paths = [path for name in dict.fromkeys(identifiers) for path in _files(tree, name)]
        if not force:
            _need_kept(writer, tree, paths)
        names = ", ".join(dict.fromkeys(identifiers))
        files: dict[str, bytes | None] = dict.fromkeys(paths)
        return writer.store(files, message=f"Remove {names}", commit=commit)


def _need_kept(writer: Writer, tree: Folder, paths: Iterable[str]) -> None:
    """Raise unless the last commit holds each file as it is."""
    lost = []
    if writer.repository is None or not writer.repository.head():
        lost = list(paths)
    else:
        kept = writer.repository.snapshot("HEAD")
        wanted = list(paths)
        kept.prepare(wanted)
        lost = [path for path in wanted if kept.read(path) != tree.read(path)]
    if lost:
        raise CorpusError(
            "not-kept",
            f"{', '.join(lost[:3])}{' and more' if len(lost) > 3 else ''} would be lost",
            cause="the last commit does not hold them as they are"
            if writer.repository is not None
            else "the corpus is not in git, which would keep them",
            hint="commit them first, or use --force",
        )


def edit(corpus: Corpus, identifier: str, facts: Facts, *, commit: bool = True) -> Stored:
    """Change what is known of a statement; comments and order of its statement.toml stay.

    Raises `ReferenceNotFound` (slug `unknown-id`), `CorpusError` (`broken-statement` for a value that the
    corpus cannot hold, and those of writing).
    """
    with writing(corpus) as writer:
        path = statement_path(identifier)
        entry = facts.put_in(corpus.entry(identifier))
        data = rewrite_entry(corpus.tree().read(path), entry)
        _, problems = parse_entry(data, path=path)
        if problems:
            raise broken(problems)
        files: dict[str, bytes | None] = {path: data}
        files |= new_series(corpus, [entry])
        return writer.store(files, message=f"Change what is known of {identifier}", commit=commit)


def _files(tree: Folder, folder: str) -> list[str]:
    """Every file of a statement; raises where something else stands there, which would be left behind."""
    listing = list_folder(tree, folder)
    odd = [
        item.path
        for item in listing
        if item.kind != FILE and not (item.kind == FOLDER and item.path == f"{folder}/{SOURCE_FOLDER}")
    ]
    if odd:
        raise CorpusError(
            "not-plain",
            f"{odd[0]} is neither a plain file nor the folder of sources",
            cause="a statement has files only, and p5diff follows no link and touches no other folder",
            hint="`p5diff check` names all such places; take them out by hand first",
        )
    return [item.path for item in listing if item.kind == FILE]
