"""Proposals with the words they rest on, mastheads, plausibility, and the count of what was kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import ingest
from p5diff.ingest import proposals
from p5diff.ingest.layout.masthead import judged, masthead
from p5diff.ingest.layout.places import _Bodies
from p5diff.ingest.layout.recovery import from_raw
from p5diff.ingest.loss import FLOOR, kept_share, loss_note
from p5diff.ingest.plausible import plausible
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText, Source
from tests.documents.build import LANGUAGES
from tests.documents.model import invented
from tests.ingest.docx.test_docx import load, paragraph, run
from tests.meaning.texts import statement


def raw_of(language: str) -> RawText:
    doc = invented(language)
    lines = (f"{doc.organisation} {doc.symbol}", *doc.distribution.split("\n"))
    aside = SetAsideReason.FURNITURE
    blocks = [RawBlock(text=line, kind=BlockKind.SET_ASIDE, reason=aside) for line in lines]
    blocks.append(RawBlock(text=doc.title, kind=BlockKind.HEADING, level=1))
    blocks += [RawBlock(text=p.replace("*1*", "")) for p in doc.paragraphs]
    blocks += [RawBlock(text=note, kind=BlockKind.FOOTNOTE) for note in doc.footnotes]
    return RawText(blocks=tuple(blocks), format="test")


def draft(text: str) -> Source:
    return Source(raw=RawText(blocks=(), format="test"), stored=text, paragraphs=(), language="en")


def source(*blocks: RawBlock, language: str = "en", name: str = "") -> Source:
    return from_raw(RawText(blocks=blocks, format="test"), language=language, name=name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_symbol_and_title_are_proposed_in_every_language(language: str) -> None:
    said = proposals(from_raw(raw_of(language), language=language))
    assert said.symbol == "LHC/2031/17", "a symbol that a footnote cites is not the document's own"
    assert said.title == invented(language).title


def test_a_symbol_in_the_text_or_a_note_is_not_the_document_s_own() -> None:
    cited = source(
        RawBlock(text="They recalled document LHC/2029/4.", kind=BlockKind.FOOTNOTE, label="1"),
        RawBlock(text="The Conference had before it the following documents:"),
        RawBlock(text="LHC/2030/2"),
        RawBlock(text="It adopted them all."),
    )
    assert proposals(cited).symbol == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met in Port Maren from 7 to 9 May 2031."),
        ("fr", "Ils se sont réunis à Port-Maren du 7 au 9 mai 2031."),
        ("es", "Se reunieron en Puerto Maren del 7 al 9 de mayo de 2031."),
        ("zh", "各国于2031年5月7日至9日在马伦港举行会议。"),
        ("en", "The text is kept at Harbour Headquarters from 9 May 2031 on."),
    ],
)
def test_nothing_is_proposed_from_a_clause(language: str, text: str) -> None:
    said = proposals(source(RawBlock(text=text), language=language))
    assert (said.place, said.date) == ("", "")


@pytest.mark.parametrize(
    ("language", "line", "place", "day"),
    [
        ("en", "Port Maren, 9 May 2031", "Port Maren", "2031-05-09"),
        ("fr", "Port-Maren, le 9 mai 2031", "Port-Maren", "2031-05-09"),
        ("zh", "2031年5月9日，马伦港", "马伦港", "2031-05-09"),
    ],
)
def test_a_line_of_its_own_tells_place_and_day(language: str, line: str, place: str, day: str) -> None:
    said = proposals(source(RawBlock(text=line), RawBlock(text="A. B. C."), language=language))
    assert (said.place, said.date) == (place, day)


@pytest.mark.parametrize(
    ("symbol", "title"),
    [
        ("A/RES/91/17", "Lamps of the northern harbours"),
        ("A/91/L.4", "91/17. Lamps of the northern harbours"),
    ],
)
def test_a_resolution_is_called_by_its_title_and_the_number_that_no_symbol_says(
    symbol: str, title: str
) -> None:
    said = proposals(
        source(
            RawBlock(text=symbol, kind=BlockKind.SET_ASIDE, reason=SetAsideReason.MASTHEAD),
            RawBlock(text="Resolution adopted by the Assembly on 4 June 2031", kind=BlockKind.HEADING),
            RawBlock(text="91/17. Lamps of the northern harbours", kind=BlockKind.HEADING),
            RawBlock(text="The Assembly,"),
            RawBlock(text="Recalling its earlier resolutions,"),
        )
    )
    assert said.title == title
    assert (said.symbol, said.date) == (symbol, "2031-06-04")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("harbour-2031-05-09.txt", "2031-05-09"),
        ("20310509_statement.pdf", "2031-05-09"),
        ("harbour-2031-02-30.txt", ""),
        ("order-1203105092.txt", ""),
    ],
)
def test_a_date_in_the_name_of_a_file_is_a_proposal(name: str, day: str) -> None:
    assert proposals(source(RawBlock(text="The States met."), name=name)).date == day
    dated = source(RawBlock(text="Oslo, 1 June 2030"), RawBlock(text="The States met."), name=name)
    assert proposals(dated).date == "2030-06-01", "the text itself is heard first"


@pytest.mark.parametrize("word", ["OF", "NATIONS", "GENERAL", "A"])
def test_a_scrap_of_the_head_is_no_title(word: str) -> None:
    head = RawBlock(text=word, kind=BlockKind.HEADING, level=1)
    assert proposals(source(head, RawBlock(text="The States met."))).title == ""


HEADS = {
    "en": [
        "United Nations A/91/17",
        "General Assembly",
        "Distr.: General",
        "3 May 2031",
        "Original: English",
    ],
    "fr": ["Nations Unies", "A/91/17", "Assemblée générale", "Distr. : Générale", "3 mai 2031", "Français"],
    "es": ["Naciones Unidas", "A/91/17", "Asamblea General", "Distr. general", "3 de mayo de 2031"],
    "ru": ["Организация Объединенных Наций", "A/91/17", "Генеральная Ассамблея", "Distr.: General"],
    "zh": ["联合国", "A/91/17", "大会", "Distr.: General", "2031年5月3日"],
    "ar": ["الأمم المتحدة", "A/91/17", "الجمعية العامة", "Distr.: General"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_masthead_is_known_by_two_kinds_of_proof(language: str) -> None:
    head = HEADS[language]
    doc = invented(language)
    assert masthead([*head, doc.title, *doc.paragraphs]) == set(range(len(head)))
    assert masthead([doc.title, *doc.paragraphs]) == set()


def test_the_name_of_an_unlisted_body_belongs_to_its_symbol_and_distribution() -> None:
    head = ["Lake Conference", "LC/12/7", "Distr.: General", "3 May 2031", "Original: English"]
    assert masthead([*head, "Joint statement of the lake states", "They met."]) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Lake Conference", True), ("lake conference", False), ("Lake Conference 7", False),
        ("Lake Conference of the Northern and Southern Waters of All", False),
    ],
)  # fmt: skip
def test_the_name_of_an_unlisted_body_is_short_open_and_in_capitals(name: str, known: bool) -> None:
    head = masthead([name, "LC/12/7", "Distr.: General", "3 May 2031", "Joint statement", "They met."])
    assert (0 in head, head >= {1, 2, 3}) == (known, True)


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("Harbour League", "Original language: English"),
        ("Ligue des phares", "Langue originale : anglais"),
        ("Liga de Faros", "Idioma original: español"),
        ("Лига смотрителей маяков", "Язык подлинника: русский"),
        ("رابطة المنارات", "اللغة الأصلية: العربية"),
        ("灯塔联盟", "原始语言：中文"),
    ],
)
def test_a_masthead_in_a_table_is_one_as_it_is_in_lines(name: str, original: str) -> None:
    lines = [name, "LC/2031/7", "Distr.: General", original]
    rows = [f"{name} | LC/2031/7", "Distr.: General", original]
    for head in (lines, rows, [f"{name} | {' / '.join(lines[1:])}"]):
        assert masthead([*head, "The lamps of the coast", "LC/2031/5 | Estimates", "They met."]) == set(
            range(len(head))
        )


def test_the_symbol_of_a_masthead_in_a_table_is_proposed() -> None:
    cells = (["Лига маяков"], ["LC/2031/7", "Distr.: General", "Язык подлинника: русский"])
    row = "".join(f"<w:tc>{''.join(paragraph(run(line)) for line in cell)}</w:tc>" for cell in cells)
    below = paragraph(run("Доклад о маяках", "<w:rPr><w:b/></w:rPr>")) + paragraph(
        run("Маяки горят всю ночь.")
    )
    raw = load(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>{below}")
    read = from_raw(RawText(blocks=judged(raw.blocks), format="docx"), language="ru")
    said = proposals(read)
    assert (said.symbol, said.title) == ("LC/2031/7", "Доклад о маяках")
    assert {aside.reason for aside in read.set_aside} == {SetAsideReason.MASTHEAD}


@pytest.mark.parametrize(
    "texts",
    [
        ["Joint statement of the lake states", "3 May 2031", "They met."],
        ["They noted that document LC/12/7 had been circulated to all of the lake states."],
        [
            "Report of the Lake Conference",
            "The Conference had before it the papers below.",
            "LC/12/7",
            "LC/12/8",
        ],
        ["The Conference had before it:", "LC/12/7", "LC/12/8", "It adopted both."],
        ["Joint statement of the lake states", "LC/12/7", "They met."],
        ["LC/12/7", "LC/12/8", "Joint statement of the lake states", "They met."],
        ["LC/12/7", "They met.", "They left."],
        ["LC/12/7", "as agreed", "They left."],
        ["Limited access to the piers was discussed at length by all of the States.", "LC/12/7"],
        ["The lake states,", "LC/12/7", "United Nations", "Distr.: General"],
        [],
    ],
)
def test_a_symbol_by_itself_makes_no_masthead(texts: list[str]) -> None:
    assert masthead(texts) == set()


LONG = "The five harbour states reviewed the lamps and the channels. " * 12


@pytest.mark.parametrize(
    ("text", "title", "language", "doubt"),
    [
        (LONG, "Statement of the harbour states", "en", ""),
        (LONG, "", "", ""),
        ("Page not found.", "", "", "says that something is missing"),
        ("Too short.", "", "", "only"),
        (LONG, "", "fr", "in English, not in French"),
        (LONG, "Communiqué on orchards and vineyards", "en", "words of the title"),
    ],
)
def test_doubts_are_told_with_reasons(text: str, title: str, language: str, doubt: str) -> None:
    found = plausible(draft(text), title=title, language=language)
    assert bool(found) == bool(doubt)
    assert not doubt or any(doubt in one for one in found)


def test_a_chinese_statement_is_plausible() -> None:
    doc = invented("zh")
    assert plausible(draft("\n\n".join(doc.wanted())), title=doc.title, language="zh") == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_kept_is_counted_right(text: str, more: str) -> None:
    assert kept_share([text + more], [text]) == 1
    assert 0 <= kept_share([text], [text, more]) <= 1
    assert bool(loss_note([text], [text, more], format_name="x")) == (
        kept_share([text], [text + more]) < FLOOR
    )


def test_a_russian_town_may_be_marked_as_one() -> None:
    page = "Совместное заявление\n\nг. Осло, 29 мая — 1 июня 2031 г.\n\nСтороны встретились и договорились.\n"
    said = ingest.proposals(ingest.source(page.encode(), name="a.txt"))
    assert (said.place, said.dates) == ("Осло", ("2031-05-29", "2031-06-01"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "## Statement of the Keepers\n\nLisbon, 6 May 2034\n\nThe Keepers met.\n",
            "Statement of the Keepers",
        ),
        ("## 保管员联合声明\n\n2034年5月6日至7日，成都\n\n保管员审议了藏品状况。\n", "保管员联合声明"),
        (
            "## Déclaration des gardiens\n\nLisbonne, le 6 mai 2034\n\n## Feux\n\nLes gardiens ont décidé.\n",
            "Déclaration des gardiens",
        ),
        ("## Lamps\n\nThe Keepers met on 6 May 2034 and agreed on lamps.\n", ""),
    ],
)
def test_a_heading_with_its_date_below_is_proposed_as_title(text: str, title: str) -> None:
    assert ingest.proposals(ingest.source(text.encode(), name="a.md")).title == title


def test_a_head_ends_where_a_sentence_is_said() -> None:
    head = ["LC/12/7", "United Nations", "Distr.: General"]
    said = "The conference had before it the papers of all of the northern lake states of the year."
    assert masthead([said, *head]) == set()
    name = said.removesuffix(".")
    assert masthead([name, *head]) == {1, 2, 3}, "a long line that is no sentence ends no head"


def test_a_piece_before_the_text_stands_before_its_first_paragraph() -> None:
    """Numbers of body paragraphs, by how many letters of the text stand before a place."""
    bodies = _Bodies.of(statement(["We met."], ["We agreed."]).paragraphs)
    assert [bodies.at(letter) for letter in (0, 1, 99)] == [0, 1, 2]
    assert _Bodies.of(()).at(3) == 0


def test_the_symbol_alone_above_the_text_is_the_document_s_own() -> None:
    def document(*lines: str) -> Source:
        return source(*(RawBlock(text=text) for text in lines), RawBlock(text="The Conference met in May."))

    assert proposals(document("LHC/RES/7/3", "Lamps of the pier")).symbol == "LHC/RES/7/3"
    assert proposals(document("LHC/RES/7/3", "LHC/RES/7/4", "Lamps of the pier")).symbol == ""
    assert proposals(document("Lamps of the pier, LHC/RES/7/3")).symbol == ""


TOP = ["United Nations", "LC/12/7", "Distr.: General"]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        # What stands behind the last proof is of the head as long as each line shows something of one.
        ([*TOP, "3 May 2031", "Original: English", "Joint statement"], 5),
        ([*TOP, "Joint statement", "3 May 2031"], 3),
        # Place and days of a meeting are, between lines of the head alone.
        ([*TOP, "Oslo, 3-5 May 2031", "Agenda item 5", "Joint statement"], 5),
        ([*TOP, "Oslo, 3-5 May 2031", "Joint statement"], 3),
        # Sixteen lines are looked at.
        ([*["Piers"] * 13, *TOP, "They met."], {13, 14, 15}),
        ([*["Piers"] * 14, *TOP, "They met."], {14, 15}),
        ([*["Piers"] * 15, *TOP, "They met."], 0),
        # A closed line of 60 characters ends it, and so does a lead-in or any line over 160.
        (["x" * 58 + ".", *TOP], {1, 2, 3}), (["x" * 59 + ".", *TOP], 0), (["They list:", *TOP], 0),
        (["x" * 160, *TOP], {1, 2, 3}), (["x" * 161, *TOP], 0),
        # A row is of the head if its cells are; one may be an unknown name, beside symbol and distribution.
        (["United Nations | LC/12/7 | Distr.: General", "Joint statement"], 1),
        (["Lake Council | LC/12/7 | Distr.: General", "Joint statement"], 1),
        (["Lake Council | Sea Council | LC/12/7 | Distr.: General", "Joint statement"], 0),
        (["Lake Council | LC/12/7", "Distr.: General", "Joint statement"], 2),
        (["Lake Council 7 | LC/12/7 | Distr.: General", "Joint statement"], 0),
        # A symbol stands at the edge of its line.
        (["United Nations LC/12/7", "Joint statement"], 1), (["Lake Council LC/12/7", "Distr.: General"], 2),
        (["See LC/12/7 for all", "Distr.: General", "United Nations"], {1, 2}),
        # A day beside the name, and one that is printed from right to left.
        (["United Nations, 3 May 2031", "LC/12/7"], 2), ([*TOP, "May 2031 3", "Joint statement"], 4),
        ([*TOP, "May 2031 33", "Joint statement"], 3),
    ],
)  # fmt: skip
def test_how_far_a_masthead_goes(texts: list[str], wanted: int | set[int]) -> None:
    assert masthead(texts) == (set(range(wanted)) if isinstance(wanted, int) else wanted)
