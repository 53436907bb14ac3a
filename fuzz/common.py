"""What the fuzz targets share: start atheris on one function, let only p5diff's own errors pass.

On demand, on Linux: `pip install atheris`, then for instance

    python fuzz/docx_walk.py -max_total_time=600

Each target keeps its finds beside itself (`crash-…`); a find becomes a test before it is mended.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))


def fuzz(load: Callable[[], Callable[[bytes], None]]) -> None:
    """Fuzz the function that `load` gives; `load` imports p5diff so that atheris can instrument it."""
    import atheris

    with atheris.instrument_imports(include=["p5diff"]):
        target = load()
        from p5diff.errors import P5DiffError

    def one(data: bytes) -> None:
        try:
            target(data)
        except P5DiffError:
            return

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
