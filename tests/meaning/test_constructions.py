"""Sentences of which no verb need be known: tense, mood, voice and construction say what they do.

`constructions.txt` holds sentences on subjects far from any statement (language, kind, who acts, sentence),
half of them written before the constructions and half after; what came out wrong then is not among them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff import language as languages
from p5diff.language.grammar import NAMES, every, find
from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import mark, marks
from p5diff.meaning.sentence.reading import read
from tests.meaning.texts import one, statement

RULES = load_rules()
LINES = [
    line.split("|", 3)
    for line in (Path(__file__).parent / "constructions.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("language", "kind", "actor", "text"), LINES)
def test_far_off_sentences_do_what_their_grammar_says(
    language: str, kind: str, actor: str, text: str
) -> None:
    found = mark(one(text, language), RULES)["p1.1"]
    assert (found.kind.value, found.actor) == (kind, actor), found.rule


@pytest.mark.parametrize(
    ("language", "name", "shows", "spares"),
    [
        ("en", "unsettled", "We have yet to choose a bell.", "We have chosen a bell."),
        (
            "en",
            "pending",
            "Pruning of the limes is still under way.",
            "We are continuing to prune the limes.",
        ),
        ("en", "plea", "We beg the millers to lower the weir.", "We embrace the need to lower the weir."),
        ("en", "accord", "Both sides settled on pruning the limes.", "Both sides failed to prune the limes."),
        ("en", "future", "The weir will be lowered.", "The aim is that the weir is low."),
        ("en", "past", "The weir was lowered.", "The weir is low."),
        ("en", "norm", "Nobody should lower the weir.", "Nobody lowers the weir."),
        ("fr", "plea", "Qu'on abaisse le déversoir.", "On abaisse le déversoir."),
        ("fr", "accord", "Il est décidé d'élaguer les tilleuls.", "Il est attendu que l'on élague."),
        ("fr", "future", "Le déversoir sera abaissé.", "Le déversoir est abaissé."),
        ("fr", "past", "Le déversoir fut abaissé.", "Le déversoir est bas."),
        (
            "es",
            "accord",
            "Ambas orillas quedaron en podar los tilos.",
            "Ambas orillas lograron podar los tilos.",
        ),
        ("es", "future", "Podaremos los tilos.", "Queremos podar los tilos."),
        (
            "es",
            "plea",
            "Conjuramos a los molineros a que bajen la presa.",
            "Vemos a los molineros en la presa.",
        ),
        ("ru", "accord", "Оба берега условились подрезать липы.", "Оба берега смогли подрезать липы."),
        ("ru", "future", "Мельник перекроет плотину.", "Мельник перекрывает плотину."),
        ("ru", "past", "За осень подрезано сорок лип.", "Важно подрезать липы."),
        ("ru", "plea", "Мы упрашиваем мельников опустить затвор.", "Мы хотим опустить затвор."),
        ("zh", "accord", "两岸约定修剪椴树。", "两岸修剪了椴树。"),
        ("zh", "future", "水闸将于三月降低。", "将领们在水闸旁。"),
        ("zh", "past", "去年秋天，磨坊主降低水闸。", "每到秋天，磨坊主降低水闸。"),
        ("zh", "norm", "谁也不该降低水闸。", "谁也没有降低水闸。"),
        ("ar", "accord", "واتفقت الضفتان على تقليم الزيزفون.", "وقلمت الضفتان الزيزفون."),
        ("ar", "future", "ويخفض الهدار قبل نهاية الشهر المقبل.", "ويخفض الهدار منسوب النهر."),
        ("ar", "plea", "ونستعطف الطحانين أن يخفضوا الهدار.", "ونؤمن بأن الهدار يحمي القرية."),
        ("en", "pending", "The surveyors keep probing the weir.", "The millers keep losing their weir."),
        ("en", "future", "The lockkeepers will oil the hinges.", "A dry spring will oil nobody's lock."),
        ("en", "past", "A plank costs twice its old price.", "A plank costs the guild its sleep."),
        ("fr", "pending", "Les géomètres sondent encore le bief.", "Les meuniers perdent encore le bief."),
        ("fr", "future", "Les meuniers ne fermeront plus le bief.", "Cela ne suffira plus."),
        (
            "es",
            "pending",
            "Los topógrafos siguen sondeando la presa.",
            "Los molineros siguen perdiendo la presa.",
        ),
        ("ru", "pending", "Землемеры ещё промеряют плотину.", "Мельники ещё теряют плотину."),
        ("ru", "past", "Отдел закрыл шлюз.", "Медный котёл стар."),
        ("ru", "past", "Строители подрезали липы.", "Строители и липы."),
        ("ru", "future", "С мая отменяется сбор за шлюз.", "Сбор обычно берут у шлюза."),
        ("ar", "pending", "وما زال المساحون يسبرون الهدار.", "وما زال الطحانون يفقدون الهدار."),
        ("ar", "future", "ولن تغلق الضفتان الهدار.", "ولن يكون الهدار آمنا."),
        ("zh", "pending", "测绘员仍在勘验水闸。", "磨坊主仍在失去水闸。"),
        ("zh", "future", "自下月起，磨坊主不得降低水闸。", "自古以来，磨坊主守着水闸。"),
        ("zh", "past", "磨坊主首次降低了水闸。", "磨坊主将首次降低水闸。"),
    ],
)
def test_a_construction_shows_itself_and_nothing_like_it(
    language: str, name: str, shows: str, spares: str
) -> None:
    grammar = languages.get(language).GRAMMAR
    assert name in {shown.name for shown in every(shows, grammar)}
    assert name not in {shown.name for shown in every(spares, grammar)}


@pytest.mark.parametrize("language", sorted(languages.LANGUAGES))
def test_every_language_gives_known_constructions_and_ends_with_plain_statements(language: str) -> None:
    names = [c.name for c in languages.get(language).GRAMMAR.constructions]
    assert set(names) <= set(NAMES) and names[-1] == "statement"
    assert {"unsettled", "pending", "plea", "accord", "future", "past", "norm", "ours"} <= set(names)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A footpath that will be closed."),
        ("en", "The wardens say that the lock was dredged."),
        ("ru", "Мельник, который был нанят, спит."),
        ("en", "We are sure that the lock, dug in haste, will be dredged."),
        ("ru", "Мы уверены, что шлюз, вырытый наспех, обвалится."),
        ("es", "Sabemos que la esclusa, cavada deprisa, cederá."),
    ],
)
def test_a_subordinate_clause_shows_nothing_of_its_sentence(language: str, text: str) -> None:
    shown = {s.name for s in every(text, languages.get(language).GRAMMAR)}
    assert shown.isdisjoint({"future", "past"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Harassment of others in the towpath huts."),
        ("en", "Warning: a private, written note to the bargee."),
        ("fr", "Conséquence : un avertissement écrit et privé de la part des éclusiers."),
        ("ru", "проявление внимания к другим лодочникам."),
        ("zh", "处理意见：由闸长书面警告。"),
        ("en", "courtesy towards each and every oarsman of the old ferry at dusk."),
    ],
)
def test_what_has_no_verb_stays_unclassified(language: str, text: str) -> None:
    assert mark(one(text, language), RULES)["p1.1"].kind.value == "none"


def test_a_row_that_knows_its_verb_is_not_overruled() -> None:
    acts = read("We urge the millers to lower the weir.", RULES, languages.get("en")).acts
    assert acts[0].act.id == "urge" and not any(act.constructed for act in acts)


def test_what_ought_to_be_overrules_only_what_is_told_behind_it() -> None:
    told = mark(one("The guild has mended the lock, and nobody should row there.", "en"), RULES)["p1.1"]
    asked = mark(one("Nobody should row there before the lock has been mended.", "en"), RULES)["p1.1"]
    assert (told.kind.value, asked.kind.value) == ("record", "position")


def test_nothing_is_compared_by_a_construction() -> None:
    reading = read("The weir will be lowered by the spring.", RULES, languages.get("en"))
    assert reading.acts[0].constructed and reading.acts[0].act.id == "foresee"
    assert not any(act.constructed for act in reading.known_acts)


def test_the_rule_of_a_mark_names_its_construction() -> None:
    found = mark(one("The weir will be lowered.", "en"), RULES)["p1.1"]
    assert found.rule == "grammar.en: future" and found.evidence[0].text == "will be lowered"


def test_paragraphs_of_a_resolution_ask_and_recite_without_a_known_verb() -> None:
    text = statement(["忧及椴树枯萎，"], ["5. 央请磨坊主降低水闸；"], language="zh")
    found = [kinds[0].kind.value for kinds in marks(text, RULES).values()]
    assert found == ["position", "call"]


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        (["忧及椴树枯萎，"], ["position"]),
        (["忧及椴树枯萎；"], ["none"]),  # a paragraph that ends so asks or orders
        (["忧及椴树枯萎"], ["none"]),  # a heading
        (["椴树已枯萎。", "忧及磨坊停工，"], ["record", "none"]),  # recitals open their paragraph
    ],
)
def test_what_moves_a_resolution_opens_its_paragraph_and_goes_on(
    sentences: list[str], wanted: list[str]
) -> None:
    text = statement(sentences, language="zh")
    assert [kinds[0].kind.value for kinds in marks(text, RULES).values()] == wanted


def test_a_run_of_states_is_the_subject_of_its_verb() -> None:
    assert mark(one("哥斯达黎加和爱尔兰谴责关押渡工。", "zh"), RULES)["p1.1"].actor == "some"


def test_both_sides_as_subject_are_those_who_speak() -> None:
    assert mark(one("The two mill guilds shall swap sluice keys.", "en"), RULES)["p1.1"].actor == "we"
    assert mark(one("The mill guild shall swap sluice keys.", "en"), RULES)["p1.1"].actor == "others"


@pytest.mark.parametrize("language", sorted(languages.LANGUAGES))
@pytest.mark.parametrize("piece", ["a", "a ", "将", "will be ", "мы не ", "على أن ", ", "])
def test_a_long_text_without_end_is_read(language: str, piece: str) -> None:
    long = (piece * 20_000)[:20_000]
    shown = find(long, languages.get(language).GRAMMAR)
    assert shown is None or 0 <= shown.start < shown.end <= len(long)
