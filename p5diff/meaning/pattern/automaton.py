"""Many patterns in one walk: an automaton over words, built as far as texts need it.

Patterns that begin alike share their beginning (a trie of pattern nodes), and what follows a
word in a given state is worked out once and remembered, for every later sentence. So a walk
costs one look-up a word, however many patterns there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from p5diff.meaning.pattern.patterns import Alternatives, Literal, Node, Number, Start, WordGap, numeric
from p5diff.meaning.pattern.words import WordForm

T = TypeVar("T")
_FEW = 24
"""So many tables of a state are asked one after the other: most states are left after few words."""
_MOST_STEPS = 200_000
"""Steps remembered before all are forgotten: a bound on memory, never on what is found."""


_NOWHERE: frozenset[_PatternPlace] = frozenset()

_LABEL = 2
"""Words of a label: a number and its mark."""
_LABEL_MARKS = frozenset(".、．")


class _PatternPlace:
    """A point between nodes: the nodes that may follow, and the patterns that end here."""

    __slots__ = ("accepts", "edges", "table")

    def __init__(self, edges: list[tuple[Node, _PatternPlace]]) -> None:
        self.edges = edges
        self.accepts: list[int] = []
        self.table: _Table | None = None


class _Table:
    """What a place leads to, by word. `free` is reached without a word, `opening` without a
    word at the start of a sentence."""

    __slots__ = (
        "capitals",
        "free",
        "gaps",
        "leads_on",
        "numbers",
        "opening",
        "others",
        "prefixes",
        "suffixes",
        "words",
    )

    def __init__(self) -> None:
        self.words: dict[str, list[_PatternPlace]] = {}
        self.capitals: dict[str, list[_PatternPlace]] = {}
        self.prefixes: dict[str, list[tuple[str, _PatternPlace]]] = {}
        self.suffixes: dict[str, list[tuple[str, _PatternPlace]]] = {}
        self.numbers: list[tuple[Number, _PatternPlace]] = []
        self.gaps: list[_PatternPlace] = []
        self.free: list[_PatternPlace] = []
        self.opening: list[_PatternPlace] = []
        self.leads_on = False
        self.others = False

    def enter(self, node: Literal | Number, following: _PatternPlace) -> None:
        """Note that a word leads to a place."""
        if isinstance(node, Number):
            self.numbers.append((node, following))
        elif node.prefix:
            self.prefixes.setdefault(node.key[:2], []).append((node.key, following))
        elif node.suffix:
            self.suffixes.setdefault(node.key[-2:], []).append((node.key, following))
        else:
            (self.capitals if node.capitals else self.words).setdefault(node.key, []).append(following)

    def settle(self) -> None:
        """Note whether words of its own lead on from here, gaps take any word; and whether others
        than words given in full do."""
        self.others = bool(self.capitals or self.prefixes or self.suffixes or self.numbers)
        self.leads_on = bool(self.words) or self.others

    @classmethod
    def joined(cls, tables: Sequence[_Table]) -> _Table:
        """One table that leads wherever one of the tables does."""
        whole = cls()
        for table in tables:
            whole.numbers += table.numbers
            _merge(whole.words, table.words)
            _merge(whole.capitals, table.capitals)
            _merge(whole.prefixes, table.prefixes)
            _merge(whole.suffixes, table.suffixes)
        whole.settle()
        return whole

    def step(self, form: WordForm, reached: set[_PatternPlace]) -> None:
        """Add every place that the word leads to."""
        for key in form.keys:
            if key in self.words:
                reached.update(self.words[key])
            if not self.others:
                continue
            if self.prefixes and (starts := self.prefixes.get(key[:2])):
                reached.update([place for start, place in starts if key.startswith(start)])
            if self.suffixes and (ends := self.suffixes.get(key[-2:])):
                reached.update([place for end, place in ends if key.endswith(end) and key != end])
            if form.capitals and key in self.capitals:
                reached.update(self.capitals[key])
        for number, place in self.numbers if self.numbers and form.figures else ():
            if numeric(number, form):
                reached.add(place)


def _merge(into: dict[str, list[T]], more: dict[str, list[T]]) -> None:
    """Add the entries of a table, leaving the lists of either as they are."""
    for key, entries in more.items():
        into[key] = [*into[key], *entries] if key in into else entries


def _after_label(forms: Sequence[WordForm]) -> int:
    """Where a sentence opens: after the number that a reader left before it ("12. Decides"), else at its
    first word. The number and its mark open nothing that a pattern could begin with."""
    labelled = len(forms) > _LABEL and forms[0].keys[0].isdigit() and forms[1].keys[0] in _LABEL_MARKS
    return _LABEL if labelled else 0


class _Alphabet(dict[WordForm, WordForm]):
    """For each form, the first one met of those that no pattern tells apart: most words of a text
    are in no pattern at all, and are one letter to the automaton."""

    def __init__(self, nodes: Iterable[object]) -> None:
        super().__init__()
        self._table = _Table()
        self._first: dict[tuple[frozenset[_PatternPlace], bool], WordForm] = {}
        for node in nodes:
            if isinstance(node, Literal | Number):
                self._table.enter(node, _PatternPlace([]))
        self._table.settle()

    def __missing__(self, form: WordForm) -> WordForm:
        if len(self) >= _MOST_STEPS:
            self.clear()
        matched: set[_PatternPlace] = set()
        self._table.step(form, matched)
        first = self[form] = self._first.setdefault((frozenset(matched), form.breaks), form)
        return first


class MatchState(dict[WordForm, "MatchState | None"]):
    """Where a walk can stand: the next state by word, None where no pattern goes on, worked out
    by `step` for each word that is met. `accepts` are the patterns that end here, in order; `gaps`
    the places that any word leads to."""

    __slots__ = ("_step", "accepts", "gaps", "tables")

    def __init__(
        self,
        places: set[_PatternPlace],
        tables: list[_Table],
        step: Callable[[MatchState, WordForm], MatchState | None],
    ) -> None:
        super().__init__()
        self._step = step
        self.accepts = tuple(sorted([n for place in places for n in place.accepts]))
        leading = [table for table in tables if table.leads_on]
        self.tables = leading if len(leading) <= _FEW else [_Table.joined(leading)]
        self.gaps = frozenset([place for table in tables for place in table.gaps])

    def __missing__(self, form: WordForm) -> MatchState | None:
        following = self._step(self, form)
        self[form] = following
        return following


class _Begun(dict[WordForm, "MatchState | None"]):
    """Where a walk stands after its first word, by the word as it is: most words begin nothing."""

    def __init__(self, alphabet: _Alphabet, start: MatchState) -> None:
        super().__init__()
        self._alphabet, self._start = alphabet, start

    def __missing__(self, form: WordForm) -> MatchState | None:
        if len(self) >= _MOST_STEPS:
            self.clear()
        begun = self._start[self._alphabet[form]]
        self[form] = begun
        return begun


def _ends(
    forms: Sequence[WordForm], at: int, state: MatchState | None
) -> Iterator[tuple[int, Sequence[int]]]:
    """Each place where matches end, from `state` before word `at` on, with the patterns that do."""
    size = len(forms)
    while state is not None:
        if state.accepts:
            yield at, state.accepts
        if at == size:
            break
        state = state[forms[at]]
        at += 1


class Automaton:
    """Patterns, numbered as given, matched together."""

    def __init__(self, patterns: Sequence[Sequence[Node]]) -> None:
        self._root = _PatternPlace([])
        self._children: dict[tuple[int, int], _PatternPlace] = {}
        self._keys: dict[object, int] = {}
        self._choices: dict[int, int] = {}
        self._states: dict[frozenset[_PatternPlace], MatchState] = {}
        self._tails: dict[tuple[object, int], _PatternPlace] = {}
        self._steps = 0
        for number, nodes in enumerate(patterns):
            self._add(number, nodes)
        self._alphabet = _Alphabet(self._keys)
        self._opening = self._state(frozenset({self._root}), opening=True)
        self._anywhere = self._state(frozenset({self._root}))
        self._opened = _Begun(self._alphabet, self._opening)
        self._begun = _Begun(self._alphabet, self._anywhere)

    def letters(self, forms: Sequence[WordForm]) -> list[WordForm]:
        """The words as the automaton tells them apart: what `find` and `ends_from` go by."""
        return list(map(self._alphabet.__getitem__, forms))

    def find(self, forms: Sequence[WordForm]) -> list[tuple[int, int, int]]:
        """(pattern number, first word, word after the last) of the longest match of each
        pattern at each place, by place, then by number."""
        found: list[tuple[int, int, int]] = []
        opens = _after_label(forms) + 1
        first = map(self._opened.__getitem__, forms[:opens])
        letters: list[WordForm] = []
        size = len(forms)
        for start, begun in enumerate(chain(first, map(self._begun.__getitem__, forms[opens:]))):
            if begun is None:
                continue
            letters = letters or self.letters(forms)
            state: MatchState | None = begun
            ends: dict[int, int] = {}
            at = start + 1
            while state is not None:  # as `_ends`, but most walks are of a word or two
                for number in state.accepts:
                    ends[number] = at
                if at == size:
                    break
                state = state[letters[at]]
                at += 1
            if ends:
                found.extend([(number, start, ends[number]) for number in sorted(ends)])
        return found

    def begins(self, form: WordForm) -> bool:
        """Whether a pattern goes on after this word, wherever it stands."""
        return self._begun[form] is not None

    def longest_from(self, forms: Sequence[WordForm], start: int) -> Sequence[tuple[int, int]]:
        """(pattern number, word after the last) of the longest match of each pattern that begins at word
        `start`, none of which asks for the start of a sentence."""
        letter = self._alphabet.__getitem__
        state = self._begun[forms[start]]
        ends: dict[int, int] = {}
        at, size = start + 1, len(forms)
        while state is not None:
            for number in state.accepts:
                ends[number] = at
            if at == size:
                break
            state = state[letter(forms[at])]
            at += 1
        return tuple(ends.items())

    def ends_from(self, letters: Sequence[WordForm], start: int) -> dict[int, list[int]]:
        """Pattern number → where its matches that begin at word `start` end, the shortest first.
        `letters` are what `letters` gave for the sentence."""
        found: dict[int, list[int]] = {}
        if start < len(letters):
            state = (self._anywhere if start else self._opening)[letters[start]]
            for at, numbers in _ends(letters, start + 1, state):
                for number in numbers:
                    found.setdefault(number, []).append(at)
        return found

    def _add(self, number: int, nodes: Sequence[Node]) -> None:
        place = self._root
        for node in nodes:
            step = (id(place), self._key(node))
            child = self._children.get(step)
            if child is None:
                child = self._children[step] = _PatternPlace([])
                place.edges.append((node, child))
            place = child
        place.accepts.append(number)

    def _key(self, node: Node) -> int:
        """The same number for nodes that match the same words."""
        if not isinstance(node, Alternatives):
            return self._keys.setdefault(node, len(self._keys))
        known = self._choices.get(id(node))
        if known is None:
            options = tuple(tuple(self._key(n) for n in option) for option in node.options)
            known = self._choices[id(node)] = self._keys.setdefault(options, len(self._keys))
        return known

    def _step(self, state: MatchState, form: WordForm) -> MatchState | None:
        if self._steps >= _MOST_STEPS:
            self._forget()
        self._steps += 1
        reached: set[_PatternPlace] = set()
        keys = form.keys
        for table in state.tables:
            if table.others:
                table.step(form, reached)
            else:
                for key in keys:
                    if key in table.words:
                        reached.update(table.words[key])
        gaps = _NOWHERE if form.breaks else state.gaps
        places = gaps | reached if reached else gaps
        return self._closed(places) if places else None

    def _forget(self) -> None:
        for state in (*self._states.values(), self._opening, self._anywhere):
            state.clear()
        self._opened.clear()
        self._begun.clear()
        self._states.clear()
        self._steps = 0

    def _closed(self, places: frozenset[_PatternPlace]) -> MatchState:
        """The one state of standing at these places."""
        state = self._states.get(places)
        if state is None:
            state = self._states[places] = self._state(places)
        return state

    def _state(self, places: frozenset[_PatternPlace], opening: bool = False) -> MatchState:
        """The state of standing at these places, and at all that are reached without a word."""
        closed, pending, tables = set(places), list(places), []
        while pending:
            table = self._table(pending.pop())
            tables.append(table)
            for place in (*table.free, *table.opening) if opening else table.free:
                if place not in closed:
                    closed.add(place)
                    pending.append(place)
        return MatchState(closed, tables, self._step)

    def _table(self, place: _PatternPlace) -> _Table:
        if place.table is None:
            place.table = _Table()
            for node, following in place.edges:
                self._enter(place.table, node, following)
            place.table.settle()
        return place.table

    def _enter(self, table: _Table, node: Node, following: _PatternPlace) -> None:
        """Write into the table how the node leads to the place after it."""
        if isinstance(node, Literal | Number):
            table.enter(node, following)
        elif isinstance(node, Alternatives):
            for option in node.options:
                if option:
                    self._enter(table, option[0], self._tail(option, 1, following))
                else:
                    table.free.append(following)
        elif isinstance(node, WordGap):
            table.free.append(following)
            table.gaps.append(self._tail((WordGap(node.most - 1),), int(node.most < 2), following))
        else:
            assert isinstance(node, Start)
            table.opening.append(following)

    def _tail(self, nodes: tuple[Node, ...], at: int, following: _PatternPlace) -> _PatternPlace:
        """The place before the rest of a sequence that ends at `following`."""
        for index in range(len(nodes) - 1, at - 1, -1):
            step = (nodes[index] if isinstance(nodes[index], WordGap) else (id(nodes), index), id(following))
            place = self._tails.get(step)
            if place is None:
                place = self._tails[step] = _PatternPlace([(nodes[index], following)])
            following = place
        return following
