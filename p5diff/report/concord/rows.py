"""What every output of a concordance shows: its links as rows, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from p5diff import language as languages
from p5diff.model.concordance import Concordance, ConcordLink, Discrepancy, DiscrepancyKind
from p5diff.model.statement import Sentence
from p5diff.text.labels import spaced

UNSURE = 0.5
"""Confidence below which a link is shown as one to check: likelier wrong than right."""
LABELS: Mapping[DiscrepancyKind, str] = {
    DiscrepancyKind.ONLY_BEFORE: "without a counterpart",
    DiscrepancyKind.ONLY_AFTER: "without a counterpart",
    DiscrepancyKind.NUMBER: "number",
    DiscrepancyKind.DATE: "date",
    DiscrepancyKind.SYMBOL: "symbol",
    DiscrepancyKind.INSTRUMENT: "instrument",
    DiscrepancyKind.BODY: "body",
    DiscrepancyKind.STATE: "State",
    DiscrepancyKind.POLARITY: "polarity",
    DiscrepancyKind.STRENGTH: "strength",
    DiscrepancyKind.LENGTH: "length",
}


class ConcordRow(NamedTuple):
    """A link as every output shows it: its sentences, and what differs in it."""

    link: ConcordLink
    before: tuple[Sentence, ...]
    after: tuple[Sentence, ...]
    discrepancies: tuple[Discrepancy, ...]


def rows(concordance: Concordance) -> tuple[ConcordRow, ...]:
    """The links in order, each with its sentences and discrepancies."""
    ours = {s.id: s for s in concordance.before_sentences}
    theirs = {s.id: s for s in concordance.after_sentences}
    told: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Discrepancy]] = {}
    for item in concordance.discrepancies:
        told.setdefault((item.before, item.after), []).append(item)
    return tuple(
        ConcordRow(
            link,
            tuple(ours[i] for i in link.before),
            tuple(theirs[i] for i in link.after),
            tuple(told.get((link.before, link.after), ())),
        )
        for link in concordance.links
    )


def summary(concordance: Concordance) -> str:
    """How much is linked, how much is not, and what to look at, in a line."""
    both = [link for link in concordance.links if link.before and link.after]
    parts = [f"{len(both)} {'link' if len(both) == 1 else 'links'}"]
    for meta, alone in (
        (concordance.before, [link.before for link in concordance.links if not link.after]),
        (concordance.after, [link.after for link in concordance.links if not link.before]),
    ):
        count = sum(map(len, alone))
        if count:
            words = "sentence" if count == 1 else "sentences"
            name = languages.get(meta.language).NAME
            parts.append(f"{count} {words} of the {name} text without a counterpart")
    unsure = sum(link.confidence < UNSURE for link in concordance.links)
    parts += [f"{unsure} to check"] if unsure else []
    return ", ".join(
        [*parts, f"{(n := len(concordance.discrepancies))} {'discrepancy' if n == 1 else 'discrepancies'}"]
    )


def places(item: Discrepancy | ConcordLink) -> str:
    """The sentences of both sides by id."""
    return f"{'+'.join(item.before) or '–'} ↔ {'+'.join(item.after) or '–'}"


def labelled(sentence: Sentence) -> str:
    """The sentence with its paragraph's label, where it opens it."""
    return f"{spaced(sentence.label)}{sentence.text}" if sentence.number == 1 else sentence.text
