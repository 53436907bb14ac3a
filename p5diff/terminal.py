"""The one door to the terminal: whatever p5diff prints goes through here, and comes out harmless.

A text, a file name, a message of git or an argument may hold what steers a terminal (escape
sequences, C1 controls, bidirectional overrides) or what a build server takes for a command of
its own (a line that begins with `::`). All of it is spelled out where it can be seen. Only the
colours of p5diff's own pass, around words that have been made safe already.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from typing import TYPE_CHECKING, TextIO

from p5diff.errors import P5DiffError
from p5diff.text.visible import visible

if TYPE_CHECKING:
    import threading

_COMMAND = re.compile(r"(?m)^(\s*)(?:(:)(?=:)|(#)(?=#\[))")
"""What begins a command of GitHub's runner, which looks past white space."""
_PIECE = 1_000_000
"""Characters handed over at once, at least: far fewer than a long report has."""
_STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")


def safe(text: str) -> str:
    """The text with nothing in it that a terminal or a build server would obey.

    >>> safe("a\\x1b[31m\\n::error::b")
    'a<U+001B>[31m\\n<U+003A>:error::b'
    """
    return _COMMAND.sub(lambda m: f"{m[1]}<U+{ord(m[2] or m[3]):04X}>", visible(text))


def out(text: str) -> None:
    """Print to stdout for people, made safe."""
    stdout().write(safe(text))


def hand_over(text: str) -> None:
    """Print a file format to stdout. Its own writer has escaped the words in it as the format
    asks; what steers a terminal and slipped through is spelled out all the same."""
    start = 0
    while start < len(text):  # in pieces of whole lines: the stream holds a copy of what it is given at once
        end = text.find("\n", start + _PIECE) + 1 or len(text)
        stdout().write(_STEERS.sub(lambda match: f"<U+{ord(match.group()):04X}>", text[start:end]))
        start = end


def commands(text: str) -> None:
    """Print lines that a build server is meant to obey; their writer has escaped the words in them."""
    stdout().write(visible(text))


def tell(text: str) -> None:
    """Print a line to stderr for people, made safe. A stderr that is closed or full keeps it: there
    is nowhere else to say so."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(safe(text) + "\n")


def is_watched() -> bool:
    """Whether a person looks at stderr."""
    return sys.stderr is not None and sys.stderr.isatty()


def status(text: str) -> None:
    """Show how far something is on the last line of stderr, over what was shown before; empty clears it."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"\r{safe(text):40}" + ("" if text else "\r"))
            sys.stderr.flush()


def stdout() -> TextIO:
    """The stream for what has been made safe. Raises `P5DiffError` (slug `environment`) when the
    caller has closed it."""
    at_rest()
    if _NOW.held is not None:
        return _NOW.held
    if sys.stdout is None:
        raise P5DiffError(
            "environment",
            "there is nowhere to write to",
            cause="standard output is closed",
            hint="leave it open, or send it to a file or to /dev/null",
        )
    return sys.stdout


class _Now:
    """What the terminal is kept waiting with: one for the process, as there is one terminal."""

    held: StringIO | None = None
    """What a command has printed so far, where it is to be paged as a whole."""
    working: threading.Event | None = None
    """Set when work is over of which stderr is told."""
    reached: tuple[int, int] = (0, 0)
    """How many parts of the work are done, of how many; nothing is told of (0, 0)."""


_NOW = _Now()


@contextmanager
def held(height: Callable[[], int]) -> Iterator[None]:
    """Keep back what is printed, and show it at the end: through a pager where it is longer than the screen.

    `height` is asked at the end; 0 means no pager. Where nobody looks at stdout, nothing is kept back.
    """
    if not is_terminal():
        yield
        return
    kept = _NOW.held = StringIO()
    try:
        yield
    finally:
        text, _NOW.held = kept.getvalue(), None
        lines = height()
        if not (lines and page(text, lines)):
            stdout().write(text)


_PATIENCE = 2.0
"""Seconds that nobody minds waiting without a word."""


def at_work(name: str) -> None:
    """Tell on stderr, each second from the third, that `name` goes on: until something is printed. Only
    where a person looks at stderr."""
    if not is_watched():
        return
    import threading
    from itertools import count

    stop = _NOW.working = threading.Event()

    def tell_on() -> None:
        if stop.wait(_PATIENCE):
            return
        for seconds in count(int(_PATIENCE)):
            done, of = _NOW.reached
            status(f"{name}: {seconds} s" + (f", {done:,} of {of:,}" if of else ""))
            if stop.wait(1):
                return

    threading.Thread(target=tell_on, daemon=True).start()


def reached(done: int, of: int) -> None:
    """How far the work is of which `at_work` tells: `done` parts of so many."""
    _NOW.reached = (done, of)


def at_rest() -> None:
    """Work is over: the line that told of it is cleared."""
    if _NOW.working is not None:
        _NOW.working.set()
        _NOW.working, _NOW.reached = None, (0, 0)
        status("")


def page(text: str, height: int) -> bool:
    """Show what is longer than the screen in a pager, as git does; whether it was shown.

    The pager is P5DIFF_PAGER, else PAGER, else `less`; `cat` or an empty one means none. LESS is `FRX`
    unless it is set: quit where all fits, colours, leave the text on the screen.
    """
    import shlex
    import shutil
    import subprocess

    if not is_terminal() or text.count("\n") < height or os.environ.get("TERM") == "dumb":
        return False
    named = os.environ.get("P5DIFF_PAGER", os.environ.get("PAGER", "less"))
    command = shlex.split(named, posix=os.name != "nt")
    program = shutil.which(command[0]) if command else None
    if program is None or command == ["cat"]:
        return False
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)  # it stops a search in the pager, not us
    try:
        # The reader may have seen enough before all was handed over.
        subprocess.run([program, *command[1:]], input=text.encode(), env=environment, check=False)
    except BrokenPipeError:
        pass
    finally:
        signal.signal(signal.SIGINT, interrupt)
    return True


def is_terminal() -> bool:
    """Whether people see stdout as it is written."""
    return sys.stdout is not None and sys.stdout.isatty()


def can_be_asked() -> bool:
    """Whether a person sits there to answer a question; also where a stream is closed: then not."""
    return sys.stdin is not None and sys.stdin.isatty() and is_terminal()


def errors_are_seen() -> bool:
    """Whether people see stderr as it is written."""
    return sys.stderr is not None and sys.stderr.isatty()


def flush() -> None:
    """Send on what is still held back. Raises `OSError` as the system does."""
    if sys.stdout is not None:
        sys.stdout.flush()


def prepare() -> None:
    """UTF-8 out whatever the locale says: the texts are in six scripts."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
