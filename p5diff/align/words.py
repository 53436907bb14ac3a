"""Which words changed inside a pair: edits that replay exactly, both ways.

1. Tokens become symbols, and the longest common subsequence of symbols is found (`lcs`).
2. The matches are tidied until a person would mark the same words (`wordclean`).
3. Matches and gaps become edits over the printed text (`edits`), white space included.
"""

from __future__ import annotations

from p5diff.align.edits import build_edits, whole
from p5diff.align.lcs import common_blocks
from p5diff.align.wordclean import clean
from p5diff.align.wordtext import word_texts
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
    before: str, after: str, *, language: str, terms: frozenset[str] = frozenset()
) -> tuple[tuple[WordEdit, ...], bool]:
    """`diff_words`, and whether a bound of work made the result less than the best."""
    if before == after or not before or not after:
        return whole(before, after), False
    known = LANGUAGES.get(language)
    ours, theirs = word_texts(before, after, known.VARIANTS if known else {})
    blocks, bounded = common_blocks(ours.symbols, theirs.symbols)
    common = known.COMMON_WORDS if known else frozenset()
    tidy = clean(blocks, ours, theirs, common=common, terms=terms)
    return build_edits(tidy, ours, theirs), bounded
