"""Every case of docs/tricky-cases.md is shown as the page says."""

from __future__ import annotations

import pytest

from tests.align.tricky import GOT, Case, cases, page_with_results, shown

CASES = cases()


def test_the_page_has_enough_cases_and_half_are_not_english() -> None:
    assert len(CASES) >= 25
    assert sum(case.language != "en" for case in CASES) * 2 >= len(CASES)
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    got = shown(case)
    if got != case.shown:
        GOT.write_text(page_with_results(), encoding="utf-8")
    assert got == case.shown, f"see {GOT.name}; copy it over the page to accept"
    assert got != case.wanted, "what was wanted is shown: take it off the page"
