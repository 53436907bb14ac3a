"""Put the parts in docs/benchmarks/ together into docs/benchmarks.md: python -m benchmarks.page"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "docs" / "benchmarks"
PAGE = ROOT / "docs" / "benchmarks.md"
ORDER = ("alignment", "meaning", "importers", "formats", "rewrapping", "corpus", "security", "reports")
HEAD = """# Benchmarks

Every table names the command that makes it again. Quality is measured on alignments and texts that
other people judged or made; speed as ratios taken side by side in one run, because machines differ
and are noisy. Nothing here is measured by the tests; they only pin floors under the quality.

The benchmarks read `../shared` beside the checkout, and say so where it is missing. They run from the
root of a checkout with `pip install -e ".[test]"`.
"""


def page() -> str:
    """The whole page: each part one heading level deeper, in a fixed order."""
    parts = [(PARTS / f"{name}.md").read_text(encoding="utf-8") for name in ORDER]
    return "\n".join([HEAD, *(_deeper(part) for part in parts)])


def _deeper(part: str) -> str:
    return (
        "\n".join(f"#{line}" if line.startswith("#") else line for line in part.strip().splitlines()) + "\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
