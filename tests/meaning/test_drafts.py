"""Drafts: brackets, options and blanks are events of their own, and nothing in brackets is claimed."""

from __future__ import annotations

import re

import pytest

from p5diff import compare, compare_texts
from p5diff import language as languages
from p5diff.meaning.sentence.brackets import brackets, groups, is_open
from p5diff.model.comparison import DRAFTING, Change, Verdict
from p5diff.model.statement import Metadata, Statement
from p5diff.text.stored import parse


def _statement(text: str, code: str) -> Statement:
    meta = Metadata(ref="x", id="x", language=code)
    return Statement(meta=meta, paragraphs=parse(text + "\n", language=languages.get(code)))


def _change(before: str, after: str, code: str) -> Change:
    (change,) = compare(_statement(before, code), _statement(after, code)).changes
    return change


_TOLD = """
en | Decides that [each Party shall report on its lamps];
   | Decides that each Party shall report on its lamps;
   | brackets lifted
en | [Decides][Requests] that each Party [shall][should] count its lamps;
   | Requests that each Party should count its lamps;
   | option chosen, option chosen
en | Each Party [shall] / [should] count its lamps.
   | Each Party shall count its lamps.
   | option chosen
en | Each Party shall count its lamps every year.
   | Each Party [shall] count its lamps every year.
   | brackets added
en | Each Party shall count its lamps every year.
   | Each Party [shall][should] count its lamps every year.
   | option added
fr | Chaque Partie [doit/devrait] compter ses lampes.
   | Chaque Partie devrait compter ses lampes.
   | option chosen
en | Each Party shall pay [1/3] of the cost.
   | Each Party shall pay 1/3 of the cost.
   | brackets lifted
en | Alt. 1. The Parties shall light the pier.
   | The Parties shall light the pier.
   | option chosen
en | Option 1: Calls upon the Parties to light the pier;
   | Calls upon the Parties to light the pier;
   | option chosen
en | Calls upon the Parties to light the pier;
   | Alt. 2: Calls upon the Parties to light the pier;
   | option added
en | The fund holds [ ] million for lamps and piers.
   | The fund holds five million for lamps and piers.
   | blank filled
en | The fund holds ____ million for lamps and piers.
   | The fund holds five million for lamps and piers.
   | blank filled
en | The Parties shall [without delay] light every pier of the coast.
   | The Parties shall light every pier of the coast.
   | bracketed words dropped
fr | Chaque Partie [doit][devrait] compter ses lampes.
   | Chaque Partie devrait compter ses lampes.
   | option chosen
fr | Option 1 : Prie les Parties d’allumer le quai ;
   | Prie les Parties d’allumer le quai ;
   | option chosen
es | Cada Parte [debe][debería] contar sus lámparas.
   | Cada Parte debería contar sus lámparas.
   | option chosen
ru | Каждая Сторона [должна][может] считать лампы.
   | Каждая Сторона может считать лампы.
   | option chosen
ru | Вариант 1: Призывает Стороны зажечь маяк;
   | Призывает Стороны зажечь маяк;
   | option chosen
zh | 各方［必须］［应］清点灯具并提交报告。
   | 各方应清点灯具并提交报告。
   | option chosen
zh | 各方[须][宜]清点灯具并提交报告。
   | 各方须清点灯具并提交报告。
   | option chosen
ar | [يجب][ينبغي] أن تعد الأطراف مصابيحها.
   | ينبغي أن تعد الأطراف مصابيحها.
   | option chosen
"""
EVENTS = [
    (code, before, after, [Verdict(word) for word in told.split(", ")])
    for code, before, after, told in re.findall(r"^(..) \| (.*)\n   \| (.*)\n   \| (.*)$", _TOLD, re.M)
]


@pytest.mark.parametrize(("code", "before", "after", "wanted"), EVENTS)
def test_what_becomes_of_drafting_marks_is_told(
    code: str, before: str, after: str, wanted: list[Verdict]
) -> None:
    change = _change(before, after, code)
    assert [shift.verdict for shift in change.shifts] == wanted
    assert all(shift.aspect == "draft" and shift.evidence for shift in change.shifts)


@pytest.mark.parametrize(("code", "before", "after", "wanted"), EVENTS)
def test_every_event_quotes_what_stands_in_its_text(
    code: str, before: str, after: str, wanted: list[Verdict]
) -> None:
    for shift in _change(before, after, code).shifts:
        for item in shift.evidence:
            text = before if item.side.value == "before" else after
            assert item.text in text


@pytest.mark.parametrize(
    "text", ["He said [sic] so.[3]", "The States […] Parties agreed.", "The States [...] Parties agreed."]
)
def test_notes_and_words_left_out_are_no_drafting_marks(text: str) -> None:
    assert not brackets(text)
    other = text.replace("said", "told").replace("agreed", "decided")
    assert not [s for s in _change(text, other, "en").shifts if s.verdict in DRAFTING]


def test_nothing_in_open_brackets_is_a_commitment_or_a_shift_of_strength() -> None:
    before = "Each Party [shall][should] count its lamps every year."
    after = "Each Party [shall][may] count its lamps every year."
    change = _change(before, after, "en")
    assert {shift.aspect for shift in change.shifts} == {"draft"}
    whole = _change("[The Parties shall report on lamps.]", "[The Parties shall report on piers.]", "en")
    assert not whole.marks


def test_an_agreed_change_beside_brackets_is_still_judged() -> None:
    change = _change(
        "The Parties shall report on lamps [and piers] every year.",
        "The Parties may report on lamps [and piers] every year.",
        "en",
    )
    assert [(s.aspect, s.verdict) for s in change.shifts] == [("strength", Verdict.WEAKER)]


def test_options_stand_next_to_each_other_and_nested_brackets_are_open_too() -> None:
    assert [[b.words for b in g] for g in groups("a [b][c] d [e] / [f] g [h]")] == [
        ["b", "c"],
        ["e", "f"],
        ["h"],
    ]
    text = "a [b [c] d] e"
    assert [is_open(text, text.index(c), text.index(c) + 1) for c in "abcde"] == [
        False,
        True,
        True,
        True,
        False,
    ]


_BARELY = """
en | [The Guild shall adopt rules and procedures for this lamp at its first meeting.]
   | The Guild of all ports shall adopt clear rules and procedures for this lamp at its first meeting.
   | brackets lifted
en | In the light of the best charts [and thrift], the Guild shall build a lamp.
   | In the light of thrift and the best charts, the Guild shall build a lamp.
   | brackets lifted
en | The lists shall be kept [in an open register held by the clerk][in Annex [X] to this Pact].
   | The lists shall be kept in a free register held by the clerk.
   | brackets lifted
fr | Les plaintes sont reçues à [INSERER ADRESSE DU PORT].
   | Les plaintes seront reçues à [INSÉRER UNE ADRESSE DU PORT].
   |
zh | 可以致信[在此输入地址]，向港口举报不当行为。
   | 可以致电［在此输入联系地址］，向港口举报不当行为。
   |
en | The Guild shall see to the wrecks named in Article XX, and pay for the boats of the coast.
   | The Guild shall pay for the boats of the coast.
   |
"""
HALF = [
    (code, before, after, [Verdict(word) for word in told.split(", ") if word])
    for code, before, after, told in re.findall(r"^(..) \| (.*)\n   \| (.*)\n   \| ?(.*)$", _BARELY, re.M)
]


@pytest.mark.parametrize(("code", "before", "after", "wanted"), HALF)
def test_what_stayed_with_changes_is_not_called_dropped_nor_what_went_filled(
    code: str, before: str, after: str, wanted: list[Verdict]
) -> None:
    told = [shift.verdict for shift in _change(before, after, code).shifts if shift.aspect == "draft"]
    assert told == wanted


def test_what_became_of_a_few_brackets_is_told_and_of_a_row_of_hundreds_nothing() -> None:
    for number, told in ((3, 3), (300, 0)):
        open_ = " and ".join(f"[word{n} more{n}]" for n in range(number))
        kept = "agree on the fees, the hours and the signals of all ports on the coast of the inner sea"
        done = compare_texts(f"The States {open_} {kept}.", f"The States {kept}.", language="en")
        (change,) = done.changes
        assert len([s for s in change.shifts if s.aspect == "draft"]) == told
