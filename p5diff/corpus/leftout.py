"""What was left out of a text, as a corpus keeps it: one JSON object a line, beside the original.

`source/zh.left-out.jsonl` holds the footnotes, comments, running heads … of `zh.txt`, in the
order of the source. Empty fields are not written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from p5diff.errors import CorpusError
from p5diff.model.setaside import SetAside, SetAsideReason

_DEFAULTS = {"place": "", "page": 0, "offset": -1, "label": "", "sentence": ""}
_KINDS = {field.name: int if field.name in ("page", "offset") else str for field in fields(SetAside)}


def write(pieces: Iterable[SetAside]) -> bytes:
    """The pieces as lines of JSON; nothing for none."""
    return "".join(json.dumps(_row(piece), ensure_ascii=False) + "\n" for piece in pieces).encode()


def _row(piece: SetAside) -> dict[str, str | int]:
    row: dict[str, str | int] = {"reason": piece.reason.value, "text": piece.text}
    for name, default in _DEFAULTS.items():
        value = getattr(piece, name)
        if value != default:
            row[name] = value
    return row


def read(data: bytes | None, path: str) -> tuple[SetAside, ...]:
    """The pieces that `write` wrote; none where there is no file.

    Raises `CorpusError` (slug `left-out-broken`) for anything else: a corpus comes from anywhere.
    """
    if not data:
        return ()
    try:
        return tuple(_piece(json.loads(line)) for line in data.decode("utf-8").split("\n") if line)
    except (ValueError, TypeError, RecursionError) as error:
        raise CorpusError(
            "left-out-broken",
            f"{path} cannot be read",
            cause=f"it is no list of what was left out ({error})",
            hint="restore it from the history, or add the text again with --force",
        ) from error


def _piece(row: Any) -> SetAside:
    if not isinstance(row, dict) or not {"reason", "text"} <= row.keys() <= _KINDS.keys():
        raise ValueError("a line is no object with a reason and a text")
    for name, value in row.items():
        if type(value) is not _KINDS[name]:
            raise ValueError(f"{name} is no {_KINDS[name].__name__}")
    return SetAside(**{**row, "reason": SetAsideReason(row["reason"])})
