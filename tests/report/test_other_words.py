"""Under `--lang` nothing of a page's own is English: topics, notes, names, editions, in every form."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from p5diff.model.alignment import Note
from p5diff.model.comparison import Comparison
from p5diff.report import docx, html, markdown
from p5diff.report.brief import Brief, brief
from p5diff.report.phrasebook import LANGUAGES, PageWords, phrases
from p5diff.report.sheets import html as sheet_html
from p5diff.report.sheets import markdown as sheet_markdown
from p5diff.report.sheets.sheet import sheet
from p5diff.report.terminal.brief import brief_lines
from p5diff.report.terminal.layout import plain
from p5diff.report.topicnames import in_language
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement

OTHERS = tuple(code for code in LANGUAGES if code != "en")
OLD = ["各方承诺在维也纳公布登记册。", "各方重申《联合国宪章》的原则。", "各方欢迎在山谷举行的疫苗会谈。"]
NEW = ["各方承诺在维也纳公布登记册和三份清单。", "各方敦促法国批准《全面禁止核试验条约》。"]
NOTES = (
    "one.md: left out as no part of the text: 5 × instruction (p5diff show --left-out lists them)",
    "two.md: left out as no part of the text: 1 × footnote: “—” (paragraph 19)",
    "one.md: taken to be Chinese, without being sure (--language overrules)",
    "Different editions are compared (digest with official): not every difference is the authors' own.",
)
KNOWN = frozenset("one two md full p5diff diff show left out language all zh ins del six steps".split())
"""Names of files and commands, of marks in Markdown and of the ladder."""


def made() -> Comparison:
    found = compare_statements(
        statement(*[[s] for s in OLD], language="zh"), statement(*[[s] for s in NEW], language="zh")
    )
    notes = tuple(Note(slug="set-aside", message=message) for message in NOTES)
    return replace(found, provenance=replace(found.provenance, notes=notes))


def in_chinese() -> Brief:
    return brief(made(), say=PageWords("zh"))


def latin(text: str) -> list[str]:
    """Words in Latin letters that are neither a name nor a command."""
    return [w for w in re.findall(r"[A-Za-z]{2,}", text) if w.lower() not in KNOWN and not w.isupper()]


@pytest.mark.parametrize("full", [False, True])
def test_a_brief_in_a_terminal_says_nothing_in_english(full: bool) -> None:
    words = phrases("zh")
    told = "\n".join(plain(x) for x in brief_lines(in_chinese(), 80, full=full, words=words))
    rungs = {"decision", "intention"}  # names of the ladder
    assert [w for w in latin(told) if w not in rungs] == []
    assert "第19段" in told or not full


def test_a_sheet_says_nothing_in_english() -> None:
    found = sheet(in_chinese(), phrases("zh"), full=True)
    assert latin(sheet_markdown.render(found)) == []
    page = re.sub(r"(?s)<(style|script).*?</\1>|<[^>]*>", " ", sheet_html.render(found))
    assert latin(page.replace("&#39;", "'")) == []


def test_reports_call_topics_and_notes_by_their_names_in_the_language() -> None:
    topics = [label for _, label in in_language(made(), "zh").topics]
    assert topics and not latin(" ".join(topics))
    for page in (html.render(made(), words="zh"), markdown.render(made(), words="zh")):
        shown = re.sub(r"(?s)<(style|script).*?</\1>", " ", page)
        assert topics[0] in shown
        assert "left out as" not in shown and "taken to be" not in shown
        assert not any(label in shown for _, label in made().topics)
    assert docx.render(made(), words="zh") != docx.render(made())


@pytest.mark.parametrize("language", OTHERS)
def test_every_topic_has_a_name_in_every_language(language: str) -> None:
    tables = tomllib.loads(files("p5diff.data").joinpath("topics.toml").read_text(encoding="utf-8"))["topic"]
    topics = tuple((table["id"], table["label"]["en"]) for table in tables)
    named = in_language(replace(made(), topics=topics), language).topics
    assert [topic for topic, _ in named] == [topic for topic, _ in topics]
    assert all(name == table["label"][language] for (_, name), table in zip(named, tables, strict=True))
    assert sum(name == label for (_, name), (_, label) in zip(named, topics, strict=True)) <= 1


def test_a_topic_that_is_called_otherwise_keeps_its_name() -> None:
    given = (("health", "Sickness and cures"), ("canals", "Canals"))
    assert in_language(replace(made(), topics=given), "fr").topics == given
    assert in_language(made(), "en") == made()


def source() -> str:
    """Our code, with strings that go on over two lines joined."""
    root = Path(str(files("p5diff")))
    text = "\n".join(
        path.read_text(encoding="utf-8")
        for path in [*sorted(root.rglob("*.py")), *root.rglob("ladder.*.toml")]
        if "report" not in path.parts
    )
    return re.sub(r"\"\s*\+?\s*f?\"", "", text)


@pytest.mark.parametrize("language", OTHERS)
def test_notes_are_those_that_the_code_makes_and_keep_their_values(language: str) -> None:
    say, code = PageWords(language), source()
    table = phrases(language).tables["notes"]
    assert set(table) == set(phrases("fr").tables["notes"])
    for words, own in table.items():
        assert isinstance(own, str)
        places = re.findall(r"\{(\w+)\}", words)
        assert sorted(places) == sorted(re.findall(r"\{(\w+)\}", own)), words
        filled = words.format(**{place: f"«{at}»" for at, place in enumerate(places)})
        told = say.note(filled)
        assert told == own.format(**{place: f"«{at}»" for at, place in enumerate(places)})
        # A pattern that begins with words of any sort takes the name of the file for one of them.
        if told != filled and not re.match(r"\{(?!n\}|share\}|ins\})", words):
            assert say.note(f"a: {filled}") == say.led("a") + told
        if len(places) < 2 and " " in words and not words.startswith(("paragraph", "page", "{")):
            start = (
                words.partition("{")[0].rstrip(" (").partition(" before is ")[0].partition(" after is ")[0]
            )
            assert start in code, "a note that nothing makes"


@pytest.mark.parametrize("language", OTHERS)
def test_a_note_tells_of_what_was_left_out_in_the_language(language: str) -> None:
    say = PageWords(language)
    for message in NOTES:
        told = say.note(message)
        assert told != message and "left out as" not in told and "(paragraph " not in told
        assert re.findall(r"\d+|“[^”]*”", told) == re.findall(r"\d+|“[^”]*”", message)
    assert say("footnote") in say.note(NOTES[1]) != NOTES[1]
    quoted = "one.md: left out as no part of the text: 1 × instruction: “[a]: https://b” (paragraph 2)"
    assert "“[a]: https://b”" in say.note(quoted), "what a text says stays as it is"
    assert say.note("something that no pattern knows: 5") == "something that no pattern knows: 5"
    assert PageWords("en").note(NOTES[0]) == NOTES[0]


def test_the_ledger_quotes_texts_in_the_language_of_the_page_and_names_what_others_say() -> None:
    said = {
        language: "\n".join(plain(x) for x in brief_lines(brief(made()), 80, words=phrases(language)))
        for language in ("zh", "fr", "en")
    }
    assert "法国 (¶2)" in said["zh"] and "全面禁止核试验条约" in said["zh"]
    assert "France (¶2)" in said["en"] and "CTBT (¶2)" in said["en"]
    assert "France (¶2)" in said["fr"] and "CTBT (¶2)" in said["fr"], "the text is not French"


def test_a_site_calls_its_topics_by_their_names_in_the_language() -> None:
    from p5diff.report.site import Made, files
    from p5diff.workflows.series import weave
    from tests.series.material import planted

    two = tuple(planted("en", 1).statements[:2])
    series = weave(two)
    drawn = Made(
        series=series,
        statements=two,
        comparisons=(compare_statements(*two),),
        title="a–b",
        version="0",
        words="fr",
    )
    pages = {name: data.decode() for name, data in files(drawn)}
    told = re.sub(r"<[^>]*>", " ", pages["index.html"]).replace("&#39;", "'")
    names = [label for _, label in in_language(series, "fr").topics]
    assert names and all(name in told for name in names)
    assert [label for _, label in series.topics if label in told and label not in names] == []
    assert all(label in pages["series.json"] for _, label in series.topics), "data stay as they are"


def test_places_in_the_ledger_and_colons_are_those_of_the_language() -> None:
    from p5diff.model.statement import Role

    one, two = (
        statement(
            [f"Déclaration du 3 mai {year}."],
            ["Nous publierons le registre."],
            language="fr",
            roles={0: Role.TITLE},
        )
        for year in (2017, 2020)
    )
    found = brief(compare_statements(one, two), say=PageWords("fr"))
    told = [plain(x) for x in brief_lines(found, 80, words=phrases("fr"))]
    (line,) = [x for x in told if "2020-05-03 (" in x]
    assert "(titre)" in line and "modifié\u00a0: " in line
