"""Cut text into tokens, each with two faces: as printed and as compared.

A token is a word (with its marks, digits, apostrophes and inner hyphens: "P5’s", "New-START"),
a number ("1,000.5", "1 500 000"), a document symbol ("NPT/CONF.2015/PC.I/12"), one Han character, or one
punctuation mark. White space belongs to no token, unless it clings to a sign. Tokens never overlap,
and no token or white space starts or ends inside a grapheme (Unicode Standard Annex 29).

A text that is all ASCII, or holds no character that clings to its neighbour, takes a simpler
pattern that gives the same tokens several times faster.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from p5diff.language.references import SYMBOL_WORD as _SYMBOL
from p5diff.language.script import HAN as _HAN
from p5diff.memo import SHORT
from p5diff.text.marks import MARKS, PREPENDED, PREPENDED_LETTERS

_FLAGS = "\U0001f1e6-\U0001f1ff"
_GROUP_SPACE = " \u00a0\u2009\u202f"
_NUMBER = rf"(?:[1-9]\d{{0,2}}(?:[{_GROUP_SPACE}]\d{{3}})++(?!\d)|\d++)(?:[.,:٫٬]\d++)*+"
"""With figures grouped by spaces: "1 500 000,5" is one number. None begins with 0 or has four
figures before the first space, so that "in 2010 150 States" is two."""
_JOINERS = "['’‐‑-]"
# No letter, though Unicode counts it as one: ℹ is a pictograph and may be joined to others.
_LETTER = rf"[^\W_\u2139{_HAN}]"
# Most words need none of the care below: a run of everyday letters, ended by a space or a comma.
_PLAIN = (
    "[A-Za-z\u00df-\u00f6\u00f8-\u00ff\u0410-\u044f\u0451\u0621-\u063a\u0641-\u064a]++(?=[ ,;:)\n\u060c])"
)

_ASCII = rf"[A-Za-z]++(?=[ ,;:)\n])|{_SYMBOL}|{_NUMBER}(?![A-Za-z])|[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*|[^\s]"
_UNMARKED = rf"{_PLAIN}|[{_HAN}]|{_SYMBOL}|{_NUMBER}(?!{_LETTER})|{_LETTER}+(?:{_JOINERS}{_LETTER}+)*|[^\s]"
_MAY_CLING = re.compile(
    "[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u0606-\u060f\u061b-\u064a\u0660-\u066f\u0671-\u06d5"
    "\u2010-\u20cf\u2100-\u2cee\u3000-\u3029\u3030-\u3098\u309b-\ua66e\uf900-\ufaff\uff00-\uff9d]"
)
"""What may cling to its neighbour: all but the letters and marks of everyday text."""
_NO_HOST = r"\n\r\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
"""White space that no mark can stand on."""

_POWER = re.compile(r"(?<=\d)(?=[⁰¹²³⁴-⁹⁻])")
"""Where a figure is followed by one that is raised."""
_HOLDER = re.compile(f"[{PREPENDED}{PREPENDED_LETTERS}]")
_FIRST_HOLDER = PREPENDED[0]


@cache
def _marked() -> str:
    """The pattern for any text at all. Made only for texts that need it: its classes are large."""
    marks = f"[{MARKS}]*"
    letter = rf"{_LETTER}{marks}"
    number = rf"{_NUMBER}(?!{_LETTER}|[{MARKS}])"
    sign = f"(?:[{_HAN}]|[{_FLAGS}]{{2}}){marks}"
    # A joiner joins pictographs. A sign that begins a grapheme of its own, or half a flag, stays out.
    joined = rf"(?:(?<=\u200d)(?:[^\w\s{PREPENDED}{_FLAGS}]|\u2139){marks})*"
    blank = rf"[^\S{_NO_HOST}]"
    # A number sign that stands alone still clings to the space after it, as a mark does to one before.
    other = rf"[^\s{MARKS}]{marks}{joined}(?:(?<=[{PREPENDED}]){blank}{marks})?"
    # The few letters that cling to what follows hold it, whatever it is.
    anything = rf"(?:[{_HAN}]|[{_FLAGS}]{{2}}|{_LETTER}+|[^\s{MARKS}]|{blank})"
    held = rf"(?:(?<=[{PREPENDED_LETTERS}])[{PREPENDED}]*{anything}{marks}{joined})*"
    word = rf"(?:{letter})+(?:{_JOINERS}(?:{letter})+)*{held}"
    return (
        rf"{_PLAIN}"
        rf"|(?:[{PREPENDED}]+)?(?:{sign}|{_SYMBOL}(?![{MARKS}])|{number}|{word}|{other})"
        rf"|{blank}?[{MARKS}]+"
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _spaced(pattern: str) -> re.Pattern[str]:
    """A token and the white space behind it, except a space that hosts a mark: that is a token."""
    beside_marks = rf"(?:\s(?![{MARKS}])|[{_NO_HOST}])*"
    return re.compile(f"(?:{pattern})" + (beside_marks if pattern is _marked() else r"\s*+"))


def _tokens(text: str) -> str:
    """The pattern of the text's tokens: the quickest of those that find the same in it."""
    if text.isascii():
        return _ASCII
    return _marked() if _MAY_CLING.search(text) else _UNMARKED


_FOLDED = str.maketrans(
    {"ё": "е"}
    | dict.fromkeys("“”„‟«»〝〞「」『』", '"')
    | dict.fromkeys("‘’‚‛`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
)
_IGNORABLE = re.compile("[\u00ad\u0640\u200b-\u200f\u2060\ufeff\u064b-\u0652]")


def tokenise(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the tokens of `text`, in order, in code points."""
    return [m.span() for m in _compiled(_tokens(text)).finditer(text)]


def printed_tokens(text: str) -> list[str]:
    """The tokens of `text` as printed, in order."""
    return _compiled(_tokens(text)).findall(text)


def pieces(text: str) -> list[str]:
    """Tokens and the white space between them, in order: joined, they are `text` again."""
    pattern = _tokens(text)
    # A mark takes the space before it along; a CR and its LF stay together.
    space = rf"\s+(?![{MARKS}]|(?<=\r)\n)|\r\n|\s" if pattern is _marked() else r"\s+"
    return _compiled(f"{pattern}|{space}").findall(text)


def spaced_tokens(text: str) -> list[str]:
    """The tokens, each with the white space behind it: joined, they are `text` from its first token on.

    >>> spaced_tokens(" The P5, again ")
    ['The ', 'P5', ', ', 'again ']
    """
    return _spaced(_tokens(text)).findall(text)


def bare(piece: str) -> str:
    """The token alone, without the white space behind it. Few signs hold a space as their own.

    >>> bare("The "), bare("P5")
    ('The', 'P5')
    """
    token = piece.rstrip()
    if token[-1:] < _FIRST_HOLDER or token == piece or not _HOLDER.search(piece):
        return token
    held = _compiled(_marked()).match(piece)
    return held.group() if held else token


def key(token: str) -> str:
    """The token as compared: case, width, quotation marks and dashes folded. Never stored.

    >>> key("Ｐ５’S"), key("«")
    ("p5's", '"')
    """
    if token.isascii():
        return token.lower()
    return _kept(token) if len(token) <= SHORT else _key(token)


def _key(token: str) -> str:
    """Also drops what is not read: soft hyphens, joiners, Arabic tatweel and vowel signs.

    A power stays one: 10⁶ is another number than 106, while km² and km2 differ in print alone.
    """
    token = _POWER.sub("^", token)
    folded = unicodedata.normalize("NFKC", token).casefold().translate(_FOLDED)
    return _IGNORABLE.sub("", folded) or folded


_kept = lru_cache(maxsize=65536)(_key)
