"""One contract for every language module."""

from __future__ import annotations

import re

import pytest

from p5diff.language import LANGUAGES, primary_tag
from p5diff.language.base import Language

CODES = sorted(LANGUAGES)


@pytest.mark.parametrize("code", CODES)
def test_module_has_every_attribute_of_the_protocol(code: str) -> None:
    missing = [name for name in Language.__annotations__ if not hasattr(LANGUAGES[code], name)]
    assert not missing
    assert code == LANGUAGES[code].CODE and LANGUAGES[code].DIRECTION in ("ltr", "rtl")


@pytest.mark.parametrize("code", CODES)
def test_every_month_has_a_name_and_words_are_lower_case(code: str) -> None:
    known = LANGUAGES[code]
    assert set(known.MONTHS.values()) == set(range(1, 13))
    words = [*known.MONTHS, *known.ABBREVIATIONS, *known.NUMBER_ABBREVIATIONS, *known.COMMON_WORDS]
    assert [word for word in words if word != word.lower()] == []
    assert not known.ABBREVIATIONS & known.ENDING_ABBREVIATIONS


@pytest.mark.parametrize("code", CODES)
def test_patterns_compile_and_dates_name_their_parts(code: str) -> None:
    known = LANGUAGES[code]
    for name in ("LETTER_TITLES", "TRANSMITTALS", "SIGNED", "OFFICES", "MASTHEADS", "LABELS"):
        assert all(re.compile(pattern) for pattern in getattr(known, name)), name
    assert all("(?P<y>" in form and "(?P<m>" in form for form in known.DATE_PATTERNS)
    assert all("{n}" in form for form in known.PAGE_LINES)


@pytest.mark.parametrize("code", CODES)
def test_variants_lead_to_a_form_that_is_none_itself(code: str) -> None:
    """A variant of a variant would compare unequal to its own form."""
    variants = LANGUAGES[code].VARIANTS
    assert [word for word in variants.values() if word in variants] == []


@pytest.mark.parametrize(
    ("stated", "tag"),
    [("en-GB", "en"), (" en_US", "en"), ("ENG", "en"), ("fra", "fr"), ("fre-CA", "fr"),
     ("zho", "zh"), ("chi", "zh"), ("ara", "ar"), ("spa", "es"), ("rus", "ru"), ("de-AT", "de"), ("", "")],
)  # fmt: skip
def test_a_stated_code_leads_to_the_primary_tag(stated: str, tag: str) -> None:
    assert primary_tag(stated) == tag
