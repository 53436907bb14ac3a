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
from math import ceil
from time import process_time
from typing import Any

from p5diff.errors import MissingExtra, P5DiffError
from p5diff.ingest.sandbox.limits import Limits
from p5diff.ingest.sandbox.unfolding import counting
from p5diff.model.codec import to_dict

OUT_OF_TIME = 124
"""Exit code of a child that found itself over its processor time."""
READERS = {
    "pdf": "p5diff.ingest.readers.pdf",
    "docx": "p5diff.ingest.readers.docx",
    "html": "p5diff.ingest.readers.html",
    "odt": "p5diff.ingest.readers.odt",
    "rtf": "p5diff.ingest.readers.rtf",
    "epub": "p5diff.ingest.readers.epub",
    "mail": "p5diff.ingest.readers.mail",
    "legal": "p5diff.ingest.readers.legal",
}
_LIBRARIES = {"pdf": ("pypdfium2", "p5diff.ingest.readers.pdf.document")}
"""What a reader imports when it is first used: loaded before its processor time is counted, so
that a slow disk or a cold cache is no fault of the file."""
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
"""From <linux/sched.h>: a user and a network of its own."""
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
    data = sys.stdin.buffer.read()
    _load(header["reader"])
    restrict(limits)
    answer = _answer(header, data, limits)
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()
    os._exit(0)  # a library's clean-up may crash after the work is done


def _answer(header: dict[str, Any], data: bytes, limits: Limits) -> dict[str, Any]:
    reader = importlib.import_module(READERS[header["reader"]])
    options = dict(header["options"])
    if header["reader"] == "pdf":
        options["alive"] = Pace(limits).sign
    try:
        with counting(header["name"], limits):
            raw = reader.parse(data, name=header["name"], limits=limits, **options)
    except MissingExtra as error:
        return {"problem": {"extra": error.extra, "message": error.message.split(" needs a part")[0]}}
    except P5DiffError as error:
        parts = {"message": error.message, "cause": error.cause, "hint": error.hint}
        return {"problem": {"slug": error.slug, **parts}}
    return {"raw": to_dict(raw)}


def _load(reader: str) -> None:
    """Import a reader and its libraries, as far as they are installed."""
    importlib.import_module(READERS[reader])
    for module in _LIBRARIES.get(reader, ()):
        try:
            importlib.import_module(module)
        except ImportError:  # the reader itself says what is missing
            return


class Pace:
    """Tells the parent how far the reading is, and lets each page buy its processor time."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._start, self._read = limits, process_time(), 0

    def sign(self, page: int, pages: int) -> None:
        """Page `page` of `pages` is read (or, at the end, made into text). One that is read again is a sign
        of life, but buys nothing, and takes nothing back of what the pages after it have bought."""
        self._read = page = max(self._read, page)
        os.write(2, f"{page}/{pages}\n".encode())
        bound = self._start + self._limits.cpu + self._limits.cpu_page * page
        if process_time() > bound:  # where the system keeps no account (Windows)
            os._exit(OUT_OF_TIME)
        _limit_processor(ceil(bound))


def _limit_processor(seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    bound = seconds if hard == resource.RLIM_INFINITY else min(seconds, hard - 1)
    resource.setrlimit(resource.RLIMIT_CPU, (bound, hard))


def restrict(limits: Limits) -> None:
    """Give up what a reader does not need: memory, time, network, programs, files to write."""
    _limit_resources(limits)
    _leave_network()
    sys.addaudithook(_refuse)


def _limit_resources(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows: the count of pages, `Pace` and the caps on sizes remain
        return
    used = ceil(process_time())
    bounds = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 64,
    }
    for which, bound in bounds.items():
        try:
            resource.setrlimit(which, (bound, bound))
        except (ValueError, OSError):  # macOS knows no RLIMIT_AS: the other bounds remain
            continue
    # the first signal names the reason, the second, a second after all pages, cannot be caught
    last = used + limits.cpu + ceil(limits.cpu_page * limits.pages) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + limits.cpu, last))


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
