"""What a source says about itself, each proposal with the very words it rests on.

Symbol, dates, place, title and number in the series are read off the text; where the text is
silent, nothing is proposed. A person confirms; nothing here is invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from p5diff.ingest.layout.join import spacing
from p5diff.ingest.layout.masthead import SYMBOL
from p5diff.model.source import BlockKind, RawBlock, RawText
from p5diff.text.dates import FoundDate, find_dates


class Fact(StrEnum):
    """What can be proposed."""

    SYMBOL = "symbol"
    DATE = "date"
    PLACE = "place"
    TITLE = "title"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A fact, its value in stored form, the words of the source, and the block they stand in.

    Dates are ISO 8601, a range as `FIRST/LAST`.
    """

    fact: Fact
    value: str
    words: str
    block: int


_ORDINALS: dict[str, str] = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "fr": "premi[eè]re? deuxi[eè]me|seconde? troisi[eè]me quatri[eè]me cinqui[eè]me sixi[eè]me "
    "septi[eè]me huiti[eè]me neuvi[eè]me dixi[eè]me onzi[eè]me douzi[eè]me",
    "es": "primera? segund[ao] tercera? cuart[ao] quint[ao] sext[ao] s[eé]ptim[ao] octav[ao] "
    "noven[ao] d[eé]cim[ao] und[eé]cim[ao] duod[eé]cim[ao]",
    "ru": "перв[а-я]+ втор[а-я]+ треть[а-я]+ четв[её]рт[а-я]+ пят[а-я]+ шест[а-я]+ седьм[а-я]+ восьм[а-я]+ "
    "девят[а-я]+ десят[а-я]+ одиннадцат[а-я]+ двенадцат[а-я]+",
    "ar": "الأول[ى]? الثانية?|الثاني الثالثة? الرابعة? الخامسة? السادسة? السابعة? الثامنة? التاسعة? العاشرة?",
}
_MEETINGS = {
    "en": r"{n} (?:\w+ ){{0,2}}(?:conference|meeting|summit)",
    "fr": r"{n} (?:\w+ )?(?:conférence|réunion|rencontre|sommet)",
    "es": r"{n} (?:\w+ )?(?:conferencia|reunión|cumbre|encuentro)",
    "ru": r"{n} (?:\w+ )?(?:конференци|встреч|совещани|саммит)\w+",
    "ar": r"(?:المؤتمر|الاجتماع|القمة|مؤتمر\w*|اجتماع\w*) {n}",
}
_CHINESE_ORDINAL = re.compile(
    r"第\s?([一二三四五六七八九十]{1,3}|\d{1,2})\s?[次届].{0,8}?(?:会议|会晤|峰会|大会)"
)
_HAN_NUMBER = {char: n for n, char in enumerate("一二三四五六七八九十", start=1)}
_PLACE_AFTER = {
    "en": r"\b(?:in|at) ((?:[A-Z][\w'’.-]*)(?:[ -][A-Z][\w'’.-]*){0,3}),?"
    r"(?: from| on| between)?(?: the)? ?$",
    "fr": r"\bà ((?:[A-ZÉÈÎ][\w'’-]*)(?:[ -][A-ZÉÈÎ][\w'’-]*){0,3}),?(?: du| le| les| des)? ?$",
    "es": r"\ben ((?:[A-ZÁÉÍÓÚ][\w'’-]*)(?:[ -][A-ZÁÉÍÓÚ][\w'’-]*){0,3}),?(?: del| el| los días| los)? ?$",
    "ru": r"\b[Вв]о? ([А-ЯЁ][\w-]+(?:[ -][А-ЯЁ][\w-]+){0,2}),? ?(?:с )?$",
    "ar": r"(?:\bفي|ب) ?([\w ]{2,25}?)،? (?:من|في|يومي|يوم) ?$",
}
_CHINESE_PLACE = re.compile(r"^在([\u4e00-\u9fff·]{2,10}?)(?:举行|召开|举办|会晤)")
_TITLE_LENGTH = 300


def propose(raw: RawText, *, language: str) -> tuple[Proposal, ...]:
    """All proposals, by fact and then in the order of the text; no value twice for a fact."""
    found: dict[tuple[Fact, str], Proposal] = {}
    for proposal in _all(raw, language):
        found.setdefault((proposal.fact, proposal.value), proposal)
    return tuple(sorted(found.values(), key=lambda p: (list(Fact).index(p.fact), p.block)))


def _all(raw: RawText, language: str) -> Iterator[Proposal]:
    yield from _titles(raw)
    for number, block in enumerate(raw.blocks):
        text = spacing(" ".join(block.text.split()), language=language)
        if block.kind is not BlockKind.FOOTNOTE:
            yield from _symbols(text, number, block)
        if block.kind not in {BlockKind.FOOTNOTE, BlockKind.FURNITURE}:
            yield from _dates(text, number, language)
            yield from _ordinals(text, number, language)


def _titles(raw: RawText) -> Iterator[Proposal]:
    """The most prominent heading before the text, or what the format states and the text bears out."""
    heads: list[tuple[int, RawBlock]] = []
    for number, block in enumerate(raw.blocks):
        if block.kind is BlockKind.HEADING and len(block.text) <= _TITLE_LENGTH:
            heads.append((number, block))
        elif block.kind in {BlockKind.PARAGRAPH, BlockKind.LINES} and len(block.text) > _TITLE_LENGTH // 2:
            break
    if heads:
        number, block = min(heads, key=lambda item: (item[1].level or 9, item[0]))
        title = " ".join(block.text.split())
        yield Proposal(fact=Fact.TITLE, value=title, words=block.text, block=number)


def _symbols(text: str, number: int, block: RawBlock) -> Iterator[Proposal]:
    """The document's own symbol: in its masthead or furniture, or alone on a line near the top."""
    if block.kind is not BlockKind.FURNITURE and not (number < 12 and SYMBOL.fullmatch(text.strip(" *"))):
        return
    for match in SYMBOL.finditer(text):
        if any(c.isdigit() for c in match.group()):
            yield Proposal(fact=Fact.SYMBOL, value=match.group(), words=match.group(), block=number)


def _dates(text: str, number: int, language: str) -> Iterator[Proposal]:
    for found in find_dates(text, language=language):
        value = found.first if found.first == found.last else f"{found.first}/{found.last}"
        words = text[found.start : found.end]
        yield Proposal(fact=Fact.DATE, value=value, words=words, block=number)
        yield from _place(text, found, number, language)


def _place(text: str, found: FoundDate, number: int, language: str) -> Iterator[Proposal]:
    """The place named right beside a date: "in Geneva on …", "…在日内瓦举行"."""
    if language == "zh":
        match = _CHINESE_PLACE.match(text[found.end :].lstrip(" ，,"))
    else:
        match = re.search(_PLACE_AFTER.get(language, r"(?!)"), text[: found.start])
    if match:
        yield Proposal(
            fact=Fact.PLACE, value=match[1].strip(" ,،"), words=match.group().strip(), block=number
        )


def _ordinals(text: str, number: int, language: str) -> Iterator[Proposal]:
    """The number in a series: "third conference", "第三次会议"."""
    if language == "zh":
        for match in _CHINESE_ORDINAL.finditer(text):
            value = _chinese(match[1])
            if value:
                yield Proposal(fact=Fact.ORDINAL, value=str(value), words=match.group(), block=number)
        return
    for value, word in enumerate(_ORDINALS.get(language, "").split(), start=1):
        pattern = _MEETINGS[language].format(n=f"(?:{word})")
        for match in re.finditer(rf"\b{pattern}\b", text, re.IGNORECASE):
            yield Proposal(fact=Fact.ORDINAL, value=str(value), words=match.group(), block=number)


def _chinese(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.partition("十")
    if ten:
        return _HAN_NUMBER.get(tens, 1) * 10 + _HAN_NUMBER.get(units, 0)
    return _HAN_NUMBER.get(text, 0)
