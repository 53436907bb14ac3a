"""What `p5diff diff --semantic` adds to the links of wording, beside human judges.

    python -m benchmarks.meaning_links [--most 8]

Judged sets of ../shared/judged; the first documents of each. Printed are pair F1 without and with the model,
and how many of the links that it adds are right. Needs the extra `semantic`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from p5diff.align import align_sentences
from p5diff.align.passes.links import Link
from p5diff.align.passes.meaning import by_meaning
from p5diff.align.semantic import load_model

JUDGED = Path(__file__).resolve().parents[1] / ".." / "shared" / "judged"
SETS = ("bible_en", "bible_fr", "argrewrite", "asvs", "twlaw")


LANGUAGE = {"bible_fr": "fr", "twlaw": "zh"}
"""Language of a set, where it is not English."""


def _worded(case: dict[str, Any], name: str) -> list[Link]:
    return list(align_sentences(case["old"], case["new"], language=LANGUAGE.get(name, "en")))


def main() -> None:
    """Print a row for each set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=int, default=8, help="documents of a set")
    parser.add_argument("--sets", nargs="*", default=SETS)
    args = parser.parse_args()
    model = load_model()
    print("| set | wording F1 | with the model | added | right |\n|---|---:|---:|---:|---:|")
    for name in args.sets:
        right = {False: 0, True: 0}
        given = {False: 0, True: 0}
        wanted = added = added_right = 0
        lines = (JUDGED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for line in lines[: args.most]:
            case = json.loads(line)
            gold = {tuple(pair) for pair in case["gold"]}
            ignored = {tuple(pair) for pair in case.get("optional", ())}
            masked = set(case.get("mask_new", ()))
            links = _worded(case, name)
            sides = ([model.query(t) for t in case["old"]], [model.query(t) for t in case["new"]])
            more = by_meaning(
                links,
                (len(case["old"]), len(case["new"])),
                lambda i, j, sides=sides: float(sides[0][i] @ sides[1][j]),  # type: ignore[misc]
                lambda i, j: 0.0,
            )
            for semantic, some in ((False, links), (True, more)):
                pairs = {tuple(k) for k in some if k[1] not in masked} - ignored
                right[semantic] += len(pairs & gold)
                given[semantic] += len(pairs)
            new = {tuple(k) for k in more if k.found_by == "meaning" and k[1] not in masked} - ignored
            added += len(new)
            added_right += len(new & gold)
            wanted += len(gold)
        scores = [200 * right[s] / max(given[s] + wanted, 1) for s in (False, True)]
        print(f"| {name} | {scores[0]:.1f} | {scores[1]:.1f} | {added} | {added_right} |", flush=True)


if __name__ == "__main__":
    main()
