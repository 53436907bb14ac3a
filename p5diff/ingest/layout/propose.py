"""What a source seems to say about itself: title, date, symbol, place. A person confirms it."""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.ingest.layout.furniture import SYMBOL
from p5diff.model.setaside import SetAside
from p5diff.model.source import Proposals, RawText
from p5diff.model.statement import Paragraph, Role
from p5diff.text.dates import find_dates, place_and_date, whole_date
from p5diff.text.detect import detect_language


def propose(
    raw: RawText, paragraphs: Sequence[Paragraph], aside: Sequence[SetAside], *, language: str
) -> Proposals:
    """Proposals from what the format states, then from the text's own date, place and title."""
    stated = dict(raw.properties)
    dates, place = _dates_and_place(paragraphs, language)
    sample = "\n".join(p.text(language) for p in paragraphs)[:20000]
    found, confidence = detect_language(sample)
    return Proposals(
        title=stated.get("title", "") or _title(paragraphs, language),
        date=stated.get("date", "")[:10] or (dates[-1] if dates else ""),
        dates=tuple(dates),
        symbol=stated.get("symbol", "") or next((a.text for a in aside if SYMBOL.fullmatch(a.text)), ""),
        place=stated.get("place", "") or place,
        language=stated.get("language", "") or found,
        confidence=1.0 if stated.get("language") else confidence,
    )


def _title(paragraphs: Sequence[Paragraph], language: str) -> str:
    """The last title before the body: that of the statement, not of the letter that carries it."""
    title = ""
    for paragraph in paragraphs:
        if paragraph.role is Role.TITLE:
            title = paragraph.text(language)
        elif paragraph.role is Role.BODY:
            break
    return title


def _dates_and_place(paragraphs: Sequence[Paragraph], language: str) -> tuple[list[str], str]:
    dates: list[str] = []
    place = ""
    for paragraph in paragraphs:
        text = paragraph.text(language)
        if paragraph.role is Role.PLACE:
            place = place or text
        elif paragraph.role is Role.DATE:
            both = place_and_date(text, language=language)
            found = both[1] if both else whole_date(text, language=language)
            place = place or (both[0] if both else "")
            dates.extend(d for d in ((found.first, found.last) if found else ()) if d not in dates)
    if not dates:
        titles = (p.text(language) for p in paragraphs if p.role is Role.TITLE)
        dates = list(dict.fromkeys(d.last for title in titles for d in find_dates(title, language=language)))[
            :1
        ]
    return dates, place
