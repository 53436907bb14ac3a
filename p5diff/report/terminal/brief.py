"""The brief in a terminal: one page of at most `PAGE` lines; with `full`, every change behind it.

The page holds by construction: each part has a budget of lines, and what finds no room is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from p5diff.model.comparison import Evidence, LedgerEntry, Shift, Side
from p5diff.model.statement import Metadata
from p5diff.report.brief import DROPPED, NEW, RECAST, Brief, BriefLine, Point, TopicCount
from p5diff.report.cut import cells, short
from p5diff.report.excerpt import about_one, pieces, share
from p5diff.report.phrasebook import PageWords, Phrases, phrases
from p5diff.report.phrases import SIGNS
from p5diff.report.rank import DIRECTED
from p5diff.report.room import allotted
from p5diff.report.subjects import Subject, grouped
from p5diff.report.terminal.comparison import counts, rule, shift_style, text_lines, when
from p5diff.report.terminal.layout import Chunk, Line, chunk, wrap
from p5diff.report.terminal.words import excerpted, marked
from p5diff.report.view import describe
from p5diff.report.wording import as_quoted, said, topic_counts, verdict
from p5diff.report.wording import title as titled

PAGE = 60
"""Lines of the page, at any width: what a screen of paper holds."""
_LENGTHS = (1, 2, 3, 4)
"""Lines that a change may be told in."""
_LEAST = 2
"""Lines that the first change of a point has at least, and each change of words: in one line, what came is
not seen beside what went."""
_TOPICS, _NAMES, _CAUTIONS, _ALARMS = 6, 5, 3, 4
"""Lines for topics, the ledger and alarms, and cautions told whole; more of them are counted."""
_ALSO = 3
"""Lines that name the changes of a point which are not told, by their subjects: a line more names four or
five, a line of a change tells half of one."""
_OPENS = " $€£¥([{“‘«"
"""Signs that say nothing without what they open."""
_CAUTION = 3
"""Lines of one caution on the page."""
_MARKS = 16
"""Cells that the marks around changed words and unfilled line ends take of a change's lines."""
_BETWEEN = " · "
"""Between two lists of numbers on one line."""
_STATUS = {"entered": "+", "left": "-", "changed": "~"}
_INDENT = " " * 5


def brief_lines(
    brief: Brief,
    width: int,
    *,
    explain: bool = False,
    full: bool = False,
    words: Phrases | None = None,
    alarms: Sequence[str] = (),
) -> Iterator[Line]:
    """The page; with `full`, then all changes by topic. `explain` adds the rule behind each verdict.

    `words` are the page's own, English unless given; `alarms` lines on the series of the newer text.
    """
    words = words or phrases("en")
    if not full and not explain:
        yield from _page(brief, width, words, alarms)
        return
    yield from _head(brief, width, words, whole=True)
    yield from _list(words.say("newest"), alarms, width)
    yield from counts(brief.tally, brief, width, PageWords(words.language))
    for section in brief.sections:
        yield []
        yield rule(section.label, width)
        for line in section.lines:
            yield from _line(line, width, explain, words)
    yield from _ledger(brief, width, words)
    yield from _foot(brief, width, words)


def _page(brief: Brief, width: int, words: Phrases, alarms: Sequence[str]) -> Iterator[Line]:
    """The page as it is read best, or, where that leaves out changes of a point, the close one."""
    lines, whole = _drawn(brief, width, words, alarms, _ROOMY)
    yield from lines if whole else _drawn(brief, width, words, alarms, _CLOSE)[0]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Lines for each text, for topics, and for the things named; and whether points stand apart."""

    texts: int
    topics: int
    names: int
    apart: bool


_ROOMY = _Layout(texts=2, topics=_TOPICS, names=_NAMES, apart=True)
_CLOSE = _Layout(texts=1, topics=3, names=2, apart=False)
"""Where points have more changes than a page holds, titles and counts give way to them: `--full` has these
whole, and a change that is not told is nowhere on the page."""


def _drawn(
    brief: Brief, width: int, words: Phrases, alarms: Sequence[str], layout: _Layout
) -> tuple[list[Line], bool]:
    """The page, its parts fitted: the points take what head, topics, ledger and foot leave; and whether each
    point tells all its changes."""
    head = list(_head(brief, width, words, whole=False, texts=layout.texts))
    topics = _fitting([_topic(count, width, words) for count in brief.topics], layout.topics, words, width)
    names = list(_ledger(brief, width, words))
    names = _cut(names, layout.names + 2, words.say("more-ledger", n=len(names) - layout.names - 1), width)
    watch = list(_list(words.say("newest"), [_first(alarm, width) for alarm in alarms], width))
    watch = _cut(watch, _ALARMS + 2, words.say("more-ledger", n=len(watch) - _ALARMS - 1), width)
    foot = list(_page_foot(brief, width, words, told=0))  # as long as it can get
    room = PAGE - sum(map(len, (head, names, watch, foot))) - (len(topics) + 2 if topics else 0)
    points, told = _points(brief, width, room, words, apart=layout.apart)
    lines = [*head, *points]
    if topics:
        lines += [[], rule(words.say("by-topic"), width), *topics]
    lines += [*names, *watch, *_page_foot(brief, width, words, told=told)]
    return lines, told == sum(point.count for point in brief.points)


def _list(title: str, told: Sequence[str], width: int) -> Iterator[Line]:
    if told:
        yield []
        yield rule(title, width)
        for text in told:
            yield from wrap([chunk(text)], width, first="  ", rest="    ")


def _first(text: str, width: int) -> str:
    """The start of a text that fills at most one line."""
    room = width - 6
    if cells(text) <= room:
        return text
    while cells(text) > room:
        text = text[: min(room, len(text) - 1)]
    return f"{text.rstrip()} …"


def _fitting(groups: list[list[Line]], most: int, words: Phrases, width: int) -> list[Line]:
    """As many topics, each whole, as so many lines hold; the others counted in the last one."""
    lines = [line for group in groups for line in group]
    if len(lines) <= most:
        return lines
    kept = max((n for n in range(len(groups)) if sum(map(len, groups[:n])) < most), default=0)
    more = words.say("more-topics", n=len(groups) - kept)
    shown = [line for group in groups[:kept] for line in group]
    return [*shown, *wrap([chunk(f"  {more}", "dim")], width)[:1]]


def _cut(lines: list[Line], most: int, more: str, width: int) -> list[Line]:
    """At most so many lines; `more` counts the others in the last one."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], *wrap([chunk(f"  {more}", "dim")], width)[:1]]


def _head(brief: Brief, width: int, words: Phrases, *, whole: bool, texts: int = 2) -> Iterator[Line]:
    yield from wrap([chunk(said(brief, words), "title")], width)
    if brief.selected:
        yield from wrap([chunk(brief.selected, "caution")], width)
    yield []
    say = PageWords(words.language)
    for name, meta in ((words.say("before"), brief.before), (words.say("after"), brief.after)):
        yield from (
            _text_line(name, meta, width, texts, say) if not whole else text_lines(name, meta, width, say)
        )
    shown = brief.cautions if whole else brief.cautions[:_CAUTIONS]
    for caution in shown:
        lines = wrap([chunk(caution, "caution")], width, first="  ! ", rest="    ")
        yield from lines if whole else _shortened(lines, _CAUTION, width)
    if len(shown) < len(brief.cautions):
        yield [chunk(f"  ! {words.say('more-notes', n=len(brief.cautions) - len(shown))}", "caution")]


def _text_line(name: str, meta: Metadata, width: int, most: int, say: PageWords) -> list[Line]:
    """Which text stands on one side, in a line or two: its reference, edition, date, then its title."""
    ref = meta.ref if meta.corpus else PurePath(meta.ref.replace("\\", "/")).name
    facts = [ref, describe(meta, say), *when(meta, say)]
    titled = [chunk(f" · {meta.title()}")] if meta.title() not in (meta.id, ref) else []
    lines = wrap([chunk(" · ".join(facts), "dim"), *titled], width, first=f"  {name:<8}", rest=" " * 10)
    return _shortened(lines, most, width)


def _points(brief: Brief, width: int, room: int, words: Phrases, *, apart: bool) -> tuple[list[Line], int]:
    """As many changes under each point, told in as many lines, as find room, and how many those are; the
    others by number.
    """
    further = list(_further(brief, width, words))
    space = 0 if apart else 1  # the first point stands apart in any case

    def drawn(line: BriefLine, length: int) -> tuple[int, float]:
        return len(_item(line, width, length, words)), share(line, _cut_words(line, width, length))

    def frame(point: Point, told: int) -> int:
        return len(_point(0, point, width, (), words, brief.subjects, skipped=told)) + apart

    told = allotted(brief.points, room - len(further) - space, _LENGTHS, drawn, frame)
    found: list[Line] = []
    for number, (point, lengths) in enumerate(zip(brief.points, told, strict=True), start=1):
        found += [[]] if apart or number == 1 else []
        found += _point(number, point, width, lengths, words, brief.subjects)
    return [*found, *further][: max(room, 0)], sum(map(len, told))


def _point(
    number: int,
    point: Point,
    width: int,
    lengths: Sequence[int],
    words: Phrases,
    subjects: Mapping[int, Subject],
    *,
    skipped: int = 0,
) -> list[Line]:
    """A point with its first changes, each in at most so many lines, the others by subject and number;
    `skipped` changes are neither told nor named.
    """
    items = len(lengths) or skipped
    title = f"{number}. {titled(point, words)}"
    lines = _shortened(
        wrap([chunk(title, "topic"), chunk(f"  {point.count}", "dim")], width, rest="   "), 2, width
    )
    for item, most in zip(point.items, lengths, strict=False):
        lines += _item(item, width, most, words)
    left = [item.number for item in point.items[items:]] + list(point.others)
    doubtful = words.say("elsewhere", numbers="{}")
    told = []
    if left:
        pattern = words.say("also", numbers="{}") if items else "{}"
        told = _subjects(pattern, left, width, words, subjects, signed=len(point.parts) > 1)
    if point.elsewhere:
        beside = _numbers(doubtful, list(point.elsewhere), width, words, lines=1)
        used = sum(cells(piece.text) for line in (*told[-1:], *beside) for piece in line)
        if told and used + len(_BETWEEN) - cells(_INDENT) <= width:
            told[-1] = [*told[-1], chunk(_BETWEEN, "dim"), *beside[0][1:]]
        else:
            told += beside
    return [*lines, *told]


def _further(brief: Brief, width: int, words: Phrases) -> Iterator[Line]:
    """The verdicts of direction that are under none of the points."""
    for point in brief.further:
        if point.consequence in DIRECTED:
            label = words.word("consequences", point.consequence.value).replace("{", "{{")
            yield from _numbers(f"{words.led(label)}{{}}", list(point.others), width, words, lines=2)


def _subjects(
    pattern: str,
    numbers: list[int],
    width: int,
    words: Phrases,
    subjects: Mapping[int, Subject],
    *,
    signed: bool,
) -> list[Line]:
    """`also “Lake Orr” #3, #7; “grain” #9 and 12 more`: as many as `_ALSO` lines hold."""
    lines: list[Line] = []
    shown: list[str] = []
    left = len(numbers)
    for group in grouped(numbers, subjects):
        shown.append(about_one(group, words, signed=signed))
        left -= len(group.numbers)
        more = f" {words.say('more', n=left)}" if left else ""
        told = pattern.format(words.joined(shown)) + more
        longer = wrap([chunk(told, "dim")], width, first=_INDENT, rest=_INDENT)
        if lines and len(longer) > _ALSO:
            break
        lines = longer
    return lines[:_ALSO]


def _numbers(pattern: str, numbers: list[int], width: int, words: Phrases, *, lines: int) -> list[Line]:
    """`also #3, #7, #9 and 12 more`: as many as the lines hold."""
    room = width * lines - cells(_INDENT) * lines - cells(pattern) - cells(words.say("more", n=1000)) - 4
    shown: list[str] = []
    for number in numbers:
        if sum(cells(text) + 2 for text in shown) + cells(f"#{number}") > room:
            break
        shown.append(f"#{number}")
    rest = len(numbers) - len(shown)
    told = pattern.format(", ".join(shown)) + (f" {words.say('more', n=rest)}" if rest else "")
    return wrap([chunk(told, "dim")], width, first=_INDENT, rest=_INDENT)[:lines]


def _item(line: BriefLine, width: int, most: int, words: Phrases) -> list[Line]:
    """A change in a few lines: its sign and place, its words, what the verdict rests on."""
    tail = _verdicts(line.shifts, words)
    lines = _worded(line, _cut_words(line, width, most), width)
    return [
        *_shortened(lines, _lines_of(line, most), width),
        *_shortened(wrap(tail, width, first=_INDENT, rest=_INDENT), 1, width)[: bool(tail)],
    ]


def _verdicts(shifts: Sequence[Shift], words: Phrases) -> list[Chunk]:
    """The first verdict of a change, and the first that says the opposite: neither alone tells the change."""
    told = [shift for shift in shifts if shift_style(shift) != "dim"] or list(shifts)
    first = told[:1]
    styles = {shift_style(shift) for shift in first}
    against = [s for s in told if styles | {shift_style(s)} == {"stronger", "weaker"}]
    spoken = [piece for shift in first for piece in _verdict(shift, words)]
    return [*spoken, *(p for s in against[:1] for p in (chunk(_BETWEEN, "dim"), *_verdict(s, words)))]


def _item_head(line: BriefLine) -> list[Chunk]:
    places = " → ".join(dict.fromkeys(p for p in (line.before_place, line.after_place) if p))
    return [chunk(f"   {SIGNS[line.what]} ", line.what), chunk(f"{places}  #{line.number}  ", "dim")]


def _lines_of(line: BriefLine, most: int) -> int:
    """Lines of a change: one that came beside one that went is not told in a single one."""
    return max(most, _LEAST) if line.before and line.after else most


def _cut_words(line: BriefLine, width: int, most: int) -> list[tuple[str, str]]:
    """The words of a change, as many as so many lines hold behind its sign and place: fewer kept words rather
    than fewer changed ones.
    """
    head = sum(cells(piece.text) for piece in _item_head(line))
    high = _lines_of(line, most)
    room = width - head + (high - 1) * (width - cells(_INDENT))
    if not (line.before and line.after):
        return pieces(line, max(room, _MARKS))
    for spared in range(_MARKS // 2, room // 2, _MARKS // 2):
        found = pieces(line, max(room - spared, _MARKS))
        if len(_worded(line, found, width)) <= high:
            return found
    return pieces(line, max(room - _MARKS, _MARKS))


def _worded(line: BriefLine, cut: list[tuple[str, str]], width: int) -> list[Line]:
    told = excerpted(cut) if len(cut) > 1 else [chunk(text, op) for op, text in cut]
    return wrap([*_item_head(line), *told], width, rest=_INDENT)


def _shortened(lines: list[Line], most: int, width: int) -> list[Line]:
    """The first lines, the last of them ending in … where words are left out, at the end of a word."""
    if len(lines) <= most:
        return lines
    *firsts, last = lines[:most]
    for stop in range(len(last) - 1, -1, -1):
        kept = last[:stop]
        room = width - 2 - sum(cells(piece.text) for piece in kept)
        cut = _to_a_word(last[stop].text.rstrip(" …"), room, whatever=not stop).rstrip(_OPENS)
        if cut.strip():
            return [*firsts, [*kept, Chunk(cut, last[stop].style), Chunk(" …", "dim")]]
    return [*firsts, [Chunk(" …", "dim")]]


def _to_a_word(text: str, room: int, *, whatever: bool) -> str:
    """The text, or its beginning up to a word that fits; nothing where none does, or `whatever` fits."""
    if cells(text) <= room or room < 1:
        return text if room > 0 else ""
    cut = short(text, min(room + 2, cells(text) - 1)).removesuffix(" …")
    at_a_word = text[len(cut) : len(cut) + 1].isspace() or cells(text[len(cut) : len(cut) + 1]) > 1
    return cut if at_a_word or whatever else ""


def _verdict(shift: Shift, words: Phrases) -> list[Chunk]:
    """`▼ strength weaker: agreed to → agreed to consider`."""
    told = verdict(shift, words)
    head, between, rest = told.partition(": ")
    return [chunk(head + between, shift_style(shift)), *([chunk(rest)] if rest else [])]


def _topic(count: TopicCount, width: int, words: Phrases) -> list[Line]:
    led = chunk(f"  {words.led(count.label)}", "topic")
    return wrap([led, chunk(topic_counts(count, words))], width, rest=_INDENT)[:2]


def _page_foot(brief: Brief, width: int, words: Phrases, *, told: int) -> Iterator[Line]:
    every = sum(len(section.lines) for section in brief.sections)
    left = [words.say("more-changes", n=every - told)] if every > told else []
    left += [words.say("not-compared", n=brief.uncovered)] if brief.uncovered else []
    left += [words.say("quiet", n=brief.quiet)] if brief.quiet else []
    left += [] if words.reviewed else [words.say("unreviewed")]
    if left:
        yield []
        yield from wrap([chunk(words.joined(left), "dim")], width, first="  ", rest="  ")[:4]


def _line(line: BriefLine, width: int, explain: bool, words: Phrases) -> Iterator[Line]:
    places = f"{line.before_place} → {line.after_place}".strip()
    does = f"  {_does(line.does, words)}" if line.does else ""
    style = line.what
    yield [
        chunk(f" {SIGNS[line.what]} {words.word('kinds', line.what)}", style),
        chunk(f"  {places}{does}  #{line.number}", "dim"),
    ]
    yield from wrap(_text(line), width, first=_INDENT, rest=_INDENT)
    for shift in line.shifts:
        yield from _shift(shift, width, explain, words)
    if explain:
        quoted = "; ".join(f"{e.side.value} {e.sentence} “{e.text}”" for e in line.evidence)
        if quoted:
            yield from wrap([chunk(quoted, "dim")], width, first=_INDENT + "  ", rest=_INDENT + "  ")


def _does(does: str, words: Phrases) -> str:
    """`position → commitment, decision`, kinds and rungs in the words of the page."""
    say = PageWords(words.language)
    told = [mark.split(", ") for mark in does.split(" → ")]
    return " → ".join(say(", ").join([say(kind), *map(say.rung, rung)]) for kind, *rung in told)


def _text(line: BriefLine) -> list[Chunk]:
    """One-sided: the whole sentence. Otherwise what changed, with a few words around it."""
    if line.what in (NEW, DROPPED):
        return [chunk(line.after or line.before, "insert" if line.what == NEW else "delete")]
    if line.what == RECAST:
        return [chunk(line.before), Chunk("\n"), Chunk("→ ", "dim"), chunk(line.after)]
    return marked(line.edits)


def _shift(shift: Shift, width: int, explain: bool, words: Phrases) -> list[Line]:
    told = _verdict(shift, words)
    if explain:
        told.append(chunk(f"  {shift.explanation} [{shift.rule}]", "dim"))
    return wrap(told, width, first=_INDENT, rest=_INDENT + "  ")


def _ledger(brief: Brief, width: int, words: Phrases) -> Iterator[Line]:
    """One line a category and status: what entered, left or changed, with its paragraphs."""
    entries = tuple(as_quoted(entry, brief, words) for entry in brief.ledger)
    if not entries:
        return
    yield []
    yield rule(words.say("ledger"), width)
    for category in dict.fromkeys(entry.category for entry in entries):
        for status, sign in _STATUS.items():
            named = [e for e in entries if e.category == category and e.status == status]
            if named:
                text = words.joined(_entry(entry, PageWords(words.language)) for entry in named)
                named_so = f"{words.word('categories', category)}, {words.word('statuses', status)}"
                head = f" {sign} {words.led(named_so)}"
                yield from wrap([chunk(head, "topic"), chunk(text)], width, rest=_INDENT)


def _entry(entry: LedgerEntry, say: PageWords) -> str:
    value = f"{entry.previous} → {entry.value}" if entry.previous else entry.value
    side = Side.BEFORE if entry.status == "left" else Side.AFTER
    places = list(dict.fromkeys(say.place(_paragraph(e)) for e in entry.evidence if e.side is side))
    return f"{value} ({', '.join(places)})" if places else value


def _paragraph(evidence: Evidence) -> str:
    """`p3.2` → `¶3`; other places by their name."""
    name = evidence.sentence.split(".")[0]
    return f"¶{name[1:]}" if name[:1] == "p" and name[1:].isdecimal() else name.rstrip("0123456789")


def _foot(brief: Brief, width: int, words: Phrases) -> Iterator[Line]:
    yield []
    left_out = [words.say("not-compared", n=brief.uncovered)] if brief.uncovered else []
    left_out += [words.say("quiet", n=brief.quiet)] if brief.quiet else []
    if left_out:
        told = words.say("not-here", said=words.joined(left_out))
        yield from wrap([chunk(told, "dim")], width, first="  ", rest="  ")
    if brief.ladder:
        told = words.say("ladder", name=brief.ladder)
        yield from wrap([chunk(told, "dim")], width, first="  ", rest="  ")
