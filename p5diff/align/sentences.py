"""Align two plain lists of sentences (or articles, requirements, paragraphs): links and no more."""

from __future__ import annotations

from collections.abc import Sequence

from p5diff import language as languages
from p5diff.align.engine import run
from p5diff.align.passes.links import Link
from p5diff.align.pause import collector_paused
from p5diff.align.settings import DEFAULT, Settings
from p5diff.align.units.lexicon import reader_for


@collector_paused()
def align_sentences(
    before: Sequence[str], after: Sequence[str], *, language: str, settings: Settings = DEFAULT
) -> tuple[Link, ...]:
    """Which units of `before` correspond to which of `after`; many to many is allowed.

    Links are sorted and unpack as `(i, j)`, both counted from 0. A unit in no link is new or
    dropped. `language` is a code such as "en" or "zh"; an unknown one is compared as it stands.

    >>> links = align_sentences(
    ...     ["The hosts met in May.", "They agreed on a report and on a glossary."],
    ...     ["They agreed on a report.", "They agreed on a glossary.", "Nobody left."],
    ...     language="en",
    ... )
    >>> [(i, j) for i, j in links]
    [(1, 0), (1, 1)]
    """
    return tuple(run(before, after, settings=settings, reader=reader_for(languages.get(language))).links)
