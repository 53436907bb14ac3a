"""Where a statement inside a page or message ends: not amid its own numbers, and before the words that close
the message."""

from __future__ import annotations

import pytest

from p5diff import ingest

_HEAD = (
    "From: Ada <ada@board.example>\nTo: tom@board.example\nSubject: text\n"
    "Content-Type: text/plain; charset=utf-8\n\n"
)
_LETTERS = {
    "en": (
        "Good morning,",
        "Please find below the declaration adopted last night.",
        "DECLARATION OF THE LOCK KEEPERS",
        "1. The keepers shall keep the gates open from 1 May to 30 September of each year.",
        "2. They shall publish the level of the water each Monday.",
        "Kind regards,",
        "Vera Lugova",
        "Clerk",
    ),
    "fr": (
        "Bonjour,",
        "Veuillez trouver ci-dessous la déclaration adoptée hier soir.",
        "DÉCLARATION DES ÉCLUSIERS",
        "1. Les éclusiers tiendront les portes ouvertes du 1er mai au 30 septembre de chaque année.",
        "2. Ils publieront chaque lundi le niveau de l’eau.",
        "Cordialement,",
        "Vera Lugova",
        "Greffière",
    ),
    "es": (
        "Buenos días:",
        "A continuación figura la declaración aprobada anoche.",
        "DECLARACIÓN DE LOS ESCLUSEROS",
        "1. Los escluseros mantendrán abiertas las compuertas del 1 de mayo al 30 de septiembre de cada año.",
        "2. Publicarán cada lunes el nivel del agua.",
        "Saludos cordiales,",
        "Vera Lugova",
        "Secretaria",
    ),
    "ru": (
        "Добрый день!",
        "Ниже приводится текст заявления, принятого вчера вечером.",
        "ЗАЯВЛЕНИЕ СМОТРИТЕЛЕЙ ШЛЮЗОВ",
        "1. Смотрители держат ворота открытыми с 1 мая по 30 сентября каждого года.",
        "2. Они публикуют уровень воды каждый понедельник.",
        "С уважением,",
        "Вера Лугова",
        "Секретарь",
    ),
    "ar": (
        "السلام عليكم،",
        "فيما يلي نص البيان الذي اعتمد مساء أمس.",
        "بيان حراس الأهوسة",
        "1. يبقي الحراس البوابات مفتوحة من 1 أيار/مايو إلى 30 أيلول/سبتمبر من كل عام.",
        "2. ينشر الحراس منسوب المياه كل يوم اثنين.",
        "مع أطيب التحيات،",
        "فيرا لوغوفا",
        "كاتبة المجلس",
    ),
    "zh": (
        "您好：",
        "现将昨晚通过的声明全文转发如下：",
        "船闸管理员声明",
        "1. 管理员应在每年5月1日至9月30日保持闸门开放。",
        "2. 管理员应每周一公布水位。",
        "此致",
        "薇拉",
        "秘书",
    ),
}


def _text(data: str, name: str) -> list[str]:
    source = ingest.source(data.encode(), name=name)
    return [f"{one.label} {one.text(source.language)}".strip() for one in source.paragraphs]


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("code", _LETTERS)
def test_words_that_close_a_message_are_none_of_the_text_it_sends(code: str, quoted: bool) -> None:
    lines = _LETTERS[code]
    sent = "FYI\n\nOn 2 July 2034 at 06:10, V. Lugova <v@locks.example> wrote:\n\n" if quoted else ""
    body = "\n>\n".join(f"> {line}" for line in lines) if quoted else "\n\n".join(lines)
    assert _text(f"{_HEAD}{sent}{body}\n", "a.eml") == list(lines[2:5])


@pytest.mark.parametrize("marks", [("--- begin ---", "--- end ---"), ("=== BEGIN ===", "=== END ===")])
def test_no_text_ends_amid_its_own_numbers(marks: tuple[str, str]) -> None:
    text = [
        "DECLARATION ON WINTER HARBOURS",
        "1. We shall keep the winter harbours open from 1 November to 31 March of each year.",
        "2. We shall publish the level of water:",
        "(a) each Monday, at the weir of Harlow;",
        "(b) each Friday, at the old bridge; and",
        "(c) on the first of the month, in all other places.",
        "3. Nothing in this Declaration affects the dues.",
    ]
    opens = ["TO: All masters", "DATE: 3 June 2031", "Colleagues,", "The text adopted reads as follows:"]
    lines = [*opens, marks[0], *text, marks[1], "With kind regards,", "A. Moreau"]
    assert _text("\n\n".join(lines) + "\n", "a.txt") == text
