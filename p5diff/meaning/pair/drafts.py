"""What became of the marks of a draft: square brackets around what is not agreed, options, blanks.

A draft says "[shall][should]" and claims neither. So nothing inside open brackets counts as a
commitment or a shift of strength; what happens to the marks themselves is an event of its own:
brackets are lifted, added or go with their words, an option is chosen, a blank is filled.

Example: "[Decides][Requests] that each Party [shall][should] report" → "Requests that each Party
should report" is "option chosen: Requests" and "option chosen: should", not weaker, not stronger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from p5diff.language import Language
from p5diff.language.script import is_han
from p5diff.meaning.pair.basis import content, likeness, shared
from p5diff.meaning.sentence.brackets import BETWEEN, EDGE, Bracket, brackets, groups, is_open
from p5diff.memo import memo
from p5diff.model.alignment import Op, Pair, Span
from p5diff.model.comparison import Evidence, Shift, Side, Verdict
from p5diff.model.statement import Sentence

ASPECT = "draft"
_BLANK = re.compile(r"_{2,}|\.{5,}|…{2,}|\b[XxХх]{2,4}\b")
_MAY_BE_BLANK = re.compile("[_.…XxХх][_.…XxХх]")
"""What every blank holds, found at a glance."""
_LONGEST_OPTION = 6
"""Words of the longest option that a stroke parts from another in one bracket ("as soon as possible")."""
_MOST_MARKS = 100
"""Brackets of one side of a pair up to which it is told what became of each, and blanks that are told: far
more than parties leave open in a sentence. Each is looked for among those of the other side."""


_LIFTED = 0.6
"""Share of the content words of a bracket that stand outside brackets afterwards, from which on the words
were agreed, with changes [0, 1]: more stayed than went."""
_GONE = 0.4
"""The share up to which they were dropped [0, 1]. In between neither would be true of the whole."""
_BESIDE = 0.1
"""How far two brackets may stand apart, as a share of their texts, to be one [0, 1]: some words."""
_SAME_BRACKET = 0.5
"""Share of the content words of both, from which on two brackets are one, reworded [0, 1]."""


@cache
def _option(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{language.OPTIONS or '(?!)'})\s*[:.)：–—-]?\s*", re.IGNORECASE)


class _DraftText(NamedTuple):
    """One side of a pair as one text, with what leads from it back to its sentences."""

    side: Side
    text: str
    sentences: Sequence[Sentence]
    gap: int

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The words from `start` to `end` with the sentence that they stand in."""
        at = 0
        for sentence in self.sentences:
            stop = at + len(sentence.text)
            if at <= start < stop:
                span = Span(start - at, min(end, stop) - at)
                quoted = sentence.text[span.start : span.end]
                return (Evidence(side=self.side, sentence=sentence.id, span=span, text=quoted),)
            at = stop + self.gap
        return ()


def events(pair: Pair, language: Language) -> list[Shift]:
    """What became of the drafting marks of a pair, each with the words it rests on."""
    code, gap = language.CODE, len(language.SEPARATOR)
    before = _DraftText(Side.BEFORE, pair.before_text(code), pair.before, gap)
    after = _DraftText(Side.AFTER, pair.after_text(code), pair.after, gap)
    if not before.text or not after.text:
        return []
    marks = _Marks(pair, before, after, language)
    return [*_brackets(marks), *_labels(before, after, language), *_blanks(marks)]


class _Marks(NamedTuple):
    """What the drafting marks of a pair are judged by."""

    pair: Pair
    before: _DraftText
    after: _DraftText
    language: Language

    def filled(self, side: Side, start: int, end: int) -> bool:
        """Whether other words stand in the place of these, with a neighbour of theirs that stayed."""
        other = Op.INSERT if side is Side.BEFORE else Op.DELETE
        text = (self.before if side is Side.BEFORE else self.after).text
        runs: list[list[tuple[int, int, str]]] = [[]]
        for edit in self.pair.edits:
            if edit.op is Op.KEEP:
                runs.append([])
                continue
            span = edit.before if side is Side.BEFORE else edit.after
            runs[-1].append((span.start, span.end, edit.text if edit.op is other else ""))
        for run in runs:
            first, last = min((r[0] for r in run), default=0), max((r[1] for r in run), default=0)
            if not first <= start < last:
                continue
            instead = any(c.isalnum() for _, _, words in run for c in words)
            beside = (text[first:start], text[end:last])
            return instead and not all(any(c.isalnum() for c in words) for words in beside)
        return False

    def stayed(self, words: str) -> float:
        """Share of the content words of a bracket that stand outside brackets only afterwards [0, 1]."""
        own = content(words, self.language)
        if not own:
            return 0.0
        return shared(own, _came(self.after.text, self.before.text, self.language)) / len(own)


@memo(16)
def _came(after: str, before: str, language: Language) -> tuple[str, ...]:
    """The content words that stand outside brackets only afterwards."""
    came = Counter(content(_outside(after), language))
    came -= Counter(content(_outside(before), language))
    return tuple(came.elements())


def _outside(text: str) -> str:
    """The text without what stands in brackets."""
    found = brackets(text)
    begins, ends = [0, *(b.end for b in found)], [*(b.start for b in found), None]
    return " ".join(text[first:last] for first, last in zip(begins, ends, strict=True))


def _brackets(marks: _Marks) -> Iterator[Shift]:
    before, after = marks.before, marks.after
    if max(len(EDGE.findall(side.text)) for side in (before, after)) > 2 * _MOST_MARKS:
        return
    gone, come = _gone(before.text, after.text), _gone(after.text, before.text)
    for mine in list(gone):
        theirs = next(
            (
                group
                for group in come
                if _reworded(mine, group, marks.language) or _same_place(mine, group, marks)
            ),
            None,
        )
        if theirs is not None:
            gone.remove(mine)
            come.remove(theirs)
    for group in gone:
        shift = _closed(group, marks)
        if shift is not None:
            yield shift
    for group in come:
        start, end = group[0].start, group[-1].end
        one = Verdict.BLANK_LEFT if group[0].is_blank else Verdict.BRACKETS_ADDED
        what = Verdict.OPTION_ADDED if len(group) > 1 else one
        yield _shift("", after.text[start:end], what, after.evidence(start, end))


def _gone(text: str, other: str) -> list[list[Bracket]]:
    """The groups of brackets that the other text does not have."""
    kept = [[b.words for b in group] for group in groups(other)]
    result = []
    for group in groups(text):
        words = [b.words for b in group]
        if words in kept:
            kept.remove(words)
        else:
            result.append(group)
    return result


def _reworded(one: Sequence[Bracket], two: Sequence[Bracket], language: Language) -> bool:
    """Whether two single brackets are the same one with some of its words changed."""
    if len(one) != 1 or len(two) != 1:
        return False
    ours, theirs = content(one[0].words, language), content(two[0].words, language)
    return likeness(ours, theirs) >= _SAME_BRACKET


def _same_place(one: Sequence[Bracket], two: Sequence[Bracket], marks: _Marks) -> bool:
    """Whether two single brackets with words in them stand at the same share of their texts: one bracket, of
    which all words changed."""
    if len(one) != 1 or len(two) != 1 or one[0].is_blank or two[0].is_blank:
        return False
    shares = one[0].start / len(marks.before.text), two[0].start / len(marks.after.text)
    return abs(shares[0] - shares[1]) <= _BESIDE


def _closed(group: Sequence[Bracket], marks: _Marks) -> Shift | None:
    """What became of brackets that are gone: the words stay, one of several does, or none; nothing where
    some of them stayed and some went."""
    before, after = marks.before, marks.after
    start, end = group[0].start, group[-1].end
    printed, quoted = before.text[start:end], before.evidence(start, end)
    if all(b.is_blank for b in group):
        came = marks.filled(Side.BEFORE, start, end)
        return _shift(printed, "", Verdict.BLANK_FILLED, quoted) if came else None
    words = [option for b in group if not b.is_blank for option in _options(b.words)]
    places = {option: _place(option, after.text) for option in words}
    found = [(words, place) for words, place in places.items() if place is not None]
    if not found:
        stayed = max(map(marks.stayed, words))
        if stayed >= _LIFTED and len(words) == 1:
            return _shift(printed, "", Verdict.BRACKETS_LIFTED, quoted)
        return _shift(printed, "", Verdict.BRACKETED_DROPPED, quoted) if stayed <= _GONE else None
    chosen, place = max(found, key=lambda item: len(item[0]))
    what = Verdict.OPTION_CHOSEN if len(words) > 1 else Verdict.BRACKETS_LIFTED
    end_after = place + len(chosen)
    return _shift(printed, chosen, what, (*quoted, *after.evidence(place, end_after)))


def _options(words: str) -> list[str]:
    """What one bracket offers: "shall/should" is a choice of two, "1/3" and "and/or" are none."""
    parts = [part.strip() for part in words.split("/")]
    short = all(part and len(part.split()) <= _LONGEST_OPTION and not part[0].isdigit() for part in parts)
    return parts if len(parts) > 1 and short and not BETWEEN.fullmatch(parts[-1]) else [words]


def _place(words: str, text: str) -> int | None:
    """Where the words stand in the text, outside any brackets and not inside a word."""
    left, right = ("" if is_han(words[0]) else r"(?<!\w)"), ("" if is_han(words[-1]) else r"(?!\w)")
    for match in re.finditer(rf"{left}{re.escape(words)}{right}", text, re.IGNORECASE):
        if not is_open(text, match.start(), match.end()):
            return match.start()
    return None


def _labels(before: _DraftText, after: _DraftText, language: Language) -> Iterator[Shift]:
    """Options by their number at the head of a sentence: "Option 1:", "Alt. 2"."""
    one, two = (_option(language).match(side.text) for side in (before, after))
    label, other = (m.group().strip() if m else "" for m in (one, two))
    if one and not two:
        yield _shift(label, "", Verdict.OPTION_CHOSEN, before.evidence(one.start(), one.end()))
    elif two and not one:
        yield _shift("", label, Verdict.OPTION_ADDED, after.evidence(two.start(), two.end()))
    elif one and two and label.lower() != other.lower():
        quoted = (*before.evidence(*one.span()), *after.evidence(*two.span()))
        yield _shift(label, other, Verdict.CHANGED, quoted)


def _blanks(marks: _Marks) -> Iterator[Shift]:
    """Places left open by a line or dots, outside brackets."""
    before, after = marks.before, marks.after
    if not _MAY_BE_BLANK.search(before.text) and not _MAY_BE_BLANK.search(after.text):
        return
    for side, other, what in ((before, after, Verdict.BLANK_FILLED), (after, before, Verdict.BLANK_LEFT)):
        left = len(_BLANK.findall(other.text))
        for match in list(_BLANK.finditer(side.text))[left : left + _MOST_MARKS]:
            if not is_open(side.text, *match.span()) and marks.filled(side.side, *match.span()):
                gone, come = (match.group(), "") if side is before else ("", match.group())
                yield _shift(gone, come, what, side.evidence(*match.span()))


def _shift(gone: str, come: str, what: Verdict, evidence: Sequence[Evidence]) -> Shift:
    return Shift(
        aspect=ASPECT,
        verdict=what,
        before=gone,
        after=come,
        rule="drafting marks",
        explanation=f"a draft: {what.value}",
        evidence=tuple(evidence),
    )


def claims_nothing(shift: Shift, pair: Pair, language: Language) -> bool:
    """Whether a shift rests on words in open brackets, or in one option of several: no verdict then."""
    texts = {(Side.BEFORE, s.id): s.text for s in pair.before}
    texts |= {(Side.AFTER, s.id): s.text for s in pair.after}
    for item in shift.evidence:
        text = texts.get((item.side, item.sentence), "")
        if item.span is not None and is_open(text, item.span.start, item.span.end):
            return True
        if _option(language).match(text):
            return True
    return False
