"""What two texts name: instruments, symbols, bodies, States, dates, deadlines, numbers, actions.

Aliases are folded, so that a name and its abbreviation are one entry. Each entry entered, left,
stayed (`kept`), or changed. A date, deadline or number *changed* only inside a pair of sentences
that correspond, where it stands between the same words and counts the same thing: 600 billion of
investment is no new amount of 39 billion of aid. Where the other text is partial and silent on
every topic an entry stands under, its absence there says nothing: status `uncovered`.

Worked example. "a fund of 40 million crowns" → "a fund of 60 million crowns", in a pair: 40 million
changed to 60 million. In two sentences that do not correspond, 40 million left and 60 million entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from p5diff.language import Language, get
from p5diff.meaning import coverage
from p5diff.meaning.pair.correspondence import Correspondence, SideWords, side_words
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence.mentions import Mention, mentions
from p5diff.meaning.topics import Tags, tag_both
from p5diff.model.alignment import Pair, PairKind
from p5diff.model.comparison import Evidence, LedgerEntry, Side
from p5diff.model.statement import Statement

ORDER = ("instrument", "symbol", "action", "body", "state", "date", "deadline", "number")
_CHANGING = frozenset({"date", "deadline", "number"})
_EVIDENCE = 3
"""Places quoted for each side of an entry: enough to check it; a name may stand in hundreds."""
_AROUND = 3
"""Words of content between a figure and the next word that corresponds, past which it is not plain
that both count the same."""

_Key = tuple[str, str]


class _LedgerText(NamedTuple):
    """One side: what it mentions, and which of its sentences the other cannot be asked about."""

    found: Mapping[_Key, list[Mention]]
    silent: frozenset[str]


class _Changed(NamedTuple):
    """What one mention became."""

    before: Mention
    after: Mention


def ledger(
    before: Statement,
    after: Statement,
    rules: Rules,
    tags: tuple[Mapping[str, Tags], Mapping[str, Tags]] | None = None,
    pairs: Sequence[Pair] = (),
) -> tuple[LedgerEntry, ...]:
    """What entered, left, stayed or changed, by category, then as the texts have it; `tags` as
    for `classify`. Without `pairs` nothing is said to have changed."""
    tags = tags or tag_both(before, after, rules)
    one = _text(before, after, tags[0], rules, Side.BEFORE)
    two = _text(after, before, tags[1], rules, Side.AFTER)
    one, two = _same_days(one, two), _same_days(two, one)
    changed = list(_changes(one, two, pairs, before.meta.language, after.meta.language))
    one = _without(one, [c.before for c in changed])
    two = _without(two, [c.after for c in changed])
    keys = dict.fromkeys([*two.found, *one.found])
    entries = [e for key in keys if (e := _entry(key, one, two))]
    entries += _changed_entries(changed)
    return tuple(sorted(entries, key=lambda e: ORDER.index(e.category)))


def _text(
    own: Statement,
    other: Statement,
    own_tags: Mapping[str, Tags],
    rules: Rules,
    side: Side,
) -> _LedgerText:
    found: dict[_Key, list[Mention]] = {}
    for mention in mentions(own, rules, side):
        found.setdefault((mention.category, mention.value), []).append(mention)
    silent = {s.id for s in own.sentences() if coverage.silent(s, other.meta, own_tags)}
    return _LedgerText(found, frozenset(silent))


def _same_days(own: _LedgerText, other: _LedgerText) -> _LedgerText:
    """A day without its year ("3 March") is the day of that month that only the other text dates."""
    full = {
        (c, v[4:]): (c, v) for c, v in other.found if c == "date" and len(v) == 10 and (c, v) not in own.found
    }
    found: dict[_Key, list[Mention]] = {}
    for (category, value), mentioned in own.found.items():
        day = value[1:] if value.startswith("--") else ""
        key = full.get((category, day), (category, value))
        found.setdefault(key, []).extend(m._replace(value=key[1]) for m in mentioned)
    return own._replace(found=found)


def _without(text: _LedgerText, taken: Iterable[Mention]) -> _LedgerText:
    """A side without the mentions that changed: they are told of as such."""
    gone = {m.evidence for m in taken}
    kept = {key: [m for m in found if m.evidence not in gone] for key, found in text.found.items()}
    return text._replace(found={key: found for key, found in kept.items() if found})


def _entry(key: _Key, one: _LedgerText, two: _LedgerText) -> LedgerEntry | None:
    category, value = key
    before, after = one.found.get(key, []), two.found.get(key, [])
    if all(m.small for m in (*before, *after)):
        return None
    status = "kept" if before and after else "left" if before else "entered"
    only, silent = (before, one.silent) if before else (after, two.silent)
    if status != "kept" and all(m.evidence.sentence in silent for m in only):
        status = "uncovered"
    return LedgerEntry(
        category=category,
        value=value,
        status=status,
        evidence=_evidence([*before[:_EVIDENCE], *after[:_EVIDENCE]]),
    )


def _evidence(found: Iterable[Mention]) -> tuple[Evidence, ...]:
    return tuple(m.evidence for m in found)


def _changed_entries(changed: Sequence[_Changed]) -> list[LedgerEntry]:
    """One entry for each value that became another, however often it did."""
    grouped: dict[tuple[str, str, str], list[_Changed]] = {}
    for change in changed:
        key = change.before.category, change.before.value, change.after.value
        grouped.setdefault(key, []).append(change)
    return [
        LedgerEntry(
            category=category,
            value=value,
            status="changed",
            previous=previous,
            evidence=_evidence(m for c in found[:_EVIDENCE] for m in c),
        )
        for (category, previous, value), found in grouped.items()
    ]


def _changes(
    one: _LedgerText, two: _LedgerText, pairs: Sequence[Pair], before: str, after: str
) -> Iterator[_Changed]:
    """What became of the dates, deadlines and numbers of sentences that were reworded."""
    if before != after:
        return
    ours, theirs = _by_sentence(one), _by_sentence(two)
    language = get(before)
    for pair in pairs:
        if pair.kind is PairKind.REWORDED:
            gone = [m for s in pair.before for m in ours.get(s.id, ())]
            come = [m for s in pair.after for m in theirs.get(s.id, ())]
            if gone and come:
                yield from _of_pair(pair, gone, come, language)


def _by_sentence(text: _LedgerText) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for (category, _), mentioned in text.found.items():
        if category in _CHANGING:
            for mention in mentioned:
                found.setdefault(mention.evidence.sentence, []).append(mention)
    return found


def _of_pair(
    pair: Pair, before: list[Mention], after: list[Mention], language: Language
) -> Iterator[_Changed]:
    gone = _only(before, after)
    come = _only(after, before)
    if not gone or not come:
        return
    one = side_words(Side.BEFORE, pair.before, language)
    two = side_words(Side.AFTER, pair.after, language)
    ground = Correspondence(one, two, not language.SEPARATOR)
    ours = [(m, _place(one, m)) for m in gone]
    theirs = [(m, _place(two, m)) for m in come]
    ground.free((i for _, p in ours for i in range(*p)), (j for _, p in theirs for j in range(*p)))
    for mention, place in ours:
        match = _became(ground, mention, place, theirs)
        if match is not None:
            theirs.remove(match)
            yield _Changed(mention, match[0])


def _only(these: Sequence[Mention], those: Sequence[Mention]) -> list[Mention]:
    known = {(m.category, m.value) for m in those}
    return [m for m in these if (m.category, m.value) not in known]


_Placed = tuple[Mention, tuple[int, int]]


def _became(
    ground: Correspondence, mention: Mention, place: tuple[int, int], others: Sequence[_Placed]
) -> _Placed | None:
    """The mention that stands where this one stood and counts the same."""
    gap = ground.gap(Side.BEFORE, *place)
    for other in others:
        there, (first, last) = other
        if there.category != mention.category or not _same_unit(mention, there):
            continue
        if not (gap.left_there < first and last <= gap.right_there):
            continue
        ahead = ground.next_content(Side.BEFORE, place[1], _AROUND)
        back = ground.next_content(Side.AFTER, last, _AROUND)
        if ahead is None and back is None:
            ahead = ground.previous_content(Side.BEFORE, place[0], _AROUND)
            back = ground.previous_content(Side.AFTER, first, _AROUND)
        if ahead is not None and back is not None and ground.forward[ahead] == back:
            return other
    return None


def _same_unit(one: Mention, two: Mention) -> bool:
    """Whether two figures count the same thing; dates and deadlines always tell of a day."""
    if one.category != "number":
        return one.unit == two.unit or one.category == "deadline"
    if (" to " in one.value) is not (" to " in two.value):
        return False
    return one.unit == two.unit or (one.unit[:4] == two.unit[:4] and "%" not in one.unit + two.unit)


def _place(words: SideWords, mention: Mention) -> tuple[int, int]:
    """The numbers of the words that a mention covers."""
    number = next(n for n, s in enumerate(words.sentences) if s.id == mention.evidence.sentence)
    span = mention.evidence.span
    inside = [
        at
        for at, w in enumerate(words.words)
        if w.sentence == number and w.start < span.end and w.end > span.start
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
