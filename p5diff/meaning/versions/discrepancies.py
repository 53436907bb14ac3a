"""What a reviser looks for between two language versions: what one has and the other has not.

A difference is told of only inside links that hold, where the other side could have said it and does
not, in no reading of its words, nor in the sentences next to it. Doubt speaks for agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from p5diff import language as languages
from p5diff.language import Language
from p5diff.meaning.pair.basis import content
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence.commitments import leads, marks
from p5diff.meaning.versions import across, denial, glossary
from p5diff.model.alignment import Span
from p5diff.model.comparison import CommitmentMark, Evidence, Side
from p5diff.model.concordance import ConcordLink, Discrepancy, DiscrepancyKind
from p5diff.model.statement import Role, Sentence, Statement

_HOLDS = 0.5
"""Confidence from which a link is likelier right than wrong: below it a difference has no basis."""
_RUNGS = 2
"""Rungs of the ladder between two acts: verbs of neighbouring rungs translate each other."""
_SPARSE = 0.45
"""A side of less than this of the length that the two texts' ratio makes likely: translations differ in
length by a third and more, so only half a sentence missing may tell."""
_USUAL = 3000.0
"""English letters of two texts from which their own ratio of lengths counts more than the usual one."""
_LONG = 60
"""Letters below which the length of a translation says nothing."""
_SMALLEST = 3
"""Small numbers in words that are compared: "two" is "both" or "a pair" elsewhere."""

_TEXTS = frozenset({Role.BODY, Role.TITLE, Role.HEADING})


class _VersionText(NamedTuple):
    """One side: its sentences by id, and what is asked of each."""

    side: Side
    sentences: Mapping[str, Sentence]
    language: Language
    leads: Mapping[str, CommitmentMark]
    marks: Mapping[str, Sequence[CommitmentMark]]

    def texts(self, ids: Sequence[str]) -> list[str]:
        return [self.sentences[i].text for i in ids]


def discrepancies(
    before: Statement, after: Statement, links: Sequence[ConcordLink], rules: Rules
) -> tuple[Discrepancy, ...]:
    """All that differs, in the order of the links."""
    one, two = _read(before, rules, Side.BEFORE), _read(after, rules, Side.AFTER)
    return tuple(_Finder(one, two, links, rules).all())


def anchors(statement: Statement, rules: Rules) -> dict[str, frozenset[str]]:
    """Sentence id → what it names and dates, in words that do not depend on its language."""
    language = languages.get(statement.meta.language)
    found: dict[str, frozenset[str]] = {}
    for sentence in statement.sentences():
        named = {f"{n.category} {n.value}" for n in across.names(sentence.text, rules, language)}
        counted = {f"{a.kind} {a.value}" for a in across.atoms(sentence.text, language) if not a.small}
        found[sentence.id] = frozenset(named | counted)
    return found


def _read(statement: Statement, rules: Rules, side: Side) -> _VersionText:
    found = marks(statement, rules, side)
    return _VersionText(
        side,
        {s.id: s for s in statement.sentences()},
        languages.get(statement.meta.language),
        leads(found),
        found,
    )


class _Claim(NamedTuple):
    """Something that a side of a link says, and the words that say it."""

    value: str
    evidence: Evidence
    small: bool = False


class _Finder:
    """Two texts and their links, link by link."""

    def __init__(
        self, one: _VersionText, two: _VersionText, links: Sequence[ConcordLink], rules: Rules
    ) -> None:
        self._one, self._two, self._links, self._rules = one, two, links, rules
        self._aliases = {(n.category, n.name): n.aliases for n in rules.names}
        self._named = {text.side: self._all_names(text) for text in (one, two)}
        letters = [sum(_letters(s.text) for s in t.sentences.values()) for t in (one, two)]
        self._ratio = (letters[1] + _USUAL * two.language.DENSITY) / (
            letters[0] + _USUAL * one.language.DENSITY
        )

    def all(self) -> Iterator[Discrepancy]:
        for at, link in enumerate(self._links):
            if link.confidence < _HOLDS:
                continue
            if link.before and link.after:
                yield from self._figures(at, link)
                yield from self._names(at, link)
                yield from self._denials(link)
                yield from self._acts(link)
                yield from self._length(link)
            else:
                yield from self._alone(link)

    # ---- sentences

    def _alone(self, link: ConcordLink) -> Iterator[Discrepancy]:
        text, ids = (self._one, link.before) if link.before else (self._two, link.after)
        kind = DiscrepancyKind.ONLY_BEFORE if link.before else DiscrepancyKind.ONLY_AFTER
        if all(text.sentences[i].role in _TEXTS for i in ids):
            other = (self._two if link.before else self._one).language.NAME
            said = f"the {other} text has no counterpart"
            whole = tuple(_quote(text, i, 0, len(text.sentences[i].text)) for i in ids)
            yield Discrepancy(
                kind=kind, before=link.before, after=link.after, evidence=whole, explanation=said
            )

    def _length(self, link: ConcordLink) -> Iterator[Discrepancy]:
        ours = sum(map(_letters, self._one.texts(link.before))) * self._ratio
        theirs = sum(map(_letters, self._two.texts(link.after)))
        if max(ours, theirs) >= _LONG * max(self._ratio, 1.0) and min(ours, theirs) < _SPARSE * max(
            ours, theirs
        ):
            short = self._one if ours < theirs else self._two
            share = round(100 * min(ours, theirs) / max(ours, theirs))
            yield self._found(
                DiscrepancyKind.LENGTH,
                link,
                f"the {short.language.NAME} side has {share} % of the length that the texts make likely",
            )

    # ---- figures and dates

    def _figures(self, at: int, link: ConcordLink) -> Iterator[Discrepancy]:
        ours, theirs = self._atoms(self._one, link.before), self._atoms(self._two, link.after)
        near_ours, near_theirs = self._near(at, Side.BEFORE), self._near(at, Side.AFTER)
        for kind, kinds in ((DiscrepancyKind.DATE, ("day", "year")), (DiscrepancyKind.NUMBER, ("number",))):
            lost = self._unmatched(self._one, ours, kinds, self._two, near_theirs)
            come = self._unmatched(self._two, theirs, kinds, self._one, near_ours)
            yield from self._differing(kind, link, lost, come)

    def _atoms(self, text: _VersionText, ids: Sequence[str]) -> list[tuple[str, across.Atom]]:
        return [(i, a) for i in ids for a in across.atoms(text.sentences[i].text, text.language)]

    def _unmatched(
        self,
        text: _VersionText,
        found: Sequence[tuple[str, across.Atom]],
        kinds: Sequence[str],
        other: _VersionText,
        near: Sequence[str],
    ) -> list[_Claim]:
        words = other.texts(near)
        readings = frozenset().union(*(across.readings(w, other.language) for w in words))
        days = [a.value for w in words for a in across.atoms(w, other.language) if a.kind == "day"]
        claims: dict[str, _Claim] = {}
        for sentence, atom in found:
            if atom.kind not in kinds or (atom.small and int(atom.value) < _SMALLEST):
                continue
            if atom.kind == "day":
                same = any(across.agree(atom.value, day) for day in days)
            else:
                same = atom.value in readings
            if not same:
                quoted = _quote(text, sentence, atom.start, atom.end)
                claims.setdefault(atom.value, _Claim(atom.value, quoted, atom.small))
        return list(claims.values())

    def _differing(
        self, kind: DiscrepancyKind, link: ConcordLink, lost: Sequence[_Claim], come: Sequence[_Claim]
    ) -> Iterator[Discrepancy]:
        """One for each that became another, in order; then those of one side alone, where they are not
        small: a number in words may be said in other words."""
        for one, two in zip(lost, come, strict=False):
            said = f"{one.evidence.text} on one side, {two.evidence.text} on the other"
            yield self._found(kind, link, said, one.evidence, two.evidence)
        paired = min(len(lost), len(come))
        for text, claim in [
            *((self._two, c) for c in lost[paired:]),
            *((self._one, c) for c in come[paired:]),
        ]:
            if not claim.small:
                said = f"{claim.evidence.text}: the {text.language.NAME} side does not have it"
                yield self._found(kind, link, said, claim.evidence)

    # ---- names

    def _names(self, at: int, link: ConcordLink) -> Iterator[Discrepancy]:
        for kind in (
            DiscrepancyKind.INSTRUMENT,
            DiscrepancyKind.SYMBOL,
            DiscrepancyKind.BODY,
            DiscrepancyKind.STATE,
        ):
            lost = self._unnamed(kind.value, self._one, link.before, self._two, self._near(at, Side.AFTER))
            come = self._unnamed(kind.value, self._two, link.after, self._one, self._near(at, Side.BEFORE))
            paired = min(len(lost), len(come))
            yield from self._differing(kind, link, lost[:paired], come[:paired])
            for claims, other, ids in ((lost, self._two, link.after), (come, self._one, link.before)):
                for claim in claims[paired:]:
                    named = claim.value in self._named[other.side]
                    if not named and not self._may_mean(kind.value, claim.value, other, ids):
                        said = f"{claim.evidence.text}: the {other.language.NAME} text names it nowhere"
                        yield self._found(kind, link, said, claim.evidence)

    def _unnamed(
        self, category: str, text: _VersionText, ids: Sequence[str], other: _VersionText, near: Sequence[str]
    ) -> list[_Claim]:
        """What one side names and the other, with the sentences next to it, does not; left out is what the
        rules have no name for in the other language."""
        there = {n.value for w in other.texts(near) for n in across.names(w, self._rules, other.language)}
        claims: dict[str, _Claim] = {}
        for i in ids:
            for name in across.names(text.sentences[i].text, self._rules, text.language):
                if name.category != category or name.value in there:
                    continue
                known = self._aliases.get((category, name.value), {}).get(other.language.CODE)
                if category == "symbol" or known:
                    claims.setdefault(name.value, _Claim(name.value, _quote(text, i, name.start, name.end)))
        return list(claims.values())

    def _may_mean(self, category: str, value: str, other: _VersionText, ids: Sequence[str]) -> bool:
        """Whether words of a name stand in some sentences outside of other names: "the Charter"."""
        aliases = self._aliases.get((category, value), {}).get(other.language.CODE, ())
        parts = {w for alias in aliases for w in content(_LETTERS.sub(" ", alias), other.language)}
        for words in other.texts(ids):
            rest = words
            for name in across.names(words, self._rules, other.language):
                rest = rest[: name.start] + "|" * (name.end - name.start) + rest[name.end :]
            if parts & set(content(rest, other.language)):
                return True
        return False

    def _all_names(self, text: _VersionText) -> frozenset[str]:
        return frozenset(
            n.value for s in text.sentences.values() for n in across.names(s.text, self._rules, text.language)
        )

    # ---- acts

    def _denials(self, link: ConcordLink) -> Iterator[Discrepancy]:
        """What one side denies, where no word of the other could deny anything."""
        sides = (self._one, link.before), (self._two, link.after)
        for (text, ids), (other, theirs) in (sides, sides[::-1]):
            found = [
                _quote(text, i, start, end)
                for i in ids
                for start, end in denial.denied(
                    text.sentences[i].text, self._name_spans(text, i), text.language
                )
            ]
            beside = sum(
                denial.besides(text.sentences[i].text, self._name_spans(text, i), text.language) for i in ids
            )
            if found and all(
                denial.affirms(other.sentences[j].text, self._name_spans(other, j), other.language, beside)
                for j in theirs
            ):
                said = (
                    f"denied in the {text.language.NAME} text (“{found[0].text}”), "
                    f"by no word of the {other.language.NAME}"
                )
                yield self._found(DiscrepancyKind.POLARITY, link, said, *found)
                return

    def _name_spans(self, text: _VersionText, sentence: str) -> list[tuple[int, int]]:
        words = text.sentences[sentence].text
        return [(n.start, n.end) for n in across.names(words, self._rules, text.language)]

    def _acts(self, link: ConcordLink) -> Iterator[Discrepancy]:
        """Acts that lie rungs apart, where neither side does in any words what the other does."""
        if len(link.before) != 1 or len(link.after) != 1:
            return
        one, two = self._one.leads.get(link.before[0]), self._two.leads.get(link.after[0])
        if one is None or two is None or one.strength is None or two.strength is None:
            return
        if abs(one.strength - two.strength) < _RUNGS or one.negated is not two.negated:
            return
        ours, theirs = self._rungs(self._one, link.before[0]), self._rungs(self._two, link.after[0])
        ours_text, theirs_text = (self._one, link.before[0]), (self._two, link.after[0])
        if any(abs(one.strength - s) < _RUNGS for s in theirs) or any(
            abs(two.strength - s) < _RUNGS for s in ours
        ):
            return
        acts = (self._act(self._one, one), self._act(self._two, two))
        if not all(acts) or acts[0] & _senses(*theirs_text) or acts[1] & _senses(*ours_text):
            return
        said = f"{one.rung} ({one.lead_verb}) on one side, {two.rung} ({two.lead_verb}) on the other"
        yield self._found(DiscrepancyKind.STRENGTH, link, said, *one.evidence, *two.evidence)

    def _act(self, text: _VersionText, act: CommitmentMark) -> frozenset[str]:
        """What the words say that an act rests on: nothing for "shall" and "is", which languages put in
        each other's place; then no act is held against it."""
        return frozenset[str]().union(*(glossary.senses(e.text, text.language) for e in act.evidence))

    def _rungs(self, text: _VersionText, sentence: str) -> list[int]:
        """The rungs of all acts in a sentence."""
        return [m.strength for m in text.marks.get(sentence, ()) if m.strength is not None]

    # ---- common

    def _near(self, at: int, side: Side) -> list[str]:
        """The sentences of a link's side and of the links next to it."""
        return [i for link in self._links[max(at - 1, 0) : at + 2] for i in _side(link, side)]

    def _found(self, kind: DiscrepancyKind, link: ConcordLink, said: str, *evidence: Evidence) -> Discrepancy:
        return Discrepancy(
            kind=kind, before=link.before, after=link.after, evidence=evidence, explanation=said
        )


_LETTERS = re.compile(r"[^\w'’]+")
"""What is no letter in the pattern of an alias."""


def _senses(text: _VersionText, sentence: str) -> frozenset[str]:
    return glossary.senses(text.sentences[sentence].text, text.language)


def _side(link: ConcordLink, side: Side) -> tuple[str, ...]:
    return link.before if side is Side.BEFORE else link.after


def _quote(text: _VersionText, sentence: str, start: int, end: int) -> Evidence:
    words = text.sentences[sentence].text
    return Evidence(side=text.side, sentence=sentence, span=Span(start, end), text=words[start:end])


def _letters(text: str) -> int:
    return sum(not c.isspace() for c in text)
