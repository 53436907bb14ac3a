"""Expected failures: one small family, each with what happened, why, and what to do.

An error that a user can cause, or mend, is a `P5DiffError`. The command line prints its three
parts and ends with its exit code; a library user catches the one base class. `docs/messages.md`
has a paragraph for each slug.
"""

from __future__ import annotations

EXIT_DONE = 0
EXIT_FINDINGS = 1
EXIT_MISUSE = 2
EXIT_UNEXPECTED = 3
EXIT_INTERRUPTED = 130
"""Exit codes, published in docs/messages.md; the last is 128 and the number of SIGINT, as shells have it."""


class P5DiffError(Exception):
    """What happened (`message`), why (`cause`) and what to do (`hint`).

    `slug` names the paragraph of `docs/messages.md` that tells more; it never changes once
    published. All four are plain text: the code that prints them makes them safe.
    """

    exit_code: int = EXIT_MISUSE

    def __init__(self, slug: str, message: str, *, cause: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.slug = slug
        self.message = message
        self.cause = cause
        self.hint = hint

    def __str__(self) -> str:
        parts = [self.message]
        if self.cause:
            parts.append(f"Cause: {self.cause}")
        if self.hint:
            parts.append(f"To fix: {self.hint}")
        return "\n".join(parts)


class ReferenceNotFound(P5DiffError):
    """A reference names no statement, text, revision or file."""


class InputError(P5DiffError):
    """A file cannot be read as a text: missing, empty, binary, undecodable, too large …"""


class CorpusError(P5DiffError):
    """A corpus, or a file in it, breaks the rules of `docs/corpus-format.md`."""


class RulesError(P5DiffError):
    """A data file (topics, markers, ladder) has a mistake; the message names file and line."""


class MissingExtra(P5DiffError):
    """An optional part is not installed.

    >>> MissingExtra("pdf", "reading PDF files").hint
    'pip install "p5diff[pdf]"'
    """

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(
            "missing-extra",
            f"{purpose} needs a part of p5diff that is not installed",
            cause=f"it belongs to the extra {extra!r}, kept apart so that the default install stays light",
            hint=f'pip install "p5diff[{extra}]"',
        )
        self.extra = extra
