"""Run one reader of a heavy format in a limited child process.

PDF, DOCX and HTML come from strangers, and the libraries behind them can be made to eat memory,
to run for ever or to crash. So the bytes go to a child (`p5diff.ingest.sandbox.child`) with a bound on
memory and processor time and without a network; the answer comes back as JSON over a pipe that is
cut off at a cap. Whatever happens to the child, the parent raises `InputError`. No bound is a time
by the clock, so that a busy machine reads what an idle one reads; only when nothing at all is heard
of the child for `Limits.idle` is it stopped, and the error says that the computer is busy.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import IO, Any

from p5diff.errors import InputError, MissingExtra, P5DiffError
from p5diff.ingest.sandbox.child import OUT_OF_TIME
from p5diff.ingest.sandbox.limits import DEFAULT, Limits, check_input
from p5diff.ingest.sandbox.progress import watching
from p5diff.model.source import RawText

_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from p5diff.ingest.sandbox.child import main; main()"
)
_CPU_SIGNAL = -24
"""What a child ended by SIGXCPU returns."""
_CHUNK = 2**16
"""Bytes at once: what a pipe holds."""
_SIGN = re.compile(rb"\b(\d{1,6})/(\d{1,6})\n")
_LONG = 2.0
"""Seconds after which a person wants to see that something happens."""


def read_in_child(
    reader: str, data: bytes, *, name: str, limits: Limits = DEFAULT, **options: str
) -> RawText:
    """Read `data` with `reader` (`pdf`, `docx`, `html`) in a limited child.

    `name` is for messages, `options` go to the reader as they are. Raises `InputError` when the
    reader refuses, crashes, or goes over a limit.
    """
    check_input(data, name=name, limits=limits)
    header = {"reader": reader, "name": name, "limits": asdict(limits), "options": options}
    code, output, complaint = _talk(json.dumps(header).encode() + b"\n", data, limits)
    if code == 0 and len(output) <= limits.result_bytes:
        return _understand(output, name)
    raise _explain(code, len(output), complaint, name=name, limits=limits)


def require(module: str, *, extra: str, purpose: str) -> None:
    """Raise `MissingExtra` unless `module` can be imported; does not import it."""
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise MissingExtra(extra, purpose)


def _talk(header: bytes, data: bytes, limits: Limits) -> tuple[int | None, bytes, bytes]:
    """Exit code (None: out of time), output up to one byte over the cap, end of stderr."""
    child = _started()
    try:
        return _exchange(child, header, data, limits)
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout, child.stderr):
            _close(pipe)


def _started() -> Any:
    """The child, a `Popen`, with a pipe to each of its three streams."""
    import subprocess

    return subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-c", _START, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        close_fds=True,
    )


def _exchange(child: Any, header: bytes, data: bytes, limits: Limits) -> tuple[int | None, bytes, bytes]:
    output, complaint = bytearray(), bytearray()
    writer = _thread(lambda: _feed(child.stdin, header, data))
    readers = [
        _thread(lambda: _drain(child, child.stdout, output, limits.result_bytes)),
        _thread(lambda: _drain(child, child.stderr, complaint, 64 * 1024)),
    ]
    code = _wait(child, complaint, limits)
    for thread in (writer, *readers):
        thread.join(5)
    return code, bytes(output), bytes(complaint[-2000:])


def _wait(child: Any, signs: bytearray, limits: Limits) -> int | None:
    """The exit code, or None when the child had to be stopped: no sign of life for `idle` seconds."""
    from subprocess import TimeoutExpired
    from time import monotonic

    start = last = monotonic()
    seen = 0
    watcher = watching()
    while True:
        try:
            code: int = child.wait(0.2)
        except TimeoutExpired:
            now = monotonic()
            if len(signs) > seen:
                seen, last = len(signs), now
            if now - last > limits.idle:
                child.kill()
                return None
            if watcher is not None and now - start > _LONG and (far := _far(signs)):
                watcher(*far)
        else:
            if watcher is not None and monotonic() - start > _LONG:
                watcher(0, 0)
            return code


def _far(signs: bytearray) -> tuple[int, int] | None:
    """The last page that the child said it had read, of how many."""
    found = _SIGN.findall(bytes(signs[-64:]))
    return (int(found[-1][0]), int(found[-1][1])) if found else None


def _thread(work: Callable[[], None]) -> Any:
    from threading import Thread

    thread = Thread(target=work, daemon=True)
    thread.start()
    return thread


def _feed(pipe: IO[bytes], header: bytes, data: bytes) -> None:
    view = memoryview(data)
    try:
        pipe.write(header)
        for start in range(0, len(view), _CHUNK):
            pipe.write(view[start : start + _CHUNK])
        pipe.close()
    except (OSError, ValueError):
        pass  # the child ended early: its exit code tells why


def _drain(child: Any, pipe: IO[bytes], into: bytearray, cap: int) -> None:
    try:
        while chunk := pipe.read1(_CHUNK):  # type: ignore[attr-defined]
            into += chunk[: cap + 1 - len(into)]
            if len(into) > cap:
                child.kill()
                return
    except (OSError, ValueError):
        pass


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        pass


def _environment() -> dict[str, str]:
    """Nothing of the caller's environment but what Windows needs to start a program."""
    import os

    return {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}


def _understand(output: bytes, name: str) -> RawText:
    from p5diff.model.codec import from_dict

    try:
        answer = json.loads(output)
    except ValueError:
        raise _crashed(name, "its answer was cut off") from None
    if problem := answer.get("problem"):
        raise _problem(problem)
    result: RawText = from_dict(RawText, answer["raw"])
    return result


def _problem(problem: dict[str, str]) -> P5DiffError:
    if extra := problem.get("extra"):
        return MissingExtra(extra, problem["message"])
    return InputError(problem["slug"], problem["message"], cause=problem["cause"], hint=problem["hint"])


def _explain(code: int | None, size: int, complaint: bytes, *, name: str, limits: Limits) -> InputError:
    if size > limits.result_bytes:
        return _bounded(name, f"its text is larger than {limits.result_bytes // 2**20} MB")
    if code is None:
        return InputError(
            "reader-idle",
            f"{name} could not be read now: the computer is busy",
            cause=f"for {limits.idle:g} seconds the reader, which had hardly run, gave no sign",
            hint="try again when other work is done; the file need not be at fault",
        )
    if code in {_CPU_SIGNAL, OUT_OF_TIME}:
        allowed = f"{limits.cpu} seconds of processor time, and {limits.cpu_page:g} for each page"
        return _bounded(name, f"reading it took more than {allowed}")
    if b"MemoryError" in complaint or b"bad_alloc" in complaint:
        return _bounded(name, f"reading it took more than {limits.memory // 2**20:,} MB of memory")
    return _crashed(name, f"the reader ended with code {code}")


def _bounded(name: str, cause: str) -> InputError:
    return InputError(
        "reader-limit",
        f"{name} is too much for the reader",
        cause=f"{cause}: a damaged file, or one made to exhaust a machine",
        hint="save the statement's text by itself (as plain text, say) and give that file",
    )


def _crashed(name: str, cause: str) -> InputError:
    return InputError(
        "reader-crashed",
        f"{name} could not be read: the reader broke off",
        cause=f"{cause}; the file is damaged, or needs more memory than the reader may use",
        hint="open the file in a viewer, save it again or save its text, and give that file",
    )
