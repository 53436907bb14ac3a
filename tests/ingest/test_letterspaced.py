"""Words typed with a space after each letter are closed where they are known, and nowhere else."""

from __future__ import annotations

import pytest

from p5diff.ingest import source
from p5diff.ingest.layout.normalise import normalise


@pytest.mark.parametrize(
    ("language", "title", "rest", "wanted"),
    [
        ("ru", "П О С Т А Н О В Л Е Н И Е", "Совет собрался. Он доволен.", "ПОСТАНОВЛЕНИЕ"),
        ("ru", "З А Я В Л Е Н И Е   О   С У Д А Х", "Говорили о судах. Все ушли.", "ЗАЯВЛЕНИЕ О СУДАХ"),
        ("ru", "Р Е Ш Е Н И Е № 5", "Совет собрался. Он доволен.", "РЕШЕНИЕ № 5"),
        (
            "en",
            "R E S O L U T I O N  O N  P I L O T S",
            "The pilots agreed on it. They left.",
            "RESOLUTION ON PILOTS",
        ),
        ("fr", "D E C L A R A T I O N", "Le Conseil se réunit. Il décide.", "DECLARATION"),
        ("es", "R E S O L U C I Ó N 12/4", "El Consejo se reunió. Decidió.", "RESOLUCIÓN 12/4"),
        ("ar", "ب ي ا ن", "اجتمع المجلس أمس. وقرر ذلك.", "بيان"),
        ("und", "Ψ Ή Φ Ι Σ Μ Α", "Το συμβούλιο έλαβε το ψήφισμα. Έφυγαν.", "ΨΉΦΙΣΜΑ"),
    ],
)
def test_known_words_are_closed(language: str, title: str, rest: str, wanted: str) -> None:
    assert normalise(f"{title}\n\n{rest}\n", language=language).split("\n")[0] == f"# {wanted}"


@pytest.mark.parametrize(
    "line",
    [
        "A B C D E F",  # letters of the text, but none that make words of it
        "M T W T F S S",
        "S E E N O W",  # "see" stands in the text, "now" does not
        "S O I T S O",  # small words could spell anything
        "A S O",
    ],
)
def test_other_letters_stay(line: str) -> None:
    text = f"{line}\n\nWe see a ship, b, c, d, e and f. They left as planned, so it was.\n"
    assert line in normalise(text, language="en")


def test_they_are_closed_inside_a_paragraph_that_a_format_marks() -> None:
    found = source(
        b"<p>The Council adopts this R E S O L U T I O N.</p><p>It was read aloud.</p>", name="a.html"
    )
    assert found.paragraphs[0].sentences[0].text == "The Council adopts this RESOLUTION."
