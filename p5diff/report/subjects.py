"""What a change is about, in a few words quoted from it: for the changes that a page cannot tell whole.

    "We stand together in support of Afghan nationals, and call on the Taliban …"      Taliban
    "We will donate more than a billion vaccine doses."                                vaccine doses

A word tells the subject of a text where the text says it again and again and the other text does not
(keyness, Scott 1997, here as the logarithm of the ratio). Of a change the word that tells most is taken, with
its neighbours as long as they go together; changes with the same word stand together. The words are the
text's own, in its spelling: nothing is named that is not read there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import log
from typing import NamedTuple

from p5diff.language import Language, get
from p5diff.language.script import is_han
from p5diff.model.alignment import Op, Pair
from p5diff.model.comparison import Comparison
from p5diff.report.cut import cells
from p5diff.report.view import ChangeRow
from p5diff.text.tokens import key, tokenise

LONGEST = 26
"""Cells of the words that name a subject: a verb with its object, and three or four of them on a line."""
_LEAST = 4
"""Letters of a word that can name a subject, where it is no name: shorter ones are small words mostly."""
_NAMED = 3.0
"""How much more a name tells than another word as telling: a reader looks for names first."""
_LONGER = 0.5
"""How much more two words tell than one: a verb or an adverb alone names no subject."""
_ALONE = 0.3
"""How much less a word tells that stands by itself between signs: "Second, …"."""
_HAN = 6
"""Chinese characters of a subject at most: two or three words."""
_WORDS = 3
"""Words of a subject at most, before the words around it are told with it."""
_WIDER = 5
"""Words on either side of a subject that may be told with it."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text: its place, as compared, whether it can name a subject, and whether it is a name."""

    start: int
    stop: int
    key: str
    telling: bool
    name: bool


class Subject(NamedTuple):
    """What a change is about: the name that it has in common with others, and words of its own."""

    name: str
    """Nothing where the subject has no name: two changes that say "report" are hardly about one thing."""
    own: str
    what: str = ""
    """What the brief calls the change: `new`, `weaker`, `reworded` …"""


def subjects(
    comparison: Comparison, rows: Sequence[ChangeRow], kinds: Mapping[int, str] | None = None
) -> dict[int, Subject]:
    """Number of a change → words that tell what it is about, and what the change is called in `kinds`.

    Changes about one thing have the same name; one without such a word that is not in `kinds` is left out.
    """
    languages = get(comparison.before.language), get(comparison.after.language)
    pairs = [change.pair for change in comparison.changes]
    before = _Text((s.text for pair in pairs for s in pair.before), languages[0])
    after = _Text((s.text for pair in pairs for s in pair.after), languages[1])
    chosen: dict[str, list[tuple[int, _Candidate]]] = {}
    for row in rows:
        own, other = (after, before) if row.pair.after else (before, after)
        best = max(_candidates(row.pair, own, other), default=None)
        if best is not None:
            chosen.setdefault(best.term, []).append((row.number, best))
    found: dict[int, Subject] = {}
    for same in chosen.values():
        phrase = same[0][1].phrase
        everywhere = all(phrase in candidate.text for _, candidate in same)
        for number, one in same:
            name = (phrase if everywhere else one.word) if one.name else ""
            found[number] = Subject(name, one.wide)
    for number, what in (kinds or {}).items():
        found[number] = found.get(number, _NOTHING)._replace(what=what)
    return found


class _Candidate(NamedTuple):
    """Words that may tell what a change is about; of equal ones, the first (`at` falls)."""

    tells: float
    at: int
    term: str
    word: str
    """The term as printed; in a script without spaces the phrase."""
    phrase: str
    """The term with the words beside it that tell as much."""
    wide: str
    """The phrase with what stands around it in its clause."""
    name: bool
    """Whether others may be about the same: it is a name, as far as its script can tell."""
    text: str
    """Where it stands."""


class Group(NamedTuple):
    """Changes about one thing and of one kind, with the words that name it (none where nothing does)."""

    words: str
    numbers: tuple[int, ...]
    what: str = ""


def grouped(numbers: Iterable[int], subjects: Mapping[int, Subject]) -> list[Group]:
    """Changes by their subject, each where its first one stands: those about one thing under its name, the
    others under words of their own. What is stronger or weaker comes first; last, the changes of which
    nothing tells what they are about."""
    held: dict[tuple[str, str], list[int]] = {}
    for number in numbers:
        name, own, what = subjects.get(number, _NOTHING)
        held.setdefault((name or own, what), []).append(number)
    found = [
        Group(subjects[same[0]].own if words and len(same) == 1 else words, tuple(same), what)
        for (words, what), same in held.items()
    ]
    return sorted(found, key=lambda group: (group.what not in _DIRECTIONS, not group.words))


_DIRECTIONS = frozenset({"stronger", "weaker"})
_NOTHING = Subject("", "")


class _Text:
    """One side: how many of its sentences say each term."""

    def __init__(self, sentences: Iterable[str], language: Language) -> None:
        self.language = language
        self.whole = "\n".join(sentences)
        self.said: Counter[str] = Counter()
        for text in self.whole.split("\n"):
            self.said.update({term for term, _ in _terms(text, language)})

    def stands_alone(self, words: str) -> bool:
        """Whether these characters begin somewhere where a phrase does, and end somewhere where one does: at
        a sign, or at a word that joins. 社区影响 does in "社区影响：", 则改 nowhere in "准则改编自"."""
        begin = end = False
        joins = tuple(
            self.language.AND | self.language.COMMON_WORDS.intersection(self.language.JOINING_WORDS)
        )
        for match in re.finditer(re.escape(words), self.whole):
            at, stop = match.span()
            begin = begin or not is_han(self.whole[at - 1 : at]) or self.whole.endswith(joins, 0, at)
            end = end or not is_han(self.whole[stop : stop + 1]) or self.whole.startswith(joins, stop)
            if begin and end:
                return True
        return False


def _candidates(pair: Pair, own: _Text, other: _Text) -> Iterator[_Candidate]:
    sentences = pair.after or pair.before
    both = bool(pair.after and pair.before)
    come = {key(text[a:b]) for text in _come(pair) for a, b in tokenise(text)}
    at = 0
    for sentence in sentences:
        words = _words(sentence.text, own.language)
        for term, held in _terms(sentence.text, own.language):
            at -= 1
            here, there = own.said[term], other.said[term]
            if both:  # what it is about, both texts say: the rarer, the more it tells
                tells = (1 + (held[0].key in come)) / (here + there)
            else:
                often = min(here, _OFTEN)
                tells = often * log((often + 0.5) / (there + 0.5)) * min(1.0, _WHOLE / here) ** 2
            if tells > 0:
                phrase, wide = _phrases(sentence.text, words, held, own)
                if not phrase:
                    continue
                separated = bool(own.language.SEPARATOR)
                tells *= _NAMED if held[0].name else 1.0 + _LONGER * min(phrase.count(" "), 1)
                tells *= _ALONE if separated and " " not in wide else 1.0
                word = sentence.text[held[0].start : held[-1].stop] if separated else phrase
                name = held[0].name or not _has_case(word)
                yield _Candidate(tells, at, term, word, phrase, wide, name, sentence.text)


def _come(pair: Pair) -> Iterator[str]:
    return (e.text for e in pair.edits if e.op is Op.INSERT and not e.editorial)


def _has_case(word: str) -> bool:
    """Whether a script tells a name by its capital: Arabic and Chinese do not, where each word may be one."""
    return word.lower() != word.upper()


_OFTEN = 3
"""Sentences of a text that say a word, from which on it is one of its subjects."""
_WHOLE = 6
"""Sentences that say a word, beyond which it tells ever less of one of them: it is what the whole text is
about, or a phrase that each sentence repeats."""


def _terms(text: str, language: Language) -> Iterator[tuple[str, Sequence[_Word]]]:
    """What may name a subject: words, and in Chinese neighbouring characters two by two, where they stand."""
    words = _words(text, language)
    for at, word in enumerate(words):
        if not word.telling:
            continue
        if language.SEPARATOR:
            yield word.key, words[at : at + 1]
        elif at + 1 < len(words) and words[at + 1].telling and words[at + 1].start == word.stop:
            yield word.key + words[at + 1].key, words[at : at + 2]


def _words(text: str, language: Language) -> list[_Word]:
    small = language.COMMON_WORDS | language.ARTICLES | language.ADJUNCTS | language.AND
    found = []
    opens = True
    for start, stop in map(partial(_bare, text), tokenise(text)):
        printed = text[start:stop]
        word = key(printed)
        han = is_han(word[:1])
        name = printed[:1].isupper() and not opens
        long = len(printed) >= _LEAST or han or (name and len(printed) > 1)
        telling = word[:1].isalpha() and long and word not in small and not _in_address(text, start, stop)
        found.append(_Word(start, stop, word, telling, name))
        opens = printed[-1:] in _OPENERS or (opens and not printed[:1].isalnum())
    return found


def _bare(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The longest part of a word with apostrophes: "Quad’s", "l'Afrique"."""
    start, stop = span
    parts = [(m.start(), m.end()) for m in _PART.finditer(text, start, stop)]
    return max(parts, key=lambda part: part[1] - part[0], default=span)


_PART = re.compile("[^'’]+")


def _in_address(text: str, start: int, stop: int) -> bool:
    """Whether a word is part of an address ("https://…", "a@b.org")."""
    return (
        text.startswith("://", stop) or text[start - 1 : start] in {"/", "@"} or text[stop : stop + 1] == "@"
    )


_OPENERS = '.!?:;“"«'
"""Signs behind which a capital says nothing."""


def _phrases(text: str, words: Sequence[_Word], held: Sequence[_Word], own: _Text) -> tuple[str, str]:
    """The words of a term and those beside it that tell as much, names by a name, others by others; and the
    same with what stands around them."""
    first, last = words.index(held[0]), words.index(held[-1])
    start, stop = first, last + 1
    if not own.language.SEPARATOR:
        return _han_phrases(text, words[first].start, words[last].stop, own)
    for step in (1, -1):
        while stop - start < _WORDS:
            at = stop if step > 0 else start - 1
            if not _goes_with(text, words, start, stop, at) or not words[at].telling:
                break
            if words[at].name != held[0].name:
                break
            start, stop = min(start, at), max(stop, at + 1)
    wide = _with_neighbours(text, words, start, stop)
    return _printed(text, words, start, stop), _printed(text, words, *wide)


def _printed(text: str, words: Sequence[_Word], start: int, stop: int) -> str:
    return re.sub(r"\s+", " ", text[words[start].start : words[stop - 1].stop])


def _goes_with(text: str, words: Sequence[_Word], start: int, stop: int, at: int) -> bool:
    """Whether a word stands beside others with nothing between, is a word, and has room with them."""
    if not 0 <= at < len(words) or not text[words[at].start].isalnum():
        return False
    one, two = (words[stop - 1], words[at]) if at >= stop else (words[at], words[start])
    wider = text[words[min(start, at)].start : words[max(stop - 1, at)].stop]
    return not text[one.stop : two.start].strip() and cells(wider) <= LONGEST


def _with_neighbours(text: str, words: Sequence[_Word], start: int, stop: int) -> tuple[int, int]:
    """The words around a phrase in its clause, small ones too, as many as have room: "final" says less than
    "prepare a final report". The first and the last are none of the small ones."""
    low, high = start, stop
    for step in (-1, 1) * _WIDER:
        at = high if step > 0 else low - 1
        if _goes_with(text, words, low, high, at):
            low, high = min(low, at), max(high, at + 1)
    inner = [n for n in range(low, high) if words[n].telling]
    return min(start, *inner[:1]), max(stop, *(n + 1 for n in inner[-1:]))


def _han_phrases(text: str, start: int, stop: int, own: _Text) -> tuple[str, str]:
    """The characters around two that always stand with them, if a phrase begins and ends there, and their
    clause, if it is short; the clause for both where there is no such phrase, since in a script without
    spaces half a word looks like a word."""
    ends = [match.span() for match in _STOPS.finditer(text)]
    low = max((end for _, end in ends if end <= start), default=0)
    high = min((begin for begin, _ in ends if begin >= stop), default=len(text))
    clause = text[low:high].strip()
    phrase = _set_apart(text, start, stop, own)
    if cells(clause) > LONGEST:
        return phrase, phrase
    return phrase or clause, clause


def _set_apart(text: str, start: int, stop: int, own: _Text) -> str:
    """The characters around two that always stand with them, if a phrase begins and ends there."""
    often = own.whole.count(text[start:stop])
    if often < 2:
        return ""
    first, last = start, stop
    for low, high in ((0, 1), (1, 0)):
        while last - first < _HAN:
            wider = text[max(first - low, 0) : last + high]
            if not all(map(is_han, wider)) or len(wider) == last - first or own.whole.count(wider) < often:
                break
            first, last = max(first - low, 0), last + high
    return text[first:last] if own.stands_alone(text[first:last]) else ""


_STOPS = re.compile(r"[^\w\s]")
"""Signs between clauses, in any script."""
