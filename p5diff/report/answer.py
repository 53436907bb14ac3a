"""The answer in one sentence: what became of what the first text promised.

    Compared with Paris 2011, Washington 2012 drops two commitments (first “They will publish …”), weakens
    one (“will” → “intend to”) and changes one figure (37 → 50).

It counts what p5diff recognises, and quotes the one that ranks first under each count: a number alone helps
nobody. What is quoted stands in the text, from the beginning of the sentence, with … for what is left out.
It says so where nothing is left to count: silence is no verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import DOWN, UP, Change, Comparison, MarkKind, Shift, Side, Tally, Verdict
from p5diff.model.statement import Coverage, Edition, Metadata
from p5diff.report.cut import ENDS, cells, short
from p5diff.report.days import day
from p5diff.report.naming import adopted, heading
from p5diff.report.rank import DIRECTED, NOTHING_NAMED, Consequence, LedgerChange, leading, telling_words
from p5diff.report.view import ChangeRow
from p5diff.text.listing import first_of

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_VERBS: tuple[tuple[Consequence, str, str, str], ...] = (
    (Consequence.FLIPPED, "reverses", "passage", "passages"),
    (Consequence.COMMITMENT_DROPPED, "drops", "commitment", "commitments"),
    (Consequence.COMMITMENT_WEAKER, "weakens", "commitment", "commitments"),
    (Consequence.COMMITMENT_NEW, "adds", "commitment", "commitments"),
    (Consequence.COMMITMENT_STRONGER, "strengthens", "commitment", "commitments"),
    (Consequence.COMMITMENT_CHANGED, "changes the words of", "commitment", "commitments"),
    (Consequence.BOUND, "changes who is bound by", "passage", "passages"),
    (Consequence.LISTED, "changes", "list of States", "lists of States"),
    (Consequence.DEADLINE, "changes", "deadline", "deadlines"),
    (Consequence.FIGURE, "changes", "figure", "figures"),
    (Consequence.COMMITMENT_RECAST, "recasts", "commitment", "commitments"),
    (Consequence.CALL_DROPPED, "drops", "call on others", "calls on others"),
    (Consequence.CALL_WEAKER, "weakens", "call on others", "calls on others"),
    (Consequence.CALL_NEW, "adds", "call on others", "calls on others"),
    (Consequence.CALL_STRONGER, "strengthens", "call on others", "calls on others"),
    (Consequence.WEAKER, "weakens", "other passage", "other passages"),
    (Consequence.STRONGER, "strengthens", "other passage", "other passages"),
    (Consequence.CALL_CHANGED, "changes the words of", "call on others", "calls on others"),
    (Consequence.CARRIED_OUT, "reports as carried out", "undertaking", "undertakings"),
    (Consequence.COMMITMENT_LAPSED, "lies behind the date of", "commitment", "commitments"),
    (Consequence.POSITION_DROPPED, "drops", "position", "positions"),
    (Consequence.POSITION_NEW, "adds", "position", "positions"),
    (Consequence.POSITION_CHANGED, "changes the words of", "position", "positions"),
)
DIRECTIONS = frozenset({*UP, *DOWN, Verdict.FLIPPED})
"""Verdicts that tell a direction or a reversal."""
_KEPT = "keeps every commitment that p5diff recognises"
_COMMITMENTS = frozenset(c for c in Consequence if c.name.startswith("COMMITMENT")) | {
    Consequence.FLIPPED,
    Consequence.BOUND,
    Consequence.DEADLINE,
}
"""Consequences that may touch what is promised: beside one, nothing is said to be kept."""
_MOST = 5
"""So many clauses a sentence bears."""
QUOTED = 2
"""So many of them, the first, are shown by the words that rank first: more would bury the counts."""


def answer(
    comparison: Comparison,
    ranked: Sequence[tuple[Consequence, list[ChangeRow]]],
    told: Mapping[int, LedgerChange] | None = None,
    changes: Sequence[Change] | None = None,
) -> str:
    """The sentence. Consequences in order of rank, at most `_MOST`, commitments and calls first.

    `told` is what `p5diff.report.rank.named` found; `changes` are those it speaks of, if not all.
    """
    changes = comparison.changes if changes is None else changes
    before, after = names(comparison)
    if "other-language" in limits(comparison):
        return f"{_named_apart(comparison)} are in different languages: their wording is not compared."
    clauses = _clauses(comparison, ranked, told or {})[:_MOST]
    if clauses:
        if keeps(changes, ranked):
            clauses.append(_KEPT)
        return f"Compared with {before}, {after} {_listed(clauses)}{_caveat(comparison)}."
    return f"Compared with {before}, {after} {_quiet(changes, ranked)}{_caveat(comparison)}."


def _clauses(
    comparison: Comparison,
    ranked: Sequence[tuple[Consequence, list[ChangeRow]]],
    told: Mapping[int, LedgerChange],
) -> list[str]:
    """A clause for each consequence; a noun that the clause before it has is not said again."""
    found = dict(ranked)
    clauses, last = [], ""
    for meant, verb, one, many in _VERBS:
        count = len(found.get(meant, ()))
        if not count:
            continue
        if meant is Consequence.LISTED and (states := _states(found[meant], told)):
            clauses += states
            last = ""
            continue
        noun = "" if many == last else f" {one if count == 1 else many}"
        shown = shown_by(comparison, meant, found[meant], told) if len(clauses) < QUOTED else ""
        beside = [f"{'first ' if count > 1 else ''}{shown}"] if shown else []
        if doubtful := elsewhere(found[meant], told):
            beside.append(f"{numbered(doubtful)} perhaps in other words elsewhere")
        clauses.append(f"{verb} {_number(count)}{noun}{_in_brackets(beside)}")
        last = many
    return clauses


def _in_brackets(said: Sequence[str]) -> str:
    return f" ({'; '.join(said)})" if said else ""


def elsewhere(rows: Sequence[ChangeRow], told: Mapping[int, LedgerChange]) -> tuple[int, ...]:
    """The numbers of the changes that may be rewordings: most of their words stand in a sentence
    elsewhere."""
    return tuple(row.number for row in rows if told.get(row.at, NOTHING_NAMED).elsewhere)


def numbered(numbers: Sequence[int]) -> str:
    """`#3, #7`: at most `_NUMBERED` of them, then …"""
    return first_of([f"#{n}" for n in numbers], _NUMBERED)


def _states(rows: Sequence[ChangeRow], told: Mapping[int, LedgerChange]) -> list[str]:
    """`names two more States (Chad and Peru)`, `no longer names one`: of all the lists that changed."""
    joined, left = _members(rows, told)
    said = []
    if joined:
        said.append(f"names {_number(len(joined))} more State{'s' * (len(joined) != 1)}{_named(joined)}")
    if left:
        noun = "" if joined else f" State{'s' * (len(left) != 1)}"
        said.append(f"no longer names {_number(len(left))}{noun}{_named(left)}")
    return said


def _members(
    rows: Sequence[ChangeRow], told: Mapping[int, LedgerChange]
) -> tuple[frozenset[str], frozenset[str]]:
    """The States that joined and those that left, of all the lists that changed."""
    named = [told[row.at] for row in rows if row.at in told]
    none = frozenset[str]()
    return none.union(*(n.joined for n in named)), none.union(*(n.left for n in named))


def _named(states: frozenset[str]) -> str:
    """The States by name, where a sentence bears so many."""
    return f" ({_listed(sorted(states))})" if len(states) <= _NAMES else ""


def shown_by(
    comparison: Comparison, meant: Consequence, rows: Sequence[ChangeRow], told: Mapping[int, LedgerChange]
) -> str:
    """What stands for the count: the States that joined (+) or left (−), the figures that changed, the words
    a verdict rests on, or the change that ranks first in its own words. May be empty.
    """
    if meant is Consequence.LISTED:
        joined, left = _members(rows, told)
        signed = (("+", joined), ("−", left))
        return "; ".join(f"{sign} {first_of(sorted(states), _NAMES)}" for sign, states in signed if states)
    if told.get(rows[0].at, NOTHING_NAMED).elsewhere:
        return ""  # none that is surely new or gone comes first: a rewording is not quoted as one
    row, pair = rows[0], rows[0].pair
    for shift in row.change.shifts:
        if meant in DIRECTED and shift.verdict in DIRECTIONS and (shift.before or shift.after):
            return _shifted(shift)
    named = told.get(row.at, NOTHING_NAMED)
    figures = named.figures or (named.replaced,)
    if all(figures[0]):
        return ", ".join(f"{old} → {new}" for old, new in figures[:2])
    if not pair.before or pair.kind is PairKind.RECAST:
        return _quoted(row, Side.AFTER)
    return _quoted(row, Side.BEFORE) if not pair.after else _turned(row)


def _shifted(shift: Shift) -> str:
    """The words that a verdict rests on: `“will” → “may”`, or what came (+) or went (−)."""
    old, new = (f"“{short(words, _WORDS)}”" for words in (shift.before, shift.after))
    if shift.before and shift.after:
        return f"{old} → {new}"
    return f"− {old}" if shift.before else f"+ {new}"


def _quoted(row: ChangeRow, side: Side) -> str:
    """The sentence that acts most on one side, from its beginning; its middle is left out where the words
    that act stand far behind.
    """
    sentences = row.pair.before if side is Side.BEFORE else row.pair.after
    mark = leading(row.change, side)
    chosen = next((s for s in sentences if mark is not None and s.id == mark.sentence), sentences[0])
    text = " ".join(chosen.text.split())
    acts = next((e.text for e in mark.evidence if e.sentence == chosen.id), "") if mark is not None else ""
    at = text.find(acts) if acts else 0
    if cells(text[: at + len(acts)]) > _SENTENCE // 2:
        start = max(text.rfind(mark, 0, at) for mark in (", ", "，", "، ", "; ", "；")) + 1
        head = short(text, _SENTENCE // 3).removesuffix(" …")
        if start > len(head) and any(sign in text[len(head) : start] for sign in ENDS):
            text = f"… {text[start:].lstrip()}"
        elif start > len(head):
            text = f"{head} … {text[start:].lstrip()}"
    return f"“{short(text, _SENTENCE).rstrip(_STOPS)}”"


def _turned(row: ChangeRow) -> str:
    """The one change of words in a sentence that says most: `“reaffirm” → “review”`, `+ “every year”`. It is
    the one in which the words that act became others, if there is one, from those words on; else the longest.
    """
    acts = tuple(
        [e.text for mark in row.change.marks if mark.side is side for e in mark.evidence] for side in Side
    )
    best, most = "", (False, 0)
    edits = [edit for edit in row.pair.edits if not edit.editorial]
    for number, edit in enumerate(edits):
        if edit.op is Op.KEEP:
            continue
        after = edits[number + 1] if number + 1 < len(edits) else None
        both = edit.op is Op.DELETE and after is not None and after.op is Op.INSERT
        words = [edit.text, after.text] if both and after else [edit.text]
        found = [_acting(text, said) for text, said in zip(words, acts, strict=True)] if both else []
        turns = bool(found) and all(found) and found[0] != found[1]
        size = (turns, sum(telling_words(text) for text in words))
        if size > most:
            shown = [
                short(" ".join(text.split()).lstrip(_STOPS), _WORDS) for text in (found if turns else words)
            ]
            sign = "+" if edit.op is Op.INSERT else "−"
            quoted = [f"“{text}”" for text in shown]
            best, most = " → ".join(quoted) if both else f"{sign} {quoted[0]}", size
    return best


def _acting(text: str, acts: Sequence[str]) -> str:
    """The words from the first of those that act; nothing where none of them stands here whole."""
    places = [at for words in acts if words and (at := text.find(words)) >= 0]
    return text[min(places) :] if places else ""


def _quiet(changes: Sequence[Change], ranked: Sequence[tuple[Consequence, list[ChangeRow]]]) -> str:
    """What to say where no commitment or call changed that p5diff recognises."""
    kept = _KEPT if _all_kept(changes) else ""
    tally = Tally.of(changes)
    words = (
        (tally.new, "adds", "sentence", "sentences"),
        (tally.dropped, "drops", "sentence", "sentences"),
        (tally.reworded + tally.recast, "rewords", "sentence", "sentences"),
    )
    said = [f"{verb} {_number(n)} {one if n == 1 else many}" for n, verb, one, many in words if n]
    if not said and not ranked:
        moved = any(c.pair.moved for c in changes)
        uncovered = any(c.pair.kind is PairKind.UNCOVERED for c in changes)
        same = "says the same in another order" if moved else "says the same"
        return f"{same}, as far as both texts go" if uncovered else same
    return _listed([kept, *said] if kept else said) if said or kept else "changes nothing that p5diff ranks"


def keeps(changes: Sequence[Change], ranked: Sequence[tuple[Consequence, list[ChangeRow]]]) -> bool:
    """Whether every commitment that is recognised stands, and nothing that may touch one changed."""
    return not _COMMITMENTS & {meant for meant, _ in ranked} and _all_kept(changes)


def _all_kept(changes: Sequence[Change]) -> bool:
    """Whether the first text promises something, and each of its promises stands in the second."""
    promised = [
        change
        for change in changes
        if any(m.kind is MarkKind.COMMITMENT and m.side is Side.BEFORE for m in change.marks)
    ]
    standing = {PairKind.UNCHANGED, PairKind.EDITORIAL, PairKind.REWORDED}
    return bool(promised) and all(change.pair.kind in standing for change in promised)


_LIMITS = {
    "as-partial": ", as far as the partial text goes",
    "as-digest": ", as far as a digest can tell",
}


def _caveat(comparison: Comparison) -> str:
    """What the count cannot know."""
    return "".join(_LIMITS[limit] for limit in limits(comparison)[:1])


def _named_apart(comparison: Comparison) -> str:
    """Both texts by what tells them apart: the same statement has one name in two languages."""
    before, after = names(comparison)
    return (
        f"{before} and {after}" if before != after else f"{comparison.before.ref} and {comparison.after.ref}"
    )


def limits(comparison: Comparison) -> tuple[str, ...]:
    """Why the counts cannot know all: another language (alone: it leaves nothing to count), a partial
    text, a digest; or nothing.
    """
    both = (comparison.before, comparison.after)
    if comparison.before.language != comparison.after.language:
        return ("other-language",)
    partial = any(meta.coverage is Coverage.PARTIAL for meta in both)
    digest = any(meta.edition is Edition.DIGEST for meta in both)
    return ("as-partial",) * partial + ("as-digest",) * digest


def names(comparison: Comparison) -> tuple[str, str]:
    """How the two texts are called in a sentence: by place and year, else by short titles or by dates
    that tell them apart, else by their ids.
    """
    before, after = comparison.before, comparison.after
    if places := by_place(before, after):
        return places
    found = heading(comparison)
    if found.shared and found.before not in (before.id, before.language, "before"):
        return f"the text of {found.before}", f"that of {found.after}"
    titles = [meta.title(found.language) for meta in (before, after)]
    if titles[0] != titles[1] and titles != [before.id, after.id]:
        dated = [_month(meta) for meta in (before, after)]
        if all(dated) and dated[0] != dated[1]:
            return f"the text of {dated[0]}", f"that of {dated[1]}"
        if all(len(title) <= _SHORT_TITLE for title in titles):
            return titles[0], titles[1]
    return before.id, after.id


def by_place(before: Metadata, after: Metadata) -> tuple[str, str] | None:
    """`Paris 2011`, `Washington 2012`: by place and year, where that tells two texts apart."""
    one, two = (f"{m.place} {_year(m)}" if m.place and _year(m) else "" for m in (before, after))
    return (one, two) if one and two and one != two else None


def _year(meta: Metadata) -> str:
    date = adopted(meta)
    return str(date.year) if date else ""


def _month(meta: Metadata) -> str:
    date = adopted(meta)
    return day(f"{date:%Y-%m}") if date else ""


_STOPS = ".。;；:：,，、،؛ "
"""Signs at the end of a quoted sentence that would stand before the sign of ours."""
_SENTENCE = 96
"""Cells of a quoted sentence: somewhat more than a line."""
_WORDS = 44
"""Cells of quoted words on one side of an arrow: both fill somewhat more than a line."""
_NAMES = 6
"""So many States are told by name; a longer list hides the answer."""
_NUMBERED = 3
"""So many numbers of changes a sentence bears."""
_SHORT_TITLE = 40
"""A longer title twice in one sentence would hide the answer."""


def _number(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def _listed(clauses: Sequence[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])} and {clauses[-1]}"
