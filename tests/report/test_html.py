"""The page: both texts come back from it, nothing of them becomes markup, and it is always the same."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re

import pytest
from hypothesis import given

from p5diff.model.alignment import Note, Span
from p5diff.model.comparison import (
    Change,
    Comparison,
    Evidence,
    Provenance,
    RuleSet,
    Shift,
    Side,
    TopicTag,
    Verdict,
)
from p5diff.model.statement import Coverage, Edition, Metadata, SourceRecord
from p5diff.report import html, table
from p5diff.report.html import index
from p5diff.report.view import numbers
from p5diff.text.visible import visible
from tests.report.factory import comparison, comparisons, from_paragraphs, metadata, pair, sentence, texts
from tests.report.htmlpage import Node, inline_text, parsed, side_text
from tests.report.payloads import PAYLOADS

ALLOWED = {
    "html": {"lang"},
    "head": set(),
    "meta": {"charset", "http-equiv", "content", "name"},
    "title": set(),
    "style": set(),
    "script": {"type"},
    "body": {"data-before", "data-after", "data-made"},
    "a": {"class", "href", "aria-label"},
    "main": {"id", "tabindex", "aria-label"},
    "input": {"type", "name", "id", "checked", "placeholder", "autocomplete", "spellcheck"},
    "label": {"for"},
    "button": {"type", "id", "title"},
    "output": {"id", "aria-live"},
    "select": {"id"},
    "option": {"value"},
    "th": {"scope"},
    "time": {"datetime"},
    "li": {"id", "data-n", "data-f", "class", "dir"},
    "svg": {"class", "viewbox", "role", "aria-label", "aria-hidden", "preserveaspectratio"},
    "pattern": {"id", "width", "height", "patternunits", "patterntransform"},
    "rect": {"class", "x", "y", "width", "height", "fill"},
    "path": {"class", "d", "fill", "data-go"},
    "circle": {"class", "cx", "cy", "r"},
    "text": {"x", "y", "text-anchor"},
    "defs": set(),
}
COMMON = {"id", "class", "lang", "dir", "role", "aria-label", "aria-labelledby", "aria-hidden", "tabindex"}
DATA = {"data-c", "data-side", "data-mark"}
PLAIN = set(
    "header nav footer section div p span h1 h2 h3 ul ol dl dt dd details summary table thead tbody tr td "
    "figure figcaption fieldset legend small q bdi kbd code ins del".split()
)


def poisoned(payload: str) -> Comparison:
    """A comparison with the payload in every field that can hold text."""
    evil = Metadata(
        ref=payload,
        id=payload,
        language=payload,
        edition=Edition.DIGEST,
        coverage=Coverage.PARTIAL,
        not_covered=(payload,),
        titles=(("en", payload), (payload, payload)),
        series=payload,
        place=payload,
        dates=(payload,),
        adopted=payload,
        parties=(payload,),
        symbols=(payload,),
        source=SourceRecord(path=payload, url=payload, sha256=payload, importer=payload, note=payload),
        note=payload,
        corpus=payload,
        revision=payload,
    )
    evidence = (Evidence(side=Side.AFTER, sentence=payload, span=Span(0, 1), text=payload),)
    shift = Shift(
        aspect=payload,
        verdict=Verdict.STRONGER,
        before=payload,
        after=payload,
        rule=payload,
        explanation=payload,
        evidence=evidence,
    )
    pairs = [
        pair([sentence(payload, 0, 1, payload)], [sentence(f"new {payload}", 0, 1, f"({payload})")]),
        pair([sentence(f"gone {payload}", 1, 1)], []),
        pair([], [sentence(f"come {payload}", 1, 1)]),
        pair([sentence(f"far {payload}", 2, 1)], [sentence(f"off {payload}", 2, 1)], moved=True),
    ]
    tags = (TopicTag(topic=payload, evidence=evidence, rule=payload),)
    provenance = Provenance(
        version=payload,
        rules=(RuleSet(name=payload, sha256=payload, source=payload),),
        ladder=payload,
        settings=((payload, payload),),
        notes=(Note(slug=payload, message=payload),),
    )
    return comparison(
        pairs,
        before=evil,
        after=evil,
        changes=tuple(Change(pair=p, topics=tags, shifts=(shift,)) for p in pairs),
        topics=((payload, payload),),
        provenance=provenance,
    )


def assert_harmless(page: Node) -> None:
    for node in page.walk()[1:]:
        allowed = COMMON | DATA if node.tag in PLAIN else ALLOWED.get(node.tag)
        assert allowed is not None, f"an element {node.tag}"
        assert set(node.attributes) <= allowed, f"{node.tag} has {set(node.attributes) - allowed}"
        link = node.attributes.get("href", "#")
        assert re.fullmatch(r"#[a-z0-9-]*|[a-z0-9.-]+\.(html|docx)", link), f"a link to {link}"
        assert re.fullmatch(r"(url\(#p-[a-z]+\))?", node.attributes.get("fill", ""))


def test_there_are_at_least_sixty_payloads() -> None:
    assert len(set(PAYLOADS)) >= 60


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_can_become_markup(payload: str) -> None:
    """Law 7: no character of a source can become markup, a terminal escape or a link."""
    compared = poisoned(payload)
    for page in (html.render(compared), table.html(compared), index.render([compared])):
        tree = parsed(page)
        assert_harmless(tree)
        assert visible(page.replace("\n", "").replace("\t", "")) == page.replace("\n", "").replace("\t", "")
    page = html.render(compared)
    tree = parsed(page)
    scripts = [node for node in tree.walk() if node.tag == "script"]
    assert [node.attributes.get("type", "") for node in scripts] == ["", "application/ld+json", ""]
    data = json.loads("".join(str(child) for child in scripts[1].children))
    assert data["isBasedOn"][0]["name"] == visible(payload)
    assert side_text(tree, "after")[1] == visible(f"come {payload}")


@pytest.mark.parametrize("page", ["report", "table", "index"])
def test_the_policy_allows_this_style_and_this_script_alone(page: str) -> None:
    compared = from_paragraphs([["A thing."]], [["A new thing."]])
    made = {
        "report": html.render(compared),
        "table": table.html(compared),
        "index": index.render([compared]),
    }[page]
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made)
    assert policy
    assert policy.group(1).startswith("default-src &#39;none&#39;") or "'none'" in policy.group(1)
    for tag in ("style", "script"):
        for content in re.findall(rf"<{tag}>(.*?)</{tag}>", made, flags=re.S):
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            assert f"sha256-{digest}" in policy.group(1)
    assert " style=" not in made
    assert not re.search(r"<[^>]* on[a-z]+=", re.sub(r"<(script|style).*?</\1>", "", made, flags=re.S))


@given(comparisons())
def test_both_texts_come_back(compared: Comparison) -> None:
    """Law 7: stripped of deletions the text after, stripped of insertions the text before."""
    page = parsed(html.render(compared))
    assert inline_text(page, "del") == [visible(t) for t in texts("after", compared)]
    assert inline_text(page, "ins") == [visible(t) for t in texts("before", compared)]
    for side in ("before", "after"):
        assert side_text(page, side) == [visible(t) for t in texts(side, compared)]


@given(comparisons())
def test_names_are_unique_and_links_lead_somewhere(compared: Comparison) -> None:
    page = parsed(html.render(compared))
    names = [node.attributes["id"] for node in page.walk() if "id" in node.attributes]
    assert len(names) == len(set(names))
    links = {node.attributes["href"] for node in page.walk() if "href" in node.attributes}
    assert {link[1:] for link in links} <= set(names)


@given(comparisons())
def test_every_change_is_told_once_in_each_view(compared: Comparison) -> None:
    page = parsed(html.render(compared))
    told = {}
    for view, prefix in (("side", "n"), ("inline", "m")):
        notes = page.find(view)[0].find("app")
        names = [c.attributes["id"] for note in notes for c in note.walk() if c.tag == "li"]
        told[view] = sorted(int(name.removeprefix(prefix)) for name in names)
    assert told["side"] == told["inline"]
    assert told["side"] == list(range(1, len(told["side"]) + 1))
    numbered = numbers(compared)
    assert len(numbered) == len(told["side"])
    for at, change in enumerate(compared.changes, start=1):
        if change.pair.kind.value != "unchanged" or change.pair.moved or change.pair.shape.value != "1-1":
            assert at in numbered


def test_a_move_is_linked_both_ways_with_its_inner_edits() -> None:
    before = [sentence(t, n, 1) for n, t in enumerate(["One two.", "Stay here."])]
    after = [sentence(t, n, 1) for n, t in enumerate(["Stay here.", "One three."])]
    compared = comparison([pair([before[1]], [after[0]]), pair([before[0]], [after[1]], moved=True)])
    page = parsed(html.render(compared))
    far = {node.attributes["href"]: node.children[0] for node in page.find("far")}
    assert far == {"#c1": "to ¶2", "#b1": "from ¶1", "#i1": "to ¶2", "#j1": "from ¶1"}
    inner = [(n.tag, n.text()) for mv in page.find("mv") for n in mv.walk()[1:] if n.tag in ("ins", "del")]
    assert inner.count(("del", "two")) == 2
    assert inner.count(("ins", "three")) == 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_notes_read_in_their_own_language_and_direction(language: str) -> None:
    """A note takes both from what stands around it, or says them itself: the page is English."""
    old, new = sentence("First words here.", 0, 1), sentence("Other words there.", 0, 1)
    gone = sentence("Gone for good.", 1, 1)
    page = parsed(html.render(comparison([pair([old], [new]), pair([gone], [])], language=language)))
    found: list[tuple[str, str]] = []

    def look(node: Node, tongue: str, way: str) -> None:
        tongue, way = node.attributes.get("lang", tongue), node.attributes.get("dir", way)
        found.extend([(tongue, way)] if node.has("app") else [])
        for child in node.children:
            if isinstance(child, Node):
                look(child, tongue, way)

    look(page, "", "ltr")
    assert len(found) >= 4
    assert set(found) == {("en", "ltr")}


def test_unchanged_passages_are_folded_with_a_count() -> None:
    same = [[f"Sentence number {n}."] for n in range(5)]
    made = html.render(from_paragraphs([*same, ["An end."]], [*same, ["Another end."]]))
    assert made.count("5 paragraphs unchanged (¶1–5)") == 2
    assert "2 sentences" not in made


def test_a_source_address_is_text_and_not_a_link() -> None:
    compared = from_paragraphs([["A."]], [["B."]])
    meta = dataclasses.replace(
        compared.after, source=SourceRecord(url="https://example.org/x", sha256="ab" * 32)
    )
    made = html.render(dataclasses.replace(compared, after=meta))
    assert "https://example.org/x" in made
    assert 'href="https' not in made
    assert "ab" * 32 in made


def test_the_same_texts_say_so() -> None:
    made = html.render(from_paragraphs([["A thing."]], [["A thing."]]))
    assert "The two texts say the same, word for word." in made


def test_the_page_is_the_same_every_time() -> None:
    compared = from_paragraphs([["A thing.", "One."]], [["A new thing."]])
    assert html.render(compared) == html.render(compared)


def test_what_was_deleted_keeps_its_own_language_in_a_redline_across_languages() -> None:
    old, new = sentence("旧的文本。", 0, 1), sentence("A new text.", 0, 1)
    compared = comparison(
        [pair([old], []), pair([], [new])], before=metadata("old", "zh"), after=metadata("new", "en")
    )
    inline = parsed(html.render(compared)).find("inline")[0]
    deleted = [node for node in inline.walk() if node.tag == "del" and not node.has("x")]
    assert [(node.attributes["lang"], node.attributes["dir"]) for node in deleted] == [("zh", "ltr")]


@pytest.mark.parametrize(
    "sides", [([], []), ([["Only before."]], []), ([], [["Only after."]]), ([["   "]], [["A."]])]
)
def test_a_text_that_holds_nothing_is_drawn_all_the_same(
    sides: tuple[list[list[str]], list[list[str]]],
) -> None:
    from p5diff.report import criticmarkup, docx, markdown

    compared = from_paragraphs(*sides)
    page = parsed(html.render(compared))
    assert side_text(page, "after") == [" ".join(p) for p in sides[1]]
    assert side_text(page, "before") == [" ".join(p) for p in sides[0]]
    assert docx.render(compared).startswith(b"PK")
    assert markdown.render(compared).startswith("# old")
    assert criticmarkup.render(compared).startswith("{>>")
    assert parsed(table.html(compared)).find("scroll")
