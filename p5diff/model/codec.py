"""Model values to JSON-ready data and back: `from_dict(T, to_dict(x)) == x`.

The JSON form is the dataclass, field by field, with four rules: enums are their values; spans
are `[start, end]`; a tuple of (name, value) pairs is an object; and a `Change` shows the fields
of its pair directly, as docs/comparison-format.md publishes them.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from p5diff.errors import InputError
from p5diff.model.alignment import Pair, Span
from p5diff.model.comparison import FORMAT_VERSION, Change, Comparison
from p5diff.model.concordance import Concordance
from p5diff.model.series import Series
from p5diff.model.statement import Sentence

T = TypeVar("T")

_RENAMED = {Sentence: {"number": "sentence"}}
INLINED: dict[Any, tuple[str, Any]] = {Change: ("pair", Pair)}
VERSIONED = (Comparison, Series, Concordance)
"""Values whose JSON form says its version."""
COMPUTED: dict[Any, tuple[str, ...]] = {Sentence: ("id",)}


def to_dict(value: Any) -> Any:
    """JSON-ready data of any model value: objects, lists, strings, numbers, booleans, null.

    >>> to_dict(Span(3, 5))
    [3, 5]
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Span):
        return list(value)
    if isinstance(value, tuple):
        return _tuple_to_data(value)
    if is_dataclass(value) and not isinstance(value, type):
        return _dataclass_to_dict(value)
    return value


def _tuple_to_data(value: tuple[Any, ...]) -> Any:
    if value and all(type(item) is tuple and len(item) == 2 for item in value):
        return {name: to_dict(item) for name, item in value}
    return [to_dict(item) for item in value]


def _dataclass_to_dict(value: Any) -> dict[str, Any]:
    kind: Any = type(value)
    result: dict[str, Any] = {name: getattr(value, name) for name in COMPUTED.get(kind, ())}
    inlined = INLINED.get(kind, ("", None))[0]
    for name, (key, hint) in layout(kind).items():
        item = getattr(value, name)
        if name == inlined:
            result.update(_dataclass_to_dict(item))
        else:
            result[key] = {} if item == () and _is_mapping(hint) else to_dict(item)
    if kind in VERSIONED:
        result = {"format_version": FORMAT_VERSION, **result}
    return result


def from_dict(kind: type[T], data: Any) -> T:
    """The model value of type `kind` that `data` (from `to_dict`, or JSON of it) describes.

    Raises `InputError` when the data is of another format version or shape.

    >>> from_dict(Span, [3, 5])
    Span(start=3, end=5)
    """
    _check_version(kind, data)
    try:
        built: T = _build(kind, data)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise InputError(
            "comparison-shape",
            f"the data is not a {getattr(kind, '__name__', kind)}",
            cause=f"{type(error).__name__}: {error}",
            hint="see docs/comparison-format.md for the published form",
        ) from error
    return built


def _check_version(kind: type[T], data: Any) -> None:
    """Raise `InputError` where a value says its version and the data is of another one, or of none."""
    if kind not in VERSIONED or not isinstance(data, Mapping):
        return
    if str(data.get("format_version", "")).split(".")[0] != FORMAT_VERSION.partition(".")[0]:
        raise InputError(
            "format-version",
            f"this {kind.__name__.lower()} has format {data.get('format_version')!r}",
            cause=f"this p5diff reads format {FORMAT_VERSION}",
            hint="compare the two texts again with this version",
        )


def _build(kind: Any, data: Any) -> Any:
    if kind is Span:
        return Span(int(data[0]), int(data[1]))
    if is_dataclass(kind):
        return _build_dataclass(kind, data)
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _build_tuple(kind, data)
    if origin in (types.UnionType, typing.Union):
        return _build_union(kind, data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    return data


def _build_union(kind: Any, data: Any) -> Any:
    """`X | None` for a value type X; a value or a word for it (an object, or an enum's string);
    unions of scalars pass through."""
    if data is None:
        return None
    options = [option for option in typing.get_args(kind) if option is not type(None)]
    fitting = [option for option in options if is_dataclass(option) is isinstance(data, Mapping)]
    return _build(fitting[0], data) if len(options) == 1 or len(fitting) == 1 else data


def _build_tuple(kind: Any, data: Any) -> tuple[Any, ...]:
    item = typing.get_args(kind)[0]
    if isinstance(data, Mapping):
        return tuple((name, value) for name, value in data.items())
    return tuple(_build(item, value) for value in data)


def _build_dataclass(kind: Any, data: Any) -> Any:
    inlined, inlined_kind = INLINED.get(kind, ("", None))
    values = {
        name: _build(hint, data[key])
        for name, (key, hint) in layout(kind).items()
        if name != inlined and key in data
    }
    if inlined_kind is not None:
        values[inlined] = _build_dataclass(inlined_kind, data)
    return kind(**values)


@cache
def layout(kind: Any) -> dict[str, tuple[str, Any]]:
    """Field name → (key in JSON, type) of a model dataclass, in order."""
    hints = typing.get_type_hints(kind)
    renamed = _RENAMED.get(kind, {})
    return {f.name: (renamed.get(f.name, f.name), hints[f.name]) for f in fields(kind)}


@cache
def _is_mapping(hint: Any) -> bool:
    """Whether the type is a tuple of (name, value) pairs."""
    args = typing.get_args(hint)
    return bool(args) and typing.get_origin(args[0]) is tuple
