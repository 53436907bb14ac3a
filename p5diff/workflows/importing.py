"""Bytes of a source file → a draft in stored form: the one way into a corpus, and of proving it.

`add` stores what comes out here, and `verify` runs the same steps again on the original bytes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from p5diff.errors import InputError
from p5diff.model.alignment import Note
from p5diff.model.source import Draft, RawText


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A source file and what was made of it. `sure` in [0, 1] speaks of a detected language."""

    name: str
    data: bytes
    raw: RawText
    draft: Draft
    language: str
    detected: bool
    sure: float = 1.0

    @property
    def sha256(self) -> str:
        """Hex digest of the original bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the reader and the normaliser had to say."""
        return (*self.raw.notes, *self.draft.notes)


def import_file(path: Path, *, language: str | None = None, encoding: str | None = None) -> Imported:
    """Read and normalise a file; raises `InputError` for what cannot be read."""
    from p5diff.ingest import load_bytes

    return import_bytes(load_bytes(path), name=path.name, language=language, encoding=encoding)


def import_bytes(
    data: bytes, *, name: str, language: str | None = None, encoding: str | None = None
) -> Imported:
    """Read and normalise bytes; `name` helps to tell the format."""
    from p5diff import ingest
    from p5diff.ingest.layout.normalised import from_raw
    from p5diff.text import detect

    raw = ingest.read_bytes(data, name=name, encoding=encoding, language=language)
    chosen, sure = (language, 1.0) if language else detect.detect_language(_words(raw))
    draft = from_raw(raw, language=chosen)
    if not draft.paragraphs:
        raise InputError(
            "no-text",
            f"{name} holds no text",
            cause="after normalising, no paragraph was left",
            hint="a scanned PDF needs optical character recognition first",
        )
    return Imported(
        name=name,
        data=data,
        raw=raw,
        draft=draft,
        language=chosen,
        detected=language is None,
        sure=sure,
    )


def _words(raw: RawText) -> str:
    return "\n".join(block.text for block in raw.blocks)
