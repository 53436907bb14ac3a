"""What one sentence says, worked out once for each distinct sentence and passed on as a value.

A `Reading` holds what the rules find in the words of a sentence alone: the acts of speech, what
the detectors find (deadlines, qualifiers, negations …) and what it names. What a sentence takes
from its surroundings (the lead-in of a list, the chapeau of a resolution) is added by
`p5diff.meaning.sentence.commitments`; topics weigh the paragraph in `p5diff.meaning.topics`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

from p5diff.language import Language
from p5diff.meaning.pattern.compiler import compile_pattern
from p5diff.meaning.pattern.matcher import Kinded, Kinds, Match, Matcher, outermost
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.pattern.sparse import SparseMatcher
from p5diff.meaning.pattern.words import Words, nouns, scan, unaccented
from p5diff.meaning.rules.deedfile import DeedForm, compile_deeds
from p5diff.meaning.rules.instruments import ASIDE, InstrumentName, compile_names
from p5diff.meaning.rules.markerfile import Found, Markers, read_markers
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.rules.scalefile import Degree, compile_scales
from p5diff.meaning.rules.source import Problems
from p5diff.meaning.rules.source import parse as parse_source
from p5diff.meaning.rules.topicfile import Term, term_matcher
from p5diff.meaning.sentence import due
from p5diff.meaning.sentence.speech import AHEAD, STATING, SpeechAct, acts
from p5diff.meaning.sentence.speech import deadlines as find_deadlines

T = TypeVar("T")
_CURRENCIES = ("$", "€", "£", "¥")
"""What makes the name before it a currency: "US$100"."""
_REMEMBERED = 1_000_000
"""Readings kept of one set of rules: four or five of each sentence of two texts of 100,000 paragraphs, about
what the largest plain texts hold, in some 8 KB a sentence; a bound on memory, never on what is found."""
_USUAL = 400
"""Characters of a sentence to which that size belongs: some 60 words, more than most have. A longer one
counts as several: what is remembered grows with the words, and a bound on the number alone bounds nothing."""
_NOTHING: Any = object()
"""What stands where nothing was kept: a reading may be empty."""
LONGEST = 20_000
"""Characters of the longest sentence that is read for what it does: some 3,000 words, many times what a
resolution puts into one. What is longer is a text without full stops, or no text; to relate each of its acts
to each other takes time with the square of its length."""
_MOST_WORDS = 4_000
"""Words and commas of the longest: the same bound where a character is a word, as in Chinese."""
_MOST_FOUND = 200
"""Acts, modal verbs, actors and the like of one sentence, and as many words of degree: five times those
of the fullest of 430 long ones of real statements. Each is related to each other, so that a row of "shall,
shall" would cost its square."""
_SURELY_READ = 200
"""Characters of a sentence that cannot hold more than that."""
_RULES_READY = 4
"""Sets of rules kept compiled: those of the package and those of a corpus or two."""


BOUNDED = "bounded"
"""What is remembered of a sentence that another process read: whether it is too much to be read."""


class SentenceNames(NamedTuple):
    """What a sentence names: its words as they were read for it, terms and hints of topics, words after
    which only examples follow, instruments, bodies and States, of which one inside a longer one is not, the
    gates of topics that its words open, and whether it thanks, which no heading is about."""

    words: Words
    terms: Sequence[Match[Term]]
    examples: Sequence[Match[str]]
    names: Sequence[Match[InstrumentName]]
    gates: frozenset[str] = frozenset()
    courtesy: bool = False


class Reading(NamedTuple):
    """What one sentence says by its own words; spans are half-open, in code points.

    `acts`: what it does, each act of speech with its verb, object, actor, addressee,
    deadline and polarity; the one that counts first. `found`: what each detector finds, by its
    name (qualifiers, wide, narrow, negations, modality, addressees, actors …). `deadlines`: those
    of the deadlines found that hold. `named`: instruments, bodies, States, terms of topics. `bounded`:
    whether it is too long, or holds too much, to be read for what it does.
    """

    words: Words
    acts: Sequence[SpeechAct]
    found: Mapping[str, Sequence[Match[str]]]
    deadlines: Sequence[Match[str]]
    named: SentenceNames
    bounded: bool = False

    @property
    def known_acts(self) -> Sequence[SpeechAct]:
        """The acts of which a row shows the verb or its form: what the construction of a sentence alone
        shows is nothing to compare by."""
        return [act for act in self.acts if not act.constructed]

    def spans(self, detector: str) -> Sequence[Match[str]]:
        """All that a detector finds, the longest reading of each place."""
        return self.found.get(detector, ())


def read(text: str, rules: Rules, language: Language) -> Reading:
    """What the sentence says under these rules; the same value for the same words."""
    return _reader(rules).read(text, language)


def is_bounded(text: str, rules: Rules, language: Language) -> bool:
    """Whether the sentence is too long, or holds too much, to be read for what it does."""
    if len(text) <= _SURELY_READ:
        return False
    reader = _reader(rules)
    return len(text) > LONGEST or reader.remembered(
        BOUNDED, text, language, lambda: reader.read(text, language).bounded
    )


def named(text: str, rules: Rules, language: Language) -> SentenceNames:
    """What a sentence names, without reading what it does."""
    return _reader(rules).named(text, language)


def degrees(text: str, rules: Rules, language: Language) -> Sequence[Match[Degree]]:
    """The words of scales in a sentence, the longest reading of each place on each scale."""
    return _reader(rules).degrees(text, language)


def deeds(text: str, rules: Rules, language: Language) -> Sequence[Match[DeedForm]]:
    """The deeds that a sentence speaks of, as lying ahead or as done."""
    return _reader(rules).deeds(text, language)


def markers(rules: Rules, language: Language) -> Markers:
    """The markers of one language, compiled; none for a language without a file."""
    return _reader(rules).markers(language)


def terms(rules: Rules, language: Language) -> frozenset[str]:
    """Terms of several words, as printed, that a highlight should not cut."""
    return _reader(rules).terms(language)


def remembered(kind: str, text: str, rules: Rules, language: Language, make: Callable[[], T]) -> T:
    """What `make` gives for a sentence, kept under `kind` for the next time: a comparison asks
    several times, and most sentences stand on both sides."""
    return _reader(rules).remembered(kind, text, language, make)


def keep(kind: str, text: str, rules: Rules, language: Language, value: object) -> None:
    """Keep what another process gave for a sentence, as if `remembered` had made it."""
    _reader(rules).remembered(kind, text, language, lambda: value)


def forget(kind: str, rules: Rules) -> None:
    """Forget one kind of what was remembered, which nobody will ask for again in this work."""
    _reader(rules).forget(kind)


def _deadlines(
    text: str, words: Words, found: Found, known: Sequence[Match[str]], language: Language
) -> Sequence[Match[str]]:
    """The deadlines that markers find (`known`), and dates that a preposition makes one, where something is
    to be done. Where two overlap, the date: its words end with it."""
    dated = [
        Match("deadlines", first, last, item.start, item.end)
        for item in due.find(text, language)
        if (place := _words_at(words, item.start, item.end)) is not None
        for first, last in [place]
    ]
    if not dated and not known:
        return ()
    modal = bool(found.detected.get("modality"))
    # "The office answers within ten days" says when something is due, as a plain assertion may.
    rows = [row for row in found.rows if row.item.act.id not in STATING]
    if dated and rows and not modal and not any(row.item.act.kind in AHEAD for row in rows):
        dated = []
    kept: list[Match[str]] = []
    for match in [*dated, *sorted(known, key=lambda m: (m.start - m.end, m.start))]:
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda m: m.start))


def _words_at(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The numbers of the words that stand in a span of code points."""
    first, last = bisect_right(words.starts, start), bisect_left(words.starts, end)
    if first and words.span(first - 1, first)[1] > start:
        first -= 1  # it begins before the span, and ends in it
    return (first, last) if first < last else None


def _meant(
    found: Sequence[Match[InstrumentName]], text: str, language: Language
) -> Sequence[Match[InstrumentName]]:
    """The names that are meant: not those inside another thing's, nor a State's in small letters
    ("перу", a pen; "china", porcelain) or one that a lake or a bank bears."""
    return tuple(
        match
        for match in found
        if match.item.category != ASIDE
        and not (match.item.category == "state" and language.CASED and text[match.start].islower())
        and not text.startswith(_CURRENCIES, match.end)
        and not (match.item.category == "state" and _is_borne(text, match, language))
    )


_NEAR = 40
"""Characters before a name that are looked at for what bears it: the longest of them and an article."""


def _is_borne(text: str, match: Match[InstrumentName], language: Language) -> bool:
    """Whether a water, a land or a house bears the name of a State: "Lake Chad", "Bank of China"."""
    before, after = _bearers(language)
    near = text[max(0, match.start - _NEAR) : match.start]
    return bool((before and before.search(near)) or (after and after.match(text, match.end)))


@cache
def _bearers(language: Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    before, after = language.BEARS_BEFORE, language.BEARS_AFTER
    return re.compile(before, re.IGNORECASE) if before else None, re.compile(after) if after else None


@lru_cache(maxsize=_RULES_READY)
def _reader(rules: Rules) -> _RuleReader:
    return _RuleReader(rules)


def _room(text: str) -> int:
    """For how many usual sentences a text counts."""
    return 1 + len(text) // _USUAL


class _RuleReader:
    """Rules made ready to match, language by language, with what was read so far."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._markers: dict[Language, Markers] = {}
        self._names: dict[Language, Kinded] = {}
        self._topics: dict[Language, SparseMatcher[Term]] = {}
        self._scales: dict[Language, Kinded] = {}
        self._deeds: dict[Language, Matcher[DeedForm]] = {}
        self._terms: dict[Language, frozenset[str]] = {}
        self._memory: dict[tuple[str, Language], dict[str, Any]] = {}
        self._held = 0
        self._passed = 0

    def read(self, text: str, language: Language) -> Reading:
        return self.remembered("read", text, language, lambda: self._read(text, language))

    def _read(self, text: str, language: Language) -> Reading:
        named = self.named(text, language)
        words = named.words
        found = self._found(text, words, language)
        if found is None:
            return Reading(words=words, acts=(), found={}, deadlines=(), named=named, bounded=True)
        due = find_deadlines(text, words, found)
        return Reading(
            words=words,
            acts=acts(text, words, found, named.names, due, self._rules.acts),
            found=found.detected,
            deadlines=_deadlines(text, words, found, due, language),
            named=named,
        )

    def _found(self, text: str, words: Words, language: Language) -> Found | None:
        """What the markers find, None where there is too much to relate each to each other."""
        if len(text) > LONGEST or len(words) > _MOST_WORDS:
            return None
        found: Found = self.markers(language).read(words)
        if len(text) <= _SURELY_READ:
            return found
        number = len(found.rows) + sum(map(len, found.detected.values()))
        return None if max(number, len(self.degrees(text, language))) > _MOST_FOUND else found

    def named(self, text: str, language: Language) -> SentenceNames:
        return self.remembered("named", text, language, lambda: self._find_names(text, language))

    def _find_names(self, text: str, language: Language) -> SentenceNames:
        if language not in self._names:
            self._names[language] = self._name_matcher(language)
            self._topics[language] = term_matcher(self._rules.topics, language)
        words = scan(text, language)
        found = self._names[language].find(words)
        return SentenceNames(
            words=words,
            terms=self._topics[language].find(nouns(words, language)),
            examples=found.get("examples", ()),
            names=_meant(outermost(found.get("names", ())), text, language),
            gates=frozenset([m.item for m in found.get("gates", ())]),
            courtesy=bool(found.get("courtesy")),
        )

    def _name_matcher(self, language: Language) -> Kinded:
        problems = Problems()
        written = self._rules.examples.get(language.CODE, ())
        thanks = self._rules.courtesy.get(language.CODE, ())
        kinds: Kinds = {
            "examples": [(compile_pattern(w, language), w) for w in written],
            "courtesy": [(compile_pattern(w, language), w) for w in thanks],
            "gates": [
                (compile_pattern(w, language), gate)
                for gate, words in self._rules.gates.items()
                for w in words.get(language.CODE, ())
            ],
            "names": compile_names(list(self._rules.names), language, problems),
        }
        problems.check()
        return Kinded(kinds)

    def degrees(self, text: str, language: Language) -> Sequence[Match[Degree]]:
        return self.remembered("degrees", text, language, lambda: self._find_degrees(text, language))

    def _find_degrees(self, text: str, language: Language) -> Sequence[Match[Degree]]:
        if language not in self._scales:
            problems = Problems()
            by_scale: dict[str, list[tuple[Pattern, Degree]]] = {}
            for pattern, degree in compile_scales(self._rules.scales, language, problems):
                by_scale.setdefault(degree.scale.id, []).append((pattern, degree))
            problems.check()
            self._scales[language] = Kinded(by_scale)
        found = self._scales[language].find(self._unaccented_words(text, language))
        outer = [m for kind in found.values() for m in outermost(kind)]
        spared = {(m.item.scale.id, m.first, m.last) for m in outer if m.item.value is None}
        meant = [
            m for m in outer if m.item.value is not None and (m.item.scale.id, m.first, m.last) not in spared
        ]
        # Of two degrees of one scale in the same words the lower: "envisagerons" is also a future.
        lowest: dict[tuple[str, int, int], Match[Degree]] = {}
        for match in sorted(meant, key=lambda m: -(m.item.value or 0)):
            lowest[match.item.scale.id, match.first, match.last] = match
        return sorted(lowest.values(), key=lambda m: (m.first, m.last))

    def _unaccented_words(self, text: str, language: Language) -> Words:
        """The words without stress marks: of most texts those that were read for its names."""
        plain = unaccented(text)
        return self.named(text, language).words if plain == text else scan(plain, language)

    def deeds(self, text: str, language: Language) -> Sequence[Match[DeedForm]]:
        return self.remembered("deeds", text, language, lambda: self._find_deeds(text, language))

    def _find_deeds(self, text: str, language: Language) -> Sequence[Match[DeedForm]]:
        if language not in self._deeds:
            problems = Problems()
            self._deeds[language] = Matcher(compile_deeds(self._rules.deeds, language, problems))
            problems.check()
        return outermost(self._deeds[language].find(self._unaccented_words(text, language)))

    def markers(self, language: Language) -> Markers:
        if language not in self._markers:
            problems = Problems()
            files = self._rules.marker_sources.get(language.CODE, ())
            sources = [(source, parse_source(source, problems)) for source in files]
            self._markers[language] = read_markers(sources, self._rules.acts, language, problems)
            problems.check()
        return self._markers[language]

    def terms(self, language: Language) -> frozenset[str]:
        if language not in self._terms:
            written = {t.written for topic in self._rules.topics for t in topic.terms(language.CODE)}
            written |= {alias for name in self._rules.names for alias in name.aliases.get(language.CODE, ())}
            plain = {w for w in written if not set(w) & set("*[]()|~{}^#")}
            self._terms[language] = frozenset(w for w in plain if len(scan(w, language)) > 1)
        return self._terms[language]

    def forget(self, kind: str) -> None:
        for (other, _), shelf in self._memory.items():
            if other == kind:
                self._held -= sum(map(_room, shelf))
                shelf.clear()

    def remembered(self, kind: str, text: str, language: Language, make: Callable[[], T]) -> T:
        shelf = self._memory.get((kind, language))
        if shelf is None:
            shelf = self._memory[kind, language] = {}
        held: T = shelf.get(text, _NOTHING)
        if held is not _NOTHING:
            return held
        made = make()
        if self._held >= _REMEMBERED:
            # Each stage goes through all sentences in the same order: to forget the oldest for the newest
            # would forget each just before it is asked for again. So the first ones stay, for a time.
            self._passed += 1
            if self._passed < _REMEMBERED:
                return made
            for shelf in self._memory.values():
                shelf.clear()
            self._held = self._passed = 0
        shelf[text] = made
        self._held += _room(text)
        return made
