"""The site: every page well formed, every link leads somewhere, strangers' text stays text, same bytes."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

from p5diff.language import get
from p5diff.model.series import EventKind, Gap, Wording
from p5diff.model.statement import Statement
from p5diff.report.phrasebook import PageWords
from p5diff.report.site import files
from p5diff.report.site.axis import CLOSEST, positions
from p5diff.report.site.ladder import Ladders
from p5diff.report.site.names import Places, plain, thread_anchor, thread_link
from p5diff.report.site.search import folded, terms
from p5diff.report.site.topic import topic_page, topics
from p5diff.workflows.series import woven
from p5diff.workflows.site import made
from tests.cli.run import p5diff
from tests.report.htmlpage import parsed
from tests.report.payloads import PAYLOADS
from tests.series.material import ACTS, LANGUAGES, OBJECTS, planted, statement

_HREF = re.compile(r'href="([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')


def pages(language: str, seed: int = 1) -> dict[str, str]:
    found = made(woven(planted(language, seed, twins=2).statements))
    return {name: data.decode() for name, data in files(found)}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return pages("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_place_that_is_there(language: str) -> None:
    site = pages(language, 7)
    places = {name: set(_ID.findall(text)) for name, text in site.items()}
    checked = 0
    for name, text in site.items():
        if not name.endswith(".html"):
            continue
        for href in map(unescape, _HREF.findall(text)):
            page, _, place = href.partition("#")
            page = page or name
            assert page in site, (name, href)
            assert not place or unquote(place) in places[page], (name, href)
            checked += 1
    assert checked > 500


def test_pages_are_well_formed_and_load_nothing(site: dict[str, str]) -> None:
    for name, text in site.items():
        if name.endswith(".html"):
            parsed(text)
            beside = re.findall(r'<(?:script src|link rel="stylesheet" href)="([^"]*)"', text)
            assert 2 <= len(beside) <= 3 and set(beside) <= set(site), name
            assert len(re.findall(r"\ssrc=|<link|<style|<script>", text)) == len(beside), name
            assert "default-src 'none'" in unescape(text)
        assert not re.search(r"@import|url\((?!#)|fetch\(|XMLHttp|import\(", text), name


def test_every_event_of_a_ladder_links_to_both_wordings(site: dict[str, str]) -> None:
    """Each rung leads to its own text, and each after the first to the wording before."""
    steps = re.findall(r'<ol class="ladder">(.*?)</ol>', "".join(site.values()), re.S)
    assert steps
    for ladder in steps:
        first, *others = re.findall(r"<li.*?</li>", ladder, re.S)
        assert 'href="statement-' in first
        for rung in others:
            assert rung.count('href="statement-') == 2, rung


def test_every_event_that_has_two_wordings_leads_to_both() -> None:
    """Also where a sentence branched off, ended in another, or another took its place."""
    told = 0
    for seed in (1, 4, 9):
        found = made(woven(planted("en", seed, twins=4).statements))
        text = {name: data.decode() for name, data in files(found)}
        ladders = Ladders(found.series, Places.of(found.series), PageWords())
        for thread in found.series.threads:
            page, _, anchor = thread_link(thread).partition("#")
            ladder = text[page].partition(f'id="{anchor}"')[2].partition("</details>")[0]
            for event in thread.events:
                for wording in found.series.rests_on(thread, event):
                    if wording is not None and event.event is not EventKind.KEPT:
                        assert f'href="{ladders.wording(wording).href}"' in ladder, (thread.id, event)
                        told += 1
    assert told > 100


def test_the_card_of_a_recast_shows_what_left_and_what_came() -> None:
    acts, things = ACTS["en"], OBJECTS["en"]
    old, new = (f"{acts[0]} {things[n]}." for n in (0, 8))
    same = [f"{acts[n]} {things[m]}." for n, m in ((0, 3), (0, 5), (1, 1), (2, 2), (3, 4))]
    series = [statement("en", n, [*same, old if n < 3 else new]) for n in range(4)]
    found = made(woven(series))
    assert any(e.event is EventKind.RECAST for t in found.series.threads for e in t.events)
    card = dict(files(found))["index.html"].decode().partition('<ol class="cards">')[2].partition("</li>")[0]
    assert "recast" in card and f"<del>{old}</del> <ins>{new}</ins>" in card
    assert card.count('href="statement-') == 2


def test_every_thread_has_its_permanent_place() -> None:
    before = woven(planted("en", 1).statements[:6]).series
    after = woven(planted("en", 1).statements).series
    longer = {thread_link(t) for t in after.threads}
    assert {thread_link(t) for t in before.threads} <= longer
    assert len(longer) == len(after.threads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_bytes_in_every_language(language: str) -> None:
    assert pages(language) == pages(language)
    text = pages(language)["index.html"]
    assert f'lang="{language}"' in text and (language != "ar" or 'dir="rtl"' in text)


def test_strangers_text_stays_text() -> None:
    hostile = [
        statement("en", n, [f"The States recall {payload} and their support." for payload in PAYLOADS])
        for n in range(3)
    ]
    harmless = [
        statement("en", n, [f"The States recall {k} and their support." for k, _ in enumerate(PAYLOADS)])
        for n in range(3)
    ]
    own = {tag for data in drawn(harmless, "plain").values() for tag in data}
    for name, tags in drawn(hostile, "<script>alert(1)</script>").items():
        assert set(tags) <= own, name


def drawn(statements: list[Statement], title: str) -> dict[str, list[str]]:
    """Page → the elements on it."""
    found = files(made(woven(statements), title))
    return {n: [node.tag for node in parsed(d.decode()).walk()] for n, d in found if n.endswith(".html")}


def test_names_that_are_no_text_or_steer_are_spelled_out_on_every_page() -> None:
    """An id may be the name of a file: bytes that are no UTF-8, escapes, overrides."""
    first, second = planted("en", 1, twins=0).statements[:2]
    odd = replace(first, meta=replace(first.meta, ref="nul\udc80\u202e\x1b", id="nul\udc80\u202e\x1b"))
    steer = re.compile("[\ud800-\udfff\u202a-\u202e\x1b]")
    for name, data in files(made(woven([odd, second]))):
        text = data.decode()  # the series as JSON escapes what a program must be able to read back
        assert name == "series.json" or not steer.search(text), name
        assert name != "search.html" or "U+DC80" in text


def test_names_carry_any_id_and_stay_apart() -> None:
    assert plain("washington-2012") == "washington-2012"
    assert thread_anchor("washington-2012#p10.4") == "t-washington-2012.p10.4"
    odd = ["A B", "a-b", "a b", "文", "", "x" * 200, "../../etc", "\ud800"]
    assert len({plain(name) for name in odd}) == len(odd)
    assert all(re.fullmatch(r"[a-z0-9.-]{1,70}", plain(name)) and "/" not in plain(name) for name in odd)


def test_marks_of_fifty_statements_stand_apart() -> None:
    made_ = woven([statement("en", n % 3, [f"The States recall number {n}."]) for n in range(2)]).series
    assert len(set(positions(made_))) == 2
    many = woven([statement("en", n, ["The States recall it."]) for n in range(50)]).series
    at = positions(many)
    assert all(b - a >= CLOSEST - 0.2 for a, b in pairwise(at)) and at[-1] <= 930.1


def test_the_index_holds_every_sentence_once_and_finds_it() -> None:
    statements = planted("en", 3).statements
    found = woven(statements)
    page = dict(files(made(found)))["search.html"].decode()
    block = re.search(r'<script type="application/json" id="index">(.*?)</script>', page, re.S)
    assert block
    data = json.loads(block[1])
    assert sorted(set(data["texts"])) == sorted({s.text for one in statements for s in one.sentences()})
    places = Places.of(found.series)
    spots = sum(len(at) // 2 for at in data["at"])
    assert spots == sum(len(list(one.sentences())) for one in statements)
    assert data["statements"][0][2] == places.page(statements[0].meta.ref)
    for number, text in enumerate(data["texts"]):
        for term in terms(folded(text, get("en"))):
            at = 0
            held = [at := at + step for step in data["terms"][term]]
            assert number in held


@pytest.mark.parametrize(
    ("language", "printed", "typed"),
    [
        ("fr", "l'Énergie nucléaire", "energie nucleaire"),
        ("ar", "المُعاهدةُ إلى", "المعاهده الي"),
        ("ru", "ещё Договор", "еще договор"),
        ("en", "ﬁssile Material", "fissile material"),
    ],
)
def test_what_is_typed_plainly_is_found(language: str, printed: str, typed: str) -> None:
    wanted = terms(folded(typed, get(language)))
    assert set(wanted) <= set(terms(folded(printed, get(language))))


def test_chinese_is_indexed_by_neighbours() -> None:
    assert {"条约", "约的", "条"} <= set(terms(folded("条约的", get("zh"))))


def test_a_text_in_parts_drops_nothing() -> None:
    """Its silence is no gap, whatever it speaks of; what follows it is no first use."""
    from dataclasses import replace

    from p5diff.model.statement import Coverage

    cable = "The States support a moratorium on nuclear test explosions."
    other = "The States reaffirm the Comprehensive Nuclear-Test-Ban Treaty and its entry into force."
    whole = statement("en", 0, [cable, other])
    part = statement("en", 1, [other])
    part = replace(part, meta=replace(part.meta, coverage=Coverage.PARTIAL, not_covered=("*",)))
    series = woven([whole, part, statement("en", 2, [other])]).series
    thread = next(t for t in series.threads if t.first.text == cable)
    assert thread.wordings[1] is Gap.NOT_COVERED and thread.wordings[2] is Gap.ABSENT
    ends = [e.statement for e in thread.events if e.event is EventKind.DROPPED]
    assert ends == ["oslo-2003:en"]
    assert all(isinstance(w, Wording) for t in series.threads if t.first.text == other for w in t.wordings)


def test_the_command(tmp_path: Path) -> None:
    done = p5diff("site", str(tmp_path / "out"), "--series", "p5-conference")
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).read_text(encoding="utf-8").count("<h1>") == 1
    assert (tmp_path / "out" / "pair-paris-2011--washington-2012.html").is_file()


def test_ties_of_a_picture_lead_to_a_neighbour() -> None:
    """What took the place of a thread stands beside it, however many threads live longer."""
    acts, things = ACTS["en"], OBJECTS["en"]
    shared = [f"{acts[n % 6]} {things[3 + n % 4]} in district {n}." for n in range(12)]
    old, new = (f"{acts[0]} {things[n]}." for n in (0, 8))
    found = made(woven([statement("en", n, [*shared, old if n < 2 else new]) for n in range(4)]))
    ladders = Ladders(found.series, Places.of(found.series), PageWords())
    recast = next(t for t in found.series.threads if t.events[-1].event is EventKind.RECAST)
    (other,) = recast.events[-1].others
    for topic, label in topics(found.series):
        order = [lane.anchor for lane in topic_page(found.series, ladders, topic, label).picture.lanes]
        links = [thread_link(ladders.threads[name]) for name in (recast.id, other)]
        if set(links) <= set(order):
            assert order.index(links[1]) - order.index(links[0]) == 1
            return
    pytest.fail("the two threads share no page")
