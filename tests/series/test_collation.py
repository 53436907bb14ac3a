"""The collation table of a series: each body thread in a row, in the words of each statement."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from p5diff.model.series import Wording
from p5diff.model.statement import Coverage, Edition
from p5diff.report.series import collation, tei, word
from p5diff.text.visible import visible
from p5diff.workflows.series import weave
from tests.cli.run import p5diff
from tests.report.payloads import PAYLOADS
from tests.series.material import LANGUAGES, planted, statement

CABLE = "The States agreed to protect the undersea cables near the straits."
LATER = "The States intend to protect the undersea cables near the straits."
TEST = "They agreed to maintain a moratorium on nuclear test explosions."


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_cells_hold_the_wording_marked_against_the_last() -> None:
    texts = [statement("en", 0, [CABLE, TEST]), statement("en", 1, [TEST]), statement("en", 2, [LATER, TEST])]
    rows = rows_of(collation.to_csv(weave(texts)))
    assert rows[0] == [
        "thread",
        "topics",
        "oslo-2001 (2001-05-01)",
        "oslo-2002 (2002-05-01)",
        "oslo-2003 (2003-05-01)",
    ]
    cable = next(row for row in rows if row[0] == "oslo-2001#p1.1")
    assert cable[2:4] == [CABLE, "absent"]
    assert "[-" in cable[4] and "{+intend" in cable[4]
    assert re.sub(r"\[-.*?-\]|\{\+|\+\}", "", cable[4]) == LATER
    assert re.sub(r"\{\+.*?\+\}|\[-|-\]", "", cable[4]) == CABLE
    page = collation.to_html(weave(texts))
    cell = next(c for c in re.findall(r'<td><p lang="en" dir="ltr">(.*?)</p></td>', page) if "<ins>" in c)
    assert re.sub(r"<del>.*?</del>|</?ins>", "", cell) == LATER
    assert page.count('<span class="silent">absent</span>') == 1


def test_a_partial_digest_says_so_and_is_not_absent() -> None:
    part = statement("en", 1, [TEST])
    meta = replace(part.meta, coverage=Coverage.PARTIAL, edition=Edition.DIGEST, not_covered=("*",))
    made = weave([statement("en", 0, [CABLE, TEST]), replace(part, meta=meta)])
    rows = rows_of(collation.to_csv(made))
    assert rows[0][3] == "oslo-2002 (2002-05-01, digest, partial)"
    assert rows[1][3] == "not covered"
    assert "digest, partial" in collation.to_html(made)


def test_each_body_thread_has_one_row_in_either_form() -> None:
    made = weave(planted("ar", 2, twins=2).statements)
    rows, page = rows_of(collation.to_csv(made)), collation.to_html(made)
    assert [row[0] for row in rows[1:]] == [thread.id for thread in made.threads]
    assert {len(row) for row in rows} == {2 + len(made.statements)}
    assert page.count('<th scope="row">') == len(made.threads)
    assert '<p lang="ar" dir="rtl">' in page


def test_markup_and_formulas_in_a_text_stay_words() -> None:
    made = weave([statement("en", n, ["=cmd|x of the <b>States</b>."]) for n in range(2)])
    assert rows_of(collation.to_csv(made))[1][2].startswith("'=")
    assert "&lt;b&gt;States" in collation.to_html(made) and "<b>" not in collation.to_html(made)


def test_the_command_writes_both(tmp_path: Path) -> None:
    for year, said in ((2011, CABLE), (2012, LATER)):
        (tmp_path / f"{year}-06-01.txt").write_text(said + "\n", encoding="utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    for name in ("x.csv", "x.html"):
        done = p5diff("series", *files, "--format", "table", "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr
    assert "{+intend" in (tmp_path / "x.csv").read_text(encoding="utf-8")
    assert "<ins>intend" in (tmp_path / "x.html").read_text(encoding="utf-8")
    assert p5diff("series", *files, "-f", "table").stdout.startswith("thread,topics,")


# -- TEI: parallel segmentation, read by its own rules -------------------------------------------------

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def reading(element: ET.Element, witness: str) -> str:
    """What a witness has: of an `app` its reading, of everything else the text."""
    text = element.text or ""
    for child in element:
        if child.tag == f"{TEI}app":
            own = [r for r in child.findall(f"{TEI}rdg") if witness in r.get("wit", "").split()]
            assert len(own) == 1, ET.tostring(child, encoding="unicode")
            text += reading(own[0], witness)
        text += child.tail or ""
    return text


def cells_of(document: str) -> dict[str, list[str]]:
    """Thread → what each witness has of it, or why it has nothing."""
    root = ET.fromstring(document)
    witnesses = [f"#{w.get(f'{XML}id')}" for w in root.iter(f"{TEI}witness")]
    found = {}
    for ab in root.iter(f"{TEI}ab"):
        outer = ab.find(f"{TEI}app")
        assert outer is not None
        cells = []
        for witness in witnesses:
            (own,) = [r for r in outer.findall(f"{TEI}rdg") if witness in r.get("wit", "").split()]
            cells.append(own.get("type", "").replace("-", " ") or reading(own, witness))
        found[ab.get("n", "")] = cells
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_tei_gives_back_every_cell(language: str) -> None:
    """A round trip: wordings in all their forms, and gaps, out of the segments."""
    made = weave(planted(language, 5, twins=3).statements)
    wanted = {
        thread.id: [w.text if isinstance(w, Wording) else w.value for w in thread.wordings]
        for thread in made.threads
    }
    assert cells_of(tei.to_tei(made)) == wanted


def test_tei_holds_once_what_witnesses_share() -> None:
    texts = [statement("en", 0, [CABLE]), statement("en", 1, [LATER]), statement("en", 2, [CABLE])]
    document = tei.to_tei(weave(texts), "1.0")
    assert document.count("to protect the undersea cables near the straits.") == 1
    root = ET.fromstring(document)
    apps = [app for rdg in root.iter(f"{TEI}rdg") for app in rdg.findall(f"{TEI}app")]
    assert len(apps) == 1
    assert [(r.get("wit"), r.text) for r in apps[0]] == [("#w1 #w3", "agreed"), ("#w2", "intend")]
    encoding = root.find(f".//{TEI}variantEncoding")
    assert encoding is not None and encoding.get("method") == "parallel-segmentation"
    assert [d.get("when") for d in root.iter(f"{TEI}date")] == ["2001-05-01", "2002-05-01", "2003-05-01"]
    places = [(d.get("wit"), d.text) for d in root.iter(f"{TEI}witDetail")]
    assert places == [("#w1", "p1.1"), ("#w2", "p1.1"), ("#w3", "p1.1")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_markup_in_tei_or_word(payload: str) -> None:
    hostile = weave([statement("en", n, [f"The States recall {payload} and {n}."]) for n in range(2)])
    cells = cells_of(tei.to_tei(hostile))
    told = [w.text for t in hostile.threads for w in t.said()]
    assert [c for row in cells.values() for c in row if c != "absent"] == [visible(text) for text in told]
    assert visible(told[0]) in " ".join(run for *_, run in runs_of(word.to_docx(hostile)))


def test_tei_says_what_it_must_of_its_texts() -> None:
    part = statement("en", 1, [TEST])
    meta = replace(part.meta, coverage=Coverage.PARTIAL, edition=Edition.DIGEST, not_covered=("*",))
    document = tei.to_tei(weave([statement("en", 0, [CABLE, TEST]), replace(part, meta=meta)]))
    assert "digest, partial" in document and "silence says nothing" in document
    assert cells_of(document)["oslo-2001#p1.1"] == [CABLE, "not covered"]


# -- Word ---------------------------------------------------------------------------------------------

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def runs_of(data: bytes) -> list[tuple[bool, bool, str]]:
    """Runs of a Word file: struck through, underlined, words."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    return [run_of(run) for run in root.iter(f"{W}r")]


def run_of(run: ET.Element) -> tuple[bool, bool, str]:
    struck, lined = (run.find(f"{W}rPr/{W}{mark}") is not None for mark in ("strike", "u"))
    return struck, lined, "".join(t.text or "" for t in run.iter(f"{W}t"))


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_word_holds_the_same_cells(language: str) -> None:
    """Each cell without what is struck through is the wording; without what is underlined, the one before."""
    made = weave(planted(language, 5, twins=3).statements)
    with zipfile.ZipFile(io.BytesIO(word.to_docx(made))) as archive:
        assert archive.testzip() is None
        root = ET.fromstring(archive.read("word/document.xml"))
    told: dict[str, list[str]] = {}
    for table in root.iter(f"{W}tbl"):
        for row in table.findall(f"{W}tr")[1:]:
            name, *cells = row.findall(f"{W}tc")
            key = "".join(t.text or "" for t in next(name.iter(f"{W}p")).iter(f"{W}t"))
            assert {"".join(t.text or "" for t in c.iter(f"{W}t")) for c in cells} - {"absent", "not covered"}
            for cell in cells:
                runs = [run_of(run) for run in cell.iter(f"{W}r")]
                told.setdefault(key, []).append("".join(text for struck, _, text in runs if not struck))
    for thread in made.threads:
        wanted = [w.text if isinstance(w, Wording) else w.value for w in thread.wordings]
        if any(isinstance(w, Wording) for w in thread.wordings[:5]) and any(
            isinstance(w, Wording) for w in thread.wordings[5:]
        ):
            assert told[thread.id] == wanted
        else:  # a row that says nothing in a table is left out of it
            assert [c for c in told[thread.id] if c not in ("absent", "not covered")] == [
                c for c in wanted if c not in ("absent", "not covered")
            ]
    assert word.to_docx(made) == word.to_docx(made)


def test_the_command_writes_word_and_tei(tmp_path: Path) -> None:
    for name, text in (("2001-05-01.txt", CABLE), ("2002-05-01.txt", LATER)):
        (tmp_path / name).write_text(f"1. {text}\n\n2. {TEST}\n", encoding="utf-8")
    files = ("2001-05-01.txt", "2002-05-01.txt")
    done = p5diff("series", *files, "--format", "table", "-o", "all.docx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert any(
        LATER.startswith(t) or t in LATER for _, _, t in runs_of((tmp_path / "all.docx").read_bytes()) if t
    )
    done = p5diff("series", *files, "--format", "tei", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert cells_of(done.stdout)["2001-05-01#p1.1"] == [CABLE, LATER]
