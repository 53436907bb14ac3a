"""The signs of the places at which a statement inside a page begins and ends."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.carrier.cut import opened
from p5diff.ingest.layout.carrier.edges import begin_signs, begins, end_signs, ends
from p5diff.ingest.layout.carrier.signs import PageSigns, points
from p5diff.ingest.layout.carrier.words import words_of
from p5diff.ingest.layout.unwrap import UnwrappedParagraph

LEAD = "The ministers of the four States issued the following joint statement after their meeting in Porto:"
TEXT = [
    "The four met in Porto on 6 and 7 March 2031 to review the progress that was made since the spring.",
    "They reaffirmed their support for the Compact and for its full implementation in all harbours.",
    "They agreed to meet again in Quito before the end of the year, and to report to their parliaments.",
]


def page(*texts: str) -> PageSigns:
    return PageSigns([UnwrappedParagraph(text) for text in texts], [], languages.get("en"))


@pytest.mark.parametrize(("lines", "near"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_sentence_leads_to_a_text_past_its_title_and_date_and_no_farther(lines: int, near: bool) -> None:
    between = ["Joint statement", "Porto", "7 March 2031"][:lines]
    signs = begin_signs(page(LEAD, *between, *TEXT), 1 + lines)
    assert ("lead" in signs, "colon" in signs) == (near, near)


def test_a_statement_begins_nowhere_behind_its_last_running_paragraph() -> None:
    whole = page(LEAD, *TEXT, "Press office", "Porto")
    assert max(begins(whole)) == len(TEXT)
    assert begins(whole)[0] == 0


def test_a_statement_ends_behind_a_running_paragraph_of_its_own_or_with_the_source() -> None:
    whole = page(LEAD, *TEXT, "Press office", "Porto")
    assert ends(whole, 1) == [2, 3, 4, 5, 6]
    assert "last_running" in end_signs(whole, 1, 4)
    assert "last_running" not in end_signs(whole, 1, 3)
    assert "whole" in end_signs(whole, 1, 6) and "at_running" not in end_signs(whole, 1, 6)
    assert end_signs(whole, 1, 3)["at_running"] == 1.0


@pytest.mark.parametrize(
    ("line", "is_page_s"), [("A/RES/94/211", False), ("NPT/CONF.2031/PC.I/12", False), ("№ 214-05", True)]
)
def test_the_symbol_of_a_document_is_no_number_of_a_page(line: str, is_page_s: bool) -> None:
    assert ("at_page" in begin_signs(page(line, *TEXT), 0)) is is_page_s


OPENINGS = ("Harbour", "Harbour", "Pilots", "Vessels", "Pilots", "Lanterns", "Harbour", "Vessels")


def test_paragraphs_of_a_kind_are_those_that_open_with_a_word_of_another() -> None:
    """Each paragraph opens with a word of its own list; a line of the page stands among them."""
    texts = [f"{word} at sea were all counted by the wardens of the northern piers." for word in OPENINGS]
    found = page(*texts[:3], "Share", *texts[3:])
    openings = [*OPENINGS[:3], "", *OPENINGS[3:]]
    count = len(openings)

    def alike(one: int, other: range) -> bool:
        return bool(openings[one]) and any(openings[i] == openings[one] for i in other if i != one)

    for begin in range(count):
        first = next((i for i in range(begin, count) if openings[i]), count)
        for place in range(begin + 1, count + 1):
            others = range(begin, place)
            assert [found.openings.between(i, others) for i in range(count)] == [
                alike(i, others) for i in range(count)
            ]
            assert found.openings.inside(begin, place) == sum(
                alike(i, others) for i in range(first + 1, place)
            )


LEADS = (
    ("en", "Following is the Chancellor’s message for the fiftieth anniversary of the Four Lakes:"),
    ("fr", "À l’issue de la réunion, les huit ont adopté l’engagement ci-après."),
    ("es", "El portavoz leyó a continuación el mensaje de la Presidenta:"),
    ("ru", "Ниже публикуется послание председателя Союза:"),
    ("zh", "以下是主席的致辞："),
    ("ar", "وفيما يلي رسالة الرئيسة إلى المؤتمر:"),
)
NO_LEADS = (
    ("en", "They sent a message to all the harbours:"),
    ("en", "The committee shall do the following:"),
    ("fr", "Les huit rappellent leur engagement :"),
    ("es", "El mensaje fue recibido por las autoridades."),
    ("ru", "Стороны обязуются сделать следующее:"),
    ("zh", "各方应采取以下措施："),
    ("ar", "تتخذ الأطراف التدابير التالية:"),
)


@pytest.mark.parametrize(("code", "sentence"), LEADS)
def test_a_message_or_a_resolution_is_pointed_to_as_a_statement_is(code: str, sentence: str) -> None:
    assert points(sentence, words_of(languages.get(code)), with_noun=False)


@pytest.mark.parametrize(("code", "sentence"), NO_LEADS)
def test_what_only_names_a_message_or_only_points_leads_to_no_text(code: str, sentence: str) -> None:
    assert not points(sentence, words_of(languages.get(code)), with_noun=False)


LAST = (
    ("en", "They will meet again in Quito. (END)", 1),
    ("fr", "Ils se réuniront de nouveau à Quito. (Fin)", 1),
    ("es", "Se reunirán de nuevo en Quito. (Fin del texto)", 1),
    ("ru", "Они встретятся вновь в Кито. (Конец)", 1),
    ("zh", "各方将在基多再次举行会晤。（完）", 1),
    ("ar", "وسيجتمعون مجددا في كيتو. (انتهى)", 1),
    ("en", "They will meet again in Quito. (See annex.)", 0),
    ("en", "They agreed on the end (END)", 0),
    ("zh", "各方将在基多再次举行会晤。（附件）", 0),
)


@pytest.mark.parametrize(("code", "text", "marks"), LAST)
def test_a_mark_of_the_end_behind_the_last_sentence_is_a_line_by_itself(
    code: str, text: str, marks: int
) -> None:
    """The sentence before it stays in the text, word for word."""
    found = opened([UnwrappedParagraph(text), UnwrappedParagraph("x")], [], languages.get(code))
    assert len(found.pieces) == 2 + marks
    sentence = text.rpartition("(" if "(" in text else "（")[0].rstrip() if marks else text
    assert found.pieces[0].text == sentence


def test_what_was_set_aside_behind_a_mark_of_the_end_keeps_its_place() -> None:
    quotes = "The four said in a statement: “They met in Porto."
    texts = [quotes, "They will meet again.” (END)", "Share"]
    found = opened([UnwrappedParagraph(text) for text in texts], [], languages.get("en"))
    assert [piece.text for piece in found.pieces] == [
        "The four said in a statement:", "“They met in Porto.", "They will meet again.”", "(END)", "Share",
    ]  # fmt: skip


@pytest.mark.parametrize("between", [[], ["[Original: Russian]"], ["(Original: Russian)", "[8 June 2034]"]])
def test_a_text_begins_behind_the_line_of_its_annex_and_what_stands_in_brackets_below(
    between: list[str],
) -> None:
    sent = "I have the honour to transmit the statement of the four States, and ask that it be circulated."
    annex = (
        "Annex to the letter dated 9 June 2034 from the Permanent Representative of the Republic of Velmia "
        "to the Union of the Northern Harbours addressed to the President"
    )
    signs = begin_signs(page(sent, annex, *between, "Statement of the four States", *TEXT), 2 + len(between))
    assert signs["before_annex"] == 1.0
