"""Text that a page holds and nobody sees is set aside; what can be seen, however oddly drawn, is text."""

# ruff: noqa: E501  (operators are easier to read unbroken)

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff import ingest
from p5diff.errors import P5DiffError
from p5diff.ingest.readers.pdf import hidden
from p5diff.model.setaside import SetAsideReason as Reason
from p5diff.model.source import RawText
from tests.ingest.pdf.test_shapes import aside, drawn, printed, read, shown, texts

pytest.importorskip("pypdfium2")

SEEN = ["The keepers met in the hall on Monday.", "They agreed to clean every lamp before winter."]
LAMPS = ((72, 700, 11, SEEN[0]), (72, 640, 11, SEEN[1]))
SECRET = "Words for machines alone."
STRIPES = f"q 612 0 0 792 0 0 cm BI /W 306 /H 1 /BPC 8 /CS /G /F /AHx ID {'00ff' * 153}> EI Q\n"
"""A picture over the whole page, black and white every two points: ink wherever a letter may stand."""


def page(before: str = "", after: str = "") -> RawText:
    """The two sentences of `SEEN`, with operators before and after them."""
    return read(drawn(*LAMPS, words=before, after=after))


SECRETS = {
    "white": f"1 g {shown(SECRET, 72, 500)} 0 g\n",
    "nearly white": f"0.99 1 0.98 rg {shown(SECRET, 72, 500)} 0 g\n",
    "without ink": f"3 Tr {shown(SECRET, 72, 500)} 0 Tr\n",
    "for clipping only": f"q 7 Tr {shown(SECRET, 72, 500)} Q\n",
    "above the page": shown(SECRET, 72, 830),
    "left of the page": shown(SECRET, -400, 500),
    "right of the page": shown(SECRET, 900, 500),
    "far below the page": shown(SECRET, 72, -300),
    "cut off": f"q 0 0 9 9 re W n {shown(SECRET, 72, 500)} Q\n",
    "under a shape": f"{shown(SECRET, 72, 500)} 0.8 g 60 490 400 30 re f 0 g\n",
    "under a picture": f"{shown(SECRET, 72, 500)} q 400 0 0 40 60 490 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 80> EI Q\n",
    "of the colour below it": f"0 0 0.6 rg 60 490 400 30 re f 0 0.02 0.6 rg {shown(SECRET, 72, 500)} 0 g\n",
    "tiny": shown(SECRET, 72, 500, 1),
}


@pytest.mark.parametrize("how", SECRETS)
@pytest.mark.parametrize("first", [True, False], ids=["drawn first", "drawn last"])
def test_what_nobody_sees_is_hidden_text(how: str, first: bool) -> None:
    raw = page(before=SECRETS[how]) if first else page(after=SECRETS[how])
    assert (texts(raw), aside(raw, Reason.HIDDEN)) == (SEEN, [SECRET])


@pytest.mark.parametrize(
    ("edge", "is_shown"),
    [("0 506 612 700", False), ("0 502 612 700", True), ("0 0 612 499", False), ("0 0 612 503", True)],
)
def test_what_a_page_shows_of_a_line_beyond_its_edge_is_no_text(edge: str, is_shown: bool) -> None:
    """The first line of the next page, cut off at the foot of this one: only tops of letters are seen."""
    raw = page(after=f"q {edge} re W n {shown('TALL JIB', 72, 500)} Q\n")
    assert ("TALL JIB" in texts(raw), "TALL JIB" in aside(raw, Reason.HIDDEN)) == (is_shown, not is_shown)


VISIBLE = {
    "white on dark": f"0 0 0.4 rg 60 490 400 30 re f 1 g {shown(SECRET, 72, 500)} 0 g\n",
    "yellow": f"1 1 0 rg {shown(SECRET, 72, 500)} 0 g\n",
    "grey": f"0.7 g {shown(SECRET, 72, 500)} 0 g\n",
    "white with black outlines": f"1 g 1 Tr {shown(SECRET, 72, 500)} 0 Tr 0 g\n",
    "struck through": f"{shown(SECRET, 72, 500)} 70 503 200 0.6 re f\n",
    "scaled up from one point": f"q 11 0 0 11 72 500 cm {shown(SECRET, 0, 0, 1)} Q\n",
    "cut at its edge": f"q 0 0 300 792 re W n {shown(SECRET, 72, 500)} Q\n",
}


@pytest.mark.parametrize("how", VISIBLE)
def test_what_can_be_seen_is_text(how: str) -> None:
    raw = page(after=VISIBLE[how])
    assert (texts(raw), aside(raw, Reason.HIDDEN)) == ([*SEEN, SECRET], [])


def test_words_under_a_black_bar_are_set_aside_and_the_rest_of_their_line_stays() -> None:
    raw = page(after="145 637 83 12 re f\n")
    assert texts(raw) == [SEEN[0], "They agreed to before winter."]
    assert aside(raw, Reason.HIDDEN) == ["clean every lamp"]


def test_white_words_inside_a_line_leave_no_gap_between_cells() -> None:
    line = "BT /F1 11 Tf 1 0 0 1 72 500 Tm (The oil ) Tj 1 g (and all of the secret wicks ) Tj 0 g (is kept.) Tj ET\n"
    raw = page(after=line)
    assert texts(raw) == [*SEEN, "The oil is kept."]
    assert aside(raw, Reason.HIDDEN) == ["and all of the secret wicks"]


@pytest.mark.parametrize("mode", ["under", "without ink"])
def test_the_text_layer_of_a_scanned_page_is_the_text(mode: str) -> None:
    raw = page(after=STRIPES) if mode == "under" else page(before=f"{STRIPES} 3 Tr\n")
    assert (texts(raw), aside(raw, Reason.HIDDEN)) == (SEEN, [])


def test_a_few_hidden_words_over_a_picture_are_no_text_layer() -> None:
    picture = STRIPES.replace("612 0 0 792 0 0 cm", "300 0 0 60 60 480 cm")
    raw = page(before=picture, after=f"3 Tr {shown(SECRET, 72, 500)}")
    assert (texts(raw), aside(raw, Reason.HIDDEN)) == (SEEN, [SECRET])


def test_text_that_runs_over_the_foot_of_the_page_goes_on() -> None:
    lines = [
        (72.0, 50.0 - 14 * n, 11.0, f"line {n} of the long report that runs on and on") for n in range(8)
    ]
    raw = read(drawn((72, 700, 11, SEEN[0]), *lines))
    assert texts(raw)[0] == SEEN[0]
    assert all(f"line {n} " in " ".join(texts(raw)) for n in range(8))
    assert not aside(raw, Reason.HIDDEN)


def test_a_page_of_nothing_but_unseen_text_is_no_text(tmp_path: Path) -> None:
    data = drawn(*LAMPS, words="1 g ")
    assert (texts(read(data)), aside(read(data), Reason.HIDDEN)) == ([], SEEN)
    (tmp_path / "white.pdf").write_bytes(data)
    with pytest.raises(P5DiffError) as caught:
        ingest.source(tmp_path / "white.pdf")
    assert caught.value.slug == "no-text"


def layered(off: str) -> bytes:
    """The two sentences, and one that belongs to a layer of the document which is on or off."""
    data = drawn(*LAMPS, after=f"/OC /L BDC {shown(SECRET, 72, 500)} EMC\n")
    data = data.replace(b"/Resources <<", b"/Resources << /Properties << /L 9 0 R >>")
    layer = b"9 0 obj\n<< /Type /OCG /Name (notes) >>\nendobj\nxref"
    properties = f"/Catalog /OCProperties << /OCGs [9 0 R] /D << {off} >> >>".encode()
    return data.replace(b"xref", layer, 1).replace(b"/Catalog", properties)


def test_a_layer_that_is_switched_off_is_hidden() -> None:
    raw = read(layered("/OFF [9 0 R]"))
    assert (texts(raw), aside(raw, Reason.HIDDEN)) == (SEEN, [SECRET])
    assert texts(read(layered("/ON [9 0 R]"))) == [*SEEN, SECRET]


def test_plain_pages_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(*_: object) -> None:
        raise AssertionError("a page without a doubt was drawn")

    monkeypatch.setattr(hidden, "_Picture", draw)
    assert texts(page(before="0.5 w 72 690 m 400 690 l S\n")) == SEEN


@pytest.mark.parametrize(
    ("language", "words", "secret"),
    [
        ("ru", "Смотрители собрались в понедельник.", "Слова для машин."),
        ("fr", "Les gardiens se sont réunis lundi.", "Mots pour les machines."),
        ("es", "Los fareros se reunieron el lunes.", "Palabras para máquinas."),
    ],
)
@pytest.mark.parametrize("style", ["color: white", "opacity: 0", "color: transparent", "font-size: 1px"])
def test_unseen_words_of_printed_pages(language: str, words: str, secret: str, style: str) -> None:
    raw = read(printed(f'<p>{words}</p><p style="{style}">{secret}</p><p>{words}</p>', language=language))
    assert (texts(raw), aside(raw, Reason.HIDDEN)) == ([words, words], [secret])


@pytest.mark.parametrize(
    ("language", "font", "words", "secret"),
    [
        ("zh", "Noto Serif CJK SC", "看守人星期一在大厅举行会议。", "只给机器看的文字。"),
        ("ar", "Noto Naskh Arabic", "اجتمع الحراس يوم الاثنين.", "كلمات للآلات."),
    ],
)
def test_unseen_words_in_other_scripts(language: str, font: str, words: str, secret: str) -> None:
    style = f"<style>body {{ font: 11pt '{font}' }}</style>"
    body = f'<div dir="{"rtl" if language == "ar" else "ltr"}"><p>{words}</p><p style="color: #fefefe">{secret}</p></div>'
    raw = read(printed(body, style, language=language))
    assert (texts(raw), aside(raw, Reason.HIDDEN)) == ([words], [secret])
