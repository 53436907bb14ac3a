"""A text as word comparison sees it: tokens, where they stand, and one symbol for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from p5diff.text.tokens import key, printed_tokens

_FIRST_SYMBOL = 0x100
_SURROGATES = 0xD800


@dataclass(frozen=True, slots=True, kw_only=True)
class WordText:
    """`symbols` has one character for each token; equal keys have equal symbols."""

    text: str
    tokens: list[str]
    starts: list[int]
    keys: list[str]
    symbols: str

    def end(self, index: int) -> int:
        """Where token `index` ends in the text."""
        return self.starts[index] + len(self.tokens[index])


def word_texts(before: str, after: str, variants: Mapping[str, str]) -> tuple[WordText, WordText]:
    """Both texts over one alphabet of symbols."""
    alphabet: dict[str, str] = {}
    return _word_text(before, alphabet, variants), _word_text(after, alphabet, variants)


def _word_text(text: str, alphabet: dict[str, str], variants: Mapping[str, str]) -> WordText:
    tokens = printed_tokens(text)
    keys = [key(token) for token in tokens]
    if variants:
        keys = [variants.get(k, k) for k in keys]
    return WordText(
        text=text, tokens=tokens, starts=_starts(text, tokens), keys=keys, symbols=_symbols(keys, alphabet)
    )


def _starts(text: str, tokens: list[str]) -> list[int]:
    starts = []
    position = 0
    for token in tokens:
        position = text.index(token, position)
        starts.append(position)
        position += len(token)
    return starts


def _symbols(keys: list[str], alphabet: dict[str, str]) -> str:
    for k in keys:
        if k not in alphabet:
            alphabet[k] = _symbol(len(alphabet))
    return "".join([alphabet[k] for k in keys])


def _symbol(number: int) -> str:
    """The number-th private symbol. Surrogates are no characters, so they are passed over."""
    code = number + _FIRST_SYMBOL
    return chr(code if code < _SURROGATES else code + 0x800)
