"""How whole commands cost as the texts grow: `diff` in each form, on texts invented by rule.

    python -m benchmarks.long                         30,000, 120,000 and 480,000 words a side
    python -m benchmarks.long --paragraphs            5,000, 20,000 and 100,000 paragraphs a side
    python -m benchmarks.long --one                   the longest paragraph; refused ones of 6 and 3 MB
    python -m benchmarks.long --sizes 30000 --forms terminal json

Each command is run by itself. Prints seconds of processor time (user and system, of all its processes),
seconds by the clock (which other work on the machine lengthens), peak memory, the size of what was written,
and the exponent fitted over the sizes of each form: 1 is linear. `P5DIFF_PROCESSES=1` in front keeps it to
one process.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from math import log
from pathlib import Path
from typing import NamedTuple

_WHO = (
    "The Parties|The States|The nuclear-weapon States|All delegations|The Working Group|Two delegations|"
    "The Conference|The experts|The host country|The Secretariat|Members of the Group|The Chair"
).split("|")
_DOES = (
    "will|shall|should|may|intend to|undertake to|agreed to|are encouraged to|decided to|continue to|"
    "reaffirmed their commitment to|called on all partners to|plan to|are ready to"
).split("|")
_ACT = (
    "report on|review|reduce|strengthen|discuss|exchange information on|verify|publish|support|examine|"
    "promote|share experience of|cooperate on|make progress in|monitor|declare"
).split("|")
_WHAT = (
    "the measures of article {n}|their stocks of material|the glossary|transparency|the budget of {y}|"
    "export controls|the treaty on test explosions|safeguards|regional security|water management|"
    "the decision of {y}|technical cooperation|paragraph {n} of the outcome document|the register|"
    "confidence-building measures|peaceful uses|scientific exchange|the protocol of {y}"
).split("|")
_HOW = (
    "by {y}|every year|without delay|as appropriate|where possible|in accordance with document {n}|in Geneva|"
    "at the next meeting|in good faith|with a view to an agreement|within {n} months|on a voluntary basis|"
    "together with regional partners|through the {name} programme|taking note of the {name} initiative"
).split("|")


def sentence(dice: random.Random) -> str:
    """One sentence of 12 to 40 words."""
    name = "".join(dice.choice(("ba", "ke", "lo", "mi", "nu", "ra", "te", "vi")) for _ in range(3)).title()
    parts = [dice.choice(_WHO), dice.choice(_DOES)]
    for k in range(dice.randint(1, 3)):
        parts += [*(["and"] if k else []), dice.choice(_ACT), dice.choice(_WHAT)]
    parts += [dice.choice(_HOW) for _ in range(dice.randint(1, 3))]
    return " ".join(parts).format(n=dice.randint(1, 999), y=dice.randint(1990, 2040), name=name) + "."


def paragraphs(count: int, sentences: int = 4, seed: int = 1) -> list[list[str]]:
    """`count` paragraphs of so many sentences."""
    dice = random.Random(seed)
    return [[sentence(dice) for _ in range(sentences)] for _ in range(count)]


def revised(before: list[list[str]], seed: int = 2) -> list[list[str]]:
    """One sentence in seven reworded, one in fifty dropped or new, one paragraph in a hundred moved."""
    dice = random.Random(seed)
    after = []
    for paragraph in before:
        made = []
        for text in paragraph:
            chance = dice.random()
            if chance < 0.14:
                words, other = text.split(), sentence(dice).split()
                at = dice.randrange(len(words) - 1)
                made.append(" ".join([*words[:at], *other[1 : dice.randint(2, 4)], *words[at + 1 :]]))
            elif chance < 0.16:
                made += [text, sentence(dice)]
            elif chance < 0.98 or len(paragraph) == 1:
                made.append(text)
        after.append(made)
    for _ in range(len(after) // 100):
        after.insert(dice.randrange(len(after)), after.pop(dice.randrange(len(after))))
    return [paragraph for paragraph in after if paragraph]


def words_of(text: list[list[str]]) -> int:
    return sum(len(s.split()) for p in text for s in p)


def write(folder: Path, before: list[list[str]], after: list[list[str]], joint: str = "\n\n") -> list[str]:
    """Both sides as files of plain text."""
    paths = []
    for name, side in (("before.txt", before), ("after.txt", after)):
        path = folder / name
        path.write_text(joint.join(" ".join(paragraph) for paragraph in side) + "\n", encoding="utf-8")
        paths.append(str(path))
    return paths


class Cost(NamedTuple):
    """What one command took: processor seconds of all its processes, seconds by the clock, the peak of their
    memory together (what they share counted once; sampled), and its exit code."""

    processor: float
    clock: float
    megabytes: float
    code: int


def cost(arguments: list[str], output: Path) -> Cost:
    """What `p5diff …` takes, with its output in a file."""
    command = [sys.executable, "-m", "p5diff", *arguments]
    peak, over = 0, threading.Event()
    with output.open("wb") as out:
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)

        def watch() -> None:
            nonlocal peak
            while not over.wait(0.2):
                peak = max(peak, held(process.pid))

        watching = threading.Thread(target=watch)
        watching.start()
        _, status, used = os.wait4(process.pid, 0)
        clock = time.monotonic() - started
        over.set()
        watching.join()
    # one process by itself is known exactly; its children, waited for by it, are in its processor time
    megabytes = max(peak / 1024, used.ru_maxrss / 1024)
    return Cost(used.ru_utime + used.ru_stime, clock, megabytes, os.waitstatus_to_exitcode(status))


def held(number: int) -> int:
    """KB that a process and its children hold now, what they share counted once (Linux; 0 elsewhere)."""
    total = 0
    with suppress(OSError, ValueError):
        children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
        for one in (str(number), *children):
            rolled = Path(f"/proc/{one}/smaps_rollup").read_text()
            total += int(rolled.partition("\nPss:")[2].split()[0])
    return total


def cases(options: argparse.Namespace) -> list[tuple[str, list[list[str]], list[list[str]], str]]:
    """Title, both sides, and what joins paragraphs, for each size."""
    if options.one:
        made = paragraphs(6_000_000 // 680)
        other = revised(made)
        most = paragraphs(950_000 // 680)
        short = [[s.rstrip(".") for s in p] for p in made[: len(made) // 2]]
        shorter = [[s.rstrip(".") for s in p] for p in other[: len(other) // 2]]
        return [
            ("one paragraph below the bound", most, revised(most), " "),
            ("one paragraph, 6 MB", made, other, " "),
            ("no full stop, 3 MB", short, shorter, " "),
        ]
    found = []
    usual = (5_000, 20_000, 100_000) if options.paragraphs else (30_000, 120_000, 480_000)
    for size in options.sizes or usual:
        made = paragraphs(size, 1) if options.paragraphs else paragraphs(round(size / 85))
        title = f"{words_of(made):,} words"
        if options.paragraphs:
            title = f"{size:,} paragraphs, {title}"
        found.append((title, made, revised(made), "\n\n"))
    return found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--paragraphs", action="store_true")
    parser.add_argument("--one", action="store_true")
    parser.add_argument("--forms", nargs="+", default=["terminal"])
    parser.add_argument("--keep", type=Path, help="folder that keeps the texts and the outputs")
    options = parser.parse_args()
    print("| text a side | form | s (processor) | s (clock) | MB | output, MB | exit code |")
    print("|---|---|---|---|---|---|---|")
    points: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as scrap:
        for number, (title, before, after, joint) in enumerate(cases(options)):
            folder = (options.keep or Path(scrap)) / str(number)
            folder.mkdir(parents=True, exist_ok=True)
            paths = write(folder, before, after, joint)
            for form in options.forms:
                output = folder / f"out.{form}"
                took = cost(["diff", *paths, "--format", form], output)
                size = output.stat().st_size / 1e6
                row = (title, form, f"{took.processor:.1f}", f"{took.clock:.1f}", f"{took.megabytes:.0f}")
                row = (*row, f"{size:.1f}", str(took.code))
                print(f"| {' | '.join(row)} |", flush=True)
                points.setdefault(form, []).append((log(words_of(before)), log(took.processor)))
    for form, found in points.items():
        if len(found) > 1 and not options.one:
            print(f"\nExponent of {form}: {slope(found):.2f}")
    return 0


def slope(points: list[tuple[float, float]]) -> float:
    """Of the straight line through the points, by least squares."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    above = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return above / sum((x - mean_x) ** 2 for x, _ in points)


if __name__ == "__main__":
    sys.exit(main())
