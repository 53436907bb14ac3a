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
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple, Protocol

from p5diff.language import get
from p5diff.model.alignment import PairKind, WordEdit
from p5diff.model.comparison import Change, CommitmentMark, Comparison, MarkKind, Shift, Side, Verdict
from p5diff.model.series import Event, EventKind, Gap, Naming, Series, Thread, Wording
from p5diff.model.statement import Edition, Metadata, Role, Sentence, Statement
from p5diff.text.tokens import key, printed_tokens
from p5diff.threads.core import matter, shares_core, without_lists
from p5diff.threads.headings import Headings
from p5diff.threads.likeness import Weights, terms_of
from p5diff.threads.matter import Heard, another_matter, shared_beginning

RECAST = 0.25
"""Below this likeness a pair carries no thread on: the same bound as for a recast pair. Higher, and
honest rewordings break off; lower, and threads jump to what took a sentence's place."""
SUBJECT = 0.3
"""The same without the words that show the act: below it, two sentences do the same to different things
("support … satellites", "support … cables"). In planted series other subjects had 0.1 to 0.46 (one in ten
above 0.4) and the same ones 0.49 and more; in 38 statements of one committee, where what is done recurs with
other words, right links began at 0.31."""
OTHER_ACT = 0.4
"""What is needed where the act is another too, and one of both binds, calls or charges a body: of six such
pairs in those statements below 0.4 five had another subject, above it none of four."""
ACT_HELD = 0.5
"""By weight, as much of the words that show an act must stand in an older wording that did the same."""
GROUPED = 0.4
"""Where sentences were split or joined, how much of one must stand in the other for its thread to go on,
the same act counted in with 0.05. In four statements that are reworded throughout from year to year, nine of
eleven such links below it led to another subject; in 38 of one committee right ones began there."""
GROUPED_OTHER_ACT = 0.5
"""The same where the act is another, and one of both binds, calls or charges a body: three of four below it
led to another subject, none above it."""
GROUPED_ACT = 0.45
"""The same where the act is one and somebody binds himself, calls or takes a position: what stands in such a
sentence is told by its matter, and of three of those below it each led to another subject."""
CORE = 0.5
"""From this likeness on the words themselves are evidence enough. Below it, sentences that bind, call or take
a position need their core in common, the act and what it is done to (`threads/core.py`): of 34 judged links
of texts reworded throughout that had none, 12 led to another subject. How sure the alignment is says nothing
here: it goes by places and by purposes, which all that a text promises may share. From 0.6 on as many more
right links were lost, and no wrong one."""
CORE_OTHER_ACT = 0.55
"""The same where the act is another: the one wrong link from 0.5 on was such a one."""
DOUBTED = 0.5
"""A pair that the alignment itself finds likelier wrong than right needs as much in common as a text known in
parts (`RESUMED`), whatever its sentences do."""
BRANCH = 0.25
"""How much of a sentence must stand in the other for it to be a part of it, in splits and merges."""
REVIVAL = 0.6
"""Likeness that makes a new sentence the return of an old one. On 38 statements of one committee, at 0.3
half of the returns paired strangers; at 0.6 none did, and planted returns with a fifth of their words
changed were found."""
EXCHANGED = 0.8
"""How much of a wording, by the weight of what stays, may stand for something else when it comes back: less
than what stays. Whether it is the matter that was exchanged, no share can tell (`threads/matter.py`)."""
RESUMED = 0.4
"""The same after a statement that does not cover the topic: nothing was dropped, so less is needed. A link
between neighbours needs as much where one is known in parts only: their order then says nothing."""
MARGIN = 0.05
"""By how much a return must be likelier than the next candidate, unless they are worded alike."""
BESIDE = 0.1
"""By how much a sentence must be likelier the return of a wording that a thread has left behind than like
what the thread says now. In planted series twins with other acts were 0.15 apart and more."""
AHEAD = 0.25
"""By how much the return of an old thread must be likelier than the link to a neighbour's sentence, which
has the order of both texts on its side."""
SETTLED = 2
"""A series of two says what the comparison of the two says; from the third text on what was said before may
tell that a pair is a chance."""
SHARED_TERMS = 3
"""Fewer terms in common are no evidence that a sentence has come back."""
APART = "a paraphrase and a text that is none: nobody can tell"
"""Why a text that covers a topic is no evidence of what left."""
_ACT_WORDS = 4
"""What shows an act opens with its verb, behind an actor of two words at most ("The States intend to"); where
a rule spans a whole clause, what follows is the matter."""
_CLAUSE = 10
"""Words that show an act at most: where a rule takes more, it reads the sentence by its build, and the matter
is among them ("For example, … estimates of the rate had a tendency of 5.2 percent")."""
_WHOLE = 6
"""Terms from which on a wording is taken for a whole sentence: the shortest promises have about as many."""
_LOOKED_UP = 8
"""A sentence looks for its ancestors by this many of its rarest terms."""

_NAMED = frozenset({"instrument", "body"})
"""The categories of the ledger that a series follows."""


class Tools(Protocol):
    """What a series takes from other stages."""

    def edits(self, before: str, after: str) -> tuple[WordEdit, ...]:
        """The words that changed from one wording to the next."""
        ...


@dataclass(slots=True, eq=False)  # a thread is itself, whatever it says
class _Strand:
    """A thread in the making."""

    id: str
    role: Role
    topics: dict[str, None] = field(default_factory=dict)
    wordings: list[Wording | Gap] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    @property
    def last(self) -> Wording:
        """The last wording there is."""
        return next(w for w in reversed(self.wordings) if isinstance(w, Wording))

    def frozen(self) -> Thread:
        """The thread as a value."""
        return Thread(
            id=self.id,
            topics=tuple(self.topics),
            role=self.role,
            wordings=tuple(self.wordings),
            events=tuple(self.events),
        )


class _Said(NamedTuple):
    """A sentence of the newest statement with what was read in it."""

    sentence: Sentence
    mark: CommitmentMark | None
    topics: tuple[str, ...]


class _Beside(NamedTuple):
    """The return of a wording beside the thread that left it behind, and how like it is."""

    score: float
    event: Event


class Weaver:
    """Takes statements in order of date and gives the series so far at any time."""

    def __init__(self, tools: Tools, *, language: str = "", ladder: str = "") -> None:
        self._tools = tools
        self._language = language
        self._ladder = ladder
        self._texts: list[Metadata] = []
        self._strands: list[_Strand] = []
        self._here: dict[str, _Strand] = {}
        """Sentence id in the newest statement → its thread."""
        self._labels: dict[str, str] = {}
        self._names: dict[tuple[str, str], dict[str, None]] = {}
        self._weights = Weights()
        self._resting: dict[str, dict[int, None]] = defaultdict(dict)
        """Term → the threads without a wording in the newest statement that hold it."""
        self._past: dict[str, dict[int, None]] = defaultdict(dict)
        """Term → the threads that an earlier wording of theirs held it in, before they were reworded."""
        self._number: dict[str, int] = {}
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
            strand = _Strand(
                thread.id, thread.role, dict.fromkeys(thread.topics), [*thread.wordings], [*thread.events]
            )
            weaver._enter(strand)
            weaver._weights.learn(w.text for w in thread.said())
            for one, other in pairwise(thread.said()):
                weaver._outlive(strand, one, other)
            now = thread.wordings[-1]
            if isinstance(now, Wording):
                weaver._here.update(dict.fromkeys(now.sentences, strand))
            else:
                weaver._rest(strand)
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
            threads=tuple(strand.frozen() for strand in self._strands),
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

    def _enter(self, strand: _Strand) -> None:
        self._number[strand.id] = len(self._strands)
        self._strands.append(strand)

    def _outlive(self, strand: _Strand, old: Wording, new: Wording) -> None:
        """Remember a wording that its thread leaves behind for another."""
        if old.text != new.text:
            number = self._number[strand.id]
            for term in terms_of(old.text):
                self._past[term][number] = None

    def _rest(self, strand: _Strand) -> None:
        number = self._number[strand.id]
        for text in dict.fromkeys((_first(strand).text, strand.last.text)):
            for term in terms_of(text):
                self._resting[term][number] = None

    def _wake(self, strand: _Strand) -> None:
        number = self._number[strand.id]
        for text in dict.fromkeys((_first(strand).text, strand.last.text)):
            for term in terms_of(text):
                self._resting[term].pop(number, None)

    def _count_names(self, ref: str, comparison: Comparison) -> None:
        for entry in comparison.ledger:
            if entry.category in _NAMED and entry.status != "left":
                self._names.setdefault((entry.category, entry.value), {})[ref] = None


class _Weaving:
    """One statement being woven in."""

    def __init__(self, weaver: Weaver, statement: Statement, comparison: Comparison) -> None:
        self.w = weaver
        self.statement = statement
        self.ref = statement.meta.ref
        self.language = get(statement.meta.language)
        self.changes = comparison.changes
        self.headings = Headings(self.changes, self.language)
        self.before = weaver._here
        self.quiet = statement.meta.quiet
        self.here: dict[str, _Strand] = {}
        self.spoken = set(map(id, self.before.values()))
        self.freed: list[_Strand] = []
        """Threads whose counterpart in the comparison turned out to be the return of another."""
        self.paragraphs = {s.id: str(s.paragraph or "") for s in statement.sentences()}
        self.foretold: dict[str, str] = {}
        """The ids that sentences would have as threads of their own, as events name them → sentence id."""

    def run(self) -> None:
        """Carry threads on, try what is new against those that rest, begin the others, mark gaps."""
        fresh: list[tuple[_Said, Event]] = []
        linked = []
        for change in self.changes:
            pair = change.pair
            if pair.before and pair.after:
                linked.append(change)
            elif pair.after:
                fresh += [(said, Event(statement=self.ref, event=EventKind.BORN)) for said in _said(change)]
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
        gone = {name: s for name, s in self.foretold.items() if name not in self.w._number and s in self.here}
        for strand in self.w._strands if gone else ():
            for at, event in enumerate(strand.events):
                if event.statement == self.ref and gone.keys() & set(event.others):
                    named = (self.here[gone[o]].id if o in gone else o for o in event.others)
                    others = tuple(dict.fromkeys(other for other in named if other != strand.id))
                    strand.events[at] = replace(event, others=others)

    def _exchanged(
        self, linked: list[Change], fresh: list[tuple[_Said, Event]]
    ) -> tuple[list[Change], list[tuple[_Said, Event]]]:
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
        said = _said(change)
        if len(strands) != 1 or len(said) != 1 or not change.pair.edits:
            return False
        strand = self.before[change.pair.before[0].id]
        if strand.last.text == said[0].sentence.text or not _does_the_same(strand.last, said[0]):
            return False
        return self._apart(change.pair.edits, _opening_words(said[0]))

    def _as_new(self, change: Change) -> list[tuple[_Said, Event]]:
        return [(said, Event(statement=self.ref, event=EventKind.BORN)) for said in _said(change)]

    # -- sentences that correspond ---------------------------------------------------------------

    def _linked(self, change: Change) -> list[tuple[_Said, Event]]:
        """Carry the threads of a pair on; what is left of the pair begins threads of its own."""
        strands = list(dict.fromkeys(self.before[s.id] for s in change.pair.before))
        said = _said(change)
        if len(strands) == 1 and len(said) == 1:
            strand, only = strands[0], said[0]
            if self._is_another(change, strand, only):
                self.freed.append(strand)
                return [(only, Event(statement=self.ref, event=EventKind.BORN))]
            if not self._carries(change, strand, only):
                return [(only, self._recast(strand, only))]
            self._go_on(strand, (only,), self._event(change, strand, only), change)
            return []
        return self._group(change, strands, said)

    def _carries(self, change: Change, strand: _Strand, only: _Said) -> bool:
        kind = change.pair.kind
        if kind in (PairKind.UNCHANGED, PairKind.EDITORIAL):
            return True
        if kind.value == "recast" or (strand.role is Role.BODY) != (only.sentence.role is Role.BODY):
            return False
        if not self._heads_the_same(strand, only):
            return False
        before, after = strand.last.text, only.sentence.text
        edits = change.pair.edits
        if self._begun_alike(edits, before, after) >= REVIVAL and not self._apart(
            edits, _opening_words(only)
        ):
            return True  # where a rule spans a whole clause, little stands apart from what shows the act
        if self.w._weights.likeness(before, after) < self._needed(change):
            return False
        return self._beside_lists(before, after) and self._keeps_matter(change, strand, only)

    def _keeps_matter(self, change: Change, strand: _Strand, only: _Said) -> bool:
        """Whether a sentence that is alike enough does what it does to the same thing."""
        before, after = strand.last.text, only.sentence.text
        acts = (strand.last.kind, only.mark.kind if only.mark else MarkKind.NONE)
        if not _takes_a_side(acts):
            # what reports or does nothing is told by all of its words
            alike = acts[0] is acts[1] or MarkKind.NONE in acts
            return alike or self.w._weights.likeness(before, after) >= SUBJECT
        if not self._keeps_core(change, strand, only):
            return False
        subject = self.w._weights.likeness(before, after, apart=_act_terms(change.marks))
        return subject >= (SUBJECT if acts[0] is acts[1] else OTHER_ACT)

    def _heads_the_same(self, strand: _Strand, only: _Said) -> bool:
        """Whether two numbered wordings have more in common than a number."""
        last, sentence = strand.last, only.sentence
        return self.headings.may_be_one(last.text, sentence.text, last.sentences[0], sentence.id)

    def _needed(self, change: Change) -> float:
        """The least likeness that carries a thread on."""
        in_parts = self.statement.meta.in_parts or self.w._texts[-2].in_parts
        return RESUMED if in_parts or change.pair.confidence < DOUBTED else RECAST

    def _keeps_core(self, change: Change, strand: _Strand, only: _Said) -> bool:
        """Whether both sentences do what they do to one thing, as far as needs be known: not where they are
        much alike."""
        before, after = strand.last, only.sentence.text
        same = before.kind is (only.mark.kind if only.mark else MarkKind.NONE)
        alike = self.w._weights.likeness(before.text, after)
        if alike >= (CORE if same else CORE_OTHER_ACT):
            return True
        ours = [m for m in change.marks if m.side is Side.BEFORE and m.sentence == before.sentences[0]]
        theirs = [m for m in change.marks if m.side is Side.AFTER and m.sentence == only.sentence.id]
        one, two = matter(before.text, ours, self.language), matter(after, theirs, self.language)
        return shares_core(one, two, before.text, after)

    def _beside_lists(self, before: str, after: str) -> bool:
        """Whether two wordings that enumerate have something in common beside what they enumerate: two texts
        that name the same thirty States need not say the same of them."""
        one, two = without_lists(before), without_lists(after)
        if one == before or two == after:
            return True
        return self.w._weights.likeness(one, two) >= RECAST

    def _is_another(self, change: Change, strand: _Strand, only: _Said) -> bool:
        """Whether the sentence is surely the return of an older one, and the pair a chance of the gap: it is
        much more like that one, or what the pair exchanges is the very thing that it is about."""
        likeness = self.w._weights.likeness(strand.last.text, only.sentence.text)
        if likeness < REVIVAL and any(score >= likeness + AHEAD for _, score in self._ancestors(only)):
            return True
        if strand.last.text == only.sentence.text or not _does_the_same(strand.last, only):
            return False
        if not self._apart(change.pair.edits, _opening_words(only)):
            return False
        rivals = [score for _, score in self._ancestors(only)]
        beside = self._beside(only, but=strand)
        return max([*rivals, beside.score if beside else 0.0]) >= likeness

    def _resettled(self, fresh: list[tuple[_Said, Event]]) -> list[tuple[_Said, Event]]:
        """Carry on in a sentence that the comparison found new the threads that lost their counterpart to the
        thread it came back to, where it is as surely them as a return would be."""
        taken = self._best(self.freed, fresh)
        for at, number in taken.items():
            self._carry(self.freed[number], fresh[at][0])
        return [one for at, one in enumerate(fresh) if at not in taken]

    def _best(self, strands: Sequence[_Strand], fresh: Sequence[tuple[_Said, Event]]) -> dict[int, int]:
        """Number of a sentence → number of the thread that goes on in it, as surely as it would come back in
        it; the likest first, each once."""
        found: list[tuple[float, int, int]] = []
        for number, strand in enumerate(strands):
            for at, (said, event) in enumerate(fresh):
                if (
                    event.others
                    or strand.role is not said.sentence.role
                    or not self._acts_alike(strand.last, said)
                ):
                    continue
                score = self._resemblance((strand.last.text,), said)[0]
                if score >= REVIVAL:
                    found.append((-score, number, at))
        taken: dict[int, int] = {}
        for _, number, at in sorted(found):
            if number not in taken.values() and at not in taken:
                taken[at] = number
        return taken

    def _carry(self, strand: _Strand, said: _Said) -> None:
        """Carry a thread on in a sentence that the comparison did not pair it with."""
        same = strand.last.text == said.sentence.text
        event = Event(statement=self.ref, event=EventKind.KEPT if same else EventKind.REWORDED)
        self._go_on(strand, (said,), event, None)

    def _recast(self, strand: _Strand, only: _Said) -> Event:
        if self._tells_nothing_of(strand):
            return Event(statement=self.ref, event=EventKind.BORN)
        event = Event(statement=self.ref, event=EventKind.RECAST, others=(self._foretell(only),))
        self._end(strand, event)
        return Event(statement=self.ref, event=EventKind.BORN, others=(strand.id,))

    def _group(self, change: Change, strands: list[_Strand], said: list[_Said]) -> list[tuple[_Said, Event]]:
        """Several sentences on a side: the best matched carry the threads on, each once."""
        matched = self._matched(change, strands, said)
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
        self, strands: list[_Strand], said: list[_Said], matched: Mapping[str, tuple[float, int]]
    ) -> tuple[list[tuple[_Said, Event]], dict[str, list[str]]]:
        """Sentences that carry no thread on, each with how it began; thread → threads that branch off it, or
        stand in its place where it goes on in none."""
        taken = {number for _, number in matched.values()}
        branches: dict[str, list[str]] = defaultdict(list)
        fresh: list[tuple[_Said, Event]] = []
        for number, one in enumerate(said):
            if number in taken:
                continue
            parent = self._nearest(one.sentence.text, strands)
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
        strands: list[_Strand],
        said: list[_Said],
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

    def _matched(
        self, change: Change, strands: list[_Strand], said: list[_Said]
    ) -> dict[str, tuple[float, int]]:
        """Thread id → (likeness, number of the sentence that carries it on), best first, each once."""
        if change.pair.kind is PairKind.RECAST:
            return {}
        weights = self.w._weights
        scored: list[tuple[float, int, int]] = []
        for at, strand in enumerate(strands):
            for number, one in enumerate(said):
                same = 0.05 if one.mark and one.mark.kind is strand.last.kind else 0.0
                ours, theirs = strand.last.text, one.sentence.text
                parts = ((theirs, ours), (ours, theirs))
                held = (min(weights.held_in(part, whole), _size(part)) for part, whole in parts)
                score = same + max(weights.likeness(ours, theirs), 0.9 * max(held))
                scored.append((-score, at, number))
        found: dict[str, tuple[float, int]] = {}
        used: set[int] = set()
        for score, at, number in sorted(scored):
            if strands[at].id in found or number in used:
                continue
            if -score >= _needed_in_group(strands[at].last, said[number]) and self._may_go_on(
                change, strands[at], said[number]
            ):
                found[strands[at].id] = (-score, number)
                used.add(number)
        return found

    def _may_go_on(self, change: Change, strand: _Strand, one: _Said) -> bool:
        """Whether a thread of a group that binds, calls or takes a position keeps its core in a sentence."""
        before, after = strand.last, one.sentence.text
        if not self._heads_the_same(strand, one) or not self._beside_lists(before.text, after):
            return False
        if not _takes_a_side((before.kind, one.mark.kind if one.mark else MarkKind.NONE)):
            return True
        return self._keeps_core(change, strand, one)

    def _nearest(self, text: str, strands: Sequence[_Strand]) -> _Strand | None:
        """The thread that a branch comes from."""
        best = max(strands, key=lambda s: self.w._weights.held_in(text, s.last.text))
        return best if self.w._weights.held_in(text, best.last.text) >= BRANCH else None

    def _host(
        self, strand: _Strand, matched: Mapping[str, tuple[float, int]], said: Sequence[_Said]
    ) -> _Strand | None:
        """The thread whose sentence now holds what `strand` said."""
        best = max(
            matched.items(),
            key=lambda item: self.w._weights.held_in(strand.last.text, said[item[1][1]].sentence.text),
            default=None,
        )
        if best is None:
            return None
        held = self.w._weights.held_in(strand.last.text, said[best[1][1]].sentence.text)
        return self.w._strands[self.w._number[best[0]]] if held >= BRANCH else None

    # -- what is new ---------------------------------------------------------------------------------

    def _returned(self, fresh: list[tuple[_Said, Event]]) -> Iterable[tuple[_Said, Event]]:
        """Join what is new to the threads that rest, where it is surely them; the rest is passed on."""
        best: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for at, (said, event) in enumerate(fresh):
            branch = max((self._held(said, name) for name in event.others), default=0.0)
            for number, score in self._ancestors(said):
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
                self._return(self.w._strands[chosen[at]], said)
            else:
                back = None if event.others else self._beside(said)
                yield said, back.event if back else event

    def _beside(self, said: _Said, *, but: _Strand | None = None) -> _Beside | None:
        """The return of a wording that a living thread has left behind: it stands beside that thread now.

        One and two say "They call for talks on X."; three says "They welcome talks on X." instead, and
        four says both: the call is back, and no first use.
        """
        text = said.sentence.text
        best: tuple[float, int, Wording] | None = None
        for number in _looked_up(self.w._past, text):
            strand = self.w._strands[number]
            now = strand.wordings[-1]
            if strand is but or strand.role is not said.sentence.role or not isinstance(now, Wording):
                continue
            edits = self.w._tools.edits(now.text, text)
            bound = 0.0  # what a thread says now of another thing is no rival
            moved = self._apart(edits, _opening_words(said))
            if not moved:
                alike = self.w._weights.likeness(text, now.text)
                bound = max(alike, self._begun_alike(edits, now.text, text)) + BESIDE
            for wording in reversed(strand.wordings[:-1]):  # of equal ones, the last
                if not isinstance(wording, Wording) or not self._acts_alike(wording, said):
                    continue
                score = self._resemblance((wording.text,), said)[0]
                if score >= max(REVIVAL, bound) and not (moved and self._is_one_matter(wording, now)):
                    if wording.statement == self._previous():
                        break  # said just before: it goes on here, and never left
                    if best is None or score > best[0]:
                        best = (score, number, wording)
        if best is None:
            return None
        score, number, wording = best
        event = Event(
            statement=self.ref,
            event=EventKind.REVIVED,
            others=(self.w._strands[number].id,),
            detail=f"{wording.statement}#{wording.sentences[0]}",
        )
        return _Beside(score, event)

    def _is_one_matter(self, one: Wording, other: Wording) -> bool:
        """Whether a thread says the same in two of its wordings, in another way at most: what is another
        thing than the one is another than the other."""
        edits = self.w._tools.edits(one.text, other.text)
        return self._begun_alike(edits, one.text, other.text) >= REVIVAL and not self._apart(
            edits, frozenset()
        )

    def _held(self, said: _Said, parent: str) -> float:
        """How much of a branch stands in what it branched off from."""
        last = self.w._strands[self.w._number[parent]].wordings[-2:]
        texts = [w.text for w in last if isinstance(w, Wording)]
        return max((self.w._weights.held_in(said.sentence.text, text) for text in texts), default=0.0)

    def _ancestors(self, said: _Said) -> list[tuple[int, float]]:
        """Threads that rest and that this sentence may be, with their likeness; none if two tie."""
        found: list[tuple[float, int, str]] = []
        for number in _looked_up(self.w._resting, said.sentence.text):
            strand = self.w._strands[number]
            if strand.role is not said.sentence.role or id(strand) in self.spoken:
                continue
            if not self._acts_alike(strand.last, said):
                continue
            score, worded = self._resemblance((strand.last.text, _first(strand).text), said)
            needed = RESUMED if self._only_uncovered(strand) else REVIVAL
            if score >= needed:
                found.append((score, number, worded))
        found.sort(key=lambda item: (-item[0], item[1]))
        if len(found) > 1 and found[0][0] - found[1][0] < MARGIN and found[0][2] != found[1][2]:
            return []
        return [(number, score) for score, number, _ in found[:3]]

    def _resemblance(self, worded: Iterable[str], said: _Said) -> tuple[float, str]:
        """The best likeness to older wordings that did the same, and that wording."""
        best = (0.0, "")
        text = said.sentence.text
        terms, act = terms_of(text), _act_terms((said.mark,) if said.mark else ())
        does = _opening_words(said)
        for other in dict.fromkeys(worded):
            if other == text:
                return 1.0, other
            if len(terms & terms_of(other)) < SHARED_TERMS:
                continue
            edits = self.w._tools.edits(other, text)
            begun = self._begun_alike(edits, other, text)
            if begun < REVIVAL and (
                self.w._weights.held(act, other) < ACT_HELD
                or self.w._weights.exchanged(other, text, apart=act) > EXCHANGED
            ):
                continue
            found = (max(self.w._weights.likeness(other, text), begun), other)
            if found > best and not self._apart(edits, does):
                best = found
        return best

    def _acts_alike(self, last: Wording, said: _Said) -> bool:
        """Whether both do the same. Where they begin alike, what is done is in what they share: another act
        is then read in how it is done ("in close consultation with")."""
        if _same_act(last, said):
            return True
        edits = self.w._tools.edits(last.text, said.sentence.text)
        return self._begun_alike(edits, last.text, said.sentence.text) >= REVIVAL

    def _begun_alike(self, edits: Sequence[WordEdit], one: str, other: str) -> float:
        """How much of the shorter wording both share before they go on in other ways: "… talks on cables this
        year", "… talks on cables with the regions". A long way of doing it makes little of what is done."""
        core = shared_beginning(edits, self.language)
        least = min(self.w._weights.sum(terms_of(text)) for text in (one, other))
        return self.w._weights.sum(terms_of(core)) / least if core and least else 0.0

    def _apart(self, edits: Sequence[WordEdit], does: frozenset[str]) -> bool:
        """Whether these edits put one thing in the place of another."""
        return another_matter(edits, self.language, act=does, heard=self.w._heard)

    @staticmethod
    def _only_uncovered(strand: _Strand) -> bool:
        """Whether no statement since the last wording could have said it and did not."""
        for wording in reversed(strand.wordings):
            if isinstance(wording, Wording):
                return True
            if wording is Gap.ABSENT:
                return False
        return True

    def _tells_nothing_of(self, strand: _Strand) -> bool:
        """Whether a wording that is not found here may stand here all the same: this text's silence says
        nothing, or one of both is a paraphrase, which need not share a word with the text itself."""
        digests = {m.ref for m in self.w._texts if m.edition is Edition.DIGEST}
        return self.quiet or (strand.last.statement in digests) != (self.ref in digests)

    def _return(self, strand: _Strand, said: _Said) -> None:
        rested = strand.wordings[:-1]  # this statement's gap has been entered already
        resumed = self._only_uncovered(replace_wordings(strand, rested))
        self.w._wake(strand)
        strand.wordings.pop()
        while strand.events and strand.events[-1].statement == self.ref:
            strand.events.pop()
        same = strand.last.text == said.sentence.text
        kind = (EventKind.KEPT if same else EventKind.REWORDED) if resumed else EventKind.REVIVED
        self._go_on(strand, (said,), [Event(statement=self.ref, event=kind)], None)

    def _begin(self, said: _Said, event: Event) -> None:
        strand = _Strand(self._new_id(said), said.sentence.role)
        gap_before = [
            Gap.ABSENT if self.w.covers(meta, said.topics, said.sentence.role) else Gap.NOT_COVERED
            for meta in self.w._texts[:-1]
        ]
        strand.wordings.extend(gap_before)
        strand.wordings.append(self._wording((said,)))
        strand.events.append(event)
        strand.topics.update(dict.fromkeys(said.topics))
        self.w._enter(strand)
        self.here[said.sentence.id] = strand

    def _foretell(self, said: _Said) -> str:
        name = self._new_id(said)
        self.foretold[name] = said.sentence.id
        return name

    def _new_id(self, said: _Said) -> str:
        name = f"{self.statement.meta.id}#{said.sentence.id}"
        return name if name not in self.w._number else f"{self.ref}#{said.sentence.id}"

    # -- one thread ----------------------------------------------------------------------------------

    def _go_on(
        self, strand: _Strand, said: tuple[_Said, ...], events: Event | list[Event], change: Change | None
    ) -> None:
        last = strand.last
        edits: tuple[WordEdit, ...] = ()
        wording = self._wording(said)
        if wording.text != last.text:
            known = change is not None and last.statement == self._previous() and change.pair.edits
            edits = change.pair.edits if known and change else self.w._tools.edits(last.text, wording.text)
            self.w._outlive(strand, last, wording)
        strand.wordings.append(replace(wording, edits=edits))
        strand.events.extend(events if isinstance(events, list) else [events])
        strand.topics.update(dict.fromkeys(t for one in said for t in one.topics))
        for one in said:
            self.here[one.sentence.id] = strand

    def _previous(self) -> str:
        return self.w._texts[-2].ref if len(self.w._texts) > 1 else ""

    def _wording(self, said: tuple[_Said, ...]) -> Wording:
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

    def _event(self, change: Change, strand: _Strand, only: _Said, *, alone: bool = True) -> Event:
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

    def _leave(self, strand: _Strand) -> None:
        """A thread without a place in a pair; what a text in parts lacks is a gap like any other."""
        if not self._tells_nothing_of(strand):
            self._end(strand, Event(statement=self.ref, event=EventKind.DROPPED))

    def _end(self, strand: _Strand, event: Event) -> None:
        strand.wordings.append(Gap.ABSENT)
        strand.events.append(event)
        self.w._rest(strand)

    def _gaps(self) -> None:
        """Enter a gap for every thread that this statement does not say."""
        uncovered = {s.id for c in self.changes if c.pair.kind is PairKind.UNCOVERED for s in c.pair.before}
        size = len(self.w._texts)
        quiet = {id(self.before[name]) for name in uncovered if name in self.before}
        for strand in self.w._strands:
            if len(strand.wordings) == size:
                continue
            if id(strand) in self.spoken:
                gap = id(strand) in quiet or self._tells_nothing_of(strand)
                kind = EventKind.NOT_COVERED if gap else EventKind.DROPPED
                strand.wordings.append(Gap.NOT_COVERED if gap else Gap.ABSENT)
                apart = gap and not self.quiet and id(strand) not in quiet
                strand.events.append(Event(statement=self.ref, event=kind, detail=APART if apart else ""))
                self.w._rest(strand)
            else:
                covered = self.w.covers(self.statement.meta, tuple(strand.topics), strand.role)
                covered = covered and not self._tells_nothing_of(strand)
                waiting = self._only_uncovered(strand)  # what has ended once does not end again
                strand.wordings.append(Gap.ABSENT if covered else Gap.NOT_COVERED)
                if waiting and covered:
                    strand.events.append(Event(statement=self.ref, event=EventKind.DROPPED))


def _looked_up(index: Mapping[str, Mapping[int, None]], text: str) -> list[int]:
    """The threads that hold one of the rarest terms of a text."""
    rare = sorted((t for t in terms_of(text) if index.get(t)), key=lambda t: (len(index[t]), t))
    return list(dict.fromkeys(n for term in rare[:_LOOKED_UP] for n in index[term]))


_BINDING = frozenset({MarkKind.COMMITMENT, MarkKind.CALL, MarkKind.PROCESS})
"""Acts by which somebody is bound, called upon, or charged."""


def _needed_in_group(last: Wording, said: _Said) -> float:
    """The least score that carries a thread on where several sentences stand on a side."""
    kinds = (last.kind, said.mark.kind if said.mark else MarkKind.NONE)
    if kinds[0] is not kinds[1]:
        return GROUPED_OTHER_ACT if _BINDING & set(kinds) else GROUPED
    return GROUPED_ACT if _takes_a_side(kinds) else GROUPED


def _takes_a_side(acts: tuple[MarkKind, MarkKind]) -> bool:
    """Whether one of both binds, calls upon or charges somebody, or both take a position."""
    return bool(_BINDING & set(acts)) or acts == (MarkKind.POSITION, MarkKind.POSITION)


def _act_terms(marks: Iterable[CommitmentMark]) -> frozenset[str]:
    """The terms of the words that show what sentences do; of a whole clause, of those that open it."""
    shown = (one.text for mark in marks for one in mark.evidence)
    return frozenset(term for text in shown for term in terms_of(_act_in(text)))


def _act_in(shown: str) -> str:
    words = printed_tokens(shown)
    return shown if len(words) <= _CLAUSE else " ".join(words[:_ACT_WORDS])


def replace_wordings(strand: _Strand, wordings: list[Wording | Gap]) -> _Strand:
    """The strand as it was when it had these wordings."""
    return _Strand(strand.id, strand.role, strand.topics, wordings, strand.events)


def _same_act(last: Wording, said: _Said) -> bool:
    """Whether both do the same: a call for what was once welcomed is no return of the welcome."""
    kind = said.mark.kind if said.mark else MarkKind.NONE
    rung = said.mark.rung if said.mark else ""
    return kind is last.kind and rung == last.rung


def _does_the_same(last: Wording, said: _Said) -> bool:
    """The same of sentences that do something: what only reports is told by its frame, and what it reports
    is another each time."""
    return last.kind is not MarkKind.NONE and _same_act(last, said)


def _opening_words(said: _Said) -> frozenset[str]:
    """The words that open what shows the act of a sentence."""
    shown = said.mark.evidence if said.mark else ()
    return frozenset(key(token) for one in shown for token in printed_tokens(one.text)[:_ACT_WORDS])


def _first(strand: _Strand) -> Wording:
    return next(w for w in strand.wordings if isinstance(w, Wording))


def _size(text: str) -> float:
    """Up to 1: a word or two, as a heading has them, hold nothing of a sentence, nor does it go on in them
    ("Signature", "… was opened for signature in Lima")."""
    return min(1.0, len(terms_of(text)) / _WHOLE)


def _said(change: Change) -> list[_Said]:
    """The sentences after, each with what it does and what the pair is about."""
    marks = {m.sentence: m for m in change.marks if m.side is Side.AFTER}  # the one that counts comes last
    topics = tuple(tag.topic for tag in change.topics)
    return [_Said(s, marks.get(s.id), topics) for s in change.pair.after]


def _detail(shifts: Iterable[Shift]) -> str:
    """What a direction rests on, in words."""
    return "; ".join(dict.fromkeys(f"{s.aspect}: {s.before or '—'} → {s.after or '—'}" for s in shifts))
