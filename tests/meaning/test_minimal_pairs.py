"""What is said of pairs that differ in one thing, and that nothing is said where they mean the same."""

from __future__ import annotations

import pytest

from p5diff.meaning import classify, load_rules
from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Shift, Side, Verdict
from p5diff.workflows.compare import compare_statements
from tests.meaning.minimal_pairs import PAIRS, Row
from tests.meaning.texts import aligned, one, statement

AROUND = {
    "en": ("The delegations met by the river.", "They thanked the host."),
    "fr": ("Les délégations se sont réunies au bord du fleuve.", "Elles ont remercié leur hôte."),
    "es": ("Las delegaciones se reunieron junto al río.", "Agradecieron la hospitalidad."),
    "ru": ("Делегации встретились у реки.", "Они поблагодарили хозяев."),
    "ar": ("اجتمعت الوفود على ضفة النهر.", "وشكرت الوفود البلد المضيف."),
    "zh": ("各代表团在河边会晤。", "各代表团感谢东道主。"),
}
OPPOSITE = {"weaker": "stronger", "stronger": "weaker", "narrowed": "widened", "widened": "narrowed"}


@pytest.mark.parametrize(
    "row", PAIRS, ids=lambda row: f"{row.language} {row.kind}: {row.before} → {row.after}"
)
def test_one_thing_changed_and_it_is_said(row: Row) -> None:
    language, _kind, before, after, expected = row
    first, last = AROUND[language]
    found = compare_statements(
        statement([first], [before], [last], language=language),
        statement([first], [after], [last], language=language),
    )
    said = {f"{s.aspect} {s.verdict.value}" for change in found.changes for s in change.shifts}
    if expected == "NO":
        assert not said
        assert not {c.pair.kind for c in found.changes} & {PairKind.NEW, PairKind.DROPPED, PairKind.RECAST}
    elif expected == "ledger":
        assert [e.previous for e in found.ledger if e.status == "changed"]
    else:
        assert set(expected.split("|")) & said
        against = OPPOSITE.get(expected.split()[-1])
        assert not any(s.endswith(f" {against}") for s in said)
    if expected == "negation flipped":  # of what is denied neither side is the stronger
        assert not any(s.startswith("strength ") for s in said)


RULES = load_rules()
MIRROR = {
    Verdict.STRONGER: Verdict.WEAKER,
    Verdict.WEAKER: Verdict.STRONGER,
    Verdict.NARROWED: Verdict.WIDENED,
    Verdict.WIDENED: Verdict.NARROWED,
    Verdict.JOINED: Verdict.LEFT,
    Verdict.LEFT: Verdict.JOINED,
}


def between(before: str, after: str, language: str) -> list[Shift]:
    ours, theirs = one(before, language), one(after, language)
    return [s for c in classify(aligned(ours, theirs), ours, theirs, RULES) for s in c.shifts]


def told(shifts: list[Shift], *, turned: bool = False) -> list[tuple[str, str, str, str]]:
    return sorted(
        (s.aspect, MIRROR.get(s.verdict, s.verdict).value, s.after, s.before)
        if turned
        else (s.aspect, s.verdict.value, s.before, s.after)
        for s in shifts
    )


@pytest.mark.parametrize("language", AROUND)
def test_swapping_the_sides_swaps_the_verdict_and_the_words(language: str) -> None:
    """Law 3 on every pair of the language. What was carried out has no mirror: a promise undoes nothing."""
    for row in PAIRS:
        if row.language != language or row.before == row.after:
            continue
        there = between(row.before, row.after, language)
        back = between(row.after, row.before, language)
        if not any(s.verdict is Verdict.CARRIED_OUT for s in (*there, *back)):
            assert told(back) == told(there, turned=True), row


@pytest.mark.parametrize("language", AROUND)
def test_every_verdict_quotes_words_that_stand_there_and_differ(language: str) -> None:
    """What a verdict rests on is on its side, letter for letter, and is not the same on both."""
    for row in PAIRS:
        if row.language != language or row.before == row.after:
            continue
        for shift in between(row.before, row.after, language):
            assert shift.before != shift.after, row
            assert {e.side for e in shift.evidence} == {
                side for side, words in ((Side.BEFORE, shift.before), (Side.AFTER, shift.after)) if words
            }, row
            for quoted in shift.evidence:
                text = row.before if quoted.side is Side.BEFORE else row.after
                assert text[quoted.span.start : quoted.span.end] == quoted.text, row


STAYED = [
    ("en", "All ports should report the sale of maps.", "Most ports should report the sale of maps."),
    (
        "fr",
        "Tous les ports devraient publier leurs cartes.",
        "Certains ports devraient publier leurs cartes.",
    ),
    ("es", "Todos los puertos deberían publicar mapas.", "Algunos puertos deberían publicar mapas."),
    ("ru", "Все порты могли бы публиковать карты.", "Некоторые порты могли бы публиковать карты."),
    ("zh", "所有港口应当公布海图。", "部分港口应当公布海图。"),
    ("ar", "ينبغي لجميع الموانئ نشر الخرائط.", "ينبغي لبعض الموانئ نشر الخرائط."),
    ("ar", "يمكن لجميع الموانئ إعداد التقرير.", "يمكن لمعظم الموانئ إعداد التقرير."),
    ("ar", "وقد نظر المجلس في التقرير، يحيط علما بالخرائط.", "وقد نظر المجلس في التقرير، ينشر الخرائط."),
]


@pytest.mark.parametrize(("language", "before", "after"), STAYED)
def test_a_weaker_word_that_stays_on_both_sides_makes_nothing_stronger(
    language: str, before: str, after: str
) -> None:
    """Who is bound changed, and "should" did not: no promise came or went with it."""
    for one_, two in ((before, after), (after, before)):
        assert not [s for s in between(one_, two, language) if s.aspect == "strength"]
