"""Has a reader lost text? Count what it kept against what a second, simpler reader finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from p5diff.model.alignment import Note

FLOOR = 0.98
"""The least share of the second reader's characters that must come out unremarked."""


def letters(text: str) -> Counter[str]:
    """How often each visible character occurs; white space does not count."""
    return Counter("".join(text.split()))


def kept_share(kept: Iterable[str], reference: Iterable[str]) -> float:
    """The share (0 to 1) of the reference's visible characters that are among the kept ones.

    Counted as bags of characters, so order does not matter and nothing can be made up for by
    text that the reference does not have.

    >>> kept_share(["ab c"], ["c", "ab", "d"])
    0.75
    """
    wanted = letters("".join(reference))
    total = wanted.total()
    return (wanted & letters("".join(kept))).total() / total if total else 1.0


def loss_note(kept: Iterable[str], reference: Iterable[str], *, format_name: str) -> tuple[Note, ...]:
    """A note with figures when less than `FLOOR` of the reference was kept, else nothing."""
    share = kept_share(kept, reference)
    if share >= FLOOR:
        return ()
    return (
        Note(
            slug="import-incomplete",
            message=f"the import may be incomplete: {share:.1%} of the characters that a second look at the "
            f"{format_name} finds came out (expected: at least {FLOOR:.0%}); compare with the original",
        ),
    )
