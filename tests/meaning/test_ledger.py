from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.meaning import load_rules
from p5diff.meaning.ledger import ORDER, ledger
from p5diff.model.comparison import LedgerEntry, Side
from tests.meaning.texts import aligned, one, statement

RULES = load_rules()


def entries(before: str, after: str, language: str = "en") -> dict[tuple[str, str], LedgerEntry]:
    ours, theirs = one(before, language), one(after, language)
    found = ledger(ours, theirs, RULES, pairs=aligned(ours, theirs).pairs)
    return {(e.category, e.value): e for e in found}


def test_a_name_and_its_abbreviation_are_one_entry() -> None:
    found = entries("The NPT holds.", "The Treaty on the Non-Proliferation of Nuclear Weapons holds.")
    assert found["instrument", "NPT"].status == "kept"
    zh = entries("《不扩散核武器条约》有效。", "《不扩散条约》有效。", "zh")
    assert zh["instrument", "NPT"].status == "kept"


def test_aliases_fold_across_languages() -> None:
    found = ledger(one("The CTBT and the IAEA."), one("《禁核试条约》和国际原子能机构。", "zh"), RULES)
    assert {(e.value, e.status) for e in found} == {("CTBT", "kept"), ("IAEA", "kept")}


def test_what_entered_and_left() -> None:
    found = entries("France spoke of CD/1864.", "China spoke of S/RES/1887 (2009).")
    assert found["state", "France"].status == "left"
    assert found["state", "China"].status == "entered"
    assert found["symbol", "CD/1864"].status == "left"
    assert found["symbol", "S/RES/1887 (2009)"].status == "entered"


def test_parties_are_a_set() -> None:
    found = entries("China, France and Norway met.", "Norway, China and France met.")
    assert {e.status for e in found.values()} == {"kept"}


def test_a_date_a_deadline_and_a_number_change() -> None:
    found = entries(
        "They met on 3 May 2031, to end within 30 days.", "They met on 4 June 2032, to end within 60 days."
    )
    assert (found["date", "2032-06-04"].status, found["date", "2032-06-04"].previous) == (
        "changed",
        "2031-05-03",
    )
    assert found["deadline", "within 60 days"].previous == "within 30 days"
    assert ("date", "2031-05-03") not in found


def test_numbers_change_with_their_unit_and_dates_are_no_numbers() -> None:
    found = entries("It cost 30 percent in 2031.", "It cost 35 percent in 2031.")
    assert found["number", "35%"].previous == "30%"
    assert found["date", "2031"].status == "kept"


def test_a_partial_text_makes_nothing_leave() -> None:
    before = statement(["They spoke of a zone in the Middle East and of Israel."])
    after = statement(["They agreed on a glossary."], not_covered=("middle-east",))
    assert {e.status for e in ledger(before, after, RULES)} == {"uncovered"}


_TEXTS = st.sampled_from(
    [
        "The NPT and France.",
        "CD/1864 and actions 5 and 20.",
        "By 2031, 30 percent.",
        "China.",
        "On 3 May 2031.",
    ]
)
_SWAPPED = {"entered": "left", "left": "entered"}


@given(_TEXTS, _TEXTS)
def test_swapping_the_sides_swaps_entered_and_left(before: str, after: str) -> None:
    """Law 3, for the ledger: what entered one way left the other way."""
    there, back = entries(before, after), entries(after, before)
    plain = {k: e.status for k, e in there.items() if e.status != "changed"}
    for key, status in plain.items():
        assert back[key].status == _SWAPPED.get(status, status)
    changed = {(e.category, e.previous, e.value) for e in there.values() if e.status == "changed"}
    mirrored = {(e.category, e.value, e.previous) for e in back.values() if e.status == "changed"}
    assert changed == mirrored


@given(_TEXTS, _TEXTS)
def test_entries_are_ordered_and_quote_exactly(before: str, after: str) -> None:
    found = list(entries(before, after).values())
    assert [ORDER.index(e.category) for e in found] == sorted(ORDER.index(e.category) for e in found)
    for quoted in (q for e in found for q in e.evidence):
        text = before if quoted.side is Side.BEFORE else after
        assert text[quoted.span.start : quoted.span.end] == quoted.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They recall the 2010 NPT Review Conference and the 2030 Agenda.", "en"),
        ("They go on from Paris 2011 under Article 6 and Track 1.5.", "en"),
        ("They recall the Review Conference of 2010.", "en"),
        ("五国忆及2010年审议大会和第10条。", "zh"),
        ("Ils rappellent la Conférence d'examen de 2010 et l'article 10.", "fr"),
        ("Recuerdan la Conferencia de Examen de 2010 y el artículo 10.", "es"),
        ("Они напомнили о Конференции 2010 года и о статье 10.", "ru"),
        ("استذكروا مؤتمر الاستعراض لعام 2010 والمادة 10.", "ar"),
    ],
)
def test_the_figures_of_a_name_are_no_dates_and_no_numbers(text: str, language: str) -> None:
    found = ledger(one("", language), one(text, language), RULES)
    assert [e.value for e in found if e.category in {"date", "number"}] == []


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("In 2031 they will meet.", "en", ("date", "2031")),
        ("五国将在2031年举行会议。", "zh", ("date", "2031")),
        ("Ils se réuniront en mars 2031.", "fr", ("date", "2031")),
        ("They count 79 States.", "en", ("number", "79 states")),
        ("More than 1,800 of them came.", "en", ("number", "1,800")),
    ],
)
def test_a_year_and_a_number_of_their_own_still_count(
    text: str, language: str, wanted: tuple[str, str]
) -> None:
    found = ledger(one("", language), one(text, language), RULES)
    assert wanted in {(e.category, e.value) for e in found}


def test_a_resolution_called_by_its_number_is_its_symbol() -> None:
    found = entries("They recall S/RES/1540 (2004).", "They recall Security Council resolution 1540 (2004).")
    assert found["symbol", "S/RES/1540 (2004)"].status == "kept"


def test_a_day_without_its_year_is_the_day_the_other_text_dates() -> None:
    found = entries("They met on 3 March 2031.", "They recall their meeting of 3 March.")
    assert found["date", "2031-03-03"].status == "kept"


def test_this_year_is_a_deadline_only_where_something_is_to_be_done() -> None:
    assert ("deadline", "this year") in entries("", "We will open the gate this year.")
    assert ("deadline", "this year") not in entries("", "We welcomed the first class this year.")
    assert ("deadline", "by 2031") in entries("", "We noted that the gate should open by 2031.")


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "Call 202-452-2955 for the tide tables.", set()),
        ("en", "Adopted on January 26, 20211", set()),
        ("en", "The rules of version 2.1 hold, as does paragraph 3 and 2 bis.", set()),
        ("en", "They will raise US$100 billion for dykes.", {("number", "US$100 billion")}),
        ("en", "They spend $40 billion each month.", {("number", "$40 billion")}),
        ("en", "Prices rose earlier this year, and we will act.", set()),
        ("en", "We will act this year.", {("deadline", "this year")}),
        ("en", "A quorum is two thirds of the members.", {("number", "2 thirds")}),
        ("fr", "Il faut les trois quarts des voix.", {("number", "3 quarts")}),
        ("zh", "须获三分之二多数。", {("number", "2/3")}),
        ("en", "Warming is held to 1.5°C.", {("number", "1.5 °C")}),
    ],
)
def test_only_what_the_text_counts_and_names_is_listed(
    code: str, text: str, wanted: set[tuple[str, str]]
) -> None:
    before, after = statement(["Lamps."], language=code), statement(["Lamps."], [text], language=code)
    found = {
        (e.category, e.value)
        for e in ledger(before, after, RULES, pairs=aligned(before, after).pairs)
        if e.category not in {"date", "body"}
    }
    assert found == wanted
