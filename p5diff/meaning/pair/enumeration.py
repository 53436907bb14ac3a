"""Enumerations inside a sentence, compared as sets: which item came into one, and which went out.

"Smuggling, poaching and piracy" has three items; the order says nothing. The alignment of words
cannot tell what a list lost where its conjunction moved ("judges and prosecutors" → "judges,
prosecutors and police officers"), so each list is read by its commas and its conjunction.

An item may also come with its conjunction beside one that stood alone ("a zone free of nuclear weapons and
of chemical weapons"): `joined` finds what came or went so, with nothing in its place.

Items that labels count ("shall (i) mark every box and (ii) keep the lists") may be of any length; there the
labels tell where each begins.

Only a list whose items stand alone is compared. Adjectives before one noun ("secure, free and open
networks") and verbs before one object ("promote, protect and respect rights") are no items: a word
more there may narrow as well as widen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pair.basis import likeness, shared
from p5diff.meaning.pair.correspondence import Correspondence, SideWord, SideWords
from p5diff.meaning.pattern.words import scan
from p5diff.model.comparison import Side

_COMMAS = frozenset(",،、")
_LONGEST = {False: 4, True: 10}
"""Longest item, in words; in Chinese (True) in characters. Longer ones are clauses more often."""
_SAME_REST = 0.75
"""Share of the sentence outside the list that must be the same for an item to have come or gone
[0, 1]; else the list is part of another thought."""


_JOINED = {False: 5, True: 14}
"""Most words of content of an item that comes with its conjunction; in Chinese (True) characters."""
_SAME_SENTENCE = 0.85
"""Share of the rest of the sentence that must be the same for an item to have come with its conjunction
[0, 1]: there is no list to go by, so hardly anything else may have changed."""
_SAME_AROUND = 0.45
"""The same where no word of the item stands on the other side and where it ends a phrase [0, 1]: what is
there beside it stayed, and what changed elsewhere in the sentence does not say it in other words. Of the
claims that this let through on 60 pairs of real texts four in five were right, and what was wrong with the
others is asked now: a word in common, a verb before the conjunction, a name."""
_CLOSED = {False: 9, True: 20}
"""Most words of content of such an item; in Chinese (True) characters. Longer ones are clauses."""
_DEED = (2, 7)
"""Fewest and most words of content of a deed with its object: one is a verb that shares its object with the
next ("promote, protect and respect rights"), more are a clause with others in it."""
_TO_NEXT = 5
"""Most words from one deed to the verb of the next: ", and to", "ou d'"."""
_SAME_LIST = 0.6
"""Share of the rest of both sides that must be the same for a deed to have come or gone [0, 1]: nothing
stands in its place, so the rest may have changed elsewhere."""


class ListItem(NamedTuple):
    """One item of a list: its words `[first, last)`, and the stems of content that tell it."""

    first: int
    last: int
    stems: tuple[str, ...]


class _Enumeration(NamedTuple):
    items: tuple[ListItem, ...]


_FindsItem = Callable[[ListItem, Sequence[ListItem]], ListItem | None]


def gone(
    one: SideWords, two: SideWords, language: Language, acting: Collection[int] = ()
) -> Iterator[ListItem]:
    """The items of the lists of one side that the same list of the other side does not have, where
    that has no other item instead. `acting` are the words of the acts of the first side."""
    ours, theirs = _labelled(one), _labelled(two)
    if ours is not None and theirs is not None:
        lost = _lost(ours, theirs, _likest)
        if lost and _same_rest(one, ours, two, theirs):
            yield from lost
        return
    others = _lists(two, language)
    for mine in _lists(one, language):
        for other in others:
            lost = _lost(mine, other, _same)
            if lost and _is_plain(one, mine, lost, language, acting) and _same_rest(one, mine, two, other):
                torn = any(is_torn(one, (item.first, item.last)) for item in lost)
                if not torn and not any(_is_there(one, item, two, language) for item in lost):
                    yield from lost
                break


_LABEL = re.compile(
    r"(?<![\w)])[(（]?(?:(?P<roman>[ivx]{1,4})|(?P<letter>[a-zа-яأ-ي])|(?P<number>\d{1,2})|(?P<han>[一二三四五六七八九十]))[)）]"
    r"(?=\s|\w)|[①-⑩]",
    re.IGNORECASE,
)
"""What counts the items of a list inside a sentence: "(i)", "b)", "3)", "（二）", "②"."""
_MAY_BE_LABEL = re.compile("[)）①-⑩]")
"""What every such label holds, found at a glance."""
_SAME_ITEM = 0.7
"""Share of the content words of both, from which on two labelled items are one [0, 1]: they are clauses, so a
word may change in them."""


def _labelled(side: SideWords) -> _Enumeration | None:
    """The items that labels count inside one sentence of a side, two of them at least."""
    for number, sentence in enumerate(side.sentences):
        if not _MAY_BE_LABEL.search(sentence.text):
            continue
        marks = list(_LABEL.finditer(sentence.text))
        if len(marks) < _LEAST or len({m.lastgroup for m in marks}) > 1:
            continue
        items: list[ListItem] = []
        for at, mark in enumerate(marks):
            end = marks[at + 1].start() if at + 1 < len(marks) else len(sentence.text)
            inside = [
                n
                for n, w in enumerate(side.words)
                if w.sentence == number and w.start >= mark.end() and w.end <= end
            ]
            stems = tuple(side.words[n].stem for n in inside if side.words[n].content)
            if stems:
                last = max(n for n in inside if side.words[n].content) + 1
                items.append(ListItem(inside[0], last, stems))
        if len(items) == len(marks):
            return _Enumeration(tuple(items))
    return None


_LEAST = 2
"""Labels that make a list: one alone is a note's, or a reference."""


def _likest(item: ListItem, others: Sequence[ListItem]) -> ListItem | None:
    """The labelled item among others that is this one, with some of its words changed."""
    best = max(others, key=lambda other: likeness(other.stems, item.stems), default=None)
    return best if best is not None and likeness(best.stems, item.stems) >= _SAME_ITEM else None


def _lost(mine: _Enumeration, other: _Enumeration, same: _FindsItem) -> list[ListItem]:
    """The items that only the first list has; none where the second has one of its own. `same` finds an
    item of the second among those of the first."""
    if len(mine.items) <= len(other.items):
        return []
    left = list(mine.items)
    for item in other.items:
        found = same(item, left)
        if found is None:
            return []
        left.remove(found)
    return left


def _same(item: ListItem, others: Sequence[ListItem]) -> ListItem | None:
    """The item among others that says the same, in whatever order its words stand."""
    stems = set(item.stems)
    return next((other for other in others if other.stems and set(other.stems) == stems), None)


def _is_plain(
    side: SideWords,
    mine: _Enumeration,
    lost: Sequence[ListItem],
    language: Language,
    acting: Collection[int],
) -> bool:
    """Whether the items stand alone, rather than before or after a word that belongs to them all."""
    if not language.SEPARATOR:
        last = mine.items[-1]
        return not any(w.key in _OF for w in side.words[last.first : last.last])
    if all(len(item.stems) > 1 for item in lost):
        return True
    ends = [mine.items[-1]]
    # A verb stands before the first item; where modifiers follow their noun, so does the noun.
    if not language.NOUN_LAST and not _opens(side, mine.items[0].first):
        ends.append(mine.items[0])
    ends_of = [side.words[item.last - 1].key for item in mine.items]
    if all(_is_plural(word, language) for word in ends_of) and not any(
        is_verb(word, language) for word in ends_of[:-1]
    ):
        return True  # "schools, hospitals and water plants": an adjective has no plural
    first = mine.items[0]
    return all(
        len(item.stems) - (item is first and sum(n in acting for n in range(item.first, item.last))) == 1
        for item in ends
        if item not in lost
    )


def _is_plural(word: str, language: Language) -> bool:
    """Whether a word is a noun by its plural, in a language whose adjectives have none."""
    if not language.NOUN_LAST or not word.endswith(language.AGENCY.plurals):
        return False
    return not word.endswith(("ss", "us"))


_OF = frozenset("的地之")
"""What makes the Chinese words before it modifiers of the word after it."""


def _opens(side: SideWords, at: int) -> bool:
    """Whether a word opens its clause, as the verb does in Arabic and in Spanish."""
    return at == 0 or side.words[at - 1].clause != side.words[at].clause or side.words[at - 1].is_mark


def _is_there(side: SideWords, item: ListItem, words: SideWords, language: Language) -> bool:
    """Whether the other side says an item, or a word of it, elsewhere."""
    if language.SEPARATOR:
        return bool(set(item.stems) & {w.stem for w in words.words})
    quoted = side.quoted(item.first, item.last).text
    return any(quoted in sentence.text for sentence in words.sentences)


def _same_rest(one: SideWords, mine: _Enumeration, two: SideWords, other: _Enumeration) -> bool:
    """Whether the words outside both lists are the same for the most part."""
    rests = [_outside(one, mine), _outside(two, other)]
    longest = max(len(rest) for rest in rests)
    return shared(*rests) >= _SAME_REST * longest


def _outside(side: SideWords, found: _Enumeration) -> list[str]:
    inside = range(found.items[0].first, found.items[-1].last)
    return [w.stem for n, w in enumerate(side.words) if w.content and n not in inside]


def _lists(side: SideWords, language: Language) -> list[_Enumeration]:
    """The lists of a side: items set apart by commas, the last by a conjunction."""
    found: list[_Enumeration] = []
    for at in range(len(side.words)):
        if not _conjoins(side, at, language):
            continue
        last = _after(side, at if language.AND_PREFIX else at + 1, language)
        items = [last]
        end = at
        while True:
            item = _before(side, end, language)
            if not item.stems:
                break
            items.insert(0, item)
            comma = item.first - 1
            while comma >= 0 and side.words[comma].key in language.ARTICLES:
                comma -= 1
            if language.AND_PREFIX and _conjoins(side, item.first, language):
                end = item.first
            elif comma >= 0 and side.words[comma].key in _COMMAS:
                end = comma
            else:
                break
        if len(items) > 1 and all(item.stems for item in items):
            found = [f for f in found if f.items[0].first != items[0].first]
            found.append(_Enumeration(tuple(items)))
    return found


def _conjoins(side: SideWords, at: int, language: Language) -> bool:
    """Whether the last item of a list follows the word here, or begins with it (Arabic)."""
    word = side.words[at]
    if language.AND_PREFIX:
        # Many words begin with that letter by themselves: only before an article is it plain.
        return word.key.startswith(language.AND_PREFIX + language.ARTICLE) and word.content
    if not language.SEPARATOR:
        text = side.sentences[word.sentence].text
        return any(text.startswith(a, word.start) and not _is_inside(text, word.start) for a in language.AND)
    return word.key in language.AND


def _is_inside(text: str, at: int) -> bool:
    """Whether a Chinese conjunction is part of a longer word (和平, 与会, 及时)."""
    return text[at : at + 2] in _WORDS or text[max(0, at - 1) : at + 1] in _WORDS


_WORDS = frozenset(
    (
        "和平 和解 和谐 和约 总和 缓和 饱和 温和 与会 参与 给予 赋与 及时 涉及 普及 提及 顾及 波及 共和 "
        "或许 或缺 间或"
    ).split()
)


def _before(side: SideWords, end: int, language: Language) -> ListItem:
    """The words of content just before `end`, as far as they stand together."""
    first = end
    while first > 0 and end - first < _LONGEST[not language.SEPARATOR]:
        word = side.words[first - 1]
        if word.sentence != side.words[end].sentence or not _belongs(side, first - 1, language):
            break
        first -= 1
        if language.AND_PREFIX and _conjoins(side, first, language):
            break
    return _item(side, first, end)


def _after(side: SideWords, start: int, language: Language) -> ListItem:
    """The words of content from `start` on, articles aside, as far as they stand together."""
    first = start
    while first < len(side.words) and side.words[first].key in language.ARTICLES:
        first += 1
    last = first
    while last < len(side.words) and last - first < _LONGEST[not language.SEPARATOR]:
        if side.words[last].sentence != side.words[start].sentence or not _belongs(side, last, language):
            break
        if last > first and _conjoins(side, last, language):
            break
        last += 1
    return _item(side, first, last)


def _belongs(side: SideWords, at: int, language: Language) -> bool:
    word = side.words[at]
    if not language.SEPARATOR:
        return not word.is_mark and not _conjoins(side, at, language)
    return word.content and not word.key[0].isdigit()


def _item(side: SideWords, first: int, last: int) -> ListItem:
    return ListItem(first, last, tuple(w.stem for w in side.words[first:last]))


def joined(
    ground: Correspondence,
    side: Side,
    taken: frozenset[int],
    said: frozenset[int],
    language: Language,
) -> Iterator[tuple[int, int]]:
    """The words `[first, last)` of each item of a side that came, or went, with its conjunction and with
    nothing in its place. `taken` are words that an item cannot hold: verbs of an act, words of degree;
    `said` those of verbs that only say how things are: "and have few means" limits who is meant."""
    (mine, other), links = ground.sides(side), ground.links(side)
    verbs, done = verb_forms(language), _closing_forms(language)
    for first, last in _runs(mine, links):
        gap = ground.gap(side, first, last)
        if any(w.content for w in other.words[gap.left_there + 1 : gap.right_there]):
            continue
        for turn in _turned(mine, first, last):
            item = _with_conjunction(mine, turn, language)
            if item is None:
                continue
            words = mine.words[item[0] : item[1]]
            if not taken.isdisjoint(range(*item)) or any(
                w.figure or (w.key in verbs and not _is_name(mine, w)) for w in words
            ):
                continue
            if words[-1].key in done or words[0].key in done or _goes_on(mine, turn[1], links):
                continue  # "and investment slowed", "and opposed more purchases" are clauses
            closed = said.isdisjoint(range(*turn)) and _is_closed(ground, side, turn, item, verbs)
            if sum(w.content for w in words) > (_CLOSED if closed else _JOINED)[ground.chinese]:
                continue
            if is_torn(mine, turn) or {w.stem for w in words if w.content} <= {w.stem for w in other.words}:
                continue
            rests = [w.stem for n, w in enumerate(mine.words) if w.content and not turn[0] <= n < turn[1]]
            theirs = [w.stem for w in other.words if w.content]
            least = _SAME_AROUND if closed else _SAME_SENTENCE
            if shared(rests, theirs) >= least * max(len(rests), len(theirs)):
                yield item
            break


def _goes_on(side: SideWords, at: int, links: Mapping[int, int]) -> bool:
    """Whether what came goes on behind a small word that both sides happen to have: "and then to widen"."""
    while at < len(side.words) and not side.words[at].is_mark and not side.words[at].content:
        at += 1
    inside = at < len(side.words) and at > 0 and side.words[at].sentence == side.words[at - 1].sentence
    return inside and side.words[at].content and at not in links


def deeds(ground: Correspondence, side: Side, language: Language) -> Iterator[tuple[int, int]]:
    """The words `[first, last)` of each deed with its object that came into a list of deeds, or went out of
    it: "may close the paths, seize the traps or expel …" → "may close the paths or expel …"."""
    (mine, other), links = ground.sides(side), ground.links(side)
    verbs = verb_forms(language)
    known = {w.stem for w in other.words}
    for first, last in _runs(mine, links):
        inner = [n for n in range(first, last) if mine.words[n].content]
        if not _DEED[0] <= len(inner) <= _DEED[1]:
            continue
        head = mine.words[inner[0]]
        if head.stem in known or head.key not in verbs:
            continue
        between = range(inner[-1] + 1, len(mine.words))
        after = next((n for n in between if mine.words[n].content), None)
        if after is None or after not in links or mine.words[after].key not in verbs:
            continue  # no other deed of the list follows
        if after - inner[-1] > _TO_NEXT or is_torn(mine, (first, last)):
            continue
        opening = range(max(0, first - 1), inner[0])
        if not any(mine.words[n].key in _COMMAS for n in opening):
            continue
        if any(mine.words[n].key in _COMMAS for n in range(inner[0], inner[-1])):
            continue
        gap = ground.gap(side, first, last)
        if any(w.content for w in other.words[gap.left_there + 1 : gap.right_there]):
            continue
        rests = [w.stem for n, w in enumerate(mine.words) if w.content and n not in inner]
        theirs = [w.stem for w in other.words if w.content]
        if shared(rests, theirs) >= _SAME_LIST * max(len(rests), len(theirs)):
            yield inner[0], inner[-1] + 1


def _is_closed(
    ground: Correspondence,
    side: Side,
    turn: tuple[int, int],
    item: tuple[int, int],
    verbs: Collection[str],
) -> bool:
    """Whether an item is a phrase of its own that the other side says nowhere: no word of it stands there,
    the word before its conjunction stayed and is no verb, and no word of content follows at once, of which
    it could be a modifier ("secure and open networks")."""
    here, there = ground.sides(side)
    words, links = here.words, ground.links(side)
    if not {w.stem for w in words[item[0] : item[1]] if w.content}.isdisjoint(w.stem for w in there.words):
        return False
    first, last = turn
    while first > 0 and words[first - 1].is_mark:
        first -= 1
    if first == 0 or first - 1 not in links or words[first - 1].key in verbs:
        return False
    if _is_name(here, words[item[0]]) and any(len(w.key) == 1 for w in words[item[1] : item[1] + 1]):
        return False  # "John" of "John C. Williams"
    if last == len(words) or words[last].sentence != words[last - 1].sentence:
        return True
    return not words[last].content or (
        not ground.chinese and not words[item[0] - 1].content and item[0] > turn[0] + 1
    )


def _is_name(side: SideWords, word: SideWord) -> bool:
    """Whether a word inside its sentence is printed with a capital: "States" are no verb."""
    return word.start > 0 and side.sentences[word.sentence].text[word.start].isupper()


def _runs(side: SideWords, links: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches of a side that correspond to nothing, each inside one sentence."""
    first = None
    for at in range(len(side.words) + 1):
        ends = at == len(side.words) or at in links
        if first is not None and (ends or side.words[at].sentence != side.words[first].sentence):
            yield first, at
            first = None
        if not ends and first is None:
            first = at


def _turned(side: SideWords, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretch, and the same words read from another of them: of "coal plants and gas plants" → "coal
    plants" it is as true that "plants and gas" went as that "and gas plants" did."""
    yield first, last
    a, b = first, last
    while b < len(side.words) and side.words[a].key == side.words[b].key and a < last:
        a, b = a + 1, b + 1
        yield a, b
    a, b = first, last
    while a > 0 and side.words[a - 1].key == side.words[b - 1].key and b > first + 1:
        a, b = a - 1, b - 1
        yield a, b


def _with_conjunction(side: SideWords, place: tuple[int, int], language: Language) -> tuple[int, int] | None:
    """The item of a stretch that opens or closes with a conjunction, without it; none where it does not."""
    first, last = place
    content = [at for at in range(first, last) if side.words[at].content or not language.SEPARATOR]
    if not language.SEPARATOR:
        content = [at for at in content if not side.words[at].is_mark]
    ands = [at for at in range(first, last) if _opens_item(side, at, last, language)]
    if len(ands) != 1 or not content:
        return None
    at = ands[0]
    if phrase := _phrase(side, at, language):
        # Such a phrase opens what it brings; it is no word of a list that goes on behind it.
        tail = [n for n in content if n >= at + phrase]
        marks = any(w.key in _COMMAS for w in side.words[at:last])
        return (tail[0], tail[-1] + 1) if tail and not marks and not any(n < at for n in content) else None
    if language.AND_PREFIX:
        return (at, content[-1] + 1) if at == first and at == content[0] else None
    rest = [n for n in content if n != at]
    if not rest or any(w.key in _COMMAS for w in side.words[first + 1 : last]):
        return None
    if all(n > at for n in rest):
        return rest[0], rest[-1] + 1
    # A modifier of the noun before it is no item: "a response judged necessary and fitting". Two words are
    # one where modifiers stand before their noun.
    whole = language.NOUN_LAST and len(rest) > 1
    plain = whole or not language.SEPARATOR or rest[0] == 0 or not side.words[rest[0] - 1].content
    return (rest[0], rest[-1] + 1) if plain and all(n < at for n in rest) else None


def _opens_item(side: SideWords, at: int, last: int, language: Language) -> bool:
    """Whether an item follows the word here; in Arabic the conjunction is a letter of it, which is plain
    before an article, and where the list goes on in the same way."""
    word = side.words[at]
    if not language.AND_PREFIX:
        return _conjoins(side, at, language) or _phrase(side, at, language) > 0
    if not word.key.startswith(language.AND_PREFIX) or not word.content:
        return False
    if word.key.removeprefix(language.AND_PREFIX) in {w.key for w in side.words}:
        return True  # "fishing ships and ships of cargo"
    following = side.words[last].key if last < len(side.words) else ""
    return word.key.startswith(language.AND_PREFIX + language.ARTICLE) or following.startswith(
        language.AND_PREFIX + language.ARTICLE
    )


def is_torn(side: SideWords, place: tuple[int, int]) -> bool:
    """Whether brackets or blanks of a draft stand among the words."""
    start, end = side.words[place[0]], side.words[place[1] - 1]
    text = side.sentences[start.sentence].text
    return bool(set(text[max(0, start.start - 1) : end.end + 1]) & _TORN)


_TORN = frozenset("()[]（）【】#")


def _phrase(side: SideWords, at: int, language: Language) -> int:
    """How many words the phrase has that joins an item here ("as well as"); 0 where none does."""
    for phrase in _phrases(language):
        here = side.words[at : at + len(phrase)]
        if len(here) == len(phrase) and all(w.key == key for w, key in zip(here, phrase, strict=True)):
            return len(phrase)
    return 0


@cache
def _phrases(language: Language) -> tuple[tuple[str, ...], ...]:
    """The joining phrases of a language as words are folded for comparison."""
    return tuple(tuple(form.keys[0] for form in scan(each, language).forms) for each in language.ALSO)


@cache
def verb_forms(language: Language) -> frozenset[str]:
    """Forms of verbs that are one word and no participle: "monitor and report" are no items."""
    every = (
        form for sets in language.verbs().values() for kind in ("p", "inf") for form in sets.get(kind, ())
    )
    return frozenset(form for form in every if form.isalpha())


def is_verb(word: str, language: Language) -> bool:
    """Whether a word is a form of a verb that is known, that of "she protects" included."""
    return not verb_forms(language).isdisjoint({word, word.removesuffix("s")})


@cache
def _closing_forms(language: Language) -> frozenset[str]:
    """Forms of verbs that close a short clause, where they stand last: the past, and the present of one."""
    if not (language.NOUN_LAST and language.SEPARATOR):
        return frozenset()
    verbs = language.verbs().values()
    past = {form for sets in verbs for form in (*sets.get("d", ()), *sets.get("v", ()))}
    present = {f"{form}s" for sets in verbs for form in sets.get("inf", ())}
    return frozenset(past | present)


def alternatives(
    ground: Correspondence, before: Collection[int], after: Collection[int], language: Language
) -> Iterator[tuple[int, int]]:
    """Where a conjunction is a letter of the next word: each word (before, after) that "and" joined and
    "or" joins now, or the other way round. `before` and `after` are the places of "or" on each side."""
    if not language.AND_PREFIX:
        return
    for i, j in ground.forward.items():
        one, two = ground.before.words[i].key, ground.after.words[j].key
        if one == language.AND_PREFIX + two and j - 1 in after and ground.forward.get(i - 1) == j - 2:
            yield i, j
        if two == language.AND_PREFIX + one and i - 1 in before and ground.backward.get(j - 1) == i - 2:
            yield i, j
