"""One long unit beside many short ones of the same words: its words are not read once for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from random import Random

import pytest

from p5diff.align import align_sentences
from p5diff.align.scoring import joined
from p5diff.align.scoring.alike import UNEQUAL, comparable


def _links(before: Sequence[str], after: Sequence[str]) -> set[tuple[int, int]]:
    return {(i, j) for i, j in align_sentences(before, after, language="en")}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("kind", ["drawn", "cut up"])
def test_a_long_unit_is_not_read_for_each_short_one(
    kind: str, turned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work counted in words of the hosts that are read: the lengths were multiplied before, 16 million."""
    read = 0

    def counted(
        host: Sequence[str], mates: Set[str], worth: Mapping[str, float], *, last: bool
    ) -> joined.HostParts:
        nonlocal read
        read += len(host)
        return real(host, mates, worth, last=last)

    real = joined.parts
    monkeypatch.setattr(joined, "parts", counted)
    dice = Random(5)
    words = [f"w{k}" for k in range(2000)]
    short = [
        " ".join(words[k : k + 6] if kind == "cut up" else dice.sample(words, 6)) for k in range(0, 1998, 6)
    ]
    sides = short, [" ".join(words)]
    align_sentences(*(sides if turned else sides[::-1]), language="en")
    assert read <= UNEQUAL * len(words)


def test_what_was_told_of_units_of_ordinary_lengths_stays() -> None:
    """A sentence of 200 words that is divided into four, one of them short, keeps all its parts."""
    words = [f"w{k}" for k in range(200)]
    parts = [" ".join(words[a:b]) for a, b in ((0, 60), (60, 80), (80, 140), (140, 200))]
    assert _links([" ".join(words)], parts) == {(0, 0), (0, 1), (0, 2), (0, 3)}


def test_lengths_are_compared_both_ways() -> None:
    assert comparable(10, 600) and comparable(600, 10)
    assert not comparable(10, 601) and not comparable(601, 10)
    assert comparable(1, 240) and not comparable(0, 241)
