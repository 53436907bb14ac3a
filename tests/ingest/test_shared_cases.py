"""Every folder of `../shared/cases/reading`, by what its `expect.txt` asks.

The texts stay where they are: what is asserted are numbers, places, single words and symbols.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from p5diff import ingest
from p5diff.model.source import Source
from tests.cli.run import p5diff
from tests.conftest import SHARED

CASES = SHARED / "cases" / "reading"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="../shared is missing")


def read(path: Path) -> Source:
    """What is read of a file; nobody is asked about any of them."""
    source = ingest.source(path.read_bytes(), name=path.name)
    assert not [note for note in source.notes if note.slug == "carrier-doubtful"], path
    return source


def texts(path: Path) -> list[str]:
    """The paragraphs, with their labels."""
    paragraphs = read(path).paragraphs
    return [" ".join([p.label, *(s.text for s in p.sentences)]).strip() for p in paragraphs]


def whole(path: Path) -> str:
    """All the text in one line."""
    return " ".join(texts(path))


def aside(path: Path) -> list[tuple[str, str]]:
    """What was set aside: reason and text."""
    return [(item.reason.value, item.text) for item in read(path).set_aside]


def diff(before: Path, after: Path) -> dict[str, Any]:
    """The comparison of two files, as data."""
    done = p5diff("diff", before, after, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def kinds(found: dict[str, Any]) -> list[str]:
    """The kinds of changes of the text."""
    return sorted(change["kind"] for change in found["changes"] if change["kind"] != "unchanged")


def marked(found: dict[str, Any]) -> list[tuple[list[str], list[str]]]:
    """The words that each change deletes and inserts."""
    result = []
    for change in found["changes"]:
        edits = {
            op: [e["text"].strip() for e in change["edits"] if e["op"] == op] for op in ("delete", "insert")
        }
        if change["kind"] not in ("unchanged", "new", "dropped"):
            result.append((edits["delete"], edits["insert"]))
    return result


def pair(folder: Path, suffix: str) -> dict[str, Any]:
    """`before` and `after` of a folder, compared."""
    return diff(folder / f"before{suffix}", folder / f"after{suffix}")


def symbol_changed(folder: Path) -> None:
    found = pair(folder, ".txt")
    assert marked(found) == [(["NPT/CONF.2010/50"], ["NPT/CONF.2015/50"])]
    assert not aside(folder / "before.txt")


def openings_stay(folder: Path) -> None:
    for name in ("before.docx", "before.md", "before.pdf", "after.docx", "zh.docx"):
        assert not aside(folder / name)
        assert [text for text in texts(folder / name) if "CD/" in text] == ["• CD/1864", "• CD/1933"]
    for name in ("before.docx", "before.md", "before.pdf", "after.docx"):
        assert sum(len(p.sentences) for p in read(folder / name).paragraphs) == 7
    assert len(texts(folder / "zh.docx")) == 5


def one_change(folder: Path) -> None:
    found = pair(folder, ".txt")
    assert kinds(found) == ["reworded"]
    assert marked(found) == [(["三", "30"], ["六", "60"])]


def whole_numbers(folder: Path) -> None:
    ((deleted, inserted),) = marked(pair(folder, ".txt"))
    assert (deleted[0].split(), inserted[0].split()) == (["1", "000", "000"], ["1", "500", "000"])


def struck_is_no_text(folder: Path) -> None:
    found = pair(folder, ".html")
    shifts = [(s["aspect"], s["verdict"]) for c in found["changes"] for s in c.get("shifts", [])]
    assert kinds(found) == ["reworded"]
    assert shifts == [("strength", "stronger")]
    assert aside(folder / "after.html") == [("deleted text", "should")]
    assert "should" not in whole(folder / "after.html")


def items_apart(folder: Path) -> None:
    labels = [p.label for p in read(folder / "before.html").paragraphs]
    assert labels == ["", "", "(a)", "(b)", "(c)", "", "•", "•", "•", "", "–", "–", ""]


def rows_are_points(folder: Path) -> None:
    found = pair(folder, ".html")
    assert kinds(found) == ["new"]
    assert [p.label for p in read(folder / "after.html").paragraphs] == ["", "(1)", "(2)", "(3)", "(4)", ""]
    report = p5diff("diff", folder / "before.html", folder / "after.html").stdout
    assert "(2) … (3) → (3) … (4)" in report


def strike_is_said(folder: Path) -> None:
    assert [reason for reason, _ in aside(folder / "before.docx")] == ["struck text"] * 2
    assert texts(folder / "before.docx")[1] == "States shall report."


def one_note_changes(folder: Path) -> None:
    found = pair(folder, ".docx")
    assert not kinds(found)
    changed = [c["kind"] for c in found["set_aside"]["changes"]]
    assert sorted(changed) == ["reworded", "unchanged"]


def six_stay_six(folder: Path) -> None:
    openings = [text.split()[0] for text in texts(folder / "before.docx")]
    assert openings == ["The", "The", "recalling", "welcoming", "have", "the", "The"]


def preambles(folder: Path) -> None:
    for code in ("ar", "en", "es", "fr", "ru", "zh"):
        for name in ("before.docx", "before.html", "before.txt"):
            labels = [p.label for p in read(folder / code / name).paragraphs]
            assert labels == ["", "", "", "", "1.", "2.", "3."], (code, name)
        for suffix in (".docx", ".txt"):
            found = pair(folder / code, suffix)
            assert kinds(found) == ["dropped"]
            assert len(found["changes"]) == 7


def terms_apart(folder: Path) -> None:
    assert [len(text.split(" | ")) for text in texts(folder / "before.docx")] == [1, 2, 2, 2, 1]


def columns_in_order(folder: Path) -> None:
    text = whole(folder / "before.pdf")
    order = ("The delegations met", "in the course of this year", "The host thanked", "made to it.")
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert len(texts(folder / "before.pdf")) == 1


def columns_over_pages(folder: Path) -> None:
    columns_in_order(folder)
    text = whole(folder / "before.pdf")
    assert text.index("made to it.") < text.index("A second page") < text.index("then in the right one")
    assert whole(folder / "c300.pdf").split() == whole(folder / "c300.docx").split()


def years_stay(folder: Path) -> None:
    text = whole(folder / "before.pdf")
    assert "1995 " in text
    assert "19954" not in text
    assert [reason for reason, _ in aside(folder / "before.pdf")].count("endnote") == 2


def letters_joined(folder: Path) -> None:
    found = [text.upper() for text in texts(folder / "before.pdf")[:3]]
    assert found == ["СОВМЕСТНОЕ ЗАЯВЛЕНИЕ"] * 3


def no_chrome(folder: Path) -> None:
    text = whole(folder / "before.pdf")
    assert not [sign for sign in ("NPT/CONF", "Page", "15-04567") if sign in text]
    assert text.count("  ") == 0
    assert "work in the coming year" in text
    assert "handed to the depositary" in text


def thirty_paragraphs(folder: Path) -> None:
    found = texts(folder / "before.pdf")
    assert len(found) == 30
    assert all(text.startswith("In round ") and text.endswith(".") for text in found)
    assert " of the round" in " ".join(found)
    assert "ofthe" not in " ".join(found)
    assert [r for r, _ in aside(folder / "before.pdf")] == ["running head", "document code"] * 2


def certificates_stay(folder: Path) -> None:
    found = texts(folder / "before.pdf")
    assert found[::2] == ["Certificate 1", "Certificate 2", "Certificate 3"]
    assert len(found) == 6
    assert not aside(folder / "before.pdf")


def arabic_is_the_same(folder: Path) -> None:
    wanted = texts(folder / "before.docx")
    assert texts(folder / "after.pdf") == wanted
    assert texts(folder / "naskh.pdf") == wanted


def one_sentence_dropped(folder: Path) -> None:
    found = pair(folder, ".txt")
    assert kinds(found) == ["dropped"]
    assert len(found["changes"]) == 3
    assert "обязуются" in next(c for c in found["changes"] if c["kind"] == "dropped")["before"][0]["text"]


def nothing_lost(folder: Path) -> None:
    for path in sorted(folder.glob("*.txt")):
        kept = "".join(whole(path).split())
        assert sorted(kept) == sorted("".join(path.read_text(encoding="utf-8").split())), path.name


def formulas_stay(folder: Path) -> None:
    text = whole(folder / "before.docx")
    assert all(words in text for words in ("10⁶", "≥", "漢", "1995", "Hidden: end."))
    assert ("hidden text", "secret words") in aside(folder / "before.docx")
    assert any("embedded" in note.message for note in read(folder / "before.docx").notes)


def figure_and_power(folder: Path) -> None:
    found = pair(folder, ".html")
    assert marked(found) == [(["106"], ["10⁶"])]
    assert ("note mark", "2") in aside(folder / "after.html") or "1995" in whole(folder / "after.html")
    assert "19952" not in whole(folder / "after.html")


def no_scope(folder: Path) -> None:
    found = pair(folder, ".txt")
    assert kinds(found) == ["reworded"]
    assert not [s for c in found["changes"] for s in c.get("shifts", []) if s["aspect"] == "scope"]


def one_more(folder: Path) -> None:
    assert kinds(pair(folder, ".txt")) == ["new"]


def refrain(folder: Path) -> None:
    assert kinds(pair(folder, ".txt")) == ["dropped", "dropped"]
    for name in ("rf.docx", "rf.html"):
        found = texts(folder / name)
        assert found[0] == found[-1]
        assert len(found) == 4


def figures_of_a_table(folder: Path) -> None:
    found = pair(folder, ".html")
    assert marked(found) == [(["1100"], ["1150"])]
    assert texts(folder / "after.html")[2:5] == ["2010 | 1200", "2011 | 1150", "2012 | 1000"]


def print_alone(folder: Path) -> None:
    assert set(kinds(pair(folder, ".txt"))) == {"editorial"}


def days(folder: Path) -> None:
    for code in ("ar", "en", "es", "fr", "ru", "zh"):
        found = ingest.proposals(read(folder / f"{code}.txt"))
        assert found.dates == ("2011-06-30", "2011-07-01"), code
        assert found.place, code
    found = ingest.proposals(read(folder / "en2.txt"))
    assert (found.dates, found.place) == (("2012-06-27", "2012-06-29"), "Washington, D.C.")


def real_shapes(folder: Path) -> None:
    articles = [text for text in texts(folder / "article-at-page-top.pdf") if text.startswith("Article")]
    assert articles == ["Article 1", "Article 2", "Article 3", "Article 4"]
    parts = texts(folder / "chapeau-lost.docx")
    assert parts.count("The aims of this part are:") == 3
    assert [text for text in parts if text.startswith("PART")] == ["PART I", "PART II", "PART III"]
    assert "harbour board and other lamps" in whole(folder / "glued-mark.pdf")
    assert len(texts(folder / "header-holds-preamble.html")) == 10
    assert set(kinds(diff(folder / "kern-a.txt", folder / "kern-b.txt"))) == {"editorial"}
    assert " shall elect " in whole(folder / "kerned-word.pdf")
    assert "user-friendly form" in whole(folder / "user-friendly.pdf")
    assert {reason for reason, _ in aside(folder / "m.eml")} == {"metadata"}
    assert texts(folder / "p.mht")[0] == "Joint statement on lamps"
    drafts = diff(folder / "opt-a.txt", folder / "opt-b.txt")
    shifts = [(s["aspect"], s["verdict"]) for c in drafts["changes"] for s in c.get("shifts", [])]
    assert sorted(shifts) == [("draft", "brackets lifted")] + [("draft", "option chosen")] * 3
    assert kinds(diff(folder / "res-a.txt", folder / "res-b.txt")) == ["reworded"]
    for name, notes in (
        ("old-style-footnote.pdf", 1),
        ("rule-cuts-sentence.pdf", 1),
        ("two-pages-running-head.pdf", 1),
    ):
        assert [reason for reason, _ in aside(folder / name)].count("footnote") == notes, name
        assert texts(folder / name)[0] == "The Lamp Conference,"
    assert (
        len(texts(folder / "rule-cuts-sentence.pdf"))
        == len(texts(folder / "two-pages-running-head.pdf"))
        == 4
    )
    assert [t for t in texts(folder / "table-symbols-lost.docx") if t.startswith("LC/")] == [
        "LC/2025/8",
        "LC/2025/9",
        "LC/2025/8",
    ]
    options = [text for text in texts(folder / "torn-options.docx") if text.startswith("Option")]
    assert options == ["Option 1", "Option 2", "Option 3: {No text required}"]
    assert len(texts(folder / "a.xml")) == 2


def statement_alone(folder: Path) -> None:
    for name, place in (("govuk", "Lisbon"), ("old", "Lisbon"), ("state", "Washington, DC")):
        source = read(folder / f"{name}.html")
        assert len(source.paragraphs) == 3
        assert all(p.text("en")[0].isupper() and p.text("en")[-1] == "." for p in source.paragraphs)
        said = ingest.proposals(source)
        assert (said.place, len(said.dates)) == (place, 2)
        assert said.title
        assert said.publisher
        assert [item for item in source.set_aside if item.reason.value == "carrier"]


CHECKS: dict[str, Callable[[Path], None]] = {
    "01-symbol-lost": symbol_changed,
    "02-opening-lost-docx": openings_stay,
    "06-zh": one_change,
    "18-num-fr": whole_numbers,
    "18-num-ru": whole_numbers,
    "23-del-vs-clean": struck_is_no_text,
    "25-br-a": items_apart,
    "26-eurlex-rows": rows_are_points,
    "32-docx-strike": strike_is_said,
    "35-docx-footnotes": one_note_changes,
    "39-docx-lowercase": six_stay_six,
    "39-preamble": preambles,
    "39b-docx-sentence-over-two": terms_apart,
    "41-pdf-image-top-left": columns_in_order,
    "42-pdf-page-turn": columns_over_pages,
    "43b-pdf-endnotes": years_stay,
    "44b-pdf-letterspaced-ru": letters_joined,
    "45-pdf-chrome": no_chrome,
    "45f-pdf-un-2pages": thirty_paragraphs,
    "46-pdf-repeated-pages": certificates_stay,
    "49-pdf-arabic": arabic_is_the_same,
    "55-ru-g-drop": one_sentence_dropped,
    "56-check": nothing_lost,
    "57-docx-math-sym-ruby": formulas_stay,
    "59-number-glued": figure_and_power,
    "60-scope-false": no_scope,
    "61-tally": one_more,
    "66-refrain-lost": refrain,
    "67-table-numbers": figures_of_a_table,
    "68-print-en": print_alone,
    "68-print-fr": print_alone,
    "69-dates": days,
    "real-document-shapes": real_shapes,
    "statement-in-a-page": statement_alone,
}


def folders() -> Iterator[str]:
    """The folders that are there."""
    if CASES.is_dir():
        yield from sorted(path.name for path in CASES.iterdir() if path.is_dir())


@pytest.mark.parametrize("name", list(folders()))
def test_a_folder_reads_as_it_asks(name: str) -> None:
    CHECKS[name](CASES / name)


def test_every_folder_has_a_check() -> None:
    assert set(folders()) == set(CHECKS)
