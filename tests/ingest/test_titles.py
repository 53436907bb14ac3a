"""Titles and headings told from what the lines say, in text without a format."""

from __future__ import annotations

import pytest

from p5diff import ingest
from p5diff.language.references import is_symbol
from tests.ingest.test_layout import plain

BODY = "The keepers of the piers agreed on lamps and on sails for all."
AFTER = "They agreed on nets and on ropes for all of the boats."


def levels(*pieces: str, language: str = "en") -> list[tuple[int, str]]:
    return [(p.level, p.role.value) for p in plain("\n\n".join(pieces) + "\n", language).paragraphs]


def between(line: str) -> tuple[int, str]:
    """What a line is between two paragraphs."""
    found = levels("Harbour report", BODY, line, AFTER, "They left the piers in June, all of them.")
    assert found[:2] == [(1, "title"), (0, "body")] and found[3:] == [(0, "body"), (0, "body")]
    return found[2]


@pytest.mark.parametrize("line", ["Lamps", "Lamps and sails", "II. Lamps", "A. Lamps", "L" * 54])
def test_a_short_open_line_between_paragraphs_is_a_heading(line: str) -> None:
    """Shorter than what follows it: there are 54 characters in the paragraph after it, less the stop."""
    assert between(line[: len(AFTER) - 1]) == (2, "heading")


@pytest.mark.parametrize(
    "line", ["Lamps,", "Lamps.", "(a) Lamps", "1. Lamps", "- Lamps", "Lamps;", "Lamps –", "Lamps " * 16]
)
def test_what_goes_on_is_closed_or_is_an_item_is_none(line: str) -> None:
    assert between(line.strip()) == (0, "body")


def test_a_date_is_no_heading() -> None:
    assert between("3 May 2031") == (0, "date")


def test_a_heading_is_shorter_than_what_it_heads_and_follows_a_stop_or_a_colon() -> None:
    assert levels("Report", BODY, "Lamps of the northern piers", "They burn.", BODY)[2] == (0, "body")
    assert levels("Report", BODY, "Lamps of the piers", "Sails and masts and more", AFTER)[3] == (0, "body")
    assert levels("Report", BODY, "They list the following:", "Lamps", AFTER)[3] == (2, "heading")


def test_titles_stand_before_the_first_sentence() -> None:
    assert levels("Harbour report", "Of the northern piers", BODY) == [(1, "title"), (0, "body")]
    assert levels("Harbour report", "Oslo, 3 May 2031", BODY)[0] == (1, "title")
    assert levels(BODY, AFTER) == [(0, "body"), (0, "body")]
    assert levels(*(f"Lamp {word}" for word in "red blue green white black grey pink".split()), BODY)[0] == (
        0,
        "body",
    )
    assert levels("Harbour report", "Of the northern piers") == [(0, "body"), (0, "body")]


@pytest.mark.parametrize(
    ("language", "body", "heading"),
    [
        ("zh", "码头的守灯人商定了灯火和船帆的办法。", "灯火"),
        ("ru", "Смотрители причалов договорились о фонарях и парусах.", "Фонари"),
        ("fr", "Les gardiens des jetées sont convenus des lampes et des voiles.", "Les lampes"),
        ("ar", "اتفق حراس الأرصفة على المصابيح والأشرعة للجميع.", "المصابيح"),
    ],
)
def test_headings_in_other_languages(language: str, body: str, heading: str) -> None:
    assert [level for level, _ in levels(body, heading, body, language=language)] == [0, 2, 0]


@pytest.mark.parametrize("lines", [("Anna Berg", "Minister of Ports"), ("Anna Berg", "Ambassador")])
def test_a_name_above_an_office_ends_a_text_as_a_signature(lines: tuple[str, str]) -> None:
    assert levels("Report", BODY, AFTER, *lines)[3:] == [(0, "signature")]
    assert levels("Report", BODY, AFTER, *lines, "3 May 2031")[3:] == [(0, "signature"), (0, "date")]
    assert levels("Report", BODY, AFTER, lines[0], AFTER)[3][1] != "signature"


def test_a_title_ends_where_the_parts_of_the_text_begin() -> None:
    lines = ["Pact on lamps", "PART I", BODY, "PART II", AFTER]
    assert levels(*lines)[0] == (1, "title")
    assert plain("\n\n".join(lines) + "\n", "en").paragraphs[0].text("en") == "Pact on lamps"
    alone = plain("\n\n".join([*lines[:3], AFTER]) + "\n", "en").paragraphs[0]
    assert len(alone.sentences) == 2, "a single part names the text"


def test_what_opens_a_text_is_no_signature_and_what_closes_it_is() -> None:
    signed = "(Signed) Jo Lamp", "Minister of Ports"
    assert "signature" not in [role for _, role in levels(*signed, BODY, AFTER)]
    assert levels(BODY, AFTER, *signed)[2] == (0, "signature")


@pytest.mark.parametrize(
    ("symbol", "title", "body"),
    [
        ("HC/2034/9", "Declaration of the Harbours", "The harbours met in May."),
        ("CP/2034/É.9", "Déclaration des ports", "Les ports se sont réunis en mai."),
        ("CÑ.2/2034/9", "Declaración de los puertos", "Los puertos se reunieron en mayo."),
        ("ЛСМ/2034/21", "Заявление смотрителей", "Смотрители встретились в мае."),
        ("ل.م/2034/9", "بيان الموانئ عن المنارات", "اجتمعت الموانئ في أيار."),
        ("港/2034/9", "各港口关于灯塔的声明", "各港口于五月举行会议。"),
    ],
)
def test_a_symbol_above_a_title_is_set_aside_and_no_line_of_it(symbol: str, title: str, body: str) -> None:
    for indent in ("", " " * 30):
        source = ingest.source(f"{indent}{symbol}\n\n{title}\n\n{body}\n\n{body}\n".encode(), name="a.txt")
        assert source.stored.startswith(f"# {title}\n")
        assert [item.text for item in source.set_aside] == [symbol]
        said = ingest.proposals(source)
        assert (said.symbol, said.title) == (symbol, title)
    below = ingest.source(f"{title}\n\n{symbol}\n\n{body}\n\n{body}\n".encode(), name="a.txt")
    assert symbol in below.stored


def test_which_lines_are_symbols() -> None:
    for line in ("ЛСМ/2034/21", "É/2034/7", "ص/2034/7", "海/2034/7", "LC/12/7*", "GC(56)/RES/13"):
        assert is_symbol(line), line
    for line in ("и/или 5", "и/2031", "and/or", "أيار/2031", "ЛСМ/ПД", "9 km/h", "5/2031", "ЛСМ"):
        assert not is_symbol(line), line
