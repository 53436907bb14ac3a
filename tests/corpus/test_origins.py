"""Where each sentence came from: pages, lines, paragraphs, or a hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff.corpus import Corpus
from p5diff.errors import CorpusError
from p5diff.workflows.load import ReadingOptions
from p5diff.workflows.origins import origins
from tests.cli.run import p5diff
from tests.needs import needs_git

from .conftest import git

pytestmark = [
    pytest.mark.system,
    needs_git,
]


def test_lines_of_plain_text(filled: Corpus) -> None:
    name, placed, _ = origins("oslo-2019:en", corpus=filled.root)
    assert name == "oslo-2019/source/en.txt"
    assert [(item.id, item.place) for item in placed] == [
        ("p1.1", "line 1"),
        ("p1.2", "line 1"),
        ("p2.1", "line 3"),
        ("p2.2", "line 3"),
    ]


def test_what_a_hand_has_changed(filled: Corpus) -> None:
    path = filled.root / "oslo-2019" / "en.txt"
    path.write_text(path.read_text("utf-8").replace("welcomed", "greeted"), "utf-8")
    places = [item.place for item in origins("oslo-2019:en", corpus=filled.root)[1]]
    assert places == ["line 1", "by hand", "line 3", "line 3"]
    places = [item.place for item in origins("oslo-2019:en@HEAD", corpus=filled.root)[1]]
    assert places == ["line 1", "line 1", "line 3", "line 3"]
    assert git(filled.root, "status", "--porcelain") == " M oslo-2019/en.txt\n"


def test_every_line_of_the_seed_is_where_it_is_said_to_be(shared: Path) -> None:
    """The letters of each sentence stand in the lines that are named."""
    (seed,) = (shared / "seed").glob("*.txt")
    lines = seed.read_text("utf-8").splitlines()
    for item in origins(str(seed), reading=ReadingOptions("zh"))[1]:
        there = "".join("".join(lines[item.first_line - 1 : item.last_line]).split())
        assert "".join(item.text.split()) in there, item


def test_paragraphs_of_a_web_page(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    page = tmp_path / "page.html"
    body = "<p>The Parties met in Oslo.</p><p>They agreed on a plan. They parted as friends.</p>"
    page.write_text(f"<html><body><article><h1>A title</h1>{body}</article></body></html>")
    placed = origins(str(page))[1]
    assert [item.place for item in placed[-3:]] == ["paragraph 2", "paragraph 3", "paragraph 3"]


def test_what_was_left_out_is_shown_with_the_reason(tmp_path: Path) -> None:
    """`left out: 1 × furniture` in a comparison is no use to a reader who cannot see which words."""
    page = tmp_path / "draft.txt"
    page.write_text("The Parties met in Oslo.\n\n- 7 -\n\nThey agreed on a plan.\n", encoding="utf-8")
    assert [item.text for item in origins(str(page)).left_out] == ["- 7 -"]
    done = p5diff("show", str(page), "--source")
    assert done.returncode == 0, done.stderr
    assert "left out  paragraph 1 (page number): - 7 -" in done.stdout


def test_without_an_original_nothing_is_claimed(filled: Corpus) -> None:
    (filled.root / "oslo-2019" / "source" / "en.txt").unlink()
    with pytest.raises(CorpusError) as caught:
        origins("oslo-2019:en", corpus=filled.root)
    assert caught.value.slug == "no-original"
