"""p5diff: a diff and versioning tool for diplomatic documents.

>>> import p5diff
>>> result = p5diff.compare("paris-2011", "washington-2012")    # references or Statements
>>> result.tally.new                                            # doctest: +SKIP

The names below are the public library; everything is imported on first use, so that
`import p5diff` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from p5diff.align import align_sentences
    from p5diff.errors import P5DiffError
    from p5diff.ingest.layout.normalise import normalise
    from p5diff.model.alignment import Alignment, Pair, PairKind, Shape, WordEdit
    from p5diff.model.codec import from_dict, to_dict
    from p5diff.model.comparison import FORMAT_VERSION, Change, Comparison
    from p5diff.model.statement import Paragraph, Sentence, Statement
    from p5diff.workflows.compare import compare
    from p5diff.workflows.load import load

__version__ = "0.1.0"

_HOMES = {
    "align_sentences": "p5diff.align",
    "compare": "p5diff.workflows.compare",
    "load": "p5diff.workflows.load",
    "normalise": "p5diff.ingest.layout.normalise",
    "P5DiffError": "p5diff.errors",
    "FORMAT_VERSION": "p5diff.model.comparison",
    "Change": "p5diff.model.comparison",
    "Comparison": "p5diff.model.comparison",
    "Alignment": "p5diff.model.alignment",
    "Pair": "p5diff.model.alignment",
    "PairKind": "p5diff.model.alignment",
    "Shape": "p5diff.model.alignment",
    "WordEdit": "p5diff.model.alignment",
    "Paragraph": "p5diff.model.statement",
    "Sentence": "p5diff.model.statement",
    "Statement": "p5diff.model.statement",
    "from_dict": "p5diff.model.codec",
    "to_dict": "p5diff.model.codec",
}

__all__ = [
    "FORMAT_VERSION",
    "Alignment",
    "Change",
    "Comparison",
    "P5DiffError",
    "Pair",
    "PairKind",
    "Paragraph",
    "Sentence",
    "Shape",
    "Statement",
    "WordEdit",
    "__version__",
    "align_sentences",
    "compare",
    "from_dict",
    "load",
    "normalise",
    "to_dict",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'p5diff' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
