"""The child's side of `p5diff.ingest.sandbox.parent`: limit oneself, read, answer in JSON.

The first line of standard input is a JSON header, the rest is the file. The answer on standard
output is `{"raw": …}` or `{"problem": …}`. Everything else (a crash, a signal) the parent
explains from the exit code.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from typing import Any

from p5diff.errors import MissingExtra, P5DiffError
from p5diff.ingest.sandbox.limits import Limits
from p5diff.model.codec import to_dict

READERS = {
    "pdf": "p5diff.ingest.readers.pdf",
    "docx": "p5diff.ingest.readers.docx",
    "html": "p5diff.ingest.readers.html",
}
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.remove",
)


def main() -> None:
    """Read one file from standard input under the limits of its header."""
    header = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**header["limits"])
    restrict(limits)
    data = sys.stdin.buffer.read()
    answer = _answer(header, data, limits)
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()
    os._exit(0)  # a library's clean-up may crash after the work is done


def _answer(header: dict[str, Any], data: bytes, limits: Limits) -> dict[str, Any]:
    reader = importlib.import_module(READERS[header["reader"]])
    options = dict(header["options"])
    if header["reader"] == "pdf":
        options["alive"] = _sign
    try:
        raw = reader.parse(data, name=header["name"], limits=limits, **options)
    except MissingExtra as error:
        return {"problem": {"extra": error.extra, "message": error.message.split(" needs a part")[0]}}
    except P5DiffError as error:
        parts = {"message": error.message, "cause": error.cause, "hint": error.hint}
        return {"problem": {"slug": error.slug, **parts}}
    return {"raw": to_dict(raw)}


def _sign() -> None:
    """A sign of life to the parent, which waits so much longer."""
    os.write(2, b".")


def restrict(limits: Limits) -> None:
    """Give up what a reader does not need: memory, time, network, programs, files to write."""
    _limit_resources(limits)
    _leave_network()
    sys.addaudithook(_refuse)


def _limit_resources(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows: the wall limit and the caps on sizes remain
        return
    bounds = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_CPU: limits.cpu,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 64,
    }
    for which, bound in bounds.items():
        try:
            # a second between the two: the first signal names the reason, the second cannot be caught
            resource.setrlimit(which, (bound, bound + (which == resource.RLIMIT_CPU)))
        except (ValueError, OSError):  # macOS knows no RLIMIT_AS: the other bounds remain
            continue


def _leave_network() -> None:
    """Enter an empty network namespace where the kernel lets anyone do so (Linux)."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    try:
        ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    except (OSError, AttributeError):
        return


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: what Python code in the child may not do, whatever a document says."""
    if event.startswith(_REFUSED):
        raise PermissionError(f"a reader may not do this: {event}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise PermissionError("a reader may not write files")
