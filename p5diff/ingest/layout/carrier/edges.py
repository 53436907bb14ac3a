"""Where the statement begins and where it ends: the best of all pairs of places by a sum of weighted signs.

A place is a number of paragraphs: the statement begins before that one, or ends before it. Each place has
its signs (`begin_signs`, `end_signs`: name → figure); what they count for is learned from labelled pages
and stands in `weights.py`. A softmax over all pairs makes shares of them that sum to one, so that an end
tells for its beginning, too; the share of those that begin with the source tells whether there is a carrier
at all.

    0 Full text: joint statement   1 The two issued a statement. It follows:   2 The two sides agreed …
    place 2: a running paragraph, after one that introduces: 0.97; place 0: 0.01

Nothing is cut where paragraphs are numbered before a place, nor from a text whose beginning is its own.
Where the parties may be those who speak before it, a second text follows, or more follows a quotation than
it holds, a person is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log1p
from typing import NamedTuple

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.carrier.weights import BEGIN, END

Signs = dict[str, float]
Span = tuple[int, int]
"""Paragraphs from the first number up to the second."""
Weights = Mapping[str, float]

SURE = 0.55
"""How sure the sentences of a text must be for it to be cut out [0, 1]; of the others a person is asked. Two
lots of labelled pages left out of learning lose nothing down to 0.4; below a half one of the texts with two
readings is cut."""
_LETTER = 0.1
"""The share of a reading inside of a letter that names no annex: too small to ask about."""
_NEAR = 2
"""Lines that may stand between the sentence that introduces a text and the text: its title, a date."""
_MOST_LINES = 3
"""So many lines of a page prove as much as more."""
_TURN = 0.5
"""Signs a paragraph by which two stretches of a page differ in voice: every second one shows one more."""
_AS_LIKELY = 0.8
"""Share of the likeliest place from which another is as likely: weights of two learnings differ by more."""
_BEGINS_LOOKED_AT = 8
"""So many of the likeliest beginnings are looked at with their ends: a long source has many of both."""
_FEW = 3
"""So many paragraphs at least show that a text opens them alike."""
_ENDS_LOOKED_AT = 400
"""Places at which an end is looked for, from the beginning and from the end of a source: pages are
shorter."""


class StatementSpan(NamedTuple):
    """Paragraphs of the statement, from `start` up to `end`, and how sure both edges are (0 to 1).
    `doubtful`: whether it may be read otherwise whatever its signs count for."""

    start: int
    end: int
    sure: float
    doubtful: bool = False


class CarrierReading(NamedTuple):
    """The likeliest statement inside a source (None where it has no place to begin at), and the share of all
    places that are inside (0 to 1)."""

    span: StatementSpan | None
    carried: float


def judged(page: PageSigns, begin_weights: Weights = BEGIN, end_weights: Weights = END) -> CarrierReading:
    """The likeliest reading of a source as a page around a statement."""
    if not page.pieces:
        return CarrierReading(None, 0.0)
    shares = spans(page, begin_weights, end_weights)
    inside = {span: share for span, share in shares.items() if span[0]}
    carried = sum(inside.values())
    if 2 * carried < 1 and (found := _tailed(page, shares)):
        return found
    if not inside:
        return CarrierReading(None, 0.0)
    (begin, end), sure = _likeliest(page, inside)
    if page.framed and not page.runs[begin] and 2 * carried > 1:
        sure = _same_sentences(page, shares, end)
    end = _before_closing(page, begin, end)
    while end - 1 > begin and _is_around(page, end - 1):
        end -= 1
    lines = range(begin, min(page.running_from(begin), end - 1))
    above = [i for i in lines if _is_around(page, i) or _leads_in(page, i)]
    begin = above[-1] + 1 if above else begin  # what stands above a line of the page is of the page, too
    if _is_sent(page, begin):
        titled = begin > 1 and not page.running[begin - 1] and page.noun[begin - 1]
        return CarrierReading(StatementSpan(begin - titled, end, 0.0), min(carried, _LETTER))
    return CarrierReading(_span(page, begin, end, sure), carried)


def _tailed(page: PageSigns, shares: Mapping[Span, float]) -> CarrierReading | None:
    """A text that begins with its source and ends before it, where that is sure."""
    (_, end), sure = _likeliest(page, {span: share for span, share in shares.items() if not span[0]})
    if end == len(page.pieces) or 2 * page.before[end] < page.before[-1]:
        return None  # nothing above tells that more was to come
    sure = _same_sentences(page, shares, end) if page.framed else sure
    if sure <= SURE:
        return None
    lines = [i for i in range(page.next[0]) if page.framed and _is_around(page, i)]
    return CarrierReading(StatementSpan(lines[-1] + 1 if lines else 0, end, sure), sure)


def _same_sentences(page: PageSigns, shares: Mapping[Span, float], end: int) -> float:
    """The share of all readings that take every sentence up to a place: which of the lines above belong to a
    web page is no doubt about its text."""
    same = (
        share
        for (begin, last), share in shares.items()
        if not page.runs[begin] and page.runs[last] == page.runs[end]
    )
    return sum(same)


def spans(page: PageSigns, begin_weights: Weights = BEGIN, end_weights: Weights = END) -> dict[Span, float]:
    """The pairs of places at which a statement may begin and end, each with its share of one. Whether it
    begins with its source its beginnings tell by themselves; those inside share the rest by both edges."""
    sums = {place: _sum(begin_signs(page, place), begin_weights) for place in begins(page)}
    shares = dict(zip(sums, _shares(list(sums.values())), strict=True))
    near = sorted((place for place in sums if place), key=lambda place: -sums[place])[:_BEGINS_LOOKED_AT]
    found: dict[Span, float] = {}
    for starts, part in (([0], shares[0]), (near, 1 - shares[0])):
        pairs = {
            (begin, end): sums[begin] + _sum(end_signs(page, begin, end), end_weights)
            for begin in starts
            for end in ends(page, begin)
        }
        if pairs:
            found |= {
                pair: part * share for pair, share in zip(pairs, _shares(list(pairs.values())), strict=True)
            }
    return found


def _is_sent(page: PageSigns, begin: int) -> bool:
    """Whether a letter sends the text on that does not say which part of it is its annex: it stays whole,
    unless somebody asks for what is inside."""
    marked = page.annexes[begin] or page.mails[begin] or page.begin[begin - 1] or any(page.lead[:begin])
    return begin > 0 and page.sendings[begin] > 0 and not marked


def _span(page: PageSigns, begin: int, end: int, sure: float) -> StatementSpan:
    """The span, doubtful where it may be read otherwise whatever its signs count for."""
    second = end < len(page.pieces) and _is_second(page, begin, end)
    outweighed = "quotation_outweighed" in begin_signs(page, begin)
    held, runs = page.before[end] - page.before[begin], page.runs[end] - page.runs[begin]
    quoted = page.quotations.closes(page.running_from(begin)) is not None
    cited = quoted and runs == 1 and held < page.before[-1] - held  # less than stands around it
    doubtful = second or outweighed or cited or _is_spoken(page, begin) or _is_chapeau(page, begin)
    return StatementSpan(begin, end, sure, doubtful)


def _before_closing(page: PageSigns, begin: int, end: int) -> int:
    """The end, before the words that close a letter or message around the text ("Kind regards", name,
    office). Those of a text that greets are its own."""
    below = range(page.running_before(end) + 1, end)
    closing = next((i for i in below if page.part[i]), end)
    return end if page.greetings[closing] > page.greetings[begin] else closing


def _is_chapeau(page: PageSigns, begin: int) -> bool:
    """Whether the first sentence may open the text itself: numbered paragraphs follow it, and no line of a
    page or mark stands anywhere ("The Heads of State adopted the following communiqué: 1. They …")."""
    first = page.running_from(begin)
    alone = not (page.pages[-1] or page.marked)
    return alone and page.runs[begin] == 1 and first < len(page.pieces) and page.labelled[first]


def _is_around(page: PageSigns, index: int) -> bool:
    """Whether a line at an edge is none of the text: a rule typed around it, or a line of the page."""
    return page.strokes[index] or (page.page[index] and not page.dated[index])


def begins(page: PageSigns) -> list[int]:
    """The places at which a statement may begin, the start of the source first."""
    found = [0]
    for place in range(1, min(page.early, len(page.pieces))):
        numbered = page.labels[place] and not page.annexes[place]
        several = page.annex[place - 1] and page.annexes[-1] != 1
        first = page.running_from(place)
        if not (numbered or several) and first < len(page.pieces) and not _leads_in(page, first):
            found.append(place)
    return found


def _leads_in(page: PageSigns, index: int) -> bool:
    """Whether a paragraph only leads to what follows: no statement begins with the sentence that sends it on,
    nor with one that names it, says nothing for the parties, and ends with a colon."""
    colon = page.texts[index].rstrip(w.AROUND_COLON + '»”"')[-1:] in w.COLONS
    return page.sends[index] or (colon and page.noun[index] and not page.voices.speaking[index])


def ends(page: PageSigns, begin: int) -> list[int]:
    """The places at which a statement may end that begins at `begin`. One that begins with its source
    ends with it, or, in a web page, before a line of the page: nothing above it says that there is more.
    So does one above which stand mere lines that name no text: they say as little of its end. None ends
    amid its own numbers."""
    return [place for place in _ends(page, begin) if page.torn[place] < begin]


def _ends(page: PageSigns, begin: int) -> list[int]:
    first, count = page.running_from(begin) + 1, len(page.pieces)
    if begin == 0 or not (page.runs[begin] or any(page.noun[:first])):
        last = range(max(first, count - _ENDS_LOOKED_AT), count if page.framed or begin else first)
        below = (
            i
            for i in last
            if page.tail[i]
            or page.reader[i]
            or (page.page[i] and not page.part[i])
            or (page.bare[i] and page.running_from(i) == count)
        )
        return sorted({*below, *(i for i in last if _is_foreign_behind(page, i)), count})
    if count - first <= _ENDS_LOOKED_AT:
        return list(range(first, count + 1))
    half = _ENDS_LOOKED_AT // 2
    return [*range(first, first + half), *range(count + 1 - half, count + 1)]


def begin_signs(page: PageSigns, place: int) -> Signs:
    """What speaks for a beginning at a place, and against it."""
    running, count = page.running, len(page.pieces)
    before, first = page.running_before(place), page.running_from(place)
    heading = page.pieces[place].level > 0
    title = not running[place] and (page.noun[place] or heading)
    signs: dict[str, float] = {
        "whole": place == 0,
        "at_running": running[place],
        "at_page": page.page[place],
        "at_title": title and not page.page[place],
        "at_line": place > 0 and not running[place] and not title and not _is_of_page(page, place),
        "rule": place > 0 and place in page.rules,
        "running_before": log1p(page.runs[place]),
        "share_before": page.before[place] / max(1, page.before[-1]),
        "heads_before": min(page.heads[place], 2),
        "bare_before": page.framed and min(page.bares[place], page.bares[page.next[0]], _MOST_LINES),
        "at_bare": page.framed and page.bare[place],
    }
    if place:
        signs |= _above_signs(page, place, before)
    if first < count:
        signs["lead_first"] = page.lead[first]
    signs |= _voice_signs(page, place, before, first)
    signs["set_apart"] = (
        _is_set_apart(page, place) and page.runs[page.boxes.until[first]] - page.runs[first] > 1
    )
    return _told(signs | _quotation_signs(page, place, first))


def _above_signs(page: PageSigns, place: int, before: int) -> Signs:
    """What stands above a place: its last line, and the last that runs (none where `before` < 0)."""
    last, count = place - 1, len(page.pieces)
    signs: dict[str, float] = {
        "before_head": page.head[last],
        "before_begin": page.begin[last],
        "before_strokes": page.strokes[last],
        "headed": page.runs[place] > 0 and any(page.pieces[i].level and page.noun[i] for i in (last, place)),
        "first_of_two_rules": len(page.rules) == 2 and place == min(page.rules),
        "before_annex": page.annexed[last],
        "annex_sent": page.annexed[last] and page.sendings[place] > 0,
        "before_named": _is_named(page, last),
        "before_text": not page.running[last] and page.words.text.search(page.texts[last]) is not None,
        "speaks_before": _is_spoken(page, place),
        "page_after": page.typed_end
        or any(page.tail[i] or page.end[i] for i in range(page.running_before(count), count)),
    }
    if before < 0:
        signs |= {"nothing_runs_before": 1, "lines_before": min(page.pages[place], _MOST_LINES)}
    return signs | _lead_signs(page, place, before)


def _is_set_apart(page: PageSigns, place: int) -> bool:
    """Whether what runs on from a place is set otherwise than what runs before: in another box or style."""
    before, first = page.running_before(place), page.running_from(place)
    return before >= 0 and first < len(page.pieces) and page.boxes.until[before] == first


def _voice_signs(page: PageSigns, place: int, before: int, first: int) -> Signs:
    """Whether a report stands before a place and the voice of parties from there on, and whether the page
    ends in a report again."""
    if first >= len(page.pieces):
        return {}
    last = page.next[min(page.runs[first] + _FEW, page.runs[-1])]
    reports = _mean(page.voices.reportings, page.runs, first, last)
    signs: dict[str, float] = {
        "speaks_from": _mean(page.voices.speakings, page.runs, first, last),
        "first_speaks": page.voices.speaking[first],
    }
    if before >= 0:
        signs |= {
            "last_reports": page.voices.reporting[before],
            "last_speaks": page.voices.speaking[before],
            "reports_before": _mean(page.voices.reportings, page.runs, 0, place),
            "spoken_before": _mean(page.voices.speakings, page.runs, 0, place),
        }
        turns = signs["reports_before"] - reports >= _TURN
        turns = turns and signs["speaks_from"] - signs["spoken_before"] >= _TURN
        signs["turn_back"] = turns and page.voices.reporting[page.last[-1]] > 1
    return signs


def _mean(sums: list[int], runs: list[int], start: int, end: int) -> float:
    """The mean of a sign over the running paragraphs of a range; 0 where there is none."""
    return (sums[end] - sums[start]) / (runs[end] - runs[start]) if runs[end] > runs[start] else 0.0


def _lead_signs(page: PageSigns, place: int, before: int) -> Signs:
    """What the last running paragraph before a place says, and those before it."""
    if before < 0:
        return {}
    near = place - before - 1 <= _NEAR
    text = page.texts[before]
    colon = near and text.rstrip(w.AROUND_COLON + '»”"')[-1:] in w.COLONS and not page.listed[place]
    named = any(page.noun[:place])
    return {
        "lead": near and page.lead[before] and not _is_quoted_later(page, place),
        "told": near and page.told[before] and not page.announce[before],
        "names_text": near and page.words.text.search(text) is not None,
        "colon": colon,
        "colon_named": colon and named,
        "colon_reported": colon and page.voices.reporting[before] > 0,
        "points_here": near and page.pointing[before],
        "wire_before": page.wires[place] > 0,
        "silent": near
        and not (page.noun[before] or page.told[before] or page.pieces[place].quoted)
        and not (_is_named(page, place - 1) or (colon and named)),
    }


def _is_quoted_later(page: PageSigns, place: int) -> bool:
    """Whether the source marks several paragraphs behind a place as a quotation: its own mark says more of
    where the text stands than a sentence does."""
    first = page.running_from(place)
    blocks = (
        i for i in range(first + 1, page.early) if page.pieces[i].quoted and not page.pieces[i - 1].quoted
    )
    block = next(blocks, None)
    if block is None or page.pieces[first].quoted:
        return False
    close = page.quotations.closes(block)
    return close is not None and page.runs[close + 1] - page.runs[block] > 1


def _is_named(page: PageSigns, index: int) -> bool:
    """Whether a line says that the text of a statement stands below it: "Full text of the declaration"."""
    named = not page.running[index] and page.noun[index]
    return named and page.words.text.search(page.texts[index]) is not None


def _quotation_signs(page: PageSigns, place: int, first: int) -> Signs:
    """What a quotation says that opens at a place, or behind one line of it."""
    if first - place > 1 or (place and page.pieces[first].quoted and page.pieces[first - 1].quoted):
        return {}
    close = page.quotations.closes(first)
    if close is None:
        return {}
    held = page.before[close + 1] - page.before[first]
    several = page.runs[close + 1] - page.runs[first] > 1
    later = page.runs[-1] - page.runs[close + 1] >= page.runs[close + 1] - page.runs[first]
    outweighed = later and page.before[-1] - page.before[close + 1] >= held
    return {
        "quotation": 1,
        "quotation_share": held / max(1, page.before[-1]),
        "quotation_outweighed": outweighed,
        "citation": outweighed and not several,
    }


def end_signs(page: PageSigns, begin: int, place: int) -> Signs:
    """What speaks for an end at a place of a statement that begins at another, and against it."""
    running, last = page.running, place - 1
    inside, after = page.before[place] - page.before[begin], page.before[-1] - page.before[place]
    later = page.runs[-1] - page.runs[place]
    signs: dict[str, float] = {
        "whole": place == len(page.pieces),
        "before_page": page.page[last],
        "before_end": page.end[last],
        "before_level": page.pieces[last].level > 0,
        "before_dated": page.dated[last],
        "before_reader": page.reader[last],
        "before_courtesy": page.courtesy[last],
        "share_after": after / max(1, after + inside),
        "more_after": after > inside,
        "ends_inside": page.ends[place] > page.ends[begin],
        "ends_after": page.ends[-1] > page.ends[place],
        "tails_inside": min(page.tails[place] - page.tails[begin], 2),
        "lines_inside": min(page.pages[place] - page.pages[begin], _MOST_LINES),
        "lines_after": min(page.pages[-1] - page.pages[place], _MOST_LINES),
        "bares_last": page.framed
        and min(page.bares[place] - page.bares[page.running_before(place)], _MOST_LINES),
    }
    if place < len(page.pieces):
        signs |= _next_signs(page, begin, place)
        signs |= {"last_running": later == 0 and running[last]}
        signs |= _last_signs(page, begin, place)
    signs |= _voice_end(page, begin, place)
    first, after = page.running_from(begin), page.running_from(place)
    until = page.boxes.until[first] == after if first < len(page.pieces) else False
    signs |= {
        "set_until": until and after < len(page.pieces),
        "set_apart_until": until and _is_set_apart(page, begin),
        "set_back": until and page.boxes.is_back(range(begin), after),
    }
    return _told(signs | _close_signs(page, begin, place))


def _next_signs(page: PageSigns, begin: int, place: int) -> Signs:
    """What the first paragraph behind an end says."""
    strokes, level = page.strokes[place], page.pieces[place].level
    return {
        "at_running": page.running[place] and not (page.tail[place] or page.page[place]),
        "at_tail": page.tail[place],
        "at_end": page.end[place],
        "at_strokes": strokes,
        "at_second": _is_second(page, begin, place),
        "at_level": level > 0,
        "at_reader": page.reader[place],
        "at_courtesy": page.courtesy[place],
        "at_dated": page.dated[place],
        "at_signed": page.signed[place],
        "at_line": not page.running[place] and not level and not _is_of_page(page, place),
        "at_bare": page.framed and page.bare[place],
        "rule": place in page.rules,
        "rules": place in page.rules and begin in page.rules,
        "marks": begin > 0
        and ((strokes and page.strokes[begin - 1]) or (page.end[place] and page.begin[begin - 1])),
    }


def _last_signs(page: PageSigns, begin: int, place: int) -> Signs:
    """Whether the first running paragraph behind an end opens as those of the statement do, or is in another
    language."""
    after, last = page.running_from(place), page.running_before(place)
    if after >= len(page.pieces) or last < begin:
        return {}
    first = page.running_from(begin)
    inside = max(0, page.runs[place] - page.runs[first] - 1)
    as_inside = page.openings.between(after, range(begin, place))
    return {
        "alike_behind": as_inside,
        "alike_outside": not as_inside and page.openings.between(after, range(begin)),
        "stranger_behind": 0.0 if as_inside else page.openings.inside(begin, place) / max(_FEW, inside),
    }


def _voice_end(page: PageSigns, begin: int, place: int) -> Signs:
    """Whether parties speak up to a place, and a report goes on behind it."""
    last, after, count = page.running_before(place), page.running_from(place), len(page.pieces)
    signs: dict[str, float] = {
        "reports_inside": _mean(page.voices.reportings, page.runs, begin, place),
        "ends_reporting": page.voices.reporting[last] if last >= begin else 0,
        "ends_speaking": page.voices.speaking[last] if last >= begin else 0,
    }
    if after < count:
        inside = _mean(page.voices.speakings, page.runs, begin, place)
        signs |= {
            "reports_behind": _mean(page.voices.reportings, page.runs, place, count),
            "speaks_behind": _mean(page.voices.speakings, page.runs, place, count),
            "speaks_less": inside - _mean(page.voices.speakings, page.runs, place, count),
            "next_reports": page.voices.reporting[after],
            "next_itself": page.words.itself.search(page.texts[after]) is not None,
        }
    return signs


def _is_foreign_behind(page: PageSigns, place: int) -> bool:
    """Whether what runs on from a place is in another language, and what runs before it is not."""
    after, last = page.running_from(place), page.running_before(place)
    return after < len(page.pieces) and last >= 0 and page.foreign[after] and not page.foreign[last]


def _close_signs(page: PageSigns, begin: int, place: int) -> Signs:
    """Whether the quotation closes at a place with which the statement begins."""
    first = page.running_from(begin)
    close = page.quotations.closes(first)
    if close is None:
        return {}
    return {
        "closes": place == close + 1,
        "closes_several": place == close + 1 and page.runs[close + 1] - page.runs[first] > 1,
        "closed": place > close + 1,
        "closed_long": min(page.runs[place] - page.runs[min(close + 1, place)], 3),
    }


def _is_spoken(page: PageSigns, place: int) -> bool:
    """Whether the parties may be those who speak before a place: "we" or "I", in no letter or message."""
    letter = page.mails[place] or page.greetings[place] or page.annexes[place]
    return page.owns[place] > 0 and not letter


def _is_second(page: PageSigns, begin: int, place: int) -> bool:
    """Whether a second text begins at a place that the page tells of beside the first ("… followed by the
    remarks of the minister"): its heading is one as that of the first."""
    level = page.pieces[place].level
    heading = next((page.pieces[i].level for i in (begin, begin - 1) if i >= 0 and page.pieces[i].level), 0)
    return level > 0 and level == heading and _stood_before(page, page.texts[place], begin)


def _is_of_page(page: PageSigns, index: int) -> bool:
    """Whether a line is one of the page, a date, a signature or strokes."""
    return page.page[index] or page.dated[index] or page.signed[index] or page.strokes[index]


def _stood_before(page: PageSigns, title: str, place: int) -> bool:
    """Whether two thirds of a line's words stand in one paragraph before: the title of a page or what a
    sentence announces, said again above the text."""
    said = w.long_words(title)
    if len(said) < 2:
        return False
    return any(3 * len(said & w.long_words(text)) >= 2 * len(said) for text in page.texts[:place])


def _told(signs: Signs) -> Signs:
    """The signs that are there, as figures."""
    return {name: float(figure) for name, figure in signs.items() if figure}


def _sum(signs: Signs, weights: Weights) -> float:
    return sum(weights.get(name, 0.0) * figure for name, figure in signs.items())


def _shares(sums: list[float]) -> list[float]:
    most = max(sums)
    powers = [exp(one - most) for one in sums]
    return [power / sum(powers) for power in powers]


def _likeliest(page: PageSigns, shares: Mapping[Span, float]) -> tuple[Span, float]:
    """The best span and the share of all that part the same sentences: titles and dates at an edge may be
    taken in or not, which is no doubt about the text. Of those that are as likely the one is taken that
    keeps more."""
    groups: dict[Span, dict[Span, float]] = {}
    for (begin, end), share in shares.items():
        same = page.running_from(begin), page.running_before(end)
        groups.setdefault(same, {})[begin, end] = share
    totals = {same: sum(group.values()) for same, group in groups.items()}
    best = _widest(totals)
    return _widest(groups[best]), totals[best]


def _widest(shares: Mapping[Span, float]) -> Span:
    """Of the spans that are about as likely as the likeliest the one that holds most places."""
    top = max(shares.values())
    return max((span for span, share in shares.items() if share >= _AS_LIKELY * top), key=_extent)


def _extent(span: Span) -> tuple[int, int]:
    return span[1] - span[0], -span[0]
