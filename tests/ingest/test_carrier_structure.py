"""What the structure of a page says of a statement inside it, in any language."""

from __future__ import annotations

import pytest

from p5diff import ingest
from p5diff.ingest.readers.html.names import Named, named
from p5diff.model.source import CarrierChoice
from tests.ingest.stories import NAMED, STORIES, p, page, shapes


def _texts(data: str, name: str, choice: CarrierChoice = CarrierChoice.JUDGED) -> list[str]:
    source = ingest.source(data.encode(), name=name, carrier=choice)
    return [one.text(source.language) for one in source.paragraphs]


@pytest.mark.parametrize(
    "shape", ["a colon.html", "a heading.html", "background.html", "two languages.html", "marks.txt"]
)
@pytest.mark.parametrize("code", STORIES)
def test_no_word_of_the_text_is_lost_and_what_is_inside_can_be_taken(code: str, shape: str) -> None:
    body, kind = shapes(code)[shape]
    data = page(code, body) if kind == "html" else body
    text = STORIES[code].text
    for choice in (CarrierChoice.JUDGED, CarrierChoice.INSIDE):
        if choice is CarrierChoice.INSIDE and shape.startswith("two"):
            continue  # all of the page is one text to who asks for it
        read = _texts(data, shape, choice)
        assert [one for one in read if one in text] == text
        assert choice is CarrierChoice.JUDGED or set(read) <= {*text, STORIES[code].named}


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("code", STORIES)
def test_lines_about_the_text_leave_it_by_their_names(code: str, name: str) -> None:
    text = STORIES[code].text
    line = f'<div class="{name}">{NAMED[name]}</div>'
    for body in (line + p(*text), p(*text) + line, p(*text[:2]) + line + p(*text[2:])):
        source = ingest.source(page(code, body).encode(), name="a.html")
        assert [one.text(source.language) for one in source.paragraphs] == text
        assert "".join(NAMED[name].split()) in {"".join(one.text.split()) for one in source.set_aside}


@pytest.mark.parametrize(
    ("names", "what"),
    [
        ("article__tags", Named.ASIDE),
        ("article-content", Named.MAIN),
        ("post tag-ports category-news", Named.MAIN),
        ("has-sidebar", Named.OTHER),
        ("entryMeta", Named.LINE),
        ("node node--footer-view", Named.OTHER),
        ("sidebar-content", Named.MAIN),
        ("article related-shown", Named.MAIN),
        ("news-date", Named.STAMP),
        ("links", Named.ASIDE),
        ("preamble", Named.OTHER),
    ],
)
def test_the_last_word_of_a_name_says_what_a_part_is(names: str, what: Named) -> None:
    assert named(names) is what


def test_a_part_that_holds_the_text_is_text_whatever_it_calls_itself() -> None:
    text = STORIES["en"].text
    for name in ("print", "meta", "social", "date"):
        assert _texts(page("en", f'<div class="{name}">{p(*text)}</div>'), "a.html") == text


def test_a_date_without_an_hour_stays_with_the_text() -> None:
    text = STORIES["en"].text
    line = '<div class="date">Ost Haven, 3 May 2033</div>'
    assert "Ost Haven, 3 May 2033" in _texts(page("en", line + p(*text)), "a.html")
    stamp = '<div class="date">3 May 2033, 10:15</div>'
    assert _texts(page("en", stamp + p(*text)), "a.html") == text


def test_links_below_the_text_are_none_of_it() -> None:
    text = STORIES["en"].text
    below = '<div class="x"><a href="/a">The ferry treaty</a></div><h3>More</h3><ul><li><a>Lund</a></li></ul>'
    assert _texts(page("en", p(*text) + below), "a.html") == text
    kept = '<p>See <a href="/a">the treaty</a>.</p>'
    assert _texts(page("en", p(*text) + kept), "a.html")[-1] == "See the treaty."
