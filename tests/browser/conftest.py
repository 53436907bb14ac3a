"""A real browser, headless, for the pages: Debian's Chromium through Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from p5diff.model.alignment import Note, Renumbering
from p5diff.model.comparison import (
    Change,
    Comparison,
    LedgerEntry,
    Provenance,
    RuleSet,
    Shift,
    TopicTag,
    Verdict,
)
from p5diff.report import html
from tests.report.factory import comparison, pair, sentence

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
).split()


def example() -> Comparison:
    """Every sort of change in one text of moderate length."""
    old = [
        ["The Parties met in Geneva.", "They welcomed the report."],
        ["They consider a common glossary.", "They thank the host."],
        ["This paragraph will be dropped."],
        ["A passage that moves far down the text."],
        *[[f"An unchanged paragraph, number {n}, that says very little."] for n in range(30)],
        ["The end is one long sentence, which is split."],
    ]
    new = [
        ["The Parties met in Vienna.", "They welcomed the report."],
        ["They urge a common glossary.", "They thank the host."],
        *[[f"An unchanged paragraph, number {n}, that says very little."] for n in range(30)],
        ["A new paragraph arrives here."],
        ["A passage that moved far down the text."],
        ["The end is one long sentence.", "It is split."],
    ]
    a, b = (
        [[sentence(t, block, n) for n, t in enumerate(p, start=1)] for block, p in enumerate(text)]
        for text in (old, new)
    )
    pairs = [pair([a[0][0]], [b[0][0]]), pair([a[0][1]], [b[0][1]])]
    pairs += [pair([a[1][0]], [b[1][0]]), pair([a[1][1]], [b[1][1]]), pair([a[2][0]], [])]
    pairs += [pair(a[4 + n], b[2 + n]) for n in range(30)]
    pairs += [pair([], b[32]), pair(a[3], b[33], moved=True), pair(a[34], b[34])]
    stronger = Shift(
        aspect="strength", verdict=Verdict.STRONGER, before="consider", after="urge", rule="ladder: steps"
    )
    changes = tuple(
        Change(
            pair=p,
            topics=(TopicTag(topic="glossary"),) if n == 2 else (),
            shifts=(stronger,) if n == 2 else (),
        )
        for n, p in enumerate(pairs)
    )
    return comparison(
        pairs,
        changes=changes,
        topics=(("glossary", "Glossary"),),
        renumbered=(
            Renumbering(before_first="4.", before_last="6.", after_first="3.", after_last="5.", count=3),
        ),
        ledger=(
            LedgerEntry(category="place", value="Vienna", status="entered"),
            LedgerEntry(category="place", value="Geneva", status="left"),
            LedgerEntry(category="date", value="2013", status="changed", previous="2012"),
        ),
        provenance=Provenance(
            version="1.0",
            ladder="steps",
            rules=(RuleSet(name="topics.toml", sha256="0f" * 32, source="made here"),),
            settings=(("accept", 0.35), ("moves", True)),
            notes=(Note(slug="a-note", message="One line was not part of the text."),),
        ),
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, once for all tests; they skip where it is missing."""
    if CHROMIUM is None:
        pytest.skip("needs chromium (.ci/install-system installs it)")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with playwright.sync_playwright() as driver:
        instance = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield instance
        instance.close()


class Opened:
    """A page with what went wrong on it: console errors, exceptions, requests."""

    def __init__(
        self, browser: Any, path: Path, fragment: str = "", *, slowed: int = 1, **options: Any
    ) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        self.page = self.context.new_page()
        self.troubles: list[str] = []
        self.requests: list[str] = []
        self.page.on(
            "console", lambda m: self.troubles.append(m.text) if m.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        if slowed > 1:
            developer = self.context.new_cdp_session(self.page)
            developer.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        self.page.goto(path.as_uri() + fragment)

    def close(self) -> None:
        self.context.close()


def written_on(page: Any, *, full: bool = False) -> bool:
    """Whether a photograph of what is in view, or of the whole page, shows more than the same without ink."""
    sizes = []
    for seen in ("visible", "hidden"):
        page.evaluate(f"document.body.style.visibility = '{seen}'")
        sizes.append(len(page.screenshot(full_page=full)))
    page.evaluate("document.body.style.visibility = ''")
    return sizes[0] > _INKED * sizes[1]


_INKED = 3
"""Times the bytes of an empty picture: a screen of text takes ten times as many and more."""


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a file."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(html.render(example()), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Any, report: Path) -> Iterator[Any]:
    """Opens the report; checks at the end that nothing went wrong and nothing was requested."""
    pages: list[Opened] = []

    def opening(fragment: str = "", path: Path = report, **options: Any) -> Any:
        pages.append(Opened(browser, path, fragment, **options))
        return pages[-1].page

    yield opening
    for one in pages:
        assert one.troubles == []
        assert all(url.startswith("file:") for url in one.requests)
        assert len({url.split("#")[0] for url in one.requests}) == 1
        one.close()
