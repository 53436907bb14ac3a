"""Who speaks, and how a page sets its paragraphs, tell where a statement begins and ends inside it."""

from __future__ import annotations

import pytest

from p5diff import ingest
from p5diff import language as languages
from p5diff.ingest.layout.carrier.edges import begin_signs, end_signs
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import CarrierChoice

REPORTED = {
    "en": (
        "In a joint statement circulated to correspondents by the Orran delegation, they said:",
        [
            "We condemn in the strongest terms the launch carried out on 3 June 2036 over Tarn Bay.",
            "We call on the authorities in Kest to return to the moratorium without delay.",
            "We will meet again within ten days to consider further steps.",
        ],
        "Kest has so far declined to comment. A spokesman, reached by telephone, said only that the exercise "
        "“went as planned”.",
    ),
    "zh": (
        "五国外长4日晚在塔恩湾会晤后向媒体散发了一份共同声明，内容为：",
        [
            "我们最强烈谴责6月3日在塔恩湾上空进行的发射。",
            "我们敦促凯斯特当局立即无条件恢复暂停试射。",
            "我们将在十天内再次会晤，研究进一步措施。",
        ],
        "截至发稿，凯斯特方面未作回应。一名军方发言人在电话中称，演习“按计划进行，没有异常”。",
    ),
    "ar": (
        "خرج وزراء خارجية خمس دول عن صمتهم مساء الأربعاء، ووزع وفد أوران على الصحفيين بيانا مشتركا هذا نصه:",
        [
            "ندين بأشد العبارات عملية الإطلاق التي جرت في 3 حزيران/يونيو 2036 فوق خليج تارن.",
            "ندعو السلطات في كست إلى العودة إلى الوقف الاختياري فورا ودون شروط.",
            "وسنجتمع مجددا في غضون عشرة أيام للنظر في خطوات أخرى.",
        ],
        "ولم تعلق كست على الأمر حتى الآن. وقال متحدث باسم القوات في اتصال هاتفي إن التمرين «جرى كما خطط له».",
    ),
}
"""What a reporter writes before a statement, the statement, and what a reporter writes after it."""


def _html(body: str, code: str) -> bytes:
    menu = "".join(f'<li><a href="/{i}">M{i}</a></li>' for i in range(4))
    head = f'<!DOCTYPE html><html lang="{code}"><head><meta charset="utf-8"><title>T</title></head>'
    return f"{head}<body><ul>{menu}</ul><div>{body}</div></body></html>".encode()


def _texts(data: bytes, name: str, code: str) -> list[str]:
    source = ingest.source(data, name=name, language=code)
    return [paragraph.text(code) for paragraph in source.paragraphs]


@pytest.mark.parametrize("code", REPORTED)
def test_a_report_before_and_after_is_no_statement(code: str) -> None:
    lead, text, after = REPORTED[code]
    body = "".join(f"<p>{line}</p>" for line in (lead, *text, after))
    assert _texts(_html(body, code), "page.html", code) == text


@pytest.mark.parametrize("code", REPORTED)
def test_voices_of_a_report_and_of_parties_differ(code: str) -> None:
    lead, text, after = REPORTED[code]
    page = PageSigns([UnwrappedParagraph(line) for line in (lead, *text, after)], [], languages.get(code))
    assert page.voices.reporting[0] >= 1
    assert page.voices.reporting[-1] >= 2
    assert all(report < 2 for report in page.voices.reporting[1:-1])
    assert all(speaks >= 1 for speaks in page.voices.speaking[1:-1])
    assert page.voices.speaking[-1] == 0


def test_short_lines_of_a_page_are_told_by_their_place() -> None:
    """Their words stand in no list: what they are is told by where they stand and how many there are."""
    text = [
        "The Heads of Mission of the partner countries regret the decision to close Radio Vey.",
        "For thirty years the station has served the public. A free press is a condition of a free society.",
        "We urge the authorities to reconsider, and we remain ready to support dialogue.",
    ]
    lines = ["12 Feb 2035", "Partner countries in Vey", "Press and Communication", "2 min"]
    body = "".join(f"<p>{line}</p>" for line in (*lines, *text, "Tweet", "Pin it", "Embassy opening hours"))
    head = "<h1>Statement by the Heads of Mission on the closure of Radio Vey</h1>"
    page = _html(head + body, "en")
    inside = ingest.source(page, name="page.html", carrier=CarrierChoice.INSIDE)
    assert [paragraph.text("en") for paragraph in inside.paragraphs] == text


def test_a_speech_keeps_its_thanks() -> None:
    text = [
        "Thank you, Chair. My delegation aligns itself with the statement delivered on behalf of the Lakes.",
        "First, on transparency, we have counted the reports. There are five, and no two can be compared.",
        "Second, we support working paper 18 in full, and we will fund twelve places for young diplomats.",
        "I thank you.",
    ]
    body = "<h1>Statement at the First Committee</h1>" + "".join(f"<p>{line}</p>" for line in text)
    assert _texts(_html(body, "en"), "page.html", "en")[-4:] == text


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        (
            "ru",
            [
                "В разделе перечислены признаки, по которым узнаются подложные заявления.",
                "Первый признак — оборот «ниже приводится текст заявления:», за которым заявления нет.",
                "Второй признак — отсутствие места и даты. В подлинных документах они обычно указаны.",
                "Ни один из признаков сам по себе не достаточен.",
            ],
        ),
        (
            "en",
            [
                "This section lists the marks by which a forged statement is known.",
                "The first is the phrase “the full text of the statement follows:” with nothing behind it.",
                "The second is the lack of a place and a day, which genuine documents mostly name.",
                "None of the marks is enough by itself.",
            ],
        ),
    ],
)
def test_words_in_quotation_marks_introduce_nothing(code: str, lines: list[str]) -> None:
    source = ingest.source(("\n\n".join(lines) + "\n").encode(), name="a.txt", language=code)
    assert [paragraph.text(code) for paragraph in source.paragraphs] == lines
    assert not [note for note in source.notes if note.slug == "carrier-doubtful"]


def test_a_heading_that_is_pressed_to_open_its_part_is_read() -> None:
    part = "<h3><button>Is it in force?</button></h3><p>No. Forty-four States must ratify it first.</p>"
    other = "<h3><button>Who listens?</button></h3><p>A network of 337 stations, most of which send data.</p>"
    source = ingest.source(
        _html(part + other + "<p>Was it useful?</p><button>Yes</button>", "en"), name="a.html"
    )
    text = source.stored
    assert "# Is it in force?" in text
    assert "# Who listens?" in text
    assert "Yes" not in text


def _settings(source: bytes) -> list[str]:
    blocks = ingest.read_bytes(source, name="a.html").blocks
    return [block.setting for block in blocks if block.is_text]


def test_boxes_and_looks_of_paragraphs_are_told_apart() -> None:
    body = (
        "<p>Outside.</p><div><p>In a box.</p><p>In the same box.</p></div>"
        "<p><em>Slanted as a whole.</em></p><p>Not <em>slanted</em>.</p><div>A box of one paragraph.</div>"
    )
    outside, boxed, same, slanted, plain, alone = _settings(_html(body, "en"))
    assert boxed == same != outside
    assert slanted != outside
    assert plain == alone == outside


def test_paragraphs_set_apart_are_a_sign_of_both_edges() -> None:
    lines = [
        "The ministers met again on Monday evening.",
        *REPORTED["en"][1],
        "The talks had been delayed twice, a minister said.",
    ]
    settings = ["1 ", "2 ", "2 ", "2 ", "1 "]
    pieces = [UnwrappedParagraph(text, setting=one) for text, one in zip(lines, settings, strict=True)]
    apart = PageSigns(pieces, [], languages.get("en"))
    alike = PageSigns([piece._replace(setting="") for piece in pieces], [], languages.get("en"))
    assert begin_signs(apart, 1)["set_apart"] == 1.0
    assert end_signs(apart, 1, 4)["set_apart_until"] == 1.0
    assert "set_apart" not in begin_signs(apart, 2)
    assert "set_apart_until" not in end_signs(apart, 1, 3)
    assert "set_apart" not in begin_signs(alike, 1)


def test_a_statement_in_a_box_of_its_own_is_offered_along_the_box() -> None:
    text = [
        "The Ministers of the Lake recall that its waters are shared and that none may own them.",
        "They decide to halve their withdrawals by 2040 and to report on them every spring.",
        "They thank the people of Orran for their welcome.",
    ]
    lead = "The ministers issued a declaration at the end of their talks. It reads:"
    after = (
        "The talks had been delayed twice. The minister of Sarn told reporters that he was “pleased at last”."
    )
    box = "<div>" + "".join(f"<p>{line}</p>" for line in text) + "</div>"
    page = _html(f"<p>{lead}</p>{box}<p>{after}</p>", "en")
    source = ingest.source(page, name="a.html", carrier=CarrierChoice.INSIDE)
    assert [paragraph.text("en") for paragraph in source.paragraphs] == text
    carried = [one.text for one in source.set_aside if one.reason is SetAsideReason.CARRIER]
    assert lead in carried
    assert after in carried
