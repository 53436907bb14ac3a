"""The terminal shows what changed, whole, marked in the text as well as by colour."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.align import align
from p5diff.model.alignment import PairKind
from p5diff.model.comparison import Change, Comparison, Tally
from p5diff.model.statement import Coverage, Edition, Metadata, Statement
from p5diff.report.cut import cells
from p5diff.report.selection import Selection
from p5diff.report.terminal import Options, comparison_lines, paint
from p5diff.report.view import renumberings
from p5diff.text.stored import parse
from p5diff.text.visible import visible
from tests.laws.build import statement

WORDS = {
    "en": "the States reaffirm support treaty all agreed consider report 2010 Action-Plan".split(),
    "zh": "五常 重申 支持 条约 所有 国家 同意 报告 2010 行动计划".split(),
    "ru": "государства подтверждают поддержку договора все согласились доклад 2010".split(),
    "ar": "الدول تؤكد دعم المعاهدة جميع اتفقت تقرير 2010".split(),
}


def compared(before: Statement, after: Statement) -> Comparison:
    alignment = align(before, after)
    changes = tuple(Change(pair=pair) for pair in alignment.pairs)
    return Comparison(
        before=before.meta,
        after=after.meta,
        changes=changes,
        tally=Tally.of(changes),
        renumbered=alignment.renumbered,
    )


def printed(comparison: Comparison, *, color: bool = False, **options: object) -> str:
    stream = io.StringIO()
    chosen = Selection(
        kinds=frozenset(options.pop("kinds", ())),  # type: ignore[arg-type]
        everything=bool(options.pop("show_all", False)),
    )
    shown = Options(selection=chosen, **options)  # type: ignore[arg-type]
    paint(comparison_lines(comparison, shown), stream, color=color)
    return stream.getvalue()


@st.composite
def text_pairs(draw: st.DrawFn) -> tuple[Statement, Statement]:
    language = draw(st.sampled_from(sorted(WORDS)))
    space = "" if language == "zh" else " "
    sentence = st.lists(st.sampled_from(WORDS[language]), min_size=3, max_size=9).map(space.join)
    document = st.lists(st.lists(sentence, min_size=1, max_size=3), min_size=1, max_size=4)
    return statement(draw(document), language), statement(draw(document), language)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(text_pairs())
def test_stripped_of_deletions_each_row_is_the_after_text(pair: tuple[Statement, Statement]) -> None:
    """Every renderer, stripped of styling and deletions, yields the after text; stripped of
    insertions, the before text."""
    comparison = compared(*pair)
    language = pair[0].meta.language
    for change in comparison.changes:
        single = Comparison(before=comparison.before, after=comparison.after, changes=(change,))
        told = re.split(r"(?m)^ [=+~·≈?-] \w.*$", printed(single, show_all=True, width=70), maxsplit=1)[1]
        body = squeezed(told.split("p5diff")[0])
        if change.pair.kind is PairKind.NEW:
            assert body == squeezed(change.pair.after_text(language))
        elif change.pair.kind is PairKind.DROPPED:
            assert body == squeezed(change.pair.before_text(language))
        else:
            after = re.sub(r"\[-.*?-\]", "", body).replace("{+", "").replace("+}", "")
            before = re.sub(r"\{\+.*?\+\}", "", body).replace("[-", "").replace("-]", "")
            assert after == squeezed(change.pair.after_text(language))
            assert before == squeezed(change.pair.before_text(language))


@given(text_pairs(), st.sampled_from([60, 80, 200]), st.booleans())
def test_no_line_is_wider_than_the_screen(
    pair: tuple[Statement, Statement], width: int, side_by_side: bool
) -> None:
    text = printed(compared(*pair), show_all=True, width=width, side_by_side=side_by_side)
    assert max(cells(line) for line in text.splitlines()) <= width


OLD = statement([["They agreed to consider a treaty.", "They met in Paris."]])
NEW = statement([["They agreed to adopt a treaty.", "All States are called upon to help \x1b[31m\u202enow."]])


def test_marks_stand_in_the_text_without_colour() -> None:
    text = printed(compared(OLD, NEW), width=100)
    assert "[-consider-]{+adopt+}" in text
    assert "\x1b" not in text and "<U+001B>[31m<U+202E>" in text


def test_colour_adds_styles_and_nothing_else() -> None:
    coloured = printed(compared(OLD, NEW), width=100, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).split() == printed(compared(OLD, NEW), width=100).split()


def test_word_marks_can_be_left_out() -> None:
    text = printed(compared(OLD, NEW), width=100, word_marks=False)
    assert "[-" not in text
    assert "They agreed to consider a treaty." in text and "→ They agreed to adopt a treaty." in text


@pytest.mark.parametrize(
    ("kinds", "shown", "hidden"), [("new", "All States", "consider"), ("reworded", "adopt", "All States")]
)
def test_only_chosen_kinds_are_shown(kinds: str, shown: str, hidden: str) -> None:
    text = printed(compared(OLD, NEW), kinds=frozenset({kinds}))
    assert shown in text and hidden not in text


def test_editions_and_coverage_are_said() -> None:
    before = statement([["They met."]], edition=Edition.DIGEST, coverage=Coverage.PARTIAL)
    text = printed(compared(before, NEW), width=120)
    assert "paraphrase" in text and "partial" in text


def test_unchanged_is_folded_and_counted() -> None:
    text = printed(compared(OLD, OLD), width=100)
    assert "2 unchanged" in text and "They met" not in text and "--all" in text
    assert "They met" in printed(compared(OLD, OLD), show_all=True)


def test_visible_keeps_arabic_as_it_is() -> None:
    text = "تؤكد الدول الخمس مُجَدَّدًا التزامها."
    assert visible(text) == text


def _labelled(labels: list[str], texts: list[str]) -> Statement:
    body = "\n\n".join(f"{label} {text}" for label, text in zip(labels, texts, strict=True))
    return Statement(
        meta=Metadata(ref="x", id="x", language="en"), paragraphs=parse(body, language=languages.get("en"))
    )


TEXTS = ["The States met in Oslo.", "They agreed on lights and buoys.", "They thanked Norway warmly."]


def test_another_bullet_is_no_renumbering_but_another_number_is() -> None:
    bullets = compared(_labelled(["*"] * 3, TEXTS), _labelled(["-"] * 3, TEXTS))
    assert not renumberings(bullets) and "Renumbered" not in printed(bullets)
    numbers = compared(_labelled(["1.", "2.", "3."], TEXTS), _labelled(["4.", "5.", "6."], TEXTS))
    assert "1. … 3. → 4. … 6." in printed(numbers)
