"""A process with p5diff loaded that forks for each command: a process of its own, without the start.

To start an interpreter, load the program and make the patterns of a language takes most of the time of a
command on two short texts, and the tests give some hundreds of commands. What tests the start itself (what is
imported, hash seeds, limits) runs `python -m p5diff`.
"""

from __future__ import annotations

import importlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import IO

from p5diff.ingest.sandbox import parent
from tests import readers

ROOT = Path(__file__).resolve().parents[2]
_AT_START = ("PYTHON", "LC_", "LANG", "TZ")
"""How the names begin of what an interpreter asks of its environment once, as it starts."""


def ran(
    arguments: Sequence[str], cwd: Path, env: Mapping[str, str], stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """`python -P -m p5diff ARGUMENTS` in `cwd`, with this environment and nothing else."""
    words = [sys.executable, "-P", "-m", "p5diff", *arguments]
    if _fixed(env) != _fixed(_environment()):
        return subprocess.run(words, cwd=cwd, env=env, input=stdin, capture_output=True, check=False)
    with ExitStack() as files:
        streams = [files.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        streams[0].write(stdin)
        streams[0].seek(0)
        code = _code(json.dumps([list(arguments), str(cwd), dict(env)]).encode() + b"\n", streams)
        for stream in streams:
            stream.seek(0)
        return subprocess.CompletedProcess(words, code, streams[1].read(), streams[2].read())


def _code(request: bytes, streams: Sequence[IO[bytes]]) -> int:
    """The exit code of a request. A line that a test broke off (its time was up) is not used again: the next
    test would be given the code of the last."""
    server = _server()
    try:
        sent = socket.send_fds(server, [request], [stream.fileno() for stream in streams])
        server.sendall(request[sent:])
        return int(_line(server))
    except BaseException:
        server.close()
        _server.cache_clear()
        raise


def _fixed(env: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in env.items() if name.startswith(_AT_START)}


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@cache
def _server() -> socket.socket:
    """The line to the process that forks; it ends when the line does, with the tests."""
    ours, theirs = socket.socketpair()
    program = f"from tests.cli.ready import serve; serve({theirs.fileno()})"
    subprocess.Popen(
        [sys.executable, "-P", "-c", program],
        env=_environment(),
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    theirs.close()
    return ours


def _line(link: socket.socket, begun: bytes = b"") -> bytes:
    while not begun.endswith(b"\n"):
        more = link.recv(1 << 16)
        if not more:
            raise EOFError("the other side has ended")
        begun += more
    return begun


def serve(number: int) -> None:
    """Load all, then answer each request with the exit code of the process forked for it."""
    _load()
    link = socket.socket(fileno=number)
    while True:
        begun, streams, _, _ = socket.recv_fds(link, 1 << 16, 3)
        if not begun:
            return
        arguments, cwd, env = json.loads(_line(link, begun))
        child = os.fork()
        if not child:
            link.close()
            _run(arguments, cwd, env, streams)
        for stream in streams:
            os.close(stream)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        link.sendall(f"{code}\n".encode())


def _load() -> None:
    from p5diff.cli.main import COMMANDS
    from p5diff.workflows.compare import compare_texts

    for name in COMMANDS:
        importlib.import_module(f"p5diff.cli.{name}")
    compare_texts("1. The Parties will meet.", "1. The Parties may meet in Geneva in 2020.", language="en")
    readers.begin()
    parent._started = readers.started


def _run(arguments: list[str], cwd: str, env: dict[str, str], streams: list[int]) -> None:
    """Become the command: its streams, its folder, its environment; never returns."""
    from p5diff.cli.main import run

    code: object = 1
    try:
        for stream, place in zip(streams, range(3), strict=True):
            os.dup2(stream, place)
            os.close(stream)
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(env)
        time.tzset()
        sys.argv = ["p5diff", *arguments]
        run()
    except SystemExit as end:
        code = end.code
    finally:
        threading._shutdown()  # as an interpreter does that ends
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)
