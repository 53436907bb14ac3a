"""What is kept by text is bounded by what it holds, not only in number."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import p5diff
from p5diff.memo import SHORT, memo


def _counted(most: int) -> tuple[Callable[..., str], list[str]]:
    asked: list[str] = []

    @memo(4, most=most)
    def head(text: str, length: int, *, end: str = "") -> str:
        """The first letters."""
        asked.append(text)
        return text[:length] + end

    return head, asked


def test_what_is_asked_again_is_not_worked_out_again() -> None:
    head, asked = _counted(10 * SHORT)
    for text in ("short", "l" * (SHORT + 1)):
        assert head(text, 2) == head(text, 2) == text[:2]
        assert asked.count(text) == 1
        assert head(text, 3) == text[:3] and head(text, 2, end="!") == text[:2] + "!"
        assert asked.count(text) == 3
    assert head.__doc__ == "The first letters."


def test_short_texts_are_kept_in_number_and_long_ones_in_characters() -> None:
    head, asked = _counted(5 * SHORT)
    long = [f"{number}" * (2 * SHORT) for number in range(3)]  # two have room, three have not
    for text in (*long, long[2], long[1]):
        head(text, 1)
    assert asked == long
    head(long[0], 1)  # the oldest had gone; now the third, asked for before the second, goes
    head(long[1], 1)
    head(long[2], 1)
    assert asked == [*long, long[0], long[2]]
    short = [f"text {number}" for number in range(5)]
    for text in (*short, short[0]):
        head(text, 1)
    assert asked[5:] == [*short, short[0]], "the first of five had gone"


def test_what_is_larger_than_all_may_hold_is_not_kept() -> None:
    head, asked = _counted(2 * SHORT)
    held = "a" * (2 * SHORT)
    for text in (held, "b" * (2 * SHORT + 1), held):
        head(text, 1)
    assert len(asked) == 2, "and it drives out nothing"


_SMALL = {
    "script_of columns chinese_columns _script": "single characters",
    "_length_cost": "numbers",
    "_folded _key _seam": "texts of at most SHORT characters, where they are called",
    "_stem": "the beginning of a word",
    "_of_line": "lines of at most LONGEST_DATE characters, where it is called",
    "_word": "forms of words, which the program holds",
    "_pairs _firsts": "names of scripts",
    "_reader _keys": "rules, which the program holds",
}
"""What is asked for something small, or something that is held anyway, and may be kept by number."""
_WHOLE = 2
"""Of whole documents so many are held anyway while two are compared."""


def _kept_by_number() -> Iterator[tuple[str, int]]:
    """The functions under `lru_cache`, and of how many arguments the answers are kept at most."""
    for path in Path(p5diff.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield from ((node.name, most) for call in node.decorator_list if (most := _most(call)))
            elif isinstance(node, ast.Call) and (most := _most(node.func)):
                yield ast.unparse(node.args[0]), most


def _most(node: ast.expr) -> int:
    if not (isinstance(node, ast.Call) and ast.unparse(node.func).endswith("lru_cache")):
        return 0
    sizes = [*node.args, *(word.value for word in node.keywords)]  # none: 128
    size = sizes[0] if sizes else ast.Constant(128)
    return size.value if isinstance(size, ast.Constant) and isinstance(size.value, int) else 10**9


def test_no_text_of_any_length_is_kept_by_number_alone() -> None:
    found = dict(_kept_by_number())
    known = {name for names in _SMALL for name in names.split()} | {"function"}  # of `memo` itself
    assert {name for name, most in found.items() if most > _WHOLE} == known
