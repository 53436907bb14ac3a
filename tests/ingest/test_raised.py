"""What a raised piece is (a power, a note's mark, a word's end), and how it is written."""

# ruff: noqa: E501  (tables of cases are easier to read unbroken)
from __future__ import annotations

import pytest

from p5diff.ingest import read_bytes
from p5diff.ingest.readers import rtf
from p5diff.ingest.readers.raised import Kind, flat, kind, mark_of, opening, raised, superscript
from p5diff.model.source import RawText
from tests.ingest.docx.test_docx import load, paragraph, run
from tests.ingest.test_formats import flat as office
from tests.ingest.test_formats import style

POWER, NOTE, WORD = Kind.POWER, Kind.NOTE, Kind.WORD


@pytest.mark.parametrize(
    ("before", "mark", "what"),
    [
        # One or two figures alone take a power; a year, a number of more figures or one in a symbol, a note.
        ("10", "6", POWER), ("of 10", "12", POWER), ("in 1995", "2", NOTE), ("A/RES/64", "3", NOTE), ("123", "4", NOTE),
        ("10", "-6", POWER), ("lamps", "-1", POWER), ("1.38 × 10", "23", POWER), ("= 250", "2", POWER), ("≥ 7000000", "2", NOTE),
        # Units, in the letters of six languages.
        ("km", "2", POWER), ("5 km", "2", POWER), ("15 м", "3", POWER), ("كم", "2", POWER), ("30平方米", "2", POWER), ("kg/m", "3", POWER),
        ("lamps", "2", NOTE), ("х", "1", NOTE), ("x", "2", POWER), ("text x", "2", POWER), ("text", "2", NOTE), ("5 σ", "2", POWER),
        # A space parts a mark from the word; no power is parted.
        ("10 ", "6", NOTE), ("km ", "2", NOTE),
        # Marks of notes.
        ("lamps", "12", NOTE), ("lamps", "[12]", NOTE), ("lamps", "*", NOTE), ("lamps", "††", NOTE), ("lamps", "1,2", NOTE), ("lamps", "3–5", NOTE),
        ("lamps", "1234", POWER), ("lamps", "1/2", POWER),
        # Letters: the end of an ordinal or of an abbreviation; a note behind a word or a year.
        ("21", "st", WORD), ("le 1", "er", WORD), ("XX", "e", WORD), ("M", "me", WORD), ("n", "o", WORD), ("N", "o", WORD), ("D", "r", WORD),
        ("lamps", "a", NOTE), ("in 1995", "a", NOTE), ("in 1995", "th", WORD), ("12", "a", WORD), ("lamps.", "b", NOTE), ("lamps", "A", WORD),
        ("x", "n", POWER), ("lamps", "n", NOTE),
        # At the start of a paragraph.
        ("", "2", NOTE), (" ", "[12]", NOTE), ("", "***", NOTE), ("", "viii", NOTE), ("", "word", WORD), ("", "", WORD), ("", "[ 12 ]", WORD),
    ],
)  # fmt: skip
def test_kind(before: str, mark: str, what: Kind) -> None:
    assert kind(before, mark) is what


@pytest.mark.parametrize(
    ("before", "text", "written"),
    [
        ("10", "6", "⁶"), ("10", "-6", "⁻⁶"), ("10", "–6", "⁻⁶"), ("10", "−6", "⁻⁶"), ("x", "n+1", "ⁿ⁺¹"), ("x", "Q", "Q"), ("x", "AB", "AB"), ("x", "ab", "ab"), ("10", "%", "%"),
        ("x", "1/2", "^(1/2)"), ("x", "1.5", "^(1.5)"), ("x", "²", "²"), ("x", "°", "°"), ("the 21", "st", "st"), ("x", " ", " "),
        ("x", "123456789012", "¹²³⁴⁵⁶⁷⁸⁹⁰¹²"), ("x", "1234567890123", "1234567890123"),
        ("20", "1234567890123", "¹²³⁴⁵⁶⁷⁸⁹⁰¹²³"),
    ],
)  # fmt: skip
def test_raised(before: str, text: str, written: str) -> None:
    assert raised(before, text) == written


def test_the_other_ways_of_writing_them() -> None:
    assert [superscript(text) for text in ("6", " n+1 ", "Q", "AB", "1/2", "")] == [
        "⁶",
        "ⁿ⁺¹",
        "^Q",
        "^AB",
        "^(1/2)",
        "",
    ]
    assert [opening(mark) for mark in ("2", "12", "*", "a")] == ["²", "¹²", "*", "a"]
    assert [mark_of(text) for text in (" [12] ", "⁴", "(b)", "5.", "* ")] == ["12", "4", "b", "5", "*"]
    assert flat("10⁶ m² xⁿ") == "106 m2 xn"


UP = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
SPAN = '<text:span text:style-name="U">{}</text:span>'
LINKS = {
    "html": ["<sup><a href='#n'>{}</a></sup>", "<a href='#n'><sup>{}</sup></a>", "<sup>(<a href='#n'>{}</a>)</sup>", "<sup><b>{}</b></sup>",
             "<span style='vertical-align: super'><a href='#n'>{}</a></span>", "<span style='vertical-align: 0.4em'>{}</span>",
             "<span style='font-size:7pt; position:relative; top:-3.0pt'>{}</span>", "<small><sup><small>{}</small></sup></small>", "<a class='nota' href='#n'>{}</a>"],
    "md": ["<sup><a href='#n'>{}</a></sup>", "[<sup>{}</sup>](#n)", "<sup>[{}](#n)</sup>", "^{}^", "<span style='vertical-align:super'>{}</span>"],
    "docx": [run("{}", UP), f"<w:hyperlink>{run('{}', UP)}</w:hyperlink>", f"<w:ins>{run('{}', UP)}</w:ins>"],
    "odt": [SPAN, f"<text:a>{SPAN}</text:a>", '<text:span text:style-name="U"><text:a>{}</text:a></text:span>', '<text:span text:style-name="U"><text:span>{}</text:span></text:span>'],
    "rtf": [r"{{\super {}}}", r"{{\super{{\b {}}}}}", r'{{\field{{\*\fldinst HYPERLINK "#n"}}{{\fldrslt{{\super {}}}}}}}'],
    "xml": ['<hi rend="super">{}</hi>', '<hi rend="super"><ref>{}</ref></hi>'],
}  # fmt: skip
"""How each format raises a figure, a link or another look around it or inside it."""


def of_format(ending: str, before: str, mark: str, after: str) -> RawText:
    words = f"{before}{mark}{after}"
    whole = {
        "docx": lambda: load(paragraph(run(before) + mark + run(after))),
        "odt": lambda: office(f"<text:p>{words}</text:p>", style("U", 'style:text-position="super 58%"')),
        "rtf": lambda: rtf.parse((r"{\rtf1\ansi\ansicpg1252 " + words + r"\par}").encode(), name="x.rtf"),
        "md": lambda: read_bytes(f"# Lamps\n\n{words}\n".encode(), name="x.md"),
        "html": lambda: read_bytes(f"<html><body><p>{words}</p></body></html>".encode(), name="x.html"),
        "xml": lambda: read_bytes(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{words}</p></body></text></TEI>'.encode(),
            name="x.xml",
        ),
    }
    return whole[ending]()


@pytest.mark.parametrize(
    ("ending", "written"), [(ending, form) for ending, forms in LINKS.items() for form in forms]
)
def test_a_raised_figure_makes_no_other_figure(ending: str, written: str) -> None:
    """2031 with a note 2 is not 20312, and 10 to the sixth is not 106."""
    year = of_format(ending, "The harbours had 9 lamps in 2031", written.format(2), " and more later.")
    assert [b.text for b in year.blocks if b.is_text][
        -1
    ] == "The harbours had 9 lamps in 2031 and more later."
    if "(" in written and ending == "html":
        return  # a power in brackets is none
    power = of_format(ending, "The harbours had 10", written.format(6), " lamps.")
    assert [b.text for b in power.blocks if b.is_text][-1] == "The harbours had 10⁶ lamps."
