"""A statement inside a page: the carrier is set aside, whatever its language and form."""

from __future__ import annotations

# ruff: noqa: E501  (markup is easier to read unbroken)
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

import pytest

from p5diff import ingest
from p5diff.errors import InputError
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import CarrierChoice
from tests.cli.run import p5diff
from tests.ingest.published import Page
from tests.ingest.published import S as PUBLISHED


class Shape(NamedTuple):
    """A page as somebody publishes it (`file`), and the statement that it carries."""

    file: str
    page: str
    text: list[str]
    title: str = ""
    date: str = ""
    place: str = ""


EN = [
    "The four met in Porto on 6 and 7 March 2031 to review progress.",
    "They reaffirmed their support for the Compact and for its full implementation.",
    "They agreed to meet again in Quito.",
]
FR = [
    "Les quatre États se sont réunis à Porto les 6 et 7 mars 2031.",
    "Ils ont réaffirmé leur soutien au Pacte et à sa mise en œuvre intégrale.",
    "Ils sont convenus de se réunir de nouveau à Quito.",
]
ES = [
    "Los cuatro Estados se reunieron en Porto los días 6 y 7 de marzo de 2031.",
    "Reafirmaron su apoyo al Pacto y a su plena aplicación.",
    "Acordaron reunirse de nuevo en Quito.",
]
RU = [
    "Четыре государства провели встречу в Порту 6 и 7 марта 2031 года.",
    "Они подтвердили свою поддержку Пакта и его полного осуществления.",
    "Они договорились встретиться вновь в Кито.",
]
ZH = [
    "四国于2031年3月6日至7日在波尔图举行会议，审议进展情况。",
    "四国重申支持《契约》及其全面执行。",
    "四国同意在基多再次举行会议。",
]
AR = [
    "اجتمعت الدول الأربع في بورتو يومي 6 و7 آذار/مارس 2031 لاستعراض التقدم المحرز.",
    "وأكدت الدول مجددا دعمها للميثاق ولتنفيذه تنفيذا كاملا.",
    "واتفقت الدول على الاجتماع مرة أخرى في كيتو.",
]
TEXTS = {"en": EN, "fr": FR, "es": ES, "ru": RU, "zh": ZH, "ar": AR}


def _p(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _page(body: str, language: str, title: str = "News") -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><nav><a href=/>A</a></nav><main>{body}</main></body></html>"
    )


def _plain(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


SHAPES = {
    "fr ministry, guillemets at each paragraph": Shape(
        "a.html",
        _page(
            "<h1>Le Pacte en débat</h1><p>Publié le 8 mars 2031</p>"
            "<p>Les directeurs se sont retrouvés à Porto.</p>"
            "<p>À l’issue de la réunion, les quatre ont publié la déclaration suivante :</p>"
            f"<p>« {FR[0]}</p><p>« {FR[1]}</p><p>« {FR[2]} »</p><h2>Partager</h2>"
            f"<p>Source : Ministère des mers</p>",
            "fr",
        ),
        FR,
        "Le Pacte en débat",
    ),
    "fr mission, no marks, a note to editors": Shape(
        "a.txt",
        _plain(
            "COMMUNIQUÉ DE PRESSE",
            "Embargo jusqu’au 8 mars 2031, 18 heures",
            "Voici le texte de la déclaration que les quatre ont adoptée à Porto le 7 mars 2031 :",
            *FR,
            "FIN",
            "Notes aux rédacteurs",
            "Le Pacte a été signé il y a dix ans.",
            "Contact presse : 00 11 22 33",
        ),
        FR,
        "",
        "2031-03-07",
        "Porto",
    ),
    "es press note, block quotation": Shape(
        "a.html",
        _page(
            "<h1>Los cuatro cierran su reunión de Porto</h1><p>Nota de prensa 12/2031</p>"
            "<p>Los cuatro emitieron una declaración al término de su reunión.</p>"
            f"<blockquote>{_p(ES)}</blockquote><p>Más información: prensa.example.org</p>",
            "es",
        ),
        ES,
        "Los cuatro cierran su reunión de Porto",
    ),
    "es Markdown, begin and end": Shape(
        "a.md",
        "# Reunión de Porto\n\nComunicado de prensa\n\nA continuación se reproduce el"
        " texto de la declaración:\n\n"
        + _plain("**Inicio del texto**", *ES, "**Fin del texto**", "Volver arriba"),
        ES,
        "Reunión de Porto",
    ),
    "ru ministry, unofficial translation": Shape(
        "a.html",
        _page(
            "<h1>О встрече в Порту</h1><p>8 марта 2031 года</p>"
            "<p>По итогам встречи четыре государства приняли следующее совместное заявление:</p>"
            f"<p>(Неофициальный перевод)</p>{_p(RU)}"
            f"<p>Дополнительная информация: example.org</p><p>Поделиться</p>",
            "ru",
        ),
        RU,
        "О встрече в Порту",
    ),
    "ru agency, one quotation over all": Shape(
        "a.txt",
        _plain(
            "Ниже приводится текст заявления, принятого в Порту 7 марта 2031 года:",
            f"«{RU[0]}",
            RU[1],
            f"{RU[2][:-1]}».",
            "Источник: Агентство новостей",
        ),
        RU,
        "",
        "2031-03-07",
    ),
    "zh agency, full text follows": Shape(
        "a.html",
        _page(
            "<h1>四国发表联合声明</h1><p>来源：新闻社</p><p>四国代表在波尔图发表联合声明，全文如下：</p>"
            f"{_p(ZH)}<p>（完）</p><p>（责任编辑：某某）</p><p>相关链接</p>",
            "zh",
        ),
        ZH,
        "四国发表联合声明",
    ),
    "zh corner brackets": Shape(
        "a.txt",
        _plain(
            "会议结束后，四国发表了以下声明：",
            f"「{ZH[0]}",
            f"「{ZH[1]}",
            f"「{ZH[2]}」",
            "更多信息请见网站。",
        ),
        ZH,
    ),
    "ar ministry": Shape(
        "a.html",
        _page(
            "<h1>اختتام اجتماع بورتو</h1><p>أصدرت الدول الأربع في ختام الاجتماع البيان التالي:</p>"
            f"<p>«{AR[0]}</p><p>{AR[1]}</p><p>{AR[2]}»</p><p>شارك هذه الصفحة</p>",
            "ar",
        ),
        AR,
        "اختتام اجتماع بورتو",
    ),
    "ar begin and end": Shape(
        "a.txt",
        _plain(
            "وفيما يلي نص البيان الذي اعتمدته الدول الأربع.",
            "بداية النص",
            *AR,
            "نهاية النص",
            "لمزيد من المعلومات: example.org",
        ),
        AR,
    ),
    "en press release, ENDS": Shape(
        "a.txt",
        _plain(
            "PRESS RELEASE 14/2031",
            "EMBARGOED UNTIL 18:00, 7 MARCH 2031",
            *EN,
            "- ENDS -",
            "Notes to editors",
            "The Compact was signed ten years ago.",
            "Media contact: press@example.org",
        ),
        EN,
    ),
    "en rules of stars around it": Shape(
        "a.md",
        "The four adopted a joint statement on Tuesday.\n\n***\n\n"
        + _plain(*EN)
        + "\n***\n\nShare this page\n",
        EN,
    ),
    "en rules of a page around it": Shape(
        "a.html",
        _page(
            f"<h1>Porto round ends</h1><p>The four issued a statement.</p><hr>{_p(EN)}<hr>"
            f"<p>Print this page</p>",
            "en",
        ),
        EN,
        "Porto round ends",
    ),
    "en straight quotation marks": Shape(
        "a.txt",
        _plain(
            "Porto round ends",
            "Ministers from the four met on the coast.",
            "The ministers issued the following statement:",
            f'"{EN[0]}',
            f'"{EN[1]}',
            f'"{EN[2]}"',
            "For further information, see the website.",
        ),
        EN,
        "Porto round ends",
    ),
    "en wrapped mail text": Shape(
        "a.txt",
        "Office of the Spokesperson\nFor Immediate Release\nMarch 8, 2031\n\nFollowing"
        " is the text of a statement "
        "released by the four at the end of\ntheir meeting in Porto on 7 March 2031.\n\nBegin text:\n\n"
        + "\n\n".join(fill(text, 50) for text in EN)
        + "\n\nEnd text.\n\n###\n",
        EN,
        "",
        "2031-03-07",
        "Porto",
    ),
}

SHAPES |= {
    "en communiqué of numbered paragraphs": Shape(
        "a.html",
        _page(
            "<h1>Ministers meet</h1><p>Press Release No. 7/2031</p><p>Porto, 7 March 2031</p>"
            "<p>Ministers met today. They made public the following joint communiqué.</p><p>1. They reviewed the work of the year."
            "</p><p>2. They agreed on the plan for the sea.</p><p>About the Ministry</p><p>The Ministry leads the work.</p>",
            "en",
        ),
        ["They reviewed the work of the year.", "They agreed on the plan for the sea."],
        "Ministers meet",
        "2031-03-07",
        "Porto",
    ),
    "en agency, title inside": Shape(
        "a.txt",
        _plain(
            "PORTO, March 7 (Agency) -- The following is the full text of the joint statement issued on Tuesday:",
            "Joint Statement on Oceans",
            "We, the four, met in Porto.",
            "We will meet again.",
            "Enditem",
        ),
        ["Joint Statement on Oceans", "We, the four, met in Porto.", "We will meet again."],
        "Joint Statement on Oceans",
    ),
    "ru ministry, rules of stars": Shape(
        "a.html",
        _page(
            "<h1>Заявление четырех</h1><p>7 марта 2031 года состоялась встреча. Принято заявление.</p>"
            f"<p>Публикуем полный текст документа.</p><p>***</p>{_p(RU)}<p>***</p><p>Фото: агентство</p>",
            "ru",
        ),
        RU,
        "Заявление четырех",
    ),
    "en note in brackets between rules": Shape(
        "a.html",
        _page(
            "<b>Statement of the four</b><hr><i>[The following statement was released by the four in Porto on 7 "
            f"March 2031. It is taken from a website.]</i><hr>{_p(EN)}<hr><p>Return to index | Home</p>",
            "en",
        ),
        EN,
        "Statement of the four",
        "2031-03-07",
        "Porto",
    ),
    "en Markdown block quotation": Shape(
        "a.md",
        "# Four meet\n\nAfter the meeting, the four issued the following statement:\n\n"
        + "\n>\n".join(f"> {text}" for text in EN)
        + "\n\nThe list of participants is on the website.\n",
        EN,
        "Four meet",
    ),
    "en United Nations press statement": Shape(
        "a.html",
        _page(
            "<h1>Council press statement</h1><p>SC/19999</p><p>The following Council press statement was issued "
            f"today by the President:</p>{_p(EN)}<p>For information media. Not an official record.</p>",
            "en",
        ),
        EN,
        "Council press statement",
    ),
}


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_statement_alone_is_text(shape: Shape) -> None:
    source = ingest.source(shape.page.encode(), name=shape.file)
    assert [p.text(source.language) for p in source.paragraphs] == shape.text
    said = ingest.proposals(source)
    for found, wanted in ((said.title, shape.title), (said.date, shape.date), (said.place, shape.place)):
        assert not wanted or found == wanted
    assert any(item.reason is SetAsideReason.CARRIER for item in source.set_aside)
    if shape.file.endswith(".txt"):
        held = _bare(source.stored + "".join(item.text for item in source.set_aside))
        assert sorted(held.replace("#", "")) == sorted(_bare(shape.page).replace("#", ""))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_what_was_stored_is_no_carrier(shape: Shape) -> None:
    stored = ingest.source(shape.page.encode(), name=shape.file).stored
    again = ingest.source(stored.encode(), name="a.txt")
    assert again.stored == stored
    assert again.carrier is None


WHOLE = {
    "a statement that quotes": _plain(
        EN[0], "In 2030 they issued the following statement:", "“Nobody gains from delay.”", EN[1], EN[2]
    ),
    "a statement in which the parties speak": _plain(
        "We met in Porto.", "Ministers issued the following statement:", *EN, "Share this page"
    ),
    "a report with numbers": _plain(
        "1. The Committee met in Porto.", "2. The Committee adopted the following statement:", *EN
    ),
    "a resolution that adopts a declaration": _plain(
        "The Assembly,",
        "Recalling its earlier decision on the matter,",
        "1. Adopts the following Declaration:",
        *EN,
    ),
    "a statement that issues itself": _plain("The four issue this joint statement.", *EN),
    "a text with a background": _plain(EN[0], "Background", EN[1], EN[2]),
    "a text with a source at its end": _plain(*EN, "Source: Ministry of the Seas"),
    "a text that opens with a quotation": _plain("“Delay helps nobody.” So the four said in Porto.", *EN),
    "French that quotes": _plain(
        FR[0], "Ils ont adopté une déclaration en 2030.", "« Nul n’y gagne. »", FR[1], FR[2]
    ),
    "Chinese that lists": _plain(ZH[0], "四国商定的措施如下：", ZH[1], ZH[2]),
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_what_is_no_carrier_stays_whole(text: str) -> None:
    source = ingest.source(text.encode(), name="a.txt")
    assert _bare(source.stored).replace("#", "") == _bare(text)
    assert not source.set_aside


def test_two_readings_are_said_and_nothing_is_cut() -> None:
    text = _plain(
        "Ministers issued the following statement:", f"“{EN[2]}", "“They thanked Quito.”",
        "Analysts had expected more from the meeting, and several said so at some length on Tuesday evening.",
        "The next round of talks will take up the questions that were left open in Porto, officials said.",
    )  # fmt: skip
    source = ingest.source(text.encode(), name="a.txt")
    assert not source.set_aside
    assert [note.slug for note in source.notes] == ["carrier-doubtful"]


def test_publisher_is_proposed() -> None:
    shape = SHAPES["fr ministry, guillemets at each paragraph"]
    source = ingest.source(shape.page.encode(), name=shape.file)
    assert ingest.proposals(source).publisher == "Ministère des mers"


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_statement_alone_is_text(name: str) -> None:
    page: Page = PUBLISHED[name]
    data = page.data if isinstance(page.data, bytes) else page.data.encode()
    source = ingest.source(data, name=name)
    whole = [f"{p.label} {p.text(source.language)}".strip() for p in source.paragraphs]
    assert whole == page.text
    said = ingest.proposals(source)
    assert {key: getattr(said, key) for key in page.facts} == page.facts


_TWO = _plain(
    "Ministers issued the following statement:", f"“{EN[2]}", "“They thanked Quito.”",
    "Analysts had expected more from the meeting, and several said so at some length on Tuesday evening.",
    "The next round of talks will take up the questions that were left open in Porto, officials said.",
)  # fmt: skip


def test_a_person_chooses_one_of_two_readings() -> None:
    inside = ingest.source(_TWO.encode(), name="a.txt", carrier=CarrierChoice.INSIDE)
    assert [p.text("en") for p in inside.paragraphs] == [EN[2], "They thanked Quito."]
    assert not any(note.slug == "carrier-doubtful" for note in inside.notes)
    whole = ingest.source(_TWO.encode(), name="a.txt", carrier=CarrierChoice.WHOLE)
    assert _bare(whole.stored) == _bare(_TWO)
    assert not whole.notes and not whole.set_aside


def test_whole_keeps_a_page_that_would_be_cut() -> None:
    shape = SHAPES["ar begin and end"]
    source = ingest.source(shape.page.encode(), name=shape.file, carrier=CarrierChoice.WHOLE)
    assert _bare(source.stored).replace("#", "") == _bare(shape.page)
    assert source.carrier is None


def test_nothing_inside_is_an_error() -> None:
    with pytest.raises(InputError) as caught:
        ingest.source(_plain(*EN).encode(), name="a.txt", carrier=CarrierChoice.INSIDE)
    assert caught.value.slug == "no-carrier"


QUOTES_ITSELF = {
    "a statement that points to its annex": _plain(
        EN[0], "The measures are set out in the text of the annex below.", EN[1], EN[2]
    ),
    "a statement that follows another": _plain(
        EN[0], "Following the statement of 2030, the four took up the text of the Compact.", EN[1], EN[2]
    ),
    "a colon before the parties' own words": _plain(
        "We, the four, met in Porto.", "In the statement of 2030 we said: “Delay helps nobody.”", EN[1]
    ),
    "a quotation inside a sentence": _plain(
        EN[0], "The declaration of 2030 said: “Nobody gains from delay. All lose by it.” It still holds.", EN[1]
    ),
    "parties that quote a treaty": _plain(
        "Joint statement", EN[0], "We recall the text of the Compact, which reads as follows:", "“Delay helps nobody.”", EN[1]
    ),
    "a joint letter with a greeting": _plain(
        "Dear Mr. President,", "The four write to you on the sea.", EN[1], "Yours sincerely,", "A. Silva"
    ),
    "Russian that points forward": _plain(
        RU[0], "Ниже изложены меры, которые четыре государства примут.", RU[1], RU[2]
    ),
    "Arabic with a list": _plain(AR[0], "وتشمل التدابير ما يلي:", "(أ) الإبلاغ؛", "(ب) الاجتماع."),
}  # fmt: skip


@pytest.mark.parametrize("text", QUOTES_ITSELF.values(), ids=QUOTES_ITSELF)
def test_a_statement_that_quotes_or_points_stays_whole(text: str) -> None:
    source = ingest.source(text.encode(), name="a.txt")
    assert _bare(source.stored).replace("#", "") == _bare(text)
    assert not source.set_aside
    assert not any(note.slug == "carrier-doubtful" for note in source.notes)


LETTERS = {
    "en": (
        "Letter dated 8 March 2031 from the Permanent Representative of Norland addressed to the President",
        "I have the honour, on behalf of the delegations of Norland and Estria, to transmit herewith the text.",
        "(Signed) Anna Berg", "Permanent Representative", "Annex to the letter dated 8 March 2031", EN,
    ),
    "fr": (
        "Lettre datée du 8 mars 2031, adressée au Président par la Représentante permanente de Norland",
        "J’ai l’honneur, au nom des délégations de Norland et d’Estrie, de vous transmettre ci-joint le texte.",
        "(Signé) Anna Berg", "Représentante permanente", "Annexe", FR,
    ),
    "ru": (
        "Письмо Постоянного представителя Норландии от 8 марта 2031 года на имя Председателя",
        "Имею честь, от имени делегаций Норландии и Эстрии, препроводить настоящим текст заявления.",
        "(Подпись) А. Берг", "Постоянный представитель", "Приложение", RU,
    ),
    "ar": (
        "رسالة مؤرخة 8 آذار/مارس 2031 موجهة إلى الرئيس من الممثل الدائم لنورلاند",
        "يشرفني أن أحيل إليكم طيه نص البيان المشترك للدول الأربع.",
        "(توقيع) آنا بيرغ", "الممثل الدائم", "المرفق", AR,
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", LETTERS)
@pytest.mark.parametrize("form", ["html", "txt"])
def test_a_letter_that_names_its_annex_carries_it(code: str, form: str) -> None:
    *letter, annex, text = LETTERS[code]
    title = "Joint statement" if code == "en" else ""
    parts = [*letter, annex, *([title] if title else []), *text]
    page = _plain(*parts) if form == "txt" else _page(_p(parts), code)
    source = ingest.source(page.encode(), name=f"a.{form}")
    assert [p.text(source.language) for p in source.paragraphs if p.role.value == "body"] == text
    assert not {p.role.value for p in source.paragraphs} & {"letter", "signature"}
    away = [item.text for item in source.set_aside if item.reason is SetAsideReason.CARRIER]
    assert _bare("".join(away)) == _bare("".join([*letter, annex]))
    if title:
        assert ingest.proposals(source).title == title


@pytest.mark.parametrize("code", LETTERS)
def test_who_is_sent_a_copy_stands_below_what_a_letter_sends_on(code: str) -> None:
    *letter, annex, text = LETTERS[code]
    title = ["Joint statement"] if code == "en" else []
    page = _plain(*letter, annex, *title, *text, COPIED[code])
    assert _read_alone(page, code)[-len(text) :] == text


def test_a_letter_of_two_annexes_is_kept() -> None:
    *letter, _, text = LETTERS["en"]
    page = _plain(*letter, "Annex I", *text, "Annex II", *text[:2])
    source = ingest.source(page.encode(), name="a.txt")
    assert not source.set_aside and any(p.role.value == "letter" for p in source.paragraphs)


def test_a_letter_that_names_no_annex_is_kept_apart_and_left_out_where_asked_for() -> None:
    *letter, _, text = LETTERS["en"]
    page = _plain(*letter, "Joint statement on the sea", *text).encode()
    kept = ingest.source(page, name="a.txt")
    assert not kept.set_aside and any(p.role.value == "letter" for p in kept.paragraphs)
    inside = ingest.source(page, name="a.txt", carrier=CarrierChoice.INSIDE)
    assert [p.text("en") for p in inside.paragraphs] == ["Joint statement on the sea", *text]


MARKED = {
    "en": ("Dear colleagues,\n\nThe text of the declaration is for your information.", "===== Declaration starts =====", EN, "===== Declaration ends ====="),
    "fr": ("La Mission diffuse ci-après la déclaration des quatre.", "--- La déclaration commence ---", FR, "--- La déclaration s’achève ---"),
    "es": ("Se transmite el texto del comunicado a los medios.", "*** Comienza el comunicado ***", ES, "*** Fin ***"),
    "ru": ("Посольство распространяет текст заявления четырёх государств.", "=== Документ ===", RU, "=== Подписи ==="),
    "zh": ("各位：\n\n四国声明全文供参考。", "——— 声明开始 ———", ZH, "——— 声明结束 ———"),
    "ar": ("تنشر البعثة نص البيان للعلم.", "=== بداية البيان ===", AR, "=== نهاية البيان ==="),
}  # fmt: skip


@pytest.mark.parametrize("code", MARKED)
def test_marks_between_strokes_are_no_text(code: str) -> None:
    lead, begin, text, end = MARKED[code]
    after = {"zh": "如需退订请回复。"}.get(code, "Tel. 555 01 23")
    source = ingest.source(_plain(lead, begin, *text, end, after).encode(), name="a.txt", language=code)
    assert [p.text(source.language) for p in source.paragraphs] == text


def test_headings_between_strokes_stay() -> None:
    text = _plain(EN[0], "=== On peace ===", EN[1], "=== On trade ===", EN[2])
    assert not ingest.source(text.encode(), name="a.txt").set_aside


@pytest.mark.parametrize(
    ("code", "mark", "after"),
    [
        ("ru", "Полный текст заявления:", "По словам пресс-секретаря, работа заняла восемь месяцев."),
        ("en", "Full text of the statement:", "The spokesman said that the work had taken eight months."),
        (
            "fr",
            "Texte intégral de la déclaration :",
            "Le porte-parole a précisé que les travaux avaient duré.",
        ),
    ],
)
def test_a_quotation_after_a_mark_ends_where_it_closes(code: str, mark: str, after: str) -> None:
    text = TEXTS[code]
    opening, closing = ("“", "”") if code == "en" else ("«", "»")
    quoted = [f"{opening}{p}" for p in text]
    quoted[-1] += closing
    story = {
        "ru": "Четыре государства приняли в Порту совместное заявление.",
        "en": "The four adopted a joint statement in Porto.",
        "fr": "Les quatre ont adopté une déclaration commune.",
    }
    page = _page(_p([story[code], mark, *quoted, after]), code)
    source = ingest.source(page.encode(), name="a.html")
    assert [p.text(source.language) for p in source.paragraphs] == text


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "<p><a href=1>Read also: the storm of 2031</a></p>"),
        ("fr", "<div><strong>Lire aussi</strong> <a href=1>La tempête de 2031</a></div>"),
        ("es", "<p><a href=1>Lea también: la tormenta de 2031</a></p>"),
        ("zh", "<p><a href=1>相关阅读：2031年的风暴</a></p>"),
    ],
)
def test_links_and_advertisements_inside_the_statement_are_no_text(code: str, line: str) -> None:
    text = TEXTS[code]
    lead = {
        "en": "The full text of the declaration follows.", "fr": "Voici le texte de la déclaration :",
        "es": "A continuación se reproduce el texto de la declaración:", "zh": "四国声明全文如下：",
    }[code]  # fmt: skip
    page = _page(f"<p>{lead}</p>{_p(text[:1])}{line}{_p(text[1:])}", code)
    source = ingest.source(page.encode(), name="a.html")
    assert [p.text(source.language) for p in source.paragraphs] == text


@pytest.mark.parametrize("code", ["en", "ru"])
def test_a_second_text_that_is_announced_is_asked_about(code: str) -> None:
    lead, one, two, speech = {
        "en": ("The joint declaration is reproduced below, followed by the remarks of Minister Berg.",
               "Joint declaration", "Remarks of Minister Berg", "Ladies and gentlemen, I am glad to welcome you."),
        "ru": ("Ниже приводится текст совместного заявления и выступление министра Берга.",
               "Совместное заявление", "Выступление министра Берга", "Дамы и господа, я рад вас приветствовать."),
    }[code]  # fmt: skip
    text = TEXTS[code]
    page = _page(
        f"<h1>Porto</h1><p>{lead}</p><h2>{one}</h2>{_p(text)}<h2>{two}</h2><p>{speech}</p>", code
    ).encode()
    source = ingest.source(page, name="a.html")
    assert [note.slug for note in source.notes if note.slug == "carrier-doubtful"]
    inside = ingest.source(page, name="a.html", carrier=CarrierChoice.INSIDE)
    assert [p.text(source.language) for p in inside.paragraphs] == [one, *text]


def _guillemets(texts: list[str]) -> list[str]:
    return [*(f"«{text}" for text in texts[:-1]), f"«{texts[-1]}»"]


MORE = {
    "en, quoted in a message": (
        "a.eml",
        "From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        "Hi all,\n\nthis just came in, text below. Please circulate.\n\nJo\n\n" + "\n>\n".join(f"> {t}" for t in EN) + "\n",
        EN,
    ),
    "ru, a heading that names it": (
        "a.html",
        _page(f"<h1>О кабелях</h1><p>Главы правительств приняли Заявление о кабелях.</p><h2>Заявление</h2>{_p(RU)}<p>Наверх</p>", "ru"),
        ["Заявление", *RU],
    ),
    "ru, the text of which is attached": (
        "a.html",
        _page(f"<h1>О кабелях</h1><p>В Порту страны согласовали совместное заявление, текст которого прилагается.</p>{_p(RU)}<p>Вернуться к списку</p>", "ru"),
        RU,
    ),
    "fr, nothing but it, with a day in the head": (
        "a.html",
        _page(f"<p>5 mai 2034 - Seul le prononcé fait foi</p><h1>Déclaration conjointe sur les câbles</h1><p><a href=1>Télécharger le .pdf</a></p>{_p(FR)}<p>Partager la publication</p>", "fr"),
        FR,
    ),
    "es, a way through the site above it": (
        "a.html",
        _page(f"<div>Portada &gt; Sala de prensa</div><h1>Declaración conjunta de los cuatro</h1>{_p(ES)}<div>Compartir</div>", "es"),
        ["Declaración conjunta de los cuatro", *ES],
    ),
    "en, credits at the end": (
        "a.txt",
        _plain("The following is the text of a statement issued by the four:", *EN, "(Compiled by the newsroom; Editing by A. Poe)"),
        EN,
    ),
    "ar, quoted after a pronoun": (
        "a.txt",
        _plain("نشرت الدول الأربع النص الكامل لبيانها الختامي، وهذا نصه:", *_guillemets(AR), "تابعونا على مواقع التواصل"),
        AR,
    ),
    "zh, in traditional characters": (
        "a.html",
        _page(f"<h2>四國發表聯合聲明</h2><p>以下是四國今日發表的聯合聲明全文：</p>{_p(['四國商定，海底電纜受損報告提出後十日內應開始修復。', '四國對原因不明的斷纜事件增多表示關切。'])}<p>完</p>", "zh-Hant"),
        ["四國商定，海底電纜受損報告提出後十日內應開始修復。", "四國對原因不明的斷纜事件增多表示關切。"],
    ),
    "zh, a title that says full text": (
        "a.txt",
        _plain("外事速递", "四国联合声明全文（中文译本）", *ZH, "来源：外事速递公众号"),
        ZH,
    ),
    "en, text of, and whom to ask": (
        "a.txt",
        _plain("PRESS OFFICE", "Text of the joint statement adopted at Porto", *EN, "For further information please contact the Office."),
        EN,
    ),
    "fr, the declaration below": (
        "a.html",
        _page(f"<h1>Câbles</h1><p>L’ambassade porte à la connaissance du public la déclaration ci-dessous, adoptée à Porto.</p>{_p(FR)}<p>Traduction : Paul Roy</p>", "fr"),
        FR,
    ),
    "en, a letter that sends a text on and closes behind it": (
        "a.txt",
        _plain(
            "Dear Mr. President,", "I have the honour to transmit herewith the text of the joint statement:", *EN,
            "Yours sincerely,", "A. Silva",
        ),
        EN,
    ),
    "en, a transcript that reads it out": (
        "a.txt",
        _plain(
            "THE MINISTER: Good evening. The four have agreed a statement, and I shall read it out.",
            *[f"“{text}" for text in EN[:-1]], f"“{EN[-1]}”", "QUESTION: Who will pay?", "THE MINISTER: The experts will say.",
        ),
        EN,
    ),
    "en, as prepared, with strokes at the end": (
        "a.txt",
        _plain("Statement by four Governments", "(As prepared for delivery)", *EN, "###"),
        EN,
    ),
}  # fmt: skip


ASKED_ABOUT = {"ru, a heading that names it"}
"""Pages of which a person is asked; what is inside is read rightly where it is asked for."""


@pytest.mark.parametrize("name", MORE)
def test_more_signs_of_a_page(name: str) -> None:
    file, page, text = MORE[name]
    choice = CarrierChoice.INSIDE if name in ASKED_ABOUT else CarrierChoice.JUDGED
    source = ingest.source(page.encode(), name=file, carrier=choice)
    assert [p.text(source.language) for p in source.paragraphs] == text
    assert not any(note.slug == "carrier-doubtful" for note in source.notes)


ASKED = {
    "a member who submits it": _plain(
        "Mr. Pyke. I submit for the Record the text of the joint statement adopted at Porto.", *EN
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_a_text_read_out_by_another_is_asked_about(name: str) -> None:
    source = ingest.source(ASKED[name].encode(), name="a.txt")
    assert any(note.slug == "carrier-doubtful" for note in source.notes) and not source.set_aside
    inside = ingest.source(ASKED[name].encode(), name="a.txt", carrier=CarrierChoice.INSIDE)
    assert [p.text("en") for p in inside.paragraphs] == EN


def test_a_dry_run_refuses_what_adding_would(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_TWO, encoding="utf-8")
    done = p5diff("add", "--dry-run", "a.txt", cwd=tmp_path)
    assert done.returncode == 2 and "--carrier inside" in done.stderr and "Analysts" in done.stdout
    inside = p5diff("add", "--dry-run", "--carrier", "inside", "a.txt", cwd=tmp_path)
    assert inside.returncode == 0 and "Analysts" not in inside.stdout.partition("\n\n")[2]


ITSELF = [
    _plain("鉴于四国均重视海上安全，", "因此现在，四国发布这一海洋宣言，作为共同努力的标准：", *ZH),
    _plain("Whereas the four value the sea,", "The four have issued this joint declaration.", *EN),
    _plain("Учитывая важность моря,", "Четыре страны опубликовали это заявление.", *RU),
]


@pytest.mark.parametrize("text", ITSELF)
def test_a_text_that_speaks_of_itself_is_no_page(text: str) -> None:
    assert not ingest.source(text.encode(), name="a.txt").set_aside


FAR_FROM_THE_NOUN = "\n\n".join(
    [
        "# The register",
        "Each port keeps a register. The statement of a port is no part of it.",
        "\n".join(["| gate | hour |", "|---|---|", *(f"| gate {n} | {n} |" for n in range(1, 10))]),
        "All else is kept beside the text with its place and its reason:",
        "Gates are painted every third year, and each hinge is oiled in March.",
        "Hinges that were replaced are listed by the office of the port.",
    ]
)
ROW_BEFORE_ROWS = "\n".join(
    [
        "# The statement of the port",
        "",
        "What the port files is printed here.",
        "",
        "| field | holds |",
        "|---|---|",
        "| gates | their number, with the hinges, locks, lamps, bells and signs of each, and other pieces of the text, counted (see below) |",
        "| hinges | the date on which each of them was replaced by the office of the port |",
        "| lamps | what is lit at night on the quay of the inner harbour, and by whom |",
        "",
        "Lamps are lit at dusk and put out at dawn by the guard of the port.",
    ]
)


A_COLON_BEFORE_ROWS = "\n\n".join(
    [
        "# The statement of the port",
        "What else the port files beside the text, and why:",
        "| paper | reason |\n|---|---|\n| list of gates | they are counted each spring by the guard |",
        "Lamps are lit at dusk and put out at dawn by the guard of the port.",
        "Hinges that were replaced are listed by the office of the port.",
    ]
)


@pytest.mark.parametrize(
    "page", [FAR_FROM_THE_NOUN, ROW_BEFORE_ROWS, A_COLON_BEFORE_ROWS], ids=["far", "row", "rows"]
)
def test_a_colon_or_a_row_far_from_any_statement_introduces_none(page: str) -> None:
    source = ingest.source(page.encode(), name="page.md", language="en")
    assert not [piece.text for piece in source.set_aside if piece.reason is SetAsideReason.CARRIER]
    assert not source.notes


READER = {
    "en": ("Here is the full text of the joint statement:", "You can find our calendar of courses on this page.", "Check against delivery"),
    "fr": ("Voici le texte intégral de la déclaration conjointe :", "Vous recevez cette lettre d’information chaque mardi.", "Seul le prononcé fait foi."),
    "es": ("A continuación se reproduce el texto íntegro de la declaración conjunta:", "Este boletín fue descargado por nuestros lectores.", "Cotéjese con lo pronunciado"),
    "ru": ("Ниже приводится полный текст совместного заявления:", "Эта рассылка выходит по вторникам.", "Сверять с произнесённым текстом"),
    "zh": ("以下是联合声明全文：", "本简报每周二发送给各位读者，欢迎转给其他同事。", "以现场发言为准"),
    "ar": ("فيما يلي النص الكامل للبيان المشترك:", "تم تحميل هذه النشرة من موقع السفارة.", "يرجى المراجعة عند الإلقاء"),
}  # fmt: skip
TEXTS_READ = {
    "en": ["The five harbour states met in Port Maren and agreed on lamps, channels and pilots for the whole coast.", "They stressed that every pilot must hold a valid licence and report to the common office each spring.", "They asked the office to publish its findings on this issue within thirty days of every visit to a port."],
    "fr": ["Les cinq États portuaires se sont réunis à Port-Maren et sont convenus des feux, des chenaux et des pilotes de la côte.", "Ils ont souligné que chaque pilote doit détenir un brevet valable et rendre compte au bureau commun chaque printemps.", "Ils ont prié le bureau de publier ses conclusions dans les trente jours qui suivent chaque visite d’un port."],
    "es": ["Los cinco Estados portuarios se reunieron en Puerto Maren y acordaron luces, canales y prácticos para toda la costa.", "Subrayaron que todo práctico debe tener una licencia válida e informar a la oficina común cada primavera.", "Pidieron a la oficina que publicara sus conclusiones en los treinta días siguientes a cada visita a un puerto."],
    "ru": ["Пять портовых государств встретились в Порт-Марене и договорились об огнях, каналах и лоцманах всего побережья.", "Они подчеркнули, что каждый лоцман должен иметь действующее свидетельство и отчитываться весной.", "Они просили бюро публиковать свои выводы в течение тридцати дней после каждого посещения порта."],
    "zh": ["五个港口国在马伦港举行会议，就沿海的灯标、航道和引航员达成一致意见，并确认愿意继续合作，共同维护沿海航行的安全。", "各方强调，每名引航员必须持有有效执照，并于每年春季向联合办公室提交书面报告，说明过去一年的工作情况和今后的打算。", "各方请联合办公室在每次访问港口之后三十天内公布其调查结果，并将结果送交所有港口国以及有关的航运组织。"],
    "ar": ["اجتمعت دول الموانئ الخمس في بورت مارين واتفقت على الأنوار والقنوات والمرشدين على طول الساحل كله.", "وشددت على أن كل مرشد يجب أن يحمل رخصة سارية وأن يقدم تقريرا إلى المكتب المشترك كل ربيع.", "وطلبت إلى المكتب أن ينشر استنتاجاته في غضون ثلاثين يوما من كل زيارة إلى أحد الموانئ."],
}  # fmt: skip


def _read_alone(text: str, language: str) -> list[str]:
    source = ingest.source(text.encode(), name="a.txt", language=language)
    return [p.text(source.language) for p in source.paragraphs]


COUNT_ON_US = {
    "en": "You can count on the harbour states, and you will have their pilots.",
    "fr": "Vous pouvez compter sur les États portuaires et vous pourrez appeler leurs pilotes.",
    "es": "Ustedes pueden contar con los Estados portuarios y les invitamos a venir.",
    "ru": "Вы можете рассчитывать на портовые государства и на их лоцманов.",
    "zh": "您可以信赖各港口国，您将得到其引航员的帮助。",
    "ar": "يمكنكم الاعتماد على دول الموانئ وعلى مرشديها.",
}
COPIED = {
    "en": "Cc: Permanent Missions",
    "fr": "Copie à : Missions permanentes",
    "es": "C.c.: Misiones permanentes",
    "ru": "Копия: постоянные представительства",
    "zh": "抄送：各常驻代表团",
    "ar": "نسخة إلى: البعثات الدائمة",
}


@pytest.mark.parametrize("code", READER)
def test_a_speech_that_says_you_is_not_cut(code: str) -> None:
    lead, body = READER[code][0], [*TEXTS_READ[code], COUNT_ON_US[code]]
    assert _read_alone(_plain(lead, *body), code) == body


@pytest.mark.parametrize("code", READER)
def test_who_is_sent_a_copy_is_told_by_the_letter(code: str) -> None:
    lead, body = READER[code][0], TEXTS_READ[code]
    assert _read_alone(_plain(lead, *body, COPIED[code]), code) == body


@pytest.mark.parametrize("code", READER)
def test_sentences_to_the_reader_and_notices_of_delivery_are_no_text(code: str) -> None:
    lead, last, spoken = READER[code]
    body = TEXTS_READ[code]
    assert _read_alone(_plain(lead, *body, "* * *", last), code) == body
    assert _read_alone(_plain(lead, spoken, *body), code) == body
    assert _read_alone(_plain(spoken, *body), code) == body
    assert _read_alone(_plain(*body, last), code) == [*body, last], "nothing introduces it: all is kept"


NOTES = {
    "en": ("EMBASSY OF NORLAND", "The Embassy of Norland presents its compliments to the Ministry of Ports and has the honour to convey the following statement:", "The Embassy of Norland avails itself of this opportunity to renew to the Ministry of Ports the assurances of its highest consideration.", "MINISTRY OF PORTS"),
    "fr": ("AMBASSADE DE NORLANDE", "L’Ambassade de Norlande présente ses compliments au Ministère des ports et a l’honneur de lui communiquer la déclaration suivante :", "L’Ambassade de Norlande saisit cette occasion pour renouveler au Ministère des ports les assurances de sa haute considération.", "MINISTÈRE DES PORTS"),
    "es": ("EMBAJADA DE NORLANDIA", "La Embajada de Norlandia saluda atentamente al Ministerio de Puertos y tiene el honor de comunicarle la siguiente declaración:", "La Embajada de Norlandia aprovecha la oportunidad para reiterar al Ministerio de Puertos las seguridades de su más alta consideración.", "MINISTERIO DE PUERTOS"),
    "ru": ("ПОСОЛЬСТВО НОРЛАНДИИ", "Посольство Норландии свидетельствует своё уважение Министерству портов и имеет честь сообщить следующее заявление:", "Посольство Норландии пользуется случаем, чтобы возобновить Министерству портов уверения в своём весьма высоком уважении.", "МИНИСТЕРСТВО ПОРТОВ"),
    "zh": ("诺兰大使馆", "诺兰大使馆向港口部致意，并谨通知以下声明：", "顺致最崇高的敬意。", "港口部"),
    "ar": ("سفارة نورلاند", "تهدي سفارة نورلاند أطيب تحياتها إلى وزارة الموانئ وتتشرف بإبلاغها البيان التالي:", "وتغتنم سفارة نورلاند هذه الفرصة لتعرب لوزارة الموانئ عن فائق تقديرها واحترامها.", "وزارة الموانئ"),
}  # fmt: skip


@pytest.mark.parametrize("code", NOTES)
def test_a_note_of_an_embassy_opens_and_closes_around_the_text(code: str) -> None:
    first, lead, last, to = NOTES[code]
    assert _read_alone(_plain(first, lead, *TEXTS_READ[code], last, to), code) == TEXTS_READ[code]


@pytest.mark.parametrize("code", NOTES)
def test_strokes_typed_around_the_text_are_none_of_it(code: str) -> None:
    lead, text = READER[code][0], TEXTS_READ[code]
    page = _page(_p([lead, "*", *text, "*", NOTES[code][3], "Tel. 555 01 23"]), code)
    source = ingest.source(page.encode(), name="a.html", language=code)
    assert [p.text(source.language) for p in source.paragraphs] == text


ARCHIVED = {
    "en": ("The four met in Porto for two days. After the meeting they issued a statement.", "The meeting was first proposed by the harbour minister in the spring of 2030.", "Source: Ministry of Ports."),
    "fr": ("Les quatre se sont réunis deux jours à Porto. Après la réunion, ils ont publié une déclaration.", "La réunion avait été proposée par le ministre des ports au printemps 2030.", "Source : ministère des ports."),
    "es": ("Los cuatro se reunieron dos días en Porto. Tras la reunión publicaron una declaración.", "La reunión había sido propuesta por el ministro de puertos en la primavera de 2030.", "Fuente: Ministerio de Puertos."),
    "ru": ("Четыре государства провели в Порту двухдневную встречу. После встречи они опубликовали заявление.", "Встречу ещё весной 2030 года предложил министр портов.", "Источник: Министерство портов."),
    "zh": ("四国在波尔图举行了为期两天的会议。会后四国发表了声明。", "会议最初由港口部长于2030年春季提议举行。", "来源：港口部"),
    "ar": ("اجتمعت الدول الأربع في بورتو لمدة يومين. وبعد الاجتماع أصدرت بيانا.", "وكان وزير الموانئ قد اقترح عقد الاجتماع في ربيع عام 2030.", "المصدر: وزارة الموانئ"),
}  # fmt: skip


@pytest.mark.parametrize("layout", ["<table><tr><td width=150><a href=1>A</a> | <a href=2>B</a></td><td>{}</td></tr></table>", "<main>{}</main>"])  # fmt: skip
@pytest.mark.parametrize("code", ARCHIVED)
def test_an_archive_page_may_go_on_with_its_own_words_before_the_block_it_quotes(
    code: str, layout: str
) -> None:
    """The sentence right before the quotation says nothing of it: the source's own mark says enough."""
    first, second, last = ARCHIVED[code]
    body = f"{_p([first, second])}<blockquote>{_p(TEXTS[code])}</blockquote>{_p([last, '© 2033'])}"
    page = f"<html><head><title>A</title></head><body>{layout.format(body)}</body></html>"
    source = ingest.source(page.encode(), name="a.html", language=code)
    assert [p.text(source.language) for p in source.paragraphs] == TEXTS[code]


@pytest.mark.parametrize("code", ARCHIVED)
def test_a_block_that_a_statement_quotes_from_another_is_no_statement_inside_a_page(code: str) -> None:
    text = TEXTS[code]
    body = f"{_p(text[:2])}<blockquote>{_p([ARCHIVED[code][1]])}</blockquote>{_p(text[2:])}"
    source = ingest.source(_page(body, code).encode(), name="a.html", language=code)
    assert [p.text(source.language) for p in source.paragraphs] == [*text[:2], ARCHIVED[code][1], *text[2:]]


IN_MARKS = {
    "en": ("The leaders issued the following declaration:", "The mayor had spoken at the dinner before."),
    "ru": ("По итогам встречи принято следующее заявление:", "Накануне с речью выступил мэр города."),
    "ar": (
        "وأصدر القادة في ختام القمة الإعلان الآتي نصه:",
        "وكان عمدة المدينة قد ألقى كلمة في الجلسة الختامية.",
    ),
}


@pytest.mark.parametrize("code", IN_MARKS)
def test_paragraphs_each_in_marks_of_their_own_are_one_quotation(code: str) -> None:
    lead, after = IN_MARKS[code]
    body = _p([lead, *(f'"{text}"' for text in TEXTS[code]), after])
    source = ingest.source(
        _page(body, code).encode(), name="a.html", language=code, carrier=CarrierChoice.INSIDE
    )
    assert [p.text(code) for p in source.paragraphs] == TEXTS[code]
    assert [item.text for item in source.set_aside].count('"') == 6


def test_a_heading_that_recurs_with_another_number_is_no_line_of_a_page() -> None:
    lines = [
        line for n in (1, 2, 3) for line in (f"Certificate {n}", f"{EN[1]} This is copy {n} of the text.")
    ]
    source = ingest.source(_page(_p(lines), "en").encode(), name="a.html", language="en")
    assert not [note for note in source.notes if note.slug == "carrier-doubtful"]
    assert [p.text("en") for p in source.paragraphs][::2] == [
        "Certificate 1",
        "Certificate 2",
        "Certificate 3",
    ]
