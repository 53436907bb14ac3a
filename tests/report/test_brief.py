"""The brief is right in every line, and computed from the comparison alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from p5diff.model.alignment import Span
from p5diff.model.codec import from_dict, to_dict
from p5diff.model.comparison import (
    Change,
    CommitmentMark,
    Comparison,
    Evidence,
    MarkKind,
    Shift,
    Side,
    Verdict,
)
from p5diff.model.statement import Statement
from p5diff.report.brief import DROPPED, NEW, ORDER, STRONGER, WEAKER, Brief, BriefLine, _does, brief
from p5diff.report.selection import Selection
from p5diff.workflows.compare import compare_statements
from tests.cases import cases
from tests.meaning.texts import statement
from tests.report.factory import comparison as drawn
from tests.report.factory import metadata, pair, sentence

BEFORE = statement(
    ["They discussed a glossary of key nuclear terms at their London meeting."],
    ["They call upon all States to sign the CTBT by 2031."],
    ["They reaffirm that cooperation on climate and energy matters to them."],
)
IAEA = "They thank the IAEA for the seminar on seals that it held in spring."
AFTER = statement(
    ["They will publish a glossary of key nuclear terms at their London meeting."],
    ["They reaffirm that cooperation on climate and energy matters to them."],
    ["They agreed to set up a hotline for the risk reduction they seek."],
)


def lines(found: Brief) -> dict[str, list[BriefLine]]:
    result: dict[str, list[BriefLine]] = {}
    for section in found.sections:
        for line in section.lines:
            result.setdefault(line.what, []).append(line)
    return result


def test_each_line_is_where_and_what_it_says() -> None:
    found = lines(brief(compare_statements(BEFORE, AFTER)))
    (stronger,) = found[STRONGER]
    assert (stronger.before_place, stronger.after_place) == ("¶1", "¶1")
    assert stronger.does == "process → commitment, decision"
    assert {e.text for e in stronger.evidence} >= {"discussed", "They will"}
    (dropped,) = found[DROPPED]
    assert (dropped.before_place, dropped.after_place) == ("¶2", "")
    assert dropped.does == "call" and dropped.before.startswith("They call upon") and dropped.after == ""
    (new,) = found[NEW]
    assert (new.before_place, new.after_place) == ("", "¶3")
    assert new.does == "commitment, decision"


def test_the_ledger_lists_what_entered_left_or_changed() -> None:
    found = brief(compare_statements(BEFORE, AFTER))
    left = [e.value for e in found.ledger if e.status == "left"]
    assert "CTBT" in left and any("2031" in value for value in left)
    assert all(e.status in {"entered", "left", "changed"} for e in found.ledger)


def test_a_selection_lists_what_its_changes_hold_on_either_side() -> None:
    comparison = compare_statements(BEFORE, statement(*([s.text] for s in AFTER.sentences()), [IAEA]))
    whole = {(e.value, e.status) for e in brief(comparison).ledger}
    assert whole >= {("CTBT", "left"), ("IAEA", "entered")}
    for kind, told in (("dropped", ("CTBT", "left")), ("new", ("IAEA", "entered"))):
        found = brief(comparison, Selection(kinds=frozenset({kind})))
        assert told in {(e.value, e.status) for e in found.ledger} < whole


def test_texts_in_two_languages_have_no_ledger() -> None:
    """A name in other words would have left and entered."""
    comparison = compare_statements(BEFORE, statement(["Ils soutiennent le TICE et l’AIEA."], language="fr"))
    assert comparison.ledger and brief(comparison).ledger == ()


def test_of_one_side_the_mark_that_shows_its_words_counts_first() -> None:
    def mark(kind: MarkKind, strength: int, *evidence: Evidence) -> CommitmentMark:
        return CommitmentMark(
            side=Side.AFTER, sentence="p1.1", kind=kind, strength=strength, evidence=evidence
        )

    shown = Evidence(side=Side.AFTER, sentence="p1.1", span=Span(0, 4), text="urge")
    assert _does((mark(MarkKind.COMMITMENT, 6), mark(MarkKind.CALL, 3, shown))) == "call"
    assert _does((mark(MarkKind.COMMITMENT, 6), mark(MarkKind.CALL, 3))) == "commitment"


def test_a_line_leaves_out_what_is_the_same_and_what_is_only_print() -> None:
    ours, theirs = sentence("They agree to Light lamps", 0, 1), sentence("They agree to light lanterns", 0, 1)
    made = pair([ours], [theirs])
    edits = tuple(replace(e, editorial=e.text in ("Light", "light")) for e in made.edits)
    same, weaker = (
        Shift(aspect="strength", verdict=verdict, before="a", after="b", rule="r", explanation="e")
        for verdict in (Verdict.SAME, Verdict.WEAKER)
    )
    change = Change(pair=replace(made, edits=edits), shifts=(same, weaker))
    (line,) = lines(brief(drawn([], changes=(change,))))[WEAKER]
    assert (line.gone, line.come) == (("lamps",), ("lanterns",))
    assert line.shifts == (weaker,)


def test_a_line_is_in_the_language_of_the_text_that_has_it() -> None:
    old, new = sentence("They light lamps.", 0, 1), sentence("Ils allument des lampes.", 0, 1)
    changes = (Change(pair=pair([old], [])), Change(pair=pair([], [new])), Change(pair=pair([old], [new])))
    found = lines(brief(drawn([], changes=changes, after=metadata("new", "fr"))))
    assert [line.language for line in found[DROPPED]] == ["en"]
    assert [line.language for line in found[NEW]] == ["fr"]
    assert [line.language for line in found["reworded"]] == ["fr"]


def test_a_text_against_itself_has_an_empty_brief() -> None:
    found = brief(compare_statements(BEFORE, BEFORE))
    assert (found.sections, found.ledger, found.uncovered, found.quiet) == ((), (), 0, 0)


def test_what_a_partial_text_does_not_cover_is_counted_apart() -> None:
    partial = statement([s.text for p in BEFORE.paragraphs[:1] for s in p.sentences], not_covered=("*",))
    found = brief(compare_statements(BEFORE, partial))
    assert found.uncovered == 2 and DROPPED not in lines(found)
    assert found.quiet == 0, "what was not compared is no change of print"


_SENTENCES = [s.text for text in (BEFORE, AFTER) for s in text.sentences()]
_TEXTS = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=4, unique=True).map(
    lambda texts: statement(*[[t] for t in texts])
)
_MIRROR = {NEW: DROPPED, DROPPED: NEW, STRONGER: WEAKER, WEAKER: STRONGER}


@cases(40)
@given(_TEXTS, _TEXTS)
def test_every_change_is_told_or_counted_once(before: Statement, after: Statement) -> None:
    """Law: lines, uncovered, quiet and unchanged add up to the changes; numbers name them once."""
    comparison = compare_statements(before, after)
    found = brief(comparison)
    numbers = [line.number for section in found.sections for line in section.lines]
    assert len(numbers) == len(set(numbers))
    still = sum(c.pair.kind.value == "unchanged" and not c.pair.moved for c in comparison.changes)
    assert len(numbers) + found.uncovered + found.quiet + still == len(comparison.changes)
    for section in found.sections:
        order = [ORDER.index(line.what) for line in section.lines]
        assert order == sorted(order)


@cases(40)
@given(_TEXTS, _TEXTS)
def test_the_brief_needs_nothing_but_the_comparison(before: Statement, after: Statement) -> None:
    """Law: the brief of a comparison that went through JSON is the same."""
    comparison = compare_statements(before, after)
    assert brief(from_dict(Comparison, to_dict(comparison))) == brief(comparison)
