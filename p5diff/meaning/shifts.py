"""What changed in meaning inside a pair: strength, qualifiers, scope, actor, deadline, negation.

Each shift names its rule and ladder and quotes the words it rests on. A pair that says the same
in the same words has none. Strength compares the acts that the two sides count for: the rung
first, then the modal verb. A plain assertion, or an act the ladder does not rank, is "not
comparable"; so is a digest beside a text that is none, since its wording is a paraphrase, and so
are two sentences that share few words.
Detectors of words (qualifiers, scope, deadlines) are not compared across languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from p5diff import language as languages
from p5diff.language import Language
from p5diff.meaning.pattern.matcher import Match
from p5diff.meaning.pattern.words import scan
from p5diff.meaning.reading import read
from p5diff.meaning.rules.ladder import Ladder
from p5diff.meaning.rules.rules import Rules
from p5diff.model.alignment import Pair, PairKind, Span
from p5diff.model.comparison import CommitmentMark, Evidence, MarkKind, Shift, Side, Verdict
from p5diff.model.statement import Edition, Metadata, Sentence

Marks = Mapping[str, CommitmentMark]
_LOOKED_AT = frozenset({PairKind.REWORDED, PairKind.EDITORIAL})
_SHORT = 3
_COMPARED = 0.4
"""Below this share of common words, a pair says another thing: a word of scope or a qualifier that
only one side has is part of that, and no shift of its own."""
_SAME_MATTER = 0.3
"""Below this share of common words (of both sides together), whether the two are one commitment is
for the reader to judge: no verdict on strength."""
_FEW = 6
"""Sides of fewer words say too little about themselves for that share to mean anything."""
_QUOTED = 48
"""Longest quotation of the words a verdict rests on, in characters; half as many without spaces."""
_LOOSE = "the two share few words, too few to be judged as one commitment"
_PARAPHRASE = "a digest paraphrases: its verbs are p5diff's words, not the authors'"


class _Side(NamedTuple):
    """One side of a pair: its sentences, what they do, and how to read their words."""

    side: Side
    sentences: Sequence[Sentence]
    meta: Metadata
    mark: CommitmentMark | None

    @property
    def language(self) -> Language:
        """The language it is in."""
        return languages.get(self.meta.language)

    def words(self, name: str, rules: Rules) -> dict[str, Evidence]:
        """What a detector finds, folded to lower case, each with its first place."""
        found: dict[str, Evidence] = {}
        for sentence in self.sentences:
            for match in _found(name, sentence.text, rules, self.language):
                span = Span(match.start, match.end)
                quoted = sentence.text[match.start : match.end]
                evidence = Evidence(side=self.side, sentence=sentence.id, span=span, text=quoted)
                found.setdefault(quoted.lower(), evidence)
        return found

    def content(self) -> frozenset[str]:
        """The words that say what it is about: of more than three letters, or Han characters."""
        keys = {form.keys[0] for s in self.sentences for form in scan(s.text, self.language).forms}
        return frozenset([key for key in keys if len(key) > _SHORT or not key.isascii()])


def shifts(
    pair: Pair, before: Metadata, after: Metadata, marks_before: Marks, marks_after: Marks, rules: Rules
) -> tuple[Shift, ...]:
    """The shifts of one pair, strength first; none where the pair is not reworded."""
    if pair.kind not in _LOOKED_AT:
        return ()
    one = _Side(side=Side.BEFORE, sentences=pair.before, meta=before, mark=_lead(pair.before, marks_before))
    two = _Side(side=Side.AFTER, sentences=pair.after, meta=after, mark=_lead(pair.after, marks_after))
    contents = one.content(), two.content()
    share = _share(*contents)
    loose = before.language == after.language and _is_loose(*contents)
    found = [*_strength(one, two, rules, loose), *_negation(one, two), *_actor(one, two, rules)]
    if before.language == after.language:
        found += _deadline(one, two, rules)
        if share >= _COMPARED:
            found += [*_qualifiers(one, two, rules), *_scope(one, two, rules)]
    return tuple(found)


def _found(name: str, text: str, rules: Rules, language: Language) -> Sequence[Match[str]]:
    said = read(text, rules, language)
    return said.deadlines if name == "deadlines" else said.spans(name)


def _share(before: frozenset[str], after: frozenset[str]) -> float:
    """The share of the shorter side's words that the other side has too, short ones aside."""
    return len(before & after) / max(1, min(len(before), len(after)))


def _is_loose(before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether two long enough sides of one language have too few words in common."""
    return min(len(before), len(after)) >= _FEW and 2 * len(before & after) < _SAME_MATTER * (
        len(before) + len(after)
    )


def _lead(sentences: Sequence[Sentence], marks: Marks) -> CommitmentMark | None:
    """The mark that several sentences together count for: the strongest on the ladder."""
    spoken = [m for s in sentences if (m := marks.get(s.id)) is not None and m.kind is not MarkKind.NONE]
    return max(spoken, key=lambda m: (bool(m.evidence), m.strength or 0), default=None)


def _strength(one: _Side, two: _Side, rules: Rules, loose: bool) -> Iterator[Shift]:
    before, after = one.mark, two.mark
    if before is None or after is None or _says_same(before, after):
        return
    verdict, reason = _verdict(before, after, rules.ladder)
    if reason is None:
        return
    paraphrases = [one.meta.edition is Edition.DIGEST, two.meta.edition is Edition.DIGEST]
    if any(paraphrases) and not all(paraphrases) and verdict in {Verdict.STRONGER, Verdict.WEAKER}:
        verdict, reason = Verdict.NOT_COMPARABLE, f"would be {verdict.value} ({reason}), but {_PARAPHRASE}"
    elif all(paraphrases):
        reason = f"{reason}; {_PARAPHRASE}"
    if loose and verdict in {Verdict.STRONGER, Verdict.WEAKER}:
        verdict, reason = Verdict.NOT_COMPARABLE, f"would be {verdict.value} ({reason}), but {_LOOSE}"
    yield Shift(
        aspect="strength",
        verdict=verdict,
        before=_verbs(before),
        after=_verbs(after),
        rule=f"{rules.ladder.file} ({rules.ladder.name}): {before.rule} → {after.rule}",
        explanation=reason,
        evidence=(*before.evidence[:1], *after.evidence[:1]),
    )


def _says_same(before: CommitmentMark, after: CommitmentMark) -> bool:
    """The same verb on the same rung with the same modality: nothing to say."""
    same = (before.lead_verb, before.embedded_verb, before.rung) == (
        after.lead_verb,
        after.embedded_verb,
        after.rung,
    )
    return same and before.modality == after.modality


def _verdict(before: CommitmentMark, after: CommitmentMark, ladder: Ladder) -> tuple[Verdict, str | None]:
    """The verdict and its reason; no reason where there is nothing to say."""
    if not before.evidence and not after.evidence:
        return _by_modality(before, after, ladder, "both sides assert")
    if not before.evidence or not after.evidence:
        return Verdict.NOT_COMPARABLE, "one side asserts, without a verb the markers know"
    if before.strength is None or after.strength is None:
        return Verdict.NOT_COMPARABLE, f"the ladder {ladder.name} does not rank both"
    rungs = f"{before.rung} ({before.strength}) → {after.rung} ({after.strength})"
    if before.strength != after.strength:
        stronger = after.strength > before.strength
        return (Verdict.STRONGER if stronger else Verdict.WEAKER), f"rung {rungs}"
    return _by_modality(before, after, ladder, f"same rung: {after.rung}")


def _by_modality(
    before: CommitmentMark, after: CommitmentMark, ladder: Ladder, otherwise: str
) -> tuple[Verdict, str | None]:
    ranks = ladder.modality.get(before.modality), ladder.modality.get(after.modality)
    if ranks[0] is not None and ranks[1] is not None and ranks[0] != ranks[1]:
        verdict = Verdict.STRONGER if ranks[1] > ranks[0] else Verdict.WEAKER
        return verdict, f"modality {before.modality} ({ranks[0]}) → {after.modality} ({ranks[1]})"
    if before.lead_verb == after.lead_verb:
        return Verdict.SAME, None
    return Verdict.SAME, otherwise


def _verbs(mark: CommitmentMark) -> str:
    """The words a mark rests on, as printed; the middle of many is left out, and shown so."""
    if not mark.evidence:
        return f"(modality: {mark.modality})" if mark.modality else "(assertion)"
    quoted = mark.evidence[0].text
    most = _QUOTED if " " in quoted else _QUOTED // 2
    if len(quoted) <= most:
        return quoted
    head, tail = quoted[: most // 2], quoted[-most // 2 :]
    if " " in head and " " in tail:
        head, tail = head.rpartition(" ")[0], tail.partition(" ")[2]
    return f"{head} … {tail}"


def _negation(one: _Side, two: _Side) -> Iterator[Shift]:
    before, after = one.mark, two.mark
    if before is None or after is None or not before.evidence or not after.evidence:
        return
    if before.kind is after.kind and before.negated != after.negated:
        yield Shift(
            aspect="negation",
            verdict=Verdict.CHANGED,
            before="negated" if before.negated else "not negated",
            after="negated" if after.negated else "not negated",
            rule=f"{before.rule} → {after.rule}",
            explanation="the negation of the leading verb flipped",
            evidence=(*before.evidence, *after.evidence),
        )


def _actor(one: _Side, two: _Side, rules: Rules) -> Iterator[Shift]:
    before, after = one.mark, two.mark
    if before is None or after is None or not before.actor or not after.actor or before.actor == after.actor:
        return
    quoted = [_quoted_actor(s, rules) for s in (one, two)]
    yield Shift(
        aspect="actor",
        verdict=Verdict.CHANGED,
        before=quoted[0].text if quoted[0] else before.actor,
        after=quoted[1].text if quoted[1] else after.actor,
        rule="markers: lists we, some, others",
        explanation=f"who acts: {before.actor} → {after.actor}",
        evidence=tuple(e for e in quoted if e),
    )


def _quoted_actor(side: _Side, rules: Rules) -> Evidence | None:
    """The words that name who acts in the leading sentence."""
    assert side.mark is not None
    sentence = next(s for s in side.sentences if s.id == side.mark.sentence)
    span = side.mark.evidence[0].span if side.mark.evidence else None
    said = read(sentence.text, rules, side.language)
    place = next((act.actor_span for act in said.acts if act.span == span), None)
    if place is None:
        return None
    return Evidence(
        side=side.side, sentence=sentence.id, span=place, text=sentence.text[place.start : place.end]
    )


def _deadline(one: _Side, two: _Side, rules: Rules) -> Iterator[Shift]:
    before, after = one.words("deadlines", rules), two.words("deadlines", rules)
    if before.keys() == after.keys():
        return
    gone, come = _only(before, after), _only(after, before)
    word = "changed" if gone and come else "went" if gone else "came"
    yield _words_shift("deadline", Verdict.CHANGED, gone, come, f"a deadline {word}")


def _qualifiers(one: _Side, two: _Side, rules: Rules) -> Iterator[Shift]:
    before, after = one.words("qualifiers", rules), two.words("qualifiers", rules)
    gone, come = _only(before, after), _only(after, before)
    if gone and come:
        yield _words_shift("qualifier", Verdict.CHANGED, gone, come, "qualifiers changed")
    elif come:
        yield _words_shift("qualifier", Verdict.WEAKER, [], come, "a qualifier came: more room to act")
    elif gone:
        yield _words_shift("qualifier", Verdict.STRONGER, gone, [], "a qualifier went: less room to act")


def _scope(one: _Side, two: _Side, rules: Rules) -> Iterator[Shift]:
    wide = one.words("wide", rules), two.words("wide", rules)
    narrow = one.words("narrow", rules), two.words("narrow", rules)
    widened = [*_only(wide[1], wide[0]), *_only(narrow[0], narrow[1])]
    narrowed = [*_only(wide[0], wide[1]), *_only(narrow[1], narrow[0])]
    if not widened and not narrowed:
        return
    gone = [e for e in (*widened, *narrowed) if e.side is Side.BEFORE]
    come = [e for e in (*widened, *narrowed) if e.side is Side.AFTER]
    word = "changed" if widened and narrowed else "widened" if widened else "narrowed"
    yield _words_shift("scope", Verdict.CHANGED, gone, come, f"scope {word}")


def _only(these: Mapping[str, Evidence], those: Mapping[str, Evidence]) -> list[Evidence]:
    return [evidence for key, evidence in these.items() if key not in those]


def _words_shift(
    aspect: str, verdict: Verdict, gone: Sequence[Evidence], come: Sequence[Evidence], why: str
) -> Shift:
    rule = {"deadline": "deadlines", "qualifier": "qualifiers", "scope": "wide, narrow"}[aspect]
    return Shift(
        aspect=aspect,
        verdict=verdict,
        before=", ".join(e.text for e in gone),
        after=", ".join(e.text for e in come),
        rule=f"markers: detect {rule}",
        explanation=why,
        evidence=(*gone, *come),
    )
