"""How long a report takes: made, and opened in Chromium, for two texts of about 20,000 words.

python -m benchmarks.report
"""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from pathlib import Path

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


def texts(seed: int = 3) -> Comparison:
    """250 paragraphs of four sentences; a third of the sentences reworded, some new or dropped."""
    dice = random.Random(seed)

    def sentence() -> str:
        words = [dice.choice(_WORDS) for _ in range(dice.randint(12, 30))]
        return " ".join(words).capitalize() + f" {dice.randint(1, 9999)}."

    def changed(text: str) -> str:
        words = text.split()
        for _ in range(3):
            words[dice.randrange(len(words) - 1)] = dice.choice(_WORDS)
        return " ".join(words)

    before = [[sentence() for _ in range(4)] for _ in range(250)]
    after = [[changed(s) if dice.random() < 0.35 else s for s in p if dice.random() > 0.05] for p in before]
    return from_paragraphs(before, [p + [sentence()] * (dice.random() < 0.1) for p in after])


def main() -> None:
    """Print the figures."""
    compared = texts()
    words = sum(len(s.text.split()) for c in compared.changes for s in c.pair.before)
    start = time.perf_counter()
    page = html.render(compared)
    middle = time.perf_counter()
    word = docx.render(compared)
    end = time.perf_counter()
    print(
        f"{words} words before; page {len(page):,} characters in {middle - start:.2f} s, "
        f"Word file {len(word):,} bytes in {end - middle:.2f} s"
    )
    if shutil.which("chromium"):
        opened(page)


def opened(page: str) -> None:
    """Open the page five times, each in a fresh tab."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8")
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for _ in range(5):
            tab = browser.new_page(viewport={"width": 1280, "height": 900})
            tab.goto(path.as_uri())
            paint, ready = tab.evaluate(_SHOWN)
            print(f"Chromium: first paint {paint:.0f} ms, all scripts done {ready:.0f} ms")
            tab.close()
        browser.close()


if __name__ == "__main__":
    main()
