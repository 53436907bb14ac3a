"""How the cost of aligning grows with the number of paragraphs.

    python -m benchmarks.growth              10² to 10⁵ paragraphs, short ones
    python -m benchmarks.growth --most 4     up to 10⁴

Prints seconds of processor time for each size, and the exponent fitted from 10³ on: 1 is linear.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from math import log

from benchmarks.long import slope
from p5diff.align import align_sentences


def texts(count: int) -> tuple[list[str], list[str]]:
    """`count` paragraphs of 12 words from a stock that grows with them; one in ten reworded or moved."""
    dice = random.Random(count)
    stock = [f"w{k}" for k in range(1000 + count)]
    before = [" ".join(dice.choice(stock) for _ in range(12)) for _ in range(count)]
    after = list(before)
    for k in dice.sample(range(count), count // 10):
        words = after[k].split()
        words[dice.randrange(12)] = dice.choice(stock)
        words[dice.randrange(12)] = dice.choice(stock)
        after[k] = " ".join(words)
    for _ in range(count // 100):
        after.insert(dice.randrange(count), after.pop(dice.randrange(count)))
    return before, after


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=5, help="largest power of ten")
    most = parser.parse_args().most
    print("| paragraphs | s (processor) |\n|---|---|")
    points = []
    for power in range(2, most + 1):
        before, after = texts(10**power)
        start = time.process_time()
        align_sentences(before, after, language="en")
        spent = time.process_time() - start
        points.append((log(10**power), log(spent)))
        print(f"| {10**power:,} | {spent:.3f} |", flush=True)
    print(f"\nExponent from 10³ on: {slope(points[1:]):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
