"""Is what was fetched the statement that was asked for? Doubts, each with its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from p5diff.language import LANGUAGES
from p5diff.language.script import HAN
from p5diff.model.source import Source
from p5diff.text.detect import detect_language

_LEAST = 400
"""Letters: what holds fewer is taken for an error page or a list of links, and doubted."""
_HAN_WEIGHT = 3
"""Letters that a Han character counts for: a text takes about a third of the characters in Chinese."""
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(rf"[{HAN}]{{2}}|[^\W\d_{HAN}]{{3,}}")
_SURE = 0.6
"""Confidence in [0, 1] from which a found language contradicts a stated one; short texts stay below."""
_SHARED = 0.5
"""Share of a title's words that its text must hold: a title is often shortened, seldom by more than half."""
_ERROR_PAGE = re.compile(
    r"\b(?:404|403|not found|access denied|forbidden|enable javascript|are you (?:a )?(?:human|robot)|"
    r"captcha|page (?:introuvable|no encontrada|has moved)|accès refusé|acceso denegado|no longer available|"
    r"checking your browser|"
    r"страница не найдена|доступ запрещ[её]н)\b|页面不存在|访问被拒绝|无法找到|الصفحة غير موجودة",
    re.IGNORECASE,
)


def plausible(source: Source, *, title: str = "", language: str = "") -> tuple[str, ...]:
    """Reasons to doubt that the text is the statement with this title in this language.

    Nothing when all is well. A caller stores a doubtful text only when a person says so.
    """
    return tuple(_doubts(source, title, language))


def _doubts(source: Source, title: str, language: str) -> Iterator[str]:
    size = len("".join(source.stored.split())) + (_HAN_WEIGHT - 1) * len(_HAN.findall(source.stored))
    if size < _LEAST:
        yield f"it holds only {size} letters; a statement has at least {_LEAST}"
    match = _ERROR_PAGE.search(source.stored)
    if match and size < 4 * _LEAST:
        yield f"it reads like a page that says that something is missing (“{match.group()}”)"
    found, sure = detect_language(source.stored)
    if language and sure >= _SURE and found != language:
        yield f"it is in {_name(found)}, not in {_name(language)}"
    elif title and (shared := _shared(title, source.stored)) < _SHARED:
        yield f"it holds only {shared:.0%} of the words of the title “{title}”"


def _shared(title: str, text: str) -> float:
    """How many of the title's words occur in the text; in Chinese, pairs of characters."""
    wanted = set(_WORD.findall(title.lower()))
    common = set().union(*(module.COMMON_WORDS for module in LANGUAGES.values()))
    wanted = {word for word in wanted if word not in common} or wanted
    lowered = text.lower()
    return sum(word in lowered for word in wanted) / len(wanted) if wanted else 1.0


def _name(language: str) -> str:
    module = LANGUAGES.get(language)
    return module.NAME if module else language
