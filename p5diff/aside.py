"""A second process of one's own, for a part of long work: forked, so that it has all that was read so far,
and spoken to in plain values.

It is a gain of time by the clock and nothing else: whoever asks it can do its part too, and does where
there is none (one processor, no fork on this system, a library inside another program) or where it has
gone. What comes out is the same. It ends with the process that began it, however that ends.

    def work(line):                         # in the second process
        line.send(sum(line.receive()))

    helper = begin(work)                    # None: there is none
    if helper is not None:
        with helper:
            helper.send([1, 2])
            helper.receive()                # 3; raises Gone where nothing will come
"""

from __future__ import annotations

import marshal
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

VARIABLE = "P5DIFF_PROCESSES"
"""`1` keeps all work in one process."""
_LOOK = 0.25
"""Seconds between two looks of the second process at whether the first still lives: no orphan computes on for
longer, and a look costs a microsecond."""
_SIZE = 8
"""Bytes that say how long a message is."""
_allowed: list[bool] = []


class Gone(Exception):
    """The other process has ended, or cannot be reached."""


def allow() -> None:
    """Say that this process is a command of its own. A program that uses the library may have threads, of
    which a forked process would have the locks alone."""
    _allowed[:] = [True]


def is_possible() -> bool:
    """Whether a second process would gain anything here."""
    if not _allowed or os.environ.get(VARIABLE, "") == "1" or not hasattr(os, "fork"):
        return False
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return count > 1


class Line:
    """One end of what two processes say to each other: numbers, strings, None, tuples and lists of them."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket

    def send(self, value: Any) -> None:
        """Say a value; waits until the other has taken most of it. Raises `Gone`."""
        data = marshal.dumps(value)
        try:
            self._socket.sendall(len(data).to_bytes(_SIZE, "little"))
            self._socket.sendall(data)
        except OSError as error:
            raise Gone from error

    def receive(self) -> Any:
        """What the other says next; waits for it. Raises `Gone`."""
        return marshal.loads(self._take(int.from_bytes(self._take(_SIZE), "little")))

    def _take(self, size: int) -> bytearray:
        data = bytearray(size)
        room = memoryview(data)
        while room:
            try:
                came = self._socket.recv_into(room)
            except OSError as error:
                raise Gone from error
            if not came:
                raise Gone
            room = room[came:]
        return data

    def close(self) -> None:
        """Nothing more will be said or heard."""
        with suppress(OSError):
            self._socket.close()


class Helper(Line):
    """The second process, as the first one sees it. Leaving the `with` ends it, whatever it is at."""

    def __init__(self, socket: Any, number: int) -> None:
        super().__init__(socket)
        self.number = number
        """Its process id."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        with suppress(OSError):
            os.kill(self.number, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self.number, 0)


def begin(work: Callable[[Line], None]) -> Helper | None:
    """Start `work` in a second process; None where that gains nothing or cannot be."""
    if not is_possible():
        return None
    from socket import socketpair

    try:
        ours, theirs = socketpair()
    except OSError:
        return None
    # An interrupt that comes in between would run the caller's own clean-up twice.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    parent = os.getpid()
    try:
        number = os.fork()
    except OSError:
        number = -1
    if not number:
        _live(work, ours, theirs, parent)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    theirs.close()
    if number < 0:
        ours.close()
        return None
    return Helper(ours, number)


def _live(work: Callable[[Line], None], ours: Any, theirs: Any, parent: int) -> None:
    """The whole life of the second process: it prints nothing, cleans up nothing, and never returns."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))
        signal.signal(signal.SIGALRM, lambda *_: None if os.getppid() == parent else os._exit(1))
        signal.setitimer(signal.ITIMER_REAL, _LOOK, _LOOK)
        ours.close()
        work(Line(theirs))
    finally:
        os._exit(0)
