"""Labels of paragraphs: "4.", "(a)", "第三条", "（一）", "أولا -", split from the text, as printed.

A label is what numbers or marks a paragraph, not what it says: two texts whose paragraphs are
renumbered say the same. It is followed by a space in stored form unless it ends in a full-width
character ("一、坚持").
"""

from __future__ import annotations

import re
from functools import cache

from p5diff.language import Language
from p5diff.memo import memo
from p5diff.text.characters import BULLETS, is_wide

_SIGN = f"[{BULLETS.replace('·', '')}]"
"""A bullet that is nothing else, so that the text may follow without a space ("•加强合作"): a middle dot also
joins names."""
_COMMON = (
    r"\d{1,3}(?:\.\d{1,3}){1,4}[.)]?(?= [^\W\d_a-zа-яё])",  # 1.2 Text, never "2.5 percent"
    r"\d{1,3}(?:\.\d{1,3}){1,4}[.)](?= )",
    r"\d{1,3} ?[.)．）、](?![\d.,])",
    r"[(（\[]\d{1,3}[)）\]](?![\d.,])",
    r"[(（][a-zA-Z]{1,2}[)）]",
    r"[(（][ivxlcIVXLC]{1,6}[)）]",
    r"[a-z]\)|[a-z]\.(?= )",
    r"[ivxlc]{2,6}[).](?= )",
    r"[IVXLC]{2,6}\.(?= )",
    rf"[{BULLETS}*–—-](?= )|{_SIGN}(?=\w)",
)
_SEQUENCED = re.compile(r"([A-Z])\.(?= )")
_FREE = re.compile(f"[①-⑳]|{_SIGN}")
"""Labels that need no space behind them."""
_BULLET = re.compile(rf"[{BULLETS}*–—-]$")


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    own = language.LABELS
    # Labels of a language are matched without regard to case, the common ones are not:
    # "(A)" and "IV." differ from "(a)" and "iv." only in what they number.
    parts = [f"(?i:{p})" for p in own] + list(_COMMON)
    return re.compile("(?:" + "|".join(parts) + r")(?= |\S)")


def split_label(text: str, *, language: Language, heading: bool = False) -> tuple[str, str]:
    """The label as printed (or "") and the rest of the text.

    In a heading one capital letter and a stop is a label too ("I.", "B."); elsewhere it may be
    the initial of a name.

    >>> from p5diff.language import en, zh
    >>> split_label("4. The Parties met.", language=en)
    ('4.', 'The Parties met.')
    >>> split_label("（一）继续努力。", language=zh)
    ('（一）', '继续努力。')
    >>> split_label("2.5 percent of it", language=en)
    ('', '2.5 percent of it')
    """
    return _split(text, language, heading)


@memo(4096)  # a line is asked for its label wherever it is laid out, cut or tested
def _split(text: str, language: Language, heading: bool) -> tuple[str, str]:
    match = _pattern(language).match(text) or (_SEQUENCED.match(text) if heading else None)
    if not match:
        return "", text
    rest = text[match.end() :].lstrip(" ")
    needs_space = (
        not is_wide(match.group()[-1]) and match.group()[-1] not in ")].°" and not _FREE.match(match.group())
    )
    if not rest or (needs_space and text[match.end() : match.end() + 1] != " "):
        return "", text
    glued = text[match.end()] != " " and match.group().endswith(".") and not is_wide(rest[0])
    return ("", text) if glued and not _opens_word(match.group(), rest) else (match.group(), rest)


def _opens_word(label: str, rest: str) -> bool:
    """Whether a word opens right behind a figure and its stop, where somebody forgot the space ("3.The");
    "1.B", "3.x" and "1.com" are names of their own."""
    two = rest[:2]
    cased = two[:1].isupper() and two[1:].islower()
    return label[:-1].isdecimal() and two.isalpha() and (cased or two.upper() == two.lower())


def join_label(label: str, text: str, *, language: Language) -> str:
    """The inverse of `split_label`: the first line of a stored paragraph."""
    if not label:
        return text
    if is_wide(label[-1]) and split_label(label + text, language=language) == (label, text):
        return label + text
    return f"{label} {text}"


def spaced(label: str) -> str:
    """A label as it is shown before its text: with a space, but for one with a wide mark ("一、我们")."""
    return label if not label or is_wide(label[-1]) else f"{label} "


def is_bullet(label: str) -> bool:
    """Whether a label only marks an item and does not number it."""
    return _BULLET.match(label) is not None


def first_of_series(label: str) -> bool:
    """Whether a label can open a series: 1, a, i, 一, a bullet."""
    core = re.sub(r"[\W_]", "", label).lower()
    return is_bullet(label) or core in {"1", "a", "i", "一", "а", "أ", "①", "١", "11", "第1条", "第一条"}


def numbered(label: str) -> tuple[str, int] | None:
    """What stands around the number of a label, and the number, letters as places in their alphabet; None
    for bullets and labels of several letters.

    >>> numbered("(b)"), numbered("12."), numbered("•")
    (('(a)', 98), ('1.', 12), None)
    """
    match = re.fullmatch(r"(\W*)(\d{1,4}|[^\W\d_])(\W*)", label)
    if match is None:
        return None
    before, core, after = match.groups()
    figure = core.isdecimal()
    return f"{before}{1 if figure else 'a'}{after}", int(core) if figure else ord(core)
