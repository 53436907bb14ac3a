"""No highlight starts or ends inside a term: 不扩散核武器条约 is changed whole or kept whole.

Worked example. "Treaty on Fisheries" → "Treaty on Forests", both listed: the whole name is deleted and
the whole name inserted, though two words of three are the same.
"""

from __future__ import annotations

from p5diff.align.units.wordtext import Reader
from p5diff.align.words.lcs import CommonRun


class WholeTerms:
    """Terms that no highlight may cut, as symbols."""

    def __init__(self, terms: frozenset[str], reader: Reader) -> None:
        self._by_start: dict[str, list[str]] = {}
        spelled = {reader.symbols(term) for term in terms}
        for symbols in sorted(spelled, key=lambda s: (-len(s), s)):
            if len(symbols) > 1:
                self._by_start.setdefault(symbols[:2], []).append(symbols)

    def keep_whole(self, blocks: list[CommonRun], ours: str, theirs: str) -> list[CommonRun]:
        """Give up matches that hold only a part of a term on either side, until none does."""
        if not blocks or not self._by_start:
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
