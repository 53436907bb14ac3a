"""Which way words run where a document has no element that keeps them apart (Unicode UAX 9).

A page of HTML isolates what it quotes; Word and OpenDocument are given the marks that no reader sees.
"""

from __future__ import annotations

import re

LRM, RLM = "\u200e", "\u200f"
"""Left-to-right and right-to-left mark: letters without a shape."""
QUOTED = re.compile("(“[^”]*”|«[^»]*»)")
"""A quotation in a sentence of ours, its marks included: every second piece where it splits one."""
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def right_to_left(language: str) -> bool:
    """Whether the lines of a language (its code) run from right to left."""
    from p5diff import language as languages  # `--help` asks for the marks of quotations alone

    return languages.get(language).DIRECTION == "rtl"


def quoting(text: str) -> str:
    """A sentence that runs from left to right, its quotations from right to left held together: the marks
    stay the sentence's, an arrow between two keeps its way, and … stays at the end of what it cuts.
    """

    def held(match: re.Match[str]) -> str:
        said = match[0]
        return f"{LRM}{said[:-1]}{RLM}{said[-1]}{LRM}" if _RTL.search(said) else said

    return QUOTED.sub(held, text)


def parts(quotation: str) -> tuple[str, str, str]:
    """The mark that opens a quotation (`QUOTED`), its words, and the mark that closes it; the spaces that
    French sets inside the marks are theirs."""
    words = quotation[1:-1].strip("\u00a0")
    at = quotation.find(words, 1) if words else len(quotation) - 1
    return quotation[:at], words, quotation[at + len(words) :]


def placed(text: str) -> str:
    """Numbers and places (`4  ¶14 → ¶15  `) before words that run from right to left: each as it is read, the
    first at the right. Two spaces stand between them."""
    held = (f"{LRM}{part}{LRM}" if part else "" for part in text.split("  "))
    return f"{RLM}  ".join(held)


def directed(text: str, op: str, rtl: bool) -> str:
    """A run of a cover: a `place` in a line from right to left, or a sentence of ours from left to right."""
    if rtl:
        return placed(text) if op == "place" else text
    return quoting(text)
