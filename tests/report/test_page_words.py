"""A report page speaks the six languages: every word of its own is in every file of phrases."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files as resources
from pathlib import Path

import pytest

from p5diff.model.alignment import PairKind
from p5diff.model.clause import ClauseRole
from p5diff.model.comparison import Comparison
from p5diff.model.setaside import SetAsideReason
from p5diff.model.statement import Coverage, Role
from p5diff.report import docx, html, markdown, odt, table
from p5diff.report.html.foot import facts
from p5diff.report.html.speech import SCRIPT, STYLE
from p5diff.report.phrasebook import LANGUAGES, PageWords, phrases
from p5diff.report.phrases import EDITION_WORDS, KIND_WORDS, KINDS, SHAPE_WORDS
from p5diff.report.table.compile import LEGEND, LEGEND_BOLD, NOT_COVERED
from p5diff.report.view import FIXED_LABELS
from p5diff.workflows.compare import compare_statements
from tests.cli.run import p5diff
from tests.meaning.texts import statement
from tests.series.test_site_words import SAID, patterns

OTHERS = [code for code in LANGUAGES if code != "en"]
MANY = re.compile(r"""say\.many\([^"']*["']([^"']*)["'],\s*["']([^"']*)["']""")
TEMPLATES = ("report.html", "parts.html", "index.html", "print.html", "table.html")
MODULES = (
    "cover.py",
    "excerpt.py",
    "markdown.py",
    "phrases.py",
    "selection.py",
    "setaside.py",
    "view.py",
    "docx/comments.py",
    "table/__init__.py",
    "table/word.py",
)


def wanted() -> set[str]:
    """Everything that a page may say: what templates and code hold, and the names of the model."""
    report = resources("p5diff.report")
    found: set[str] = set()
    for name in TEMPLATES:
        text = report.joinpath("templates", name).read_text(encoding="utf-8")
        found |= {a or b for a, b in SAID.findall(text)} | {more for _, more in MANY.findall(text)}
    for name in MODULES:
        text = report.joinpath(*name.split("/")).read_text(encoding="utf-8")
        found |= patterns(text) | {a or b for a, b in SAID.findall(text)}
    for source in report.joinpath("html").iterdir():
        if source.name.endswith(".py"):
            text = source.read_text(encoding="utf-8")
            found |= patterns(text) | {a or b for a, b in SAID.findall(text)}
            found |= {more for _, more in MANY.findall(text)}
    script = report.joinpath("templates", "report.js").read_text(encoding="utf-8")
    said = set(re.findall(r'\bwords\("([^"]*)"', script))
    for one, more in re.findall(r'many\(\w+, "([^"]*)", "([^"]*)"\)', script):
        said |= {one, more}
    assert said <= set(SCRIPT), "the script says what the page does not give it"
    found |= set(SCRIPT) | {words for _, words in STYLE}
    found |= set(KINDS) | set(KIND_WORDS.values()) | set(SHAPE_WORDS.values()) | {k.value for k in PairKind}
    found |= {r.value for r in SetAsideReason} | {r.value for r in Role if r is not Role.BODY}
    found |= set(EDITION_WORDS.values()) | {c.value for c in Coverage} | set(FIXED_LABELS)
    found |= {"not compared across languages", "stronger", "weaker", "partial"}
    found |= {"Paragraphs merged", "Paragraphs regrouped", "Paragraph split", "Left out of the text"}
    found |= {f"1 {w}" for w in ("piece left out of both texts, unchanged", "other change not shown")}
    found |= {"1 more change, marked in the text", "1 of print or formalities only"}
    found |= {"1 sentence not compared (a partial text, or another language)"}
    found |= {LEGEND, LEGEND_BOLD, NOT_COVERED} | {role.value for role in ClauseRole}
    found -= {"{n} sentence unchanged, not shown here."}
    found -= {"{n} paragraph unchanged", "{n} more topic: each stands in the filter above the texts"}
    found |= set(facts(statement(["—"]).meta))
    found |= {f"The text {side} is partial: {_PARTIAL}" for side in ("before", "after")}
    found -= {"unreviewed", _DATED.partition("As they")[0]}  # in another table; a piece of a phrase
    return {words for words in found if re.search(r"\w", words) and not words.startswith("\\d")}


_PARTIAL = "what it does not cover counts as neither new nor dropped."
_DATED = (
    "The text before is dated {first}, the text after {second}: are they in the right order? "
    "As they stand, new means older."
)


@pytest.mark.parametrize("language", OTHERS)
def test_no_language_lacks_a_word_or_has_one_that_nothing_says(language: str) -> None:
    tables = phrases(language).tables
    assert len(wanted()) > 150
    assert sorted(wanted() - set(tables["site"]) - set(tables["report"])) == []
    assert sorted(set(tables["report"]) - wanted()) == []
    assert not set(tables["report"]) & set(tables["site"]), "one home for a phrase"


@pytest.mark.parametrize("table", ["report", "site"])
@pytest.mark.parametrize("language", OTHERS)
def test_a_phrase_takes_the_values_of_the_english_one(language: str, table: str) -> None:
    for words, own in phrases(language).tables[table].items():
        for at, form in enumerate(own if isinstance(own, list) else [own]):
            in_the_word = {"{n}"} if at < 3 and isinstance(own, list) and language == "ar" else set()
            assert set(re.findall(r"\{\w+\}", words)) - set(re.findall(r"\{\w+\}", form)) <= in_the_word
            assert set(re.findall(r"\{\w+\}", form)) <= set(re.findall(r"\{\w+\}", words)), words
            assert form.strip() or words == "; "


def english_in(page: str, language: str) -> list[str]:
    """Our English phrases that a page says in text or label, where the language has its own."""
    tables = phrases(language).tables
    page = re.sub(r"<(script|style|code)\b.*?</\1>", "", page, flags=re.S)
    page = re.sub(r'<dl class="facts">.*?</dl>', "", page, flags=re.S)  # names of rules and settings
    labels = re.findall(r'\b(?:aria-label|title|placeholder)="([^"]*)"', page)
    said = "¶".join([re.sub(r"<[^>]*>", "¶", page), *labels])
    own = {**tables["site"], **tables["report"]}
    found = [w for w, o in own.items() if len(w) > 4 and "{" not in w and o != w]
    return [w for w in found if re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", said)]


def compared() -> list[tuple[str, Comparison]]:
    """Comparisons with every sort of change."""
    old = statement(
        ["各方承诺公布登记册。", "各方欢迎会谈。"],
        ["各方将在日内瓦开会。"],
        ["此段将被删去。"],
        language="zh",
    )
    new = statement(
        ["各方打算公布登记册。", "各方欢迎会谈。"], ["各方将在维也纳开会。它们感谢东道国。"], language="zh"
    )
    made = compare_statements(old, new)
    partial = replace(old, meta=replace(old.meta, coverage=Coverage.PARTIAL, not_covered=("*",)))
    return [("whole", made), ("partial", compare_statements(partial, new))]


@pytest.mark.parametrize("language", OTHERS)
def test_the_page_says_nothing_in_english(language: str) -> None:
    for _, made in compared():
        page = html.render(made, words=language)
        assert english_in(page, language) == []
        way = ' dir="rtl"' if language == "ar" else ""
        assert f'<html lang="{language}"{way}>' in page
        assert PageWords(language).book.say("unreviewed").replace("'", "&#39;") in page
        assert PageWords(language)("Skip to the texts") in page
        assert f" [{PageWords(language)('inserted')}: " in page


def in_words(data: bytes) -> str:
    """What a Word or OpenDocument file says: the text of all its parts, apart from names of styles."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml") and "Content_Types" not in name and "manifest" not in name:
                found.append(re.sub(r"<[^>]*>", "¶", package.read(name).decode("utf-8")))
    return "¶".join(found)


FORMS: dict[str, Callable[[Comparison, str], str]] = {
    "docx": lambda made, words: in_words(docx.render(made, words=words)),
    "odt": lambda made, words: in_words(odt.render(made, words=words)),
    "markdown": lambda made, words: markdown.render(made, words=words, full=True),
    "table.html": lambda made, words: table.html([made, made], ["a", "b"], words=words),
    "table.docx": lambda made, words: in_words(table.docx(made, words)),
    "table.csv": table.csv,
    "table.md": table.markdown,
}
LATIN = frozenset({"diff", "six", "steps"})
"""p5diff, and the name of the ladder in use."""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", OTHERS)
def test_no_form_says_anything_in_english(language: str, form: str) -> None:
    """Nor, in languages of another script, any word in Latin letters but names of files and of ladders."""
    for name, made in compared():
        drawn = FORMS[form](made, language)
        said = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", "¶", drawn, flags=re.S)
        assert len(re.sub(r"\W", "", said)) > 60
        assert english_in(drawn, language) == [], name
        if language in ("zh", "ar", "ru"):
            for known in (*dict(made.topics).values(), *(rule.name for rule in made.provenance.rules)):
                said = said.replace(known, "")
            said = re.sub(r"[0-9a-f]{12}", "", said)
            assert set(re.findall(r"[a-z]{3,}", said.lower())) <= LATIN, name


def test_english_pages_stay_as_they_were() -> None:
    page = html.render(compared()[0][1])
    assert '<html lang="en">' in page and "data-words" not in page.partition("<script>")[0]
    assert ">Skip to the texts<" in page and "not been reviewed" not in page


@pytest.mark.parametrize("count", [2, 3])
def test_a_folder_of_reports_is_of_one_language(tmp_path: Path, count: int) -> None:
    for year in range(2001, 2001 + count):
        text = f"各方承诺在{year}年公布登记册。\n\n各方感谢东道国。"
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    texts = sorted(tmp_path.glob("*.txt"))
    done = p5diff("report", *texts, "-o", tmp_path / "out", "--lang", "es")
    assert done.returncode == 0, done.stderr
    pages = list((tmp_path / "out").glob("*.html"))
    assert len(pages) > 1
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert '<html lang="es">' in text, page.name
        assert english_in(text, "es") == [], page.name
    wrong = p5diff("report", *texts, "-o", tmp_path / "out2", "--lang", "de")
    assert wrong.returncode == 2 and "de" in wrong.stderr


def test_diff_speaks_the_language_in_every_file(tmp_path: Path) -> None:
    for name, text in (("a.txt", "The States will report."), ("b.txt", "The States may report.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    texts = (tmp_path / "a.txt", tmp_path / "b.txt")
    done = p5diff("diff", *texts, "-o", tmp_path / "page.html", "--lang", "fr")
    assert done.returncode == 0, done.stderr
    assert '<html lang="fr">' in (tmp_path / "page.html").read_text(encoding="utf-8")
    for name, words in (("page.md", "En bref"), ("page.csv", "Thème")):
        done = p5diff("diff", *texts, "-o", tmp_path / name, "--lang", "fr")
        assert done.returncode == 0, done.stderr
        assert words in (tmp_path / name).read_text(encoding="utf-8-sig")
    for name in ("page.docx", "page.odt"):
        assert p5diff("diff", *texts, "-o", tmp_path / name, "--lang", "fr").returncode == 0
        assert "Comparé avec" in in_words((tmp_path / name).read_bytes())
    refused = p5diff("diff", *texts, "--lang", "fr")
    assert refused.returncode == 2 and "--lang" in refused.stderr and "html" in refused.stderr
