"""What a source seems to say about itself: title, date, symbol, place. A person confirms it.

A proposal is right or absent: it is taken from where documents say it, the masthead, a title, a
line of its own, and never from a sentence of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, takewhile

from p5diff import language as languages
from p5diff.ingest.layout.masthead import is_masthead_line
from p5diff.language import Language
from p5diff.language.references import SYMBOL, is_symbol
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.model.source import Proposals, Source
from p5diff.model.statement import Paragraph, Role
from p5diff.text.dates import find_dates, place_and_date, title_place_and_date, whole_date
from p5diff.text.detect import detect_language
from p5diff.text.roles import names_annex, names_letter

_HEADS = frozenset(
    {
        SetAsideReason.MASTHEAD,
        SetAsideReason.RUNNING_HEAD,
        SetAsideReason.DOCUMENT_CODE,
        SetAsideReason.HEADER,
        SetAsideReason.FURNITURE,
    }
)
"""Where a document prints its own symbol. A symbol anywhere else is that of another document."""
_NUMBERED_TITLE = re.compile(r"\d{1,3}/\d{1,4}\s?[.:．。—–-]\s?\S.*", re.S)
"""The title of a resolution, with its session and number: "78/272. Agreement under …"."""
_NUMBER = re.compile(r"(\d{1,3}/\d{1,4})\s?[.:．。—–-]\s?")
_NAMES_PAGE = frozenset({"html", "docx", "odt", "rtf", "pdf", "doc", "epub"})
"""Formats whose properties name the page, the site or the file as often as the text: what stands as
its title in the text goes first. Front matter and the subject of a message are said of the text."""
_OPENING = 12
"""Paragraphs in which a document names itself: the longest heads seen have nine lines."""
_LEAST_TITLE = 8
"""Letters of the shortest title that says anything ("NATIONS", "OF" do not); Chinese says twice
as much with one character."""
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
"""A date in the name of a file: 2012-06-29, 2012_06_29, 20120629."""


def proposals(source: Source) -> Proposals:
    """Proposals from what the format states, then from the text's own date, place and title."""
    stated = dict(source.raw.properties)
    language = languages.get(source.language)
    dates, place = _dates_and_place(source.paragraphs, language)
    named = _date_in_name(source.name)
    sample = "\n".join(p.text(language.CODE) for p in source.paragraphs)[:20000]
    found, confidence = detect_language(sample)
    said = stated.get("date", "")[:10]
    carrier = source.carrier or Proposals()
    if source.carrier:
        # what a page states is its own title and its own day, not those of what it carries
        own = [carrier.title or stated.get("title", ""), "" if carrier.date else said]
        stated, said = {**stated, "title": own[0]}, own[1]
        dates, place = dates or list(carrier.dates), place or carrier.place
    dates = dates or [day for day in (said, named) if day][:1]
    symbol = stated.get("symbol", "") or _symbol(source.set_aside) or _symbol_above(source.paragraphs)
    said_in = [one for one in source.paragraphs if not is_symbol(one.text(language.CODE))]
    return Proposals(
        title=_without_number(_numbered_title(said_in), symbol)
        or (
            _title(said_in, language, sent=names_letter(carrier.title, language))
            if source.carrier or source.raw.format in _NAMES_PAGE
            else ""
        )
        or stated.get("title", "")
        or _title(said_in, language),
        date=said or (dates[-1] if dates else ""),
        dates=tuple(dates),
        symbol=symbol,
        place=stated.get("place", "") or place,
        language=stated.get("language", "") or found,
        publisher=carrier.publisher,
        confidence=1.0 if stated.get("language") else confidence,
    )


def _symbol(aside: Iterable[SetAside]) -> str:
    """The document's own symbol: the first with a figure in a masthead or at the edge of a page."""
    for item in aside:
        if item.reason not in _HEADS:
            continue
        if is_symbol(item.text):
            return item.text.strip(" *")
        for match in SYMBOL.finditer(item.text):
            symbol = match.group().rstrip(".,;:*-")
            if any(char.isdigit() for char in symbol):
                return symbol
    return ""


def _symbol_above(paragraphs: Sequence[Paragraph]) -> str:
    """The symbol that stands on a line of its own above the body, where no other one does."""
    lines: list[str] = []
    for paragraph in paragraphs[:_OPENING]:
        own = [sentence.text.strip() for sentence in paragraph.sentences]
        if paragraph.role is Role.BODY and not all(map(is_symbol, own)):
            break
        lines += own
    found = {line for line in lines if is_symbol(line)}
    return found.pop() if len(found) == 1 else ""


def _numbered_title(paragraphs: Sequence[Paragraph]) -> str:
    """The title of a resolution, which stands with its number among other lines of the head."""
    for paragraph in paragraphs[:_OPENING]:
        lines = [sentence.text for sentence in paragraph.sentences]
        for first in range(len(lines) if paragraph.role is Role.TITLE else 1):
            text = " ".join(" ".join([*([paragraph.label] if not first else []), *lines[first:]]).split())
            if _NUMBERED_TITLE.fullmatch(text) and len(text) <= 300:
                return text
    return ""


def _without_number(title: str, symbol: str) -> str:
    """A resolution's title without the number that its symbol says already (A/RES/78/272)."""
    number = _NUMBER.match(title)
    return title[number.end() :] if number and symbol.endswith(f"/{number[1]}") else title


def _title(paragraphs: Sequence[Paragraph], language: Language, *, sent: bool = False) -> str:
    """The last title before the body: that of the statement, not of the letter that carries it. What a
    letter sent on (`sent`: one that was set aside) may be titled by a heading below that of the letter."""
    title = ""
    for paragraph in paragraphs:
        sent = sent or paragraph.role is Role.LETTER
        if paragraph.role is Role.TITLE or (sent and paragraph.role is Role.HEADING):
            text = _own_title(paragraph, language)
            title = _without_place(text, language) if _can_be_title(text, language) else title
        elif paragraph.role is Role.BODY:
            break
    return title or _dated_heading(paragraphs, language)


def _dated_heading(paragraphs: Sequence[Paragraph], language: Language) -> str:
    """A heading above the body with the day or the place in the line below it: writers who know no style for
    titles take that of a heading."""
    head = takewhile(lambda paragraph: paragraph.role is not Role.BODY, paragraphs)
    for heading, below in pairwise(head):
        if heading.role is Role.HEADING and below.role in (Role.DATE, Role.PLACE):
            text = heading.text(language.CODE)
            return text if _can_be_title(text, language) else ""
    return ""


def _own_title(paragraph: Paragraph, language: Language) -> str:
    """A title without the lines above it that only say what is attached: "Annex to the letter …"."""
    lines = list(paragraph.sentences)
    while lines and names_annex(lines[0].text, language):
        lines.pop(0)
    return replace(paragraph, sentences=tuple(lines)).text(language.CODE)


def _without_place(title: str, language: Language) -> str:
    """A title without the place and the days at its end, which are facts of their own."""
    above, line = title.rpartition("\n")[::2]
    parted = title_place_and_date(line, language=language)
    return f"{above}\n{parted[0]}".strip() if parted else title


def _can_be_title(text: str, language: Language) -> bool:
    least = _LEAST_TITLE // 2 if not language.SEPARATOR else _LEAST_TITLE
    return sum(char.isalpha() for char in text) >= least and not is_masthead_line(text)


def _dates_and_place(paragraphs: Sequence[Paragraph], language: Language) -> tuple[list[str], str]:
    """Days and place from lines of their own; where there is none, days from the titles."""
    dates: list[str] = []
    place = ""
    for paragraph in paragraphs:
        text = paragraph.text(language.CODE)
        if paragraph.role is Role.PLACE:
            place = place or text
        elif paragraph.role is Role.DATE:
            both = place_and_date(text, language=language)
            found = both[1] if both else whole_date(text, language=language)
            place = place or (both[0] if both else "")
            dates.extend(d for d in ((found.first, found.last) if found else ()) if d not in dates)
    if dates:
        return dates, place
    titles = [p.text(language.CODE) for p in paragraphs[:_OPENING] if p.role in (Role.TITLE, Role.HEADING)]
    for title in titles:
        parted = title_place_and_date(title.rpartition("\n")[2], language=language)
        both = parted[1:] if parted else place_and_date(title.rpartition("\n")[2], language=language)
        place = place or (both[0] if both else "")
        for found in find_dates(title, language=language):
            return list(dict.fromkeys((found.first, found.last))), place
    return [], place


def _date_in_name(name: str) -> str:
    """The day that the name of a file tells."""
    match = _NAME_DATE.search(name)
    if not match:
        return ""
    try:
        return date(int(match[1]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        return ""
