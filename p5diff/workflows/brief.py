"""The brief of two statements: compare them, keep what a desk officer reads first."""

from __future__ import annotations

from pathlib import Path

from p5diff.meaning.rules.rules import Rules
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Statement
from p5diff.report.brief import Brief, brief
from p5diff.workflows.compare import compare
from p5diff.workspace import Workspace


def make_brief(
    before: Statement | str | Path,
    after: Statement | str | Path,
    *,
    corpus: Path | Workspace | None = None,
    before_language: str | None = None,
    after_language: str | None = None,
    encoding: str | None = None,
    rules: Rules | None = None,
    ladder: str | Path | None = None,
) -> tuple[Brief, Comparison]:
    """The brief, and the comparison it rests on (for `--explain` and other outputs).

    Arguments as for `compare`. Raises `P5DiffError` for anything that cannot be read.
    """
    comparison = compare(
        before,
        after,
        corpus=corpus,
        before_language=before_language,
        after_language=after_language,
        encoding=encoding,
        rules=rules,
        ladder=ladder,
    )
    return brief(comparison), comparison
