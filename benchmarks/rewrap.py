"""How many layouts of a text give the same stored form: law 8, counted.

Run `python -m benchmarks.rewrap` beside ../shared. Layouts: the Universal Declaration in six
languages, 14 paragraphs at a time, at 20 to 200 columns, in each style with and without page
furniture. "blank, noise" is the style that is undecidable in principle where a full line ends a
sentence before a blank line.
"""

from __future__ import annotations

import random
from pathlib import Path

from p5diff import language as languages
from p5diff.ingest.layout.normalise import normalise
from p5diff.text.stored import sentence_lines
from tests.text.layouts import UDHR, Layout, declaration, lay_out

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
WIDTHS = (20, 30, 40, 50, 60, 72, 80, 100, 120, 160, 200)
STYLES = {
    "blank": {"blanks": 1},
    "indent": {"indent": 2},
    "indent, noise": {"indent": 2, "noise": 0.2},
    "blank, noise": {"blanks": 1, "noise": 0.2},
    "double, noise": {"blanks": 2, "noise": 0.2},
}


def stored(paragraphs: list[str], language: str) -> str:
    return (
        "\n\n".join("\n".join(sentence_lines(p, language=languages.get(language))) for p in paragraphs) + "\n"
    )


def score(language: str, style: dict[str, float], page: int) -> tuple[int, int]:
    """(layouts that give the same, layouts tried)."""
    texts = declaration(SHARED, language)
    good = 0
    for seed, width in enumerate(WIDTHS):
        rng = random.Random(seed)
        start = rng.randrange(len(texts) - 14)
        paragraphs = texts[start : start + 14]
        layout = Layout(width=width, page=page, **style)  # type: ignore[arg-type]
        source = lay_out(paragraphs, layout, language, rng)
        good += normalise(source, language=language) == stored(paragraphs, language)
    return good, len(WIDTHS)


def main() -> None:
    print("| style | furniture | " + " | ".join(UDHR) + " |")
    print("|---|---|" + "---|" * len(UDHR))
    for name, style in STYLES.items():
        for page in (0, 25):
            cells = (score(language, style, page) for language in UDHR)
            print(
                f"| {name} | {'yes' if page else 'no'} | " + " | ".join(f"{a}/{b}" for a, b in cells) + " |"
            )


if __name__ == "__main__":
    main()
