"""Markdown stays text: what a reader of Markdown sees are the words, and only our marks are marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from p5diff.model.alignment import Op
from p5diff.model.comparison import Comparison
from p5diff.report import markdown
from p5diff.report.marks import escaped, marked
from p5diff.text.visible import visible
from tests.report.factory import HOSTILE, comparisons, from_paragraphs, metadata, texts

LINES = ["- a", "+ a", "1. a", "12) a", "# a", "=====", "> a", "a * b * c", "`x`", "[a](b)", "![a](b)"]
LINKS = ["https://a.b", "www.a.b", "<https://a.b>", "HTTP://A.B", "javascript:alert(1)", "[a]: b", "a\n\n# b"]


def tokens(text: str) -> list[object]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    return [t for block in parser.parse(text) for t in (block.children or [block])]


@pytest.mark.parametrize("text", HOSTILE + LINES + LINKS)
def test_escaped_text_is_only_text(text: str) -> None:
    found = tokens(escaped(text, start=True))
    kinds = {t.type for t in found}  # type: ignore[attr-defined]
    assert kinds <= {"paragraph_open", "paragraph_close", "text", "text_special"}
    assert "".join(t.content for t in found) == visible(text).replace("\n", " ").strip()  # type: ignore[attr-defined]


@given(comparisons(labels=False))
def test_marks_are_read_as_marks(compared: Comparison) -> None:
    """Law 7: without what is struck, the text after; without what is bold, the text before."""
    for change in compared.changes:
        line = marked((edit.op, edit.text) for edit in change.pair.edits)
        for drop, text in (
            (("s", "del"), change.pair.after_text(compared.after.language)),
            (("strong", "ins"), change.pair.before_text(compared.before.language)),
        ):
            assert "".join(_read(line, drop).split()) == "".join(visible(text).split())


def _read(line: str, drop: tuple[str, str]) -> str:
    result, depth = "", 0
    for token in tokens(line):
        kind, content = token.type, token.content  # type: ignore[attr-defined]
        if kind == f"{drop[0]}_open" or content == f"<{drop[1]}>":
            depth += 1
        elif kind == f"{drop[0]}_close" or content == f"</{drop[1]}>":
            depth -= 1
        elif kind in ("text", "text_special") and not depth:
            result += content
    return result


@given(comparisons())
def test_criticmarkup_comes_apart_exactly(compared: Comparison) -> None:
    """Law 7, by the rules of CriticMarkup alone."""
    body = markdown.render(compared, criticmarkup=True).split("<<}\n\n", 1)[1]
    for drop, unwrap, side in (("--", r"\+\+", "after"), (r"\+\+", "--", "before")):
        text = re.sub(rf"\{{{drop}.*?{drop}\}}", "", body, flags=re.S)
        text = re.sub(rf"\{{{unwrap}(.*?){unwrap}\}}", r"\1", text, flags=re.S)
        got = [re.sub(r"\\([^\w\s])", r"\1", block) for block in text.split("\n\n")[:-1]]
        assert got == [visible(t) for t in texts(side, compared)]


def test_chinese_marks_that_touch_brackets_become_tags() -> None:
    line = marked([(Op.KEEP, "条约"), (Op.INSERT, "（新）"), (Op.KEEP, "的")])
    assert line == "条约<ins>（新）</ins>的"


def test_the_mail_says_what_was_compared_and_what_changed() -> None:
    compared = from_paragraphs([["They met.", "They consider it."]], [["They met.", "They urge it."]])
    made = markdown.render(compared)
    assert made.startswith("# old → new\n")
    assert "They ~~consider~~**urge** it." in made
    assert "1 sentence unchanged, not shown here." in made
    assert "They met." not in made
    assert "They met." in markdown.render(compared, full=True)


def test_names_cannot_become_markup() -> None:
    compared = from_paragraphs([["A."]], [["B."]])
    bad = metadata("x](javascript:alert)<img src=x>")
    made = markdown.render(Comparison(before=bad, after=bad, changes=compared.changes))
    kinds = {t.type for t in tokens(made)}  # type: ignore[attr-defined]
    assert not kinds & {"link_open", "image", "html_inline", "html_block"}


def test_across_languages_nothing_is_said_to_be_covered_or_not() -> None:
    """No text is partial there: the wording is not compared, and every output says that."""
    from p5diff.report.cover import cover
    from p5diff.report.terminal import Options, comparison_lines
    from p5diff.report.terminal.layout import plain
    from p5diff.workflows.compare import compare

    compared = compare("washington-2012:zh", "washington-2012:en.translation")
    lines = comparison_lines(compared, Options(width=80))
    outputs = {
        "terminal": "\n".join(plain(line) for line in lines),
        "markdown": markdown.render(compared),
        "cover": " ".join(text for line in cover(compared) for _, text in line.runs),
    }
    for name, told in outputs.items():
        assert "not compared across languages" in " ".join(told.split()), name
        assert "not covered by the other text" not in " ".join(told.split()), name
