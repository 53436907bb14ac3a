"""From what a user names to a `Statement`: a reference into a corpus, or any file."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from p5diff import ingest
from p5diff.errors import InputError, P5DiffError
from p5diff.language import LANGUAGES
from p5diff.model.alignment import Note
from p5diff.model.refs import Reference
from p5diff.model.source import CarrierChoice, Source
from p5diff.model.statement import Metadata, SourceRecord, Statement
from p5diff.workflows.beside import reading_second
from p5diff.workspace import Workspace


class Loaded(NamedTuple):
    """A statement and what had to be said about loading it."""

    statement: Statement
    notes: tuple[Note, ...] = ()


NO_CARRIER = "no-carrier"
"""Slug of the refusal of `--carrier inside` for a file that is no page, and of the note in its place."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How a file is to be read; what a corpus holds was read when it came in, and heeds the language alone.

    `language` and `encoding` overrule detection (None: detected), `carrier` says what to take of a page
    around a statement.
    """

    language: str | None = None
    encoding: str | None = None
    carrier: CarrierChoice = CarrierChoice.JUDGED

    def judged(self) -> ReadingOptions:
        """The same, with what to take of a page left to judgement."""
        return replace(self, carrier=CarrierChoice.JUDGED)


DETECTED = ReadingOptions()
"""Nothing is said: language and encoding are detected, and a page is judged."""


def load(
    ref: str | Path,
    *,
    corpus: Path | Workspace | None = None,
    language: str | None = None,
    encoding: str | None = None,
    carrier: CarrierChoice = CarrierChoice.JUDGED,
) -> Statement:
    """The statement that `ref` names: `ID[:LANG[.EDITION]][@REV]`, or a path to a file.

    `-` is standard input. `corpus` is the folder of the corpus (default: found as the command
    line finds it); `language` and `encoding` overrule detection for a file, and `carrier` says what to take
    of one that is a page around a statement. Raises `P5DiffError` when nothing is found.

    >>> statement = load("washington-2012:en.digest")
    >>> statement.meta.edition.value, statement.meta.language
    ('digest', 'en')
    >>> sentence = next(statement.sentences())
    >>> sentence.role.value, sentence.id
    ('body', 'p1.1')
    """
    reading = ReadingOptions(language, encoding, carrier)
    return load_with_notes(ref, corpus=corpus, reading=reading).statement


def load_with_notes(
    ref: str | Path, *, corpus: Path | Workspace | None = None, reading: ReadingOptions = DETECTED
) -> Loaded:
    """As `load`, with the notes of the importer."""
    if is_file_name(ref):
        return _from_file(Path(ref), reading)
    check_language(reading.language)
    found = Workspace.of(corpus).corpus
    return Loaded(statement=found.load(Reference.parse(str(ref))))


def load_pair(
    before: str | Path,
    after: str | Path,
    *,
    corpus: Path | Workspace | None = None,
    readings: tuple[ReadingOptions, ReadingOptions] = (DETECTED, DETECTED),
) -> tuple[Loaded, Loaded]:
    """Both sides of a comparison; where a side leaves the text open, the fairest pair is chosen.

    `readings` say how each side is read, where it is a file.
    """
    if is_file_name(before) or is_file_name(after):
        return _with_a_file(before, after, corpus, readings)
    found = Workspace.of(corpus).corpus
    one, two, _ = found.choose(Reference.parse(str(before)), Reference.parse(str(after)))
    return Loaded(statement=found.load(one)), Loaded(statement=found.load(two))


def _with_a_file(
    before: str | Path,
    after: str | Path,
    corpus: Path | Workspace | None,
    readings: tuple[ReadingOptions, ReadingOptions],
) -> tuple[Loaded, Loaded]:
    """The file decides the language in which an open reference is read."""
    if is_file_name(before) and is_file_name(after):
        return _both_files((Path(before), Path(after)), readings)
    if is_file_name(before):
        first = _from_file(Path(before), readings[0])
        return first, _beside(after, first.statement.meta.language, corpus)
    second = _from_file(Path(after), readings[1])
    return _beside(before, second.statement.meta.language, corpus), second


def _both_files(
    paths: tuple[Path, Path], readings: tuple[ReadingOptions, ReadingOptions]
) -> tuple[Loaded, Loaded]:
    """Two files. Where one is a page that carries its statement and the other the statement alone,
    `inside` is meant for the page, and a note says so; where neither is a page, it is refused."""
    with reading_second(paths, lambda data: of_bytes(paths[1], data, readings[1])) as second:
        one = _of_two(paths[0], readings[0])
        there = second()
        return one, Loaded(*there) if there is not None else _of_two(paths[1], readings[1], one)


def _of_two(path: Path, reading: ReadingOptions, other: Loaded | None = None) -> Loaded:
    """One of two files; `other` is what was read of the first."""
    check_language(reading.language)
    data = ingest.named_bytes(path)  # once: a pipe gives its bytes no second time
    try:
        return of_bytes(path, data, reading)
    except InputError as error:
        if error.slug != NO_CARRIER or (other is not None and took_all(other)):
            raise
        return with_all(_called(path).name, of_bytes(path, data, reading.judged()))


def with_all(name: str, loaded: Loaded) -> Loaded:
    """What was read of a file that is no page, with the note that says so: `inside` was meant for others."""
    said = f"{name}: nothing tells of a page around it; all of it is the text"
    return loaded._replace(notes=(*loaded.notes, Note(slug=NO_CARRIER, message=said)))


def took_all(loaded: Loaded) -> bool:
    """Whether all of a file was taken, though the statement inside was asked for."""
    return any(note.slug == NO_CARRIER for note in loaded.notes)


def _beside(ref: str | Path, wanted: str, corpus: Path | Workspace | None) -> Loaded:
    found = Workspace.of(corpus).corpus
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
    return Path(ref).suffix.lower() in ingest.SUFFIXES or os.path.isfile(ref)  # noqa: PTH113


def check_language(language: str | None) -> None:
    """Refuse a language that p5diff does not know, naming those it does."""
    if language is not None and language not in LANGUAGES:
        raise P5DiffError(
            "unknown-language",
            f"{language!r} is not a language p5diff knows",
            cause="its rules cover the six languages of the United Nations",
            hint=f"use one of: {', '.join(LANGUAGES)}",
        )


def of_text(text: str, name: str, language: str | None) -> Loaded:
    """A string, read as a file that holds it would be; `name` is what messages call it."""
    check_language(language)
    # a lone surrogate is no text: the reader says so, where encoding would fail without a word
    data = text.encode("utf-8", "surrogatepass")
    return _of_source(Path(name), ingest.source(data, name=name, language=language, encoding="utf-8"))


def _from_file(path: Path, reading: ReadingOptions) -> Loaded:
    check_language(reading.language)
    return of_bytes(path, ingest.named_bytes(path), reading)


def of_bytes(path: Path, data: bytes, reading: ReadingOptions) -> Loaded:
    """The bytes of a file that a user named, or of standard input, read as the file would be."""
    path = _called(path)
    source = ingest.source(
        data,
        name=path.name,
        language=reading.language,
        encoding=reading.encoding,
        carrier=reading.carrier,
    )
    return _of_source(path, source)


def _called(path: Path) -> Path:
    """The name by which messages speak of a file."""
    return Path("stdin") if path == ingest.STDIN else path


def _of_source(path: Path, source: Source) -> Loaded:
    statement = Statement(
        meta=_metadata(path, source),
        paragraphs=source.paragraphs,
        set_aside=source.set_aside,
    )
    return Loaded(statement=statement, notes=tuple(_of_file(note, source.name) for note in source.notes))


def _of_file(note: Note, name: str) -> Note:
    """The note with the file it speaks of: a comparison shows those of two files together."""
    return note if name in note.message else replace(note, message=f"{name}: {note.message}")


def _metadata(path: Path, source: Source) -> Metadata:
    stated = dict(source.raw.properties)
    # a page's own title may be that of its site: what stands in the text goes first
    title = ingest.proposals(source).title if stated.get("title") else ""
    return Metadata(
        ref=str(path),
        id=path.stem or str(path),
        language=source.language,
        titles=((source.language, title),) if title else (),
        adopted=stated.get("date", "")[:10],
        source=SourceRecord(
            path=str(path),
            url=stated.get("url", "") or stated.get("source_url", ""),
            sha256=source.sha256,
            importer=source.raw.format,
        ),
    )
