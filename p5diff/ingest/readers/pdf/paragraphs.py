"""From lines to paragraphs: where does one end, and what kind of paragraph is it?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cache
from itertools import pairwise, zip_longest

from p5diff.ingest.readers.flow import ITEM_END
from p5diff.ingest.readers.pdf.lines import HAN_START, LABEL, PageLine
from p5diff.ingest.readers.pdf.measures import REACHED, STOPPED, PageMeasures
from p5diff.ingest.readers.pdf.spelling import MARK
from p5diff.ingest.readers.pdf.tags import NodeKind, TagNode
from p5diff.ingest.readers.pdf.trust import common_words
from p5diff.language import LANGUAGES
from p5diff.language.references import is_symbol

_SENTENCE_END = re.compile(r"[.!?…。！？:：;；؟؛”\"»)）\]]\s*$")
_FRESH_START = re.compile(r"[“«\"'‘(\[]?(?:[A-ZÀ-ÖØ-ÞА-ЯЁ¿¡]|[^\W\d_]?[.)]\s)")
_HANGING = 1.1
"""Ems: a stop that may not begin a line leaves room for a Han character."""
_FULL_LEAST = 4
"""Full lines that end a sentence before they tell what is usual: three may be chance."""
_SMALL_GAP = 1.6
"""Times the distance of lines: a gap that a program left between two pieces of one paragraph; those between
paragraphs are as small only where the next one begins with a capital."""
_MARK_ROOM = 0.5
"""Of the type size: how much room a raised mark takes above its line at most."""
_CASELESS = re.compile(r"[“«\"'‘(\[]?[\u0620-\u064a\u3400-\u9fff]")
_HYPHENATED = re.compile(r"[\u00ad\ufffe\u0002\u2010-]$")
_CLAUSE_END = re.compile(r"[,،，、—–]\s*$")
_NUMBERED_TITLE = re.compile(
    r"[^\W\d_]{3,12}\s(?:\d{1,3}|[IVXLC]{1,7})|第[一二三四五六七八九十百\d]{1,4}[条條章节節]"
)
"""A line that is a word and its number ("Article 12", "ANNEX II"): what follows is its title."""
_OWN_LABEL = re.compile(r"[(\[]?[^\W_]{1,8}(?:[.)\]([/-][^\W_]{1,8}){0,4}[.)\]]{0,2}(?=\s|$)")
"""What a document of its own may number its paragraphs with: "(ALL)33.", "A-12", "3.4"."""
_OWN_LEAST = 3
"""Paragraphs that must begin with a label of one shape before it is one of the document's own."""
_INDENT = 0.7
"""As in `measures`: less is the unevenness of setting, more is meant."""


_EVEN = 0.3
"""Ems by which the room on both sides of a centred line may differ."""
_TITLE = 1.12
"""Of the type size of the text: what is larger is a title."""


class LineShape(Enum):
    """How a line stands in its column."""

    FLUSH = auto()
    INDENTED = auto()
    CENTRED = auto()
    END = auto()


_DISPLAYED = frozenset({LineShape.CENTRED, LineShape.END})


@dataclass(slots=True)
class LineGroup:
    """Lines that make one paragraph."""

    lines: list[PageLine] = field(default_factory=list)
    shape: LineShape = LineShape.FLUSH

    @property
    def cells(self) -> list[list[PageLine]]:
        """The lines of each cell, where the group is a row of a table, in reading order."""
        numbers = sorted({line.cell for line in self.lines if line.row})
        return [[line for line in self.lines if line.cell == number] for number in numbers]

    @property
    def node(self) -> TagNode | None:
        """The element of a tagged file that it is."""
        return self.lines[0].node

    @property
    def size(self) -> float:
        """The largest size among the lines."""
        return max(line.size for line in self.lines)


def group_lines(lines: list[PageLine], measures: PageMeasures, *, keeps: bool = False) -> list[LineGroup]:
    """The lines, in reading order, parted into paragraphs; `keeps` is whether the tags of the file, if it has
    any, keep a paragraph whole over pages."""
    if measures.gaps:
        measures = replace(measures, single=_ends_fully(lines, measures))
    keeps = keeps or any(line.node and line.node.earlier for line in lines)
    groups: list[LineGroup] = []
    labels = _own_labels(lines, measures)
    for line, following in zip_longest(lines, lines[1:]):
        shape = shape_of(line, measures)
        last = groups[-1].lines[-1] if groups else None
        if last and line.row == last.row and line.row:
            groups[-1].lines.append(line)
            continue
        tagged = _by_tags(last, line, measures, keeps=keeps) if last else None
        if tagged is not None:
            if tagged:
                groups.append(LineGroup(shape=shape))
            groups[-1].lines.append(line)
            continue
        apart = last and (line.alone or last.alone or line.row or last.row)
        if apart or (
            not groups
            or _starts_new(groups[-1], line, following, shape, measures)
            or _is_own(groups[-1].lines[-1], line, labels)
            or _first_line(groups[-1], line, following, measures)
        ):
            groups.append(LineGroup(shape=shape))
        groups[-1].lines.append(line)
    return groups


def _ends_fully(lines: list[PageLine], measures: PageMeasures) -> bool:
    """Whether, of the full lines that end a sentence, more end their paragraph than do not, as gaps show.
    Where these are too few, what the document does otherwise decides."""
    counts = Counter(
        _gapped(last, line, measures)
        for last, line in pairwise(lines)
        if last.place == line.place
        and _stopped(last.text)
        and _may_begin(line.text)
        and abs(last.size - line.size) < 0.05 * last.size
        and not (last.row or line.row or _short(last, line, measures))
    )
    return counts[True] > counts[False] if counts.total() >= _FULL_LEAST else measures.single


def _by_tags(last: PageLine, line: PageLine, measures: PageMeasures, *, keeps: bool) -> bool | None:
    """Whether the tags of the file begin a new paragraph with a line; None where they do not tell: where none
    of the two has any, and between two pages or columns in files that begin all elements anew there."""
    one, other = last.node, line.node
    if one is None and other is None:
        return None
    if one is None or other is None:
        return True
    if one.root is other.root:
        return _is_broken_by_hand(last, line, measures)
    over = last.place != line.place
    prose = {one.kind, other.kind} <= {NodeKind.PARAGRAPH, NodeKind.ITEM}
    return None if over and prose and not keeps else True


def _is_broken_by_hand(last: PageLine, line: PageLine, measures: PageMeasures) -> bool:
    """Whether a line of one paragraph begins after a break that the author set, as between the items of a
    list that is written so: a sentence or clause has ended well before the end of its line."""
    if last.node is None or last.node.kind in (NodeKind.HEADING, NodeKind.CELL):
        return False
    if last.place != line.place or _HYPHENATED.search(last.text):
        return False
    if shape_of(last, measures) in _DISPLAYED:
        return False
    paused = bool(_SENTENCE_END.search(last.text) or _CLAUSE_END.search(last.text))
    return paused and _short(last, line, measures)


def _own_labels(lines: list[PageLine], measures: PageMeasures) -> frozenset[str]:
    """The shapes of labels that paragraphs of this document begin with after a gap, again and again."""
    counts = Counter(
        _label_shape(line.text)
        for last, line in pairwise(lines)
        if last.place == line.place and _gapped(last, line, measures)
    )
    return frozenset(shape for shape, count in counts.items() if shape and count >= _OWN_LEAST)


def _label_shape(text: str) -> str:
    """The first word with letters and figures made alike; nothing where it has no figure, or that alone."""
    match = _OWN_LABEL.match(text)
    if not match or not any(c.isdigit() for c in match[0]) or match[0].isdigit():
        return ""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", match[0]))


def _is_own(last: PageLine, line: PageLine, labels: frozenset[str]) -> bool:
    """Whether a line at the top of a page or column begins with a label of the document's own, the sentence
    before it having ended."""
    over = last.place != line.place
    return over and _label_shape(line.text) in labels and _ended(last.text)


def shape_of(line: PageLine, measures: PageMeasures) -> LineShape:
    """Flush, indented, centred or at the far end of its column."""
    before, after = measures.slack(line)
    if before < _INDENT:
        return LineShape.FLUSH
    if measures.is_usual_indent(before):
        return LineShape.INDENTED
    if after > 1.5 and abs(before - after) < 0.12 * (before + after) + 0.8 and measures.share(line) < 0.9:
        return LineShape.CENTRED
    if before > 8 and after < 0.6 and measures.share(line) < 0.6:
        return LineShape.END
    return LineShape.INDENTED


def _starts_new(
    group: LineGroup, line: PageLine, following: PageLine | None, shape: LineShape, measures: PageMeasures
) -> bool:
    last = group.lines[-1]
    if len(group.lines) == 1 and (_is_title_above(last.text) or _is_symbol_alone(last, line, measures)):
        return True
    if abs(last.size - line.size) > 0.08 * last.size or (last.bold != line.bold and _whole(group, line)):
        return True
    title = line.bold and group.shape is not LineShape.END and all(one.bold for one in group.lines)
    if title and last.place == line.place:
        return _breaks_off(group, line, measures)
    if {group.shape, shape} & _DISPLAYED:
        return _other_display(group, line, shape, measures)
    if last.place == line.place:
        return _breaks_off(group, line, measures)
    return _breaks_over(group, line, following, shape, measures)


def _is_title_above(text: str) -> bool:
    """Whether a line is the title of a part, and what follows is its name: "Article 12", "Annex"."""
    numbered = _NUMBERED_TITLE.fullmatch(text) and not _HYPHENATED.search(text)
    return bool(numbered) or text.strip().casefold() in _annex_titles()


def _is_symbol_alone(last: PageLine, line: PageLine, measures: PageMeasures) -> bool:
    """Whether a line is a document symbol and nothing else, though more would have fitted: one of a
    letterhead."""
    if not is_symbol(last.text):
        return False
    return measures.slack(last)[1] * last.size > line.first_word + last.size


@cache
def _annex_titles() -> frozenset[str]:
    return frozenset(word for known in LANGUAGES.values() for word in known.ANNEX_TITLES)


def _whole(group: LineGroup, line: PageLine) -> bool:
    """A change of weight parts a bold heading from what follows, not a bold word at a line's end."""
    return line.bold or all(one.bold for one in group.lines)


def _other_display(group: LineGroup, line: PageLine, shape: LineShape, measures: PageMeasures) -> bool:
    """Centred lines of one title belong together; lines at the far end are one each."""
    last = group.lines[-1]
    if shape is LineShape.CENTRED and len(group.lines) == 1 and _is_wide_title(last, line, measures):
        return False
    if (group.shape is LineShape.END and shape is LineShape.FLUSH) or shape is not group.shape:
        return not _is_last_line_of(group, line, shape, measures)
    if shape is LineShape.END:
        return True
    if last.page != line.page or last.base - line.base > 1.4 * measures.pitch_of(line):
        return True
    return _is_line_of_head(last, line, measures)


def _is_wide_title(last: PageLine, line: PageLine, measures: PageMeasures) -> bool:
    """Whether a centred line goes on with the title that all but fills the line above it."""
    before, after = measures.slack(last)
    alike = abs(last.size - line.size) < 0.05 * last.size and abs(before - after) < _EVEN
    return alike and line.size > _TITLE * measures.size and not _gapped(last, line, measures)


def _is_line_of_head(last: PageLine, line: PageLine, measures: PageMeasures) -> bool:
    """Whether two centred lines, neither larger nor bolder than the text, are two items of a head ("Second
    session / Room 4"): the first was ended though more would have fitted, the second begins anew. A title
    that is broken for its sense is larger, in capitals, or goes on in small letters."""
    if max(last.size, line.size) > _TITLE * measures.size or last.bold or line.bold:
        return False
    room = sum(measures.slack(last)) * last.size
    if room <= line.first_word + 0.9 * last.size or _HYPHENATED.search(last.text):
        return False
    cased = [text for text in (last.text, line.text) if _is_cased(text)]
    if any(text.upper() == text for text in cased) or not (_FRESH_START.match(line.text) or not cased):
        return False
    word = last.text.rsplit(" ", 1)[-1].lower()
    return not last.text.endswith((",", "،", "，")) and word not in common_words()


def _is_cased(text: str) -> bool:
    """Whether all letters of a line are of scripts with capitals: a symbol may stand in any."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(c.upper() != c.lower() for c in letters)


def _is_last_line_of(group: LineGroup, line: PageLine, shape: LineShape, measures: PageMeasures) -> bool:
    """A short last line inside an indented paragraph may look centred: it stands where the lines
    above it start."""
    if shape is not LineShape.CENTRED or group.shape in _DISPLAYED:
        return False
    deeper = measures.slack(line)[0] - measures.slack(group.lines[0])[0]
    if _hanging(group, deeper) and _runs_on(group.lines[0], line, measures):
        return True
    if len(group.lines) < 2:
        full = measures.slack(group.lines[0])[1] < _INDENT and not _SENTENCE_END.search(group.lines[0].text)
        return full and not _gapped(group.lines[0], line, measures)
    same_start = abs(measures.slack(line)[0] - measures.slack(group.lines[-1])[0]) < _INDENT
    return (
        same_start
        and not _gapped(group.lines[-1], line, measures)
        and not _short(group.lines[-1], line, measures)
    )


def _breaks_off(group: LineGroup, line: PageLine, measures: PageMeasures) -> bool:
    """Within a column: a gap, an indent, a short line above, or a label tells. The lines of a bold
    title are broken for their sense, and go together as far as no gap or label parts them."""
    last = group.lines[-1]
    if _gapped(last, line, measures):
        return not (_is_broken_sentence(group, line, measures) or _is_pushed_down(last, line, measures))
    if line.bold and all(one.bold for one in group.lines) and not _SENTENCE_END.search(last.text):
        return bool(LABEL.match(line.text))
    here, above = measures.slack(line)[0], measures.slack(last)[0]
    hanging = len(group.lines) == 1 or here < above
    if _HYPHENATED.search(last.text) or (hanging and _runs_on(last, line, measures)):
        return False
    indented = here > above + _INDENT and not _hanging(group, here - above)
    if indented or (here < above - _INDENT and len(group.lines) > 1):
        return True
    if _short(last, line, measures) or (LABEL.match(line.text) and ITEM_END.search(last.text)):
        return True
    return _ended(last.text) and (bool(LABEL.match(line.text)) or _ends_by_custom(group, line, measures))


def _ended(text: str) -> bool:
    """Whether a line ends with a sentence, the mark of a note behind its stop aside."""
    return bool(_SENTENCE_END.search(MARK.sub("", text)))


def _stopped(text: str) -> bool:
    """Whether a line ends with the stop of a sentence: a colon, or a bracket alone, is none."""
    return bool(STOPPED.search(MARK.sub("", text)))


def _ends_by_custom(group: LineGroup, line: PageLine, measures: PageMeasures) -> bool:
    """Whether a full line that ends a sentence ends its paragraph where neither gap nor indent part any: it
    does where it falls short of an edge that other lines reach, or paragraphs have one sentence."""
    if measures.indents or measures.gaps:
        return False
    if _falls_short(group.lines[-1], measures):
        return True
    if not measures.single or _is_stretched(group.lines[-1], measures):
        return False
    return _stopped(group.lines[-1].text) and _may_begin(line.text)


def _falls_short(line: PageLine, measures: PageMeasures) -> bool:
    """Whether a line stops before the edge that the lines of justified text reach but for the last ones."""
    return measures.justified and measures.slack(line)[1] > (
        _HANGING if HAN_START.match(line.text) else _INDENT
    )


def _is_stretched(line: PageLine, measures: PageMeasures) -> bool:
    """Whether a line of justified text reaches the edge, as the last one of a paragraph does by chance alone:
    one in a hundred, where one sentence in ten ends with its line. Han characters, which stand on a grid,
    fill a last line as often."""
    return measures.justified and measures.slack(line)[1] < REACHED and not HAN_START.match(line.text)


def _may_begin(text: str) -> bool:
    """Whether a sentence may begin so: with a capital, or in a script without capitals."""
    return bool(_FRESH_START.match(text) or _CASELESS.match(text))


def _is_broken_sentence(group: LineGroup, line: PageLine, measures: PageMeasures) -> bool:
    """Whether a small gap stands in the middle of a sentence: running text of several lines that ends with a
    letter, and goes on in lower case at the same edge."""
    last = group.lines[-1]
    if len(group.lines) < 2 or not last.text[-1:].isalpha() or not line.text[:1].islower():
        return False
    if LABEL.match(line.text) or line.bold != last.bold or measures.share(line) < 0.5:
        return False
    level = abs(line.left - last.left) < 0.5 * line.size and abs(line.size - last.size) < 0.05 * line.size
    return level and 0 < last.base - line.base < _SMALL_GAP * measures.pitch_of(line)


def _is_pushed_down(last: PageLine, line: PageLine, measures: PageMeasures) -> bool:
    """Whether a raised mark pushes its line down amid a sentence, as programs do that make room for it."""
    if not MARK.search(line.text) or _ended(last.text) or _short(last, line, measures):
        return False
    return last.base - line.base < measures.least_gap(line) + _MARK_ROOM * line.size


def _runs_on(last: PageLine, line: PageLine, measures: PageMeasures) -> bool:
    """A full line that ends amid a sentence and one that begins in lower case: where the
    text hangs below a first line, or comes back to the left, these belong together."""
    return (
        line.text[:1].islower()
        and not LABEL.match(line.text)
        and not _SENTENCE_END.search(last.text)
        and not _short(last, line, measures)
    )


def _first_line(group: LineGroup, line: PageLine, following: PageLine | None, measures: PageMeasures) -> bool:
    """Two indented lines in a row, and then a flush one, or one more: the second begins a paragraph too."""
    if len(group.lines) > 1 or group.shape is not LineShape.INDENTED or following is None:
        return False
    if _HYPHENATED.search(group.lines[0].text) or following.page != line.page:
        return False
    if _runs_on(group.lines[0], line, measures):
        return False
    before, after = measures.slack(line)[0], measures.slack(following)[0]
    if not measures.is_usual_indent(before):
        return False
    # a third paragraph of one line may follow, where each ends its sentence
    return after < _INDENT or (measures.is_usual_indent(after) and _stopped(group.lines[0].text))


def _hanging(group: LineGroup, deeper: float) -> bool:
    """The second line of a paragraph whose label hangs out to the left, so many ems before it."""
    return len(group.lines) == 1 and bool(LABEL.match(group.lines[0].text)) and deeper < 6


def _gapped(last: PageLine, line: PageLine, measures: PageMeasures) -> bool:
    drop = last.base - line.base
    return drop > measures.least_gap(line) or drop < -line.size


def _short(last: PageLine, line: PageLine, measures: PageMeasures) -> bool:
    """The next line's first word would have fitted here, so the line was ended on purpose. In
    the middle of a sentence that proves less: no-break spaces leave room too."""
    if not measures.leaves_room(last, line):
        return False
    mid_sentence = not _ended(last.text) and not _FRESH_START.match(line.text)
    return not mid_sentence or measures.share(last) + measures.slack(last)[0] / 40 < 0.65


def _breaks_over(
    group: LineGroup, line: PageLine, following: PageLine | None, shape: LineShape, measures: PageMeasures
) -> bool:
    """From one column or page to the next, where no gap can be seen."""
    last = group.lines[-1]
    if _HYPHENATED.search(last.text):
        return False
    ended = _ended(last.text)
    fresh = _FRESH_START.match(line.text) or LABEL.match(line.text)
    paused = ended or bool(_CLAUSE_END.search(last.text) and fresh)
    if paused and (_short(last, line, measures) or (ended and _falls_short(last, measures))):
        return True
    if LABEL.match(line.text) and (paused or ITEM_END.search(last.text)):
        return True
    if ended and (
        _stands_alone(line, following, measures) or _would_be_alone(group, line, following, measures)
    ):
        return True
    by_custom = measures.single and not measures.indents and not _is_stretched(last, measures)
    if by_custom and _may_begin(line.text) and _stopped(last.text):
        return True
    return (
        shape is LineShape.INDENTED
        and paused
        and shape_of(group.lines[0], measures) is not shape_of(last, measures)
    )


def _would_be_alone(
    group: LineGroup, line: PageLine, following: PageLine | None, measures: PageMeasures
) -> bool:
    """Whether one line of a paragraph would be parted from the others by the page: programs keep two together
    at the foot of a page and at the top of the next, where paragraphs are set apart by gaps."""
    last = group.lines[-1]
    if not measures.gaps or not _stopped(last.text) or not _may_begin(line.text):
        return False
    if _is_stretched(last, measures):
        return False  # a last line that fills its measure is rarer than a file that keeps no lines together
    if len(group.lines) == 1:
        return True
    last_one = following is None or (following.place == line.place and _gapped(line, following, measures))
    return last_one and _ended(line.text)


def _stands_alone(line: PageLine, following: PageLine | None, measures: PageMeasures) -> bool:
    """A short line that begins like a sentence and does not end like one: a title of its own."""
    if following is None or _SENTENCE_END.search(line.text) or not _FRESH_START.match(line.text):
        return False
    return following.place == line.place and (
        _short(line, following, measures) or _gapped(line, following, measures)
    )
