"""The compilation table: every sentence once in its column, in four formats, safe in each."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import pytest
from hypothesis import given

from p5diff.model.comparison import Comparison
from p5diff.model.statement import Coverage
from p5diff.report import table
from p5diff.report.spreadsheet import to_csv
from p5diff.report.table.compile import LEGEND, NOT_COVERED, SILENT, compiled
from p5diff.text.visible import visible
from tests.report.factory import comparison, comparisons, from_paragraphs, metadata, pair, sentence
from tests.report.htmlpage import parsed
from tests.report.pandoc import needs_pandoc, paragraphs


def series() -> list[Comparison]:
    first = from_paragraphs([["One."], ["Two."]], [["One."], ["Two changed."]])
    second = from_paragraphs([["One."], ["Two changed."]], [["Three."]])
    return [first, second]


@given(comparisons(hostile=False, labels=False))
def test_every_sentence_stands_once_in_its_column(compared: Comparison) -> None:
    made = compiled(compared)
    for index, side in enumerate(("before", "after")):
        said = sorted("".join(text for row in made.rows for _, text in row.cells[index].entries))
        wanted = sorted("".join(s.text for c in compared.changes for s in getattr(c.pair, side)))
        assert [c for c in said if not c.isspace()] == [c for c in wanted if not c.isspace()]


def test_n_comparisons_make_n_plus_one_columns() -> None:
    made = compiled(series())
    assert [column.name for column in made.columns] == ["old:en", "new:en", "new:en"]
    other = next(row for row in made.rows if row.label == "Other")
    assert [cell.entries for cell in other.cells][1] == (("¶2", "Two changed."),)


def test_a_partial_text_says_that_it_is_silent() -> None:
    partial = metadata("old", coverage=Coverage.PARTIAL, not_covered=("*",))
    made = compiled(comparison([pair([], [sentence("New.", 0, 1)])], before=partial))
    assert made.rows[0].cells[0].silence == f"? {NOT_COVERED}" != SILENT
    assert made.cautions


def test_no_comparison_is_refused() -> None:
    with pytest.raises(ValueError, match="a table needs a comparison"):
        compiled([])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", " ="])
def test_no_cell_can_start_a_formula(start: str) -> None:
    evil = f"{start}cmd|' /C calc'!A0"
    compared = comparison([pair([sentence(evil, 0, 1)], [sentence("Good.", 0, 1)])], before=metadata(evil))
    cells = [cell for row in csv.reader(io.StringIO(table.csv(compared))) for cell in row]
    assert not [cell for cell in cells if cell.strip()[:1] in {"=", "+", "-", "@", "＝"}]
    assert any(evil.strip() in cell for cell in cells)


@pytest.mark.parametrize(
    "word", ["::error::x", "  ::set-output name=a::b", "##[command]x", "said\n\t::warning::y"]
)
def test_no_line_of_a_table_is_a_command_of_a_build_server(word: str) -> None:
    """The first cell begins a line, and so does whatever follows a line end in any cell."""
    written = to_csv([[word, "plain"], ["plain", word]])
    assert not re.search(r"(?m)^\"?\s*(::|##\[)", written)
    assert written.count(word.strip().rpartition("\n")[2].strip()) == 2


def test_colons_within_a_line_stay_as_they_are() -> None:
    assert to_csv([["a::b", "the text: x ##[1]"]]) == "a::b,the text: x ##[1]\n"


def test_all_formats_hold_the_same_words() -> None:
    compared = series()
    page = parsed(table.html(compared))
    shown = page.text()
    for words in ("One.", "Two.", "Two changed.", "Three.", "¶2"):
        assert words in shown
        assert words in table.csv(compared)
        assert words.replace(".", "") in table.markdown(compared).replace("**", "")
    header = next(csv.reader(io.StringIO(table.csv(compared))))
    assert header == ["Topic", "old:en", "new:en", "new:en"]


@given(comparisons())
def test_the_markdown_table_has_the_same_cells_in_each_row(compared: Comparison) -> None:
    from markdown_it import MarkdownIt

    found = MarkdownIt("commonmark").enable("table").parse(table.markdown(compared))
    rows: list[int] = []
    for token in found:
        if token.type == "tr_open":
            rows.append(0)
        elif token.type in ("th_open", "td_open"):
            rows[-1] += 1
    assert set(rows) == {3}
    assert len(rows) == 1 + len(compiled(compared).rows)


@pytest.mark.system
@needs_pandoc
def test_the_word_table_opens_and_holds_the_words() -> None:
    read = json.dumps(paragraphs(table.docx(series()), "accept"), ensure_ascii=False)
    for words in ("Three", "changed", "Topic"):
        assert words in read


def test_word_and_markdown_mark_the_words_that_changed_and_number_the_change() -> None:
    compared = series()
    assert "`~-` ¶2 \\#1 Two **changed**." in table.markdown(compared)
    assert "In bold: words that" in table.markdown(compared)
    with zipfile.ZipFile(io.BytesIO(bytes(table.docx(compared)))) as package:
        document = package.read("word/document.xml").decode()
    under = re.findall(r'<w:u w:val="single"/></w:rPr><w:t xml:space="preserve">([^<]*)</w:t>', document)
    assert "".join(under).strip() == "Three changed"
    assert "~- ¶2 #1 " in document


@given(comparisons())
def test_hidden_characters_are_spelled_out(compared: Comparison) -> None:
    for made in (table.html(compared), table.csv(compared), table.markdown(compared)):
        flat = made.replace("\n", "").replace("\t", "")
        assert visible(flat) == flat


@pytest.mark.parametrize(
    ("suffix", "start"), [(".html", "<!DOCTYPE"), (".csv", "Topic,"), (".md", "| Topic"), ("", "| Topic")]
)
def test_a_file_name_chooses_the_form(suffix: str, start: str) -> None:
    assert str(table.render(series(), suffix=suffix)).startswith(start)
    assert table.render(series(), suffix=".DOCX").startswith(b"PK")  # type: ignore[arg-type]


def test_a_sentence_stands_under_every_topic_it_has_and_bears_its_signs() -> None:
    from p5diff.workflows.compare import compare_statements
    from tests.meaning.texts import statement

    both = "They will report on safeguards and on the entry into force of the CTBT by 2031."
    old = statement(
        [both], ["They agreed to adopt a code of conduct."], ["They thank the host of the meeting."]
    )
    new = statement(
        [both], ["They agreed to consider a code of conduct."], ["They will publish a glossary of key terms."]
    )
    compared = compare_statements(old, new)
    topics = {tag.topic for tag in compared.changes[0].topics}
    made = compiled(compared)
    holding = [row.label for row in made.rows if any(both in text for _, text in row.cells[0].entries)]
    assert len(topics) > 1 and len(holding) == len(topics)
    signs = [
        {
            text: mark
            for row in made.rows
            for mark, (_, text) in zip(row.cells[side].marks, row.cells[side].entries, strict=True)
        }
        for side in (0, 1)
    ]
    assert signs[0][both] == signs[1][both] == ""
    assert signs[0]["They thank the host of the meeting."] == "-"
    assert signs[1]["They agreed to consider a code of conduct."] == "~▼"
    assert signs[1]["They will publish a glossary of key terms."] == "+"
    for shown in (table.markdown(compared), table.html(compared), table.csv(compared)):
        assert "~▼" in shown
    assert all(sign in LEGEND for sign in "+~≈↕▲▼-—?")


def test_heads_bear_dates() -> None:
    from dataclasses import replace

    compared = series()[0]
    dated = replace(compared, before=replace(compared.before, adopted="2011-07-01"))
    assert 'datetime="2011-07-01"' in table.html(dated)
    assert "2011-07-01" in table.markdown(dated).splitlines()[0]
    assert list(csv.reader(io.StringIO(table.csv(dated))))[1][:2] == ["Date", "2011-07-01"]


def reworded() -> list[Comparison]:
    """Old, new, newest: a word changes twice, a sentence comes and goes."""
    old = [["They met in Geneva."], ["They thank the hosts."]]
    new = [["They met in Vienna."], ["They will report by 2031."]]
    newest = [["They met in Lisbon."]]
    first, second = from_paragraphs(old, new), from_paragraphs(new, newest)
    return [first, second]


def test_words_that_the_statement_before_does_not_have_are_underlined() -> None:
    shown = parsed(table.html(reworded()))
    marked = [node.text() for node in shown.walk() if node.tag == "ins"]
    assert marked[:2] == ["Vienna", "Lisbon"] and "in Geneva" not in " ".join(marked)
    made = compiled(reworded())
    for row in made.rows:
        for cell in row.cells:
            for (_, text), runs in zip(cell.entries, cell.runs, strict=True):
                assert "".join(words for _, words in runs) == text


def test_each_change_leads_to_its_page_and_number() -> None:
    from p5diff.report.view import rows as numbered

    compared = reworded()
    names = ["one.html", "two.html"]
    shown = parsed(table.html(compared, names))
    links = {node.attributes["href"] for node in shown.walk() if node.tag == "a"}
    wanted = set(names)
    for name, one in zip(names, compared, strict=True):
        wanted |= {
            f"{name}#c{row.number}"
            for row in numbered(one)
            if row.number and row.pair.kind.value != "dropped"
        }
    assert wanted <= links
    assert all(link.split("#")[0] in names for link in links)
    assert not [node for node in parsed(table.html(compared)).walk() if node.tag == "a"]


def test_more_statements_than_a_screen_holds_can_be_chosen() -> None:
    few, many = table.html(series()), table.html([*series(), *series(), *series()])
    assert 'type="checkbox"' not in few
    boxes = [node for node in parsed(many).walk() if node.attributes.get("type") == "checkbox"]
    assert len(boxes) == len(compiled([*series(), *series(), *series()]).columns)
    assert sum("checked" in node.attributes for node in boxes) == 4


def test_the_columns_of_the_csv_stay_where_they_are() -> None:
    """A statement more adds a column at the end and moves none."""
    one = list(csv.reader(io.StringIO(table.csv(series()[:1]))))
    two = list(csv.reader(io.StringIO(table.csv(series()))))
    assert [row[:3] for row in two[:2]] == [row[:3] for row in one[:2]]
    assert {len(row) for row in two if row[0] != "Before you quote"} == {4}


def test_a_sentence_that_the_next_statement_drops_leads_to_that_comparison() -> None:
    first = from_paragraphs([["They stay."], ["They met."]], [["They stay."], ["They met."]])
    second = from_paragraphs([["They stay."], ["They met."]], [["They stay."]])
    shown = table.html([first, second], ["one.html", "two.html"])
    assert 'href="two.html#c1"' in shown and 'href="one.html#c' not in shown


def test_another_spelling_is_not_underlined() -> None:
    from p5diff.workflows.compare import compare_statements
    from tests.meaning.texts import statement

    made = compare_statements(
        statement(["The programme of the old centre opened in Geneva in spring."]),
        statement(["The program of the old center opened in Vienna in spring."]),
    )
    marked = [node.text() for node in parsed(table.html(made)).walk() if node.tag == "ins"]
    assert marked == ["Vienna"]
