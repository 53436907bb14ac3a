"""Notes typed at the end of a text, in six languages: set aside, called by their sentence, compared."""

from __future__ import annotations

# ruff: noqa: E501  (a text a line)
import pytest

from p5diff import compare_texts, ingest
from p5diff import language as languages
from p5diff.ingest.layout import typed_notes
from p5diff.ingest.layout.typed_notes import is_notes_heading
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText, Source

TEXTS = {
    "en": "The delegations met. 1/\n\nThey recall the pact 2/ and agree.\n\n________\n\n1/ Signed in May.\n\n2/ See LC/4.\n",
    "fr": "Elles se sont réunies.[1]\n\nElles rappellent le pacte[2] de 2031.\n\nNotes\n\n[1] Signé en mai.\n\n[2] Voir LC/4.\n",
    "es": "Las delegaciones se reunieron. 1/\n\nRecuerdan el pacto 2/ y lo apoyan.\n\nNotas\n\n1/ Firmado.\n\n2/ Véase LC/4.\n",
    "ru": "Делегации встретились 1/.\n\nОни напоминают о пакте 2/ и согласны.\n\nПримечания\n\n1/ Подписан.\n\n2/ См. LC/4.\n",
    "zh": "各代表团举行了会议。1/\n\n各代表团回顾公约。2/\n\n1/ 五月签署。\n\n2/ 见LC/4。\n",
    "ar": "اجتمعت الوفود. 1/\n\nوتشير إلى الميثاق 2/ وتؤيده.\n\nالحواشي\n\n1/ وقع في أيار.\n\n2/ انظر LC/4.\n",
}  # fmt: skip


def read(text: str, language: str = "en") -> Source:
    return ingest.source(text.encode(), name="a.txt", language=language)


@pytest.mark.parametrize("language", TEXTS)
def test_typed_notes_are_set_aside_and_called(language: str) -> None:
    source = read(TEXTS[language], language)
    assert len(source.paragraphs) == 2
    assert not any(mark in source.stored for mark in ("1/", "2/", "[1]", "[2]"))
    notes = [item for item in source.set_aside if item.reason is SetAsideReason.ENDNOTE]
    assert [(item.label.strip("[]/"), item.sentence) for item in notes] == [("1", "p1.1"), ("2", "p2.1")]
    given = "".join(TEXTS[language].split())
    out = "".join((source.stored + "".join(i.label + i.text for i in source.set_aside)).split())
    assert sorted(out) == sorted(given)
    assert read(source.stored, language).stored == source.stored


@pytest.mark.parametrize(
    "text",
    [
        "The States recall:\n\n1/ the pact;\n\n2/ the plan.\n",
        "The States met [1] in May.\n\nThey left.\n\n[3] Nothing calls this line.\n",
        "The States met 2/ in May.\n\nThey left.\n\n2/ A note that no list of notes holds.\n",
        "The ratio is 1/3 of all.\n\nThey left.\n\n1/ Nothing calls this line.\n",
        "Notes\n\nThe States met in May.\n",
    ],
)
def test_what_is_no_list_of_notes_stays(text: str) -> None:
    assert not read(text).set_aside


WRAPPED = {
    "en": ("The Assembly, recalling its resolution 23 (IV), 1/", "considered the report 2/", "of the keeper.",
           "The Assembly, recalling its resolution 23 (IV), considered the report of the keeper."),
    "fr": ("L’Assemblée, rappelant sa résolution 23 (IV), 1/", "a examiné le rapport 2/", "du gardien.",
           "L’Assemblée, rappelant sa résolution 23 (IV), a examiné le rapport du gardien."),
    "es": ("La Asamblea, recordando su resolución 23 (IV), 1/", "examinó el informe 2/", "del guarda.",
           "La Asamblea, recordando su resolución 23 (IV), examinó el informe del guarda."),
    "ru": ("Ассамблея, ссылаясь на резолюцию 23 (IV), 1/", "рассмотрела доклад 2/", "смотрителя.",
           "Ассамблея, ссылаясь на резолюцию 23 (IV), рассмотрела доклад смотрителя."),
    "zh": ("大会回顾了关于灯塔和港口的第二十三号决议，1/", "审议了看守人关于北部沿海各灯塔的年度报告2/并且", "予以通过。",
           "大会回顾了关于灯塔和港口的第二十三号决议，审议了看守人关于北部沿海各灯塔的年度报告并且予以通过。"),
    "ar": ("إن الجمعية، إذ تشير إلى قرارها ذي الصلة بالمنارات، 1/", "نظرت في تقرير حارس المنارات عن السنة الماضية 2/ ثم", "أقرته.",
           "إن الجمعية، إذ تشير إلى قرارها ذي الصلة بالمنارات، نظرت في تقرير حارس المنارات عن السنة الماضية ثم أقرته."),
}  # fmt: skip


@pytest.mark.parametrize("first", [1, 3])
@pytest.mark.parametrize("language", WRAPPED)
def test_a_mark_at_the_end_of_a_line_calls_a_note_without_a_rule(language: str, first: int) -> None:
    *lines, wanted = WRAPPED[language]
    text = "\n".join(lines) + "\n\n1/ LC/4.\n\n2/ LC/5.\n"
    if first > 1:
        text = text.replace("2/", f"{first + 1}/").replace("1/", f"{first}/")
    source = read(text, language)
    assert [p.text(language) for p in source.paragraphs] == [wanted]
    assert [item.text for item in source.set_aside if item.label] == ["LC/4.", "LC/5."]


def test_typed_notes_are_compared() -> None:
    later = TEXTS["en"].replace("Signed in May", "Signed in June")
    found = compare_texts(TEXTS["en"], later, language="en")
    assert [change.kind.value for change in found.set_aside.differing] == ["reworded"]
    assert found.tally.unchanged == 2


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Endnotes"),
        ("fr", "Notes de fin"),
        ("es", "Notas"),
        ("ru", "Сноски"),
        ("zh", "注释"),
        ("ar", "الهوامش"),
    ],
)
def test_a_heading_above_notes_alone_goes_with_them(language: str, heading: str) -> None:
    blocks = (
        RawBlock(text="A b c."),
        RawBlock(text=heading, kind=BlockKind.HEADING, level=2),
        RawBlock(text="D e f.", kind=BlockKind.FOOTNOTE, label="1", key="n1"),
    )
    from p5diff.ingest.layout.recovery import from_raw

    source = from_raw(RawText(blocks=blocks, format="test"), language=language)
    assert len(source.paragraphs) == 1
    assert [(i.reason, i.text) for i in source.set_aside][:1] == [(SetAsideReason.LABEL, heading)]
    more = from_raw(RawText(blocks=(*blocks, RawBlock(text="G h.")), format="test"), language=language)
    assert len(more.paragraphs) == 3
    assert not is_notes_heading(f"{heading} a b", languages.get(language))


def test_each_mark_leads_to_its_own_sentence_in_whatever_order() -> None:
    source = read(
        "They met by the sea. 2/ Many came. They left the old pier. 1/\n\n1/ At noon.\n\n2/ In May.\n"
    )
    assert source.paragraphs[0].text("en") == "They met by the sea. Many came. They left the old pier."
    called = {item.label: item.sentence for item in source.set_aside if item.label}
    assert called == {"1/": "p1.3", "2/": "p1.1"}


def test_figures_of_many_scripts_are_no_list_of_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two digits count to 99; mixed with those of other scripts they mark thousands of lines, and each mark
    would be looked for in each paragraph."""
    asked: list[str] = []
    real = typed_notes._call
    monkeypatch.setattr(typed_notes, "_call", lambda mark: (asked.append(mark), real(mark))[1])
    digits = "0123456789٠١٢٣٤٥٦٧٨٩०१२३४५६७८९"
    marks = [f"[{one}{two}]" for one in digits for two in digits][:200]
    body = "\n\n".join(f"The Parties took up an item.{mark} They agreed." for mark in marks)
    notes = "\n\n".join(f"{mark} See a document of theirs." for mark in marks)
    assert not read(f"{body}\n\nNotes\n\n{notes}\n").set_aside
    assert asked == []
    ordinary = [f"[{number}]" for number in range(1, 100)]
    body = "\n\n".join(f"The Parties took up an item.{mark} They agreed." for mark in ordinary)
    notes = "\n\n".join(f"{mark} See a document of theirs." for mark in ordinary)
    found = read(f"{body}\n\nNotes\n\n{notes}\n").set_aside
    assert sum(item.reason is SetAsideReason.ENDNOTE for item in found) == 99 and asked


@pytest.mark.parametrize(
    "text", ["Mr. [1] ?\n[1] Mr.\n", "[1] ?\nThey met!\n[1] No.\n", "We met [1].\n\nThey left.\n[1] No.\n"]
)
def test_a_sentence_inside_a_stored_paragraph_is_no_note(text: str) -> None:
    assert read(text).stored == text


FEET = {
    "en": ("They noted the fund 1/ of the year, 2/ and that no claim was", "open in the autumn."),
    "fr": ("Elles ont noté le fonds 1/ de l’année 2/ et le fait qu’aucune demande n’était", "ouverte en automne."),
    "es": ("Tomaron nota del fondo 1/ del año 2/ y de que ninguna solicitud estaba", "abierta en otoño."),
    "ru": ("Они отметили фонд 1/ на этот год 2/ и то, что ни одно требование не было", "открыто осенью."),
    "zh": ("各代表团注意到本年度的基金 1/ 和预算 2/ 以及秋季没有", "任何未决的索赔。"),
    "ar": ("ولاحظت الوفود الصندوق 1/ لهذه السنة 2/ وأن أي مطالبة لم تكن", "مفتوحة في الخريف."),
}  # fmt: skip


@pytest.mark.parametrize("end", ["\n\n- 2 -\n\n", "\n\f"])
@pytest.mark.parametrize("language", FEET)
def test_notes_at_the_foot_of_a_page_cut_no_sentence(language: str, end: str) -> None:
    before, after = FEET[language]
    page = f"{before}\n\n________\n\n1/ LC/4.\n\n2/ LC/5.{end}{after}\n"
    source = read(page, language)
    [paragraph] = source.paragraphs
    said = f"{before}{languages.get(language).SEPARATOR}{after}".replace(" 1/", "").replace(" 2/", "")
    assert "".join(paragraph.text(language).split()) == "".join(said.split())
    notes = [item.text for item in source.set_aside if item.reason is SetAsideReason.ENDNOTE]
    assert notes == ["LC/4.", "LC/5."]


@pytest.mark.parametrize("line", ["1/ LC/4.\n\nThey left.", "3/ LC/4."])
def test_below_a_rule_what_is_no_note_that_is_called_stays_in_its_place(line: str) -> None:
    source = read(
        f"They noted the fund 1/ of the year.\n\n________\n\n{line}\n\n- 2 -\n\nThe end was near.\n"
    )
    assert source.paragraphs[-1].text("en") == "The end was near."
    assert any("LC/4" in paragraph.text("en") for paragraph in source.paragraphs)


LETTERED = {
    "en": ("The ports met a/ in May.", "They recall the pact b/ of 2031; and they agree. c/", "Notes", "abc"),
    "fr": ("Les ports se sont réunis a/ en mai.", "Ils rappellent le pacte, b/ et l’approuvent. c/", "Notes", "abc"),
    "es": ("Los puertos se reunieron a/ en mayo.", "Recuerdan el pacto, b/ y lo aprueban. c/", "Notas", "abc"),
    "ru": ("Порты встретились а/ в мае.", "Они напоминают о пакте, б/ и согласны. в/", "Примечания", "абв"),
    "zh": ("各港口五月举行会议。a/", "各港口回顾公约，b/并予以核准。c/", "注", "abc"),
    "ar": ("اجتمعت الموانئ أ/ في أيار.", "وتشير إلى الميثاق، ب/ وتوافق عليه. ج/", "ملاحظات", "أبج"),
}  # fmt: skip


@pytest.mark.parametrize("language", LETTERED)
def test_notes_that_letters_count_are_notes_below_their_heading(language: str) -> None:
    one, two, heading, letters = LETTERED[language]
    stop = "。" if language == "zh" else "."
    notes = "\n\n".join(f"     {letter}/   LC/{n}{stop}" for n, letter in enumerate(letters, 4))
    text = f"{one}\n\n{two}\n\n               {heading}\n\n{notes}\n"
    source = read(text, language)
    assert len(source.paragraphs) == 2
    assert not any(f"{letter}/" in source.stored for letter in letters)
    found = [item for item in source.set_aside if item.reason is SetAsideReason.ENDNOTE]
    places = zip(letters, ["p1.1", "p2.1", "p2.1"], strict=True)
    assert [(item.label[0], item.sentence) for item in found] == list(places)
    assert any(item.text == heading for item in source.set_aside)
    for other in (  # no heading; not from the first letter; one missing; one that nothing calls; out of turn
        text.replace(heading, ""),
        text.replace(f"     {letters[0]}/   LC/4{stop}\n\n", ""),
        text.replace(f"     {letters[1]}/   LC/5{stop}\n\n", ""),
        text.replace(f" {letters[2]}/\n", "\n").replace(f"。{letters[2]}/\n", "。\n"),
        text.replace(f"{letters[0]}/ ", "#")
        .replace(f" {letters[1]}/ ", f" {letters[0]}/ ")
        .replace("#", f"{letters[1]}/ "),
    ):
        if other != text:
            kept = read(other, language)
            assert not any(item.reason is SetAsideReason.ENDNOTE for item in kept.set_aside), other


def test_words_with_a_stroke_are_no_calls() -> None:
    text = "The keepers and/or pilots, a/c 12, sail w/ lamps at 9 km/h. a/\n\nThey left by a/ then.\n\nNotes\n\na/ LC/4.\n"
    source = read(text)
    assert (
        source.stored
        == "The keepers and/or pilots, a/c 12, sail w/ lamps at 9 km/h.\n\nThey left by a/ then.\n"
    )
