"""Who acts: those who speak, a State among them, or others; in six languages, by name and by kind."""

from __future__ import annotations

import pytest

from p5diff.meaning import load_rules
from p5diff.meaning.commitments import mark
from tests.meaning.texts import one

RULES = load_rules()


@pytest.mark.parametrize(
    ("language", "actor", "text"),
    [
        ("en", "others", "Twelve countries have acceded to the customs convention."),
        ("en", "some", "India launched two weather satellites last year."),
        ("en", "others", "Donors should replenish the grain reserve without delay."),
        ("fr", "some", "Le Luxembourg versera trois millions d'euros pour les réfugiés."),
        ("fr", "others", "Douze pays ont adhéré à la convention douanière."),
        ("fr", "some", "L'Inde a lancé deux satellites météorologiques l'an dernier."),
        ("fr", "others", "Les donateurs devraient reconstituer sans délai la réserve de céréales."),
        ("es", "some", "Uruguay aportará tres millones de dólares para los refugiados."),
        ("es", "others", "Doce países se han adherido al convenio aduanero."),
        ("es", "some", "La India lanzó dos satélites meteorológicos el año pasado."),
        ("es", "others", "Los donantes deberían reponer sin demora la reserva de cereales."),
        ("ru", "some", "Казахстан выделит три миллиона долларов для беженцев."),
        ("ru", "some", "Индия в прошлом году вывела на орбиту два метеорологических спутника."),
        ("zh", "some", "新西兰认捐三百万美元援助难民。"),
        ("zh", "others", "已有十二国加入海关公约。"),
        ("zh", "some", "印度去年发射了两颗气象卫星。"),
        ("zh", "others", "捐助方应尽快补充粮食储备。"),
        ("ar", "some", "وستقدم الكويت ثلاثة ملايين دولار لصالح اللاجئين."),
        ("ar", "others", "وانضمت اثنتا عشرة دولة إلى الاتفاقية الجمركية."),
        ("ar", "some", "وأطلقت الهند قمرين صناعيين للأرصاد الجوية في العام الماضي."),
        ("ar", "others", "وينبغي للجهات المانحة أن تجدد مخزون الحبوب دون إبطاء."),
        ("en", "we", "We will vaccinate poultry workers with France."),
        ("fr", "we", "Nous financerons avec la France un pont."),
        ("fr", "we", "Les quatre gouvernements financeront un pont."),
        ("ru", "we", "Оба министерства построят мост."),
        ("es", "we", "Los cuatro gobiernos financiarán un puente."),
        ("ar", "we", "ستمول الحكومات الأربع جسرا."),
        ("fr", "some", "La partie marocaine a salué le nouveau pont."),
        ("ru", "others", "МАГАТЭ провело двенадцать проверок."),
        ("ar", "others", "وقد وقعت 187 دولة الميثاق."),
        ("fr", "others", "Cinquante-deux pays ont signé la charte."),
    ],
)
def test_who_acts(language: str, actor: str, text: str) -> None:
    assert mark(one(text, language), RULES)["p1.1"].actor == actor


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nous désirons un pont."),
        ("es", "Queremos un puente."),
        ("ru", "Мы ценим мосты."),
        ("ar", "مرت سنوات على بناء الجسر."),
        ("ar", "سيارات القرية ستون."),
    ],
)
def test_a_word_that_only_ends_or_begins_like_a_future_commits_nobody(language: str, text: str) -> None:
    assert mark(one(text, language), RULES)["p1.1"].kind.value != "commitment"


def test_a_row_may_name_words_that_it_does_not_mean() -> None:
    """Without them, désirons would be read as a future: `without` holds them back."""
    sentence = one("Nous désirons un pont.", "fr")
    assert not mark(sentence, RULES)["p1.1"].rule.endswith("futur-nous")
    future = mark(one("Nous finirons le pont.", "fr"), RULES)["p1.1"]
    assert future.kind.value == "commitment"
