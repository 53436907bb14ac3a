"""Say what each sentence does: commitment, call, position, process, record, or nothing.

The acts of a sentence are read from its own words (`p5diff.meaning.sentence.speech`); here it is set among
its neighbours. An item of a list does what the words that lead to the list say ("We commit to:").
A recital ("Recalling …,") explains and commits to nothing. A sentence with a decision and a call
does both. Without any marker a sentence does nothing that p5diff could name: kind `none`. So do
titles, headings, letters, signatures and fragments.

Worked example. "The States commit to:" "(a) share their records;" "(b) report yearly." Neither item has
a verb of its own that commits; both are commitments of the States, by the words that lead to the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from p5diff import language as languages
from p5diff.language import Language
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.words import Words
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence.brackets import is_open
from p5diff.meaning.sentence.lists import LEADS, WHOLE, LeadIns, unlabelled
from p5diff.meaning.sentence.reading import Reading, read
from p5diff.meaning.sentence.speech import BY_FORM, PLAIN, STATING, SpeechAct
from p5diff.model.alignment import Span
from p5diff.model.clause import ClauseRole
from p5diff.model.comparison import CommitmentMark, Evidence, MarkKind, Side
from p5diff.model.statement import Paragraph, Role, Sentence, Statement
from p5diff.text.clauses import clauses

_FRAGMENT = 4
"""Fewer words and marks than this assert nothing: "Water is life." is the shortest plain assertion."""
_ENDS = frozenset(".!?…。！？؟”»\"'")
"""A sentence that says something by itself ends so; an item of a list, or what leads to one, does not."""
_OPEN_ENDS = frozenset(",;،؛，；")
"""A recital ends so: the sentence goes on to the next one."""
_PARAGRAPH_ENDS = frozenset(";；؛")
"""A paragraph of a resolution ends so, and says something by itself all the same."""
_DISPOSING = frozenset({"plead", "foresee"})
"""Acts by construction that such a paragraph does."""
_RECITED_KINDS = frozenset({MarkKind.POSITION, MarkKind.RECORD})
"""What a recital does."""
_EXPLAINED = frozenset({MarkKind.COMMITMENT, MarkKind.CALL, MarkKind.PROCESS})
_DONE_AND_ASKED = frozenset({MarkKind.COMMITMENT, MarkKind.CALL})
"""Acts that are reported beside each other: who decides and asks in one sentence does two things."""
_RECITED = "affirm"
_DECIDED = "decide"
_OPENING = 4
"""Words of an item that may end the phrase of a verb before the list: "to", "d'", "que"."""


class _CommittedAct(NamedTuple):
    """An act with the sentence whose words show it: its own, or the one that leads to a list."""

    said: SpeechAct
    shown: Sentence
    inherited: bool = False


def mark(statement: Statement, rules: Rules, side: Side = Side.BEFORE) -> dict[str, CommitmentMark]:
    """Sentence id → what it does first of all. `side` is what the evidence says of where it stands."""
    return {sentence: found[0] for sentence, found in marks(statement, rules, side).items()}


def marks(
    statement: Statement, rules: Rules, side: Side = Side.BEFORE, part: slice = WHOLE
) -> dict[str, tuple[CommitmentMark, ...]]:
    """Sentence id → all it does, what counts first in front; at least one mark, which may say `none`. A
    `part` of the paragraphs begins where no list is open (`p5diff.meaning.sentence.lists.apart`)."""
    found: dict[str, tuple[CommitmentMark, ...]] = {}
    language = languages.get(statement.meta.language)
    lists: LeadIns[_CommittedAct] = LeadIns()
    preamble = _preamble(statement.paragraphs, language)
    paragraphs = statement.paragraphs[part]
    for place, paragraph in enumerate(paragraphs):
        over = lists.over(paragraph)
        leading = _leading(paragraph.sentences, over, rules, language)
        asked = None
        if leading is None or leading.said.act.id in BY_FORM:
            asked = _asked(paragraph, paragraphs[place + 1 : place + 2], rules, language)
        for sentence in paragraph.sentences:
            acts = _acts(sentence, over, rules, language)
            if asked is not None and sentence is asked.shown:
                acts = (asked._replace(inherited=False),)
            if sentence.block in preamble:
                acts = [act for act in acts if act.said.kind not in _EXPLAINED]
            found[sentence.id] = tuple(_marks(sentence, acts, rules, language, side))
        lists.pass_by(paragraph, asked or leading)
    return found


def _preamble(paragraphs: Sequence[Paragraph], language: Language) -> frozenset[int]:
    """The paragraphs that a resolution only recalls, in whatever words: they commit to nothing."""
    found = clauses(paragraphs, language=language)
    return frozenset(clause.block for clause in found if clause.role is ClauseRole.PREAMBULAR)


def _leading(
    sentences: Sequence[Sentence], over: _CommittedAct | None, rules: Rules, language: Language
) -> _CommittedAct | None:
    """The act that stands last in the words before a list, else that of the list around it."""
    if not sentences or sentences[-1].role is not Role.BODY:
        return None
    last = sentences[-1]
    said = [a for a in read(last.text, rules, language).acts if a.act.id not in STATING]
    if not said:
        return over
    # "demands that the Parties:" demands; the Parties are bound only where nobody asks them
    said = [a for a in said if a.act.id not in BY_FORM] or said
    return _CommittedAct(max(said, key=lambda a: a.last), last, inherited=True)


def _asked(
    paragraph: Paragraph, following: Sequence[Paragraph], rules: Rules, language: Language
) -> _CommittedAct | None:
    """The call or decision in words before a list whose verb is known only by how its first item opens:
    "Requests the Director:" "(a) To report"."""
    lead = paragraph.sentences[-1] if paragraph.sentences else None
    item = following[0] if following and following[0].role is Role.BODY else None
    if lead is None or lead.role is not Role.BODY or item is None or not item.sentences:
        return None
    text = lead.text.rstrip()
    if not text.endswith(LEADS):
        return None
    words = text.rstrip("".join(LEADS)).rstrip()
    opening = " ".join(unlabelled(item.sentences[0].text).split()[:_OPENING]).rstrip(";")
    joint = read(f"{words} {opening[:1].lower()}{opening[1:]};", rules, language)
    said = [a for a in joint.acts if a.span.start < len(words) < a.span.end]
    said = [a for a in said if a.kind is MarkKind.CALL or a.act.id == _DECIDED]
    if not said:
        return None
    act = max(said, key=lambda a: a.last)
    return _CommittedAct(act._replace(span=Span(act.span.start, len(words))), lead, inherited=True)


def _acts(
    sentence: Sentence, over: _CommittedAct | None, rules: Rules, language: Language
) -> Sequence[_CommittedAct]:
    """The acts of a sentence, the one that counts first."""
    if sentence.role is not Role.BODY:
        return ()
    said = read(sentence.text, rules, language)
    if over is not None and not any(_speaks(act) for act in said.acts) and not _comments(sentence, said):
        return (over,)
    if _recites(sentence.text, said):
        return _recited(sentence, said, rules)
    # what stands in open brackets is not agreed: nothing is claimed of it
    agreed = [a for a in said.acts if not is_open(sentence.text, a.span.start, a.span.end)]
    own = [_CommittedAct(act, sentence) for act in agreed]
    if own and own[0].said.act.id in PLAIN and _fragment(sentence.text, said.words):
        return own if _disposes(sentence, own[0].said) else ()
    return own


def _speaks(act: SpeechAct) -> bool:
    """Whether somebody is named who does it, so that an item of a list stands for itself."""
    return act.actor_span is not None and act.actor_span.start <= act.span.start


def _comments(sentence: Sentence, said: Reading) -> bool:
    """Whether the sentence only speaks of the item that it follows: "This will weaken their trade." It
    has a subject of its own, and promises nothing."""
    return sentence.number > 1 and any(m.first == 0 for m in said.spans("refers"))


def _recites(text: str, said: Reading) -> bool:
    """Whether the sentence is a recital: it goes on to the next one, and opens as recitals do."""
    openers = said.spans("recitals")
    return text.rstrip()[-1:] in _OPEN_ENDS and any(m.first == 0 for m in openers)


def _recited(sentence: Sentence, said: Reading, rules: Rules) -> Sequence[_CommittedAct]:
    """What a recital does: it notes, or takes a position; whatever it recites is not done by it."""
    plain = [
        _CommittedAct(act, sentence) for act in said.acts if act.kind not in _EXPLAINED | {MarkKind.NONE}
    ]
    if plain and plain[0].said.act.id not in PLAIN:
        return plain
    opener = said.spans("recitals")[0]
    act = rules.acts[_RECITED]
    return (
        _CommittedAct(
            SpeechAct(
                act=act,
                verb="",
                embedded="",
                span=Span(opener.start, opener.end),
                first=opener.first,
                last=opener.last,
                object="",
                actor="we",
                actor_span=None,
                agent="we",
                addressee="",
                modality="",
                negated=False,
                deadline="",
                coordinate=True,
                rule="markers: detect recitals",
            ),
            sentence,
        ),
    )


def _fragment(text: str, words: Words) -> bool:
    """A label, date or heading that stands among the body: short, or with no end to it."""
    return not text or text.rstrip()[-1] not in _ENDS or len(words) < _FRAGMENT


def _disposes(sentence: Sentence, said: SpeechAct) -> bool:
    """Whether the paragraph of a resolution, which ends without a full stop, asks or orders by its
    construction, or recites what moves it ("忧及蚊媒北移，")."""
    end = sentence.text.rstrip()[-1:]
    if end in _PARAGRAPH_ENDS:
        return said.act.id in _DISPOSING
    return end in _OPEN_ENDS and sentence.number == 1 and said.constructed and said.kind in _RECITED_KINDS


def _marks(
    sentence: Sentence, acts: Sequence[_CommittedAct], rules: Rules, language: Language, side: Side
) -> Iterator[CommitmentMark]:
    if not acts:
        yield CommitmentMark(side=side, sentence=sentence.id, kind=MarkKind.NONE)
        return
    lead = acts[0]
    yield _mark(sentence, lead, rules, language, side)
    if lead.said.kind in _DONE_AND_ASKED:
        others = [a for a in acts if a.said.kind in _DONE_AND_ASKED - {lead.said.kind} and a.said.coordinate]
        if sentence.text.rstrip().endswith(LEADS) and lead.said.act.id not in BY_FORM:
            others = [a for a in others if a.said.act.id not in BY_FORM]  # "urges the Parties:" binds nobody
        yield from (_mark(sentence, a, rules, language, side) for a in others[:1])


def _mark(
    sentence: Sentence, act: _CommittedAct, rules: Rules, language: Language, side: Side
) -> CommitmentMark:
    said = act.said
    rung = rules.ladder.rung(said.act.id)
    reading = read(sentence.text, rules, language)
    quoted = act.shown.text[said.span.start : said.span.end]
    due = _quoted(sentence.text, reading.spans("deadlines"))
    return CommitmentMark(
        side=side,
        sentence=sentence.id,
        kind=said.kind,
        rung=rung.id if rung else "",
        strength=rung.strength if rung else None,
        lead_verb=said.verb,
        embedded_verb=said.embedded,
        modality=said.modality,
        negated=said.negated,
        actor=said.agent,
        addressee=said.addressee,
        deadline=due or (said.deadline if act.inherited else ""),
        instruments=_instruments(reading),
        qualifiers=_every(sentence.text, reading.spans("qualifiers")),
        rule=f"{said.rule}, in the words that lead to the list" if act.inherited else said.rule,
        evidence=(Evidence(side=side, sentence=act.shown.id, span=said.span, text=quoted),),
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


def leads(found: Mapping[str, Sequence[CommitmentMark]]) -> dict[str, CommitmentMark]:
    """Sentence id → the mark that counts first, from what `marks` gave."""
    return {sentence: every[0] for sentence, every in found.items()}
