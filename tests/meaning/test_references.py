import pytest

from p5diff import language as languages
from p5diff.meaning.sentence.references import actions, symbols

SYMBOLS = ["CD/1864", "NPT/CONF.2015/PC.I/12", "A/C.3/78/L.60/Rev.1", "S/RES/1887 (2009)"]


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("frame", ["{}", "as in {}.", "({})", "文件{}号", "see {}, then"])
def test_the_known_symbols_are_found_whole(symbol: str, frame: str) -> None:
    text = frame.format(symbol)
    found = symbols(text)
    assert [s.value for s in found] == [symbol]
    assert text[found[0].start : found[0].end] == symbol


@pytest.mark.parametrize("text", ["and/or", "TCP/IP", "n/a", "km/h", "12/05/2031", "https://x.org/A/1"])
def test_what_only_looks_like_a_symbol(text: str) -> None:
    assert symbols(text) == []


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("under actions 5, 20 and 21 of the plan", "en", ["5", "20", "21"]),
        ("in Action 5", "en", ["5"]),
        ("行动计划行动5、20和21中所作的承诺", "zh", ["5", "20", "21"]),
        ("les mesures 5, 20 et 21", "fr", ["5", "20", "21"]),
        ("действия 5, 20 и 21", "ru", ["5", "20", "21"]),
        ("las medidas 5, 20 y 21", "es", ["5", "20", "21"]),
        ("actions of 2010", "en", []),
    ],
)
def test_action_numbers(text: str, language: str, numbers: list[str]) -> None:
    found = actions(text, languages.get(language))
    assert [a.value for a in found] == numbers
    assert [text[a.start : a.end] for a in found] == numbers
