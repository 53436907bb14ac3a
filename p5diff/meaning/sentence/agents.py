"""Who acts where no list names him: the subject of a verb, found by its place.

Worked example. "Since January, the Ferrymen's Guild has reopened two channels.": no list knows the guild.
It opens the clause of "has reopened" with an article, no preposition stands before it, its noun is neither a
text nor an amount, the verb is active and has an object: others act. "Wool production fell by a third." has
no object, "The archives were digitised." is passive, "The next session will take place in Tolbec." is about
a session: nobody is said to act. "The prototype was delivered by the company." says who did it behind "by".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.language.agency import Agency
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.words import WordForm, Words, fold
from p5diff.meaning.rules.markerfile import Found, Marker
from p5diff.model.comparison import MarkKind

_TOLD = frozenset({MarkKind.RECORD, MarkKind.COMMITMENT, MarkKind.PROCESS})
"""Kinds of acts that somebody does. Who holds a position or calls is who speaks, where nobody is named."""
_LONGEST = 14
"""Words of the longest stretch before a verb that is taken for its subject: longer ones hold other verbs."""
_BETWEEN = 4
"""Words that may stand between a verb of coming and who comes: "llegó a Tolbec una misión"."""
_VERB = 2
"""Words behind a marker among which the verb stands that an auxiliary opens: "ont déjà remonté"."""
_ENDED = 4
"""Letters that a word of which the ending tells a person has at least."""
_PATTERNS = frozenset({"clause", "first_person"})
_OTHERS, _WE = "others", "we"


class _Place(NamedTuple):
    """Words `[first, last)`."""

    first: int
    last: int


def find(match: Match[Marker], text: str, words: Words, found: Found) -> Match[str] | None:
    """Who does what a marker shows, by its place: `others`, or `we` where whoever speaks owns the subject
    ("our engineers will"); nothing where nobody is said to act."""
    language = found.language
    agency = _folded(language)
    if match.item.act.kind not in _TOLD or not agency.openers:
        return None
    if not language.SEPARATOR:
        return _before_han(match, text, words, agency)
    if language.VERB_FIRST:
        place = _behind(match, words, agency)
        return _named(place, words, agency) if place else None
    place = _subject(match, words, found, language, agency)
    return _named(place, words, agency) if place else None


def is_ours(match: Match[Marker], text: str, language: Language) -> bool:
    """Whether words behind a promise say that those who speak keep it: "will be paid by all members"."""
    written = language.AGENCY.among_us
    return bool(written) and _clause(written).search(text, match.start) is not None


def joins(match: Match[Marker], words: Words, language: Language) -> bool:
    """Whether the verb says that one comes in from outside: a State that joins is none of those who speak."""
    agency = _folded(language)
    return any(_begins(form, agency.joining) for form in words.forms[match.first : match.last + _VERB])


def _named(place: _Place, words: Words, agency: Agency) -> Match[str]:
    first = words.forms[place.first]
    # "our engineers", "both navies", "les deux rives": those who speak
    owned = _is(first, agency.ours | agency.pair) or (
        place.first + 1 < place.last and first.common and _is(words.forms[place.first + 1], agency.two)
    )
    owned = owned or _ends(first, agency.ours_ending)
    return Match(_WE if owned else _OTHERS, place.first, place.last, *words.span(*place))


def _subject(
    match: Match[Marker], words: Words, found: Found, language: Language, agency: Agency
) -> _Place | None:
    verb = _verb(match, words, agency)
    if verb is None:
        return None
    forms = words.forms
    predicate = forms[match.first : verb + 1]
    coming = any(_begins(form, agency.coming) for form in predicate[-(_VERB + 1) :])
    if not coming and any(_is(form, agency.passives) for form in (*predicate, forms[max(verb - 1, 0)])):
        return _agent(verb, words, language, agency)
    by_itself = agency.reflexive and any(key.endswith(agency.reflexive) for key in forms[verb].keys)
    if by_itself and not coming:
        return None
    at_work = match.item.act.kind is MarkKind.PROCESS  # whoever is at work acts, object or not
    if _begins(forms[verb], agency.measuring) or not (
        coming or at_work or _has_object(verb + 1, words, agency, language)
    ):
        return None
    start = match.first  # a marker may begin with its subject
    while start < verb and not _is(forms[start], agency.auxiliaries):
        start += 1
    for place in _segments(start, words):
        head = _noun_phrase(place, words, found, language, agency)
        if head is not None:
            return head
    return _after(verb, words, language, agency) if coming else None


def _verb(match: Match[Marker], words: Words, agency: Agency) -> int | None:
    """The word of the verb that counts: the last of the marker, or the one behind its auxiliary."""
    at = match.last - 1
    forms = words.forms
    if forms[at].parts or (_is(forms[at], agency.auxiliaries) and not _is_last(at, words)):
        at += 1
        while at < len(forms) and _is_aside(forms[at], agency):
            at += 1
        if at < len(forms) and _is(forms[at], agency.passives):
            at += 1
        if at >= len(forms) or forms[at].parts:
            return None
    return at


def _is_last(at: int, words: Words) -> bool:
    return at + 1 >= len(words.forms) or words.forms[at + 1].breaks


def _is_aside(form: WordForm, agency: Agency) -> bool:
    """Whether a word may stand between a subject and its verb, or between the verb and its object."""
    return _is(form, agency.quiet) or any(key.endswith(agency.adverbs) for key in form.keys if agency.adverbs)


def _has_object(at: int, words: Words, agency: Agency, language: Language) -> bool:
    """Whether something is done to somebody: no preposition and no end follows the verb, words between
    commas apart."""
    forms = words.forms
    while at < len(forms) and _is_aside(forms[at], agency):
        at += 1
    if at < len(forms) and forms[at].parts and not forms[at].breaks:
        at = next((n + 1 for n in range(at + 1, len(forms)) if forms[n].parts), len(forms))
    if at >= len(forms) or forms[at].parts:
        return False
    if not _is(forms[at], agency.openers - agency.objective):
        return True
    # "filed in the Registry a request": a preposition takes one noun, and an article opens the next one
    articles = language.ARTICLES - agency.openers
    for n in range(at + 2, min(len(forms), at + 2 + _BETWEEN)):
        if forms[n].parts or _is(forms[n], agency.openers):
            return False
        opens = not articles.isdisjoint(forms[n].keys) or _is_numeral(forms[n], language)
        if opens and not (forms[n - 1].common or _is(forms[n - 1], agency.openers)):
            return True
    return False


def _segments(stop: int, words: Words) -> Iterator[_Place]:
    """The stretch of words right before `stop`; where a comma stands there, those before it, from the first
    on: what stands between commas only says more of the subject."""
    forms = words.forms
    first = stop
    while first > 0 and not forms[first - 1].parts:
        first -= 1
    if any(not form.common for form in forms[first:stop]):
        yield _Place(first, stop)
        return
    begin = first
    while begin > 0 and not forms[begin - 1].breaks:
        begin -= 1
    at = begin
    while at < first:
        last = next((n for n in range(at, first) if forms[n].parts), first)
        if last > at:
            yield _Place(at, last)
        at = last + 1


def _noun_phrase(
    place: _Place, words: Words, found: Found, language: Language, agency: Agency
) -> _Place | None:
    """The words from where a subject begins in a stretch, if it names somebody."""
    forms = words.forms
    first, last = place
    while first < last and (
        not language.AND.isdisjoint(forms[first].keys) or _is_aside(forms[first], agency)
    ):
        first += 1
    if first >= last or last - first > _LONGEST or _is(forms[first], agency.pronouns):
        return None
    if _is(forms[first], agency.openers):
        # "In the course of 2024 the operator carried out …"
        articles = language.ARTICLES - agency.openers
        first = next(
            (
                at
                for at in range(first + 2, last)
                if not articles.isdisjoint(forms[at].keys)
                and not forms[at - 1].common
                and not _is(forms[at - 1], agency.openers)
            ),
            last,
        )
    opened = any(first < m.first < last for m in found.detected.get("embeds", ()))
    if first >= last or opened:
        return None
    head = _head(_Place(first, last), words, language, agency)
    if head is None or any(_inert(forms[at], agency) for at in head):
        return None
    return _Place(first, last)


def _head(place: _Place, words: Words, language: Language, agency: Agency) -> list[int] | None:
    """The words among which the noun of a phrase stands."""
    forms = words.forms
    plain = [
        at
        for at in range(*place)
        if not (forms[at].common or forms[at].figures or _is_numeral(forms[at], language))
        and language.ARTICLES.isdisjoint(forms[at].keys)
        and not _is(forms[at], agency.ours)
    ]
    if not plain:
        return None
    if language.NOUN_LAST:
        stop = next((at for at in range(plain[0], place.last) if _is(forms[at], agency.openers)), place.last)
        return [[at for at in plain if at < stop][-1]] if plain[0] < stop else None
    return plain[:1]


def _is_numeral(form: WordForm, language: Language) -> bool:
    return any(key in language.MEASURES.numerals for key in form.keys)


def _agent(verb: int, words: Words, language: Language, agency: Agency) -> _Place | None:
    """Who does what a passive verb says: behind "by" and an article."""
    forms = words.forms
    for at in range(verb, min(len(forms) - 2, verb + _BETWEEN)):
        if forms[at].parts:
            return None
        if _is(forms[at], agency.by) and not language.ARTICLES.isdisjoint(forms[at + 1].keys):
            last = at + 2
            while last < len(forms) and not (forms[last].parts or _is(forms[last], agency.openers)):
                last += 1
            place = _Place(at + 1, last)
            head = _head(place, words, language, agency)
            return place if head and not any(_inert(forms[n], agency) for n in head) else None
    return None


def _after(verb: int, words: Words, language: Language, agency: Agency) -> _Place | None:
    """Who comes, named behind the verb: "En mayo llegó a Tolbec una misión de agrimensores."."""
    forms = words.forms
    at = verb + 1
    while at < min(len(forms), verb + 1 + _BETWEEN) and not forms[at].parts:
        if _is(forms[at], agency.openers):
            at += 2
            continue
        if _is_aside(forms[at], agency):
            at += 1
            continue
        head = _head(_Place(at, min(len(forms), at + _BETWEEN)), words, language, agency)
        if head and not _inert(forms[head[0]], agency):
            return _Place(at, head[-1] + 1)
        return None
    return None


def _behind(match: Match[Marker], words: Words, agency: Agency) -> _Place | None:
    """The subject right behind its verb, in a language whose clauses open with the verb."""
    forms = words.forms
    verb = match.first
    if _is(forms[verb], agency.openers):  # "In the last year, the company …"
        within = range(verb, match.last)
        verb = next((at + 1 for at in within if forms[at].parts), match.last)
        first = match.first
        while first > 0 and not forms[first - 1].parts:
            first -= 1
        verb = first if first < match.first else verb
    while verb < len(forms) and forms[verb].common:
        verb += 1
    if verb + 1 >= len(forms) or _begins(forms[verb], agency.measuring):
        return None
    coming = _begins(forms[verb], agency.coming)
    at = verb + 1
    while at < min(len(forms), verb + 1 + _BETWEEN) and not forms[at].parts:
        if coming and _is(forms[at], agency.openers):
            at += 2
            continue
        if forms[at].common and not _is(forms[at], agency.openers | agency.pronouns):
            at += 1
            continue
        break
    if at >= len(forms) or forms[at].parts or forms[at].figures:
        return None
    if _is(forms[at], agency.openers | agency.pronouns) or _inert(forms[at], agency):
        return None
    person = any(key.endswith(agency.marked) and len(key) > _ENDED for key in forms[at].keys)
    alone = at + 1 >= len(forms) or forms[at + 1].breaks
    return _Place(at, at + 1) if person or coming or not alone else None


def speaks_itself(form: WordForm, language: Language) -> bool:
    """Whether a verb says by its own form that those who speak act: "نحث", "we urge"."""
    written = language.AGENCY.first_person
    return bool(written) and any(_clause(written).search(key) for key in form.keys)


def is_governed(first: int, words: Words, language: Language, since: int) -> bool:
    """Whether a preposition stands right before a name, or is written onto a word between a verb and it
    ("بتقرير الأمين العام"): whoever stands there does nothing."""
    openers = _folded(language).openers
    if first and _is(words.forms[first - 1], openers):
        return True
    written = language.ADJUNCT_PREFIX
    onto = (form.keys for form in words.forms[since : first + 1])
    return bool(written) and any(len(keys) > 1 and keys[0].startswith(written) for keys in onto)


def in_other_clause(named: Match[str], match: Match[Marker], words: Words, language: Language) -> bool:
    """Whether a name stands in a clause that only says when or why, before the one of the verb: "Since we
    last met, Angola has joined"."""
    agency = _folded(language)
    stop = match.last - 1
    comma = next((at for at in range(named.last, stop) if words.forms[at].parts), None)
    if comma is None or comma + 1 >= stop:
        return False
    first = named.first
    while first > 0 and not words.forms[first - 1].parts:
        first -= 1
    if language.SEPARATOR:
        return _is(words.forms[first], agency.openers)
    return _is(words.forms[first], agency.openers) or _is(words.forms[comma - 1], agency.quiet)


def _before_han(match: Match[Marker], text: str, words: Words, agency: Agency) -> Match[str] | None:
    """The doer before the verb of a clause of Han characters."""
    first = match.first
    while first > 0 and not words.forms[first - 1].breaks:
        first -= 1
    start = words.span(first, first + 1)[0]
    hit = _clause(agency.clause).search(text[start:]) if agency.clause else None
    if hit is None or start + hit.start("who") > match.end + len(hit["who"]):
        return None
    begin, end = start + hit.start("who"), start + hit.end("who")
    inside = [at for at in range(len(words)) if begin <= words.starts[at] < end]
    return Match(_OTHERS, inside[0], inside[-1] + 1, begin, end) if inside else None


@cache
def _clause(written: str) -> re.Pattern[str]:
    return re.compile(written)


def _is(form: WordForm, kind: frozenset[str]) -> bool:
    return not kind.isdisjoint(form.keys)


def _begins(form: WordForm, beginnings: tuple[str, ...]) -> bool:
    return bool(beginnings) and any(key.startswith(beginnings) for key in form.keys)


def _ends(form: WordForm, endings: tuple[str, ...]) -> bool:
    return bool(endings) and any(key.endswith(endings) and len(key) > _ENDED for key in form.keys)


def _inert(form: WordForm, agency: Agency) -> bool:
    """Whether a noun is of what does nothing by itself, in the singular or in a plural."""
    if _begins(form, agency.inert_stems):
        return True
    for key in form.keys:
        singles = (key, *(key.removesuffix(plural) for plural in agency.plurals))
        if not agency.inert.isdisjoint(singles):
            return True
        thought = agency.abstract and any(single.endswith(agency.abstract) for single in singles)
        if thought and not key.startswith(agency.bodies):
            return True
    return False


@cache
def _folded(language: Language) -> Agency:
    """The words of a language as rules compare them."""

    def folded(words: Iterable[str]) -> Iterator[str]:
        return (fold(word, language)[0] for word in words)

    own = language.AGENCY._asdict()
    made = {
        name: value if name in _PATTERNS or isinstance(value, str) else type(value)(folded(value))
        for name, value in own.items()
    }
    return Agency(**made)
