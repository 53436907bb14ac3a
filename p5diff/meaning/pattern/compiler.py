"""Read a pattern as a person wrote it, or say what is wrong with it and how to mend it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

from p5diff.language import Language
from p5diff.language.verbs import Verbs
from p5diff.meaning.pattern.patterns import (
    Alternatives,
    Literal,
    Node,
    Number,
    Pattern,
    Start,
    WordGap,
    needs_word,
    opens_with_gap,
    weight,
)
from p5diff.meaning.pattern.words import fold_each, forms

MAX_GAP = 20
MAX_GAPS = 30
MAX_NODES = 4000
MAX_DEPTH = 6
"""Bounds of one pattern as written (words of a gap, gaps, nodes, brackets within brackets): more
than a person writes or reads, so that a stranger's rule file cannot make the automaton grow without end."""
MAX_NESTED = 20
"""Lists within lists: deeper than a person can follow, and far from the limit of recursion."""
MAX_WEIGHT = 20_000
"""Nodes of a pattern with its lists written out: the largest of the project's own has 2,804."""
_TOKEN = re.compile(r"\s+|~\d+|#+|\{[^{}]*\}|[\[\]()|^]|[^\s\[\]()|^{}~#]+|.")
_REGEX_SIGNS = re.compile(r"\\|\.\*|\.\+|\)\+|\]\+|\+\)|\?:|\{\d")


_PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
"""Words and nothing else, as most patterns are."""


_LAST_LATIN = "\u024f"
"""The last letter of the Latin script that an accent makes: other scripts are not printed without accents."""
_ANY_ENDING = re.compile(r"[^\W\d_]{2,}\*")
"""One word of any ending, as most terms of topics are."""
_ASCII_WORDS = re.compile(r"(?:[A-Za-z]{2,}\*|[A-Za-z]+)(?: (?:[A-Za-z]{2,}\*|[A-Za-z]+))*")
"""Words without accents, apart by spaces, each in full or of any ending: nothing in them is folded but
their case, so that they need not be cut into tokens."""


class PatternError(ValueError):
    """What is wrong with a pattern, and the remedy."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.remedy = remedy


class Lists:
    """Named lists of one language, each parsed once: those of its files, and the forms of its
    verbs under names such as `v.urge` (see `p5diff.language.verbs`)."""

    def __init__(self, written: Mapping[str, Sequence[str]], verbs: Verbs | None = None) -> None:
        self.written = written
        self.parsed: dict[str, Alternatives] = {}
        self._verbs = verbs or {}

    def find(self, name: str) -> Sequence[str]:
        """What the list holds, as written; nothing where there is none of this name."""
        forms, dot, verb = name.partition(".")
        return self._verbs.get(verb, {}).get(forms, ()) if dot else self.written.get(name, ())


def compile_pattern(source: str, language: Language, lists: Lists | None = None) -> Pattern:
    """The pattern that `source` writes. Raises `PatternError` with a remedy."""
    if _REGEX_SIGNS.search(source):
        raise PatternError(
            f"{source!r} looks like a regular expression",
            "write words; see docs/commitments.md for *, [ ], ( | ), ~n and {list}",
        )
    if _ASCII_WORDS.fullmatch(source):
        nodes: tuple[Node, ...] = tuple(
            [
                Literal(word[:-1].lower(), prefix=True)
                if word[-1] == "*"
                else Literal(word.lower(), False, False, len(word) > 1 and word.isupper())
                for word in source.split(" ")
            ]
        )
        _check_size(len(nodes), source)
        return Pattern(source, nodes)
    if _PLAIN.fullmatch(source):
        literals = tuple(map(_accented, _literals(source, language)))
        _check_size(len(literals), source)
        return Pattern(source, literals)
    if _ANY_ENDING.fullmatch(source) and len(beginning := _literals(source[:-1], language)) == 1:
        return Pattern(source, (_accented(Literal(beginning[0].key, prefix=True)),))
    parser = _Parser(language, lists or Lists({}))
    nodes = parser.parse(source)
    if not needs_word(nodes):
        raise PatternError(f"{source!r} matches without a single word", "write at least one word in it")
    if opens_with_gap(nodes) and not isinstance(nodes[0], Start):
        raise PatternError(f"{source!r} begins with a gap", "begin with a word, or with ^")
    _check_weight(weight(nodes), source)
    return Pattern(source, nodes)


def opening_keys(words: Collection[str], language: Language) -> dict[str, tuple[str, ...]]:
    """Word → the forms that a pattern which begins with it finds (see `_accented`); words of letters alone.
    All are folded in one go: for thousands, far sooner than one after the other."""
    foreign = [word for word in words if not word.isascii()]
    keys = dict(zip(foreign, fold_each(foreign, language), strict=True))
    return {word: _forms(_accented(Literal(keys.get(word) or word.lower()))) for word in words}


def _forms(node: Node) -> tuple[str, ...]:
    """The forms of a word with its accents, and without."""
    if isinstance(node, Alternatives):
        return tuple(form for (option,) in node.options for form in _forms(option))
    assert isinstance(node, Literal)
    return (node.key,)


def _literals(text: str, language: Language) -> list[Literal]:
    """The words of a text, to be found as they stand."""
    if text.isascii() and text.isalpha():  # one word, as most are: nothing to fold but its case
        return [Literal(text.lower(), False, False, len(text) > 1 and text.isupper())]
    return [Literal(f.keys[0], False, False, f.capitals and f.letters > 1) for f in forms(text, language)]


def _accented(literal: Literal) -> Node:
    """The word with its accents, or as print leaves them out: on a capital that begins it (Etat),
    and in a word all in capitals (TRAITE)."""
    if literal.key.isascii() or literal.key[0] > _LAST_LATIN:
        return literal
    bare = "".join(c for c in unicodedata.normalize("NFD", literal.key) if not unicodedata.combining(c))
    if bare == literal.key or len(literal.key) < 2 or not bare.isascii():
        return literal
    first = bare[0] + literal.key[1:]
    printed = [literal, *([literal._replace(key=first)] if first != literal.key else [])]
    if not (literal.prefix or literal.suffix) and bare != first:
        printed.append(literal._replace(key=bare, capitals=True))
    return Alternatives(tuple((form,) for form in printed)) if len(printed) > 1 else literal


def _check_size(nodes: int, source: str) -> None:
    if nodes > MAX_NODES:
        raise PatternError(f"{source!r} is too large", "split it into several patterns")


def _check_weight(nodes: int, source: str) -> None:
    if nodes > MAX_WEIGHT:
        raise PatternError(
            f"{source!r} is too large: {nodes:,} words with its lists written out",
            "name fewer lists within lists, or shorter ones",
        )


class _Parser:
    """Recursive descent over one pattern; lists are parsed where they are named."""

    def __init__(self, language: Language, lists: Lists) -> None:
        self.language = language
        self.lists = lists
        self.gaps = 0
        self.nodes = 0
        self.open_lists: list[str] = []

    def parse(self, source: str) -> tuple[Node, ...]:
        tokens = [t for t in _TOKEN.findall(source) if not t.isspace()]
        nodes, rest = self._sequence(tokens, 0, source)
        if rest < len(tokens):
            raise PatternError(f"{source!r}: {tokens[rest]!r} closes nothing", "check the brackets")
        return nodes

    def _sequence(
        self, tokens: list[str], at: int, source: str, depth: int = 0
    ) -> tuple[tuple[Node, ...], int]:
        nodes: list[Node] = []
        while at < len(tokens) and tokens[at] not in {")", "]", "|"}:
            if tokens[at] in {"(", "["}:
                choice, at = self._group(tokens, at, source, depth + 1)
                nodes.append(choice)
            else:
                nodes.extend(self._atom(tokens[at], source))
                at += 1
        self.nodes += len(nodes)
        _check_size(self.nodes, source)
        return tuple(nodes), at

    def _group(self, tokens: list[str], at: int, source: str, depth: int) -> tuple[Alternatives, int]:
        if depth > MAX_DEPTH:
            raise PatternError(f"{source!r}: brackets more than {MAX_DEPTH} deep", "split the pattern")
        closing = ")" if tokens[at] == "(" else "]"
        options: list[tuple[Node, ...]] = [()] if closing == "]" else []
        while True:
            option, at = self._sequence(tokens, at + 1, source, depth)
            if not option:
                raise PatternError(f"{source!r}: an empty alternative", "remove it, or use [ ] for optional")
            options.append(option)
            if at >= len(tokens) or tokens[at] not in {"|", closing}:
                raise PatternError(f"{source!r}: a bracket is never closed", f"add {closing!r}")
            if tokens[at] == closing:
                return Alternatives(tuple(options)), at + 1

    def _atom(self, token: str, source: str) -> Sequence[Node]:
        if token.isascii() and token.isalpha():
            return list(map(_accented, _literals(token, self.language)))
        if token == "^":
            return [Start()]
        if set(token) == {"#"}:
            return [Number(year=len(token) == 4)]
        if token.startswith("~") and len(token) > 1:
            return [self._gap(int(token[1:]), source)]
        if token.startswith("{") and token.endswith("}") and len(token) > 1:
            return [self._list(token[1:-1], source)]
        prefix, suffix = token.endswith("*"), token.startswith("*")
        bare = token.strip("*")
        literals = _literals(bare, self.language)
        if not literals or "*" in bare or (prefix and suffix):
            raise PatternError(
                f"{source!r}: {token!r} is no word", "write words; * only at one end of a word"
            )
        if prefix:
            literals[-1] = self._open(literals[-1].key, token, prefix=True)
        if suffix:
            literals[0] = self._open(literals[0].key, token, suffix=True)
        return list(map(_accented, literals))

    def _open(self, key: str, token: str, *, prefix: bool = False, suffix: bool = False) -> Literal:
        if len(key) < 2:
            raise PatternError(f"{token!r} would match nearly any word", "give at least two letters beside *")
        return Literal(key, prefix=prefix, suffix=suffix)

    def _gap(self, most: int, source: str) -> WordGap:
        self.gaps += 1
        if not 1 <= most <= MAX_GAP or self.gaps > MAX_GAPS:
            raise PatternError(
                f"{source!r}: gaps are too wide or too many",
                f"~1 to ~{MAX_GAP}, at most {MAX_GAPS} in a pattern",
            )
        return WordGap(most)

    def _list(self, name: str, source: str) -> Alternatives:
        if name in self.lists.parsed:
            return self.lists.parsed[name]
        written = self.lists.find(name)
        if not written:
            known = ", ".join(sorted(self.lists.written)) or "none"
            raise PatternError(
                f"{source!r}: there is no list {name!r}", f"define it under [lists]; known: {known}"
            )
        if name in self.open_lists:
            raise PatternError(f"the list {name!r} contains itself", "remove the loop")
        if len(self.open_lists) > MAX_NESTED:
            raise PatternError(f"lists within lists more than {MAX_NESTED} deep", "write them out")
        self.open_lists.append(name)
        options = tuple(self.parse(item) for item in written)
        self.open_lists.pop()
        self.lists.parsed[name] = Alternatives(options)
        _check_weight(self.lists.parsed[name].weight, f"{{{name}}}")
        return self.lists.parsed[name]
