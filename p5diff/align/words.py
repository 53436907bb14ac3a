"""Which words changed inside a pair: edits that replay exactly, both ways.

1. Tokens become symbols, and the longest common subsequence of symbols is found (`lcs`).
2. The matches are tidied until a person would mark the same words (`wordclean`).
3. Matches and gaps become edits over the printed text (`edits`), white space included.
"""

from __future__ import annotations

from p5diff.align.edits import build_edits, whole
from p5diff.align.lcs import Block, common_blocks
from p5diff.align.wordclean import clean
from p5diff.align.wordtext import Alphabet, WordText, word_text
from p5diff.language import LANGUAGES
from p5diff.model.alignment import WordEdit


def diff_words(
    before: str, after: str, *, language: str, terms: frozenset[str] = frozenset()
) -> tuple[WordEdit, ...]:
    """The steps from `before` to `after`; two equal texts give one KEEP, two empty ones nothing.

    Replaying the steps on `before` gives `after` exactly, and the mirror image gives `before`.
    No step starts or ends inside a token, a grapheme or one of `terms` (as printed).
    `language` chooses spelling variants and function words; an unknown one has none.
    """
    return diff_words_within(before, after, language=language, terms=terms)[0]


def diff_words_within(
    before: str,
    after: str,
    *,
    language: str,
    terms: frozenset[str] = frozenset(),
    alphabet: Alphabet | None = None,
) -> tuple[tuple[WordEdit, ...], bool]:
    """`diff_words`, and whether a bound of work made the result less than the best.

    Comparing many pairs is faster with one `alphabet` for all (see `alphabet_for`).
    """
    if before == after or not before or not after:
        return whole(before, after), False
    known = LANGUAGES.get(language)
    letters = alphabet if alphabet is not None else alphabet_for(language)
    ours, theirs = word_text(before, letters), word_text(after, letters)
    common = known.COMMON_WORDS if known else frozenset()
    if (len(before), before) > (len(after), after):
        blocks, bounded = _matches(theirs, ours, common, terms)
        blocks = [Block(i, j, size) for j, i, size in blocks]
    else:
        blocks, bounded = _matches(ours, theirs, common, terms)
    return build_edits(blocks, ours, theirs), bounded


def alphabet_for(language: str) -> Alphabet:
    """An empty alphabet that knows the spelling variants of the language."""
    known = LANGUAGES.get(language)
    return Alphabet(known.VARIANTS if known else {})


def _matches(
    ours: WordText, theirs: WordText, common: frozenset[str], terms: frozenset[str]
) -> tuple[list[Block], bool]:
    """Matched tokens. Always called in the same order of the two texts, so that exchanging them
    mirrors the edits exactly."""
    blocks, bounded = common_blocks(ours.symbols, theirs.symbols)
    return clean(blocks, ours, theirs, common=common, terms=terms), bounded
