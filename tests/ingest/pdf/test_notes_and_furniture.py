"""What is set apart from the text of pages, notes and furniture: both sides of each figure, on lines made by hand."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

from collections.abc import Callable

import pytest

from p5diff.ingest.readers.pdf import furniture as f
from p5diff.ingest.readers.pdf import notes as n
from p5diff.ingest.readers.pdf.furniture import PageRow, split_furniture
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.measures import PageMeasures
from p5diff.ingest.readers.pdf.notes import CALL_CLOSE, CALL_OPEN, NoteLines
from p5diff.ingest.readers.pdf.paragraphs import LineGroup
from p5diff.ingest.readers.pdf.spelling import MARK_CLOSE, MARK_OPEN
from p5diff.ingest.readers.pdf.tags import FURNITURE, NodeKind, TagNode
from p5diff.model.setaside import SetAsideReason as Reason

M = PageMeasures(size=10.0, pitch={10.0: 12.0}, edges={})


def up(mark: str) -> str:
    return f"{MARK_OPEN}{mark}{MARK_CLOSE}"


def call(key: str) -> str:
    return f"{CALL_OPEN}{key}{CALL_CLOSE}"


def at(
    text: str,
    base: float = 400,
    left: float = 50,
    right: float = 250,
    *,
    size: float = 10,
    page: int = 1,
    column: int = 0,
    node: TagNode | None = None,
    row: int = 0,
    rtl: bool = False,
) -> PageLine:
    return PageLine(
        [], page, left=left, right=right, base=base, size=size, text=text, column=column, node=node, row=row, rtl=rtl
    )  # fmt: skip


def shown(lines: list[PageLine]) -> list[str]:
    return [line.text for line in lines]


# --- notes


@pytest.mark.parametrize(
    ("mark", "following", "read"),
    [
        (at("1", 407, 50, 55, size=6), at("See.", 400, 56), [f"{up('1')} See."]), (at("1", 407.9, 50, 55, size=6), at("See.", 400, 56), [f"{up('1')} See."]),
        (at("1", 408, 50, 55, size=6), at("See.", 400, 56), ["1", "See."]), (at("1", 399.9, 50, 55, size=6), at("See.", 400, 56), ["1", "See."]), (at("1", 400, 50, 55, size=6), at("See.", 400, 56), [f"{up('1')} See."]),
        (at("1", 407, 50, 57, size=6), at("See.", 400, 56), ["1", "See."]), (at("1", 407, 50, 56.9, size=6), at("See.", 400, 56), [f"{up('1')} See."]),
        (at("1", 407, 50, 55, size=7.5), at("See.", 400, 56), ["1", "See."]), (at("1234", 407, 50, 55, size=6), at("See.", 400, 56), ["1234", "See."]), (at("**", 407, 50, 55, size=6), at("See.", 400, 56), [f"{up('**')} See."]),
        (at("1", 407, 50, 55, size=6, row=1), at("See.", 400, 56), ["1", "See."]), (at("1", 407, 50, 55, size=6, column=1), at("See.", 400, 56), ["1", "See."]),
        (at("1", 407, 249, 255, size=6), at("انظر", 400, 50, 250, rtl=True), ["1", "انظر"]), (at("1", 407, 249.1, 255, size=6, rtl=True), at("انظر", 400, 50, 250, rtl=True), [f"{up('1')} انظر"]),
    ],
)  # fmt: skip
def test_a_mark_that_stands_before_its_note(mark: PageLine, following: PageLine, read: list[str]) -> None:
    assert shown(n.wrapped_marks([mark, following], M)) == read


@pytest.mark.parametrize(
    ("changed", "read"),
    [
        ({}, [f"They met{up('1')}", "x"]),
        ({"column": 1}, ["They met", "1", "x"]),
        ({"size": 7.5}, ["They met", "1", "x"]),
    ],
)
def test_a_mark_that_did_not_fit_on_its_line_goes_back(changed: dict[str, float], read: list[str]) -> None:
    mark = at("1", 390, 50, 55, size=6)
    for name, value in changed.items():
        setattr(mark, name, value)
    assert shown(n.wrapped_marks([at("They met"), mark, at("x", 370)], M)) == read
    assert shown(
        n.wrapped_marks([at("They met", size=6), at("1", 390, 50, 55, size=6), at("x", 370)], M)
    ) == ["They met", "1", "x"]


@pytest.mark.parametrize(
    ("rules", "lines", "below"),
    [
        ((100,), [at("Text", 110), at("1 See.", 90, size=9.2)], ["1 See."]), ((100,), [at("Text", 110), at("1 See.", 90, size=9.3)], []), ((100,), [at("Text", 110), at(f"{up('1')} See.", 90)], [f"{up('1')} See."]),
        ((100,), [at("Text", 110), at("1/ See.", 90)], ["1/ See."]), ((100,), [at("Text", 110), at("* See.", 90)], ["* See."]), ((100,), [at("Text", 110), at("See.", 90)], []), ((100,), [at("Text", 110), at("x", 100, size=6)], []),
        ((60, 100), [at("Text", 110), at("1 See.", 90, size=9)], ["1 See."]), ((60, 100), [at("* See.", 90), at("* That.", 50)], ["* That."]), ((), [at("* See.", 90)], []),
    ],
)  # fmt: skip
def test_notes_below_a_typed_rule(rules: tuple[float, ...], lines: list[PageLine], below: list[str]) -> None:
    assert shown(n._below_rule(lines, rules, M)) == below


@pytest.mark.parametrize(
    ("lines", "others", "foot"),
    [
        ([at("Text"), at("1 See.", 90, size=9.2), at("on", 80, size=9)], [], ["1 See.", "on"]), ([at("Text"), at("1 See.", 90, size=9.3)], [], []), ([at("Text"), at("on", 100, size=9), at("1 See.", 90, size=9)], [], ["1 See."]),
        ([at("Text"), at("on", 100, size=9)], [], []), ([at("1 See.", 90, size=9)], [at("Text", 80)], []), ([at("1 See.", 90, size=9)], [at("Text", 80, 250, 400)], ["1 See."]), ([at("1 See.", 90, size=9)], [at("Text", 80, 249, 400)], []),
        ([at("1 See.", 90, size=9)], [at("x", 80, size=9.2)], ["1 See."]), ([at("1 See.", 90, size=9)], [at("x", 80, size=9.3)], []), ([at("1 See.", 90, size=9)], [at("Text", 90)], ["1 See."]),
    ],
)  # fmt: skip
def test_small_notes_at_the_foot(lines: list[PageLine], others: list[PageLine], foot: list[str]) -> None:
    assert shown(n._foot(lines, [*lines, *others], M)) == foot


@pytest.mark.parametrize(
    ("lines", "foot"),
    [
        ([at(f"They{up('1')} met", 120), at(f"{up('1')} See.", 104)], 1), ([at(f"They{up('1')} met", 120), at(f"{up('1')} See.", 105)], 0), ([at(f"They{up('2')} met", 120), at(f"{up('1')} See.", 104)], 0),
        ([at(f"They{up('1, 2')} met", 120), at(f"{up('1')} See.", 104), at(f"{up('2')} That.", 92)], 2), ([at(f"They{up('1')} met", 120), at(f"{up('1')} See.", 104), at("on", 92)], 2), ([at(f"They{up('1')} met", 120), at("See.", 104)], 0),
        ([at(f"They{up('1')} met", 120), at(f"{up('1')} See.", 104), at("They went", 80)], 0), ([at(f"{up('1')} They met", 120), at(f"{up('1')} See.", 104)], 0),
    ],
)  # fmt: skip
def test_notes_as_large_as_the_text_that_calls_them(lines: list[PageLine], foot: int) -> None:
    assert len(n._called_foot(lines, M)) == foot


@pytest.mark.parametrize(
    ("last", "line", "label", "begins"),
    [
        ("See.", "2 That", "1", True), ("See", "2 That", "1", False), ("See-", "2 That", "1", False), ("See.", "4 That", "1", True), ("See.", "5 That", "1", False), ("See.", "1 That", "1", False), ("See.", "9 That", "a", True),
        ("See.", "That", "1", False), ("See", f"{up('9')} That", "1", True), ("See", "9/ That", "1", True), ("See-", "9/ That", "1", False), ("See.", "a. That", "1", True), ("See.", "a That", "1", True), ("See.", "a that", "1", False),
        ("See.", "2", "1", False), ("See.", "1234 That", "1", False), ("See.", "2.5 That", "1", False),
    ],
)  # fmt: skip
def test_where_a_note_begins(last: str, line: str, label: str, begins: bool) -> None:
    assert (n._begins_note(at(last, 100), at(line, 90), label) is not None) is begins
    assert (n._begins_note(None, at(line, 90), label) is not None) is (n._NOTE_START.match(line) is not None)


@pytest.mark.parametrize(("drop", "begins"), [(13, False), (13.1, True)])
def test_a_gap_begins_a_note_too(drop: float, begins: bool) -> None:
    assert (n._begins_note(at("See", 100), at("2 That", 100 - drop), "1") is not None) is begins


def test_lines_before_the_first_mark_go_on_with_the_note_of_the_page_before() -> None:
    notes: list[NoteLines] = []
    n._add_notes(notes, [at("on", 90), at(f"{up('(1)')} See.", 80), at("and that", 70)])
    n._add_notes(notes, [at("and more", 90, page=2), at("2/ That.", 80, page=2)])
    assert [(one.label, one.key, shown(one.lines)) for one in notes] == [
        ("", "p1-note-0", ["on"]), ("1", "p1-1-1", [f"{up('(1)')} See.", "and that", "and more"]), ("2", "p2-2-2", ["2/ That."]),
    ]  # fmt: skip


def test_notes_that_the_file_names_are_its_elements() -> None:
    one, two = TagNode(kind=NodeKind.NOTE), TagNode(kind=NodeKind.NOTE)
    text = TagNode(kind=NodeKind.PARAGRAPH)
    page = [
        at("Text", node=text),
        at(f"{up('1')} See.", 90, node=one),
        at("3 lamps", 80, node=one),
        at(f"{up('2')} That.", 70, node=one),
        at("Bare", 60, node=two),
    ]
    body, notes = n.split_notes([page], {}, M)
    assert [shown(lines) for lines in body] == [["Text"]]
    assert [(each.label, each.key, len(each.lines)) for each in notes] == [
        ("1", "p1-1-0", 2),
        ("2", "p1-2-1", 1),
        ("", "p1-note-2", 1),
    ]


def groups(*texts: str) -> list[LineGroup]:
    return [LineGroup([at(text)]) for text in texts]


@pytest.mark.parametrize(
    ("texts", "notes"),
    [
        ((f"They{up('1')} met{up('2')}.", "1 See.", "2 That."), ["1", "2"]), ((f"They{up('1')} met{up('2')}.", "2 That."), []), ((f"They{up('1')} met{up('3')}.", "1 See.", "3 That."), []), ((f"They{up('1')} met.", "1 See.", "2 That."), []),
        ((f"They{up('2')} met.", "1 They.", "2 That."), []), ((f"They{up('2')} met.", "2 That."), ["2"]), (("They met.", "1 See."), []), ((f"{up('1')} They met.", "1 See."), []), ((f"They{up('1')} met.", "1 See.", "They went."), []), ((f"They{up('a')} met.", "a. See."), []),
    ],
)  # fmt: skip
def test_numbered_paragraphs_at_the_end_may_be_notes(texts: tuple[str, ...], notes: list[str]) -> None:
    left, found = n.end_notes(groups(*texts))
    assert [(one.label, one.key) for one in found] == [(label, f"end-{label}") for label in notes]
    assert len(left) + len(found) == len(texts)


def note(label: str, text: str, page: int = 1) -> NoteLines:
    return NoteLines(label, f"p{page}-{label}", [at(text, page=page)])


@pytest.mark.parametrize(
    ("text", "page", "read"),
    [
        (f"met{up('1')}", 1, f"met{call('p1-1')}"), (f"met{up('9')}", 1, "met⁹"), (f"met{up('1, 2')}", 1, f"met{call('p1-1')}{call('p1-2')}"), (f"met{up('1, 9')}", 1, "met1, 9"), (f"met{up('3')}", 1, f"met{call('p2-3')}"), (f"met{up('1')}", 2, "met¹"),
        (f"10{up('1')}", 1, f"10{call('p1-1')}"), (f"10{up('3')}", 1, "10³"), (f"5 km{up('2')}", 1, "5 km²"), (f"5 km{up('1')}", 1, f"5 km{call('p1-1')}"), (f"110{up('3')}", 1, f"110{call('p2-3')}"), (f"21{up('st')}", 1, "21st"), (f"x{up('n')}", 1, "xⁿ"),
        ("met 4/ and", 1, f"met{call('p1-4')} and"), ("met 4/ and", 2, f"met{call('p1-4')} and"), ("met 14/ and", 1, "met 14/ and"), ("met 2/ and", 1, "met 2/ and"), ("met** and", 1, f"met{call('p1-**')} and"), ("met* and", 1, "met* and"), ("** and", 1, "** and"),
    ],
)  # fmt: skip
def test_marks_call_the_notes_that_bear_them(text: str, page: int, read: str) -> None:
    found = [
        note("1", f"{up('1')} See."),
        note("2", f"{up('2')} See."),
        note("3", f"{up('3')} See.", 2),
        note("4", "4/ See."),
        note("**", "** See."),
    ]
    group = LineGroup([at(text, page=page)])
    n.resolve([group], found)
    assert group.lines[0].text == read


@pytest.mark.parametrize(
    ("text", "plain", "places"),
    [
        (f"They{call('k')} met", "They met", [4]), (f"met{call('k')}, then", "met, then", [3]), (f"met{call('k')} (or)", "met (or)", [3]), (f"会议{call('k')}通过", "会议通过", [2]), (f"met {call('k')}{call('m')} on", "met on", [3, 3]), (f"met.{call('k')}", "met.", [4]),
        (f"ab{call('k')}“今”", "ab “今”", [2]), (f"今{call('k')}“今”", "今“今”", [1]), (f"{call('k')} Then", "Then", [0]), (f"met{call('k')}.", "met.", [3]),
    ],
)  # fmt: skip
def test_a_text_without_its_calls(text: str, plain: str, places: list[int]) -> None:
    found, calls = n.without_calls(text)
    assert (found, [one.at for one in calls]) == (plain, places)


@pytest.mark.parametrize(
    ("text", "read"),
    [(f"{up('1')} See km{up('2')}.", "See km²."), ("1/ See.", "See."), ("See.", "See."), ("* See.", "See.")],
)
def test_the_text_of_a_note_is_without_its_mark(text: str, read: str) -> None:
    assert n.note_text(text) == read


# --- furniture


def taken(*pages: list[PageLine], height: float = 800) -> list[list[tuple[str, str]]]:
    for number, page in enumerate(pages, start=1):
        for piece in page:
            piece.page = number
    _, away = split_furniture(list(pages), [height] * len(pages))
    return [sorted((row.text, reason.value) for row, reason in aside.rows) for aside in away]


def body(number: int) -> list[PageLine]:
    return [
        at(f"{word} they met again and again in the {word} hall", 500 - 14 * k, 50, 400)
        for k, word in enumerate(WORDS[number])
    ]


WORDS = (
    ("red", "blue", "green", "brown"),
    ("old", "new", "small", "large"),
    ("first", "second", "third", "last"),
    ("one", "two", "six", "ten"),
)


@pytest.mark.parametrize(
    ("base", "edge"), [(128, False), (127.9, False), (128.1, False), (100, True), (672, False), (700, True)]
)
def test_heads_stand_near_the_edge_of_the_page(base: float, edge: bool) -> None:
    found = taken(*([at("Harbour report", base), *body(k)] for k in range(3)))
    assert found == [[("Harbour report", "running head")] if edge or not 128 < base < 672 else []] * 3


def test_a_line_right_at_the_share_is_at_the_edge() -> None:
    assert [f._at_edge(PageRow([at("x", base)]), 100) for base in (16, 16.1, 50, 83.9, 84)] == [
        True,
        False,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("on", "pages", "head"),
    [((0, 1), 4, True), ((0,), 4, False), ((0, 1, 2), 3, True), ((0, 1), 2, True), ((0,), 2, False)],
)
def test_on_how_many_pages_a_head_recurs(on: tuple[int, ...], pages: int, head: bool) -> None:
    made = [[*([at("Harbour report", 780)] if k in on else []), *body(k)] for k in range(pages)]
    assert [bool(page) for page in taken(*made)] == [head and k in on for k in range(pages)]


@pytest.mark.parametrize(("apart", "head"), [(5.9, True), (6.0, False)])
def test_a_head_stands_at_one_height(apart: float, head: bool) -> None:
    assert [
        bool(page)
        for page in taken(
            [at("Harbour report", 780), *body(0)], [at("Harbour report", 780 - apart), *body(1)]
        )
    ] == [head] * 2


@pytest.mark.parametrize(
    ("text", "size", "head"),
    [
        ("Harbour report", 11.5, True), ("Harbour report", 11.6, False), ("A/RES/78/12", 15, True), ("They met on the day.", 10, False), ("They met twice.", 10, True),
        ("and so they met again", 10, False), ("and so they met again", 9, True), ("and so they met", 10, True),
    ],
)  # fmt: skip
def test_what_recurs_and_is_text_all_the_same(text: str, size: float, head: bool) -> None:
    assert [bool(page) for page in taken(*([at(text, 780, size=size), *body(k)] for k in range(3)))] == [
        head
    ] * 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{}", "page number"), ("- {} -", "page number"), ("Page {} of 3", "page number"), ("{}/3", "page number"), ("第{}页", "page number"), ("31-12345 (E)", "document code"), ("*3112345*", "document code"), ("https://port.example/x", "document code"),
        ("12/31/2031, 10:15 AM", "document code"), ("A/RES/78/12 page {}", "running head"), ("/...", "furniture"),
    ],
)  # fmt: skip
def test_why_a_line_at_the_edge_is_no_text(text: str, reason: str) -> None:
    found = taken(*([*body(k), at(text.format(k + 1), 30)] for k in range(3)))
    assert [[kind for _, kind in page] for page in found] == [[reason]] * 3


def test_a_number_that_keeps_no_step_with_the_pages_is_text() -> None:
    assert [
        bool(page)
        for page in taken(*([*body(k), at(str(k + 1), 30)] for k in range(3)), [*body(3), at("9", 30)])
    ] == [True, True, True, False]
    assert taken([*body(0), at("iv", 30)]) == [[("iv", "page number")]]
    assert taken([*body(0), at("1/3", 30)], [*body(1), at("2/1", 30)]) == [[("1/3", "page number")], []]


@pytest.mark.parametrize(("gap", "texts"), [(1.1, ["ab"]), (1.3, ["a b"]), (6.0, ["a b"]), (6.1, ["a", "b"])])
def test_how_far_apart_two_texts_of_a_row_stand(gap: float, texts: list[str]) -> None:
    assert PageRow([at("a", left=0, right=5), at("b", left=5 + gap, right=20)]).texts == texts
    backwards = [at("a", left=0, right=5, rtl=True), at("b", left=5 + gap, right=20, rtl=True)]
    assert PageRow(backwards).texts == ([text[::-1] for text in texts] if len(texts) == 1 else texts)


@pytest.mark.parametrize(("drop", "rows"), [(2.9, 1), (3.0, 2)])
def test_pieces_on_one_baseline_are_a_row(drop: float, rows: int) -> None:
    assert len(f.rows_of([at("a", 100), at("b", 100 - drop, left=0)])) == rows
    assert f.rows_of([at("a", 100, left=50), at("b", 99, left=0)])[0].text == "b a"


@pytest.mark.parametrize(
    ("text", "rule"),
    [("____", True), ("___", False), ("_ _ _ _", True), ("-----", True), ("----", False), ("a____", False)],
)
def test_typed_rules_go_first(text: str, rule: bool) -> None:
    away = f.Furniture()
    kept = f._without_strays(f.rows_of([at("x", 300), at(text, 200), at("y", 100)]), away)
    assert (away.rules, [row.below_rule for row in kept]) == (
        ([200], [False, True]) if rule else ([], [False] * 3)
    )
    assert [reason for _, reason in away.rows] == ([Reason.RULE] if rule else [])


def test_no_page_loses_most_of_its_words() -> None:
    thin = [[at("Harbour report of the year", 780), at(text, 400)] for text in ("They met", "All went")]
    assert taken(*thin) == [[], []]
    assert [len(page) for page in taken(*thin, [at("Harbour report of the year", 780), *body(2)])] == [
        1,
        1,
        1,
    ]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("Report, page 3", "Report,"), ("Report | 3", "Report"), ("3 | Report", "Report"), ("Report 3/9", "Report"), ("A/RES/78/12 3", "A/RES/78/12"), ("12", ""), ("Article 3", "Article3"),
    ],
)  # fmt: skip
def test_what_of_a_head_is_compared_between_pages(row: str, key: str) -> None:
    assert f._key(PageRow([at(row, page=3)])).replace("\0", "") == key


@pytest.mark.parametrize(
    ("text", "rest"),
    [("Harbour report 3", "Harbour report"), ("3 Harbour report", "Harbour report"), ("Article 3", "Article 3"), ("Harbour report 4", "Harbour report 4"), ("港口年度报告 3", "港口年度报告"), ("港口报告 3", "港口报告 3")],
)  # fmt: skip
def test_the_number_of_the_page_at_an_end_of_a_head(text: str, rest: str) -> None:
    assert f._without_number(text, "3") == rest


@pytest.mark.parametrize(
    ("pages", "offsets"),
    [([["5"], ["6"]], {4}), ([["5"], ["9"]], set()), ([["5"], ["6"], ["2"], ["3"]], {4, -1}), ([["5"], ["6"], ["7"], ["8"], ["1"]], {4}), ([["5", "5"], ["x"]], set()), ([["5/9"], ["6/9"]], {4})],
)  # fmt: skip
def test_by_how_much_numbers_and_pages_differ(pages: list[list[str]], offsets: set[int]) -> None:
    edges = [[PageRow([at(text, page=k)]) for text in page] for k, page in enumerate(pages, start=1)]
    assert f._offsets(edges) == offsets


@pytest.mark.parametrize(("own", "alike"), [(0, True), (1, True), (2, False), (3, False)])
def test_copies_of_one_form_have_most_lines_in_common(own: int, alike: bool) -> None:
    pages = [
        [PageRow([at(f"{WORDS[k][j]} line" if j < own else f"line {j}", 700 - 20 * j)]) for j in range(4)]
        for k in range(2)
    ]
    assert f._are_alike(pages) is alike
    assert f._are_alike(pages[:1]) is False and f._are_alike([[], []]) is False


@pytest.mark.parametrize(
    ("text", "printers"),
    [
        ("31-12345 (E)", True),
        ("12-3456", False),
        ("31-12345 4", True),
        ("They met", False),
        ("12345678", False),
    ],
)
def test_what_a_printing_office_adds(text: str, printers: bool) -> None:
    assert f._is_printers(PageRow([at(text)])) is printers


MARKED: list[tuple[Callable[[str], bool], str, bool]] = [
    (f._is_mark, "A/RES/78/12", True), (f._is_mark, "A/RES/78/12 3", True), (f._is_mark, "Page 3", True), (f._is_mark, "A/RES/78/12 Report", False), (f._is_mark, "Report", False), (f._is_mark, "3", False), (f._is_mark, "Page 3 Report", False),
]  # fmt: skip


@pytest.mark.parametrize(("told", "text", "mark"), MARKED)
def test_a_mark_is_a_symbol_or_a_number_of_a_page(told: Callable[[str], bool], text: str, mark: bool) -> None:
    assert told(text) is mark


@pytest.mark.parametrize(
    ("rows", "bears"),
    [((("A/RES/78/12",), ("Page 2",)), True), ((("A/RES/78/12",), ("Page 3",)), False), ((("A/RES/78/12", "Page 2"),), False), ((("A/RES/78/12",), ("English",), ("Page 2",)), True), ((("A/RES/78/12",), ("In English",), ("Page 2",)), False), ((("English",), ("Page 2",)), False)],
)  # fmt: skip
def test_a_block_that_bears_its_symbol_and_its_number(rows: tuple[tuple[str, ...], ...], bears: bool) -> None:
    block = [
        PageRow([at(text, 700 - 14 * k, left=50 + 100 * j, page=2) for j, text in enumerate(row)])
        for k, row in enumerate(rows)
    ]
    assert f._bears_its_number(block) is bears


def test_what_the_file_calls_furniture_goes_by_its_place() -> None:
    def named(text: str, base: float) -> PageLine:
        return at(text, base, node=FURNITURE)

    pages = [
        [named("Port of call", 780), *body(0), named("Kept at the quay", 30)],
        [named("Middle", 401), *body(1)],
    ]
    assert taken(*pages) == [
        [("Kept at the quay", "footer"), ("Port of call", "header")],
        [("Middle", "furniture")],
    ]
    letterhead = [named("Port of call", 780), named("Harbour office", 760), *body(0)]
    assert taken(letterhead, [*body(1)]) == [[], []]


@pytest.mark.parametrize(
    ("title", "head", "size", "pages", "found"),
    [("Report of the port", "Report of the port", 9, 2, True), ("Report of the port", "Report of the port", 10, 2, False), ("Report of the port", "Report of the pier", 9, 2, False), ("Report", "Report", 9, 2, False), ("Report of the port", "Report of the port", 9, 4, False)],
)  # fmt: skip
def test_the_second_page_may_repeat_words_of_the_first(
    title: str, head: str, size: float, pages: int, found: bool
) -> None:
    made = [
        [at(title, 600), *body(0)],
        [at(head, 780, size=size), *body(1)],
        *(body(k) for k in range(2, pages)),
    ]
    assert bool(taken(*made)[1]) is found
