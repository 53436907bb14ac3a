"""A duty or a leave that became a call, and a call that became one: `p5diff/meaning/pair/summons.py`.

Invented sentences; the words of the five other languages were read by no native speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from p5diff.meaning import classify, load_rules
from p5diff.meaning.rules.rules import Rules
from p5diff.model.alignment import Alignment, Pair, PairKind, Shape
from p5diff.model.comparison import Shift, Verdict
from tests.meaning.texts import statement

RULES = load_rules()


def told(
    before: list[str], after: list[str], language: str = "en", rules: Rules = RULES
) -> tuple[Shift, ...]:
    """What is said of a pair with these sentences on its sides."""
    one, two = statement(before, language=language), statement(after, language=language)
    shape = Shape.ONE_TO_ONE if len(before) == len(after) == 1 else Shape.MANY_TO_MANY
    pair = Pair(
        before=tuple(one.sentences()), after=tuple(two.sentences()), kind=PairKind.REWORDED, shape=shape
    )
    return classify(Alignment(pairs=(pair,)), one, two, rules)[0].shifts


def said(before: str, after: str, language: str = "en") -> list[str]:
    return [f"{s.verdict.value}: {s.before} → {s.after}" for s in told([before], [after], language)]


CALLED = [
    ("en", "Owners shall paint every buoy.", "We urge owners to paint every buoy.", "shall", "urge"),
    ("en", "Owners must paint every buoy.", "We call on owners to paint every buoy.", "must", "call on"),
    ("en", "All owners must paint every buoy.", "We ask all owners to paint every buoy.", "must", "ask all"),
    ("en", "Owners must paint every buoy.", "We invite owners to paint every buoy.", "must", "invite"),
    ("en", "Owners must paint every buoy.", "We encourage owners to paint every buoy.", "must", "encourage"),
    ("en", "In winter owners must paint every buoy.", "In winter we urge owners to paint every buoy.",
     "must", "urge"),
    ("en", "Owners must, without delay and at no cost, paint every buoy.",
     "We urge owners, without delay and at no cost, to paint every buoy.", "must", "urge"),
    ("en", "Owners must at all times paint every buoy.",
     "We urge owners at all times to paint every buoy.", "must", "urge"),
    ("en", "Owners must not paint any buoy.", "We urge owners not to paint any buoy.", "must", "urge"),
    ("fr", "Les armateurs doivent taire chaque prix.",
     "Nous appelons les armateurs à ce qu'ils taisent chaque prix.", "doivent", "appelons"),
    ("es", "Los armadores deben siempre pintar cada boya.",
     "Instamos a los armadores a que siempre pinten cada boya.", "deben", "Instamos"),
    ("ar", "يجب على أصحاب السفن في كل ميناء طلاء كل عوامة.",
     "ندعو أصحاب السفن في كل ميناء إلى طلاء كل عوامة.", "يجب", "ندعو"),
    ("fr", "Les armateurs doivent peindre chaque bouée.",
     "Nous exhortons les armateurs à peindre chaque bouée.", "doivent", "exhortons"),
    ("es", "Los armadores deben pintar cada boya.", "Instamos a los armadores a que pinten cada boya.",
     "deben", "Instamos"),
    ("es", "Los armadores deben pintar cada boya.", "Invitamos a los armadores a pintar cada boya.",
     "deben", "Invitamos"),
    ("ru", "Судовладельцы должны красить каждый буй.", "Мы призываем судовладельцев красить каждый буй.",
     "должны", "призываем"),
    ("ru", "Все судовладельцы обязаны красить каждый буй.",
     "Мы просим всех судовладельцев красить каждый буй.", "обязаны", "просим"),
    ("zh", "船主必须油漆浮标。", "我们呼吁船主油漆浮标。", "必须", "呼吁"),
    ("zh", "船主必须每年油漆浮标。", "我们鼓励船主每年油漆浮标。", "必须", "鼓励"),
    ("ar", "يجب على أصحاب السفن طلاء كل عوامة.", "ندعو أصحاب السفن إلى طلاء كل عوامة.", "يجب", "ندعو"),
]  # fmt: skip
"""A duty, and a call upon the same to do the same: less."""


@pytest.mark.parametrize(("language", "duty", "call", "modal", "calls"), CALLED)
def test_a_duty_that_became_a_call_is_weaker(
    language: str, duty: str, call: str, modal: str, calls: str
) -> None:
    assert said(duty, call, language) == [f"weaker: {modal} → {calls}"]
    assert said(call, duty, language) == [f"stronger: {calls} → {modal}"]


LEFT_FREE = [
    ("en", "Owners may paint every buoy.", "We encourage owners to paint every buoy.", "may", "encourage"),
    ("en", "Owners may paint every buoy.", "We urge owners to paint every buoy.", "may", "urge"),
    ("en", "Owners can paint every buoy.", "We invite owners to paint every buoy.", "can", "invite"),
    ("fr", "Les armateurs peuvent peindre chaque bouée.",
     "Nous appelons les armateurs à peindre chaque bouée.", "peuvent", "appelons"),
    ("es", "Los armadores pueden pintar cada boya.", "Exhortamos a los armadores a que pinten cada boya.",
     "pueden", "Exhortamos"),
    ("ru", "Судовладельцы могут красить каждый буй.",
     "Мы настоятельно призываем судовладельцев красить каждый буй.", "могут", "настоятельно призываем"),
    ("zh", "船主可以油漆浮标。", "我们敦促船主油漆浮标。", "可以", "敦促"),
    ("ar", "يجوز لأصحاب السفن طلاء كل عوامة.", "نحث أصحاب السفن على طلاء كل عوامة.", "يجوز", "نحث"),
]  # fmt: skip
"""What the same are free to do, and a call upon them to do it: more."""


@pytest.mark.parametrize(("language", "leave", "call", "modal", "calls"), LEFT_FREE)
def test_a_leave_that_became_a_call_is_stronger(
    language: str, leave: str, call: str, modal: str, calls: str
) -> None:
    assert said(leave, call, language) == [f"stronger: {modal} → {calls}"]
    assert said(call, leave, language) == [f"weaker: {calls} → {modal}"]


NOTHING = [
    ("drafters exchange them", "Owners should paint every buoy.", "We urge owners to paint every buoy."),
    ("a demand binds", "Owners must paint every buoy.", "We demand that owners paint every buoy."),
    ("upon others", "Owners must paint every buoy.", "We urge pilots to paint every buoy."),
    ("the bound ones call", "Owners must paint every buoy.", "Owners urge pilots to paint every buoy."),
    ("to do something else", "Owners must paint every buoy.", "We urge owners to count every buoy."),
    ("little is shared", "Owners must paint every buoy.",
     "We urge owners to paint, in spring, the lamps, ropes and chains of all their smaller boats."),
    ("who is bound comes last", "Every buoy must be painted by owners.",
     "We urge owners to paint every buoy."),
    ("passive", "Owners must paint every buoy.", "We urge that every buoy be painted by owners."),
    ("a draft", "Owners must paint [every] buoy.", "We urge owners to paint [every] buoy."),
    ("the draft was made clean", "Owners must paint [every] buoy.", "We urge owners to paint every buoy."),
    ("a call that became a draft", "Owners must paint every buoy.", "We urge owners to paint [every] buoy."),
    ("named in another clause", "If the harbour freezes, owners must paint every buoy.",
     "We urge pilots to paint every buoy if the harbour freezes."),
    ("two calls", "Owners must paint every buoy.",
     "We urge owners to paint every buoy and invite pilots to help."),
    ("two duties", "Owners must paint every buoy and must keep it lit.",
     "We urge owners to paint every buoy and keep it lit."),
]  # fmt: skip
"""Why nothing may be said, and the pair."""


@pytest.mark.parametrize(("why", "before", "after"), NOTHING)
def test_nothing_is_said_of_what_cannot_be_weighed(why: str, before: str, after: str) -> None:
    for one, two in ((before, after), (after, before)):
        assert not any(
            s.aspect == "strength" and {s.before, s.after} & {"urge", "invite", "demand"}
            for s in told([one], [two])
        ), why


def test_calls_are_worth_what_their_passives_are() -> None:
    """As "are urged to" (47) and "are encouraged to" (45) stand among the modal verbs of scales.toml."""
    for call, worth in (("urge", 47), ("call on", 47), ("invite", 45), ("encourage", 45)):
        (found,) = told(["Owners must paint every buoy."], [f"We {call} owners to paint every buoy."])
        assert found.explanation.startswith(f"modal: must (70) → called upon to ({worth})")
        assert found.verdict is Verdict.WEAKER


@pytest.mark.parametrize("words", range(4, 9))
def test_the_share_of_what_both_say_decides(words: int) -> None:
    """Six words are shared; three in five of both sentences' words must be."""
    more = " ".join(["oak", "ash", "elm", "fir", "yew", "box", "bay", "fig"][:words])
    found = told(
        ["Owners must paint every long red metal buoy."],
        [f"We urge owners to paint every long red metal buoy {more}."],
    )
    shared, added = 6, words
    assert any(s.after == "urge" for s in found) == (2 * shared >= 0.6 * (2 * shared + added))


@pytest.mark.parametrize(("language", "beside"), [("en", "The quay is long."), ("fr", "Le quai est long.")])
def test_a_sentence_beside_the_call_is_no_part_of_the_deed(language: str, beside: str) -> None:
    """Neither does a sentence that stayed make two deeds more alike, nor one that came less so."""
    if language == "en":
        duty, call, other = (
            "Owners must paint every buoy, mend the lamps and clear the channels of sand.",
            "We urge owners to paint every buoy, to fund schools and to teach pilots.",
            "We urge owners to paint every buoy, mend the lamps and clear the channels of sand.",
        )
    else:
        duty, call, other = (
            "Les armateurs doivent peindre chaque bouée, réparer les feux et draguer les chenaux.",
            "Nous appelons les armateurs à peindre les bouées, à financer des écoles et former des marins.",
            "Nous appelons les armateurs à peindre chaque bouée, réparer les feux et draguer les chenaux.",
        )
    for first, second in (([beside, duty], [beside, call]), ([duty, beside], [call, beside])):
        assert not [s for s in told(first, second, language) if s.aspect == "strength"]
    for first, second in (([beside, duty], [beside, other]), ([duty, beside], [other, beside])):
        (found,) = [s for s in told(first, second, language) if s.aspect == "strength"]
        assert found.verdict is Verdict.WEAKER
        assert {e.sentence for e in found.evidence} == {"p1.2" if first[0] == beside else "p1.1"}


def worth(**values: int | None) -> Rules:
    """The rules with other values for some modal verbs ("may", "shall" …); None takes one out."""
    scales = []
    for degree in RULES.scales:
        if degree.scale.id != "modal" or degree.id not in values:
            scales.append(degree)
        elif (value := values[degree.id]) is not None:
            scales.append(degree._replace(value=value))
    return replace(RULES, scales=tuple(scales))


DUTY, CALL = ["Owners shall paint every buoy."], ["We urge owners to paint every buoy."]
LEAVE, ASKED = ["Damage may be reported by telephone."], ["Please report damage to the keeper."]


def test_what_calls_are_worth_is_what_the_scales_say() -> None:
    """A corpus may weigh modal verbs otherwise: where its "shall" is below a call, the call is more."""
    assert [s.verdict for s in told(DUTY, CALL)] == [Verdict.WEAKER]
    assert [s.verdict for s in told(LEAVE, ASKED)] == [Verdict.STRONGER]
    higher = worth(**{"shall": 40, "urged to": 44})
    assert [s.verdict for s in told(DUTY, CALL, rules=higher)] == [Verdict.STRONGER]


@pytest.mark.parametrize("gone", ["may", "shall", "urged to"])
def test_where_the_scales_do_not_say_it_nothing_is_told(gone: str) -> None:
    assert told(DUTY, CALL, rules=worth(**{gone: None})) == ()


@pytest.mark.parametrize("gone", ["may", "encouraged to"])
def test_where_the_scales_do_not_say_what_a_request_is_worth_nothing_is_told(gone: str) -> None:
    assert told(LEAVE, ASKED, rules=worth(**{gone: None})) == ()
