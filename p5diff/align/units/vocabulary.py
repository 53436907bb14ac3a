"""One symbol for each distinct token: both texts over one private alphabet.

Words take symbols from the private planes, marks from the private area of the basic plane. So no
method can take a symbol for a letter or a space, and a symbol tells a mark from a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

from p5diff.language.script import is_han
from p5diff.text.tokens import bare, key

# Code points for private use (planes 15 and 16 for words, the first plane's for marks), so that no symbol
# is a character of a text; words beyond them take what is left, surrogates and marks apart.
_WORDS = 0xF0000
_WORDS_COUNT = 0x1FFFE
_OVERFLOW = 0x100
_SURROGATES, _AFTER_MARKS = 0xD800, 0xF900
_MARKS, _MARKS_COUNT = 0xE000, 0x1900


class SymbolTable(dict[str, str]):
    """Printed token, with or without the white space behind it → its symbol. Fills itself.

    Tokens that compare as equal share a symbol; `fold` says which spellings of a word do. `words`
    has the key of every word, `marks` all other symbols; `common` the symbols of the function words,
    `hollow` those and all punctuation: what says little by itself. `clitics` may be written onto the
    front of a word.
    """

    def __init__(
        self,
        fold: Callable[[str], str] = str,
        function_words: Set[str] = frozenset(),
        clitics: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.clitics = clitics
        self.fold, self.function_words = fold, function_words
        self._symbols: dict[str, str] = {}
        self.words: dict[str, str] = {}
        self.common: set[str] = set()
        self.hollow: set[str] = set()
        self.marks: set[str] = set()

    def __missing__(self, printed: str) -> str:
        plain = key(bare(printed))
        word = self.fold(plain)
        symbol = self._symbols.get(word)
        if symbol is None:
            symbol = self._symbols[word] = self._new(word, plain)
        self[printed] = symbol
        return symbol

    @property
    def size(self) -> int:
        """How many symbols there are."""
        return len(self._symbols)

    def spelled(self, keys: Iterable[str]) -> str:
        """The symbols of words given by their keys; empty if one of them has not been met."""
        found = []
        for plain in keys:
            symbol = self._symbols.get(self.fold(plain))
            if symbol is None:
                return ""
            found.append(symbol)
        return "".join(found)

    def _new(self, word: str, plain: str) -> str:
        solid = word[0].isalnum()
        if solid or any(map(str.isalnum, word)) or len(self.marks) == _MARKS_COUNT:
            symbol = _word_symbol(len(self.words))
            self.words[symbol] = word
        else:
            symbol = chr(_MARKS + len(self.marks))
            self.marks.add(symbol)
        if plain in self.function_words:
            self.common.add(symbol)
            self.hollow.add(symbol)
        elif not solid:
            self.hollow.add(symbol)
        return symbol

    def is_unspaced(self) -> bool:
        """Whether most distinct words are single Han characters."""
        han = len([w for w in self.words.values() if len(w) == 1 and is_han(w)])
        return han * 2 > len(self.words)


def _word_symbol(number: int) -> str:
    """Beyond 131,070 distinct words, symbols come from the rest of Unicode, surrogates passed over."""
    if number < _WORDS_COUNT:
        return chr(_WORDS + number)
    code = number - _WORDS_COUNT + _OVERFLOW
    return chr(code if code < _SURROGATES else code + _AFTER_MARKS - _SURROGATES)
