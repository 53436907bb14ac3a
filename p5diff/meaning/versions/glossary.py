"""What the words of a sentence may say, in words that do not depend on its language.

The list (`data/glossary.toml`) is read for one purpose: to set two language versions side by side. It says
"these may translate each other", never "this means that"; no verdict rests on it.

    "Everyone has the right to education."  →  {"everyone", "right", "education"}
    «Каждый человек имеет право на образование.»  →  {"everyone", "person", "human", "right", "education"}
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from p5diff import language as languages
from p5diff.data import FOLDER
from p5diff.language import Language
from p5diff.meaning.pattern.words import fold
from p5diff.meaning.rules import source as sources
from p5diff.meaning.rules.source import Problems, RuleFile
from p5diff.memo import memo
from p5diff.model.comparison import RuleSet
from p5diff.model.statement import Statement
from p5diff.text.fold import letter_table
from p5diff.text.tokens import printed_tokens

NAME = "glossary.toml"


class _WordList(NamedTuple):
    """The words of one language: whole ones, beginnings, and the length of the longest."""

    whole: Mapping[str, frozenset[str]]
    beginnings: Mapping[str, frozenset[str]]
    longest: int


def rule_set() -> RuleSet:
    """The list as a result names it, with its digest."""
    file = _file()
    return RuleSet(name=file.name, sha256=file.digest)


def of_statement(statement: Statement) -> dict[str, frozenset[str]]:
    """Sentence id → what its words may say."""
    language = languages.get(statement.meta.language)
    return {s.id: senses(s.text, language) for s in statement.sentences()}


@memo(8192)
def senses(text: str, language: Language) -> frozenset[str]:
    """Every entry of the list that a word of the text may stand for; nothing in a language it lacks."""
    known = _words(language)
    if not known.longest:
        return frozenset()
    found: set[str] = set()
    if not language.SEPARATOR:
        for word in _cut(_plain(text, language), known):
            found |= known.whole[word]
        return frozenset(found)
    for token in printed_tokens(text):
        if token[0].isalpha():
            for part in re.split(r"['’\-‐‑]", token):
                for form in fold(part, language):
                    found |= _of(_plain(form, language), known)
    return frozenset(found)


def _of(word: str, known: _WordList) -> frozenset[str]:
    """What a word may say: by itself, or by the longest beginning in the list."""
    if word in known.whole:
        return known.whole[word]
    for length in range(min(len(word), known.longest), 1, -1):
        if word[:length] in known.beginnings:
            return known.beginnings[word[:length]]
    return frozenset()


def _cut(text: str, known: _WordList) -> Iterator[str]:
    """The words of the list in a text without spaces, the longest first from left to right."""
    at = 0
    while at < len(text):
        for length in range(min(known.longest, len(text) - at), 0, -1):
            if text[at : at + length] in known.whole:
                yield text[at : at + length]
                at += length
                break
        else:
            at += 1


def _plain(text: str, language: Language) -> str:
    """Lower case, without accents and vowel signs, in the letters that rules read."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.translate(letter_table(language))


@cache
def _words(language: Language) -> _WordList:
    whole: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for sense, words in _entries().items():
        for word in words.get(language.CODE, "").split():
            plain = _plain(word.rstrip("*"), language)
            for table in (whole, beginnings) if word.endswith("*") else (whole,):
                table.setdefault(plain, set()).add(sense)
    longest = max(map(len, (*whole, *beginnings)), default=0)
    return _WordList(
        {word: frozenset(found) for word, found in whole.items()},
        {word: frozenset(found) for word, found in beginnings.items()},
        longest,
    )


@cache
def _file() -> RuleFile:
    return sources.read(FOLDER / NAME, NAME)


@cache
def _entries() -> Mapping[str, Mapping[str, str]]:
    problems = Problems()
    data: dict[str, Any] = sources.parse(_file(), problems)
    problems.check()
    found: Mapping[str, Mapping[str, str]] = data["words"]
    return found
