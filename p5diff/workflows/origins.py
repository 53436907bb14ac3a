"""Where each sentence of a text stands in the original it was made from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from p5diff import ingest
from p5diff.errors import CorpusError
from p5diff.model.refs import Reference
from p5diff.model.setaside import SetAside
from p5diff.model.source import Origin, Source
from p5diff.workflows.load import DETECTED, ReadingOptions, is_file_name
from p5diff.workspace import Workspace

_TEXT_FORMATS = ("plain", "markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceOrigin:
    """A sentence and where it stands: page from 1 (0: none), first and last line from 1 (0: the
    format has no lines), else the paragraph of the document from 1 (0: not told); or corrected by
    hand, when the original has other words."""

    id: str
    text: str
    page: int = 0
    first_line: int = 0
    last_line: int = 0
    paragraph: int = 0
    by_hand: bool = False

    @property
    def place(self) -> str:
        """The place in words."""
        if self.by_hand:
            return "by hand"
        if self.first_line:
            same = self.first_line == self.last_line
            lines = f"line {self.first_line}" if same else f"lines {self.first_line}–{self.last_line}"
            return f"page {self.page}, {lines}" if self.page else lines
        if self.page:
            return f"page {self.page}"
        return f"paragraph {self.paragraph}" if self.paragraph else "not told"


class Origins(NamedTuple):
    """The original's name, every sentence of the text with its place there, and what of the
    original is no part of the text, with the reason."""

    original: str
    placed: list[SentenceOrigin]
    left_out: tuple[SetAside, ...]


def origins(
    ref: str,
    *,
    corpus: Path | Workspace | None = None,
    reading: ReadingOptions = DETECTED,
) -> Origins:
    """Where each sentence of the text came from, and what of its original was left out.

    Raises `CorpusError` (slug `no-original`) where the corpus keeps no original of the text.
    """
    if is_file_name(ref):
        imported = ingest.source(
            Path(ref), language=reading.language, encoding=reading.encoding, carrier=reading.carrier
        )
        return Origins(ref, _placed(imported, _own(imported)), imported.set_aside)
    found = Workspace.of(corpus).corpus
    reference = Reference.parse(ref)
    text = found.text(reference)
    path = f"{text.id}/{text.original}"
    original = found.tree(reference.revision, text.id).read(path) if text.original else None
    if original is None:
        raise CorpusError(
            "no-original",
            f"the corpus keeps no original of {text.reference(reference.revision)}",
            cause="none is recorded, or its file is missing",
            hint="add the text again from the file it was made from, with --force",
        )
    encoding = text.encoding if text.importer in _TEXT_FORMATS else ""
    name = text.name or text.original
    imported = ingest.source(
        original, name=name, language=text.language, encoding=encoding or None, carrier=text.carrier
    )
    stored = [(s.id, s.text) for s in found.load(text.reference(reference.revision)).sentences()]
    return Origins(path, _placed(imported, stored), imported.set_aside)


def _own(imported: Source) -> list[tuple[str, str]]:
    return [(s.id, s.text) for paragraph in imported.paragraphs for s in paragraph.sentences]


def _placed(imported: Source, wanted: list[tuple[str, str]]) -> list[SentenceOrigin]:
    """The sentences with their places; those that the importer did not make are by hand."""
    from difflib import SequenceMatcher

    made = _own(imported)
    places = dict(ingest.origins(imported))
    starts = _line_starts(imported)
    matcher = SequenceMatcher(None, [t for _, t in made], [t for _, t in wanted], autojunk=False)
    home = {b + k: made[a + k][0] for a, b, size in matcher.get_matching_blocks() for k in range(size)}
    found = [
        _one(identifier, text, places.get(home[number], Origin()), starts)
        if number in home
        else SentenceOrigin(id=identifier, text=text, by_hand=True)
        for number, (identifier, text) in enumerate(wanted)
    ]
    return _with_paragraphs(imported, found)


def _with_paragraphs(imported: Source, found: list[SentenceOrigin]) -> list[SentenceOrigin]:
    """Where a format has neither pages nor lines: the paragraph in which the words stand."""
    blocks = [_letters(block.text) for block in imported.raw.blocks]
    result, at = [], 0
    for item in found:
        if item.place == "not told":
            wanted = _letters(item.text)
            hits = [n for n in (*range(at, len(blocks)), *range(at)) if wanted in blocks[n]]
            at = hits[0] if hits else at
            result.append(replace(item, paragraph=hits[0] + 1 if hits else 0))
        else:
            result.append(item)
    return result


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _one(identifier: str, text: str, origin: Origin, starts: list[int]) -> SentenceOrigin:
    if origin.start < 0 or not starts:
        return SentenceOrigin(id=identifier, text=text, page=origin.page)
    first, last = bisect_right(starts, origin.start), bisect_right(starts, max(origin.end - 1, origin.start))
    return SentenceOrigin(id=identifier, text=text, page=origin.page, first_line=first, last_line=last)


def _line_starts(imported: Source) -> list[int]:
    """Offset of each line of the decoded source; empty for formats without lines."""
    from p5diff.ingest.decode import decode

    if imported.raw.format not in _TEXT_FORMATS:
        return []
    source, _, _ = decode(imported.data, encoding=imported.raw.encoding or None)
    return [0, *(match.end() for match in re.finditer("\r\n|\n|\r", source))]
