"""How long a comparison of two long texts takes by the clock where two processors are free, whatever else
this machine is doing.

    python -m benchmarks.path BEFORE AFTER        two files, e.g. those that `benchmarks.long --keep` leaves

Two processes read long files (`p5diff/workflows/beside.py`), and what they say (`p5diff/meaning/ahead.py`).
Each tells how much of a processor it has used
whenever it hands something over or waits; the clock is worked out from that: at each exchange both go on from
the later of the two. Printed are the processor seconds of each, and the clock.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple


class Moment(NamedTuple):
    """One process at an exchange: what it is about to do, and the processor seconds it has used."""

    what: str
    used: float


def traced(log: Path) -> None:
    """Run the command line in this process, with its exchanges written to `log`."""
    from p5diff import aside
    from p5diff.cli import main

    first = os.getpid()
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(what: str) -> None:
        who = "first" if os.getpid() == first else "second"
        os.write(handle, f"{who} {what} {time.process_time():.4f}\n".encode())

    send, receive, begin, leave = aside.Line.send, aside.Line.receive, aside.begin, os._exit

    def told(line: aside.Line, value: object) -> None:
        note("meets")
        send(line, value)

    def heard(line: aside.Line) -> object:
        note("meets")
        return receive(line)

    def begun(work: object) -> object:
        note("begins")
        return begin(work)  # type: ignore[arg-type]

    def left(code: int) -> None:
        note("ends")
        leave(code)

    aside.Line.send, aside.Line.receive = told, heard  # type: ignore[assignment, method-assign]
    aside.begin = begun  # type: ignore[assignment]
    os._exit = left  # type: ignore[assignment]
    atexit.register(note, "ends")
    main.run()


def clock(first: list[Moment], second: list[Moment]) -> float:
    """Seconds by the clock on two free processors.

    >>> clock([Moment("begins", 1.0), Moment("meets", 2.0), Moment("ends", 3.0)], [Moment("meets", 4.0)])
    6.0
    """
    now, used, other, spent = 0.0, 0.0, 0.0, 0.0
    waiting = iter([moment for moment in second if moment.what == "meets"])
    for moment in first:
        now += moment.used - used
        used = moment.used
        if moment.what == "begins":
            other, spent = now, 0.0
        elif moment.what == "meets" and (met := next(waiting, None)) is not None:
            other += met.used - spent
            spent = met.used
            now = other = max(now, other)
    return now


def main() -> int:
    """Measure and print."""
    if sys.argv[1:2] == ["--traced"]:
        log = Path(sys.argv[2])
        sys.argv[1:] = sys.argv[3:]
        traced(log)
        return 0
    with tempfile.TemporaryDirectory() as scrap:
        log = Path(scrap) / "log"
        command = [sys.executable, "-m", "benchmarks.path", "--traced", str(log), "diff", *sys.argv[1:3]]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        told = [line.split() for line in log.read_text().splitlines()]
    first, second = (
        [Moment(what, float(used)) for who, what, used in told if who == name] for name in ("first", "second")
    )
    begun = next((moment.used for moment in first if moment.what == "begins"), None)
    print(f"first process   {first[-1].used:6.1f} s, alone for {begun or first[-1].used:.1f} s")
    ends = [moment.used for moment in second if moment.what == "ends"]
    print(f"second process  {sum(ends):6.1f} s")
    print(f"by the clock    {clock(first, second):6.1f} s on two free processors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
