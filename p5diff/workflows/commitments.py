"""The commitments of one statement, each with the rule behind it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from p5diff.classify import commitments, load_rules, topics
from p5diff.classify.rules import Rules
from p5diff.model.comparison import CommitmentMark, MarkKind, TopicTag
from p5diff.model.statement import Sentence, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One sentence, what it does, what it is about (the leading topic first)."""

    sentence: Sentence
    mark: CommitmentMark
    topics: tuple[TopicTag, ...]


def list_commitments(
    statement: Statement,
    rules: Rules | None = None,
    *,
    kinds: Collection[MarkKind] = (MarkKind.COMMITMENT,),
) -> tuple[Listed, ...]:
    """The sentences of these kinds, in reading order."""
    rules = rules or load_rules()
    marks = commitments.mark(statement, rules)
    tags = topics.tag(statement, rules)
    return tuple(
        Listed(sentence=sentence, mark=marks[sentence.id], topics=tags[sentence.id])
        for sentence in statement.sentences()
        if marks[sentence.id].kind in kinds
    )


def explain(mark: CommitmentMark, rules: Rules) -> tuple[str, ...]:
    """Why a sentence counts for what it does: words, marker, act, ladder, in plain lines."""
    quoted = "; ".join(f"“{e.text}”" for e in mark.evidence) or "no marker"
    lines = [f"words: {quoted}", f"rule: {mark.rule or 'none'}"]
    if mark.lead_verb:
        embedded = f", embedded verb: {mark.embedded_verb}" if mark.embedded_verb else ""
        lines.append(f"lead verb: {mark.lead_verb}{embedded}")
    ladder = rules.ladder
    strength = "not ranked" if mark.strength is None else f"{mark.rung} ({mark.strength})"
    lines.append(f"rung: {strength} on the ladder {ladder.name} ({ladder.file})")
    lines.append(f"source of the ladder: {ladder.source}")
    details = {
        "actor": mark.actor,
        "addressee": mark.addressee,
        "modality": mark.modality,
        "negated": "yes" if mark.negated else "",
        "deadline": mark.deadline,
        "instruments": ", ".join(mark.instruments),
        "qualifiers": ", ".join(mark.qualifiers),
    }
    lines.extend(f"{name}: {value}" for name, value in details.items() if value)
    return tuple(lines)
