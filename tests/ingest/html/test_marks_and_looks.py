"""Notes, labels of lists and looks of a page: which links call a note, what number an item bears, what is not shown."""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff.ingest.readers.html import facts, parse
from p5diff.ingest.readers.html.inline import plain_text
from p5diff.ingest.readers.html.tree import parse_tree
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawText

LONG = "The five harbour states met in Port Maren and agreed on lamps, channels and pilots for the coast."


def load(body: str, head: str = "") -> RawText:
    return parse(f"<html><head>{head}</head><body><p>{LONG}</p>{body}</body></html>".encode(), name="p")


def texts(raw: RawText) -> list[str]:
    return [f"{b.label} {b.text}".strip() for b in raw.blocks if b.is_text][1:]


def notes(raw: RawText) -> list[str]:
    called = {call.key for b in raw.blocks for call in b.calls}
    return [b.text for b in raw.blocks if b.kind is BlockKind.FOOTNOTE and b.key in called]


NOTE = "<p>The lamps{mark} were lit again in the spring of that year.</p><p>They burn all night.</p><div>{note}</div>"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        # The note leads back: to the mark, to its anchor, or to what holds the mark.
        ('<a id="r1" href="#x1">1</a>', '<p id="x1"><a href="#r1">1</a> Of oil.</p>'),
        ('<a name="r1" href="#x1">1</a>', '<p id="x1"><a href="#r1">1</a> Of oil.</p>'),
        ('<sup id="r1"><a href="#x1">1</a></sup>', '<p id="x1"><a href="#r1">1</a> Of oil.</p>'),
        (
            '<span><a name="r1"></a><a href="#x1">[1]</a></span>',
            '<p><a name="x1" href="#r1">[1]</a> Of oil.</p>',
        ),
        ('<a id="r1" href="#x%20y">*</a>', '<p id="x y"><a href="#r1">*</a> Of oil.</p>'),
        # Or the mark says so itself: by its role, or raised and by its name.
        ('<a epub:type="noteref" href="#x1">1</a>', '<p id="x1">1 Of oil.</p>'),
        ('<a role="doc-noteref" href="#x1">1</a>', '<p id="x1">1 Of oil.</p>'),
        ('<sup><a href="#fn1">1</a></sup>', '<p id="fn1">1 Of oil.</p>'),
        ('<a href="#_ftn1"><sup>1</sup></a>', '<p id="_ftn1">1 Of oil.</p>'),
        ('<a href="#_ftn1">[1]</a>', '<p id="_ftn1">1 Of oil.</p>'),
    ],
)
def test_what_calls_a_note(mark: str, note: str) -> None:
    raw = load(NOTE.format(mark=mark, note=note))
    assert notes(raw) == ["Of oil."]
    assert texts(raw)[0] == "The lamps were lit again in the spring of that year."


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<a href="#x1">1</a>', '<p id="x1">1 Of oil.</p>'),  # leads nowhere back, and is named like anything
        ('<a href="#fn1">1</a>', '<p id="fn1">1 Of oil.</p>'),  # neither raised nor in brackets
        ('<sup><a href="#fn1">more</a></sup>', '<p id="fn1">Of oil.</p>'),  # no mark
        ('<sup><a href="#fn2">1</a></sup>', '<p id="fn1">1 Of oil.</p>'),  # there is no such place
        ('<sup><a href="#fn1">1</a></sup>', '<p>1 Of oil.</p><table id="fn1"><tr><td>a</td></tr></table>'),  # holds more than a note
    ],
)  # fmt: skip
def test_what_calls_none(mark: str, note: str) -> None:
    assert notes(load(NOTE.format(mark=mark, note=note))) == []


def test_a_link_upwards_calls_no_note() -> None:
    body = '<p id="fn1">Of oil.</p><p>Lamps<sup><a href="#fn1">1</a></sup> burn.</p>'
    assert notes(load(body)) == []


@pytest.mark.parametrize(
    ("list_", "wanted"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ('<ol start="3"><li>a<li>b</ol>', ["3. a", "4. b"]),
        ('<ol start="x"><li>a</ol>', ["1. a"]),
        ('<ol><li>a<li value="7">b<li>c</ol>', ["1. a", "7. b", "8. c"]),
        ('<ol reversed start="3"><li>a<li>b</ol>', ["3. a", "2. b"]),
        ('<ol type="a"><li>a<li>b</ol>', ["a. a", "b. b"]),
        ('<ol type="A" start="27"><li>a</ol>', ["AA. a"]),
        ('<ol type="i" start="4"><li>a</ol>', ["iv. a"]),
        ('<ol type="I" start="9"><li>a<li type="a">b</ol>', ["IX. a", "j. b"]),
        ('<ol style="list-style-type: lower-alpha"><li>a<li>b</ol>', ["a. a", "b. b"]),
        ('<ol style="list-style: upper-latin"><li>a</ol>', ["A. a"]),
        ('<ol style="list-style-type:lower-roman"><li>a<li>b</ol>', ["i. a", "ii. b"]),
        ('<ol style="list-style-type:upper-roman"><li>a<li>b</ol>', ["I. a", "II. b"]),
        ('<ol style="list-style-type:none"><li>a</ol>', ["a"]),
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("<ul><li>1. a<li>(b) c</ul>", ["1. a", "(b) c"]),
    ],
)
def test_an_item_bears_the_label_that_is_shown(list_: str, wanted: list[str]) -> None:
    assert texts(load(list_)) == wanted


@pytest.mark.parametrize(
    ("css", "hidden"),
    [
        (".x { display: none }", True),
        (".x{visibility:hidden}", True),
        ("p.x { display: none }", True),
        ("P.x { display: none }", True),
        ("#i { display:none }", True),
        ("div .x, h1 { display: none }", True),
        ("body div .x { display: none }", True),
        ("*.x { display: none }", True),
        (".x.y { display: none }", True),
        ("/* .x { color: red } */ .x { display: none }", True),
        ("@media screen { .x { display: none } }", True),
        ("h1 { color: red } .x { color: red; display: none }", True),
        # Not this one: another class, another tag, another way to it, print, another state.
        (".z { display: none }", False),
        (".x.z { display: none }", False),
        ("h1.x { display: none }", False),
        ("#x { display: none }", False),
        ("h1 .x { display: none }", False),
        (".x div { display: none }", False),
        ("@media print { .x { display: none } }", False),
        ("@media (max-width: 600px) { .x { display: none } }", False),
        (".x:hover { display: none }", False),
        (".x { display: block }", False),
        ("/* .x { display: none } */", False),
        (".X { display: none }", False),
    ],
)
def test_what_a_style_sheet_hides(css: str, hidden: bool) -> None:
    body = '<div><p class="x y" id="i">The lamps were lit again in the spring.</p></div><p>They burn.</p>'
    raw = load(body, f"<style>{css}</style>")
    assert ("The lamps were lit again in the spring." in texts(raw)) is not hidden


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ("hidden", True),
        ('aria-hidden="true"', True),
        ('aria-hidden="false"', False),
        ('style="display:none"', True),
        ('style="display:block"', False),
        ('hidden style="display:block"', True),
        ('class="gone" style="display: block"', False),
    ],
)
def test_what_an_element_says_of_itself(attributes: str, hidden: bool) -> None:
    raw = load(
        f"<p {attributes}>The lamps were lit.</p><p>They burn.</p>", "<style>.gone{display:none}</style>"
    )
    assert ("The lamps were lit." in texts(raw)) is not hidden


def test_a_caption_and_what_stands_loose_in_a_table() -> None:
    raw = load(
        "<figure><img><figcaption>A <b>lamp</b></figcaption></figure><table><caption>Lamps</caption><tr><td>a<td>b</tr><tr>c<td>d</tr></table>"
    )
    assert [(b.reason.value, b.text) for b in raw.blocks if b.reason] == [("caption", "A lamp")]
    assert texts(raw) == ["Lamps", "a | b", "c", "d"]


@pytest.mark.parametrize(
    ("body", "one_box"),
    [
        ("<section><div>Of oil.</div><div>Of wicks.</div></section>", True),
        ("<section><div>Of <b>oil</b>.</div><p>Of wicks.</p></section>", True),
        ("<section><div><b>Lamps</b> <p>Of oil.</p></div><p>Of wicks.</p></section>", False),
        ("<section><div>Lamps<br>Of oil.</div><p>Of wicks.</p></section>", False),
        ("<section><td>Of oil.</td></section><p>Of wicks.</p>", False),
    ],
)
def test_a_box_with_the_words_of_one_paragraph_is_none(body: str, one_box: bool) -> None:
    boxes = [b.setting.partition(" ")[0] for b in load(body).blocks if b.is_text][-2:]
    assert (boxes[0] == boxes[1]) is one_box


def test_comments_and_loose_elements_between_the_cells_of_a_row() -> None:
    raw = load(
        "<table><tr><td>One</td><!-- a remark of the editor --><td>Two</td></tr>"
        "<tr><td>Three</td><div><p>Loose words.</p><p>More of them.</p></div><td>Four</td></tr></table>"
    )
    assert texts(raw) == ["One | Two", "Three | Loose words. More of them. Four"]
    aside = [(b.text, b.reason) for b in raw.blocks if not b.is_text]
    assert aside == [("a remark of the editor", SetAsideReason.COMMENT)]


@pytest.mark.parametrize(
    ("headings", "title", "wanted"),
    [
        # The first that shares its words with the title, five letters at least; else the only one.
        ("<h1>Site</h1><h1>Lamps</h1><h1>All lamps</h1>", "All lamps of Maren", "Lamps"),
        ("<h1>Site</h1><h1>Lamp</h1>", "All lamps of Maren", None),
        ("<h1>Site</h1><h1>All the lamps of Maren</h1>", "Lamps of Maren", "All the lamps of Maren"),
        ("<h1>Site</h1><h1>Ports</h1>", "All lamps of Maren", None),
        ("<h1>Ports</h1>", "All lamps of Maren", "Ports"),
        ("<h1> </h1><h1>Ports</h1>", "", "Ports"),
        ("<p>Ports</p>", "", None),
    ],
)
def test_the_headline_of_a_page(headings: str, title: str, wanted: str | None) -> None:
    found = facts.headline(parse_tree(f"<html><body>{headings}</body></html>", name="p", depth=50), title)
    assert (plain_text(found) if found else None) == wanted


def test_a_page_whose_words_all_stand_in_its_main_part_gets_no_note() -> None:
    raw = load("<p>They burn all night.</p>")
    assert [note.slug for note in raw.notes if note.slug != "html-second-reader"] == []


@pytest.mark.parametrize("how", ["hidden", 'style="display: none"', 'style="text-decoration: line-through"'])
def test_words_of_two_blocks_that_are_set_aside_as_one_stay_two_words(how: str) -> None:
    raw = load(f"<div {how}><p>The lamps</p>are old<ul><li>oil</li><li>wicks</li></ul>in<br>all</div>")
    assert [b.text for b in raw.blocks if b.reason] == ["The lamps are old oil wicks in all"]


@pytest.mark.parametrize("name", ["header", "footer"])
def test_heads_and_feet_that_an_office_program_saves_for_the_web_are_no_text(name: str) -> None:
    raw = load(f'<div title="{name}"><p>RC/COM/2031</p><p>Page <sdfield type=PAGE>1</sdfield></p></div>')
    assert texts(raw) == []
    assert [(b.reason.value, b.text) for b in raw.blocks if b.reason] == [(name, "RC/COM/2031 Page 1")]
    # a part of the page that is called so, and not by such a program
    inner = load(f'<div><div title="{name}"><p>The states met again in May.</p></div></div>')
    assert texts(inner) == ["The states met again in May."]
