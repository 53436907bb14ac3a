"""Which lines of a page are set aside, and for which reason, by the rules for text without a format."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.furniture import is_rule, set_aside, without_rules
from p5diff.ingest.layout.lines import split_lines
from p5diff.model.source import BlockKind, RawBlock


def taken(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Words and reason of every line that is set aside; "^" stands for a form feed."""
    lines = split_lines([RawBlock(text=text.replace("^", "\f"), kind=BlockKind.LINES)])
    kept, pieces = set_aside(lines, language=languages.get(language))
    assert len(kept) + len(pieces) == len(lines)
    return [(piece.text, piece.reason.value) for piece in pieces]


@pytest.mark.parametrize(
    ("line", "language", "number"),
    [
        ("Page 3", "en", True), ("- 3 -", "en", True), ("[ 3 ]", "en", True), ("page iv", "en", True),
        ("Page 3 sur 12", "fr", True), ("Página 3 de 12", "es", True), ("стр. 3", "ru", True),
        ("第3页", "zh", True), ("Page three", "en", False),
        ("Paper 3", "en", False), ("- 30000 -", "en", False),
    ],
)  # fmt: skip
def test_a_line_that_says_it_is_a_page_number_is_one(line: str, language: str, number: bool) -> None:
    found = taken(f"The lamps are lit.\n\n{line}\n\nThey burn.\n", language)
    assert found == ([(line, "page number")] if number else [])


def test_it_must_stand_alone() -> None:
    assert taken("The lamps of the pier are on\nPage 3\nof the list of all the lamps.\n") == []
    assert taken("The lamps of the pier are on\n\nPage 3\nof the list of all the lamps.\n") == [
        ("Page 3", "page number")
    ]
    assert taken("The lamps of the pier are on\nPage 3\n\nof the list of all the lamps.\n") == [
        ("Page 3", "page number")
    ]
    assert taken("The lamps are lit.\nPage 3") == [("Page 3", "page number")]


def test_a_bare_number_is_one_at_the_edge_of_a_page() -> None:
    assert taken("The lamps are lit.\n\n3\n^They burn.\n") == [("3", "page number")]
    assert taken("The lamps are lit.\n^3\n\nThey burn.\n") == [("3", "page number")]
    assert taken("The lamps are lit.\n\n3\n\nThey burn.\n") == []
    assert taken("The lamps are lit.\n\n3000\n^They burn.\n") == []


PAGES = [
    "The keepers of the piers\nagreed on",
    "lamps that burn all\nnight and on",
    "sails that are\nred. They left for",
    "home at the\nend of May.",
]


def numbered(first: int, step: int = 1, blank: str = "\n") -> str:
    parts = [PAGES[0]]
    for at, page in enumerate(PAGES[1:]):
        parts += [f"{blank}{first + step * at}{blank}", page]
    return "\n".join(parts) + "\n"


def test_bare_numbers_that_count_and_cut_a_sentence_are_page_numbers() -> None:
    assert taken(numbered(7)) == [("7", "page number"), ("8", "page number"), ("9", "page number")]
    assert taken(numbered(7, step=2)) == [], "they do not count by one"
    assert taken(numbered(7, blank="")) == [], "nothing sets them off"


def test_one_that_is_set_off_is_enough_for_all_that_count_with_it() -> None:
    text = numbered(7, blank="").replace("\n8\n", "\n\n8\n")
    assert taken(text) == [("7", "page number"), ("8", "page number"), ("9", "page number")]


def test_one_that_cuts_a_sentence_is_enough_for_all() -> None:
    text = numbered(7).replace("night and on\n", "night.\n").replace("sails that", "Sails that")
    assert taken(text) == [("7", "page number"), ("8", "page number"), ("9", "page number")]


def test_numbers_of_chapters_cut_no_sentence() -> None:
    assert taken("1\n\nThe lamps are lit.\n\nThey burn.\n\n2\n\nThe piers are kept.\n\nThey stand.\n") == []
    assert taken("They list:\n\n1\n\nlamps and their keepers:\n\n2\n\nsails and their makers.\n") == []


def test_one_number_is_no_series() -> None:
    assert taken("The keepers agreed on\n\n7\n\nlamps that burn all night.\n") == []


@pytest.mark.parametrize(
    "code", ["GE.31-20145", "GE.31-20145 (E) 040531", "*3120145*", "31-20145 (E)", "AB. 31-2014"]
)
def test_a_job_number_is_a_code_wherever_it_stands(code: str) -> None:
    assert taken(f"The lamps are lit.\n\n{code}\n\nThey burn.\n") == [(code, "document code")]


def test_a_symbol_is_a_code_at_the_edge_of_a_page_and_beside_its_number() -> None:
    assert taken("The lamps are lit.\n\nA/RES/78/4\n^They burn.\n") == [("A/RES/78/4", "document code")]
    assert taken("The lamps are lit.\n\nA/RES/78/4\n\nPage 3\n\nThey burn.\n") == [
        ("A/RES/78/4", "document code"),
        ("Page 3", "page number"),
    ]
    assert taken("The lamps are lit by:\n\nA/RES/78/4\n\nThey burn.\n") == []


def heads(*given: str) -> list[str]:
    """The running heads of pages that begin so, each with a sentence and a number."""
    pages = "^".join(
        f"{head}\n\nOn day {chr(97 + n) * 3} the keepers met and agreed.\n\n- {n} -\n"
        for n, head in enumerate(given, 2)
    )
    return [text for text, reason in taken(pages) if reason == "running head"]


def test_a_head_that_recurs_or_counts_is_a_running_head() -> None:
    assert heads(*["Harbour Report"] * 3) == ["Harbour Report"] * 2, (
        "nothing stands before the first: a title"
    )
    assert heads(*(f"Harbour Report {n}" for n in (2, 3, 4))) == ["Harbour Report 3", "Harbour Report 4"]


@pytest.mark.parametrize(
    "given",
    [
        ["Lamps burn.", "Lamps burn.", "Lamps burn."],
        ["They decide:", "They decide:", "They decide:"],
        ["Article 4", "Article 5", "Article 6"],
        ["Lamps 4", "Lamps 9", "Lamps 5"],
        ["lamps of red", "lamps of red", "lamps of red"],
        ["Lamps", "Sails", "Piers"],
    ],
)
def test_what_a_reader_would_miss_is_no_running_head(given: list[str]) -> None:
    assert heads(*given) == []


def test_a_head_on_a_minority_of_pages_is_none() -> None:
    assert heads("Harbour Report", "Sails", "Piers", "Ropes", "Nets") == []
    assert heads("Lamps", "Harbour Report", "Sails", "Piers", "Harbour Report", "Ropes", "Nets") == []


def test_a_line_that_cuts_sentences_again_and_again_is_a_running_head() -> None:
    parts = [
        "They met.\n\nThey sat.\n\nThe keepers agreed on",
        "lamps that burn and on",
        "sails of red cloth and on",
        "piers of stone.",
    ]
    text = "\n\nHarbour Report\n\n".join(parts) + "\n"
    assert taken(text) == [("Harbour Report", "running head")] * 3
    whole = "\n\nHarbour Report\n\n".join(
        f"{part.capitalize()}." for part in ("lamps burn", "sails fly", "piers stand", "nets dry")
    )
    assert taken(f"{whole}\n") == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("###", True), ("* * *", True), ("- END -", True), ("—ooOoo—", True), ("=====", True),
        ("-- ends --", True),
        ("**", False), ("END", False), ("#4 of the list #", False), ("a - b -", False), ("", False),
    ],
)  # fmt: skip
def test_a_line_of_marks_is_a_rule(text: str, rule: bool) -> None:
    assert is_rule(text) is rule


def test_text_without_its_rules_keeps_one_blank_line() -> None:
    assert without_rules("The lamps.\n\n* * *\n\nThe sails.\n") == "The lamps.\n\nThe sails.\n"
    assert without_rules("The lamps.\n\n\n\nThe sails.\n") == "The lamps.\n\n\n\nThe sails.\n"
    assert without_rules("* * *\nThe lamps.\n###\n") == "The lamps.\n"


def test_numbers_between_items_or_after_a_colon_cut_no_sentence() -> None:
    """Each stands where a list goes on: the items may be numbered so."""
    text = numbered(7)
    colons = text.replace("agreed on", "agreed on:").replace("and on", "and on:").replace("left for", "left:")
    labels = (
        text.replace("\nlamps", "\n(a) lamps")
        .replace("\nsails", "\n(b) sails")
        .replace("\nhome", "\n(c) home")
    )
    assert colons.count(":") == labels.count("(") == 3
    assert taken(colons) == taken(labels) == []
    capitals = text.replace("\nlamps", "\nLamps").replace("\nsails", "\nSails").replace("\nhome", "\nHome")
    assert taken(capitals) == [], "what begins with a capital may be a heading after its number"
