"""Words as rules see them: folded for comparing, with their place in the sentence.

Rules match whole words, never characters, so that "act" is not found in "impact". Quotation
marks, brackets and hyphens carry no word of their own: 《不扩散条约》 and 不扩散条约, "nuclear-weapon"
and "nuclear weapon" are the same words. A Han character is a word.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.language.script import HAN as _HAN
from p5diff.memo import MOST, memo
from p5diff.text.fold import letter_table

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_PLAIN = "[A-Za-z]++(?=[ ,;:.?!])"
"""Most words in Latin script; the rest of the pattern would find the same, more slowly."""
_ASCII = re.compile(r"[A-Za-z]+|[0-9]+(?:[.,/][0-9]+)*|[,;:.?!]")
"""What the pattern for any text finds where all characters are ASCII."""
_BREAKS = frozenset(";:.?!؛؟；：。？！")
_COMMAS = frozenset(",،，")
_NOUN = 3
"""Letters that are left of a noun at least: an Arabic root has three."""
_MOST_FORMS = 65536
"""Forms kept of one language before all are forgotten: a bound on memory, never on what is found."""


class WordForm:
    """What rules see of a word, the same object wherever the word stands.

    `keys` are the forms it is compared by, the full one first. `capitals`: it is printed in
    capitals, as abbreviations are (WHO, not "who"); `letters` are how many it has. `breaks`: it is
    a mark that ends a clause, which no gap of a pattern may cross; `parts`: it is such a mark or a comma;
    `figures`: it begins with one; `common`: it is one of the small words of its language.
    """

    __slots__ = ("breaks", "capitals", "common", "figures", "keys", "letters", "parts")

    def __init__(self, word: str, language: Language) -> None:
        self.keys = fold(word, language)
        self.capitals = word.isupper()
        self.letters = len(word)
        self.breaks = self.keys[0] in _BREAKS
        self.parts = self.breaks or self.keys[0] in _COMMAS
        self.figures = self.keys[-1][:1].isdecimal()
        self.common = not language.COMMON_WORDS.isdisjoint(self.keys)

    def compared_by(self, keys: tuple[str, ...]) -> WordForm:
        """The same word, compared by more forms."""
        other = WordForm.__new__(WordForm)
        other.keys, other.capitals, other.letters = keys, self.capitals, self.letters
        other.breaks, other.parts, other.figures, other.common = (
            self.breaks,
            self.parts,
            self.figures,
            self.common,
        )
        return other


class Word(NamedTuple):
    """One word: its form and its span of code points."""

    form: WordForm
    start: int
    end: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The forms the word is compared by, the full one first."""
        return self.form.keys

    @property
    def capitals(self) -> bool:
        """Whether it is printed in capitals."""
        return self.form.capitals


class Words:
    """The words of a text in order: their forms, and their places, worked out when asked for."""

    __slots__ = ("_starts", "_text", "forms")

    def __init__(self, text: str, forms: Sequence[WordForm]) -> None:
        self._text = text
        self._starts: array[int] | None = None
        self.forms = forms

    @property
    def starts(self) -> Sequence[int]:
        """Where each word starts, in code points; it ends as many later as its form has letters. A reading is
        kept, so that its size counts."""
        if self._starts is None:
            self._starts = array("I", [m.start() for m in _word(self._text).finditer(self._text)])
        return self._starts

    def of(self, forms: Sequence[WordForm]) -> Words:
        """The same words in other forms."""
        other = Words(self._text, forms)
        other._starts = self._starts
        return other

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from `first` up to `last` stand, half-open, in code points."""
        starts = self.starts
        return starts[first], starts[last - 1] + self.forms[last - 1].letters

    def __len__(self) -> int:
        return len(self.forms)

    def __iter__(self) -> Iterator[Word]:
        return (Word(form, at, at + form.letters) for form, at in zip(self.forms, self.starts, strict=True))


@memo(8192)
def scan(text: str, language: Language) -> Words:
    """The words of `text` in order; commas and clause ends are words of one character."""
    return Words(text, forms(text, language))


def forms(text: str, language: Language) -> list[WordForm]:
    """The forms of the words of `text` in order, without their places."""
    return list(map(_FORMS[language].__getitem__, _word(text).findall(text)))


def nouns(words: Words, language: Language) -> Words:
    """The same words, of which each is also compared without what is written onto the end of a noun: by
    قواربهم, "their boats", boats are found. Only for what names things, never for verbs."""
    if not language.NOUN_ENDINGS:
        return words
    return words.of([_NOUNS[language][form] for form in words.forms])


def _word(text: str) -> re.Pattern[str]:
    """The pattern that finds the words of this text soonest."""
    return _ASCII if text.isascii() else _any_word()


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(
        rf"{_PLAIN}|[{_HAN}]|\d+(?:[.,/]\d+)*|(?:[^\W{_HAN}\d_][{_MARKS}]*)+|[,;:.?!،؛؟、，；：。？！]"
    )


class _Forms(dict[str, WordForm]):
    """The form of each word met so far, in one language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._held = 0  # characters

    def __missing__(self, word: str) -> WordForm:
        if len(self) >= _MOST_FORMS or self._held > MOST:
            self.clear()
            self._held = 0
        self._held += len(word)
        form = self[word] = WordForm(word, self._language)
        return form


class _Languages(dict[Language, _Forms]):
    """The forms of each language asked for."""

    def __missing__(self, language: Language) -> _Forms:
        forms = self[language] = _Forms(language)
        return forms


_FORMS = _Languages()


class _Nouns(dict[WordForm, WordForm]):
    """The form of each word met so far with the endings of nouns off too, in one language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, form: WordForm) -> WordForm:
        if len(self) >= _MOST_FORMS:
            self.clear()
        shorter = () if form.parts or form.figures or form.common else _shorter(form.keys, self._language)
        found = self[form] = form.compared_by((*form.keys, *shorter)) if shorter else form
        return found


def _shorter(keys: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """What is left of the forms of a word without whose it is, and without number and case."""
    if not language.WHOLE_NOUNS.isdisjoint(keys):
        return ()
    found: dict[str, None] = {}
    for key in keys:
        stem = _cut(key, language.POSSESSIVES)
        if stem:
            found[stem] = None
        for noun, endings in ((stem, language.OWNED_ENDINGS), (key, language.NOUN_ENDINGS)):
            ending = next((e for e in endings if _cut(noun, (e,))), "")
            for other in endings.get(ending, ()):
                found[noun[: -len(ending)] + other] = None
    return tuple(key for key in found if key not in keys)


def _cut(key: str, endings: tuple[str, ...]) -> str:
    """The word without the first of the endings that it has, if enough is left of it."""
    return next((key[: -len(e)] for e in endings if key.endswith(e) and len(key) - len(e) >= _NOUN), "")


class _LanguageNouns(dict[Language, _Nouns]):
    """The nouns of each language asked for."""

    def __missing__(self, language: Language) -> _Nouns:
        made = self[language] = _Nouns(language)
        return made


_NOUNS = _LanguageNouns()


def fold(word: str, language: Language) -> tuple[str, ...]:
    """The forms a word is compared by: case, width, accents and spelling folded.

    Where a language writes its article and small words onto a word (Arabic), they come off one
    after the other, so that والمعاهدة is found as معاهدة too.
    """
    if word.isascii():
        return (word.lower(),)
    key = unicodedata.normalize("NFKC", word).casefold()
    if language.FOLD_ACCENTS:
        key = "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))
    key = key.translate(letter_table(language))
    if not language.CLITICS or key in _whole(language):
        return (key,)
    forms = [key, *(key[len(c) :] for c in language.CLITICS if _carries(key, c))]
    # للسلامة is "for" and السلامة: the article is there, but lost its first letter
    forms += [language.ARTICLE + key[len(c) :] for c in language.ARTICLE_CLITICS if _carries(key, c)]
    return tuple(dict.fromkeys(forms))


def fold_each(words: Sequence[str], language: Language) -> list[str]:
    """The full form by which each of some words, of letters alone and none of them ASCII, is compared: the
    first of what `fold` gives, in one pass over all of them."""
    joined = unicodedata.normalize("NFKC", "\n".join(words)).casefold()
    if language.FOLD_ACCENTS:
        joined = "".join(c for c in unicodedata.normalize("NFD", joined) if not unicodedata.combining(c))
    return joined.translate(letter_table(language)).split("\n") if words else []


@cache
def _whole(language: Language) -> frozenset[str]:
    """Forms of verbs that begin like a clitic and are not to be split: بحث is "discussed", not "by
    urging"."""
    letters = letter_table(language)
    every = (f for sets in language.verbs().values() for kind in ("ms", "v") for f in sets.get(kind, ()))
    verbs = {f.translate(letters) for f in every if f.startswith(language.CLITICS) and len(f) > 2}
    return language.UNSPLIT | verbs


def _carries(key: str, clitic: str) -> bool:
    """Whether a word can be the clitic and a word of two letters or more."""
    return key.startswith(clitic) and len(key) - len(clitic) >= 2


@cache
def _unaccented() -> dict[int, str]:
    """Accented letters of the Latin script → the letter below. French "où" stays: "ou" is "or"."""
    letters = (chr(code) for code in range(0x00C0, 0x0250))
    based = {letter: unicodedata.normalize("NFD", letter)[0] for letter in letters if letter not in "ùÙ"}
    return {ord(letter): base for letter, base in based.items() if base.isascii() and base.isalpha()}


def unaccented(text: str) -> str:
    """The text without the accents of Latin letters, as long as before: for words whose accents are
    left out in print more often than they tell words apart."""
    return text if text.isascii() else text.translate(_unaccented())
