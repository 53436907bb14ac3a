"""Law 9 for PDF: text, what was set aside and the marks of notes are the characters of the source."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.printed.engines import pdf
from benchmarks.printed.layouts import FONTS, PAGE_OF, SYMBOL, TEXTS, drawn
from p5diff.ingest.readers.pdf import parse
from p5diff.model.source import RawText
from tests.ingest.blocks import letters
from tests.ingest.pdf.test_shapes import drawn as page_of
from tests.ingest.pdf.test_shapes import two_pages

pytest.importorskip("pypdfium2")

REAL = Path(__file__).parents[3].parent / "shared" / "data" / "real"
CASES = max(1, int(os.environ.get("P5DIFF_CASES", "100")) // 33)
WORDS = st.sampled_from(
    "the of and to in that is was for it with as his on be at by The States shall report lock-keepers"
    " bridges, river; banks. 1,204 1. (a) 12/3 RC/2031/4 Page - – 7 II".replace("–", "-")
    .replace("(", "\\(")
    .replace(")", "\\)")
    .split()
)
LINE = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


def kept(raw: RawText) -> Counter[str]:
    """All that came out, with the mark of a note once for each call."""
    labels = {block.key: block.label for block in raw.blocks if block.key}
    calls = "".join(labels.get(call.key, "") for block in raw.blocks for call in block.calls)
    return letters("".join(f"{block.label}{block.text}" for block in raw.blocks) + calls)


@given(
    pages=st.lists(
        st.lists(
            st.tuples(st.integers(40, 400), st.integers(30, 820), st.sampled_from([7, 9, 11, 14]), LINE),
            min_size=1,
            max_size=14,
            unique_by=lambda line: line[1] // 16,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_nothing_of_lines_anywhere_on_pages_vanishes(
    pages: list[list[tuple[int, int, int, str]]],
) -> None:
    source = letters("".join(line[3] for page in pages for line in page))
    data = two_pages(*pages) if len(pages) > 1 else page_of(*pages[0])
    assert kept(parse(data, name="drawn.pdf")) == source


def test_a_line_below_what_turns_out_to_be_no_columns_is_kept() -> None:
    """It was taken from its side as a heading of what follows, and went back to nobody."""
    page = [
        (326, 761, 7, "II the"),
        (160, 624, 7, "as the - bridges, the by 1,204"),
        (337, 546, 7, "the report States lock-keepers at II his be 12/3"),
        (255, 496, 7, "- be on the the banks. report as bridges,"),
        (375, 329, 7, "Page - as river; bridges, by the Page 1."),
        (46, 293, 11, "on the shall the the Page RC/2031/4 the the"),
        (109, 108, 11, "shall on shall 1. Page report the the on"),
        (377, 91, 7, "be"),
        (55, 77, 14, "- the the be the bridges, the the report"),
    ]
    assert kept(parse(page_of(*page), name="drawn.pdf")) == letters("".join(line[3] for line in page))


@pytest.mark.parametrize("language", list(TEXTS))
@settings(max_examples=CASES)
@given(seed=st.integers(0, 10**6))
def test_nothing_of_a_printed_document_vanishes(language: str, seed: int) -> None:
    """Beyond the document's own words there are those of its heads, once a page, and nothing else."""
    pytest.importorskip("weasyprint", exc_type=ImportError)
    document = drawn(random.Random(seed), language, "weasyprint")
    data = pdf(document)
    found = kept(parse(data, name="printed.pdf"))
    marks = "".join(f"{n}{n}" for n in range(1, len(document.notes) + 1))
    source = letters("".join(document.wanted) + "".join(document.notes) + marks)
    missing = source - found
    assert not missing, (document.layout.name, missing)
    heads = letters(f"{document.title}{SYMBOL}{PAGE_OF[language]}0123456789")
    assert set(found - source) <= set(heads), document.layout.name


@pytest.mark.skipif(not REAL.is_dir(), reason="../shared/data/real is missing")
@pytest.mark.system
@pytest.mark.parametrize("name", sorted(path.name for path in REAL.glob("*.pdf")) if REAL.is_dir() else [])
def test_a_second_reader_finds_nothing_more_in_real_files(name: str) -> None:
    """Poppler's own text of the file against all that came out: letters and figures, hyphens apart."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext (poppler-utils)")
    data = (REAL / name).read_bytes()
    try:
        raw = parse(data, name=name)
    except Exception as error:  # a copy whose fonts lie is refused, and nothing is stored
        assert getattr(error, "slug", "") == "pdf-garbled"
        return
    run = subprocess.run(["pdftotext", str(REAL / name), "-"], capture_output=True, check=True)
    there, found = letters(run.stdout.decode("utf-8")), kept(raw)
    assert not there - found
    assert not found - there


def test_fonts_of_the_lots_are_those_that_ci_installs() -> None:
    """A font that is not installed would be replaced by another, and nothing would be tested."""
    script = (Path(__file__).parents[3] / ".ci" / "install-system").read_text(encoding="utf-8")
    for font, package in {"Amiri": "amiri", "Scheherazade": "scheherazade", "KacstOne": "kacst"}.items():
        assert font in FONTS["ar"]
        assert re.search(package, script)
