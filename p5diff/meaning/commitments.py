"""Say what each sentence does: commitment, call, position, process, record, or nothing.

Every marker that holds is found; one inside a longer one does not count, so that "agreed to
consider" is consider and not agree. Where a sentence does several things it counts for the act
that stands first in acts.toml. A sentence of the body without any marker asserts something: a
joint statement's plain assertion is a shared position. Titles, headings, letters, signatures
and fragments do nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from p5diff import language as languages
from p5diff.language import Language
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.words import Words
from p5diff.meaning.reading import Reading, read
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.speech import SpeechAct
from p5diff.model.comparison import CommitmentMark, Evidence, MarkKind, Side
from p5diff.model.statement import Role, Sentence, Statement

_FRAGMENT = 8
_ENDS = frozenset(".!?…。！？؟”»\"'")
"""A sentence that says something by itself ends so; an item of a list, or what leads to one, does not."""
ASSERTION = "assert"


def mark(statement: Statement, rules: Rules, side: Side = Side.BEFORE) -> dict[str, CommitmentMark]:
    """Sentence id → what it does. `side` is what the evidence says of where it stands."""
    language = languages.get(statement.meta.language)
    return {s.id: mark_sentence(s, rules, language, side) for s in statement.sentences()}


def mark_sentence(sentence: Sentence, rules: Rules, language: Language, side: Side) -> CommitmentMark:
    """What one sentence does, with the words that show it."""
    if sentence.role is not Role.BODY:
        return CommitmentMark(side=side, sentence=sentence.id, kind=MarkKind.NONE)
    said = read(sentence.text, rules, language)
    if said.acts:
        return _mark(sentence, said, said.acts[0], rules, side)
    if not _fragment(sentence.text, said.words):
        return _assertion(sentence, said, rules, side)
    return CommitmentMark(side=side, sentence=sentence.id, kind=MarkKind.NONE)


def _fragment(text: str, words: Words) -> bool:
    """A label, date or heading that stands among the body: short, or with no end to it."""
    return not text or text.rstrip()[-1] not in _ENDS or len(words) < _FRAGMENT // 2


def _assertion(sentence: Sentence, said: Reading, rules: Rules, side: Side) -> CommitmentMark:
    act = rules.acts[ASSERTION]
    rung = rules.ladder.rung(act.id)
    modals = said.spans("modality")
    return CommitmentMark(
        side=side,
        sentence=sentence.id,
        kind=act.kind,
        rung=rung.id if rung else "",
        strength=rung.strength if rung else None,
        modality=modals[-1].item if modals else "",
        deadline=_quoted(sentence.text, said.spans("deadlines")),
        instruments=_instruments(said),
        qualifiers=_every(sentence.text, said.spans("qualifiers")),
        rule="acts.toml: no marker, so a plain assertion",
    )


def _mark(sentence: Sentence, said: Reading, act: SpeechAct, rules: Rules, side: Side) -> CommitmentMark:
    rung = rules.ladder.rung(act.act.id)
    quoted = sentence.text[act.span.start : act.span.end]
    return CommitmentMark(
        side=side,
        sentence=sentence.id,
        kind=act.kind,
        rung=rung.id if rung else "",
        strength=rung.strength if rung else None,
        lead_verb=act.verb,
        embedded_verb=act.embedded,
        modality=act.modality,
        negated=act.negated,
        actor=act.actor,
        addressee=act.addressee,
        deadline=_quoted(sentence.text, said.spans("deadlines")),
        instruments=_instruments(said),
        qualifiers=_every(sentence.text, said.spans("qualifiers")),
        rule=act.rule,
        evidence=(Evidence(side=side, sentence=sentence.id, span=act.span, text=quoted),),
    )


def _quoted(text: str, found: Iterable[Match[str]]) -> str:
    """The words of the first find, or nothing."""
    return next((text[m.start : m.end] for m in found), "")


def _every(text: str, found: Iterable[Match[str]]) -> tuple[str, ...]:
    """The words of every find, folded to lower case, each once."""
    return tuple(dict.fromkeys(text[m.start : m.end].lower() for m in found))


def _instruments(said: Reading) -> tuple[str, ...]:
    """Canonical names of the instruments in the sentence, each once, in order."""
    return tuple(dict.fromkeys(m.item.name for m in said.named.names if m.item.category == "instrument"))
