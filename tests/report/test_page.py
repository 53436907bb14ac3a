"""The brief's one page: its length, its order, and law 11: no verdict of direction is hidden."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.model.statement import Statement
from p5diff.report.brief import POINTS, brief
from p5diff.report.cut import cells
from p5diff.report.rank import DIRECTED, Consequence, consequence
from p5diff.report.terminal.brief import PAGE, brief_lines
from p5diff.report.terminal.layout import plain
from p5diff.report.view import rows
from p5diff.workflows.compare import compare_statements
from tests.cases import cases
from tests.meaning.texts import statement

SENTENCES = [
    "They discussed a glossary of key nuclear terms at their meeting in the spring.",
    "They agreed to publish a glossary of key nuclear terms at their meeting in the spring.",
    "They call upon all States to sign the treaty on testing by 2031.",
    "They encourage all States to sign the treaty on testing, as appropriate, by 2035.",
    "They agreed to set up a hotline for the risk reduction that they seek.",
    "They agreed to consider a hotline for the risk reduction that they seek.",
    "They will report on the state of their arsenals every second year.",
    "They regard the treaty as the cornerstone of the common effort.",
    "Such a step cannot replace a binding treaty among all of them.",
    "Such a step can replace a binding treaty among all of them.",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True).map(
    lambda texts: statement(*[[t] for t in texts])
)


def page(before: Statement, after: Statement, width: int = 80) -> list[str]:
    return [plain(line) for line in brief_lines(brief(compare_statements(before, after)), width)]


@cases(60)
@given(TEXTS, TEXTS)
def test_every_verdict_of_direction_is_on_the_page_or_counted_there(
    before: Statement, after: Statement
) -> None:
    """Law 11: a verdict of direction is on the first page or counted there, with its number."""
    comparison = compare_statements(before, after)
    shown = "\n".join(page(before, after))
    for row in rows(comparison):
        if consequence(row.change) in DIRECTED:
            assert row.number and re.search(rf"#{row.number}\b", shown)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("size", [1, 5, 60, 400])
def test_the_page_is_one_page(width: int, size: int) -> None:
    before = statement(
        *[[f"They agreed to consider measure {n} on the river {'and its delta ' * 9}."] for n in range(size)]
    )
    after = statement(
        *[
            [f"They agreed to adopt measure {n} on the river {'and its delta ' * 9} by 20{n % 90 + 10}."]
            for n in range(size)
        ]
        + [[s] for s in SENTENCES]
    )
    lines = page(before, after, width)
    assert len(lines) <= PAGE
    assert all(cells(line) <= width for line in lines)
    assert lines[0].startswith("Compared with")


def test_the_points_stand_in_the_published_order() -> None:
    before = statement(*[[s] for s in (SENTENCES[5], SENTENCES[2], SENTENCES[7], SENTENCES[6])])
    after = statement(
        *[[s] for s in (SENTENCES[4], SENTENCES[3], "They thank their hosts for the splendid dinner.")]
    )
    found = [point.consequence for point in brief(compare_statements(before, after)).points]
    assert found == sorted(found, key=list(Consequence).index) and len(found) <= POINTS
    assert found[0] is Consequence.COMMITMENT_DROPPED
    assert Consequence.COMMITMENT_STRONGER in found and Consequence.CALL_WEAKER in found


def test_the_answer_counts_in_words() -> None:
    before = statement([SENTENCES[6]], [SENTENCES[7]])
    answer = brief(compare_statements(before, statement([SENTENCES[7]]))).answer
    assert "drops one commitment" in answer


def test_the_same_text_says_the_same() -> None:
    text = statement([SENTENCES[6]], [SENTENCES[7]])
    answer = brief(compare_statements(text, text)).answer
    assert answer.endswith("keeps every commitment that p5diff recognises.") or answer.endswith(
        "says the same."
    )


def test_nothing_is_said_to_be_kept_that_was_recast_or_dropped() -> None:
    before = statement([SENTENCES[6]], [SENTENCES[7]])
    after = statement(["The harvest of apples in the valley was unusually good."], [SENTENCES[7]])
    assert "keeps" not in brief(compare_statements(before, after)).answer


def test_topics_that_find_no_room_are_counted_as_topics_and_not_as_lines() -> None:
    from dataclasses import replace

    from p5diff.report.brief import TopicCount

    found = brief(compare_statements(statement([SENTENCES[6]]), statement([SENTENCES[7]])))
    long = tuple(
        TopicCount(
            label=f"Topic {n} with a long name that fills a line of the page", counts=(("new", 3),) * 4
        )
        for n in range(9)
    )
    lines = [plain(line) for line in brief_lines(replace(found, topics=long), 60)]
    shown = [line for line in lines if line.lstrip().startswith("Topic")]
    assert f"{9 - len(shown)} more topics: --full" in "\n".join(lines)
