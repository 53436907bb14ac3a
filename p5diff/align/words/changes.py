"""Which words changed inside a pair: edits that replay exactly, both ways.

1. Tokens become symbols, and the longest common subsequence of symbols is found (`lcs`).
2. The matches are tidied until a person would mark the same words (`wordclean`).
3. Matches and gaps become edits over the printed text (`edits`), white space included.

Worked example. "They will report yearly." → "They intend to report yearly.": "They", "report", "yearly"
and "." are matched; the edits keep "They ", delete "will", insert "intend to", keep " report yearly.".
"""

from __future__ import annotations

from p5diff.align.units.lexicon import reader_for
from p5diff.align.units.wordtext import Reader, WordText
from p5diff.align.words.edits import build_edits, whole
from p5diff.align.words.lcs import CommonRun, common_blocks
from p5diff.align.words.terms import WholeTerms
from p5diff.align.words.tidy import clean
from p5diff.language import Language
from p5diff.model.alignment import WordEdit


def diff_words(
    before: str, after: str, *, language: Language, terms: frozenset[str] = frozenset()
) -> tuple[WordEdit, ...]:
    """The steps from `before` to `after`; two equal texts give one KEEP, two empty ones nothing.

    Replaying the steps on `before` gives `after` exactly, and the mirror image gives `before`.
    No step starts or ends inside a token, a grapheme or one of `terms` (as printed).
    `language` chooses spelling variants and function words; an unknown one has none.
    """
    return WordDiffer(reader_for(language), terms).diff(before, after)


class WordDiffer:
    """Compares the words of many pairs; counts those where a bound made the result less than best."""

    def __init__(self, reader: Reader, terms: frozenset[str] = frozenset()) -> None:
        self._reader = reader
        self._terms = WholeTerms(terms, reader.vocabulary)
        self.bounded = 0

    def diff(self, before: str, after: str) -> tuple[WordEdit, ...]:
        """The steps from `before` to `after`."""
        if before == after or not before or not after:
            return whole(before, after)
        ours, theirs = self._reader.word_text(before), self._reader.word_text(after)
        # Always the same one of the two orders, so that exchanging the texts mirrors the edits exactly.
        if (len(before), before) > (len(after), after):
            blocks = [CommonRun(i, j, size) for j, i, size in self._matches(theirs, ours)]
        else:
            blocks = self._matches(ours, theirs)
        return build_edits(blocks, ours, theirs)

    def _matches(self, ours: WordText, theirs: WordText) -> list[CommonRun]:
        """Matched tokens, tidied."""
        blocks, bounded = common_blocks(ours.symbols, theirs.symbols)
        self.bounded += bounded
        return self._terms.keep_whole(clean(blocks, ours, theirs), ours.symbols, theirs.symbols)
