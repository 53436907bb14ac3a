"""How much speaks for linking some sentences of one text with some of another, in nats.

Each kind of evidence is a log odds: positive where it is likelier between translations than between
sentences met by chance. All of it is the same when the sides are swapped.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from p5diff.align.concord.units import Unit
from p5diff.align.semantic import Likeness
from p5diff.align.semantic.odds import MeaningOdds
from p5diff.language import Language


class SentenceGroup(NamedTuple):
    """Sentences of the two sides that go together, by number; one side may be empty."""

    before: range
    after: range


_PRIOR = {
    (1, 1): 0.89,
    (1, 0): 0.015,
    (0, 1): 0.015,
    (1, 2): 0.04,
    (2, 1): 0.04,
    (2, 2): 0.002,
    (1, 3): 0.004,
    (3, 1): 0.004,
}
"""How often each shape occurs: the figures of Gale and Church, their 2-1 shared between directions. Two with
two is rarer here than their 0.011: they had lengths alone to tell it from one with one, twice. A sentence
without a counterpart is half as usual again as theirs, whose texts were whole."""
PRIORS = {shape: math.log(chance) for shape, chance in _PRIOR.items()}
_VARIANCE_AT_FIRST = 6.8
"""Variance of the length of a translation per letter, to begin with (Gale and Church 1993)."""
_VARIANCES = (4.0, 25.0)
"""What it may be learned to be: between languages of one family, and with Chinese or Arabic."""
_USUAL = 3000.0
"""English letters of two texts from which their own ratio of lengths counts more than the one usual
between their languages: a page and a half, of which a missing sentence is a small part."""
_FARTHEST = 10.0
"""Most that lengths alone say against a link: an abridged translation is one nevertheless."""
_RARE = 3.5
"""Most that one anchor says: that of a name that one sentence in thirty holds."""
_ANCHORS = 8.0
"""Most that all anchors of a link say together."""
_LACKING = 0.7
"""What a figure that only one side has says against; a name may be spoken of as "the Treaty"."""
_BOTH_OPEN = 0.8
_ONE_OPENS = -1.2
_ACROSS = -2.5
"""That both sides open a paragraph, that one does, and that a group holds the break of one. Measured
on pairs whose paragraphs correspond, with the weight halved where their numbers differ."""
_ROLE = -3.0
_RANK = 4.0
_OTHER_RANK = -4.0
"""A heading beside a text; labels that count the same, or not."""
_COGNATE = 0.15
"""What a pair of words of like sound is worth beside one that was learned."""
_WORTH = 0.25
_MATCHED = 1.6
_EXPECTED = 0.2
"""What a word weighs beside its rarity, worth of a matched one, and what of their weight two sentences
are expected to match by chance: so much is taken off. Set by
judgement, looking at pairs of the Declaration; no search was made."""
_SENSE_KEPT = 0.75
"""How often a translation keeps what an entry of the list of words stands for: twice the entries that two
linked paragraphs share, beside those that either has (0.68–0.86 in the 15 pairs of the Declaration)."""
_SENSE_TOLD = 0.7
"""What an entry weighs of its log odds: entries go together, and one word may open several."""
_SENSE_USUAL = 0.03
_BEYOND = 20.0
"""How often an entry stands in a sentence of texts at large, and for how many sentences that knowledge
counts: in a text of one page its own figures say little."""
_SENSE_MOST = 3.5
"""Most that one entry says, as with a name."""
_SENSES = (-10.0, 12.0)
"""Least and most that all entries of a link say together."""
_WORDS = (-4.0, 10.0)
"""Least and most that all words of a link say together."""


class Lexicon:
    """Words that stand in the same links more often than by chance (Dunning's G²)."""

    def __init__(self, one: Sequence[Unit], two: Sequence[Unit], path: Sequence[SentenceGroup]) -> None:
        self.links = max(len(path), 1)
        self.before: Counter[str] = Counter()
        self.after: Counter[str] = Counter()
        self.both: Counter[tuple[str, str]] = Counter()
        for group in path:
            ours = frozenset().union(*(one[i].words for i in group.before))
            theirs = frozenset().union(*(two[j].words for j in group.after))
            self.before.update(ours)
            self.after.update(theirs)
            self.both.update(product(ours, theirs))
        self.partners: dict[str, list[str]] = {}
        for (a, b), count in self.both.items():
            if count >= _TWICE and self._surprise(count, self.before[a], self.after[b]) >= _SURE:
                self.partners.setdefault(a, []).append(b)

    def _surprise(self, both: int, a: int, b: int) -> float:
        """Dunning's log likelihood ratio of two words standing together."""
        n = self.links
        cells = ((both, a, b), (a - both, a, n - b), (b - both, n - a, b), (n - a - b + both, n - a, n - b))
        return 2 * sum(k * math.log(k * n / (r * c)) for k, r, c in cells if k > 0)

    def worth(self, a: str, b: str, own: bool) -> float:
        """How firmly two words belong together [0, 1]: the share of their links that hold both; `own`
        leaves out the link that is being judged, which cannot be its own witness."""
        both = self.both[a, b] - own
        either = self.before[a] + self.after[b] - both - 2 * own
        return both / either if both >= _TWICE and either > 0 else 0.0


_TWICE = 2
"""Links in which two words stand together before that means anything."""
_SURE = 12.0
"""G² from which it is not chance: about p = 0.0005 for one pair of words (chi squared, one degree of
freedom), strict because many pairs are tried."""


class TranslationEvidence:
    """All that two texts offer, ready to be asked."""

    def __init__(
        self,
        one: Sequence[Unit],
        two: Sequence[Unit],
        before: Language,
        after: Language,
    ) -> None:
        self.one, self.two = one, two
        self._meaning: MeaningOdds | None = None
        ours = sum(u.size for u in one) / before.DENSITY + _USUAL
        theirs = sum(u.size for u in two) / after.DENSITY + _USUAL
        self._scale = math.sqrt(theirs * after.DENSITY / (ours * before.DENSITY))
        self._variance = _VARIANCE_AT_FIRST
        self._sounds = before.SEPARATOR != "" and after.SEPARATOR != ""
        blocks = one[-1].block + 1 if one else 0, two[-1].block + 1 if two else 0
        alike = min(blocks) / max(*blocks, 1)
        self._structure = 1.0 if alike >= 0.8 else 0.5
        self._rarity = _rarities(one, two)
        self._senses = _sense_odds(one, two)
        self._lexicon: Lexicon | None = None
        self._link_of: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._kept: dict[tuple[int, int, int, int], float] = {}
        self._told: dict[tuple[int, int, int, int], float] = {}
        self._weights = _weights(one), _weights(two)
        self._sound_weights = _weights([*one, *two], sounds=True)
        self._expected = [
            [_WORTH * sum(rare[w] for w in sorted(u.words)) for u in side]
            for side, rare in zip((one, two), self._weights, strict=True)
        ]
        self._lexical: dict[tuple[int, int], float] = {}

    def learn(self, lexicon: Lexicon, path: Sequence[SentenceGroup]) -> None:
        """Take what an alignment teaches: words that go together, how lengths vary."""
        self._lexicon = lexicon
        self._link_of = (
            {i: n for n, group in enumerate(path) for i in group.before},
            {j: n for n, group in enumerate(path) for j in group.after},
        )
        spread = [
            delta**2 * self._variance
            for group in path
            if group.before and group.after
            for delta in [self.delta(group)]
        ]
        if len(spread) >= 10:
            middle = sorted(spread)[len(spread) // 2] / 0.455  # median of chi² with one degree
            self._variance = min(max(middle, _VARIANCES[0]), _VARIANCES[1])
        self._kept.clear()
        self._lexical.clear()

    def delta(self, group: SentenceGroup) -> float:
        """How far the lengths are from each other, in standard deviations, above 0 where after is long."""
        ours = sum(self.one[i].size for i in group.before) * self._scale
        theirs = sum(self.two[j].size for j in group.after) / self._scale
        return (theirs - ours) / math.sqrt((ours + theirs) / 2 * self._variance)

    def score(self, group: SentenceGroup) -> float:
        """The log odds of the group, its shape included."""
        key = (group.before.start, len(group.before), group.after.start, len(group.after))
        if key not in self._kept:
            self._kept[key] = PRIORS[key[1], key[3]] + self.odds(group)
        return self._kept[key]

    def pair(self, i: int, j: int) -> float:
        """The log odds of one sentence with one, whatever its place."""
        return self.odds(SentenceGroup(range(i, i + 1), range(j, j + 1)))

    def odds(self, group: SentenceGroup) -> float:
        """The log odds of a link, whatever its shape and place."""
        if not group.before or not group.after:
            return 0.0
        return -min(_length_cost(abs(self.delta(group))), _FARTHEST) + self._shape(group) + self.matter(group)

    def matter(self, group: SentenceGroup) -> float:
        """What the words, names and meaning say, lengths and structure apart."""
        key = (group.before.start, len(group.before), group.after.start, len(group.after))
        if key not in self._told:  # what no lesson changes is worked out once
            self._told[key] = self._anchored(group) + self._sensed(group)
        return self._told[key] + self._worded(group) + self._meant(group)

    def _shape(self, group: SentenceGroup) -> float:
        a, b = self.one[group.before[0]], self.two[group.after[0]]
        found = _BOTH_OPEN if a.first and b.first else _ONE_OPENS if a.first is not b.first else 0.0
        found += _ACROSS * sum(self.one[i].first for i in group.before[1:])
        found += _ACROSS * sum(self.two[j].first for j in group.after[1:])
        found *= self._structure
        if a.role is not b.role:
            found += _ROLE
        if a.rank and b.rank:
            found += _RANK if a.rank == b.rank else _OTHER_RANK
        return found

    def _anchored(self, group: SentenceGroup) -> float:
        ours = frozenset().union(*(self.one[i].anchors for i in group.before))
        theirs = frozenset().union(*(self.two[j].anchors for j in group.after))
        found = sum(self._rarity[a] for a in sorted(ours & theirs))
        lacking = sum(a.startswith("figure") for a in ours ^ theirs)
        return min(found, _ANCHORS) - _LACKING * min(lacking, 3)

    def _sensed(self, group: SentenceGroup) -> float:
        ours = frozenset().union(*(self.one[i].senses for i in group.before))
        theirs = frozenset().union(*(self.two[j].senses for j in group.after))
        shared, apart = self._senses
        found = sum([shared[s] for s in sorted(ours & theirs)]) + sum(
            [apart[s] for s in sorted(ours ^ theirs)]
        )
        return min(max(_SENSE_TOLD * found, _SENSES[0]), _SENSES[1])

    def _worded(self, group: SentenceGroup) -> float:
        if not self._sounds and self._lexicon is None:
            return 0.0
        matched = sum(self._words(i, j) for i in group.before for j in group.after)
        weight = sum(self._expected[0][i] for i in group.before) + sum(
            self._expected[1][j] for j in group.after
        )
        return min(max(_MATCHED * matched - _EXPECTED * weight * self._share(), _WORDS[0]), _WORDS[1])

    def _share(self) -> float:
        """Part of the words that anything is known of: little before the first lesson."""
        return 0.5 if self._lexicon is None else 1.0

    def _words(self, i: int, j: int) -> float:
        if (i, j) not in self._lexical:
            self._lexical[i, j] = self._match(i, j)
        return self._lexical[i, j]

    def _match(self, i: int, j: int) -> float:
        a, b = self.one[i], self.two[j]
        found = 0.0
        if self._sounds:
            found += _COGNATE * sum(self._sound_weights[s] for s in sorted(a.sounds & b.sounds))
        if self._lexicon is None:
            return found
        own = self._link_of[0].get(i) == self._link_of[1].get(j)
        ours, theirs = self._weights
        taken: dict[str, float] = {}
        for word in sorted(a.words):
            near = [
                (self._lexicon.worth(word, other, own), other)
                for other in self._lexicon.partners.get(word, ())
                if other in b.words
            ]
            worth, other = max(near, default=(0.0, ""))
            if worth:
                taken[other] = max(taken.get(other, 0.0), worth * (ours[word] + theirs[other]) / 2)
        return found + sum(taken[w] for w in sorted(taken)) / 2

    def ask(self, likeness: Likeness, groups: Sequence[tuple[SentenceGroup, bool]]) -> None:
        """Take a model of meaning to witness between the sentences of the groups that are open, and no
        others; of each group it is told whether it is open."""
        sure = [(g.before[0], g.after[0]) for g, is_open in groups if not is_open and _single(g)]
        asked = (
            frozenset(i for g, is_open in groups if is_open for i in g.before),
            frozenset(j for g, is_open in groups if is_open for j in g.after),
        )
        self._meaning = MeaningOdds(lambda i, j: likeness(self.one[i].id, self.two[j].id), asked, sure)
        self._kept.clear()

    def _meant(self, group: SentenceGroup) -> float:
        return 0.0 if self._meaning is None else self._meaning.odds(group.before, group.after)


def _single(group: SentenceGroup) -> bool:
    return len(group.before) == len(group.after) == 1


@lru_cache(maxsize=65536)
def _length_cost(delta: float) -> float:
    return -math.log(max(math.erfc(delta / math.sqrt(2)), 1e-12))


def _rarities(one: Sequence[Unit], two: Sequence[Unit]) -> dict[str, float]:
    """Anchor → what it says that two sentences share it: little where many have it."""
    counts = Counter(a for u in (*one, *two) for a in u.anchors)
    total = max(len(one) + len(two), 2)
    return {a: min(max(math.log(total / n), 0.1), _RARE) for a, n in counts.items()}


def _sense_odds(one: Sequence[Unit], two: Sequence[Unit]) -> tuple[dict[str, float], dict[str, float]]:
    """Entry → what it says that both sides of a link have it, and that one has: little where many have it.
    The link itself is left out, which cannot be its own witness."""
    counts = Counter(s for u in (*one, *two) for s in u.senses)
    total = len(one) + len(two) + _BEYOND
    usual = _SENSE_USUAL * _BEYOND
    shared = {s: _SENSE_KEPT * (total - 2) / (max(n - 2, 0) + usual) for s, n in counts.items()}
    apart = {s: (1 - (n - 1 + usual) / (total - 1)) / (1 - _SENSE_KEPT) for s, n in counts.items()}
    return (
        {s: _between(math.log(odds)) for s, odds in shared.items()},
        {s: -_between(math.log(odds)) for s, odds in apart.items()},
    )


def _between(odds: float) -> float:
    return min(max(odds, 0.0), _SENSE_MOST)


def _weights(units: Iterable[Unit], *, sounds: bool = False) -> dict[str, float]:
    """Word → how rare it is, in nats."""
    listed = list(units)
    counts = Counter(w for u in listed for w in (u.sounds if sounds else u.words))
    return {w: math.log(max(len(listed), 2) / n) for w, n in counts.items()}
