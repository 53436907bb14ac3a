"""Files read before, kept by their bytes: with one more text, a series of fifty is not read again.

Reading is a function of the bytes, the name, what was asked for (language, encoding, carrier) and the
program. What was read stands on one shelf for a folder; what is read back is of the right shape and speaks
of these very bytes, or it is read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from p5diff import ingest
from p5diff.cache import Shelf, digest, program
from p5diff.errors import InputError, P5DiffError
from p5diff.model.alignment import Note
from p5diff.model.codec import from_dict, to_dict
from p5diff.model.statement import Statement
from p5diff.workflows.load import (
    DETECTED,
    NO_CARRIER,
    Loaded,
    ReadingOptions,
    check_language,
    is_file_name,
    load_with_notes,
    of_bytes,
    with_all,
)
from p5diff.workflows.proofs import BY_OTHERS, READERS
from p5diff.workspace import Workspace

WORTH = 3
"""Files from which on readings are kept: two are a pair, read in less time than a shelf takes."""


class Readings:
    """Reads references and files; those of `refs` that are files are kept for the next command.

    What the options of reading say of carriers (pages around a statement) is for those that are: `inside` is
    meant for them, and of the others all is taken, with a note. Where none is such a page, `load` refuses the
    last of them.
    """

    def __init__(self, refs: Sequence[str]) -> None:
        self._left = sum(1 for ref in refs if is_file_name(ref))
        self._inside = False
        files = [ref for ref in refs if ref != str(ingest.STDIN) and is_file_name(ref)]
        self._shelf: Shelf | None = None
        if len(files) >= WORTH:
            place = str(Path(files[0]).absolute().parent)
            self._shelf = Shelf(digest(place, program(*READERS)), kind="series", suffix=".readings.json")

    def load(
        self, ref: str, *, corpus: Path | Workspace | None, reading: ReadingOptions = DETECTED
    ) -> Loaded:
        """As `load_with_notes`."""
        if not is_file_name(ref):
            return load_with_notes(ref, corpus=corpus, reading=reading)
        check_language(reading.language)
        self._left -= 1
        data = ingest.named_bytes(Path(ref))  # once: a pipe gives its bytes no second time
        try:
            loaded = self._read(ref, data, reading)
        except InputError as error:
            if error.slug != NO_CARRIER or not (self._inside or self._left):
                raise
            return with_all(Path(ref).name, self._read(ref, data, reading.judged()))
        self._inside = True
        return loaded

    def _read(self, ref: str, data: bytes, reading: ReadingOptions) -> Loaded:
        """The bytes of a file, read now or before."""
        if self._shelf is None or ref == str(ingest.STDIN):
            return of_bytes(Path(ref), data, reading)
        key = digest(data, ref, reading.language or "", reading.carrier.value, reading.encoding or "")
        known = _read_back(self._shelf.get(key), data)
        if known is not None:
            return known
        made = of_bytes(Path(ref), data, reading)
        if made.statement.meta.source.importer not in BY_OTHERS:
            kept = [to_dict(made.statement), [to_dict(note) for note in made.notes]]
            self._shelf.put(key, kept)
        return made

    def save(self) -> None:
        """Keep what was read for the next command."""
        if self._shelf is not None:
            self._shelf.save()


def _read_back(row: object, data: bytes) -> Loaded | None:
    if not isinstance(row, list) or len(row) != 2 or not isinstance(row[1], list):
        return None
    try:
        statement = from_dict(Statement, row[0])
        notes = tuple(from_dict(Note, note) for note in row[1])
        sound = to_dict(statement) == row[0] and row[1] == [to_dict(n) for n in notes]
    except (P5DiffError, TypeError, ValueError, AttributeError):
        return None
    if not sound or statement.meta.source.sha256 != sha256(data).hexdigest():
        return None
    return Loaded(statement, notes)
