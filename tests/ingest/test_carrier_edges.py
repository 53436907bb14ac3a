"""The signs of the places at which a statement inside a page begins and ends."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.carrier.edges import begin_signs, begins, end_signs, ends
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.unwrap import UnwrappedParagraph

LEAD = "The ministers of the four States issued the following joint statement after their meeting in Porto:"
TEXT = [
    "The four met in Porto on 6 and 7 March 2031 to review the progress that was made since the spring.",
    "They reaffirmed their support for the Compact and for its full implementation in all harbours.",
    "They agreed to meet again in Quito before the end of the year, and to report to their parliaments.",
]


def page(*texts: str) -> PageSigns:
    return PageSigns([UnwrappedParagraph(text) for text in texts], [], languages.get("en"), [])


@pytest.mark.parametrize(("lines", "near"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_sentence_leads_to_a_text_past_its_title_and_date_and_no_farther(lines: int, near: bool) -> None:
    between = ["Joint statement", "Porto", "7 March 2031"][:lines]
    signs = begin_signs(page(LEAD, *between, *TEXT), 1 + lines)
    assert ("lead" in signs, "colon" in signs) == (near, near)


def test_a_statement_begins_nowhere_behind_its_last_running_paragraph() -> None:
    whole = page(LEAD, *TEXT, "Press office", "Porto")
    assert max(begins(whole)) == len(TEXT)
    assert begins(whole)[0] == 0


def test_a_statement_ends_behind_a_running_paragraph_of_its_own_or_with_the_source() -> None:
    whole = page(LEAD, *TEXT, "Press office", "Porto")
    assert ends(whole, 1) == [2, 3, 4, 5, 6]
    assert "nothing_runs_after" in end_signs(whole, 1, 4)
    assert "nothing_runs_after" not in end_signs(whole, 1, 3)
    assert "whole" in end_signs(whole, 1, 6) and "at_running" not in end_signs(whole, 1, 6)
    assert end_signs(whole, 1, 3)["at_running"] == 1.0


@pytest.mark.parametrize(
    ("line", "is_page_s"), [("A/RES/94/211", False), ("NPT/CONF.2031/PC.I/12", False), ("№ 214-05", True)]
)
def test_the_symbol_of_a_document_is_no_number_of_a_page(line: str, is_page_s: bool) -> None:
    assert ("at_page" in begin_signs(page(line, *TEXT), 0)) is is_page_s
