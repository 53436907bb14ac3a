"""Say what each sentence does: commitment, call, position, process, record, or nothing.

Every marker that holds is found; one inside a longer one does not count, so that "agreed to
consider" is consider and not agree. Where a sentence does several things it counts for the act
that stands first in acts.toml. A sentence of the body without any marker asserts something: a
joint statement's plain assertion is a shared position. Titles, headings, letters, signatures
and fragments do nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.meaning import naming
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.words import Words, scan
from p5diff.meaning.rules.markerfile import Marker
from p5diff.meaning.rules.rules import Rules
from p5diff.model.alignment import Span
from p5diff.model.comparison import CommitmentMark, Evidence, MarkKind, Side
from p5diff.model.statement import Role, Sentence, Statement

_NEAR = 3
_FRAGMENT = 8
_AHEAD = frozenset({MarkKind.COMMITMENT, MarkKind.CALL, MarkKind.PROCESS})
_ENDS = frozenset(".!?…。！？؟”»\"'")
"""A sentence that says something by itself ends so; an item of a list, or what leads to one, does not."""
ASSERTION = "assert"


def mark(statement: Statement, rules: Rules, side: Side = Side.BEFORE) -> dict[str, CommitmentMark]:
    """Sentence id → what it does. `side` is what the evidence says of where it stands."""
    language = statement.meta.language
    return {s.id: mark_sentence(s, rules, language, side) for s in statement.sentences()}


def mark_sentence(sentence: Sentence, rules: Rules, language: str, side: Side) -> CommitmentMark:
    """What one sentence does, with the words that show it."""
    found = rules.held(sentence.text, language) if sentence.role is Role.BODY else ()
    if found:
        lead = min(found, key=lambda m: (m.item.act.order, m.first))
        return _mark(sentence, lead, rules, language, side)
    if sentence.role is Role.BODY and not _fragment(sentence.text, scan(sentence.text, language)):
        return _assertion(sentence, rules, language, side)
    return CommitmentMark(side=side, sentence=sentence.id, kind=MarkKind.NONE)


def _fragment(text: str, words: Words) -> bool:
    """A label, date or heading that stands among the body: short, or with no end to it."""
    return not text or text.rstrip()[-1] not in _ENDS or len(words) < _FRAGMENT // 2


def _assertion(sentence: Sentence, rules: Rules, language: str, side: Side) -> CommitmentMark:
    act = rules.acts[ASSERTION]
    rung = rules.ladder.rung(act.id)
    details = _Details(rules, language, sentence.text)
    return CommitmentMark(
        side=side,
        sentence=sentence.id,
        kind=act.kind,
        rung=rung.id if rung else "",
        strength=rung.strength if rung else None,
        modality=details.modality(0, len(scan(sentence.text, language))),
        deadline=details.first("deadlines"),
        instruments=naming.names(sentence.text, rules, language),
        qualifiers=details.every("qualifiers"),
        rule="acts.toml: no marker, so a plain assertion",
    )


def _mark(sentence: Sentence, lead: Match[Marker], rules: Rules, language: str, side: Side) -> CommitmentMark:
    row = lead.item
    rung = rules.ladder.rung(row.act.id)
    details = _Details(rules, language, sentence.text)
    quoted = sentence.text[lead.start : lead.end]
    evidence = Evidence(side=side, sentence=sentence.id, span=Span(lead.start, lead.end), text=quoted)
    return CommitmentMark(
        side=side,
        sentence=sentence.id,
        kind=row.act.kind,
        rung=rung.id if rung else "",
        strength=rung.strength if rung else None,
        lead_verb=row.verb,
        embedded_verb=row.embedded,
        modality=details.modality(lead.first, lead.last),
        negated=details.negated(lead),
        actor=details.actor(lead),
        addressee=details.addressee(lead),
        deadline=details.first("deadlines"),
        instruments=naming.names(sentence.text, rules, language),
        qualifiers=details.every("qualifiers"),
        rule=f"{row.source.name}: {row.id}",
        evidence=(evidence,),
    )


def deadlines(text: str, rules: Rules, language: str) -> list[Match[str]]:
    """The deadlines of a sentence. One without a figure ("this year") is one only where something
    is to be done: "we welcomed the first class this year" has none."""
    found = rules.detected(text, language).get("deadlines", ())
    held = rules.held(text, language)
    ahead = not held or any(match.item.act.kind in _AHEAD for match in held)
    return [m for m in found if ahead or any(c.isdigit() for c in text[m.start : m.end])]


def acting(named: Sequence[Match[str]], text: str, language: str, span: Span) -> Match[str] | None:
    """Which of the names acts in the words at `span`.

    The nearest one before the verb or where its words begin, else the first one among them:
    whoever is named after the verb is spoken to or about. Some or others act only where nobody
    is named before them or where the verb stands close by: in "we welcome Japan … and will" the
    verb is ours.
    """
    before = sorted((m for m in named if m.start <= span.start), key=lambda m: m.start)
    for at in range(len(before) - 1, -1, -1):
        name = before[at]
        between = text[name.end : span.start]
        if at == 0 or name.item == "we" or len(scan(between, language)) <= _NEAR:
            return name
    return min((m for m in named if m.start < span.end), key=lambda m: m.start, default=None)


class _Details:
    """Reads modality, actor, deadline … from the words around a marker."""

    def __init__(self, rules: Rules, language: str, text: str) -> None:
        self.detected = rules.detected(text, language)
        self.language = language
        self.text = text

    def found(self, name: str) -> Sequence[Match[str]]:
        """All that a detector finds, the longest reading of each place."""
        return self.detected.get(name, ())

    def first(self, name: str) -> str:
        """The words of the first find, or nothing."""
        return next((self.text[m.start : m.end] for m in self.found(name)), "")

    def every(self, name: str) -> tuple[str, ...]:
        """The words of every find, folded to lower case, each once."""
        return tuple(dict.fromkeys(self.text[m.start : m.end].lower() for m in self.found(name)))

    def modality(self, first: int, last: int) -> str:
        """The modal verb in or just before the marker."""
        near = [m for m in self.found("modality") if first - _NEAR <= m.first < last + 1]
        return near[-1].item if near else ""

    def negated(self, lead: Match[Marker]) -> bool:
        """Whether a negation stands in the marker, just before it or just after it."""
        return any(lead.first - 2 <= m.first <= lead.last for m in self.found("negations"))

    def actor(self, lead: Match[Marker]) -> str:
        """Who acts: `we` (all who speak), `some` of them, `others`; nothing where nobody is named
        and the marker is impersonal."""
        name = acting(self.found("actors"), self.text, self.language, Span(lead.start, lead.end))
        if name is None:
            return "" if lead.item.impersonal else "we"
        return name.item

    def addressee(self, lead: Match[Marker]) -> str:
        """Whom a call addresses: the first addressee after it."""
        if lead.item.act.kind is not MarkKind.CALL:
            return ""
        after = [m for m in self.found("addressees") if m.first >= lead.first]
        return self.text[after[0].start : after[0].end] if after else ""
