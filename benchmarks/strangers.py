"""Texts on one subject that do not correspond: every link between them is wrong.

One writer's first draft beside another writer's second, on the same question; one book's chapters beside
another's in a translation of its own. What two diplomatic texts of different
years share is often no more than this. Units that are the same in print are left out.
"""

from __future__ import annotations

from benchmarks.judged import Judged, load

_EACH = {"argrewrite": 43, "bible_en": 10, "bible_fr": 10}
"""Set → how many pairs are made of it: the essays, all on one question, are the hardest."""


def strangers() -> list[Judged]:
    """Each text before beside the text after of another document of its set."""
    made = []
    for name, count in _EACH.items():
        documents = load(name)
        # Half the set further on, so that no writer or book meets itself.
        made += [
            _beside(documents[k], documents[(k + len(documents) // 2) % len(documents)]) for k in range(count)
        ]
    return made


def _beside(first: Judged, second: Judged) -> Judged:
    same = set(first.old) & set(second.new)
    return Judged(
        id=f"{first.id} beside {second.id}",
        language=first.language,
        old=tuple(unit for unit in first.old if unit not in same),
        new=tuple(unit for unit in second.new if unit not in same),
        gold=frozenset(),
        optional=frozenset(),
        masked=frozenset(),
    )
