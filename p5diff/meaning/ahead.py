"""What two long texts mean, read by two processes: each reads some of the paragraphs.

A sentence means what it means by its own words, those that lead to a list, and the heading above: so a
text can be taken apart before any paragraph that is no item of a list (`sentence.lists.apart`). The
second process has the later part of both texts. It reads their topics while the first reads those of its
own part; what their sentences do while the first aligns; the shifts of those pairs that lie in its part once
the alignment stands, half of all at most; and what they name while the first puts the changes together.

    with reading_ahead(before, after, rules) as ahead:  # None: the texts are short, or one process must do
        tags = tag_both(before, after, rules, ahead)
        changes = classify(align(…), before, after, rules, tags, ahead)

Whatever the second process does not give is read here. The results are the same to the byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from operator import attrgetter
from typing import Any

from p5diff import aside
from p5diff import language as languages
from p5diff.meaning import topics
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence import mentions, reading
from p5diff.meaning.sentence.commitments import marks
from p5diff.meaning.sentence.lists import apart
from p5diff.meaning.shifts import is_looked_at, shifts
from p5diff.meaning.topics import Tags
from p5diff.model.alignment import Op, Pair, PairKind, Shape, Span, WordEdit
from p5diff.model.comparison import CommitmentMark, Evidence, MarkKind, Shift, Side, TopicTag, Verdict
from p5diff.model.statement import Sentence, Statement

_LONG = 300_000
"""Characters of both texts from which a second process is begun: to begin it and to hand over what it found
costs some 0.05 s; at this length it spares about 0.4."""
_OURS = 0.38
"""Share of each text that the first process reads [0, 1]: it aligns, too."""
_NEAR = 0.1
"""How far from that share of the paragraphs a text may be taken apart [0, 1]; where no place is that near,
one process would wait for the other."""

Marks = Mapping[str, tuple[CommitmentMark, ...]]
_Both = tuple[Statement, Statement]
_SIDES = (Side.BEFORE, Side.AFTER)


class Ahead:
    """The second process while it reads, as the first one sees it. What is asked of it is None once it is
    gone: then it is to be read here."""

    def __init__(self, helper: aside.Helper, texts: _Both, cuts: tuple[int, int]) -> None:
        self._helper: aside.Helper | None = helper
        self._texts = texts
        self.cuts = cuts
        """Number of the first paragraph of each text that the second process reads."""
        self.parts: tuple[_Parts, _Parts] = (slice(0, cuts[0]), slice(0, cuts[1])), _later(cuts)
        """The paragraphs of both texts that are read here, and there."""
        self.own: tuple[Marks, Marks] = ({}, {})
        """What the sentences do that are read here."""

    def _send(self, value: object) -> None:
        try:
            if self._helper is not None:
                self._helper.send(value)
        except aside.Gone:
            self._helper = None

    def _receive(self) -> Any:
        try:
            return None if self._helper is None else self._helper.receive()
        except aside.Gone:
            self._helper = None
            return None

    def gates(self) -> Set[str] | None:
        """The gates of topics that its part opens."""
        found = self._receive()
        return None if found is None else frozenset(found)

    def shut(self, closed: Set[str]) -> None:
        """Tell it which topics are not looked for."""
        self._send(sorted(closed))

    def read_own(self, rules: Rules) -> None:
        """Read what the sentences of our own part do, while the other process is at its topics, which take it
        longer."""
        self.own = _marked(*self._texts, rules, self.parts[0])

    def tags(self) -> tuple[dict[str, Tags], dict[str, Tags]] | None:
        """The topics of its part of both texts."""
        found = []
        for text, side in zip(self._texts, _SIDES, strict=True):
            packed = self._receive()
            if packed is None:
                return None
            found.append(_unpacked_tags(text, packed, side))
        return found[0], found[1]

    def acts(self) -> tuple[Marks, Marks] | None:
        """What the sentences of its part do."""
        found = []
        for side in _SIDES:
            packed = self._receive()
            if packed is None:
                return None
            found.append(_unpacked_marks(packed, side))
        return found[0], found[1]

    def keep_named(self, rules: Rules) -> None:
        """Keep what all sentences name, and whether those of its part are too much to read, as if all had
        been found here. Asked for last: the ledger alone needs it."""
        _named(self._texts, self.parts[0], rules)
        language = languages.get(self._texts[0].meta.language)
        for text, raw, bounded in self._receive() or ():
            reading.keep(mentions.KEPT, text, rules, language, raw)
            reading.keep(reading.BOUNDED, text, rules, language, bounded)

    def begin_shifts(self, pairs: Sequence[Pair]) -> Set[int]:
        """Hand over the pairs whose shifts it is to read: gives their places."""
        if self._helper is None:
            return frozenset()
        theirs = [
            {id(s) for p in t.paragraphs[c:] for s in p.sentences}
            for t, c in zip(self._texts, self.cuts, strict=True)
        ]
        looked_at = [n for n, pair in enumerate(pairs) if is_looked_at(pair)]
        chosen = [
            n
            for n in looked_at
            if theirs[0].issuperset(map(id, pairs[n].before))
            and theirs[1].issuperset(map(id, pairs[n].after))
        ]
        chosen = chosen[-(len(looked_at) // 2) :]  # both are free by now, and all that follows waits for both
        self._send([_packed_pair(pairs[n]) for n in chosen])
        return frozenset(chosen) if self._helper is not None else frozenset()

    def shifts(self) -> list[tuple[Shift, ...]] | None:
        """The shifts of the pairs handed over, in their order."""
        found = self._receive()
        return None if found is None else [tuple(map(_unpacked_shift, each)) for each in found]


def tag_both(
    before: Statement, after: Statement, rules: Rules, ahead: Ahead | None
) -> tuple[dict[str, Tags], dict[str, Tags]]:
    """As `p5diff.meaning.topics.tag_both`, of which another process may do a part."""
    if ahead is None:
        return topics.tag_both(before, after, rules)
    ours, theirs = ahead.parts
    gates = _opened(before, after, rules, ours)
    more = ahead.gates()
    shut = topics.closed(gates | (_opened(before, after, rules, theirs) if more is None else more), rules)
    ahead.shut(shut)
    known: topics.Known = {}
    one, two = _tagged(before, after, rules, shut, known, ours)
    ahead.read_own(rules)
    rest = ahead.tags() or _tagged(before, after, rules, shut, known, theirs)
    reading.forget(topics.HITS, rules)
    return one | rest[0], two | rest[1]


def marks_of_both(
    before: Statement, after: Statement, rules: Rules, ahead: Ahead | None
) -> tuple[Marks, Marks]:
    """What each sentence of both texts does (`p5diff.meaning.sentence.commitments.marks`)."""
    if ahead is None:
        return marks(before, rules, Side.BEFORE), marks(after, rules, Side.AFTER)
    rest = ahead.acts() or _marked(before, after, rules, ahead.parts[1])
    return {**ahead.own[0], **rest[0]}, {**ahead.own[1], **rest[1]}


def shifts_of_all(
    pairs: Sequence[Pair], before: Statement, after: Statement, rules: Rules, ahead: Ahead | None
) -> list[tuple[Shift, ...]]:
    """The shifts of each pair (`p5diff.meaning.shifts.shifts`)."""
    theirs = ahead.begin_shifts(pairs) if ahead is not None else ()
    found = [
        () if n in theirs else shifts(pair, before.meta, after.meta, rules) for n, pair in enumerate(pairs)
    ]
    given = ahead.shifts() if ahead is not None else None
    for place, n in enumerate(sorted(theirs)):
        found[n] = given[place] if given is not None else shifts(pairs[n], before.meta, after.meta, rules)
    return found


_Parts = tuple[slice, slice]


def _later(cuts: tuple[int, int]) -> _Parts:
    """The paragraphs of both texts that the second process reads."""
    return slice(cuts[0], None), slice(cuts[1], None)


def _opened(before: Statement, after: Statement, rules: Rules, parts: _Parts) -> Set[str]:
    return topics.opened(before, rules, parts[0]) | topics.opened(after, rules, parts[1])


def _tagged(
    before: Statement, after: Statement, rules: Rules, shut: Set[str], known: topics.Known, parts: _Parts
) -> tuple[dict[str, Tags], dict[str, Tags]]:
    return (
        topics.tag_part(before, rules, Side.BEFORE, shut, known, parts[0]),
        topics.tag_part(after, rules, Side.AFTER, shut, known, parts[1]),
    )


def _marked(before: Statement, after: Statement, rules: Rules, parts: _Parts) -> tuple[Marks, Marks]:
    return marks(before, rules, Side.BEFORE, parts[0]), marks(after, rules, Side.AFTER, parts[1])


@contextmanager
def reading_ahead(before: Statement, after: Statement, rules: Rules) -> Iterator[Ahead | None]:
    """The second process for these texts, until they are compared; None where one is enough."""
    texts = before, after
    cuts = _cuts(texts) if aside.is_possible() else None
    helper = None
    if cuts is not None:
        _make_ready(texts, rules)
        helper = aside.begin(lambda line: _second(line, texts, rules, cuts))
    if helper is None or cuts is None:
        yield None
        return
    with helper:
        yield Ahead(helper, texts, cuts)


def _cuts(texts: _Both) -> tuple[int, int] | None:
    """Where to take the texts apart; None where they are short, in two languages, or of one piece."""
    if texts[0].meta.language != texts[1].meta.language:
        return None
    if sum(len(s.text) for text in texts for s in text.sentences()) < _LONG:
        return None
    if any(len(_by_place(text)) < sum(1 for _ in text.sentences()) for text in texts):
        return None  # a made-up text, whose sentences cannot be told by their places
    one, two = (_cut(text) for text in texts)
    return (one, two) if one and two else None


def _cut(text: Statement) -> int:
    """The place nearest to that share of the paragraphs, 0 where none is near."""
    size = len(text.paragraphs)
    wanted = _OURS * size
    best = min(apart(text.paragraphs), key=lambda place: abs(place - wanted), default=0)
    return best if abs(best - wanted) <= _NEAR * size else 0


def _make_ready(texts: _Both, rules: Rules) -> None:
    """What both processes need is made once, before there are two."""
    language = languages.get(texts[0].meta.language)
    reading.read("", rules, language)
    reading.degrees("", rules, language)
    reading.deeds("", rules, language)


def _second(line: aside.Line, texts: _Both, rules: Rules, cuts: tuple[int, int]) -> None:
    """What the second process does, in the order in which the first asks for it."""
    parts = _later(cuts)
    line.send(sorted(_opened(*texts, rules, parts)))
    for tags in _tagged(*texts, rules, frozenset(line.receive()), {}, parts):
        line.send(_packed_tags(tags))
    del tags
    reading.forget(topics.HITS, rules)
    for text, side, part in zip(texts, _SIDES, parts, strict=True):
        line.send(_packed_marks(marks(text, rules, side, part)))
    places = [_by_place(text) for text in texts]
    pairs = [_unpacked_pair(each, places) for each in line.receive()]
    meta = texts[0].meta, texts[1].meta
    line.send([[_packed_shift(one) for one in shifts(pair, *meta, rules)] for pair in pairs])
    line.send(_named(texts, parts, rules))


def _named(texts: _Both, parts: Sequence[slice], rules: Rules) -> list[tuple[str, list[mentions.Raw], bool]]:
    """Each distinct sentence of the parts that a ledger asks about, with what it names, and whether it is too
    much to be read for what it does."""
    language = languages.get(texts[0].meta.language)
    asked = dict.fromkeys(
        sentence.text
        for text, part in zip(texts, parts, strict=True)
        for sentence in mentions.asked(text, part)
    )
    return [
        (text, mentions.raw(text, rules, language), reading.is_bounded(text, rules, language))
        for text in asked
    ]


# What goes from one process to the other, as plain tuples: values themselves take ten times as long.


def _packed_tags(tags: Mapping[str, Tags]) -> list[tuple[Any, ...]]:
    return [
        (name, [(t.topic, t.rule, tuple([(e.sentence, *e.span) for e in t.evidence])) for t in found])
        for name, found in tags.items()
    ]


def _unpacked_tags(text: Statement, packed: Iterable[Any], side: Side) -> dict[str, Tags]:
    said = {s.id: s.text for s in text.sentences()}
    made: dict[Any, tuple[Evidence, ...]] = {}
    tags: dict[str, Tags] = {}
    for name, found in packed:
        own = []
        for topic, rule, places in found:
            evidence = made.get(places)  # that of a heading stands under many sentences
            if evidence is None:
                evidence = made[places] = tuple(
                    [
                        Evidence(side=side, sentence=s, span=Span(start, end), text=said[s][start:end])
                        for s, start, end in places
                    ]
                )
            own.append(TopicTag(topic=topic, evidence=evidence, rule=rule))
        tags[name] = tuple(own)
    return tags


def _packed_evidence(found: Iterable[Evidence]) -> list[tuple[Any, ...]]:
    return [(e.side.value, e.sentence, *e.span, e.text) for e in found]


def _unpacked_evidence(packed: Iterable[Any]) -> tuple[Evidence, ...]:
    return tuple(
        [
            Evidence(side=Side(side), sentence=sentence, span=Span(start, end), text=text)
            for side, sentence, start, end, text in packed
        ]
    )


_PLAIN = (
    "sentence", "rung", "strength", "lead_verb", "embedded_verb", "modality", "negated", "actor", "addressee",
    "deadline", "instruments", "qualifiers", "rule",
)  # fmt: skip
"""The fields of a mark that go as they are."""
_plain = attrgetter(*_PLAIN)


def _packed_marks(found: Marks) -> list[tuple[Any, ...]]:
    return [
        (name, [(m.kind.value, _packed_evidence(m.evidence), _plain(m)) for m in every])
        for name, every in found.items()
    ]


def _unpacked_marks(packed: Iterable[Any], side: Side) -> dict[str, tuple[CommitmentMark, ...]]:
    return {
        name: tuple(
            [
                CommitmentMark(
                    side=side,
                    kind=MarkKind(kind),
                    evidence=_unpacked_evidence(evidence),
                    **dict(zip(_PLAIN, plain, strict=True)),
                )
                for kind, evidence, plain in every
            ]
        )
        for name, every in packed
    }


_Place = tuple[int, int]
_Places = Mapping[_Place, Sentence]


def _by_place(text: Statement) -> _Places:
    return {(s.block, s.number): s for s in text.sentences()}


def _packed_pair(pair: Pair) -> tuple[Any, ...]:
    return (
        [(s.block, s.number) for s in pair.before],
        [(s.block, s.number) for s in pair.after],
        (pair.kind.value, pair.shape.value, pair.moved, pair.similarity, pair.confidence, pair.found_by),
        [(e.op.value, e.text, tuple(e.before), tuple(e.after), e.editorial) for e in pair.edits],
    )


def _unpacked_pair(packed: Any, places: Sequence[_Places]) -> Pair:
    before, after, (kind, shape, moved, similarity, confidence, found_by), edits = packed
    return Pair(
        before=tuple([places[0][place] for place in before]),
        after=tuple([places[1][place] for place in after]),
        kind=PairKind(kind),
        shape=Shape(shape),
        moved=moved,
        similarity=similarity,
        confidence=confidence,
        found_by=found_by,
        edits=tuple(
            [
                WordEdit(op=Op(op), text=text, before=Span(*one), after=Span(*two), editorial=editorial)
                for op, text, one, two, editorial in edits
            ]
        ),
    )


def _packed_shift(one: Shift) -> tuple[Any, ...]:
    return (
        one.aspect,
        one.verdict.value,
        one.before,
        one.after,
        one.rule,
        one.explanation,
        _packed_evidence(one.evidence),
    )


def _unpacked_shift(packed: Any) -> Shift:
    aspect, verdict, before, after, rule, explanation, evidence = packed
    return Shift(
        aspect=aspect,
        verdict=Verdict(verdict),
        before=before,
        after=after,
        rule=rule,
        explanation=explanation,
        evidence=_unpacked_evidence(evidence),
    )
