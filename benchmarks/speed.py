"""How fast, beside other tools: interleaved rounds, medians, ratios.

    python -m benchmarks.speed              pairs of texts against the other tools
    python -m benchmarks.speed --hard       large, unrelated and pathological texts, with peak memory
    python -m benchmarks.speed --process    the whole `p5diff diff` process

Ratios matter, milliseconds depend on the machine. Other tools run as whole processes, as they are used;
p5diff's engine runs in this process (tokenising, alignment and word edits of two statements).
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import materials
from p5diff.align import align, align_sentences
from p5diff.model.alignment import Alignment, Op
from p5diff.text.tokens import key, printed_tokens

REGEX = r"[[:alnum:]]+|[^[:space:]]"
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
        "git --word-diff, word regex": lambda: _run(
            "git", "diff", "--no-index", "--word-diff", f"--word-diff-regex={REGEX}", a, b
        ),
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
            "| tool | median ms | ratio to git, word regex |\n|---|---|---|"
        )
        with tempfile.TemporaryDirectory() as folder:
            a, b = Path(folder) / "a.txt", Path(folder) / "b.txt"
            a.write_text("\n\n".join(before) + "\n", encoding="utf-8")
            b.write_text("\n\n".join(after) + "\n", encoding="utf-8")
            _table(_timed(_tools(str(a), str(b), before, after), rounds))
            if name == "300 words":
                _table(_timed(_slow_tools(before, after), rounds))
            _kept(name, before, after, str(a), str(b))


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


def _timed(tools: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(rounds):
        for name, tool in tools.items():
            start = time.perf_counter()
            own = tool()
            times[name].append(own if isinstance(own, float) else time.perf_counter() - start)
    return {name: statistics.median(found) for name, found in times.items()}


def _table(medians: dict[str, float]) -> None:
    git = medians.get("git --word-diff, word regex")
    for name, value in medians.items():
        ratio = f"{value / git:.2f}" if git else "–"
        print(f"| {name} | {value * 1000:.1f} | {ratio} |", flush=True)


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


def hard() -> None:
    """Each text in a process of its own, for its own peak memory; twice, for the same bytes."""
    print("| text | s | peak MB | same bytes twice | result |\n|---|---|---|---|---|")
    for name in ("5,000 × 5,000 paragraphs", *materials.PATHOLOGICAL):
        runs = [
            json.loads(_run(sys.executable, "-m", "benchmarks.speed", "--one", name) or b"{}") for _ in "ab"
        ]
        first = runs[0]
        if not first:
            print(f"| {name} | failed | | | |", flush=True)
            continue
        same = "yes" if len({run["digest"] for run in runs}) == 1 else "no"
        print(f"| {name} | {first['seconds']:.2f} | {first['peak']} | {same} | {first['said']} |", flush=True)


def one(name: str) -> None:
    """Measure one hard text in this process; print what `hard` wants to know."""
    if name.startswith("5,000"):
        before, after, parent = materials.synthetic(5_000)
        start = time.perf_counter()
        links = align_sentences(before, after, language="en")
        spent = time.perf_counter() - start
        found = {j: i for i, j in links}
        right = sum(found.get(j) == i for j, i in parent.items()) / len(parent)
        said, digest = f"{100 * right:.2f} % right ancestors", repr(links)
    else:
        ours, theirs = map(materials.statement, materials.pathological(name))
        start = time.perf_counter()
        result = align(ours, theirs)
        spent = time.perf_counter() - start
        said = ", ".join(note.slug for note in result.notes) or "no bound reached"
        digest = repr(
            [(p.kind, [s.id for s in p.before], [s.id for s in p.after], p.edits) for p in result.pairs]
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sha = hashlib.sha256(digest.encode("utf-8", "surrogatepass")).hexdigest()
    print(json.dumps({"seconds": spent, "peak": peak, "said": said, "digest": sha}))


def process(rounds: int) -> None:
    """`p5diff diff a.txt b.txt` from start to end."""
    print("| text | median ms of the whole process |\n|---|---|")
    for name, (before, after) in {"light": materials.light(), "heavy": materials.heavy()}.items():
        with tempfile.TemporaryDirectory() as folder:
            a, b = Path(folder) / "a.txt", Path(folder) / "b.txt"
            a.write_text("\n\n".join(before) + "\n", encoding="utf-8")
            b.write_text("\n\n".join(after) + "\n", encoding="utf-8")
            command = (sys.executable, "-m", "p5diff", "diff", str(a), str(b))
            median = _timed({name: lambda c=command: _run(*c)}, rounds)[name]
            print(f"| {name} | {median * 1000:.0f} |", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--process", action="store_true")
    parser.add_argument("--one", default="")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    if options.one:
        one(options.one)
    elif options.hard:
        hard()
    elif options.process:
        process(options.rounds)
    else:
        pairs(options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
