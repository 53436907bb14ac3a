"""What sentences mean: topics, commitments, strength, ledger. Driven by data files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from p5diff import language as languages
from p5diff.meaning import coverage
from p5diff.meaning.ahead import Ahead, marks_of_both, shifts_of_all
from p5diff.meaning.pair import basis, lapsed
from p5diff.meaning.rules.load import ladders, load_rules
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.topics import Tags, tag_both
from p5diff.model.alignment import Alignment, Pair
from p5diff.model.comparison import Change, CommitmentMark, MarkKind, TopicTag
from p5diff.model.statement import Statement

__all__ = ["Rules", "classify", "ladders", "load_rules"]


def classify(
    alignment: Alignment,
    before: Statement,
    after: Statement,
    rules: Rules,
    tags: tuple[dict[str, Tags], dict[str, Tags]] | None = None,
    ahead: Ahead | None = None,
) -> tuple[Change, ...]:
    """Each pair of the alignment with its topics, marks and shifts, in the same order.

    One-sided pairs on which the other, partial text is silent come back as `uncovered`, reworded
    ones that share hardly a word as `recast`. `tags`
    are what `tag_both` gave for the two texts, where that was asked already; `ahead` is another process that
    reads a part of them (`p5diff.meaning.ahead`).
    """
    tags_before, tags_after = tags or tag_both(before, after, rules)
    all_before, all_after = marks_of_both(before, after, rules, ahead)
    language = before.meta.language
    pairs = alignment.pairs
    if language == after.meta.language:
        known = languages.get(language)
        pairs = tuple(
            basis.settle(p, known, another_act=_does_another_act(p, all_before, all_after)) for p in pairs
        )
    settled = [
        one for p in pairs for one in coverage.settle(p, before.meta, after.meta, tags_before, tags_after)
    ]
    read = zip(settled, shifts_of_all(settled, before, after, rules, ahead), strict=True)
    changes = tuple(
        Change(
            pair=pair,
            topics=_topics(pair, tags_before, tags_after),
            marks=_marks(pair, all_before, all_after),
            shifts=found,
        )
        for pair, found in read
    )
    if ahead is not None:
        ahead.keep_named(rules)
    return _with_dates(changes, before, after)


def _with_dates(changes: tuple[Change, ...], before: Statement, after: Statement) -> tuple[Change, ...]:
    """The changes, those of dropped sentences with what their dates tell."""
    days = lapsed.dated(before), lapsed.dated(after)
    if None in days or before.meta.language != after.meta.language:
        return changes
    language = languages.get(before.meta.language)
    found = (lapsed.find(c.pair, c.marks, *days, language) for c in changes)
    return tuple(
        replace(c, shifts=(*c.shifts, shift)) if shift is not None else c
        for c, shift in zip(changes, found, strict=True)
    )


_AllMarks = Mapping[str, tuple[CommitmentMark, ...]]


def _does_another_act(pair: Pair, before: _AllMarks, after: _AllMarks) -> bool:
    """Whether one side of a pair promises and the other calls upon others, and neither does both."""
    one, two = (
        {m.kind for s in side for m in marks[s.id]} & {MarkKind.COMMITMENT, MarkKind.CALL}
        for side, marks in ((pair.before, before), (pair.after, after))
    )
    return bool(one and two) and not one & two


def _marks(pair: Pair, before: _AllMarks, after: _AllMarks) -> tuple[CommitmentMark, ...]:
    """What the sentences of a pair do, before then after, of several acts of one sentence the one
    that it counts for last; those that do nothing left out."""
    found = [m for s in pair.before for m in reversed(before[s.id])]
    found += [m for s in pair.after for m in reversed(after[s.id])]
    return tuple(m for m in found if m.kind is not MarkKind.NONE)


def _topics(pair: Pair, before: dict[str, Tags], after: dict[str, Tags]) -> tuple[TopicTag, ...]:
    """The topics of a pair: its sentences' tags joined, those leading somewhere first."""
    tags = [before.get(s.id, ()) for s in pair.before] + [after.get(s.id, ()) for s in pair.after]
    tags = [each for each in tags if each]
    if not tags:
        return ()
    leads = [t[0].topic for t in tags]
    names = dict.fromkeys(leads)
    if len(names) > 1:
        names = dict.fromkeys(sorted(names, key=lambda t: -leads.count(t)))
    grouped: dict[str, list[TopicTag]] = {name: [] for name in names}
    for each in tags:
        for tag in each:
            grouped.setdefault(tag.topic, []).append(tag)
    # of one sentence of each side no evidence is there twice
    alone = len(pair.before) < 2 and len(pair.after) < 2
    return tuple([_joined(name, same, alone) for name, same in grouped.items()])


def _joined(topic: str, tags: Sequence[TopicTag], alone: bool) -> TopicTag:
    evidence = [e for t in tags for e in t.evidence]
    return TopicTag(
        topic=topic, evidence=tuple(evidence if alone else dict.fromkeys(evidence)), rule=tags[0].rule
    )
