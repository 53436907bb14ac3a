"""The head of a conference document: organisation, symbol, distribution, date, language.

These lines are facts about the document, not words of the statement. A reader keeps them as
furniture, where `propose` still finds the symbol and the date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from p5diff.language.references import SYMBOL

_DISTRIBUTION = re.compile(
    r"\b(?:Distr\.|Original ?:|Limited\b|GENERAL$|Provisional$)"
    r"|^(?:ENGLISH|FRENCH|RUSSIAN|SPANISH|CHINESE|ARABIC|English|French|Russian|Spanish|Chinese|Arabic|Français|Español|Русский|中文|العربية|General|Limited)\s*(?:only)?$",
)
_ORGANISATION = re.compile(
    r"^(?:United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|Объединенные Нации"
    r"|联\s?合\s?国"
    r"|الأمم المتحدة|General Assembly|Security Council|Conference on Disarmament|Conférence du désarmement"
    r"|Conferencia de Desarme|Конференция по разоружению|裁军谈判会议|مؤتمر نزع السلاح)"
    r"(?:\s+[A-Z\u0600-\u06ff一-鿿]\S*(?:/\S+)*)?\s*$",
    re.IGNORECASE,
)
_DATE_ONLY = re.compile(
    r"^\W*(?:\d{1,2}\s+[^\W\d]+\s+\d{4}(?:\s+(?:года|г\.))?|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)\W*$"
)
_SESSION = re.compile(
    r"^(?:.{0,20}\bsession|.{0,25}届会议|Item \d+|Agenda item \d+|Point \d+|议程项目\s?\d+)\b.{0,80}$",
    re.IGNORECASE,
)
_LONGEST = 160
_MOST = 12
_GAP = 3
"""Lines of a masthead that say nothing typical (an organisation's name) may stand between."""


def masthead_length(texts: Sequence[str]) -> int:
    """How many of the first blocks are masthead. Zero unless a symbol or a distribution line
    is among them, so that a title is never taken for one.

    >>> masthead_length(["Lake Conference", "LC/12/7", "Distr.: General", "Joint statement"])
    3
    """
    last = -1
    for index, text in enumerate(texts[:_MOST]):
        if len(text) > _LONGEST or index - last > _GAP:
            break
        if _DISTRIBUTION.search(text) or _bears_symbol(text):
            last = index
    while 0 <= last < len(texts[:_MOST]) - 1 and _belongs(texts[last + 1]):
        last += 1
    return last + 1


def is_masthead_line(text: str) -> bool:
    """Whether a line is one that mastheads are made of."""
    return len(text) <= _LONGEST and (_belongs(text) or bool(_DISTRIBUTION.search(text)))


def _bears_symbol(text: str) -> bool:
    """A line that is nothing but a symbol, or a short name with a symbol at one end."""
    match = SYMBOL.search(text)
    if not match or not any(c.isdigit() for c in match.group()):
        return False
    rest = (text[: match.start()] + text[match.end() :]).strip(" *")
    return len(rest) <= 45 and (match.start() == 0 or match.end() >= len(text.rstrip(" *")))


def _belongs(text: str) -> bool:
    return bool(
        _ORGANISATION.match(text)
        or _DATE_ONLY.match(text)
        or _DISTRIBUTION.search(text)
        or _SESSION.match(text)
    ) or _bears_symbol(text)
