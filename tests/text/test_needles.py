"""Patterns that are looked for only in texts that hold a needle find what they would find anyway."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.language import LANGUAGES
from p5diff.meaning.sentence import due, figures, mentions, references
from p5diff.text.needles import Spared, folded, needles
from tests.cases import cases

_CASES = {
    r"annually|(?:every|each) year|semi-?annually": ["annually", " year", "annually"],
    r"(?<![\w-])(?:within|in the next)\s?\d+(?!\w)": ["within", "in the next"],
    r"\b(?:articles?|paras?\.?)\s?\d": ["article", "para"],
    r"colou?rs": ["colo"],
    r"(?:odd)?even": ["even"],
    r"(?:odd)*even{2,3}": ["eve"],
    r"[Rr]esolution \d": ["esolution "],
    r"no\.|№ ?\d": [],
    r"\d+": [],
    r"(?=lamp)\w+": [],
    r"(?!lamp)oil": ["oil"],
    r"(?P<word>lamp)(?P=word)": ["lamp"],
    r"ab[)|(]cd|e\|fgh": ["ab", "e|fgh"],
    r"": [],
}


@pytest.mark.parametrize("written", _CASES)
def test_needles_are_read_from_the_pattern(written: str) -> None:
    assert needles(written) == _CASES[written]


_ATOM = st.sampled_from(["a", "b", "c", " ", "[ab]", "[^c]", r"\w", r"\b", r"\.", ".", "i", "s"])
_TIMES = st.sampled_from(["", "", "", "?", "*", "+", "{0,2}", "{2}", "??"])
_PIECE = st.one_of(
    st.builds(lambda a, t: a + (t if a != r"\b" else ""), _ATOM, _TIMES),
    st.sampled_from(["abc", "bca", "ss"]),
)
_FLAT = st.lists(_PIECE, min_size=1, max_size=4).map("".join)
_GROUP = st.builds(
    lambda opening, options, times: f"{opening}{'|'.join(options)}){times}",
    st.sampled_from(["(?:", "(?:", "(", "(?=", "(?!", "(?i:"]),
    st.lists(_FLAT, min_size=1, max_size=3),
    st.sampled_from(["", "", "?", "+"]),
)
_OPTION = st.lists(st.one_of(_FLAT, _GROUP), min_size=1, max_size=3).map("".join)
_PATTERN = st.lists(_OPTION, min_size=1, max_size=3).map("|".join)
_TEXT = st.text(st.sampled_from("aabbccisABCIS .\u0130\u0131\u017f"), max_size=12)


@given(_PATTERN, st.lists(_TEXT, max_size=5), st.sampled_from([re.NOFLAG, re.IGNORECASE]))
@cases(400)
def test_nothing_is_lost_for_want_of_a_needle(written: str, texts: list[str], flags: re.RegexFlag) -> None:
    """Law: a spared pattern finds what the pattern finds, whatever its case."""
    spared, plain = Spared(written, flags), re.compile(written, flags)
    for text in texts:
        assert [m.span() for m in spared.finditer(text)] == [m.span() for m in plain.finditer(text)]
        for one, two in (
            (spared.search(text), plain.search(text)),
            (spared.fullmatch(text), plain.fullmatch(text)),
        ):
            assert (one and one.span()) == (two and two.span())


def test_a_text_without_a_needle_is_not_searched() -> None:
    spared = Spared(r"\blamps?\b", re.IGNORECASE)
    assert spared.may_match("Two LAMPS burn.") and not spared.may_match("Two candles burn.")
    assert spared.search("Two LAMPS burn.") is not None and spared.search("Two clamps hold.") is None


def test_letters_that_patterns_take_for_the_same_fold_to_the_same() -> None:
    """Law: whatever a letter matches without regard to case folds as it does, in every script."""
    for code in range(0x2C00):
        char = chr(code)
        for other in {char.lower(), char.upper(), char.title(), char.swapcase(), char.casefold()} - {char}:
            if re.fullmatch(re.escape(char), other, re.IGNORECASE):
                assert folded(char) == folded(other), (char, other)


_DUE = {
    "en": "They meet every year and report within six months, by 14 May 2031, on action 5.",
    "fr": "Ils se réunissent chaque année et font rapport dans un délai de six mois, d'ici au 14 mai 2031.",
    "es": "Se reúnen cada año e informan dentro de seis meses, a más tardar el 14 de mayo de 2031.",
    "ru": "Они встречаются ежегодно и отчитываются в течение шести месяцев, до 14 мая 2031 года.",
    "ar": "يجتمعون كل سنة ويقدمون تقريرا في غضون ستة أشهر، قبل 14 مايو 2031.",
    "zh": "他们每年开会，在六个月内，不迟于2031年5月14日提出报告。",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_patterns_of_each_language_find_as_much_as_before(code: str) -> None:
    language = languages.get(code)
    spared = [
        *(make(language) for make in (due._rhythms, due._terms, due._pattern, mentions._day_and_month)),
        references._actions(language),
        *figures._named(language),
        *references._resolutions(),
    ]
    found = 0
    for text in (_DUE[code], _DUE[code].upper(), *_DUE.values()):
        for one in spared:
            wanted = [m.span() for m in one.pattern.finditer(text)]
            assert [m.span() for m in one.finditer(text)] == wanted
            found += len(wanted)
    assert found > 3
