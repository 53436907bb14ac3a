"""Bytes to text: which encoding, on evidence, never with a replacement character.

A byte order mark decides; then strict UTF-8, which other encodings practically never satisfy;
then UTF-16 by its zero bytes; then each older encoding is tried and the result judged by how
much it looks like one of the six languages. If none does, the error names the first byte that is
not UTF-8.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from p5diff.errors import InputError
from p5diff.language import LANGUAGES, Language
from p5diff.model.alignment import Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 100_000
"""Characters looked at for signs of another encoding: they show in the first pages or nowhere."""
_LEAST = 0.55
"""Least score in [0, 1] of the best encoding: below it, text in none of the six languages was found."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile("[^\x00-\x7f]")
_WESTERN = frozenset("éèêëàâäçîïôöùûüÿñáíóúœæÉÈÊÀÂÇÎÔÛÑÁÍÓÚŒÆ«»“”‘’–—…°ºª¿¡§€·ßã\u00a0\u00ad")
_ASCII = re.compile("[\x00-\x7f]")
_PLAIN = re.compile(r"[\t\n\f\r -~]")
_WORD = re.compile(r"[^\W\d_]+")


class Trial(NamedTuple):
    """One encoding tried: its name and how plausible the text is, in [0, 1]."""

    encoding: str
    score: float


_WIDE = ("utf-7", "utf-16", "utf-32")
"""Begin the names of encodings in which ASCII letters are not the bytes that they are elsewhere."""
_PYTHONS = frozenset("charmap idna mbcs oem punycode raw-unicode-escape unicode-escape".split())
"""Codecs of text that are no encoding of documents: what they make of a byte is Python's own, a host name's,
or the machine's."""
_ASCII_BYTES = bytes(range(0x20, 0x7F))
"""In the encodings of documents these are the same everywhere; in those of mainframes they are not."""


def stated(label: str) -> str:
    """Python's codec for an encoding that a document names; empty for what no document is in.

    A document may name any of Python's codecs: those that unpack, that read escapes, or that read ASCII as
    other letters would show words that nobody else sees in it.

    >>> stated("GB2312"), stated("rot13"), stated("unicode_escape"), stated("cp037")
    ('gb2312', '', '', '')
    """
    try:
        name = codecs.lookup(label.strip().lower()).name
        if name.startswith(_WIDE):
            return name
        if name.replace("_", "-") in _PYTHONS:
            return ""
        return name if _ASCII_BYTES.decode(name) == _ASCII_BYTES.decode("ascii") else ""
    except (LookupError, ValueError):
        return ""


def decode(
    data: bytes, *, encoding: str | None = None, name: str = "the file"
) -> tuple[str, str, tuple[Note, ...]]:
    """The text, the encoding used, and a note where it was guessed.

    Raises `InputError` for binary data, for bytes that the encoding cannot hold (with the
    offset of the first), and for an encoding that does not exist.
    """
    if encoding:
        return _strict(data, encoding, name), encoding, ()
    for mark, found in _MARKS:
        if data.startswith(mark):
            text = _strict(data, found, name)
            refuse_binary(text, data, name)
            return text.removeprefix("\ufeff"), found.removesuffix("-sig"), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, error, name)
    wide = _utf16(data) if "\x00" in text[:_SAMPLE] else ""
    if wide:
        return _strict(data, wide, name), wide, (_guessed(wide),)
    refuse_binary(text, data, name)
    return text, "utf-8", ()


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise InputError(
            "encoding-unknown",
            f"there is no encoding {encoding!r}",
            cause="Python knows no codec of this name",
            hint="use a name such as utf-8, gb18030, big5, windows-1251 or koi8-r",
        ) from error
    except UnicodeError as error:
        raise _undecodable(name, encoding, getattr(error, "start", 0), data) from error


def _undecodable(name: str, encoding: str, offset: int, data: bytes) -> InputError:
    shown = data[offset : offset + 4].hex(" ") or "the end"
    return InputError(
        "file-undecodable",
        f"{name} cannot be decoded as {encoding}: byte offset {offset} ({shown})",
        cause="the file is damaged, or written in another encoding",
        hint="save it as UTF-8, or name its encoding where there is --encoding (`p5diff add`)",
    )


def refuse_binary(text: str, data: bytes, name: str) -> None:
    """Raise `InputError` for a text with control characters beyond a stray one: it is no text."""
    controls = _CONTROL.findall(text[:_SAMPLE])
    if "\x00" in controls or len(controls) > 2 + len(text[:_SAMPLE]) // 1000:
        offset = next((i for i, byte in enumerate(data) if byte < 9 or 14 <= byte < 27), 0)
        raise InputError(
            "file-binary",
            f"{name} is not a text: byte offset {offset} holds a control character",
            cause="it is a binary file, or damaged",
            hint="give the document itself as text, Markdown, HTML, DOCX or PDF",
        )


def is_wide(data: bytes) -> bool:
    """Whether the bytes are text of two or four bytes a character, with its mark or without."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00")) or bool(_utf16(data))


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark, if the bytes read as text of one of the languages that way."""
    if len(data) % 2 or len(data) < 4:
        return ""
    scores = {encoding: _wide_score(data[:4000], encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if scores[best] > 0 else ""


def _wide_score(sample: bytes, encoding: str) -> float:
    """Share of usual characters, for the language that explains most; 0 if too few are."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    if _CONTROL.search(text):
        return 0.0
    shares = {
        known.CODE: sum(c in _usual(known) or _PLAIN.match(c) is not None for c in text) / len(text)
        for known in LANGUAGES.values()
    }
    code = max(shares, key=lambda c: shares[c])
    return shares[code] if shares[code] > (0.75 if LANGUAGES[code].SEPARATOR else 0.3) else 0.0


def _guess(data: bytes, error: UnicodeDecodeError, name: str) -> tuple[str, str, tuple[Note, ...]]:
    trials = sorted(
        (
            Trial(encoding, _score(data, encoding, known))
            for known in _by_letters()
            for encoding in known.ENCODINGS
        ),
        key=lambda trial: -trial.score,
    )
    best = Trial("utf-8", 0.0) if _damaged_utf8(data) else trials[0]
    wide = _utf16(data)
    if wide:
        best = Trial(wide, 1.0)
    if best.score < _LEAST:
        if _CONTROL.search(data[:_SAMPLE].decode("latin-1")):
            refuse_binary(data.decode("latin-1"), data, name)
        raise _undecodable(name, "utf-8", error.start, data) from error
    text = _strict(data, best.encoding, name)
    refuse_binary(text, data, name)
    return text, best.encoding, (_guessed(best.encoding),)


def _by_letters() -> list[Language]:
    """The languages, those of scripts of their own first: nearly any bytes are Latin letters, too."""
    return sorted(LANGUAGES.values(), key=lambda known: known.SCRIPT == "Latin")


def _damaged_utf8(data: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII are sound UTF-8: then the file is damaged, not other."""
    high = sum(byte > 0x7F for byte in data[:_SAMPLE])
    sound = data[:_SAMPLE].decode("utf-8", errors="ignore")
    return len(sound.encode()) - len(_ASCII.findall(sound)) >= high * 0.8


def _guessed(encoding: str) -> Note:
    return Note(slug="encoding-guessed", message=f"read as {encoding}: its characters make plausible text so")


def _score(data: bytes, encoding: str, language: Language) -> float:
    """How plausible the bytes are as text in the encoding: 0 where it cannot hold them."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    return _plausible(text[:_SAMPLE], language)


def _plausible(text: str, language: Language) -> float:
    """Share of the characters beyond ASCII that plain text of the language would have."""
    high = _HIGH.findall(text)
    if not high:
        return 0.0
    if language.SCRIPT == "Latin":
        good = sum(char in _WESTERN for char in high) / len(high)
        return good * _near_letters(text)
    usual = _usual(language)
    good = sum(char in usual for char in high) / len(high)
    if not language.SEPARATOR:
        return min(1.0, 0.25 + good * 1.4) if good > 0.2 else good
    return good * 0.6 + 0.4 * min(1.0, _common_share(text, language) * 8)


def _near_letters(text: str) -> float:
    """Share of accented letters that stand in a word with plain ones: alone they are noise."""
    words = _WORD.findall(text)
    accented = [w for w in words if not w.isascii()]
    if not accented:
        return 0.9
    sound = sum(sum(not c.isascii() for c in w) * 2 <= len(w) and not w[1:].isupper() for w in accented)
    return sound / len(accented)


def _common_share(text: str, language: Language) -> float:
    words = [w.lower() for w in _WORD.findall(text) if not w.isascii()]
    return sum(w in language.COMMON_WORDS for w in words) / len(words) if words else 0.0


@cache
def _usual(language: Language) -> frozenset[str]:
    letters = language.FREQUENT_LETTERS
    marks = "，。、；：？！《》（）“”‘’—…·「」『』" if not language.SEPARATOR else "«»„“”–—№…’،؛؟\u00a0"
    return frozenset(letters + letters.upper() + marks)
