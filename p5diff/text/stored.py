r"""Stored form: parse it, write it, and make it from what a reader saw.

Stored form is one sentence a line, an empty line between paragraphs, `# ` before the lines of a
title and `## ` before a heading. Its line breaks are the truth about sentences: `parse` never
re-splits them.

Two escapes keep any text in this form. A line that is `\` alone at the very top says that the
lines below stand as they are, even where a reader of plain text would join or part them. A `\`
before `#` or `\` at the start of a line makes them letters of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from p5diff.language import Language
from p5diff.memo import memo
from p5diff.model.statement import Paragraph, Role, Sentence
from p5diff.text.characters import characters, line_ends
from p5diff.text.labels import join_label, split_label
from p5diff.text.roles import TextBlock, assign
from p5diff.text.segment import sentences

AS_IT_STANDS = "\\\n"
"""The escape at the top of a stored text that a reader of plain text would lay out otherwise."""

UNSPLIT = frozenset({Role.TITLE, Role.HEADING, Role.SIGNATURE, Role.DATE, Role.PLACE})
"""Roles whose lines are kept as they stand: they hold no sentences."""


@lru_cache(maxsize=1)  # what was just tested for being stored form is parsed next
def parse(stored: str, *, language: Language) -> tuple[Paragraph, ...]:
    """The paragraphs of a stored text, with roles, labels and numbers found again.

    Any string parses: what is not quite in stored form (spaces at line ends, several blank
    lines, CRLF) is read leniently.
    """
    blocks = list(_blocks(unescaped(line_ends(stored))))
    roles = assign(blocks, language=language)
    paragraphs: list[Paragraph] = []
    number = 0
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        number += role is Role.BODY
        paragraphs.append(_paragraph(block, role, index, number, language))
    return tuple(paragraphs)


def serialise(paragraphs: Iterable[Paragraph], *, language: Language) -> str:
    """The stored form of paragraphs: `parse(serialise(p)) == p` for whatever `parse` gave."""
    return "\n\n".join("\n".join(_stored_lines(p, language)) for p in paragraphs) + "\n"


def sentence_lines(text: str, *, language: Language) -> list[str]:
    """The sentences of one paragraph, its label (if any) on the first."""
    return list(_cut(text, language))


@memo(16_384)  # for a million words: what is just written is cut again when it is tested
def _cut(text: str, language: Language) -> tuple[str, ...]:
    label, rest = split_label(text, language=language)
    lines = [rest[a:b] for a, b in sentences(rest, language=language)]
    if lines:
        lines[0] = join_label(label, lines[0], language=language)
    return tuple(lines)


def heading_level(text: str) -> int:
    """Depth of a `#` heading line, 0 for anything else."""
    if not text.startswith("#"):
        return 0
    marks = len(text) - len(text.lstrip("#"))
    return marks if 0 < marks <= 6 and text[marks : marks + 1] == " " and text[marks:].strip(" ") else 0


def unescaped(stored: str) -> str:
    """Stored text without the escape at its top."""
    return stored[len(AS_IT_STANDS) :].lstrip("\n") if stored.startswith(AS_IT_STANDS) else stored


def escape_line(line: str) -> str:
    """A line of text as it is written: what looks like a mark gets a backslash.

    >>> escape_line("# 4 of the list"), escape_line("Lamps")
    ('\\\\# 4 of the list', 'Lamps')
    """
    return "\\" + line if line.startswith("\\") or heading_level(line) else line


def _read_line(line: str) -> str:
    return line[1:] if line.startswith(("\\#", "\\\\")) else line


def _blocks(stored: str) -> Iterable[TextBlock]:
    lines = [characters(line).strip(" \f") for line in stored.split("\n")]
    for blank, group in groupby(lines, key=lambda line: not line):
        if blank:
            continue
        for level, same in groupby(group, key=heading_level):
            yield TextBlock(tuple(_read_line(line[level:].strip(" ")) for line in same), level)


def _paragraph(block: TextBlock, role: Role, index: int, number: int, language: Language) -> Paragraph:
    lines = list(block.lines)
    label = ""
    if role in (Role.BODY, Role.LETTER, Role.HEADING):
        label, lines[0] = split_label(lines[0], language=language, heading=role is Role.HEADING)
    place = number if role is Role.BODY else None
    return Paragraph(
        sentences=tuple(
            Sentence(text=text, block=index, number=n, role=role, paragraph=place, label=label)
            for n, text in enumerate(lines, start=1)
        ),
        role=role,
        number=place,
        label=label,
        level=block.level,
    )


def _stored_lines(paragraph: Paragraph, language: Language) -> Sequence[str]:
    lines = [sentence.text for sentence in paragraph.sentences]
    if lines:
        lines[0] = join_label(paragraph.label, lines[0], language=language)
    mark = "#" * paragraph.level + " " if paragraph.level else ""
    return [mark + escape_line(line) for line in lines]
