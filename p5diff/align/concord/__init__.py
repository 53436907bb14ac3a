"""Align two language versions of one text.

Sentences are linked one to one, or in small groups, in order, by dynamic programming over what two
languages have in common: length (Gale and Church 1993), paragraphs, labels and roles, figures and
names that stand in both (anchors), words that a list for all languages has under one entry (senses),
words of common origin (Simard et al. 1992), and words that turn out to stand in the same places
(learned from the pair itself, a sentence never from its own link). What that leaves alone may be
linked across others, on strong evidence only.

    Gale and Church, A Program for Aligning Sentences in Bilingual Corpora, CL 19(1), 1993
    Simard, Foster and Isabelle, Using Cognates to Align Sentences in Bilingual Corpora, 1992
    Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, CL 19(1), 1993
"""

from __future__ import annotations

from collections.abc import Mapping

from p5diff import language as languages
from p5diff.align.concord.evidence import Lexicon, TranslationEvidence
from p5diff.align.concord.moves import with_moves
from p5diff.align.concord.path import best_path, posteriors
from p5diff.align.concord.units import units
from p5diff.align.semantic import Likeness
from p5diff.model.concordance import ConcordLink
from p5diff.model.statement import Statement

_ROUNDS = 3
"""Alignments in turn, each with what the one before taught about lengths and words: each costs as much
as the first, and what it can still teach grows less."""

_OPEN = 0.8
"""Confidence below which wording leaves a link open, so that a model of meaning is asked; of the links
above it 99 in 100 are right."""

Anchors = Mapping[str, frozenset[str]]
"""Sentence id → what it names, in words that do not depend on its language."""

__all__ = ["Anchors", "Likeness", "concord"]


def concord(
    before: Statement,
    after: Statement,
    anchors: tuple[Anchors, Anchors] = ({}, {}),
    likeness: Likeness | None = None,
    senses: tuple[Anchors, Anchors] = ({}, {}),
) -> tuple[ConcordLink, ...]:
    """The links between two language versions, in the order of the text before.

    `anchors` hold what the sentences of each side name, `senses` what their words may say. `likeness`, where
    a model of meaning is at hand, gives how alike two sentences are.
    """
    one = units(before, anchors[0], senses[0])
    two = units(after, anchors[1], senses[1])
    evidence = TranslationEvidence(
        one, two, languages.get(before.meta.language), languages.get(after.meta.language)
    )
    path = best_path(evidence)
    for _ in range(_ROUNDS - 1):
        evidence.learn(Lexicon(one, two, path), path)
        path = best_path(evidence)
    chances = posteriors(evidence, path)
    if likeness is not None:
        evidence.ask(likeness, [(g, chance < _OPEN) for g, chance in zip(path, chances, strict=True)])
        path = best_path(evidence)
        chances = posteriors(evidence, path)
    return tuple(
        ConcordLink(
            before=tuple(one[i].id for i in group.before),
            after=tuple(two[j].id for j in group.after),
            confidence=round(chance, 3),
            moved=moved,
        )
        for group, chance, moved in with_moves(evidence, list(zip(path, chances, strict=True)))
    )
