"""What a change is about, in words quoted from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from p5diff.model.comparison import Comparison
from p5diff.report.brief import brief
from p5diff.report.excerpt import about, pieces
from p5diff.report.phrasebook import phrases
from p5diff.report.subjects import Group, Subject, grouped, subjects
from p5diff.report.terminal.brief import PAGE, brief_lines
from p5diff.report.view import rows
from p5diff.workflows.compare import compare


def compared(folder: Path, before: Sequence[str], after: Sequence[str], language: str) -> Comparison:
    paths = [folder / name for name in ("one.txt", "two.txt")]
    for path, texts in zip(paths, (before, after), strict=True):
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return compare(*paths, before_language=language, after_language=language)


SAME = {
    "en": "The States met in spring.",
    "fr": "Les États se sont réunis au printemps.",
    "es": "Los Estados se reunieron en primavera.",
    "ru": "Государства встретились весной.",
    "zh": "各国春天会晤。",
    "ar": "اجتمعت الدول في الربيع.",
}
GONE = {
    "en": (
        "Lake Orrin",
        ["We will restock Lake Orrin with trout.", "Fishing on Lake Orrin will end in autumn."],
    ),
    "fr": (
        "Orrin",
        ["Nous protégerons les rives de l'Orrin.", "La pêche dans l'Orrin prendra fin à l'automne."],
    ),
    "es": ("Orrin", ["Protegeremos las orillas del Orrin.", "La pesca en el Orrin terminará en otoño."]),
    "ru": ("Оррин", ["Мы защитим берега озера Оррин.", "Ловля рыбы на озере Оррин закончится осенью."]),
    "zh": ("灯塔", ["我们将修复海岸的灯塔。", "灯塔的看守人将得到住房。"]),
    "ar": ("المنارة", ["سنرمم المنارة على الساحل.", "سيحصل حارس المنارة على بيت."]),
}
"""Two promises about one thing, and the words that name it."""


@pytest.mark.parametrize("language", GONE)
def test_changes_about_one_thing_have_its_name(tmp_path: Path, language: str) -> None:
    name, gone = GONE[language]
    comparison = compared(tmp_path, [SAME[language], *gone], [SAME[language]], language)
    found = subjects(comparison, rows(comparison))
    dropped = [row.number for row in rows(comparison) if not row.pair.after]
    assert len(dropped) == 2
    assert {found[number].name for number in dropped} == {name}
    assert grouped(dropped, found) == [Group(name, tuple(dropped))]
    alone = grouped(dropped[:1], found)
    assert name in alone[0].words
    if language != "fr":  # an article written onto it is part of its word
        assert len(alone[0].words) > len(name), "where it stands alone, the words around it are told"


def test_a_name_goes_before_other_words(tmp_path: Path) -> None:
    after = [SAME["en"], "We will send seasoned divers, spare pumps and long ropes to Elmford by train."]
    comparison = compared(tmp_path, [SAME["en"]], after, "en")
    found = subjects(comparison, rows(comparison))
    subject = found[rows(comparison)[-1].number]
    assert subject.name == "Elmford"
    assert subject.own == "ropes to Elmford by train"


def test_words_of_a_subject_stand_in_the_text(tmp_path: Path) -> None:
    """Nothing is named that is not read in the change."""
    before = [SAME["en"], *(f"We will send {n} divers to Port {p}." for n, p in ((3, "Ash"), (4, "Elm")))]
    after = [SAME["en"], "Nobody’s grain will rot: https://grain.example/port tells how."]
    comparison = compared(tmp_path, before, after, "en")
    found = subjects(comparison, rows(comparison))
    assert found
    texts = {row.number: row.pair.after_text("en") or row.pair.before_text("en") for row in rows(comparison)}
    for number, subject in found.items():
        assert subject.own in texts[number] and subject.name in texts[number]
        assert "grain.example" not in subject.own and "’" not in subject.name


@pytest.mark.parametrize(
    ("gone", "halves"),
    [
        (
            [
                "港区领航员将在冬季得到崭新的住房和全年的薪金。",
                "市区领航员将在夏季得到明亮的宿舍和半年的薪金。",
            ],
            "区领",
        ),
        (["本原则改自北方渔民一百年前写下的旧约。", "本准则改自南方船工五十年前写下的旧约。"], "则改"),
        (["渔民不得以辱骂或政治攻击回应商人的批评。", "船工不得以嘲弄或政治攻击回应旅客的批评。"], "或政"),
    ],
)
def test_chinese_subjects_are_whole_phrases(tmp_path: Path, gone: list[str], halves: str) -> None:
    """Two characters that both texts say side by side may be the halves of two words."""
    comparison = compared(tmp_path, [SAME["zh"], *gone], [SAME["zh"]], "zh")
    signs = ("", "，", "。", "的", "和", "或")
    whole = "\n".join([SAME["zh"], *gone])
    for words in {s for subject in subjects(comparison, rows(comparison)).values() for s in subject[:2]} - {
        ""
    }:
        assert words != halves
        places = [match.span() for match in re.finditer(words, whole)]
        assert any(whole[start - 1 : start].strip() in signs for start, _ in places), words
        assert any(whole[stop : stop + 1].strip() in signs for _, stop in places), words


def test_a_whole_chinese_phrase_is_quoted(tmp_path: Path) -> None:
    """What a sign sets apart somewhere is a phrase everywhere."""
    gone = ["社区影响：船工被辱骂。", "海港委员会每年评估社区影响并报告市长。"]
    comparison = compared(tmp_path, [SAME["zh"], *gone], [SAME["zh"]], "zh")
    found = subjects(comparison, rows(comparison))
    dropped = [row.number for row in rows(comparison) if not row.pair.after]
    assert {found[number].name for number in dropped} == {"社区影响"}


def test_changes_are_grouped_by_name_alone() -> None:
    """Two changes that say "report" are hardly about one thing; one that is weaker is told as such."""
    named = {
        1: Subject("", "report to the Council"),
        2: Subject("Lake Orrin", "restock Lake Orrin"),
        4: Subject("", "report on mine clearance"),
        5: Subject("Lake Orrin", "fishing on Lake Orrin"),
        6: Subject("Lake Orrin", "boats on Lake Orrin", "weaker"),
    }
    assert grouped([3, 1, 2, 4, 5, 6], named) == [
        Group("boats on Lake Orrin", (6,), "weaker"),
        Group("report to the Council", (1,)),
        Group("Lake Orrin", (2, 5)),
        Group("report on mine clearance", (4,)),
        Group("", (3,)),
    ]
    told = about([3, 1, 2, 5, 6], named, phrases("en"), signed=True)
    assert told == "▼ “boats on Lake Orrin” #6; “report to the Council” #1; “Lake Orrin” #2, #5; #3"


def test_words_around_a_subject_are_whole_and_of_one_clause(tmp_path: Path) -> None:
    """They begin and end with words that tell, within the marks of the clause."""
    gone = [
        "The board shall, in May, prepare a final report on the locks; boats may pass.",
        "The board will also, in each case, prepare final accounts of the ferries.",
    ]
    comparison = compared(tmp_path, [SAME["en"], *gone], [SAME["en"]], "en")
    found = subjects(comparison, rows(comparison))
    own = {subject.own for subject in found.values()}
    assert own >= {"prepare a final report", "prepare final accounts"}, own


THINGS = """anchors barges cables dredgers estuaries ferries gauges harbours islands jetties kelp lanterns
moorings nets oysters pilots quays reefs sluices tides umiaks vessels weirs yawls""".split()


@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_page_names_what_it_cannot_tell(tmp_path: Path, width: int) -> None:
    """Of more promises than a page holds, each is told, or named by its subject, or counted."""
    after = [
        SAME["en"],
        *(f"We will inspect all {t} of the northern coast every third year in May." for t in THINGS),
        *(f"We call on the owners of {t} to insure them well before winter comes." for t in THINGS),
    ]
    found = brief(compared(tmp_path, [SAME["en"]], after, "en"))
    lines = ["".join(piece.text for piece in line) for line in brief_lines(found, width)]
    assert len(lines) <= PAGE
    page = " ".join(" ".join(lines).split())
    named = re.findall(r"“([^”]*)” #(\d+)", page)
    assert len(named) >= 6
    told = {line.number: line.after for section in found.sections for line in section.lines}
    assert all(words in told[int(number)] for words, number in named)
    counted = sum(int(n) for n in re.findall(r"and (\d+) more", page))
    shown = set(re.findall(r"#(\d+)", page))
    assert len(shown) + counted == len(told)


def test_a_figure_in_a_long_stretch_is_told(tmp_path: Path) -> None:
    """What was decided is told with its figure, whatever is added behind it."""
    before = (
        "To support steady prices along the coast and jobs in its yards, the Board today affirmed its view "
        "that the present harbour toll for foreign ships remains appropriate."
    )
    after = (
        "Given how trade has grown, and knowing how long a ruling takes to be felt, the Board decided to "
        "raise the harbour toll for foreign ships to 7 percent; it stays low after this rise, which supports "
        "the ferries, the pilots and the boatyards of the whole northern coast."
    )
    found = brief(compared(tmp_path, [before], [after], "en"))
    (line,) = [line for section in found.sections for line in section.lines]
    for length in (160, 240):
        assert "7 percent" in "".join(text for _, text in pieces(line, length))
