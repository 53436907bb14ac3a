"""An output is written whole or not at all, and never over what it was made from."""

from __future__ import annotations

import os
import stat
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


def _special(kind: str, place: Path) -> None:
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "socket":
        import socket

        socket.socket(socket.AF_UNIX).bind(str(place))
    else:
        try:
            os.mknod(
                place, 0o666 | (stat.S_IFCHR if kind == "device" else stat.S_IFBLK), os.makedev(*NODES[kind])
            )
        except PermissionError:
            pytest.skip("only root makes devices")


NODES = {"device": (1, 7), "disk": (7, 255)}
"""Major and minor numbers of a device that is always full, and of a loop device that stands for nothing."""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no special files on this system")
@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "disk"])
@pytest.mark.parametrize("linked", [False, True])
def test_what_is_no_file_is_never_replaced(tmp_path: Path, kind: str, linked: bool) -> None:
    """A plain file in the place of `/dev/null` would break the machine."""
    place = tmp_path / "place"
    _special(kind, place)
    target = tmp_path / "link" if linked else place
    if linked:
        target.symlink_to(place)
        if kind in {"socket", "disk"}:
            return  # such a link is replaced like any other: what it leads to stays
    with pytest.raises(P5DiffError, match="cannot write"):
        write_whole(target, b"report")
    assert target.is_symlink() == linked
    assert not stat.S_ISREG(place.stat().st_mode)
    assert {item.name for item in tmp_path.iterdir()} <= {"place", "link"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_that_is_read_gets_it_all(tmp_path: Path) -> None:
    from threading import Thread

    pipe = tmp_path / "pipe.html"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    data = b"x" * 300_000
    while True:
        try:
            write_whole(pipe, data)
            break
        except P5DiffError:  # nobody reads yet
            continue
    reader.join()
    assert got == [data]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no /dev/stdout")
@pytest.mark.parametrize("end", ["| cat", "> kept.html"])
def test_standard_output_by_its_name_stays_what_it_is(tmp_path: Path, end: str) -> None:
    import subprocess
    import sys

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The States met. They agreed on {name[0]}.\n")
    before = Path("/dev/stdout").readlink()
    command = f"{sys.executable} -m p5diff diff a.txt b.txt -f html -o /dev/stdout {end}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=True)
    written = (tmp_path / "kept.html").read_bytes() if ">" in end else done.stdout
    assert written.startswith(b"<!DOCTYPE html>") and written.rstrip().endswith(b"</html>")
    assert Path("/dev/stdout").readlink() == before


@pytest.mark.parametrize("name", ["核" * 83, "n" * 250, "ж" * 125])
def test_a_name_as_long_as_names_can_be(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / f"{name}.html", b"report")
    assert [item.name for item in tmp_path.iterdir()] == [f"{name}.html"]


def test_a_link_to_itself_is_an_explained_matter(tmp_path: Path) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    one.symlink_to(two)
    two.symlink_to(one)
    write_whole(one, b"report")
    assert one.read_bytes() == b"report" and two.is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_that_waits_in_a_folder_of_pages_gets_nothing(tmp_path: Path) -> None:
    """Somebody else may have laid it there, and read along."""
    from p5diff.workflows.pages import write_pages

    os.mkfifo(tmp_path / "index.html")
    handle = os.open(tmp_path / "index.html", os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(P5DiffError, match="cannot write"):
        write_pages(tmp_path, [("index.html", b"report")])
    assert os.read(handle, 10) == b""
    os.close(handle)
    assert stat.S_ISFIFO((tmp_path / "index.html").stat().st_mode)
