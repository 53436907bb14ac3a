"""Hand-made annotations, kept by reference: the file, and a digest of each sentence.

No sentence of a text is stored here. A row names its sentence by the digest of its characters
without white space, so that it is found however the text was wrapped. Sentences invented for the
annotation (`invented.*.jsonl`) carry their own text.

Texts marked `blind` were annotated by a second person, who had seen neither the rules nor any
output. Half of their sentences, chosen by digest, are kept back: rules are mended on the other
half only, so that the half kept back tells whether a mend generalises.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from p5diff.model.statement import Edition, Metadata, Paragraph, Sentence, Statement
from p5diff.workflows.load import load

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
INVENTED = "invented"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated text. `source`: a reference into the corpus, a path under ../shared, `invented`."""

    name: str
    source: str
    language: str
    held_out: bool = False
    blind: bool = False

    @property
    def available(self) -> bool:
        """Whether the text can be read here."""
        return self.source == INVENTED or ":" in self.source or (SHARED / self.source).exists()

    def statement(self) -> Statement:
        """The annotated text; of invented sentences, each is a paragraph of its own."""
        if self.source == INVENTED:
            return _alone([str(row["text"]) for row in self.rows().values()], self.language)
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


def _alone(texts: list[str], language: str) -> Statement:
    sentences = [Sentence(text=t, block=n, number=1, paragraph=n + 1) for n, t in enumerate(texts)]
    paragraphs = tuple(Paragraph(sentences=(s,), number=s.paragraph) for s in sentences)
    meta = Metadata(ref="x", id="x", language=language, edition=Edition.OFFICIAL)
    return Statement(meta=meta, paragraphs=paragraphs)


def kept_back(sha: str) -> bool:
    """Whether this sentence of a blind text is in the half that no mend may look at."""
    return int(sha[-1], 16) % 2 == 1


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
    *(
        Gold(name=f"blind-{name}", source=f"data/{source}", language=language, blind=True)
        for name, source, language in (
            ("quad-2021-09-24", "quad/2021-09-24.md", "en"),
            ("g7-2022-03-24", "g7/2022-03-24.md", "en"),
            ("g7-2022-05-08", "g7/2022-05-08.md", "en"),
            ("fomc-20140319", "fomc/20140319.txt", "en"),
            ("fomc-20151216", "fomc/20151216.txt", "en"),
            ("cop21-12-dec-2015", "cop21/12-dec-2015.md", "en"),
            ("covenant-zh-2.0", "covenant/zh-2.0.md", "zh"),
            ("covenant-fr-2.0", "covenant/fr-2.0.md", "fr"),
        )
    ),
    *(
        Gold(name=f"invented.{language}", source=INVENTED, language=language, blind=True)
        for language in ("zh", "fr", "es", "ru", "ar")
    ),
)
