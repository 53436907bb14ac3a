"""Every threshold of the alignment: named, ranged, with its default, and written into each result."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the passes obey. docs/alignment.md says what each one does; ranges stand beside them.

    >>> Settings(accept=0.5).accept
    0.5
    """

    accept: float = 0.3
    """Least confidence of a one-to-one link [0, 1]."""
    accept_more: float = 0.5
    """Least confidence of a further link of a unit that has one: split, merged, n–m [0, 1]."""
    ground: float = 0.05
    """Least share of the content of the poorer unit that a link must rest on [0, 1]."""
    candidates: int = 5
    """Most candidates looked at for a unit, in each direction [1, 50]."""
    window: int = 1
    """Units on each side of the expected place that are looked at as well [0, 5]."""
    postings: int = 300_000
    """Most steps through the index for one comparison [1,000 and more]."""

    def as_items(self) -> tuple[tuple[str, float | int | str | bool], ...]:
        """Name and value of every setting, as an `Alignment` carries them."""
        return tuple(asdict(self).items())


DEFAULT = Settings()
