"""Lines that only say that something is attached to a letter."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.text.roles import names_annex

NAMES = (
    ("en", "Annex to the letter dated 9 June 2034 from the Permanent Representative of Velmia to the Union"),
    ("en", "Annex II"),
    ("fr", "Annexe à la note verbale datée du 3 mai 2033 adressée au secrétariat par la Mission de Velmie"),
    ("es", "Anexo de la carta de fecha 9 de junio de 2034 dirigida al Presidente por la Misión de Velmia"),
    (
        "ru",
        "Приложение к письму Постоянного представителя Велмии при Союзе приморских государств от 9 июня",
    ),
    ("ru", "Приложение к вербальной ноте Постоянного представительства Велмии от 3 мая 2033 года"),
    ("zh", "2034年6月9日韦尔米亚常驻代表给秘书长的信的附件"),
    ("zh", "2033年5月3日韦尔米亚常驻代表团给会议秘书处的普通照会的附件"),
    ("ar", "مرفق الرسالة المؤرخة 9 حزيران/يونيه 2034 الموجهة إلى الأمين العام من ممثل فيلميا"),
    ("ar", "مرفق المذكرة الشفوية المؤرخة 3 أيار/مايو 2033 الموجهة إلى الأمانة من بعثة فيلميا"),
)
OTHERS = (
    ("en", "Annex provisions apply to all harbours"),
    ("ru", "Приложение сил к одной точке даёт их сумму"),
    ("zh", "条约的附件"),
    ("zh", "缔约方应当更新本公约的附件"),
    ("ar", "مرفق المياه في المدينة"),
)


@pytest.mark.parametrize(("code", "line"), NAMES)
def test_a_line_names_an_annex_however_its_letter_is_named(code: str, line: str) -> None:
    assert names_annex(line, languages.get(code))


@pytest.mark.parametrize(("code", "line"), OTHERS)
def test_a_line_that_begins_or_ends_alike_names_none(code: str, line: str) -> None:
    assert not names_annex(line, languages.get(code))
