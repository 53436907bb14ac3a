"""Series: what they cost and what they find. `python -m benchmarks.series` prints the figures of
docs/benchmarks/series.md; `--browser` adds load and search in Chromium."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable
from math import inf, log
from pathlib import Path
from typing import Any

from p5diff import disk
from p5diff.model.series import EventKind, Gap
from p5diff.model.statement import Statement
from p5diff.report.site import files
from p5diff.workflows.load import load
from p5diff.workflows.series import series, woven
from p5diff.workflows.site import made
from tests.series.material import (
    ACTS,
    LANGUAGES,
    LONG_ACTS,
    OBJECTS,
    PLAIN,
    TAILS,
    Material,
    long_acts,
    planted,
    statement,
)

FOMC = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "fomc"


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of processor time, so that other work on the machine does not count, and the result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def large(statements: int = 50, sentences: int = 200) -> list[Statement]:
    """Statements of many sentences, of which one in ten changes its end each time."""
    said = [f"{ACTS['en'][n % 6]} {OBJECTS['en'][n % 9]} in district {n}" for n in range(sentences)]
    return [
        statement("en", k, [f"{text}{_tail(n, k)}." for n, text in enumerate(said)])
        for k in range(statements)
    ]


def _tail(sentence: int, number: int) -> str:
    return TAILS["en"][(sentence + number) // 10 % 3] if sentence % 10 == number % 10 else ""


def fresh(work: Callable[[], Any], times: int = 5) -> float:
    """Seconds of processor time, the least of some runs, each in a process that remembers nothing of the
    others (a sentence once read costs nothing the second time): other work on the machine only adds."""
    forked = multiprocessing.get_context("fork")
    least = inf
    for _ in range(times):
        receive, send = forked.Pipe(duplex=False)
        child = forked.Process(target=lambda send=send: send.send(timed(work)[0]))
        child.start()
        least = min(least, receive.recv())
        child.join()
    return least


def growth() -> None:
    """The FOMC statements of ../shared, half and a quarter of them."""
    paths = sorted(FOMC.glob("*.txt"))
    if not paths:
        print("series of ../shared/data/fomc: not here")
        return
    woven([load(path) for path in paths[:2]])  # rules and tables are read once
    sizes = [len(paths) // 4, len(paths) // 2, len(paths)]
    texts = [[load(path) for path in paths[-size:]] for size in sizes]  # the first two have been read
    letters = [sum(len(s.text) for text in some for s in text.sentences()) for some in texts]
    took = [fresh(lambda size=size: woven([load(path) for path in paths[-size:]])) for size in sizes]
    for size, seconds in zip(sizes, took, strict=True):
        print(f"{size} statements: woven {seconds:.2f} s")
    exponents = [log(took[n + 1] / took[n]) / log(letters[n + 1] / letters[n]) for n in (0, 1)]
    print(f"growth with the amount of text: exponent {exponents[0]:.2f} and {exponents[1]:.2f}")
    found = woven([load(path) for path in paths])
    print(f"pages {timed(lambda: list(files(made(found))))[0]:.2f} s")
    with disk.temporary_folder() as folder:
        os.environ["P5DIFF_CACHE"] = str(folder)
        names = [str(path) for path in paths]
        series(names[:-1])
        added, _ = timed(lambda: series(names))
        os.environ["P5DIFF_CACHE"] = "off"
    print(f"one more statement, reading all texts included: {added:.2f} s")


def returns(twins: int, name: str = "plain", material: Material = PLAIN) -> None:
    """Gaps and returns planted in 20 series a language, with so many near-twins in each."""
    planted_, hit, false = 0, 0, 0
    for language in LANGUAGES:
        for seed in range(20):
            plan = planted(language, seed, twins=twins, material=material)
            threads = woven(plan.statements).series.threads
            wanted = {(n, plan.said[n][key]) for key, n in plan.revivals}
            seen = {
                (n, w.text)
                for t in threads
                for n, w in enumerate(t.wordings)
                if not isinstance(w, Gap)
                and any(e.event is EventKind.REVIVED for e in t.events_in(plan.statements[n].meta.ref))
            }
            planted_ += len(wanted)
            hit += len(wanted & seen)
            false += len(seen - wanted)
    print(f"returns planted, {name}, {twins} twins a series: {planted_}, found {hit}, false {false}")


def site(*, browser: bool) -> None:
    """A site of 50 statements of 200 sentences: its size, and what its search costs."""
    found = woven(large())
    seconds, pages = timed(lambda: dict(files(made(found))))
    size = sum(map(len, pages.values()))
    print(f"50 x 200: {size / 1e6:.1f} MB in {len(pages)} files, pages {seconds:.1f} s")
    if browser:
        _in_browser(pages)


def _in_browser(pages: dict[str, bytes]) -> None:
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import CHROMIUM, FLAGS

    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        path = Path(name) / "search.html"
        for file, data in pages.items():
            (Path(name) / file).write_bytes(data)
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = chromium.new_page()
        tab.goto(path.as_uri())
        load_ = tab.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")
        search = tab.evaluate(
            "() => { const q = document.getElementById('q'); q.value = 'seismic data';"
            " const t = performance.now(); q.dispatchEvent(new Event('input'));"
            " return performance.now() - t; }"
        )
        chromium.close()
    print(f"in Chromium: loaded in {load_} ms, an answer in {search:.0f} ms")


if __name__ == "__main__":
    os.environ["P5DIFF_CACHE"] = "off"
    growth()
    returns(0)
    returns(4)
    for lot in LONG_ACTS:
        returns(5, f"long acts ({lot})", long_acts(lot))
    site(browser="--browser" in sys.argv)
