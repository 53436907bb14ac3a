"""The laws over whole alignments, on statements in eight scripts; moved, split and merged pairs too."""

from __future__ import annotations

from collections import Counter
from itertools import product

from hypothesis import example, given

from p5diff.align import align
from p5diff.model.alignment import Alignment, Op, Pair, PairKind, Shape
from p5diff.model.statement import Statement
from p5diff.text.tokens import pieces, printed_tokens, tokenise
from tests.align.graphemes import grapheme_edges, inside_tokens, piece_edges
from tests.align.scripts import SCRIPTS, revisions
from tests.align.strategies import law, statement, texts

_MIRRORED = {PairKind.NEW: PairKind.DROPPED, PairKind.DROPPED: PairKind.NEW}
_MIRRORED_SHAPE = {Shape.SPLIT: Shape.MERGED, Shape.MERGED: Shape.SPLIT}


@law
@given(pair=revisions())
def test_pairs_hold_everything_once_and_replay_and_cut_nothing(pair: tuple[Statement, Statement]) -> None:
    """Laws 1 and 2: each sentence in exactly one pair; edits replay; no token, no grapheme is cut."""
    before, after = pair
    result = align(before, after)
    assert Counter(s.id for p in result.pairs for s in p.before) == Counter(s.id for s in before.sentences())
    assert Counter(s.id for p in result.pairs for s in p.after) == Counter(s.id for s in after.sentences())
    language = before.meta.language
    for p in result.pairs:
        _check_side(p, p.before_text(language), Op.INSERT)
        _check_side(p, p.after_text(language), Op.DELETE)


def _check_side(pair: Pair, text: str, absent: Op) -> None:
    edits = [e for e in pair.edits if e.op is not absent]
    assert "".join(e.text for e in edits) == text
    spans = [e.after if absent is Op.DELETE else e.before for e in edits]
    assert [text[slice(*span)] for span in spans] == [e.text for e in edits]
    edges = {place for span in spans for place in span}
    assert not edges & inside_tokens(text)
    assert edges <= grapheme_edges(text)


@law
@given(pair=revisions())
def test_exchanging_the_statements_mirrors_the_alignment(pair: tuple[Statement, Statement]) -> None:
    """Law 3: swapping sides swaps new and dropped, split and merged, deleted and inserted."""
    there, back = align(*pair), align(*pair[::-1])
    assert Counter(map(_facts, there.pairs)) == Counter(_facts(p, turned=True) for p in back.pairs)


def _facts(pair: Pair, turned: bool = False) -> tuple[object, ...]:
    ends = [tuple(s.id for s in side) for side in (pair.before, pair.after)]
    words = ["".join(e.text for e in pair.edits if e.op is op) for op in (Op.DELETE, Op.INSERT)]
    kind, shape = pair.kind, pair.shape
    if turned:
        ends, words = ends[::-1], words[::-1]
        kind, shape = _MIRRORED.get(kind, kind), _MIRRORED_SHAPE.get(shape, shape)
    return (*ends, *words, kind, shape if all(ends) else "", pair.moved)


@law
@given(pair=revisions())
def test_a_statement_compared_with_itself_is_unchanged(pair: tuple[Statement, Statement]) -> None:
    """Law 3: a statement compared with itself shows no change."""
    result = align(pair[1], pair[1])
    assert {p.kind for p in result.pairs} <= {PairKind.UNCHANGED}
    assert all(p.before == p.after and not p.moved for p in result.pairs)
    assert not result.renumbered


@law
@given(text=texts)
@example("\x1b\u200d\u0600the")  # a control character, a joiner, a number sign
@example("👍\u200d🇫🇷")  # a joiner before a flag is not part of the flag
@example("👩\u200dℹ")  # ℹ is a letter to Unicode, and a pictograph
@example("\r\n\u0301")  # a mark after a line end
@example("\u0600 a")  # a number sign before a space
@example("\u0d4e!")  # a letter that clings to what follows
def test_no_token_and_no_white_space_cuts_a_grapheme(text: str) -> None:
    """No grapheme is ever split; tokens and white space are the whole text."""
    assert "".join(pieces(text)) == text
    assert [text[a:b] for a, b in tokenise(text)] == printed_tokens(text)
    assert piece_edges(text) <= grapheme_edges(text)


# One character of every kind that the grapheme rules or the tokens know.
_KINDS = "\r\n\x1b\t a1_-'/中👩ℹ🇫क\u0301\u200d\u094d\u0600\u0d4e\u1100\u1161\u11a8가\u0903\uff9e🏽A"


def test_no_three_kinds_of_character_make_a_token_that_cuts_a_grapheme() -> None:
    """The same, without luck: each kind of character beside each other, by threes."""
    for text in map("".join, product(_KINDS, repeat=3)):
        assert piece_edges(text) <= grapheme_edges(text), ascii(text)


def test_the_revisions_hold_every_shape() -> None:
    """The laws are empty where nothing moves, splits or merges: every script must bring all three."""
    missing = {name: {"moved", "split", "merged"} - _shapes(name) for name in SCRIPTS}
    assert not any(missing.values()), missing


def _shapes(name: str) -> set[str]:
    """What a rotation, a split and a merge of three plain sentences of the script are seen as."""
    script = SCRIPTS[name]
    third = len(script.words) // 3
    rows = [list(script.words[k * third : (k + 1) * third]) for k in range(3)]

    def said(*rows: list[str]) -> str | Statement:
        return statement([[script.space.join(row) + script.stop] for row in rows], script.language)

    one = said(rows[0], rows[1] + rows[2])
    two = said(*rows)
    results: list[Alignment] = [
        align(said(*rows), said(*rows[1:], rows[0])),
        align(one, two),
        align(two, one),
    ]
    pairs = [p for result in results for p in result.pairs]
    return {p.shape.value for p in pairs} | {"moved" for p in pairs if p.moved}
