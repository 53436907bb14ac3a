"""Raw text to stored form: named, ordered, idempotent steps.

`STEPS` is the order; `docs/normalising.md` shows what each does. Each step takes and gives plain
text, so that any of them can be tried alone, and each leaves text in stored form as it is:
normalising twice is normalising once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from p5diff import language as languages
from p5diff.ingest.layout.recovery import from_text
from p5diff.language import Language
from p5diff.text.characters import characters, line_ends


@dataclass(frozen=True, slots=True)
class NormalisingStep:
    """One step: its name, what it does in one sentence, and the function."""

    name: str
    does: str
    apply: Callable[[str, Language], str]


def _line_ends(text: str, language: Language) -> str:
    return line_ends(text)


def _characters(text: str, language: Language) -> str:
    return characters(text)


def _layout(text: str, language: Language) -> str:
    return from_text(text, language=language)


STEPS: tuple[NormalisingStep, ...] = (
    NormalisingStep("line-ends", "Every kind of line end becomes LF.", _line_ends),
    NormalisingStep(
        "characters",
        "NFC; one kind of space; no byte order mark; no soft hyphen but at a line end.",
        _characters,
    ),
    NormalisingStep(
        "layout",
        "Page furniture is set aside; lines become paragraphs; divided words are made whole; "
        "spaces beside full-width characters go; titles and headings get their mark; each "
        "sentence gets its line.",
        _layout,
    ),
)
"""What `normalise` does, in order."""


def normalise(text: str, *, language: str) -> str:
    """Any text in stored form: one sentence a line, a blank line between paragraphs.

    Text in stored form comes back as it is. Empty text gives empty text.

    >>> print(normalise("The States\\nmet. They\\n\\nagreed.\\n", language="en"), end="")
    The States met.
    They agreed.
    """
    known = languages.get(language)
    for step in STEPS:
        text = step.apply(text, known)
    return text
