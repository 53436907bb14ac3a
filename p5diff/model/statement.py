"""The central value: one text of one statement, as paragraphs and sentences.

A *statement* is what was adopted (Washington 2012). A *text* of it is one language in one
edition. `Statement` is one such text with what is known about it. Every value here is frozen,
and holds text only: nothing rendered, nothing tokenised.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from p5diff import language as languages
from p5diff.model.setaside import SetAside


def separator(language: str) -> str:
    """What stands between two sentences of one paragraph when they are joined."""
    return languages.get(language).SEPARATOR


class Edition(StrEnum):
    """How authoritative a text is, best first."""

    OFFICIAL = "official"
    TRANSLATION = "translation"
    DIGEST = "digest"
    UNSTATED = "unstated"
    """A file given on the command line: p5diff cannot know."""


class Coverage(StrEnum):
    """Whether the text is all of the statement."""

    FULL = "full"
    PARTIAL = "partial"


class Role(StrEnum):
    """What a paragraph is in the document."""

    TITLE = "title"
    HEADING = "heading"
    LETTER = "letter"
    BODY = "body"
    SIGNATURE = "signature"
    DATE = "date"
    PLACE = "place"


_EVERY = "*"
"""In `not_covered`: every topic that the text does not raise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, with its place in the statement.

    `text` is normalised (see `docs/corpus-format.md`) and does not contain the paragraph's
    label. `block` counts all paragraphs from 0; `paragraph` counts body paragraphs from 1 and
    is None elsewhere; `number` counts sentences in the paragraph from 1.
    """

    text: str
    block: int
    number: int
    role: Role = Role.BODY
    paragraph: int | None = None
    label: str = ""

    @property
    def id(self) -> str:
        """Stable name within its text: `p3.2` in the body, `title0.1` elsewhere."""
        if self.paragraph is not None:
            return f"p{self.paragraph}.{self.number}"
        return f"{self.role.value}{self.block}.{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph: its label as printed ("4.", "(a)", or nothing) and its sentences."""

    sentences: tuple[Sentence, ...]
    role: Role = Role.BODY
    number: int | None = None
    label: str = ""
    level: int = 0
    """Heading depth: 1 for `#`, 2 for `##`; 0 for anything else."""

    def text(self, language: str) -> str:
        """The sentences joined as a reader would print them, without the label."""
        return separator(language).join(s.text for s in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """Where a text came from: all evidence, nothing needed for comparing."""

    path: str = ""
    url: str = ""
    sha256: str = ""
    """Hex digest of the original bytes (not of the normalised text)."""
    importer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a text besides its words.

    `ref` is the reference that names it again (`washington-2012:zh.official@REV` or a path).
    `titles` maps language to title, in the order written. Dates are ISO 8601. `not_covered`
    holds topic ids, or `*` where it holds some paragraphs of its statement only.
    """

    ref: str
    id: str
    language: str
    edition: Edition = Edition.UNSTATED
    coverage: Coverage = Coverage.FULL
    not_covered: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    series: str = ""
    ordinal: int | None = None
    place: str = ""
    dates: tuple[str, ...] = ()
    adopted: str = ""
    parties: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    source: SourceRecord = field(default_factory=SourceRecord)
    note: str = ""
    corpus: str = ""
    """Which corpus it was read from; empty for a plain file."""
    revision: str = ""
    """Full commit id, or empty when read from the working tree or a plain file."""

    @property
    def partial(self) -> bool:
        """Whether it is silent on more than it says."""
        return self.coverage is Coverage.PARTIAL or bool(self.not_covered)

    @property
    def in_parts(self) -> bool:
        """Whether it holds some paragraphs of its statement, and covers no topic whole (`*`)."""
        return _EVERY in self.not_covered

    @property
    def quiet(self) -> bool:
        """Whether its silence says nothing of the statement on any topic: it holds some paragraphs of it, or
        paraphrases it in part, and what a paraphrase passes over may well stand there."""
        return self.in_parts or (self.partial and self.edition is Edition.DIGEST)

    def title(self, language: str = "") -> str:
        """The title in `language`, else in the text's own, else in any, else the id."""
        titles = dict(self.titles)
        for wanted in (language, self.language, "en"):
            if titles.get(wanted):
                return titles[wanted]
        return next(iter(titles.values()), self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One text of one statement."""

    meta: Metadata
    paragraphs: tuple[Paragraph, ...]
    set_aside: tuple[SetAside, ...] = ()
    """What its source holds besides the text, in the order of the source."""

    def sentences(self) -> Iterator[Sentence]:
        """All sentences in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences

    def body(self) -> tuple[Paragraph, ...]:
        """The numbered body paragraphs only."""
        return tuple(p for p in self.paragraphs if p.role is Role.BODY)
