"""Headings go on by their subject or by what stands under them, never by their number alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from p5diff.language import get
from p5diff.model.series import Gap, Series, Wording
from p5diff.model.statement import Metadata, Role, Statement
from p5diff.text import stored
from p5diff.threads.headings import numbering
from p5diff.workflows.series import weave
from tests.series.material import statement

RULES = {
    "en": (
        "Nets with small meshes are not sold after June.",
        "Captains keep a book of every haul on board.",
        "Schools near the lake teach rescue each spring.",
    ),
    "fr": (
        "Les filets à petites mailles ne sont plus vendus après juin.",
        "Les capitaines tiennent à bord un registre de chaque prise.",
        "Les écoles du lac enseignent le sauvetage chaque printemps.",
    ),
    "es": (
        "Las redes de malla pequeña no se venden después de junio.",
        "Los capitanes llevan a bordo un libro de cada captura.",
        "Las escuelas del lago enseñan rescate cada primavera.",
    ),
    "ru": (
        "Сети с мелкой ячейкой не продаются после июня.",
        "Капитаны ведут на борту книгу каждого улова.",
        "Школы у озера учат спасению каждую весну.",
    ),
    "zh": ("六月以后不再出售小网眼渔网。", "船长在船上记录每次捕获。", "湖边学校每年春天教授救生。"),
    "ar": (
        "لا تباع الشباك ذات الفتحات الصغيرة بعد يونيه.",
        "يحتفظ الربابنة على متن السفينة بسجل لكل صيد.",
        "تعلم مدارس البحيرة الإنقاذ كل ربيع.",
    ),
}
"""What stands under headings: a rule that goes, one that stays, one that comes."""
RENAMED = [
    ("en", "Chapter Three: Nets", "Chapter Three: Rescue", "Chapter Four: Logbooks"),
    ("en", "Goal 4: Nets", "Goal 4: Rescue at sea", "Goal 5: Logbooks"),
    ("en", "Track Two (Nets)", "Track Two (Rescue)", "Track Three (Logbooks)"),
    ("fr", "Première partie — Filets", "Première partie — Sauvetage", "Deuxième partie — Registres"),
    ("fr", "Titre premier : Des filets", "Titre premier : Du sauvetage", "Titre II : Des registres"),
    ("es", "Parte segunda. Redes", "Parte segunda. Rescate", "Parte tercera. Libros"),
    ("es", "Capítulo II (Redes)", "Capítulo II (Rescate)", "Capítulo III (Libros)"),
    ("ru", "Глава первая. Сети", "Глава первая. Спасение", "Глава вторая. Книги улова"),
    ("ru", "Раздел II (Сети)", "Раздел II", "Раздел III (Книги)"),
    ("zh", "第二章（渔网）", "第二章（救生）", "第三章（记录）"),
    ("zh", "附件一：渔网", "附件一：救生", "附件二：捕获记录"),
    ("ar", "المرفق 1 (الشباك)", "المرفق 1 (الإنقاذ)", "المرفق 2 (السجلات)"),
    ("ar", "المادة 1 (الشباك)", "المادة 1", "المادة 2 (السجلات)"),
]
"""A heading, another with its number, and one that stays."""


def told(language: str, number: int, parts: Sequence[tuple[str, str]]) -> Statement:
    text = "\n\n".join(line for head, rule in parts for line in (f"## {head}", rule)) + "\n"
    name = f"oslo-{2001 + number}"
    meta = Metadata(ref=f"{name}:{language}", id=name, language=language, adopted=f"{2001 + number}-05-01")
    return Statement(meta=meta, paragraphs=stored.parse(text, language=get(language)))


def after(series: Series, heading: str) -> str | None:
    """What a heading of the first text became; None where its thread ended."""
    for thread in series.threads:
        first, then = thread.wordings
        if isinstance(first, Wording) and first.text == heading and thread.role is Role.HEADING:
            return then.text if isinstance(then, Wording) else None
    raise AssertionError(f"no thread begins with {heading}")


@pytest.mark.parametrize(("language", "gone", "come", "stays"), RENAMED)
def test_a_number_in_common_carries_no_heading(language: str, gone: str, come: str, stays: str) -> None:
    nets, books, rescue = RULES[language]
    series = weave(
        [
            told(language, 0, [(gone, nets), (stays, books)]),
            told(language, 1, [(come, rescue), (stays, books)]),
        ]
    )
    assert after(series, gone) is None
    assert after(series, stays) == stays


def test_what_stands_under_a_heading_carries_it() -> None:
    """Of two articles that lost their subjects, the one whose text went on under its number goes on."""
    nets, books, rescue = RULES["en"]
    was = [("Article 1 (Nets)", nets), ("Article 2 (Logbooks)", books)]
    series = weave([told("en", 0, was), told("en", 1, [("Article 1", nets), ("Article 2", rescue)])])
    assert after(series, "Article 1 (Nets)") == "Article 1"
    assert after(series, "Article 2 (Logbooks)") is None


def test_headings_that_stand_together_head_one_text() -> None:
    nets, books, _ = RULES["en"]
    was = [("Chapter One (Fish)", ""), ("Article 1 (Nets)", nets), ("Article 2 (Logbooks)", books)]
    now = [("Chapter One", ""), ("Article 1", nets), ("Article 2", books)]
    series = weave([told("en", 0, was), told("en", 1, now)])
    for gone, stays in zip(was, now, strict=True):
        assert after(series, gone[0]) == stays[0]


def test_the_longer_of_two_items_goes_on_in_both() -> None:
    """A word or two, found again in a sentence, are not what the sentence says."""
    series = weave(
        [
            statement(
                "en", 0, ["They met in Oslo.", "broken nets", "torn sails or damaged rudders of boats"]
            ),
            statement(
                "en",
                1,
                ["They met in Oslo.", "torn sails, damaged rudders of boats, broken nets or lost anchors"],
            ),
        ]
    )
    gone, stays = series.threads[1:3]
    assert gone.wordings[1] is Gap.ABSENT
    assert isinstance(stays.wordings[1], Wording)


def test_a_subject_carries_a_heading_to_another_number() -> None:
    nets, books, rescue = RULES["en"]
    series = weave(
        [
            told("en", 0, [("Article 1 (Nets)", nets), ("Article 2 (Logbooks)", books)]),
            told(
                "en",
                1,
                [("Article 1 (Nets)", nets), ("Article 2 (Rescue)", rescue), ("Article 3 (Logbooks)", books)],
            ),
        ]
    )
    assert after(series, "Article 2 (Logbooks)") == "Article 3 (Logbooks)"


@pytest.mark.parametrize(
    ("language", "line", "numbers"),
    [
        ("en", "Article 25 (WITHDRAWAL)", "Article 25"),
        ("en", "Article 25", "Article 25"),
        ("en", "Annex B List of nets", "Annex B"),
        ("en", "Track Two (Nets)", "Track Two"),
        ("en", "Nets and logbooks", ""),
        ("en", "Agenda 2030 for fishers", ""),
        ("en", "We will keep 3 nets.", ""),
        ("ru", "Статья 9 (Оговорки)", "Статья 9"),
        ("zh", "第二十五条（退出）", "第二十五条"),
        ("zh", "渔网和记录", ""),
        ("ar", "المادة 6 (الانسحاب)", "المادة 6"),
    ],
)
def test_what_numbers_a_line(language: str, line: str, numbers: str) -> None:
    assert numbering(line, get(language)) == numbers
