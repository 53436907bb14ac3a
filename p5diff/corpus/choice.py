"""Which two texts are fairest to compare, where the user names two statements only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from p5diff.model.alignment import Note
from p5diff.model.statement import Coverage, Edition

_RANK = {Edition.OFFICIAL: 0, Edition.TRANSLATION: 1, Edition.DIGEST: 2, Edition.UNSTATED: 3}


class Described(Protocol):
    """What the choice looks at; `TextEntry` and `Metadata` both have it."""

    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def edition(self) -> Edition: ...  # noqa: D102
    @property
    def coverage(self) -> Coverage: ...  # noqa: D102


_B = TypeVar("_B", bound=Described)
_A = TypeVar("_A", bound=Described)


def best_first(texts: Sequence[_B]) -> list[_B]:
    """The texts, best first: by edition, full before partial, then as listed.

    >>> best_first([])
    []
    """
    return sorted(texts, key=_worth)


def choose_pair(before: Sequence[_B], after: Sequence[_A]) -> tuple[_B, _A, Note | None]:
    """The fairest pair: the same language, then the same edition (the best that both have),
    then the best of each side; with a note where languages or editions differ.

    Both sequences hold at least one text. Ties fall to the texts listed first.
    """
    pairs = [(b, a) for b in best_first(before) for a in best_first(after)]
    chosen = min(pairs, key=lambda pair: _unfairness(*pair))
    return *chosen, difference(*chosen)


def _unfairness(before: Described, after: Described) -> tuple[bool, bool, int, int, int]:
    ranks = (_RANK[before.edition], _RANK[after.edition])
    partial = sum(text.coverage is Coverage.PARTIAL for text in (before, after))
    foreign = before.language != after.language
    return (
        foreign,
        not foreign and before.edition is not after.edition,
        max(ranks),
        sum(ranks),
        partial,
    )


def _worth(text: Described) -> tuple[int, bool]:
    return _RANK[text.edition], text.coverage is Coverage.PARTIAL


def difference(before: Described, after: Described) -> Note | None:
    """What a reader must be told of two texts of different languages or editions, or of two
    that are not their authors' own words. None where the comparison is plain."""
    if before.language != after.language:
        said = f"The texts are in different languages ({before.language}, {after.language}): "
        return Note(
            slug="different-languages",
            message=said
            + "their wording cannot be compared, and nothing is called new or dropped; "
            + "p5diff concord sets them side by side.",
        )
    editions = (before.edition, after.edition)
    if before.edition is after.edition:
        said = _ALIKE.get(before.edition, "")
        return Note(slug="not-official", message=said) if said else None
    if set(editions) == {Edition.OFFICIAL, Edition.UNSTATED}:
        return None
    said = f"Different editions are compared ({' with '.join(e.value for e in editions)}): "
    return Note(slug="different-editions", message=said + "not every difference is the authors' own.")


_ALIKE = {
    Edition.TRANSLATION: "Both texts are unofficial translations: the wording is the translators'.",
    Edition.DIGEST: "Both texts are digests, paraphrases of the statements: the wording is not official.",
}
