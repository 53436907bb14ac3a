"""The one door to disk: old file or new file, bounded reading, no link followed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from p5diff import disk


def test_a_file_keeps_its_mode_and_a_new_one_gets_that_of_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"one")
    old.chmod(0o640)
    disk.write(old, b"two")
    disk.write(new, b"three")
    umask = os.umask(0)
    os.umask(umask)
    assert (old.read_bytes(), stat.S_IMODE(old.stat().st_mode)) == (b"two", 0o640)
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~umask
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "old"]


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_what_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"one")

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)
    with pytest.raises(OSError, match="No space"):
        disk.write(old, b"two")
    monkeypatch.undo()
    assert old.read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_a_link_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("target")
    disk.write(tmp_path / "link", b"new")
    assert (tmp_path / "target").read_bytes() == b"mine"
    assert not (tmp_path / "link").is_symlink()


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    """A pipe would never end, a device never stop, a link lead elsewhere; none of them is waited for."""
    (tmp_path / "plain").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("plain")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert disk.read_plain(tmp_path / "plain", most=5) == b"12345"
    for name in ("link", "pipe", "folder"):
        with pytest.raises(OSError):
            disk.read_plain(tmp_path / name)
    with pytest.raises(OSError):
        disk.read_plain(Path("/dev/zero"))
    with pytest.raises(disk.TooLarge):
        disk.read_plain(tmp_path / "plain", most=4)


@pytest.mark.parametrize("path", ["../out", "/etc/hostname", "", "a/../../out", "a\0b", "linked/x"])
def test_a_path_from_outside_stays_below(tmp_path: Path, path: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "out").write_bytes(b"secret")
    (root / "linked").symlink_to(tmp_path)
    (tmp_path / "x").write_bytes(b"secret")
    with pytest.raises(disk.NotPlain):
        disk.read_below(root, path)


def test_a_new_file_stands_on_nothing(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("target")
    with pytest.raises(FileExistsError):
        disk.create(tmp_path / "link", b"new", sync=False)
    assert (tmp_path / "target").read_bytes() == b"mine"


def test_a_folder_is_removed_without_what_its_links_lead_to(tmp_path: Path) -> None:
    outside, ours = tmp_path / "outside", tmp_path / "ours"
    outside.mkdir()
    (outside / "kept").write_bytes(b"kept")
    ours.mkdir()
    (ours / "link").symlink_to(outside)
    (tmp_path / "alias").symlink_to(outside)
    disk.remove_folder(ours)
    disk.remove_folder(tmp_path / "alias")
    assert (outside / "kept").read_bytes() == b"kept"
    assert not ours.exists()


def test_what_calls_itself_a_file_and_has_nothing_to_give_is_an_error() -> None:
    """The log of the kernel is waited for without end otherwise."""
    log = Path("/proc/kmsg")
    if not os.access(log, os.R_OK):
        pytest.skip("needs a kernel's log that may be read")
    with pytest.raises(OSError, match=r"nothing to give|not permitted"):
        for _ in range(100):  # what the kernel has logged meanwhile is given first, once
            disk.read_named(log, most=1_000_000_000)


def test_a_pipe_that_a_person_named_is_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=lambda: (sleep(0.2), pipe.write_bytes(b"late")))
    writer.start()
    assert disk.read_named(pipe, most=10) == b"late"
    writer.join()


@pytest.mark.parametrize(
    "fault", [OSError(errno.ENOSPC, "full"), ValueError("made wrongly"), KeyboardInterrupt()]
)
def test_what_fails_between_two_pieces_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, fault: BaseException
) -> None:
    """A report is made while it is written: half of one is never seen under its name."""

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise fault

    old = tmp_path / "old"
    old.write_bytes(b"one")
    with pytest.raises(type(fault)):
        disk.write(old, pieces())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("old", b"one")]
    disk.write(old, iter([b"tw", b"", b"o"]))
    assert old.read_bytes() == b"two"
