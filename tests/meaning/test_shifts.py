from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from p5diff.meaning import classify, load_rules
from p5diff.meaning.shifts.verdict import _short
from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Shift, Side, Verdict
from p5diff.model.statement import Edition, Role, Statement
from tests.meaning.texts import MIRRORED, aligned, one, said, said_from_behind, statement

RULES = load_rules()


def shifts(before: Statement, after: Statement) -> tuple[Shift, ...]:
    return classify(aligned(before, after), before, after, RULES)[0].shifts


def between(before: str, after: str, language: str = "en") -> dict[str, Shift]:
    return {s.aspect: s for s in shifts(one(before, language), one(after, language))}


STRENGTH = [
    ("en", "They discussed a second gate.", "They will build a second gate.", "stronger"),
    ("en", "They agreed to build a second gate.", "They agreed to consider a second gate.", "weaker"),
    ("en", "They noted the report on it.", "They discussed the report on it.", "stronger"),
    ("en", "They urge the port to act.", "They encourage the port to act.", "weaker"),
    ("en", "The port must act at once.", "The port may act at once.", "weaker"),
]


@pytest.mark.parametrize(("language", "before", "after", "verdict"), STRENGTH)
def test_strength(language: str, before: str, after: str, verdict: str) -> None:
    found = between(before, after, language)["strength"]
    assert found.verdict.value == verdict
    assert "six-steps" in found.rule or "scales.toml" in found.rule
    assert found.explanation


def test_a_verdict_names_both_verbs_ladder_and_rules() -> None:
    found = between("They agreed to build a gate.", "They agreed to consider a gate.")["strength"]
    assert (found.before, found.after) == ("agreed to", "agreed to consider")
    assert "markers.en.toml: agree-to → markers.en.toml: agree-to-consider" in found.rule
    assert [e.text for e in found.evidence] == ["agreed to", "agreed to consider"]


ASPECTS = [
    ("qualifier", "We will open it.", "We will open it, as appropriate.", "weaker", "", "as appropriate"),
    ("qualifier", "We will, where possible, open it.", "We will open it.", "stronger", "where possible", ""),
    (
        "scope",
        "We call on all States to act.",
        "We call on some States to act.",
        "narrowed",
        "all",
        "some",
    ),
    ("deadline", "We will open it by 2031.", "We will open it by 2035.", "weaker", "by 2031", "by 2035"),
    ("actor", "We will open it.", "Some of the parties will open it.", "changed", "We", None),
    ("negation", "We will open it.", "We will not open it.", "flipped", "", "not"),
]


@pytest.mark.parametrize(("aspect", "before", "after", "verdict", "gone", "come"), ASPECTS)
def test_other_aspects(
    aspect: str, before: str, after: str, verdict: str, gone: str, come: str | None
) -> None:
    found = between(before, after)[aspect]
    assert found.verdict.value == verdict
    assert found.before == gone
    assert come is None or found.after == come


def test_chinese_qualifiers_and_scope() -> None:
    found = between("所有国家同意修建水闸。", "部分国家同意酌情修建水闸。", "zh")
    assert found["qualifier"].after == "酌情"
    assert (found["scope"].before, found["scope"].after) == ("所有", "部分")


def test_an_unchanged_pair_has_no_shift() -> None:
    text = one("They will open it by 2031, as appropriate.")
    assert shifts(text, text) == ()


_SENTENCES = st.sampled_from(
    sorted({text for language, *pair, _ in STRENGTH if language == "en" for text in pair})
    + [text for _, *pair, _, _, _ in ASPECTS for text in pair]
)


@given(_SENTENCES, _SENTENCES)
def test_swapping_the_sides_swaps_stronger_and_weaker(before: str, after: str) -> None:
    """Law 3: swapping sides swaps stronger and weaker, and the words compared. What was carried
    out has no mirror: nothing is undone by being promised."""
    there, back = between(before, after), between(after, before)
    assume(not any(s.verdict is Verdict.CARRIED_OUT for s in [*there.values(), *back.values()]))
    assert there.keys() == back.keys()
    for aspect, shift in there.items():
        assert back[aspect].verdict is MIRRORED.get(shift.verdict, shift.verdict)
        assert (back[aspect].before, back[aspect].after) == (shift.after, shift.before)


@given(_SENTENCES, _SENTENCES)
def test_evidence_quotes_its_sentence_exactly(before: str, after: str) -> None:
    """Law: the text of an evidence equals the slice of the sentence it names, on its side."""
    for shift in shifts(one(before), one(after)):
        for quoted in shift.evidence:
            text = before if quoted.side is Side.BEFORE else after
            assert text[quoted.span.start : quoted.span.end] == quoted.text


def test_no_strength_verdict_between_a_digest_and_an_official_text() -> None:
    official = statement(["They agreed to open a gate."])
    digest = statement(["They agreed to consider a gate."], edition=Edition.DIGEST)
    found = shifts(official, digest)[0]
    assert found.verdict is Verdict.NOT_COMPARABLE
    assert "weaker" in found.explanation and "paraphrase" in found.explanation


def test_between_two_digests_the_verdict_says_it_rests_on_a_paraphrase() -> None:
    one_, two = (
        statement([text], edition=Edition.DIGEST)
        for text in ("They agree to build a gate.", "They agree to consider a gate.")
    )
    found = shifts(one_, two)[0]
    assert found.verdict is Verdict.WEAKER
    assert "paraphrase" in found.explanation


@pytest.mark.parametrize(
    ("language", "before", "after", "verdict"),
    [
        ("zh", "五国重申决心修建水闸。", "五国力求修建水闸。", "weaker"),
    ],
)
def test_an_effort_is_weaker_than_a_resolve(language: str, before: str, after: str, verdict: str) -> None:
    assert between(before, after, language)["strength"].verdict == verdict


def test_the_words_are_quoted_as_printed() -> None:
    found = between("各方同意修建水闸。", "各方同意考虑修建水闸。", "zh")["strength"]
    assert (found.before, found.after) == ("同意", "同意考虑")


def test_two_names_joined_act_together() -> None:
    found = between("五国呼吁停火。", "中国和俄罗斯呼吁停火。", "zh")["actor"]
    assert (found.before, found.after) == ("五国", "中国和俄罗斯")


def test_sentences_that_share_hardly_a_word_are_recast_and_get_no_verdict() -> None:
    """A pair of long sentences about different matters is for the reader to judge."""
    before = "We will further strengthen our cooperation with island countries on fisheries and schools."
    after = "We recognise the urgent need to address harbour dredging, which poses enormous challenges."
    ours, theirs = one(before), one(after)
    (change,) = classify(aligned(ours, theirs), ours, theirs, RULES)
    assert change.pair.kind is PairKind.RECAST
    assert [(e.op, e.text) for e in change.pair.edits] == [(Op.DELETE, before), (Op.INSERT, after)]
    assert not change.shifts


def test_the_explanation_names_the_object_and_the_actor_that_both_sides_share() -> None:
    found = between("They agreed to build gates.", "They agreed to consider gates.")["strength"]
    assert found.explanation.endswith("object: “gates”; actor: “They”")


DEADLINES = [
    ("within six months", "by 3 June 2031", "changed", "another deadline"),
    ("by 3 June 2031", "within six months", "changed", "another deadline"),
    ("by 3 June 2031", "as soon as possible", "weaker", "a date gave way to words"),
    ("as soon as possible", "by 3 June 2031", "stronger", "words gave way to a date"),
    ("by 3 June 2031", "immediately", "stronger", "nothing is sooner than at once"),
    ("without delay", "within six months", "weaker", "nothing is sooner than at once"),
    ("annually", "immediately", "changed", "another deadline"),
    ("by 3 June 2031", "annually", "changed", "another deadline"),
    ("as soon as possible", "forthwith", "stronger", "nothing is sooner than at once"),
    ("by 1 May 2031", "by 3 June 2031", "weaker", "a later deadline"),
    ("by 3 June 2031", "by 1 May 2031", "stronger", "an earlier deadline"),
]


@pytest.mark.parametrize(("before", "after", "verdict", "why"), DEADLINES)
def test_a_day_and_a_term_are_told_apart(before: str, after: str, verdict: str, why: str) -> None:
    found = between(f"We will open the gate {before}.", f"We will open the gate {after}.")["deadline"]
    assert (found.verdict.value, found.before, found.after, found.explanation) == (
        verdict,
        before,
        after,
        why,
    )


def test_a_deadline_that_comes_is_not_told_a_second_time_as_a_reserve() -> None:
    found = between("We will open the gate.", "We will open the gate as soon as possible.")
    assert {aspect: shift.verdict.value for aspect, shift in found.items()} == {"deadline": "stronger"}
    found = between("We will open the gate.", "We will, as far as possible, open the gate by 1 May 2031.")
    assert {aspect: shift.verdict.value for aspect, shift in found.items()} == {
        "deadline": "stronger",
        "qualifier": "weaker",
    }


AT_ONCE = [
    ("fr", "Nous ouvrirons la porte d'ici le 3 juin 2031.", "Nous ouvrirons la porte sans délai."),
    ("es", "Abriremos la puerta antes de 2031.", "Abriremos la puerta de inmediato."),
    ("ru", "Мы откроем ворота до 1 июля 2031 года.", "Мы откроем ворота незамедлительно."),
    ("zh", "我们将不迟于2031年开放大门。", "我们将立即开放大门。"),
    ("ar", "سنفتح البوابة بحلول عام 2031.", "سنفتح البوابة على الفور."),
]


@pytest.mark.parametrize(("language", "by_a_day", "at_once"), AT_ONCE)
def test_nothing_is_sooner_than_at_once(language: str, by_a_day: str, at_once: str) -> None:
    for before, after, verdict in ((by_a_day, at_once, "stronger"), (at_once, by_a_day, "weaker")):
        found = between(before, after, language)["deadline"]
        assert (found.verdict.value, found.explanation) == (verdict, "nothing is sooner than at once")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The port must answer immediately.", "The port must answer without further delay."),
        ("fr", "Le port doit répondre immédiatement.", "Le port doit répondre sans tarder."),
        ("es", "El puerto deberá responder de inmediato.", "El puerto deberá responder sin demora."),
        ("ru", "Порт должен ответить немедленно.", "Порт должен ответить без промедления."),
        ("zh", "港口必须立即答复。", "港口必须毫不拖延地答复。"),
        ("ar", "يجب على الميناء أن يرد فورا.", "يجب على الميناء أن يرد دون إبطاء."),
    ],
)
def test_words_for_at_once_mean_the_same(language: str, one: str, other: str) -> None:
    assert not between(one, other, language) and not between(other, one, language)


def test_an_item_leaves_a_list_whose_conjunction_comes_words_later() -> None:
    longer = "We will protect coasts, rivers, small inland lakes and woods."
    shorter = "We will protect coasts, small inland lakes and woods."
    left, came = between(longer, shorter)["scope"], between(shorter, longer)["scope"]
    assert (left.verdict.value, left.before, left.after) == ("narrowed", "rivers", "")
    assert (came.verdict.value, came.before, came.after) == ("widened", "", "rivers")


def test_another_subject_is_told_of_where_it_is_short_enough_to_be_sure() -> None:
    after = "The European Union will chair the talks."
    found = between("The host country will chair the talks.", after)["actor"]
    assert (found.before, found.after) == ("host country", "European Union")
    long = "The old and proud northern host country of lakes will chair the talks."
    assert "actor" not in between(long, after)
    came = between(after, "The host country will chair the talks.")["actor"]
    assert (found.explanation, came.explanation) == ("who acts: another → named", "who acts: named → another")


SAID_OUTRIGHT = [
    ("en", "The port should strive to cut noise.", "The port should cut noise as soon as possible.",
     ("stronger", "strive to", "cut"), ("deadline", "stronger", "as soon as possible")),
    ("fr", "Le Secrétariat établira un plan.", "Le Secrétariat pourrait établir un plan, le cas échéant.",
     ("weaker", "établira", "pourrait"), ("qualifier", "weaker", "le cas échéant")),
    ("es", "El puerto establecerá un registro.", "El puerto podría establecer un registro, si procede.",
     ("weaker", "establecerá", "podría"), ("qualifier", "weaker", "si procede")),
    ("en", "All suppliers must report exports.", "We call on some suppliers to report exports.",
     ("weaker", "must", "call on"), ("scope", "narrowed", "some")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "after", "strength", "beside"), SAID_OUTRIGHT)
def test_what_else_changes_does_not_hide_a_promise_that_its_form_makes(
    language: str, before: str, after: str, strength: tuple[str, str, str], beside: tuple[str, str, str]
) -> None:
    found = between(before, after, language)
    told = found["strength"]
    assert (told.verdict.value, told.before, told.after) == strength
    aspect, verdict, words = beside
    assert (found[aspect].verdict.value, found[aspect].after) == (verdict, words)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("All suppliers must report [all] exports.", "We call on all suppliers to report [all] exports."),
        ("All suppliers must report exports and we urge them to do so early.",
         "We call on all suppliers to report exports early."),
    ],
)  # fmt: skip
def test_a_call_stands_for_no_duty_in_a_draft_or_beside_another_call(before: str, after: str) -> None:
    """In open brackets nothing is agreed, and of two calls nobody can tell which is the counterpart."""
    assert "strength" not in between(before, after)
    plain = between(before.replace("[all] ", "").partition(" and we")[0], after.replace("[all] ", ""))
    assert plain["strength"].verdict is Verdict.WEAKER


def test_the_explanation_names_both_degrees_with_what_each_is_worth() -> None:
    fewer = between("All suppliers must report exports.", "Some suppliers must report exports.")["scope"]
    assert fewer.explanation.startswith("extent: all (30) → some (10); object: “suppliers”")
    hedged = between("We will mend it.", "We will mend it, as appropriate.")["qualifier"]
    assert hedged.explanation.startswith("hedge: — (20) → hedge (10)")


def test_a_pair_that_shares_little_is_read_for_no_shift() -> None:
    """ "All States" and "some States" would be a scope narrowed, were it said of the same thing."""
    assert between("All States will sign the charter.", "Some States will burn old nets.") == {}
    found = between("All States will sign the charter.", "Some States will sign the charter.")
    assert found["scope"].verdict is Verdict.NARROWED


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("We will open the gate.", "We will open the gate annually.", ("stronger", "", "annually")),
        ("Without delay, we will open it.", "We will open it.", ("weaker", "Without delay", "")),
        ("We will open it.", "Immediately, we will open it.", ("stronger", "", "Immediately")),
        ("We note the gate that was closed.", "We note the gate that was closed annually.", None),
        ("We welcome the gate, opened without delay.", "We welcome the gate, opened.", None),
    ],
)
def test_words_without_a_figure_are_a_deadline_beside_what_lies_ahead(
    before: str, after: str, wanted: tuple[str, str, str] | None
) -> None:
    found = between(before, after).get("deadline")
    assert (found and (found.verdict.value, found.before, found.after)) == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("We support aid to farmers and fishers.", "We support aid to farmers, fishers and foresters.",
         ("widened", "", "foresters")),
        ("We will guard lamps and sails.", "We will guard lamps, sails and nets.", ("widened", "", "nets")),
        ("We will guard lamps, sails and nets.", "We will guard lamps and nets.", ("narrowed", "sails", "")),
        ("We will guard lamps and nets.", "We will guard lamps.", ("narrowed", "nets", "")),
        ("We will guard lamps and nets.", "We will guard and, where possible, mend lamps and nets.", None),
        ("The ports will open in spring.", "The ports will open in spring, gradually.", None),
        ("The ports, in spring, open gates.", "The ports, in spring, open gates, doors.", None),
    ],
)  # fmt: skip
def test_an_item_that_came_or_went_is_told(
    before: str, after: str, wanted: tuple[str, str, str] | None
) -> None:
    found = between(before, after).get("scope")
    told = found and (found.verdict.value, found.before.strip(" ,"), found.after.strip(" ,"))
    assert told == wanted


@pytest.mark.parametrize(
    ("quoted", "wanted"),
    [
        ("will open", "will open"),
        ("a" * 23 + " " + "b" * 24, "a" * 23 + " " + "b" * 24),
        ("will " + "open " * 9 + "it", "will open open open … open open open open it"),
        ("各" * 24, "各" * 24),
        ("各方" + "同" * 30 + "意", "各方" + "同" * 10 + " … " + "同" * 11 + "意"),
    ],
)
def test_long_words_of_a_verdict_are_left_out_in_the_middle(quoted: str, wanted: str) -> None:
    """Up to 48 characters, and half as many where no space parts words; no word is cut."""
    assert _short(quoted) == wanted


BEARERS = [
    ("Visitors may remove the sealed crates.", {"Visitors": "Porters"}),
    ("No visitor may remove the sealed crates.", {}),
]


@pytest.mark.parametrize(("before", "told"), BEARERS)
def test_who_is_denied_is_nobody_who_bears_it(before: str, told: dict[str, str]) -> None:
    after = "Porters may remove the sealed crates at night, and they sign a list of them."
    found = between(before, after)
    assert {s.before: s.after for aspect, s in found.items() if aspect == "actor"} == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The fund nearly doubled.", "In the east the fund doubled its fees.", False),
        (
            "The harbour fund nearly doubled in size.",
            "In the east the harbour fund doubled in size, and so did its fees and its debts.",
            True,
        ),
    ],
)
def test_what_measures_a_verb_came_or_went_where_a_run_of_words_stayed(
    before: str, after: str, told: bool
) -> None:
    assert ("qualifier" in between(before, after)) is told


WHOLE_ANSWER = [
    (
        "en",
        "The small northern bay pilots guild will count the seals.",
        "The old southern river boat owners club will count the seals.",
        ["actor changed: The small northern bay pilots guild → The old southern river boat owners club"],
    ),
    (
        "en",
        "The members of the old northern pilots guild will count the seals.",
        "The members of the new southern barge owners league will count the seals.",
        [],
    ),
    (
        "en",
        "The pilots will count the seals.",
        "The keepers will count the seals.",
        ["actor changed: The pilots → The keepers"],
    ),
    (
        "en",
        "We will plant oaks, elms and pines.",
        "We will plant oaks, elms, birches and pines.",
        ["scope widened:  → birches"],
    ),
    (
        "en",
        "We will plant oaks, elms and pines.",
        "We will plant oaks and pines.",
        ["scope narrowed: elms → "],
    ),
    (
        "en",
        "We will plant oaks and pines.",
        "We will plant oaks, tall red elms and pines.",
        ["scope widened:  → tall red elms"],
    ),
    ("en", "We will plant oaks, elms and pines.", "We will plant oaks, elms, 12 birches and pines.", []),
    (
        "en",
        "The fund supports farmers, fishers and weavers, supporting employment.",
        "The fund supports farmers, fishers and weavers, supporting employment and trade.",
        ["scope widened:  → trade"],
    ),
    (
        "fr",
        "Nous planterons des chênes, des ormes et des pins.",
        "Nous planterons des chênes, des ormes, des bouleaux et des pins.",
        ["scope widened:  → bouleaux"],
    ),
    (
        "es",
        "Plantaremos robles, olmos y pinos.",
        "Plantaremos robles, olmos, abedules y pinos.",
        ["scope widened:  → abedules"],
    ),
    (
        "ru",
        "Мы посадим дубы, вязы и сосны.",
        "Мы посадим дубы, вязы, березы и сосны.",
        ["scope widened:  → березы"],
    ),
    ("zh", "我们将种植橡树、榆树和松树。", "我们将种植橡树、榆树、桦树和松树。", ["scope widened:  → 桦树"]),
    (
        "en",
        "They will mend the dam by May 2031 and the lock by June 2032.",
        "They will mend the dam by May 2031 and the lock by June 2034.",
        ["deadline weaker: by June 2032 → by June 2034"],
    ),
    (
        "en",
        "They will mend the dam every year.",
        "They will mend the dam every two years.",
        ["deadline weaker: every year → every two years"],
    ),
    (
        "en",
        "They mended the dam by May 2031.",
        "They mended the dam by May 2032.",
        ["deadline changed: by May 2031 → by May 2032"],
    ),
    (
        "en",
        "They hope that the port will open.",
        "They hope that the port may open.",
        ["strength weaker: will → may"],
    ),
    (
        "en",
        "They recall that the port, which must open, is small.",
        "They recall that the port, which may open, is small.",
        [],
    ),
    (
        "en",
        "They discussed the eastern gate.",
        "They will open the eastern gate.",
        ["strength stronger: discussed → They will"],
    ),
    (
        "en",
        "The delegations reviewed the eastern gate.",
        "The delegations decided to open the eastern gate.",
        ["strength stronger: reviewed → decided to"],
    ),
    (
        "en",
        "We will open the gate by 2031 and close the lock by 2033.",
        "We will open the gate by 2032 and close the lock by 2035.",
        ["deadline weaker: by 2031 → by 2032", "deadline weaker: by 2033 → by 2035"],
    ),
    (
        "en",
        "We will open the gate by 2031 and close the lock by 2033.",
        "We will open the gate by 2030 and close the lock by 2035.",
        ["deadline stronger: by 2031 → by 2030", "deadline weaker: by 2033 → by 2035"],
    ),
    (
        "en",
        "We will open the gate by 2031 and close the lock by 2033.",
        "We will open the gate by 2031 and close the lock.",
        ["deadline weaker: by 2033 → "],
    ),
    (
        "en",
        "We will open the gate and close the lock by 2033.",
        "We will open the gate by 2031 and close the lock by 2033.",
        ["deadline stronger:  → by 2031"],
    ),
    (
        "en",
        "We will, immediately, open the gate.",
        "We will open the gate.",
        ["deadline weaker: immediately → "],
    ),
    (
        "en",
        "We will open the gate, immediately.",
        "We will open the gate.",
        ["deadline weaker: immediately → "],
    ),
    (
        "en",
        "Every year, the port shall report on ships.",
        "The port shall report on ships.",
        ["deadline weaker: Every year → "],
    ),
    (
        "en",
        "The port shall, every year, report on ships.",
        "The port shall, every two years, report on ships.",
        ["deadline weaker: every year → every two years"],
    ),
    ("en", "The port reported on ships every year.", "The port reported on ships every two years.", []),
    (
        "en",
        "The port reported on ships by 2031.",
        "The port reported on ships by 2032.",
        ["deadline changed: by 2031 → by 2032"],
    ),
    (
        "en",
        "The port shall report within 30 days.",
        "The port shall report within two months.",
        ["deadline weaker: within 30 days → within two months"],
    ),
    ("en", "The port shall report within 30 days.", "The port shall report within one month.", []),
    (
        "en",
        "The port shall report within six months.",
        "The port shall report as soon as possible.",
        ["deadline changed: within six months → as soon as possible"],
    ),
    (
        "en",
        "The port shall report by 3 May.",
        "The port shall report by 3 June.",
        ["deadline changed: by 3 May → by 3 June"],
    ),
    (
        "ar",
        "ستفتح فرنسا البوابة الشرقية.",
        "ستفتح إيطاليا البوابة الشرقية.",
        ["actor changed: فرنسا → إيطاليا"],
    ),
    (
        "ar",
        "وفي هذا الصدد ستفتح فرنسا البوابة الشرقية.",
        "وفي هذا الصدد ستفتح إيطاليا البوابة الشرقية.",
        ["actor changed: فرنسا → إيطاليا"],
    ),
    (
        "en",
        "France will open the eastern gate.",
        "Italy will open the eastern gate.",
        ["actor changed: France → Italy"],
    ),
    (
        "en",
        "In this regard, France will open the eastern gate.",
        "In this regard, Italy will open the eastern gate.",
        ["actor changed: France → Italy"],
    ),
    ("en", "The Party will open the gate.", "The Parties will open the gate.", []),
    (
        "en",
        "The Secretariat will open the gate.",
        "We will open the gate.",
        ["actor changed: The Secretariat → We"],
    ),
    (
        "en",
        "Some of the States will open the gate.",
        "We will open the gate.",
        ["actor changed: Some of the States → We"],
    ),
    (
        "en",
        "The harbour master should keep the register.",
        "The town clerk should keep the register.",
        ["actor changed: The harbour master → The town clerk"],
    ),
    (
        "fr",
        "La France ouvrira la porte.",
        "L'Italie ouvrira la porte.",
        ["actor changed: La France → L'Italie"],
    ),
    (
        "fr",
        "Le Secrétariat doit ouvrir la porte.",
        "Les Parties doivent ouvrir la porte.",
        ["actor changed: Le Secrétariat → Les Parties"],
    ),
    (
        "es",
        "Francia abrirá la puerta oriental.",
        "Italia abrirá la puerta oriental.",
        ["actor changed: Francia → Italia"],
    ),
    (
        "ru",
        "Франция откроет восточные ворота.",
        "Италия откроет восточные ворота.",
        ["actor changed: Франция → Италия"],
    ),
    ("zh", "法国将开放东门。", "意大利将开放东门。", ["actor changed: 法国 → 意大利"]),
    ("zh", "秘书处应当开放东门。", "缔约方应当开放东门。", ["actor changed: 秘书处 → 缔约方"]),
    (
        "en",
        "We urge all States and others to sign.",
        "We urge all States to sign.",
        ["scope narrowed: others → "],
    ),
    (
        "en",
        "We shall strive to open the gate where possible.",
        "We shall open the gate.",
        ["strength stronger: shall strive to → shall", "qualifier stronger: where possible → "],
    ),
]
"""All that is said of a pair, with the words it rests on; an empty list: nothing may be said."""


@pytest.mark.parametrize(("language", "before", "after", "told"), WHOLE_ANSWER)
def test_all_that_is_said_of_a_pair(language: str, before: str, after: str, told: list[str]) -> None:
    assert said(shifts(one(before, language), one(after, language))) == told
    back = shifts(one(after, language), one(before, language))
    assert sorted(said_from_behind(back)) == sorted(told)


@pytest.mark.parametrize(
    "after",
    [
        "We call on all suppliers to report exports, and they must keep lists.",
        "We call on all suppliers to report exports, and we urge all ports to hurry.",
    ],
)
def test_a_call_beside_another_call_or_duty_stands_for_none(after: str) -> None:
    """Which of two is the counterpart nobody can tell."""
    before = "All suppliers must report exports."
    assert "strength" not in between(before, after) and "strength" not in between(after, before)
    plain = "We call on all suppliers to report exports."
    assert between(before, plain)["strength"].verdict is Verdict.WEAKER
    assert between(plain, before)["strength"].verdict is Verdict.STRONGER


CONDITIONS = [
    # Four of five words of the rest are the same on both sides; three of four are not enough.
    ("Boards mend bridges, lamps, gates.", "If rain falls, boards mend bridges, lamps, rails.", True),
    ("Boards mend bridges, lamps.", "If rain falls, boards mend bridges, rails.", False),
    # One of three words of the clause may stand on the other side; two may not: they were only turned round.
    ("Boards mend the old bridge by the quay.", "Boards mend the old bridge if quay walls crack.", True),
    ("Boards mend the old bridge by quay walls.", "Boards mend the old bridge if quay walls crack.", False),
    # A clause of one word is a word of reserve; two are a condition.
    ("The board will mend the old bridge.", "The board will mend the old bridge if asked.", False),
    ("The board will mend the old bridge.", "The board will mend the old bridge if councils ask.", True),
    # Three words must be left, else nothing stayed that a condition could come to.
    ("Boards mend bridges.", "Boards mend bridges if tolls rise.", True),
    ("Boards mend.", "Boards mend if tolls rise.", False),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "told"), CONDITIONS)
def test_a_condition_came_where_enough_stayed(before: str, after: str, told: bool) -> None:
    found = between(before, after).get("qualifier")
    assert (found is not None and found.verdict is Verdict.WEAKER) is told
    back = between(after, before).get("qualifier")
    assert (back is not None and back.verdict is Verdict.STRONGER) is told


@pytest.mark.parametrize(
    ("language", "before", "after", "told"),
    [
        # A limit of one word has six letters ("inland"); "upper" may be anything, "both" limits nothing.
        ("en", "Inland States shall share rain gauges.", "All States shall share rain gauges.", True),
        ("en", "Upper States shall share rain gauges.", "All States shall share rain gauges.", False),
        # Arabic writes no short vowels: four letters are enough, three are not.
        ("ar", "تنشر الدول النهرية قياسات الأمطار كل سنة.", "تنشر جميع الدول قياسات الأمطار كل سنة.", True),
    ],
)  # fmt: skip
def test_a_group_is_told_by_a_limit_that_is_long_enough(
    language: str, before: str, after: str, told: bool
) -> None:
    found = between(before, after, language).get("scope")
    assert (found is not None and found.verdict is Verdict.WIDENED) is told


CAME_WITH_ITS_CONJUNCTION = [
    # The rest was written anew; no word of the item stands on the other side.
    ("The museum will admit pupils.", "In summer the museum will admit pupils and their teachers.", True),
    # A word of it stood there before.
    ("The museum will admit pupils of schools.", "Soon the museum will admit pupils and schools.", False),
    # A modifier of what follows is no item.
    ("The museum will lend maps.", "In the season the museum will lend old and rare maps.", False),
    # Another item stands instead.
    ("The museum will admit pupils and sailors.", "In May the museum admits pupils and teachers.", False),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "told"), CAME_WITH_ITS_CONJUNCTION)
def test_what_came_with_its_conjunction_to_a_sentence_written_anew(
    before: str, after: str, told: bool
) -> None:
    found = between(before, after).get("scope")
    assert (found is not None and found.verdict is Verdict.WIDENED) is told


ANEW = [
    # One undertaking on each side, of one deed.
    (
        "We intend to reopen the canal to boats.",
        "As neighbours we commit, with all bargemen, to reopen the canal to boats.",
        "stronger",
    ),
    # Another deed follows.
    (
        "We intend to reopen the canal to boats.",
        "As neighbours we commit, with all bargemen, to close the harbour to boats.",
        None,
    ),
    # Two undertakings on one side: the one of the same deed stands for the other's.
    (
        "We intend to reopen the canal to boats.",
        "We commit to dredge the port, and we commit, with all bargemen, to reopen the canal to boats.",
        "stronger",
    ),
    (
        "We intend to reopen the canal to boats.",
        "We commit to dredge the port, and we commit, with all bargemen, to light the harbour for boats.",
        None,
    ),
    # Leave became a request for the same deed, and another deed did not.
    ("Damage can be reported to the keeper.", "Please report damaged books to the keeper.", "stronger"),
    ("Damage can be repaired by the keeper.", "Please report damaged books to the keeper on duty.", None),
    (
        "Damage can be reported to the keeper, and books may be kept until May.",
        "Please report damaged books to the keeper.",
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "verdict"), ANEW)
def test_one_deed_is_bound_to_otherwise_in_a_sentence_written_anew(
    before: str, after: str, verdict: str | None
) -> None:
    found = between(before, after).get("strength")
    assert (found.verdict.value if found else None) == verdict


FRAMES = [
    (
        "Readings suggest that the northern lake fell in spring.",
        "The northern lake fell in spring.",
        "stronger",
    ),
    ("The northern lake fell in spring.", "Readings show that the northern lake fell in spring.", "weaker"),
    # What bears it out takes nothing back.
    ("Readings confirm that the northern lake fell in spring.", "The northern lake fell in spring.", None),
    # Both have one: their words are compared, not their being there.
    (
        "Readings suggest that the northern lake fell in spring.",
        "Divers suggest that the northern lake fell in spring.",
        None,
    ),
    # What is said behind it changed.
    (
        "Readings suggest that the northern lake fell in spring.",
        "The wells in the east dried up in spring.",
        None,
    ),
]


@pytest.mark.parametrize(("before", "after", "verdict"), FRAMES)
def test_where_something_is_known_from_came_or_went(before: str, after: str, verdict: str | None) -> None:
    found = between(before, after).get("qualifier")
    assert (found.verdict.value if found else None) == verdict


def test_how_fast_something_is_done_binds_only_where_it_is_to_be_done() -> None:
    to_do = between("The keeper will mend the old lamps.", "The keeper will promptly mend the old lamps.")
    assert to_do["qualifier"].verdict is Verdict.STRONGER
    told = between(
        "The keeper mended the old lamps at night.", "The keeper promptly mended the old lamps at night."
    )
    assert "qualifier" not in told


IN_OTHER_WORDS = [
    ("en", "They will mend the dam as soon as possible.", "They will mend the dam in spring."),
    ("en", "They will mend the dam as soon as possible.", "They will mend the dam today."),
    ("en", "They will mend the dam by May 2031.", "They will mend the dam before the frost."),
    ("fr", "Ils répareront le barrage dès que possible.", "Ils répareront le barrage avant les gelées."),
    ("es", "Repararán la presa lo antes posible.", "Repararán la presa antes de las heladas."),
    ("zh", "他们将尽快修复大坝。", "他们将在冬天修复大坝。"),
    ("ar", "سيصلحون السد في أقرب وقت ممكن.", "سيصلحون السد ليلا."),
]


@pytest.mark.parametrize(("language", "before", "after"), IN_OTHER_WORDS)
def test_a_deadline_beside_other_words_of_time_is_not_told_as_gone(
    language: str, before: str, after: str
) -> None:
    """Words that are not known as a deadline may be one: where they stand in its place, nothing is said."""
    assert "deadline" not in between(before, after, language)
    assert "deadline" not in between(after, before, language)


GONE = [
    ("en", "They will mend the dam as soon as possible.", "They will mend the dam.", "as soon as possible"),
    ("fr", "Ils répareront le barrage dès que possible.", "Ils répareront le barrage.", "dès que possible"),
    ("es", "Repararán la presa lo antes posible.", "Repararán la presa.", "lo antes posible"),
    ("ru", "Мы закроем шахту в кратчайшие сроки.", "Мы закроем шахту.", "в кратчайшие сроки"),
    ("zh", "他们将尽快修复大坝。", "他们将修复大坝。", "尽快"),
    ("ar", "سيصلحون السد في أقرب وقت ممكن.", "سيصلحون السد.", "في أقرب وقت ممكن"),
]


@pytest.mark.parametrize(("language", "before", "after", "words"), GONE)
def test_a_deadline_with_nothing_in_its_place_is_told_as_gone(
    language: str, before: str, after: str, words: str
) -> None:
    gone = between(before, after, language)["deadline"]
    assert (gone.verdict, gone.before, gone.after) == (Verdict.WEAKER, words, "")
    came = between(after, before, language)["deadline"]
    assert (came.verdict, came.before, came.after) == (Verdict.STRONGER, "", words)


ALL_OF_SOME = [
    ("en", "All fishing Parties will publish the ledger.", "All Parties will publish the ledger."),
    (
        "fr",
        "Toutes les Parties riveraines publieront le registre.",
        "Toutes les Parties publieront le registre.",
    ),
    ("es", "Todas las Partes ribereñas publicarán el registro.", "Todas las Partes publicarán el registro."),
    ("ru", "Все прибрежные Стороны опубликуют реестр.", "Все Стороны опубликуют реестр."),
    ("ar", "تنشر جميع الأطراف الساحلية السجل.", "تنشر جميع الأطراف السجل."),
    ("zh", "所有沿海缔约方将公布登记册。", "所有缔约方将公布登记册。"),
]


@pytest.mark.parametrize(("language", "some", "every"), ALL_OF_SOME)
def test_a_word_that_stands_on_both_sides_neither_came_nor_went(language: str, some: str, every: str) -> None:
    """ "All" of "all Parties" says nothing by itself, and is the "all" of the other side all the same."""
    for before, after, never in ((some, every, Verdict.NARROWED), (every, some, Verdict.WIDENED)):
        assert never not in {s.verdict for s in shifts(one(before, language), one(after, language))}


def test_a_promise_by_the_form_of_its_verb_is_stronger_than_an_expectation() -> None:
    found = between(
        "Les ministres devraient publier le rapport.", "Les ministres publieront le rapport.", "fr"
    )
    assert found["strength"].verdict is Verdict.STRONGER
    assert "said outright" in found["strength"].explanation


@pytest.mark.parametrize("title", ["before", "after"])
def test_nothing_is_said_of_a_pair_with_a_title(title: str) -> None:
    ours, theirs = "The port must act at once.", "The port may act at once."
    before = statement([ours], roles={0: Role.TITLE} if title == "before" else {})
    after = statement([theirs], roles={0: Role.TITLE} if title == "after" else {})
    assert shifts(before, after) == ()


ITEMS = [
    ("They will open ports, harbours and airports.", "They will open ports and airports.", "harbours"),
    ("They will open ports, the harbours and airports.", "They will open ports and airports.", "harbours"),
    ("They will build roads, wide bridges and tunnels.", "They will build roads, bridges and tunnels.", None),
    (
        "They will build roads, bridges of steel and tunnels.",
        "They will build roads, bridges and tunnels.",
        None,
    ),
    ("Certain Parties will publish the ledger.", "All Parties will publish the ledger.", "Certain"),
]


@pytest.mark.parametrize(("before", "after", "words"), ITEMS)
def test_an_item_is_told_of_by_its_own_words_and_what_modifies_one_is_none(
    before: str, after: str, words: str | None
) -> None:
    scope = between(before, after).get("scope")
    assert (scope.before if scope else None) == words
