"""Say what each sentence is about, with the words that show it.

A topic is tagged for a term, a concept of its field, a document symbol or action number in the sentence; for
hints only where no topic has one of these, so that a hint never beats another topic's term; for words that
belong to several fields only in company. A topic that needs a
matter (`needs`) is looked for only in texts that name it. A sentence without any words of its own
takes the topic of the sentence it refers back to ("To this end …"), else that of the heading
above. A term inside a longer term does not count. Equal sentences have equal topics, wherever
they stand, except in those two cases.

The leading tag comes first. Each distinct term or concept counts two, a place, a person or a means one, a
hint one; what stands after "including" counts half, and so do terms of a broad topic (`broad = true`). On a
tie, what a corpus added, else what is named first.

Worked example. "They prolong the moratorium on testing, including its monitoring": "moratorium on
testing" is a term of one topic and counts two; "monitoring" is a hint of another, after "including",
and that topic is not tagged, since there is a term.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

from p5diff import language as languages
from p5diff.language import Language
from p5diff.meaning.pattern.matcher import Match, outermost
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.rules.topicfile import Strength, Term
from p5diff.meaning.sentence import reading, references
from p5diff.meaning.sentence.lists import WHOLE
from p5diff.meaning.sentence.reading import SentenceNames
from p5diff.model.alignment import Span
from p5diff.model.comparison import Evidence, Side, TopicTag
from p5diff.model.statement import Paragraph, Role, Sentence, Statement

Tags = tuple[TopicTag, ...]
HITS = "hits"
"""What `sentence.reading` remembers for topics alone: the words of a sentence that show one."""
_SILENT_ROLES = frozenset({Role.SIGNATURE, Role.DATE, Role.PLACE})


_WORTH = {
    Strength.TERM: 2.0,
    Strength.CONCEPT: 2.0,
    Strength.SETTING: 1.0,
    Strength.HINT: 1.0,
    Strength.WEAK: 0.5,
}
_HALF = 0.5
"""What a word of each kind counts, and a half: a name says twice as much as a place or a hint, a word of
several fields least; what is only an example, or of a topic that every statement mentions, half as much as
the rest. By judgement: on 475 labelled sentences more for the first word named was no better."""
_COMPANY = 2
"""So many different weak words of one topic show it together: each alone belongs to several fields."""
_MENTION = 0.3
"""A topic with less than this share of the leading topic's weight is a passing mention, not tagged."""


class _Hit(NamedTuple):
    topic: str
    start: int
    end: int
    strength: Strength
    rule: str
    example: bool = False
    symbol: bool = False
    """A document symbol: it names its matter by itself, so that no gate is asked."""
    added: bool = False
    """A word that a corpus added to those of the package: on a tie its topic leads."""


def tag(statement: Statement, rules: Rules, side: Side = Side.BEFORE) -> dict[str, Tags]:
    """Sentence id → its topics, the leading one first; empty where nothing tells.

    `side` is what the evidence says of where its sentence stands.
    """
    return tag_part(statement, rules, side, closed(opened(statement, rules), rules), {})


def tag_both(before: Statement, after: Statement, rules: Rules) -> tuple[dict[str, Tags], dict[str, Tags]]:
    """The topics of both sides of a comparison, each with its evidence on its own side. What one of
    the texts names opens its topics for both."""
    shut = closed(opened(before, rules) | opened(after, rules), rules)
    known: Known = {}
    return (
        tag_part(before, rules, Side.BEFORE, shut, known),
        tag_part(after, rules, Side.AFTER, shut, known),
    )


def opened(statement: Statement, rules: Rules, part: slice = WHOLE) -> Set[str]:
    """The gates of topics that the words of some paragraphs open; none where no topic has one."""
    if not rules.needs:
        return frozenset()
    language = languages.get(statement.meta.language)
    return {
        gate
        for paragraph in statement.paragraphs[part]
        for sentence in paragraph.sentences
        for gate in reading.named(sentence.text, rules, language).gates
    }


def closed(gates: Set[str], rules: Rules) -> Set[str]:
    """The topics that are not looked for where only these gates are open."""
    return {topic for topic, gate in rules.needs.items() if gate not in gates}


def tag_part(
    statement: Statement, rules: Rules, side: Side, closed: Set[str], known: Known, part: slice = WHOLE
) -> dict[str, Tags]:
    """The tags of some paragraphs that follow each other. `known` keeps what was found in a sentence: most
    stand on both sides."""
    tags: dict[str, Tags] = {}
    language = languages.get(statement.meta.language)
    heading: Tags = ()
    for paragraph in _section_above(statement.paragraphs[: part.start or 0]):
        own = _paragraph(paragraph, rules, language, side, closed, known)
        if paragraph.role is Role.HEADING:
            heading = _led(own)
        elif paragraph.role is Role.BODY and _left(heading, own):
            heading = ()
    for paragraph in statement.paragraphs[part]:
        own = _paragraph(paragraph, rules, language, side, closed, known)
        if paragraph.role is Role.HEADING:
            heading = _led(own)
        elif paragraph.role is Role.BODY:
            if _left(heading, own):
                heading = ()
            _continue(paragraph.sentences, own, heading, rules, language, side)
        tags.update(own)
    return tags


def _section_above(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The last heading and what follows it, or nothing: what says which topic a heading still hands on."""
    at = next((i for i in range(len(paragraphs) - 1, -1, -1) if paragraphs[i].role is Role.HEADING), None)
    return () if at is None else paragraphs[at:]


def _left(heading: Tags, own: Mapping[str, Tags]) -> bool:
    """Whether a paragraph goes over to another matter: some of its sentences have topics, and none that of
    the heading. What comes after it is not under the heading's topic any more, whatever that still covers."""
    told = [tags for tags in own.values() if tags]
    return bool(heading) and bool(told) and all(heading[0].topic != t.topic for tags in told for t in tags)


def _led(heading: Mapping[str, Tags]) -> Tags:
    """What a heading hands on to the sentences below."""
    return next((t for t in heading.values() if t), ())


def _paragraph(
    paragraph: Paragraph, rules: Rules, language: Language, side: Side, closed: Set[str], known: Known
) -> dict[str, Tags]:
    """The tags of a paragraph's sentences by their own words."""
    if paragraph.role in _SILENT_ROLES:
        return {s.id: () for s in paragraph.sentences}
    tags: dict[str, Tags] = {}
    for sentence in paragraph.sentences:
        key = sentence.text, language
        found = known.get(key)
        if found is None:
            found = known[key] = _weighed(sentence.text, _hits(sentence.text, rules, language), rules, closed)
        tags[sentence.id] = tuple(_evident(one, sentence, side) for one in found) if found else ()
    return tags


def _continue(
    sentences: Sequence[Sentence],
    tags: dict[str, Tags],
    heading: Tags,
    rules: Rules,
    language: Language,
    side: Side,
) -> None:
    """Give a sentence without a topic of its own that of the sentence it refers back to ("To this
    end …"), else that of the heading above."""
    last: Tags = ()
    for sentence in sentences:
        own = tags[sentence.id]
        refers = bool(last) and bool(reading.read(sentence.text, rules, language).spans("refers"))
        if refers and (not own or _faint(own, sentence, rules, language)):
            tags[sentence.id] = own = _inherited(last)
        elif refers and (hints := _hinted(last[0].topic, own, sentence, rules, language)):
            tags[sentence.id] = own = (_evident(_Weighed.of(last[0].topic, hints), sentence, side), *own)
        elif not own and not reading.named(sentence.text, rules, language).courtesy:
            tags[sentence.id] = own = _inherited(heading)
        last = own


def _faint(tags: Tags, sentence: Sentence, rules: Rules, language: Language) -> bool:
    """Whether hints of one broad topic ("with other partners to that end") are all there is."""
    if len(tags) != 1 or not rules.is_broad(tags[0].topic):
        return False
    return all(
        hit.strength.hint for hit in _hits(sentence.text, rules, language) if hit.topic == tags[0].topic
    )


def _hinted(topic: str, own: Tags, sentence: Sentence, rules: Rules, language: Language) -> list[_Hit]:
    """What in a sentence hints at the topic of the one it refers back to, where that topic is none of
    its own: in "its verification, including on-site inspection" the treaty goes on to lead."""
    if any(tag.topic == topic for tag in own):
        return []
    return [hit for hit in _hits(sentence.text, rules, language) if hit.topic == topic]


def _inherited(source: Tags) -> Tags:
    """The leading topic of `source`, saying that it comes from there."""
    rule = "continues the topic of the words quoted"
    return tuple(TopicTag(topic=t.topic, evidence=t.evidence, rule=rule) for t in source[:1])


class _Weighed(NamedTuple):
    """A topic of a sentence, the words that show it, and the rule of the strongest."""

    topic: str
    spans: Sequence[tuple[int, int]]
    rule: str

    @classmethod
    def of(cls, topic: str, hits: Sequence[_Hit]) -> _Weighed:
        strongest = min(hits, key=lambda h: (h.strength.hint, h.start))
        return cls(topic, sorted({(h.start, h.end) for h in hits}), strongest.rule)


Known = dict[tuple[str, Language], Sequence[_Weighed]]


def _weighed(text: str, found: Sequence[_Hit], rules: Rules, closed: Set[str]) -> Sequence[_Weighed]:
    """The topics of a sentence by its own words, the leading one first."""
    if not found:
        return ()
    hits = [h for h in found if h.symbol or h.topic not in closed]
    topics = {h.topic for h in hits if not h.strength.hint} or _hinted_at(hits, text)
    if not topics:
        return ()
    grouped = _grouped(hits, topics, rules)
    if len(grouped) == 1:  # as most sentences have: nothing to weigh
        return [_Weighed.of(topic, own) for topic, own in grouped.items()]
    weights = {t: _weight(own, text, rules.is_broad(t)) for t, own in grouped.items()}
    first = {t: min(h.start for h in own) for t, own in grouped.items()}
    added = {t for t, own in grouped.items() if any(h.added for h in own)}
    ranked = sorted(grouped, key=lambda t: (-weights[t], t not in added, first[t], rules.is_broad(t)))
    kept = [t for t in ranked if weights[t] >= _MENTION * weights[ranked[0]]]
    return [_Weighed.of(topic, grouped[topic]) for topic in kept]


def _hinted_at(hits: Sequence[_Hit], text: str) -> Set[str]:
    """The topics that hints show, each by one, or that two different weak words show together."""
    words: dict[str, set[str]] = {}
    for hit in hits:
        if hit.strength is Strength.WEAK:
            words.setdefault(hit.topic, set()).add(text[hit.start : hit.end].casefold())
    hinted = {hit.topic for hit in hits if hit.strength is Strength.HINT}
    return hinted | {topic for topic, weak in words.items() if len(weak) >= _COMPANY}


def _grouped(hits: Sequence[_Hit], topics: Set[str], rules: Rules) -> dict[str, list[_Hit]]:
    """The hits of each of the topics, in the order of reports."""
    ordered = topics if len(topics) < 2 else [t for t in rules.topic_order if t in topics]
    return {topic: [h for h in hits if h.topic == topic] for topic in ordered}


def _weight(hits: Iterable[_Hit], text: str, broad: bool) -> float:
    """How much of the sentence the topic has: its distinct words, each as strong as it is anywhere, and
    half as much again for a word that comes back."""
    distinct: dict[str, float] = {}
    places: dict[str, set[int]] = {}
    for hit in hits:
        word = text[hit.start : hit.end].casefold()
        distinct[word] = max(distinct.get(word, 0.0), _worth(hit, broad))
        places.setdefault(word, set()).add(hit.start)
    return sum(worth * (1.0 if len(places[word]) < 2 else 1.0 + _HALF) for word, worth in distinct.items())


def _worth(hit: _Hit, broad: bool) -> float:
    """What one word says of its topic: half among examples, and half where it only names a broad topic (a
    concept of its field says as much as any other)."""
    halved = broad and hit.strength in (Strength.TERM, Strength.HINT)
    return _WORTH[hit.strength] * (_HALF if hit.example else 1.0) * (_HALF if halved else 1.0)


def _evident(found: _Weighed, sentence: Sentence, side: Side) -> TopicTag:
    """The tag of a topic, with its words as evidence of a sentence of one side."""
    text, name = sentence.text, sentence.id
    evidence = tuple(
        [
            Evidence(side=side, sentence=name, span=Span(start, end), text=text[start:end])
            for start, end in found.spans
        ]
    )
    return TopicTag(topic=found.topic, evidence=evidence, rule=found.rule)


def _hits(text: str, rules: Rules, language: Language) -> list[_Hit]:
    return reading.remembered(HITS, text, rules, language, lambda: list(_find(text, rules, language)))


def _find(text: str, rules: Rules, language: Language) -> Iterable[_Hit]:
    named = reading.named(text, rules, language)
    if not named.terms:
        return _reference_hits(text, rules, language)
    return chain(_term_hits(text, named, language), _reference_hits(text, rules, language))


def _term_hits(text: str, named: SentenceNames, language: Language) -> Iterable[_Hit]:
    examples = min((m.end for m in named.examples), default=len(text))
    terms = outermost([m for m in named.terms if not m.item.strength.hint])
    hints = outermost([*terms, *(m for m in named.terms if m.item.strength.hint)])
    firsts = [h.first for h in hints]
    terms = [t for t in terms if not any(_part_of_other(t, h) for h in _around(t, hints, firsts))]
    for match in [*terms, *(m for m in hints if m.item.strength.hint)]:
        term = match.item
        rule = f"{term.source.name}: {term.topic}.{term.strength}.{language.CODE} {term.written!r}"
        example, added = match.start >= examples, term.source.added
        yield _Hit(term.topic, match.start, match.end, term.strength, rule, example, added=added)


def _around(term: Match[Term], hints: Sequence[Match[Term]], firsts: Sequence[int]) -> Iterator[Match[Term]]:
    """The hints that a term lies in. Outermost ones are in order, and none ends before one before it: so
    those around a term are the last that begin no later, up to the first that ends too soon."""
    for at in range(bisect_right(firsts, term.first) - 1, -1, -1):
        if hints[at].last < term.last:
            return
        yield hints[at]


def _part_of_other(term: Match[Term], hint: Match[Term]) -> bool:
    """Whether a term stands inside the hint of another topic: "disarmament" in "Conference on
    Disarmament"."""
    longer = hint.last - hint.first > term.last - term.first
    return (
        hint.item.topic != term.item.topic and longer and hint.first <= term.first and term.last <= hint.last
    )


def _reference_hits(text: str, rules: Rules, language: Language) -> Iterable[_Hit]:
    for found in references.symbols(text):
        for topic in rules.topics:
            if topic.symbols and found.value.startswith(topic.symbols):
                rule = f"{topic.source.name}: {topic.id}.symbols"
                yield _Hit(topic.id, found.start, found.end, Strength.TERM, rule, symbol=True)
    for found in references.actions(text, language):
        for topic in rules.topics:
            if int(found.value) in topic.actions:
                yield _Hit(
                    topic.id,
                    found.start,
                    found.end,
                    Strength.HINT,
                    f"{topic.source.name}: {topic.id}.actions",
                )


def leading(tags: Mapping[str, Tags], sentence: Sentence) -> str:
    """The leading topic of a sentence, or nothing."""
    own = tags.get(sentence.id, ())
    return own[0].topic if own else ""
