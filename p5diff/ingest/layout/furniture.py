"""Page furniture: page numbers, running heads, codes and mastheads, told from the text.

Furniture stands only where there are pages: at a page break, or beside a line that says that it
is a page number ("Page 3", "- 3 -"). The first and the last line of a file are no edges of pages.
A running head recurs at the edges of most pages and holds nothing a reader would miss: no
sentence, no label, no figure but one that counts with the pages. Everything taken out is kept
with its reason.

Worked example. "- 2 -" stands between two pages, and the line after it, "Harbour Conference", stands
first on pages 2, 3 and 4: a page number and a running head, both set aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from p5diff import language as languages
from p5diff.ingest.layout.lines import TextLine
from p5diff.ingest.layout.masthead import masthead
from p5diff.language import Language
from p5diff.language.references import is_symbol
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.text.characters import has_figure
from p5diff.text.labels import split_label
from p5diff.text.segment import ends_sentence

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,6})"
_DASHED = re.compile(r"[-–—−·•|]{1,2} ?\d{1,4} ?[-–—−·•|]{1,2}|\[ ?\d{1,4} ?\]$")
_BARE = re.compile(r"\d{1,3}")
_JOB = re.compile(
    r"(?:[A-Z]{2,4}[.\-] ?\d{2}-\d{4,6}(?: ?\([A-Z]\))?(?: +\d{6})*|\*\d{6,8}\*|\d{2}-\d{5} ?\([A-Z]\))\*?"
)
_DIGITS = re.compile(r"\d+")
_FORM_LINE = 25
"""Characters from which a line that recurs below a head is text of a form, not a second line of the head."""
_NEAR = 3
"""Lines: a head stands within three of its page break, and two page numbers are farther apart than that."""
_RULE = re.compile(
    r"(?:[#*=_~•·–—\-] ?){3,}|[-–—*=~_]{1,9}[oO0]{3,9}[-–—*=~_]{1,9}|"
    r"(?<![-–—* ])[-–—* ]*(?:end|ends|\+\+\+)[-–—* ]+",
    re.IGNORECASE,
)
"""A line of marks alone, or the sign that closes a press release: "###", "* * *", "- END -", "—ooOoo—"."""
_ENDS_RULE = frozenset("#*=_~•·–—-+")
"""What such a line ends with: most lines are told by it."""


def is_rule(text: str) -> bool:
    """Whether a line is of marks alone, or closes a press release."""
    return text[-1:] in _ENDS_RULE and _RULE.fullmatch(text) is not None


def without_rules(text: str) -> str:
    """Text without the lines that are rules; one set apart takes a blank line along."""
    lines = text.split("\n")
    kept = [line for line in lines if not is_rule(" ".join(line.split()))]
    if len(kept) == len(lines):
        return text
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n") + "\n"


def set_aside(
    lines: Sequence[TextLine], *, language: Language
) -> tuple[list[TextLine], tuple[SetAside, ...]]:
    """The lines of the text, and the furniture among them with the reason for each."""
    reasons = {i: SetAsideReason.RULE for i, line in enumerate(lines) if is_rule(line.text)}
    reasons |= _page_numbers(lines, language)
    reasons |= _codes(lines, reasons)
    reasons |= _running_heads(lines, reasons, language)
    reasons |= dict.fromkeys(masthead([line.text for line in lines[:20]]), SetAsideReason.MASTHEAD)
    kept: list[TextLine] = []
    between: list[SetAsideReason] = []
    for index, line in enumerate(lines):
        if index in reasons:
            between.append(reasons[index])
            continue
        cut = bool((line.torn or between) and kept)
        ruled = cut and not line.torn and set(between) == {SetAsideReason.RULE}
        kept.append(line._replace(torn=cut, ruled=ruled) if between or line.torn != cut else line)
        between = []
    taken = tuple(
        SetAside(text=lines[i].text, reason=reasons[i], page=lines[i].page, offset=lines[i].start)
        for i in sorted(reasons)
    )
    return kept, taken


@cache
def _page_line(language: Language) -> re.Pattern[str]:
    own = {p for known in (language, languages.UNKNOWN) for p in known.PAGE_LINES}
    parts = "|".join(sorted(p.replace("{n}", _NUMBER) for p in own))
    return re.compile(rf"(?:[-–—(\[] ?)?(?:{parts})(?: ?[-–—)\]])?\.?", re.IGNORECASE)


def _page_numbers(lines: Sequence[TextLine], language: Language) -> dict[int, SetAsideReason]:
    """Lines that are a page number by what they say, by their place or by their series."""
    pattern = _page_line(language)
    said = [
        i
        for i, line in enumerate(lines)
        if len(line.text) < 40
        and (_DASHED.fullmatch(line.text) or pattern.fullmatch(line.text))
        and _stands_alone(lines, i)
    ]
    bare = [i for i, line in enumerate(lines) if _BARE.fullmatch(line.text)]
    edge = [i for i in bare if _at_page_edge(lines, i) or _beside_symbol(lines, i)]
    return dict.fromkeys((*said, *edge, *_series(lines, bare, language)), SetAsideReason.PAGE_NUMBER)


def _stands_alone(lines: Sequence[TextLine], index: int) -> bool:
    """Whether blank lines, a page break or the end of the file part the line from the text."""
    before = index == 0 or lines[index].blanks > 0 or lines[index].torn
    after = index + 1 == len(lines) or lines[index + 1].blanks > 0 or lines[index + 1].torn
    return before or after


def _at_page_edge(lines: Sequence[TextLine], index: int) -> bool:
    """Whether the line is the first or last of a page (a form feed, or pages of the format)."""
    return any(line.torn for line in lines[index : index + 2])


def _beside_symbol(lines: Sequence[TextLine], index: int) -> bool:
    """Whether the line before or after is a document symbol, with a blank line around the two."""
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(lines) and is_symbol(lines[i].text)]
    return any(_set_off(lines, min(i, index)) or _set_off(lines, max(i, index)) for i in near)


def _series(lines: Sequence[TextLine], bare: Sequence[int], language: Language) -> list[int]:
    """Bare numbers that rise by one down the document, set off, of which one cuts a sentence:
    the numbers of chapters rise as well, but stand between paragraphs."""
    chain: list[int] = []
    best: list[int] = []
    for index in bare:
        if chain and (
            int(lines[index].text) != int(lines[chain[-1]].text) + 1 or index - chain[-1] <= _NEAR - 1
        ):
            chain = []
        chain.append(index)
        best = max(best, chain[:], key=len)
    set_off = any(_set_off(lines, i) for i in best)
    return best if len(best) > 1 and set_off and any(_cuts(lines, i, language) for i in best) else []


def _cuts(lines: Sequence[TextLine], index: int, language: Language) -> bool:
    """Whether the line stands inside a sentence."""
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1].text, lines[index + 1].text
    if before[-1] in ":：;；" or split_label(after, language=language)[0]:
        return False
    return not ends_sentence(before, after, language=language) and not after[0].isupper()


def _set_off(lines: Sequence[TextLine], index: int) -> bool:
    after = lines[index + 1].blanks if index + 1 < len(lines) else 1
    return lines[index].blanks > 0 or after > 0


def _codes(lines: Sequence[TextLine], known: dict[int, SetAsideReason]) -> dict[int, SetAsideReason]:
    """Job numbers always; a symbol alone on its line only at the edge of a page."""
    found = {i: SetAsideReason.DOCUMENT_CODE for i, line in enumerate(lines) if _JOB.fullmatch(line.text)}
    for index, line in enumerate(lines):
        numbered = any(known.get(i) is SetAsideReason.PAGE_NUMBER for i in (index - 1, index + 1))
        if is_symbol(line.text) and (numbered or _at_page_edge(lines, index)):
            found[index] = SetAsideReason.DOCUMENT_CODE
    recurring = Counter(lines[i].text for i in found)
    # what heads the later pages heads the first one too, which no break stands before
    head = (i for i, line in enumerate(lines[:_NEAR]) if i not in found and recurring[line.text] > 1)
    return found | dict.fromkeys(head, SetAsideReason.DOCUMENT_CODE)


def _running_heads(
    lines: Sequence[TextLine], known: dict[int, SetAsideReason], language: Language
) -> dict[int, SetAsideReason]:
    """Short lines that recur (numbers aside) at the edges of most pages."""
    shapes = [_DIGITS.sub("0", line.text) if has_figure(line.text) else line.text for line in lines]
    counts = Counter(shapes)
    recurring = {s for s, n in counts.items() if n > 1 and len(s) <= 120}
    at_edges: dict[str, list[int]] = {}
    for index, shape in enumerate(shapes):
        if index not in known and shape in recurring and _beside_furniture(lines, index, known):
            at_edges.setdefault(shape, []).append(index)
    breaks = _page_breaks(lines, known)
    heads = {
        shape
        for shape, places in at_edges.items()
        if len(places) * 2 >= max(counts[shape], breaks)
        and _says_nothing(lines, places, language)
        and not _heads_a_form(lines, shapes, places)
    }
    heads = {shape for shape in heads if len(at_edges[shape]) > 1 or counts[shape] > 1}
    lonely = {
        s
        for s in recurring
        if counts[s] > 2
        and s not in heads
        and _interrupts(lines, shapes, s, language)
        and _says_nothing(lines, [i for i, shape in enumerate(shapes) if shape == s], language)
    }
    first = {shape: index for index, shape in reversed(list(enumerate(shapes)))}
    return {
        index: SetAsideReason.RUNNING_HEAD
        for index, shape in enumerate(shapes)
        if index not in known
        and (shape in heads or shape in lonely)
        and not (index == first[shape] and index < _NEAR and not _beside_furniture(lines, index, known))
    }


def _page_breaks(lines: Sequence[TextLine], known: dict[int, SetAsideReason]) -> int:
    """How many breaks between pages the document shows."""
    feeds = sum(line.torn for line in lines)
    numbers = sum(reason is SetAsideReason.PAGE_NUMBER for reason in known.values())
    return max(feeds, numbers)


def _says_nothing(lines: Sequence[TextLine], places: Sequence[int], language: Language) -> bool:
    """Whether a reader would not miss the recurring line: no sentence, no lead-in, no label, and
    no figure that changes but by counting with the pages."""
    texts = [lines[i].text for i in places]
    last = texts[0][-1]
    if last in ":：;；,，،" or ends_sentence(texts[0], language=language):
        return False
    if split_label(f"{texts[0]}. A", language=language)[0] == f"{texts[0]}.":
        return False  # "Article 12" at the top of a page
    if len(set(texts)) == 1:
        return True
    columns = zip(*([int(n) for n in _DIGITS.findall(text)] for text in texts), strict=False)
    steps = [{b - a for a, b in pairwise(column)} for column in columns]
    return all(step in ({0}, {1}, {2}) for step in steps)


def _heads_a_form(lines: Sequence[TextLine], shapes: Sequence[str], places: Sequence[int]) -> bool:
    """Whether a line that counts has lines below that recur as well, figures apart: "Certificate 2" above
    "The depositary certifies that on …". Such pages are copies of one form, and it is their title."""
    if len({lines[i].text for i in places}) == 1:
        return False
    below = [shapes[i + 1] for i in places if i + 1 < len(shapes)]
    return len(below) > 1 and len(set(below)) * 2 <= len(below) + 1 and max(map(len, below)) >= _FORM_LINE


def _beside_furniture(lines: Sequence[TextLine], index: int, known: dict[int, SetAsideReason]) -> bool:
    """Whether a line stands directly beside furniture (or a page break) and apart from the text.

    A line of wrapped text can recur and fall beside a page number by chance: one that begins in
    lower case, or runs on into the text on its other side, is left alone.
    """
    ends = index + 1 == len(lines)
    before = index - 1 in known or lines[index].torn
    after = index + 1 in known or (not ends and lines[index + 1].torn)
    if lines[index].text[0].islower() or not (before or after):
        return False
    clear_before = before or index == 0 or lines[index].blanks > 0
    return clear_before and (after or ends or lines[index + 1].blanks > 0)


def _interrupts(lines: Sequence[TextLine], shapes: Sequence[str], shape: str, language: Language) -> bool:
    """Whether a recurring line stands alone each time and cuts a sentence at least twice."""
    places = [i for i, s in enumerate(shapes) if s == shape]
    inner = [i for i in places if 0 < i < len(lines) - 1]
    if shape[0].islower() or not all(lines[i].blanks and lines[i + 1].blanks for i in inner):
        return False
    cuts = [i for i in inner if lines[i - 1].text[-1].isalpha() and _cuts(lines, i, language)]
    return len(cuts) > 1
