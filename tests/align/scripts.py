"""Documents in eight scripts and revisions of them: moved, split, merged, reworded, near-twins.

Every script brings what breaks careless code: marks that combine, composed or not, vowel signs,
conjuncts, joiners, variation selectors, characters outside the basic plane, flags and keycaps.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from p5diff.model.statement import Statement
from tests.align.strategies import statement


@dataclass(frozen=True, slots=True)
class Script:
    """A language tag for the aligner, words, what stands between words, what ends a sentence."""

    language: str
    words: tuple[str, ...]
    space: str = " "
    stop: str = "."


def _script(language: str, words: str, space: str = " ", stop: str = ".") -> Script:
    return Script(language, tuple(words.split()), space, stop)


SCRIPTS = {
    "Latin": _script(
        "fr",
        "les États re\u0301affirment l’article 6 sept d’ici 2015 New-START CD/1864 désarmement no\u0302tent "
        "leur œuvre co-opération (a) [devraient] « traite\u0301 » 𝒳 ﬁn n\u0303u\u0308",
    ),
    "Han": _script(
        "zh",
        "五国 重申 支持 不扩散核武器条约 《条约》 葛\U000e0100城 𠀀国 〇 2010年 ， 同意 三十（30）日 "
        "か\u3099 P5 核査 不 尽早 谈判",
        space="",
        stop="。",
    ),
    "Cyrillic": _script(
        "ru",
        "стороны подчёркивают подче\u0308ркивают дого\u0301вор № 7 г. «ядерного» не и\u0306 й разоружения "
        "о\u0483 должны могут до 2014 Нью-Йорке S/2012/4",
    ),
    "Arabic": _script(
        "ar",
        "تؤكد الدول التزامَها التزامها بالمُعاهَدة ٢٠١٠ ، نــزع السلاح لا ا\u0653 \u06dd٣ \u0600٤٥ هـ\u200d "
        "«الأسلحة» النووية من\u064f\u0651 ستعقد",
    ),
    "Devanagari": _script(
        "xx",
        "परमाणु क्षि क्\u200dष राष्ट्रों ने संधि पर नि र्\u200dय १२ शस्त्रों हीं की\u0902 नहीं । ड\u093c ॐ दृष्टि",
    ),
    "Thai": _script("xx", "ที่ ประชุม น\u0e33 ห้า รัฐ ย\u0e37\u0e48น ไม่ สนธิ สัญญา ๒๕๕๓ กำลัง นิวเคลียร์ ปี่"),
    "Hangul": _script(
        "xx",
        "핵무기 \u1112\u1162\u11a8 국가들은 \u1100\u1161 조약을 한국 "
        "\u1100\u1161\u11a8\u0301 제3조 아니 2010년 각 협상",
    ),
    "Signs": _script(
        "en",
        "👩\u200d👩\u200d👧 🇫🇷🇬🇧 🇨🇳 ❤\ufe0f 1\ufe0f\u20e3 👍🏽 🏴\U000e0067\U000e0062\U000e007f 𝒳\u0301 "
        "the no ☎\ufe0e "
        "A\u20dd ℹ\ufe0f\u200d👧 x\u0338 ൎക \x1b\u200d\u0600two a\u034fb",
    ),
}


def _sentence(script: Script, least: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(script.words), min_size=least, max_size=8)


Draft = list[list[list[str]]]
"""Paragraphs of sentences of words."""


def _reword(draw: st.DrawFn, draft: Draft, block: int, script: Script) -> None:
    words = draw(st.sampled_from(draft[block]))
    place = draw(st.integers(0, len(words) - 1))
    words[place : place + draw(st.integers(0, 1))] = [draw(st.sampled_from(script.words))]


def _split(draw: st.DrawFn, draft: Draft, block: int, script: Script) -> None:
    place = draw(st.integers(0, len(draft[block]) - 1))
    words = draft[block][place]
    if len(words) > 3:
        draft[block][place : place + 1] = [words[: len(words) // 2], words[len(words) // 2 :]]


def _merge(draw: st.DrawFn, draft: Draft, block: int, script: Script) -> None:
    if len(draft[block]) > 1:
        draft[block][:2] = [draft[block][0] + draft[block][1]]


def _twin(draw: st.DrawFn, draft: Draft, block: int, script: Script) -> None:
    words = draw(st.sampled_from(draft[block]))
    draft[block].append([*words[:-1], draw(st.sampled_from(script.words))])


def _move(draw: st.DrawFn, draft: Draft, block: int, script: Script) -> None:
    draft.insert(draw(st.integers(0, len(draft) - 1)), draft.pop(block))


def _carry(draw: st.DrawFn, draft: Draft, block: int, script: Script) -> None:
    sentence = draft[block].pop()
    draft[draw(st.integers(0, len(draft) - 1))].insert(0, sentence)
    if not draft[block]:
        del draft[block]


def _drop(draw: st.DrawFn, draft: Draft, block: int, script: Script) -> None:
    del draft[block]


def _add(draw: st.DrawFn, draft: Draft, block: int, script: Script) -> None:
    draft.insert(block, [draw(_sentence(script))])


_CHANGES = (_reword, _reword, _split, _merge, _twin, _move, _carry, _drop, _add)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Statement, Statement]:
    """A statement in one script and a revision of it."""
    script = SCRIPTS[draw(st.sampled_from(sorted(SCRIPTS)))]
    before = draw(st.lists(st.lists(_sentence(script, 4), min_size=1, max_size=3), min_size=1, max_size=4))
    after = [[list(words) for words in paragraph] for paragraph in before]
    for change in draw(st.lists(st.sampled_from(_CHANGES), max_size=4)):
        if after:
            change(draw, after, draw(st.integers(0, len(after) - 1)), script)
    return _printed(before, script), _printed(after, script)


def _printed(draft: Draft, script: Script) -> Statement:
    texts = [[script.space.join(words) + script.stop for words in paragraph] for paragraph in draft]
    return statement(texts, script.language)
