"""Rules P101–P108: encoding and characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from p5diff.corpus.checks.rules import finding
from p5diff.corpus.checks.scripts import odd_words
from p5diff.errors import InputError
from p5diff.language import Language
from p5diff.model.finding import Finding
from p5diff.text.extent import check_stored
from p5diff.text.visible import hidden_characters

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BOM = "\ufeff"


def check_bytes(data: bytes, path: str) -> tuple[str | None, list[Finding]]:
    """The text in the bytes (None when they are not UTF-8), and what is wrong with them."""
    try:
        text = data.decode("utf-8")
        check_stored(text, name=path)
        return text, []
    except InputError as error:
        return None, [finding("P602", path, f"is larger than p5diff reads: {error.cause}", hint=error.hint)]
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start} is not UTF-8 (0x{data[error.start]:02X})"
        hint = "add the text again from its original with --force --encoding NAME"
        return None, [finding("P101", path, message, line=line, hint=hint)]


def check_characters(text: str, path: str, *, language: Language) -> Iterator[Finding]:
    """What is wrong with the characters of a stored text."""
    if text.startswith(_BOM):
        yield finding("P102", path, "the file starts with a byte order mark", line=1)
    ends = _LINE_ENDS.search(text)
    if ends:
        line = text.count("\n", 0, ends.start()) + 1
        yield finding("P103", path, f"a line ends with {_names(ends.group())}, not with LF", line=line)
    for number, line_text in enumerate(text.removeprefix(_BOM).split("\n"), start=1):
        yield from _check_line(_LINE_ENDS.sub("", line_text), path, number, language)


def _check_line(line: str, path: str, number: int, language: Language) -> Iterator[Finding]:
    if not unicodedata.is_normalized("NFC", line):
        yield finding("P104", path, _decomposed(line), line=number)
    for offset, name in hidden_characters(line):
        if line[offset] in _BIDI:
            message = f"{name} changes the order in which the text is shown"
            hint = "take it out by hand, looking at the original"
            yield finding("P106", path, message, line=number, column=offset + 1, hint=hint)
        else:
            yield finding("P105", path, f"{name} cannot be seen", line=number, column=offset + 1)
    for offset, letter in enumerate(line):
        if letter == "\ufffd" or (letter > "\u02ff" and unicodedata.category(letter) in {"Co", "Cn"}):
            message = f"U+{ord(letter):04X} stands for a character that was lost or has no meaning"
            yield finding("P107", path, message, line=number, column=offset + 1)
    for offset, word, reason in odd_words(line, language=language):
        hint = "write the word in one script"
        yield finding("P108", path, f"{word!r} {reason}", line=number, column=offset + 1, hint=hint)


def _decomposed(line: str) -> str:
    composed = unicodedata.normalize("NFC", line)
    at = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed))
    return f"{_names(line[at : at + 2])} is not composed (NFC)"


def _names(text: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in text)


def mend_characters(text: str) -> str:
    """The text with what rules P102–P105 find mended; nothing that can be read is touched."""
    text = _LINE_ENDS.sub("\n", text.removeprefix(_BOM))
    hidden = {offset for offset, _ in hidden_characters(text) if text[offset] not in _BIDI}
    kept = "".join(character for offset, character in enumerate(text) if offset not in hidden)
    return unicodedata.normalize("NFC", kept)
