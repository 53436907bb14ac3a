"""The second of two long files is read by a second process, while this one reads the first.

For files that this process reads itself: others are read in a limited process each already. What comes out is
what reading one after the other gives; where the second process gives nothing, whatever the reason, the file
is read here, and what is wrong with it is said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from p5diff import aside, ingest
from p5diff.ingest.sniff import sniff
from p5diff.model.alignment import Note
from p5diff.model.codec import from_dict, to_dict
from p5diff.model.setaside import SetAside
from p5diff.model.statement import Metadata, Paragraph, Role, Sentence, Statement

_LONG = 200_000
"""Bytes of each file from which a second process is begun: to begin it and to hand over what it read costs
some 0.05 s, to read so much 0.15 s."""
_READ_HERE = frozenset({"plain", "markdown"})
"""The formats that are read in this process."""

_Read = tuple[Statement, tuple[Note, ...]]


@contextmanager
def reading_second(
    paths: tuple[Path, Path], read: Callable[[bytes], _Read]
) -> Iterator[Callable[[], _Read | None]]:
    """Begin to `read` the bytes of the second file. Gives a function that waits for the text and the notes of
    it; None where they are to be read here."""
    helper = None
    if aside.is_possible() and all(map(_is_long, paths)):
        helper = aside.begin(lambda line: _second(line, paths[1], read))
    if helper is None:
        yield lambda: None
        return
    with helper:
        yield lambda: _received(helper)


def _is_long(path: Path) -> bool:
    return path.is_file() and path.stat().st_size >= _LONG


def _second(line: aside.Line, path: Path, read: Callable[[bytes], _Read]) -> None:
    """What the second process does."""
    data = ingest.named_bytes(path)
    if sniff(data, name=path.name) in _READ_HERE:
        line.send(_packed(*read(data)))


def _received(helper: aside.Helper) -> _Read | None:
    try:
        return _unpacked(helper.receive())
    except aside.Gone:
        return None


# What goes from one process to the other, as plain tuples (`p5diff.aside`).


def _packed(text: Statement, notes: Sequence[Note]) -> tuple[Any, ...]:
    paragraphs = [
        (
            [(s.text, s.block, s.number, s.role.value, s.paragraph, s.label) for s in p.sentences],
            (p.role.value, p.number, p.label, p.level),
        )
        for p in text.paragraphs
    ]
    return to_dict(text.meta), paragraphs, list(map(to_dict, text.set_aside)), list(map(to_dict, notes))


def _unpacked(packed: tuple[Any, ...]) -> _Read:
    meta, paragraphs, left_out, notes = packed
    text = Statement(
        meta=from_dict(Metadata, meta),
        paragraphs=tuple([_paragraph(*each) for each in paragraphs]),
        set_aside=tuple([from_dict(SetAside, each) for each in left_out]),
    )
    return text, tuple([from_dict(Note, each) for each in notes])


def _paragraph(sentences: Sequence[tuple[Any, ...]], own: tuple[Any, ...]) -> Paragraph:
    role, number, label, level = own
    return Paragraph(
        sentences=tuple([_sentence(*s) for s in sentences]),
        role=Role(role),
        number=number,
        label=label,
        level=level,
    )


def _sentence(text: str, block: int, number: int, role: str, paragraph: int | None, label: str) -> Sentence:
    return Sentence(text=text, block=block, number=number, role=Role(role), paragraph=paragraph, label=label)
