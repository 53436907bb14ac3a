"""Lines that become one: what decides of a hyphen at the end of a line, each witness by itself, and spaces."""
# ruff: noqa: E501  (tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.join import (
    WordWitnesses,
    is_known_compound,
    is_shouted,
    join_lines,
    space_between,
    spacing,
)


def joined(lines: list[str], language: str = "en", *, divides: bool = True) -> tuple[str, str]:
    """The text, and why the one hyphen was kept or not."""
    words = WordWitnesses.of(lines)._replace(divides=divides)
    text, _, divisions = join_lines(lines, language=languages.get(language), words=words)
    assert len(divisions) == 1
    return text, divisions[0].reason


@pytest.mark.parametrize(
    ("lines", "language", "text", "reason"),
    [
        (["the lamp-", "Post"], "en", "the lamp-Post", "capital or figure"),
        (["the G8-", "states"], "en", "the G8-states", "capital or figure"),
        (["LAMP-", "LIGHTER"], "en", "LAMPLIGHTER", "nothing speaks for a compound"),
        (["la lampe-", "Étoile"], "fr", "la lampe-Étoile", "capital or figure"),
        (["the lamp-", "post, no lamp-post here"], "en", "the lamp-post, no lamp-post here", "stands with its hyphen elsewhere"),
        (["the lamp-", "post, no lamppost here"], "en", "the lamppost, no lamppost here", "stands without a hyphen elsewhere"),
        (["the lamp\u2010", "post, no lamp\u2011post here"], "en", "the lamp\u2010post, no lamp\u2011post here", "stands with its hyphen elsewhere"),
        (["ar-", "ticles"], "en", "articles", "nothing speaks for a compound"),
        (["an end-of-", "life rule"], "en", "an end-of-life rule", "one of several hyphens in the word"),
        (["one-", "by-one"], "en", "one-by-one", "one of several hyphens in the word"),
        (["post-", "ments"], "en", "postments", "usual ending"),
        (["long-", "lamp"], "en", "long-lamp", "usual first part of a compound"),
        (["harbour-", "based"], "en", "harbour-based", "usual last part of a compound"),
        (["subj-", "oil"], "en", "subjoil", "its first part ends as no word does"),
        (["iv-", "oil"], "en", "ivoil", "its first part ends as no word does"),
        (["v-", "oil"], "en", "voil", "nothing speaks for a compound"),
        (["lamp-", "lit; a lamp was lit here"], "en", "lamp-lit; a lamp was lit here", "both parts are words of the text"),
        (["lam-", "er"], "en", "lamer", "usual ending"),
        (["gib-", "berish"], "en", "gibberish", "nothing speaks for a compound"),
        (["celui-", "ci"], "fr", "celui-ci", "usual first part of a compound"),
        (["l’aqueduc. Faut-", "il"], "fr", "l’aqueduc. Faut-il", "usual last part of a compound"),
        (["rear\u00ad", "mament"], "en", "rearmament", "soft hyphen"),
    ],
)  # fmt: skip
def test_each_witness_of_a_divided_word(lines: list[str], language: str, text: str, reason: str) -> None:
    assert joined(lines, language) == (text, reason)


def test_where_no_word_is_divided_for_sure_a_hyphen_is_the_words_own() -> None:
    assert joined(["gib-", "berish"], divides=False) == (
        "gib-berish",
        "no word of the text is divided for sure",
    )
    assert joined(["post-", "ments"], divides=False) == ("postments", "usual ending")


@pytest.mark.parametrize(
    ("lines", "divides"),
    [
        (["lamp-", "post", "a lamppost"], True),
        (["lamp\u00ad", "post"], True),
        # Three hyphens that nothing proves may still divide; a fourth, or one that is proved whole, speaks against it.
        (["a-", "b c-", "d e-", "f"], True),
        (["a-", "b c-", "d e-", "f g-", "h"], False),
        (["lamp-", "post", "a lamp-post", "x"], False),
        (["lamp-", "post", "lamppost and oil-", "lit", "an oil-lit"], True),
    ],
)
def test_whether_a_text_divides_words(lines: list[str], divides: bool) -> None:
    assert WordWitnesses.of(lines).divides is divides


def test_the_last_word_of_a_line_that_ends_in_a_hyphen_is_no_witness() -> None:
    words = WordWitnesses.of(["The end-of-life rule of the lamp-", "post"]).words
    assert {"the", "end-of-life", "end", "of", "life", "rule", "post"} <= words
    assert "lamp" not in words
    assert WordWitnesses.of(["No line ends so", "here"]).words == frozenset()


@pytest.mark.parametrize(
    ("left", "right", "language", "known"),
    [
        ("twenty", "first", "en", True), ("twenty", "tion", "en", False), ("soixante", "dix", "fr", True), ("soixante", "tion", "fr", False),
        ("cost", "sharing", "en", True), ("oil", "sharing", "en", False), ("lamp", "sharing", "en", True), ("oils", "free", "en", False),
        ("lamps", "oil", "en", False), ("sub", "sharing", "en", False), ("lamp", "being", "en", False), ("wick", "free", "en", True),
    ],
)  # fmt: skip
def test_compounds_that_are_known(left: str, right: str, language: str, known: bool) -> None:
    """ "wick" stands in the text as a word, "oils" does not; both last parts are short."""
    words = WordWitnesses(frozenset({"wick"}))
    assert is_known_compound(left, right, language=languages.get(language), words=words) is known


def test_capitals_alone_tell_nothing() -> None:
    assert is_shouted("LAMP", "POST") and not is_shouted("L", "POST") and not is_shouted("LAMP", "P")
    assert not is_shouted("Lamp", "POST") and not is_shouted("LAMP", "Post")


@pytest.mark.parametrize(
    ("left", "right", "language", "between"),
    [
        ("", "a", "en", ""), ("a", "", "en", ""), ("a", "b", "en", " "), ("灯", "亮", "en", ""), ("灯", "a", "zh", ""), ("a", "灯", "zh", ""), ("20", "31", "zh", ""),
        ("20", "31", "en", " "), ("30", "%", "zh", ""), ("30", "%", "fr", " "), ("a", ")", "en", ""), ("a", "!", "en", ""), ("a", "!", "fr", " "), ("a", "؟", "ar", ""),
        ("(", "a", "en", ""), ("a “", "b", "en", ""), ("a", "(b", "en", " "), ("and", "/or", "en", ""), ("and", "/ or", "en", " "), ("see", "/etc/hosts", "en", " "),
        ("see,", "/or", "en", " "), ("and/", "or", "en", ""), ("a -", "b", "en", " "), ("a –", "b", "en", " "), ("a–", "b", "en", " "), ("3–", "5", "en", ""), ("3 –", "5", "en", " "),
        ("a--", "b", "en", ""), ("a", "--b", "en", ""), ("a", "-- b", "en", " "), ("a", "—b", "en", ""), ("a", "— b", "en", " "), ("a—", "b", "en", ""), ("—", "b", "en", " "),
        ("يومي 3 و", "4 آذار", "ar", ""), ("يومي 3 و", "الدول", "ar", " "), ("عضو", "4 آذار", "ar", " "), ("و", "4", "ar", ""),
        ("A/AC.296/2026/CRP.1/", "Rev.1", "en", ""), ("document S/2030/14/", "Add.2 of the Council", "en", ""), ("document A/63/ 10/", "Rev.1", "fr", ""), ("of 2033/", "2034", "es", ""),
        ("resolution 23 (IV), 1/", "considered", "en", " "), ("sa résolution 23 (IV) 12/", "a examiné", "fr", " "), ("su resolución, 1/", "examinó", "es", " "),
        ("резолюцию 23 (IV), 1/", "рассмотрела", "ru", " "), ("قرارها، 1/", "نظرت", "ar", " "), ("第二十三号决议，1/", "审议", "zh", ""), ("the port/", "harbour", "en", ""),
    ],
)  # fmt: skip
def test_space_between_lines(left: str, right: str, language: str, between: str) -> None:
    assert space_between(left, right, language=languages.get(language)) == between


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("  a   b ", "en", "a b"), ("灯 亮", "en", "灯 亮"), ("灯 亮", "zh", "灯亮"), ("a 灯 b", "zh", "a灯b"), ("a  b", "zh", "a b"),
        ("灯 | 亮", "zh", "灯 | 亮"), ("“ a", "zh", "“a"), ("a … b", "zh", "a…b"),
    ],
)  # fmt: skip
def test_spaces_inside_a_line(text: str, language: str, wanted: str) -> None:
    assert spacing(text, language=languages.get(language)) == wanted


def test_where_each_line_begins_in_the_text() -> None:
    lines = ["Of lamp-", "lighters and", "of 灯", "亮,", "oil"]
    text, starts, _ = join_lines(lines, language=languages.get("en"), words=WordWitnesses.of(lines))
    assert (text, starts) == ("Of lamplighters and of 灯亮, oil", (0, 7, 20, 24, 27))
    assert [text[at : at + 3] for at in starts] == ["Of ", "lig", "of ", "亮, ", "oil"]


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        ("streng", "then", "en"), ("reaf", "firms", "en"), ("renfor", "cer", "fr"), ("souli", "gnent", "fr"),
        ("renfor", "cées", "fr"), ("fortale", "cer", "es"), ("reco", "nocen", "es"), ("реко", "мендовали", "ru"),
        ("при", "няли", "ru"),
    ],
)  # fmt: skip
def test_a_form_of_a_verb_is_one_word_though_the_text_has_no_witness(
    left: str, right: str, language: str
) -> None:
    silent = WordWitnesses(frozenset(), divides=False)
    (division,) = join_lines([f"{left}-", right], language=languages.get(language), words=silent)[2]
    assert (division.word, division.reason) == (left + right, "a form of a verb")


@pytest.mark.parametrize(("left", "right"), [("co", "operate"), ("lamp", "post"), ("well", "being")])
def test_verbs_take_no_hyphen_from_a_compound(left: str, right: str) -> None:
    silent = WordWitnesses(frozenset(), divides=False)
    assert join_lines([f"{left}-", right], language=languages.get("en"), words=silent)[2][0].kept
