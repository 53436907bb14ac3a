"""Lists in a text: which paragraphs are items, and of which words that lead to them.

We commit to:                 leads to a list
(a) building a bridge;        an item
(b) the following works:      an item, which leads to a list of its own
    (i) a lock,
2. We thank the host.         labelled otherwise than the items: the list has ended
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from p5diff.model.statement import Paragraph, Role
from p5diff.text.labels import is_bullet

T = TypeVar("T")
WHOLE = slice(None)
"""All paragraphs of a text, where a part of them may be meant (`apart`)."""
LEADS = (":", "：", "؛:", ":-", ":—", "：—")
"""What ends words that lead to a list."""
_GOES_ON = re.compile(r"[;,؛،；，、](?:\s*[^\W\d_]{1,4})?$")
"""The end of an item that another follows; "; and" before the last one."""
_INNER_LABEL = re.compile(r"^[(（\[]?(?:[^\W_]{1,4})[)）\].、．][ \u00a0]?(?=\S)")


class _OpenList(NamedTuple, Generic[T]):
    """A list that is open. `label` is the kind of its items' labels, empty for items without, None
    until the first item is met."""

    lead: T
    label: str | None


class LeadIns(Generic[T]):
    """What leads to the paragraph at hand, told paragraph by paragraph in reading order."""

    def __init__(self) -> None:
        self._open: list[_OpenList[T]] = []

    def over(self, paragraph: Paragraph) -> T | None:
        """What leads to this paragraph, if it is an item of a list; closes the lists that ended."""
        if paragraph.role is not Role.BODY or not paragraph.sentences:
            self._open.clear()
            return None
        kind = _label_kind(paragraph)
        while self._open:
            lead, label = self._open[-1]
            if label is None and (kind or _goes_on(paragraph)):
                self._open[-1] = _OpenList(lead, kind)
                return lead
            if label is not None and kind == label:
                return lead
            self._open.pop()
        return None

    def pass_by(self, paragraph: Paragraph, lead: T | None) -> None:
        """Note what the paragraph leads to (`lead`, where it ends as words before a list do), and
        that a list of unlabelled items ends with the first that is a whole sentence."""
        text = _text(paragraph)
        if text.endswith(LEADS) and paragraph.role is Role.BODY:
            if lead is not None:
                self._open.append(_OpenList(lead, None))
            else:
                self._open.clear()
        elif self._open and self._open[-1].label == "" and not _goes_on(paragraph):
            self._open.pop()


def apart(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Where a text may be taken apart: the places of paragraphs before which no list can be open, whatever
    the words say that lead to lists.

    What is no body closes all lists. A paragraph without a label that neither leads on nor goes on closes one
    at least: that of unlabelled items which it ends, or that whose items bear labels."""
    most = 0
    for place, paragraph in enumerate(paragraphs):
        if paragraph.role is not Role.BODY or not paragraph.sentences:
            most = 0
            yield place
            continue
        if not most:
            yield place
        if _text(paragraph).endswith(LEADS):
            most += 1
        elif most and not _label_kind(paragraph) and not _goes_on(paragraph):
            most -= 1


def unlabelled(text: str) -> str:
    """The words of an item behind a label that stands in its text."""
    return text[label.end() :] if (label := _INNER_LABEL.match(text)) else text


def _text(paragraph: Paragraph) -> str:
    return paragraph.sentences[-1].text.rstrip() if paragraph.sentences else ""


def _goes_on(paragraph: Paragraph) -> bool:
    """Whether the paragraph ends as items of a list do, all but the last."""
    return bool(_GOES_ON.search(_text(paragraph)))


def _label_kind(paragraph: Paragraph) -> str:
    """What kind of label the paragraph bears: number, letter, bullet, or its own sign; or none."""
    label = paragraph.label.strip()
    if not label or is_bullet(label):
        inner = _INNER_LABEL.match(paragraph.sentences[0].text)
        if inner is None:
            return "bullet" if label else ""
        label = inner.group()
    core = label.strip("()（）[]. :、．\u00a0")
    if core.replace(".", "").isdigit():
        return f"number{core.count('.')}{'(' if label[0] in '(（' else ''}"
    if len(core) <= 4 and core.isalpha():
        return "letter"
    return "sign"
