# ruff: noqa: E501  (tables of cases are easier to read unbroken)
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import mark, marks
from p5diff.meaning.sentence.lists import _label_kind
from p5diff.model.comparison import CommitmentMark, MarkKind, Side
from p5diff.model.statement import Paragraph, Role, Sentence
from tests.meaning.test_topics import assert_quotes
from tests.meaning.texts import one, statement

RULES = load_rules()


def does(text: str, language: str = "en") -> CommitmentMark:
    return mark(one(text, language), RULES)["p1.1"]


KINDS = [
    ("en", "The ministers will open the gate.", "commitment", "decision"),
    ("en", "We continue to train pilots.", "commitment", "decision"),
    ("en", "They reaffirmed their commitment to clean water.", "commitment", "restated"),
    ("en", "We call upon all States to keep the gate open.", "call", "call"),
    ("en", "We stress that the gate is old.", "position", "position"),
    ("en", "They agreed that the gate is old.", "position", "position"),
    ("en", "The parties exchanged views on the gate.", "process", "process"),
    ("en", "They agreed to consider a second gate.", "process", "process"),
    ("en", "They heard a presentation on the gate.", "record", "record"),
    ("en", "They praised the work done, and will build on it.", "commitment", "decision"),
    ("en", "The gate keeps the water out.", "position", "position"),
    ("zh", "各方同意修建水闸。", "commitment", "decision"),
    ("zh", "各方一致认为水闸已经老旧。", "position", "position"),
    ("zh", "各方同意考虑修建第二座水闸。", "process", "process"),
    ("zh", "双方重申其对清洁水源的承诺。", "commitment", "restated"),
    ("zh", "我们呼吁所有国家保持水闸开放。", "call", "call"),
    ("zh", "部长们讨论了水闸问题。", "process", "process"),
    ("zh", "与会者听取了关于水闸的介绍。", "record", "record"),
    ("fr", "Les ministres sont convenus de construire un pont.", "commitment", "decision"),
    ("ru", "Мы призываем все порты беречь огни.", "call", "call"),
    ("es", "Tomamos nota del informe.", "record", "record"),
    ("ar", "نتعهد بتطهير حقول الألغام.", "commitment", "decision"),
]


@pytest.mark.parametrize(("language", "text", "kind", "rung"), KINDS)
def test_what_a_sentence_does(language: str, text: str, kind: str, rung: str) -> None:
    found = does(text, language)
    assert (found.kind.value, found.rung) == (kind, rung)


def test_a_marker_is_quoted_and_named() -> None:
    found = does("The parties agreed to consider a second gate.")
    assert found.evidence[0].text == "agreed to consider"
    assert (found.lead_verb, found.embedded_verb) == ("agree", "consider")
    assert found.rule == "markers.en.toml: agree-to-consider"


def test_an_assertion_shows_its_verb() -> None:
    found = does("The gate keeps the water out.")
    assert found.evidence[0].text == "keeps" and found.rule == "markers.en.toml: asserts"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A quiet evening by the old gate."),
        ("fr", "Une soirée calme près de la vanne."),
        ("es", "Una tarde tranquila junto a la compuerta."),
        ("ru", "Тихий вечер у нижних ворот."),
        ("zh", "闸门旁宁静之夜。"),
    ],
)
def test_a_sentence_without_a_marker_does_nothing_that_could_be_named(language: str, text: str) -> None:
    found = does(text, language)
    assert (found.kind, found.rung, found.evidence) == (MarkKind.NONE, "", ())


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("We will open the gate.", "we"),
        ("Some of the parties will open the gate.", "some"),
        ("All States must open the gate.", "others"),
    ],
)
def test_who_acts(text: str, actor: str) -> None:
    assert does(text).actor == actor


def test_whom_a_call_addresses() -> None:
    assert does("We call upon all States to keep the gate open.").addressee == "all States"
    assert does("我们呼吁所有国家保持水闸开放。", "zh").addressee == "所有国家"
    assert does("We will tell all States.").addressee == ""


def test_deadline_qualifiers_and_instruments() -> None:
    found = does("We will sign the CTBT by the end of 2031, as appropriate.")
    assert found.deadline == "by the end of 2031"
    assert found.qualifiers == ("as appropriate",)
    assert found.instruments == ("CTBT",)
    assert found.modality == "will"


@pytest.mark.parametrize(
    ("language", "text", "negated"),
    [
        ("en", "We will not open the gate.", True),
        ("en", "We will never open the gate.", True),
        ("en", "We will open the gate, not the door.", False),
        ("zh", "我们将不承认该水闸。", True),
        ("zh", "我们将维护《不扩散条约》。", False),
    ],
)
def test_negation(language: str, text: str, negated: bool) -> None:
    assert does(text, language).negated is negated


def test_titles_and_fragments_do_nothing() -> None:
    text = statement(["We will open the gate."], ["Annex"], roles={0: Role.TITLE})
    marks = mark(text, RULES)
    assert {m.kind for m in marks.values()} == {MarkKind.NONE}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Water is life.", "position"),
        ("Water is life", "none"),
        ("Is so.", "none"),
        ("Trade is open now for all of the ports", "none"),
    ],
)
def test_the_shortest_assertion_has_three_words_and_an_end(text: str, kind: str) -> None:
    assert does(text).kind.value == kind


_PARTS = st.sampled_from(
    ["We ", "will ", "agreed to ", "consider ", "call upon ", "all States ", "by 2031 ", "not ", ". "]
)


@given(st.lists(_PARTS, min_size=1, max_size=10))
def test_evidence_quotes_its_sentence_exactly(parts: list[str]) -> None:
    """Law: the text of an evidence equals the slice of the sentence it names."""
    text = one("".join(parts).strip() or "x")
    marks = mark(text, RULES, Side.AFTER)
    assert_quotes(text, [e for m in marks.values() for e in m.evidence])


@given(st.text(max_size=120), st.sampled_from(["en", "zh", "fr", "ru", "es", "ar", "xx"]))
def test_any_text_is_marked(text: str, language: str) -> None:
    """No text, and no language, makes the classifier fail."""
    assert does(text or "x", language).kind in MarkKind


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("We condemn the raids of North Korea and call on all to help.", "we"),
        ("The Registry shall be kept by a clerk.", "others"),
        ("France will host the next fair.", "some"),
        ("At the request of Japan the fair will be held in May.", ""),
    ],
)
def test_a_name_that_stands_aside_does_not_act(text: str, actor: str) -> None:
    assert does(text).actor == actor


@pytest.mark.parametrize(
    ("language", "lead", "item", "kind"),
    [
        ("en", "We commit to:", "Italy will welcome the next fair.", "commitment"),
        ("en", "We commit to:", "We condemn the raids on the port.", "position"),
        ("zh", "我们承诺：", "我们反对把水闸问题政治化。", "position"),
        ("ru", "Мы обязуемся:", "Мы требуем немедленного освобождения всех моряков.", "call"),
    ],
)
def test_an_item_that_names_who_acts_stands_for_itself(
    language: str, lead: str, item: str, kind: str
) -> None:
    """Whoever stands at its head, with or without a word between actor and verb."""
    made = mark(statement([lead], [item], language=language), RULES)["p2.1"]
    assert made.kind.value == kind and "that lead to the list" not in made.rule


@pytest.mark.parametrize(
    ("language", "lead", "item"),
    [
        ("en", "We commit to:", "in this context, the repair of all wells;"),
        ("fr", "Nous nous engageons à :", "à cet égard, réparer tous les puits ;"),
    ],
)
def test_an_item_may_open_with_a_word_that_points_back(language: str, lead: str, item: str) -> None:
    """Only a second sentence comments on its item; the first one is the item."""
    made = mark(statement([lead], [item], language=language), RULES)["p2.1"]
    assert made.kind is MarkKind.COMMITMENT


@pytest.mark.parametrize(
    ("language", "text", "kind", "rule"),
    [
        ("en", "Welcoming the opening of the new gate,", "position", "markers.en.toml: support"),
        ("en", "Deeply concerned that the gate is old,", "position", "markers.en.toml: concern"),
        ("en", "Taking note of the report on the gate,", "record", "markers.en.toml: note"),
        ("zh", "欢迎新水闸启用，", "position", "markers.zh.toml: 支持"),
        ("en", "Noting that they call upon all States to keep it open,", "position", "detect recitals"),
        ("ru", "Осуждая нападения на порт,", "position", "detect recitals"),
    ],
)
def test_a_recital_does_what_its_own_verb_says(language: str, text: str, kind: str, rule: str) -> None:
    """It notes, welcomes or is concerned; what it recites, a call say, is not done by it."""
    found = does(text, language)
    assert (found.kind.value, found.rule.endswith(rule)) == (kind, True), found.rule
    assert not found.negated


@pytest.mark.parametrize("role", [Role.TITLE, Role.HEADING])
def test_a_heading_leads_no_list(role: Role) -> None:
    """What stands over the list in its own paragraph of text does, whatever heading is above it."""
    alone = mark(statement(["We commit to:"], ["clean water for all;"], roles={0: role}), RULES)
    assert alone["p1.1"].kind is MarkKind.NONE


def test_a_rung_has_the_strength_that_the_ladder_gives_it() -> None:
    decided, asked = does("The ministers will open the gate."), does("We call upon all States to act.")
    assert decided.strength is not None and asked.strength is not None and decided.strength > asked.strength
    assert does("Annex").strength is None


@pytest.mark.parametrize(
    ("language", "lead", "item"),
    [
        ("en", "Urges once more all States, among them the Contracting Parties:", "the repair of all wells;"),
        (
            "fr",
            "Nous appelons tous les États à aider ; les Parties contractantes :",
            "la réparation des puits ;",
        ),
        (
            "es",
            "Pedimos a todos los Estados que ayuden; las Partes Contratantes:",
            "la reparación de los pozos;",
        ),
        ("ru", "Мы призываем все порты помочь; Договаривающиеся Стороны:", "ремонт всех колодцев;"),
        ("ar", "نطلب من جميع الدول المساعدة؛ الأطراف المتعاقدة:", "إصلاح جميع الآبار؛"),
        ("zh", "我们呼吁各国提供帮助，各缔约国：", "修复所有水井；"),
    ],
)
def test_what_is_asked_leads_a_list_before_what_a_form_alone_says(
    language: str, lead: str, item: str
) -> None:
    """Whoever is asked stands last before the list; its items are asked for and not promised."""
    made = mark(statement([lead], [item], language=language), RULES)["p2.1"]
    assert made.kind is MarkKind.CALL and made.rule.endswith("in the words that lead to the list")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "We ask that all ports be opened;", "call"),
        ("en", "We ask that all ports be opened", "none"),
        ("en", "The ports are open now for all;", "none"),
        ("zh", "忧及蚊媒北移，", "position"),
        ("zh", "忧及蚊媒北移；", "none"),
        ("zh", "忧及蚊媒北移", "none"),
        ("en", "The ports are open now for all,", "none"),
    ],
)
def test_a_paragraph_of_a_resolution_says_something_without_a_full_stop(
    language: str, text: str, kind: str
) -> None:
    """By its construction, and by the stop that such a paragraph ends with; a plain line says nothing."""
    assert does(text, language).kind.value == kind


def test_only_the_first_sentence_of_a_paragraph_recites() -> None:
    made = mark(statement(["闸门旧。", "忧及蚊媒北移，"], language="zh"), RULES)
    assert made["p1.2"].kind is MarkKind.NONE


def test_an_item_takes_the_deadline_of_its_list_unless_it_has_one() -> None:
    text = statement(["We commit, by 2031, to:"], ["clean water;"], ["clean air by 2040, As Appropriate;"])
    made = mark(text, RULES)
    assert [made[key].deadline for key in ("p1.1", "p2.1", "p3.1")] == ["by 2031", "by 2031", "by 2040"]
    assert (made["p2.1"].qualifiers, made["p3.1"].qualifiers) == ((), ("as appropriate",))
    assert {made[key].evidence[0].sentence for key in made} == {"p1.1"}


@pytest.mark.parametrize(
    ("second", "kind"),
    [("fair trade for all ports;", "commitment"), ("This weakens the trade of all ports;", "none")],
)
def test_a_second_sentence_belongs_to_its_item_or_comments_on_it(second: str, kind: str) -> None:
    text = statement(["We commit to:"], ["clean water for all;", second], ["open ports;"])
    made = mark(text, RULES)
    assert (made["p2.1"].kind.value, made["p2.2"].kind.value, made["p3.1"].kind.value) == (
        "commitment", kind, "commitment",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("We decide to act, call on all States to help and urge ports to join.", ["commitment", "call"]),
        ("We call on all States to help, and we will open the gate.", ["commitment", "call"]),
        ("We decide to open the gate and agree to fund the port.", ["commitment"]),
        ("We call on all States to help and urge all ports to join.", ["call"]),
        ("We welcome the new gate and call on all States to help.", ["call"]),
        ("We stress that the gate is old and note the report.", ["position"]),
    ],
)  # fmt: skip
def test_what_is_done_and_what_is_asked_stand_beside_each_other(text: str, kinds: list[str]) -> None:
    """One of each, and of nothing else."""
    assert [m.kind.value for m in marks(one(text), RULES)["p1.1"]] == kinds


def test_instruments_and_qualifiers_are_named_once() -> None:
    found = does("We will act, as appropriate, and help, As Appropriate, under the CTBT and the CTBT.")
    assert (found.qualifiers, found.instruments) == (("as appropriate",), ("CTBT",))


@pytest.mark.parametrize("text", ["We [will open] the gate for all.", "[We will open the gate for all.]"])
def test_nothing_is_claimed_of_what_stands_in_open_brackets(text: str) -> None:
    assert does(text).kind is MarkKind.NONE
    assert does(text.replace("[", "").replace("]", "")).kind is MarkKind.COMMITMENT


@pytest.mark.parametrize(
    ("label", "text", "kind"),
    [
        ("•", "clean water;", "bullet"), ("–", "clean water;", "bullet"), ("•", "(a) clean water;", "letter"), ("", "clean water;", ""), ("", "(a) clean water;", "letter"),
        ("4.", "clean water;", "number0"), ("(4)", "clean water;", "number0("), ("4.2", "clean water;", "number1"), ("iv)", "clean water;", "letter"), ("§", "clean water;", "sign"), ("viiii)", "clean water;", "sign"),
    ],
)  # fmt: skip
def test_items_of_one_list_have_labels_of_one_kind(label: str, text: str, kind: str) -> None:
    sentence = Sentence(text=text, block=0, number=1, role=Role.BODY, paragraph=1)
    assert _label_kind(Paragraph(sentences=(sentence,), role=Role.BODY, number=1, label=label)) == kind
