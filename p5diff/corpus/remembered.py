"""Entries read before, kept by the bytes of their statement.toml, for corpora of many statements.

Reading ten thousand small TOML files costs seconds, and hardly one of them has changed since the last
command. What is kept is looked up by a digest of the very bytes that stand on disk now, so it can be
neither old nor another's; it is read back as a stranger's: of the right shape, or not at all.

    entries = Remembered.of(root, folders)
    entries.get(data, path="oslo-2019/statement.toml")
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from p5diff.cache import Shelf, digest, program
from p5diff.corpus.entry import Correction, StatementEntry, TextEntry, Whereabouts
from p5diff.corpus.files import parse_entry
from p5diff.model.source import CarrierChoice
from p5diff.model.statement import Coverage, Edition

KIND = "corpora"
WORTH = 200
"""Statements from which on entries are kept: fewer are read in less time than a shelf takes."""


class Remembered:
    """The entries of one corpus. With `shelf` None nothing is kept, and each is read again."""

    def __init__(self, shelf: Shelf | None) -> None:
        self._shelf = shelf

    @classmethod
    def of(cls, root: Path, folders: Sequence[str]) -> Remembered:
        """The entries of the corpus at `root`, which has these folders."""
        return cls(shelf_of(root, ".entries.json", len(folders)))

    def parse(self, data: bytes, *, path: str) -> tuple[StatementEntry, list[str]]:
        """As `files.parse_entry`; an entry with problems is never kept."""
        if self._shelf is None:
            return parse_entry(data, path=path)
        key = digest(path, data)
        row = self._shelf.get(key)
        if row is not None:
            try:
                return entry_of(row), []
            except (ValueError, TypeError):  # no row of ours: read it again, and put it right
                pass
        entry, problems = parse_entry(data, path=path)
        if not problems:
            self._shelf.put(key, row_of(entry))
        return entry, problems

    def save(self) -> None:
        """Keep what was read for the next command."""
        if self._shelf is not None:
            self._shelf.save()


def shelf_of(root: Path, suffix: str, size: int, *libraries: str) -> Shelf | None:
    """The shelf of a corpus for values that this program, with these libraries, makes; None for a
    corpus of fewer than `WORTH` statements or texts."""
    if size < WORTH:
        return None
    return Shelf(digest(str(root.absolute()), program(*libraries)), kind=KIND, suffix=suffix)


def row_of(entry: StatementEntry) -> list[Any]:
    """The entry as lists and plain values, in the order of its fields.

    >>> entry = StatementEntry(id="oslo-2019", titles=(("en", "Statement"),), ordinal=2)
    >>> entry_of(row_of(entry)) == entry
    True
    """
    e = entry
    return [
        [e.id, e.series, e.place, e.adopted, e.checked, e.note],
        [e.ordinal, e.numbered_paragraphs, e.body_paragraphs],
        [*map(list, (e.dates, e.parties, e.symbols))],
        [[list(pair) for pair in pairs] for pairs in (e.titles, e.conference, e.circulated)],
        [[s.url, s.language, s.what, s.checked] for s in e.sources],
        [_text_row(text) for text in e.texts],
    ]


def _text_row(t: TextEntry) -> list[Any]:
    said = [t.language, t.edition.value, t.coverage.value, t.original, t.name, t.sha256, t.encoding]
    corrections = [[c.line, c.before, c.after, c.why] for c in t.corrections]
    read = [t.importer, t.carrier.value, t.url, t.note]
    return [[*said, *read], list(t.not_covered), list(t.ignore), corrections]


def entry_of(row: Any) -> StatementEntry:
    """The entry of a row. Raises `ValueError` or `TypeError` for anything that `row_of` does not make."""
    words, numbers, lists, tables, sources, texts = row
    identifier, series, place, adopted, checked, note = _words(words)
    ordinal, numbered, body = numbers
    _need(ordinal is None or type(ordinal) is int)
    _need(numbered is None or type(numbered) is bool)
    _need(body is None or type(body) is int)
    dates, parties, symbols = map(_words, lists)
    titles, conference, circulated = ([_pair(pair) for pair in table] for table in tables)
    return StatementEntry(
        id=identifier,
        titles=tuple(titles),
        conference=tuple(conference),
        series=series,
        ordinal=ordinal,
        place=place,
        dates=dates,
        adopted=adopted,
        parties=parties,
        symbols=symbols,
        circulated=tuple(circulated),
        numbered_paragraphs=numbered,
        body_paragraphs=body,
        checked=checked,
        note=note,
        sources=tuple([_source(words) for words in sources]),
        texts=tuple([_text(identifier, row) for row in texts]),
    )


def _text(identifier: str, row: Any) -> TextEntry:
    said, not_covered, ignore, corrections = row
    language, edition, coverage, original, name, sha256, encoding, importer, carrier, url, note = _words(said)
    return TextEntry(
        id=identifier,
        language=language,
        edition=Edition(edition),
        coverage=Coverage(coverage),
        not_covered=_words(not_covered),
        original=original,
        name=name,
        sha256=sha256,
        encoding=encoding,
        importer=importer,
        carrier=CarrierChoice(carrier),
        url=url,
        note=note,
        ignore=_words(ignore),
        corrections=tuple([_correction(one) for one in corrections]),
    )


def _source(row: Any) -> Whereabouts:
    url, language, what, checked = _words(row)
    return Whereabouts(url=url, language=language, what=what, checked=checked)


def _correction(row: Any) -> Correction:
    line, *words = row
    _need(type(line) is int)
    before, after, why = _words(words)
    return Correction(line=line, before=before, after=after, why=why)


def _pair(row: Any) -> tuple[str, str]:
    name, value = _words(row)
    return name, value


_WORDS = {str}


def _words(values: Any) -> tuple[str, ...]:
    _need(type(values) is list and (not values or set(map(type, values)) == _WORDS))
    return tuple(values)


def _need(holds: bool) -> None:
    if not holds:
        raise ValueError("no row of an entry")
