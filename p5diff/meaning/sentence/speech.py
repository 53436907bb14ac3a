"""The acts of speech in one sentence: its verb, what it is about, who acts, on whom, by when.

Every marker that holds is found; one inside a longer one does not count, so that "agreed to
consider" is consider and not agree. A sentence may hold several acts ("decides … and calls
upon …"); the one that stands first in acts.toml counts first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from p5diff.language import Language
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.words import Words
from p5diff.meaning.rules.instruments import InstrumentName
from p5diff.meaning.rules.ladder import Act
from p5diff.meaning.rules.markerfile import Found, Marker
from p5diff.meaning.sentence import agents, grammar
from p5diff.model.alignment import Span
from p5diff.model.comparison import MarkKind

_NEAR = 3
"""Words between a name and a verb that still leave the name its subject, and between a modal
verb and the verb it belongs to: "will also, if needed, keep"."""
_BESIDE = 1
"""Words between "perhaps" and a promise: a comma."""
_EARLY = 40
"""Words before a verb whose subject alone shows what it does: farther on a list of names or other clauses lie
between the two."""
_ASIDE_COMMAS = 2
"""Commas around words that only say more of a subject."""
_CHARACTERS = 8
"""Characters of an object in a language without spaces: about four words, as far as a head reaches."""
ASSERTION = "assert"
"""The act of a sentence that only says how things are."""
SHAPES = frozenset({"narrate", "depict"})
"""Acts of a sentence of which no verb is known, by the form of one of its words: they say of what kind it is
and no more."""
BY_FORM = SHAPES | {"bind", "foresee", "plead", "proceed"}
"""Acts that the form of a verb alone shows. No verdict stands on them."""
STATING = SHAPES | {ASSERTION}
"""Acts that only say how things are or were. No list inherits them; "The Contracting Parties:", of which the
act is "bind", binds them to each of its items."""
PLAIN = BY_FORM | {ASSERTION}
"""Acts whose words are those of any plain sentence: no fragment does them, and they mark no verb that an
actor could stand before."""
_ACTING = {"state": "some", "body": "others"}
"""Who acts where a name of this category does: a State is one of those who speak, a body another."""
AHEAD = frozenset({MarkKind.COMMITMENT, MarkKind.CALL, MarkKind.PROCESS})
"""Kinds of acts by which something is still to be done: only they have deadlines."""


class SpeechAct(NamedTuple):
    """One act in a sentence.

    `verb` and `embedded` are the verbs as the marker names them; `span` is the words that show the
    act, `first` and `last` the words (half-open). `object` is the head of what it is about, folded;
    empty where none is found. `actor` is `we` (all who speak), `some` of them, `others`, or nothing;
    `actor_span` the words that name them. `agent` is who acts as a reader takes it: the actor, or where
    no list names one, whoever the place of the subject shows; no verdict stands on it. `negated`: the verb
    itself is denied. `coordinate`: a conjunction, the start of a clause or a name that acts stands just
    before it, so that it is an act beside others.
    """

    act: Act
    verb: str
    embedded: str
    span: Span
    first: int
    last: int
    object: str
    actor: str
    actor_span: Span | None
    agent: str
    addressee: str
    modality: str
    negated: bool
    deadline: str
    coordinate: bool
    rule: str

    @property
    def constructed(self) -> bool:
        """Whether the construction of the sentence alone shows it (`sentence.grammar`): nothing is
        compared by such an act."""
        return self.rule.startswith(grammar.SOURCE)

    @property
    def kind(self) -> MarkKind:
        """What the act makes of the sentence."""
        return self.act.kind


def acts(
    text: str,
    words: Words,
    found: Found,
    names: Sequence[Match[InstrumentName]],
    due: Sequence[Match[str]],
    known: Mapping[str, Act],
) -> Sequence[SpeechAct]:
    """The acts of a sentence, the one that counts first. What a subordinate clause says is not done
    by the sentence: "we have not seen evidence that they are committed" commits nobody.

    `names` are the States and bodies that it names: one of them acts where nobody else does. `due` is what
    `deadlines` gave for it; `known` are the acts in use, for what only its construction shows."""
    main = [
        m
        for m in _main_clause(found, words)
        if (not m.item.doer or _done_by_somebody(m, text, words, found)) and not _doubted(m, found)
    ]
    ordered = sorted(main, key=lambda m: (m.item.act.order, m.first))
    reported = any(m.item.actor for m in ordered)
    shown = None if reported else grammar.read(text, words, ordered, found.language, known)
    if shown is not None and not _doubted(shown, found):
        ordered = [shown, *ordered]
    return tuple(_act(match, text, words, found, names, due) for match in ordered)


def _doubted(match: Match[Marker], found: Found) -> bool:
    """Whether a promise is only thought of: "perhaps" stands among its words or right beside them. Behind a
    conjunction it belongs to what follows: "we will open the port and perhaps the lock"."""
    if match.item.act.kind is not MarkKind.COMMITMENT:
        return False
    joined = {m.last for m in found.detected.get("joins", ())}
    return any(
        m.first not in joined and match.first - _BESIDE <= m.last and m.first <= match.last + 1
        for m in found.detected.get("doubts", ())
    )


def _done_by_somebody(match: Match[Marker], text: str, words: Words, found: Found) -> bool:
    """Whether somebody is seen to act, and no subordinate clause stands before the verb, whose subject might
    be taken for it."""
    if match.first > _EARLY or any(m.last <= match.first for m in found.detected.get("embeds", ())):
        return False
    return agents.find(match, text, words, found) is not None


def _main_clause(found: Found, words: Words) -> list[Match[Marker]]:
    """The markers that stand in no subordinate clause, in order of place.

    A clause opens with a word such as "that", "which" or "if" and goes on to the next comma; a
    verb that a conjunction joins to one of the main clause ("… that time is short and call upon")
    belongs to the main clause again.
    """
    ordered = sorted(found.rows, key=lambda m: m.first)
    if not found.detected.get("embeds"):
        return ordered  # there is no subordinate clause
    main: list[Match[Marker]] = []
    for match in ordered:
        reaches_back = match.item.act.id in BY_FORM or (
            match.item.impersonal and not found.language.SEPARATOR
        )
        if reaches_back and _spans_an_opener(match, found):
            continue
        joined = bool(main) and _joined(match, found)
        if joined or match.item.act.id == ASSERTION or not _opened(match, found, words):
            main.append(match)
    return main


def _spans_an_opener(match: Match[Marker], found: Found) -> bool:
    """Whether a subordinate clause opens among the words: "nothing shows that the parties exchange"."""
    return any(match.first < m.last <= match.last for m in found.detected.get("embeds", ()))


def _opened(match: Match[Marker], found: Found, words: Words) -> bool:
    """Whether the words just before the marker open a subordinate clause that goes on to it. One
    that has its verb already is over: "States that have not signed are invited to"."""
    before = [m for m in found.detected.get("embeds", ()) if m.last <= match.first]
    if not before:
        return False
    opener = max(before, key=lambda m: m.last)
    if _breaks(words, _past_aside(words, opener.last), match.first) and not _divided(
        opener, match, found, words
    ):
        return False
    rows = [m for m in found.rows if m.item.act.id not in BY_FORM]
    # "Agree that" opens nothing; what tells of a vote may hold all that is quoted after it.
    if any(m.first <= opener.first and opener.last < m.last <= match.first for m in rows):
        return False
    return not any(m.item.impersonal and opener.last <= m.first and m.last < match.first for m in rows)


def _past_aside(words: Words, first: int) -> int:
    """Past words between commas that begin right here: "expects that, with time, activity will grow"."""
    if first >= len(words) or not _breaks(words, first, first + 1):
        return first
    return next((at + 1 for at in range(first + 1, len(words)) if _breaks(words, at, at + 1)), first)


def _divided(opener: Match[str], match: Match[Marker], found: Found, words: Words) -> bool:
    """Whether words between two commas, and no more, part the subject of a subordinate clause from its verb:
    "we are sure that the oil, spilt off the cape, will come back"."""
    commas = [at for at in range(opener.last, match.first) if _breaks(words, at, at + 1)]
    if len(commas) != _ASIDE_COMMAS or commas[-1] != match.first - 1 or commas[0] == opener.last:
        return False
    return not any(opener.last <= m.first < commas[0] for m in found.rows)


def _joined(match: Match[Marker], found: Found) -> bool:
    """Whether a conjunction stands just before the marker."""
    return any(0 <= match.first - m.last <= 1 for m in found.detected.get("joins", ()))


def _breaks(words: Words, first: int, last: int) -> bool:
    """Whether a comma or the end of a clause stands among the words."""
    return any(form.parts for form in words.forms[first:last])


def deadlines(text: str, words: Words, found: Found) -> Sequence[Match[str]]:
    """The deadlines of a sentence. One without a figure ("this year") is one only where something
    is to be done: "we welcomed the first class this year" has none, nor has "prices rose earlier this year,
    and we will act"."""
    every = found.detected.get("deadlines", ())
    if not every:
        return ()
    plain = [m for m in every if any(c.isdigit() for c in text[m.start : m.end])]
    bare = [m for m in every if m not in plain and _is_ahead(m, words, found)]
    return tuple(sorted([*plain, *bare], key=lambda m: m.first))


def _is_ahead(match: Match[str], words: Words, found: Found) -> bool:
    """Whether something is to be done in the part of the sentence where the words stand: between the same
    commas, or around them where they stand between commas alone. A sentence of no known act may say so."""
    rows = [m for m in found.rows if m.item.act.id not in SHAPES]
    if not rows:
        return True
    ahead = [m.first for m in rows if m.item.act.kind in AHEAD]
    ahead += [m.first for m in found.detected.get("modality", ())]
    first, last = _part(words, match.first, match.last)
    around = (*words.forms[first : match.first], *words.forms[match.last : last])
    if all(form.common for form in around):
        first, last = _part(words, max(first - 1, 0), min(last + 1, len(words)))
    return any(first <= at < last for at in ahead)


def _part(words: Words, first: int, last: int) -> tuple[int, int]:
    """The stretch between commas and ends of clauses around some words."""
    forms = words.forms
    while first > 0 and not forms[first - 1].parts:
        first -= 1
    while last < len(forms) and not forms[last].parts:
        last += 1
    return first, last


def _act(
    match: Match[Marker],
    text: str,
    words: Words,
    found: Found,
    names: Sequence[Match[InstrumentName]],
    due: Sequence[Match[str]],
) -> SpeechAct:
    row = match.item
    named = _who(match, words, found, names)
    if row.actor and named is not None and named.item == "we":
        named = None  # "the delegate told us that": we are spoken to
    actor = named.item if named else row.actor or ("" if row.impersonal else "we")
    return SpeechAct(
        act=row.act,
        verb=row.verb,
        embedded=row.embedded,
        span=Span(match.start, match.end),
        first=match.first,
        last=match.last,
        object=_object(match, words, found),
        actor=actor,
        actor_span=Span(named.start, named.end) if named else None,
        agent=_agent(match, actor, named, text, words, found, names),
        addressee=_addressee(match, text, found),
        modality=modality(found, match.first, match.last),
        negated=_negated(match, found),
        deadline=text[due[0].start : due[0].end] if due else "",
        coordinate=_coordinate(match, words, found),
        rule=f"{row.source.name}: {row.id}",
    )


def _who(
    match: Match[Marker], words: Words, found: Found, names: Sequence[Match[InstrumentName]]
) -> Match[str] | None:
    """Who acts, by name."""
    language = found.language
    every = found.detected.get("actors", ())
    if language.VERB_FIRST:
        if not match.item.impersonal and agents.speaks_itself(words.forms[match.first], language):
            every = [m for m in every if m.item == "we"]
            return acting(every, words, match)
        every = [m for m in every if not agents.is_governed(m.first, words, language, match.first + 1)]
    elif match.item.act.kind is MarkKind.CALL and not match.item.impersonal:
        # "Invite les laboratoires à": whom a call names behind its verb is called upon
        bare = language.ARTICLES.isdisjoint(words.forms[match.first].keys)
        every = [m for m in every if m.first <= match.first] if bare else every
    named = acting(every, words, match)
    if named is not None and agents.in_other_clause(named, match, words, language):
        named = acting([m for m in every if m.first > named.first], words, match)
        return named or _subject(names, words, match, language)
    return named or _behind(every, found, match) or _subject(names, words, match, language)


def _agent(
    match: Match[Marker],
    actor: str,
    named: Match[str] | None,
    text: str,
    words: Words,
    found: Found,
    names: Sequence[Match[InstrumentName]],
) -> str:
    """Who acts as a reader takes it."""
    row, language = match.item, found.language
    if row.actor:
        return actor
    if named is None and row.act.id == "bind":  # it lays down what the parties do
        return "we"
    own = language.AGENCY.first_person and not language.VERB_FIRST
    if named is None and own:
        forms = words.forms[match.first : match.last]
        if any(agents.speaks_itself(form, language) for form in forms):
            return "we"
    if (
        named is None
        and row.act.id == "proceed"
        and any(m.item == "we" for m in found.detected.get("actors", ()))
    ):
        return "we"  # "it remains to be settled, and we are at work on it"
    promised = row.impersonal and row.act.kind is MarkKind.COMMITMENT
    if promised and actor in ("", "others") and agents.is_ours(match, text, language):
        return "we"
    if named is None and (row.impersonal or row.act.id == "tell"):
        placed = agents.find(match, text, words, found)
        if placed is not None:
            state = any(n.item.category == "state" and 0 <= n.first - placed.first <= 1 for n in names)
            actor = _ACTING["state"] if state else placed.item
    # a State that joins comes from outside
    joined = (
        actor == _ACTING["state"] and row.act.kind is MarkKind.RECORD and agents.joins(match, words, language)
    )
    return _ACTING["body"] if joined else actor


def _coordinate(match: Match[Marker], words: Words, found: Found) -> bool:
    before = range(max(0, match.first - 2), match.first)
    if match.first < 2 or any(words.forms[at].parts for at in before):
        return True
    named = any(0 <= match.first - m.last <= _NEAR for m in found.detected.get("actors", ()))
    return named or _joined(match, found)


def _object(match: Match[Marker], words: Words, found: Found) -> str:
    """The head of what the act is about, folded: the words right after it up to the next function
    word, of which the last is the head where modifiers stand before their noun, else the first."""
    language = found.language
    run: list[str] = []
    for at in range(match.last, len(words)):
        form = words.forms[at]
        if not (form.parts or form.common):
            run.append(form.keys[0])
        elif run or form.breaks:
            break
    if not run:
        return ""
    if not language.SEPARATOR:
        return "".join(run[:_CHARACTERS])
    return run[-1] if language.NOUN_LAST else run[0]


def acting(named: Sequence[Match[str]], words: Words, verb: Match[Marker]) -> Match[str] | None:
    """Which of the names acts.

    The nearest one before the verb or where its words begin, else the first one among them:
    those named after the verb is spoken to or about. Some or others act only where nobody
    is named before them or where the verb stands close by: in "we welcome Japan … and will" the
    verb is ours.
    """
    if not named:
        return None
    before = [m for m in named if m.first <= verb.first]
    before.sort(key=lambda m: m.first)
    for at in range(len(before) - 1, -1, -1):
        name = before[at]
        if at == 0 or name.item == "we" or verb.first - name.last <= _NEAR:
            return name
    return min((m for m in named if m.first < verb.last), key=lambda m: m.first, default=None)


def _behind(every: Sequence[Match[str]], found: Found, verb: Match[Marker]) -> Match[str] | None:
    """Who acts, named right behind the verb, in a language whose verbs come first."""
    if not found.language.VERB_FIRST:
        return None
    near = [m for m in every if 0 <= m.first - verb.last <= 1]
    return min(near, key=lambda m: m.first, default=None)


def _subject(
    names: Sequence[Match[InstrumentName]], words: Words, verb: Match[Marker], language: Language
) -> Match[str] | None:
    """The State or body that is the subject of a verb: it stands just before it (in a language whose
    verbs come first, just behind it), and begins its clause: "with France" is no subject."""
    for name in names:
        actor = _ACTING.get(name.item.category)
        if actor is None:
            continue
        near = verb.first - name.last <= _NEAR and name.first < verb.last
        ahead = near and _begins_clause(_chain(name.first, names, words, language), words, language)
        behind = language.VERB_FIRST and 0 <= name.first - verb.first <= verb.last - verb.first + 1
        if behind and agents.is_governed(name.first, words, language, verb.first + 1):
            continue
        if ahead or behind:
            return Match(actor, name.first, name.last, name.start, name.end)
    return None


def _chain(first: int, names: Sequence[Match[InstrumentName]], words: Words, language: Language) -> int:
    """Where a run of names joined by "and" or commas begins: "Costa Rica and Ireland condemn"."""
    by_end = {name.last: name.first for name in names}
    while first > 1:
        joint = words.forms[first - 1]
        joined = (joint.parts and not joint.breaks) or not language.AND.isdisjoint(joint.keys)
        if not joined or first - 1 not in by_end:
            break
        first = by_end[first - 1]
    return first


def _begins_clause(first: int, words: Words, language: Language) -> bool:
    """Whether a clause opens at this word, articles apart."""
    while first and not language.ARTICLES.isdisjoint(words.forms[first - 1].keys):
        first -= 1
    return not first or words.forms[first - 1].parts or words.forms[first - 1].figures


def modality(found: Found, first: int, last: int) -> str:
    """The modal verb in the words, or just before them."""
    near = [m for m in found.detected.get("modality", ()) if first - _NEAR <= m.first < last + 1]
    return near[-1].item if near else ""


def _negated(match: Match[Marker], found: Found) -> bool:
    """Whether a negation stands in the marker, or just before it."""
    return any(match.first - 2 <= m.first <= match.last for m in found.detected.get("negations", ()))


def _addressee(match: Match[Marker], text: str, found: Found) -> str:
    """Whom a call addresses: the first addressee after it."""
    if match.item.act.kind is not MarkKind.CALL:
        return ""
    after = [m for m in found.detected.get("addressees", ()) if m.first >= match.first]
    return text[after[0].start : after[0].end] if after else ""
