"""Resolutions and lists under a lead-in inside web pages: clauses are text, however short, and no page."""

from __future__ import annotations

import pytest

from p5diff import ingest
from p5diff.ingest.layout.carrier.page import is_number
from p5diff.language import LANGUAGES
from p5diff.model.source import Source

RESOLUTIONS = {
    "en": (
        "Resolution 8/3. Decade of the Marshes",
        "The Assembly of the Delta League,",
        "Recalling its decision 4/1,",
        "Alarmed by the drying of the marshes,",
        "1. Proclaims the Decade of the Marshes;",
        "2. Invites members to plant reeds;",
        "3. Decides to remain seized of the matter.",
    ),
    "fr": (
        "Résolution 8/3. Décennie des marais",
        "L’Assemblée de la Ligue du Delta,",
        "Rappelant sa décision 4/1,",
        "Alarmée par l’assèchement des marais,",
        "1. Proclame la Décennie des marais ;",
        "2. Invite les membres à planter des roseaux ;",
        "3. Décide de rester saisie de la question.",
    ),
    "es": (
        "Resolución 8/3. Decenio de las marismas",
        "La Asamblea de la Liga del Delta,",
        "Recordando su decisión 4/1,",
        "Alarmada por la desecación de las marismas,",
        "1. Proclama el Decenio de las Marismas;",
        "2. Invita a los miembros a plantar juncos;",
        "3. Decide seguir examinando la cuestión.",
    ),
    "ru": (
        "Резолюция 8/3. Десятилетие болот",
        "Ассамблея Лиги дельты,",
        "ссылаясь на своё решение 4/1,",
        "будучи встревожена высыханием болот,",
        "1. провозглашает Десятилетие болот;",
        "2. предлагает членам Лиги сажать тростник;",
        "3. постановляет продолжать заниматься этим вопросом.",
    ),
    "ar": (
        "القرار 8/3 - عقد الأهوار",
        "إن جمعية رابطة الدلتا،",
        "إذ تشير إلى مقررها 4/1،",
        "وإذ يثير جزعها جفاف الأهوار،",
        "1. تعلن عقد الأهوار؛",
        "2. تدعو الأعضاء إلى زراعة القصب؛",
        "3. تقرر أن تبقي المسألة قيد النظر.",
    ),
    "zh": (
        "第8/3号决议：湿地十年",
        "三角洲联盟大会，",
        "回顾其第4/1号决定，",
        "对湿地干涸感到震惊，",
        "1. 宣布湿地十年；",
        "2. 请各成员种植芦苇；",
        "3. 决定继续处理此案。",
    ),
}
"""Title and clauses."""
LISTS = {
    "en": (
        "The members decided to:",
        "(a) open a hotline",
        "(b) share tide tables",
        "They meet again in May.",
    ),
    "fr": (
        "Les membres ont décidé de :",
        "a) ouvrir une ligne directe",
        "b) partager les horaires",
        "Ils se reverront en mai.",
    ),
    "es": (
        "Los miembros decidieron:",
        "a) abrir una línea directa",
        "b) compartir horarios",
        "Volverán a reunirse en mayo.",
    ),
    "ru": (
        "Члены Лиги постановили:",
        "а) открыть прямую линию",
        "б) делиться расписанием",
        "Они вновь встретятся в мае.",
    ),
    "ar": (
        "قرر الأعضاء ما يلي:",
        "أ) فتح خط مباشر",
        "ب) تبادل الجداول",
        "وسيجتمعون مجددا في أيار/مايو.",
    ),
    "zh": (
        "各成员决定采取以下措施：",
        "（一）开通热线",
        "（二）共享潮汐表",
        "各成员将于五月再次会晤。",
    ),
}
"""A lead-in, items without a mark at their end, and a sentence that goes on behind them."""


def _page(code: str, body: str) -> bytes:
    menu = '<div class="menu"><a href="/a">A 1</a> <a href="/b">B 2</a></div>'
    return f'<html lang="{code}"><head><title>x</title></head><body>{menu}{body}</body></html>'.encode()


def _read(data: bytes, name: str, code: str) -> list[str]:
    source: Source = ingest.source(data, name=name, language=code)
    away = [one.text for one in source.set_aside if one.reason.name in ("CARRIER", "FURNITURE")]
    assert away in ([], ["A 1 B 2"])
    return [f"{p.label} {' '.join(one.text for one in p.sentences)}".strip() for p in source.paragraphs]


def _bare(lines: list[str]) -> list[str]:
    return ["".join(line.split()) for line in lines]


@pytest.mark.parametrize("code", RESOLUTIONS)
def test_clauses_of_a_resolution_are_text(code: str) -> None:
    title, *clauses = RESOLUTIONS[code]
    body = f"<h1>{title}</h1>" + "".join(f"<p>{one}</p>" for one in clauses)
    assert _bare(_read(_page(code, body), "page.html", code))[-6:] == _bare(clauses)
    plain = "\n\n".join(RESOLUTIONS[code]) + "\n"
    assert _bare(_read(plain.encode(), "page.txt", code))[-6:] == _bare(clauses)


@pytest.mark.parametrize("code", RESOLUTIONS)
def test_clauses_are_text_below_a_line_of_the_page(code: str) -> None:
    _, *clauses = RESOLUTIONS[code]
    body = "<div>A 8/3</div>" + "".join(f"<p>{one}</p>" for one in clauses)
    source = ingest.source(_page(code, body), name="page.html", language=code)
    stored = _bare([p.label + "".join(one.text for one in p.sentences) for p in source.paragraphs])
    assert stored[-6:] == _bare(clauses)


@pytest.mark.parametrize("code", LISTS)
@pytest.mark.parametrize(
    "shape",
    [
        "<div>{0}<br>{1}<br>{2}</div><div>{3}</div>",
        "<div>{0}<br/>{1}<br/>{2}</div>",
        "<p>{0}</p><p>{1}</p><p>{2}</p><p>{3}</p>",
        "<p>{0}</p><ul><li>{1}</li><li>{2}</li></ul><p>{3}</p>",
    ],
)
def test_a_list_under_its_lead_in_is_no_page(code: str, shape: str) -> None:
    wanted = [one for number, one in enumerate(LISTS[code]) if f"{{{number}}}" in shape]
    read = _read(_page(code, shape.format(*LISTS[code])), "page.html", code)
    assert _bare([one.removeprefix("• ") for one in read]) == _bare(wanted)


@pytest.mark.parametrize(
    ("code", "line", "number"),
    [
        ("ru", "Исх. № 18/д от 3 мая 2034 г.", True),
        ("en", "Ref. No. 18/DP of 3 May 2034", True),
        ("fr", "N° 18/d du 3 mai 2034", True),
        ("es", "Ref. núm. 18/d de 3 de mayo de 2034", True),
        ("ru", "Резолюция 18 от 3 мая 2034 г.", False),
        ("en", "Decision 18 of 3 May 2034", False),
    ],
)
def test_the_number_of_a_release_may_stand_with_its_day(code: str, line: str, number: bool) -> None:
    assert is_number(line, LANGUAGES[code]) is number
