"""The page docs/tricky-languages.md: texts in two languages and what is shown of them."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from p5diff import language as languages
from p5diff.model.statement import Metadata, Statement
from p5diff.report.concord.rows import places
from p5diff.text import stored
from p5diff.workflows.concord import concord_statements
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "tricky-languages.md"
_CASE = re.compile(
    r"(?ms)^## (?P<title>\d+\. .*?) \((?P<one>\w\w), (?P<two>\w\w)\)$(?:(?!^## ).)*?"
    r"^before:\n+```\n(?P<before>.*?)```\n+after:\n+```\n(?P<after>.*?)```\n+"
    r"shown:\n+```\n(?P<shown>.*?)```"
)


class Case(NamedTuple):
    title: str
    languages: tuple[str, str]
    texts: tuple[str, str]
    shown: str


def cases() -> list[Case]:
    return [
        Case(m["title"], (m["one"], m["two"]), (m["before"], m["after"]), m["shown"])
        for m in _CASE.finditer(PAGE.read_text(encoding="utf-8"))
    ]


def statement(text: str, language: str) -> Statement:
    paragraphs = stored.parse(text, language=languages.get(language))
    return Statement(meta=Metadata(ref=language, id="invented", language=language), paragraphs=paragraphs)


def shown(case: Case) -> str:
    one, two = (statement(t, c) for t, c in zip(case.texts, case.languages, strict=True))
    made = concord_statements(one, two)
    lines = [
        f"{'+'.join(link.before) or '–'} ↔ {'+'.join(link.after) or '–'}{' moved' if link.moved else ''}"
        for link in made.links
    ]
    lines += [f"! {item.kind.value} {places(item)}: {item.explanation}" for item in made.discrepancies]
    return "".join(line + "\n" for line in lines)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    found = shown(case)
    if found != case.shown:
        got = PAGE.with_suffix(".got.md")
        page = (got if got.exists() else PAGE).read_text(encoding="utf-8")
        start = page.index(f"## {case.title} ")
        at = page.index("shown:\n\n```\n", start) + len("shown:\n\n```\n")
        end = page.index("```", at)
        got.write_text(page[:at] + found + page[end:], encoding="utf-8")
    assert found == case.shown


def test_there_are_ten_or_more_cases_in_all_six_languages() -> None:
    assert len(cases()) >= 10
    assert {code for case in cases() for code in case.languages} == {"en", "fr", "es", "ru", "zh", "ar"}
