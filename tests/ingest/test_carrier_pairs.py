"""Both edges of a statement are chosen together, and what tells them together is read in six languages."""

from __future__ import annotations

import pytest

from p5diff import ingest
from p5diff import language as languages
from p5diff.ingest.layout.carrier.edges import begin_signs, begins, end_signs, judged, spans
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.carrier.words import words_of
from p5diff.ingest.layout.places import Taken
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.model.setaside import SetAside, SetAsideReason
from tests.ingest.stories import STORIES, page

CODES = ("en", "fr", "es", "ru", "zh", "ar")


def signs(code: str, *texts: str | UnwrappedParagraph) -> PageSigns:
    pieces = [UnwrappedParagraph(text) if isinstance(text, str) else text for text in texts]
    return PageSigns(pieces, [], languages.get(code))


def read(code: str, body: str) -> list[str]:
    source = ingest.source(page(code, body).encode(), name="a.html")
    return [one.text(source.language) for one in source.paragraphs]


def paragraphs(texts: list[str], style: str = "{}") -> str:
    return "".join(f"<p>{style.format(text)}</p>" for text in texts)


@pytest.mark.parametrize("code", CODES)
def test_the_shares_of_all_pairs_sum_to_one(code: str) -> None:
    text = STORIES[code].text
    found = signs(code, "Lund", *text, "Tel. 555 01 23")
    shares = spans(found)
    assert sum(shares.values()) == pytest.approx(1)
    assert {begin for begin, _ in shares} == set(begins(found))
    assert all(begin < end for begin, end in shares)


@pytest.mark.parametrize("code", CODES)
def test_an_end_tells_for_its_beginning(code: str) -> None:
    """Beginnings that tell nothing: where a quotation closes its mark says where it opened."""
    first, *middle, last = STORIES[code].text
    lead = STORIES[code].text[0]
    found = signs(code, lead, lead, f"“{first}", *middle, f"{last}”", lead)
    span = judged(found, {"whole": -9.0}, {"closes": 9.0}).span
    assert span is not None
    assert (span.start, span.end) == (2, 2 + len(STORIES[code].text))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("more", "cut"), [(0, True), (2, False)])
def test_a_text_that_begins_its_web_page_never_ends_before_the_half_of_it(
    code: str, more: int, cut: bool
) -> None:
    """Nothing above it says that more was to come: a line of the page amid the text ends nothing."""
    text = STORIES[code].text
    pieces = [UnwrappedParagraph(one) for one in (*text, "Tel. 555 01 23", *(text * more))]
    menu = SetAside(text="Home", reason=SetAsideReason.NAVIGATION, place="beginning")
    found = PageSigns(pieces, [Taken(0, menu)], languages.get(code))
    span = judged(found, {"running_before": -9.0}, {"at_tail": 9.0, "whole": -9.0}).span
    assert (span is not None and (span.start, span.end) == (0, len(text))) is cut


SAID = {
    "en": "The spokesman said:", "fr": "Le porte-parole a dit :", "es": "El portavoz dijo:",
    "ru": "Представитель МИД сказал:", "zh": "发言人表示：", "ar": "وقال المتحدث:",
}  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_a_short_line_that_says_who_spoke_is_a_sentence(code: str) -> None:
    text = STORIES[code].text
    found = signs(code, SAID[code], *text)
    assert found.running[0] and found.voices.reporting[0]
    assert "colon_reported" in begin_signs(found, 1)
    label = {"zh": "背景："}.get(code, "Lund:")
    assert not signs(code, label, *text).running[0]


FOLLOWS = {
    "fr": "L’ambassade a reçu de la capitale la déclaration suivante et la porte à la connaissance de tous.",
    "es": "La embajada recibió de la capital la declaración siguiente y la da a conocer a los medios.",
    "ar": "تلقت السفارة من العاصمة البيان الآتي وتود إطلاع وسائل الإعلام عليه.",
}


@pytest.mark.parametrize("code", FOLLOWS)
def test_following_may_stand_behind_what_it_names(code: str) -> None:
    """English, Russian and Chinese put it before the noun, where it was read already."""
    assert signs(code, FOLLOWS[code], *STORIES[code].text).lead[0]


NOTICES = {
    "en": "This message and its attachments are confidential and meant for the addressee alone.",
    "fr": "Ce message et ses pièces jointes sont confidentiels.",
    "es": "Este mensaje y sus adjuntos son confidenciales.",
    "ru": "Это сообщение и вложения к нему являются конфиденциальными.",
    "zh": "本邮件及其附件内容保密，仅供收件人使用。",
    "ar": "هذه الرسالة ومرفقاتها سرية وموجهة إلى المرسل إليه وحده.",
}


@pytest.mark.parametrize("code", CODES)
def test_a_notice_of_secrecy_speaks_to_the_reader(code: str) -> None:
    text = STORIES[code].text
    found = signs(code, *text, NOTICES[code])
    assert found.reader[len(text)] and not any(found.reader[: len(text)])


@pytest.mark.parametrize("verb", ["وأكد", "وأدان", "ودعا", "وقرروا", "وشدد", "وطالبت"])
def test_arabic_communiques_bind_in_the_past(verb: str) -> None:
    assert words_of(languages.get("ar")).acts.search(f"{verb} الوزراء ذلك")


TALKS = "The talks had gone on for two long days and a night."


def test_a_setting_that_comes_back_ends_the_text() -> None:
    settings = ["a", "b", "b", "a"]
    pieces = [
        UnwrappedParagraph(text, setting=setting)
        for text, setting in zip([TALKS, *STORIES["en"].text[:2], TALKS], settings,
                                 strict=True)
    ]  # fmt: skip
    assert "set_back" in end_signs(signs("en", *pieces), 1, 3)
    other = [*pieces[:3], pieces[3]._replace(setting="c")]
    assert "set_back" not in end_signs(signs("en", *other), 1, 3)


@pytest.mark.parametrize("code", CODES)
def test_a_heading_that_names_the_text_below_sentences_is_told(code: str) -> None:
    text = STORIES[code].text
    heading = UnwrappedParagraph(STORIES[code].named, level=2)
    found = signs(code, text[0], heading, *text[1:])
    if found.noun[1]:
        assert "headed" in begin_signs(found, 1) and "headed" in begin_signs(found, 2)
    assert "headed" not in begin_signs(signs(code, heading, *text), 1)


CHAPEAUX = {
    "en": ("Final communiqué", "The Heads of State, meeting in Lund, adopted the following communiqué:"),
    "fr": ("Communiqué final", "Les chefs d’État, réunis à Lund, ont adopté le communiqué suivant :"),
    "es": ("Comunicado final", "Los Jefes de Estado, reunidos en Lund, adoptaron el siguiente comunicado:"),
    "ru": ("Итоговое заявление", "Главы государств, собравшись в Лунде, приняли следующее заявление:"),
    "zh": ("最后声明", "各国元首在隆德举行会议，通过以下声明："),
    "ar": ("البيان الختامي", "اجتمع رؤساء الدول في لوند وأصدروا البيان التالي:"),
}


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_that_opens_a_numbered_text_is_not_cut(code: str) -> None:
    """Where nothing else tells of a page, the sentence before the numbers may be the text's own."""
    title, lead = CHAPEAUX[code]
    text = [f"{number}. {one}" for number, one in enumerate(STORIES[code].text, 1)]
    assert [one for one in read(code, f"<h1>{title}</h1>" + paragraphs([lead, *text])) if one == lead]


@pytest.mark.parametrize("code", CODES)
def test_lines_above_the_first_sentence_are_no_doubt_about_a_page(code: str) -> None:
    """A stamp and links around a text that is all there is: nothing but they is taken off."""
    text = STORIES[code].text
    body = (
        f"<nav><a href='/'>Lund</a></nav><h1>{STORIES[code].title}</h1><div>16.03.2033 11:40</div>"
        + paragraphs(text)
    )
    source = ingest.source(page(code, body).encode(), name="a.html")
    assert [one for one in (p.text(source.language) for p in source.paragraphs) if one in text] == text
    assert not [note for note in source.notes if note.slug == "carrier-doubtful"]
