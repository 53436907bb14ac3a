"""Find a corpus, list what it knows, load a text of it."""

from __future__ import annotations

import os
from pathlib import Path

from p5diff import disk
from p5diff import language as languages
from p5diff.corpus import leftout
from p5diff.corpus.choice import best_first, choose_pair, difference
from p5diff.corpus.entry import StatementEntry, TextEntry
from p5diff.corpus.files import broken, read_entry
from p5diff.corpus.git.tree import Folder, Snapshot, Tree
from p5diff.corpus.layout import CORPUS_FILE, RULES_FOLDER, is_statement_folder, statement_path
from p5diff.corpus.remembered import Remembered
from p5diff.corpus.settings import CorpusSettings, read_settings
from p5diff.data import FOLDER
from p5diff.errors import CorpusError, ReferenceNotFound
from p5diff.model.alignment import Note
from p5diff.model.refs import Reference
from p5diff.model.statement import Statement
from p5diff.text.extent import check_stored
from p5diff.text.unmerged import check_merged

VARIABLE = "P5DIFF_CORPUS"
"""Environment variable that names a corpus folder."""

_PACKAGED = FOLDER / "corpus"


class Corpus:
    """A corpus in a folder. `bundled` tells the read-only one that comes with p5diff."""

    def __init__(self, root: Path, *, bundled: bool = False, settings: CorpusSettings | None = None) -> None:
        self.root = root
        self.bundled = bundled
        place = str(root / CORPUS_FILE)
        self.settings: CorpusSettings = settings or read_settings(self._corpus_file(), place=place)
        self._snapshots: dict[tuple[str, str], Snapshot] = {}

    def _corpus_file(self) -> bytes:
        data = Folder(self.root).read(CORPUS_FILE)
        if data is None:
            raise no_corpus(self.root, "it has no corpus.toml")
        return data

    @property
    def name(self) -> str:
        """The corpus's own name, else that of its folder."""
        return self.settings.name or self.root.name

    def describe(self) -> str:
        """Which corpus this is and where it stands, for messages to the person at the machine."""
        return f"{self.name} (bundled with p5diff)" if self.bundled else f"{self.name} ({self.root})"

    @property
    def rules_path(self) -> Path | None:
        """The folder of rules that this corpus adds to p5diff's own, if it has one."""
        path = self.root / RULES_FOLDER
        return path if path.is_dir() and not path.is_symlink() else None

    def entries(self, revision: str = "") -> tuple[StatementEntry, ...]:
        """Every statement, those without a text too, sorted by series, ordinal, date, id.

        Raises `CorpusError` naming every problem of every statement.toml at once.
        """
        found, problems = self.survey(revision)
        if problems:
            raise broken(list(problems))
        return found

    def survey(self, revision: str = "") -> tuple[tuple[StatementEntry, ...], tuple[str, ...]]:
        """The statements that can be read, in the same order, and every problem of the others: one
        that is broken hides no other."""
        tree = self.tree(revision)
        problems: list[str] = []
        found = []
        folders = [folder for folder in tree.folders() if is_statement_folder(folder)]
        tree.prepare(map(statement_path, folders))
        remembered = Remembered.of(self.root, folders)
        for folder in folders:
            found.append(_surveyed(tree, statement_path(folder), remembered, problems))
        remembered.save()
        return tuple(sorted((entry for entry in found if entry), key=_order)), tuple(problems)

    def entry(self, identifier: str, revision: str = "") -> StatementEntry:
        """One statement; raises `ReferenceNotFound` naming what is near, or `CorpusError`."""
        path = statement_path(identifier)
        tree = self.tree(revision, identifier)
        data = tree.read(path)
        if data is None:
            raise self._unknown(identifier, revision)
        return read_entry(data, path=path)

    def texts(self, identifier: str, revision: str = "") -> tuple[TextEntry, ...]:
        """The texts of a statement, best first; empty for one that is only catalogued."""
        return tuple(best_first(self.entry(identifier, revision).texts))

    def load(self, reference: Reference) -> Statement:
        """The text that a reference names; where it leaves the text open, the best one.

        Raises `ReferenceNotFound` (slugs `unknown-id`, `no-text`, `unknown-revision`) and
        `CorpusError`.
        """
        entry = self.entry(reference.id, reference.revision)
        text = best_first(self._matching(entry, reference))[0]
        return self._read(entry, text, reference)

    def text(self, reference: Reference) -> TextEntry:
        """What is known of the text that a reference names, without reading its words."""
        entry = self.entry(reference.id, reference.revision)
        return best_first(self._matching(entry, reference))[0]

    def _read(self, entry: StatementEntry, text: TextEntry, reference: Reference) -> Statement:
        from p5diff.text.stored import parse

        tree = self.tree(reference.revision, reference.id)
        tree.prepare([text.path, text.left_out_path])
        stored = _decode(tree.read(text.path), text.path)
        # The name alone: a path would make the same comparison differ from machine to machine.
        meta = entry.metadata(text, corpus=self.name, revision=tree.revision)
        return Statement(
            meta=meta,
            paragraphs=parse(stored, language=languages.get(text.language)),
            set_aside=leftout.read(tree.read(text.left_out_path), text.left_out_path),
        )

    def choose(self, before: Reference, after: Reference) -> tuple[Reference, Reference, Note | None]:
        """The fairest pair of texts that two references allow, each named in full."""
        ones = self._matching(self.entry(before.id, before.revision), before)
        twos = self._matching(self.entry(after.id, after.revision), after)
        one, two, note = choose_pair(ones, twos)
        return one.reference(before.revision), two.reference(after.revision), note

    def _matching(self, entry: StatementEntry, reference: Reference) -> tuple[TextEntry, ...]:
        """The texts of an entry that a reference allows; at least one, or `ReferenceNotFound`."""
        found = tuple(
            text
            for text in entry.texts
            if reference.language in ("", text.language) and reference.edition in (None, text.edition)
        )
        if not found:
            raise no_text(entry, reference)
        return found

    def tree(self, revision: str = "", folder: str = "") -> Tree:
        """The files of the corpus now, or at a revision (then all read at once and kept)."""
        if not revision:
            return Folder(self.root)
        if (revision, folder) not in self._snapshots:
            from p5diff.corpus.git.repository import need_repository, open_repository

            with open_repository(self.root) as repository:
                snapshot = need_repository(repository, self.root).snapshot(revision, folder)
            self._snapshots[revision, folder] = snapshot
        return self._snapshots[revision, folder]

    def need_writable(self) -> None:
        """Raise `CorpusError` (slug `read-only-corpus`) for the bundled corpus."""
        if self.bundled:
            raise CorpusError(
                "read-only-corpus",
                "the corpus that comes with p5diff cannot be changed",
                cause="no other corpus was found here or above, nor named by --corpus or P5DIFF_CORPUS",
                hint="make a corpus of your own: `p5diff init my-corpus`, then add --corpus my-corpus",
            )

    def _unknown(self, identifier: str, revision: str) -> ReferenceNotFound:
        from difflib import get_close_matches

        known = [name for name in self.tree(revision).folders() if is_statement_folder(name)]
        near = get_close_matches(identifier, known, n=3, cutoff=0.5)
        at = f" at {revision}" if revision else ""
        return ReferenceNotFound(
            "unknown-id",
            f"there is no statement {identifier!r} in the corpus {self.describe()}{at}",
            cause=f"near to it: {', '.join(near)}" if near else "nothing in it has a name near to that",
            hint="`p5diff list` shows what there is; for a file, give its path",
        )


def no_text(entry: StatementEntry, reference: Reference) -> ReferenceNotFound:
    """The error for a text that the corpus does not hold, saying where it can be had."""
    held = ", ".join(f"{text.language}.{text.edition.value}" for text in best_first(entry.texts))
    places = "; ".join(f"{s.url} ({s.language or '?'}: {s.what or 'text'})" for s in entry.sources)
    wanted = f"text {str(reference).partition(':')[2]!r} of" if reference.language else "text of"
    fetch = f"`p5diff fetch {entry.id}`, or save it by hand and `p5diff add FILE --id {entry.id}`"
    titled = f" ({entry.title()})" if entry.title() != entry.id else ""
    return ReferenceNotFound(
        "no-text",
        f"the corpus holds no {wanted} {entry.id}{titled}",
        cause=f"it holds {held}" if held else "the statement is only catalogued",
        hint=f"the text can be had at {places}: {fetch}" if places else fetch.partition("or ")[2],
    )


def find(explicit: Path | None = None) -> Corpus:
    """The corpus to use: `explicit` (--corpus), else P5DIFF_CORPUS, else corpus.toml or
    corpus/corpus.toml in this folder or a parent, else the one bundled with p5diff.

    Raises `CorpusError` (slug `no-corpus`) when a named folder holds none.
    """
    named = explicit or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if named is not None:
        root = _named(named)
        return Corpus(root, bundled=disk.real(root) == _PACKAGED)
    here = Path.cwd()
    for folder in (here, *here.parents):
        found = _root_in(folder)
        if found is not None:
            return Corpus(found)
    return Corpus(bundled_root(), bundled=True)


def bundled_root() -> Path:
    """Where the corpus of the package stands: beside the code, or in a checkout above it."""
    for root in (_PACKAGED, _PACKAGED.parents[2] / "corpus"):
        if (root / CORPUS_FILE).is_file():
            return root
    raise no_corpus(_PACKAGED, "this installation of p5diff carries no corpus")


def _named(path: Path) -> Path:
    path = path.absolute()
    if path.name == CORPUS_FILE and path.is_file():
        return path.parent
    if not path.is_dir():
        raise no_corpus(path, "it is not a folder" if path.exists() else "there is no such folder")
    root = _root_in(path)
    if root is None:
        raise no_corpus(path, "it has neither corpus.toml nor corpus/corpus.toml")
    return root


def _root_in(folder: Path) -> Path | None:
    for root in (folder, folder / "corpus"):
        if (root / CORPUS_FILE).is_file():
            return root
    return None


def no_corpus(path: Path, cause: str) -> CorpusError:
    """The error for a folder that is no corpus."""
    return CorpusError(
        "no-corpus",
        f"{path} is not a corpus",
        cause=cause,
        hint="name a folder with a corpus.toml, or make one with `p5diff init DIR`",
    )


def _surveyed(tree: Tree, path: str, remembered: Remembered, problems: list[str]) -> StatementEntry | None:
    try:
        data = tree.read(path)
        if data is None:
            return None
        entry, found = remembered.parse(data, path=path)
    except CorpusError as error:
        problems.append(f"{error.message}: {error.cause}")
        return None
    problems += found
    return None if found else entry


def _order(entry: StatementEntry) -> tuple[str, int, tuple[str, ...], str]:
    return entry.series, entry.ordinal or 0, entry.dates, entry.id


def _decode(data: bytes | None, path: str) -> str:
    if data is None:
        raise CorpusError(
            "missing-text-file",
            f"{path} is missing",
            cause="statement.toml lists the text, but its file is not there",
            hint="restore the file (`git checkout`), or take the [[text]] out of statement.toml",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(
            "text-not-utf8",
            f"{path} is not UTF-8",
            cause=f"byte {error.start} cannot be decoded",
            hint="`p5diff check` names every such place; add the text again from its original",
        ) from error
    check_stored(text, name=path)
    check_merged(text, name=path)
    return text


__all__ = ["Corpus", "best_first", "choose_pair", "difference", "find"]
