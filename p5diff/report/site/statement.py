"""The page of a statement: its text with a margin that tells the life of each sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from p5diff.model.series import ENDINGS, Event, EventKind, Thread, Wording
from p5diff.model.statement import Metadata
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.phrasebook import Say
from p5diff.report.series.facts import date
from p5diff.report.series.rank import UNSURE, surely_new
from p5diff.report.site.ladder import Happened, Ladders, reworded, short
from p5diff.report.site.made import Made
from p5diff.report.site.names import PageLink, Places, sentence_anchor, thread_link
from p5diff.report.view import describe

if TYPE_CHECKING:
    from markupsafe import Markup

NEW = "new here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What an earlier statement said and this one does not: its words, its thread, its last wording, and
    the wording here that took it in or took its place, if one did."""

    words: str
    happened: tuple[Happened, ...]
    thread: PageLink
    last: PageLink
    now: PageLink | None
    kept: bool
    """Whether its words went into another sentence, and so did not leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """A sentence with its margin: since when it stands, how often it was reworded, what happened here."""

    anchor: str
    text: str
    since: str
    changed: int
    happened: tuple[Happened, ...]
    thread: PageLink
    before: PageLink | None
    """The wording before, where something happened to it; else the thread leads there."""
    fresh: bool
    """Whether it is surely new."""
    new: str
    """What to say of a sentence that no earlier text says; else empty."""
    left: tuple[Left, ...]
    """What left after this sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginParagraph:
    """A paragraph of the text."""

    label: str
    role: str
    level: int
    sentences: tuple[Lived, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """All of the page."""

    name: str
    title: str
    date: str
    facts: tuple[str, ...]
    language: str
    direction: str
    own: Markup
    """Attributes of the page's own words inside the text, where its language is another one."""
    paragraphs: tuple[MarginParagraph, ...]
    left_first: tuple[Left, ...]
    newest: bool
    previous: PageLink | None
    next: PageLink | None
    compared: tuple[PageLink, ...]


def statement_page(made: Made, ladders: Ladders, number: int) -> StatementPage:
    """The page of one statement of the series."""
    from markupsafe import Markup

    statement = made.statements[number]
    meta = statement.meta
    here = _threads(made, number)
    left, first = _left(made, ladders, number, here)
    return StatementPage(
        name=meta.id,
        title=meta.title(),
        date=date(meta),
        facts=_facts(meta, ladders.say),
        language=language_tag(meta.language),
        direction=direction(meta.language),
        own=Markup(_own(language_tag(meta.language), ladders.say.language)),
        paragraphs=tuple(
            MarginParagraph(
                label=paragraph.label,
                role=paragraph.role.value,
                level=paragraph.level,
                sentences=tuple(
                    _lived(ladders, here[s.id], s.id, s.text, number, tuple(left.get(s.id, ())))
                    for s in paragraph.sentences
                ),
            )
            for paragraph in statement.paragraphs
        ),
        left_first=tuple(first),
        newest=number == len(made.statements) - 1,
        previous=_beside(made, ladders.places, number - 1),
        next=_beside(made, ladders.places, number + 1),
        compared=tuple(_compared(made, ladders.places, number)),
    )


def _own(text: str, words: str) -> str:
    return "" if text == words else f' lang="{language_tag(words)}" dir="{direction(words)}"'


def _threads(made: Made, number: int) -> dict[str, Thread]:
    """Sentence id → its thread, in one statement."""
    found = {}
    for thread in made.series.threads:
        wording = thread.wordings[number]
        if isinstance(wording, Wording):
            found.update(dict.fromkeys(wording.sentences, thread))
    return found


def _lived(
    ladders: Ladders, thread: Thread, sentence: str, text: str, number: int, left: tuple[Left, ...]
) -> Lived:
    ref = ladders.series.statements[number]
    earlier = [w for w in thread.wordings[:number] if isinstance(w, Wording)]
    quiet = {EventKind.KEPT, EventKind.BORN}
    told = [e for e in thread.events_in(ref) if e.event not in quiet or e.detail or e.others]
    before = ladders.series.rests_on(thread, told[0])[0] if told else None
    begins = "" if earlier else _begins(thread, told, number)
    return Lived(
        anchor=sentence_anchor(sentence),
        text=text,
        since=ladders.places.name(thread.first.statement),
        changed=reworded(thread, number, ladders.at),
        happened=tuple(ladders.happened(thread, e) for e in told),
        thread=PageLink(href=thread_link(thread), text=thread.id),
        before=ladders.wording(before) if before else None,
        new=ladders.say(begins) if begins else "",
        fresh=begins == NEW,
        left=left,
    )


def _begins(thread: Thread, told: list[Event], number: int) -> str:
    """What to say of a sentence that begins a thread: new only where no earlier text can have said it."""
    if not number:
        return "first text"
    if told and told[0].event is not EventKind.BORN:
        return "said again" if told[0].event is EventKind.REVIVED else "branched off"
    return NEW if surely_new(thread) else UNSURE


def _left(
    made: Made, ladders: Ladders, number: int, here: dict[str, Thread]
) -> tuple[dict[str, list[Left]], list[Left]]:
    """What left, under the sentence here that followed from the one it stood behind."""
    ref = made.series.statements[number]
    place: dict[str, str] = {}
    for sentence, thread in here.items():
        place.setdefault(thread.id, sentence)
    found: dict[str, list[Left]] = defaultdict(list)
    first: list[Left] = []
    told: set[str] = set()
    anchor = ""
    before = _threads(made, number - 1) if number else {}
    order = [before[s.id] for s in made.statements[number - 1].sentences()] if number else []
    gone = [t for t in made.series.threads if not isinstance(t.wordings[number], Wording)]
    for thread in [*order, *gone]:
        if thread.id in place:
            anchor = place[thread.id]
            continue
        ends = [e for e in thread.events_in(ref) if e.event in ENDINGS]
        if ends and thread.id not in told:
            told.add(thread.id)
            last = [w for w in thread.wordings[:number] if isinstance(w, Wording)][-1]
            after = made.series.rests_on(thread, ends[0])[1]
            left = Left(
                words=short(last.text),
                happened=tuple(ladders.happened(thread, e) for e in ends),
                thread=PageLink(href=thread_link(thread), text=thread.id),
                last=ladders.wording(last),
                now=ladders.wording(after) if after else None,
                kept=any(e.event is EventKind.MERGED for e in ends),
            )
            (found[anchor] if anchor else first).append(left)
    return found, first


def _facts(meta: Metadata, say: Say) -> tuple[str, ...]:
    when = say("adopted {date}", date=meta.adopted) if meta.adopted else "–".join(dict.fromkeys(meta.dates))
    facts = (describe(meta, say), ", ".join(p for p in (meta.place, when) if p), ", ".join(meta.symbols))
    noted = " ".join(part for part in (meta.note, meta.source.note) if part)
    return tuple(fact for fact in (*facts, noted) if fact)


def _beside(made: Made, places: Places, number: int) -> PageLink | None:
    if not 0 <= number < len(made.statements):
        return None
    return places.link(made.series.statements[number])


def _compared(made: Made, places: Places, number: int) -> list[PageLink]:
    refs = made.series.statements
    found = []
    for n in (number - 1, number):
        if 0 <= n < len(refs) - 1:
            found.append(
                PageLink(
                    href=places.pair(refs[n], refs[n + 1]),
                    text=f"{places.name(refs[n])} → {places.name(refs[n + 1])}",
                )
            )
    return found
