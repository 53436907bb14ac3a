"""Formats: which one a file's name asks for, and which options each honours."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from p5diff import compare_texts
from p5diff.errors import P5DiffError
from p5diff.model.comparison import Comparison, Verdict
from p5diff.report.formats import FORMATS, OutputFormat, chosen, named, refuse
from p5diff.report.selection import Selection
from p5diff.report.sheets.formats import chosen as sheet_form
from p5diff.report.terminal import Options
from tests.cli.run import p5diff, two_files

OLD = "They agreed to consider a treaty on testing.\n\nThey thanked France.\n\nThey met in Paris.\n"
NEW = "They agreed to conclude a treaty on testing.\n\nThey will meet again.\n\nThey met in Paris.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return two_files(tmp_path, OLD, NEW)


@pytest.mark.parametrize(
    ("name", "form"),
    [("r.html", "html"), ("r.HTM", "html"), ("r.docx", "docx"), ("r.json", "json"), ("r.md", "markdown"),
     ("r.csv", "table"), ("r.txt", "terminal"), ("r", "terminal"), ("r.log", "terminal")],
)  # fmt: skip
def test_a_name_chooses_the_format(name: str, form: str) -> None:
    assert chosen(None, Path(name)).name == form


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("table", "t.html"),
        ("table", "t.docx"),
        ("table", "t.md"),
        ("criticmarkup", "c.md"),
        ("json", "x.txt2"),
    ],
)
def test_some_formats_share_a_name(form: str, name: str) -> None:
    assert chosen(form, Path(name)) is named(form)


@pytest.mark.parametrize(
    ("form", "name"), [("html", "r.docx"), ("docx", "r.html"), ("json", "r.md"), ("terminal", "r.docx")]
)
def test_a_name_that_contradicts_the_format_is_refused(form: str, name: str) -> None:
    with pytest.raises(P5DiffError) as caught:
        chosen(form, Path(name))
    assert caught.value.slug == "format-contradicts-name"


@pytest.mark.parametrize("name", ["brief.odt", "brief.csv", "Brief.RTF", "brief.epub"])
def test_a_brief_is_no_document_that_it_cannot_be(name: str) -> None:
    with pytest.raises(P5DiffError) as caught:
        sheet_form(None, Path(name))
    assert caught.value.slug == "format-contradicts-name" and ".docx" in caught.value.hint
    assert sheet_form(None, Path("brief.log")).name == "terminal", "a name of no document is one of lines"
    with pytest.raises(P5DiffError):
        chosen(None, Path("report.rtf"))


def test_an_option_that_would_change_nothing_is_refused() -> None:
    with pytest.raises(P5DiffError) as caught:
        refuse(named("docx"), frozenset({"--side-by-side"}))
    assert caught.value.slug == "option-not-honoured" and "terminal" in (caught.value.hint or "")
    for form in FORMATS:
        refuse(form, frozenset())


def test_the_output_is_what_its_name_says(files: tuple[Path, Path], tmp_path: Path) -> None:
    for name, start in (("r.docx", b"PK"), ("r.html", b"<!"), ("r.json", b"{"), ("r.csv", b"Topic")):
        done = p5diff("diff", *files, "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / name).read_bytes().lower().startswith(start.lower()), name


def test_filters_hold_and_count_what_they_hide(files: tuple[Path, Path]) -> None:
    shown = p5diff("diff", *files, "--only", "new").stdout
    assert "will meet again" in shown and "thanked" not in shown
    assert "Only new: 1 shown, 2 other changes not shown." in " ".join(shown.split())
    shown = p5diff("diff", *files, "--only", "new", "-f", "markdown").stdout
    assert "will meet again" in shown and "thanked" not in shown and "2 other changes not shown" in shown
    data = json.loads(p5diff("diff", *files, "--only", "new", "-f", "json").stdout)
    assert [c["kind"] for c in data["changes"]] == ["new"]
    assert data["filter"] == {"only": ["new"], "topics": [], "hidden": 3}


def test_no_match_says_so(files: tuple[Path, Path]) -> None:
    done = p5diff("diff", *files, "--only", "moved")
    assert done.returncode == 0 and "nothing matches" in done.stdout


def test_a_wrong_kind_is_answered_with_all_there_are(files: tuple[Path, Path]) -> None:
    done = p5diff("diff", *files, "--only", "droped")
    assert done.returncode == 2 and "did you mean dropped?" in done.stderr and "uncovered" in done.stderr


@pytest.mark.parametrize("name", ["html", "docx", "odt", "markdown", "criticmarkup", "table"])
def test_no_report_names_a_folder_of_the_senders(name: str, files: tuple[Path, Path]) -> None:
    """Files that are sent name what was compared, never where it lay."""
    import io
    import zipfile

    from p5diff.workflows.compare import compare

    data = named(name).render(compare(*files))
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(member) for member in archive.namelist())
    assert files[0].name.encode() in data
    assert str(files[0].parent).encode() not in data


def unpacked(data: bytes) -> str:
    """All the words of an output; of a zip, those of its parts."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    with ZipFile(BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize("name", [form.name for form in FORMATS if "--explain" in form.honours])
def test_the_rule_behind_a_verdict_stands_where_it_was_asked_for_and_nowhere_else(name: str) -> None:
    made = compare_texts(OLD, NEW, language="en")
    (shift,) = [s for change in made.changes for s in change.shifts if s.verdict is not Verdict.SAME]
    assert shift.rule and shift.explanation
    for explain in (True, False):
        chosen = Selection(explain=explain)
        options = {"options": Options(selection=chosen)} if name == "terminal" else {"selection": chosen}
        words = " ".join(unpacked(named(name).render(made, **options)).split())
        assert (shift.explanation.split(" → ")[0] in words) is explain


@cache
def long_comparison() -> Comparison:
    many = 400
    return compare_texts(
        "\n\n".join(f"{n}. The States will report on measure {n} — «мера» 措施." for n in range(1, many)),
        "\n\n".join(
            f"{n}. The States may report on measure {n + n % 3} — «мера» 措施." for n in range(1, many)
        ),
        language="en",
    )


@pytest.mark.parametrize("form", [form for form in FORMATS if form.name != "pdf"], ids=lambda form: form.name)
def test_in_pieces_a_report_is_the_same(form: OutputFormat) -> None:
    """A long report is written while it is made; cut anywhere, it is what is given as a whole."""
    made = long_comparison()
    pieces = list(form.pieces(made))
    assert b"".join(pieces) == form.render(made)
    if form.name in {"json", "html"}:
        assert len(pieces) > 5
        assert max(map(len, pieces)) < len(b"".join(pieces)) / 3
