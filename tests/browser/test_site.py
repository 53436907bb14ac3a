"""The site in a real browser: every kind of page, search in six languages, print, phone, axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from p5diff.report.site import files
from p5diff.workflows.series import woven
from p5diff.workflows.site import made
from tests.browser.conftest import Opened, written_on
from tests.series.material import LANGUAGES, OBJECTS, planted

pytestmark = [pytest.mark.system, pytest.mark.slow]


def write(folder: Path, language: str) -> Path:
    folder.mkdir()
    for name, data in files(made(woven(planted(language, 1, twins=2).statements))):
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("site") / "en", "en")


@pytest.fixture
def visit(browser: Any) -> Iterator[Any]:
    """Opens pages; checks at the end that nothing went wrong and nothing but pages was requested."""
    pages: list[Opened] = []

    def visiting(path: Path, fragment: str = "", **options: Any) -> Any:
        pages.append(Opened(browser, path, fragment, **options))
        return pages[-1].page

    yield visiting
    for one in pages:
        assert one.troubles == []
        assert all(
            url.startswith("file:") and url.partition("#")[0].endswith((".html", ".css", ".js"))
            for url in one.requests
        )
        one.close()


def counts(page: Any, selector: str, number: int) -> None:
    """Wait until so many elements are there: a page that a link leads to comes when it comes."""
    from playwright.sync_api import expect

    expect(page.locator(selector)).to_have_count(number, timeout=30_000)


def topic(folder: Path) -> Path:
    return max(folder.glob("topic-*.html"), key=lambda path: path.stat().st_size)


def test_a_card_leads_to_its_wording(visit: Any, folder: Path) -> None:
    page = visit(folder / "index.html")
    link = page.locator(".cards li a[href*='#s-']").first
    link.click()
    counts(page, ".sent:target", 1)


def test_a_link_to_a_thread_opens_it(visit: Any, folder: Path) -> None:
    path = topic(folder)
    anchor = visit(path).locator("details.thread").nth(1).get_attribute("id")
    page = visit(path, f"#{anchor}")
    assert page.locator(f"[id='{anchor}'] .ladder").is_visible()
    counts(page, "details.thread[open]", 1)
    assert written_on(page)
    assert written_on(page, full=True)


def test_the_margin_leads_to_the_thread_and_pairs_lead_on(visit: Any, folder: Path) -> None:
    page = visit(folder / "statement-oslo-2003.html")
    page.locator(".sent a[href^='topic-']").first.click()
    counts(page, "details.thread[open]", 1)
    page = visit(folder / "pair-oslo-2002--oslo-2003.html")
    page.get_by_text("next pair").click()
    page.wait_for_url("**/pair-oslo-2003--oslo-2004.html")
    page.get_by_text("The series", exact=True).click()
    page.wait_for_url("**/index.html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_words_in_every_language(visit: Any, tmp_path: Path, language: str) -> None:
    page = visit(write(tmp_path / language, language) / "search.html")
    said = next(s.text for s in planted(language, 1).statements[0].sentences())
    words = next(o for o in OBJECTS[language] if o in said)
    page.fill("#q", words)
    assert words.split()[0] in page.locator("#found li p").first.inner_text()
    assert page.locator("#found mark").count() > 0
    page.fill("#q", f'"{words}"')
    assert page.locator("#found li").count() > 0
    page.fill("#q", "xyzzyx")
    assert page.locator("#found li").count() == 0 and "No statement" in page.locator("#told").inner_text()


def test_a_search_has_an_address(visit: Any, folder: Path) -> None:
    page = visit(folder / "search.html", "#q=seismic")
    assert page.locator("#found li").count() > 0
    page.locator("#found a").first.click()
    counts(page, ".sent:target", 1)


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "topic",
        "statement-oslo-2004.html",
        "search.html",
        "about.html",
        "pair-oslo-2002--oslo-2003.html",
    ],
)
def test_no_page_is_wider_than_a_phone_or_troubles_axe(visit: Any, folder: Path, name: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    path = topic(folder) if name == "topic" else folder / name
    phone = visit(path, viewport={"width": 320, "height": 700})
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
    for scheme in ("light", "dark"):
        page = visit(path, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        found = axe.Axe().run(page, options={"preload": False})  # it would ask for the style again
        assert found.violations_count == 0, found.generate_report()


def test_paper_shows_every_ladder(visit: Any, folder: Path) -> None:
    page = visit(topic(folder))
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    ladders = page.locator(".ladder")
    assert ladders.count() > 1 and all(ladders.nth(n).is_visible() for n in range(ladders.count()))
