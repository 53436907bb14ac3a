"""Laws 1–3 over whole comparisons, topics, marks and shifts included."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from p5diff.meaning import load_rules
from p5diff.model.alignment import Op, PairKind
from p5diff.model.comparison import Comparison, Verdict
from p5diff.model.statement import Statement
from p5diff.workflows.compare import compare_statements
from tests.laws.build import statement

RULES = load_rules()

# Clauses that commit, call, restate or record, so that marks and shifts take part in the laws.
CLAUSES = {
    "en": [
        "The P5 agreed to consider a treaty.",
        "The P5 agreed to conclude a treaty by 2015.",
        "We reaffirm our commitment to the NPT.",
        "We will not test nuclear weapons.",
        "They call upon all States to sign the CTBT, as appropriate.",
        "They discussed fissile material.",
        "They took note of the report.",
        "Some States will report in 2014.",
    ],
    "zh": [
        "五常重申支持《不扩散核武器条约》。",
        "五常同意考虑一项条约。",
        "五常同意在2015年前缔结一项条约。",
        "五常呼吁所有国家酌情签署《全面禁止核试验条约》。",
        "五常讨论了裂变材料问题。",
    ],
    "fr": ["Les cinq États réaffirment leur soutien au TNP.", "Ils conviennent d’étudier un traité."],
    "ru": ["Пять государств подтверждают поддержку ДНЯО.", "Они договорились рассмотреть договор."],
    "es": ["Los cinco Estados reafirman su apoyo al TNP.", "Acuerdan examinar un tratado."],
    "ar": ["تؤكد الدول الخمس مجددا دعمها لمعاهدة عدم الانتشار.", "اتفقت على النظر في معاهدة."],
}


@st.composite
def documents(draw: st.DrawFn, count: int = 2) -> tuple[Statement, ...]:
    language = draw(st.sampled_from(sorted(CLAUSES)))
    clause = st.sampled_from(CLAUSES[language])
    document = st.lists(st.lists(clause, min_size=1, max_size=3), min_size=1, max_size=4)
    return tuple(statement(draw(document), language) for _ in range(count))


def compared(before: Statement, after: Statement) -> Comparison:
    return compare_statements(before, after, rules=RULES)


@given(documents())
def test_replaying_edits(pair: tuple[Statement, ...]) -> None:
    """Replaying a pair's edits on before gives after, and the mirror image gives before."""
    language = pair[0].meta.language
    for change in compared(*pair).changes:
        edits = change.pair.edits
        before = "".join(e.text for e in edits if e.op is not Op.INSERT)
        after = "".join(e.text for e in edits if e.op is not Op.DELETE)
        assert before == change.pair.before_text(language)
        assert after == change.pair.after_text(language)
        assert all(
            change.pair.before_text(language)[slice(*e.before)] == e.text
            for e in edits
            if e.op is not Op.INSERT
        )
        assert all(
            change.pair.after_text(language)[slice(*e.after)] == e.text
            for e in edits
            if e.op is not Op.DELETE
        )


@given(documents())
def test_each_sentence_is_in_exactly_one_pair(pair: tuple[Statement, ...]) -> None:
    """Each sentence of each side is in exactly one pair."""
    changes = compared(*pair).changes
    assert Counter(s for c in changes for s in c.pair.before) == Counter(pair[0].sentences())
    assert Counter(s for c in changes for s in c.pair.after) == Counter(pair[1].sentences())


@given(documents(1))
def test_compared_with_itself_nothing_changed(single: tuple[Statement, ...]) -> None:
    """A statement compared with itself shows no change."""
    comparison = compared(single[0], single[0])
    assert {c.pair.kind for c in comparison.changes} == {PairKind.UNCHANGED}
    assert not any(c.pair.moved or c.shifts for c in comparison.changes)
    assert {entry.status for entry in comparison.ledger} <= {"kept"}
    assert not comparison.differs


@given(documents())
def test_swapping_sides_mirrors_the_result(pair: tuple[Statement, ...]) -> None:
    """Swapping sides swaps new and dropped, stronger and weaker."""
    there, back = compared(*pair), compared(pair[1], pair[0])
    assert kinds(there) == swapped(kinds(back))
    assert verdicts(there) == swapped(verdicts(back))


def kinds(comparison: Comparison) -> Counter[str]:
    return Counter(c.pair.kind.value for c in comparison.changes)


def verdicts(comparison: Comparison) -> Counter[str]:
    return Counter(s.verdict.value for c in comparison.changes for s in c.shifts if s.aspect == "strength")


def swapped(counts: Counter[str]) -> Counter[str]:
    names = {"new": "dropped", "dropped": "new", Verdict.STRONGER: "weaker", Verdict.WEAKER: "stronger"}
    return Counter({names.get(name, name): count for name, count in counts.items()})


@given(documents())
def test_evidence_quotes_the_text(pair: tuple[Statement, ...]) -> None:
    """Every verdict rests on words that stand where it says."""
    sides = {
        "before": {s.id: s for s in pair[0].sentences()},
        "after": {s.id: s for s in pair[1].sentences()},
    }
    comparison = compared(*pair)
    evidence = [
        e for c in comparison.changes for item in (*c.topics, *c.marks, *c.shifts) for e in item.evidence
    ] + [e for entry in comparison.ledger for e in entry.evidence]
    for e in evidence:
        assert sides[e.side.value][e.sentence].text[slice(*e.span)] == e.text
