"""Figures that measure nothing: those of a name or of a reference.

"Article 6", "resolution 1267 (1999)", "Track 1.5" and "the 2010 Review Conference" name a thing;
their figures are neither numbers nor dates that a ledger should count.
"""

from __future__ import annotations

import re
from functools import cache

from p5diff.language import Language
from p5diff.text.characters import has_figure

_CAPITAL = r"[^\W\d_a-zà-ÿ]"
_MORE = r"(?:\s?(?:,|;|and|to|et|à|y|a|и|و|–|-)\s?(?:and\s|et\s|y\s|и\s)?\d+(?:[./]\d+)*(?:\s?\(\d+\))*)*"
_FIGURE = rf"\d+(?:[./]\d+)*(?:\s?\(\w+\))*{_MORE}"

_REFERS = {
    "en": r"\b(?:articles?|arts?\.|resolutions?|UNSCRs?|tracks?|paragraphs?|paras?\.?|numbers?|no\.|nos\.|"
    r"sections?|chapters?|rules?|pillars?|protocols?|phases?|steps?|parts?|annex|items?|goals?|SDGs?|COP|CMP)",
    "fr": r"\b(?:articles?|art\.|résolutions?|paragraphes?|par\.|numéros?|n[°o]s?|sections?|chapitres?|"
    r"règles?|piliers?|protocoles?|phases?|parties?|annexes?|points?|objectifs?|COP)",
    "es": r"\b(?:artículos?|arts?\.|resolución|resoluciones|párrafos?|números?|núms?\.|n[°º]|secciones|"
    r"sección|capítulos?|reglas?|pilares?|protocolos?|fases?|partes?|anexos?|puntos?|objetivos?|COP)",
    "ru": r"\b(?:стать\w+|ст\.|резолюци\w+|пункт\w*|п\.|параграф\w*|раздел\w*|глав\w+|правил\w*|этап\w*|"
    r"част\w+|приложени\w+|цел\w+)|№",
    "ar": r"(?:\bال)?(?:مادة|مواد|قرار|قرارات|فقرة|فقرات|رقم|بند|بنود|فصل|مرفق|مرحلة)",
}
_UNITS = r"States?|Part(?:y|ies)|Members?|Governments?|Nations?|Countries|Ministers?|Leaders?"
_MEETING = {
    "fr": rf"{_CAPITAL}\w+(?:\s(?:d['’]|de\s|du\s|des\s)?\w+){{0,4}}\s(?:de|en)\s(?P<y>\d{{4}})\b",
    "es": rf"{_CAPITAL}\w+(?:\s\w+){{0,4}}\sde\s(?P<y>\d{{4}})\b",
    "ru": r"(?i:конференци|саммит|сесси|комитет|форум|план|повестк)\w*(?:\s\w+){0,2}\s(?P<y>\d{4})\sг",
    "ar": r"(?:مؤتمر|قمة|دورة|خطة|اجتماع)\S*(?:\s\S+){0,3}\sلعام\s(?P<y>\d{4})",
}
_NAMES = {
    "en": (
        rf"(?P<y>\b\d{{1,4}})(?=[ -](?!(?:{_UNITS})\b){_CAPITAL}[a-z]+)",
        r"(?P<y>\b\d{4})(?= (?:NPT|UN|P5|G7|G20|BRICS|NATO|ASEAN|APEC|COP|IAEA) )",
        r"\b(?!(?:In|Since|By|During|Until|Till|From|After|Before|For|Through|To|Around|Between|And|Of|On|Year|"
        r"January|February|March|April|May|June|July|August|September|October|November|December)\b)"
        r"[A-Z][a-zé]+ (?P<y>\d{4})\b(?! to\b)",
        r"\b(?:Conference|Plan|Summit|Agenda|Statement|Declaration|Committee|Meeting) of (?P<y>\d{4})\b",
    ),
    "zh": (
        r"(?P<y>\d{4})年[^，。；、：举召主开办前底内起将在于]{0,20}?(?:会议|大会|峰会|行动计划|议程|伦敦|巴黎)",
        r"第(?P<y>\d+)[届号条次轮期章款项段节]",
    ),
    **{language: (pattern,) for language, pattern in _MEETING.items()},
}


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    named = [re.compile(pattern) for pattern in _NAMES.get(language.CODE, ())]
    word = _REFERS.get(language.CODE)
    if word is not None:
        named.append(re.compile(rf"(?:{word})\s?(?P<y>{_FIGURE})", re.IGNORECASE))
    named.append(re.compile(r"\d[(（](?P<y>\d{4})[)）]"))
    return tuple(named)


def of_names(text: str, language: Language) -> list[tuple[int, int]]:
    """Where the figures of names and references stand in `text`, as code points."""
    if not has_figure(text):
        return []
    return [match.span("y") for pattern in _patterns(language) for match in pattern.finditer(text)]
