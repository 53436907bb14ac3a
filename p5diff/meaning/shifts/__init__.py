"""What changed in meaning inside a pair: strength, qualifiers, scope, actor, deadline, negation.

Say less rather than wrong. A shift stands only on ground that both sides share: the words around it
correspond, it governs the same object, and the same actor acts. A pair that is recast has none.

Strength goes by the rung of the ladder first, then by the degrees of a scale (`scales.toml`), which
tell apart what stands on one rung. Where a digest stands beside a text that is none, a direction is
"not comparable", since its wording is a paraphrase. Nothing but strength is compared across
languages.

Worked example. "The States will report yearly." → "The States intend to report yearly.": the same
actor, the same object, and "will" undertakes more than "intend to": strength, weaker, with both
words as evidence. "The States will report." → "Observers intend to sing." has no such ground: nothing
is said.

One module a kind of verdict, in the order in which they are asked:

| asked | tells | silences |
|---|---|---|
| `carried_out` | strength: undertaken, then done | all that follows |
| `another_group` | scope or actor: a group, or all | actor, strength, scope, negation, items |
| `degree_changes` | nothing itself: which words of degree changed | |
| `actors` | actor | strength of another's duty; how those who act are called |
| `strength` | strength, with the ladder of `rungs` | |
| `qualifiers` | qualifier, scope, negation: the other words of degree | items, by scope of words in place |
| parties (`p5diff.meaning.pair.parties`) | scope: who joined or left | items |
| `items` | scope: items of lists | |
| `deadlines`, then `in_force` | deadline | a qualifier that is part of its words |

What they share: `both` (the sides as read), `named` (who is named where a clause opens), `told` (what lies
ahead) and `verdict` (how a verdict is written down).
"""

from __future__ import annotations

from p5diff.language import Language, get
from p5diff.meaning.pair import drafts, parties
from p5diff.meaning.pair.basis import content, shared
from p5diff.meaning.pair.placed import PARTIES
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence.reading import is_bounded
from p5diff.meaning.shifts import (
    actors,
    another_group,
    carried_out,
    deadlines,
    degree_changes,
    in_force,
    items,
    qualifiers,
    strength,
    verdict,
)
from p5diff.meaning.shifts.both import BothSides
from p5diff.model.alignment import Pair, PairKind
from p5diff.model.comparison import ASPECTS, Shift
from p5diff.model.statement import Metadata, Role

_COMPARED = 0.4
"""Share of the shorter side's words of content that the other must have for anything to be said
[0, 1]: below it, what came or went is part of another thought."""


def shifts(pair: Pair, before: Metadata, after: Metadata, rules: Rules) -> tuple[Shift, ...]:
    """The shifts of one pair, in the order of `ASPECTS`; none where the pair is not reworded."""
    if not is_looked_at(pair):
        return ()
    if before.language != after.language:
        return ()  # across languages no word corresponds, so no verdict has ground
    language = get(before.language)
    if any(is_bounded(s.text, rules, language) for s in (*pair.before, *pair.after)):
        return ()
    both = BothSides(pair, before, after, rules)
    read = _verdicts(both) if _is_comparable(pair, language) else _of_other_thoughts(both)
    found = drafts.events(pair, language)
    found += [s for s in read if not drafts.claims_nothing(s, pair, language)]
    return tuple(sorted(found, key=lambda s: ASPECTS.index(s.aspect)))


def is_looked_at(pair: Pair) -> bool:
    """Whether a pair may have shifts at all: reworded, and of the body."""
    return pair.kind is PairKind.REWORDED and all(s.role is Role.BODY for s in (*pair.before, *pair.after))


def _is_comparable(pair: Pair, language: Language) -> bool:
    one = content(pair.before_text(language.CODE), language)
    two = content(pair.after_text(language.CODE), language)
    return shared(one, two) >= _COMPARED * min(len(one), len(two))


def _of_other_thoughts(both: BothSides) -> list[Shift]:
    """What may be said of two sentences that share hardly more than one deed: another is bound to it, or in
    words of another strength."""
    bearer = actors.bearer(both)
    if bearer is not None:
        return [bearer]
    deeds = [verdict.of_degree(both, f) for f in degree_changes.of_one_deed(both)]
    return deeds or list(in_force.find(both))


def _verdicts(both: BothSides) -> list[Shift]:
    """All shifts, in the order of the questions: what is told of words silences what comes after."""
    done = carried_out.find(both)
    if done is not None:
        return [done]
    group = another_group.find(both)  # before the words of degrees are let go of
    changed = degree_changes.find(both)
    if group is not None:
        # What the words of the group are worth elsewhere ("member States") says nothing beside it.
        changed = [f for f in changed if f.scale.aspect not in {"scope", "negation"}]
    actor = group or actors.find(both)
    if actor is not None:  # what those are called who act now limits nobody
        changed = [f for f in changed if f.scale.id != PARTIES or (f.before and f.after)]
    result = [actor] if actor is not None else strength.find(both, changed)
    turned = qualifiers.turned_around(both, changed)
    if group is not None:
        turned = [f for f in turned if f.scale.aspect != "scope"]
    said = qualifiers.told_of(both, [*changed, *turned])
    result += qualifiers.find(both, said)
    joined = list(parties.shifts(*both.sides, both.rules, both.language))
    # "All" that came elsewhere in the sentence takes no item's place.
    in_place = any(f.scale.aspect == "scope" for f in said if f not in turned)
    if group is None and not joined and not in_place:
        result += items.find(both)
    result += joined
    due_by = list(deadlines.find(both)) or list(in_force.find(both))
    return [s for s in result if not deadlines.tells(due_by, s)] + due_by
