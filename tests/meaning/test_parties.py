"""Who joined a list of States, and who left it; what came into an enumeration; terms in any unit."""

from __future__ import annotations

import pytest

from p5diff.language import get
from p5diff.meaning.sentence import due
from p5diff.model.comparison import Shift
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement


def _shifts(language: str, before: str, after: str) -> list[Shift]:
    found = compare_statements(statement([before], language=language), statement([after], language=language))
    return [s for c in found.changes for s in c.shifts]


def _said(language: str, before: str, after: str) -> set[tuple[str, str, str]]:
    return {(s.aspect, s.verdict.value, s.before or s.after) for s in _shifts(language, before, after)}


JOINED = [
    (
        "en",
        "Kenya, Uganda and Rwanda opened a lock.",
        "Kenya, Uganda, Chad and Rwanda opened a lock.",
        "Chad",
    ),
    (
        "fr",
        "Le Chili et le Pérou ont ouvert une écluse.",
        "Le Chili, le Pérou et le Maroc ont ouvert une écluse.",
        "Maroc",
    ),
    (
        "es",
        "Chile y el Perú abrieron una esclusa.",
        "Chile, el Perú y México abrieron una esclusa.",
        "México",
    ),
    (
        "ru",
        "Казахстан и Армения открыли шлюз.",
        "Казахстан, Армения и Таджикистан открыли шлюз.",
        "Таджикистан",
    ),
    ("ar", "افتتحت تونس والمغرب قناة جديدة.", "افتتحت تونس والمغرب ومصر قناة جديدة.", "مصر"),
    ("zh", "肯尼亚和乌干达开通了新运河。", "肯尼亚、乌干达和卢旺达开通了新运河。", "卢旺达"),
]


@pytest.mark.parametrize(("language", "before", "after", "name"), JOINED)
def test_a_state_that_joins_a_list_joined_and_one_that_is_gone_left(
    language: str, before: str, after: str, name: str
) -> None:
    assert _said(language, before, after) == {("parties", "joined", name)}
    assert _said(language, after, before) == {("parties", "left", name)}


def test_a_verdict_quotes_each_state_where_it_stands() -> None:
    after = "Kenya, Chad, Uganda, Mali and Rwanda opened a lock."
    [shift] = _shifts("en", "Kenya, Uganda and Rwanda opened a lock.", after)
    assert [after[e.span.start : e.span.end] for e in shift.evidence] == ["Chad", "Mali"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kenya, Uganda and Rwanda opened a lock.", "Rwanda, Kenya and Uganda opened a lock."),
        ("Kenya and Uganda opened a lock.", "Chile and Peru opened a lock."),
        ("Kenya opened a lock.", "Kenya, where Chad has a port, opened a lock."),
        (
            "Kenya, Uganda and Chad opened a lock with Mali.",
            "Kenya, Uganda and Mali opened a lock with Chad.",
        ),
    ],
)
def test_nobody_joins_by_order_by_another_list_or_by_a_mention(before: str, after: str) -> None:
    assert not [s for s in _shifts("en", before, after) if s.aspect == "parties"]


def test_an_organization_p5diff_does_not_know_does_not_end_a_list() -> None:
    before = "Kenya, Uganda, FISHPOL, Rwanda and Mali opened a lock."
    after = "Kenya, Uganda, FISHPOL, Rwanda, Chad and Mali opened a lock."
    assert _said("en", before, after) == {("parties", "joined", "Chad")}


ITEMS = [
    ("en", "We will repair dams, locks and piers.", "We will repair dams and piers.", "locks"),
    (
        "fr",
        "Nous réparerons les digues, les écluses et les quais.",
        "Nous réparerons les digues et les quais.",
        "écluses",
    ),
    (
        "es",
        "Repararemos los diques, las esclusas y los muelles.",
        "Repararemos los diques y los muelles.",
        "esclusas",
    ),
    ("ar", "سنكافح التهريب والاحتيال والقرصنة.", "سنكافح التهريب والقرصنة.", "والاحتيال"),
    ("zh", "我们将维修堤坝、船闸和码头。", "我们将维修堤坝和码头。", "船闸"),
]


@pytest.mark.parametrize(("language", "longer", "shorter", "item"), ITEMS)
def test_an_item_leaves_a_list_of_three_and_comes_into_one_of_two(
    language: str, longer: str, shorter: str, item: str
) -> None:
    assert _said(language, longer, shorter) == {("scope", "narrowed", item)}
    assert _said(language, shorter, longer) == {("scope", "widened", item)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We will build safe and open networks.", "We will build safe, free and open networks."),
        ("We will repair dams, locks and piers.", "We will repair piers, dams and locks."),
        ("We will repair dams, locks and piers.", "We will repair dams and quays."),
        ("They will protect and respect rivers.", "They will protect, cherish and respect rivers."),
    ],
)
def test_adjectives_verbs_order_and_other_items_are_no_item_gone(before: str, after: str) -> None:
    assert not [s for s in _shifts("en", before, after) if s.aspect == "scope"]


TERMS = [
    ("en", "within nine weeks", 63),
    ("en", "within 12 months", 365),
    ("en", "over the next two years", 730),
    ("fr", "dans un délai de trois mois", 90),
    ("es", "en un plazo de ocho meses", 240),
    ("ru", "в течение шести месяцев", 180),
    ("ar", "في غضون شهرين", 60),
    ("ar", "خلال ستة أشهر", 180),
    ("zh", "三个月内", 90),
    ("zh", "未来五年", 1825),
    ("zh", "三年前", None),
    ("en", "three years ago", None),
]


@pytest.mark.parametrize(("language", "words", "days"), TERMS)
def test_a_term_is_read_in_days(language: str, words: str, days: int | None) -> None:
    assert due.term(words, get(language)) == days


def test_terms_in_different_units_are_compared() -> None:
    before, after = (f"The crew will leave within {term}." for term in ("six weeks", "two months"))
    assert [(s.aspect, s.verdict.value) for s in _shifts("en", before, after)] == [("deadline", "weaker")]
    same = "The crew will leave within one year."
    assert not _shifts("en", "The crew will leave within 12 months.", same)


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "Ministers approved the sale of the ferry.", "Ministers rejected the sale of the ferry."),
        ("en", "Nets are allowed in the bay.", "Nets are prohibited in the bay."),
        ("fr", "Les ministres ont approuvé la vente du bac.", "Les ministres ont rejeté la vente du bac."),
        ("es", "Los ministros aprobaron la venta del barco.", "Los ministros rechazaron la venta del barco."),
        ("ru", "В заливе сети разрешены всем судам.", "В заливе сети запрещены всем судам."),
        ("ar", "وافق الوزراء على بيع العبارة.", "رفض الوزراء بيع العبارة."),
        ("zh", "部长们批准了渡轮出售计划。", "部长们否决了渡轮出售计划。"),
    ],
)
def test_approval_and_refusal_leave_and_ban_are_flips(language: str, before: str, after: str) -> None:
    assert [(s.aspect, s.verdict.value) for s in _shifts(language, before, after)] == [
        ("negation", "flipped")
    ]


def test_a_bare_arabic_noun_after_a_verb_of_doing_is_no_deed_done() -> None:
    assert not _said("ar", "ستنشر الأمانة التقرير السنوي.", "ستقوم الأمانة بنشر التقرير السنوي.")
