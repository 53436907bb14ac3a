"""The redline and the bands give both texts back, whatever is compared."""

from __future__ import annotations

import itertools

from hypothesis import given

from p5diff.model.alignment import Op
from p5diff.model.comparison import Comparison
from p5diff.report.parallel import bands
from p5diff.report.redline import RedlineParagraph, lines
from p5diff.text.labels import spaced
from tests.report import factory
from tests.report.factory import comparison, comparisons, from_paragraphs, pair, sentence, texts


def undressed(found: tuple[RedlineParagraph, ...], drop: Op) -> list[str]:
    """Without what `drop` marks: pieces go, and paragraphs whose mark goes are joined."""
    result, current = [], ""
    for line in found:
        current += "".join(p.text for p in line.pieces if p.op is not drop)
        if line.mark is not drop:
            result.append(current)
            current = ""
    assert not current
    return result


@given(comparisons())
def test_redline_gives_both_texts(compared: Comparison) -> None:
    """Law 7: stripped of deletions the text after; stripped of insertions the text before."""
    for keep in (False, True):
        found = lines(compared, keep_last_mark=keep)
        assert undressed(found, Op.DELETE) == texts("after", compared)
        assert undressed(found, Op.INSERT) == texts("before", compared)
        if keep and texts("before", compared) and texts("after", compared):
            assert found[-1].mark is Op.KEEP


@given(comparisons())
def test_bands_give_both_texts(compared: Comparison) -> None:
    """Law 7, side by side: read down one side, the bands are that text."""
    for side in ("before", "after"):
        blocks = [block for band in bands(compared) for block in getattr(band, side)]
        printed = [
            spaced(b.label) + "".join(p.lead + "".join(r[2] for r in p.runs) for p in b.parts) for b in blocks
        ]
        assert printed == texts(side, compared)


def test_a_split_paragraph_shows_an_inserted_mark() -> None:
    before = [sentence("A.", 0, 1), sentence("B.", 0, 2)]
    after = [sentence("A.", 0, 1), sentence("B.", 1, 1)]
    found = lines(comparison([pair([b], [a]) for b, a in zip(before, after, strict=True)]))
    assert [line.mark for line in found] == [Op.INSERT, Op.KEEP]
    assert [(p.op, p.text) for p in found[0].pieces] == [(Op.KEEP, "A."), (Op.DELETE, " ")]
    assert [
        b.unchanged for b in bands(comparison([pair([b], [a]) for b, a in zip(before, after, strict=True)]))
    ] == [False]


def test_a_dropped_paragraph_goes_with_its_own_mark_and_label() -> None:
    before = [sentence(t, n, 1, f"{n + 1}.") for n, t in enumerate(["A.", "X.", "B."])]
    after = [sentence(t, n, 1, f"{n + 1}.") for n, t in enumerate(["A.", "B."])]
    found = lines(
        comparison([pair([before[0]], [after[0]]), pair([before[1]], []), pair([before[2]], [after[1]])])
    )
    assert [(line.mark, [(p.op, p.text) for p in line.pieces]) for line in found] == [
        (Op.KEEP, [(Op.KEEP, "1. "), (Op.KEEP, "A.")]),
        (Op.DELETE, [(Op.DELETE, "2. "), (Op.DELETE, "X.")]),
        (Op.KEEP, [(Op.DELETE, "3. "), (Op.INSERT, "2. "), (Op.KEEP, "B.")]),
    ]


def test_a_move_stands_at_both_ends_with_its_inner_edits() -> None:
    before = [sentence(t, n, 1) for n, t in enumerate(["One two.", "Stay here."])]
    after = [sentence(t, n, 1) for n, t in enumerate(["Stay here.", "One three."])]
    compared = comparison([pair([before[1]], [after[0]]), pair([before[0]], [after[1]], moved=True)])
    pieces = [p for line in lines(compared) for p in line.pieces if p.displaced]
    assert [(p.op, p.text, p.inner) for p in pieces] == [
        (Op.DELETE, "One ", False),
        (Op.DELETE, "two", True),
        (Op.DELETE, ".", False),
        (Op.INSERT, "One ", False),
        (Op.INSERT, "three", True),
        (Op.INSERT, ".", False),
    ]


def test_edits_that_do_not_replay_are_not_believed() -> None:
    good = pair([sentence("Old words.", 0, 1)], [sentence("New words.", 0, 1)])
    bad = factory.Pair(before=good.before, after=good.after, kind=good.kind, edits=good.edits[:-1])
    assert undressed(lines(comparison([bad])), Op.INSERT) == ["Old words."]
    assert undressed(lines(comparison([bad])), Op.DELETE) == ["New words."]


def test_real_texts_come_back(shared: object) -> None:
    from pathlib import Path

    folder = Path(str(shared)) / "data" / "fomc"
    files = sorted(folder.iterdir())[:6]
    for old, new in itertools.pairwise(files):
        compared = from_paragraphs(
            *(factory.paragraphs_of(f.read_text(encoding="utf-8")) for f in (old, new))
        )
        assert undressed(lines(compared), Op.DELETE) == texts("after", compared)
        assert undressed(lines(compared), Op.INSERT) == texts("before", compared)
