"""The command line's front door: the list of commands, and what becomes of every failure.

Exit codes: 0 done, 1 findings (or a difference, with `--exit-code`), 2 misuse or unreadable
input, 3 unexpected, 130 interrupted.
"""

from __future__ import annotations

import errno
import gc
import importlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from types import FrameType
from typing import Any, NoReturn

import typer

from p5diff import aside, terminal
from p5diff.cli import console
from p5diff.errors import EXIT_DONE, EXIT_INTERRUPTED, EXIT_MISUSE, EXIT_UNEXPECTED, P5DiffError

COMMANDS = (
    "diff",
    "brief",
    "concord",
    "report",
    "series",
    "trace",
    "matrix",
    "site",
    "show",
    "list",
    "commitments",
    "topics",
    "add",
    "edit",
    "mv",
    "rm",
    "init",
    "fetch",
    "check",
    "verify",
    "log",
    "blame",
    "git",
)
"""Modules of p5diff.cli, in the order `--help` shows them."""

# The plain help costs a third of the rich one, and it is what pipes and screen readers want.
app = typer.Typer(
    name="p5diff",
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


_COMPLETION = "_P5DIFF_COMPLETE"
"""Environment variable by which a shell asks what could come next."""

_ENVIRONMENT = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO}
)


_GARBAGE = 4_000_000
"""A command makes hundreds of thousands of values that live until it ends, with hardly a cycle
among them: looking through them at the usual pace costs a tenth of a comparison and frees nothing. Two texts
of 480,000 words make three million, of which 228 went when they were looked through three times, in 0.75 of
27 seconds; so many values take some 300 MB at most, should all of them be cycles."""


class _Interrupted(BaseException):
    """SIGINT, kept apart from the framework's own handling of KeyboardInterrupt."""


@app.callback(invoke_without_command=True)
def _root(
    version: bool = typer.Option(False, "--version", help="Print the version and exit.", is_eager=True),
) -> None:
    """Compare diplomatic statements: what is new, dropped, reworded, stronger or weaker.

    Try: p5diff diff paris-2011 washington-2012
    """
    if version:
        from p5diff import __version__

        console.say(f"p5diff {__version__}")
        raise typer.Exit


def run() -> NoReturn:
    """Run the command line and exit with the code its outcome deserves."""
    gc.set_threshold(_GARBAGE)
    terminal.prepare()
    signal.signal(signal.SIGINT, _interrupt)
    code = _outcome()
    gc.freeze()  # or the interpreter looks through everything for cycles as it ends
    sys.exit(code)


def _outcome() -> int:
    try:
        for name in _wanted(sys.argv[1:]):
            importlib.import_module(f"p5diff.cli.{name}").register(app)
        code = _invoke()
        terminal.flush()
        return code
    except P5DiffError as error:
        console.tell_error(error)
        return error.exit_code
    except (_Interrupted, KeyboardInterrupt):
        console.tell("p5diff: interrupted")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return _quietly_closed()
    except Exception as error:
        return _unforeseen(error)


def _wanted(arguments: Sequence[str]) -> Sequence[str]:
    """The command that is named, else all of them: to make them all takes as long as to compare
    two short statements."""
    named = arguments[:1]
    return named if named and named[0] in COMMANDS and _COMPLETION not in os.environ else COMMANDS


def _invoke() -> int:
    """Parse and run. The framework's own `main` is passed by, because it turns a closed pipe
    into exit code 1, which here means findings; only completion still goes through it."""
    if _COMPLETION in os.environ:
        app(prog_name="p5diff")
    command = typer.main.get_command(app)
    refused: list[bool] = []
    for name in _PAGED:
        _pageable(command, name, refused)
    aside.allow()
    with command.make_context("p5diff", sys.argv[1:]) as context:
        console.show_reading()
        if sys.argv[1:2] and sys.argv[1] in _WORKS:
            terminal.at_work(sys.argv[1])
        whole = sys.argv[1:2] and sys.argv[1] in _PAGED
        try:
            with console.paged(lambda: not refused) if whole else nullcontext():
                code = command.invoke(context)
        finally:
            terminal.at_rest()
    return code if isinstance(code, int) else EXIT_DONE


_PAGED = (
    "concord",
    "series",
    "trace",
    "matrix",
    "show",
    "list",
    "commitments",
    "topics",
    "check",
    "log",
    "blame",
)
"""Commands whose output is kept back and paged as a whole; `diff` and `brief` page their own."""
_WORKS = frozenset({*_PAGED, "diff", "brief", "report", "site"})
"""Commands that compute and ask nothing: what they do for long is told on stderr."""


def _pageable(command: Any, name: str, refused: list[bool]) -> None:
    """Give a command `--no-pager`, the same in each; where it is used, `refused` says so."""
    found = getattr(command, "commands", {}).get(name)
    if found is not None:
        found.params.append(
            typer.core.TyperOption(
                param_decls=["--pager/--no-pager"],
                default=True,
                expose_value=False,
                is_flag=True,
                callback=lambda _context, _option, value: None if value else refused.append(True),
                help="Page what is longer than the screen.",
            )
        )


def _unforeseen(error: Exception) -> int:
    """An early exit or misuse, as the framework reports it; or a bug, which we report in full."""
    show: Any = getattr(error, "show", None)
    if show is not None:
        shown = io.StringIO()
        show(file=shown)  # the framework repeats arguments as they came
        console.tell(shown.getvalue().rstrip("\n"))
    if hasattr(error, "exit_code"):
        return int(error.exit_code)
    if isinstance(error, OSError) and (error.errno in _ENVIRONMENT or _nowhere()):
        return _environment(error)
    if os.environ.get("P5DIFF_DEBUG"):
        raise error
    console.tell(f"p5diff: unexpected {type(error).__name__}: {error}")
    console.tell("This is a fault in p5diff. Run again with P5DIFF_DEBUG=1 and report what it prints.")
    return EXIT_UNEXPECTED


def _nowhere() -> bool:
    """Whether the folder that we work in has been removed."""
    try:
        os.getcwd()  # noqa: PTH109 - asks the system, which `Path` does too
    except OSError:
        return True
    return False


def _environment(error: OSError) -> int:
    """The machine said no: a full disk, a folder that may not be written."""
    _abandon_stdout()
    where = f" ({error.filename})" if error.filename else ""
    console.tell_error(
        P5DiffError(
            "environment",
            f"the system refused: {error.strerror}{where}",
            cause="the place being read or written is full, closed, gone or not yours to use",
            hint="make room or choose another place, and run the command again",
        )
    )
    return EXIT_MISUSE


def _quietly_closed() -> int:
    """The reader of our pipe has gone (`| head`): nothing to say, nobody to say it to."""
    _abandon_stdout()
    return 128 + getattr(signal, "SIGPIPE", 13)


def _abandon_stdout() -> None:
    """Let what is still buffered go nowhere, so that the interpreter's last flush cannot fail."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise _Interrupted


if __name__ == "__main__":
    run()
