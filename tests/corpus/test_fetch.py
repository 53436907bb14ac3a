"""From a published address into a corpus, against a server on this machine."""

from __future__ import annotations

import http.server
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from p5diff.corpus import Corpus
from p5diff.corpus.write.writer import writing
from p5diff.errors import CorpusError, ReferenceNotFound
from p5diff.ingest.fetch.fetch import Bounds
from p5diff.model.refs import Reference
from p5diff.workflows.fetch import FetchOutcome, Wish, choose_sources, fetch, fetch_series
from tests.needs import needs_git

from .conftest import git
from .killing import Killer, child, events, lock_files, orphans, settle, wait

__all__ = ["orphans"]

pytestmark = [
    pytest.mark.system,
    needs_git,
]
SENTENCES = [
    f"The Parties took up item {n} of the agenda of the Oslo meeting and agreed on what to do about it."
    for n in range(1, 13)
]
PAGE = """<html lang="en"><head><title>Oslo joint statement</title></head><body>
<nav><a href="/">Home</a> <a href="/press">Press</a></nav>
<main><article><h1>Joint statement of the Oslo meeting</h1>{}</article></main>
<footer>Ministry, all rights reserved</footer></body></html>"""
BODY = "".join(f"<p>{one} {two}</p>" for one, two in zip(SENTENCES[::2], SENTENCES[1::2], strict=True))


class _Ministry(http.server.BaseHTTPRequestHandler):
    pages = {  # noqa: RUF012
        "/good": (200, PAGE.format(BODY)),
        "/short": (200, PAGE.format("<p>Page not found.</p>")),
        "/gone": (404, "gone"),
        "/story": (
            200,
            PAGE.format(
                "<p>Press release</p><p>Delegates of the Parties met on the coast.</p>"
                f"<p>They issued the following joint statement of the Oslo meeting:</p>{BODY}"
                "<p>Share this page</p>"
            ),
        ),
        "/story2": (200, PAGE.format(f"<p>They issued the following statement:</p>{BODY}<p>Print page</p>")),
        "/edited": (200, PAGE.format(BODY.replace("item 3 of", "item 33 of"))),
        "/moved": (301, "/story"),
        "/torn": (200, PAGE.format(BODY)),
    }

    def do_GET(self) -> None:
        status, page = self.pages.get(self.path, (404, ""))
        data = page.encode()
        self.send_response(status)
        if status == 301:
            self.send_header("Location", page)
        if self.path == "/torn":
            data = data[:900]
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(data)
            return
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Ministry)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


WISH = Wish(bounds=Bounds(http=True, trusted=frozenset({"127.0.0.1"})))
STATEMENT = """id = "oslo-2019"
[title]
en = "Joint statement of the Oslo meeting"
[[source]]
url = "{0}/elsewhere"
language = "en"
what = "report"
[[source]]
url = "{0}{1}"
language = "en"
what = "full text, host"
"""


def _catalogue(corpus: Corpus, address: str, path: str) -> None:
    with writing(corpus) as writer:
        text = STATEMENT.format(address, path).encode()
        writer.store({"oslo-2019/statement.toml": text}, message="Catalogue it")


def test_a_statement_comes_from_its_address(corpus: Corpus, address: str) -> None:
    _catalogue(corpus, address, "/good")
    steps: list[str] = []
    added, errors = fetch(corpus, ["oslo-2019"], WISH, report=steps.append)
    assert errors == [] and added.stored is not None and added.stored.commit
    statement = corpus.load(Reference.parse("oslo-2019:en.official"))
    assert [s.text for p in statement.body() for s in p.sentences] == SENTENCES
    assert statement.meta.source.url == f"{address}/good"
    assert any("200" in step for step in steps) and "Home" not in str(statement.paragraphs)
    assert f"Source-URL: {address}/good" in git(corpus.root, "log", "-1", "--format=%B")


def test_a_page_that_is_not_the_statement_is_not_stored(corpus: Corpus, address: str) -> None:
    _catalogue(corpus, address, "/short")
    added, errors = fetch(corpus, ["oslo-2019"], WISH, report=lambda step: None)
    assert added.additions == () and [error.slug for error in errors] == ["fetch-doubtful"]
    assert corpus.texts("oslo-2019") == ()


def test_what_fails_is_said_and_the_rest_is_stored(corpus: Corpus, address: str) -> None:
    _catalogue(corpus, address, "/good")
    added, errors = fetch(corpus, ["no-such-1", "oslo-2019"], WISH, report=lambda step: None)
    assert [error.slug for error in errors] == ["unknown-id"]
    assert [str(item.text.reference()) for item in added.additions] == ["oslo-2019:en.official"]


def test_an_unreachable_address_says_how_to_do_it_by_hand(corpus: Corpus, address: str) -> None:
    _catalogue(corpus, address, "/gone")
    _, errors = fetch(corpus, ["oslo-2019"], WISH, report=lambda step: None)
    assert "404" in errors[0].cause and "p5diff add FILE --id oslo-2019" in errors[0].hint


def test_by_default_neither_this_machine_nor_plain_http(corpus: Corpus, address: str) -> None:
    _catalogue(corpus, address, "/good")
    for bounds in (Bounds(), Bounds(http=True)):
        _, errors = fetch(corpus, ["oslo-2019"], Wish(bounds=bounds), report=lambda step: None)
        assert [error.slug for error in errors] == ["fetch-refused"]
    assert corpus.texts("oslo-2019") == ()


def test_nothing_is_asked_of_the_network_for_a_corpus_that_cannot_be_written(corpus: Corpus) -> None:
    steps: list[str] = []
    with pytest.raises(CorpusError):
        fetch(Corpus(corpus.root, bundled=True), ["oslo-2019"], WISH, report=steps.append)
    assert steps == []


def test_facts_of_the_bundled_corpus_serve_any_corpus(corpus: Corpus, address: str, tmp_path: Path) -> None:
    wish = Wish(url=f"{address}/good", bounds=WISH.bounds, accept=True)
    added, errors = fetch(corpus, ["paris-2011"], wish, report=lambda step: None)
    assert errors == [] and added.additions[0].new_statement
    entry = corpus.entry("paris-2011")
    assert dict(Corpus(corpus.root).settings.series)["p5-conference"] == "P5 conferences"
    assert entry.place == "Paris" and [text.edition.value for text in entry.texts] == ["official"]


def test_full_texts_come_before_reports(corpus: Corpus, address: str) -> None:
    _catalogue(corpus, address, "/good")
    assert choose_sources(corpus.entry("oslo-2019"))[0].url.endswith("/good")


def _series(corpus: Corpus, address: str, paths: dict[str, str]) -> None:
    pages = {
        f"{name}/statement.toml": (
            f'id = "{name}"\nseries = "rounds"\nordinal = {number}\n'
            '[title]\nen = "Joint statement of the Oslo meeting"\n'
            + "".join(
                f'[[source]]\nurl = "{address}{path}"\nlanguage = "en"\nwhat = "full text"\n'
                for path in given.split()
            )
        ).encode()
        for number, (name, given) in enumerate(paths.items(), 1)
    }
    with writing(corpus) as writer:
        writer.store(dict(pages), message="Catalogue the rounds")


def test_a_series_says_of_each_statement_what_became_of_it(corpus: Corpus, address: str) -> None:
    paths = {
        "r1": "/moved",
        "r2": "/gone",
        "r3": "/torn",
        "r4": "/gone /story",
        "r5": "/short",
        "r6": "/good",
    }
    _series(corpus, address, paths)
    added, brought = fetch_series(corpus, "rounds", WISH, report=lambda step: None)
    outcomes = [(one.id, one.outcome) for one in brought]
    assert outcomes == [
        ("r1", FetchOutcome.STORED),
        ("r2", FetchOutcome.UNREACHABLE),
        ("r3", FetchOutcome.UNREACHABLE),
        ("r4", FetchOutcome.STORED),
        ("r5", FetchOutcome.DOUBTFUL),
        ("r6", FetchOutcome.STORED),
    ]
    assert brought[0].url == f"{address}/story"
    assert "p5diff add FILE --id r2" in brought[1].line() and "\n" not in brought[1].line()
    assert [str(item.text.reference()) for item in added.additions] == [
        "r1:en.official",
        "r4:en.official",
        "r6:en.official",
    ]
    for name in ("r1", "r4", "r6"):
        statement = corpus.load(Reference.parse(f"{name}:en"))
        assert [s.text for p in statement.body() for s in p.sentences] == SENTENCES


def test_a_page_that_changed_is_told_and_not_stored(
    corpus: Corpus, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _series(corpus, address, {"r1": "/story", "r2": "/good"})
    fetch_series(corpus, "rounds", WISH, report=lambda step: None)
    stored = corpus.tree().read("r2/en.txt")
    monkeypatch.setitem(_Ministry.pages, "/story", _Ministry.pages["/story2"])
    monkeypatch.setitem(_Ministry.pages, "/good", _Ministry.pages["/edited"])
    added, brought = fetch_series(corpus, "rounds", WISH, report=lambda step: None)
    assert [one.outcome for one in brought] == [FetchOutcome.SAME, FetchOutcome.DIFFERS]
    assert added.additions == () and corpus.tree().read("r2/en.txt") == stored
    _, brought = fetch_series(corpus, "rounds", WISH, report=lambda step: None, force=True)
    assert [one.outcome for one in brought] == [FetchOutcome.SAME, FetchOutcome.STORED]
    assert "item 33 of" in str(corpus.load(Reference.parse("r2:en")).paragraphs)


def test_a_series_that_nobody_catalogued_is_refused(corpus: Corpus) -> None:
    with pytest.raises(ReferenceNotFound, match="no-such"):
        fetch_series(corpus, "no-such", WISH, report=lambda step: None)


KILLS = 24
"""Points of the hundred or so calls of note of one `fetch`; P5DIFF_THREATS=1 takes each of them."""


@pytest.mark.slow
@pytest.mark.usefixtures("orphans")
def test_killed_anywhere_fetch_leaves_the_old_or_the_new_state(
    corpus: Corpus, address: str, tmp_path: Path
) -> None:
    """kill -9 while it connects, reads, or writes: no half file, no lock, no reader left behind, and the next
    `fetch` brings the text."""
    _catalogue(corpus, address, "/good")
    empty = git(corpus.root, "rev-parse", "HEAD").strip()

    def work() -> None:
        _, errors = fetch(corpus, ["oslo-2019"], WISH, report=lambda step: None)
        assert not errors

    work()  # what is imported on the way is imported now
    git(corpus.root, "reset", "--quiet", "--hard", empty)
    total = events(work, tmp_path / "count")
    points = range(total) if os.environ.get("P5DIFF_THREATS") else range(0, total, total // KILLS)
    old = new = 0
    for steps in points:
        git(corpus.root, "reset", "--quiet", "--hard", empty)

        def killed(steps: int = steps) -> None:
            sys.addaudithook(Killer(steps))
            work()

        assert wait(child(killed)) == -signal.SIGKILL
        settle()
        assert lock_files(corpus.root / ".git") == []
        texts = corpus.texts("oslo-2019")
        old, new = old + (not texts), new + bool(texts)
        if texts:
            statement = corpus.load(Reference.parse("oslo-2019:en.official"))
            assert [s.text for p in statement.body() for s in p.sentences] == SENTENCES
        with writing(corpus):
            pass  # carries out, or throws away, what was left
        if not corpus.texts("oslo-2019"):
            work()
        assert git(corpus.root, "status", "--porcelain") == ""
        assert git(corpus.root, "fsck", "--strict", "--no-dangling") == ""
        assert not (corpus.root / ".git" / "p5diff").exists()
    assert old and new
