# ruff: noqa: E501 (sentences stay whole)
"""Coordinations in six languages that become two sentences, and back: none was looked at while building.

When they were written, 17 of the splits and 17 of the merges came out right without neighbours; the three Arabic ones
had a conjunction written onto the word in common.
"""

from __future__ import annotations

import pytest

from p5diff.align import align_sentences
from p5diff.align.units.stems import without_clitics

CASES = (
    (
        "en",
        "The Forum resolved to open the two archives and to return the seized manuscripts.",
        (
            "The Forum resolved to open the two archives.",
            "It further resolved to return the seized manuscripts.",
        ),
    ),
    (
        "en",
        "Ministers voiced alarm at attacks on pilots as well as at the theft of fuel.",
        ("Ministers voiced alarm at attacks on pilots.", "They voiced equal alarm at the theft of fuel."),
    ),
    (
        "en",
        "Observers may visit depots, interview guards and copy the ledgers.",
        ("Observers may visit depots and interview guards.", "They may also copy the ledgers."),
    ),
    (
        "fr",
        "Les ministres condamnent les attaques contre les pilotes et le vol de carburant.",
        (
            "Les ministres condamnent les attaques contre les pilotes.",
            "Ils condamnent aussi le vol de carburant.",
        ),
    ),
    (
        "fr",
        "L’Assemblée appuie la réforme des tarifs douaniers et demande un rapport annuel sur les forêts.",
        (
            "L’Assemblée appuie la réforme des tarifs douaniers.",
            "Elle demande en outre un rapport annuel sur les forêts.",
        ),
    ),
    (
        "fr",
        "Le Groupe a ouvert les archives, restitué les manuscrits et indemnisé les familles.",
        (
            "Le Groupe a ouvert les archives et restitué les manuscrits.",
            "Il a également indemnisé les familles.",
        ),
    ),
    (
        "es",
        "Los ministros condenan los ataques contra pilotos y el robo de combustible.",
        ("Los ministros condenan los ataques contra pilotos.", "Condenan asimismo el robo de combustible."),
    ),
    (
        "es",
        "El Foro decidió abrir los archivos y devolver los manuscritos incautados.",
        ("El Foro decidió abrir los archivos.", "También decidió devolver los manuscritos incautados."),
    ),
    (
        "es",
        "Los observadores podrán visitar depósitos y copiar los registros.",
        ("Los observadores podrán visitar depósitos.", "Podrán además copiar los registros."),
    ),
    (
        "ru",
        "Министры осудили нападения на лётчиков и хищение топлива.",
        ("Министры осудили нападения на лётчиков.", "Они осудили также хищение топлива."),
    ),
    (
        "ru",
        "Форум постановил открыть архивы и вернуть изъятые рукописи.",
        ("Форум постановил открыть архивы.", "Он постановил также вернуть изъятые рукописи."),
    ),
    (
        "ru",
        "Наблюдатели могут посещать склады, опрашивать охрану и копировать журналы.",
        (
            "Наблюдатели могут посещать склады и опрашивать охрану.",
            "Кроме того, они могут копировать журналы.",
        ),
    ),
    (
        "zh",
        "各国部长谴责袭击飞行员和盗窃燃料的行为。",
        ("各国部长谴责袭击飞行员的行为。", "各国部长还谴责盗窃燃料的行为。"),
    ),
    (
        "zh",
        "论坛决定开放两处档案馆并归还被扣押的手稿。",
        ("论坛决定开放两处档案馆。", "论坛还决定归还被扣押的手稿。"),
    ),
    (
        "zh",
        "观察员可以查访仓库、询问警卫并复制账册。",
        ("观察员可以查访仓库、询问警卫。", "观察员还可以复制账册。"),
    ),
    (
        "ar",
        "أدان الوزراء الهجمات على الطيارين وسرقة الوقود.",
        ("أدان الوزراء الهجمات على الطيارين.", "وأدانوا كذلك سرقة الوقود."),
    ),
    (
        "ar",
        "قرر المنتدى فتح المحفوظات وإعادة المخطوطات المصادرة.",
        ("قرر المنتدى فتح المحفوظات.", "وقرر أيضا إعادة المخطوطات المصادرة."),
    ),
    (
        "ar",
        "يجوز للمراقبين زيارة المستودعات ونسخ السجلات.",
        ("يجوز للمراقبين زيارة المستودعات.", "ويجوز لهم كذلك نسخ السجلات."),
    ),
    (
        "ar",
        "أيد المجلس إصلاح الرسوم الجمركية وطلب تقريرا سنويا عن الغابات.",
        ("أيد المجلس إصلاح الرسوم الجمركية.", "وطلب المجلس تقريرا سنويا عن الغابات."),
    ),
    (
        "en",
        "The Council backed the reform of tariffs and asked for a yearly report on forests.",
        ("The Council backed the reform of tariffs.", "The Council asked for a yearly report on forests."),
    ),
)
NEIGHBOURS = {
    "en": ("The harbour will close in June.", "Costs are met by the hosts."),
    "fr": ("Le port fermera en juin.", "Les hôtes prennent les frais en charge."),
    "es": ("El puerto cerrará en junio.", "Los anfitriones asumen los gastos."),
    "ru": ("Порт закроется в июне.", "Расходы несут хозяева."),
    "zh": ("港口将于六月关闭。", "费用由东道主承担。"),
    "ar": ("سيغلق الميناء في يونيو.", "يتحمل المضيفون التكاليف."),
}


@pytest.mark.parametrize(("language", "whole", "halves"), CASES)
def test_a_coordination_is_split_and_merged(language: str, whole: str, halves: tuple[str, str]) -> None:
    there = align_sentences([whole], halves, language=language)
    back = align_sentences(halves, [whole], language=language)
    assert list(there) == [(0, 0), (0, 1)]
    assert list(back) == [(0, 0), (1, 0)]


@pytest.mark.parametrize(("language", "whole", "halves"), CASES)
def test_and_between_neighbours(language: str, whole: str, halves: tuple[str, str]) -> None:
    first, last = NEIGHBOURS[language]
    found = align_sentences([first, whole, last], [first, *halves, last], language=language)
    assert list(found) == [(0, 0), (1, 1), (1, 2), (2, 3)]


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("وسرقة", "سرقة"),  # "and theft", beside "theft"
        ("والوقود", "وقود"),  # "and the fuel", beside "fuel"
        ("وطن", "وطن"),  # "homeland": what is left is no word of the text
        ("بيد", "بيد"),  # what is left is a word, and too short to be one that takes a clitic
    ],
)
def test_what_is_written_onto_a_word_comes_off_where_the_text_has_the_word(word: str, bare: str) -> None:
    known = frozenset({"وسرقة", "سرقة", "والوقود", "وقود", "وطن", "بيد", "يد"})
    assert without_clitics(known, ("وال", "و", "ب"))(word) == bare
