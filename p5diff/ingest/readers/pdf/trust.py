"""Can the characters be trusted that a font says it draws?

A PDF draws glyphs; which characters they are, each font says in a table of its own, and the table may
be missing or wrong (a certified copy, a file made hard to copy). The page then looks right and reads as
rubbish, so nothing but the text itself can tell. Each font is judged by itself: the scripts its
letters belong to, signs inside its words, the commonest words and letters, and whether PDFium found a
table at all. A font is called garbled on counts that no language of the United Nations comes near.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from statistics import mean

from p5diff.ingest.readers.pdf.letterpairs import bare, listed, usual_pairs
from p5diff.ingest.readers.pdf.strokes import find_strokes, without_strokes
from p5diff.language import LANGUAGES

_LEAST_LETTERS = 20
"""Fewer letters of a font (bullets, a bar code, one word) prove nothing."""
_LEAST_SHARE = 0.005
"""A garbled font with less of the document's letters is worth a note only."""
_ODD = 0.05
"""Share of letters of a foreign script, or of words of two scripts: texts have under 0.5 %."""
_SIGNS = 0.1
"""Share of words with a sign inside that stands in no word ("PARTA*E"): texts have under 0.1 %."""
_LEAST_WORDS = 60
"""Words without which the share of common ones says nothing: a page of names has few."""
_FEW_COMMON = 0.06
"""Share of the commonest 290 words of six languages among the words: over a tenth in any text, nothing
but chance in shuffled letters. Languages of other families have none, so this alone is no proof."""
_ALTERNATING = 0.58
"""Share of neighbouring letters of which one is a vowel and one is not: 0.68 and more in texts of six
of the Latin, Cyrillic and Greek scripts, 0.4 in shuffled letters."""
_LEAST_LONG_WORDS = 25
"""Words of three letters and more, without a capital, by which it is judged how letters follow each other."""
_CHANCE_COMMON = 0.12
"""Share of common words that chance makes of so few: a third of the words in texts of the six languages."""
_ODD_PAIRS = -3.5
"""Mean logarithm of the pairs of letters (`usual_pairs`): -2.75 and more in texts of the languages of the
tool, -3.5 and more in most others of their scripts, -4.1 where each letter has the name of another."""
_LEAST_SHUFFLED = 150
"""Han characters from which it is asked whether the frequent ones stand in the wrong places."""
_COMMON_HAN = 0.03
"""Share of the commonest Chinese particles: 0.06 and more in most texts, chance elsewhere."""
_HAN_RATIO = 1.3
"""How much more often such a particle stands than another character: from 2 on in most texts, 1 by chance."""
_WORDS_HAN = 0.06
"""Share of the characters that make words which the languages' lists hold, asked where particles are few:
0.13 and more in 37 texts of 150 characters and more, at most 0.04 where the characters are shuffled."""
_FEW_WORDS_HAN = 0.03
"""The same where they are not: a shuffled character may be as frequent as a particle."""
_HAN_RUN = re.compile("[\u4e00-\u9fff]{2,}")
_LONGEST_HAN_WORD = 4
"""Characters of a word; longer runs are lists of characters."""
_LEAST_HAN = 60
"""Han characters, to the same end."""
_FREQUENT_HAN = 0.3
"""Share of the commonest 400 Han characters: 0.55 and more in each 150 characters of texts that have hardly a
particle, too; at most 0.13 where numbers of glyphs are shifted, and 0.11 in real garbled copies."""
_COMMON_ARABIC = 0.3
"""Share of the seven commonest letters of the Arabic script: over 0.45 in Arabic, Persian and Urdu."""
_MAPPED = 0.5
"""Above this share of characters without a name a font is mistrusted, unless common words read right."""
_KNOWN = 0.05
"""Share of words that are common in a language: running text with fewer is taken for garbled."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGN_INSIDE = re.compile(r"[^\W\d_][*¶$#%^~<>=|\\§¤¥£©®ª¬±²³µ¼½¾÷×{}¡¿\"!]+[^\W\d_]")
_LONG = 3
"""Letters of a piece that may be a word: pieces of one or two are met in garbled text as well."""
_STRANGE = frozenset({"So", "Sk", "Sm", "Cf", "No", "Lm"})
_STRANGE_SHARE = 0.15
"""Share of symbols that are no letters, figures or stops: texts have under 0.03."""
_ACCENTED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{4,}")
_FEW_ACCENTED = 4
"""Such words of four letters and more that chance, or a list of letters, may hold."""
_RARE_LATIN = re.compile("[\u0180-\u019f\u01a2-\u01ae\u01b1-\u0217\u021c-\u0258\u025a-\u02af]")
_RARE_HAN = re.compile("[\u3400-\u4dbf]")
_VOWELS = re.compile("[aeiouyæøœəıаеиоуыэюяієөүәαεηιουω]", re.IGNORECASE)
_ALEF_TO_REH = frozenset("اليىیمونرأإآة")
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "KANGXI"})
_ALWAYS = frozenset({"LATIN", "GREEK", "FEMININE", "MASCULINE", "MICRO", "FULLWIDTH", "MODIFIER"})
_JOINED = frozenset({"LATIN", "CYRILLIC", "ARABIC", "HEBREW"})
"""Scripts of which a word has one."""


@dataclass(slots=True)
class FontText:
    """What one font drew, in the order of the file, and how often its characters had no name."""

    characters: list[str] = field(default_factory=list)
    sampled: int = 0
    unnamed: int = 0


def garbled(fonts: dict[str, FontText]) -> tuple[tuple[str, ...], float]:
    """The names of fonts whose characters cannot be trusted, and their share of all letters (0 to 1)."""
    texts = {name: _plain("".join(font.characters)) for name, font in fonts.items()}
    total = sum(_weight(text) for text in texts.values())
    bad = {name: _weight(texts[name]) for name, font in fonts.items() if _is_garbled(texts[name], font)}
    return tuple(sorted(bad, key=lambda name: -bad[name])), sum(bad.values()) / max(1, total)


def _plain(text: str) -> str:
    """The text without strokes that lengthen Arabic words, whatever they are named: they are no letters."""
    return without_strokes(text, find_strokes([text]))[0]


def stops(share: float) -> bool:
    """Whether so large a share of garbled letters makes the text useless."""
    return share >= _LEAST_SHARE


def _weight(text: str) -> int:
    return sum(not c.isspace() for c in text)


def _is_garbled(text: str, font: FontText) -> bool:
    drawn = [c for c in text if not c.isspace()]
    strange = sum(unicodedata.category(c) in _STRANGE and not c.isascii() for c in drawn)
    if strange > max(_LEAST_LETTERS, _STRANGE_SHARE * len(drawn)) and not _is_single(text):
        return True
    letters = [c for c in text if c.isalpha() or _is_nameless(c)]
    if len(letters) < _LEAST_LETTERS:
        return False
    words = _WORD.findall(text)
    common = sum(word.lower() in common_words() for word in words) / max(1, len(words))
    if font.unnamed > _MAPPED * font.sampled and common < _KNOWN and not _is_single(text):
        return True
    wrong = _is_foreign(letters) or _has_mixed_words(words) or _is_accented(words) or _has_signs(text)
    return wrong or _is_shuffled(words, common)


def _is_single(text: str) -> bool:
    """Bullets and the like: characters that stand alone."""
    pieces = text.split()
    return sum(len(piece) >= _LONG for piece in pieces) < 0.2 * len(pieces)


def _is_nameless(character: str) -> bool:
    return unicodedata.category(character) in {"Co", "Cn"}


def _is_foreign(letters: Sequence[str]) -> bool:
    """Letters that belong to no one script: private or unassigned codes, rare blocks, a medley."""
    scripts = Counter(_script(c) for c in letters)
    main = next((s for s, _ in scripts.most_common() if s and s not in _ALWAYS), "LATIN")
    allowed = _ALWAYS | {main} | (_EAST_ASIAN if main in _EAST_ASIAN else set())
    odd = sum(count for script, count in scripts.items() if script not in allowed)
    rare = sum(bool(_RARE_LATIN.match(c) or _RARE_HAN.match(c)) for c in letters)
    return odd + rare > _ODD * len(letters)


@lru_cache(maxsize=65536)
def _script(character: str) -> str:
    """The script of a letter by the first word of its name: LATIN, CYRILLIC, CJK …"""
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]


def _has_mixed_words(words: Sequence[str]) -> bool:
    """Words of two scripts, such as Arabic letters beside Latin ones."""
    mixed = sum(len({_script(c) for c in word} & _JOINED) > 1 for word in words)
    return mixed > max(4, _ODD * len(words))


def _is_accented(words: Sequence[str]) -> bool:
    """Words of accented Western letters alone: Cyrillic, Greek or Arabic ones that a font names by the codes
    of their own old encoding."""
    accented = sum(bool(_ACCENTED.fullmatch(word)) for word in words)
    return accented > max(_FEW_ACCENTED, _ODD * len(words))


def _has_signs(text: str) -> bool:
    """Signs inside words, as a table shifted by some places gives."""
    pieces = [piece for piece in text.split() if len(piece) >= _LONG and any(c.isalpha() for c in piece)]
    inside = sum(bool(_SIGN_INSIDE.search(piece)) for piece in pieces)
    return inside > max(4, _SIGNS * len(pieces))


def _is_shuffled(words: Sequence[str], common: float) -> bool:
    """Letters of one script that make no words: none of the commonest, and improbable letters."""
    han = [c for word in words for c in word if "\u4e00" <= c <= "\u9fff"]
    kana = any(_script(c) in {"HIRAGANA", "KATAKANA"} for word in words for c in word)
    if len(han) >= _LEAST_HAN and not kana:
        return _is_shuffled_han(han)
    many = len(words) >= _LEAST_WORDS and common < _FEW_COMMON
    return (many or _has_odd_pairs(words, common)) and _has_odd_letters(words)


def _has_odd_pairs(words: Sequence[str], common: float) -> bool:
    """Words in which letters follow each other as in no language, whatever few of them are common by chance.
    Names, acronyms and signs of units say nothing."""
    long = [word for word in words if len(word) >= _LONG and not word[0].isupper()]
    if len(long) < _LEAST_LONG_WORDS or common >= _CHANCE_COMMON:
        return False
    script = Counter(_script(word[0]) for word in long).most_common(1)[0][0]
    same = [word for word in long if _script(word[0]) == script]
    return usual_pairs(same, script.capitalize()) < _ODD_PAIRS


def _has_odd_letters(words: Sequence[str]) -> bool:
    """Letters that are seldom the frequent ones of the Arabic script; in others, vowels and the rest that do
    not alternate."""
    arabic = [c for word in words for c in word if _script(c) == "ARABIC"]
    if len(arabic) >= 2 * len(words):
        return sum(c in _ALEF_TO_REH for c in arabic) < _COMMON_ARABIC * len(arabic)
    pairs = [
        bool(_VOWELS.match(one)) != bool(_VOWELS.match(other))
        for word in words
        if _script(word[0]) in {"LATIN", "CYRILLIC", "GREEK"}
        for one, other in pairwise(bare(word))
    ]
    return sum(pairs) < _ALTERNATING * len(pairs)


def _is_shuffled_han(han: Sequence[str]) -> bool:
    if sum(c in _frequent_han() for c in han) < _FREQUENT_HAN * len(han):
        return True
    if len(han) < _LEAST_SHUFFLED:
        return False
    counts = Counter(han)
    particles = [counts[c] for c in counts if c in _common_han()]
    others = [counts[c] for c in counts if c not in _common_han()]
    usual = sum(particles) >= _COMMON_HAN * len(han) and (
        not others or mean(particles) >= _HAN_RATIO * mean(others)
    )
    words = sum(map(len, _han_words().findall("".join(han)))) / len(han)
    return words < (_FEW_WORDS_HAN if usual else _WORDS_HAN)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The commonest words of all known languages, in lower case."""
    return frozenset(word.lower() for language in LANGUAGES.values() for word in language.COMMON_WORDS)


@lru_cache(maxsize=1)
def _common_han() -> frozenset[str]:
    return frozenset(c for word in common_words() for c in word if _script(c) == "CJK")


@lru_cache(maxsize=1)
def _han_words() -> re.Pattern[str]:
    """Words of two to four Han characters that the lists of the languages hold, the longest first."""
    words = {
        run
        for language in LANGUAGES.values()
        for text in listed(vars(language))
        for run in _HAN_RUN.findall(text)
        if len(run) <= _LONGEST_HAN_WORD
    }
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


@lru_cache(maxsize=1)
def _frequent_han() -> frozenset[str]:
    letters = "".join(language.FREQUENT_LETTERS for language in LANGUAGES.values())
    return frozenset(c for c in letters if _script(c) == "CJK")
