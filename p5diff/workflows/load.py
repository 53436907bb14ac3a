"""From what a user names to a `Statement`: a reference into a corpus, or any file."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from p5diff import corpus as corpora
from p5diff import ingest
from p5diff.errors import InputError, P5DiffError, ReferenceNotFound
from p5diff.ingest.layout.normalised import from_raw
from p5diff.language import LANGUAGES
from p5diff.model.alignment import Note
from p5diff.model.refs import Reference
from p5diff.model.source import RawText
from p5diff.model.statement import Metadata, SourceRecord, Statement
from p5diff.text import detect

_SURE_ENOUGH = 0.5
"""Below this confidence a detected language is said, so that the reader can overrule it."""

_STDIN = Path("-")
"""The name that stands for standard input."""


class Loaded(NamedTuple):
    """A statement and what had to be said about loading it."""

    statement: Statement
    notes: tuple[Note, ...] = ()


def load(ref: str | Path, *, corpus: Path | None = None, language: str | None = None) -> Statement:
    """The statement that `ref` names: `ID[:LANG[.EDITION]][@REV]`, or a path to a file.

    `-` is standard input. `corpus` is the folder of the corpus (default: found as the command
    line finds it);
    `language` overrules detection for a file. Raises `P5DiffError` when nothing is found.
    """
    return load_with_notes(ref, corpus=corpus, language=language).statement


def load_with_notes(ref: str | Path, *, corpus: Path | None = None, language: str | None = None) -> Loaded:
    """As `load`, with the notes of the importer."""
    check_language(language)
    if is_file_name(ref):
        return _from_file(Path(ref), language)
    found = corpora.find(corpus)
    return Loaded(statement=found.load(Reference.parse(str(ref))))


def load_pair(
    before: str | Path,
    after: str | Path,
    *,
    corpus: Path | None = None,
    before_language: str | None = None,
    after_language: str | None = None,
) -> tuple[Loaded, Loaded]:
    """Both sides of a comparison; where a side leaves the text open, the fairest pair is chosen."""
    if is_file_name(before) or is_file_name(after):
        return _with_a_file(before, after, corpus, before_language, after_language)
    found = corpora.find(corpus)
    one, two, _ = found.choose(Reference.parse(str(before)), Reference.parse(str(after)))
    return Loaded(statement=found.load(one)), Loaded(statement=found.load(two))


def _with_a_file(
    before: str | Path,
    after: str | Path,
    corpus: Path | None,
    before_language: str | None,
    after_language: str | None,
) -> tuple[Loaded, Loaded]:
    """The file decides the language in which an open reference is read."""
    if is_file_name(before):
        first = load_with_notes(before, corpus=corpus, language=before_language)
        wanted = first.statement.meta.language
        return first, _beside(after, wanted, corpus, after_language)
    second = load_with_notes(after, corpus=corpus, language=after_language)
    return _beside(before, second.statement.meta.language, corpus, before_language), second


def _beside(ref: str | Path, wanted: str, corpus: Path | None, language: str | None) -> Loaded:
    if is_file_name(ref):
        return load_with_notes(ref, corpus=corpus, language=language)
    found = corpora.find(corpus)
    reference = Reference.parse(str(ref))
    if not reference.language:
        available = {text.language for text in found.texts(reference.id)}
        if wanted in available:
            reference = replace(reference, language=wanted)
    return Loaded(statement=found.load(reference))


def is_file_name(ref: str | Path) -> bool:
    """Whether this is meant as a file: a path, or a name that exists or has a suffix of one."""
    if isinstance(ref, Path):
        return True
    if "/" in ref or "\\" in ref or ref == "-" or ref.startswith(("~", ".")):
        return True
    # os.path answers for any string; Path raises where a name is too long
    return Path(ref).suffix.lower() in ingest.IMPORTERS or os.path.isfile(ref)  # noqa: PTH113


def check_language(language: str | None) -> None:
    """Refuse a language that p5diff does not know, naming those it does."""
    if language is not None and language not in LANGUAGES:
        raise P5DiffError(
            "unknown-language",
            f"{language!r} is not a language p5diff knows",
            cause="its rules cover the six languages of the United Nations",
            hint=f"use one of: {', '.join(LANGUAGES)}",
        )


def _from_file(path: Path, language: str | None) -> Loaded:
    plain_name = not path.suffix and "/" not in str(path) and path != _STDIN
    if plain_name and not os.path.exists(path):  # noqa: PTH110
        raise ReferenceNotFound("file-missing", f"there is no file {path}", hint="check the name")
    data = ingest.bounded(sys.stdin.buffer, "stdin") if path == _STDIN else ingest.load_bytes(path)
    name = Path("stdin") if path == _STDIN else path
    raw = ingest.read_bytes(data, name=name.name, language=language)
    chosen, notes = _language_of(raw, language, name)
    draft = from_raw(raw, language=chosen)
    if not draft.paragraphs:
        raise InputError(
            "no-text",
            f"{name} holds no text",
            cause="after normalising, no paragraph was left",
            hint="check the file in an editor; a scanned PDF needs optical character recognition first",
        )
    statement = Statement(meta=_metadata(name, raw, chosen, data), paragraphs=draft.paragraphs)
    said = (*raw.notes, *draft.notes, *notes)
    return Loaded(statement=statement, notes=tuple(_of_file(note, name.name) for note in said))


def _of_file(note: Note, name: str) -> Note:
    """The note with the file it speaks of: a comparison shows those of two files together."""
    return note if name in note.message else replace(note, message=f"{name}: {note.message}")


def _language_of(raw: RawText, language: str | None, path: Path) -> tuple[str, tuple[Note, ...]]:
    if language is not None:
        return language, ()
    guess, confidence = detect.detect_language("\n".join(b.text for b in raw.blocks))
    if confidence >= _SURE_ENOUGH:
        return guess, ()
    said = f"{path.name}: taken to be {LANGUAGES[guess].NAME}, without being sure (--language overrules)"
    return guess, (Note(slug="language-guessed", message=said),)


def _metadata(path: Path, raw: RawText, language: str, data: bytes) -> Metadata:
    """`data` are the bytes that were read: a pipe cannot be read twice."""
    properties = dict(raw.properties)
    title = properties.get("title", "")
    return Metadata(
        ref=str(path),
        id=path.stem or str(path),
        language=language,
        titles=((language, title),) if title else (),
        adopted=properties.get("date", "")[:10],
        source=SourceRecord(
            path=str(path),
            url=properties.get("url", "") or properties.get("source_url", ""),
            sha256=hashlib.sha256(data).hexdigest(),
            importer=raw.format,
        ),
    )
