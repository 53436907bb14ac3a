"""The one door from bytes to a text: `source`. Readers, one a format, and the layout above them.

What a file holds counts before what it is called: a PDF named `.txt` is read as a PDF. Each
reader is a module with `read(data, *, name) -> RawText`, loaded when it is needed; see
`p5diff.model.source.RawBlock` for what a reader owes.
"""

from __future__ import annotations

import importlib
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from p5diff import disk
from p5diff.errors import InputError
from p5diff.ingest.sniff import sniff
from p5diff.model.alignment import Note
from p5diff.model.source import CarrierChoice, Origin, Proposals, RawText, Source

IMPORTERS: dict[str, str] = {
    "plain": "p5diff.ingest.readers.plain",
    "markdown": "p5diff.ingest.readers.markdown",
    "html": "p5diff.ingest.readers.html",
    "docx": "p5diff.ingest.readers.docx",
    "pdf": "p5diff.ingest.readers.pdf",
    "odt": "p5diff.ingest.readers.odt",
    "rtf": "p5diff.ingest.readers.rtf",
    "epub": "p5diff.ingest.readers.epub",
    "mail": "p5diff.ingest.readers.mail",
    "legal": "p5diff.ingest.readers.legal",
    "doc": "p5diff.ingest.readers.doc",
}
"""Format → module that reads it."""

MOST_BYTES = 50_000_000
"""The largest file that is read: far above any statement, far below what hurts."""


SUFFIXES = frozenset(
    ".txt .text .md .markdown .htm .html .xhtml .docx .doc .odt .fodt .rtf .epub .pdf .eml .mht "
    ".mhtml .xml".split()
)
"""Endings that make a name that of a file, whether or not it is there."""

_MOST_NAMES = 10_000
"""Names of a folder among which a near one is looked for."""

STDIN = Path("-")
"""The name that stands for standard input."""


def source(
    given: Path | bytes,
    *,
    name: str = "",
    encoding: str | None = None,
    language: str | None = None,
    carrier: CarrierChoice = CarrierChoice.JUDGED,
) -> Source:
    """The text that a file or bytes hold, with all that was set aside.

    `given` is a path (`-` is standard input) or the bytes themselves; `name` stands in messages
    and helps to tell the format. `encoding` overrules what is detected (text formats),
    `language` (a code such as "en") the detected language. `carrier` says what to take of a page
    that carries a statement. Raises `InputError` for what cannot be read, where no text is left (slug
    `no-text`), and where nothing is carried that was to be taken alone (slug `no-carrier`).
    """
    from p5diff.ingest.extent import check_laid_out
    from p5diff.ingest.layout.recovery import from_raw

    if isinstance(given, Path):
        name = name or ("stdin" if given == STDIN else given.name)
        data = named_bytes(given)
    else:
        data = given
    raw = read_bytes(data, name=name, encoding=encoding, language=language)
    made = from_raw(raw, language=language, name=name, data=data, carrier=carrier)
    check_laid_out(made.paragraphs, name=name or "the input")
    _check_holds_text(made, carrier, name or "the input")
    return made


def _check_holds_text(made: Source, carrier: CarrierChoice, name: str) -> None:
    if carrier is CarrierChoice.INSIDE and made.carrier is None:
        raise InputError(
            "no-carrier",
            f"{name} carries no statement that can be told from the rest",
            cause="no sentence introduces one, and no mark says where it begins",
            hint="leave --carrier inside away, or save the statement alone and give that file",
        )
    if not made.paragraphs:
        raise InputError(
            "no-text",
            f"{name} holds no text",
            cause="everything that it holds was set aside" if made.set_aside else "no paragraph was left",
            hint="check the file in an editor; a scanned PDF needs optical character recognition first",
        )


def origins(given: Source) -> tuple[tuple[str, Origin], ...]:
    """Each sentence id with its place in the source, in reading order."""
    from p5diff.ingest.layout.origins import origins as located

    return located(given)


def proposals(given: Source) -> Proposals:
    """What a source seems to say about itself, for a person to confirm."""
    from p5diff.ingest.layout.proposals import proposals as proposed

    return proposed(given)


def read(path: Path, *, encoding: str | None = None, language: str | None = None) -> RawText:
    """The file as its format's reader sees it.

    `encoding` overrules what is detected (text formats); `language` is kept as a stated property.
    Raises `InputError` for a file that is missing, a folder, empty, too large, binary, of a
    format that is not read, or not decodable.
    """
    return read_bytes(load_bytes(path), name=path.name, encoding=encoding, language=language)


def read_bytes(
    data: bytes, *, name: str, encoding: str | None = None, language: str | None = None
) -> RawText:
    """The same for bytes at hand; `name` helps to tell formats and stands in messages."""
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError(
            "file-empty",
            f"{name} holds no text",
            cause="it is empty, or white space only",
            hint="check that the file was saved or downloaded completely",
        )
    from p5diff.ingest.extent import check_blocks
    from p5diff.ingest.layout.masthead import judged

    kind = sniff(data, name=name)
    data = _without_padding(data) if kind in _TEXTS else data
    reader = importlib.import_module(IMPORTERS[kind])
    if kind in ("plain", "markdown", "html"):
        raw: RawText = reader.read(data, name=name, encoding=encoding)
    else:
        raw = reader.read(data, name=name)
    check_blocks(raw.blocks, name=name)
    raw = replace(raw, blocks=judged(raw.blocks))
    if language:
        stated = tuple(pair for pair in raw.properties if pair[0] != "language")
        raw = replace(raw, properties=(*stated, ("language", language)))
    # Plain text has a rule of its own: a stray one is kept and spelled out, more are no text.
    return raw if kind in ("plain", "markdown") else _without_controls(raw)


_TEXTS = frozenset({"plain", "markdown", "html", "rtf", "mail"})


def _without_padding(data: bytes) -> bytes:
    """A text without what programs write behind its end: WordPad a zero, DOS a Ctrl-Z, others zeros up to a
    full block. Text of two bytes a character ends in zeros of its own."""
    from p5diff.ingest.decode import is_wide

    end = len(data.rstrip(b"\x00\x1a \t\r\n"))
    padded = b"\x00" in data[end:] or b"\x1a" in data[end:]
    return data[:end] + b"\n" if padded and b"\x00" not in data[:end] and not is_wide(data) else data


_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters that lay out no text (U+0085 is a line end on some machines)."""


def _without_controls(raw: RawText) -> RawText:
    """The text with each control character as U+FFFD, and a note that says how many: whatever the
    format they came in (an entity of HTML, a font of PDF), no reader of a statement sees them, and
    a terminal obeys them. One for one, so that every offset stays."""
    count = sum(len(_CONTROLS.findall(block.text)) for block in raw.blocks)
    if not count:
        return raw
    blocks = tuple(
        replace(block, text=_CONTROLS.sub("\ufffd", block.text), label=_CONTROLS.sub("\ufffd", block.label))
        for block in raw.blocks
    )
    said = f"{count} control character{'s' if count > 1 else ''} in the file, shown as \ufffd"
    return replace(raw, blocks=blocks, notes=(*raw.notes, Note(slug="control-characters", message=said)))


def load_bytes(path: Path) -> bytes:
    """The bytes of a file or pipe; raises `InputError` where they cannot be had.

    The bound holds for what is read, not for what the file says of its size: a device has no end.
    """
    try:
        if path.is_dir():
            raise InputError(
                "file-is-folder",
                f"{path} is a folder",
                cause="a text is one file",
                hint="name a file in it",
            )
        return disk.read_named(path, most=MOST_BYTES)
    except disk.TooLarge as error:
        raise _too_large(str(path)) from error
    except FileNotFoundError as error:
        raise missing(path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            "file-unreadable",
            f"{path} cannot be read",
            cause=str(reason),
            hint="check the path and your rights to read it",
        ) from error


def missing(path: Path) -> InputError:
    """The error for a file that is not there, with names near it in its folder."""
    import difflib
    import os

    try:
        there = sorted(os.listdir(path.parent))[:_MOST_NAMES]  # noqa: PTH208 (names, not paths)
    except OSError:
        return InputError(
            "file-missing",
            f"there is no file {path}",
            cause=f"there is no folder {path.parent}",
            hint="check the spelling, and the folder you are in",
        )
    near = difflib.get_close_matches(path.name, there, n=3, cutoff=0.6)
    return InputError(
        "file-missing",
        f"there is no file {path}",
        cause="nothing stands at this path",
        hint=f"near it: {', '.join(near)}" if near else "check the spelling, and the folder you are in",
    )


def named_bytes(path: Path) -> bytes:
    """The bytes of what a user names: a file, a pipe, or standard input (`-`). A pipe gives them but once."""
    return _standard_input() if path == STDIN else load_bytes(path)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError(
            "file-unreadable",
            "standard input cannot be read",
            cause="it is closed",
            hint="give the text by a pipe or a file",
        )
    return bounded(sys.stdin.buffer, "stdin")


def bounded(stream: BinaryIO, name: str) -> bytes:
    """All that a stream holds; raises `InputError` (slug `file-too-large`) past `MOST_BYTES`."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    return data


def _too_large(name: str) -> InputError:
    return InputError(
        "file-too-large",
        f"{name} has more than {MOST_BYTES:,} bytes",
        cause="p5diff reads no larger files",
        hint="split the file, or save the text of it alone",
    )
