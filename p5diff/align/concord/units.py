"""A sentence as what can be compared across languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from p5diff import language as languages
from p5diff.language import Language
from p5diff.memo import memo
from p5diff.model.statement import Role, Statement
from p5diff.text.fold import fold
from p5diff.text.tokens import printed_tokens

_SHORTEST = 3
"""Letters below which a word of an alphabet is a function word more often than not."""
_FIGURES = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f ]\d{3})*")
_HAN_DIGITS = "〇一二三四五六七八九"


class Unit(NamedTuple):
    """One sentence. `size`: letters, without spaces. `words`: stems of its content words, in Chinese
    pairs of neighbouring characters. `sounds`: forms by which words of one origin are known. `senses`:
    what its words may say, by a list for all languages. `block`: number
    of its paragraph; `first`, `last`: whether it opens or closes it. `rank`: what its label counts."""

    id: str
    size: int
    words: frozenset[str]
    sounds: frozenset[str]
    anchors: frozenset[str]
    senses: frozenset[str]
    block: int
    first: bool
    last: bool
    role: Role
    rank: str


def units(
    statement: Statement,
    anchors: Mapping[str, frozenset[str]],
    senses: Mapping[str, frozenset[str]],
) -> list[Unit]:
    """The sentences of a statement, in order."""
    language = languages.get(statement.meta.language)
    found: list[Unit] = []
    for block, paragraph in enumerate(statement.paragraphs):
        for at, sentence in enumerate(paragraph.sentences):
            words = content(sentence.text, language)
            found.append(
                Unit(
                    id=sentence.id,
                    size=max(sum(not c.isspace() for c in sentence.text), 1),
                    words=frozenset(words),
                    sounds=frozenset(s for w in _spelled(sentence.text) if (s := sound(w))),
                    anchors=anchors.get(sentence.id, frozenset()) | figures(sentence.text, language),
                    senses=senses.get(sentence.id, frozenset()),
                    block=block,
                    first=at == 0,
                    last=at == len(paragraph.sentences) - 1,
                    role=paragraph.role,
                    rank=rank(paragraph.label) if at == 0 else "",
                )
            )
    return found


def content(text: str, language: Language) -> tuple[str, ...]:
    """Stems of the content words of a text; in Chinese pairs of neighbouring characters."""
    tokens = [t.casefold() for t in printed_tokens(text)]
    if not language.SEPARATOR:
        return tuple(a + b for a, b in pairwise(tokens) if a[-1].isalpha() and b[0].isalpha())
    return tuple(
        fold(t, language=language)[: language.STEM]
        for t in tokens
        if len(t) >= _SHORTEST and t[0].isalpha() and t not in language.COMMON_WORDS
    )


def figures(text: str, language: Language) -> frozenset[str]:
    """The figures of a text as plain digits, whatever script and grouping they are printed in."""
    found = {f"figure {_plain(match.group())}" for match in _FIGURES.finditer(text)}
    if not language.SEPARATOR:
        found |= {
            "figure " + "".join(str(_HAN_DIGITS.index(c)) for c in match.group())
            for match in re.finditer(rf"[{_HAN_DIGITS}]{{4}}(?=年)", text)
        }
    return frozenset(found)


def _plain(number: str) -> str:
    return "".join(str(unicodedata.decimal(c)) for c in number if c.isdecimal())


def rank(label: str) -> str:
    """What a label counts ("4.", "第四条", "Article 4" → "4"; "(a)" → "a"), or nothing."""
    digits = _plain(label)
    if digits:
        return digits
    han = "".join(c for c in label if c in _HAN_DIGITS + "十")
    if han:
        tens, ten, ones = han.partition("十")
        if ten:
            head = _HAN_DIGITS.index(tens) if tens else 1
            return str(10 * head + (_HAN_DIGITS.index(ones) if ones else 0))
        return str(_HAN_DIGITS.index(han)) if len(han) == 1 else ""
    letter = re.fullmatch(r"\W*([A-Za-z])\W*", label)
    return letter[1].lower() if letter else ""


def _spelled(text: str) -> list[str]:
    return [t for t in printed_tokens(text) if len(t) > _SHORTEST and t[0].isalpha()]


_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэ", "abvgdezijklmnoprstufie", strict=True))
    | {"ж": "g", "х": "h", "ц": "c", "ч": "c", "ш": "s", "щ": "s", "ю": "u", "я": "a", "ь": "", "ъ": ""}
)
_ALIKE = ((r"ph", "f"), (r"th", "t"), (r"[qk]u?", "c"), (r"x", "cs"), (r"w", "v"), (r"y|j", "i"), (r"z", "s"))
_VOWELS = re.compile(r"(?<=.)[aeiouy]+")
_SOUND = 4
"""Consonants, with a first vowel, that two words of one origin share at least: "dscr" of
discrimination, discriminación, дискриминация. With fewer, words of different origin
agree too often."""


@memo(65536)
def sound(word: str) -> str:
    """What words of one origin have in common in Latin and Cyrillic, or nothing for other scripts."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LATIN)
    plain = "".join(c for c in plain if c.isalpha())
    if not plain.isascii() or len(plain) <= _SOUND:
        return ""
    for pattern, replacement in _ALIKE:
        plain = re.sub(pattern, replacement, plain)
    plain = re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", plain))
    return plain[:_SOUND] if len(plain) >= _SOUND else ""
