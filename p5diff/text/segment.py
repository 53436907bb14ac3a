"""Sentences: where they end.

Spans are half-open in code points; they cover everything but the white space between sentences,
in order. A full stop ends a sentence when a space and a possible beginning follow, unless what
stands before it is an abbreviation, an initial, or a number that counts a paragraph or an item.
Full-width marks (。！？) end one wherever they stand, with the closing marks after them. Semicolons
and colons never do. What a sentence quotes or puts in brackets is part of it, however many
sentences that holds; a quotation that stands by itself is cut like any text.

Example: in "He met Gen. Lee at 6 p.m. Nobody said “No. Never.” aloud." the stop after "Gen" is
that of a title, the one after "p.m" ends a sentence because "Nobody" begins one, and those inside
the quotation end nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from p5diff.language import Language
from p5diff.language.references import SYMBOL
from p5diff.language.script import (
    BRACKETS,
    CLOSERS,
    HYPHENS,
    NARROW_ENDS,
    QUOTES,
    SENTENCE_ENDS,
    WIDE_ENDS,
    is_han,
)
from p5diff.memo import memo
from p5diff.model.alignment import Span
from p5diff.text.characters import is_wide

_CLOSERS = re.escape(CLOSERS)
_NOTE = r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)?"
_CANDIDATE = re.compile(
    rf"(?:(?P<wide>[{WIDE_ENDS}]+)[{_CLOSERS}]*"
    rf"|(?P<narrow>[{re.escape(NARROW_ENDS)}]+)(?: ?»|[{_CLOSERS}])*{_NOTE})"
)
_MAY_END = frozenset(SENTENCE_ENDS + CLOSERS + "¹²³⁰⁴⁵⁶⁷⁸⁹")
"""What a sentence can end with: the last characters of all that `_CANDIDATE` matches."""
_IN_END = "".join(_MAY_END) + " [0123456789"
"""All that such an end can hold, except the digits of other scripts."""
_GOES_ON = "，、；：,;:"
_BETWEEN = " \u00a0,，،–—-"
"""What may stand between a quotation and who said it."""
_OPENERS = re.compile(r"[\"'“‘«„‹(\[{¿¡–—\-* ]{0,8}")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“«„'’‘,;:/]{1,24}$")
_SPACED_BEFORE = re.compile(r"(?<![^\s(\[\"“«„])(?:[^\W\d_]{1,2}\. ){1,3}[^\W\d_]{1,2}$")
"""An abbreviation of several letters with spaces between: "и т. д", "EE. UU", "e. g"."""
_INITIALS_BEHIND = re.compile(r"(?:(?<![^\W\d_])[^\W\d_](?:[.-] ?|$))+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COUNT_AFTER = re.compile(r"[№#§]|\d|[IVXLC]+\b|[^\W\d_]\b")
_NUMBER_BEFORE = re.compile(r"(?:\d|\b[IVXLC]+)[)\]]?[ -]?$")
_ABBREVIATION_BEFORE = re.compile(r"([^\s(\[\"“«„]{1,12})\. $")
_LATIN_BEFORE = re.compile(r"(?<=[^\W\d_A-Za-z])[A-Za-z.-]+$")
"""The Latin letters at the end of a word that Chinese characters begin: 会议由J. K. …"""
_VOWEL = re.compile("[aeiouyæœаеёиоуыэюяіїє\u0621-\u064a]", re.IGNORECASE)
"""Letters that a word has one of; an abbreviation may have none. Arabic writes words without."""
_LONGEST_TITLE = 5
"""Letters of the longest abbreviation that is told by its form: of longer ones most have a vowel."""
_TITLE_PART = 3
"""Letters of the last part of a rank that hyphens join; shorter parts are ends of other words ("ten-st.")."""
_LIST_BEFORE = re.compile(r"[:;,：；，؛،]\s*[(\[]?$")
_ITEM_AHEAD = re.compile(r"[(（](?:[^\W\d_]|[ivx]{1,4}|\d{1,2})[)）] ?\S")
_COUNTER = re.compile(r"\d{1,3}|[^\W\d_]|[IVX]{1,5}|[ivx]{1,5}")
_ELIDED = ("[", "(", " ")
"""What stands before an ellipsis that leaves words out: "the States […] Parties", "the States … Parties"."""
_JOINTS = ("", ".", "-")
"""What stands after an initial, if anything."""
_LOOK = 40
"""Characters looked at around a stop: the longest abbreviation and the longest beginning fit twice."""
_OPENING_CLAUSE = 4
"""Words up to which the start of a sentence can be a mere date ("В мае 2009 г."); the longest such
phrases seen have four before the abbreviation."""
_LONGEST_INSERT = 300
"""Characters of the longest quotation or bracket that stays within its sentence: about three
sentences. What is longer is a text of its own, and is cut like one."""
_STRAIGHT = re.compile('"')
_BEFORE_QUOTE = frozenset(" \n([{（【:：,，،—–-。；;") | {"\u00a0"}
"""What stands before a straight mark that opens."""
_OPENING: dict[str, str] = {**QUOTES, **BRACKETS, "„": "“”"}


def sentences(text: str, *, language: Language) -> list[Span]:
    """Spans of the sentences of one paragraph (its label already split off).

    >>> from p5diff.language import en
    >>> [tuple(s) for s in sentences("Mr. Lee met No. 5. They agreed.", language=en)]
    [(0, 18), (19, 31)]
    """
    text = text.rstrip()
    spans: list[Span] = []
    start = _skip_space(text, 0)
    inserts = _inserts(text)
    for match in _CANDIDATE.finditer(text):
        end = match.end()
        if end <= start or not _ends(text, match, start, language):
            continue
        if any(
            start <= opened < match.start()
            and end <= closed
            and (start < opened or _goes_on(text, closed + 1, language))
            for opened, closed in inserts
        ):
            continue
        if not language.CASED and _goes_on_after_insert(text, match, start, inserts, language):
            continue
        spans.append(Span(start, end))
        start = _skip_space(text, end)
    if start < len(text):
        spans.append(Span(start, len(text)))
    return spans


def ends_sentence(text: str, following: str = "", *, language: Language) -> bool:
    """Whether `text` ends with the end of a sentence, given what follows it (if anything)."""
    if text[-1:] not in _MAY_END:
        return False
    tail = text[-_LOOK * 2 :]
    joined = f"{tail} {following[:_LOOK]}".rstrip() if following else tail
    words = tail.rstrip(_IN_END)
    for match in _CANDIDATE.finditer(joined, 0 if words[-1:].isdecimal() else len(words)):
        if match.start() < len(tail) <= match.end():
            return not following or _ends(joined, match, 0, language)
    return False


def ends_in_abbreviation(text: str, following: str, *, language: Language) -> bool:
    """Whether the stop that ends `text` is that of an abbreviation, whether it ends a sentence too or not; of
    initials only behind a word that bears none by itself: "the pilot J." but not "Ann J.".

    >>> from p5diff.language import en
    >>> ends_in_abbreviation("ropes, lamps, etc.", "They left", language=en)
    True
    """
    before = text[-_LOOK:-1] if text.endswith(".") else ""
    printed = _last_word(before, language)
    if not printed:
        return False
    stays = _stop_of_word(before, "", following, language)
    if _is_initial(printed):
        front = _INITIALS_BEHIND.sub("", before).rstrip()
        named = front and (not language.CASED or front.rpartition(" ")[2][0].islower() or front[-1] == ".")
        return stays and bool(named)
    word = printed.replace(" ", "").lower()
    return stays or word in _abbreviations(language) or word in language.NUMBER_ABBREVIATIONS


def closes_with_abbreviation(text: str, language: Language) -> bool:
    """Whether a text ends in an abbreviation that sentences and names end in: "etc.", "Ltd.", "km."."""
    word = _last_word(text[-_LOOK:-1], language).replace(" ", "").lower() if text.endswith(".") else ""
    return word in language.CLOSING_ABBREVIATIONS or word in language.UNIT_ABBREVIATIONS


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _inserts(text: str) -> list[tuple[int, int]]:
    """Quotations and brackets (opening mark, offset of the closing one) short enough to stay whole.

    Of marks that are alike on both sides (") what stands around them tells which of them opens; where one
    of them leaves that open, none does. A single one (') is an apostrophe.
    """
    found = _straight(text)
    stack: list[tuple[str, int]] = []
    for match in _marks().finditer(text):
        mark, at = match.group(), match.start()
        if stack and mark in stack[-1][0]:
            opened = stack.pop()[1]
            if at - opened <= _LONGEST_INSERT:
                found.append((opened, at))
        elif mark in _OPENING:
            stack.append((_OPENING[mark], at))
    return found


def _straight(text: str) -> list[tuple[int, int]]:
    """The quotations between straight marks, if each of them shows what it is: one that opens stands after
    a space, a colon, a comma or a bracket and before a letter, one that closes after a letter or stop."""
    marks = [match.start() for match in _STRAIGHT.finditer(text)]
    if len(marks) % 2:
        return []
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    opens = all(
        text[at - 1 : at] in _BEFORE_QUOTE and not text[at + 1 : at + 2].isspace() for at, _ in pairs if at
    )
    closes = all(not text[at - 1].isspace() and not text[at + 1 : at + 2].isdigit() for _, at in pairs)
    return [pair for pair in pairs if pair[1] - pair[0] <= _LONGEST_INSERT] if opens and closes else []


@cache
def _marks() -> re.Pattern[str]:
    # ’ is an apostrophe far more often than the end of a quotation
    marks = {mark for pair in _OPENING.items() for mark in pair[0] + pair[1]} - {"‘", "’"}
    return re.compile(f"[{re.escape(''.join(sorted(marks)))}]")


def _goes_on(text: str, at: int, language: Language) -> bool:
    """Whether the sentence that a quotation opens goes on behind it: “We waited. Nobody came.” was the
    answer; « Rien. Jamais. », a-t-il dit; in a script without capitals, if a word of saying follows."""
    after = text[at : at + _LOOK].lstrip(_BETWEEN)
    return after[:1].islower() if language.CASED else after.startswith(language.SAYING_WORDS)


def _goes_on_after_insert(
    text: str, match: re.Match[str], start: int, inserts: Sequence[tuple[int, int]], language: Language
) -> bool:
    """Whether a quotation or bracket that ends with a stop is a part of its sentence, in a script
    without capitals: it is a name or remark inside it, or a word of saying follows.

    Examples: 规则“数灯。点灯。”由来已久, “同意。”他说.
    """
    after = text[match.end() :].lstrip()
    for opened, closed in inserts:
        if start <= opened and match.start() < closed < match.end() and after:
            before = text[start:opened].rstrip()
            inside = bool(before) and before[-1] not in "：:，,،" + SENTENCE_ENDS
            return inside or after.startswith(language.SAYING_WORDS)
    return False


def _ends(text: str, match: re.Match[str], start: int, language: Language) -> bool:
    """Whether the candidate ends the sentence that began at `start`."""
    end = match.end()
    if end >= len(text):
        return True
    if match.group("wide"):
        return text[end] not in _GOES_ON
    if not language.SEPARATOR:
        marks = match.group("narrow")
        if "…" in marks or marks.startswith(".."):
            return _ellipsis_ends(text, match, start, language)
        if _latin_goes_on(text, match):
            return False
    if not text[end].isspace() and not (not language.SEPARATOR and is_wide(text[end])):
        return False
    return _begins_after(text, match, start, language)


def _begins_after(text: str, match: re.Match[str], start: int, language: Language) -> bool:
    """Whether what follows the mark can begin a sentence, and the mark is not its word's own."""
    ahead = text[match.end() : match.end() + _LOOK].lstrip()
    head = ahead[_match_end(_OPENERS, ahead) :]
    marks = match.group("narrow")
    if not head or head[0].islower():
        return not ahead or _ITEM_AHEAD.match(ahead) is not None
    if "…" in marks or marks.startswith(".."):
        elided = text[match.start() - 1 : match.start()] in _ELIDED
        if not language.CASED and ahead.startswith(language.JOINING_WORDS):
            return False
        return not elided and (head[0].isupper() if language.CASED else not head[0].isdigit())
    before = text[max(start, match.start() - _LOOK) : match.start()]
    opening = text[start : match.start()] if match.start() - start <= _LOOK else ""
    return marks != "." or not _stop_of_word(before, opening, head, language)


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0


def _latin_goes_on(text: str, match: re.Match[str]) -> bool:
    """In Chinese, a Latin stop ends nothing but Latin sentences."""
    marks = match.group("narrow")
    if marks == "．":
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return before.isdigit() or not is_han(after)
    return marks[0] == "." and text[match.end() : match.end() + 1] != " "


def _ellipsis_ends(text: str, match: re.Match[str], start: int, language: Language) -> bool:
    """In Chinese, "……" ends a sentence unless it leaves out members of a list, stands where the
    sentence begins, or a word follows that joins on."""
    before, after = text[start : match.start()], text[match.end() : match.end() + _LOOK].lstrip()
    if not before.strip("“‘「『（[(《") or "、" in before[-12:] or not after:
        return False
    return not after.startswith(language.JOINING_WORDS) and not after.startswith(
        tuple(_GOES_ON + "。！？”’」』）")
    )


def _without_joiner(word: str, head: str, language: Language) -> str:
    """An abbreviation without the "and" that is written onto it (Arabic وأ.), unless the next word has one
    too: then it may be a word, and a new sentence begins."""
    joiner = language.AND_PREFIX
    bare = word.removeprefix(joiner) if joiner else word
    return bare if bare in language.ABBREVIATIONS and not head.startswith(joiner or " ") else word


def _stop_of_word(before: str, opening: str, head: str, language: Language) -> bool:
    """Whether the full stop after `before` belongs to its last word, not to the sentence.

    `opening` is the sentence so far where it is short, `head` what follows.
    """
    printed = _last_word(before, language)
    if not printed:
        return False
    if opening and _option(language).fullmatch(opening):
        return True  # "Alt. 1. The Parties …": the stop belongs to what numbers the option
    word, rest = printed.replace(" ", ""), before[: -len(printed)]
    lower = _without_joiner(word.lower().strip(HYPHENS + "–—"), head, language)
    if _goes_on_in_abbreviation(lower, head, language):
        return True
    if opening == printed and lower in _abbreviations(language):
        return True  # "Sté. Navale …": an abbreviation alone is no sentence
    if _counts_item(word, before, rest) or _is_title(word, head, language):
        belongs = True
    elif lower in language.UNIT_ABBREVIATIONS and _measures(rest, language):
        belongs = _is_opening_date(opening, language) or not _closes(head, language)
    elif lower in language.CLOSING_ABBREVIATIONS:
        belongs = head[0].isdigit() or (not language.SEPARATOR and is_han(head[0]))
    elif not language.CASED and lower in language.ABBREVIATIONS:
        belongs = True  # what follows tells nothing, without capitals
    elif lower in language.ENDING_ABBREVIATIONS or _is_initial(word):
        belongs = not (_starts_sentence(head, language) or _is_counted(rest, language))
    else:
        belongs = lower in language.NUMBER_ABBREVIATIONS and _can_be_counted(head, language)
        belongs = belongs or lower in language.ABBREVIATIONS
        last = lower.rpartition("-")[2]  # "ген.-лейт.", "vice-adm.": the last of its parts tells
        if last != lower and (".-" in lower or len(last) >= _TITLE_PART):
            belongs = belongs or last in language.ABBREVIATIONS
    return belongs


def _is_title(word: str, head: str, language: Language) -> bool:
    """Whether a short capitalised word that no list holds is a title or rank: it has no vowel ("Kpt. Orlow"),
    or ends with a raised letter ("Mª. Teresa")."""
    if not (2 <= len(word) <= _LONGEST_TITLE and word[0].isupper() and word[1:].islower() and word.isalpha()):
        return False
    if not head[0].isupper() or _starts_sentence(head, language):
        return False
    return word[-1] in "ªº" or not _VOWEL.search(unicodedata.normalize("NFD", word))


def _goes_on_in_abbreviation(lower: str, head: str, language: Language) -> bool:
    """Whether the next word is an abbreviation that begins no sentence ("Co. Ltd.", "Hnos. Ltda."), or the
    rest of one that is printed with a space ("300 ق. م.", "RR. EE.")."""
    found = _WORD_AFTER.match(head)
    if not found or head[found.end() : found.end() + 1] != ".":
        return False
    after = found.group().lower()
    if len(after) > 1 and after in language.CLOSING_ABBREVIATIONS:
        return True
    doubled = all(len(part) == 2 and part[0] == part[1] for part in (lower, after))  # "RR. EE.", "FF. AA."
    return doubled or f"{lower}.{after}" in _abbreviations(language)


def _can_be_counted(head: str, language: Language) -> bool:
    """Whether what follows can be the number of a part: a figure, a letter alone, a symbol."""
    if not _COUNT_AFTER.match(head):
        return SYMBOL.match(head) is not None
    word = head[1:2] in ("", " ") and _starters(language)
    return not (word and head[0].lower() in word)


def _measures(rest: str, language: Language) -> bool:
    """Whether a figure stands before a measure, or before other measures ("5 млн. долл.")."""
    while not _NUMBER_BEFORE.search(rest):
        found = _ABBREVIATION_BEFORE.search(rest)
        if not found or found[1].lower() not in language.UNIT_ABBREVIATIONS:
            return False
        rest = rest[: found.start()]
    return True


def _is_counted(rest: str, language: Language) -> bool:
    """Whether a letter that could be an initial counts a part of a document: "app. B"."""
    found = _ABBREVIATION_BEFORE.search(rest)
    if found and len(found[1]) == 1 and found[1].isupper():
        return False  # another initial: "П. С. Белов" is no clause ("п.")
    word = found[1].lower() if found else ""
    return word in language.NUMBER_ABBREVIATIONS and word not in language.ABBREVIATIONS


def _last_word(before: str, language: Language) -> str:
    """The word that the stop stands at; an abbreviation with spaces in it ("и т. д") is one."""
    spaced = _SPACED_BEFORE.search(before)
    while spaced:
        if spaced.group().replace(" ", "").lower() in _abbreviations(language):
            return spaced.group()
        spaced = _SPACED_BEFORE.search(before, spaced.start() + 1)
    found = _WORD_BEFORE.search(before.rpartition(" ")[2])
    word = found.group() if found else ""
    latin = None if language.SEPARATOR else _LATIN_BEFORE.search(word)
    return latin.group() if latin else word


@cache
def _option(language: Language) -> re.Pattern[str]:
    return re.compile(language.OPTIONS or r"(?!)", re.IGNORECASE)


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    return (
        language.ABBREVIATIONS
        | language.ENDING_ABBREVIATIONS
        | language.CLOSING_ABBREVIATIONS
        | language.UNIT_ABBREVIATIONS
    )


def _counts_item(word: str, before: str, rest: str) -> bool:
    """Whether a number or letter opens the text or an item in it: "4. The …", "as follows: 1. Open"."""
    if not _COUNTER.fullmatch(word):
        return False
    if before.lstrip("[") == word:  # "[3. The secretariat …]": a clause that is not agreed
        return True
    return bool(_LIST_BEFORE.search(rest)) and (word.isdigit() or not word.islower() or len(word) == 1)


def _is_opening_date(opening: str, language: Language) -> bool:
    """Whether the sentence so far is no more than a date that goes before it: "В 2009 г. Россия …"."""
    words = opening.split()
    if not words or len(words) > _OPENING_CLAUSE + 1:
        return False
    first = words[0].lower().strip("“«\"'(")
    return first in language.DATE_PREPOSITIONS or first[:1].isdigit()


def _closes(head: str, language: Language) -> bool:
    """Whether the capitalised word that follows a measure or a year begins a sentence."""
    found = _WORD_AFTER.match(head)
    if not found:
        return False
    word = found.group()
    if 1 < len(word) <= 4 and word.isupper() and language.CASED:
        return False  # "долл. США", "6 p.m. GMT"
    return not _followers(language).fullmatch(word)


@cache
def _followers(language: Language) -> re.Pattern[str]:
    return re.compile(language.UNIT_FOLLOWERS or r"(?!)", re.IGNORECASE)


def _is_initial(word: str) -> bool:
    """A capital letter, or letters with stops between: "А", "J.-P", "U.S". In a script without
    capitals, any letter alone."""
    if word[1:2] not in _JOINTS:
        return False
    parts = re.split(r"[.\-]+", word)
    return all(len(part) == 1 and part.isalpha() and not is_han(part) for part in parts) and (
        len(parts) > 1 or not word.islower()
    )


@memo(4096)
def _starts_sentence(head: str, language: Language) -> bool:
    """Whether the next word, capitalised, is one that begins sentences rather than names."""
    found = _WORD_AFTER.match(head)
    if not found or (len(found.group()) == 1 and head[1:2] == "."):
        return False  # another initial: "А. А. Иванов"
    return found.group().lower() in _starters(language)


@cache
def _starters(language: Language) -> frozenset[str]:
    return language.COMMON_WORDS | language.STARTING_WORDS
