"""Clauses, lists and recitals: what a sentence does by the words around its verb."""

from __future__ import annotations

import pytest

from p5diff import compare_texts
from p5diff import language as languages
from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import marks
from p5diff.meaning.sentence.reading import read
from p5diff.model.comparison import MarkKind, Side
from p5diff.model.statement import Paragraph, Role, Sentence, Statement
from tests.meaning.texts import one, statement

RULES = load_rules()


def kinds(text: str, language: str = "en") -> list[str]:
    return [m.kind.value for m in marks(one(text, language), RULES)["p1.1"]]


def listed(*paragraphs: tuple[str, str], language: str = "en") -> list[str]:
    """The kinds of paragraphs given as (label, text)."""
    base = statement(*([text] for _, text in paragraphs), language=language)
    made = tuple(
        Paragraph(
            sentences=tuple(
                Sentence(text=s.text, block=s.block, number=1, role=Role.BODY, paragraph=s.paragraph)
                for s in p.sentences
            ),
            role=Role.BODY,
            number=p.number,
            label=label,
        )
        for p, (label, _) in zip(base.paragraphs, paragraphs, strict=True)
    )
    found = marks(Statement(meta=base.meta, paragraphs=made), RULES)
    return [found[s.id][0].kind.value for p in made for s in p.sentences]


@pytest.mark.parametrize(
    ("language", "lead", "items", "kind"),
    [
        ("en", "We commit to:", ["building a bridge;", "the lighting of the quay."], "commitment"),
        ("en", "We call on all States to:", ["open their ports;", "share their charts."], "call"),
        ("en", "Each Party shall:", ["publish its tide tables;", "keep its lamps lit."], "commitment"),
        ("fr", "Les ministres sont convenus :", ["de bâtir un pont ;", "d'éclairer le quai."], "commitment"),
        ("es", "La Asamblea exhorta a los Estados a:", ["abrir sus puertos;", "compartir."], "call"),
        ("ru", "Стороны договорились:", ["построить мост;", "осветить причал."], "commitment"),
        ("zh", "大会吁请会员国：", ["开放港口；", "分享海图。"], "call"),
        ("ar", "اتفقت الدول الأعضاء على ما يلي:", ["بناء جسر؛", "إنارة الرصيف."], "commitment"),
    ],
)
@pytest.mark.parametrize("labels", [("(a)", "(b)"), ("-", "-"), ("1.", "2.")])
def test_items_do_what_leads_to_the_list(
    language: str, lead: str, items: list[str], kind: str, labels: tuple[str, str]
) -> None:
    found = listed(("", lead), *zip(labels, items, strict=True), language=language)
    assert found[1:] == [kind, kind]


def test_a_list_ends_where_labels_change_and_holds_lists_of_its_own() -> None:
    found = listed(
        ("1.", "We commit to:"),
        ("(a)", "the following works:"),
        ("–", "a lock;"),
        ("–", "a weir;"),
        ("(b)", "a yearly report."),
        ("2.", "A quiet evening by the old gate."),
    )
    assert found == ["commitment"] * 5 + ["none"]


def test_items_without_labels_end_with_the_first_whole_sentence() -> None:
    found = listed(
        ("", "We commit to:"), ("", "a lock;"), ("", "a weir."), ("", "A quiet evening by the old gate.")
    )
    assert found == ["commitment"] * 3 + ["none"]


def test_an_item_that_names_who_acts_stands_for_itself() -> None:
    found = listed(("", "We commit to:"), ("(a)", "a lock;"), ("(b)", "We condemn the raid on the mill."))
    assert found == ["commitment", "commitment", "position"]


def test_an_item_quotes_the_words_that_lead_to_it() -> None:
    text = statement(["We commit, by 2030, to:"], ["a lock;"], ["a weir."])
    found = marks(text, RULES)["p2.1"][0]
    assert found.evidence[0].sentence == "p1.1" and "commit" in found.evidence[0].text
    assert found.actor == "we" and found.deadline == "by 2030" and "lead to the list" in found.rule


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We have not seen evidence that Russia is committed to peace."),
        ("en", "It is unclear whether the parties will open the gate."),
        ("fr", "Rien ne montre que les parties s'engagent à ouvrir la vanne."),
        ("es", "No hay indicios de que las partes se comprometan a abrir la compuerta."),
        ("zh", "如果双方承诺开放闸门就会更好。"),
    ],
)
def test_what_is_only_reported_commits_nobody(language: str, text: str) -> None:
    assert "commitment" not in kinds(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Council decides to extend the mandate and calls upon all States to support it."),
        ("zh", "理事会决定延长任期，并呼吁所有国家予以支持。"),
        ("fr", "Le Conseil décide de proroger le mandat et appelle tous les États à l'appuyer."),
        ("es", "El Consejo decide prorrogar el mandato y exhorta a todos los Estados a apoyarlo."),
        ("ru", "Совет постановляет продлить мандат и призывает все государства поддержать его."),
    ],
)
def test_a_decision_and_a_call_are_two_acts(language: str, text: str) -> None:
    assert kinds(text, language) == ["commitment", "call"]


def test_an_adjective_is_no_second_act() -> None:
    assert kinds("We intend to share data and provide requested help to our neighbours.") == ["commitment"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Recalling its decision to commit to the dredging of the channel,"),
        ("en", "Determined to save the harbour,"),
        ("fr", "Rappelant les engagements souscrits par les ports,"),
        ("es", "Recordando que las partes se comprometieron a dragar el canal,"),
        ("ru", "ссылаясь на обязательство углубить русло,"),
        ("ar", "وإذ تؤكد من جديد التزامها بحماية الميناء،"),
        ("zh", "重申其保护港口的承诺，"),
    ],
)
def test_a_recital_is_never_a_commitment(language: str, text: str) -> None:
    assert kinds(text, language) == ["position"]


@pytest.mark.parametrize(
    ("language", "text", "negated"),
    [
        ("en", "We will report no later than May.", False),
        ("en", "We will not only report but publish.", False),
        ("en", "We will not report.", True),
        ("zh", "各方将不迟于五月提交报告。", False),
        ("fr", "Nous nous engageons non seulement à publier mais à traduire.", False),
        ("es", "Nos comprometemos no solo a publicar sino a traducir.", False),
        ("ru", "Мы обязуемся не позднее мая представить доклад.", False),
    ],
)
def test_polarity_belongs_to_the_verb(language: str, text: str, negated: bool) -> None:
    act = read(text, RULES, languages.get(language)).acts[0]
    assert act.negated is negated


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("We condemn the wanton shelling of the mill.", "shelling"),
        ("We welcome the new ferry.", "ferry"),
    ],
)
def test_the_object_is_the_head_of_what_the_act_is_about(text: str, head: str) -> None:
    assert read(text, RULES, languages.get("en")).acts[0].object == head


def test_a_reading_is_made_once_for_the_same_words() -> None:
    text = "We will mend the lamp."
    assert read(text, RULES, languages.get("en")) is read(text, RULES, languages.get("en"))
    assert read(text, RULES, languages.get("en")).acts[0].kind is MarkKind.COMMITMENT


RESOLUTION = (
    "The Lamp Conference,\n\n"
    "The States will light every lamp by the river,\n\n"
    "The ports call upon all ships to slow down,\n\n"
    "1. Requests the keeper to report;\n\n"
    "2. Decides to meet again.\n"
)


def _kinds(text: str) -> dict[str, str]:
    return {
        mark.sentence: mark.kind.value
        for change in compare_texts(text, text, language="en").changes
        for mark in change.marks
        if mark.side is Side.BEFORE
    }


def test_a_preamble_commits_and_calls_in_no_words() -> None:
    """Told by its place, whatever it says: "will light" and "call upon" bind nobody there."""
    told = _kinds(RESOLUTION)
    assert "commitment" not in {told.get("p2.1"), told.get("p3.1")}
    assert "call" not in {told.get("p2.1"), told.get("p3.1")}
    assert (told["p4.1"], told["p5.1"]) == ("call", "commitment")


def test_the_same_words_outside_a_preamble_do_what_they_say() -> None:
    told = _kinds(RESOLUTION.replace(",\n", ".\n"))
    assert (told["p2.1"], told["p3.1"]) == ("commitment", "call")


def test_words_without_an_end_assert_nothing() -> None:
    assert _kinds("The ports are open. Trade is free.\n\nTrade is open\n").get("p2.1", "none") == "none"
    assert _kinds("Trade remains open for all of the ports.\n") == {"p1.1": "position"}


def test_what_an_item_is_said_to_do_is_no_promise() -> None:
    """The second sentence of an item has "this" for its subject: it is not under "We commit to:"."""
    told = _kinds(
        "We commit to:\n\n- ban the import of salt. This will weaken trade there.\n\n- open the ports.\n"
    )
    assert told["p2.1"] == "commitment"
    assert told.get("p2.2", "none") != "commitment"
    assert told["p3.1"] == "commitment"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Voting against was Ann Roe, who believed that the Board should commit to open the barns.",
        ),
        (
            "en",
            "Voting against was Ann Roe, who believed that, in view of frost, the Board should commit to "
            "opening the granaries.",
        ),
        ("fr", "A voté contre Mme Roux, qui estimait que le Conseil devait s'engager à ouvrir les greniers."),
        (
            "es",
            "Votó en contra Ana Ruiz, quien consideró que la Junta debía comprometerse a abrir los graneros.",
        ),
    ],
)
def test_what_one_who_voted_against_wished_commits_nobody(language: str, text: str) -> None:
    assert "commitment" not in kinds(text, language)
