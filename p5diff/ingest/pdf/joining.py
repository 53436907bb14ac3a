"""Put the lines of a paragraph together, with the document's own words as evidence.

How lines are joined (spaces, none between Han, hyphens that divide a word or belong to it) is
`p5diff.text.join`'s business, the same for PDF and plain text; here a PDF's signs are prepared
for it, and what had to be guessed is counted for a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from p5diff.ingest.pdf.glyphs import SOFT_HYPHENS
from p5diff.model.alignment import Note
from p5diff.text.join import Vocabulary, join_lines

_LINE_END = re.compile("[\ufffe\u0002\u2010]$")
_CUT_START = re.compile(r"^[^\W\d_]+")
_STRAY = re.compile(f"[{SOFT_HYPHENS}]")
_WEAK = "one part"


@dataclass(slots=True)
class Joiner:
    """Joins lines of one document; remembers the divided words it had no evidence for."""

    language: str
    words: Vocabulary
    guessed: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, lines: Iterable[str], language: str) -> Joiner:
        """A joiner that knows the words inside these lines."""
        whole, cut = [], False
        for line in (_LINE_END.sub("-", line) for line in lines):
            whole.append(_CUT_START.sub("", line) if cut else line)  # the rest of a divided word is no word
            cut = line.endswith(("-", "\u00ad"))
        return cls(language, Vocabulary.of(whole))

    def join(self, lines: Iterable[str]) -> str:
        """The paragraph that these lines make."""
        prepared = [_LINE_END.sub("-", line) for line in lines]
        text, _, divisions = join_lines(prepared, language=self.language, words=self.words)
        self.guessed += [division.word for division in divisions if division.reason.startswith(_WEAK)]
        return _STRAY.sub("", text)

    def notes(self) -> tuple[Note, ...]:
        """How many words were joined without evidence, and the first few of them."""
        if not self.guessed:
            return ()
        count = len(self.guessed)
        shown = ", ".join(dict.fromkeys(self.guessed[:5])) + (" …" if count > 5 else "")
        message = f"{count} words divided at line ends were put together on weak evidence: {shown}"
        return (Note(slug="hyphens-guessed", message=message),)
