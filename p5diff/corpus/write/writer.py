"""Change a corpus: all files of a change or none, in git and on disk, one writer at a time.

    with writing(corpus) as writer:
        writer.store({"washington-2012/statement.toml": b"..."}, message="Add …")

The turn is a lock of the kernel on a folder, so it ends with its holder, however that ends.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from p5diff import disk
from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.git import commit as git_write
from p5diff.corpus.git.locate import need_no_links_out
from p5diff.corpus.git.repository import Repository, open_repository
from p5diff.corpus.git.tree import Folder
from p5diff.corpus.write import journal as journals
from p5diff.corpus.write.journal import Journal
from p5diff.errors import CorpusError
from p5diff.model.alignment import Note
from p5diff.text.visible import visible

WAIT_SECONDS = 60.0
"""How long a writer waits for its turn."""
LOCK_SECONDS = 2.0
"""How long a lock of git's references may be held by a command that still lives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What became of a change: the commit (empty: none was made) and whether git has it."""

    commit: str = ""
    staged: bool = False
    notes: tuple[Note, ...] = ()
    """What had to be said of the corpus's state: a plan carried on, or set aside."""


class Writer:
    """Holds the turn to write. Made by `writing` only."""

    def __init__(self, root: Path, repository: Repository | None) -> None:
        self.root = root
        self.repository = repository
        self.notes: list[Note] = []
        self._prefix = repository.prefix if repository is not None else ""
        self._all = journals.scratch_folder(root, repository)
        self._scratch = journals.new_folder(self._all)
        self._index_before = b""

    def store(self, files: Mapping[str, bytes | None], *, message: str, commit: bool = True) -> Stored:
        """Put the files (path in the corpus → bytes, None: remove it) in place; commit or only stage.

        Raises `CorpusError` when it cannot be done; then nothing has changed.
        """
        changed = {path: data for path, data in files.items() if not self._is_there(path, data)}
        try:
            stored = self._store(changed if not commit else dict(files), visible(message) if commit else "")
            return replace(stored, notes=tuple(self.notes))
        except OSError as error:
            raise cannot_write(self.root, error) from error

    def rewrite(self, files: Mapping[str, bytes]) -> None:
        """Put the files in place and leave git alone, as a formatter does."""
        try:
            with _uninterrupted():
                self._rewrite(journals.stage(self._scratch, files, self.root))
        except OSError as error:
            raise cannot_write(self.root, error) from error
        finally:
            self._tidy()

    def _rewrite(self, plan: Journal) -> None:
        try:
            journals.write_journal(self._scratch, plan)
            journals.put_in_place(self._scratch, plan, self.root)
        except BaseException:
            journals.take_back(self._scratch, plan, self.root)
            raise
        journals.clear(self._scratch)

    def _is_there(self, path: str, data: bytes | None) -> bool:
        return Folder(self.root).read(path) == data

    def _store(self, files: dict[str, bytes | None], message: str) -> Stored:
        if not files:
            return Stored()
        # Interrupts wait: a command of git that is not waited for would write into our folder.
        with _uninterrupted():
            try:
                stored = self._carry_out(self._prepare(files, message))
                journals.clear(self._scratch)
                return stored
            finally:
                self._tidy()

    def _tidy(self) -> None:
        """Leave nothing behind, unless there is a plan that the next writer must carry out."""
        if not journals.has_plan(self._scratch):
            journals.clear(self._scratch)

    def _prepare(self, files: dict[str, bytes | None], message: str) -> Journal:
        in_git = self.repository is not None
        plan = replace(journals.stage(self._scratch, files, self.root, in_git=in_git), message=message)
        if self.repository is None:
            return plan
        above = {f"{self.repository.prefix}{path}": data for path, data in files.items()}
        blobs = git_write.write_blobs(self.repository, above, self._scratch)
        return replace(plan, blobs=blobs)

    def _carry_out(self, plan: Journal) -> Stored:
        self._keep_index(plan)
        try:
            journals.write_journal(self._scratch, plan)
            return self._finish(plan, self._scratch)
        except BaseException:
            # Should this fail as well, the journal stays, and the next writer goes on from it.
            journals.take_back(self._scratch, plan, self.root)
            self._take_index_back()
            journals.clear(self._scratch)
            raise

    def _keep_index(self, plan: Journal) -> None:
        if self.repository is not None:
            self._index_before = git_write.staged(self.repository, plan.blobs)

    def _take_index_back(self) -> None:
        if self.repository is not None and self._index_before:
            git_write.restage(self.repository, self._index_before)

    def _finish(self, plan: Journal, staged: Path) -> Stored:
        """Files, then index, then HEAD: a commit made in between takes our files along."""
        journals.put_in_place(staged, plan, self.root)
        if self.repository is None or not plan.blobs:
            return Stored()
        git_write.replace_index(self.repository, plan.blobs)
        if not plan.message:
            return Stored(staged=True)
        commit = git_write.commit(self.repository, plan.blobs, plan.message, self._scratch)
        if commit and git_write.is_nameless(self.repository):
            said = "The commit is signed p5diff <p5diff@localhost>: git knows no name of yours (user.name)."
            self.notes.append(Note(slug="no-identity", message=said))
        return Stored(commit=commit, staged=True)

    def recover(self) -> None:
        """Carry out what killed writers had begun, and remove what they left."""
        with _uninterrupted():
            for left in journals.remains(self._all, self.root, self._prefix):
                if left.problem:
                    self._set_aside(left.folder, left.problem)
                elif left.plan is not None:
                    self._recover_one(left.folder, left.plan)
                else:
                    journals.clear(left.folder)
            journals.clear(self._scratch)

    def _recover_one(self, folder: Path, plan: Journal) -> None:
        try:
            self._carry_on(plan, folder)
        except (CorpusError, disk.NotPlain) as error:
            if isinstance(error, CorpusError) and error.slug == "index-locked":
                raise
            self._set_aside(folder, str(error))
            return
        journals.clear(folder)
        said = f"A change that had been cut short was carried out: {_files(plan)}."
        self.notes.append(Note(slug="carried-on", message=said))

    def _set_aside(self, folder: Path, problem: str) -> None:
        place = journals.set_aside(folder)
        said = f"{place} was set aside: it is no plan of p5diff's ({problem})."
        self.notes.append(Note(slug="set-aside", message=said))

    def _carry_on(self, plan: Journal, folder: Path) -> None:
        disk.make_folder(self._scratch)
        if self.repository is not None and plan.blobs:
            _drop_dead_locks(self.repository)
            journals.stage_again(folder, _from_git(self.repository, plan), self.root)
        self._finish(plan, folder)


def _files(plan: Journal) -> str:
    paths = sorted({*plan.staged, *plan.removed})
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def _from_git(repository: Repository, plan: Journal) -> dict[str, bytes]:
    """The bytes that a plan puts in place, by path in the corpus."""
    wanted = {path: oid for path, oid in plan.blobs.items() if oid}
    contents = repository.read_objects(list(wanted.values()))
    return {path.removeprefix(repository.prefix): contents[oid] for path, oid in wanted.items()}


def _drop_dead_locks(repository: Repository) -> None:
    """Locks of references that a killed command left. A living one holds them for milliseconds;
    `index.lock` is not touched, since `git commit` holds it while an editor is open."""
    found = [repository.git_dir / "HEAD.lock", *(repository.common_dir / "refs" / "heads").rglob("*.lock")]
    for lock in found:
        deadline = time.monotonic() + LOCK_SECONDS
        while lock.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        with suppress(OSError):
            disk.remove(lock)


@contextmanager
def writing(corpus: Corpus) -> Iterator[Writer]:
    """The turn to write to a corpus; first mends what a killed writer left.

    Raises `CorpusError` (slugs `read-only-corpus`, `corpus-busy`, `cannot-write`, `unsafe-path`).
    """
    corpus.need_writable()
    with open_repository(corpus.root) as repository:
        if repository is not None:
            need_no_links_out(repository.git_dir, repository.common_dir)
        place = repository.git_dir if repository is not None else corpus.root
        with _turn(place):
            writer = Writer(corpus.root, repository)
            try:
                writer.recover()
            except OSError as error:
                raise cannot_write(corpus.root, error) from error
            yield writer


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    with disk.held(folder) as handle:
        deadline = time.monotonic() + WAIT_SECONDS
        while not _taken(handle):
            if time.monotonic() > deadline:
                raise _busy(folder)
            time.sleep(0.01)
        yield


def _taken(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # pragma: no cover - other systems rely on the swap of HEAD alone
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _busy(folder: Path) -> CorpusError:
    return CorpusError(
        "corpus-busy",
        "another p5diff is writing to this corpus",
        cause=f"it has held {folder} for {WAIT_SECONDS:.0f} seconds",
        hint="wait for it, or end it, and try again",
    )


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back interrupts while the change happens: milliseconds, or a second for a thousand texts."""
    able = hasattr(signal, "pthread_sigmask") and threading.current_thread() is threading.main_thread()
    if not able:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def cannot_write(root: Path, error: OSError) -> CorpusError:
    """The error for a disk that is full, a folder that is read-only …"""
    return CorpusError(
        "cannot-write",
        f"the corpus {root} could not be written; nothing in it has changed",
        cause=f"{error.strerror or error}" + (f" ({error.filename})" if error.filename else ""),
        hint="make room on the disk, or get the right to write there, and try again",
    )
