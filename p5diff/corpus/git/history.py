"""The commits that changed files of the corpus, with the files as each one found and left them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from p5diff.corpus.git.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A commit: full id, author, time (ISO 8601, the author's own zone), subject and the rest."""

    id: str
    author: str
    time: str
    subject: str
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """A file's bytes before and after a commit; None where it was not there."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A commit and what it did to the files asked for; at least one of them changed."""

    revision: Revision
    changes: tuple[FileChange, ...]


def history(repository: Repository, paths: Sequence[str], revision: str = "") -> list[Step]:
    """The commits that changed any of the paths in the corpus, newest first.

    Starts from `revision` (default: HEAD; no commit yet gives no steps). A commit with several
    parents is held against the first.
    """
    start = repository.resolve(revision) if revision else repository.head()
    if not start:
        return []
    above = {path: f"{repository.prefix}{path}" for path in paths}
    commits = repository.run("rev-list", "--topo-order", start, "--", *above.values()).decode("ascii").split()
    contents = repository.read_objects([n for c in commits for p in above.values() for n in _names(c, p)])
    revisions = _revisions(repository, commits)
    steps = [Step(revision=revisions[c], changes=_changes(c, above, contents)) for c in commits]
    return [step for step in steps if step.changes]


def _names(commit: str, path: str) -> tuple[str, str]:
    return f"{commit}^:{path}", f"{commit}:{path}"


def _changes(commit: str, above: dict[str, str], contents: dict[str, bytes]) -> tuple[FileChange, ...]:
    pairs = {path: [contents.get(name) for name in _names(commit, whole)] for path, whole in above.items()}
    return tuple(
        FileChange(path=path, before=before, after=after)
        for path, (before, after) in pairs.items()
        if before != after
    )


def _revisions(repository: Repository, commits: Sequence[str]) -> dict[str, Revision]:
    raw = repository.read_objects(commits)
    return {commit: parse_commit(commit, data) for commit, data in raw.items()}


def parse_commit(commit: str, data: bytes) -> Revision:
    """The revision in the bytes of a commit object."""
    head, _, message = data.decode("utf-8", "replace").partition("\n\n")
    author = next((line for line in head.split("\n") if line.startswith("author ")), "author ? <> 0 +0000")
    name, _, rest = author.removeprefix("author ").rpartition(" <")
    subject, _, body = message.strip("\n").partition("\n")
    return Revision(
        id=commit, author=name, time=_time(rest.rpartition("> ")[2]), subject=subject, body=body.strip("\n")
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
