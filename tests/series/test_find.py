"""Words of a phrase in other forms, where no text holds them as they stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from p5diff.report.series.find import find, find_forms, near
from p5diff.workflows.series import traced, weave
from tests.cli.run import p5diff
from tests.series.material import statement

ASKED = [
    ("en", "The States support a moratorium on test explosions.", "moratorum on test explosion"),
    ("en", "The States reaffirm price stability.", "price stabilty"),
    ("fr", "Les États condamnent le harcèlement des témoins.", "harcelement de témoins"),
    ("es", "Los Estados apoyan la verificación de los acuerdos.", "verificacion del acuerdo"),
    ("ru", "Государства подтверждают моратория на испытания.", "мораторием на испытаний"),
    ("zh", "各国重申不受骚扰的权利。", "不受骚绕"),
    ("ar", "تدين الدول المضايقات ضد الشهود.", "للمضايقات"),
]


@pytest.mark.parametrize(("language", "said", "asked"), ASKED)
def test_other_forms_of_the_words_are_found(language: str, said: str, asked: str) -> None:
    series = weave([statement(language, n, [said]) for n in (0, 1)])
    assert not find(series, asked)
    assert [thread.first.text for thread in find_forms(series, asked)] == [said]
    assert traced(series, asked) == ((), find_forms(series, asked))


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("The States will meet in 2031.", "meet in 2032"),
        ("The States support talks on cables.", "support talks on cattle"),
        ("The States support talks.", "the of and"),
        ("They act in good faith.", "they act on food"),
    ],
)
def test_other_words_and_figures_are_not(said: str, asked: str) -> None:
    series = weave([statement("en", n, [said]) for n in (0, 1)])
    assert not find_forms(series, asked)


def test_the_reader_is_told(tmp_path: Path) -> None:
    for year in (2001, 2002):
        (tmp_path / f"{year}.txt").write_text("The States support price stability.\n", encoding="utf-8")
    files = [str(tmp_path / "2001.txt"), str(tmp_path / "2002.txt")]
    ran = p5diff("trace", "price stabilty", *files)
    assert ran.returncode == 0
    assert "price stability" in ran.stdout
    assert "in other forms" in ran.stderr
    assert "in other forms" not in p5diff("trace", "price\nstability", *files).stderr


BOTH = [
    (
        "en",
        "The States support a moratorium on tests.",
        "The hosts noted all moratoria at sea.",
        "moratorium",
    ),
    ("fr", "Les États saluent la vérification.", "Les hôtes notent des vérifications.", "la vérification"),
    ("ru", "Государства поддерживают мораторий.", "Хозяева отметили пользу моратория.", "мораторий"),
    ("ar", "تدين الدول المضايقات.", "لاحظ المضيفون مضايقات الشهود.", "المضايقات"),
]


@pytest.mark.parametrize(("language", "exact", "other", "asked"), BOTH)
def test_what_says_it_exactly_hides_none_that_says_it_otherwise(
    language: str, exact: str, other: str, asked: str
) -> None:
    series = weave([statement(language, n, [exact, other]) for n in (0, 1)])
    found = traced(series, asked)
    assert [t.first.text for t in found.exact] == [exact]
    assert [t.first.text for t in found.near] == [other]
    assert near(series, found.near[0].id) == ()


def test_the_reader_is_told_which_say_it_in_other_forms(tmp_path: Path) -> None:
    said = "The States support price stability.\n\nThey noted that stable prices help.\n\n"
    said += "The price stabilities differ.\n"
    for year in (2001, 2002):
        (tmp_path / f"{year}.txt").write_text(said, encoding="utf-8")
    files = [str(tmp_path / "2001.txt"), str(tmp_path / "2002.txt")]
    ran = p5diff("trace", "price stability", *files)
    assert (
        ran.returncode == 0
        and "in these words: 1; in other forms of them, listed after those: 1" in ran.stderr
    )
    first, between, second = ran.stdout.partition("In other forms of these words: 1")
    assert "support price stability" in first and between and "price stabilities differ" in second
    data = json.loads(p5diff("trace", "price stability", *files, "--format", "json").stdout)
    assert [thread["wordings"][0]["text"] for thread in data["threads"]] == [
        "The States support price stability.",
        "The price stabilities differ.",
    ]
