"""A process with all readers loaded that forks for each file: one of its own, limited, without the start.

The product starts an interpreter for each PDF, DOCX or HTML file, which takes longer than to read the small
files of the tests. A forked one sets its limits and reads just so (`p5diff.ingest.sandbox.child.main`). What
tests the start itself sets `REAL_READERS = True` in its module.
"""

from __future__ import annotations

import importlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

from p5diff.ingest.sandbox import child, parent
from p5diff.ingest.sandbox.limits import DEFAULT

ROOT = Path(__file__).resolve().parents[1]
_really_started = parent._started


class Reader:
    """What `parent` asks of a started process, of one that another process has forked."""

    def __init__(self, link: socket.socket) -> None:
        theirs_in, ours_in = os.pipe()
        ours_out, theirs_out = os.pipe()
        ours_err, theirs_err = os.pipe()
        told, tell = os.pipe()
        theirs = [theirs_in, theirs_out, theirs_err, tell]
        self.stdin: IO[bytes] = os.fdopen(ours_in, "wb")
        self.stdout: IO[bytes] = os.fdopen(ours_out, "rb")
        self.stderr: IO[bytes] = os.fdopen(ours_err, "rb")
        self._told = os.fdopen(told, "rb", buffering=0)
        socket.send_fds(link, [b"read"], theirs)
        for number in theirs:
            os.close(number)
        self._pid = int(_line(self._told))
        self._code: int | None = None

    def wait(self, timeout: float | None = None) -> int:
        """The exit code; `TimeoutExpired` after `timeout` seconds, as of `Popen.wait`."""
        if self._code is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("a reader", timeout or 0)
            self._code = int(_line(self._told))
            self._told.close()
        return self._code

    def kill(self) -> None:
        """End it, if it has not ended."""
        if self._code is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)


def _line(pipe: IO[bytes]) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        more = pipe.read(1)
        if not more:
            raise EOFError("the process that keeps the reader has ended")
        line += more
    return line


def begin() -> None:
    """Start the process that forks; what is forked from the caller shares it."""
    _server()


def started() -> object:
    """A reader's process: forked, unless a test has changed where modules are looked for."""
    link, path = _server()
    return Reader(link) if sys.path == path else _really_started()


@cache
def _server() -> tuple[socket.socket, list[str]]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    program = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from tests.readers import serve; "
    subprocess.Popen(
        [
            sys.executable,
            "-I",
            "-X",
            "utf8",
            "-c",
            f"{program}serve({theirs.fileno()})",
            json.dumps(sys.path),
        ],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
        env={},
    )
    theirs.close()
    return ours, list(sys.path)


def serve(number: int) -> None:
    """Load all readers, then fork for each request, until nobody holds the other end of the line."""
    for reader in child.READERS:
        child._load(reader)
    _warm()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks after the keepers
    link = socket.socket(fileno=number)
    while True:
        begun, streams, _, _ = socket.recv_fds(link, 16, 4)
        if not begun:
            return
        if not os.fork():
            link.close()
            _keep(streams)
        for stream in streams:
            os.close(stream)


def _warm() -> None:
    """Read one page: what a reader imports only when it needs it is then there for all."""
    page = b"<html><body><main><p>The Parties met in Geneva on 2 May 2020.</p></main></body></html>"
    importlib.import_module(child.READERS["html"]).parse(page, name="a page", limits=DEFAULT)


def _keep(streams: list[int]) -> None:
    """Fork the reader, tell its number, and its exit code when it has ended; never returns."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    *three, tell = streams
    pid = os.fork()
    if not pid:
        os.close(tell)
        _read(three)
    for stream in three:
        os.close(stream)
    os.write(tell, f"{pid}\n".encode())
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.write(tell, f"{code}\n".encode())
    os._exit(0)


def _read(streams: list[int]) -> None:
    """Become the reader: its three streams, then what the product's child does; never returns."""
    try:
        for stream, place in zip(streams, range(3), strict=True):
            os.dup2(stream, place)
            os.close(stream)
        child.main()
    except BaseException:
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
    finally:
        os._exit(1)
