"""The commits that changed files of the corpus, with the files as each one found and left them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from p5diff.corpus.git.repository import Repository
from p5diff.model.alignment import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A commit: full id, author, time (ISO 8601, the author's own zone), subject and the rest."""

    id: str
    author: str
    time: str
    subject: str
    body: str = ""
    boundary: bool = False
    """The history of a shallow copy ends here: what it holds may be older, and what it changed is
    not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """A file's bytes before and after a commit; None where it was not there."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryStep:
    """A commit and what it did to the files asked for; at least one of them changed."""

    revision: Revision
    changes: tuple[FileChange, ...]


def history(repository: Repository, paths: Sequence[str], revision: str = "") -> list[HistoryStep]:
    """The commits that changed any of the paths in the corpus, newest first.

    Starts from `revision` (default: HEAD; no commit yet gives no steps). A commit with several
    parents is compared with the first.
    """
    start = repository.resolve(revision) if revision else repository.head()
    if not start:
        return []
    above = {f"{repository.prefix}{path}": path for path in paths}
    commits = repository.run("rev-list", "--topo-order", start, "--", *above).decode("ascii").split()
    changed = _changed(repository, commits, above)
    contents = repository.read_objects(
        oid for files in changed.values() for ids in files.values() for oid in ids if oid
    )
    revisions = _revisions(repository, [commit for commit in commits if changed.get(commit)])
    return [HistoryStep(revision=revisions[c], changes=_changes(changed[c], contents)) for c in revisions]


_NOTHING = frozenset("0")


def _changed(
    repository: Repository, commits: Sequence[str], above: dict[str, str]
) -> dict[str, dict[str, tuple[str, str]]]:
    """Commit → path in the corpus → object ids before and after (empty: not there), against the
    first parent. What the trees name is asked for, so that a missing object is a failure later
    and never looks like a file that was not there."""
    output = repository.run(
        "diff-tree", "--stdin", "-z", "-r", "--raw", "--no-abbrev", "--no-renames", "--root",
        "--diff-merges=first-parent", "--", *above,
        data="".join(f"{commit}\n" for commit in commits).encode("ascii"),
    )  # fmt: skip
    found: dict[str, dict[str, tuple[str, str]]] = {}
    records = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    commit = ""
    for record in records:
        if record.startswith(":"):
            _, _, before, after, _ = record.split(" ")
            path = above.get(next(records))
            if path is not None:
                ids = ("" if set(oid) <= _NOTHING else oid for oid in (before, after))
                found[commit][path] = (next(ids), next(ids))
        elif record.strip():
            commit = record.strip()
            found[commit] = {}
    return found


def _changes(files: dict[str, tuple[str, str]], contents: dict[str, bytes]) -> tuple[FileChange, ...]:
    return tuple(
        FileChange(path=path, before=contents.get(before), after=contents.get(after))
        for path, (before, after) in files.items()
    )


def _revisions(repository: Repository, commits: Sequence[str]) -> dict[str, Revision]:
    """The commits in their order, each marked where the history of a shallow copy ends with it."""
    boundary = repository.boundary()
    raw = repository.read_objects(commits)
    return {c: parse_commit(c, raw[c], boundary=c in boundary) for c in commits}


def bounds(repository: Repository) -> tuple[Note, ...]:
    """What must be said of a history that is not whole."""
    if not repository.boundary():
        return ()
    said = "This is a shallow copy: its history is cut off, and what lies before is not known here."
    return (Note(slug="shallow-history", message=f"{said} `git fetch --unshallow` gets the rest."),)


def parse_commit(commit: str, data: bytes, *, boundary: bool = False) -> Revision:
    """The revision in the bytes of a commit object."""
    head, _, message = data.decode("utf-8", "replace").partition("\n\n")
    author = next((line for line in head.split("\n") if line.startswith("author ")), "author ? <> 0 +0000")
    name, _, rest = author.removeprefix("author ").rpartition(" <")
    subject, _, body = message.strip("\n").partition("\n")
    return Revision(
        id=commit,
        author=name,
        time=_time(rest.rpartition("> ")[2]),
        subject=subject,
        body=body.strip("\n"),
        boundary=boundary,
    )


def _time(stamp: str) -> str:
    """ISO 8601 of git's `seconds zone`; empty for what git could not have written."""
    try:
        seconds, zone = stamp.split(" ")
        minutes = int(zone[1:3]) * 60 + int(zone[3:5])
        offset = timedelta(minutes=minutes if zone[0] == "+" else -minutes)
        moment = datetime.fromtimestamp(int(seconds), UTC).astimezone(timezone(offset))
    except (ValueError, OverflowError, OSError, IndexError):
        return ""
    return moment.isoformat(timespec="seconds")
