"""What changed in meaning inside a pair: strength, qualifiers, scope, actor, deadline, negation.

Say less rather than wrong. A shift stands only on ground that both sides share: the words around it
correspond, it governs the same object, and the same actor acts. A pair that is recast has none.

Strength goes by the rung of the ladder first, then by the degrees of a scale (`scales.toml`), which
tell apart what stands on one rung. Where a digest stands beside a text that is none, a direction is
"not comparable", since its wording is a paraphrase. Nothing but strength is compared across
languages.

Worked example. "The States will report yearly." → "The States intend to report yearly.": the same
actor, the same object, and "will" stands on a higher rung than "intend to": strength, weaker, with both
words as evidence. "The States will report." → "Observers intend to sing." has no such ground: nothing
is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from p5diff.language import Language, get
from p5diff.meaning import (
    attached,
    bearers,
    clauses,
    degrees,
    drafts,
    due,
    enumeration,
    frames,
    fulfilled,
    groups,
    outright,
    predicates,
    rewritten,
    summons,
    turned,
    who,
)
from p5diff.meaning.basis import content, is_content, shared
from p5diff.meaning.correspondence import Correspondence, SideWords, side_words
from p5diff.meaning.degrees import CALL, ENGAGEMENT, MODAL, NEGATION, PACE, DegreeChange, PlacedDegree
from p5diff.meaning.parties import shifts as parties_of
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.words import WordForm, scan
from p5diff.meaning.reading import LONGEST, Reading, read
from p5diff.meaning.reading import deeds as deeds_in
from p5diff.meaning.reading import degrees as degrees_in
from p5diff.meaning.rules.deedfile import DONE
from p5diff.meaning.rules.instruments import InstrumentName
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.speech import AHEAD, PLAIN, SHAPES, SpeechAct
from p5diff.model.alignment import Pair, PairKind
from p5diff.model.comparison import (
    ASPECTS,
    DOWN,
    UP,
    Evidence,
    MarkKind,
    Shift,
    Side,
    Verdict,
)
from p5diff.model.statement import Edition, Metadata, Role, Sentence

_LOOKED_AT = frozenset({PairKind.REWORDED})
_COMPARED = 0.4
"""Share of the shorter side's words of content that the other must have for anything to be said
[0, 1]: below it, what came or went is part of another thought."""
_SAME_MATTER = 0.5
"""Share of the words of content of both clauses from which two acts are about one matter [0, 1],
where no word around the verbs itself corresponds."""
_ITEM = {False: 3, True: 8}
"""Longest item of a list that is told of as such, in words; in Chinese (True) in characters."""
_SUBJECT = 6
"""Longest subject that is told of as an actor without being a known name, in words."""
_COMMAS = frozenset(",،、，")
_TORN = frozenset("()[]（）【】#")
"""What stands around an abbreviation or in an open draft, and is no item of a list."""
_WITHIN = frozenset("'’-·")
"""Marks inside words."""
_BLANK = "##"
"""What drafts print for words still to come."""
_LIST = 8
"""Words around an item among which another comma or conjunction shows that the list has more."""
_BESIDE = 3
"""Words on either side of where an item went among which another in its place shows that the list was
written anew."""
_SAME_LIST = 0.75
"""Share of the clause that must be the same for an item of its list to have come or gone [0, 1]."""
_QUOTED = 48
"""Longest quotation of the words a verdict rests on, in characters; half as many without spaces."""
_NO_ITEM = frozenset({MODAL, ENGAGEMENT, NEGATION, "hedge"})
"""Scales whose words show a clause or a condition, which is no item; "supporting employment" is one."""
INTENSIFIER = "intensifier"
"""The scale of adverbs that strengthen a verb."""
_UNRANKED = PLAIN | {"tell", "hear"}
"""Acts that only say how things are or were: what they are exchanged for is no stronger or weaker."""
_PROMISED = frozenset({"decide", "undertake", "intend"})
"""Acts by which something is undertaken that may be told of as done later."""
_TOLD = frozenset({"tell", "narrate"})
"""Acts that tell of what was done."""
_NO_ACTS = frozenset({MODAL, "evidence"})
"""Scales whose words are no acts of those who speak, whatever acts the same words are elsewhere."""
RESTATEMENT = "restatement"
"""The scale of "reaffirm" and "recall"."""
RESTATED = "restate"
"""The act, and the degree of engagement, of who holds to what was undertaken."""
_UNDERTAKEN = frozenset({"decide", "undertake", RESTATED})
"""Acts between which "commit" and "remain committed" stand."""
_OPENING = 4
"""Words before its actor that a clause may open with: "In this regard, the Parties"."""
_DENIED_BY = 2
"""Words from a modal verb within which "not" denies what it governs: "will, however, not"."""
_PARAPHRASE = "a digest paraphrases: its verbs are p5diff's words, not the authors'"
_Due = tuple[tuple[int, int, int] | str, int, int]
"""A deadline: its day or its words, and the words `[first, last)` of the side."""
_Name = tuple[str, str, int, int]


class _FoundDue(NamedTuple):
    """A deadline with what tells it from others, and whether it is one where it stands."""

    key: tuple[int, int, int] | str
    place: _Due
    holds: bool


def shifts(pair: Pair, before: Metadata, after: Metadata, rules: Rules) -> tuple[Shift, ...]:
    """The shifts of one pair, in the order of `ASPECTS`; none where the pair is not reworded."""
    if not is_looked_at(pair):
        return ()
    if before.language != after.language:
        return ()  # across languages no word corresponds, so no verdict has ground
    language = get(before.language)
    found = drafts.events(pair, language)
    both = _Pair(pair, before, after, rules)
    if _is_comparable(pair, language):
        read = both.shifts()
    else:
        bearer = both.other_bearer()
        read = [bearer] if bearer is not None else both.deed_written_anew()
    found += [s for s in read if not drafts.claims_nothing(s, pair, language)]
    return tuple(sorted(found, key=lambda s: ASPECTS.index(s.aspect)))


def is_looked_at(pair: Pair) -> bool:
    """Whether a pair may have shifts at all: reworded, of the body, and of a length that can be read."""
    if pair.kind not in _LOOKED_AT or any(s.role is not Role.BODY for s in (*pair.before, *pair.after)):
        return False
    return not any(len(s.text) > LONGEST for s in (*pair.before, *pair.after))


def _is_comparable(pair: Pair, language: Language) -> bool:
    one = content(pair.before_text(language.CODE), language)
    two = content(pair.after_text(language.CODE), language)
    return shared(one, two) >= _COMPARED * min(len(one), len(two))


class _SideAct(NamedTuple):
    """One act of a side, by the numbers of the side's words."""

    act: SpeechAct
    first: int
    last: int
    strength: int | None
    rung: str


class _Pair:
    """One pair of one language, with what corresponds in it."""

    def __init__(self, pair: Pair, before: Metadata, after: Metadata, rules: Rules) -> None:
        self.rules = rules
        self.language = get(before.language)
        self.meta = before, after
        self.sides = (
            side_words(Side.BEFORE, pair.before, self.language),
            side_words(Side.AFTER, pair.after, self.language),
        )
        self.ground = Correspondence(*self.sides, not self.language.SEPARATOR)
        self._placed: dict[Side, list[PlacedDegree]] = {}
        self._done: dict[Side, list[_SideAct]] = {}
        self._due: dict[Side, list[_FoundDue]] = {}

    def shifts(self) -> list[Shift]:
        """All shifts, in no order."""
        acts = self._acts(self.sides[0]), self._acts(self.sides[1])
        done = self._carried_out() or self._told_as_done(acts)
        if done is not None:
            return [done]
        group = self._other_group()  # before the words of degrees are let go of
        before, after = (self._degrees(side) for side in self.sides)
        found = self._degree_changes(before, after, acts)
        if group is not None:
            # What the words of the group are worth elsewhere ("member States") says nothing beside it.
            found = [f for f in found if f.scale.aspect not in {"scope", "negation"}]
        actor = group or self._actor(acts)
        result = [actor] if actor is not None else self._strength(found, acts)
        scales = {f.scale.id for f in found}
        anew = [
            f for f in turned.find(self.sides, (before, after), self.language) if f.scale.id not in scales
        ]
        anew = [f for f in anew if group is None or f.scale.aspect != "scope"]
        found += anew
        conditions = list(clauses.find(self.ground, before, after))
        conditions += frames.find(self.ground, before, after)
        found = [f for f in found if not any(clauses.inside(f, c) for c in conditions)] + conditions
        if any(f.scale.id == PACE for f in found) and (self._is_told() or self._has_other_dates()):
            found = [f for f in found if f.scale.id != PACE]
        if any(f.scale.between for f in found) and not self._tells_all_or_any():
            found = [f for f in found if not f.scale.between]
        result += self._plain([f for f in found if f.scale.aspect != "strength"])
        parties = list(parties_of(*self.sides, self.rules, self.language))
        # "All" that came elsewhere in the sentence takes no item's place.
        if (
            group is None
            and not parties
            and not any(f.scale.aspect == "scope" for f in found if f not in anew)
        ):
            result += [*self._alternatives()] or [*self._items()]
        result += parties
        due_by = list(self._deadlines())
        return [s for s in result if not _is_part_of(s, due_by)] + due_by

    def _degree_changes(
        self,
        before: Sequence[PlacedDegree],
        after: Sequence[PlacedDegree],
        acts: tuple[list[_SideAct], list[_SideAct]],
    ) -> list[DegreeChange]:
        """The words of degree that changed; of strength by the first way that finds any, the surest first."""
        found = degrees.compare(self.ground, before, after)
        if not _tells_strength(found):
            found += list(outright.find(self.ground, before, after, self.language))[:1]
        if not _tells_strength(found):
            found += summons.find(self.ground, before, after, self.rules, self.language)
        if not _tells_strength(found) and self._by_rung(acts) is None:
            found += self._written_anew(before, after, acts)
            if not _tells_strength(found):
                found += self._of_one_deed(before, after, acts)
        return found

    # ------------------------------------------------------------ reading the sides

    def _degrees(self, side: SideWords) -> list[PlacedDegree]:
        if side.side not in self._placed:
            self._placed[side.side] = self._find_degrees(side)
        return self._placed[side.side]

    def _find_degrees(self, side: SideWords) -> list[PlacedDegree]:
        found = [
            [
                m
                for m in degrees_in(s.text, self.rules, self.language)
                if (m.item.scale.aspect != "strength" or not drafts.stands_open(s.text, m.start))
                and (not m.item.scale.embedded or self._is_embedded(s, m.start))
            ]
            for s in side.sentences
        ]
        return degrees.placed(side, found)

    def _is_embedded(self, sentence: Sentence, at: int) -> bool:
        """Whether a place stands in a clause inside another: behind what opens one, with no mark between."""
        openers = [m.end for m in self._read(sentence).spans("embeds") if m.end <= at]
        if not openers:
            return False
        between = sentence.text[max(openers) : at]
        return all(c.isalnum() or c.isspace() or c in _WITHIN for c in between)

    def _acts(self, side: SideWords) -> list[_SideAct]:
        """The acts of a side, the one that counts first, first."""
        if side.side not in self._done:
            self._done[side.side] = self._find_acts(side)
        return self._done[side.side]

    def _find_acts(self, side: SideWords) -> list[_SideAct]:
        found: list[_SideAct] = []
        for offset, sentence in zip(side.offsets, side.sentences, strict=True):
            for act in read(sentence.text, self.rules, self.language).known_acts:
                if drafts.stands_open(sentence.text, act.span.start):
                    continue
                rung = self.rules.ladder.rung(act.act.id)
                strength = rung.strength if rung else None
                found.append(
                    _SideAct(act, act.first + offset, act.last + offset, strength, rung.id if rung else "")
                )
        return sorted(found, key=lambda a: (a.act.act.order, a.first))

    # ------------------------------------------------------------ strength

    def deed_written_anew(self) -> list[Shift]:
        """The one deed that both sides bind to in words of another strength, where hardly anything else of
        the two sentences is the same."""
        acts = self._acts(self.sides[0]), self._acts(self.sides[1])
        before, after = (self._degrees(side) for side in self.sides)
        found = self._written_anew(before, after, acts) or self._of_one_deed(
            before, after, acts, one_verb=True
        )
        return [self._of_finding(f) for f in found][:1]

    def _written_anew(
        self,
        before: Sequence[PlacedDegree],
        after: Sequence[PlacedDegree],
        acts: tuple[list[_SideAct], list[_SideAct]],
    ) -> list[DegreeChange]:
        """A deed that is undertaken or asked for otherwise, in a sentence that changed around it."""
        ours, theirs = (self._undertakings(side) for side in acts)
        found = list(rewritten.engaged(self.ground, (before, after), (ours, theirs), self.rules))
        return found or list(rewritten.asked(self.ground, (before, after), self.rules, self.language))

    def _of_one_deed(
        self,
        before: Sequence[PlacedDegree],
        after: Sequence[PlacedDegree],
        acts: tuple[list[_SideAct], list[_SideAct]],
        *,
        one_verb: bool = False,
    ) -> list[DegreeChange]:
        """Deeds under words of another strength, wherever they stand; what stands in open brackets is told of
        as a draft."""
        if any(self._is_bracketed(side) for side in self.sides):
            return []
        scale = next((p.scale for p in (*before, *after) if p.scale.id == ENGAGEMENT), None)
        with_acts = [
            [*placed, *rewritten.bare(placed, self._undertakings(side), scale, self.rules)]
            for placed, side in zip((before, after), acts, strict=True)
        ]
        placed_anew = with_acts[0], with_acts[1]
        promising = self._promising(acts)
        return list(predicates.find(self.sides, placed_anew, promising, self.language, one_verb=one_verb))

    def _is_bracketed(self, side: SideWords) -> bool:
        """Whether a word of strength stands in open brackets, where others may be meant; "[INSERT ADDRESS]"
        holds none."""
        for s in side.sentences:
            words = degrees_in(s.text, self.rules, self.language)
            places = [(m.start, m.end) for m in words if m.item.scale.aspect == "strength"]
            places += [(a.span.start, a.span.end) for a in self._read(s).known_acts if a.act.id not in PLAIN]
            if any(drafts.is_open(s.text, *place) for place in places):
                return True
        return False

    def _undertakings(self, acts: Sequence[_SideAct]) -> list[rewritten.Undertaking]:
        """The acts by which those who speak undertake something, or leave it undone."""
        return [
            rewritten.Undertaking(a.act.act.id, a.first, a.last)
            for a in acts
            if a.act.actor == "we" and not a.act.negated
        ]

    def _promising(
        self, acts: tuple[list[_SideAct], list[_SideAct]]
    ) -> tuple[frozenset[int], frozenset[int]]:
        """The words of each side that undertake something by their own form alone."""
        one, two = (
            frozenset(a.first for a in side if a.act.act.id == "undertake" and a.last - a.first == 1)
            for side in acts
        )
        return one, two

    def _strength(
        self, found: Sequence[DegreeChange], acts: tuple[list[_SideAct], list[_SideAct]]
    ) -> list[Shift]:
        """One shift of strength at most in each direction: the rung first, then the degree."""
        denied = [f for f in found if f.scale.id == NEGATION]
        of_degree = [
            f
            for f in found
            if f.scale.aspect == "strength"
            and not self._restated(f)
            and not (f.scale.id == MODAL and any(_beside(f, d) for d in denied))
        ]
        if not of_degree:
            # Approval that became refusal is told as a flip: neither is stronger than the other.
            if any(f.scale.aspect == "negation" and f.before and f.after for f in found):
                return []
            by_rung = self._by_rung(acts)
            return [by_rung] if by_rung is not None else []
        # A verb of another degree tells more than the adverb that came or went with it.
        verbs = [f for f in of_degree if f.scale.id != INTENSIFIER]
        made: dict[Verdict, Shift] = {}
        for finding in verbs or of_degree:
            shift = self._ranked(finding, acts) or self._of_finding(finding)
            made.setdefault(shift.verdict, shift)
        return list(made.values()) if len(made) == 1 else []

    def _ranked(self, finding: DegreeChange, acts: tuple[list[_SideAct], list[_SideAct]]) -> Shift | None:
        """What the ladder says where both words of a finding are acts that it ranks apart. Modal
        verbs are no acts: "is required to" and "is encouraged to" are said of the same act; nor is what data
        "suggest" or "confirm" an act of those who speak."""
        if finding.before is None or finding.after is None or finding.scale.id in _NO_ACTS:
            return None
        one = next((a for a in acts[0] if _overlaps(a, finding.before)), None)
        two = next((a for a in acts[1] if _overlaps(a, finding.after)), None)
        if one is None or two is None or one.strength is None or two.strength is None:
            return None
        if self._restates(one, two):
            return None
        return self._of_rungs(one, two) if one.strength != two.strength else None

    def _by_rung(self, acts: tuple[list[_SideAct], list[_SideAct]]) -> Shift | None:
        """The verdict of the ladder on the acts that the two sides count for."""
        if not acts[0] or not acts[1]:
            return None
        one, two = acts[0][0], acts[1][0]
        if {one.act.act.id, two.act.act.id} & _UNRANKED:
            return None
        if one.act.act == two.act.act or one.strength == two.strength is not None:
            return None
        if self._restates(one, two):
            return None
        return self._of_rungs(one, two) if self._same_obligation(one, two) else None

    def _restates(self, one: _SideAct, two: _SideAct) -> bool:
        """Whether one side undertakes and the other holds to the same undertaking in the same word: "we
        commit to", "we remain committed to". What binds binds no less then."""
        acts = {one.act.act.id, two.act.act.id}
        named = RESTATED in acts and len(acts & _UNDERTAKEN) == len(acts) > 1
        return named and self._same_word((one.first, one.last), (two.first, two.last))

    def _restated(self, finding: DegreeChange) -> bool:
        """Whether two words of a scale are an undertaking and the same one restated."""
        one, two = finding.before, finding.after
        if one is None or two is None or RESTATED not in {one.degree.id, two.degree.id}:
            return False
        return self._same_word((one.first, one.last), (two.first, two.last))

    def _same_word(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether words on the two sides are forms of one, "commit" and "recommit", and none of them
        reaffirms: "we reaffirm our commitment" says less than "we commit"."""
        for side, (first, last) in zip(self.sides, (ours, theirs), strict=True):
            placed = [p for p in self._degrees(side) if p.scale.id == RESTATEMENT]
            if any(p.first < last and p.last > first for p in placed):
                return False
        quoted = self.sides[0].quoted(*ours), self.sides[1].quoted(*theirs)
        words = [
            [min(f.keys, key=len) for f in scan(q.text, self.language).forms if self._says(f)] for q in quoted
        ]
        if not self.language.SEPARATOR:
            words = [["".join(each)] for each in words]
        length = self.language.STEM - self.language.STEM // 3
        return any(
            a[at : at + length] in b for a in words[0] for b in words[1] for at in range(len(a) - length + 1)
        )

    def _says(self, form: WordForm) -> bool:
        """Whether a word is one of content; in Chinese, any character that is no mark."""
        return is_content(form, self.language) if self.language.SEPARATOR else form.keys[0].isalnum()

    def _of_rungs(self, one: _SideAct, two: _SideAct) -> Shift:
        ladder = self.rules.ladder
        if one.strength is None or two.strength is None:
            verdict = Verdict.NOT_COMPARABLE
            why = f"the ladder {ladder.name} does not rank both"
        else:
            verdict = Verdict.STRONGER if two.strength > one.strength else Verdict.WEAKER
            why = f"rung {one.rung} ({one.strength}) → {two.rung} ({two.strength})"
        quoted = self.sides[0].quoted(one.first, one.last), self.sides[1].quoted(two.first, two.last)
        return self._shift(
            "strength",
            verdict,
            quoted,
            f"{ladder.file} ({ladder.name}): {one.act.rule} → {two.act.rule}",
            f"{why}; {self._common(one.first, one.last)}",
        )

    def _same_obligation(self, one: _SideAct, two: _SideAct) -> bool:
        """Whether two acts have the same object and the same actor."""
        if one.act.actor != two.act.actor:
            return False
        if one.act.kind is MarkKind.RECORD and two.act.kind is MarkKind.COMMITMENT:
            return False
        ground = self.ground
        if ground.same_clause(one.first, two.first) < _SAME_MATTER:
            return False
        head = ground.next_content(Side.BEFORE, one.last, 2)
        back = ground.next_content(Side.AFTER, two.last, 2)
        if head is None or back is None:
            return False
        return ground.forward[head] == back or ground.forward[head] in range(two.first, two.last)

    def _common(self, first: int, last: int) -> str:
        """The object and the actor that both sides share, in words, for the explanation."""
        return f"{self._object(first, last)}; {self._who(first)}"

    def _who(self, first: int) -> str:
        """Who acts in the clause of a word before: the words that name them, or that nobody is named."""
        side = self.sides[0]
        clause = side.words[first].clause
        for _, _, a, b in self._names(side):
            if side.words[a].clause == clause and a <= first:
                return f"actor: “{side.quoted(a, b).text}”"
        return "actor: nobody is named"

    def _object(self, first: int, last: int) -> str:
        head = self.ground.next_content(Side.BEFORE, last, 6)
        if head is None:
            head = self.ground.previous_content(Side.BEFORE, first, 6)
        if head is None:
            return "in the same clause"
        return f"object: “{self.sides[0].quoted(head, head + 1).text}”"

    def _of_finding(self, finding: DegreeChange) -> Shift:
        quoted = self._quoted(finding)
        names = [p.degree.id if p else "—" for p in (finding.before, finding.after)]
        values = [p.degree.value if p else finding.scale.absent for p in (finding.before, finding.after)]
        why = f"{finding.scale.id}: {names[0]} ({values[0]}) → {names[1]} ({values[1]})"
        place = finding.before or finding.after
        assert place is not None
        if finding.before is not None:
            why += f"; {self._common(place.first, place.last)}"
        return self._shift(
            finding.scale.aspect,
            finding.verdict,
            quoted,
            f"{finding.scale.source.name}: {finding.scale.id}",
            why,
        )

    def _quoted(self, finding: DegreeChange) -> tuple[Evidence | None, Evidence | None]:
        return (
            self.sides[0].quoted(finding.before.first, finding.before.last) if finding.before else None,
            self.sides[1].quoted(finding.after.first, finding.after.last) if finding.after else None,
        )

    # ------------------------------------------------------------ the other aspects

    def _plain(self, found: Sequence[DegreeChange]) -> Iterator[Shift]:
        """Qualifiers, scope and polarity: one shift an aspect and verdict, with all its words."""
        grouped: dict[tuple[str, Verdict], list[DegreeChange]] = {}
        for finding in found:
            grouped.setdefault((finding.scale.aspect, finding.verdict), []).append(finding)
        for (aspect, verdict), group in grouped.items():
            shift = self._of_finding(group[0])
            if len(group) == 1:
                yield shift
                continue
            quoted = [self._quoted(f) for f in group]
            before = tuple(q[0] for q in quoted if q[0])
            after = tuple(q[1] for q in quoted if q[1])
            yield Shift(
                aspect=aspect,
                verdict=verdict,
                before=", ".join(e.text for e in before),
                after=", ".join(e.text for e in after),
                rule=shift.rule,
                explanation="; ".join(dict.fromkeys(self._of_finding(f).explanation for f in group)),
                evidence=(*before, *after),
            )

    # ------------------------------------------------------------ deeds, deadlines, actors

    def _carried_out(self) -> Shift | None:
        """What lay ahead on the one side and is done on the other, of the same object."""
        forms = [
            [
                (m.item, m.first + offset, m.last + offset)
                for offset, s in zip(side.offsets, side.sentences, strict=True)
                for m in deeds_in(s.text, self.rules, self.language)
            ]
            for side in self.sides
        ]
        if any(form.tense == DONE for form, _, _ in forms[0]):
            return None
        for form, first, last in forms[0]:
            for other, start, end in forms[1]:
                if (
                    other.tense == DONE
                    and other.deed == form.deed
                    and not self._is_unreal(self.sides[1], start)
                    and self._same_deed(first, last, start, end)
                ):
                    quoted = self.sides[0].quoted(first, last), self.sides[1].quoted(start, end)
                    why = f"undertaken, then told of as done; {self._common(first, last)}"
                    rule = f"{form.deed.source.name}: {form.deed.id}"
                    return self._shift("strength", Verdict.CARRIED_OUT, quoted, rule, why)
        return None

    def _is_unreal(self, side: SideWords, at: int) -> bool:
        """Whether a word stands in a clause that tells of what did not happen yet, however past its verb:
        "once the Parties have signed", «требуем, чтобы они подписали»."""
        clause, sentence = side.words[at].clause, side.words[at].sentence
        offset = side.offsets[sentence]
        return any(
            m.first + offset < at and side.words[m.last + offset - 1].clause == clause
            for m in self._read(side.sentences[sentence]).spans("unreal")
        )

    def _told_as_done(self, acts: tuple[list[_SideAct], list[_SideAct]]) -> Shift | None:
        """An undertaking that the other side tells of as done, by the same who act, in another form of its
        verb; none where only one side denies something, or the other undertakes still."""
        ahead = [a for a in acts[0] if a.act.act.id in _PROMISED and not a.act.negated]
        told = [a for a in acts[1] if a.act.act.id in _TOLD and not a.act.negated]
        if not ahead or not told:
            return None
        # What was told of already, and what is undertaken still, is not carried out now. One form may be read
        # in both ways.
        told_before = [a for a in acts[0] if a.act.act.id in _TOLD and not any(_share(a, b) for b in ahead)]
        still = [a for a in acts[1] if a.act.act.id in _PROMISED and not any(_share(a, b) for b in told)]
        if told_before or still:
            return None
        denied = [
            sum(p.scale.id == NEGATION and p.degree.value != p.scale.absent for p in self._degrees(side))
            for side in self.sides
        ]
        if denied[0] != denied[1]:
            return None
        found = fulfilled.find(
            self.ground,
            [fulfilled.VerbPlace(a.first, a.last) for a in ahead],
            [fulfilled.VerbPlace(a.first, a.last) for a in told],
            self.language,
        )
        if found is None or self._actor(acts) is not None:
            return None
        one, two = found
        return self._shift(
            "strength",
            Verdict.CARRIED_OUT,
            (self.sides[0].quoted(*one), self.sides[1].quoted(*two)),
            "one verb, undertaken and told of",
            f"undertaken, then told of as done; {self._common(*one)}",
        )

    def _same_deed(self, first: int, last: int, start: int, end: int) -> bool:
        """Whether a deed has the same object on both sides, before it or after it."""
        ground = self.ground
        near = degrees.NEAR[ground.chinese]
        ahead = ground.next_content(Side.BEFORE, last, near)
        objects = {
            ground.next_content(Side.AFTER, end, near),
            ground.previous_content(Side.AFTER, start, near),
        }
        if ahead is not None:
            return ground.forward[ahead] in objects or ground.forward[ahead] in range(start, end)
        behind = ground.previous_content(Side.BEFORE, first, near)
        return behind is not None and ground.forward[behind] in objects

    def _items(self) -> Iterator[Shift]:
        """Items that came into a list that stayed, or went out of it; one shift each way."""
        for number, verdict in ((0, Verdict.NARROWED), (1, Verdict.WIDENED)):
            found = self._list_items(number) or self._enumerated(number) or self._joined_items(number)
            found = found or list(enumeration.deeds(self.ground, self.sides[number].side, self.language))
            found = found or self._attached(number)
            # One Chinese character is no item: it is half of a word ("法", "法律").
            found = [item for item in found if not self.ground.chinese or item[1] - item[0] > 1]
            if found:
                quoted = [self.sides[number].quoted(a, b) for a, b in found]
                words = ", ".join(e.text for e in quoted)
                yield Shift(
                    aspect="scope",
                    verdict=verdict,
                    before="" if number else words,
                    after=words if number else "",
                    rule="an item of a list",
                    explanation="an item came into the list" if number else "an item went out of the list",
                    evidence=tuple(quoted),
                )

    def _attached(self, number: int) -> list[tuple[int, int]]:
        """Items that only one side joins to a word that stands on both; none in what is only told."""
        if self._is_told():
            return []
        side, other = self.sides[number], self.sides[1 - number]
        joins = {(p.first, p.last) for p in self._degrees(side) if p.scale.between}
        taken = {at for p in self._degrees(side) if p.scale.id in _NO_ITEM for at in range(p.first, p.last)}
        taken |= {at for a in self._acts(side) if a.act.act.id not in PLAIN for at in range(a.first, a.last)}
        return list(dict.fromkeys(attached.find(side, other, joins, taken, self.language)))

    def _enumerated(self, number: int) -> list[tuple[int, int]]:
        """Items that only one side's list has, where the other has none instead."""
        items = enumeration.gone(self.sides[number], self.sides[1 - number], self.language)
        return [(item.first, item.last) for item in items]

    def _joined_items(self, number: int) -> list[tuple[int, int]]:
        """Items that came or went with their conjunction."""
        side = self.sides[number]
        links = self.ground.links(side.side)
        placed = [
            p
            for p in self._degrees(side)
            if p.scale.id in _NO_ITEM and not self._denies_what_came(side, links, p)
        ]
        taken = {at for p in placed for at in range(p.first, p.last)}
        said: set[int] = set()
        for one in self._acts(side):
            if one.act.act.id in PLAIN:
                said |= set(range(one.first, one.last))
                continue
            named = one.act.actor_span is not None and one.act.actor_span.start == one.act.span.start
            # "Coastal States and others shall": who acts stands among the words, and its verb last.
            taken |= set(range(one.last - 1 if named else one.first, one.last))
        return list(
            enumeration.joined(self.ground, side.side, frozenset(taken), frozenset(said), self.language)
        )

    def _denies_what_came(self, side: SideWords, links: Mapping[int, int], place: PlacedDegree) -> bool:
        """Whether a denial belongs to a word of content right before it that came with it: "atención no
        deseada" is an item all the same."""
        before = place.first - 1
        if place.scale.id != NEGATION or before < 0 or before in links or place.first in links:
            return False
        return side.words[before].content

    def _alternatives(self) -> Iterator[Shift]:
        """ "And" that became "or" where it is written onto the next word (Arabic)."""
        places = [{p.first for p in self._degrees(side) if p.scale.between} for side in self.sides]
        for i, j in enumeration.alternatives(self.ground, places[0], places[1], self.language):
            narrower = j - 1 in places[1]
            quoted = (
                self.sides[0].quoted(i - (not narrower), i + 1),
                self.sides[1].quoted(j - narrower, j + 1),
            )
            verdict = Verdict.NARROWED if narrower else Verdict.WIDENED
            why = "both → either" if narrower else "either → both"
            yield self._shift("scope", verdict, quoted, "scales.toml: conjunction", why)
            return

    def _list_items(self, number: int) -> list[tuple[int, int]]:
        """The stretches `[first, last)` of words without a counterpart that are items of a list."""
        side, other = self.sides[number], self.sides[1 - number]
        if any(_BLANK in s.text for s in (*side.sentences, *other.sentences)):
            return []  # what stands for a blank of a draft is no item that came
        links = self.ground.forward if number == 0 else self.ground.backward
        joins = {at for p in self._degrees(side) if p.scale.between for at in range(p.first, p.last)}
        known = {w.stem for w in other.words}
        found: list[tuple[int, int]] = []
        at = 1
        while at < len(side.words):
            if at in links:
                at += 1
                continue
            last = at
            while last < len(side.words) and last not in links:
                last += 1
            whole = self._is_item(side, (at, last), joins, known) and not self._instead(number, at, last)
            if whole and self._lost(number, at, last):
                words = [n for n in range(at, last) if n not in joins and side.words[n].key[0].isalnum()]
                found.append((words[0], words[-1] + 1))
            at = last
        return found

    def _is_item(self, side: SideWords, place: tuple[int, int], joins: set[int], known: set[str]) -> bool:
        """Whether a stretch is one item with its comma or conjunction, of a list that has others."""
        first, last = place
        words = side.words
        inner = [n for n in range(first, last) if n not in joins and words[n].key[0].isalnum()]
        most = _ITEM[self.ground.chinese]
        if not 0 < len(inner) <= most or inner[-1] - inner[0] + 1 != len(inner):
            return False
        if any(words[n].stem in known or words[n].key[0].isdigit() for n in inner):
            return False
        # A modifier of the noun before it is no item ("a response judged necessary and fitting"), nor is one
        # of the noun after it ("roads, wide bridges and tunnels").
        plain = all(words[n].content for n in inner) and not words[inner[0] - 1].content
        modifies = last < len(words) and words[last].content and inner[-1] == last - 1
        if modifies or not (self.ground.chinese or plain):
            return False
        commas = {n for n in range(max(0, first - 1), min(last + 1, len(words))) if words[n].key in _COMMAS}
        touching = {first - 1, first, last - 1, last}
        ahead = range(last, min(last + most + 2, len(words)))
        if not (touching & commas) and not (touching & joins):
            return False
        if not (touching & joins) and not any(n in joins for n in ahead):
            return False
        around = range(max(0, first - _LIST), min(len(words), last + _LIST))
        marks = {n for n in around if n in joins or words[n].key in _COMMAS} - touching
        sentence = side.sentences[words[first].sentence].text
        return (bool(marks) or self._is_between(side, place, joins)) and not set(
            sentence[max(0, words[inner[0]].start - 1) : words[inner[-1]].end + 1]
        ) & _TORN

    def _is_between(self, side: SideWords, place: tuple[int, int], joins: set[int]) -> bool:
        """Whether a stretch is ", X" before "and Y", in a list of things: no adjectives before one noun, no
        verbs before one object ("farmers, fishers and foresters", not "secure, free and open networks")."""
        first, last = place
        words = side.words
        if not self.language.NOUN_LAST or self.ground.chinese or words[first].key not in _COMMAS:
            return False
        after = last + 1
        if last not in joins or after >= len(words) or not words[after].content:
            return False
        ends = after + 1 == len(words) or not words[after + 1].content
        return ends and not any(w.key in enumeration.verb_forms(self.language) for w in words[first:last])

    def _instead(self, number: int, first: int, last: int) -> bool:
        """Whether the other side has a word of content of its own around there: the list was written
        anew ("promoting, protecting and respecting" → "respect, promote and consider")."""
        side, other = self.sides[number], self.sides[1 - number]
        gap = self.ground.gap(side.side, first, last)
        around = range(max(0, gap.left_there - _BESIDE), min(len(other.words), gap.right_there + _BESIDE))
        known = {w.stem for w in side.words}
        return any(other.words[n].content and other.words[n].stem not in known for n in around)

    def _lost(self, number: int, first: int, last: int) -> bool:
        """Whether nothing of weight stands on the other side instead, in a clause that stayed."""
        gap = self.ground.gap(Side.AFTER if number else Side.BEFORE, first, last)
        at = (gap.left_there, gap.left) if number else (gap.left, gap.left_there)
        if gap.left < 0 or self.ground.same_clause(*at) < _SAME_LIST:
            return False
        return degrees.by_itself(self.ground, Side.AFTER if number else Side.BEFORE, first, last, 0)

    def _deadlines(self) -> Iterator[Shift]:
        """A deadline that moved, came or went, of the same thing to do."""
        sides = [self._dues(side) for side in self.sides]
        if not any(sides):
            return
        named = [self._named_days(side) for side in self.sides]
        known = [{d.key for d in dues} | days for dues, days in zip(sides, named, strict=True)]
        before = [d for d in sides[0] if not _is_known(d.key, known[1])]
        after = [d for d in sides[1] if not _is_known(d.key, known[0])]
        ground = self.ground
        ground.free(
            (i for d in before for i in range(*d.place[1:])), (j for d in after for j in range(*d.place[1:]))
        )
        ahead = all(self._may_lie_ahead(s.text) for side in self.sides for s in side.sentences)
        for one in list(before):
            for two in list(after):
                alone = len(before) == len(after) == 1
                near = alone and ground.same_clause(one.place[1], two.place[1]) >= _SAME_MATTER
                if (one.holds or two.holds) and (near or self._same_place(one.place, two.place)):
                    before.remove(one)
                    after.remove(two)
                    yield self._deadline(one.place, two.place, ahead)
                    break
        # "In due course" says nothing of when by itself, so nothing is due sooner or later for it.
        before, after = (
            [d for d in dues if not self._puts_off(side, d.place)]
            for dues, side in zip((before, after), self.sides, strict=True)
        )
        for one in before:
            if one.holds and self._came_or_went(Side.BEFORE, one.place):
                yield self._deadline(one.place, None, ahead)
        for two in after:
            if two.holds and self._came_or_went(Side.AFTER, two.place):
                yield self._deadline(None, two.place, ahead)

    def _puts_off(self, side: SideWords, place: _Due) -> bool:
        """Whether the words of a deadline name no time at all."""
        return due.some_time(side.quoted(place[1], place[2]).text, self.language)

    def _came_or_went(self, side: Side, place: _Due) -> bool:
        """Whether a deadline stands on this side alone, with nothing of weight in its place on the other:
        what is there may be a deadline in words not known as one ("as soon as possible" → "in spring")."""
        first, last = place[1:]
        gap, there = self.ground.gap(side, first, last), self.ground.sides(side)[1]
        instead = range(gap.left_there + 1, gap.right_there)
        return not any(there.words[n].content for n in instead) and degrees.by_itself(
            self.ground, side, first, last
        )

    def _dues(self, side: SideWords) -> list[_FoundDue]:
        if side.side not in self._due:
            self._due[side.side] = self._find_dues(side)
        return self._due[side.side]

    def _find_dues(self, side: SideWords) -> list[_FoundDue]:
        """The deadlines of a side: the day, or the words where no year is named, and their place.
        Words without a figure hold only beside an act that lies ahead."""
        found: list[_FoundDue] = []
        for offset, sentence in zip(side.offsets, side.sentences, strict=True):
            for match in read(sentence.text, self.rules, self.language).deadlines:
                words = sentence.text[match.start : match.end]
                days = due.term(words, self.language)
                again = due.interval(words, self.language)
                bare = days is None and again is None and not any(c.isdigit() for c in words)
                key = due.when(words, self.language) or (f"{days:g} days" if days else self._as_said(words))
                place = (key, match.first + offset, match.last + offset)
                holds = not bare or self._is_ahead(side, sentence.text, offset, place[1:])
                found.append(_FoundDue(f"every {again} days" if again else key, place, holds))
        return found

    def _named_days(self, side: SideWords) -> set[tuple[int, int, int] | str]:
        """What deadlines a side names anywhere, be something to be done by then or not."""
        found: set[tuple[int, int, int] | str] = set()
        for sentence in side.sentences:
            spans = [(m.start, m.end) for m in self._read(sentence).spans("deadlines")]
            spans += [(one.start, one.end) for one in due.find(sentence.text, self.language)]
            for start, end in spans:
                words = sentence.text[start:end]
                again = due.interval(words, self.language)
                when = due.when(words, self.language)
                found.add(f"every {again} days" if again else when or self._as_said(words))
        return found

    def _as_said(self, words: str) -> str:
        """What the words of a deadline that names no year say: those that leave no time at all mean one
        thing, and so do those that name one day of the year."""
        day = due.day_of_year(words, self.language)
        if day is not None:
            return _any_year(*day)
        return "at once" if due.at_once(words, self.language) else words.casefold()

    def _is_ahead(self, side: SideWords, text: str, offset: int, place: tuple[int, int]) -> bool:
        """Whether an act that lies ahead, or a modal verb, stands between the same commas as the words of a
        deadline; where those stand between commas by themselves, in what is around them."""
        acts = [a.first for a in read(text, self.rules, self.language).known_acts if a.kind in AHEAD]
        modals = degrees_in(text, self.rules, self.language)
        acts += [m.first for m in modals if m.item.scale.id == MODAL]
        first, last = place
        start, end = self._between_commas(side, first, last)
        if not any(w.content for w in (*side.words[start:first], *side.words[last:end])):
            start, end = self._between_commas(side, max(start - 1, 0), min(end + 1, len(side.words)))
        return any(start <= at + offset < end for at in acts)

    def _between_commas(self, side: SideWords, first: int, last: int) -> tuple[int, int]:
        sentence = side.words[first].sentence
        while first > 0 and side.words[first - 1].sentence == sentence and not _is_mark(side, first - 1):
            first -= 1
        while last < len(side.words) and side.words[last].sentence == sentence and not _is_mark(side, last):
            last += 1
        return first, last

    def _lies_ahead(self, text: str) -> bool:
        """Whether a sentence speaks of what is still to be done: by an act, or by a modal verb."""
        if any(act.kind in AHEAD for act in read(text, self.rules, self.language).known_acts):
            return True
        return any(m.item.scale.id == MODAL for m in degrees_in(text, self.rules, self.language))

    def _tells_all_or_any(self) -> bool:
        """Whether "and" and "or" say different things here: not among examples, and not where nothing is done
        or laid down, as in an item of a list of examples that stands by itself ("threats and insults")."""
        for side in self.sides:
            for sentence in side.sentences:
                said = self._read(sentence)
                weighs = {m.item.scale.aspect for m in degrees_in(sentence.text, self.rules, self.language)}
                if not said.acts and weighs.isdisjoint({"strength", "negation"}):
                    return False
                lowered = sentence.text.casefold()
                for word in self.language.EXAMPLES:
                    start = r"(?<!\w)" if self.language.SEPARATOR else ""
                    if re.search(start + re.escape(word), lowered):
                        return False
        return True

    def _has_other_dates(self) -> bool:
        """Whether the sides name other deadlines: "promptly" in the place of "by 1 May" is no more pace."""
        one, two = ({d.key for d in self._dues(side)} for side in self.sides)
        return one != two

    def _is_told(self) -> bool:
        """Whether a side tells what was or is, and nothing that is to be done."""
        past = {form for sets in self.language.verbs().values() for form in sets.get("d", ())}
        for side in self.sides:
            for number, sentence in enumerate(side.sentences):
                acts = self._read(sentence).acts
                weighs = {m.item.scale.id for m in degrees_in(sentence.text, self.rules, self.language)}
                if any(a.kind in {MarkKind.COMMITMENT, MarkKind.CALL} for a in acts) or MODAL in weighs:
                    continue
                words = {w.key for w in side.words if w.sentence == number}
                if any(a.act.id in _TOLD for a in acts) or not past.isdisjoint(words):
                    return True
        return False

    def _may_all_lie_ahead(self) -> bool:
        return all(self._may_lie_ahead(s.text) for side in self.sides for s in side.sentences)

    def _may_lie_ahead(self, text: str) -> bool:
        known = [a for a in read(text, self.rules, self.language).known_acts if a.act.id not in SHAPES]
        return not known or self._lies_ahead(text)

    def _same_place(self, one: _Due, two: _Due) -> bool:
        gap = self.ground.gap(Side.BEFORE, one[1], one[2])
        if not (gap.left_there < two[1] and two[2] <= gap.right_there):
            return False
        return (gap.right - one[2] <= 1 and gap.right_there - two[2] <= 1) or gap.left >= one[1] - 2

    def _deadline(self, one: _Due | None, two: _Due | None, ahead: bool) -> Shift:
        quoted = (
            self.sides[0].quoted(one[1], one[2]) if one else None,
            self.sides[1].quoted(two[1], two[2]) if two else None,
        )
        days = [d[0] if d and isinstance(d[0], tuple) else None for d in (one, two)]
        said = (quoted[0].text if quoted[0] else None), (quoted[1].text if quoted[1] else None)
        verdict, why = due.compared(said, (days[0], days[1]), self.language)
        if not ahead and verdict in UP | DOWN:
            verdict = Verdict.CHANGED
        return self._shift(
            "deadline", verdict, quoted, "deadlines of the markers; dates after a preposition", why
        )

    def _actor(self, acts: tuple[list[_SideAct], list[_SideAct]]) -> Shift | None:
        """Another who acts; none where both phrases name one State or body ("the Russian Federation",
        "Russia")."""
        found = self._another_actor(acts)
        return None if found is None or self._names_one(found.evidence) else found

    def _names_one(self, quoted: Sequence[Evidence]) -> bool:
        """Whether each of some phrases names the same States and bodies, and names one at least."""
        named = [{m.item.name for m in self._named_in(e)} for e in quoted]
        return len(named) > 1 and all(names and names == named[0] for names in named)

    def _named_in(self, quoted: Evidence) -> Iterator[Match[InstrumentName]]:
        """The names that stand in quoted words, or that these are part of."""
        for side in self.sides:
            for sentence in side.sentences:
                if side.side is quoted.side and sentence.id == quoted.sentence:
                    for name in self._read(sentence).named.names:
                        if name.start < quoted.span.end and quoted.span.start < name.end:
                            yield name

    def _another_actor(self, acts: tuple[list[_SideAct], list[_SideAct]]) -> Shift | None:
        """Another name where a clause opens, before the same verb and object. Who calls upon somebody stands
        for nobody who acts."""
        called = [degrees.ranks(self._degrees(side), CALL) for side in self.sides]
        if called[0] != called[1]:
            return None
        sides = [self._names(side) for side in self.sides]
        keys = [{key for key, _, _, _ in names} for names in sides]
        before = [n for n in sides[0] if n[0] not in keys[1]]
        after = [n for n in sides[1] if n[0] not in keys[0]]
        for one in before:
            for two in after:
                if one[1] == two[1] == "we" or not self._same_verb(one, two):
                    continue
                return self._other_actor(
                    self.sides[0].quoted(one[2], one[3]), self.sides[1].quoted(two[2], two[3]), one[1], two[1]
                )
        return self._other_subject(before, after) or self._exchanged(acts)

    def _exchanged(self, acts: tuple[list[_SideAct], list[_SideAct]]) -> Shift | None:
        """A subject that is no known name and became another, or a host."""
        degrees_of = [self._degrees(side) for side in self.sides]
        verbs = [
            [(p.first, p.last) for p in placed if p.scale.id == MODAL]
            + [self._verb_of(a) for a in mine if self.language.VERB_FIRST or a.act.act.id not in PLAIN]
            for placed, mine in zip(degrees_of, acts, strict=True)
        ]
        apart = [
            frozenset(at for p in placed if p.scale.id != MODAL for at in range(p.first, p.last))
            for placed in degrees_of
        ]
        said = [
            [m.item for s in side.sentences for m in self._read(s).spans("actors")] for side in self.sides
        ]
        found = who.subject(self.ground, (verbs[0], verbs[1]), (apart[0], apart[1]), self.language)
        if found is not None and not ("we" in said[0] and "we" in said[1]):
            labels = [label[0] if label else "another" for label in said]
            quoted = self.sides[0].quoted(*found.before), self.sides[1].quoted(*found.after)
            return self._other_actor(*quoted, *labels)
        return self.other_bearer() or self._host()

    def other_bearer(self) -> Shift | None:
        """Others who are bound to the same, or may do the same, whatever else was written anew."""
        placed = self._degrees(self.sides[0]), self._degrees(self.sides[1])
        embeds = self._embedding(self.sides[0]), self._embedding(self.sides[1])
        found = bearers.find(self.ground, placed, embeds, self.language)
        if found is None:
            return None
        # Those who speak may call themselves by two names; who else the sentence names does not count.
        places = (found.before, found.after)
        if all(self._speaks(side, place) for side, place in zip(self.sides, places, strict=True)):
            return None
        quoted = self.sides[0].quoted(*found.before), self.sides[1].quoted(*found.after)
        return self._other_actor(*quoted, "bound", "bound")

    def _other_group(self) -> Shift | None:
        """Another group of those who act, or all of them, where what is to be done stayed."""
        if not self._may_all_lie_ahead():
            return None
        words = [self._group_words(side) for side in self.sides]
        found = groups.find(self.ground, words[0], words[1], self.language)
        if found is None:
            return None
        quoted = self.sides[0].quoted(*found.before), self.sides[1].quoted(*found.after)
        if not found.change:
            return self._other_actor(*quoted, "a group", "another group")
        verdict = Verdict.WIDENED if found.change > 0 else Verdict.NARROWED
        why = "a group → all" if found.change > 0 else "all → a group"
        return self._shift("scope", verdict, quoted, "who acts: a group, or all", why)

    def _group_words(self, side: SideWords) -> groups.GroupWords:
        placed = self._degrees(side)
        extents = [p for p in placed if p.scale.id == degrees.EXTENT]
        limits = [p for p in placed if p.scale.id == degrees.RESTRICTION]
        actors = self._places(side, "actors")
        told = [a for a in self._acts(side) if a.act.act.id not in _TOLD]  # "Parties listed in Annex I"
        done = {at for a in told for at in range(a.first, a.last)}
        done |= _covered(p for p in placed if p.scale.aspect in {"strength", "negation"})
        # "All Parties" is no degree of its own, since a treaty means all of them anyway.
        everyone = _covered(p for p in extents if p.degree.id == "all") | self._places(side, "wide")
        named = {at for _, place in self._all_names(side) for at in range(*place)}
        return groups.GroupWords(
            actors,
            everyone,
            _covered(limits),
            deeds=frozenset(done - actors - everyone),
            barred=_covered(p for p in extents if p.degree.id != "all")
            | named
            | {at for at, word in enumerate(side.words) if word.figure},
        )

    def _places(self, side: SideWords, kind: str) -> frozenset[int]:
        """The words of a side that the markers detect as of one kind."""
        return frozenset(
            at + offset
            for offset, s in zip(side.offsets, side.sentences, strict=True)
            for m in self._read(s).spans(kind)
            for at in range(m.first, m.last)
        )

    def _speaks(self, side: SideWords, place: who.Place) -> bool:
        """Whether a phrase names all who speak."""
        return any(
            m.item == "we" and m.first + offset < place[1] and m.last + offset > place[0]
            for offset, s in zip(side.offsets, side.sentences, strict=True)
            for m in self._read(s).spans("actors")
        )

    def _embedding(self, side: SideWords) -> frozenset[int]:
        """The last words of what opens subordinate clauses."""
        return frozenset(
            m.last - 1 + offset
            for offset, sentence in zip(side.offsets, side.sentences, strict=True)
            for m in self._read(sentence).spans("embeds")
        )

    def _verb_of(self, act: _SideAct) -> who.Place:
        """The words of an act that end with its verb: who acts may follow it in them."""
        return (act.first, act.first + 1 if self.language.VERB_FIRST else act.last)

    def _host(self) -> Shift | None:
        """One State or body for another, beside words of hosting and meeting."""
        if not all(self._read(s).spans("hosts") for side in self.sides for s in side.sentences):
            return None
        named = [self._all_names(side) for side in self.sides]
        keys = [{key for key, _ in names} for names in named]
        only = [[place for key, place in named[n] if key not in keys[1 - n]] for n in (0, 1)]
        found = who.name(self.ground, only[0], only[1])
        if found is None:
            return None
        quoted = self.sides[0].quoted(*found.before), self.sides[1].quoted(*found.after)
        return self._other_actor(*quoted, "named", "named")

    def _all_names(self, side: SideWords) -> list[tuple[str, who.Place]]:
        return [
            (m.item.name, (m.first + offset, m.last + offset))
            for offset, s in zip(side.offsets, side.sentences, strict=True)
            for m in self._read(s).named.names
            if m.item.category in {"body", "state"}
        ]

    def _read(self, sentence: Sentence) -> Reading:
        return read(sentence.text, self.rules, self.language)

    def _other_subject(self, before: Sequence[_Name], after: Sequence[_Name]) -> Shift | None:
        """A name where the other side has another subject that is no name p5diff knows: "the host
        country will chair" → "the Union will chair"."""
        for number, names in ((0, before), (1, after)):
            mine, other = self.sides[number], self.sides[1 - number]
            named = {at for _, _, a, b in self._names(other) for at in range(a, b)}
            for _, label, first, last in names:
                gap = self.ground.gap(mine.side, first, last)
                start, end = gap.left_there + 1, gap.right_there
                if gap.right != last or not 0 < end - start <= _SUBJECT or not self._opens(other, start):
                    continue
                if named & set(range(start, end)):
                    continue
                words = other.words[start:end]
                stems = {w.stem for w in mine.words}
                if not any(w.content for w in words) or any(w.stem in stems for w in words if w.content):
                    continue
                at = (first, start) if number == 0 else (start, first)
                if not all(w.key[0].isalnum() for w in words) or not self._governs(number, last, *at):
                    continue
                quoted = mine.quoted(first, last), other.quoted(start, end)
                labels = (label, "another") if number == 0 else ("another", label)
                return self._other_actor(*(quoted if number == 0 else quoted[::-1]), *labels)
        return None

    def _governs(self, number: int, last: int, first: int, first_after: int) -> bool:
        """Whether a modal verb that stayed follows a name, in a clause that stayed for the most part."""
        side = self.sides[number]
        modal = any(p.scale.id == MODAL and p.first == last for p in self._degrees(side))
        return modal and self.ground.same_clause(first, first_after) >= _SAME_MATTER

    def _names(self, side: SideWords) -> list[_Name]:
        """Who is named where a clause opens: key, `we`, `some`, `others` or `named`, and place."""
        found: list[_Name] = []
        for offset, sentence in zip(side.offsets, side.sentences, strict=True):
            said = read(sentence.text, self.rules, self.language)
            spans = [(m.item, m.first, m.last) for m in said.spans("actors")]
            spans += [
                ("named", m.first, m.last) for m in said.named.names if m.item.category in {"body", "state"}
            ]
            for label, first, last in spans:
                a, b = first + offset, last + offset
                if any(a < other[3] and b > other[2] for other in found) or not self._opens(side, a):
                    continue
                key = " ".join(w.stem for w in side.words[a:b] if w.content) or label
                found.append((key, label, a, b))
        return found

    def _opens(self, side: SideWords, at: int) -> bool:
        """Whether a word stands where a clause opens; its verb may come first in Arabic."""
        links = self.ground.forward if side is self.sides[0] else self.ground.backward
        if self.language.VERB_FIRST and at - 1 in links and self._begins(side, at - 1):
            return True
        return self._begins(side, at)

    def _begins(self, side: SideWords, at: int) -> bool:
        if at < 0:
            return False
        clause = side.words[at].clause
        opening = [w for w in side.words[max(0, at - _OPENING) : at] if w.clause == clause]
        return len(opening) < _OPENING and not any(w.content for w in opening[-1:])

    def _same_verb(self, one: _Name, two: _Name) -> bool:
        """Whether two names stand before the same words."""
        ground = self.ground
        near = degrees.NEAR[ground.chinese]
        head = ground.next_content(Side.BEFORE, one[3], near)
        back = ground.next_content(Side.AFTER, two[3], near)
        if head is None or back is None or ground.forward[head] != back:
            return False
        if ground.same_clause(one[2], two[2]) < _SAME_MATTER:
            return False
        gap = ground.gap(Side.BEFORE, one[2], one[3])
        # States may act for States: that is scope. A Chinese word has two characters.
        tail = 2 if ground.chinese else 1
        heads = {
            tuple(w.stem for w in side.words[name[3] - tail : name[3]])
            for side, name in zip(self.sides, (one, two), strict=True)
        }
        return len(heads) > 1 and gap.left_there < two[2] and not self._differ_in_number(one, two)

    def _differ_in_number(self, one: _Name, two: _Name) -> bool:
        """Whether two names have one word, here in the singular and there in a plural of another stem."""
        plurals = self.language.PLURALS
        named = [
            {w.stem.removeprefix(self.language.ARTICLE) for w in side.words[name[2] : name[3]] if w.content}
            for side, name in zip(self.sides, (one, two), strict=True)
        ]
        return any(plurals.get(a) in other for mine, other in (named, named[::-1]) for a in mine)

    def _other_actor(self, one: Evidence, two: Evidence, label: str, other: str) -> Shift:
        why = f"who acts: {label} → {other}"
        return self._shift(
            "actor", Verdict.CHANGED, (one, two), "markers: lists we, some, others; names", why
        )

    def _shift(
        self,
        aspect: str,
        verdict: Verdict,
        quoted: tuple[Evidence | None, Evidence | None],
        rule: str,
        why: str,
    ) -> Shift:
        digests = [meta.edition is Edition.DIGEST for meta in self.meta]
        if any(digests) and not all(digests) and verdict in UP | DOWN:
            verdict, why = Verdict.NOT_COMPARABLE, f"would be {verdict.value} ({why}), but {_PARAPHRASE}"
        elif all(digests):
            why = f"{why}; {_PARAPHRASE}"
        return Shift(
            aspect=aspect,
            verdict=verdict,
            before=_short(quoted[0].text) if quoted[0] else "",
            after=_short(quoted[1].text) if quoted[1] else "",
            rule=rule,
            explanation=why,
            evidence=tuple(e for e in quoted if e),
        )


def _any_year(month: int, day: int) -> str:
    """A day of any year, as ISO 8601:2000 writes it."""
    return f"--{month:02}-{day:02}"


def _is_known(key: tuple[int, int, int] | str, known: Collection[tuple[int, int, int] | str]) -> bool:
    """Whether a day is among others; "3 May" and "3 May 2031" are one: the context may tell the year."""
    if key in known:
        return True
    if isinstance(key, tuple):
        return bool(key[2]) and _any_year(*key[1:]) in known
    return any(isinstance(other, tuple) and other[2] and _any_year(*other[1:]) == key for other in known)


def _is_part_of(shift: Shift, deadlines: Sequence[Shift]) -> bool:
    """Whether all words of a qualifier are words of one deadline that came, went or changed: "as possible" in
    "as soon as possible" says by when, and must not be told a second time as a reserve."""
    return shift.aspect == "qualifier" and any(
        all(
            any(
                whole.side is part.side
                and whole.sentence == part.sentence
                and whole.span.start <= part.span.start
                and part.span.end <= whole.span.end
                for whole in due_by.evidence
            )
            for part in shift.evidence
        )
        for due_by in deadlines
    )


def _tells_strength(found: Sequence[DegreeChange]) -> bool:
    return any(f.scale.aspect == "strength" for f in found)


def _is_mark(side: SideWords, at: int) -> bool:
    """Whether a word is a comma or another mark."""
    return not side.words[at].key[0].isalnum()


def _covered(found: Iterable[PlacedDegree]) -> frozenset[int]:
    """The words of some degrees."""
    return frozenset(at for p in found for at in range(p.first, p.last))


def _share(one: _SideAct, two: _SideAct) -> bool:
    """Whether two acts of one side share words."""
    return one.first < two.last and two.first < one.last


def _overlaps(act: _SideAct, place: PlacedDegree) -> bool:
    return act.first < place.last and place.first < act.last


def _beside(one: DegreeChange, denial: DegreeChange) -> bool:
    """Whether a denial that came or went stands beside a word of the same side: of "should publish" → "will
    not publish" the flip is told, and no strength."""
    for mine, its in ((one.before, denial.before), (one.after, denial.after)):
        if mine is not None and its is not None and its.first - mine.last in range(_DENIED_BY):
            return True
    return False


def _short(quoted: str) -> str:
    """The words a verdict rests on, as printed; the middle of many is left out, and shown so."""
    most = _QUOTED if " " in quoted else _QUOTED // 2
    if len(quoted) <= most:
        return quoted
    head, tail = quoted[: most // 2], quoted[-most // 2 :]
    if " " in head and " " in tail:
        head, tail = head.rpartition(" ")[0], tail.partition(" ")[2]
    return f"{head} … {tail}"
