import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.meaning.pattern import words
from p5diff.meaning.pattern.compiler import compile_pattern
from p5diff.meaning.pattern.matcher import Matcher
from p5diff.meaning.pattern.words import fold, scan


@given(st.text(max_size=200), st.sampled_from(["en", "zh", "fr", "ru", "es", "ar"]))
def test_words_stand_in_order_within_the_text(text: str, language: str) -> None:
    """Law: spans are half-open, in order, never overlap, and quote the text."""
    end = 0
    for word in scan(text, languages.get(language)):
        assert end <= word.start < word.end <= len(text)
        assert word.keys
        end = word.end


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_the_pattern_for_ascii_finds_what_the_other_finds(text: str) -> None:
    assert words._ASCII.findall(text) == words._any_word().findall(text)


def test_quotation_marks_brackets_and_hyphens_are_no_words() -> None:
    plain = [w.keys for w in scan("不扩散条约", languages.get("zh"))]
    assert [w.keys for w in scan("《不扩散条约》", languages.get("zh"))] == plain
    assert [w.keys for w in scan("nuclear-weapon", languages.get("en"))] == [
        w.keys for w in scan("nuclear weapon", languages.get("en"))
    ]


def test_arabic_article_and_joined_words_come_off() -> None:
    assert fold("معاهدة", languages.get("ar"))[0] in fold("والمعاهدة", languages.get("ar"))
    assert fold("أسلحة", languages.get("ar"))[0] in fold("بالأسلحة", languages.get("ar"))


@pytest.mark.parametrize(
    ("language", "pattern", "text", "found"),
    [
        ("fr", "états", "Les ÉTATS signent.", True),
        ("fr", "états", "Les Etats signent.", True),
        ("fr", "état", "C'est l'ETAT.", True),
        ("fr", "traite", "Le traité vit.", False),
        ("fr", "traité", "La traite cesse.", False),
        ("fr", "traité", "LE TRAITE VIT.", True),
        ("fr", "œuvrer", "Il faut oeuvrer.", True),
        ("es", "será", "Sera tarde.", False),
        ("es", "ratificó", "RATIFICÓ EL PACTO", True),
        ("en", "côte d'ivoire", "Cote d'Ivoire.", True),
    ],
)
def test_accents_tell_words_apart_unless_print_leaves_them_out(
    language: str, pattern: str, text: str, found: bool
) -> None:
    words = scan(text, languages.get(language))
    compiled = compile_pattern(pattern, languages.get(language))
    assert bool(Matcher([(compiled, 1)]).find(words)) is found


def test_yo_folds_in_russian() -> None:
    assert fold("учёт", languages.get("ru")) == fold("учет", languages.get("ru"))
