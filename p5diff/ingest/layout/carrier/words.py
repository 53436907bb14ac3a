"""The words of carriers (`p5diff.language.carriers`) as patterns, and what else tells a line of a page.

"The four issued the following statement:"   introduces
"11.04.2034 18:30", "Tel. 555 01 23"         lines of a page in any language
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from p5diff.language import Language
from p5diff.language.carriers import Carrier
from p5diff.text.fold import letter_table
from p5diff.text.needles import Spared

AROUND = ' \t\u00a0[](){}*-–—_=~#<>.:：。…"“”«»【】（）/|•·'
"""What may stand around a mark of beginning or end."""
COLONS = (":", "：")
AROUND_COLON = " *_\u200f\u200e\u202c"
"""What may stand after the colon of a sentence that introduces: marks of stress and direction."""
QUOTES = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“", '"': '"', "”": "“", "〝": "〞"}
"""Marks that open a quotation of paragraphs → what closes it. Single marks are left out: one that
closes cannot be told from an apostrophe."""
QUOTED = re.compile(r"“[^”]{0,400}”|«[^»]{0,400}»|「[^」]{0,400}」|„[^“”]{0,400}[“”]|\"[^\"]{0,400}\"")
"""Words that somebody else is said to have spoken."""
CRUMBS = re.compile(r"[^\n>›»→]{1,41}(?:[>›→»][^\n>›»→.!?]{1,62}){1,6}")
"""Where a page stands in its site: "Home > News > Statements"."""
_DECORATION = "=-*_~#–—•+"
_MAIL_STROKES = "-—_=*"
CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|https?://|\bwww\.")
PHONE = re.compile(r"(?<![\w/.-])(?:\+\d[\d \u00a0().-]{6,20}\d|\d{2,4}(?:[ \u00a0-]\d{2,4}){2,4})(?![\w/-])")
"""A number to call: with a plus, or of three groups and more."""
HOUR = re.compile(
    r"(?<!\d)\d{1,2}[:h]\d\d(?!\d)|(?<!\d)\d{4}[-/.]\d\d[-/.]\d\d(?!\d)|(?<!\d)\d\d?[/.]\d\d?[/.]\d{4}"
)
"""An hour, or a day in figures, as a page or a mail is stamped."""
STROKES = re.compile(r"\W{1,12}")
"""A line without a letter or figure: "*", "* * *", "--"."""
NUMBER = re.compile(r"(?=[^\d_]{0,33}\d)[^\W\d_]{0,12}\W{0,3}(?:[^\W\d_]{1,6}\W{0,3}){0,2}\d[\d/.–-]*")
"""The number of a publication and little else: "Ref. 44/2034", "№ 214-05"."""
DATED_NUMBER = re.compile(
    r"(?=.{0,33}(?:№|[Nn][°º]|[^\W\d_]\.))[^\W\d_]{1,12}\W{0,4}(?:[^\W\d_]{1,6}\W{0,3}){0,2}"
    r"\d[\d/.–-]*[^\W\d_]{0,3}(?: [^\W\d_]{1,5})?"
)
"""The number under which something went out, without the day behind it: "Исх. № 45/п от", "Ref. 45/DP of". A
sign of number or a word cut short stands in it: "Resolution 45 of" is a title."""
MAIL = re.compile(
    r"\A(?:[^\W\d_]{1,14}(?: [^\W\d_]{1,14})? ?[:：] ?[^\n]*(?:@|\d\d:\d\d|<)[^\n]*"
    r"|(?=[^\n]{6,184}[:：])[^\n]{5,120}(?:@|\d{4})[^\n]{0,60}[:：])"
)
"""A line that a mail program puts above what is sent on: an address or hour after a label, or
"On … wrote:"."""
LABELLED = re.compile(r"[^\W\d_]{1,14}(?: [^\W\d_]{1,14})? ?[:：] ?\S.{0,180}")
"""A label of a word or two and what it holds; beside lines of a mail program it is one of them."""
WIRE = re.compile(r"--|[–—]| - |\) ?[-–—]|（[^）]{2,14}）|\([^)]{2,30}\)|/[^/]{2,40}/|电")
"""What stands after place and day in the first words of an agency's report."""
BRACKETED = re.compile(r"[\[［(（][^\[\]［］]{2,80}[\]］)）]")
"""A line in brackets alone, as a document says in which language it was written."""
BARS = re.compile(r"[|·]| / .* / ")
"""What parts the links of a page that stand in one line."""


def is_decorated(line: str) -> bool:
    """Whether a line is a few words between strokes, as marks of beginning and end are typed: "=== TEXT ===".
    At least two strokes on either side, 2 to 60 characters between, spaces beside the strokes apart."""
    return _between(line, _DECORATION, 2, (2, 60))


def is_of_mail(line: str) -> bool:
    """Whether a mail program puts such a line above what is sent on: `MAIL`, or at least three strokes around
    3 to 40 characters and one mark at the end ("-----Original message-----")."""
    if MAIL.fullmatch(line):
        return True
    marked = line[-1:] != "_" and not line[-1:].isalnum()
    return any(_between(one, _MAIL_STROKES, 3, (3, 40)) for one in (line, line[:-1] if marked else ""))


def _between(line: str, strokes: str, run: int, between: tuple[int, int]) -> bool:
    """Whether a line begins and ends with at least `run` strokes and has so many characters between them,
    strokes among them where there are more than needed. By hand: as a pattern it takes time with the square
    of a line of strokes, and a line may hold millions."""
    few, many = between
    if len(line) < 2 * run + few or "\n" in line:
        return False
    inner = line.lstrip(strokes)
    before = len(line) - len(inner)
    if not inner:
        return True
    words = inner.rstrip(strokes)
    if before < run or len(inner) - len(words) < run:
        return False
    return len(words.removeprefix(" ").removesuffix(" ")) <= many


class CarrierWords(NamedTuple):
    """The patterns of one language; the fields are those of `p5diff.language.carriers.Carrier`."""

    noun: Spared
    spoken: Spared
    text: Spared
    points: Spared
    points_to_text: Spared
    points_to_noun: Spared
    greets: Spared
    parts: Spared
    courtesy: Spared
    introduces: Spared
    announces: Spared
    begins: Spared
    ends: Spared
    heads: Spared
    tails: Spared
    beside: Spared
    first_person: Spared
    reader: Spared
    delivery: Spared
    reports: Spared
    aloud: Spared
    lately: Spared
    itself: Spared
    acts: Spared
    publisher: tuple[re.Pattern[str], ...]


@cache
def words_of(language: Language) -> CarrierWords:
    """The patterns of a language."""
    own: Carrier = language.CARRIER

    def one(parts: Iterable[str]) -> Spared:
        filled = (part.replace("{noun}", own.noun) for part in parts)
        return Spared("|".join(f"(?:{part})" for part in filled), re.IGNORECASE)

    edge = r"\b" if language.SEPARATOR else ""
    noun, spoken = f"{edge}{own.noun}", f"{edge}{own.spoken}{edge}"
    named = f"(?:{noun}|{spoken})"
    return CarrierWords(
        noun=one((noun,)),
        spoken=one((spoken,)),
        text=one((own.text,)),
        points=one((own.points,)),
        points_to_text=one(
            (rf"(?:{own.points}).{{0,120}}(?:{own.text})", rf"(?:{own.text}).{{0,120}}(?:{own.points})")
        ),
        points_to_noun=one(
            (
                rf"(?:{own.points})[^:：]{{0,60}}{named}",
                rf"{spoken}[^:：]{{0,40}}(?:{own.points})[.。:： ]*$",
                rf"{noun} ?(?:{own.points})",
            )
        ),
        greets=one(own.greets),
        parts=one((*own.parts, r"--")),
        courtesy=one(own.courtesy),
        introduces=one(own.introduces),
        announces=one(own.announces),
        begins=one(own.begins),
        ends=one((*own.ends, "###", r"-?\s?30\s?-?")),
        heads=one((*own.heads, *own.forwards, r"\d{1,5}-\d{2}-\d{2}-(?:19|20)\d{2}")),
        tails=one((*own.tails, *own.beside)),
        beside=one(own.beside),
        first_person=one((own.first_person,)),
        reader=one(own.reader),
        delivery=one(own.delivery),
        reports=one((own.reports,)),
        aloud=one((own.aloud,)),
        lately=one((own.lately.replace("{days}", language.WEEKDAYS),)),
        itself=one((own.itself,)),
        acts=one((own.acts,)),
        publisher=tuple(re.compile(part, re.IGNORECASE) for part in own.publisher),
    )


def plain(text: str, language: Language) -> str:
    """The text in the characters that the words of carriers are written in: traditional Chinese as
    simplified, character for character."""
    return text if language.SEPARATOR else text.translate(letter_table(language))


def is_mark(text: str, words: CarrierWords) -> bool:
    """Whether a line says that the text begins or ends."""
    core = text.strip(AROUND)
    return bool(words.begins.fullmatch(core) or words.ends.fullmatch(core) or text.strip() == "###")


def full(pattern: Spared, text: str) -> bool:
    """Whether a pattern is all that a line says, bullets and marks around it apart."""
    core = text.lstrip("• ").strip()
    return bool(pattern.fullmatch(core) or pattern.fullmatch(core.strip(AROUND)))


def long_words(text: str) -> frozenset[str]:
    """The words of a line that say something: of four letters and more, or pairs of Chinese characters."""
    if not any("\u4e00" <= char <= "\u9fff" for char in text):
        return frozenset(word.casefold() for word in re.findall(r"[^\W\d_]{4,}", text))
    return frozenset(a + b for a, b in pairwise(text) if a.isalpha() and b.isalpha())
