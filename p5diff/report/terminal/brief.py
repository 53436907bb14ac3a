"""The brief in a terminal: one page of at most `PAGE` lines; with `full`, every change behind it.

The page holds by construction: each part has a budget of lines, and what finds no room is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.model.comparison import Evidence, LedgerEntry, Shift, Side
from p5diff.report.brief import DROPPED, NEW, RECAST, Brief, BriefLine, TopicCount
from p5diff.report.phrases import ARROWS, SIGNS
from p5diff.report.rank import DIRECTED
from p5diff.report.terminal.comparison import counts, rule, shift_style, text_lines
from p5diff.report.terminal.layout import Chunk, Line, cells, chunk, wrap
from p5diff.report.terminal.words import abridged

PAGE = 60
"""Lines of the page, at any width: what a screen of paper holds."""
_TEXT_LINES = 2
"""So many lines a change is told in on the page."""
_TOPICS, _NAMES, _CAUTIONS = 8, 5, 3
"""Lines for topics, for the ledger, and cautions told whole; more of them are counted."""
_STATUS = {"entered": "+", "left": "-", "changed": "~"}
_INDENT = " " * 5


def brief_lines(brief: Brief, width: int, *, explain: bool = False, full: bool = False) -> Iterator[Line]:
    """The page; with `full`, then all changes by topic. `explain` adds the rule behind each verdict."""
    if not full and not explain:
        yield from _page(brief, width)
        return
    yield from _head(brief, width, whole=True)
    yield from counts(brief.tally, width)
    for section in brief.sections:
        yield []
        yield rule(section.label, width)
        for line in section.lines:
            yield from _line(line, width, explain)
    yield from _ledger(brief.ledger, width)
    yield from _foot(brief, width)


def _page(brief: Brief, width: int) -> Iterator[Line]:
    """The page, its parts fitted: the points take what head, topics, ledger and foot leave."""
    head = list(_head(brief, width, whole=False))
    topics = _cut([line for count in brief.topics for line in _topic(count, width)], _TOPICS, "topics", width)
    names = _cut(list(_ledger(brief.ledger, width)), _NAMES + 2, "lines of the ledger", width)
    foot = list(_page_foot(brief, width))
    room = PAGE - len(head) - len(names) - len(foot) - (len(topics) + 2 if topics else 0)
    yield from head
    yield from _points(brief, width, room)
    if topics:
        yield []
        yield rule("By topic", width)
        yield from topics
    yield from names
    yield from foot


def _cut(lines: list[Line], most: int, what: str, width: int) -> list[Line]:
    """At most so many lines; the last one counts the others."""
    if len(lines) <= most:
        return lines
    return [
        *lines[: most - 1],
        *wrap([chunk(f"  {len(lines) - most + 1} more {what}: --full", "dim")], width)[:1],
    ]


def _head(brief: Brief, width: int, *, whole: bool) -> Iterator[Line]:
    yield from wrap([chunk(brief.answer, "title")], width)
    yield []
    for name, meta in (("before", brief.before), ("after", brief.after)):
        lines = list(text_lines(name, meta, width))
        yield from lines if whole else lines[:3]
    shown = brief.cautions if whole else brief.cautions[:_CAUTIONS]
    for caution in shown:
        lines = wrap([chunk(caution, "caution")], width, first="  ! ", rest="    ")
        yield from lines if whole else lines[:3]
    if len(shown) < len(brief.cautions):
        yield [chunk(f"  ! {len(brief.cautions) - len(shown)} more notes: --full", "caution")]


def _points(brief: Brief, width: int, room: int) -> Iterator[Line]:
    """As many changes under each point as find room, at least one; the others by number."""
    told = next((n for n in range(3, 0, -1) if len(_told(brief, width, n)) <= room), 0)
    lines = _told(brief, width, told)
    yield from lines[: max(room, 0)]


def _told(brief: Brief, width: int, items: int) -> list[Line]:
    """The points with so many changes each, and the verdicts of direction that are under none."""
    lines: list[Line] = []
    for number, point in enumerate(brief.points, start=1):
        lines.append([])
        title = f"{number}. {point.consequence.value.capitalize()}"
        lines.append([chunk(title, "topic"), chunk(f"  {point.count}", "dim")])
        for item in point.items[:items]:
            lines += _item(item, width)
        left = [item.number for item in point.items[items:]] + list(point.others)
        if left:
            lines += _numbers("also", left, width, lines=1 if items else 2)
    for point in brief.further:
        if point.consequence in DIRECTED:
            lines += _numbers(point.consequence.value, list(point.others), width, lines=2)
    return lines


def _numbers(lead: str, numbers: list[int], width: int, *, lines: int) -> list[Line]:
    """`also #3, #7, #9 and 12 more`: as many as the lines hold."""
    room = width * lines - cells(_INDENT) * lines - cells(lead) - 16
    shown: list[str] = []
    for number in numbers:
        if sum(cells(text) + 2 for text in shown) + cells(f"#{number}") > room:
            break
        shown.append(f"#{number}")
    rest = len(numbers) - len(shown)
    told = f"{lead} {', '.join(shown)}" + (f" and {rest} more" if rest else "")
    return wrap([chunk(told, "dim")], width, first=_INDENT, rest=_INDENT)[:lines]


def _item(line: BriefLine, width: int) -> list[Line]:
    """A change in a few lines: its sign and place, its words, what the verdict rests on."""
    places = " → ".join(dict.fromkeys(p for p in (line.before_place, line.after_place) if p))
    head = [chunk(f"   {SIGNS[line.what]} ", line.what), chunk(f"{places}  #{line.number}  ", "dim")]
    told = [shift for shift in line.shifts if shift_style(shift) != "dim"] or list(line.shifts)
    tail = _verdict(told[0]) if told else []
    lines = wrap([*head, *_text(line)], width, rest=_INDENT)
    return [
        *_shortened(lines, _TEXT_LINES, width),
        *wrap(tail, width, first=_INDENT, rest=_INDENT)[: bool(tail)],
    ]


def _shortened(lines: list[Line], most: int, width: int) -> list[Line]:
    """The first lines, the last of them ending in … where words are left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    spare = width - sum(cells(piece.text) for piece in last)
    if spare < 2 and last:
        *firsts, end = last
        cut = end.text[: max(len(end.text) - 2 + max(spare, 0), 0)].rstrip()
        last = [*firsts, Chunk(cut, end.style)]
    return [*lines[: most - 1], [*last, Chunk(" …", "dim")]]


def _verdict(shift: Shift) -> list[Chunk]:
    words = f"{ARROWS.get(shift.verdict, '=')} {shift.aspect} {shift.verdict.value}: "
    return [chunk(words, shift_style(shift)), chunk(f"{shift.before or '—'} → {shift.after or '—'}")]


def _topic(count: TopicCount, width: int) -> list[Line]:
    told = ", ".join(f"{n} {what}" for what, n in count.counts)
    return wrap([chunk(f"  {count.label}: ", "topic"), chunk(told)], width, rest=_INDENT)[:2]


def _page_foot(brief: Brief, width: int) -> Iterator[Line]:
    told = sum(len(point.items) for point in brief.points)
    every = sum(len(section.lines) for section in brief.sections)
    said = []
    if every > told:
        said.append(f"{every - told} more changes: --full")
    if brief.uncovered:
        said.append(f"{brief.uncovered} sentences not compared (a partial text, or another language)")
    if brief.quiet:
        said.append(f"{brief.quiet} of print or formalities only")
    if said:
        yield []
        yield from wrap([chunk("; ".join(said), "dim")], width, first="  ", rest="  ")[:3]


def _line(line: BriefLine, width: int, explain: bool) -> Iterator[Line]:
    places = f"{line.before_place} → {line.after_place}".strip()
    does = f"  {line.does}" if line.does else ""
    style = line.what
    yield [
        chunk(f" {SIGNS[line.what]} {line.what}", style),
        chunk(f"  {places}{does}  #{line.number}", "dim"),
    ]
    yield from wrap(_text(line), width, first=_INDENT, rest=_INDENT)
    for shift in line.shifts:
        yield from _shift(shift, width, explain)
    if explain:
        quoted = "; ".join(f"{e.side.value} {e.sentence} “{e.text}”" for e in line.evidence)
        if quoted:
            yield from wrap([chunk(quoted, "dim")], width, first=_INDENT + "  ", rest=_INDENT + "  ")


def _text(line: BriefLine) -> list[Chunk]:
    """One-sided: the whole sentence. Otherwise what changed, with a few words around it."""
    if line.what in (NEW, DROPPED):
        return [chunk(line.after or line.before, "insert" if line.what == NEW else "delete")]
    if line.what == RECAST:
        return [chunk(line.before), Chunk("\n"), Chunk("→ ", "dim"), chunk(line.after)]
    return abridged(line.edits)


def _shift(shift: Shift, width: int, explain: bool) -> list[Line]:
    words = _verdict(shift)
    if explain:
        words.append(chunk(f"  {shift.explanation} [{shift.rule}]", "dim"))
    return wrap(words, width, first=_INDENT, rest=_INDENT + "  ")


def _ledger(entries: tuple[LedgerEntry, ...], width: int) -> Iterator[Line]:
    """One line a category and status: what entered, left or changed, with its paragraphs."""
    if not entries:
        return
    yield []
    yield rule("Ledger: what the texts name", width)
    for category in dict.fromkeys(entry.category for entry in entries):
        for status, sign in _STATUS.items():
            named = [e for e in entries if e.category == category and e.status == status]
            if named:
                text = "; ".join(_entry(entry) for entry in named)
                head = f" {sign} {category} {status}: "
                yield from wrap([chunk(head, "topic"), chunk(text)], width, rest=_INDENT)


def _entry(entry: LedgerEntry) -> str:
    value = f"{entry.previous} → {entry.value}" if entry.previous else entry.value
    side = Side.BEFORE if entry.status == "left" else Side.AFTER
    places = list(dict.fromkeys(_paragraph(e) for e in entry.evidence if e.side is side))
    return f"{value} ({', '.join(places)})" if places else value


def _paragraph(evidence: Evidence) -> str:
    """`p3.2` → `¶3`; other places by their name."""
    name = evidence.sentence.split(".")[0]
    return f"¶{name[1:]}" if name[:1] == "p" and name[1:].isdecimal() else name.rstrip("0123456789")


def _foot(brief: Brief, width: int) -> Iterator[Line]:
    yield []
    left_out = []
    if brief.uncovered:
        left_out.append(f"{brief.uncovered} uncovered")
    if brief.quiet:
        left_out.append(f"{brief.quiet} in print or formalities only")
    if left_out:
        said = f"Not in this page: {', '.join(left_out)}. p5diff diff --all shows everything."
        yield from wrap([chunk(said, "dim")], width, first="  ", rest="  ")
    if brief.ladder:
        yield from wrap([chunk(f"Strength by the ladder {brief.ladder}.", "dim")], width, first="  ")
