"""A model of meaning from a folder of the user's own (extra `embed`).

The folder holds a static model as model2vec keeps it (`config.json`, `tokenizer.json`, `model.safetensors`):
one vector for each piece of a word, so that a sentence is the mean of its pieces. Nothing is fetched: what
is not in the folder is not asked for anywhere else. No format that can hold a program is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from p5diff import disk
from p5diff.errors import P5DiffError

FILES = ("config.json", "model.safetensors", "tokenizer.json")
"""What a folder must hold."""
_MOST = 2 * 1024**3
"""Bytes of the largest file of a model: the largest static models of many languages hold half a gigabyte."""
_SAMPLE = 24
"""Sentences of either text by which it is known how far the cosines of a model spread: of 24 by 24 pairs the
spread is known within a twentieth."""
_SPREAD = 0.017
"""How far the cosines of the model that ships with p5diff spread between sentences at large, once what each
sentence has with all others is taken off; the passes know what to ask of that model."""
_LEAST = 1e-6
"""A spread below which a model tells nothing apart: every sentence is the same to it."""


class FolderModel:
    """The model of one folder. `name` tells it from others: it is made of what the files hold.

    Raises `P5DiffError` (slugs `semantic-missing`, `semantic-model`).
    """

    def __init__(self, folder: Path) -> None:
        self.name = _digest(folder)
        try:
            from model2vec import StaticModel
        except ImportError as error:
            raise P5DiffError(
                "semantic-missing",
                "--semantic-model needs a reader of models that is not installed",
                cause=str(error),
                hint='pip install "p5diff[embed]", or leave --semantic-model out',
            ) from error
        try:
            self._model = StaticModel.from_pretrained(folder, force_download=False)
            self.query("a")
        except Exception as error:  # safetensors and tokenizers raise errors of their own
            raise _refused(folder, f"it cannot be read: {error}") from error

    def query(self, text: str) -> Any:
        """The vector of a text, of length 1; all zeros where the model knows no piece of it."""
        found = self._model.encode([text], normalize=False, use_multiprocessing=False)[0].astype("float64")
        length = float(found @ found) ** 0.5
        return found / length if length else found


def _digest(folder: Path) -> str:
    """Sixteen hexadecimal digits of what the files of a model hold."""
    whole = hashlib.sha256()
    for name in FILES:
        try:
            data = disk.read_named(folder / name, most=_MOST)
        except OSError as error:
            raise _refused(folder, f"{name} cannot be read: {error.strerror or error}") from error
        whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()[:16]


def _refused(folder: Path, cause: str) -> P5DiffError:
    return P5DiffError(
        "semantic-model",
        f"{folder} is no folder of a model",
        cause=cause,
        hint=f"a static model as model2vec saves it holds {', '.join(FILES)}",
    )


def on_one_scale(alike: Callable[[str, str], float], before: Sequence[str], after: Sequence[str]) -> float:
    """What a cosine of this model is multiplied by, so that it spreads as those do that the passes know.

    `before` and `after` are the ids of all sentences. What a sentence has with all others is taken off first.
    """
    ours, theirs = (side[:: max(1, len(side) // _SAMPLE)][:_SAMPLE] for side in (before, after))
    if not ours or not theirs:
        return 1.0
    table = [[alike(one, two) for two in theirs] for one in ours]
    rows, columns = [fmean(row) for row in table], [fmean(column) for column in zip(*table, strict=True)]
    # Half of the pairs that differ most are left out: those that do correspond say nothing of strangers.
    off = sorted(
        abs(value - (a + b) / 2)
        for row, a in zip(table, rows, strict=True)
        for value, b in zip(row, columns, strict=True)
    )
    middle = off[len(off) // 2]
    return _SPREAD * _MIDDLE / middle if middle > _LEAST else 0.0


_MIDDLE = 0.674
"""Half of what varies by chance lies within so many times its spread."""
