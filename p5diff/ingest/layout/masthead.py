"""The head of a conference document: organisation, symbol, distribution, date, language.

These lines are facts about the document, not words of the statement. A head is judged as a
whole: two different kinds of proof (organisation, symbol, distribution) before the first
sentence, or it is none. A symbol by itself proves no more than that it is one, which it does where it
opens the document, alone above a title; no line is taken along only because it stands above one.

Worked example. "Harbour Conference", "HC/2031/4", "Distr.: General" before the first sentence:
organisation, symbol and distribution make a head. "HC/2031/4" alone, below a title, does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import cache

from p5diff.language import LANGUAGES, UNKNOWN
from p5diff.language.references import SYMBOL, is_symbol
from p5diff.memo import memo
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock
from p5diff.text.dates import find_dates, place_and_date, whole_date
from p5diff.text.segment import ends_sentence

_DISTRIBUTION = re.compile(
    r"(?:Distr(?:\.|ibution ?:)|Original ?:).*|LIMITED|GENERAL|PROVISIONAL|Limited|Provisional|Distr"
)
_SESSION = re.compile(
    r".{0,25}\bsession|.{0,25}届会议|(?:Agenda )?items? \d+\b.{0,80}|Point \d+\b.{0,80}"
    r"|议程项目\s?\d+.{0,80}",
    re.IGNORECASE,
)
_CELLS = re.compile(r" [|/] |\n")
"""What stands between the cells of a row, and the lines of a cell."""
_SERIES = re.compile("[A-Z]")
"""The letter of a series of documents, set large beside the name of the organisation."""
_LONGEST = 160
"""A line of a head with its agenda item; sentences are longer."""
_MOST = 16
"""Lines among which a head is looked for: the longest heads seen have eleven."""
_NAME = 45
"""The longest name of a conference that stands beside or above its symbol."""
_SENTENCE = 60
"""From this length on a closed line is a sentence of the text, where the head has ended."""


class _Kind(Enum):
    SYMBOL = auto()
    ORGANISATION = auto()
    DISTRIBUTION = auto()
    DETAIL = auto()
    """A date, a session, an agenda item: of a head only beside proof."""


_PROOF = frozenset({_Kind.SYMBOL, _Kind.ORGANISATION, _Kind.DISTRIBUTION})


def masthead(texts: Sequence[str]) -> frozenset[int]:
    """Which of the first lines or blocks of a document are its head; none without proof.

    >>> sorted(masthead(["United Nations", "LC/12/7", "Distr.: General", "Joint statement"]))
    [0, 1, 2]
    >>> sorted(masthead(["The Conference had before it:", "LC/12/7", "LC/12/8"]))
    []
    """
    found: dict[int, frozenset[_Kind]] = {}
    for index, text in enumerate(texts[:_MOST]):
        line = " ".join(text.split())
        kinds = _kinds(line)
        if kinds:
            found[index] = kinds
        elif line and (line[-1] in ":：;；," or _is_sentence(line)):
            break
    proof = frozenset(kind for kinds in found.values() for kind in kinds) & _PROOF
    symbols = [index for index, kinds in found.items() if _Kind.SYMBOL in kinds]
    if len(proof) < 2 or not (symbols or _Kind.DISTRIBUTION in proof):
        return frozenset(symbols if symbols == [0] and _opens_title(texts) else ())
    last = max(index for index, kinds in found.items() if kinds & _PROOF)
    while last + 1 in found or (last + 2 in found and _is_meeting(texts[last + 1])):
        last += 1
    head = {i for i in range(last + 1) if i in found or (i + 1 in found and i and _is_meeting(texts[i]))}
    if symbols and _Kind.DISTRIBUTION in proof:
        head |= {i for i in (0, 1) if i + 1 in head and (i == 0 or 0 in head) and _is_name(texts[i])}
    return frozenset(head)


def _opens_title(texts: Sequence[str]) -> bool:
    """Whether the first line is a symbol alone, and the second open as titles are: no sentence, no list."""
    above, title = ("", "") if len(texts) < 2 else (texts[0], " ".join(texts[1].split()))
    return is_symbol(above) and title[-1:].isalnum() and not title[0].islower() and not _is_sentence(title)


def judged(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """The blocks of a document with those of its head set aside. Lines of plain text are judged
    with the rest of their layout."""
    text = [i for i, block in enumerate(blocks) if block.is_text]
    if any(blocks[i].kind is BlockKind.LINES for i in text[:_MOST]):
        return blocks
    heads = {text[i] for i in masthead([blocks[i].text for i in text[:_MOST]])}
    if not heads:
        return blocks
    return tuple(
        replace(block, kind=BlockKind.SET_ASIDE, reason=SetAsideReason.MASTHEAD) if i in heads else block
        for i, block in enumerate(blocks)
    )


def is_masthead_line(text: str) -> bool:
    """Whether a line is one that heads are made of."""
    return bool(_kinds(" ".join(text.split())))


def _is_sentence(line: str) -> bool:
    return len(line) > _LONGEST or (len(line) >= _SENTENCE and ends_sentence(line, language=UNKNOWN))


def _is_meeting(text: str) -> bool:
    """Whether a line is the place and the days of a meeting, as heads have them among their lines."""
    return any(place_and_date(text.strip("()"), language=known) for known in LANGUAGES.values())


def _is_name(text: str) -> bool:
    """Whether a line may be the name of a body that nobody listed: short, open, no clause."""
    return len(text) <= _NAME and not text[:1].islower() and text[-1:].isalpha() and len(text.split()) <= 6


def _kinds(line: str) -> frozenset[_Kind]:
    """What of a head the line shows, if it shows nothing else."""
    if _CELLS.search(line):
        return _row_kinds([part.strip() for part in _CELLS.split(line) if part.strip()])
    if not line or len(line) > _LONGEST:
        return frozenset()
    if is_symbol(line):
        return frozenset({_Kind.SYMBOL})
    match = SYMBOL.search(line)
    if match and any(char.isdigit() for char in match.group()):
        return _beside_symbol(line, match)
    return _plain_kinds(line)


def _beside_symbol(line: str, match: re.Match[str]) -> frozenset[_Kind]:
    """What a line with a symbol shows: the symbol stands at its edge, and only parts of a head beside it."""
    rest = (line[: match.start()] + line[match.end() :]).strip(" *")
    if not (match.start() == 0 or match.end() >= len(line.rstrip(" *"))):
        return frozenset()
    if beside := _plain_kinds(rest):
        return beside | {_Kind.SYMBOL}
    return frozenset({_Kind.SYMBOL} if match.start() and _is_name(rest) else ())


def _row_kinds(parts: Sequence[str]) -> frozenset[_Kind]:
    """What the cells of a row show together; one of them may be the name of a body that nobody listed,
    beside a symbol and a line of distribution."""
    if len(parts) > _MOST:
        return frozenset()
    each = [_kinds(part) for part in parts]
    found = frozenset(kind for kinds in each for kind in kinds)
    unknown = [part for part, kinds in zip(parts, each, strict=True) if not kinds]
    if not unknown:
        return found
    if len(parts) == 2 and parts[:1] == unknown and found == {_Kind.SYMBOL} and _is_name(parts[0]):
        return found  # the name of a body, then its symbol, as on one line
    named = len(unknown) == 1 and len(unknown[0]) <= _LONGEST and not _is_sentence(unknown[0])
    proved = {_Kind.SYMBOL, _Kind.DISTRIBUTION} <= found and unknown[0][-1].isalpha()
    return found | {_Kind.ORGANISATION} if named and proved else frozenset()


def _plain_kinds(line: str) -> frozenset[_Kind]:
    if _DISTRIBUTION.fullmatch(line):
        return frozenset({_Kind.DISTRIBUTION})
    if _SESSION.fullmatch(line) or _SERIES.fullmatch(line):
        return frozenset({_Kind.DETAIL})
    rest = _without_date(line)
    if rest != line:
        beside = _plain_kinds(rest) if rest else frozenset({_Kind.DETAIL})
        return beside & {_Kind.ORGANISATION, _Kind.DISTRIBUTION, _Kind.DETAIL}
    bare = line.strip("()")
    if bare.casefold() in _language_names():
        return frozenset({_Kind.DETAIL})
    if _listed().fullmatch(line):
        detail = any(char.isdigit() for char in line)
        return frozenset({_Kind.DETAIL if detail else _Kind.ORGANISATION})
    return frozenset()


@memo(256)  # the same lines are asked about as a head and as a part of one
def _without_date(line: str) -> str:
    """The line without the day that it begins or ends with."""
    if not any(char.isdigit() for char in line):
        return line
    for known in LANGUAGES.values():
        for found in find_dates(line, language=known):
            before, after = line[: found.start].strip(" ,("), line[found.end :].strip(" ,.)")
            if not (before and after):
                return before or after
    words = line.split()
    # a page set from right to left may give "May 2031 9"
    if len(words) == 3 and sum(word.isdecimal() for word in words) == 2:
        turned = " ".join([words[2], *words[:2]])
        if any(whole_date(turned, language=known) for known in LANGUAGES.values()):
            return ""
    return line


@cache
def _language_names() -> frozenset[str]:
    names = {name for known in LANGUAGES.values() for name in (known.NAME, known.NAME.lower())}
    own = {"français", "español", "русский", "中文", "العربية", "عربي", "بالعربية", "на русском языке"}
    return frozenset(
        text.casefold() for name in names | own for text in (name, f"{name} only", f"original: {name}")
    )


@cache
def _listed() -> re.Pattern[str]:
    """The whole lines that the language modules list; heads are often printed in another language."""
    parts = sorted({part for known in LANGUAGES.values() for part in known.MASTHEADS})
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)
