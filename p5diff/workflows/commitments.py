"""The commitments of one statement, each with the rule behind it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from p5diff.errors import P5DiffError
from p5diff.meaning import load_rules, topics
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence import commitments
from p5diff.model.comparison import CommitmentMark, MarkKind, TopicTag
from p5diff.model.statement import Metadata, Sentence, Statement
from p5diff.workflows.load import load
from p5diff.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSentence:
    """One sentence, what it does, what it is about (the leading topic first)."""

    sentence: Sentence
    mark: CommitmentMark
    topics: tuple[TopicTag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitments:
    """What was found in one text, and why, by sentence id."""

    meta: Metadata
    items: tuple[ListedSentence, ...]
    explanations: Mapping[str, tuple[str, ...]]


def commitments_of(
    ref: str | Path,
    *,
    corpus: Path | Workspace | None = None,
    language: str | None = None,
    encoding: str | None = None,
    ladder: str | Path | None = None,
    kinds: str = MarkKind.COMMITMENT.value,
) -> Commitments:
    """The sentences of `ref` whose kind is among `kinds` (comma-separated, or `all`).

    Raises `P5DiffError` for an unknown kind, or anything that cannot be read.
    """
    wanted = _kinds(kinds)
    space = Workspace.of(corpus, ladder=ladder)
    statement = load(ref, corpus=space, language=language, encoding=encoding)
    rules = space.rules
    items = list_commitments(statement, rules, kinds=wanted)
    explanations = {item.sentence.id: explain(item.mark, rules) for item in items}
    return Commitments(meta=statement.meta, items=items, explanations=explanations)


def _kinds(text: str) -> frozenset[MarkKind]:
    words = {word.strip().lower() for word in text.split(",") if word.strip()}
    known = {kind.value for kind in MarkKind}
    if words == {"all"}:
        return frozenset(MarkKind)
    if not words or words - known:
        raise P5DiffError(
            "unknown-filter",
            f"--kind does not know {', '.join(sorted(words - known)) or 'an empty list'}",
            cause="it takes a comma-separated list of fixed words",
            hint=f"use: {', '.join(kind.value for kind in MarkKind)}, or all",
        )
    return frozenset(MarkKind(word) for word in words)


def list_commitments(
    statement: Statement,
    rules: Rules | None = None,
    *,
    kinds: Collection[MarkKind] = (MarkKind.COMMITMENT,),
) -> tuple[ListedSentence, ...]:
    """The sentences of these kinds, in reading order."""
    rules = rules or load_rules()
    marks = commitments.mark(statement, rules)
    tags = topics.tag(statement, rules)
    return tuple(
        ListedSentence(sentence=sentence, mark=marks[sentence.id], topics=tags[sentence.id])
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
