"""Model values to JSON-ready data and back: `from_dict(T, to_dict(x)) == x`.

The JSON form is the dataclass, field by field, with four rules: enums are their values; spans
are `[start, end]`; a tuple of (name, value) pairs is an object; and a `Change` shows the fields
of its pair directly, as docs/comparison-format.md publishes them.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
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

_PLAIN = frozenset({str, int, float, bool, type(None)})
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
    if value.__class__ in _PLAIN:
        return value
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
    return _builder(kind)(data)


_Builder = Callable[[Any], Any]


@cache
def _builder(kind: Any) -> _Builder:
    """What makes a value of a type from data: worked out once a type, since a series has tens of
    thousands of values of some twenty types."""
    if kind is Span:
        return lambda data: Span(int(data[0]), int(data[1]))
    if is_dataclass(kind):
        return _builder_of_dataclass(kind)
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _builder_of_tuple(kind)
    if origin in (types.UnionType, typing.Union):
        return _builder_of_union(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return lambda data: members[data] if data in members else kind(data)
    return lambda data: data


def _builder_of_union(kind: Any) -> _Builder:
    """`X | None` for a value type X; a value or a word for it (an object, or an enum's string);
    unions of scalars pass through."""
    options = [option for option in typing.get_args(kind) if option is not type(None)]
    objects = [option for option in options if is_dataclass(option)]
    others = [option for option in options if not is_dataclass(option)]

    def build(data: Any) -> Any:
        if data is None:
            return None
        fitting = objects if isinstance(data, Mapping) else others
        if len(options) == 1:
            fitting = options
        return _build(fitting[0], data) if len(fitting) == 1 else data

    return build


def _builder_of_tuple(kind: Any) -> _Builder:
    item = _builder(typing.get_args(kind)[0])

    def build(data: Any) -> tuple[Any, ...]:
        if isinstance(data, Mapping):
            return tuple(data.items())
        return tuple([item(value) for value in data])

    return build


def _builder_of_dataclass(kind: Any) -> _Builder:
    inlined, inlined_kind = INLINED.get(kind, ("", None))
    parts = [(n, key, _builder(hint)) for n, (key, hint) in layout(kind).items() if n != inlined]
    inner = _builder(inlined_kind) if inlined_kind is not None else None

    def build(data: Any) -> Any:
        values = {name: part(data[key]) for name, key, part in parts if key in data}
        if inner is not None:
            values[inlined] = inner(data)
        return kind(**values)

    return build


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
