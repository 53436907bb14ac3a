"""Days and ranges of days as six languages write them, across months and years."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.language import LANGUAGES
from p5diff.text.dates import find_dates, is_place, place_and_date, title_place_and_date, whole_date

RANGES = [
    ("en", "30 June – 1 July 2011", "2011-06-30", "2011-07-01"),
    ("en", "30 June - 1 July 2011", "2011-06-30", "2011-07-01"),
    ("en", "June 27-29, 2012", "2012-06-27", "2012-06-29"),
    ("en", "27–29 June 2012", "2012-06-27", "2012-06-29"),
    ("en", "from 30 June to 1 July 2011", "2011-06-30", "2011-07-01"),
    ("en", "30 June and 1 July 2011", "2011-06-30", "2011-07-01"),
    ("en", "29 December 2010 – 3 January 2011", "2010-12-29", "2011-01-03"),
    ("en", "December 29, 2010 to January 3, 2011", "2010-12-29", "2011-01-03"),
    ("en", "June 30 – July 1, 2011", "2011-06-30", "2011-07-01"),
    ("en", "June 30 and July 1, 2011", "2011-06-30", "2011-07-01"),
    ("en", "between 3 and 4 September 2009", "2009-09-03", "2009-09-04"),
    ("en", "3, 4 and 5 May 2010", "2010-05-03", "2010-05-05"),
    ("en", "the 3rd and 4th of September 2009", "2009-09-03", "2009-09-04"),
    ("en", "27 and 28 June 2012", "2012-06-27", "2012-06-28"),
    ("fr", "le 30 juin et le 1er juillet 2011", "2011-06-30", "2011-07-01"),
    ("fr", "du 30 juin au 1er juillet 2011", "2011-06-30", "2011-07-01"),
    ("fr", "30 juin – 1er juillet 2011", "2011-06-30", "2011-07-01"),
    ("fr", "les 3 et 4 septembre 2009", "2009-09-03", "2009-09-04"),
    ("fr", "du 27 au 29 juin 2012", "2012-06-27", "2012-06-29"),
    ("fr", "du 29 décembre 2010 au 3 janvier 2011", "2010-12-29", "2011-01-03"),
    ("fr", "les 3, 4 et 5 mai 2010", "2010-05-03", "2010-05-05"),
    ("fr", "27-29 juin 2012", "2012-06-27", "2012-06-29"),
    ("es", "30 de junio a 1 de julio de 2011", "2011-06-30", "2011-07-01"),
    ("es", "30 de junio y 1 de julio de 2011", "2011-06-30", "2011-07-01"),
    ("es", "del 30 de junio al 1 de julio de 2011", "2011-06-30", "2011-07-01"),
    ("es", "30 de junio – 1 de julio de 2011", "2011-06-30", "2011-07-01"),
    ("es", "los días 3 y 4 de septiembre de 2009", "2009-09-03", "2009-09-04"),
    ("es", "del 27 al 29 de junio de 2012", "2012-06-27", "2012-06-29"),
    ("es", "29 de diciembre de 2010 a 3 de enero de 2011", "2010-12-29", "2011-01-03"),
    ("es", "27-29 de junio de 2012", "2012-06-27", "2012-06-29"),
    ("ru", "30 июня — 1 июля 2011 г.", "2011-06-30", "2011-07-01"),
    ("ru", "30 июня – 1 июля 2011 года", "2011-06-30", "2011-07-01"),
    ("ru", "с 30 июня по 1 июля 2011 года", "2011-06-30", "2011-07-01"),
    ("ru", "3 и 4 сентября 2009 года", "2009-09-03", "2009-09-04"),
    ("ru", "27–29 июня 2012 г.", "2012-06-27", "2012-06-29"),
    ("ru", "29 декабря 2010 года – 3 января 2011 года", "2010-12-29", "2011-01-03"),
    ("ru", "с 29 декабря 2010 г. по 3 января 2011 г.", "2010-12-29", "2011-01-03"),
    ("ru", "30 июня и 1 июля 2011 г.", "2011-06-30", "2011-07-01"),
    ("zh", "2011年6月30日至7月1日", "2011-06-30", "2011-07-01"),
    ("zh", "2011年6月30日—7月1日", "2011-06-30", "2011-07-01"),
    ("zh", "2012年6月27日至29日", "2012-06-27", "2012-06-29"),
    ("zh", "2012年6月27-29日", "2012-06-27", "2012-06-29"),
    ("zh", "2010年12月29日至2011年1月3日", "2010-12-29", "2011-01-03"),
    ("zh", "2009年9月3日和4日", "2009-09-03", "2009-09-04"),
    ("zh", "2011年6月30日和7月1日", "2011-06-30", "2011-07-01"),
    ("zh", "二〇一一年六月三十日至七月一日", "2011-06-30", "2011-07-01"),
    ("zh", "2009年9月3日、4日", "2009-09-03", "2009-09-04"),
    ("ar", "30 حزيران/يونيه - 1 تموز/يوليه 2011", "2011-06-30", "2011-07-01"),
    ("ar", "من 30 حزيران/يونيه إلى 1 تموز/يوليه 2011", "2011-06-30", "2011-07-01"),
    ("ar", "30 يونيو و1 يوليو 2011", "2011-06-30", "2011-07-01"),
    ("ar", "3 و4 أيلول/سبتمبر 2009", "2009-09-03", "2009-09-04"),
    ("ar", "27-29 حزيران/يونيه 2012", "2012-06-27", "2012-06-29"),
    ("ar", "27 إلى 29 يونيو 2012", "2012-06-27", "2012-06-29"),
    ("ar", "29 ديسمبر 2010 إلى 3 يناير 2011", "2010-12-29", "2011-01-03"),
    ("ar", "30 حزيران/يونيو و 1 تموز/يوليو 2011", "2011-06-30", "2011-07-01"),
    ("ar", "٣٠ يونيو - ١ يوليو ٢٠١١", "2011-06-30", "2011-07-01"),
]


@pytest.mark.parametrize(("code", "text", "first", "last"), RANGES)
def test_a_range_has_its_first_and_its_last_day(code: str, text: str, first: str, last: str) -> None:
    found = list(find_dates(f"x {text} x", language=languages.get(code)))
    assert [(date.first, date.last) for date in found] == [(first, last)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "5 May to 3 May 2010"),
        ("fr", "du 31 juin au 1er juillet 2011"),
        ("ru", "с 40 мая по 3 июня 2010 г."),
    ],
)
def test_what_cannot_be_a_range_is_none(code: str, text: str) -> None:
    found = list(find_dates(text, language=languages.get(code)))
    assert all(date.first == date.last for date in found)


@pytest.mark.parametrize(
    ("code", "text", "place", "last"),
    [
        ("en", "Harbour Town, 30 June - 1 July 2011", "Harbour Town", "2011-07-01"),
        ("fr", "Norville, le 30 juin et le 1er juillet 2011", "Norville", "2011-07-01"),
        ("es", "Nortal, 30 de junio a 1 de julio de 2011", "Nortal", "2011-07-01"),
        ("zh", "2011年6月30日至7月1日，北港", "北港", "2011-07-01"),
    ],
)
def test_a_place_beside_a_range(code: str, text: str, place: str, last: str) -> None:
    found = place_and_date(text, language=languages.get(code))
    assert found is not None and (found[0], found[1].last) == (place, last)


LINES = [
    ("en", "Wednesday, 5 May 2032", "", "2032-05-05"),
    ("en", "Geneva, Monday, May 3rd, 2032", "Geneva", "2032-05-03"),
    ("en", "Done at Vienna this 14th day of July 2015", "Vienna", "2015-07-14"),
    ("en", "3–5 May 2032 | Lisbon", "Lisbon", "2032-05-03"),
    ("en", "Washington, D.C. – June 27-29, 2012", "Washington, D.C.", "2012-06-27"),
    ("fr", "Genève, lundi 3 mai 2032", "Genève", "2032-05-03"),
    ("es", "Ginebra, lunes 3 de mayo de 2032", "Ginebra", "2032-05-03"),
    ("es", "Lisboa, 1° y 2 de mayo de 2032", "Lisboa", "2032-05-01"),
    ("ru", "Женева, понедельник, 3 мая 2032 г.", "Женева", "2032-05-03"),
    ("ru", "с 3 по 5 мая 2032 года, Лиссабон", "Лиссабон", "2032-05-03"),
    ("ru", "Совершено в Вене 14 июля 2015 года", "", "2015-07-14"),
    ("zh", "2032年5月3日星期一于里斯本", "里斯本", "2032-05-03"),
    ("ar", "جنيف، الاثنين 3 مايو 2032", "جنيف", "2032-05-03"),
    ("ar", "القاهرة في 14 جويلية 2015", "القاهرة", "2015-07-14"),
]


@pytest.mark.parametrize(("code", "line", "place", "first"), LINES)
def test_a_line_of_place_and_day(code: str, line: str, place: str, first: str) -> None:
    language = languages.get(code)
    both = place_and_date(line, language=language)
    day = both[1] if both else whole_date(line, language=language)
    assert ((both[0] if both else ""), day.first if day else "") == (place, first)


TITLES = [
    ("en", "Joint Statement, Washington, D.C., June 27-29, 2012", "Joint Statement", "Washington, D.C."),
    ("en", "Joint Statement – Lisbon, 3–5 May 2032", "Joint Statement", "Lisbon"),
    ("fr", "Déclaration conjointe - Lisbonne (5 mai 2032)", "Déclaration conjointe", "Lisbonne"),
    ("es", "Declaración conjunta, Ginebra, 27 y 28 de junio de 2012", "Declaración conjunta", "Ginebra"),
    ("es", "Declaración conjunta, Cartagena, 3 de mayo de 2032", "Declaración conjunta", "Cartagena"),
    ("ru", "Совместное заявление (Женева, 27–28 июня 2012 года)", "Совместное заявление", "Женева"),
    ("zh", "联合声明（2015年4月27日至5月22日，纽约）", "联合声明", "纽约"),
    ("ar", "بيان مشترك - جنيف، 27-28 حزيران/يونيه 2012", "بيان مشترك", "جنيف"),
]


@pytest.mark.parametrize(("code", "line", "title", "place"), TITLES)
def test_a_title_with_place_and_day_on_its_line(code: str, line: str, title: str, place: str) -> None:
    found = title_place_and_date(line, language=languages.get(code))
    assert found is not None
    assert found[:2] == (title, place)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Joint Statement of the Lisbon Meeting of 3-5 May 2032"),
        ("en", "The Hague, Netherlands, 3 May 2032"),
        ("en", "We met in Lisbon, in the old town, on 3 May 2032"),
        ("fr", "Déclaration du 3 mai 2032"),
        ("ru", "Заявление от 3 мая 2032 года"),
        ("zh", "关于2032年5月3日会议的声明"),
    ],
)
def test_a_title_without_a_place_has_none(code: str, line: str) -> None:
    assert title_place_and_date(line, language=languages.get(code)) is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Wednesday"),
        ("en", "Joint Statement (Lisbon"),
        ("en", "By Jo Field, Quito"),
        ("en", "—ooOoo—"),
        ("en", "| Lisbon"),
        ("fr", "Déclaration conjointe, Genève"),
        ("zh", "外交部发言人就会议答问"),
        ("ar", "الأربعاء"),
    ],
)
def test_what_is_no_place(code: str, text: str) -> None:
    assert not is_place(text, language=languages.get(code))


def test_names_of_places() -> None:
    named = {
        "en": "Washington, D.C.",
        "fr": "La Haye",
        "es": "Cartagena",
        "ru": "Нью-Йорк",
        "zh": "布宜诺斯艾利斯",
    }
    assert all(is_place(text, language=languages.get(code)) for code, text in named.items())


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru", "ar"])
def test_the_look_ahead_of_dates_and_of_references_loses_nothing(code: str) -> None:
    """The patterns without it find the same in texts made of all that a date or a reference is made of."""
    import random
    import re

    from p5diff.meaning.sentence import figures
    from p5diff.text import dates
    from p5diff.text.needles import Spared

    language = LANGUAGES[code]
    dice = random.Random(5)
    parts = [
        *language.MONTHS,
        *"5 12 1er 2nd 31 2012 1999 20211 , . - – / ( ) « » the of to le les du de del al".split(),
    ]
    parts += [*"el la со с до г. في من إلى of 3, article articles párrafo п. статья مادة no. annex".split()]
    spared = [dates._pattern(language), *figures._named(language)]
    fast = [p.pattern if isinstance(p, Spared) else p for p in spared]
    slow = [re.compile(re.sub(r"\(\?=\\D\{\d+,\d+\}\+\\d\)", "", p.pattern), p.flags) for p in fast]
    assert [a.pattern for a in fast] != [b.pattern for b in slow]
    for _ in range(1_500):
        text = "".join(
            dice.choice(parts) + dice.choice((" ", " ", " ", "")) for _ in range(dice.randint(3, 14))
        )
        for one, two in zip(fast, slow, strict=True):
            assert [m.span() for m in one.finditer(text)] == [m.span() for m in two.finditer(text)], text


@pytest.mark.parametrize(
    ("code", "sentence", "line"),
    [
        ("en", "Signed on 4 March 2031.", "Porto, 4 March 2031."),
        ("fr", "Signé le 4 mars 2031.", "Fait à Porto le 4 mars 2031."),
        ("es", "Firmado el 4 de marzo de 2031.", "Hecho en Oporto el 4 de marzo de 2031."),
        ("zh", "双方签署于2031年3月4日。", "波尔图，2031年3月4日。"),
        ("ar", "وأكدوا الالتزام بالاتفاق الموقع في 4 مارس 2031.", "حرر في بورتو في 4 مارس 2031."),
    ],
)
def test_a_sentence_that_ends_with_a_day_is_no_line_of_place_and_day(
    code: str, sentence: str, line: str
) -> None:
    language = languages.get(code)
    assert place_and_date(sentence, language=language) is None
    both = place_and_date(line, language=language)
    assert both is not None
    assert both[0]
    assert both[1].first == "2031-03-04"
