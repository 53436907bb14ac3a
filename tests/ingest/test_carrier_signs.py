"""Each sign of a beginning and of an end by name: a page that shows it at a place, and one that does not."""
# ruff: noqa: E501  (a page a line)

from __future__ import annotations

from math import log1p

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.carrier.edges import begin_signs, end_signs
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.places import Taken
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.model.source import BlockKind

LEAD = "The ministers of the four States issued the following joint statement after their meeting in Porto:"
COLON = (
    "The keepers of the northern piers came together in Porto for the last time in the long year and said:"
)
NEWS = "Officials of the harbour told reporters on Monday that the ministers were late, a spokesman said."
PLAIN = "The ships of the northern line left the harbour in the early morning and came back in the evening."
A = "The four met in Porto on 6 and 7 March 2031 to review the progress that was made since the spring."
B = "They reaffirmed their support for the Compact and for its full implementation in all harbours."
C = "They agreed to meet again in Quito before the end of the year, and to report to their parliaments."
WE = "We condemn the launch over the bay. We call on all States to return to the talks without delay."
QUOTE = (
    "“The four met in Porto on 6 and 7 March 2031 to review the progress that they had made together.",
    "They will meet again in Quito before the end of the year and report on all of it.”",
)
MENU = SetAside(text="Menu", reason=SetAsideReason.NAVIGATION)
RULE = SetAside(text="____", reason=SetAsideReason.RULE)
STROKES = SetAside(text="###", reason=SetAsideReason.RULE)


def page(*texts: str, rules: tuple[int, ...] = (), framed: bool = False, end: bool = False) -> PageSigns:
    """Paragraphs of a page: "# " before a heading, "> " before a block that the format quotes, "- " an item.
    `rules` stand before so many of them; `framed`: a menu was set aside; `end`: strokes at the end were."""
    pieces = []
    for text in texts:
        level, quoted, item = text.startswith("# "), text.startswith("> "), text.startswith("- ")
        words = text[2:] if level or quoted or item else text
        kind = BlockKind.LIST_ITEM if item else BlockKind.LINES
        pieces.append(UnwrappedParagraph(words, level=int(level), quoted=quoted, kind=kind))
    taken = [Taken(place, RULE) for place in rules] + [Taken(0, MENU)] * framed
    return PageSigns(pieces, taken + [Taken(len(pieces), STROKES)] * end, languages.get("en"))


def size(*texts: str) -> int:
    return sum(len("".join(text.split())) for text in texts)


BEGINS = [
    ("whole", page(A, B), 0, 1), ("whole", page(A, B), 1, 0),
    ("at_running", page(LEAD, A), 1, 1), ("at_running", page(LEAD, "Joint statement", A), 1, 0),
    ("at_page", page("Home > News", A), 0, 1), ("at_page", page("Porto", A), 0, 0),
    ("at_title", page(LEAD, "Joint statement", A), 1, 1), ("at_title", page(LEAD, "# The piers", A), 1, 1),
    ("at_title", page(LEAD, "The piers", A), 1, 0), ("at_title", page(LEAD, A), 1, 0),
    ("at_line", page(LEAD, "The piers", A), 1, 1), ("at_line", page("The piers", A), 0, 0),
    ("at_line", page(LEAD, "Joint statement", A), 1, 0), ("at_line", page(LEAD, "7 March 2031", A), 1, 0),
    ("at_line", page(LEAD, "* * *", A), 1, 0), ("at_line", page(LEAD, "(Signed) Jo Lamp", A), 1, 0),
    ("rule", page(LEAD, A, rules=(1,)), 1, 1), ("rule", page(LEAD, A, rules=(2,)), 1, 0),
    ("rule", page(LEAD, A, rules=(0,)), 0, 0),
    ("running_before", page(PLAIN, "Porto", LEAD, A), 3, log1p(2)), ("running_before", page("Porto", A), 1, 0),
    ("share_before", page(LEAD, A), 1, size(LEAD) / size(LEAD, A)), ("share_before", page(LEAD, A), 0, 0),
    ("heads_before", page("Home > News", "Media note", "Press release", A), 3, 2),
    ("heads_before", page("Home > News", A), 1, 1), ("heads_before", page("Home > News", A), 0, 0),
    ("bare_before", page("Piers", "Sails", A, framed=True), 2, 2), ("bare_before", page("Piers", "Sails", A), 2, 0),
    ("bare_before", page("Piers", "Sails", "Nets", "Ropes", A, framed=True), 4, 3),
    ("bare_before", page("Piers", A, "Sails", B, framed=True), 3, 1),
    ("at_bare", page("Piers", A, framed=True), 0, 1), ("at_bare", page("Piers", A), 0, 0),
    ("lead_first", page(LEAD, A), 0, 1), ("lead_first", page(LEAD, A), 1, 0),
    ("before_begin", page(PLAIN, "[Begin text]", A), 2, 1), ("before_begin", page(PLAIN, "Porto", A), 2, 0),
    ("before_strokes", page(PLAIN, "* * *", A), 2, 1), ("before_strokes", page(PLAIN, A), 1, 0),
    ("before_head", page("Media note", A), 1, 1), ("before_head", page("Media note", A, B), 2, 0),
    ("headed", page(PLAIN, "# Joint statement", A), 2, 1), ("headed", page(PLAIN, "# Joint statement", A), 1, 1),
    ("headed", page("# Joint statement", A), 1, 0), ("headed", page(PLAIN, "# The piers", A), 2, 0),
    ("first_of_two_rules", page(LEAD, A, B, rules=(1, 2)), 1, 1), ("first_of_two_rules", page(LEAD, A, B, rules=(1, 2)), 2, 0),
    ("first_of_two_rules", page(LEAD, A, B, rules=(1,)), 1, 0),
    ("before_named", page(PLAIN, "Full text of the joint statement", A), 2, 1), ("before_named", page(PLAIN, "Joint statement", A), 2, 0),
    ("before_text", page(PLAIN, "Full text", A), 2, 1), ("before_text", page(PLAIN, A), 1, 0),
    ("page_after", page(LEAD, A, "Print"), 1, 1), ("page_after", page(LEAD, A, "Porto"), 1, 0),
    ("page_after", page(LEAD, A, end=True), 1, 1), ("page_after", page(LEAD, A, "Print", B), 1, 0),
    ("nothing_runs_before", page("Porto", A), 1, 1), ("nothing_runs_before", page(PLAIN, A), 1, 0),
    ("lines_before", page("Home > News", "Media note", A), 2, 2), ("lines_before", page("Media note", PLAIN, A), 2, 0),
    ("lines_before", page("Home > News", "Media note", "Print", "Tel. 555 01 23", A), 4, 3),
    ("lead", page(LEAD, A), 1, 1), ("lead", page(COLON, A), 1, 0),
    ("lead", page(LEAD, PLAIN, f"> {A}", f"> {B}"), 1, 0), ("lead", page(LEAD, f"> {A}", f"> {B}"), 1, 1),
    ("colon", page(COLON, A), 1, 1), ("colon", page(PLAIN, A), 1, 0), ("colon", page(COLON, f"- {A}"), 1, 0),
    ("colon_named", page("Joint statement", COLON, A), 2, 1), ("colon_named", page("The piers", COLON, A), 2, 0),
    ("colon_reported", page(NEWS[:-1] + ":", A), 1, 1),
    ("silent", page(PLAIN, A), 1, 1), ("silent", page(LEAD, A), 1, 0), ("silent", page(PLAIN, "1", "2", "3", A), 4, 0),
    ("silent", page(PLAIN, "Full text of the joint statement", A), 2, 0),
    ("silent", page("Joint statement", COLON, A), 2, 0), ("silent", page(PLAIN, f"> {A}"), 1, 0),
    ("speaks_from", page(PLAIN, WE, A, PLAIN), 1, 2 / 3), ("first_speaks", page(PLAIN, WE, A), 1, 2),
    ("speaks_from", page(PLAIN, A, PLAIN, A, WE), 1, 0), ("first_speaks", page(PLAIN, A, WE), 1, 0),
    ("last_speaks", page(WE, A), 1, 2), ("spoken_before", page(PLAIN, WE, A), 2, 1),
    ("quotation", page(LEAD, *QUOTE), 1, 1), ("quotation", page(LEAD, "Joint statement", *QUOTE), 1, 1),
    ("quotation", page(LEAD, "The piers", "The sails", *QUOTE), 1, 0), ("quotation", page(LEAD, A, B), 1, 0),
    ("quotation", page(f"> {A}", f"> {B}"), 1, 0),
    ("quotation_share", page(LEAD, *QUOTE), 1, size(*QUOTE) / size(LEAD, *QUOTE)),
    ("quotation_outweighed", page(LEAD, *QUOTE, A, B, C), 1, 1), ("quotation_outweighed", page(LEAD, *QUOTE, A), 1, 0),
    ("citation", page(LEAD, f"> {B}", PLAIN, A), 1, 1), ("citation", page(LEAD, *QUOTE, A, B, C), 1, 0), ("citation", page(LEAD, f"> {C}", "They met again in Quito."), 1, 0),
]  # fmt: skip
"""Sign, page, place, figure; 0 where the sign is not told."""

ENDS = [
    ("whole", page(LEAD, A, B), 3, 1), ("whole", page(LEAD, A, B), 2, 0),
    ("before_page", page(LEAD, A, "Print"), 3, 1), ("before_page", page(LEAD, A, "Print"), 2, 0),
    ("before_end", page(LEAD, A, "[End text]", B), 3, 1), ("before_end", page(LEAD, A, B), 2, 0),
    ("before_level", page(LEAD, A, "# The piers", B), 3, 1), ("before_level", page(LEAD, A, "# The piers", B), 2, 0),
    ("before_dated", page(LEAD, A, "7 March 2031"), 3, 1), ("before_dated", page(LEAD, A, "The piers"), 3, 0),
    ("share_after", page(LEAD, A, B), 2, size(B) / size(A, B)), ("share_after", page(LEAD, A, B), 3, 0),
    ("more_after", page(LEAD, B, A, C), 2, 1), ("more_after", page(LEAD, A, "They met again in Quito."), 2, 0),
    ("ends_inside", page(LEAD, A, "[End text]", B), 3, 1), ("ends_inside", page("[End text]", A, B), 2, 0),
    ("ends_after", page(LEAD, A, "[End text]", B), 2, 1), ("ends_after", page(LEAD, A, "[End text]", B), 3, 0),
    ("tails_inside", page(LEAD, A, "Print", "Tags: ports", "Tel. 555 01 23", B), 5, 2), ("tails_inside", page(LEAD, A, "Print", B), 3, 1),
    ("tails_inside", page("Print", A, B), 2, 0),
    ("lines_inside", page(LEAD, A, "Print", B), 3, 1), ("lines_after", page(LEAD, A, "Print", B), 2, 1),
    ("lines_after", page(LEAD, A, "Print", "Tags: ports", "Tel. 555 01 23", "Home > News"), 2, 3), ("lines_after", page(LEAD, A, "Print", B), 3, 0),
    ("bares_last", page(LEAD, A, "Piers", framed=True), 3, 1), ("bares_last", page(LEAD, A, "Piers"), 3, 0),
    ("bares_last", page(LEAD, "Piers", A, B, framed=True), 3, 0),
    ("last_running", page(LEAD, A, "Porto"), 2, 1), ("last_running", page(LEAD, A, B), 2, 0), ("last_running", page(LEAD, A, "Porto"), 3, 0),
    ("at_running", page(LEAD, A, B), 2, 1), ("at_running", page(LEAD, A, "Print"), 2, 0),
    ("at_tail", page(LEAD, A, "Print"), 2, 1), ("at_tail", page(LEAD, A, "Porto"), 2, 0),
    ("at_end", page(LEAD, A, "[End text]"), 2, 1), ("at_strokes", page(LEAD, A, "* * *"), 2, 1), ("at_strokes", page(LEAD, A, B), 2, 0),
    ("at_level", page(LEAD, A, "# The piers"), 2, 1), ("at_level", page(LEAD, A, "The piers"), 2, 0),
    ("at_dated", page(LEAD, A, "7 March 2031"), 2, 1), ("at_signed", page(LEAD, A, "(Signed) Jo Lamp"), 2, 1),
    ("at_line", page(LEAD, A, "The piers"), 2, 1), ("at_line", page(LEAD, A, "# The piers"), 2, 0), ("at_line", page(LEAD, A, "Print"), 2, 0),
    ("at_line", page(LEAD, A, B), 2, 0),
    ("at_bare", page(LEAD, A, "Piers", framed=True), 2, 1), ("at_bare", page(LEAD, A, "Piers"), 2, 0),
    ("rule", page(LEAD, A, B, rules=(2,)), 2, 1), ("rule", page(LEAD, A, B, rules=(1,)), 2, 0),
    ("rules", page(LEAD, A, B, rules=(1, 2)), 2, 1), ("rules", page(LEAD, A, B, rules=(2,)), 2, 0),
    ("marks", page("* * *", A, "* * *", B), 2, 1), ("marks", page("[Begin text]", A, "[End text]", B), 2, 1),
    ("marks", page("[Begin text]", A, "* * *", B), 2, 0), ("marks", page(LEAD, A, "* * *", B), 2, 0),
    ("closes", page(LEAD, *QUOTE, PLAIN), 3, 1), ("closes", page(LEAD, *QUOTE, PLAIN), 2, 0), ("closes_several", page(LEAD, *QUOTE, PLAIN), 3, 1),
    ("closes_several", page(LEAD, f"> {A}", B), 2, 0), ("closed", page(LEAD, *QUOTE, PLAIN), 4, 1), ("closed", page(LEAD, *QUOTE, PLAIN), 3, 0),
    ("closed_long", page(LEAD, *QUOTE, A, B), 5, 2), ("closed_long", page(LEAD, *QUOTE, PLAIN), 3, 0),
    ("closed_long", page(LEAD, *QUOTE, A, B, C, PLAIN), 7, 3),
    ("ends_speaking", page(LEAD, A, WE, B), 3, 2), ("ends_speaking", page(LEAD, WE, A, B), 3, 0),
    ("speaks_behind", page(LEAD, A, PLAIN, WE), 2, 1), ("speaks_less", page(LEAD, WE, A), 2, 2), ("speaks_less", page(LEAD, A, WE), 2, -2),
    ("alike_behind", page(LEAD, PLAIN, B, C), 3, 1), ("alike_behind", page(LEAD, PLAIN, A), 2, 0),
    ("alike_outside", page(f"{C} {LEAD}", PLAIN, B), 2, 1), ("alike_outside", page(LEAD, PLAIN, B), 2, 0),
    ("stranger_behind", page(LEAD, A, B, C, PLAIN), 4, 2 / 3), ("stranger_behind", page(LEAD, A, B, C, B), 4, 0),
]  # fmt: skip
"""The same of ends, of a statement that begins behind the first paragraph."""


@pytest.mark.parametrize(("sign", "given", "place", "figure"), BEGINS)
def test_what_a_place_shows_of_a_beginning(sign: str, given: PageSigns, place: int, figure: float) -> None:
    found = begin_signs(given, place)
    assert found.get(sign, 0) == pytest.approx(figure)
    assert 0 not in found.values()


@pytest.mark.parametrize(("sign", "given", "place", "figure"), ENDS)
def test_what_a_place_shows_of_an_end(sign: str, given: PageSigns, place: int, figure: float) -> None:
    found = end_signs(given, 1, place)
    assert found.get(sign, 0) == pytest.approx(figure)
    assert 0 not in found.values()
