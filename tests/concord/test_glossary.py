"""The list of words for all languages, and what rests on it."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.language import LANGUAGES
from p5diff.meaning.versions import glossary
from p5diff.workflows.concord import concord_statements
from tests.concord.test_tricky import statement

SAME = {
    "en": "The States shall publish the report on fisheries and protect the forests.",
    "fr": "Les États publient le rapport sur la pêche et protègent les forêts.",
    "es": "Los Estados publican el informe sobre la pesca y protegerán los bosques.",
    "ru": "Государства опубликуют доклад о рыболовстве и будут защищать леса.",
    "zh": "各国应公布关于渔业的报告并保护森林。",
    "ar": "تنشر الدول التقرير عن مصائد الأسماك وتحمي الغابات.",
}


@pytest.mark.parametrize("code", sorted(SAME))
def test_what_translates_each_other_is_under_one_entry(code: str) -> None:
    found = glossary.senses(SAME[code], languages.get(code))
    assert {"state", "publish", "report", "protection", "forest"} <= found
    assert not found & {"woman", "nuclear", "court", "debt"}


def test_every_entry_has_words_in_all_six_languages_and_each_of_them_is_found() -> None:
    for sense, words in glossary._entries().items():
        assert set(words) == set(LANGUAGES), sense
        for code, listed in words.items():
            for word in listed.split():
                assert sense in glossary.senses(word.rstrip("*"), languages.get(code)), (sense, code, word)


def test_what_is_written_onto_an_arabic_word_comes_off() -> None:
    found = glossary.senses("وبالتعليم للنساء", languages.get("ar"))
    assert {"education", "woman"} <= found


def test_chinese_words_are_the_longest_that_the_list_has_and_older_forms_are_read() -> None:
    zh = languages.get("zh")
    assert "government" in glossary.senses("各国政府", zh)
    assert "politics" not in glossary.senses("各国政府", zh)
    assert "treaty" in glossary.senses("條約", zh)


def test_a_beginning_is_not_found_inside_a_word() -> None:
    en = languages.get("en")
    assert "war" not in glossary.senses("a warning towards wardens", en)
    assert "marriage" in glossary.senses("to marry", en)


def test_a_result_names_the_list_and_its_digest() -> None:
    made = concord_statements(statement(SAME["en"] + "\n", "en"), statement(SAME["fr"] + "\n", "fr"))
    assert glossary.rule_set() in made.provenance.rules


ARTICLES = {
    "en": [
        "Every worker receives a fair wage and paid holidays.",
        "Employers keep a record of working hours.",
        "The committee meets once a year in the capital.",
        "Its members are elected by secret ballot.",
        "Fishing vessels report their position at sea.",
        "Captains publish the logs of each voyage.",
        "Schools teach children in their own language.",
        "Parents take part in the life of the school.",
        "The bank lends money to farmers after a drought.",
        "Debts are repaid when prices recover.",
    ],
    "es": [
        "Todo trabajador recibe un salario justo y vacaciones pagadas.",
        "Los empleadores llevan un registro de las horas de trabajo.",
        "El comité se reúne una vez al año en la capital.",
        "Sus miembros son elegidos por voto secreto.",
        "Los buques pesqueros informan de su posición en el mar.",
        "Los capitanes publican los diarios de cada viaje.",
        "Las escuelas enseñan a los niños en su propia lengua.",
        "Los padres participan en la vida de la escuela.",
        "El banco presta dinero a los agricultores tras una sequía.",
        "Las deudas se pagan cuando se recuperan los precios.",
    ],
    "zh": [
        "每个工人都应得到公平的工资和带薪休假。",
        "雇主应保存工作时间的记录。",
        "委员会每年在首都举行一次会议。",
        "其成员由无记名投票选举产生。",
        "渔船应报告其在海上的位置。",
        "船长应公布每次航行的日志。",
        "学校用儿童自己的语言教学。",
        "父母参与学校的生活。",
        "银行在旱灾之后向农业提供贷款。",
        "价格回升时偿还债务。",
    ],
}


def _text(lines: list[str]) -> str:
    return "\n\n".join("\n".join(lines[n : n + 2]) for n in range(0, len(lines), 2)) + "\n"


@pytest.mark.parametrize(("one", "two"), [("en", "es"), ("es", "zh"), ("zh", "en")])
@pytest.mark.parametrize(("source", "target"), [(0, 4), (3, 0), (1, 4)])
def test_a_paragraph_moved_elsewhere_is_found_whole(one: str, two: str, source: int, target: int) -> None:
    order = list(range(5))
    order.insert(target, order.pop(source))
    lines = [ARTICLES[two][2 * n + k] for n in order for k in (0, 1)]
    made = concord_statements(statement(_text(ARTICLES[one]), one), statement(_text(lines), two))
    got = {(a, b) for link in made.links for a in link.before for b in link.after}
    wanted = {(f"p{n + 1}.{k}", f"p{order.index(n) + 1}.{k}") for n in range(5) for k in (1, 2)}
    assert len(got & wanted) >= 8 and len(got - wanted) <= 1


@pytest.mark.parametrize(("one", "two"), [("en", "es"), ("es", "zh"), ("zh", "en")])
@pytest.mark.parametrize("gone", range(5))
def test_other_paragraphs_missing_on_each_side_are_not_linked(one: str, two: str, gone: int) -> None:
    """Where they are not next to each other, as then nothing but their words tells them apart."""
    other = (gone + 2) % 5
    before = [s for n, s in enumerate(ARTICLES[one]) if n // 2 != gone]
    after = [s for n, s in enumerate(ARTICLES[two]) if n // 2 != other]
    made = concord_statements(statement(_text(before), one), statement(_text(after), two))
    place = [n for n in range(5) if n != gone], [n for n in range(5) if n != other]
    for link in made.links:
        for a in link.before:
            for b in link.after:
                paragraphs = [
                    places[int(i[1 : i.index(".")]) - 1] for i, places in zip((a, b), place, strict=True)
                ]
                assert paragraphs[0] == paragraphs[1], (a, b)
