"""Hand-made annotations, kept by reference: the file, and a digest of each sentence.

No sentence is stored here. A row names its sentence by the digest of its characters without
white space, so that it is found however the text was wrapped.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from p5diff.model.statement import Sentence, Statement
from p5diff.workflows.load import load

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated text. `source` is a reference into the corpus or a path under ../shared."""

    name: str
    source: str
    language: str
    held_out: bool = False

    @property
    def available(self) -> bool:
        """Whether the text can be read here."""
        return ":" in self.source or (SHARED / self.source).exists()

    def statement(self) -> Statement:
        """The annotated text."""
        if ":" in self.source:
            return load(self.source, corpus=ROOT / "corpus")
        return load(SHARED / self.source, language=self.language)

    def rows(self) -> dict[str, dict[str, object]]:
        """Digest of a sentence → its annotation."""
        lines = (HERE / f"{self.name}.jsonl").read_text(encoding="utf-8").splitlines()
        return {row["sha"]: row for row in map(json.loads, lines)}

    def pairs(self) -> Iterator[tuple[Sentence, dict[str, object]]]:
        """Each annotated sentence that the text has, with its annotation."""
        rows = self.rows()
        for sentence in self.statement().sentences():
            row = rows.get(digest(sentence.text))
            if row is not None:
                yield sentence, row


def digest(text: str) -> str:
    """Ten hex digits of the SHA-256 of the text without white space."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:10]


GOLD = (
    Gold(name="washington-2012.zh", source="washington-2012:zh.official", language="zh"),
    Gold(name="washington-2012.en.translation", source="washington-2012:en.translation", language="en"),
    Gold(name="washington-2012.en.digest", source="washington-2012:en.digest", language="en"),
    Gold(name="london-2009.en.digest", source="london-2009:en.digest", language="en"),
    Gold(name="paris-2011.en.digest", source="paris-2011:en.digest", language="en"),
    Gold(name="p5-2022", source="data/p5-2022/version-4.md", language="en"),
    Gold(name="g7-2022-09-23", source="data/g7/2022-09-23.md", language="en"),
    Gold(name="fomc-goals-2012", source="data/fomc-goals/2012-01-24.md", language="en"),
    Gold(name="heldout-quad-2021-03-12", source="data/quad/2021-03-12.md", language="en", held_out=True),
    Gold(name="heldout-quad-2023-05-20", source="data/quad/2023-05-20.md", language="en", held_out=True),
)
