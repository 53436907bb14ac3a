"""Values for property tests: any comparison the types allow, and texts in six scripts."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from p5diff.model.alignment import Pair, Span, WordEdit
from p5diff.model.comparison import (
    Change,
    CommitmentMark,
    Comparison,
    Evidence,
    LedgerEntry,
    Provenance,
    RuleSet,
    SetAsideChange,
    SetAsideChanges,
    Shift,
    Tally,
    TopicTag,
)
from p5diff.model.setaside import SetAside
from p5diff.model.statement import Metadata, Sentence, SourceRecord

# Letters of six scripts, digits, marks that combine, characters outside the basic plane, and
# what breaks careless code: quotation marks, brackets, markup, joiners.
ALPHABET = "abcé ï. 中文，。《》абвё アبتث٣ şñ¿ 12 e\u0301 مَُ 𝒳𠀀👩🏽‍🚀 <b>&\"' «»“”―– (a)"
texts = st.text(st.sampled_from(sorted(set(ALPHABET))), max_size=40)
names = st.sampled_from(["a", "washington-2012", "zh", "ctbt", "x.y"])
small = st.integers(0, 30)
spans = st.tuples(small, small).map(lambda t: Span(min(t), max(t)))
pairs_of_text = st.dictionaries(names, texts, max_size=2).map(lambda d: tuple(d.items()))


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


sentences = st.builds(
    Sentence, text=texts, block=small, number=small, label=texts, paragraph=st.none() | small
)
evidence = st.builds(Evidence, sentence=names, span=spans, text=texts)
edits = st.builds(WordEdit, text=texts, before=spans, after=spans)
pairs = st.builds(
    Pair,
    before=some(sentences),
    after=some(sentences),
    edits=some(edits),
    similarity=st.floats(0, 1),
    confidence=st.floats(0, 1),
)
changes = st.builds(
    Change,
    pair=pairs,
    topics=some(st.builds(TopicTag, topic=names, evidence=some(evidence))),
    marks=some(st.builds(CommitmentMark, sentence=names, evidence=some(evidence), instruments=some(texts))),
    shifts=some(st.builds(Shift, aspect=names, evidence=some(evidence))),
)
asides = st.builds(SetAside, text=texts, place=texts, label=names, sentence=names)
aside_changes = st.builds(
    SetAsideChange, before=st.none() | asides, after=st.none() | asides, edits=some(edits)
)
metadata = st.builds(
    Metadata,
    ref=texts,
    id=names,
    language=names,
    titles=pairs_of_text,
    dates=some(names),
    parties=some(names),
    symbols=some(names),
    not_covered=some(names),
    source=st.builds(SourceRecord, path=texts),
)


def comparisons() -> st.SearchStrategy[Comparison]:
    """Any comparison the types allow."""
    return st.builds(
        Comparison,
        before=metadata,
        after=metadata,
        changes=some(changes),
        tally=st.builds(Tally),
        ledger=some(st.builds(LedgerEntry, category=names, value=texts, status=names)),
        topics=pairs_of_text,
        set_aside=st.builds(SetAsideChanges, changes=some(aside_changes)),
        provenance=st.builds(Provenance, rules=some(st.builds(RuleSet, name=names, sha256=names))),
    )
