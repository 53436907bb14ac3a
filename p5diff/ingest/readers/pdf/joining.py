"""Put the lines of a paragraph together, with the document's own words as evidence.

How lines are joined (spaces, none between Han, hyphens that divide a word or belong to it) is
`p5diff.ingest.layout.join`'s business, the same for PDF and plain text; here a PDF's signs are prepared
for it, and what had to be guessed is counted for a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from p5diff.ingest.layout.join import NO_EVIDENCE, WordWitnesses, is_known_compound, is_shouted, join_lines
from p5diff.ingest.readers.pdf.glyphs import SOFT_HYPHENS
from p5diff.language import Language
from p5diff.model.alignment import Note
from p5diff.text.listing import first_of

_LINE_END = re.compile(f"[{SOFT_HYPHENS}\u2010-]$")
_ENDING = re.compile(f"([^\\W\\d_]{{1,60}})[{SOFT_HYPHENS}\u2010-]$")
_STARTING = re.compile(r"[^\W\d_]+")
_WHOLE_END = re.compile(
    f"((?:[^\\W\\d_]{{1,40}}[-\u2010\u2011'’]){{0,4}}[^\\W\\d_]{{1,40}})[{SOFT_HYPHENS}\u2010-]$"
)
_WHOLE_START = re.compile(r"[^\W\d_]{1,40}(?:[-\u2010\u2011'’][^\W\d_]{1,40}){0,4}")
_CUT_START = re.compile(r"^[^\W\d_]+")
_ADDRESS = re.compile(r"(?:://|www\.)\S{0,200}$")
_STRAY = re.compile(f"[{SOFT_HYPHENS}]")
_TORN = 3
"""Torn pieces, with a quarter of all, before words are joined: fewer may be single letters of a list."""
_TORN_OF_FEW = 2
"""The same where a language has few words with a hyphen of their own (no usual last parts of compounds, as
Spanish): there two torn pieces are hardly compounds that the tables do not know."""
_KEEPING = frozenset("non self vice quasi après avant военно научно социально политико северо южно".split())
_ENCLITICS = frozenset("либо нибудь таки même mêmes là".split())
"""Second parts that are always joined by a hyphen of their own."""


@dataclass(slots=True)
class Joiner:
    """Joins lines of one document; remembers the divided words it had no evidence for."""

    language: Language
    words: WordWitnesses
    soft: str = "\u00ad"
    """Hyphens that only divide: put there by a program, not by the author."""
    automatic: bool = False
    """Whether the document's words are divided by a program, so that most hyphens are no author's."""
    proved: bool = False
    """Whether some words at line ends are divided for sure, and no fewer than have a hyphen of their own."""
    told: bool = False
    """Whether the file names the hyphens that only divide: all others are a word's own."""
    guessed: list[str] = field(default_factory=list)
    """Words whose hyphen was kept because nothing speaks for or against it."""

    @classmethod
    def of(cls, lines: Iterable[str], language: Language) -> Joiner:
        """A joiner that knows the words inside these lines, and how the document divides words."""
        lines = list(lines)
        whole, cut = [], False
        for line in lines:
            whole.append((_CUT_START.sub("", line) if cut else line).replace("\u2010", "-"))
            cut = bool(_LINE_END.search(line))
        inside = any("\u2010" in line[:-1] for line in lines)
        words = WordWitnesses.of([_LINE_END.sub("-", line) for line in whole])
        joiner = cls(language, words, "\u00ad" + ("" if inside else "\u2010"))
        joiner.told = any(line.endswith("\u00ad") for line in lines)
        joiner.automatic = joiner._divides(lines)
        joiner.proved = joiner._is_proved(lines)
        return joiner

    def _divides(self, lines: list[str]) -> bool:
        parts = {  # each word once: one that its author divides may stand at the end of many lines
            (end[1].lower(), start[0].lower())
            for end, start in map(_parts, lines, lines[1:])
            if end and start
        }
        known, syllables = self.words.words, self.language.COMPOUND_SYLLABLES
        starts = known | (self.language.COMPOUND_STARTS - syllables)
        ends = known | (self.language.COMPOUND_ENDS - syllables)
        torn = sum(left not in starts and right not in ends for left, right in parts)
        fewest = _TORN if self.language.COMPOUND_ENDS else _TORN_OF_FEW
        return torn >= fewest and 4 * torn >= len(parts)

    def _is_proved(self, lines: list[str]) -> bool:
        """Whether hyphens at line ends divide words: each word is asked once, and what nothing speaks for is
        neither."""
        kept, divided = set[str](), set[str]()
        for line, after in pairwise(lines):
            if not _LINE_END.search(line):
                continue
            for word in join_lines(
                [_LINE_END.sub("-", line), after], language=self.language, words=self.words
            )[2]:
                if word.reason != NO_EVIDENCE:
                    (kept if word.kept else divided).add(word.word.lower())
        return len(divided) > 0 and len(divided) >= len(kept)

    def join(self, lines: Iterable[str]) -> str:
        """The paragraph that these lines make."""
        prepared: list[str] = []
        for line in lines:
            if prepared and self._own_hyphen(prepared[-1], line):
                prepared[-1] = f"{prepared[-1][:-1]}-{line}"
                continue
            if prepared:
                prepared[-1] = self._prepared(prepared[-1], line)
            prepared.append(line)
        text = join_lines(prepared, language=self.language, words=self.words)[0]
        return _STRAY.sub("", text)

    def _own_hyphen(self, line: str, after: str) -> bool:
        """Whether the hyphen at the line's end is the word's own beyond doubt."""
        end, start = _parts(line, after)
        if not end or not start or line[-1] in "\u2010\u00ad":
            return False
        named = self.told and line[-1] == "-"
        if named or start[0].lower() in _ENCLITICS or _ADDRESS.search(line):
            return True
        if line[-1] in self.soft:
            return False
        if self.automatic:
            left, right = end[1].lower(), start[0].lower()
            return is_known_compound(left, right, language=self.language, words=self.words)
        divisions = join_lines([f"{line[:-1]}-", after], language=self.language, words=self.words)[2]
        if divisions and divisions[0].reason == NO_EVIDENCE and not self.proved:
            self.guessed.append(f"{end[1]}-{start[0]}")
            return True
        return False

    def _prepared(self, line: str, after: str) -> str:
        """The line with a hyphen at its end that says whether it is known to be soft."""
        if line.endswith("\u00ad"):
            return line
        end, start = _parts(line, after)
        if not end or not start:
            return line
        left, right = end[1].lower(), start[0].lower()
        kept = f"{left}-{right}" in self.words.words or self._is_compound(line, after)
        common = left + right in self.language.COMMON_WORDS | self.language.STARTING_WORDS
        program = line[-1] in self.soft or (self.automatic and (left not in _KEEPING or common))
        if not kept and program and (start[0][0].islower() or is_shouted(end[1], start[0])):
            return line[:-1] + "\u00ad"
        return line if line[-1] == "\u2010" else line[:-1] + "-"

    def _is_compound(self, line: str, after: str) -> bool:
        """Whether the whole word, with further hyphens of its own, stands elsewhere: "vis-à-" and "vis"."""
        end, start = _WHOLE_END.search(line), _WHOLE_START.match(after)
        if not end or not start:
            return False
        whole = f"{end[1]}-{start[0]}".lower().replace("\u2010", "-").replace("\u2011", "-")
        return whole.count("-") > 1 and whole in self.words.words

    def notes(self) -> tuple[Note, ...]:
        """How many hyphens were kept without evidence, and the first few of the words."""
        if not self.guessed:
            return ()
        count = len(self.guessed)
        shown = first_of(list(dict.fromkeys(self.guessed)), 5)
        message = (
            f"{count} words keep the hyphen that ends their line, since nothing tells whose it is: {shown}"
        )
        return (Note(slug="hyphens-guessed", message=message),)


def _parts(line: str, after: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The word before a hyphen at the line's end, and the word it goes on with."""
    return _ENDING.search(line), _STARTING.match(after)
