"""Who acts, found by the place of the subject: made-up names and trades, in six languages."""

from __future__ import annotations

import pytest

from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import mark
from tests.meaning.texts import one

RULES = load_rules()


@pytest.mark.parametrize(
    ("language", "actor", "text"),
    [
        ("en", "others", "Last spring, the Wicklers' Guild repaired four sluices."),
        ("en", "others", "In the course of the year the Tolbec brewery planted six orchards."),
        ("en", "others", "The glassblowers will draw up a register of furnaces."),
        ("en", "", "Wool production fell by a third."),
        ("en", "", "Last spring, the programme repaired four sluices."),
        ("en", "we", "Last spring, our wicklers repaired four sluices."),
        ("en", "", "The next gathering will take place in Tolbec."),
        ("fr", "others", "Selon le registre, la Guilde des vanniers a réparé quatre écluses."),
        ("fr", "others", "Le Bureau des lampes, organe de la Cité, vérifiera les mèches chaque trimestre."),
        ("fr", "others", "Le prototype a été livré par la société Verdanel."),
        ("fr", "others", "En mai est arrivée à Tolbec une mission de vanniers."),
        ("fr", "", "Les archives ont été numérisées."),
        ("fr", "", "La production de laine a baissé d'un tiers."),
        ("fr", "we", "Nos deux îles répareront ensemble les bornes."),
        ("es", "others", "Según el registro, el Gremio de Cesteros reparó cuatro esclusas."),
        ("es", "others", "La Oficina de Lámparas, órgano de la ciudad, revisará las mechas cada trimestre."),
        ("es", "others", "En mayo llegó a Tolbec una misión de cesteros."),
        ("es", "", "La producción de lana cayó un tercio."),
        ("ru", "others", "По данным реестра, Гильдия корзинщиков починила четыре шлюза."),
        ("ru", "others", "Стеклодувы составят опись печей."),
        ("ru", "", "Производство шерсти сократилось на треть."),
        ("ru", "", "Консультации будут проводиться поочерёдно в двух городах."),
        ("zh", "others", "据登记册记载，托尔贝克灯具局去年修复了四座船闸。"),
        ("zh", "others", "编篮行会将在2031年前绘制水闸图。"),
        ("ar", "others", "وأصلحت نقابة السلالين أربع قناطر في العام الماضي."),
        ("ar", "", "وانخفض إنتاج الصوف بمقدار الثلث."),
    ],
)
def test_an_unknown_doer_is_found_by_its_place(language: str, actor: str, text: str) -> None:
    assert mark(one(text, language), RULES)["p1.1"].actor == actor


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Invite les laboratoires à prêter leurs balances ;"),
        ("ar", "تطلب إلى الأمين العام أن يقدم تقريرا عن القناطر؛"),
        ("ar", "ونحيي المتطوعين الذين أصلحوا القناطر."),
        ("ar", "وسنلزم الشركات بطلاء قواربها."),
    ],
)
def test_whom_a_verb_is_said_of_is_not_who_says_it(language: str, text: str) -> None:
    assert mark(one(text, language), RULES)["p1.1"].actor == "we"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since we last met, Angola and Paraguay have joined the network."),
        ("es", "Desde nuestro último encuentro, Moldova y Benin se han sumado a la red."),
        ("ru", "За истекший год к сети присоединились Молдова и Бенин."),
    ],
)
def test_who_joins_comes_from_outside(language: str, text: str) -> None:
    """And "we" of a clause that only says since when does not act in the next."""
    assert mark(one(text, language), RULES)["p1.1"].actor == "others"


def test_a_row_may_ask_for_a_doer() -> None:
    """ "will" alone commits nobody; a doer before it does."""
    assert mark(one("The glassblowers will mend the lamps.", "en"), RULES)["p1.1"].kind.value == "commitment"
    assert mark(one("The price will fall again.", "en"), RULES)["p1.1"].kind.value != "commitment"
