"""Rules P301 and P302: quotation marks and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from p5diff.corpus.checks.rules import finding
from p5diff.language import Language
from p5diff.model.finding import Finding

_MARKS = re.compile('["“”„‟«»‹›「」『』《》〈〉]')
_PAIRS = {
    ")": "(", "）": "（", "]": "[", "】": "【", "»": "«", "›": "‹", "」": "「",
    "』": "『", "》": "《", "〉": "〈", "”": "“",
}  # fmt: skip
_OPENING = frozenset(_PAIRS.values()) | {"„"}
_LABEL = re.compile(r"\s*[(（\[]?[\w.]{1,6}[)）\]]")
_ITEM = re.compile(r"(?<![^\s(（,;/–-])(?:[^\W\d_]|[ivx]{1,5}|\d{1,3})$")
"""A letter or number that a bracket closes without having been opened: "п. 3 а)", "apartados a) y b)"."""
_ITEM_LOOK = 8
"""Characters looked at before such a bracket: the longest number, with what stands before it."""
_BRACKETS = "(（[【"
_GERMAN = "„"


def check_quotes(text: str, path: str, *, language: Language) -> Iterator[Finding]:
    """Marks of another language, and marks that do not pair, in a stored text."""
    own = {mark.strip() for pair in language.QUOTES for mark in pair}
    for number, line in enumerate(text.split("\n"), start=1):
        foreign = next((m for m in _MARKS.finditer(line) if m.group() not in own), None)
        if foreign:
            message = f"{foreign.group()} is not a quotation mark of {language.NAME}"
            hint = "print as the original has it: ignore the rule for this text if it does so"
            yield finding("P301", path, message, line=number, column=foreign.start() + 1, hint=hint)
    yield from _unpaired(text, path)


def _unpaired(text: str, path: str) -> Iterator[Finding]:
    line = 1
    paragraphs = text.split("\n\n")
    going_on = False
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        again = going_on and paragraph.startswith("»")  # this mark opens a quotation that goes on
        problem = unpaired("«" + paragraph[1:] if again else paragraph)
        going_on = problem is not None and _goes_on(paragraph, problem[0], following)
        if problem is not None and not going_on:
            offset, message = problem
            at = line + paragraph.count("\n", 0, offset)
            column = offset - (paragraph.rfind("\n", 0, offset) + 1) + 1
            yield finding("P302", path, message, line=at, column=column)
        line += paragraph.count("\n") + 2


def _goes_on(paragraph: str, offset: int, following: str) -> bool:
    """Whether a quotation that is left open goes on in the next paragraph, which opens it again."""
    mark = paragraph[offset]
    opens = ("«", "»") if mark in "«»" else (mark,)
    return mark not in _BRACKETS and following.startswith(opens)


def unpaired(paragraph: str) -> tuple[int, str] | None:
    """Offset and description of the first mark that does not pair, or None.

    >>> unpaired("a (b) c"), unpaired("a (b c")
    (None, (2, '( is not closed in the paragraph'))
    """
    label = _LABEL.match(paragraph)
    stack: list[tuple[int, str]] = []
    for offset in range(label.end() if label else 0, len(paragraph)):
        mark = paragraph[offset]
        if mark in _OPENING and not (mark == "“" and stack and stack[-1][1] == _GERMAN):
            stack.append((offset, mark))
        elif mark in _PAIRS or mark == "“":
            if not stack or stack[-1][1] not in (_PAIRS.get(mark), _GERMAN):
                if mark in ")）" and _ITEM.search(paragraph[max(0, offset - _ITEM_LOOK) : offset]):
                    continue
                return offset, f"{mark} closes nothing"
            stack.pop()
    if stack:
        return stack[0][0], f"{stack[0][1]} is not closed in the paragraph"
    if paragraph.count('"') % 2:
        return paragraph.index('"'), '" is not closed in the paragraph'
    return None
