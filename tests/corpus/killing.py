"""Kill a process of our own at any call of note, and see what it leaves: for the tests of this folder."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

EVENTS = frozenset("open os.rename os.mkdir os.remove os.rmdir subprocess.Popen shutil.copyfile".split())
"""What Python reports to audit hooks: the calls around which p5diff can be killed."""


def child(work: Callable[[], object]) -> int:
    """Run `work` in a fork; gives the process id. Nothing of the test's own runs in it: an interrupt
    that comes before the child does waits until it may end the child."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    pid = os.fork()
    if pid:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        return pid
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)


def wait(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


class Killer:
    """Kills its own process when it is about to make its n-th system call of note."""

    def __init__(self, steps: int) -> None:
        self.left = steps
        self.seen = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in EVENTS:
            self.seen += 1
            if self.seen > self.left:
                os.kill(os.getpid(), signal.SIGKILL)


def events(work: Callable[[], object], report: Path) -> int:
    """How many such calls `work` makes."""

    def counted() -> None:
        counter = Killer(10**9)
        sys.addaudithook(counter)
        work()
        report.write_text(str(counter.seen))

    assert wait(child(counted)) == 0
    return int(report.read_text())


def lock_files(repository: Path) -> list[Path]:
    return [
        Path(folder) / name
        for folder, folders, files in os.walk(repository)  # bears with what vanishes meanwhile
        for name in (*folders, *files)
        if name.endswith(".lock") or name.startswith("tmp_")
    ]


@pytest.fixture
def orphans() -> Iterator[None]:
    """Commands of git that outlive their killed caller become children of this process (Linux)."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is None:
        pytest.skip("needs prctl to wait for orphans")
    adopt = 36  # PR_SET_CHILD_SUBREAPER
    _older.update(_children())
    prctl(adopt, 1, 0, 0, 0)
    yield
    _older.clear()
    prctl(adopt, 0, 0, 0, 0)


_older: set[int] = set()
"""Children that other tests of this process left running (a browser's driver lives as long as it does)."""


def _children() -> set[int]:
    tasks = Path("/proc/self/task").glob("*/children")
    return {int(pid) for task in tasks for pid in task.read_text().split()}


def settle() -> None:
    """Let the last command of git, which outlives its killed caller, come to its end."""
    while adopted := _children() - _older:
        for pid in adopted:
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)
