"""Law 8: re-wrapping a source changes nothing after normalising."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.ingest.layout.normalise import normalise
from p5diff.text.stored import sentence_lines
from tests.text.layouts import Layout, declaration, lay_out
from tests.text.texts import LANGUAGES, PARAGRAPHS

LAW = (
    "Re-wrapping a source (other line widths, blank lines inside paragraphs, page furniture) changes nothing."
)


def stored(paragraphs: list[str], language: str) -> str:
    return (
        "\n\n".join("\n".join(sentence_lines(p, language=languages.get(language))) for p in paragraphs) + "\n"
    )


def check(paragraphs: list[str], layout: Layout, language: str, seed: int) -> None:
    source = lay_out(paragraphs, layout, language, random.Random(seed))
    assert normalise(source, language=language) == stored(paragraphs, language), source


@pytest.mark.parametrize("language", LANGUAGES)
@given(width=st.integers(24, 200), seed=st.integers(0, 999), noise=st.sampled_from([0.0, 0.2, 0.5]))
def test_indented_paragraphs(language: str, width: int, seed: int, noise: float) -> None:
    """Law 8, where an indent marks paragraphs: blank lines anywhere inside them mean nothing."""
    check(PARAGRAPHS[language], Layout(width=width, indent=3, blanks=seed % 2, noise=noise), language, seed)


@pytest.mark.parametrize("language", LANGUAGES)
@given(width=st.integers(24, 200), seed=st.integers(0, 999))
def test_paragraphs_parted_by_blank_lines(language: str, width: int, seed: int) -> None:
    """Law 8, where a blank line parts paragraphs."""
    check(PARAGRAPHS[language], Layout(width=width, blanks=1 + seed % 2), language, seed)


@pytest.mark.parametrize("language", LANGUAGES)
@given(width=st.integers(30, 120), seed=st.integers(0, 999))
def test_single_blanks_inside_double_between(language: str, width: int, seed: int) -> None:
    """Law 8, where one blank line stands anywhere and two part paragraphs."""
    check(PARAGRAPHS[language], Layout(width=width, blanks=2, noise=0.3), language, seed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_declaration_at_many_widths_with_furniture(language: str, shared: Path) -> None:
    """Law 8 on a long text: every width, noise and page furniture between indented paragraphs."""
    texts = declaration(shared, language)[8:30]
    for seed, width in enumerate((20, 33, 50, 72, 90, 130, 200)):
        check(texts, Layout(width=width, indent=2, noise=0.2, page=25), language, seed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paragraph_mark_but_short_last_lines(language: str) -> None:
    """Neither indent nor blank line: a line that had room for more ends its paragraph."""
    for width in (36, 52, 72):
        paragraphs = [p for p in PARAGRAPHS[language] if ends_short(p, width, language)]
        check(paragraphs, Layout(width=width), language, width)


def ends_short(paragraph: str, width: int, language: str) -> bool:
    from tests.text.layouts import columns, wrap

    return sum(map(columns, wrap(paragraph, width, language)[-1])) < width * 0.7


def test_seed_rewrapped(shared: Path) -> None:
    """Law 8 on the official Chinese text: letter, signature, titles, body, date and place."""
    source = next((shared / "seed").glob("000_*.txt")).read_text(encoding="utf-8")
    wanted = normalise(source, language="zh")
    for seed, width in enumerate((36, 50, 60, 66, 70, 72, 80, 100, 150)):
        assert normalise(rewrapped_seed(wanted, width, seed), language="zh") == wanted, width


def rewrapped_seed(wanted: str, width: int, seed: int) -> str:
    """The stored seed set again: indents as in the original, blank lines and pages thrown in."""
    rng = random.Random(seed)
    out: list[str] = []
    for indent, text in seed_units(wanted):
        lines = lay_out([text], Layout(width=width, noise=0.3), "zh", rng).rstrip("\n").split("\n")
        out.extend([" " * indent + lines[0], *lines[1:]])
        if rng.random() < 0.2:
            out.extend(["", f"- {2 + sum('- ' in line for line in out)} -", ""])
    return "\n".join(out) + "\n"


def seed_units(wanted: str) -> list[tuple[int, str]]:
    """(indent, text) of each paragraph or line that stands alone."""
    found: list[tuple[int, str]] = []
    for block in wanted.strip().split("\n\n"):
        lines = block.split("\n")
        if block.startswith("# "):
            found.extend((indent, line[2:]) for indent, line in zip((3, 0, 2), lines, strict=False))
        elif len(lines[0]) < 20:
            found.extend((0, line) for line in lines)
        else:
            found.append((1, "".join(lines)))
    return found
