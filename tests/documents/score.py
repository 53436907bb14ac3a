"""How well an importer did: paragraphs recovered exactly, characters kept, nothing foreign."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from p5diff.ingest.loss import kept_share
from p5diff.model.source import BlockKind, RawText
from tests.documents.model import Doc

_LABEL = re.compile(r"^\d{1,2}\.\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of one document."""

    exact: int
    wanted: int
    kept: float
    """Share of the wanted characters that are in text blocks."""
    foreign: int
    """Text blocks that no paragraph of the document is in."""
    notes: int
    """Footnotes recovered exactly, with their label."""
    of: int = 0
    """Footnotes there were to recover."""
    missed: tuple[str, ...] = ()


def score(raw: RawText, doc: Doc) -> Score:
    """Compare the reader's text blocks with what the document was made from."""
    text = [b for b in raw.blocks if b.is_text]
    found = Counter(_plain(b.text, doc) for b in text)
    wanted = Counter(_plain(w, doc) for w in doc.wanted())
    notes = {(b.label, _plain(b.text, doc)) for b in raw.blocks if b.kind is BlockKind.FOOTNOTE}
    right = {(str(n), _plain(t, doc)) for n, t in enumerate(doc.footnotes, 1)}
    return Score(
        exact=(found & wanted).total(),
        wanted=wanted.total(),
        kept=kept_share((b.text for b in text), doc.wanted()),
        foreign=(found - wanted).total() if found.total() > wanted.total() else 0,
        notes=len(notes & right),
        of=len(right),
        missed=tuple((wanted - found).elements()),
    )


def _plain(text: str, doc: Doc) -> str:
    """As compared: single spaces, in Chinese none beside Han; the number the layout put before."""
    text = " ".join(text.split())
    if doc.language == "zh":
        text = re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", text)
    return _LABEL.sub("", text) if doc.numbered else text
