"""The report in a real browser: reading it by key, button, link, filter and search; print; dark; phone."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from p5diff.model.alignment import Note
from p5diff.report import html, table
from tests.browser.conftest import example, written_on
from tests.report.factory import comparison, from_paragraphs, pair

pytestmark = pytest.mark.system
Open = Callable[..., Any]
TOTAL = 6
PATIENCE = 30_000
"""Milliseconds: far more than the page takes, and reached only where what is waited for never comes."""


def shows(page: Any, selector: str, text: str) -> None:
    """Wait until the one element shows this text: much is drawn with a later frame, and when that comes
    depends on what else the machine does."""
    from playwright.sync_api import expect

    expect(page.locator(selector)).to_have_text(text, timeout=PATIENCE)


def at(page: Any, wanted: str) -> None:
    """Where the reader is: `3 of 6`; behind a filter the number of the change stands beside it."""
    shows(page, "#at", wanted)


def counts(page: Any, selector: str, number: int) -> None:
    """Wait until so many elements are there."""
    from playwright.sync_api import expect

    expect(page.locator(selector)).to_have_count(number, timeout=PATIENCE)


def until(page: Any, program: str, holds: Callable[[Any], bool]) -> Any:
    """What the program answers in the page, as soon as `holds`, else at the end of all patience."""
    for _ in range(PATIENCE // 100):
        if holds(found := page.evaluate(program)):
            break
        page.wait_for_timeout(100)
    return found


def in_view(page: Any, selector: str) -> None:
    """Wait until the element has come into view and rests there: scrolling is smooth, and takes its time."""
    rests, last = 0, None
    for _ in range(PATIENCE // 100):
        box = page.locator(selector).bounding_box()
        seen = box is not None and 0 <= box["y"] <= page.viewport_size["height"]
        rests = rests + 1 if seen and box == last else 0
        if rests == 7:
            return
        last = box
        page.wait_for_timeout(100)
    pytest.fail(f"{selector} is not in view: {last}")


def test_it_loads_with_both_texts_and_a_count(opened: Open) -> None:
    page = opened()
    at(page, f"{TOTAL} changes")
    assert " ".join(page.inner_text("h1").split()) == "old → to new"
    assert page.locator(".side .t.after").first.is_visible()
    assert not page.locator(".inline").is_visible()


def test_keys_and_buttons_walk_through_the_changes(opened: Open) -> None:
    page = opened()
    page.keyboard.press("n")
    at(page, f"1 of {TOTAL}")
    page.keyboard.press("n")
    page.click("#next")
    at(page, f"3 of {TOTAL}")
    page.keyboard.press("p")
    page.click("#prev")
    page.click("#prev")
    at(page, f"{TOTAL} of {TOTAL}")
    assert re.search(r"#c\d+$", page.url)
    number = page.url.rsplit("#c", 1)[1]
    in_view(page, f"#c{number}")
    assert page.locator(f"#c{number}").evaluate("e => e.classList.contains('here')")


def test_the_number_shown_is_the_number_in_the_text(opened: Open) -> None:
    page = opened("#c5")
    at(page, f"5 of {TOTAL}")
    assert page.inner_text("#c5 .sig") == "5"
    assert page.inner_text("#now").startswith("5 reworded")
    numbers = [
        int(n) for n in page.locator(".side .app > li").evaluate_all("all => all.map(e => e.dataset.n)")
    ]
    assert sorted(numbers) == list(range(1, TOTAL + 1))


def test_the_brief_is_the_first_screen(opened: Open) -> None:
    page = opened()
    assert page.inner_text(".answer").startswith("Compared with old, new strengthens one other passage")
    for part in (".answer", ".points .quote", ".counts"):
        box = page.locator(part).first.bounding_box()
        assert box is not None and box["y"] + box["height"] < 800


def test_few_stops_of_the_tab_key_before_the_first_change_and_on_the_page(opened: Open) -> None:
    page = opened()
    where = "document.activeElement.closest('.view') ? 'text' : document.activeElement.tagName"
    page.keyboard.press("n")
    page.evaluate("document.activeElement.blur()")
    stops, first = [], 0
    page.evaluate("document.querySelector('.skip').focus()")
    for _ in range(80):
        stops.append(page.evaluate(where))
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    first = stops.index("text")
    assert first <= 15
    assert len(stops) < 60
    page.evaluate("document.querySelector('.brief .sig').focus()")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.brief') !== null")


def test_a_phone_opens_in_one_column_and_a_desk_in_two(opened: Open) -> None:
    for script in (True, False):
        page = opened(viewport={"width": 390, "height": 800}, java_script_enabled=script)
        assert page.locator(".inline").is_visible() and not page.locator(".side").is_visible()
    page = opened(java_script_enabled=False)
    assert page.locator(".side").is_visible() and not page.locator(".inline").is_visible()


def test_a_moved_passage_does_not_leave_a_screen_of_paper(opened: Open, tmp_path: Path) -> None:
    long = " ".join(["They recall a passage that says very much indeed,"] * 40) + " so."
    kept = [[f"They agree on point {n}."] for n in range(4)]
    made = from_paragraphs([[long], *kept], [*kept, [long]])
    pairs = [c.pair for c in made.changes if c.pair.before and c.pair.after]
    gone = next(c.pair for c in made.changes if not c.pair.after)
    come = next(c.pair for c in made.changes if not c.pair.before)
    path = tmp_path / "moved.html"
    path.write_text(html.render(comparison([*pairs, pair(gone.before, come.after, moved=True)])))
    page = opened(path=path)
    heights = [band.bounding_box()["height"] for band in page.locator(".side .away").all()]
    assert len(heights) == 2
    assert max(heights) < 200


def test_a_mailed_link_leads_to_its_change(opened: Open) -> None:
    page = opened("#c4")
    in_view(page, "#c4")
    at(page, f"4 of {TOTAL}")


def test_changing_the_layout_keeps_the_place(opened: Open) -> None:
    page = opened("#c4")
    in_view(page, "#c4")
    page.keyboard.press("v")
    assert page.locator(".inline").is_visible()
    assert not page.locator(".side").is_visible()
    at(page, f"4 of {TOTAL}")
    in_view(page, "#i4")
    page.click("label[for=v-side]")
    in_view(page, "#c4")


def test_a_move_is_followed_to_its_other_end_and_back(opened: Open) -> None:
    page = opened("#c5")
    page.click("#c5 .far")
    in_view(page, "#b5")
    page.click("#b5 .far")
    in_view(page, "#c5")


def test_filters_leave_only_what_they_name(opened: Open) -> None:
    page = opened()
    page.select_option("#f-kind", "moved")
    at(page, "1 change")
    assert f"Showing 1 of {TOTAL} changes" in page.inner_text("#shown")
    assert not page.locator("#c1").is_visible()
    page.select_option("#f-kind", "")
    page.select_option("#f-strength", "stronger")
    page.keyboard.press("Escape")
    at(page, f"{TOTAL} changes")
    page.select_option("#f-topic", "glossary")
    page.keyboard.press("n")
    at(page, "1 of 1 (no. 2)")
    assert page.url.endswith("#c2")


def test_search_finds_words_across_marks_and_opens_folds(opened: Open) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("met in vienna")
    shows(page, "#found", "1 place")
    page.fill("#q", "number 29,")
    shows(page, "#found", "2 places")
    page.keyboard.press("Enter")
    shows(page, "#found", "1 of 2")
    counts(page, ".side .fold[open]", 1)


def test_places_found_are_painted_where_one_looks(opened: Open, tmp_path: Path) -> None:
    """Each place is counted; those near the screen are painted, the others when they come near."""
    words = [[f"They discussed point {n} of the agenda, point by point."] for n in range(700)]
    path = tmp_path / "long.html"
    path.write_text(html.render(from_paragraphs(words, [[f"Anew, {w}" for w in p] for p in words])))
    page = opened(path=path)
    painted = """() => [...(CSS.highlights.get('found') || [])].map(range => [range.toString(),
        range.startContainer.parentElement.closest('.t').textContent.match(/point ([0-9]+)/)[1]])"""
    page.locator("html.settled").wait_for(state="attached", timeout=PATIENCE)
    page.locator(".side .band").first.scroll_into_view_if_needed()
    page.fill("#q", "POINT")
    shows(page, "#found", "4200 places")
    first = until(page, painted, lambda found: ["point", "0"] in found)
    assert {word for word, _ in first} == {"point"}
    assert ["point", "0"] in first and ["point", "600"] not in first
    page.keyboard.press("Shift+Enter")
    shows(page, "#found", "4200 of 4200")
    last = until(page, painted, lambda found: ["point", "699"] in found and ["point", "0"] not in found)
    assert ["point", "699"] in last and ["point", "0"] not in last
    now = "() => [...CSS.highlights.get('now')].map(range => range.toString())"
    assert page.evaluate(now) == ["point"]
    page.keyboard.press("Escape")
    assert page.evaluate(painted) == [] and not page.evaluate("CSS.highlights.has('now')")


def test_what_a_filter_hides_is_gone_from_the_page_and_comes_back(opened: Open) -> None:
    page = opened()
    tall = "() => document.querySelector('#c1').closest('.band').getBoundingClientRect().height"
    before = page.evaluate(tall)
    page.select_option("#f-kind", "moved")
    assert page.evaluate(tall) == 0
    assert "Vienna" not in page.locator(".side").inner_text()
    page.emulate_media(media="print")
    assert page.evaluate(tall) > 0, "paper has the whole text"
    page.emulate_media(media="screen")
    page.keyboard.press("Escape")
    assert page.evaluate(tall) == before > 0


def test_unchanged_passages_are_folded_and_open_by_key(opened: Open) -> None:
    page = opened()
    fold = page.locator(".side .fold")
    assert fold.locator("summary").first.inner_text() == "30 paragraphs unchanged (¶3–32)"
    assert fold.first.get_attribute("open") is None
    page.keyboard.press("u")
    assert fold.first.get_attribute("open") is not None


def test_copying_gives_both_sides_with_a_citation(opened: Open) -> None:
    page = opened("#c2")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#n2 .copy").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('told').textContent !== ''")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "“They consider a common glossary.”" in copied
    assert "“They urge a common glossary.”" in copied
    assert "new:en" in copied
    assert "strength: stronger" in copied


def test_a_note_under_the_pointer_can_be_copied(opened: Open) -> None:
    page = opened()
    assert page.locator(".copy").count() == 0
    page.hover("#n3")
    counts(page, ".copy", 1)
    assert page.locator("#n3 .copy").is_visible()


@pytest.mark.parametrize(("sentences", "script"), [(60, True), (60, False), (700, True), (700, False)])
def test_a_page_opened_at_a_place_shows_it(
    opened: Open, tmp_path: Path, sentences: int, script: bool
) -> None:
    """A short page and one that is laid out bit by bit, with a program and without: on the screen, further
    down, at the top and in a picture of all of it."""
    path = tmp_path / "page.html"
    old, new = ([[f"They discussed {w} number {n}."] for n in range(sentences)] for w in ("point", "item"))
    path.write_text(html.render(from_paragraphs(old, new)), encoding="utf-8")
    place = f"#c{sentences // 2}"
    page = opened(place, path=path, java_script_enabled=script)
    in_view(page, place)
    assert written_on(page)
    if sentences < 100:
        assert written_on(page, full=True)
    for step in (400, -(10**6)):
        page.evaluate(f"scrollBy(0, {step})")
        assert written_on(page)


def test_on_a_slow_machine_the_place_stays_in_view_while_what_stands_above_is_laid_out(
    opened: Open, tmp_path: Path
) -> None:
    """A passage not laid out yet is taken for taller than it is; the browser's own anchoring, which some
    browsers lack, is off."""
    path = tmp_path / "long.html"
    old, new = ([[f"They discussed {w} {n}."] for n in range(610)] for w in ("point", "item"))
    path.write_text(html.render(from_paragraphs(old, new)), encoding="utf-8")
    page = opened("#c500", path=path, slowed=3)
    page.evaluate("document.documentElement.style.overflowAnchor = 'none'")
    page.wait_for_selector("html.settled", timeout=PATIENCE)
    in_view(page, "#c500")
    # Once the reader has moved, the page keeps still, whatever grows above.
    page.evaluate("scrollBy(0, -2000)")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate("document.querySelector('.view .band').style.paddingBottom = '150px'")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.locator("#c500").bounding_box()["y"] > page.viewport_size["height"]


def test_a_long_page_ends_up_whole_and_its_texts_are_no_stops_of_the_tab_key(
    opened: Open, tmp_path: Path
) -> None:
    old = [[f"They discussed point number {n} of the agenda."] for n in range(700)]
    new = [[f"They discussed item number {n} of the agenda."] for n in range(700)]
    path = tmp_path / "long.html"
    path.write_text(html.render(from_paragraphs(old, new)), encoding="utf-8")
    page = opened(path=path)
    page.wait_for_selector("html.settled", timeout=PATIENCE)
    assert page.locator(".view .band:not(.ready)").count() == 0
    stops = page.locator(".view a").evaluate_all("all => all.filter(e => e.tabIndex === 0).length")
    assert stops == 0
    assert page.locator(".flow").count() == 0 and "too many for a picture" in page.inner_text(".glance")
    page = opened("#c700", path=path)
    at(page, "700 of 700")
    in_view(page, "#c700")


def test_the_map_has_a_tick_for_each_change_and_leads_there(opened: Open) -> None:
    page = opened()
    page.wait_for_selector(".map i", state="attached")
    counts(page, ".map i", TOTAL)
    page.locator(".map i").nth(4).click(force=True)
    at(page, f"5 of {TOTAL}")


def test_it_reads_without_javascript(opened: Open) -> None:
    page = opened("#c4", java_script_enabled=False)
    assert page.locator("#c4").is_visible()
    assert not page.locator("#next").is_visible()
    page.click("label[for=v-inline]")
    assert page.locator(".inline").is_visible()
    assert not page.locator(".side").is_visible()
    page.locator(".inline .fold summary").first.click()
    assert page.locator(".inline .fold .t").first.is_visible()


def test_tab_reaches_the_texts_and_the_controls(opened: Open) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#texts"
    reached = set()
    page.evaluate("document.querySelector('#v-side').focus()")
    for _ in range(12):
        reached.add(page.evaluate("document.activeElement.id"))
        page.keyboard.press("Tab")
    assert {"v-side", "prev", "next", "f-kind", "f-topic", "f-strength", "q"} <= reached


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_narrow_screen_never_scrolls_sideways(opened: Open, width: int) -> None:
    page = opened(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("label[for=v-inline]")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_long_address_in_a_note_breaks_on_a_phone(opened: Open, tmp_path: Path) -> None:
    long = "left out: https://statements.example/" + "resource/docs/2015/cop21/eng/" * 4 + "l09r01.pdf"
    made = example()
    notes = (Note(slug="set-aside", message=long), Note(slug="a-note", message=long))
    path = tmp_path / "notes.html"
    path.write_text(
        html.render(replace(made, provenance=replace(made.provenance, notes=notes))), encoding="utf-8"
    )
    page = opened(path=path, viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_paper_is_as_wide_as_its_page(opened: Open, tmp_path: Path, language: str) -> None:
    path = tmp_path / "printed.html"
    texts = {
        "ar": ("اجتمعت الأطراف في فيينا.", "اجتمعت الأطراف في أوسلو."),
        "zh": ("各方在维也纳开会。", "各方在奥斯陆开会。"),
    }
    before, after = texts[language]
    path.write_text(html.render(from_paragraphs([[before]], [[after]], language)), encoding="utf-8")
    page = opened(path=path, viewport={"width": 794, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") == 794


def test_dark_mode_is_dark(opened: Open) -> None:
    page = opened(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 23, 26)"


def test_deletions_and_insertions_are_said_to_a_screen_reader(opened: Open) -> None:
    page = opened()
    label = "e => getComputedStyle(e, '::before').content"
    assert "inserted" in page.locator(".side ins").first.evaluate(label)
    assert "deleted" in page.locator(".side del").first.evaluate(label)
    tree = page.locator(".side .band").first.aria_snapshot()
    assert 'deletion: "[deleted: Geneva]"' in tree and 'insertion: "[inserted: Vienna]"' in tree
    page.keyboard.press("Escape")
    assert "inserted" not in page.locator(".side").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["v-side", "v-inline"])
def test_axe_finds_no_violation(opened: Open, scheme: str, view: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    page = opened("#c4", color_scheme=scheme)
    page.click(f"label[for={view}]")
    page.keyboard.press("u")
    for details in page.locator("details").all():
        details.evaluate("e => e.open = true")
    page.evaluate("() => Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)))")
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("zh", "ltr")])
def test_texts_carry_their_language_and_direction(
    opened: Open, tmp_path: Path, language: str, direction: str
) -> None:
    words = {"ar": ("نص قديم هنا.", "نص جديد هنا."), "zh": ("旧的文本。", "新的文本。")}[language]
    path = tmp_path / "page.html"
    path.write_text(html.render(from_paragraphs([[words[0]]], [[words[1]]], language)), encoding="utf-8")
    page = opened(path=path)
    cell = page.locator(".side .t.after").first
    assert cell.get_attribute("lang") == language
    assert cell.evaluate("e => getComputedStyle(e).direction") == direction


def test_print_shows_everything_with_names_and_page_numbers(opened: Open, tmp_path: Path) -> None:
    page = opened()
    target = tmp_path / "report.pdf"
    page.pdf(path=target, prefer_css_page_size=True)
    text = subprocess.run(
        ["pdftotext", "-layout", target, "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = text.rstrip("\f").split("\f")
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, start=1):
        assert "old → new" in sheet
        assert re.search(rf"\b{number} ?/ ?{len(sheets)}\b", sheet)
    assert "number 17, that says" in " ".join(text.split())


def test_the_table_and_the_folded_page_pass_axe_too(opened: Open, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    path = tmp_path / "table.html"
    path.write_text(table.html(example()), encoding="utf-8")
    found = axe.Axe().run(opened(path=path)).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
