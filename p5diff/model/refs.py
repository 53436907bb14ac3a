"""How a text is named: `ID[:LANG[.EDITION]][@REV]`, and which ids and revisions are allowed.

Ids become folder names and revisions become arguments of git, so both are checked by an allow
list before anything touches a disk or a command line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from p5diff.errors import ReferenceNotFound
from p5diff.model.statement import Edition

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_REVISION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./~^@{}+-]{0,199}")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))]
)
_TAKEN = frozenset({"corpus.toml", "rules"})
"""Names that a corpus uses beside its statements."""

STORED_EDITIONS = (Edition.OFFICIAL, Edition.TRANSLATION, Edition.DIGEST, Edition.UNSTATED)
"""The editions a corpus may hold, best first."""


def id_problem(identifier: str) -> str:
    """Why `identifier` cannot name a statement; empty when it can.

    >>> id_problem("washington-2012"), bool(id_problem("../x"))
    ('', True)
    """
    if not _ID.fullmatch(identifier):
        return "an id is 1 to 100 of a-z 0-9 . _ - and starts with a letter or a digit"
    if identifier.endswith(".") or ".." in identifier:
        return "an id has no '..' and does not end with a full stop"
    stem = identifier.partition(".")[0]
    if stem in _DEVICES:
        return f"{stem!r} is the name of a device on some systems"
    if identifier in _TAKEN:
        return f"{identifier!r} is a name that every corpus uses itself"
    return ""


def check_id(identifier: str) -> str:
    """The id itself; raises `ReferenceNotFound` (slug `bad-id`) when it is not allowed."""
    problem = id_problem(identifier)
    if problem:
        raise ReferenceNotFound(
            "bad-id",
            f"{_short(identifier)!r} cannot be the id of a statement",
            cause=problem,
            hint="use an id such as washington-2012",
        )
    return identifier


def check_revision(revision: str) -> str:
    """The revision itself; raises `ReferenceNotFound` (slug `bad-revision`) when not allowed."""
    if _REVISION.fullmatch(revision) and ".." not in revision:
        return revision
    raise ReferenceNotFound(
        "bad-revision",
        f"{_short(revision)!r} cannot be a revision",
        cause="a revision starts with a letter, a digit or '_' and has no space, ':' or '..'",
        hint="use a commit id, a tag or branch, or a form such as HEAD~3",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A text in a corpus. Empty parts are not said: the best that fits is meant."""

    id: str
    language: str = ""
    edition: Edition | None = None
    revision: str = ""

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Read `ID[:LANG[.EDITION]][@REV]`; raises `ReferenceNotFound` when it has another form.

        >>> str(Reference.parse("washington-2012:zh.official@HEAD~1"))
        'washington-2012:zh.official@HEAD~1'
        """
        name, at, revision = text.partition("@")
        if at:
            check_revision(revision)
        identifier, colon, wanted = name.partition(":")
        language, edition = _read_text_name(text, wanted) if colon else ("", None)
        return cls(id=check_id(identifier), language=language, edition=edition, revision=revision)

    def __str__(self) -> str:
        language = f":{self.language}" if self.language else ""
        edition = f".{self.edition.value}" if self.language and self.edition else ""
        revision = f"@{self.revision}" if self.revision else ""
        return f"{self.id}{language}{edition}{revision}"


def _read_text_name(whole: str, wanted: str) -> tuple[str, Edition | None]:
    language, dot, edition = wanted.partition(".")
    if not _LANGUAGE.fullmatch(language):
        raise _bad_reference(whole, f"{_short(language)!r} is not a language tag such as en or zh")
    if not dot:
        return language, None
    known = [e.value for e in STORED_EDITIONS]
    if edition not in known:
        raise _bad_reference(whole, f"{_short(edition)!r} is not an edition ({', '.join(known)})")
    return language, Edition(edition)


def _bad_reference(whole: str, cause: str) -> ReferenceNotFound:
    return ReferenceNotFound(
        "bad-reference",
        f"{_short(whole)!r} is not a reference to a text",
        cause=cause,
        hint="write ID, ID:LANGUAGE or ID:LANGUAGE.EDITION, with @REVISION for an earlier state",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
