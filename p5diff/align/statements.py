"""Two statements in, one `Alignment` out: sentence pairs with word edits, and the paragraph view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from p5diff import language as languages
from p5diff.align.engine import Linkage, is_turned, run
from p5diff.align.paragraphs import paragraph_links, shape_of
from p5diff.align.passes.agree import Agreed, agreed, are_told, settled
from p5diff.align.passes.groups import UnitGroup, grouped, in_reading_order, mark_moved
from p5diff.align.passes.links import SETTLED, Link
from p5diff.align.passes.meaning import by_meaning
from p5diff.align.passes.renumber import renumberings
from p5diff.align.pause import collector_paused
from p5diff.align.semantic import Likeness, asked
from p5diff.align.settings import DEFAULT, Settings
from p5diff.align.units.hints import Hints
from p5diff.align.units.lexicon import reader_for
from p5diff.align.units.wordtext import Reader
from p5diff.align.words.changes import WordDiffer
from p5diff.model.alignment import Alignment, Note, Op, Pair, PairKind, WordEdit
from p5diff.model.statement import Role, Sentence, Statement, separator

TopicHints = tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]
"""Sentence id → topic ids, of the text before and of the text after."""

_ROLES = {Role.TITLE: "t", Role.HEADING: "t", Role.BODY: "b"}
"""Titles align with titles and headings, body with body, the rest (letter, signature …) with the rest."""


@collector_paused()
def align(
    before: Statement,
    after: Statement,
    *,
    settings: Settings = DEFAULT,
    topics: TopicHints | None = None,
    terms: frozenset[str] = frozenset(),
    likeness: Likeness | None = None,
) -> Alignment:
    """Who corresponds to whom between two statements, and which words changed.

    Every sentence of each side is in exactly one pair. `topics` helps where wording alone does
    not decide; `terms` are terms that no word highlight may cut; `likeness`, where a model of meaning
    is at hand, is asked about sentences that wording leaves alone on both sides. Where a bound of work was
    reached, a note says so. The two texts should be in one language.
    """
    ours, theirs = list(before.sentences()), list(after.sentences())
    reader = reader_for(languages.get(after.meta.language), keep=True)
    hints = _hints(ours, theirs, topics)
    words = [s.text for s in ours], [s.text for s in theirs]
    found = run(*words, settings=settings, hints=hints, reader=reader)
    links, apart = _with_paragraphs(found, (before, after), hints, settings, reader)
    if likeness is not None:
        alike = partial(_alike, likeness, ours, theirs)
        links = by_meaning(links, (len(ours), len(theirs)), alike, hints.foreign)
    turned = is_turned(*words)
    maker = _PairMaker(ours, theirs, (before.meta.language, after.meta.language), WordDiffer(reader, terms))
    pairs = tuple(maker.pair(group) for group in _ordered(links, ours, theirs, turned=turned))
    paragraphs = paragraph_links(pairs, before.paragraphs, after.paragraphs, turned=turned, apart=apart)
    return Alignment(
        pairs=pairs,
        paragraphs=paragraphs,
        renumbered=renumberings(paragraphs, before.paragraphs, after.paragraphs),
        settings=(*settings.as_items(), *asked(likeness)),
        notes=_notes(found.bounded, maker.words.bounded),
    )


def _alike(likeness: Likeness, ours: Sequence[Sentence], theirs: Sequence[Sentence], i: int, j: int) -> float:
    """What the model of meaning says of two sentences, by their numbers."""
    return likeness(ours[i].id, theirs[j].id)


def _with_paragraphs(
    found: Linkage,
    texts: tuple[Statement, Statement],
    hints: Hints,
    settings: Settings,
    reader: Reader,
) -> Agreed:
    """The links, once the paragraphs have been aligned as wholes, and the paragraphs they do not tie."""
    sentences = tuple(list(text.sentences()) for text in texts)
    links = found.links
    if all(link.found_by in SETTLED for link in links) or all(
        len(side) == len(text.paragraphs) for side, text in zip(sentences, texts, strict=True)
    ):
        return Agreed(links, frozenset())
    blocks = tuple([s.block for s in side] for side in sentences)
    if are_told(links, (blocks[0], blocks[1])):
        return Agreed(links, frozenset())
    parts = tuple([[s.text for s in p.sentences] for p in text.paragraphs] for text in texts)
    joint = separator(texts[1].meta.language)
    wholes = tuple([joint.join(sentences) for sentences in side] for side in parts)
    whole = run(
        wholes[0],
        wholes[1],
        settings=settings,
        hints=_of_paragraphs(hints, texts),
        reader=reader.of_paragraphs(parts, wholes),
        given=settled(links, (blocks[0], blocks[1])),
    )
    words = tuple(["".join(reader.known(s.text)) for s in side] for side in sentences)
    turned = is_turned(*([s.text for s in side] for side in sentences))
    return agreed(
        links,
        whole.links,
        (blocks[0], blocks[1]),
        (words[0], words[1]),
        turned=turned,
        rewritten=found.rewritten,
    )


def _of_paragraphs(hints: Hints, texts: tuple[Statement, Statement]) -> Hints:
    """What is known of the sentences, gathered by paragraph."""
    topics, roles = [], []
    for side, text in enumerate(texts):
        known = iter(zip(hints.topics[side], hints.roles[side], strict=True))
        gathered = [[next(known) for _ in p.sentences] for p in text.paragraphs]
        topics.append([frozenset[str]().union(*[t for t, _ in some]) for some in gathered])
        roles.append([some[0][1] if some else "o" for some in gathered])
    return Hints(topics=tuple(topics), roles=tuple(roles))


def _hints(ours: Sequence[Sentence], theirs: Sequence[Sentence], topics: TopicHints | None) -> Hints:
    known = topics or ({}, {})
    return Hints(
        topics=tuple(
            [m.get(s.id, frozenset()) for s in side] for side, m in zip((ours, theirs), known, strict=True)
        ),
        roles=tuple([_ROLES.get(s.role, "o") for s in side] for side in (ours, theirs)),
    )


def _ordered(
    links: Sequence[Link], ours: Sequence[Sentence], theirs: Sequence[Sentence], *, turned: bool
) -> Sequence[UnitGroup]:
    """The groups that the links make, those that moved marked, as a reader meets them."""
    groups = grouped(links)
    mark_moved(groups, [_size(g, ours, theirs) for g in groups], turned=turned)
    return in_reading_order(groups, (len(ours), len(theirs)))


def _size(group: UnitGroup, ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> int:
    return sum(len(ours[i].text) for i in group.before) + sum(len(theirs[j].text) for j in group.after)


def _notes(alignment: bool, words: int) -> tuple[Note, ...]:
    notes = []
    if alignment:
        notes.append(
            Note(
                slug="alignment-bounded",
                message="the texts are so large or repetitive that not every counterpart was looked at",
            )
        )
    if words:
        notes.append(
            Note(
                slug="words-bounded",
                message=f"in very long passages ({words}) words were compared piece by piece",
            )
        )
    return tuple(notes)


class _PairMaker:
    """Turns groups into pairs."""

    def __init__(
        self,
        ours: Sequence[Sentence],
        theirs: Sequence[Sentence],
        languages: tuple[str, str],
        words: WordDiffer,
    ) -> None:
        self._ours, self._theirs = ours, theirs
        self._separators = separator(languages[0]), separator(languages[1])
        self.words = words

    def pair(self, group: UnitGroup) -> Pair:
        before = tuple(self._ours[i] for i in group.before)
        after = tuple(self._theirs[j] for j in group.after)
        text = self._separators[0].join([s.text for s in before])
        other = self._separators[1].join([s.text for s in after])
        edits = self.words.diff(text, other)
        return Pair(
            before=before,
            after=after,
            kind=_kind(before, after, edits),
            shape=shape_of(len(before), len(after)),
            moved=group.moved,
            similarity=_similarity(text, other, edits),
            confidence=group.confidence,
            found_by=group.found_by,
            edits=edits,
        )


def _kind(before: Sequence[Sentence], after: Sequence[Sentence], edits: Sequence[WordEdit]) -> PairKind:
    if not before or not after:
        return PairKind.NEW if after else PairKind.DROPPED
    changes = [e for e in edits if e.op is not Op.KEEP]
    if not changes:
        return PairKind.UNCHANGED
    return PairKind.EDITORIAL if all(e.editorial for e in changes) else PairKind.REWORDED


def _similarity(before: str, after: str, edits: Sequence[WordEdit]) -> float:
    """Share of the print of both texts that is kept, to three places."""
    if not before or not after or before == after:
        return float(bool(before and after))
    kept = sum(len(e.text) for e in edits if e.op is Op.KEEP)
    return round(2 * kept / (len(before) + len(after)), 3)
