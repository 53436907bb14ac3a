"""Joining lines, labels, dates, spelling folds and language detection."""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.join import WordWitnesses, join_lines, space_between, spacing
from p5diff.text.dates import find_dates, place_and_date, whole_date
from p5diff.text.detect import detect_language
from p5diff.text.fold import fold
from p5diff.text.labels import join_label, spaced, split_label
from p5diff.text.segment import sentences
from tests.text.layouts import UDHR, whole_declaration


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Without disarma-", "ment; disarmament"], "Without disarmament; disarmament"),
        (["a non-", "proliferation"], "a non-proliferation"),
        (["the Indo-", "Pacific"], "the Indo-Pacific"),
        (["the co-", "operation, co-operation"], "the co-operation, co-operation"),
        (["private-", "sector-led"], "private-sector-led"),
        (["conditions--", "including", "runs", "--are"], "conditions--including runs--are"),
        (["weapons—", "for as long", "—so"], "weapons—for as long—so"),
        (["2010–", "2012"], "2010–2012"),
        (["rear\u00ad", "mament"], "rearmament"),
        (["it weap-", "ons"], "it weapons"),
    ],
)
def test_lines_are_joined_on_evidence(lines: list[str], wanted: str) -> None:
    assert join_lines(lines, language=languages.get("en"), words=WordWitnesses.of(lines))[0] == wanted


@pytest.mark.parametrize(
    ("left", "right", "language", "wanted"),
    [
        ("五常", "会议", "zh", ""),
        ("2", "0", "zh", ""),
        ("the NPT", "Review", "zh", " "),
        ("的 NPT", "会议", "zh", ""),
        ("mot", "» fin", "fr", " "),
        ("слово", "и дело", "ru", " "),
        ("word", ", and", "en", ""),
        ("核武器", "weapons", "en", " "),
    ],
)
def test_space_between_lines(left: str, right: str, language: str, wanted: str) -> None:
    assert space_between(left, right, language=languages.get(language)) == wanted


def test_chinese_spacing_spares_latin_words() -> None:
    assert (
        spacing("在 New York 举行 2 次 “P5 会议”", language=languages.get("zh"))
        == "在New York举行2次“P5会议”"
    )
    assert spacing("a  核 武器 b", language=languages.get("en")) == "a 核 武器 b"


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "4. The Parties", "4."),
        ("en", "(a) To report", "(a)"),
        ("en", "(iv) To report", "(iv)"),
        ("en", "1.2 Reporting", "1.2"),
        ("en", "Article 5. The Parties", "Article 5."),
        ("en", "- an item", "-"),
        ("en", "2.5 percent", ""),
        ("en", "2010. The", ""),
        ("en", "A. Smith spoke", ""),
        ("en", "Article 5 of the Treaty", ""),
        ("zh", "一、坚持", "一、"),
        ("zh", "（十二）坚持", "（十二）"),
        ("zh", "第1条 各国", "第1条"),
        ("zh", "第三条：各国", "第三条："),
        ("zh", "第十条的规定", ""),
        ("zh", "①各国", "①"),
        ("zh", "5．各国", "5．"),
        ("ru", "а) обмен", "а)"),
        ("ru", "Статья 3. Государства", "Статья 3."),
        ("ru", "г. Москва", ""),
        ("fr", "1° au printemps", "1°"),
        ("es", "Artículo 2. Los Estados", "Artículo 2."),
        ("ar", "(أ) تبادل", "(أ)"),
        ("ar", "1- اجتمعت", "1-"),
        ("ar", "المادة 5: الدول", "المادة 5:"),
        ("zh", "•加强合作", "•"),
        ("ru", "▪Укрепить связь", "▪"),
        ("en", "➢ Strengthen ties", "➢"),
        ("fr", "✓ Renforcer les liens", "✓"),
        ("zh", "·加强合作", ""),
        ("en", "–strengthen ties", ""),
    ],
)
def test_labels_are_split_and_joined_again(language: str, text: str, label: str) -> None:
    found, rest = split_label(text, language=languages.get(language))
    assert found == label
    assert split_label(
        join_label(found, rest, language=languages.get(language)), language=languages.get(language)
    ) == (found, rest)


def test_a_wide_mark_keeps_its_own_space_and_any_other_label_gets_one() -> None:
    labels = ("一、", "（二）", "3.", "(c)", "•", "")
    assert [spaced(label) for label in labels] == ["一、", "（二）", "3. ", "(c) ", "• ", ""]


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "27–29 June 2012", "2012-06-27", "2012-06-29"),
        ("en", "30 June to 1 July 2011", "2011-06-30", "2011-07-01"),
        ("en", "January 3, 2022", "2022-01-03", "2022-01-03"),
        ("zh", "2012年6月27日至29日", "2012-06-27", "2012-06-29"),
        ("zh", "二〇一二年十二月二十日", "2012-12-20", "2012-12-20"),
        ("fr", "les 3 et 4 septembre 2009", "2009-09-03", "2009-09-04"),
        ("fr", "1er juillet 2011", "2011-07-01", "2011-07-01"),
        ("ru", "27–29 июня 2012 года", "2012-06-27", "2012-06-29"),
        ("es", "27 a 29 de junio de 2012", "2012-06-27", "2012-06-29"),
        ("ar", "27-29 حزيران/يونيه 2012", "2012-06-27", "2012-06-29"),
        ("ar", "20 تموز/يوليو 2012", "2012-07-20", "2012-07-20"),
    ],
)
def test_dates(language: str, text: str, first: str, last: str) -> None:
    found = whole_date(text, language=languages.get(language))
    assert found and (found.first, found.last) == (first, last)
    assert [d.last for d in find_dates(f"x {text} x", language=languages.get(language))] == [last]


def test_impossible_days_are_no_dates() -> None:
    assert whole_date("31 June 2012", language=languages.get("en")) is None


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Geneva, 20 July 2012", "Geneva"),
        ("en", "Done at Oslo, 7 May 2013", "Oslo"),
        ("zh", "二〇一三年五月七日，奥斯陆", "奥斯陆"),
        ("ru", "г. Осло, 7 мая 2013 года", "Осло"),
        ("en", "He came on 20 July 2012", ""),
    ],
)
def test_place_and_date(language: str, text: str, place: str) -> None:
    found = place_and_date(text, language=languages.get(language))
    assert (found[0] if found else "") == place


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Organisation", "organization"),
        ("en", "programme", "program"),
        ("en", "analysed", "analyzed"),
        ("ru", "Ещё", "еще"),
        ("ar", "أمن", "امن"),
        ("fr", "clef", "clé"),
        ("es", "sólo", "solo"),
    ],
)
def test_spelling_variants_fold_together(language: str, one: str, other: str) -> None:
    assert fold(one, language=languages.get(language)) == fold(other, language=languages.get(language))


@pytest.mark.parametrize(("one", "other"), [("wise", "wize"), ("rise", "rize"), ("promise", "promize")])
def test_short_words_and_other_languages_do_not_fold(one: str, other: str) -> None:
    language = "fr" if one == "promise" else "en"
    assert fold(one, language=languages.get(language)) != fold(other, language=languages.get(language))


@pytest.mark.parametrize("language", sorted(UDHR))
def test_language_of_single_sentences(language: str, shared: Path) -> None:
    """Every sentence of the Declaration alone: at least 97 of 100 in their own language."""
    texts = whole_declaration(shared, language)
    found = [
        detect_language(text[a:b])[0]
        for text in texts
        for a, b in sentences(text, language=languages.get(language))
    ]
    assert found.count(language) >= 0.97 * len(found)


def test_detection_says_when_it_does_not_know() -> None:
    assert detect_language("") == ("en", 0.0)
    assert detect_language("12 345")[1] == 0.0
    assert detect_language("Oslo")[1] < 0.3
    assert detect_language("各國重申對條約的承諾。")[0] == "zh"
