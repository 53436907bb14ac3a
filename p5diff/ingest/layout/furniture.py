"""Page furniture: page numbers, running heads, codes and mastheads, told from the text.

A line is furniture only on evidence: it says that it is a page number ("Page 3", "- 3 -"); it
is a bare number in a rising series or at a page break; it stands again and again beside one of
these; or it belongs to the masthead above a circulated document. Everything taken out is kept
with its reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from p5diff import language as languages
from p5diff.ingest.layout.join import spacing
from p5diff.ingest.layout.lines import Line
from p5diff.language import LANGUAGES, Language
from p5diff.language.references import SYMBOL_PATTERN
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.text.characters import has_figure
from p5diff.text.dates import whole_date

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,6})"
_DASHED = re.compile(r"[-–—−·•|]{1,2} ?\d{1,4} ?[-–—−·•|]{1,2}|\[ ?\d{1,4} ?\]$")
_BARE = re.compile(r"\d{1,3}")
_SYMBOL = re.compile(rf"{SYMBOL_PATTERN}\*?")
"""A United Nations document symbol, alone: "CD/1934", "NPT/CONF.2015/PC.I/12"."""
_SYMBOL_AT_END = re.compile(rf" {_SYMBOL.pattern}$")
_JOB = re.compile(
    r"(?:[A-Z]{2,4}[.\-] ?\d{2}-\d{4,6}(?: ?\([A-Z]\))?(?: +\d{6})*|\*\d{6,8}\*|\d{2}-\d{5} ?\([A-Z]\))\*?"
)
_DIGITS = re.compile(r"\d+")
_NEAR = 3
_RULE = re.compile(r"(?:[#*=_~•·–—\-] ?){3,}|(?<![-–—* ])[-–—* ]*(?:end|ends|\+\+\+)[-–—* ]+", re.IGNORECASE)
"""A line of marks alone, or the sign that closes a press release: "###", "* * *", "- END -"."""
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


def set_aside(lines: Sequence[Line], *, language: Language) -> tuple[list[Line], tuple[SetAside, ...]]:
    """The lines of the text, and the furniture among them with the reason for each."""
    reasons = {i: SetAsideReason.RULE for i, line in enumerate(lines) if is_rule(line.text)}
    reasons |= _page_numbers(lines, language)
    reasons |= _codes(lines, reasons)
    reasons |= _running_heads(lines, reasons)
    reasons |= _masthead(lines, language)
    kept: list[Line] = []
    torn = False
    for index, line in enumerate(lines):
        if index in reasons:
            torn = True
            continue
        cut = (line.torn or torn) and bool(kept)
        kept.append(line if line.torn == cut else line._replace(torn=cut))
        torn = False
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


def _page_numbers(lines: Sequence[Line], language: Language) -> dict[int, SetAsideReason]:
    """Lines that are a page number by what they say or by their series."""
    pattern = _page_line(language)
    found = {
        i: SetAsideReason.PAGE_NUMBER
        for i, line in enumerate(lines)
        if len(line.text) < 40 and (_DASHED.fullmatch(line.text) or pattern.fullmatch(line.text))
    }
    bare = [i for i, line in enumerate(lines) if _BARE.fullmatch(line.text)]
    edge = [i for i in bare if _at_page_edge(lines, i) or _beside_symbol(lines, i)]
    found.update(dict.fromkeys((*edge, *_series(lines, bare)), SetAsideReason.PAGE_NUMBER))
    return found


def _at_page_edge(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is the first or last of a page (a form feed, or pages of the format)."""
    paged = any(line.torn for line in lines[index : index + 2])
    last = index == len(lines) - 1 and lines[index].blanks > 0 and len(lines) > _NEAR
    return paged or last


def _beside_symbol(lines: Sequence[Line], index: int) -> bool:
    """Whether the line before or after is a document symbol, with a blank line around the two."""
    near = [i for i in (index - 1, index + 1) if 0 <= i < len(lines) and _SYMBOL.fullmatch(lines[i].text)]
    return any(_set_off(lines, min(i, index)) or _set_off(lines, max(i, index)) for i in near)


def _series(lines: Sequence[Line], bare: Sequence[int]) -> list[int]:
    """Bare numbers that rise by one down the document, with text between, set off or mid-text."""
    chain: list[int] = []
    best: list[int] = []
    for index in bare:
        if chain and (
            int(lines[index].text) != int(lines[chain[-1]].text) + 1 or index - chain[-1] <= _NEAR - 1
        ):
            chain = []
        chain.append(index)
        best = max(best, chain[:], key=len)
    return best if len(best) > 1 and any(_set_off(lines, i) for i in best) else []


def _set_off(lines: Sequence[Line], index: int) -> bool:
    after = lines[index + 1].blanks if index + 1 < len(lines) else 1
    return lines[index].blanks > 0 or after > 0


def _codes(lines: Sequence[Line], known: dict[int, SetAsideReason]) -> dict[int, SetAsideReason]:
    """Job numbers always; a symbol alone on its line where it heads, recurs or has a page number."""
    symbols = Counter(line.text for line in lines if _SYMBOL.fullmatch(line.text))
    found = {i: SetAsideReason.DOCUMENT_CODE for i, line in enumerate(lines) if _JOB.fullmatch(line.text)}
    for index, line in enumerate(lines):
        beside = index < _NEAR or index - 1 in known or index + 1 in known
        if line.text in symbols and (symbols[line.text] > 1 or beside):
            found[index] = SetAsideReason.DOCUMENT_CODE
    return found


def _running_heads(lines: Sequence[Line], known: dict[int, SetAsideReason]) -> dict[int, SetAsideReason]:
    """Short lines that recur (numbers aside) beside page numbers, codes or page breaks."""
    shapes = [_DIGITS.sub("0", line.text) if has_figure(line.text) else line.text for line in lines]
    counts = Counter(shapes)
    recurring = {s for s, n in counts.items() if n > 1 and len(s) <= 120}
    beside: Counter[str] = Counter()
    for index, shape in enumerate(shapes):
        if index not in known and shape in recurring and _beside_furniture(lines, index, known):
            beside[shape] += 1
    heads = {s for s, n in beside.items() if n > 1 and n * 2 >= counts[s]}
    lonely = {s for s in recurring if counts[s] > 2 and s not in heads and _interrupts(lines, shapes, s)}
    first = {shape: index for index, shape in reversed(list(enumerate(shapes)))}
    return {
        index: SetAsideReason.RUNNING_HEAD
        for index, shape in enumerate(shapes)
        if index not in known
        and (shape in heads or shape in lonely)
        and not (index == first[shape] and index < _NEAR and not _beside_furniture(lines, index, known))
    }


def _beside_furniture(lines: Sequence[Line], index: int, known: dict[int, SetAsideReason]) -> bool:
    """Whether a line stands directly beside furniture (or a page break) and apart from the text.

    A line of wrapped text can recur and fall beside a page number by chance: one that begins in
    lower case, or runs on into the text on its other side, is left alone.
    """
    before = index - 1 in known or index == 0 or lines[index].torn
    after = index + 1 in known or index + 1 == len(lines) or lines[index + 1].torn
    if lines[index].text[0].islower() or not (before or after):
        return False
    clear_before = before or lines[index].blanks > 0
    return clear_before and (after or lines[index + 1].blanks > 0)


def _interrupts(lines: Sequence[Line], shapes: Sequence[str], shape: str) -> bool:
    """Whether a recurring line stands alone each time and cuts a sentence at least twice."""
    places = [i for i, s in enumerate(shapes) if s == shape]
    inner = [i for i in places if 0 < i < len(lines) - 1]
    if shape[0].islower() or not all(lines[i].blanks and lines[i + 1].blanks for i in inner):
        return False
    cuts = [i for i in inner if lines[i - 1].text[-1].isalpha() and lines[i + 1].text[0].islower()]
    return len(cuts) > 1


@cache
def _masthead_pattern(language: Language) -> re.Pattern[str]:
    own = {p for known in (language, languages.UNKNOWN) for p in known.MASTHEADS}
    own.add("|".join(known.NAME for known in LANGUAGES.values()))
    return re.compile("|".join(f"(?:{p})" for p in sorted(own)), re.IGNORECASE)


def _masthead(lines: Sequence[Line], language: Language) -> dict[int, SetAsideReason]:
    """The head of a circulated document: only where it shows a symbol or a distribution line."""
    pattern = _masthead_pattern(language)
    head = range(min(len(lines), 16))
    bare = {i: _SYMBOL_AT_END.sub("", lines[i].text).strip(" ") for i in head}
    proof = [
        i
        for i in head
        if _SYMBOL.fullmatch(lines[i].text)
        or (bare[i] != lines[i].text and pattern.fullmatch(bare[i]))
        or re.match(r"(?:distr|original)\b.{0,3}:", lines[i].text, re.IGNORECASE)
    ]
    if not proof:
        return {}
    marked = [i for i in head if i in proof or pattern.fullmatch(lines[i].text)]
    last = max(i for i in marked if i <= max(proof) + _NEAR)
    dates = [
        i for i in range(last) if whole_date(spacing(lines[i].text, language=language), language=language)
    ]
    return dict.fromkeys([i for i in (*marked, *dates) if i <= last], SetAsideReason.MASTHEAD)
