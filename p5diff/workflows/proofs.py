"""What importers made of originals before, by the bytes of the original, for corpora of many texts.

An importer is a function of the bytes, what statement.toml says of them, and the program: what it made
once it makes again. So `verify` reads and hashes every file each time, and asks the importer only for
originals that it has not met. What is kept are digests of the text and of the list of what was left
out; a text that does not agree with them is imported again before anything is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Self

from p5diff.cache import Shelf, digest
from p5diff.corpus import leftout
from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.entry import TextEntry
from p5diff.corpus.remembered import shelf_of
from p5diff.model.source import Source

READERS = ("pypdfium2", "lxml", "trafilatura", "courlan", "htmldate", "justext")
"""The libraries whose answers are in an imported text: another version may read otherwise."""
BY_OTHERS = frozenset({"doc"})
"""Importers that ask a program of the system, whose version nobody knows: never kept."""


class Proofs:
    """Of which originals it is known what the importer makes. With `shelf` None: of none."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf

    @classmethod
    def of(cls, corpus: Corpus, texts: int) -> Proofs:
        """Those of a corpus of so many texts: none where they are few, which are quickly made again."""
        return cls(shelf_of(corpus.root, ".proofs.json", texts, *READERS))

    def agree(self, text: TextEntry, stored: bytes, left_out: bytes | None) -> bool:
        """Whether the importer is known to make `stored` of the original that the text records, and to
        leave out what is kept of that, where a list of it is kept. The caller has hashed the original."""
        known = self._shelf.get(_key(text)) if self._shelf is not None else None
        if not isinstance(known, list) or len(known) != 2:
            return False
        return known[0] == _digest(stored) and (left_out is None or known[1] == _digest(left_out))

    def learn(self, text: TextEntry, made: Source) -> None:
        """Keep what the importer made of the original that the text records."""
        if self._shelf is not None and text.importer and text.importer not in BY_OTHERS:
            kept = [_digest(made.stored.encode("utf-8")), _digest(leftout.write(made.set_aside))]
            self._shelf.put(_key(text), kept)

    def answer(self, text: TextEntry, stored: bytes, left_out: bytes | None) -> object:
        """What was found out about just these bytes, as it was kept; None where nothing was. Its shape is for
        the caller to check."""
        return self._shelf.get(_answer_key(text, stored, left_out)) if self._shelf is not None else None

    def keep_answer(
        self, text: TextEntry, stored: bytes, left_out: bytes | None, answer: Sequence[object]
    ) -> None:
        """Keep what was found out about a text that is not what the importer makes: only that takes the
        importer again each time."""
        if self._shelf is None or text.importer in BY_OTHERS or not text.importer:
            return
        if len(repr(answer)) <= _LONGEST_ANSWER:
            self._shelf.put(_answer_key(text, stored, left_out), list(answer))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *interrupted: object) -> None:
        """Keep what was learnt for the next command, also where this one is interrupted."""
        if self._shelf is not None:
            self._shelf.save(whole=interrupted[0] is None)


_LONGEST_ANSWER = 20_000
"""Characters of an answer that is kept: some dozens of corrected places. A text that differs throughout is
imported again, and costs the shelf of a large corpus nothing."""


def _answer_key(text: TextEntry, stored: bytes, left_out: bytes | None) -> str:
    """All that decides what `verify` says of a text."""
    corrections = (part for c in text.corrections for part in (str(c.line), c.before, c.after, c.why))
    held = ("none",) if left_out is None else ("list", _digest(left_out))
    return digest("answer", _key(text), text.path, _digest(stored), *held, *corrections)


def _key(text: TextEntry) -> str:
    """All that decides what an importer makes of the original."""
    read = (text.encoding, text.importer, text.carrier.value)
    return digest(text.sha256, text.name, text.original, text.language, *read)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
