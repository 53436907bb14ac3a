"""The brief as a file: one page in every form, in six languages, with nothing hidden."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from p5diff.errors import P5DiffError
from p5diff.model.comparison import ASPECTS, Shift, Verdict
from p5diff.report.brief import ORDER, Brief, brief
from p5diff.report.phrasebook import LANGUAGES, phrases
from p5diff.report.rank import DIRECTED, Consequence, consequence
from p5diff.report.sheets.formats import SHEET_FORMATS, chosen
from p5diff.report.sheets.sheet import sheet
from p5diff.report.terminal.brief import PAGE, brief_lines
from p5diff.report.terminal.layout import plain
from p5diff.report.wording import verdict
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement

FORMS = {form.name: form for form in SHEET_FORMATS}


def made(size: int) -> Brief:
    """Two texts of many weakened and strengthened commitments, calls and reversals."""
    before = [f"They agreed to adopt measure {n} on the river {'and its delta ' * 5}." for n in range(size)]
    before += [f"They call upon all States to sign accord {n} on wells." for n in range(size)]
    before += [f"Such a step cannot replace treaty {n} among them." for n in range(size)]
    after = [f"They agreed to consider measure {n} on the river {'and its delta ' * 5}." for n in range(size)]
    after += [f"They encourage all States to sign accord {n} on wells." for n in range(size)]
    after += [f"Such a step can replace treaty {n} among them." for n in range(size)]
    after += [f"They will open centre {n} for the seismic stations." for n in range(size)]
    return brief(compare_statements(statement(*[[s] for s in before]), statement(*[[s] for s in after])))


@pytest.mark.parametrize("size", [1, 8, 40])
@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_the_pdf_is_one_page(size: int, language: str) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    page = FORMS["html"].render(sheet(made(size), phrases(language))).decode()
    assert len(weasyprint.HTML(string=page).render().pages) == 1


@pytest.mark.parametrize("size", [4, 30])
def test_wide_letters_fill_no_second_page(size: int) -> None:
    """Cyrillic takes more of a line than Latin."""
    weasyprint = pytest.importorskip("weasyprint")
    long = "о защите широких прибрежных территорий, которые находятся под наблюдением станций, "
    old = [f"Стороны обязуются опубликовать доклад {n} {long * 3}." for n in range(size)]
    new = [f"Стороны намерены подготовить обзор {n} {long * 3}." for n in range(size)]
    new += [f"Стороны обязуются открыть центр {n} {long * 2}." for n in range(size)]
    found = brief(
        compare_statements(
            statement(*[[s] for s in old], language="ru"), statement(*[[s] for s in new], language="ru")
        )
    )
    page = FORMS["html"].render(sheet(found, phrases("ru"))).decode()
    assert len(weasyprint.HTML(string=page).render().pages) == 1


def test_arrows_point_the_way_the_page_is_read() -> None:
    before = statement(["They will destroy 40 launchers of the older type in the northern district → there."])
    after = statement(["They will destroy 25 launchers of the older type in the northern district → there."])
    found = brief(compare_statements(before, after))
    told = {code: sheet(found, phrases(code)) for code in ("fr", "ar")}
    assert "40 launchers → 25 launchers" in told["fr"].answer
    assert "40 launchers ← 25 launchers" in told["ar"].answer
    words = "".join(text for _, text in told["ar"].points[0].items[0].pieces)
    assert "→ there" in words and "←" not in words


def test_the_pdf_is_the_same_bytes_and_tagged() -> None:
    pytest.importorskip("weasyprint")
    drawn = sheet(made(1), phrases("en"))
    first = FORMS["pdf"].render(drawn)
    assert first.startswith(b"%PDF") and first == FORMS["pdf"].render(drawn)


@pytest.mark.parametrize("form", ["markdown", "html", "json", "docx"])
def test_every_verdict_of_direction_is_told_or_counted_in_each_form(form: str) -> None:
    """Law 11 on paper, too: as many numbers as the page bears, and how many more there are."""
    before = statement(["They agreed to adopt a code on ships."], ["Such a step cannot replace a treaty."])
    after = statement(["They agreed to consider a code on ships."], ["Such a step can replace a treaty."])
    comparison = compare_statements(before, after)
    data = FORMS[form].render(sheet(brief(comparison), phrases("en")))
    text = ZipFile(io.BytesIO(data)).read("word/document.xml").decode() if form == "docx" else data.decode()
    directed = [n for n, c in enumerate(comparison.changes, start=1) if consequence(c) in DIRECTED]
    assert directed
    for number in directed:
        assert re.search(rf"#{number}\b", text) or f'"number": {number},' in text


def test_what_finds_no_room_is_counted() -> None:
    drawn = sheet(made(40), phrases("en"))
    for point in drawn.points:
        numbers = re.findall(r"#\d+", point.also)
        more = re.search(r"and (\d+) more", point.also)
        assert len(point.items) + len(numbers) + int(more[1] if more else 0) == point.count


def test_the_whole_stands_behind_the_page() -> None:
    found = made(8)
    drawn = sheet(found, phrases("en"), full=True)
    numbers = sorted(item.number for chapter in drawn.chapters for item in chapter.items)
    assert numbers == sorted(line.number for section in found.sections for line in section.lines)
    assert not sheet(found, phrases("en")).chapters


def forms(said: str | list[str]) -> list[str]:
    return said if isinstance(said, list) else [said]


NUMBERS = range(250)
"""More than any plural rule of the six looks at: 0–10, 11–99 and the last two digits."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_for_some_number_and_every_number_has_one(language: str) -> None:
    words = phrases(language)
    used = {words.plural(n) for n in NUMBERS}
    assert used == set(range(len(used)))
    counting = [s for t in words.tables.values() for s in t.values() if isinstance(s, list)]
    assert counting or language == "zh"
    for said in counting:
        assert len(said) == len(used), said
        assert len(set(said)) > 1, "one form would do"


@pytest.mark.parametrize(
    "language, forms",
    [
        ("en", {1: "1 more note: --full", 2: "2 more notes: --full", 21: "21 more notes: --full"}),
        ("fr", {1: "1 autre remarque\u00a0: --full", 2: "2 autres remarques\u00a0: --full"}),
        ("es", {1: "1 nota más: --full", 2: "2 notas más: --full"}),
        ("zh", {1: "另有1条说明：--full", 2: "另有2条说明：--full"}),
        (
            "ru",
            {
                1: "ещё 1 примечание: --full",
                2: "ещё 2 примечания: --full",
                5: "ещё 5 примечаний: --full",
                11: "ещё 11 примечаний: --full",
                12: "ещё 12 примечаний: --full",
                21: "ещё 21 примечание: --full",
                104: "ещё 104 примечания: --full",
            },
        ),
        (
            "ar",
            {
                1: "ملاحظة أخرى: --full",
                2: "ملاحظتان أخريان: --full",
                3: "3 ملاحظات أخرى: --full",
                11: "11 ملاحظة أخرى: --full",
                103: "103 ملاحظات أخرى: --full",
            },
        ),
    ],
)
def test_words_agree_with_their_count(language: str, forms: dict[int, str]) -> None:
    assert {n: phrases(language).say("more-notes", n=n) for n in forms} == forms


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_phrase_with_its_places(language: str) -> None:
    words, english = phrases(language), phrases("en")
    assert words.tables["page"].keys() == english.tables["page"].keys()
    for key, text in english.tables["page"].items():
        own, wanted = forms(words.tables["page"][key]), set(re.findall(r"{\w+}", forms(text)[-1]))
        for at, form in enumerate(own):
            # Arabic has none, one and two in the word itself
            in_the_word = {"{n}"} if at < 3 and len(own) > 1 and language == "ar" else set()
            assert wanted - set(re.findall(r"{\w+}", form)) <= in_the_word, key
            assert set(re.findall(r"{\w+}", form)) <= wanted, key
    if language == "en":
        return
    assert not words.reviewed, "nobody has read these words yet"
    assert words.tables["consequences"].keys() == {c.value for c in Consequence}
    assert words.tables["kinds"].keys() == set(ORDER)
    assert words.tables["aspects"].keys() == set(ASPECTS)
    verdicts = {v.value for v in Verdict}
    assert words.tables["verdicts"].keys() == verdicts
    agreeing = words.tables.get("agreeing", {})
    assert agreeing.keys() <= {f"{aspect} {verdict}" for aspect in ASPECTS for verdict in verdicts}


@pytest.mark.parametrize(
    ("language", "aspect", "said", "told"),
    [
        ("fr", "scope", Verdict.WIDENED, "▲ portée élargie"),
        ("fr", "actor", Verdict.CHANGED, "◆ auteur modifié"),
        ("es", "strength", Verdict.WEAKER, "▼ fuerza debilitada"),
        ("es", "scope", Verdict.NARROWED, "▼ alcance restringido"),
        ("ru", "strength", Verdict.STRONGER, "▲ сила усилена"),
        ("ru", "scope", Verdict.WIDENED, "▲ охват расширен"),
        ("ru", "negation", Verdict.FLIPPED, "◆ отрицание обращено"),
        ("en", "scope", Verdict.WIDENED, "▲ scope widened"),
    ],
)
def test_verdicts_agree_with_their_aspect(language: str, aspect: str, said: Verdict, told: str) -> None:
    shift = Shift(aspect=aspect, verdict=said)
    assert verdict(shift, phrases(language)) == told


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_words_that_nobody_has_reviewed_say_so_on_every_page(language: str) -> None:
    found, words = made(1), phrases(language)
    assert words.say("unreviewed") in sheet(found, words).foot
    lines = [plain(line) for line in brief_lines(found, 200, words=words)]
    assert words.say("unreviewed") in "\n".join(lines)
    assert len(lines) <= PAGE and not any(line.startswith("Compared with") for line in lines)


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(P5DiffError, match="no words in 'de'"):
        phrases("de")


def test_the_name_of_a_file_chooses_the_form_and_must_not_contradict_it() -> None:
    assert chosen(None, Path("a.docx")).name == "docx"
    assert chosen(None, None).name == "terminal"
    with pytest.raises(P5DiffError, match="is the name of a docx file"):
        chosen("html", Path("a.docx"))
    with pytest.raises(P5DiffError, match="needs a file"):
        chosen("pdf", None)


def test_texts_in_two_languages_are_never_said_to_be_the_same() -> None:
    before = statement(["They will publish the register by 2031."])
    after = statement(["他们将在2031年前公布登记册。"], language="zh")
    found = brief(compare_statements(before, after))
    assert "different languages" in found.answer and "same" not in found.answer and not found.ledger
    for language in LANGUAGES:
        words = phrases(language)
        drawn = sheet(found, words)
        assert words.say("same") not in drawn.answer and words.say("keeps") not in drawn.answer


def test_every_part_of_the_word_file_is_xml() -> None:
    from xml.dom.minidom import parseString

    with ZipFile(io.BytesIO(FORMS["docx"].render(sheet(made(8), phrases("ar"), full=True)))) as archive:
        for name in archive.namelist():
            parseString(archive.read(name))


def test_json_says_what_it_is() -> None:
    data = json.loads(FORMS["json"].render(sheet(made(1), phrases("en"))))
    assert data["kind"] == "brief" and data["format_version"] and data["points"]


def test_a_sheet_that_travels_names_no_folder() -> None:
    from dataclasses import replace

    found = made(1)
    meta = replace(found.before, ref="/home/someone/secret/old.md")
    page = FORMS["markdown"].render(sheet(replace(found, before=meta), phrases("en"))).decode()
    assert "old.md" in page and "secret" not in page
