"""Comparisons to draw: made by hand, at random, or from files with a crude aligner of our own.

What is drawn must not depend on how good an alignment is, so nothing here uses `p5diff.align`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import strategies as st

from p5diff.model.alignment import Op, Pair, PairKind, Shape, Span, WordEdit
from p5diff.model.comparison import Change, Comparison, Tally, TopicTag
from p5diff.model.statement import Metadata, Role, Sentence, separator
from p5diff.text.labels import spaced

WORDS = {
    "en": "The Parties resolve to reduce, without delay, their arsenals (of every kind).".split(),
    "fr": "Les Parties s’engagent à réduire « sans délai » leurs arsenaux ; elles l’affirment.".split(),
    "ru": "Стороны обязуются без промедления сократить свои арсеналы «всех видов».".split(),
    "es": "Las Partes se comprometen ¿cuándo? a reducir sus arsenales sin demora.".split(),
    "zh": list("各方承诺毫不拖延地裁减《一切》武库。"),
    "ar": "تلتزم الأطراف بخفض ترساناتها دون إبطاء، من جميع الأنواع.".split(),
}
HOSTILE = [
    "<script>alert(1)</script>",
    "&amp;",
    '"><img src=x onerror=alert(1)>',
    "]]>",
    "{{ 7*7 }}",
    "a\u202eb",
    "\x00",
    "\x1b[31m",
    "{++x++}",
    "**b**",
    "=1+1",
    "\ufffe",
    "𝕏",
]
LABELS = ("", "", "1.", "2.", "(a)", "IV.")


def sentence(text: str, block: int, number: int, label: str = "", role: Role = Role.BODY) -> Sentence:
    paragraph = block + 1 if role is Role.BODY else None
    return Sentence(text=text, block=block, number=number, label=label, role=role, paragraph=paragraph)


def edits(old: str, new: str) -> tuple[WordEdit, ...]:
    """Word edits by difflib: exact, if not clever."""
    pieces = [re.findall(r"\s+|\w+|\W", text) for text in (old, new)]
    result: list[WordEdit] = []
    at = [0, 0]
    for tag, i, j, k, m in difflib.SequenceMatcher(a=pieces[0], b=pieces[1], autojunk=False).get_opcodes():
        texts = "".join(pieces[0][i:j]), "".join(pieces[1][k:m])
        steps = [(Op.KEEP, texts[0])] if tag == "equal" else [(Op.DELETE, texts[0]), (Op.INSERT, texts[1])]
        for op, text in steps:
            if not text:
                continue
            ends = [at[0] + len(text) * (op is not Op.INSERT), at[1] + len(text) * (op is not Op.DELETE)]
            result.append(WordEdit(op=op, text=text, before=Span(at[0], ends[0]), after=Span(at[1], ends[1])))
            at = ends
    return tuple(result)


def pair(
    before: Sequence[Sentence], after: Sequence[Sentence], language: str = "en", *, moved: bool = False
) -> Pair:
    texts = [separator(language).join(s.text for s in side) for side in (before, after)]
    kind = PairKind.NEW if not before else PairKind.DROPPED if not after else PairKind.REWORDED
    if before and after and texts[0] == texts[1]:
        kind = PairKind.UNCHANGED
    sizes = (min(len(before), 2), min(len(after), 2))
    shapes = {(1, 2): Shape.SPLIT, (2, 1): Shape.MERGED, (2, 2): Shape.MANY_TO_MANY}
    return Pair(
        before=tuple(before),
        after=tuple(after),
        kind=kind,
        shape=shapes.get(sizes, Shape.ONE_TO_ONE),
        moved=moved,
        edits=edits(*texts),
    )


def metadata(name: str, language: str = "en", **more: object) -> Metadata:
    return Metadata(ref=f"{name}:{language}", id=name, language=language, **more)  # type: ignore[arg-type]


def comparison(pairs: Sequence[Pair], language: str = "en", **more: object) -> Comparison:
    """A comparison of these pairs; the first word of a sentence serves as its topic now and then."""
    changes = tuple(
        Change(pair=p, topics=(TopicTag(topic="arms"),) if number % 3 == 0 else ())
        for number, p in enumerate(pairs)
    )
    values: dict[str, object] = {
        "before": metadata("old", language),
        "after": metadata("new", language),
        "changes": changes,
        "tally": Tally.of(changes),
        "topics": (("arms", "Arms"),),
    }
    return Comparison(**{**values, **more})  # type: ignore[arg-type]


def from_paragraphs(
    before: Sequence[Sequence[str]], after: Sequence[Sequence[str]], language: str = "en"
) -> Comparison:
    """Two texts as paragraphs of sentences, paired one to one by difflib where alike enough."""
    sides = [
        [sentence(t, block, n) for block, ts in enumerate(text) for n, t in enumerate(ts, start=1)]
        for text in (before, after)
    ]
    texts = [[s.text for s in side] for side in sides]
    pairs: list[Pair] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(a=texts[0], b=texts[1], autojunk=False).get_opcodes():
        olds, news = sides[0][i:j], sides[1][k:m]
        common = min(len(olds), len(news)) if tag in ("equal", "replace") else 0
        pairs += [pair([o], [n], language) for o, n in zip(olds[:common], news[:common], strict=True)]
        pairs += [pair([o], [], language) for o in olds[common:]]
        pairs += [pair([], [n], language) for n in news[common:]]
    return comparison(pairs, language)


def paragraphs_of(text: str) -> list[list[str]]:
    """A file of ../shared/data as paragraphs of sentences, cut crudely, front matter dropped."""
    body = re.sub(r"\A(---|\+\+\+)\n.*?\n\1\n", "", text, flags=re.S)
    blocks = [" ".join(block.split()).lstrip("#* ") for block in re.split(r"\n\s*\n", body)]
    cut = [[s for s in re.split(r"(?<=[.!?。؟])\s*(?=\S)", block) if s] for block in blocks if block]
    return [block for block in cut if block]


def texts(side: str, compared: Comparison) -> list[str]:
    """The paragraphs of one side as a reader prints them, labels included: what must come back."""
    language = getattr(compared, side).language
    found = [s for change in compared.changes for s in getattr(change.pair, side)]
    blocks: dict[int, list[Sentence]] = {}
    for item in sorted(found, key=lambda s: (s.block, s.number)):
        blocks.setdefault(item.block, []).append(item)
    return [
        spaced(items[0].label) + separator(language).join(s.text for s in items) for items in blocks.values()
    ]


@st.composite
def comparisons(draw: st.DrawFn, *, hostile: bool = True, labels: bool = True) -> Comparison:
    """Random comparisons in six scripts: n-m pairs, moves flagged or not, other paragraphs."""
    language = draw(st.sampled_from(sorted(WORDS)))
    vocabulary = WORDS[language] + (HOSTILE if hostile else [])
    words = st.lists(st.sampled_from(vocabulary), min_size=1, max_size=6)
    between = separator(language)
    shapes = draw(
        st.lists(
            st.sampled_from([(1, 1), (1, 1), (1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2)]),
            min_size=1,
            max_size=7,
        )
    )
    order = list(range(len(shapes)))
    if draw(st.booleans()):
        order = draw(st.permutations(order))
    sources = [draw(words) for _ in shapes]
    sides: list[list[list[Sentence]]] = []
    for side, sequence in ((0, range(len(shapes))), (1, order)):
        sides.append(_side(draw, [(n, shapes[n][side]) for n in sequence], sources, between, side, labels))
    moved = {n for a, b in pairwise(order) if b < a for n in (a, b)[: draw(st.integers(0, 2))]}
    pairs = [pair(sides[0][n], sides[1][n], language, moved=n in moved) for n in range(len(shapes))]
    shuffled = draw(st.permutations(pairs)) if draw(st.booleans()) else pairs
    return comparison(shuffled, language)


def _side(
    draw: st.DrawFn,
    sequence: list[tuple[int, int]],
    sources: list[list[str]],
    between: str,
    side: int,
    labels: bool,
) -> list[list[Sentence]]:
    """The sentences of one side, by pair, with paragraph breaks drawn between them."""
    made: list[list[Sentence]] = [[] for _ in sources]
    block, number = 0, 0
    label, role = "", Role.BODY
    for index, count in sequence:
        for part in range(count):
            if number == 0 or draw(st.integers(0, 2)) == 0:
                block, number = block + (number > 0), 0
                label = draw(st.sampled_from(LABELS)) if labels else ""
                role = draw(st.sampled_from([Role.BODY, Role.BODY, Role.HEADING, Role.TITLE]))
            number += 1
            words = list(sources[index])
            if side and draw(st.booleans()):
                words.insert(draw(st.integers(0, len(words))), draw(st.sampled_from(["X1", "yy"])))
            text = between.join(words) if not part else between.join(words[::-1])
            made[index].append(sentence(text, block, number, label, role))
    return made
