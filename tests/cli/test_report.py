"""`p5diff report`: a folder of pages, Word files, an index and a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff.errors import P5DiffError
from p5diff.workflows.report import report
from tests.report.htmlpage import parsed


def texts(folder: Path) -> list[str]:
    words = ["They consider a glossary.", "They urge a glossary.", "They decide on a glossary."]
    for number, text in enumerate(words):
        (folder / f"text-{number}.txt").write_text(f"The Parties met.\n\n{text}\n", encoding="utf-8")
    return [str(folder / f"text-{number}.txt") for number in range(3)]


def test_two_texts_are_a_pair_with_an_index(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    index = report(texts(tmp_path)[:2], folder)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "01-text-0--text-1.docx",
        "01-text-0--text-1.html",
        "index.html",
        "p5diff-pages.json",
        "table.html",
    ]
    assert links(index) == [name for name in names if name not in ("index.html", "p5diff-pages.json")]


def test_three_texts_are_a_site_with_word_files_and_a_table(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    index = report(texts(tmp_path), folder)
    names = {path.name for path in folder.iterdir()}
    wanted = {"01-text-0--text-1.docx", "02-text-1--text-2.docx", "table.html", "search.html", "series.json"}
    assert wanted | {"pair-text-0--text-1.html", "statement-text-2.html"} <= names
    assert (
        wanted - {"series.json"} <= set(links(index)) and {h.partition("#")[0] for h in links(index)} <= names
    )


def test_texts_of_two_languages_are_no_series(tmp_path: Path) -> None:
    french = tmp_path / "text-3.txt"
    french.write_text(
        "Les Parties se sont réunies à Genève.\n\nElles décident de la suite.\n", encoding="utf-8"
    )
    report([*texts(tmp_path), str(french)], tmp_path / "out")
    assert not (tmp_path / "out" / "search.html").exists()
    assert (tmp_path / "out" / "03-text-2--text-3.html").is_file()


def links(page: Path) -> list[str]:
    nodes = parsed(page.read_text(encoding="utf-8")).walk()
    return sorted({node.attributes["href"] for node in nodes if node.tag == "a"} - {"#main", "index.html"})


def test_the_same_texts_give_the_same_files(tmp_path: Path) -> None:
    made = texts(tmp_path)
    for name in ("one", "two"):
        report(made, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_fewer_than_two_texts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(P5DiffError) as caught:
        report(texts(tmp_path)[:1], tmp_path / "out")
    assert caught.value.slug == "report-needs-two"
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way", encoding="utf-8")
    with pytest.raises(P5DiffError) as caught:
        report(texts(tmp_path), tmp_path / "out")
    assert caught.value.slug == "output-failed"
    assert (tmp_path / "out").read_text(encoding="utf-8") == "in the way"


def test_a_report_never_overwrites_its_texts(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<p>The Parties met.</p>", encoding="utf-8")
    other = texts(tmp_path)[0]
    with pytest.raises(P5DiffError) as caught:
        report([other, str(page)], tmp_path)
    assert caught.value.slug == "output-is-input"
    assert page.read_text(encoding="utf-8") == "<p>The Parties met.</p>"


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    report(texts(tmp_path), tmp_path / "out", progress=told.append)
    assert told[0].startswith("comparing ")
    assert told[-1] == "writing index.html"
