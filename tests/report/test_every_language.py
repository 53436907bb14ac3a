"""Every output in every language, of texts in that language, and no English word in any of them."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files as resources
from pathlib import Path

import pytest

from p5diff.model.alignment import Note
from p5diff.report import docx, html, markdown, odt, table
from p5diff.report.brief import brief
from p5diff.report.phrasebook import LANGUAGES, PageWords, phrases
from p5diff.report.sheets import html as sheet_html
from p5diff.report.sheets import markdown as sheet_markdown
from p5diff.report.sheets import word as sheet_word
from p5diff.report.sheets.sheet import sheet
from p5diff.report.site import files
from p5diff.report.terminal.brief import brief_lines
from p5diff.report.terminal.layout import plain
from p5diff.workflows.compare import compare_statements
from p5diff.workflows.series import woven
from p5diff.workflows.site import made
from tests.report.test_page_words import in_words
from tests.series.material import planted

OTHERS = tuple(code for code in LANGUAGES if code != "en")
TELLS_NO_PAGE = ("corpus/write/", "workflows/add.py", "workflows/concord.py")
"""Their notes are for a terminal, where commands that take no `--lang` say them."""
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = frozenset(
    "p5diff diff sha full lang all six steps acts topics instruments csv json matrix threads series site "
    "docx word javascript enter esc oslo id row ins del html xml utf github iso".split()
)
"""Names of files, forms, keys, rules and columns; a name of the project's own texts."""


@cache
def messages() -> tuple[str, ...]:
    """What every note of the code says, `{}` for each value."""
    return tuple(dict.fromkeys(_messages()))


def _messages() -> Iterator[str]:
    root = resources("p5diff")
    for path in sorted(Path(str(root)).rglob("*.py")):
        if any(part in path.as_posix() for part in TELLS_NO_PAGE):
            continue
        code = path.read_text(encoding="utf-8")
        for function in ast.walk(ast.parse(code)) if "Note(" in code else ():
            if isinstance(function, ast.FunctionDef):
                yield from _of(function)


def _of(function: ast.FunctionDef) -> Iterator[str]:
    named: dict[str, list[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(_text(node.value))
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Note":
            said = next((k.value for k in node.keywords if k.arg == "message"), None)
            for text in _read(said, named):
                if re.search(r"[a-z]{3,} [a-z]{3,}", text):
                    yield text


def _read(node: ast.expr | None, named: dict[str, list[str]]) -> Iterator[str]:
    """The message as written, where a variable was given one thing alone that; as a whole, each of them."""
    if isinstance(node, ast.Name):
        yield from (text for text in named.get(node.id, []) if not text.endswith(": "))
    elif isinstance(node, ast.BinOp):
        yield "".join(_single(part, named) for part in (node.left, node.right))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            _single(v.value if isinstance(v, ast.FormattedValue) else v, named) for v in node.values
        )
    elif node is not None:
        yield _text(node)


def _single(node: ast.expr, named: dict[str, list[str]]) -> str:
    if isinstance(node, ast.Name):
        known = named.get(node.id, [])
        return known[0] if len(known) == 1 else "{}"
    if isinstance(node, ast.BinOp):
        return "".join(_single(part, named) for part in (node.left, node.right))
    return _text(node)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(v) if isinstance(v, ast.Constant) else "{}" for v in node.values)
    return "{}"


def test_every_note_that_a_page_may_show_is_in_the_book() -> None:
    """Which has the same notes in every language, as another test holds."""
    book = [re.sub(r"\{\w+\}", "7", key) for key in phrases("fr").tables["notes"]]
    found, say = messages(), PageWords("fr")
    assert len(found) > 40
    for message in (message.removeprefix("{}: ") for message in found):
        pattern, told = re.compile(re.escape(message).replace(r"\{\}", ".*")), message.replace("{}", "7")
        assert say.note(told) != told or any(pattern.fullmatch(key) for key in book), message


@pytest.mark.parametrize("language", OTHERS)
def test_every_rung_of_our_ladders_has_a_name(language: str) -> None:
    say = PageWords(language)
    for path in resources("p5diff.data.commitment").iterdir():
        if path.name.startswith("ladder."):
            ladder = tomllib.loads(path.read_text(encoding="utf-8"))
            for rung in ladder["rung"]:
                own = say.rung(rung["id"])
                assert own != rung["id"] or (own, language) == ("position", "fr")
            assert say.note(ladder["source"]) != ladder["source"]
    assert say.rung("a rung of {one}'s own") == "a rung of {one}'s own"


DAYS = {"fr": "25 octobre", "es": "25 de octubre", "ru": "25 октября", "zh": "10月25日", "en": "25 October"}


@pytest.mark.parametrize(("language", "day"), [*DAYS.items(), ("ar", "25 تشرين الأول/أكتوبر")])
def test_a_day_of_any_year_is_said_in_the_language(language: str, day: str) -> None:
    assert PageWords(language).day("--10-25") == day


_NO_WORDS = re.compile(
    r"https?://[\w./-]+|[0-9a-f]{12,64}|\S+\.(?:toml|html|csv|json|txt|js)\b|\bp5\w*|`[^`]*`", re.ASCII
)
"""Addresses, checksums, names of files, commands."""


def flat(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from flat(one)
    elif isinstance(value, list):
        yield from map(str, value)
    elif isinstance(value, str):
        yield value


def words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(re.sub(r"\{\w*\}", " ", text))}


@cache
def english() -> frozenset[str]:
    """Every word that our English says: of the phrases, of the notes, of the names of topics and rungs."""
    keys = (key for found in phrases("fr").tables.values() for key in found)
    labels = tomllib.loads(resources("p5diff.data").joinpath("topics.toml").read_text(encoding="utf-8"))[
        "topic"
    ]
    return frozenset(words(" ".join([*flat(phrases("en").tables), *keys, *messages(),
        *(one["label"]["en"] for one in labels)])))  # fmt: skip


def shown(page: str) -> str:
    """What a page shows and says, without names of rules and settings at its foot."""
    page = re.sub(r"<(script|style|code|dt)\b.*?</\1>", " ", page, flags=re.S)
    page = re.sub(r"<dd><code>.*?</dd>", " ", page, flags=re.S)
    labels = re.findall(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"', page)
    return " ".join([re.sub(r"<[^>]*>", " ", page), *labels])


def outputs(language: str) -> Iterator[tuple[str, str]]:
    """Name and words of every output of three texts, with notes."""
    three = planted(language, 1, twins=3).statements[:3]
    book = [key for key in phrases("fr").tables["notes"] if len(key.split()) > 3]
    notes = tuple(Note(slug="x", message=re.sub(r"\{\w+\}", "7", key)) for key in book)
    found = compare_statements(*three[:2])
    found = replace(found, provenance=replace(found.provenance, notes=notes))
    said = brief(found, say=PageWords(language))
    lines = brief_lines(said, 80, full=True, words=phrases(language))
    yield "brief", "\n".join(map(plain, lines))
    page = sheet(said, phrases(language), full=True)
    yield "brief.html", shown(sheet_html.render(page))
    yield "brief.md", sheet_markdown.render(page)
    yield "brief.docx", in_words(sheet_word.render(page))
    yield "diff.html", shown(html.render(found, words=language))
    yield "diff.md", markdown.render(found, words=language, full=True)
    yield "diff.docx", in_words(docx.render(found, words=language))
    yield "diff.odt", in_words(odt.render(found, words=language))
    yield "table.html", shown(table.html([found], ["a", "b"], words=language))
    yield "table.docx", in_words(table.docx([found], language))
    for name, data in files(made(woven(three), title="—", words=language)):
        text = data.decode("utf-8-sig")
        if name.endswith(".html"):
            yield name, shown(text)
        elif name.endswith(".csv"):  # the first column names rows for programs
            yield name, "\n".join(line.partition(",")[2] for line in text.splitlines())


@pytest.mark.parametrize("language", OTHERS)
def test_no_output_says_an_english_word(language: str) -> None:
    """In languages of another script no word in Latin letters at all; in the others none of ours that the
    language does not have, too."""
    labels = tomllib.loads(resources("p5diff.data").joinpath("topics.toml").read_text(encoding="utf-8"))[
        "topic"
    ]
    texts = " ".join(one.text for s in planted(language, 1, twins=3).statements for one in s.sentences())
    own = words(
        " ".join([texts, *flat(phrases(language).tables), *(one["label"][language] for one in labels)])
    )
    drawn = dict(outputs(language))
    assert {"brief", "brief.docx", "diff.odt", "index.html", "matrix.csv", "about.html"} <= set(drawn)
    for name, text in drawn.items():
        found = words(_NO_WORDS.sub(" ", text))
        if language in ("fr", "es"):
            found &= english()
        foreign = {w for w in found - own - NAMES if w.isascii() and w != language}
        assert sorted(foreign) == [], name
        if language in ("zh", "ar"):
            commas = re.findall(r"[^\W\da-zA-Z_]{2}, [^\W_]+", text)
            assert [c for c in commas if "p1" not in c] == [], name
