"""A source taken apart at the edges of the statement: what is kept, and what is set aside in the order of
the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.carrier.edges import StatementSpan
from p5diff.ingest.layout.carrier.page import LONGEST_LINE, RUNNING
from p5diff.ingest.layout.carrier.signs import OPENING, PageSigns
from p5diff.ingest.layout.places import Taken, letters
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.language import Language
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.text.segment import ends_sentence, sentences

_INNER = re.compile(rf"[:：,，]\s?[{''.join(w.QUOTES)}](?=\S| \S)")
"""A quotation that opens inside a sentence."""
_LAST_MARK = re.compile(r"[(（【\[](?P<mark>[^()（）【】\[\]]{1,30})[)）】\]]\s*$")
"""Words in brackets at the end of a paragraph."""
_LONGEST_QUOTED = 200
"""Paragraphs of the longest statement that may be quoted; the closing mark is looked for no farther."""


class Opened(NamedTuple):
    """The paragraphs of a source and what was set aside."""

    pieces: list[UnwrappedParagraph]
    taken: list[Taken]


class _Quoted(NamedTuple):
    """First and last paragraph of a quotation whose marks are no part of the text. `each`: whether every
    paragraph has both marks."""

    first: int
    last: int
    each: bool


def opened(pieces: list[UnwrappedParagraph], taken: list[Taken], language: Language) -> Opened:
    """The pieces with a quotation that opens inside the sentence which introduces it set apart:
    "The four said: “They met …", where the quotation goes on or holds most of the paragraph; and a mark of
    the end behind the last sentence."""
    words = w.words_of(language)
    found: list[UnwrappedParagraph] = []
    added: list[int] = []
    for index, piece in enumerate(pieces):
        parts = [piece]
        if opens := _opens_at(pieces, index, words, language):
            parts = _parted(piece, opens)
        if ends := _ends_at(parts[-1].text, words, language):
            parts[-1:] = _parted(parts[-1], ends)
        added += [index] * (len(parts) - 1)
        found += parts
    if not added:
        return Opened(pieces, taken)
    shifted = [one._replace(before=one.before + bisect_left(added, one.before)) for one in taken]
    return Opened(found, shifted)


def _parted(piece: UnwrappedParagraph, at: int) -> list[UnwrappedParagraph]:
    """A paragraph in two at a place of its text."""
    front = letters(piece.text[:at])
    lines = [(line, start) for line, start in zip(piece.lines, piece.starts, strict=False)]
    later = [i for i, (_, start) in enumerate(lines) if start >= at]
    cut = later[0] if later else len(lines)
    held = lines[max(0, cut - 1) :] if lines else []
    before = piece._replace(
        text=piece.text[:at].rstrip(),
        lines=piece.lines[: max(1, cut)],
        starts=piece.starts[: max(1, cut)],
        calls=tuple(call for call in piece.calls if call[1] <= front),
    )
    behind = piece._replace(
        text=piece.text[at:],
        lines=tuple(line for line, _ in held),
        starts=tuple(max(0, start - at) for _, start in held),
        calls=tuple((key, place - front) for key, place in piece.calls if place > front),
        divisions=(),
        added=0,
    )
    return [before, behind]


def _ends_at(text: str, words: w.CarrierWords, language: Language) -> int:
    """Where in a paragraph a mark of the end in brackets stands behind its last sentence, as agencies type
    it: "… next year. (END)", "……举行。（完）"; 0: nowhere."""
    match = _LAST_MARK.search(text)
    if match is None or not words.ends.fullmatch(w.plain(match["mark"].strip(w.AROUND), language)):
        return 0
    return match.start() if ends_sentence(text[: match.start()].rstrip(), language=language) else 0


def _opens_at(
    pieces: Sequence[UnwrappedParagraph], index: int, words: w.CarrierWords, language: Language
) -> int:
    """Where in a paragraph the quotation begins that the words before it introduce; 0: nowhere."""
    text = w.plain(pieces[index].text, language)
    for match in _INNER.finditer(text):
        at = match.end() - 1
        head, opening = text[: match.start() + 1], text[at]
        closing = w.QUOTES[opening]
        if not (words.introduces.search(head) or words.announces.search(head) or words.noun.search(head)):
            continue
        if words.first_person.search(head):
            continue
        inner = text[at + 1 :]
        closes = inner.find(closing)
        later = index + 1 < len(pieces) and any(
            closing in piece.text for piece in pieces[index + 1 : index + 1 + _LONGEST_QUOTED]
        )
        if closes < 0 and later:
            return at
        whole = inner.rstrip(" .。؛;,").endswith(closing) and inner.count(closing) == 1
        if (
            whole
            and opening != closing
            and letters(inner) >= 2 * RUNNING
            and len(sentences(inner, language=language)) > 1
        ):
            return at
    return 0


def cut(
    pieces: Sequence[UnwrappedParagraph], page: PageSigns, span: StatementSpan
) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """The paragraphs of the statement, and all else set aside in the order of the source."""
    quoted = _quotation(page, span)
    kept: list[UnwrappedParagraph] = []
    away: list[Taken] = []
    waiting = list(page.taken)
    for index, piece in enumerate(pieces):
        while waiting and waiting[0].before <= index:
            away.append(waiting.pop(0)._replace(before=len(kept)))
        inside = span.start <= index < span.end
        early = inside and not any(page.running[span.start : index + 1]) and page.head[index]
        within = inside and page.inserted[index] and any(page.running[index + 1 : span.end])
        if not inside or early or within:
            away.append(Taken(len(kept), aside(piece, piece.text)))
            continue
        front, text, back = _unquoted(piece.text, index, quoted, page)
        if front:
            away.append(Taken(len(kept), aside(piece, front)))
        cut = letters(front)
        calls = tuple((key, max(0, at - cut)) for key, at in piece.calls)
        moved = piece.text.index(text[:1], len(front)) if front else 0
        starts = tuple(max(0, at - moved) for at in piece.starts)
        kept.append(piece._replace(text=text, calls=calls, starts=starts))
        if back:
            away.append(Taken(len(kept), aside(piece, back)))
    away += [one._replace(before=len(kept)) for one in waiting]
    return kept, away


def _quotation(page: PageSigns, span: StatementSpan) -> _Quoted | None:
    """The quotation in marks that a span is; None for one that only opens or ends with a citation."""
    first = page.running_from(span.start)
    close = page.quotations.closing(first) if first < span.end and not page.pieces[first].quoted else None
    if close is None or close >= span.end or page.runs[span.end] > page.runs[close + 1]:
        return None
    return _Quoted(first, close, close > first and page.quotations.by_itself(first))


def _unquoted(text: str, index: int, quoted: _Quoted | None, page: PageSigns) -> tuple[str, str, str]:
    """A mark taken off its front, the text, and one taken off its end."""
    if quoted is None or not quoted.first <= index <= quoted.last:
        return "", text, ""
    front, back = "", ""
    opening = page.texts[quoted.first][0]
    closing = w.QUOTES[opening]
    if _opens_again(text, opening, closing, index, quoted):
        front, text = text[0], text[1:].lstrip()
    if quoted.each or index == quoted.last:
        at = text.rfind(closing)
        back, text = closing, text[:at].rstrip() + text[at + 1 :]
    return front, text, back


def _opens_again(text: str, opening: str, closing: str, index: int, quoted: _Quoted) -> bool:
    """Whether the mark at the front of a paragraph belongs to the quotation around all."""
    if quoted.each or index == quoted.first:
        return True
    if opening == "«" and text.startswith("»"):
        return True
    if not text.startswith(opening):
        return False
    if opening == closing:
        return text.count(opening) % 2 == (0 if index == quoted.last else 1)
    left = text.count(opening) - text.count(closing)
    return left >= (0 if index == quoted.last else 1)


def without_delivery(
    pieces: list[UnwrappedParagraph], taken: list[Taken], language: Language
) -> tuple[list[UnwrappedParagraph], list[Taken]]:
    """The pieces without a line above the text that says that the spoken word holds: it speaks of the sheet,
    whatever else stands there, so that it is no part of the text without any page around it."""
    pattern = w.words_of(language).delivery
    for index, piece in enumerate(pieces[:OPENING]):
        line = w.plain(piece.text, language).strip(w.AROUND)
        if len(line) > LONGEST_LINE or (letters(line) >= RUNNING and not piece.level):
            break
        if pattern.fullmatch(line) and len(pieces) > index + 1:
            notice = Taken(index, aside(piece, piece.text))
            before = [one for one in taken if one.before <= index]
            after = [one._replace(before=one.before - 1) for one in taken if one.before > index]
            return [*pieces[:index], *pieces[index + 1 :]], [*before, notice, *after]
    return pieces, taken


def aside(piece: UnwrappedParagraph, text: str) -> SetAside:
    """A piece, or a part of it, as set aside."""
    line = piece.lines[0] if piece.lines else None
    return SetAside(
        text=" ".join(text.split()),
        reason=SetAsideReason.CARRIER,
        page=line.page if line else 0,
        offset=line.start if line else -1,
    )
