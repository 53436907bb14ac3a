"""Who acts, or is bound: another name, another subject, another bearer or another host.

Worked example. "The Parties will report." → "The Secretariat will report.": both open the clause before the
same verb: actor, changed. "Russia" → "the Russian Federation" is one State: nothing. The finders are asked
in turn: known names, subjects that are no known name, those who are bound, hosts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p5diff.meaning.pair import bearers, who
from p5diff.meaning.pair.correspondence import SideWords
from p5diff.meaning.pair.placed import CALL, EXTENT, MODAL, NEAR, PARTIES, PlacedDegree, ranks
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.rules.instruments import InstrumentName
from p5diff.meaning.sentence.speech import PLAIN
from p5diff.meaning.shifts import named, verdict
from p5diff.meaning.shifts.both import SAME_MATTER, BothSides, Place, Quoted, SideAct, covered
from p5diff.meaning.shifts.named import Name
from p5diff.model.comparison import Evidence, Shift, Side, Verdict

_SUBJECT = 6
"""Longest subject that is told of as an actor without being a known name, in words."""


def find(both: BothSides) -> Shift | None:
    """Another who acts; none where both phrases name one State or body ("the Russian Federation",
    "Russia")."""
    found = _another(both)
    return None if found is None or _names_one(both, found.evidence) else found


def bearer(both: BothSides) -> Shift | None:
    """Others who are bound to the same, or may do the same, whatever else was written anew."""
    embeds = _embedding(both, both.sides[0]), _embedding(both, both.sides[1])
    found = bearers.find(both.ground, both.degrees, embeds, both.language)
    if found is None:
        return None
    # Those who speak may call themselves by two names; who else the sentence names does not count.
    places = (found.before, found.after)
    if all(_speaks(both, side, place) for side, place in zip(both.sides, places, strict=True)):
        return None
    return shift(both, both.quoted(*places), "bound", "bound")


def shift(both: BothSides, quoted: Quoted, label: str, other: str) -> Shift:
    """The shift from who is told by one label to who is told by another."""
    why = f"who acts: {label} → {other}"
    return verdict.made(both, "actor", Verdict.CHANGED, quoted, "markers: lists we, some, others; names", why)


def _another(both: BothSides) -> Shift | None:
    """Another name where a clause opens, before the same verb and object. Who calls upon somebody stands
    for nobody who acts."""
    called = [ranks(placed, CALL) for placed in both.degrees]
    if called[0] != called[1]:
        return None
    sides = [named.names(both, side) for side in both.sides]
    keys = [{name.key for name in names} for names in sides]
    before = [n for n in sides[0] if n.key not in keys[1]]
    after = [n for n in sides[1] if n.key not in keys[0]]
    for one in before:
        for two in after:
            if one.label == two.label == "we" or not _same_verb(both, one, two):
                continue
            quoted = both.quoted((one.first, one.last), (two.first, two.last))
            return shift(both, quoted, one.label, two.label)
    return _other_subject(both, before, after) or _exchanged(both) or bearer(both) or _host(both)


def _names_one(both: BothSides, quoted: Sequence[Evidence]) -> bool:
    """Whether each of some phrases names the same States and bodies, and names one at least; or both say
    "all", one of them and nothing more (各国, "all States")."""
    names = [{m.item.name for m in _named_in(both, e)} for e in quoted]
    if len(names) > 1 and all(each and each == names[0] for each in names):
        return True
    numbers = [_number(both, e) for e in quoted]
    same = len(numbers) > 1 and len({each for each, _ in numbers}) == 1 and numbers[0][0] != ""
    return same and any(whole for _, whole in numbers)


def _number(both: BothSides, quoted: Evidence) -> tuple[str, bool]:
    """The degree of the word of number in quoted words, and whether they say nothing else."""
    for side in both.sides:
        for sentence in side.sentences:
            if side.side is quoted.side and sentence.id == quoted.sentence:
                for m in both.weighed(sentence):
                    within = quoted.span.start <= m.start and m.end <= quoted.span.end
                    if within and m.item.scale.id == EXTENT:
                        return m.item.id, m.end - m.start == quoted.span.end - quoted.span.start
    return "", False


def _named_in(both: BothSides, quoted: Evidence) -> Iterator[Match[InstrumentName]]:
    """The names that stand in quoted words, or that these are part of."""
    for side in both.sides:
        for sentence in side.sentences:
            if side.side is quoted.side and sentence.id == quoted.sentence:
                for name in both.read(sentence).named.names:
                    if name.start < quoted.span.end and quoted.span.start < name.end:
                        yield name


# ------------------------------------------------------------ the finders, in turn


def _other_subject(both: BothSides, before: Sequence[Name], after: Sequence[Name]) -> Shift | None:
    """A name where the other side has another subject that is no name p5diff knows: "the host
    country will chair" → "the Union will chair"."""
    for number, names in ((0, before), (1, after)):
        mine, other = both.sides[number], both.sides[1 - number]
        known = {at for name in named.names(both, other) for at in range(name.first, name.last)}
        for _, label, first, last in names:
            gap = both.ground.gap(mine.side, first, last)
            start, end = gap.left_there + 1, gap.right_there
            if gap.right != last or not 0 < end - start <= _SUBJECT or not named.opens(both, other, start):
                continue
            if known & set(range(start, end)):
                continue
            words = other.words[start:end]
            stems = {w.stem for w in mine.words}
            if not any(w.content for w in words) or any(w.stem in stems for w in words if w.content):
                continue
            at = (first, start) if number == 0 else (start, first)
            if any(w.is_mark for w in words) or not _governs(both, number, last, *at):
                continue
            if number == 0:
                return shift(both, both.quoted((first, last), (start, end)), label, "another")
            return shift(both, both.quoted((start, end), (first, last)), "another", label)
    return None


def _exchanged(both: BothSides) -> Shift | None:
    """A subject that is no known name and became another."""
    verbs = [
        [(p.first, p.last) for p in placed if p.scale.id == MODAL]
        + [_verb_of(both, a) for a in acts if both.language.VERB_FIRST or a.act.act.id not in PLAIN]
        for placed, acts in zip(both.degrees, both.acts, strict=True)
    ]
    # "Member States" in the place of "the Secretariat" is who acts; between two groups the scale tells
    own = {MODAL} if all(_groups(placed) for placed in both.degrees) else {MODAL, PARTIES}
    apart = [covered(p for p in placed if p.scale.id not in own) for placed in both.degrees]
    said = [[label for label, _ in both.spans(side, "actors")] for side in both.sides]
    found = who.subject(both.ground, (verbs[0], verbs[1]), (apart[0], apart[1]), both.language)
    if found is None or ("we" in said[0] and "we" in said[1]):
        return None
    labels = [label[0] if label else "another" for label in said]
    return shift(both, both.quoted(found.before, found.after), *labels)


def _groups(placed: Sequence[PlacedDegree]) -> bool:
    return any(p.scale.id == PARTIES for p in placed)


def _host(both: BothSides) -> Shift | None:
    """One State or body for another, beside words of hosting and meeting."""
    if not all(both.read(s).spans("hosts") for side in both.sides for s in side.sentences):
        return None
    names = [both.parties_named(side) for side in both.sides]
    keys = [{key for key, _ in each} for each in names]
    only = [[place for key, place in names[n] if key not in keys[1 - n]] for n in (0, 1)]
    found = who.name(both.ground, only[0], only[1])
    return None if found is None else shift(both, both.quoted(found.before, found.after), "named", "named")


# ------------------------------------------------------------ what stands where


def _speaks(both: BothSides, side: SideWords, place: Place) -> bool:
    """Whether a phrase names all who speak."""
    return any(
        label == "we" and first < place[1] and last > place[0]
        for label, (first, last) in both.spans(side, "actors")
    )


def _embedding(both: BothSides, side: SideWords) -> frozenset[int]:
    """The last words of what opens subordinate clauses."""
    return frozenset(last - 1 for _, (_, last) in both.spans(side, "embeds"))


def _verb_of(both: BothSides, act: SideAct) -> Place:
    """The words of an act that end with its verb: who acts may follow it in them."""
    return (act.first, act.first + 1 if both.language.VERB_FIRST else act.last)


def _governs(both: BothSides, number: int, last: int, first: int, first_after: int) -> bool:
    """Whether a modal verb that stayed follows a name, in a clause that stayed for the most part."""
    modal = any(p.scale.id == MODAL and p.first == last for p in both.degrees[number])
    return modal and both.ground.same_clause(first, first_after) >= SAME_MATTER


def _same_verb(both: BothSides, one: Name, two: Name) -> bool:
    """Whether two names stand before the same words."""
    ground = both.ground
    near = NEAR[ground.chinese]
    head = ground.next_content(Side.BEFORE, one.last, near)
    back = ground.next_content(Side.AFTER, two.last, near)
    if head is None or back is None or ground.forward[head] != back:
        return False
    if ground.same_clause(one.first, two.first) < SAME_MATTER:
        return False
    gap = ground.gap(Side.BEFORE, one.first, one.last)
    # States may act for States: that is scope. A Chinese word has two characters.
    tail = 2 if ground.chinese else 1
    heads = {
        tuple(w.stem for w in side.words[name.last - tail : name.last])
        for side, name in zip(both.sides, (one, two), strict=True)
    }
    return len(heads) > 1 and gap.left_there < two.first and not _differ_in_number(both, one, two)


def _differ_in_number(both: BothSides, one: Name, two: Name) -> bool:
    """Whether two names have one word, here in the singular and there in a plural of another stem."""
    plurals = both.language.PLURALS
    stems = [
        {w.stem.removeprefix(both.language.ARTICLE) for w in side.words[name.first : name.last] if w.content}
        for side, name in zip(both.sides, (one, two), strict=True)
    ]
    return any(plurals.get(a) in other for mine, other in (stems, stems[::-1]) for a in mine)
