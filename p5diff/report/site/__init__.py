"""A static site of a series: pages that need no server, ask nothing of any, and open from a disk.

`files(made)` gives the name and the bytes of each; the same series gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from p5diff.report.site.made import Made

if TYPE_CHECKING:
    from p5diff.report.site.ladder import Ladders

__all__ = ["Made", "files"]


def files(made: Made) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, the front page last: where it stands, all it leads to stands too."""
    from p5diff.model.codec import to_dict
    from p5diff.report.html.environment import asset
    from p5diff.report.html.speech import spoken
    from p5diff.report.json import dump
    from p5diff.report.phrasebook import PageWords
    from p5diff.report.series import matrix
    from p5diff.report.site.ladder import Ladders
    from p5diff.report.site.names import Places
    from p5diff.report.topicnames import in_language

    drawn = replace(made, series=in_language(made.series, made.words))
    ladders = Ladders(drawn.series, Places.of(made.series), PageWords(made.words))
    yield "series.json", dump(to_dict(made.series), indent=None).encode()
    yield "matrix.csv", matrix.to_csv(matrix.by_topic(drawn.series), ladders.say).encode()
    yield "threads.csv", matrix.to_csv(matrix.by_thread(drawn.series), ladders.say).encode()
    for name in _SHARED:
        more = spoken(ladders.say) if name == "report.css" else ""
        yield name.rpartition("/")[2], f"{asset(name)}{more}".encode()
    for name, page in _pages(drawn, ladders):
        yield name, page.encode()


_SHARED = ("site/site.css", "site/site.js", "site/search.js", "report.css", "early.js", "report.js")
"""Styles and scripts, once for all pages: they stand beside them under their last name."""


def _pages(made: Made, ladders: Ladders) -> Iterator[tuple[str, str]]:
    from p5diff.report.html.environment import fill_beside
    from p5diff.report.html.tags import direction, language_tag
    from p5diff.report.site import about, front, search, statement, topic
    from p5diff.report.site.names import topic_page as name_of

    series, places = made.series, ladders.places
    say = ladders.say
    common: Any = {
        "title": made.title,
        "version": made.version,
        "say": say,
        "tag": language_tag(say.language),
        "way": direction(say.language),
        "unreviewed": "" if say.book.reviewed else say.book.say("unreviewed"),
    }

    def draw(template: str, script: str = "site/site.js", **values: Any) -> str:
        here = f"{template}.html"
        return fill_beside(f"site/{here}", "site/site.css", script, here=here, **common, **values)

    for found, label in topic.topics(series):
        page = topic.topic_page(series, ladders, found, label)
        yield name_of(found), draw("topic", page=page)
    for number, ref in enumerate(series.statements):
        page_ = statement.statement_page(made, ladders, number)
        yield places.page(ref), draw("statement", page=page_)
    yield from _pairs(made, ladders)
    index = search.index(made.statements, places, say)
    yield "search.html", draw("search", "site/search.js", index=index)
    yield "about.html", draw("about", page=about.about(made, say))
    yield "index.html", draw("index", page=front.front(made, ladders))


def _pairs(made: Made, ladders: Ladders) -> Iterator[tuple[str, str]]:
    from p5diff.report import html
    from p5diff.report.html.trail import Trail

    refs = made.series.statements
    places = ladders.places
    names = [places.pair(a, b) for a, b in pairwise(refs)]
    for n, comparison in enumerate(made.comparisons):
        trail = Trail(
            home="index.html",
            previous=names[n - 1] if n else "",
            next=names[n + 1] if n + 1 < len(names) else "",
            before=places.page(refs[n]),
            after=places.page(refs[n + 1]),
            passages={
                sentence.block: places.sentence(refs[n + 1], sentence.id)
                for paragraph in made.statements[n + 1].paragraphs
                for sentence in paragraph.sentences[:1]
            },
        )
        yield names[n], html.render(comparison, trail=trail, words=made.words)
