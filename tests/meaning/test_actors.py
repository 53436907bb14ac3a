"""Who acts: those who speak, a State among them, or others; in six languages, by name and by kind."""

from __future__ import annotations

import pytest

from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import mark
from p5diff.workflows.compare import compare_texts
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


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("en", "call", "The Chamber directs the applicant to file its reply by 1 June."),
        ("en", "position", "The Court finds that the river bank belongs to neither kingdom."),
        ("en", "commitment", "My country will plant ten million trees."),
        ("en", "commitment", "No Party shall export spent batteries to the other Party."),
        ("fr", "call", "La Chambre enjoint au demandeur de déposer sa réplique avant le 1er juin."),
        ("fr", "position", "Je tiens à remercier nos hôtes de leur accueil."),
        ("fr", "commitment", "Mon pays plantera dix millions d'arbres."),
        ("es", "call", "Insto a los dos vecinos a reabrir el paso antes del invierno."),
        ("es", "call", "La Sala ordena al demandante presentar su réplica antes del 1 de junio."),
        ("es", "position", "Quisiera agradecer a nuestros anfitriones su cálida acogida."),
        ("es", "commitment", "Ninguna de las Partes exportará pilas usadas a la otra."),
        ("ru", "call", "Призываю обоих соседей открыть переправу до зимы."),
        ("ru", "call", "Палата обязывает истца представить ответ до 1 июня."),
        ("ru", "position", "Министры дали высокую оценку работе спасателей."),
        (
            "ru",
            "commitment",
            "Каждая из Сторон в течение пяти дней извещает другую Сторону о закрытии переправы.",
        ),
        ("zh", "call", "分庭责令申请国于6月1日前提交答辩状。"),
        ("zh", "position", "请允许我向主人的热情接待表示感谢。"),
        ("ar", "call", "تأمر المحكمة المدعي بتقديم رده قبل 1 حزيران."),
        ("ar", "position", "أود أن أعرب عن امتناني للبلد المضيف."),
        ("ar", "commitment", "لا يجوز لأي طرف تصدير البطاريات المستعملة إلى الطرف الآخر."),
        ("ar", "call", "ويحث مجلس الأمن جميع الأطراف على ضبط النفس."),
    ],
)
def test_who_speaks_as_one_person_court_or_party_is_we(language: str, kind: str, text: str) -> None:
    found = mark(one(text, language), RULES)["p1.1"]
    assert (found.kind.value, found.actor) == (kind, "we")


def test_a_roman_numeral_is_nobody() -> None:
    assert not mark(one("(i) The bridge over the river;", "en"), RULES)["p1.1"].actor


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("نؤكد أن الدول سوف تلتزم", "نؤكد أن المدن سوف تلتزم بذلك كله"),
        ("التحفظات على هذه المعاهدة غير مقبولة من أي دولة من الدول الساحلية.", "التحفظات"),
    ],
)
def test_nobody_stands_behind_a_verb_that_ends_a_text(before: str, after: str) -> None:
    """Clauses of Arabic open with their verb, and an item of a list may end in it, without a stop."""
    for one_side, other in ((before, after), (after, before)):
        assert compare_texts(one_side, other).changes
