"""Texts in six scripts, with combining marks and characters outside the basic plane."""

from __future__ import annotations

from hypothesis import strategies as st

from p5diff.model.statement import Metadata, Paragraph, Role, Sentence, Statement
from tests.cases import cases

law = cases(300)

_WORDS = (
    "the P5 reaffirm their NPT CD/1864 thirty (30) New-START P5’s commitment, commitment. "
    "«x» “y” [shall] 1,000.5 - – "
    "les États dotés réaffirment l’article 6 ; désarmement e\u0301té "
    "ядерное разоружение ё Договор е\u0301 2010 г. "
    "نزع السلاح النووي مُعاهَدة ٢٠١٠ ، "
    "五 核 国 重申 不扩散核武器条约 《条约》 ， 。 2010年 𠀀 が か\u3099 "
    "परमाणु क्षि নি한국 \u1100\u1161\u11a8 👩\u200d👧 🇫🇷 🇬🇧 👍🏽 𝒳 "
).split()
_SPACES = [
    " ",
    " ",
    " ",
    " ",
    "",
    "  ",
    "\n",
    "\r\n",
    "\u00a0",
    "\t",
    " \u0301",
    "\u200d",
    "\u0301",
    "\u0600",
]

words = st.one_of(st.sampled_from(_WORDS), st.text(max_size=3))
texts = st.lists(st.tuples(words, st.sampled_from(_SPACES)), max_size=14).map(
    lambda parts: "".join(word + space for word, space in parts)
)
languages = st.sampled_from(["en", "fr", "es", "ru", "ar", "zh", "xx"])


@st.composite
def revised(draw: st.DrawFn) -> tuple[str, str]:
    """A text and a revision of it: words dropped, added, exchanged, respaced."""
    parts = draw(st.lists(st.tuples(words, st.sampled_from(_SPACES)), min_size=1, max_size=14))
    other = list(parts)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(other)))
        change = draw(st.sampled_from("dixs"))
        if change == "i" or place == len(other):
            other.insert(place, (draw(words), draw(st.sampled_from(_SPACES))))
        elif change == "d":
            del other[place]
        elif change == "x":
            other[place] = (draw(words), other[place][1])
        else:
            other[place] = (other[place][0], draw(st.sampled_from(_SPACES)))
    return "".join(w + s for w, s in parts), "".join(w + s for w, s in other)


sentences = st.lists(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7).map(" ".join), min_size=1, max_size=4
)
documents = st.lists(sentences, max_size=6)


def statement(paragraphs: list[list[str]], language: str = "en", labels: tuple[str, ...] = ()) -> Statement:
    """A statement of body paragraphs, numbered from 1, labelled if labels are given."""
    made = []
    for block, texts_ in enumerate(paragraphs):
        label = labels[block] if labels else ""
        own = tuple(
            Sentence(text=text, block=block, number=k, paragraph=block + 1, label=label if k == 1 else "")
            for k, text in enumerate(texts_, start=1)
        )
        made.append(Paragraph(sentences=own, role=Role.BODY, number=block + 1, label=label))
    return Statement(meta=Metadata(ref="x", id="x", language=language), paragraphs=tuple(made))


@st.composite
def two_documents(draw: st.DrawFn) -> tuple[list[list[str]], list[list[str]]]:
    """A document and one made from it: paragraphs moved, dropped, repeated, reworded, added."""
    before = draw(documents)
    after = [list(p) for p in before]
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(after)))
        change = draw(st.sampled_from("drnm"))
        if change == "n" or place == len(after):
            after.insert(place, draw(sentences))
        elif change == "d":
            del after[place]
        elif change == "m":
            after.insert(draw(st.integers(0, len(after) - 1)), after.pop(place))
        else:
            after[place][0] += " " + draw(st.sampled_from(_WORDS))
    return before, after
