"""Rule files: bytes read once, digest, and problems that name file, line and remedy."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from p5diff import disk
from p5diff.errors import RulesError
from p5diff.text.toml import read as read_toml

MOST = 2 * 1024 * 1024
"""Bytes of the largest rule file: some twenty times the largest of the project's own (101 kB)."""
MOST_FILES = 100
"""Rule files of one corpus: several times what the project itself has."""


_ADDED = "rules/"
"""What the names of the files of a corpus begin with."""


class RuleFile(NamedTuple):
    """One rule file: the name verdicts cite, and its text."""

    name: str
    text: str
    digest: str

    @property
    def added(self) -> bool:
        """Whether it is a file of a corpus, no file of the package."""
        return self.name.startswith(_ADDED)

    def line(self, *needles: str) -> int:
        """Line (from 1) where the needles follow each other, as far as they are found."""
        at = 0
        for needle in needles:
            found = self.text.find(needle, at)
            if found >= 0:
                at = found
        return self.text.count("\n", 0, at) + 1


@dataclass(slots=True)
class Problems:
    """All mistakes of the rule files, told together."""

    found: list[str] = field(default_factory=list)

    def add(self, source: RuleFile, place: int | Sequence[str], problem: str, remedy: str) -> None:
        """Note one mistake, at a line or where needles follow each other (see `Source.line`)."""
        line = place if isinstance(place, int) else source.line(*place)
        self.found.append(f"{source.name}, line {line}: {problem}. To fix: {remedy}.")

    def check(self) -> None:
        """Raise `RulesError` with every mistake noted, if any."""
        if self.found:
            count = len(self.found)
            raise RulesError(
                "rules-invalid",
                f"the rules have {count} mistake{'s' if count > 1 else ''}:\n" + "\n".join(self.found),
                hint="mend the lines named; docs/commitments.md and docs/topics.md explain every key",
            )


def read(path: Path, name: str, *, strange: bool = False) -> RuleFile:
    """The rule file at `path`. `strange` tells that it stands in a folder that somebody else may
    have made: then a link or a pipe is no rule file. Raises `RulesError` if it cannot be read as
    UTF-8, or is larger than any rules are."""
    try:
        data = disk.read_plain(path, most=MOST) if strange else disk.read_named(path, most=MOST)
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RulesError(
            "rules-unreadable",
            f"the rule file {name} cannot be read",
            cause=str(error),
            hint="it must be a file of UTF-8 text",
        ) from error
    return RuleFile(name=name, text=text.replace("\r\n", "\n"), digest=hashlib.sha256(data).hexdigest())


def of_folder(folder: Path) -> list[RuleFile]:
    """The rule files of a folder that somebody else may have made, by name. Raises `RulesError` for
    one that cannot be read, and for more of them, or more bytes, than rules need."""
    if not disk.is_plain_folder(folder):
        return []
    paths = sorted(folder.glob("*.toml"))
    found = [read(path, f"{_ADDED}{path.name}", strange=True) for path in paths[: MOST_FILES + 1]]
    if len(found) > MOST_FILES or sum(len(source.text) for source in found) > MOST:
        raise RulesError(
            "rules-unreadable",
            f"the rules in {folder} are too large",
            cause=f"no more than {MOST_FILES} files with {MOST // 2**20} MB in all are read",
            hint="take out what are no rules",
        )
    return found


def parse(source: RuleFile, problems: Problems) -> dict[str, Any]:
    """The tables of the file; a syntax mistake is noted and gives an empty table."""
    try:
        return read_toml(source.text)
    except ValueError as error:
        line = "".join(c for c in str(error).rpartition("line ")[2].partition(",")[0] if c.isdigit())
        problems.add(source, int(line or 1), f"not TOML: {error}", "mend the syntax (see toml.io)")
        return {}


def strings(value: Any) -> tuple[str, ...]:
    """A list of strings, or one string, as a tuple; anything else gives nothing."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable) and not isinstance(value, Mapping):
        return tuple(item for item in value if isinstance(item, str))
    return ()


def unknown_keys(table: Mapping[str, Any], known: frozenset[str]) -> list[str]:
    """Keys nobody reads: nearly always a misspelling."""
    return sorted(key for key in table if key not in known)
