"""What a site is drawn from: the series, its texts, the comparisons of neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from p5diff.model.comparison import Comparison
from p5diff.model.series import Series
from p5diff.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A series with everything that its pages show.

    `statements` are those of the series, in its order; `comparisons` those of each with the next, one
    fewer. `title` names the series; `word_files` are the names of Word files of the pairs, or none.
    """

    series: Series
    statements: tuple[Statement, ...]
    comparisons: tuple[Comparison, ...]
    title: str
    version: str
    word_files: tuple[str, ...] = ()
    words: str = "en"
    """The language of what the pages say themselves."""
