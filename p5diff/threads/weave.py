"""Weave threads: one statement after the other, each by its comparison with the one before.

    2009  "They support a moratorium and call for talks."     a
    2011  "They support a moratorium."  "They call for talks."  a split, b branches off a
    2012  "They support a moratorium."                          a kept, b dropped
    2014  "They call for talks."                                b revived

A thread has a core: where a sentence splits, the branch that holds most of it goes on and the others
begin threads of their own; where sentences merge, the one that most of the merged sentence comes from
goes on; a sentence whose words were all exchanged ends its thread. Unions of links would drift from
subject to subject instead. What a statement says as new is tried against every thread that had ended.

Only what earlier statements say decides, so a statement added later never changes an event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from p5diff.language import get
from p5diff.model.alignment import PairKind, WordEdit
from p5diff.model.comparison import Change, Comparison, MarkKind, Shift, Verdict
from p5diff.model.series import Event, EventKind, Gap, Naming, Series, Wording
from p5diff.model.statement import Edition, Metadata, Role, Statement
from p5diff.threads.headings import Headings
from p5diff.threads.likeness import Weights
from p5diff.threads.links import BRANCH, Links
from p5diff.threads.matter import Heard
from p5diff.threads.resemblance import REVIVAL, Resemblance, Tools
from p5diff.threads.returns import Memory, Returns
from p5diff.threads.strand import (
    SaidSentence,
    Strand,
    does_the_same,
    only_uncovered,
    opening_words,
    replace_wordings,
    said_in,
)

AHEAD = 0.25
"""By how much the return of an old thread must be likelier than the link to a neighbour's sentence, which
has the order of both texts on its side."""
SETTLED = 2
"""A series of two says what the comparison of the two says; from the third text on what was said before may
tell that a pair is a chance."""
APART = "a paraphrase and a text that is none: nobody can tell"
"""Why a text that covers a topic is no evidence of what left."""

_NAMED = frozenset({"instrument", "body"})
"""The categories of the ledger that a series follows."""


class Weaver:
    """Takes statements in order of date and gives the series so far at any time."""

    def __init__(self, tools: Tools, *, language: str = "", ladder: str = "") -> None:
        self._tools = tools
        self._language = language
        self._ladder = ladder
        self._texts: list[Metadata] = []
        self._memory = Memory()
        self._here: dict[str, Strand] = {}
        """Sentence id in the newest statement → its thread."""
        self._labels: dict[str, str] = {}
        self._names: dict[tuple[str, str], dict[str, None]] = {}
        self._weights = Weights()
        self._heard = Heard()

    @classmethod
    def resume(cls, series: Series, tools: Tools) -> Weaver:
        """A weaver that goes on where `series` ends."""
        weaver = cls(tools, language=series.language, ladder=series.ladder)
        weaver._texts = list(series.texts)
        weaver._labels = dict(series.topics)
        for number in range(len(series.statements)):
            wordings = (thread.wordings[number] for thread in series.threads)
            weaver._heard.learn(w.text for w in wordings if isinstance(w, Wording))
        for thread in series.threads:
            strand = Strand(
                thread.id, thread.role, dict.fromkeys(thread.topics), [*thread.wordings], [*thread.events]
            )
            weaver._memory.enter(strand)
            weaver._weights.learn(w.text for w in thread.said())
            for one, other in pairwise(thread.said()):
                weaver._memory.outlive(strand, one, other)
            now = thread.wordings[-1]
            if isinstance(now, Wording):
                weaver._here.update(dict.fromkeys(now.sentences, strand))
            else:
                weaver._memory.rest(strand)
        for name in series.names:
            weaver._names[name.category, name.name] = dict.fromkeys(name.statements)
        return weaver

    def add(self, statement: Statement, comparison: Comparison) -> None:
        """The next statement, with its comparison with the one before (for the first: with nothing)."""
        self._heard.learn(s.text for s in statement.sentences())
        step = _Weaving(self, statement, comparison)
        self._texts.append(statement.meta)
        step.run()
        self._labels.update(comparison.topics)
        self._weights.learn(s.text for s in statement.sentences())
        self._count_names(statement.meta.ref, comparison)

    def series(self) -> Series:
        """The series so far, without alarms."""
        return Series(
            statements=tuple(meta.ref for meta in self._texts),
            texts=tuple(self._texts),
            threads=tuple(strand.frozen() for strand in self._memory.strands),
            topics=tuple(self._labels.items()),
            names=tuple(Naming(category=c, name=n, statements=tuple(s)) for (c, n), s in self._names.items()),
            language=self._language,
            ladder=self._ladder,
        )

    def covers(self, meta: Metadata, topics: Sequence[str], role: Role) -> bool:
        """Whether the text could be expected to say something on these topics, the leading one first:
        what makes a one-sided sentence of a comparison `uncovered`, asked of a text further off. A text of
        a few paragraphs covers no topic whole, not even those it raises, and nor does a partial digest."""
        if role is not Role.BODY:
            return not meta.partial and meta.edition is not Edition.DIGEST
        leading = topics[0] if topics else ""
        return not meta.partial or not (leading in meta.not_covered or meta.quiet)

    def _count_names(self, ref: str, comparison: Comparison) -> None:
        for entry in comparison.ledger:
            if entry.category in _NAMED and entry.status != "left":
                self._names.setdefault((entry.category, entry.value), {})[ref] = None


class _Weaving:
    """One statement being woven in."""

    def __init__(self, weaver: Weaver, statement: Statement, comparison: Comparison) -> None:
        self.w, self.memory = weaver, weaver._memory
        self.statement = statement
        self.ref = statement.meta.ref
        self.language = get(statement.meta.language)
        self.changes = comparison.changes
        self.alike = Resemblance(weaver._weights, weaver._heard, weaver._tools, self.language)
        in_parts = statement.meta.in_parts or any(meta.in_parts for meta in weaver._texts[-1:])
        headings = Headings(self.changes, self.language)
        self.links = Links(self.alike, headings, self.language, in_parts=in_parts)
        self.before = weaver._here
        self.quiet = statement.meta.quiet
        self.here: dict[str, Strand] = {}
        self.spoken = frozenset(map(id, self.before.values()))
        self.previous = weaver._texts[-1].ref if weaver._texts else ""
        self.returns = Returns(
            self.memory, self.alike, ref=self.ref, previous=self.previous, spoken=self.spoken
        )
        self.freed: list[Strand] = []
        """Threads whose counterpart in the comparison turned out to be the return of another."""
        self.paragraphs = {s.id: str(s.paragraph or "") for s in statement.sentences()}
        self.foretold: dict[str, str] = {}
        """The ids that sentences would have as threads of their own, as events name them → sentence id."""

    def run(self) -> None:
        """Carry threads on, try what is new against those that rest, begin the others, mark gaps."""
        fresh: list[tuple[SaidSentence, Event]] = []
        linked = []
        for change in self.changes:
            pair = change.pair
            if pair.before and pair.after:
                linked.append(change)
            elif pair.after:
                fresh += [(said, Event(statement=self.ref, event=EventKind.BORN)) for said in said_in(change)]
        if len(self.w._texts) > SETTLED:
            linked, fresh = self._exchanged(linked, fresh)
        for change in linked:
            fresh += self._linked(change)
        fresh = self._resettled(fresh)
        self._gaps()
        for said, event in self._returned(fresh):
            self._begin(said, event)
        self._rename()
        self.w._here = self.here

    def _rename(self) -> None:
        """Where a sentence that events name as a thread of its own came back to an older one, name that."""
        gone = {
            name: s for name, s in self.foretold.items() if name not in self.memory.number and s in self.here
        }
        for strand in self.memory.strands if gone else ():
            for at, event in enumerate(strand.events):
                if event.statement == self.ref and gone.keys() & set(event.others):
                    named = (self.here[gone[o]].id if o in gone else o for o in event.others)
                    others = tuple(dict.fromkeys(other for other in named if other != strand.id))
                    strand.events[at] = replace(event, others=others)

    def _exchanged(
        self, linked: list[Change], fresh: list[tuple[SaidSentence, Event]]
    ) -> tuple[list[Change], list[tuple[SaidSentence, Event]]]:
        """Give back what pairs took from each other: where a pair puts one thing in the place of another,
        and that very thing stands in another such pair or as new, its thread goes on there.

        "talks on cables this year" ~ "talks on grain this year"; new: "talks on cables with the regions"
        """
        apart = [change for change in linked if self._is_exchange(change)]
        if not apart:
            return linked, fresh
        open_ = [(said, event) for change in apart for said, event in self._as_new(change)] + fresh
        strands = [self.before[change.pair.before[0].id] for change in apart]
        taken = self._best(strands, open_)
        lost = set(taken)  # numbers in `open_`: the first ones are the sentences of the pairs themselves
        for at, number in taken.items():
            self._carry(strands[number], open_[at][0])
        moved = set(taken.values())
        kept = [c for n, c in enumerate(apart) if n not in moved and n not in lost]
        given_up = [c for c in apart if c not in kept]
        freed = [open_[n] for n in range(len(apart)) if n in moved and n not in lost]
        left = [one for at, one in enumerate(fresh, len(apart)) if at not in lost]
        return [c for c in linked if c not in given_up], [*left, *freed]

    def _is_exchange(self, change: Change) -> bool:
        """Whether a pair of one sentence with another puts one thing in the place of another."""
        strands = {id(self.before[s.id]) for s in change.pair.before}
        said = said_in(change)
        if len(strands) != 1 or len(said) != 1 or not change.pair.edits:
            return False
        strand = self.before[change.pair.before[0].id]
        if strand.last.text == said[0].sentence.text or not does_the_same(strand.last, said[0]):
            return False
        return self.alike.apart(change.pair.edits, opening_words(said[0]))

    def _as_new(self, change: Change) -> list[tuple[SaidSentence, Event]]:
        return [(said, Event(statement=self.ref, event=EventKind.BORN)) for said in said_in(change)]

    # -- sentences that correspond ---------------------------------------------------------------

    def _linked(self, change: Change) -> list[tuple[SaidSentence, Event]]:
        """Carry the threads of a pair on; what is left of the pair begins threads of its own."""
        strands = list(dict.fromkeys(self.before[s.id] for s in change.pair.before))
        said = said_in(change)
        if len(strands) == 1 and len(said) == 1:
            strand, only = strands[0], said[0]
            if self._is_another(change, strand, only):
                self.freed.append(strand)
                return [(only, Event(statement=self.ref, event=EventKind.BORN))]
            if not self.links.carries(change, strand, only):
                return [(only, self._recast(strand, only))]
            self._go_on(strand, (only,), self._event(change, strand, only), change)
            return []
        return self._group(change, strands, said)

    def _is_another(self, change: Change, strand: Strand, only: SaidSentence) -> bool:
        """Whether the sentence is surely the return of an older one, and the pair a chance of the gap: it is
        much more like that one, or what the pair exchanges is the very thing that it is about."""
        likeness = self.alike.weights.likeness(strand.last.text, only.sentence.text)
        if likeness < REVIVAL and any(score >= likeness + AHEAD for _, score in self.returns.ancestors(only)):
            return True
        if strand.last.text == only.sentence.text or not does_the_same(strand.last, only):
            return False
        if not self.alike.apart(change.pair.edits, opening_words(only)):
            return False
        rivals = [score for _, score in self.returns.ancestors(only)]
        beside = self.returns.beside(only, but=strand)
        return max([*rivals, beside.score if beside else 0.0]) >= likeness

    def _resettled(self, fresh: list[tuple[SaidSentence, Event]]) -> list[tuple[SaidSentence, Event]]:
        """Carry on in a sentence that the comparison found new the threads that lost their counterpart to the
        thread it came back to, where it is as surely them as a return would be."""
        taken = self._best(self.freed, fresh)
        for at, number in taken.items():
            self._carry(self.freed[number], fresh[at][0])
        return [one for at, one in enumerate(fresh) if at not in taken]

    def _best(self, strands: Sequence[Strand], fresh: Sequence[tuple[SaidSentence, Event]]) -> dict[int, int]:
        """Number of a sentence → number of the thread that goes on in it, as surely as it would come back in
        it; the likest first, each once."""
        found: list[tuple[float, int, int]] = []
        for number, strand in enumerate(strands):
            for at, (said, event) in enumerate(fresh):
                if (
                    event.others
                    or strand.role is not said.sentence.role
                    or not self.alike.acts_alike(strand.last, said)
                ):
                    continue
                score = self.alike.closest((strand.last.text,), said)[0]
                if score >= REVIVAL:
                    found.append((-score, number, at))
        taken: dict[int, int] = {}
        for _, number, at in sorted(found):
            if number not in taken.values() and at not in taken:
                taken[at] = number
        return taken

    def _carry(self, strand: Strand, said: SaidSentence) -> None:
        """Carry a thread on in a sentence that the comparison did not pair it with."""
        same = strand.last.text == said.sentence.text
        event = Event(statement=self.ref, event=EventKind.KEPT if same else EventKind.REWORDED)
        self._go_on(strand, (said,), event, None)

    def _recast(self, strand: Strand, only: SaidSentence) -> Event:
        if self._tells_nothing_of(strand):
            return Event(statement=self.ref, event=EventKind.BORN)
        event = Event(statement=self.ref, event=EventKind.RECAST, others=(self._foretell(only),))
        self._end(strand, event)
        return Event(statement=self.ref, event=EventKind.BORN, others=(strand.id,))

    def _group(
        self, change: Change, strands: list[Strand], said: list[SaidSentence]
    ) -> list[tuple[SaidSentence, Event]]:
        """Several sentences on a side: the best matched carry the threads on, each once."""
        matched = self.links.matched(change, strands, said)
        split = len(said) > len(strands) or len(said) > 1
        merged = len(strands) > 1
        fresh, branches = self._born(strands, said, matched)
        joined = self._joined(strands, said, matched, branches)
        for strand in strands:
            if strand.id not in matched:
                continue
            one = said[matched[strand.id][1]]
            events = [self._event(change, strand, one, alone=False)]
            if split and branches[strand.id]:
                events.insert(
                    0,
                    Event(statement=self.ref, event=EventKind.SPLIT, others=tuple(branches[strand.id])),
                )
            if merged and joined[strand.id]:
                events.insert(
                    0, Event(statement=self.ref, event=EventKind.MERGED, others=tuple(joined[strand.id]))
                )
            if len(events) > 1 and events[-1].event in (EventKind.KEPT, EventKind.REWORDED):
                events.pop()  # the split or merge says it
            self._go_on(strand, (one,), events, None)
        return fresh

    def _born(
        self, strands: list[Strand], said: list[SaidSentence], matched: Mapping[str, tuple[float, int]]
    ) -> tuple[list[tuple[SaidSentence, Event]], dict[str, list[str]]]:
        """Sentences that carry no thread on, each with how it began; thread → threads that branch off it, or
        stand in its place where it goes on in none."""
        taken = {number for _, number in matched.values()}
        branches: dict[str, list[str]] = defaultdict(list)
        fresh: list[tuple[SaidSentence, Event]] = []
        for number, one in enumerate(said):
            if number in taken:
                continue
            parent = self.links.nearest(one.sentence.text, strands)
            if parent and parent.id not in matched and self._tells_nothing_of(parent):
                parent = None
            kind = EventKind.SPLIT if parent and parent.id in matched else EventKind.BORN
            others = (parent.id,) if parent else ()
            if parent:
                branches[parent.id].append(self._foretell(one))
            fresh.append((one, Event(statement=self.ref, event=kind, others=others)))
        return fresh, branches

    def _joined(
        self,
        strands: list[Strand],
        said: list[SaidSentence],
        matched: dict[str, tuple[float, int]],
        branches: Mapping[str, list[str]],
    ) -> dict[str, list[str]]:
        """Thread → threads that end in it here; a thread that no sentence hosts is left, or said to go on
        perhaps in what stands in its place."""
        joined: dict[str, list[str]] = defaultdict(list)
        for strand in strands:
            if strand.id in matched:
                continue
            host = self._host(strand, matched, said)
            if host is None and branches.get(strand.id):
                others = tuple(branches[strand.id])
                self._end(strand, Event(statement=self.ref, event=EventKind.RECAST, others=others))
            elif host is None:
                self._leave(strand)
            else:
                joined[host.id].append(strand.id)
                self._end(strand, Event(statement=self.ref, event=EventKind.MERGED, others=(host.id,)))
        return joined

    def _host(
        self, strand: Strand, matched: Mapping[str, tuple[float, int]], said: Sequence[SaidSentence]
    ) -> Strand | None:
        """The thread whose sentence now holds what `strand` said."""
        best = max(
            matched.items(),
            key=lambda item: self.alike.weights.held_in(strand.last.text, said[item[1][1]].sentence.text),
            default=None,
        )
        if best is None:
            return None
        held = self.alike.weights.held_in(strand.last.text, said[best[1][1]].sentence.text)
        return self.memory.strands[self.memory.number[best[0]]] if held >= BRANCH else None

    # -- what is new ---------------------------------------------------------------------------------

    def _returned(self, fresh: list[tuple[SaidSentence, Event]]) -> Iterable[tuple[SaidSentence, Event]]:
        """Join what is new to the threads that rest, where it is surely them; the rest is passed on."""
        best: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for at, (said, event) in enumerate(fresh):
            branch = max((self.returns.held(said, name) for name in event.others), default=0.0)
            for number, score in self.returns.ancestors(said):
                if event.event is not EventKind.SPLIT or score >= branch + AHEAD:
                    best[at].append((score, number))
        chosen: dict[int, int] = {}
        used: set[int] = set()
        order = sorted((-score, at, number) for at, found in best.items() for score, number in found)
        for _, at, number in order:
            if at not in chosen and number not in used:
                chosen[at] = number
                used.add(number)
        for at, (said, event) in enumerate(fresh):
            if at in chosen:
                self._return(self.memory.strands[chosen[at]], said)
            else:
                back = None if event.others else self.returns.beside(said)
                yield said, back.event if back else event

    def _tells_nothing_of(self, strand: Strand) -> bool:
        """Whether a wording that is not found here may stand here all the same: this text's silence says
        nothing, or one of both is a paraphrase, which need not share a word with the text itself."""
        digests = {m.ref for m in self.w._texts if m.edition is Edition.DIGEST}
        return self.quiet or (strand.last.statement in digests) != (self.ref in digests)

    def _return(self, strand: Strand, said: SaidSentence) -> None:
        rested = strand.wordings[:-1]  # this statement's gap has been entered already
        resumed = only_uncovered(replace_wordings(strand, rested))
        self.memory.wake(strand)
        strand.wordings.pop()
        while strand.events and strand.events[-1].statement == self.ref:
            strand.events.pop()
        same = strand.last.text == said.sentence.text
        kind = (EventKind.KEPT if same else EventKind.REWORDED) if resumed else EventKind.REVIVED
        self._go_on(strand, (said,), [Event(statement=self.ref, event=kind)], None)

    def _begin(self, said: SaidSentence, event: Event) -> None:
        strand = Strand(self._new_id(said), said.sentence.role)
        gap_before = [
            Gap.ABSENT if self.w.covers(meta, said.topics, said.sentence.role) else Gap.NOT_COVERED
            for meta in self.w._texts[:-1]
        ]
        strand.wordings.extend(gap_before)
        strand.wordings.append(self._wording((said,)))
        strand.events.append(event)
        strand.topics.update(dict.fromkeys(said.topics))
        self.memory.enter(strand)
        self.here[said.sentence.id] = strand

    def _foretell(self, said: SaidSentence) -> str:
        name = self._new_id(said)
        self.foretold[name] = said.sentence.id
        return name

    def _new_id(self, said: SaidSentence) -> str:
        name = f"{self.statement.meta.id}#{said.sentence.id}"
        return name if name not in self.memory.number else f"{self.ref}#{said.sentence.id}"

    # -- one thread ----------------------------------------------------------------------------------

    def _go_on(
        self,
        strand: Strand,
        said: tuple[SaidSentence, ...],
        events: Event | list[Event],
        change: Change | None,
    ) -> None:
        last = strand.last
        edits: tuple[WordEdit, ...] = ()
        wording = self._wording(said)
        if wording.text != last.text:
            known = change is not None and last.statement == self.previous and change.pair.edits
            edits = change.pair.edits if known and change else self.alike.tools.edits(last.text, wording.text)
            self.memory.outlive(strand, last, wording)
        strand.wordings.append(replace(wording, edits=edits))
        strand.events.extend(events if isinstance(events, list) else [events])
        strand.topics.update(dict.fromkeys(t for one in said for t in one.topics))
        for one in said:
            self.here[one.sentence.id] = strand

    def _wording(self, said: tuple[SaidSentence, ...]) -> Wording:
        mark = next((one.mark for one in said if one.mark), None)
        return Wording(
            statement=self.ref,
            sentences=tuple(one.sentence.id for one in said),
            text=" ".join(one.sentence.text for one in said),
            kind=mark.kind if mark else MarkKind.NONE,
            topics=tuple(dict.fromkeys(t for one in said for t in one.topics)),
            rung=mark.rung if mark else "",
            strength=mark.strength if mark else None,
            paragraph=self.paragraphs[said[0].sentence.id],
        )

    def _event(self, change: Change, strand: Strand, only: SaidSentence, *, alone: bool = True) -> Event:
        """Kept, reworded, or a direction that the comparison found, with what it rests on."""
        if strand.last.text == only.sentence.text or change.pair.kind is PairKind.UNCHANGED:
            return Event(statement=self.ref, event=EventKind.KEPT)
        found = [s for s in change.shifts if s.verdict in (Verdict.STRONGER, Verdict.WEAKER)]
        if alone and any(s.verdict is Verdict.CARRIED_OUT for s in change.shifts):
            return Event(statement=self.ref, event=EventKind.CARRIED_OUT, detail=_detail(change.shifts))
        verdicts = {s.verdict for s in found}
        if alone and len(verdicts) == 1:
            stronger = verdicts == {Verdict.STRONGER}
            kind = EventKind.STRENGTHENED if stronger else EventKind.WEAKENED
            return Event(statement=self.ref, event=kind, detail=_detail(found))
        if change.pair.kind is PairKind.EDITORIAL:
            return Event(statement=self.ref, event=EventKind.KEPT, detail="print only")
        return Event(statement=self.ref, event=EventKind.REWORDED, detail=_detail(found) if alone else "")

    def _leave(self, strand: Strand) -> None:
        """A thread without a place in a pair; what a text in parts lacks is a gap like any other."""
        if not self._tells_nothing_of(strand):
            self._end(strand, Event(statement=self.ref, event=EventKind.DROPPED))

    def _end(self, strand: Strand, event: Event) -> None:
        strand.wordings.append(Gap.ABSENT)
        strand.events.append(event)
        self.memory.rest(strand)

    def _gaps(self) -> None:
        """Enter a gap for every thread that this statement does not say."""
        uncovered = {s.id for c in self.changes if c.pair.kind is PairKind.UNCOVERED for s in c.pair.before}
        size = len(self.w._texts)
        quiet = {id(self.before[name]) for name in uncovered if name in self.before}
        for strand in self.memory.strands:
            if len(strand.wordings) == size:
                continue
            if id(strand) in self.spoken:
                gap = id(strand) in quiet or self._tells_nothing_of(strand)
                kind = EventKind.NOT_COVERED if gap else EventKind.DROPPED
                strand.wordings.append(Gap.NOT_COVERED if gap else Gap.ABSENT)
                apart = gap and not self.quiet and id(strand) not in quiet
                strand.events.append(Event(statement=self.ref, event=kind, detail=APART if apart else ""))
                self.memory.rest(strand)
            else:
                covered = self.w.covers(self.statement.meta, tuple(strand.topics), strand.role)
                covered = covered and not self._tells_nothing_of(strand)
                waiting = only_uncovered(strand)  # what has ended once does not end again
                strand.wordings.append(Gap.ABSENT if covered else Gap.NOT_COVERED)
                if waiting and covered:
                    strand.events.append(Event(statement=self.ref, event=EventKind.DROPPED))


def _detail(shifts: Iterable[Shift]) -> str:
    """What a direction rests on, in words."""
    return "; ".join(dict.fromkeys(f"{s.aspect}: {s.before or '—'} → {s.after or '—'}" for s in shifts))
