"""A text as word comparison sees it: tokens, where they stand, and one symbol for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from p5diff.text.tokens import key, printed_tokens

_PRIVATE = 0xF0000
_PRIVATE_COUNT = 0x1FFFE
_OVERFLOW = 0x100
_SURROGATES = 0xD800


class Alphabet(dict[str, str]):
    """Printed token → its symbol. Fills itself; tokens that compare as equal share a symbol.

    Symbols come from the private planes, so that no method can take one for a letter or a space;
    beyond 131,070 distinct tokens from the rest of Unicode, surrogates passed over.
    """

    def __init__(self, variants: Mapping[str, str]) -> None:
        super().__init__()
        self._variants = variants
        self._symbols: dict[str, str] = {}
        self.keys_of: dict[str, str] = {}

    def __missing__(self, printed: str) -> str:
        word = key(printed)
        word = self._variants.get(word, word)
        symbol = self._symbols.get(word)
        if symbol is None:
            symbol = self._symbols[word] = _symbol(len(self._symbols))
            self.keys_of[symbol] = word
        self[printed] = symbol
        return symbol


def _symbol(number: int) -> str:
    if number < _PRIVATE_COUNT:
        return chr(_PRIVATE + number)
    code = number - _PRIVATE_COUNT + _OVERFLOW
    return chr(code if code < _SURROGATES else code + 0x800)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordText:
    """`symbols` has one character for each token; tokens with equal keys have equal symbols."""

    text: str
    tokens: list[str]
    starts: list[int]
    symbols: str
    alphabet: Alphabet

    def end(self, index: int) -> int:
        """Where token `index` ends in the text."""
        return self.starts[index] + len(self.tokens[index])

    def keys(self, start: int, size: int) -> list[str]:
        """`size` tokens from `start` on, as compared."""
        return [self.alphabet.keys_of[symbol] for symbol in self.symbols[start : start + size]]


def word_text(text: str, alphabet: Alphabet) -> WordText:
    """The text over an alphabet that it shares with the text it is compared with."""
    tokens = printed_tokens(text)
    symbols = "".join(map(alphabet.__getitem__, tokens))
    return WordText(
        text=text, tokens=tokens, starts=_starts(text, tokens), symbols=symbols, alphabet=alphabet
    )


def _starts(text: str, tokens: list[str]) -> list[int]:
    starts = []
    position = 0
    find = text.index
    for token in tokens:
        position = find(token, position)
        starts.append(position)
        position += len(token)
    return starts
