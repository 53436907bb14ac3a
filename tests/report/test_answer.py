"""The first sentence: what it counts, and that what it quotes stands in the texts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Comparison
from p5diff.report.answer import names
from p5diff.report.bidi import QUOTED, parts
from p5diff.report.brief import brief
from p5diff.report.cut import cells, end, short, telling
from p5diff.report.excerpt import pieces
from p5diff.report.phrasebook import LANGUAGES, phrases
from p5diff.report.rank import named
from p5diff.report.wording import said
from p5diff.workflows.compare import compare, compare_statements
from tests.meaning.texts import statement

OWN = {
    "en": (
        ["They will publish the register of their stocks.", "They agreed to adopt a code for the ships."],
        ["They agreed to consider a code for the ships.", "They pledge to close three pits by 2040."],
    ),
    "fr": (
        [
            "Ils s’engagent à publier le registre de leurs stocks.",
            "Ils saluent les pourparlers.",
        ],
        ["Ils saluent les pourparlers.", "Ils s’engagent à fermer trois puits avant 2040."],
    ),
    "zh": (
        ["各方承诺公布库存登记册。", "各方欢迎在山谷举行的会谈。"],
        ["各方欢迎在山谷举行的会谈。", "各方承诺在2040年前关闭三座矿井。"],
    ),
    "ar": (
        ["تتعهد الأطراف بنشر سجل مخزوناتها.", "ترحب الأطراف بالمحادثات في الوادي."],
        ["ترحب الأطراف بالمحادثات في الوادي.", "تتعهد الأطراف بإغلاق ثلاثة مناجم قبل عام 2040."],
    ),
    "ru": (
        ["Стороны обязуются опубликовать реестр запасов.", "Стороны приветствуют переговоры в долине."],
        ["Стороны приветствуют переговоры в долине.", "Стороны обязуются закрыть три шахты к 2040 году."],
    ),
    "es": (
        ["Se comprometen a publicar el registro de sus reservas.", "Acogen con agrado las conversaciones."],
        ["Acogen con agrado las conversaciones.", "Se comprometen a cerrar tres minas antes de 2040."],
    ),
}


def own(language: str) -> Comparison:
    before, after = OWN[language]
    return compare_statements(
        statement(*[[s] for s in before], language=language),
        statement(*[[s] for s in after], language=language),
    )


def quoted(answer: str) -> list[str]:
    """All pieces between quotation marks, parted where words are left out."""
    return [
        piece.strip()
        for quote in QUOTED.findall(answer)
        for piece in parts(quote)[1].split("…")
        if piece.strip()
    ]


def text_of(comparison: Comparison) -> str:
    sentences = [s.text for c in comparison.changes for s in (*c.pair.before, *c.pair.after)]
    joined = [c.pair.before_text("en") + "\n" + c.pair.after_text("en") for c in comparison.changes]
    return " ".join("\n".join([*sentences, *joined]).split())


@pytest.mark.parametrize("language", OWN)
def test_every_quoted_word_stands_in_the_texts(language: str) -> None:
    comparison = own(language)
    found = brief(comparison).answer
    assert quoted(found), found
    whole = text_of(comparison)
    assert all(piece in whole for piece in quoted(found)), found


@pytest.mark.parametrize(("one", "two"), [("paris-2011", "washington-2012"), ("london-2009", "paris-2011")])
def test_every_word_quoted_of_the_bundled_statements_stands_in_them(one: str, two: str) -> None:
    comparison = compare(one, two)
    whole = text_of(comparison)
    assert all(piece in whole for piece in quoted(brief(comparison).answer))


def test_a_subject_that_denies_is_never_cut_off() -> None:
    """A quotation that began at the verb would promise what the text refuses."""
    long = "None of the parties, whose delegations met in the old harbour and in the mountains of the north, "
    comparison = compare_statements(
        statement(["They value the talks."]),
        statement(["They value the talks."], [long + "will ever transfer such devices to others."]),
    )
    answer = brief(comparison).answer
    assert "“None of the parties" in answer or "“" not in answer


def test_a_verdict_is_shown_by_the_words_it_rests_on() -> None:
    assert "weakens one (“agreed to” → “agreed to consider”)" in brief(own("en")).answer


def test_a_changed_figure_is_told() -> None:
    before, after = (
        statement([f"They will destroy {n} launchers of the older type in the northern district."])
        for n in (40, 25)
    )
    assert "40 launchers → 25 launchers" in brief(compare_statements(before, after)).answer


def test_the_sentence_stays_a_sentence() -> None:
    """Two quotations at most, each shorter than two lines, however much changed."""
    before = [f"They agreed to adopt measure {n} on the river {'and its delta ' * 9}." for n in range(30)]
    after = [f"They agreed to consider measure {n} on the river {'and its delta ' * 9}." for n in range(15)]
    after += [f"They pledge to open centre {n} {'for the seismic stations ' * 9}." for n in range(30)]
    after += [f"They urge all States to join accord {n} {'on the wells ' * 9}." for n in range(30)]
    made = compare_statements(statement(*[[s] for s in before]), statement(*[[s] for s in after]))
    assert cells(brief(made).answer) < 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_languages_show_the_same_words(language: str) -> None:
    comparison = own("fr")
    found = brief(comparison)
    told = said(found, phrases(language))
    assert set(quoted(told)) == set(quoted(found.answer)) != set()


@pytest.mark.parametrize(
    ("language", "plain", "nested"),
    [
        ("en", "“oui”", "“dit « oui »”"),
        ("fr", "«\u00a0oui\u00a0»", "“dit « oui »”"),
        ("ru", "«oui»", "“dit « oui »”"),
        ("es", "«oui»", "“dit « oui »”"),
        ("ar", "«oui»", "“dit « oui »”"),
        ("zh", "“oui”", "“dit « oui »”"),
    ],
)
def test_words_of_a_text_stand_in_the_marks_of_the_page(language: str, plain: str, nested: str) -> None:
    """In other ones where they hold such marks, so that nobody asks which closes which."""
    words = phrases(language)
    assert (words.quoted("oui"), words.quoted("dit « oui »")) == (plain, nested)
    assert words.requoted("+ “oui”, “no”") == f"+ {plain}, {plain.replace('oui', 'no')}"
    assert [parts(text)[1] for text in QUOTED.findall(f"1 ({plain})")] == ["oui"]


def test_names_of_the_texts_stand_in_front() -> None:
    comparison = own("en")
    first, second = names(comparison)
    assert brief(comparison).answer.startswith(f"Compared with {first}, {second} ")


@pytest.mark.parametrize("room", [30, 60, 120, 240])
def test_an_excerpt_shows_what_came_beside_what_went(room: int) -> None:
    old = "They will go on training the inspectors at a school near the lake " + "in the far hills " * 12
    new = "They will go on schooling all the observers in a camp near the lake " + "on the near coast " * 12
    comparison = compare_statements(statement([old + "."]), statement([new + "."]))
    (line,) = [line for section in brief(comparison).sections for line in section.lines]
    cut = pieces(line, room)
    assert {"delete", "insert"} <= {op for op, _ in cut}
    whole = {"delete": old, "insert": new, "keep": f"{old} {new}"}
    assert all(part.strip() in whole[op] for op, text in cut for part in text.split("…"))


@pytest.mark.parametrize(
    "text", ["one two three four five six seven", "一二三四五六七八九十一二三四五", "ثلاثة مناجم قبل العام"]
)
@pytest.mark.parametrize("room", [6, 10, 16])
def test_what_is_cut_fits_and_says_so(text: str, room: int) -> None:
    for cut in (short(text, room), telling(text, room, [])):
        assert cells(cut) <= room + 1 and ("…" in cut) == (cut != text)
        assert all(part.strip() in text for part in cut.split("…"))
    assert text.endswith(end(text, room))


def test_quotations_stand_apart_in_a_page() -> None:
    """Two quotations that run from right to left would turn round the arrow between them."""
    from p5diff.report.html.environment import quoting

    made = str(quoting("weakens one (“نعم” → “<b>”)"))
    assert made == 'weakens one (“<bdi dir="auto">نعم</bdi>” → “<bdi dir="auto">&lt;b&gt;</bdi>”)'


def test_a_day_without_a_year_is_told_as_a_day() -> None:
    before = statement(["They value the talks."])
    after = statement(["They value the talks."], ["They will meet in Berlin on 25 October."])
    dates = [e.value for e in brief(compare_statements(before, after)).ledger if e.category == "date"]
    assert dates == ["25 October"]


def test_a_verdict_on_words_that_came_or_went_says_which() -> None:
    plain = statement(["They will publish the register of their stocks."])
    hedged = statement(["They will publish the register of their stocks, as appropriate."])
    assert "+ “as appropriate”" in brief(compare_statements(plain, hedged)).answer
    assert "− “as appropriate”" in brief(compare_statements(hedged, plain)).answer


def test_two_counts_are_shown_and_no_more() -> None:
    before = ["They will publish the register.", "They agreed to adopt a code for the ships."]
    after = ["They agreed to consider a code for the ships.", "They pledge to close three pits."]
    after += ["They urge all States to join the accord on the wells."]
    made = compare_statements(statement(*[[s] for s in before]), statement(*[[s] for s in after]))
    found = brief(made).answer
    assert len(brief(made).points) > 2 and found.count(" (") == 2


def test_a_long_list_of_states_is_counted_and_not_named() -> None:
    few = "The parties are Chile, Ghana, Kenya, Nepal and Peru"
    many = f"{few}, Brazil, Canada, Denmark, Egypt, Finland, Greece, Hungary and India"
    answer = brief(compare_statements(statement([f"{few}."]), statement([f"{many}."]))).answer
    assert "names eight more States" in answer and "Brazil" not in answer


@pytest.mark.parametrize("room", [24, 40, 80])
def test_what_came_is_shown_even_where_what_went_is_long(room: int) -> None:
    old, new = "far over the dry northern hills " * 9, "down by many wet southern rivers " * 9
    comparison = compare_statements(
        statement(["They will go far to the harbour."]), statement(["They will go down to the harbour."])
    )
    (line,) = [line for section in brief(comparison).sections for line in section.lines]
    keep, gone, come, end = line.edits[0], *(e for e in line.edits if e.op.value != "keep"), line.edits[-1]
    edits = (keep, replace(gone, text=old), replace(come, text=new), end)
    assert {"delete", "insert"} <= {op for op, _ in pieces(replace(line, edits=edits), room)}


@pytest.mark.parametrize(
    "before, after, shown",
    [
        (
            "In view of the long drought, the Parties decided to keep the reservoirs of the valley open.",
            "Given the rains of the spring, the Parties agreed to share the reservoirs of the valley.",
            "“decided to keep” → “agreed to share”",
        ),
        (
            "Les Parties, soucieuses de la sécheresse, se sont engagées à fermer les digues du nord.",
            "Les Parties, heureuses des pluies, ont décidé de rouvrir les digues du nord.",
            "“",
        ),
    ],
)
def test_words_that_act_are_shown_where_they_became_others(before: str, after: str, shown: str) -> None:
    language = "fr" if before.startswith("Les") else "en"
    found = brief(
        compare_statements(statement([before], language=language), statement([after], language=language))
    )
    assert shown in found.answer, found.answer
    for words in quoted(found.answer):
        assert words in before or words in after


def test_quoted_words_do_not_begin_with_a_sign() -> None:
    before = statement(["They will close the pits, the kilns, the old mills and the brickworks by spring."])
    after = statement(["They will close the pits, and mend all bridges, roads, dams by spring."])
    answer = brief(compare_statements(before, after)).answer
    assert "→" in answer and not re.search("“[,;.،，]", answer), answer


STAYS = "The Parties will stand with the villages of the delta for as long as the flood lasts."
WORDED_TWICE = [
    "The Parties will stand with the villages of the delta.",
    "The Parties will dredge the old canal.",
    STAYS,
    *(f"They recall meeting number {n} of the league." for n in range(20, 30)),
]


def test_what_stands_in_other_words_is_not_quoted_as_dropped() -> None:
    """A promise that a longer one of the other text holds may be no loss: it comes last, and it is said
    so."""
    after = WORDED_TWICE[2:]
    comparison = compare_statements(statement(*[[s] for s in WORDED_TWICE]), statement(*[[s] for s in after]))
    told = named(comparison)
    gone = [n for n, c in enumerate(comparison.changes, 1) if c.pair.kind is PairKind.DROPPED]
    assert [told[n].elsewhere for n in gone] == [True, False]
    found = brief(comparison)
    assert found.answer.count("#1 perhaps in other words elsewhere") == 1
    assert "dredge the old canal" in found.answer and "stand with" not in found.answer
    assert found.points[0].elsewhere == (1,) and [item.number for item in found.points[0].items] == [2, 1]
    for language in LANGUAGES:
        canal = phrases(language).quoted("The Parties will dredge the old canal")
        assert canal in said(found, phrases(language))
        if language != "en":
            assert phrases(language).say("elsewhere", numbers="#1") in said(found, phrases(language))


def test_where_all_may_stand_elsewhere_none_is_quoted() -> None:
    before = [s for s in WORDED_TWICE if "canal" not in s]
    comparison = compare_statements(statement(*[[s] for s in before]), statement(*[[s] for s in before[1:]]))
    answer = brief(comparison).answer
    assert "drops one commitment (#1 perhaps in other words elsewhere)" in answer and "“" not in answer


def test_a_short_text_shares_words_by_chance() -> None:
    before, after = OWN["zh"]
    assert not any(told.elsewhere for told in named(own("zh")).values()), (before, after)


def test_a_short_excerpt_tells_the_change_that_says_most() -> None:
    """A figure and a clause behind, not the trifles in front of them."""
    old = "They also decided today to keep the gates of the valley open for ships, and expects the levels "
    new = "They decided now to keep the gates of the valley open for boats, and expects the levels "
    old, new = (
        f"{old}to be low at least through the autumn.",
        f"{new}to be low while rain stays under 40 litres.",
    )
    (line,) = [
        line
        for section in brief(compare_statements(statement([old]), statement([new]))).sections
        for line in section.lines
    ]
    told = "".join(text for _, text in pieces(line, 110))
    assert "under 40 litres" in told and "autumn" in told
    assert cells(told) < 170 and told.startswith("…")


def test_a_verdict_is_shown_by_its_own_words_and_not_by_a_figure_beside_them() -> None:
    """More money by a later day is weaker by the day: the sum must not stand behind "weakens"."""
    before = statement(["They will pay 20 million crowns into the fund by 2030."])
    after = statement(["They will pay 35 million crowns into the fund by 2035."])
    found = brief(compare_statements(before, after)).answer
    assert "weakens one commitment (“by 2030” → “by 2035”)" in found
