"""Every bound on a hostile or huge source file, by name.

The figures come from measured bombs (a 1 MB PDF that unpacks to 1 GiB, a 1.25 MB DOCX that
unpacks to 500 MB, 200,000 nested elements) and from honest documents, which stay far below them.
"""

from __future__ import annotations

from dataclasses import dataclass

from p5diff.errors import InputError
from p5diff.text.extent import BLOCKS, CHARACTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a reader may use. Sizes are bytes, times are seconds."""

    input_bytes: int = 50 * 2**20
    unpacked_bytes: int = 200 * 2**20
    unpack_ratio: int = 100
    unpack_free: int = 10 * 2**20
    """Archives that unpack to no more than this are not asked for their ratio: a short
    document full of repeated markup may well pack a hundredfold."""
    entries: int = 2_000
    part_bytes: int = 40 * 2**20
    """The largest single XML part that is parsed into a tree."""
    pages: int = 2_000
    html_bytes: int = 20 * 2**20
    depth: int = 512
    result_bytes: int = 16 * 2**20
    characters: int = CHARACTERS
    blocks: int = BLOCKS
    pieces: int = 1_000_000
    """Elements, attributes and words of control of one document. A Word file of a thousand full pages, with
    the marks of every session in which it was edited, has some 700,000; each takes some microseconds."""
    depths: int = 25_000_000
    """Their depths, added up: what stands in another is passed through each that stands around it. Twelve
    for each piece, where the text of a page stands six to ten deep."""
    memory: int = 2 * 2**30
    cpu: int = 30
    """Processor time for reading, counted from when the libraries are loaded: the longest honest
    file without pages takes 5."""
    cpu_page: float = 0.25
    """What each page that was read adds to that: the fullest page seen takes 0.1."""
    idle: float = 600.0
    """How long the parent waits for any sign of life, by the clock. Only a sleeping or overloaded
    computer comes near: what works too long is stopped by its processor time."""


DEFAULT = Limits()


def check_input(data: bytes, *, name: str, limits: Limits = DEFAULT) -> None:
    """Refuse an empty file, and one that is larger than any statement (`InputError`)."""
    if not data:
        raise InputError(
            "input-empty",
            f"{name} is empty",
            cause="it holds not a single byte",
            hint="check that the file was saved completely",
        )
    if len(data) > limits.input_bytes:
        raise too_large(name, f"it has {megabytes(len(data))}", megabytes(limits.input_bytes))


def too_large(name: str, what: str, limit: str) -> InputError:
    """The error for anything that is over a bound."""
    return InputError(
        "input-too-large",
        f"{name} is larger than p5diff reads",
        cause=f"{what}; the limit is {limit}",
        hint="save only the statement itself, as a smaller file",
    )


def megabytes(size: int) -> str:
    """A size for people: `50 MB`.

    >>> megabytes(50 * 2**20)
    '50 MB'
    """
    return f"{max(size / 2**20, 0.1):.3g} MB" if size < 1000 * 2**20 else f"{size / 2**20:,.0f} MB"
