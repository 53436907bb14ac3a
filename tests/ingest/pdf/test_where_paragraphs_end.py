"""Where a paragraph ends on a page: each figure that decides it, with lines right at it and just past it."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

from dataclasses import replace

import pytest

from p5diff.ingest.readers.pdf import paragraphs as p
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.measures import PageMeasures
from p5diff.ingest.readers.pdf.paragraphs import LineGroup, LineShape
from p5diff.ingest.readers.pdf.spelling import MARK_CLOSE, MARK_OPEN
from p5diff.ingest.readers.pdf.tags import NodeKind, TagNode

M = PageMeasures(size=10.0, pitch={10.0: 12.0}, edges={(n, c): (0.0, 200.0) for n in (0, 1) for c in (0, 1)})
"""Lines of ten points, twelve apart, in columns of twenty ems: 15 points and more between two are a gap."""
RAGGED, JUSTIFIED, SINGLE = M, replace(M, justified=True), replace(M, single=True)
RAISED = f"{MARK_OPEN}1{MARK_CLOSE}"
FLUSH, INDENTED, CENTRED, END = LineShape.FLUSH, LineShape.INDENTED, LineShape.CENTRED, LineShape.END


def at(
    text: str,
    base: float = 700,
    *,
    before: float = 0,
    after: float = 0,
    size: float = 10,
    bold: bool = False,
    page: int = 0,
    column: int = 0,
    first: float = 20,
    node: TagNode | None = None,
    row: int = 0,
) -> PageLine:
    """A line with so many ems of room before and after it; `first` is the width of its first word."""
    return PageLine(
        [], page, left=10 * before, right=200 - 10 * after, base=base, size=size, bold=bold, text=text,
        column=column, first_word=first, node=node, row=row,
    )  # fmt: skip


def group(*lines: PageLine, shape: LineShape = FLUSH) -> LineGroup:
    return LineGroup(list(lines), shape)


def shapes(edge: float, *room: float, indents: frozenset[float] = frozenset()) -> LineShape:
    measures = replace(M, edges={(0, 0): (0.0, edge)}, indents=indents)
    before, after = room
    return p.shape_of(PageLine([], 0, left=10 * before, right=edge - 10 * after, size=10), measures)


@pytest.mark.parametrize(
    ("edge", "before", "after", "shape"),
    [
        (200, 0.6, 0, FLUSH), (200, 0.7, 0, INDENTED),
        (200, 1.5, 1.5, INDENTED), (200, 1.6, 1.6, CENTRED),
        (200, 5.6, 8, CENTRED), (200, 5.5, 8, INDENTED), (200, 8, 5.6, CENTRED),
        (1000, 5.0, 5.0, INDENTED), (1000, 5.1, 5.1, CENTRED),
        (180, 8.0, 0, INDENTED), (180, 8.1, 0, END), (180, 9, 0.6, INDENTED), (180, 9, 0.5, END),
        (300, 12, 0, INDENTED), (300, 12.1, 0, END),
    ],
)  # fmt: skip
def test_how_a_line_stands_in_its_column(edge: float, before: float, after: float, shape: LineShape) -> None:
    assert shapes(edge, before, after) is shape


def test_where_lines_start_again_and_again_one_is_indented_and_not_centred() -> None:
    assert [shapes(200, 3, 3, indents=frozenset({n})) for n in (3.0, 3.1, 3.2)] == [
        INDENTED,
        INDENTED,
        CENTRED,
    ]


def test_room_is_told_in_the_order_of_reading() -> None:
    line = at("", before=1, after=2)
    assert M.slack(line) == (1, 2)
    line.rtl = True
    assert (M.slack(line), M.share(line)) == ((2, 1), 0.85)
    assert M.pitch_of(at("", size=20)) == 26 and M.pitch_of(at("", size=10.2)) == 12
    assert (M.least_gap(at("")), M.least_gap(at("", size=20))) == (15, 32.5)
    wide = replace(M, pitch={10.0: 40.0})
    assert wide.least_gap(at("")) == 50


@pytest.mark.parametrize(("room", "leaves"), [(2.9, False), (3.0, True)])
def test_a_word_and_a_space_would_have_fitted(room: float, leaves: bool) -> None:
    assert M.leaves_room(at("", after=room), at("", first=20.5)) is leaves


@pytest.mark.parametrize(
    ("drop", "gapped"), [(15, False), (15.1, True), (-10, False), (-10.1, True), (0, False)]
)
def test_a_gap_is_more_than_the_usual_distance_or_up(drop: float, gapped: bool) -> None:
    assert p._gapped(at("", 700), at("", 700 - drop), M) is gapped


@pytest.mark.parametrize(
    ("last", "after", "line", "short"),
    [
        ("They met.", 2.9, "Then", False), ("They met.", 3.1, "Then", True),
        # Amid a sentence a line is short where it leaves more than a third of the column.
        ("They met", 6.9, "then", False), ("They met", 7.1, "then", True), ("They met", 3.1, "Then", True),
        ("They met.", 3.1, "then", True),
    ],
)  # fmt: skip
def test_a_line_that_leaves_room_for_the_next_word_is_short(
    last: str, after: float, line: str, short: bool
) -> None:
    assert p._short(at(last, after=after), at(line), M) is short


def test_amid_a_sentence_room_before_a_line_counts_for_its_length() -> None:
    assert p._short(at("They met", before=4, after=4), at("then"), M) is False
    assert p._short(at("They met", before=4, after=5.1), at("then"), M) is True


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("(ALL)33. The", "(a)9."), ("A-12 The", "a-9"), ("3.4 The", "9.9"), ("3 The", ""), ("The lamp", ""),
        ("§ 4", ""),
    ],
)  # fmt: skip
def test_the_shape_of_a_label(text: str, shape: str) -> None:
    assert p._label_shape(text) == shape


@pytest.mark.parametrize(("count", "known"), [(2, False), (3, True)])
def test_labels_of_a_documents_own_are_known_from_three_on(count: int, known: bool) -> None:
    lines = [at(f"A-{n} They met.", 700 - 20 * n) for n in range(count + 1)]
    labels = p._own_labels(lines, M)
    assert ("a-9" in labels) is known
    over, same = at("A-9 They", page=1), at("A-9 They")
    assert p._is_own(lines[-1], over, labels) is known
    assert not p._is_own(lines[-1], same, labels) and not p._is_own(at("They met"), over, labels)
    assert not p._own_labels([at(f"A-{n} They met.", 700 - 15 * n) for n in range(9)], M)
    assert not p._own_labels([at(f"A-{n} They met.", 700 - 20 * n, column=n % 2) for n in range(9)], M)


@pytest.mark.parametrize(
    ("ending", "going", "single", "found"),
    [(3, 1, False, True), (2, 2, True, False), (3, 0, False, False), (3, 0, True, True), (0, 4, True, False), (4, 0, False, True)],
)  # fmt: skip
def test_whether_full_lines_that_end_a_sentence_end_paragraphs(
    ending: int, going: int, single: bool, found: bool
) -> None:
    base, lines = 900.0, [at("They met.", 900)]
    for drop in [20.0] * ending + [12.0] * going:
        base -= drop
        lines.append(at("They met.", base))
    assert p._ends_fully(lines, replace(M, single=single)) is found


@pytest.mark.parametrize(
    "changed", [{"size": 10.5}, {"page": 1}, {"row": 1}, {"text": "then"}, {"first": -20.0}]
)
def test_lines_that_show_nothing_of_full_ends(changed: dict[str, object]) -> None:
    lines = []
    for n in range(5):
        lines += [at("They met.", 900 - 50 * n), at("x", 880 - 50 * n)]
        for name, value in changed.items():
            setattr(lines[-1], "first_word" if name == "first" else name, value)
        lines[-1].text = str(changed.get("text", "Then"))
    assert p._ends_fully(lines, SINGLE) is True and p._ends_fully(lines, M) is False


PARAGRAPH, HEADING, CELL, ITEM = NodeKind.PARAGRAPH, NodeKind.HEADING, NodeKind.CELL, NodeKind.ITEM


@pytest.mark.parametrize(
    ("one", "other", "page", "keeps", "new"),
    [
        (None, None, 0, False, None), (PARAGRAPH, None, 0, False, True), (None, PARAGRAPH, 0, False, True), (PARAGRAPH, PARAGRAPH, 0, False, True),
        # Over a page two paragraphs may be one, unless the file keeps them whole; a heading never is.
        (PARAGRAPH, ITEM, 1, False, None), (PARAGRAPH, ITEM, 1, True, True), (PARAGRAPH, HEADING, 1, False, True),
    ],
)  # fmt: skip
def test_tags_tell_where_a_paragraph_begins(
    one: NodeKind | None, other: NodeKind | None, page: int, keeps: bool, new: bool | None
) -> None:
    last = at("They met and", node=TagNode(kind=one) if one else None)
    line = at("then went", 688, page=page, node=TagNode(kind=other) if other else None)
    assert p._by_tags(last, line, M, keeps=keeps) is new


@pytest.mark.parametrize(
    ("kind", "last", "changed", "broken"),
    [
        (PARAGRAPH, "They met.", {}, True), (PARAGRAPH, "They met,", {}, True), (PARAGRAPH, "They met", {}, False), (PARAGRAPH, "They met.-", {}, False),
        (HEADING, "They met.", {}, False), (CELL, "They met.", {}, False), (PARAGRAPH, "They met.", {"page": 1}, False), (PARAGRAPH, "They met.", {"left": 90.0}, False),
    ],
)  # fmt: skip
def test_within_one_paragraph_a_line_may_be_broken_by_hand(
    kind: NodeKind, last: str, changed: dict[str, float], broken: bool
) -> None:
    node = TagNode(kind=kind)
    above, below = at(last, after=9, node=node), at("Then went", 688, node=node)
    for name, value in changed.items():
        setattr(above, name, value)
    assert p._by_tags(above, below, M, keeps=False) is broken


@pytest.mark.parametrize(
    ("text", "above"),
    [("Article 12", True), ("ANNEX II", True), ("第三条", True), ("Article 12-", False), ("Ab 12", False), ("Article 1234", False), ("Annex", True), ("The annex", False)],
)  # fmt: skip
def test_a_word_and_its_number_are_a_title_above_a_title(text: str, above: bool) -> None:
    assert p._is_title_above(text) is above
    assert p._starts_new(group(at(text)), at("Lamps and oil", 688), None, FLUSH, M) is above


@pytest.mark.parametrize(("after", "alone"), [(3.0, False), (3.1, True)])
def test_a_symbol_that_leaves_room_stands_alone(after: float, alone: bool) -> None:
    last = at("A/RES/78/12", after=after)
    assert p._is_symbol_alone(last, at("and"), M) is alone
    assert not p._is_symbol_alone(at("They met", after=9), at("and"), M)


@pytest.mark.parametrize(("size", "new"), [(27, False), (27.1, True), (23, False), (22.9, True)])
def test_another_type_size_begins_a_paragraph(size: float, new: bool) -> None:
    lines = (at("They met and", size=25), at("then went", 688, size=size))
    assert p._starts_new(group(lines[0]), lines[1], None, FLUSH, M) is new


@pytest.mark.parametrize(
    ("one", "two", "line", "new"),
    [(True, True, False, True), (True, False, False, False), (False, True, False, False), (False, False, True, True)],
)  # fmt: skip
def test_a_bold_heading_is_parted_and_a_bold_word_is_not(one: bool, two: bool, line: bool, new: bool) -> None:
    above = group(at("They met and", bold=one), at("went and", 688, bold=two))
    assert p._starts_new(above, at("then saw", 676, bold=line), None, FLUSH, M) is new


@pytest.mark.parametrize(
    ("last", "line", "drop", "new"),
    [
        ("Lamps and", "Oil", 12, False), ("Lamps and", "(a) Oil", 12, True), ("Lamps and", "Oil", 16, True),
        ("Lamps.", "Oil", 12, False), ("Lamps.", "(a) Oil", 12, True),
    ],
)  # fmt: skip
def test_lines_of_a_bold_title_go_together_until_a_gap_or_a_label(
    last: str, line: str, drop: float, new: bool
) -> None:
    assert p._starts_new(group(at(last, bold=True)), at(line, 700 - drop, bold=True), None, FLUSH, M) is new


@pytest.mark.parametrize(
    ("here", "above", "several", "new"),
    [(0.7, 0, True, False), (0.8, 0, True, True), (0, 0.7, True, False), (0, 0.8, True, True), (0, 0.8, False, False), (0.8, 0, False, True)],
)  # fmt: skip
def test_an_indent_and_its_end_begin_paragraphs(here: float, above: float, several: bool, new: bool) -> None:
    lines = [at("They met and saw", 712, before=above)] if several else []
    made = group(*lines, at("They met and saw.", 700, before=above))
    assert p._breaks_off(made, at("Then they went", 688, before=here), M) is new


@pytest.mark.parametrize(("deeper", "new"), [(5.9, False), (6.0, True)])
def test_text_hangs_behind_its_label_up_to_six_ems(deeper: float, new: bool) -> None:
    assert p._breaks_off(group(at("(a) They met and")), at("Then they", 688, before=deeper), M) is new
    assert p._hanging(group(at("(a) They"), at("met")), 1) is False
    assert p._hanging(group(at("They met")), 1) is False


@pytest.mark.parametrize(
    ("last", "line", "new"),
    [
        ("They met; and", "(a) oil", True), ("They met", "(a) oil", False), ("They met.", "(a) oil", True),
        ("They met.", "Then", False), ("to-", "(a) oil", False), (f"They met.{RAISED}", "(a) oil", True),
    ],
)  # fmt: skip
def test_a_label_begins_a_paragraph_behind_an_end(last: str, line: str, new: bool) -> None:
    assert p._breaks_off(group(at("They", 712), at(last)), at(line, 688), M) is new


@pytest.mark.parametrize(
    ("measures", "last", "after", "line", "ends"),
    [
        (JUSTIFIED, "They met.", 0.7, "Then", False), (JUSTIFIED, "They met.", 0.8, "Then", True), (RAGGED, "They met.", 0.8, "Then", False),
        (JUSTIFIED, "他们开会。", 1.1, "他们", False), (JUSTIFIED, "他们开会。", 1.2, "他们", True),
        (SINGLE, "They met.", 0, "Then", True), (SINGLE, "They met.", 0, "then", False), (SINGLE, "They met)", 0, "Then", False), (SINGLE, "They met:", 0, "Then", False),
        (replace(SINGLE, justified=True), "They met.", 0.1, "Then", False), (replace(SINGLE, justified=True), "They met.", 0.2, "Then", True), (replace(SINGLE, justified=True), "他们开会。", 0.1, "他们", True),
        (replace(SINGLE, gaps=True), "They met.", 0, "Then", False), (replace(SINGLE, indents=frozenset({2.0})), "They met.", 0, "Then", False),
        (SINGLE, "التقوا.", 0, "ثم", True), (SINGLE, "They met.", 0, "“Then", True), (SINGLE, "They met.", 0, "¿Then", True), (SINGLE, "They met.", 0, "a) oil", True),
    ],
)  # fmt: skip
def test_the_custom_of_a_document_ends_paragraphs(
    measures: PageMeasures, last: str, after: float, line: str, ends: bool
) -> None:
    assert p._ends_by_custom(group(at(last, after=after)), at(line, 688), measures) is ends


BROKEN = (at("They met and saw", 712), at("the lamps and", 700))


@pytest.mark.parametrize(
    ("changed", "broken"),
    [
        ({}, True), ({"base": 681.0}, True), ({"base": 680.8}, False), ({"base": 700.0}, False), ({"text": "The oil"}, False),
        ({"text": "a) oil"}, False), ({"bold": True}, False), ({"right": 100.0}, True), ({"right": 99.0}, False), ({"left": 4.9}, True), ({"left": 5.0}, False),
        ({"size": 10.4}, True), ({"size": 10.6}, False),
    ],
)  # fmt: skip
def test_a_small_gap_may_stand_amid_a_sentence(changed: dict[str, object], broken: bool) -> None:
    line = at("the oil of the port", 684)
    for name, value in changed.items():
        setattr(line, name, value)
    assert p._is_broken_sentence(group(*BROKEN), line, M) is broken
    assert not p._is_broken_sentence(group(BROKEN[1]), line, M)
    assert not p._is_broken_sentence(group(BROKEN[0], at("the lamps.", 700)), line, M)


@pytest.mark.parametrize(
    ("last", "line", "drop", "pushed"),
    [("They met and", "saw¹ the oil", 19.9, True), ("They met and", "saw¹ the oil", 20, False), ("They met and", "saw the oil", 16, False), ("They met.", "Saw¹ the oil", 16, False)],
)  # fmt: skip
def test_a_raised_mark_pushes_its_line_down(last: str, line: str, drop: float, pushed: bool) -> None:
    assert p._is_pushed_down(at(last), at(line.replace("¹", RAISED), 700 - drop), M) is pushed


@pytest.mark.parametrize(
    ("last", "line", "over"),
    [
        # A line of a paragraph that goes on over the page, and ways in which it does not.
        (at("They met and"), at("then went", page=1), False), (at("They met-", after=9), at("Then", page=1), False),
        (at("They met.", after=4), at("Then", page=1), True), (at("They met.", after=1), at("Then", page=1), False),
        (at("They met,", after=4), at("Then", page=1), True), (at("They met,", after=4), at("then", page=1), False),
        (at("They met,"), at("(a) oil", page=1), True), (at("They met; and"), at("(a) oil", page=1), True), (at("They met"), at("(a) oil", page=1), False),
    ],
)  # fmt: skip
def test_from_one_page_to_the_next(last: PageLine, line: PageLine, over: bool) -> None:
    assert p._breaks_over(group(at("x", 712), last), line, None, FLUSH, M) is over
    assert p._starts_new(group(at("x", 712), last), line, None, FLUSH, M) is over


def test_what_begins_a_page_by_custom_or_by_its_place() -> None:
    last, line = at("They met."), at("Then they went", page=1)
    above = group(at("x", 712), last)
    assert p._breaks_over(above, line, None, FLUSH, SINGLE) and not p._breaks_over(
        above, line, None, FLUSH, replace(SINGLE, indents=frozenset({2.0}))
    )
    assert p._breaks_over(above, line, None, FLUSH, JUSTIFIED) is False
    assert p._breaks_over(group(at("x", 712), at("They met.", after=0.8)), line, None, FLUSH, JUSTIFIED)
    deep = group(at("x", 712, before=2), last)
    assert p._breaks_over(deep, line, None, INDENTED, M) and not p._breaks_over(deep, line, None, FLUSH, M)
    assert not p._breaks_over(above, line, None, INDENTED, M)
    assert not p._breaks_over(group(at("x", 712, before=2), at("They met")), line, None, INDENTED, M)


def test_a_short_line_that_begins_a_page_may_be_a_title() -> None:
    above, after = group(at("x", 712), at("They met.")), at("Then they met.", 676, page=1)
    for line, alone in (
        (at("Lamps", 688, page=1, after=9), True),
        (at("Lamps", 688, page=1), False),
        (at("Lamps.", 688, page=1, after=9), False),
        (at("lamps", 688, page=1, after=9), False),
    ):
        assert p._breaks_over(above, line, after, FLUSH, M) is alone
    assert p._breaks_over(above, at("Lamps", 700, page=1), after, FLUSH, M)
    assert not p._breaks_over(above, at("Lamps", 688, page=1, after=9), at("Then", page=0), FLUSH, M)
    assert not p._stands_alone(at("Lamps", after=9), None, M)


@pytest.mark.parametrize(
    ("measures", "several", "last", "line", "following", "alone"),
    [
        (replace(M, gaps=True), False, "They met.", "Then they", None, True), (M, False, "They met.", "Then they", None, False),
        (replace(M, gaps=True), False, "They met)", "Then they", None, False), (replace(M, gaps=True), False, "They met.", "then they", None, False),
        (replace(M, gaps=True), True, "They met.", "Then they.", None, True), (replace(M, gaps=True), True, "They met.", "Then they", None, False),
        (replace(M, gaps=True), True, "They met.", "Then they.", at("They", 680, page=1), True), (replace(M, gaps=True), True, "They met.", "Then they.", at("They", 688, page=1), False),
        (replace(M, gaps=True), True, "They met.", "Then they.", at("They", 600, page=0), False), (replace(M, gaps=True, justified=True), False, "They met.", "Then they", None, False),
    ],
)  # fmt: skip
def test_no_program_leaves_one_line_alone_on_a_page(
    measures: PageMeasures, several: bool, last: str, line: str, following: PageLine | None, alone: bool
) -> None:
    lines = [at("x", 712)] if several else []
    assert p._would_be_alone(group(*lines, at(last)), at(line, 700, page=1), following, measures) is alone


@pytest.mark.parametrize(
    ("line", "following", "first"),
    [
        (at("Then", before=2), at("they", before=0.6), True), (at("Then", before=2), at("they", before=0.8), False), (at("Then", before=2), at("they", before=2), True),
        (at("Then", before=3), at("they"), False), (at("then", before=2), at("they"), False), (at("Then", before=2), at("they", page=1), False), (at("Then", before=2), None, False),
    ],
)  # fmt: skip
def test_of_two_indented_lines_the_second_begins_a_paragraph_too(
    line: PageLine, following: PageLine | None, first: bool
) -> None:
    measures, one = replace(M, indents=frozenset({2.0})), at("They met.", before=2)
    if line.text == "then":
        one = at("They met", before=2)
    assert p._first_line(group(one, shape=INDENTED), line, following, measures) is first
    assert not p._first_line(group(one), line, following, measures)
    assert not p._first_line(group(at("x"), one, shape=INDENTED), line, following, measures)
    assert not p._first_line(group(at("They-", before=2), shape=INDENTED), line, following, measures)


@pytest.mark.parametrize(
    ("group_shape", "shape", "line", "new"),
    [
        (CENTRED, CENTRED, at("and oil", 700 - 16.8, before=5, after=5), False), (CENTRED, CENTRED, at("and oil", 700 - 16.9, before=5, after=5), True),
        (CENTRED, CENTRED, at("and oil", 688, before=5, after=5, page=1), True), (END, END, at("oil", 688, before=12), True),
        (END, FLUSH, at("oil", 688), True), (CENTRED, FLUSH, at("oil", 688), True),
    ],
)  # fmt: skip
def test_lines_that_are_displayed(
    group_shape: LineShape, shape: LineShape, line: PageLine, new: bool
) -> None:
    above = group(at("x", 712, before=5, after=5), at("Lamps", before=5, after=5), shape=group_shape)
    assert p._other_display(above, line, shape, M) is new


@pytest.mark.parametrize(
    ("changed", "wide"),
    [({}, True), ({"size": 11.2}, False), ({"size": 11.9}, True), ({"after": 0.4}, False), ({"after": 0.2}, True), ({"base": 684.0}, True), ({"base": 680.0}, False), ({"size": 12.7}, False)],
)  # fmt: skip
def test_a_centred_line_goes_on_with_a_title_that_fills_the_line_above(
    changed: dict[str, float], wide: bool
) -> None:
    size = changed.get("size", 12.0)
    above = at("Lamps", size=12 if size != 11.2 else 11.2, after=changed.get("after", 0.0) * 1.2)
    below = at("and oil", changed.get("base", 688.0), size=size, before=5, after=5)
    assert p._is_wide_title(above, below, M) is wide


@pytest.mark.parametrize(
    ("last", "line", "item"),
    [
        ("Second session", "Room 4", True), ("Second session,", "Room 4", False), ("Session of the", "Room 4", False), ("SECOND SESSION", "Room 4", False),
        ("Second session", "room 4", False), ("Second ses-", "Room 4", False), ("第二届会议", "四号室", True), ("Second session", "ROOM FOUR", False),
    ],
)  # fmt: skip
def test_two_centred_lines_may_be_two_items_of_a_head(last: str, line: str, item: bool) -> None:
    above, below = at(last, before=5, after=5), at(line, 688, before=6, after=6)
    assert p._is_line_of_head(above, below, M) is item
    assert not p._is_line_of_head(at(last, before=5, after=5, bold=True), below, M)
    assert not p._is_line_of_head(above, at(line, 688, before=6, after=6, bold=True), M)
    assert not p._is_line_of_head(at(last, before=5, after=5, size=11.3), below, M)


@pytest.mark.parametrize(("room", "item"), [(2.9, False), (3.0, True)])
def test_an_item_of_a_head_left_room_for_the_next_word(room: float, item: bool) -> None:
    above = at("Second session", before=room / 2, after=room / 2)
    assert p._is_line_of_head(above, at("Room 4", 688, first=20.5), M) is item


@pytest.mark.parametrize(
    ("several", "before", "last", "drop", "kept"),
    [
        (True, 2.6, "They met and", 12, True), (True, 2.7, "They met and", 12, False), (True, 2, "They met and", 16, False),
        (False, 9, "They met and", 12, True), (False, 9, "They met.", 12, False), (False, 9, "They met and", 16, False),
    ],
)  # fmt: skip
def test_a_last_line_that_looks_centred_belongs_to_its_paragraph(
    several: bool, before: float, last: str, drop: float, kept: bool
) -> None:
    lines = [at("x", 712, before=2)] if several else []
    above = group(*lines, at(last, before=2), shape=INDENTED)
    line = at("went home", 700 - drop, before=before, after=before)
    assert p._is_last_line_of(above, line, CENTRED, M) is kept
    assert not p._is_last_line_of(above, line, FLUSH, M)
    above.shape = CENTRED
    assert not p._is_last_line_of(above, line, CENTRED, M)
