"""The JSON Schema of a model type, derived from the type itself, so that the two cannot part.

The published file `p5diff/data/schemas/comparison-2.0.json` is `schema(Comparison)`; a test
compares them. JSON Schema draft 2020-12.
"""

from __future__ import annotations

import types
import typing
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

from p5diff.model.alignment import Span
from p5diff.model.codec import COMPUTED, INLINED, VERSIONED, layout
from p5diff.model.comparison import FORMAT_VERSION

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Span: {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
}


def schema(kind: Any) -> dict[str, Any]:
    """A self-contained schema of the JSON form of `kind` (see `p5diff.model.codec`)."""
    definitions: dict[str, Any] = {}
    root = _of(kind, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"p5diff {kind.__name__}, format {FORMAT_VERSION}",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if is_dataclass(hint):
        return _reference(hint, definitions)
    origin = typing.get_origin(hint)
    if origin is tuple:
        return _of_tuple(typing.get_args(hint)[0], definitions)
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_of(option, definitions) for option in typing.get_args(hint)]}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "string", "enum": [member.value for member in hint]}
    raise TypeError(f"no JSON form for {hint}")


def _of_tuple(item: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if typing.get_origin(item) is tuple:
        return {"type": "object", "additionalProperties": _of(typing.get_args(item)[1], definitions)}
    return {"type": "array", "items": _of(item, definitions)}


def _reference(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _object(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {name: {"type": "string"} for name in COMPUTED.get(kind, ())}
    required = list(properties)
    if kind in VERSIONED:
        properties["format_version"] = {"const": FORMAT_VERSION}
        required.append("format_version")
    inlined, inlined_kind = INLINED.get(kind, ("", None))
    if inlined_kind is not None:
        inner = _object(inlined_kind, definitions)
        properties.update(inner["properties"])
        required += inner["required"]
    for name, (key, hint) in layout(kind).items():
        if name != inlined:
            properties[key] = _of(hint, definitions)
            required.append(key)
    return {
        "type": "object",
        "description": (kind.__doc__ or "").splitlines()[0],
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
