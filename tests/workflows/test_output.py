"""An output is written whole or not at all, and never over what it was made from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from p5diff.errors import P5DiffError
from p5diff.workflows.output import write_whole
from tests.cli.run import p5diff


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"old and longer")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize("link", [False, True])
def test_an_input_is_never_overwritten(tmp_path: Path, link: bool) -> None:
    source = tmp_path / "old.txt"
    source.write_bytes(b"precious")
    target = tmp_path / "link.txt" if link else source
    if link:
        target.symlink_to(source)
    with pytest.raises(P5DiffError, match="being compared"):
        write_whole(target, b"report", inputs=[str(source)])
    assert source.read_bytes() == b"precious"


def test_a_missing_folder_is_an_explained_error(tmp_path: Path) -> None:
    with pytest.raises(P5DiffError, match="cannot write") as caught:
        write_whole(tmp_path / "no" / "report.html", b"x")
    assert caught.value.slug == "output-failed"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_on_stdout_is_an_explained_error(tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.conftest import ROOT

    command = f"{sys.executable} -m p5diff list > /dev/full"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr and "To fix" in done.stderr


def test_the_new_file_has_ordinary_permissions(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"x")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_word_output_needs_a_file() -> None:
    done = p5diff("diff", "paris-2011", "washington-2012", "--format", "docx")
    assert done.returncode == 2 and "--output" in done.stderr


@pytest.mark.parametrize("format_", ["html", "docx", "markdown", "criticmarkup", "json"])
def test_every_format_is_written_the_same_twice(tmp_path: Path, format_: str) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for target, seed in ((one, "1"), (two, "2")):
        done = p5diff(
            "diff", "paris-2011", "washington-2012", "-f", format_, "-o", target, env={"PYTHONHASHSEED": seed}
        )
        assert done.returncode == 0, done.stderr
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("name", ["en.txt", "statement.toml", "source/en.txt"])
def test_nothing_of_a_corpus_is_overwritten(tmp_path: Path, name: str) -> None:
    """A reference names its files indirectly: `--output` onto one of them would destroy the text."""
    target = tmp_path / "oslo-2019" / name
    target.parent.mkdir(parents=True)
    (tmp_path / "oslo-2019" / "statement.toml").touch()
    target.write_bytes(b"precious")
    with pytest.raises(P5DiffError, match="belongs to a corpus"):
        write_whole(target, b"report")
    assert target.read_bytes() == b"precious"


def test_the_terminal_form_goes_to_a_file_without_colour(tmp_path: Path) -> None:
    done = p5diff("diff", "paris-2011", "washington-2012", "-o", "out.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    written = (tmp_path / "out.txt").read_text(encoding="utf-8")
    shown = p5diff("diff", "paris-2011", "washington-2012", cwd=tmp_path).stdout
    assert written == shown and "\x1b" not in written


def test_open_without_a_file_is_refused(tmp_path: Path) -> None:
    done = p5diff("diff", "paris-2011", "washington-2012", "--open", cwd=tmp_path)
    assert done.returncode == 2 and "--open needs a file" in done.stderr
