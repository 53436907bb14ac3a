"""How many sentence ends are found as a person cut them: `python -m benchmarks.sentences`.

The cases stand in tests/text/sentences, one a line, " | " where a sentence ends. A case is right
when it is cut exactly so. `-v` prints those that are not.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from p5diff import language as languages
from p5diff.text.segment import sentences

FOLDER = Path(__file__).parent.parent / "tests" / "text" / "sentences"


def cases(code: str) -> Iterator[list[str]]:
    """The hand-cut cases of a language, each as its sentences."""
    for line in (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(" | ")


def cut(code: str, wanted: list[str]) -> list[str]:
    """The sentences that are found where the text of a case stands as one paragraph."""
    language = languages.get(code)
    text = language.SEPARATOR.join(wanted)
    return [text[a:b] for a, b in sentences(text, language=language)]


def main() -> None:
    """Print the table."""
    total = right = 0
    print("| language | cases | right |\n|---|---|---|")
    for code in languages.LANGUAGES:
        found = [(wanted, cut(code, wanted)) for wanted in cases(code)]
        good = sum(wanted == got for wanted, got in found)
        total, right = total + len(found), right + good
        print(f"| {code} | {len(found)} | {good} |")
        if "-v" in sys.argv:
            for wanted, got in found:
                if wanted != got:
                    print("   wanted", " | ".join(wanted), "\n   got   ", " | ".join(got))
    print(f"| all | {total} | {right} ({right / total:.1%}) |")


if __name__ == "__main__":
    main()
