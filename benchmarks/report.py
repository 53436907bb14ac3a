"""How long a report takes: made, opened, searched, filtered in Chromium; and whether axe finds a fault.

    python -m benchmarks.report                         two texts of about 20,000 words
    python -m benchmarks.report --long                  two texts of about 100,000 words
    python -m benchmarks.report --axe [../shared]       axe-core on the page of every pair of ../shared/data
    python -m benchmarks.report --axe --part 2/6        the second sixth of them, for runs that must end soon
    python -m benchmarks.report --axe --lang ar         the pages' own words in Arabic

On a machine that does other work the clock says little: the processor time of the page's main thread stands
beside it (Chromium's own count).
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from p5diff.model.comparison import Comparison
from p5diff.report import docx, html
from tests.report.factory import from_paragraphs

_WORDS = (
    "the parties resolve to reduce without delay their arsenals of every kind and reaffirm that "
    "transparency confidence verification dialogue experts working group glossary states treaty"
).split()
_SHOWN = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  done([paint ? paint.startTime : 0, performance.now()]);
}, 0)))"""
_SEARCHED = """() => new Promise(done => {
  const field = document.getElementById('q'), found = document.getElementById('found');
  field.focus();
  const start = performance.now();
  field.value = 'glossary';
  field.dispatchEvent(new Event('input'));
  new MutationObserver((_, seen) => {
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
  }).observe(found, {childList: true, characterData: true, subtree: true});
})"""
_FILTERED = """() => new Promise(done => {
  const field = document.querySelector('.filters select'), start = performance.now();
  field.value = field.options[1].value;
  field.dispatchEvent(new Event('change'));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
})"""
_PARAGRAPHS, _LONG = 250, 1190
"""Of four sentences: about 22,000 and 105,000 words."""


def texts(paragraphs: int = _PARAGRAPHS, seed: int = 3) -> Comparison:
    """Paragraphs of four sentences; a third of the sentences reworded, some new or dropped."""
    dice = random.Random(seed)

    def sentence() -> str:
        words = [dice.choice(_WORDS) for _ in range(dice.randint(12, 30))]
        return " ".join(words).capitalize() + f" {dice.randint(1, 9999)}."

    def changed(text: str) -> str:
        words = text.split()
        for _ in range(3):
            words[dice.randrange(len(words) - 1)] = dice.choice(_WORDS)
        return " ".join(words)

    before = [[sentence() for _ in range(4)] for _ in range(paragraphs)]
    after = [[changed(s) if dice.random() < 0.35 else s for s in p if dice.random() > 0.05] for p in before]
    return from_paragraphs(before, [p + [sentence()] * (dice.random() < 0.1) for p in after])


def main(paragraphs: int) -> None:
    """Print the figures."""
    compared = texts(paragraphs)
    words = sum(len(s.text.split()) for c in compared.changes for s in c.pair.before)
    start = time.process_time()
    page = html.render(compared)
    middle = time.process_time()
    word = docx.render(compared)
    end = time.process_time()
    print(
        f"{words} words before; page {len(page):,} characters in {middle - start:.2f} s, "
        f"Word file {len(word):,} bytes in {end - middle:.2f} s (processor time)"
    )
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path = Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8")
        for _ in range(5):
            opened(browser, path)


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser, without a head."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def opened(browser: Any, path: Path) -> None:
    """Open the page in a fresh tab, search it, filter it."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    counter = tab.context.new_cdp_session(tab)
    counter.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        """Milliseconds of processor time that the page's main thread has taken so far."""
        found = counter.send("Performance.getMetrics")["metrics"]
        return float(next(m["value"] for m in found if m["name"] == "TaskDuration")) * 1000

    tab.goto(path.as_uri())
    paint, ready = tab.evaluate(_SHOWN)
    load = busy()
    tab.wait_for_selector("html.settled, html:not(.lazy)", timeout=60000)
    tab.wait_for_timeout(500)
    took = []
    for script in (_SEARCHED, _FILTERED):
        before = busy()
        took.append((tab.evaluate(script), busy() - before))
    (searched, search), (filtered, filtering) = took
    print(
        f"Chromium: first paint {paint:.0f} ms, all scripts done {ready:.0f} ms (main thread {load:.0f}), "
        f"search {searched:.0f} ms ({search:.0f}), filter {filtered:.0f} ms ({filtering:.0f})"
    )
    tab.close()


def pairs(shared: Path) -> Iterator[tuple[Path, Path]]:
    """Neighbours by name in each folder of texts."""
    for folder in sorted(path for path in (shared / "data").iterdir() if path.is_dir()):
        texts = sorted(p for p in folder.iterdir() if p.suffix in {".md", ".txt"} and p.name != "README.md")
        yield from pairwise(texts)


def axe(shared: Path, part: int = 1, parts: int = 1, words: str = "en") -> None:
    """Run axe-core on the page of each pair, or of each of a part of them, by day at a desk and by night on a
    phone; print its finds."""
    from axe_playwright_python.sync_playwright import Axe

    from p5diff.errors import P5DiffError
    from p5diff.workflows.compare import compare

    states: tuple[dict[str, Any], ...] = (
        {"viewport": {"width": 1280, "height": 800}},
        {"viewport": {"width": 320, "height": 800}, "color_scheme": "dark"},
    )
    pages = faults = 0
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path = Path(folder) / "report.html"
        for before, after in islice(pairs(shared), part - 1, None, parts):
            try:
                path.write_text(html.render(compare(before, after), words=words), encoding="utf-8")
            except P5DiffError as error:
                print(f"{before.name} → {after.name}: {error}")
                continue
            for state in states:
                context = browser.new_context(**state)
                tab = context.new_page()
                tab.goto(path.as_uri())
                tab.wait_for_selector("html.settled, html:not(.lazy)", timeout=60000)
                found = Axe().run(tab).response["violations"]
                wide = tab.evaluate("document.documentElement.scrollWidth") > state["viewport"]["width"]
                pages, faults = pages + 1, faults + len(found) + wide
                for fault in found:
                    print(f"{before.name} → {after.name}: {fault['id']}, {fault['nodes'][0]['html'][:100]}")
                if wide:
                    print(f"{before.name} → {after.name}: wider than {state['viewport']['width']} pixels")
                context.close()
    print(f"{faults} faults on {pages} pages, part {part} of {parts}, words in {words}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path, default=Path("../shared"))
    parser.add_argument("--axe", action="store_true")
    parser.add_argument("--part", default="1/1", help="which part of the pairs, of how many: 2/6")
    parser.add_argument("--lang", default="en", help="language of the pages' own words")
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    if given.axe:
        axe(given.shared, *map(int, given.part.split("/")), words=given.lang)
    else:
        main(_LONG if given.long else _PARAGRAPHS)
