"""Who hands a text over: somebody who reads it out, a letter or a message that closes behind it."""
# ruff: noqa: E501  (tables of sentences are easier to read unbroken)

from __future__ import annotations

import pytest

from p5diff import ingest
from p5diff import language as languages
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from tests.ingest.stories import STORIES


def signs(code: str, *texts: str) -> PageSigns:
    return PageSigns([UnwrappedParagraph(text=text) for text in texts], [], languages.get(code))


def read(code: str, *texts: str) -> tuple[list[str], bool]:
    """The paragraphs of a plain text, and whether a person is asked about it."""
    source = ingest.source("\n\n".join(texts).encode() + b"\n", name="a.txt", language=code)
    asked = any(note.slug == "carrier-doubtful" for note in source.notes)
    return [one.text(code) for one in source.paragraphs], asked


READ_OUT = {
    "en": ("Good morning. I have a joint statement of the four, which I will read in full.", "That concludes the joint statement. Your turn now.", "We meet to read this declaration."),
    "fr": ("Bonjour. Voici une déclaration commune des quatre, que je vais vous lire.", "Voilà pour la déclaration commune. Je vous écoute.", "Nous lisons cette déclaration."),
    "es": ("Buenos días. Tengo una declaración de los cuatro, que voy a leer íntegramente.", "Hasta aquí la declaración. Pasamos a lo demás.", "Leo esta declaración ante todos."),
    "ru": ("Доброе утро. У меня совместное заявление четырёх, которое я сейчас зачитаю: позвольте зачитать его.", "На этом заявление заканчивается. Перейдём к вопросам.", "Позвольте зачитать это заявление."),
    "zh": ("各位早上好，这里有四方的共同声明，我现在宣读。", "以上就是共同声明的全文。下面请提问。", "我宣读本声明。"),
    "ar": ("صباح الخير. لدي بيان مشترك للدول الأربع وسأقرأه عليكم.", "إلى هنا ينتهي البيان المشترك. تفضلوا بأسئلتكم.", "سأقرأ هذا البيان أمامكم."),
}  # fmt: skip
"""Who reads a statement out, the words behind it, and a statement that says of itself that it is read."""


@pytest.mark.parametrize("code", READ_OUT)
def test_who_reads_out_a_statement_of_others_is_no_part_of_it(code: str) -> None:
    opening, closing, itself = READ_OUT[code]
    text = STORIES[code].text
    page = signs(code, opening, *text, closing)
    assert page.lead[0] and page.end[-1]
    assert read(code, opening, *text, closing)[0] in (text, [opening, *text, closing])
    assert not signs(code, itself, *text).lead[0]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "The end of the war is near. We must prepare."),
        ("fr", "Fin de la guerre. Nous nous préparons."),
        ("es", "Fin de la guerra. Debemos prepararnos."),
        ("ru", "Конец войне близок. Мы готовимся."),
        ("zh", "会议到此结束。我们将再次会晤。"),
        ("ar", "انتهى الاجتماع في موعده. وسنجتمع مجددا."),
    ],
)
def test_a_sentence_of_an_end_that_names_no_text_ends_none(code: str, sentence: str) -> None:
    assert not signs(code, *STORIES[code].text, sentence).end[-1]


LETTERS = {
    "en": ("Dear colleagues:", "We are glad to share the joint statement of the four:", "Kind regards,", "If you have received this message in error, please delete it.", "We issue this declaration:"),
    "fr": ("Chers collègues :", "Nous vous adressons la déclaration commune des quatre :", "Bien cordialement,", "Si vous avez reçu ce message par erreur, merci de le détruire.", "Nous publions la présente déclaration :"),
    "es": ("Estimados compañeros:", "Os remitimos el comunicado conjunto de los cuatro:", "Un saludo,", "Si ha recibido este mensaje por error, le rogamos que lo elimine.", "Hacemos pública esta declaración:"),
    "ru": ("Уважаемые коллеги,", "Направляем вам совместное заявление четырёх:", "С уважением,", "Если вы получили это письмо по ошибке, просим удалить его.", "Мы публикуем настоящее заявление:"),
    "zh": ("尊敬的各位同事：", "我们谨此发来四方共同声明：", "此致敬礼", "如您误收，请立即删除并告知我们。", "我们发表本声明："),
    "ar": ("الزملاء الأعزاء،", "نرسل إليكم البيان المشترك للدول الأربع:", "مع أطيب التحيات،", "إذا وصلتك هذه بطريق الخطأ فيرجى حذفها.", "نصدر هذا البيان:"),
}  # fmt: skip
"""A greeting, a sentence that hands a text over, what closes, what stands below, and a text of its own."""


@pytest.mark.parametrize("code", LETTERS)
def test_a_message_hands_over_what_it_closes_behind(code: str) -> None:
    greeting, hands, closing, below, own = LETTERS[code]
    text = STORIES[code].text
    assert not signs(code, greeting, hands, *text, closing).running[0]
    assert signs(code, greeting, hands, *text, closing, "Ana Ruiz", below).lead[1]
    assert not signs(code, greeting, own, *text, closing).lead[1]
    assert not signs(code, greeting, hands, closing, "Ana Ruiz", *text)._hands_over(1, hands)
    assert read(code, greeting, hands, *text, closing, "Ana Ruiz", below)[0] == text


LETTER = "I have the honour to transmit to you the following statement, made on behalf of the four States."
CLOSE = "Please accept, Excellency, the assurances of my highest consideration."


def test_a_letter_that_names_no_annex_holds_what_stands_before_its_close() -> None:
    text = STORIES["en"].text
    signed = ("(Signed) Ana Ruiz", "Permanent Representative")
    assert read("en", "Excellency,", LETTER, *text, CLOSE, *signed)[0] == text
    behind = read("en", "Excellency,", LETTER, CLOSE, *signed, *text)[0]
    assert [one for one in behind if one in text] == text


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "It was earlier reported that the talks had been put off."),
        ("fr", "On apprenait plus tôt que les pourparlers étaient reportés."),
        ("es", "Anteriormente se informó del aplazamiento de las conversaciones."),
        ("ru", "Ранее сообщалось, что переговоры отложены."),
        ("zh", "此前有报道称会谈已经推迟。"),
        ("ar", "وكانت المحادثات قد تعثرت مرتين."),
    ],
)
def test_what_was_reported_before_is_a_report(code: str, sentence: str) -> None:
    assert signs(code, sentence).voices.reporting[0]
