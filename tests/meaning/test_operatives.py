"""What resolutions do in rarer words: bare verbs at the head of a paragraph, and recitals of a feeling."""

from __future__ import annotations

import pytest

from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import mark, marks
from p5diff.meaning.topics import leading, tag
from tests.meaning.texts import one, statement

RULES = load_rules()


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("en", "commitment", "Extends the term of the lock keepers until the thaw;"),
        ("en", "call", "Enjoins the tanners to rinse their vats downstream;"),
        ("en", "position", "Appalled by the burning of the mill,"),
        ("fr", "commitment", "Crée un fonds destiné aux veuves de passeurs ;"),
        ("fr", "call", "Adjure les deux rives de laisser passer le bac ;"),
        ("fr", "position", "Atterrée par l'incendie du moulin,"),
        ("fr", "commitment", "Chacun des deux Gouvernements verse sa part avant le 1er mars."),
        ("fr", "position", "Les délégués jugent prématuré le retrait des bouées."),
        ("es", "commitment", "Crea un fondo destinado a las viudas de barqueros;"),
        ("es", "position", "Horrorizada por el incendio del molino,"),
        ("ru", "commitment", "учреждает фонд помощи вдовам паромщиков;"),
        ("ru", "call", "умоляет обе стороны пропустить паром;"),
        ("ru", "position", "потрясённая пожаром на мельнице,"),
        ("zh", "call", "吁请制革工人清洗水槽；"),
        ("zh", "position", "痛心磨坊被烧毁，"),
        ("ar", "commitment", "تنشئ صندوقا لأرامل أصحاب العبارات؛"),
        ("ar", "call", "تلتمس من الدباغين أن يغسلوا أحواضهم؛"),
        ("ar", "position", "وإذ يؤلمها حريق المطحنة،"),
    ],
)
def test_whoever_resolves_is_we(language: str, kind: str, text: str) -> None:
    found = mark(one(text, language), RULES)["p1.1"]
    assert (found.kind.value, found.actor) == (kind, "we")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The lock keeper sets the lamp down."),
        ("fr", "Le passeur crée des paniers."),
        ("es", "El barquero abre la puerta."),
        ("ru", "Паромщик открывает дверь."),
        ("zh", "暂停试航很重要。"),
    ],
)
def test_a_verb_with_its_subject_resolves_nothing(language: str, text: str) -> None:
    assert mark(one(text, language), RULES)["p1.1"].kind.value not in {"commitment", "call"}


@pytest.mark.parametrize(
    ("language", "topic", "text"),
    [
        ("en", "cyber", "The parties will replace the routers of the ferry office."),
        ("zh", "cyber", "各方将更换办公室的路由器。"),
        ("fr", "cyber", "Les parties remplaceront les routeurs du bureau du bac."),
        ("ru", "cyber", "Стороны заменят маршрутизаторы в конторе паромщиков."),
        ("es", "cyber", "Las partes reemplazarán los enrutadores de la oficina."),
        ("ar", "health", "وسيوزع الطرفان أمصال لدغات العقارب."),
        (
            "fr",
            "safeguards",
            "Les parties ont constaté que les scellés de l'atelier nucléaire étaient rompus.",
        ),
        ("ru", "safeguards", "Стороны установили, что пломбы в ядерном цехе были сорваны."),
        ("ru", "human-rights", "Стороны будут обучать учителей жестовому языку."),
        ("es", "human-rights", "Las partes enseñarán la lengua de señas."),
    ],
)
def test_a_concept_of_one_language_is_one_of_all(language: str, topic: str, text: str) -> None:
    statement = one(text, language)
    tags = tag(statement, RULES)
    assert leading(tags, statement.paragraphs[0].sentences[0]) == topic


LISTS = [
    ("en", "Requests the Executive Director:", "(a) To draw up a list of mills;", "call"),
    ("en", "The Assembly invites the lock keepers:", "(a) To grease their gates;", "call"),
    ("fr", "Charge le Secrétariat :", "a) D’ouvrir un registre des moulins ;", "commitment"),
    ("fr", "Engage les États Parties :", "a) À graisser leurs portes ;", "call"),
    ("fr", "Invite les éclusiers :", "a) À graisser leurs portes ;", "call"),
    ("es", "Invita a los esclusistas:", "a) A que engrasen sus puertas;", "call"),
    ("ru", "предлагает смотрителям шлюзов:", "a) смазать ворота;", "call"),
    ("ru", "призывает государства:", "a) смазать ворота;", "call"),
    ("ar", "تدعو حراس الأهوسة إلى:", "(أ) تشحيم بواباتهم؛", "call"),
    ("zh", "邀请各船闸负责人：", "(a) 给闸门上油；", "call"),
]


@pytest.mark.parametrize(("language", "lead", "item", "kind"), LISTS)
def test_an_item_asks_what_the_words_before_its_list_ask(
    language: str, lead: str, item: str, kind: str
) -> None:
    found = marks(statement([lead], [item], language=language), RULES)
    assert [{m.kind.value for m in found[place]} for place in ("p1.1", "p2.1")] == [{kind}, {kind}]
    assert {m.actor for m in found["p2.1"]} == {"we"}


def test_a_list_that_goes_on_otherwise_asks_nothing() -> None:
    found = marks(statement(["Requests the Director:"], ["(a) The mills are old;"]), RULES)
    assert {m.kind.value for m in found["p1.1"]} == {"none"}


@pytest.mark.parametrize(
    ("language", "duty", "feeling"),
    [
        ("en", "The Parties are obliged to mend the lock.", "We are obliged to the miller."),
        ("es", "Las Partes están obligadas a reparar la esclusa.", "Estamos obligados al molinero."),
        ("ru", "Стороны обязаны чинить шлюз.", "Мы обязаны помнить о мельнике."),
        ("ar", "الأطراف ملزمة بإصلاح الهويس.", "الجسور ملزمة للنظر."),
        ("zh", "缔约方有义务修船闸。", "磨坊主有义务磨面。"),
    ],
)
def test_a_duty_of_the_parties_binds_them(language: str, duty: str, feeling: str) -> None:
    assert mark(one(duty, language), RULES)["p1.1"].kind.value == "commitment"
    assert mark(one(feeling, language), RULES)["p1.1"].kind.value != "commitment"
