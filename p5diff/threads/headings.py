"""Whether two headings head the same: a number in common says nothing.

    "Article 7 (Withdrawal)" → "Article 7"              two articles, where one came in before them
    "Article 7 (Withdrawal)" → "Article 8"              the same, where what stands under them is the same
    "Part II. Finance" → "Part III. Financing of aid"   the same by its subject

A number is a place. Where a text takes something in or leaves something out, all places behind it hold other
things, so a heading (or a short item that opens as one, "Option 2: …") goes on in another by words of its
subject, or by what stands under both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from p5diff.language import Language
from p5diff.language.script import is_han
from p5diff.memo import memo
from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Change
from p5diff.model.statement import Role, Sentence
from p5diff.text.labels import split_label
from p5diff.text.tokens import key, printed_tokens
from p5diff.threads.likeness import terms_of

_LEAD = 3
"""Words of the longest phrase that numbers a part ("Part the Second"): a fourth is a subject."""
_HAN_LEAD = 8
"""The same in Chinese characters ("第二十一条之一")."""
_ENDS_LEAD = re.compile(r"\s*[:：(（\[.．–—、]|\s-\s")
"""What parts a number from the subject behind it."""
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*|[ivxlcIVXLC]{1,6}|[A-ZА-ЯЁ]")
"""A number after its word: figures, Roman ones, one capital letter. Four digits are a year, which names."""


class Headings:
    """The headings of two texts, and what stands under them, as a comparison has it."""

    def __init__(self, changes: Sequence[Change], language: Language) -> None:
        self._language = language
        before = _in_order(s for change in changes for s in change.pair.before)
        after = _in_order(s for change in changes for s in change.pair.after)
        heads = [s.text for s in (*before, *after) if s.role is Role.HEADING]
        self._numbering = _shared_leads(heads, language)
        ours, theirs = (_sections(side, self._is_numbered) for side in (before, after))
        self._ours, self._theirs = ours, theirs
        self._together: Counter[tuple[str, str]] = Counter()
        for change in changes:
            if change.pair.kind is not PairKind.RECAST:
                self._together.update(
                    (ours[one.id], theirs[other.id])
                    for one in change.pair.before
                    for other in change.pair.after
                    if one.role is not Role.HEADING and one.id in ours and other.id in theirs
                )

    def may_be_one(self, before: str, after: str, before_id: str, after_id: str) -> bool:
        """Whether two wordings share a word of their subject, where one of both is numbered, or more of what
        stood under the one stands under the other than anywhere else."""
        numbers = self._numbers(before) | self._numbers(after)
        if not numbers or terms_of(before) & terms_of(after) - numbers:
            return True
        ours, theirs = self._ours.get(before_id, ""), self._theirs.get(after_id, "")
        rivals = (n for (one, other), n in self._together.items() if one == ours and other != theirs)
        return self._together[ours, theirs] > max(rivals, default=0)

    def _is_numbered(self, text: str) -> bool:
        return bool(self._numbers(text))

    def _numbers(self, text: str) -> frozenset[str]:
        """The terms of what numbers a line; none where nothing does."""
        lead = numbering(text, self._language) or _lead(text, self._language)
        if not lead or (lead not in self._numbering and not numbering(text, self._language)):
            return frozenset()
        return terms_of(lead)


@memo(4096)  # headings recur from text to text
def numbering(text: str, language: Language) -> str:
    """What numbers a line at its beginning, where no stop makes it a label ("Article 25 (WITHDRAWAL)"); empty
    where nothing does."""
    lead = _lead(text, language) or text
    for stop in ":.、":  # as a label of its own it would end in one of these
        if split_label(f"{lead}{stop} {text}", language=language, heading=True)[0] == f"{lead}{stop}":
            return lead
    words = printed_tokens(text)[:2]
    if len(words) == 2 and words[0].isalpha() and not is_han(words[0]) and _is_number(words[1], language):
        return f"{words[0]} {words[1]}"
    return ""


def _is_number(word: str, language: Language) -> bool:
    held = language.MEASURES.numerals.keys() | language.MEASURES.ordinals
    return _NUMBER.fullmatch(word) is not None or key(word) in held


def _lead(text: str, language: Language) -> str:
    """What stands before the first mark that parts a number from a subject; empty where that is too long."""
    mark = _ENDS_LEAD.search(text)
    lead = (text[: mark.start()] if mark else text).strip()
    longest = _LEAD if language.SEPARATOR else _HAN_LEAD
    return lead if len(printed_tokens(lead)) <= longest else ""


def _shared_leads(heads: Sequence[str], language: Language) -> frozenset[str]:
    """Leads of which a word stands in other leads as well, each before a subject: "Première partie : …",
    "Deuxième partie : …" are numbered, whatever words a language numbers with."""
    leads = {lead for text in heads if (lead := _lead(text, language)) and lead != text}
    held = Counter(term for lead in leads for term in terms_of(lead))
    return frozenset(lead for lead in leads if any(held[term] > 1 for term in terms_of(lead)))


def _in_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    return sorted(sentences, key=lambda s: (s.block, s.number))


def _sections(sentences: Sequence[Sentence], numbered: Callable[[str], bool]) -> dict[str, str]:
    """Sentence → the heading that it stands under, by the first of those that stand together ("Part I" above
    "Article 1"); for a heading itself, what others stand under by it. Headings without a number stand under
    the numbered one before them, as the rest of its text does."""
    found: dict[str, str] = {}
    head, counts, in_heads = "", False, False
    for sentence in sentences:
        is_head = sentence.role is Role.HEADING
        if is_head and not in_heads and (numbered(sentence.text) or not counts):
            head, counts = sentence.id, numbered(sentence.text)
        in_heads = is_head
        if head:
            found[sentence.id] = head
    return found
