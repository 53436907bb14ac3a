"""`--carrier` where many texts are read at once: `inside` is meant for those that are pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import p5diff

SAID = [
    "The four met in Porto in March {year} to review progress.",
    "They reaffirmed their support for the Compact and for its full implementation.",
    "They agreed to meet again in Quito.",
]
AROUND = "The Minister welcomed the outcome of the meeting. The text of the joint statement follows:"


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A page around its statement, and two statements alone."""
    page = tmp_path / "a.html"
    body = "".join(f"<p>{one.format(year=2031)}</p>" for one in SAID)
    page.write_text(
        f"<h1>The Ministry publishes the statement</h1><p>{AROUND}</p><h2>Joint statement</h2>{body}"
        "<h2>Contact</h2><p>Press office, press@example.org</p>",
        encoding="utf-8",
    )
    plain = [tmp_path / "b.txt", tmp_path / "c.txt"]
    for year, path in zip((2032, 2033), plain, strict=True):
        path.write_text("\n\n".join(SAID).format(year=year) + "\n", encoding="utf-8")
    return page, plain[0], plain[1]


def first_text(*arguments: str | Path) -> list[str]:
    """What the first statement of the series says."""
    ran = p5diff("series", *map(str, arguments), "--format", "json")
    assert ran.returncode == 0, ran.stderr
    made = json.loads(ran.stdout)
    return [t["wordings"][0]["text"] for t in made["threads"] if isinstance(t["wordings"][0], dict)]


def test_a_series_takes_the_statement_inside_or_the_whole_page(texts: tuple[Path, Path, Path]) -> None:
    inside, whole = (first_text(*texts, "--carrier", said) for said in ("inside", "whole"))
    assert not any("Minister welcomed" in one or "Press office" in one for one in inside)
    assert any("Minister welcomed" in one for one in whole)
    assert any("Press office" in one for one in whole)
    assert [one for one in inside if "Quito" in one] == [SAID[2]]


def test_of_texts_that_are_no_pages_all_is_taken_and_said(texts: tuple[Path, Path, Path]) -> None:
    ran = p5diff("series", *map(str, texts), "--carrier", "inside")
    assert ran.returncode == 0
    told = " ".join(ran.stdout.split())
    assert "b.txt: nothing tells of a page around it" in told
    assert "a.html: nothing tells" not in told


@pytest.mark.parametrize("command", ["series", "trace", "matrix", "report", "site"])
def test_where_none_is_a_page_inside_is_refused(
    command: str, texts: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    plain = [str(texts[1]), str(texts[2])]
    given = {
        "trace": ["Compact", *plain],
        "report": [*plain, "-o", str(tmp_path / "out")],
        "site": [str(tmp_path / "out"), *plain],
    }.get(command, plain)
    ran = p5diff(command, *given, "--carrier", "inside")
    assert (ran.returncode, "no-carrier" in ran.stderr) == (2, True)
    ran = p5diff(command, *given, "--carrier", "sideways")
    assert (ran.returncode, "unknown-carrier" in ran.stderr) == (2, True)
    assert not (tmp_path / "out" / "index.html").exists()


def test_a_report_reads_the_page_and_what_is_none(texts: tuple[Path, Path, Path], tmp_path: Path) -> None:
    ran = p5diff("report", *map(str, texts), "--carrier", "inside", "-o", str(tmp_path / "out"))
    assert ran.returncode == 0, ran.stderr
    made = json.loads((tmp_path / "out" / "series.json").read_text(encoding="utf-8"))
    assert len(made["statements"]) == 3
    assert "Minister welcomed" not in json.dumps(made)


def test_concord_takes_what_is_asked_for(texts: tuple[Path, Path, Path], tmp_path: Path) -> None:
    french = tmp_path / "fr.txt"
    french.write_text(
        "Les quatre se sont réunis à Porto en mars 2031 pour examiner les progrès accomplis.\n\n"
        "Ils ont réaffirmé leur appui au Pacte et à sa pleine application.\n\n"
        "Ils sont convenus de se réunir de nouveau à Quito.\n",
        encoding="utf-8",
    )
    for said, wanted in (("inside", False), ("whole", True)):
        ran = p5diff("concord", str(texts[0]), str(french), "--carrier", said, "--format", "json")
        assert ran.returncode == 0, ran.stderr
        made = json.loads(ran.stdout)
        assert any("Minister welcomed" in one["text"] for one in made["before_sentences"]) is wanted
