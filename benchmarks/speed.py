"""How fast, beside other tools: interleaved rounds, medians, ratios.

    python -m benchmarks.speed              pairs of texts against the other tools
    python -m benchmarks.speed --hard       large, unrelated and pathological texts, with peak memory:
                                            the engine in five processes each, then the whole `p5diff diff`
    python -m benchmarks.speed --process    the whole `p5diff diff` process beside git, with peak memory

Ratios matter, milliseconds depend on the machine. Where other work is running, read those of processor time:
a process of a few milliseconds seldom waits for its turn, one of a hundred does. Other tools run as whole
processes, as they are used;
p5diff's engine runs in this process (tokenising, alignment and word edits of two statements).
"""

from __future__ import annotations

import argparse
import difflib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from benchmarks import hard, materials
from p5diff.align import align
from p5diff.model.alignment import Alignment, Op
from p5diff.text.tokens import key, printed_tokens

REGEX = r"[[:alnum:]]+|[^[:space:]]"
GIT = ("git", "diff", "--no-index", "--word-diff", f"--word-diff-regex={REGEX}")
_WORD = re.compile(r"\w+")
_PHP = """
$a = file_get_contents($argv[1]); $b = file_get_contents($argv[2]);
$t = hrtime(true); $x = wikidiff2_do_diff($a, $b, 0); echo (hrtime(true) - $t) / 1e9;
"""


def _run(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=False, timeout=300).stdout


def _tools(a: str, b: str, before: list[str], after: list[str]) -> dict[str, Callable[[], object]]:
    """Name → what to time. A float that comes back is the time the tool measured itself."""
    ours, theirs = materials.statement(before), materials.statement(after)
    tools: dict[str, Callable[[], object]] = {
        "p5diff engine": lambda: align(ours, theirs),
        "p5diff, tokenising alone": lambda: [printed_tokens(p) for p in before + after],
        "git --word-diff, word regex": lambda: _run(*GIT, a, b),
        "git --word-diff": lambda: _run("git", "diff", "--no-index", "--word-diff", a, b),
    }
    if shutil.which("wdiff"):
        tools["wdiff"] = lambda: _run("wdiff", a, b)
    if shutil.which("dwdiff"):
        tools["dwdiff"] = lambda: _run("dwdiff", a, b)
    if shutil.which("php") and b"wikidiff2" in _run("php", "-m"):
        tools["wikidiff2 (inside PHP)"] = lambda: float(_run("php", "-r", _PHP, a, b))
    return tools


def pairs(rounds: int) -> None:
    """One table for each pair of texts."""
    sets = {"300 words": materials.short(), "light": materials.light(), "heavy": materials.heavy()}
    for name, (before, after) in sets.items():
        words = [sum(len(p.split()) for p in side) for side in (before, after)]
        print(
            f"\n**{name}** ({words[0]} × {words[1]} words)\n\n"
            "| tool | median ms | ratio to git, word regex | ratio to wikidiff2 | processor ms | to git |\n"
            "|---|---|---|---|---|---|"
        )
        with hard.files((before, after)) as (a, b):
            tools = _tools(a, b, before, after)
            if name == "300 words":
                tools |= _slow_tools(before, after)
            _table(_timed(tools, rounds))
            _kept(name, before, after, a, b)


def _slow_tools(before: list[str], after: list[str]) -> dict[str, Callable[[], object]]:
    """In-process tools that would take minutes on long texts."""
    from diff_match_patch import diff_match_patch

    x, y = [printed_tokens(" ".join(side)) for side in (before, after)]
    alphabet: dict[str, str] = {}
    s, t = (
        "".join(alphabet.setdefault(key(w), chr(0xF0000 + len(alphabet))) for w in side) for side in (x, y)
    )
    judge = diff_match_patch()
    judge.Diff_Timeout = 0
    return {
        "diff-match-patch, words": lambda: judge.diff_main(s, t, False),
        "difflib, words": lambda: difflib.SequenceMatcher(None, x, y, autojunk=False).get_opcodes(),
    }


class Timing(NamedTuple):
    """Medians of one tool, in seconds: of the clock, and of the processor (its own and its processes')."""

    clock: float
    processor: float


def _timed(tools: dict[str, Callable[[], object]], rounds: int) -> dict[str, Timing]:
    times: dict[str, list[Timing]] = {name: [] for name in tools}
    for _ in range(rounds):
        for name, tool in tools.items():
            start, used = time.perf_counter(), _processor()
            own = tool()
            clock = own if isinstance(own, float) else time.perf_counter() - start
            times[name].append(Timing(clock, _processor() - used))
    return {
        name: Timing(*(statistics.median(column) for column in zip(*found, strict=True)))
        for name, found in times.items()
    }


def _processor() -> float:
    """Seconds of processor time so far, of this process and of those that it ran."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum([each.ru_utime + each.ru_stime for each in used])


def _table(medians: dict[str, Timing]) -> None:
    git, wiki = medians.get("git --word-diff, word regex"), medians.get("wikidiff2 (inside PHP)")
    for name, own in medians.items():
        ratios = [own.clock / other.clock if other else None for other in (git, wiki)]
        ratios.append(own.processor / git.processor if git and git.processor else None)
        one, two, three = (f"{ratio:.2f}" if ratio else "–" for ratio in ratios)
        print(
            f"| {name} | {own.clock * 1000:.1f} | {one} | {two} | {own.processor * 1000:.1f} | {three} |",
            flush=True,
        )


def _kept(name: str, before: list[str], after: list[str], a: str, b: str) -> None:
    """Words that each shows as kept (git's count includes all the lines it leaves out)."""
    ours = kept_words(align(materials.statement(before), materials.statement(after)))
    shown = _run(
        "git", "diff", "--no-index", "-U1000000", "--word-diff=porcelain", f"--word-diff-regex={REGEX}", a, b
    ).decode()
    body = shown.split("@@\n", 1)[-1]
    git = sum(len(_WORD.findall(line)) for line in body.splitlines() if line.startswith(" "))
    print(f"\nWords kept equal on {name}: p5diff {ours}, git {git}.")


def kept_words(result: Alignment) -> int:
    return sum(len(_WORD.findall(e.text)) for p in result.pairs for e in p.edits if e.op is Op.KEEP)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--process", action="store_true")
    parser.add_argument("--one", default="")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    if options.one:
        hard.one(options.one)
    elif options.hard:
        hard.engine()
        hard.hard_processes()
    elif options.process:
        hard.processes(options.rounds, GIT)
    else:
        pairs(options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
