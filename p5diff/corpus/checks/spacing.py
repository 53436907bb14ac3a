"""Rules P201–P209: how a stored text is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from p5diff.corpus.checks.rules import finding
from p5diff.language import Language
from p5diff.language.script import is_han
from p5diff.model.finding import Finding
from p5diff.model.statement import Role
from p5diff.text.segment import ends_sentence, sentences
from p5diff.text.stored import AS_IT_STANDS, parse, sentence_lines, serialise
from p5diff.text.unmerged import line_of_conflict

_ODD_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HEADING = re.compile(r"#+")
_RUNNING = frozenset({Role.BODY, Role.LETTER})
_NARROW = r"[0-9A-Za-z]"


def check_spacing(text: str, path: str, *, language: Language) -> Iterator[Finding]:
    """What is wrong with the layout of a stored text, line by line and as a whole."""
    if line := line_of_conflict(text):
        # How its lines are laid out says nothing before somebody has chosen between them.
        yield finding(
            "P209", path, "git left a conflict here", line=line, hint="choose between the two wordings"
        )
        return
    found = [
        *_empty_lines(text, path),
        *_lines(text, path, language),
        *_sentences(text, path, language),
    ]
    yield from found
    if not text.strip():
        yield finding("P208", path, "the text is empty", hint="add it again from its original")
    elif not found and mend_spacing(text, language=language) != text:
        line = _first_difference(text, mend_spacing(text, language=language))
        yield finding("P207", path, "p5diff would write this line otherwise", line=line)


def _empty_lines(text: str, path: str) -> Iterator[Finding]:
    if text.startswith("\n"):
        yield finding("P202", path, "the text starts with an empty line", line=1)
    for match in re.finditer(r"\n(?:[ \t]*\n){2,}(?=.*\S)", text):
        line = text.count("\n", 0, match.start()) + 3
        yield finding("P202", path, "more than one empty line", line=line)
    if text.strip() and not text.endswith("\n"):
        yield finding("P202", path, "the last line does not end", line=text.count("\n") + 1)
    elif text.strip() and text.rstrip() + "\n" != text and text.endswith("\n\n"):
        yield finding("P202", path, "empty lines at the end", line=text.count("\n"))


def _lines(text: str, path: str, language: Language) -> Iterator[Finding]:
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            if line:
                yield finding("P201", path, "spaces on an empty line", line=number, column=1)
            continue
        yield from _spaces(line, path, number)
        if not language.SEPARATOR:
            yield from _chinese(line, path, number)
        if line.startswith("#"):
            yield from _heading(lines, path, number)


def _spaces(line: str, path: str, number: int) -> Iterator[Finding]:
    if line != line.strip(" "):
        column = 1 if line[0] == " " else len(line.rstrip(" ")) + 1
        yield finding("P201", path, "spaces at the edge of the line", line=number, column=column)
    double = re.search("(?<=[^ ])  +(?=[^ ])", line)
    if double:
        yield finding("P201", path, "more than one space", line=number, column=double.start() + 1)
    odd = _ODD_SPACE.search(line)
    if odd:
        name = f"U+{ord(odd.group()):04X}"
        yield finding(
            "P201", path, f"{name} where a plain space belongs", line=number, column=odd.start() + 1
        )


def _chinese(line: str, path: str, number: int) -> Iterator[Finding]:
    for match in re.finditer(" +", line):
        before, after = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
        beside_han = (before and is_han(before)) or (after and is_han(after))
        if beside_han and _narrow_or_han(before) and _narrow_or_han(after):
            message = f"a space between {before} and {after}"
            yield finding("P203", path, message, line=number, column=match.start() + 1)


def _narrow_or_han(character: str) -> bool:
    return bool(character) and (is_han(character) or re.fullmatch(_NARROW, character) is not None)


def _heading(lines: list[str], path: str, number: int) -> Iterator[Finding]:
    line = lines[number - 1]
    marks = _HEADING.match(line)
    assert marks is not None
    depth = marks.end()
    if depth > 6 or not line[depth:].startswith(" ") or not line[depth:].strip():
        yield finding("P206", path, "a heading is `# ` to `###### ` and its words", line=number)
    around = (lines[number - 2] if number > 1 else "", lines[number] if number < len(lines) else "")
    if any(other.strip() and not other.startswith(marks.group() + " ") for other in around):
        hint = "put empty lines around it"
        yield finding("P206", path, "a heading is not a line of a paragraph", line=number, hint=hint)


def _sentences(text: str, path: str, language: Language) -> Iterator[Finding]:
    for number, line, last in running_lines(text, language):
        count = len(sentence_lines(line, language=language))
        if count > 1:
            hint = "--fix --select P204 puts each sentence on a line of its own"
            yield finding("P204", path, f"{count} sentences on one line", line=number, hint=hint)
        if not last and not ends_sentence(line, language=language) and line[-1] not in "：:;；—":
            hint = "join it with the next line, if the sentence goes on there"
            yield finding("P205", path, "the line ends inside a sentence", line=number, hint=hint)


def running_lines(text: str, language: Language) -> Iterator[tuple[int, str, bool]]:
    """Number and words of each line of running text, and whether its paragraph ends there."""
    numbers = [n for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    position = int(text.startswith(AS_IT_STANDS))
    for paragraph in parse(text, language=language):
        size = len(paragraph.sentences)
        own = numbers[position : position + size]
        position += size
        if paragraph.role not in _RUNNING:
            continue
        for index, (number, sentence) in enumerate(zip(own, paragraph.sentences, strict=False)):
            yield number, sentence.text, index == size - 1


def mend_spacing(text: str, *, language: Language) -> str:
    """The text as p5diff would write it: rules P201–P203 and P207. Sentence breaks stay."""
    if not text.strip():
        return text
    lines = (_mend_line(line, language) for line in text.split("\n"))
    mended = serialise(parse("\n".join(lines), language=language), language=language)
    return f"{AS_IT_STANDS}\n{mended}" if text.startswith(AS_IT_STANDS) else mended


def _mend_line(line: str, language: Language) -> str:
    line = re.sub(" {2,}", " ", _ODD_SPACE.sub(" ", line)).strip(" ")
    if not language.SEPARATOR:
        line = _mend_chinese(line)
    return line


def _mend_chinese(line: str) -> str:
    def mend(match: re.Match[str]) -> str:
        before, after = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
        beside_han = (before and is_han(before)) or (after and is_han(after))
        return "" if beside_han and _narrow_or_han(before) and _narrow_or_han(after) else match.group()

    return re.sub(" +", mend, line)


def split_lines(text: str, *, language: Language) -> str:
    """The text with each sentence of its running text on a line of its own (rule P204)."""
    lines = text.split("\n")
    for number, line, _ in running_lines(text, language):
        parts = [line[a:b] for a, b in sentences(line, language=language)]
        if len(parts) > 1:
            head, _, _ = lines[number - 1].rpartition(line)
            lines[number - 1] = head + "\n".join(parts)
    return "\n".join(lines)


def _first_difference(text: str, other: str) -> int:
    pairs = zip(text.split("\n"), other.split("\n"), strict=False)
    return next((n for n, (a, b) in enumerate(pairs, start=1) if a != b), 1)
