"""Resolutions: each clause with its role, number and lead verb, in six languages; statements have none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from p5diff import compare_texts
from p5diff import language as languages
from p5diff.meaning import load_rules
from p5diff.meaning.sentence.commitments import marks
from p5diff.model.clause import ClauseRole
from p5diff.model.comparison import MarkKind
from p5diff.model.statement import Metadata, Statement
from p5diff.report.json import render
from p5diff.report.view import rows
from p5diff.text.clauses import clauses, lead_verb
from p5diff.text.stored import parse
from tests.cli.run import p5diff

RESOLUTIONS = {
    "en": "The Lamp Conference,\n\nDeeply alarmed that lamps shall fail by 2030,\n\nKeen to act,\n\n"
    "1. Requests a report;\n\n2. Decides to meet again.\n",
    "fr": "La Conférence des lampes,\n\nRappelant sa décision,\n\nAlarmée par la nuit,\n\n"
    "1. Prie le Secrétariat d’agir ;\n\n2. Décide de se réunir.\n",
    "es": "La Conferencia de las Lámparas,\n\nRecordando su decisión,\n\nAlarmada por la noche,\n\n"
    "1. Pide un informe;\n\n2. Decide reunirse.\n",
    "ru": "Конференция по лампам,\n\nссылаясь на своё решение,\n\nбудучи встревожена тьмой,\n\n"
    "1. просит представить доклад;\n\n2. постановляет собраться вновь.\n",
    "zh": "灯塔会议，\n\n回顾其决定，\n\n深感不安，\n\n1. 请秘书处报告；\n\n2. 决定再次开会。\n",
    "ar": "إن مؤتمر المصابيح،\n\nإذ يشير إلى قراره،\n\nوإذ يقلقه الظلام،\n\n"
    "1. يطلب تقريرا؛\n\n2. يقرر أن يجتمع مجددا.\n",
}
LEADS = {
    "en": ["", "alarmed", "Keen", "Requests", "Decides"],
    "fr": ["", "Rappelant", "Alarmée", "Prie", "Décide"],
    "es": ["", "Recordando", "Alarmada", "Pide", "Decide"],
    "ru": ["", "ссылаясь", "встревожена", "просит", "постановляет"],
    "zh": ["", "回顾", "深感", "请", "决定"],
    "ar": ["", "يشير", "يقلقه", "يطلب", "يقرر"],
}


@pytest.mark.parametrize("code", RESOLUTIONS)
def test_clauses_have_role_number_and_lead(code: str) -> None:
    language = languages.get(code)
    found = clauses(parse(RESOLUTIONS[code], language=language), language=language)
    assert [c.role.value for c in found] == ["speaker", *["preambular"] * 2, *["operative"] * 2]
    assert [c.number.rstrip(".") for c in found] == ["", "", "", "1", "2"]
    assert [c.lead for c in found] == LEADS[code]


TITLES = {
    "en": "Lamps and the law of light",
    "fr": "Les lampes et le droit de la lumière",
    "es": "Las lámparas y el derecho de la luz",
    "ru": "Лампы и право света",
    "zh": "灯塔与光法",
    "ar": "المصابيح وقانون الضوء",
}


@pytest.mark.parametrize("code", RESOLUTIONS)
def test_a_title_over_the_resolution_is_no_clause_and_hides_none(code: str) -> None:
    """An agenda item that stands in the text ends like no sentence; a sentence before the body, though, says
    that this is no resolution."""
    language = languages.get(code)
    text = f"{TITLES[code]}\n\n{RESOLUTIONS[code]}"
    found = clauses(parse(text, language=language), language=language)
    assert [c.lead for c in found] == LEADS[code]
    closed = f"{TITLES[code]}{'。' if code == 'zh' else '.'}\n\n{RESOLUTIONS[code]}"
    assert clauses(parse(closed, language=language), language=language) == ()


# ruff: noqa: E501  (one language a line is easier to read)
OPENINGS = {
    "en": "Further *requests* the Office|Also *decides* to stay|*Encourages* further steps|Once again *calls* upon all|"
    "Having also *considered* it|In this regard, *urges* all|*Requests* also that|*Relying* on it|*Noting* with care|"
    "Strongly and unequivocally *condemns* it|Most strongly *condemns* it|Gravely *alarmed* by it",
    "fr": "*Décide* également de|*Demande* en outre au|*Se félicite* également de|Ayant également *examiné* la|"
    "*Engage* vivement les|Profondément *préoccupée* par|En outre, *demande* au|*S’engage* à|*Exhorte* de nouveau les",
    "es": "*Decide* también que|*Pide* además al|*Insta* encarecidamente a|*Se congratula* de|Habiendo *examinado* el|"
    "Asimismo, *decide* que|*Reafirma* una vez más su|Profundamente *preocupada* por",
    "ru": "также *постановляет* собраться|*постановляет* также собраться|настоятельно *призывает* всех|"
    "с глубокой озабоченностью *отмечая* это|будучи глубоко *встревожена* этим|кроме того, *просит* их|"
    "самым решительным образом *осуждает* это|*постановило* собраться|строго *осуждает* это",
    "zh": "还*决定*继续|又*请*秘书长|再次*呼吁*各国|强烈*敦促*各方|满意地*注意到*报告|并*吁请*各方|深为*关切*此事|*铭记*教训",
    "ar": "*يقرر* كذلك أن|وإذ *تشير* إلى|*تطلب* أيضا إلى|كما *يحث* على|*تدين* بشدة كل|وقد *نظرت* في|*تهيب* مرة أخرى بالدول",
}
"""What clauses open with, the lead verb between stars."""


@pytest.mark.parametrize("code", OPENINGS)
def test_the_lead_of_a_clause_is_its_verb(code: str) -> None:
    language = languages.get(code)
    for marked in OPENINGS[code].split("|"):
        _, lead, rest = marked.split("*")
        found, opening = lead_verb(marked.replace("*", ""), language=language)
        assert found == lead, marked
        assert opening.find(lead) >= 0 and marked.replace("*", "").startswith(opening), marked
        assert rest  # what follows is no part of the verb


@pytest.mark.parametrize(
    ("code", "text", "opening"),
    [
        ("en", "Once again calls upon", "Once again calls"),
        ("en", "Encourages further steps", "Encourages further"),
        ("fr", "Demande en outre au", "Demande en outre"),
        ("ru", "кроме того, просит их", "кроме того, просит"),
        ("zh", "满意地注意到报告", "满意地注意到"),
        ("ar", "يقرر كذلك أن", "يقرر كذلك"),
    ],
)
def test_adverbs_are_kept_beside_the_verb(code: str, text: str, opening: str) -> None:
    assert lead_verb(text, language=languages.get(code))[1] == opening


def test_a_recital_commits_to_nothing_whatever_its_words() -> None:
    language = languages.get("en")
    text = RESOLUTIONS["en"].replace("Keen to act,", "We will act and shall report by 2030,")
    statement = Statement(
        meta=Metadata(ref="x", id="x", language="en"), paragraphs=parse(text, language=language)
    )
    kinds = {name: found[0].kind for name, found in marks(statement, load_rules()).items()}
    bound = {MarkKind.COMMITMENT, MarkKind.CALL, MarkKind.PROCESS}
    assert not {kinds["p2.1"], kinds["p3.1"]} & bound
    assert kinds["p5.1"] in bound


@pytest.mark.parametrize(
    "text",
    [
        "We met in Harbour Town.\n\nWe agreed,\n\n1. We will report.\n",
        "We agreed:\n\n1. We will report.\n\n2. We will meet.\n",
        "The Conference,\n\n2. Decides to meet.\n",
        "Recalling this,\n\nNoting that,\n\nwe will meet.\n",
    ],
)
def test_what_is_no_resolution_has_no_clauses(text: str) -> None:
    language = languages.get("en")
    found = clauses(parse(text, language=language), language=language)
    assert not [clause for clause in found if clause.role is ClauseRole.PREAMBULAR]


@pytest.mark.parametrize("code", RESOLUTIONS)
def test_a_comparison_names_the_clauses_of_both_texts(code: str) -> None:
    later = RESOLUTIONS[code].replace("2. ", "3. ")
    found = compare_texts(RESOLUTIONS[code], later, language=code).clauses
    for side in (found.before, found.after):
        assert [c.role for c in side][:3] == [
            ClauseRole.SPEAKER,
            ClauseRole.PREAMBULAR,
            ClauseRole.PREAMBULAR,
        ]
        assert [c.sentences for c in side][-1] == ("p5.1",)


def test_places_name_the_clause_and_the_data_hold_it() -> None:
    after = RESOLUTIONS["en"].replace("Decides to meet again", "Recommends meeting again soon")
    comparison = compare_texts(RESOLUTIONS["en"], after, language="en")
    row = next(row for row in rows(comparison) if row.number)
    assert (row.before_place, row.after_place) == (
        "¶5 (operative 2, Decides)",
        "¶5 (operative 2, Recommends)",
    )
    data = json.loads(render(comparison))
    last = data["clauses"]["after"][-1]
    assert (last["role"], last["number"], last["lead"]) == ("operative", "2.", "Recommends")
    assert last["sentences"] == ["p5.1"]


def test_a_statement_has_no_clauses_and_plain_places() -> None:
    comparison = compare_texts("We met.\n\nWe agree.\n", "We met.\n\nWe all agree.\n", language="en")
    assert comparison.clauses.before == comparison.clauses.after == ()
    assert rows(comparison)[1].after_place == "¶2"


def test_showing_a_resolution_names_its_clauses(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(RESOLUTIONS["en"], "utf-8")
    shown = p5diff("show", str(path))
    assert "§ preambular, Deeply alarmed" in shown.stdout and "§ operative 1, Requests" in shown.stdout
    data = json.loads(p5diff("show", str(path), "--format", "json").stdout)
    assert [c["role"] for c in data["clauses"]] == ["speaker", *["preambular"] * 2, *["operative"] * 2]
