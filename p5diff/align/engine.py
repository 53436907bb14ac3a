"""All passes in order, over two lists of units: from certain to likely.

exact anchors → folded anchors → clear wording → candidates → wording → place → gaps → place
again → groups chosen together (split, merged) → ground → order. Each pass adds links for what the earlier
ones left; ground takes away those that rest on nothing but place.

Worked example. Before: A "They met in Oslo." B "Fees fall by half." C "Talks go on." After: a "They met
in Oslo." b "The fees fall by half." c "A fund opens." A–a is exact, B–b has clear wording; C and c
share nothing, so no pass links them: C is dropped, c is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from p5diff.align.passes.anchors import anchors
from p5diff.align.passes.candidates import candidates
from p5diff.align.passes.choose import one_to_one
from p5diff.align.passes.clear import clear
from p5diff.align.passes.ground import grounded, rests
from p5diff.align.passes.groups import heaviest_rising
from p5diff.align.passes.in_order import InOrder, in_order
from p5diff.align.passes.links import SETTLED, Link
from p5diff.align.passes.stream import shared_words
from p5diff.align.passes.together import CERTAIN, Together, join_loose, left_over, links_of, spine
from p5diff.align.scoring.alike import comparable
from p5diff.align.scoring.features import WORDING, Figures, wording
from p5diff.align.scoring.gaps import Gaps
from p5diff.align.scoring.joined import Joined
from p5diff.align.scoring.order import OrderScore
from p5diff.align.scoring.place import PLACE, place
from p5diff.align.scoring.score import Tables, judge
from p5diff.align.scoring.usual import Usual, usual
from p5diff.align.scoring.weights import WEIGHTS
from p5diff.align.settings import Settings
from p5diff.align.units.hints import Hints
from p5diff.align.units.texts import Texts, describe, read
from p5diff.align.units.wordtext import Reader

Scores = dict[tuple[int, int], float]
FAINTEST = 0.02
"""Least probability so far that a pair must have to be judged further [0, 1]."""
ROOM = 2
"""Least words that a unit of a clear pair must hold besides, to be asked about further partners."""
ALIKE = 0.5
"""Edit ratio from which a pair in its expected place is judged further all the same [0, 1]."""
HELD = 0.7
"""Probability from which a pair may stand on its place alone, where that is `STEADY` [0, 1]: on the judged
translations the three right pairs without a content word in common reach 0.75, and of 459 sentences that were
put in another's place one does."""
STEADY = 0.8
"""How far the twelve units around a pair are linked in step for its place to be steady [0, 1]: ten of them.
A text of a few sentences has too few around, and there function words and place prove nothing."""
FRAME = 0.25
"""Edit ratio that such a pair must have besides [0, 1]: the small words, a third to a half of a text, in the
same order. The three have 0.29 and more."""
RIGHT = 0.98
"""What a clear link says at the end [0, 1]: of 1,837 on the judged sets 98 % are right, as many at an edit
ratio of 0.75 as at 0.95."""
PLAIN = 0.25
"""Share of the shorter text that has a plain partner (the same, or nearly) above which no pair stands on its
place alone [0, 1]: who leaves most sentences as they are does not reword one from end to end."""
_EDIT = WORDING.index("edit")
_STEP = len(WORDING) + PLACE.index("region_step")


@dataclass(slots=True, kw_only=True)
class EngineState:
    """What the passes know so far. `links` grows; `wording` and the scores are by pair; `held` are the pairs
    whose place is so steady that they need no word in common."""

    texts: Texts
    sizes: tuple[int, int]
    settings: Settings
    hints: Hints
    tables: Tables = field(default_factory=lambda: WEIGHTS)
    links: list[Link] = field(default_factory=list)
    bounded: bool = False
    stream: dict[tuple[int, int], int] = field(default_factory=dict)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    placed: list[tuple[int, int]] = field(default_factory=list)
    wording: Figures = field(default_factory=dict)
    first: Scores = field(default_factory=dict)
    held: set[tuple[int, int]] = field(default_factory=set)
    scores: Scores = field(default_factory=dict)


class Linkage(NamedTuple):
    """What the engine says of two lists of units."""

    links: list[Link]
    """Sorted."""
    bounded: bool
    """Whether a bound of work was reached."""
    rewritten: bool
    """Whether one text is likelier than not the other rewritten from end to end."""


def run(
    before: Sequence[str],
    after: Sequence[str],
    *,
    settings: Settings,
    reader: Reader,
    hints: Hints | None = None,
    given: Sequence[Link] = (),
) -> Linkage:
    """The links between two lists of units, and what else was found.

    `reader` knows the language, and keeps what it reads; `given` are links that need no finding.

    Exchanging the sides exchanges the ends of the links and changes nothing else: the work is
    always done on the same one of the two orders.
    """
    known = hints or Hints()
    if is_turned(before, after):
        other = [Link(j, i, link.confidence, link.found_by) for link in given for i, j in [link]]
        found = run(after, before, settings=settings, reader=reader, hints=known.turned(), given=other)
        back = [Link(i, j, link.confidence, link.found_by) for link in found.links for j, i in [link]]
        return found._replace(links=sorted(back))
    state = start(before, after, settings, reader, known, given)
    if state.pairs:
        state.wording = wording(state.texts, state.pairs, state.hints)
        judge_wording(state)
        judge_place(state, "first", place_figures(state))
        add_gaps(state)
        judge_place(state, "second", place_figures(state))
        choose(state)
        state.links = well_grounded(state)
    order = rewritten(state)
    links = sorted(map(_as_sure_as_right, [*state.links, *order.links]))
    return Linkage(links, state.bounded, order.rewritten)


def _as_sure_as_right(link: Link) -> Link:
    """A clear link says how often such links are right, no more the edit ratio that the passes go by."""
    return link if link.found_by != "clear" else Link(*link, RIGHT, "clear")


def is_turned(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the work on these two is done with the sides exchanged."""
    return (len(before), list(before)) > (len(after), list(after))


def start(
    before: Sequence[str],
    after: Sequence[str],
    settings: Settings,
    reader: Reader,
    hints: Hints,
    given: Sequence[Link] = (),
) -> EngineState:
    """The certain links, and the pairs worth judging among the rest."""
    texts = read(before, after, reader)
    state = EngineState(texts=texts, sizes=(len(before), len(after)), settings=settings, hints=hints)
    state.links += given
    state.links += anchors(hints.marked(before, 0), hints.marked(after, 1), given, "exact")
    folded = hints.marked(texts.before.symbols, 0), hints.marked(texts.after.symbols, 1)
    state.links += anchors(*folded, state.links, "folded")
    found = [link for link in clear(texts, *_free(state), state.links) if not hints.foreign(*link)]
    state.links += found
    free = _free(state)
    hosts = _with_room(texts, free, found)
    if any(free) and all(hosts):
        describe(texts)
        _find_pairs(state, free, hosts)
    return state


def _free(state: EngineState) -> tuple[list[int], list[int]]:
    """The units of either side that have words and no link yet."""
    rows, columns = {i for i, _ in state.links}, {j for _, j in state.links}
    return (
        [i for i, words in enumerate(state.texts.before.symbols) if words and i not in rows],
        [j for j, words in enumerate(state.texts.after.symbols) if words and j not in columns],
    )


def _with_room(
    texts: Texts, free: tuple[list[int], list[int]], found: Sequence[Link]
) -> tuple[list[int], list[int]]:
    """The free units, and those of clear pairs that hold enough besides for a part of another unit."""
    rows, columns = list(free[0]), list(free[1])
    for link in found:
        i, j = link
        n, m = len(texts.before.symbols[i]), len(texts.after.symbols[j])
        common = link.confidence * (n + m) / 2
        rows += [i] * (n - common >= ROOM)
        columns += [j] * (m - common >= ROOM)
    return sorted(rows), sorted(columns)


def _find_pairs(
    state: EngineState, free: tuple[list[int], list[int]], hosts: tuple[list[int], list[int]]
) -> None:
    """Candidates by wording; besides, the units that stand where one would expect them.

    A free unit may also have a part in one of the `hosts`, units that are linked already.
    """
    settings = state.settings
    order = OrderScore(state.links, state.sizes)
    pairs, state.bounded = candidates(
        state.texts, free, hosts, order, most=settings.candidates, postings=settings.postings
    )
    columns = set(free[1])
    for i in free[0]:
        middle = round(order.forward.expected(i))
        reach = range(middle - settings.window, middle + settings.window + 1)
        state.placed += [(i, j) for j in reach if j in columns]
    if state.hints.roles:  # A title or heading never becomes a sentence of the body, nor the other way.
        state.placed = [pair for pair in state.placed if not state.hints.foreign(*pair)]
        pairs = [pair for pair in pairs if not state.hints.foreign(*pair)]
    ours, theirs = state.texts.before.symbols, state.texts.after.symbols
    state.placed = [(i, j) for i, j in state.placed if comparable(len(ours[i]), len(theirs[j]))]
    pairs = [(i, j) for i, j in pairs if comparable(len(ours[i]), len(theirs[j]))]
    state.pairs = sorted({*pairs, *state.placed})
    state.stream = shared_words(state.texts, *free)


def judge_wording(state: EngineState) -> None:
    """Score the candidates by their wording alone."""
    state.first = judge(state.wording, "wording", state.tables)
    for pair in state.placed:
        if state.wording[pair][_EDIT] >= ALIKE:
            state.first[pair] = max(state.first[pair], FAINTEST)
    _prune(state, state.first)


def judge_place(state: EngineState, table: str, figures: Figures) -> None:
    """Score them again, now that likely links show rivals, neighbours and order."""
    _prune(state, judge(figures, table, state.tables))
    if table == "second":  # What rests on nothing takes no further unit in.
        least, known = state.settings.ground, state.hints
        if is_plain(state):
            state.held = set()
        else:
            state.held = {
                pair
                for pair, score in state.scores.items()
                if score >= HELD and _is_steady(figures[pair]) and known.alike(*pair) >= 0
            }
        state.scores = {
            pair: score
            for pair, score in state.scores.items()
            if pair in state.held or rests(state.texts, pair, least, known)
        }


def _is_steady(figures: Sequence[float]) -> bool:
    """Whether the place of a pair is sure, and the small words of the two follow each other alike."""
    return figures[_STEP] >= STEADY and figures[_EDIT] >= FRAME


def _prune(state: EngineState, scores: Scores) -> None:
    """Let go of pairs for which hardly anything speaks."""
    state.scores = {pair: score for pair, score in scores.items() if score >= FAINTEST}
    state.pairs = list(state.scores)


def add_gaps(state: EngineState) -> None:
    """Look also at the units that the links likely so far leave in one gap."""
    gaps = _where(state)[2]
    fresh = [pair for pair in gaps.pairs() if pair not in state.scores and not state.hints.foreign(*pair)]
    unread = [pair for pair in fresh if pair not in state.wording]
    state.wording.update(wording(state.texts, sorted(unread), state.hints))
    scores = judge({pair: state.wording[pair] for pair in fresh}, "wording", state.tables)
    state.first.update(scores)
    state.scores = dict(sorted({**state.scores, **scores}.items()))
    state.pairs = list(state.scores)


def _where(state: EngineState) -> tuple[list[Link], OrderScore, Gaps]:
    """The links likely so far beside the certain ones, the order that all keep, and the gaps they leave."""
    found = one_to_one(state.scores, state.links, 0.5, "")
    sure = [*state.links, *found]
    order = OrderScore(sure, state.sizes)
    return found, order, Gaps(order.backbone, sure, (state.texts.before.symbols, state.texts.after.symbols))


def place_figures(state: EngineState) -> Figures:
    """Wording and place together, as the links that are likely so far show it."""
    found, order, gaps = _where(state)
    where = place(state.pairs, state.scores, [*state.links, *found], order)
    usually = Usual(order.kept, *usual(state.wording, found, len(state.links), state.sizes))
    ours, theirs = state.texts.before.symbols, state.texts.after.symbols
    result = {}
    for i, j in state.pairs:
        stream = 2 * state.stream.get((i, j), 0) / (len(ours[i]) + len(theirs[j]))
        alone, along = (usually.strict * value for value in gaps.figures(i, j))
        result[i, j] = (
            *state.wording[i, j],
            *where[i, j],
            *usually[:3],
            stream,
            alone,
            along,
            alone * usually.loose,
            along * usually.loose,
        )
    return result


def together(state: EngineState) -> tuple[Together, list[Link]]:
    """What chooses groups, and those of the likely links that stand out of order."""
    found = one_to_one(state.scores, state.links, state.settings.accept, "wording")
    likely = [*state.links, *found]
    order = OrderScore(likely, state.sizes)
    joined = Joined(
        state.texts,
        (state.scores, state.first),
        state.stream,
        order,
        Usual(order.kept, *usual(state.wording, found, len(state.links), state.sizes)),
        ({i: link.confidence for link in likely for i in [link.before]},
         {j: link.confidence for link in likely for j in [link.after]}),
    )  # fmt: skip
    kept = heaviest_rising(likely, [round(1000 * link.confidence) for link in likely])
    moved = [link for k, link in enumerate(likely) if k not in kept]
    return Together(state.texts, joined, state.links, state.hints), moved


def well_grounded(state: EngineState) -> list[Link]:
    """The links that rest on words in common, or on a place that is steady enough."""
    held = [link for link in state.links if link in state.held]
    loose = [link for link in state.links if link not in state.held]
    return held + grounded(state.texts, loose, state.settings.ground, state.hints)


def is_plain(state: EngineState) -> bool:
    """Whether so much of the shorter text has a plain partner that nobody rewrote it from end to end."""
    plain = [link for link in state.links if link.found_by in SETTLED]
    return len(plain) > PLAIN * min(state.sizes)


def rewritten(state: EngineState) -> InOrder:
    """What keeps its order where a text was rewritten from end to end, and whether it was."""
    if is_plain(state) or not any(state.texts.before.symbols) or not any(state.texts.after.symbols):
        return InOrder([], rewritten=False)
    if not state.texts.worth:
        describe(state.texts)
    return in_order(state.texts, state.links, state.hints)


def choose(state: EngineState) -> None:
    """Groups of units, chosen together: the spine, what moved, then what may still join."""
    accept, more = state.settings.accept, state.settings.accept_more
    chooser, moved = together(state)
    fixed = [link for link in state.links if link.found_by in CERTAIN]
    rest = [link for link in state.links if link.found_by not in CERTAIN]
    away = {*moved}
    weighed = chooser.blocks(state.scores, state.tables, accept, more)
    chain = spine(weighed, [link for link in fixed if link not in away], moved, accept)
    links = fixed + links_of(chain)
    links += left_over(state.scores, links, [m for m in moved if m.found_by not in CERTAIN], accept)
    linked = {link.before for link in links}, {link.after for link in links}
    links += [link for link in rest if link.before not in linked[0] and link.after not in linked[1]]
    state.links = links + join_loose(chooser, links, state.tables, more)
