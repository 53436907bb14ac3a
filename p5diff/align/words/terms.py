"""No highlight starts or ends inside a term: 不扩散核武器条约 is changed whole or kept whole.

Worked example. "Treaty on Fisheries" → "Treaty on Forests", both listed: the whole name is deleted and
the whole name inserted, though two words of three are the same.
"""

from __future__ import annotations

from functools import lru_cache

from p5diff.align.units.vocabulary import SymbolTable
from p5diff.align.words.lcs import CommonRun
from p5diff.text.tokens import bare, key, spaced_tokens


class WholeTerms:
    """Terms that no highlight may cut, as symbols of a vocabulary: those whose every word it has met. A
    rule book lists hundreds of names, and two short texts hold a few of them."""

    def __init__(self, terms: frozenset[str], vocabulary: SymbolTable) -> None:
        self._terms = terms
        self._vocabulary = vocabulary
        self._met = -1
        self._by_start: dict[str, list[str]] = {}

    def _known(self) -> dict[str, list[str]]:
        """The first two symbols of a term → the terms, the longest first; made again where words were met."""
        if self._met != self._vocabulary.size:
            self._met = self._vocabulary.size
            self._by_start = {}
            spelled = {self._vocabulary.spelled(keys) for keys in _keys(self._terms)}
            for symbols in sorted(spelled, key=lambda s: (-len(s), s)):
                if symbols:
                    self._by_start.setdefault(symbols[:2], []).append(symbols)
        return self._by_start

    def keep_whole(self, blocks: list[CommonRun], ours: str, theirs: str) -> list[CommonRun]:
        """Give up matches that hold only a part of a term on either side, until none does."""
        if not blocks or not self._known():
            return blocks
        before, after = self._inside(ours), self._inside(theirs)
        if not before and not after:
            return blocks
        partner = {b.before + n: b.after + n for b in blocks for n in range(b.size)}
        while True:
            cut = _cut_terms(partner, before, after)
            if not cut:
                return _to_blocks(partner)
            for index in cut:
                partner.pop(index, None)

    def _inside(self, symbols: str) -> list[range]:
        """The tokens of each occurrence of a term, from the left, the longest first."""
        known = self._by_start
        starts = [k for k in range(len(symbols) - 1) if symbols[k : k + 2] in known]
        found: list[range] = []
        for start in starts:
            if not found or start >= found[-1].stop:
                fits = [t for t in known[symbols[start : start + 2]] if symbols.startswith(t, start)]
                found += [range(start, start + len(t)) for t in fits[:1]]
        return found


@lru_cache(maxsize=16)  # the rules of a language give the same terms to every comparison
def _keys(terms: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """The words of each term of two words or more, as compared."""
    found = {tuple([key(bare(piece)) for piece in spaced_tokens(term)]) for term in terms}
    return tuple([keys for keys in found if len(keys) > 1])


def _cut_terms(partner: dict[int, int], before: list[range], after: list[range]) -> set[int]:
    """Tokens before whose match must go because it holds only a part of a term."""
    cut: set[int] = set()
    for term in before:
        matched = [i for i in term if i in partner]
        if matched and not _together(partner, term):
            cut.update(matched)
    back = {j: i for i, j in partner.items()}
    for term in after:
        matched = [back[j] for j in term if j in back]
        if matched and not _together(back, term):
            cut.update(matched)
    return cut


def _together(partner: dict[int, int], term: range) -> bool:
    """Whether all tokens of the term are matched, to tokens that also stand together."""
    first = partner.get(term.start)
    return first is not None and all(partner.get(i) == first + i - term.start for i in term)


def _to_blocks(partner: dict[int, int]) -> list[CommonRun]:
    blocks: list[CommonRun] = []
    for i in sorted(partner):
        j = partner[i]
        if blocks and blocks[-1].before + blocks[-1].size == i and blocks[-1].after + blocks[-1].size == j:
            blocks[-1] = CommonRun(blocks[-1].before, blocks[-1].after, blocks[-1].size + 1)
        else:
            blocks.append(CommonRun(i, j, 1))
    return blocks
