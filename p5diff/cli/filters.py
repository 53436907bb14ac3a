"""`--only` and `--topic`: comma-separated words, an unknown one refused with all that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from p5diff.errors import P5DiffError

if TYPE_CHECKING:
    from p5diff.model.comparison import Comparison
    from p5diff.workspace import Workspace


def chosen_kinds(only: str) -> frozenset[str]:
    """The kinds that `--only` names."""
    from p5diff.report.phrases import KINDS

    return _chosen(only, list(KINDS), "--only")


def chosen_topics(topic: str, comparison: Comparison, space: Workspace) -> frozenset[str]:
    """The topics that `--topic` names: those of the workspace and of the comparison."""
    from p5diff.report.view import FORMALITIES, OTHER
    from p5diff.workflows.topics import topic_ids

    return _chosen(topic, [*topic_ids(space), *dict(comparison.topics), FORMALITIES, OTHER], "--topic")


def _chosen(text: str, known: list[str], option: str) -> frozenset[str]:
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in known:
            import difflib

            near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
            raise P5DiffError(
                "unknown-filter",
                f"{option} does not know {word!r}",
                cause="it takes a comma-separated list of fixed words",
                hint=(f"did you mean {near[0]}? " if near else "")
                + f"use: {', '.join(dict.fromkeys(known))}",
            )
    return frozenset(words)
