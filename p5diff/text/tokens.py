"""Cut text into tokens, each with two faces: as printed and as compared.

A token is a word (with its marks, digits, apostrophes and inner hyphens: "P5’s", "New-START"),
a number ("1,000.5"), a document symbol ("NPT/CONF.2015/PC.I/12"), one Han character, or one
punctuation mark. White space belongs to no token. Tokens never overlap, and no token or white
space starts or ends inside a grapheme (Unicode Standard Annex 29).

A text that is all ASCII takes a simpler pattern that gives the same tokens several times faster.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from p5diff.text.marks import MARKS, PREPENDED

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SYMBOL = r"[A-Z]{1,12}(?:\.[A-Z0-9]{1,8}){0,4}/[A-Z0-9]{1,12}(?:[./][A-Z0-9]{1,12}){0,8}\b"
_NUMBER = r"\d++(?:[.,:]\d++)*+"
_M = f"[{MARKS}]*"
_LETTER = rf"[^\W_{_HAN}]{_M}"
_WORD = rf"(?:{_LETTER})+(?:['’‐‑-](?:{_LETTER})+)*"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_OTHER = rf"[^\s{MARKS}]{_M}(?:(?<=\u200d)[^\w\s{PREPENDED}]{_M})*"
_SPACED_MARK = rf"[^\S\n\r\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029]?[{MARKS}]+"
_SPACE = rf"\s+(?![{MARKS}])|\s"
# Most words need none of the care below: a run of everyday letters, ended by a space or a comma.
_PLAIN = (
    "[A-Za-z\u00df-\u00f6\u00f8-\u00ff\u0410-\u044f\u0451\u0621-\u063a\u0641-\u064a]++(?=[ ,;:)\n\u060c])"
)

_ASCII_TOKEN = rf"{_SYMBOL}|{_NUMBER}(?![A-Za-z])|[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*|[^\s]"
_ANY_TOKEN = (
    rf"{_PLAIN}"
    rf"|(?:[{PREPENDED}]+)?(?:[{_HAN}]{_M}|{_SYMBOL}(?![{MARKS}])|{_NUMBER}(?![^\W_{_HAN}]|[{MARKS}])|{_WORD}"
    rf"|{_FLAG}{_M}|{_OTHER})|{_SPACED_MARK}"
)
_ASCII = re.compile(_ASCII_TOKEN)
_ANY = re.compile(_ANY_TOKEN)
_ASCII_PIECE = re.compile(rf"{_ASCII_TOKEN}|\s+")
_ANY_PIECE = re.compile(rf"{_ANY_TOKEN}|{_SPACE}")
_FOLDED = str.maketrans(
    {"ё": "е"}
    | dict.fromkeys("“”„‟«»〝〞「」『』", '"')
    | dict.fromkeys("‘’‚‛`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
)
_IGNORABLE = re.compile("[\u00ad\u0640\u200b-\u200f\u2060\ufeff\u064b-\u0652]")


def tokenise(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the tokens of `text`, in order, in code points."""
    pattern = _ASCII if text.isascii() else _ANY
    return [m.span() for m in pattern.finditer(text)]


def printed_tokens(text: str) -> list[str]:
    """The tokens of `text` as printed, in order."""
    return (_ASCII if text.isascii() else _ANY).findall(text)


def pieces(text: str) -> list[str]:
    """Tokens and the white space between them, in order: joined, they are `text` again."""
    return (_ASCII_PIECE if text.isascii() else _ANY_PIECE).findall(text)


def key(token: str) -> str:
    """The token as compared: case, width, quotation marks and dashes folded. Never stored.

    >>> key("Ｐ５’S"), key("«")
    ("p5's", '"')
    """
    return token.lower() if token.isascii() else _key(token)


@lru_cache(maxsize=65536)
def _key(token: str) -> str:
    """Also drops what is not read: soft hyphens, joiners, Arabic tatweel and vowel signs."""
    folded = unicodedata.normalize("NFKC", token).casefold().translate(_FOLDED)
    return _IGNORABLE.sub("", folded) or folded
