"""Texts to measure speed on, made by rule from public licence texts of the system and ../shared."""

from __future__ import annotations

import random
import re
from pathlib import Path

from p5diff.model.statement import Metadata, Paragraph, Sentence, Statement

_LICENCES = Path("/usr/share/common-licenses")
_DATA = Path(__file__).resolve().parents[1] / ".." / "shared" / "data"
_SENTENCE = re.compile(r'(?<=[.;:])\s+(?=[A-Z"])')

Pair = tuple[list[str], list[str]]
"""Paragraphs before and after."""


def _paragraphs(path: Path) -> list[str]:
    blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    return [" ".join(block.split()) for block in blocks if len(block.strip()) > 20]


def light(words: int = 19_800) -> Pair:
    """Licence texts; 5 % of the words edited, 2 paragraphs moved, 3 dropped, 3 new."""
    before: list[str] = []
    for name in ("GPL-3", "GFDL-1.3", "Apache-2.0", "MPL-2.0", "LGPL-2.1", "GPL-2", "Artistic"):
        before += _paragraphs(_LICENCES / name)
    while sum(len(p.split()) for p in before) > words:
        before.pop()
    return before, _revised(before, random.Random(1))


def _revised(before: list[str], dice: random.Random) -> list[str]:
    stock = [w for p in before for w in p.split()]
    after = [" ".join(_edited(p.split(), stock, dice)) or p for p in before]
    for _ in range(2):
        after.insert(dice.randrange(len(after)), after.pop(dice.randrange(len(after))))
    for _ in range(3):
        after.pop(dice.randrange(len(after)))
    for _ in range(3):
        after.insert(dice.randrange(len(after)), " ".join(dice.choice(stock) for _ in range(80)))
    return after


def _edited(words: list[str], stock: list[str], dice: random.Random, rate: float = 0.05) -> list[str]:
    result: list[str] = []
    for word in words:
        chance = dice.random()
        if chance < 0.4 * rate:
            result.append(dice.choice(stock))
        elif chance > 1 - 0.3 * rate:
            result += [word, dice.choice(stock)]
        elif chance > 0.3 * rate + 0.4 * rate or chance < 0.4 * rate:
            result.append(word)
    return result


def heavy() -> Pair:
    """True revisions, very heavy: older licences and a draft treaty against their successors."""
    before, after = [], []
    for old, new in (("GPL-2", "GPL-3"), ("LGPL-2.1", "LGPL-3"), ("GFDL-1.2", "GFDL-1.3")):
        before += _paragraphs(_LICENCES / old)
        after += _paragraphs(_LICENCES / new)
    if _DATA.is_dir():
        before += _paragraphs(_DATA / "cop21" / "9-dec-2015.md")
        after += _paragraphs(_DATA / "cop21" / "12-dec-2015.md")
    return before, after


def short() -> Pair:
    """300 words, 10 % edits."""
    before = light()[0]
    words = [w for p in before for w in p.split()][500:800]
    return [" ".join(words)], [" ".join(_edited(words, words, random.Random(2), 0.1))]


def synthetic(count: int, seed: int = 3) -> tuple[list[str], list[str], dict[int, int]]:
    """`count` paragraphs of about 84 words: 80 % edited copies in order, 20 % fresh; and after → before."""
    dice = random.Random(seed)
    stock = [f"{a}{b}" for a in _SYLLABLES for b in _SYLLABLES for _ in range(1)]
    weights = [1 / (k + 3) for k in range(len(stock))]
    size = lambda: dice.randrange(60, 108)  # noqa: E731
    before = [" ".join(dice.choices(stock, weights, k=size())) for _ in range(count)]
    after, parent = [], {}
    for k in range(count):
        if k % 5 == 4:
            after.append(" ".join(dice.choices(stock, weights, k=size())))
        else:
            parent[k] = k
            after.append(" ".join(_edited(before[k].split(), stock, dice, 0.15)))
    return before, after, parent


_SYLLABLES = [c + v + e for c in "bdfgklmnprst" for v in "aeiou" for e in ("", "n", "r", "s")]


def pathological(name: str) -> Pair:
    """One of the texts, named in `PATHOLOGICAL`, that make comparison tools hang."""
    dice = random.Random(4)
    ours, theirs = [f"alpha{k}" for k in range(20_000)], [f"beta{k}" for k in range(20_000)]

    def prose(stock: list[str]) -> list[str]:
        return [" ".join(dice.choice(stock) for _ in range(100)) for _ in range(1000)]

    if name == "unrelated, 100k tokens":
        return prose(ours), prose(theirs)
    if name == "same words shuffled, 100k tokens":
        return prose(ours), prose(ours)
    if name == "unrelated, one paragraph of 100k tokens":
        return [" ".join(prose(ours))], [" ".join(prose(theirs))]
    if name == "“the” × 50,000":
        return ["the " * 50_000], ["the of " * 25_000]
    if name == "“the” × 48,000 in sentences":
        return ["the the the."] * 16_000, ["the the of."] * 16_000
    if name == "one paragraph of 5 MB":
        long = " ".join(dice.choice(ours) for _ in range(500_000))
        return [long], [" ".join(_edited(long.split(), theirs, random.Random(5)))]
    words = [dice.choice(ours) for _ in range(40_000)]
    return words[:20_000], words[20_000:]


PATHOLOGICAL = (
    "unrelated, 100k tokens",
    "same words shuffled, 100k tokens",
    "unrelated, one paragraph of 100k tokens",
    "“the” × 50,000",
    "“the” × 48,000 in sentences",
    "one paragraph of 5 MB",
    "20,000 one-word paragraphs",
)


def statement(paragraphs: list[str]) -> Statement:
    """A statement of body paragraphs, cut into sentences at full stops."""
    made = []
    for block, text in enumerate(paragraphs):
        sentences = tuple(
            Sentence(text=s, block=block, number=k, paragraph=block + 1)
            for k, s in enumerate(filter(None, _SENTENCE.split(text)), start=1)
        )
        made.append(Paragraph(sentences=sentences, number=block + 1))
    return Statement(meta=Metadata(ref="x", id="x", language="en"), paragraphs=tuple(made))
