"""Word files: accepting gives the text after, rejecting the text before; the package is sound."""

from __future__ import annotations

import io
import itertools
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given

from p5diff.model.alignment import Op, Span, make_edit
from p5diff.model.comparison import Change, Comparison, Evidence, Shift, Side, Verdict
from p5diff.model.statement import Role
from p5diff.report import docx
from p5diff.report.selection import Selection
from p5diff.text.visible import visible
from tests.cases import cases
from tests.report.factory import (
    comparison,
    comparisons,
    from_paragraphs,
    pair,
    paragraphs_of,
    sentence,
    texts,
)
from tests.report.pandoc import needs_pandoc, paragraphs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def as_read(side: str, compared: Comparison) -> list[str]:
    """What a reader of Word should see: hidden characters spelled out, white space folded."""
    shown = (visible(text).replace("\ufffe", "<U+FFFE>") for text in texts(side, compared))
    return [" ".join(text.split()) for text in shown]


def assert_round_trip(compared: Comparison) -> None:
    made = docx.render(compared)
    assert paragraphs(made, "accept") == as_read("after", compared)
    assert paragraphs(made, "reject") == as_read("before", compared)


def parts(made: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


@pytest.mark.system
@needs_pandoc
def test_a_full_stop_alone_behind_a_new_paragraph_mark_gets_no_space() -> None:
    """Pandoc puts a space where two paragraphs join; before a full stop none may come."""
    old, new = "They met for the first time", "Leaders came. Today in Tokyo we convene"
    edits = (
        make_edit(Op.DELETE, old, 0, len(old), 0, 0),
        make_edit(Op.INSERT, new, len(old), len(old), 0, len(new)),
        make_edit(Op.KEEP, ".", len(old), len(old) + 1, len(new), len(new) + 1),
    )
    after = [sentence(t, n, 1) for n, t in enumerate(("Leaders came.", "Today in Tokyo we convene."))]
    split = replace(pair([sentence(f"{old}.", 0, 1)], after), edits=edits)
    assert_round_trip(comparison([split]))


@pytest.mark.system
@needs_pandoc
@cases(40)
@given(comparisons())
def test_accepting_gives_after_rejecting_gives_before(compared: Comparison) -> None:
    """Law 7, with pandoc as the judge."""
    assert_round_trip(compared)


CHAINS = [
    ("quad", "*.md", "en"),
    ("fomc-goals", "*", "en"),
    ("fomc", "*", "en"),
    ("g7", "*", "en"),
    ("covenant", "fr-*.md", "fr"),
    ("covenant", "ru-*.md", "ru"),
    ("covenant", "zh-*.md", "zh"),
    ("covenant", "ar-*.md", "ar"),
]


@pytest.mark.system
@needs_pandoc
@pytest.mark.parametrize(("folder", "pattern", "language"), CHAINS)
def test_real_pairs_round_trip(shared: Path, folder: str, pattern: str, language: str) -> None:
    files = sorted(f for f in (shared / "data" / folder).glob(pattern) if f.is_file())[:5]
    assert len(files) > 1
    for old, new in itertools.pairwise(files):
        both = [paragraphs_of(f.read_text(encoding="utf-8")) for f in (old, new)]
        assert_round_trip(from_paragraphs(both[0], both[1], language))


@given(comparisons())
def test_every_part_is_well_formed_and_every_number_is_used_once(compared: Comparison) -> None:
    found = parts(docx.render(compared))
    body = found["word/document.xml"]
    tracked = [e.get(f"{W}id") for tag in ("ins", "del", "pPrChange") for e in body.iter(f"{W}{tag}")]
    assert len(tracked) == len(set(tracked))
    comments = [e.get(f"{W}id") for e in found["word/comments.xml"].iter(f"{W}comment")]
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [e.get(f"{W}id") for e in body.iter(f"{W}{tag}")] == comments


@given(comparisons())
def test_nothing_tracked_is_lost_without_a_judge(compared: Comparison) -> None:
    """The same law read from the XML itself, for machines without pandoc."""
    body = parts(docx.render(compared))["word/document.xml"]
    for dropped, side in (("del", "after"), ("ins", "before")):
        result, current = [], ""
        for paragraph in body.iter(f"{W}p"):
            for child in paragraph:
                if child.tag != f"{W}{dropped}":
                    current += "".join(
                        t.text or "" for t in child.iter() if t.tag in (f"{W}t", f"{W}delText")
                    )
            if paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}") is None:
                result.append(" ".join(current.split()))
                current = ""
        assert [text for text in [*result, current] if text] == as_read(side, compared)


def test_same_bytes_and_fixed_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = from_paragraphs([["A thing."]], [["A new thing."]])
    made = docx.render(compared)
    assert made == docx.render(compared)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.namelist()[1:] == sorted(archive.namelist()[1:])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = parts(docx.render(compared))["word/document.xml"]
    assert {e.get(f"{W}date") for e in dated.iter(f"{W}ins")} == {"2023-11-14T22:13:20Z"}
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    adopted = replace(compared, after=replace(compared.after, adopted="2012-06-29"))
    dated = parts(docx.render(adopted))["word/document.xml"]
    assert {e.get(f"{W}date") for e in dated.iter(f"{W}ins")} == {"2012-06-29T12:00:00Z"}
    undated = parts(made)["word/document.xml"]
    assert {e.get(f"{W}date") for e in undated.iter(f"{W}ins")} == {None}


def test_arabic_runs_right_to_left_and_chinese_takes_east_asian_fonts() -> None:
    body = parts(docx.render(from_paragraphs([["نص قديم."]], [["نص جديد."]], "ar")))["word/document.xml"]
    written = [p for p in body.iter(f"{W}p") if p.find(f".//{W}r") is not None]
    assert written
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in written)
    text_runs = [r for r in body.iter(f"{W}r") if r.find(f"{W}commentReference") is None]
    assert text_runs
    assert all(r.find(f"{W}rPr/{W}rtl") is not None for r in text_runs)
    han = parts(docx.render(from_paragraphs([["旧的文本。"]], [["新的文本。"]], "zh")))["word/document.xml"]
    hints = {e.get(f"{W}hint") for e in han.iter(f"{W}rFonts")}
    assert hints == {"eastAsia"}


def test_a_chinese_split_repeats_only_the_shorter_part() -> None:
    old = [sentence("各方同意继续对话并定期会晤。", 0, 1), sentence("会晤每年一次。", 0, 2)]
    new = [sentence(old[0].text, 0, 1), sentence(old[1].text, 1, 1)]
    compared = comparison([pair([o], [n], "zh") for o, n in zip(old, new, strict=True)], "zh")
    body = parts(docx.render(compared))["word/document.xml"]
    kept = "".join("".join(run.itertext()) for p in body.iter(f"{W}p") for run in p if run.tag == f"{W}r")
    assert kept == old[0].text


def test_a_move_is_a_deletion_and_an_insertion_without_a_comment() -> None:
    before = [sentence(t, n, 1) for n, t in enumerate(["One two.", "Stay here."])]
    after = [sentence(t, n, 1) for n, t in enumerate(["Stay here.", "One three."])]
    compared = comparison([pair([before[1]], [after[0]]), pair([before[0]], [after[1]], moved=True)])
    found = parts(docx.render(compared))
    assert not list(found["word/comments.xml"])
    assert not list(found["word/document.xml"].iter(f"{W}moveFrom"))


def test_the_cover_is_the_brief_and_no_part_of_the_text() -> None:
    compared = from_paragraphs([["Gone now."], ["Both."]], [["Both."], ["Come now."]])
    found = parts(docx.render(compared))
    cover = "\n".join("".join(p.itertext()) for p in found["word/cover.xml"].iter(f"{W}p"))
    assert cover.startswith("old → new\nCompared with old, new ")
    assert "Gone now." in cover
    assert "Compared with" not in "".join(found["word/document.xml"].itertext())
    foot = "".join(found["word/coverfoot.xml"].itertext())
    assert "Before: old:en" in foot, "its title stands on top"


def test_only_the_chosen_changes_are_tracked_and_the_others_stand_as_after() -> None:
    compared = from_paragraphs([["Gone now."], ["Both."]], [["Both."], ["Come now."]])
    found = parts(docx.render(compared, selection=Selection(kinds=frozenset({"new"}))))
    body = found["word/document.xml"]
    assert not list(body.iter(f"{W}del"))
    assert "".join("".join(e.itertext()) for e in body.iter(f"{W}ins")) == "Come now."
    assert "Gone now." not in "".join(body.itertext())
    assert "1 other change not shown" in "".join(found["word/header.xml"].itertext())


def test_a_report_names_the_file_and_never_its_folder() -> None:
    compared = from_paragraphs([["Old."]], [["New."]])
    where = replace(compared.after, ref="/home/someone/secret/new.txt")
    made = docx.render(replace(compared, after=where))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        held = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "new.txt" in held
    assert "secret" not in held


def test_a_verdict_is_a_comment_with_its_evidence() -> None:
    good = pair([sentence("They consider it.", 0, 1)], [sentence("They urge it.", 0, 1)])
    shift = Shift(
        aspect="strength",
        verdict=Verdict.STRONGER,
        before="consider",
        after="urge",
        rule="ladder:x",
        evidence=(Evidence(side=Side.AFTER, sentence="p1.1", span=Span(5, 9), text="urge"),),
    )
    base = comparison([good])
    compared = comparison([good], changes=(Change(pair=good, shifts=(shift,)),), before=base.before)
    comments = parts(docx.render(compared))["word/comments.xml"]
    said = "\n".join("".join(p.itertext()) for p in comments.iter(f"{W}p"))
    assert "strength: stronger: “consider” → “urge”" in said
    assert "Evidence, after p1.1: “urge”" in said


def test_a_paragraph_that_becomes_a_heading_keeps_its_old_style_on_record() -> None:
    compared = comparison([pair([sentence("Same.", 0, 1)], [sentence("Same.", 0, 1, role=Role.HEADING)])])
    body = parts(docx.render(compared))["word/document.xml"]
    assert body.find(f".//{W}pPr/{W}pStyle").get(f"{W}val") == "Heading2"  # type: ignore[union-attr]
    old = body.find(f".//{W}pPrChange/{W}pPr/{W}pStyle")
    assert old is not None
    assert old.get(f"{W}val") == "BodyText"


@pytest.mark.system
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize(
    ("language", "old", "new"), [("en", "Old words.", "New words."), ("ar", "نص قديم.", "نص جديد.")]
)
def test_libreoffice_opens_and_renders_it(tmp_path: Path, language: str, old: str, new: str) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(docx.render(from_paragraphs([[old], ["Both."]], [[new], ["Both."]], language)))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=180,
    )
    read = subprocess.run(
        ["pdftotext", tmp_path / "redline.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "Both" in read
    assert language == "ar" or "New" in read
    assert "old → new" in read
