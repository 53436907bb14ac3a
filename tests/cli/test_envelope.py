"""Data say of which format and kind they are; filters hold in every format or are refused."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from p5diff.report.formats import FORMATS
from tests.cli.run import p5diff

OLD = """The P5 agreed to conclude a treaty by 2015.

They call upon all States to sign the CTBT.

They will report to the Preparatory Committee.
"""
NEW = """The P5 agreed to consider a treaty by 2018.

They call upon all States to sign the CTBT.

They welcome the harvest of apples in the valley.
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("texts")
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (("commitments", "washington-2012:zh"), "commitments"),
        (("topics",), "topics"),
        (("show", "washington-2012:zh"), "statement"),
        (("list",), "list"),
        (("log", "washington-2012:zh"), "log"),
        (("blame", "washington-2012:zh"), "blame"),
        (("check",), "findings"),
        (("brief", "paris-2011", "washington-2012"), "brief"),
        (("matrix",), "matrix"),
        (("concord", "washington-2012:zh", "washington-2012:en"), ""),
        (("diff", "paris-2011", "washington-2012"), ""),
        (("series",), ""),
        (("trace", "moratorium"), ""),
    ],
)
def test_data_say_their_format_and_kind(command: tuple[str, ...], kind: str) -> None:
    done = p5diff(*command, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    data = json.loads(done.stdout)
    assert re.fullmatch(r"\d+\.\d+", data["format_version"])
    assert next(iter(data)) == "format_version"
    assert data.get("kind", "") == kind


def words(path: Path) -> str:
    """What is written in a file of any format."""
    if path.suffix in {".docx", ".odt"}:
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if n.endswith(".xml")]
            return " ".join(archive.read(name).decode() for name in names)
    if path.suffix == ".pdf":
        pypdfium2 = pytest.importorskip("pypdfium2")
        pages = pypdfium2.PdfDocument(path)
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)
    return path.read_text(encoding="utf-8")


SUFFIX = {form.name: form.suffixes[0] if form.suffixes else ".md" for form in FORMATS}
FILTERS = [("--only", "new"), ("--only", "dropped,new"), ("--topic", "ctbt"), ("--only", "split")]


@pytest.mark.parametrize("wanted", FILTERS)
@pytest.mark.parametrize("name", [form.name for form in FORMATS])
def test_a_filter_holds_in_every_format_or_is_refused(
    files: tuple[Path, Path], tmp_path: Path, name: str, wanted: tuple[str, str]
) -> None:
    form = next(form for form in FORMATS if form.name == name)
    if name == "pdf":
        pytest.importorskip("weasyprint")
    out = tmp_path / f"out{SUFFIX[name]}"
    done = p5diff("diff", *files, "-f", name, "-o", out, *wanted, "--exit-code")
    if wanted[0] not in form.honours:
        assert done.returncode == 2 and "option-not-honoured" in done.stderr and not out.exists()
        return
    assert done.returncode == 1, done.stderr  # the texts differ, whatever is shown
    told = words(out)
    if name == "json":
        data = json.loads(told)
        assert data["filter"]["hidden"] + len(data["changes"]) == len(
            json.loads(p5diff("diff", *files, "-f", "json").stdout)["changes"]
        )
        return
    if name != "criticmarkup":
        assert ("nothing matches" in told) == (wanted in {("--topic", "ctbt"), ("--only", "split")})
        assert "not shown" in told
    hidden = name in {"terminal", "markdown"}  # the others show both texts, or the text after, whole
    assert ("harvest of apples" in told) == (not hidden or "new" in wanted[1])
    marked = {"criticmarkup": r"\{--.*Preparatory", "markdown": r"~~.*Preparatory"}.get(name)
    if marked:
        assert bool(re.search(marked, told)) == ("dropped" in wanted[1])


@pytest.mark.parametrize("wanted", [("--only", "nonsense"), ("--topic", "nonsense")])
@pytest.mark.parametrize("name", ["terminal", "html", "docx"])
def test_an_unknown_filter_is_refused(
    files: tuple[Path, Path], tmp_path: Path, name: str, wanted: tuple[str, str]
) -> None:
    out = tmp_path / f"out{SUFFIX[name]}"
    done = p5diff("diff", *files, "-f", name, "-o", out, *wanted)
    assert done.returncode == 2 and "unknown-filter" in done.stderr and not out.exists()


@pytest.mark.parametrize(
    "option", [("--all",), ("--word-diff", "none"), ("--side-by-side",), ("--sort", "document")]
)
@pytest.mark.parametrize("name", [form.name for form in FORMATS])
def test_an_option_is_honoured_or_refused_by_name(
    files: tuple[Path, Path], tmp_path: Path, name: str, option: tuple[str, ...]
) -> None:
    form = next(form for form in FORMATS if form.name == name)
    if option[0] in form.honours and name == "pdf":
        pytest.importorskip("weasyprint")
    plain, out = tmp_path / f"plain{SUFFIX[name]}", tmp_path / f"out{SUFFIX[name]}"
    done = p5diff("diff", *files, "-f", name, "-o", out, *option)
    if option[0] in form.honours:
        p5diff("diff", *files, "-f", name, "-o", plain)
        assert done.returncode == 0
        assert option[0] == "--sort" or plain.read_bytes() != out.read_bytes()
    else:
        assert done.returncode == 2 and option[0] in done.stderr and not out.exists()
