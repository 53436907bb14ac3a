"""A statement inside a page: the news story, media note or archive page around it is set aside.

`signs` says what each paragraph shows of a page, in the words of `p5diff.language.carriers`; `edges` weighs
the places at which the statement may begin and end, each by itself; `cut` takes the source apart there;
`facts` reads what the page says of the statement. Where the likeliest reading is not sure, all is kept, and
a note says what the other is.
"""

from __future__ import annotations

from typing import NamedTuple

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.carrier.cut import cut, opened, without_delivery
from p5diff.ingest.layout.carrier.edges import SURE, StatementSpan, judged
from p5diff.ingest.layout.carrier.facts import facts
from p5diff.ingest.layout.carrier.signs import LONGEST_LEAD, OPENING, PageSigns, points
from p5diff.ingest.layout.places import Taken
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language
from p5diff.model.alignment import Note
from p5diff.model.source import CarrierChoice, Proposals
from p5diff.text.roles import names_annex, sends_document

_ASKED = 0.38
"""How sure the offered reading must be for a person to be asked about it. Of 110 pages all but one that are
not read surely stand above, and documents that carry nothing below."""
_ASKED_AFTER_ONE = 0.31
"""The same where one paragraph stands before, names what is carried and sends nothing on."""
_ASKED_OF_DOUBTFUL = 0.15
"""The same where the reading is doubtful by what it is, too: two who may be one speak, a second text
follows."""
_POSSIBLE = 0.02
"""The share below which nothing is carried, even where somebody asks for what is inside."""


class Carried(NamedTuple):
    """The paragraphs of the statement, what was set aside, what the carrier says of it (None
    where there is no carrier) and what is doubtful."""

    pieces: list[UnwrappedParagraph]
    taken: list[Taken]
    facts: Proposals | None = None
    notes: tuple[Note, ...] = ()


def uncarried(
    pieces: list[UnwrappedParagraph],
    taken: list[Taken],
    *,
    language: Language,
    choice: CarrierChoice = CarrierChoice.JUDGED,
) -> Carried:
    """The statement without the page that carries it; everything as it was where none does, or where
    `choice` says that the whole is the text."""
    if choice is CarrierChoice.WHOLE:
        return Carried(pieces, taken)
    parts, aside = opened(pieces, taken, language)
    page = PageSigns(parts, aside, language)
    found = judged(page)
    span = found.span
    notes: tuple[Note, ...] = ()
    if span is None or (choice is CarrierChoice.INSIDE and found.carried < _POSSIBLE):
        span = None
    elif choice is CarrierChoice.JUDGED and (span.doubtful or span.sure < SURE):
        notes = (_doubt(page, span),) if is_asked(page, span) else ()
        span = None
    if span is None:
        kept, away = without_delivery(pieces, taken, language)
        return Carried(kept, away, Proposals() if len(kept) < len(pieces) else None, notes)
    kept, away = without_delivery(*cut(parts, page, span), language)
    return Carried(kept, away, facts(parts, page, span))


def is_asked(page: PageSigns, span: StatementSpan) -> bool:
    """Whether a person is asked about a reading that is not sure: not about mere lines of a web page."""
    if page.framed and not page.runs[span.start] and page.runs[span.end] == page.runs[-1]:
        return False
    before = page.running_before(span.start)
    first = before >= 0 and page.runs[span.start] == 1 and page.noun[before] and not page.sends[before]
    if not first:
        return span.sure >= _ASKED
    return span.sure >= (_ASKED_OF_DOUBTFUL if span.doubtful else _ASKED_AFTER_ONE)


def may_be_carried(text: str, *, language: Language) -> bool:
    """Whether a text holds a word of a carrier at all: a quick look before a thorough one."""
    words = w.words_of(language)
    text = w.plain(text, language)
    if words.introduces.search(text) or words.announces.search(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    titled = (line for line in lines if len(line) <= LONGEST_LEAD and words.text.search(line))
    if any(words.noun.search(line) for line in titled):
        return True
    opening = (words.reports, words.points, words.aloud)
    if any(
        line.rstrip()[-1] in w.COLONS or any(one.search(line) for one in opening) for line in lines[:OPENING]
    ):
        return True
    if any(words.delivery.fullmatch(line.strip(w.AROUND)) for line in lines[:OPENING]):
        return True
    if sends_document(text, language) and any(names_annex(line, language) for line in lines):
        return True
    return any(
        w.is_mark(line, words) or line[0] in w.QUOTES or points(line, words, with_noun=True) for line in lines
    )


def _doubt(page: PageSigns, span: StatementSpan) -> Note:
    """A note that says what the text may be instead of all."""
    count = page.runs[span.end] - page.runs[span.start]
    size = f"{count} paragraph{'s' * (count > 1)}"
    text = page.texts[page.running_from(span.start)]
    words = " ".join(text.split()[:8]) if page.language.SEPARATOR else text[:16]
    message = (
        f"two readings: the text may be only what begins “{words} …” ({size}), and "
        "the rest a page that carries it; all was kept (--carrier inside takes that part alone, "
        "--carrier whole says that all is the text)"
    )
    return Note(slug="carrier-doubtful", message=message)
