"""The bundled corpus, judged by eye: who corresponds to whom, what is new, what cannot be said.

The judgement was made by reading the digests side by side. Pairs that two careful readers could
see differently (the general sentences on disarmament and the Action Plan) are left open.
"""

from __future__ import annotations

from functools import cache

import pytest

from p5diff import Comparison, compare
from p5diff.model.alignment import PairKind
from p5diff.model.series import ENDINGS, Gap, Wording
from p5diff.model.statement import Coverage, Edition
from p5diff.workflows.series import series
from p5diff.workspace import Workspace
from tests.conftest import ROOT

PAIRED = {  # Paris → Washington
    "p1.1": "p1.1",  # they meet to review how the commitments of 2010 have come
    "p4.1": "p3.1",  # transparency and mutual confidence
    "p4.2": "p6.1",  # the glossary
    "p5.1": "p7.1",  # experience of verification
    "p6.1": "p10.1",  # the CTBT, word for word
    "p7.1": "p11.2",  # negotiations on fissile material
    "p8.1": "p14.1",  # the next meeting
}
NEW = {"p2.2", "p4.1", "p5.1", "p7.2", "p10.2", "p10.3", "p11.1"}
DROPPED = {"p2.1", "p3.2"}  # unconditional support for the NPT; the call on all States to help
SILENT = {"p8.1", "p8.2", "p9.1", "p9.2", "p12.1", "p13.1"}  # Paris's digest does not cover these topics
SILENT_LONDON = {"p8.1", "p8.2", "p10.1", "p10.2", "p10.3", "p11.1", "p11.2", "p12.1", "p13.1"}


@cache
def compared(before: str) -> Comparison:
    return compare(before, "washington-2012")


def of_kind(comparison: Comparison, kind: PairKind) -> set[str]:
    pairs = [c.pair for c in comparison.changes if c.pair.kind is kind]
    return {s.id for pair in pairs for s in (*pair.before, *pair.after)}


@pytest.mark.parametrize(("before", "after"), PAIRED.items())
def test_paris_and_washington_pairs(before: str, after: str) -> None:
    pairs = [c.pair for c in compared("paris-2011").changes]
    found = [[s.id for s in p.after] for p in pairs if before in [s.id for s in p.before]]
    assert after in found[0], f"{before} was paired with {found[0] or 'nothing'}"


def test_what_is_new_in_washington() -> None:
    assert of_kind(compared("paris-2011"), PairKind.NEW) >= NEW


def test_what_washington_dropped() -> None:
    assert of_kind(compared("paris-2011"), PairKind.DROPPED) >= DROPPED


def test_the_ctbt_sentence_is_unchanged() -> None:
    assert of_kind(compared("paris-2011"), PairKind.UNCHANGED) >= {"p6.1", "p10.1"}


@pytest.mark.parametrize(("before", "silent"), [("paris-2011", SILENT), ("london-2009", SILENT_LONDON)])
def test_nothing_is_new_because_the_digest_is_partial(before: str, silent: set[str]) -> None:
    comparison = compared(before)
    assert of_kind(comparison, PairKind.UNCOVERED) >= silent
    assert not of_kind(comparison, PairKind.NEW) & silent


def test_london_speaks_of_accidents_and_washington_does_not() -> None:
    assert "p2.4" in of_kind(compared("london-2009"), PairKind.DROPPED)


def test_editions_and_coverage_are_in_the_result() -> None:
    comparison = compared("paris-2011")
    assert comparison.before.edition.value == comparison.after.edition.value == "digest"
    assert comparison.before.coverage.value == "partial"
    assert any("paraphrase" in note.message for note in comparison.provenance.notes)


LATER = ("beijing-2014", "london-2015", "washington-2016", "paris-2021", "leaders-2022")


@pytest.mark.parametrize("name", LATER)
def test_later_digests_say_what_they_are(name: str) -> None:
    entry = next(e for e in Workspace(ROOT / "corpus").corpus.entries() if e.id == name)
    (text,) = entry.texts
    assert (text.edition, text.language) == (Edition.DIGEST, "en") and text.note
    whole = name == "leaders-2022"
    assert (text.coverage is Coverage.FULL) is whole and text.not_covered == (() if whole else ("*",))


def test_a_partial_digest_makes_no_gap_in_the_conference_series() -> None:
    """Only the CTBT is covered in London 2015: what it does not say on other matters nobody can tell."""
    made = series(name="p5-conference", corpus=ROOT / "corpus")
    at = made.statements.index("london-2015:en.digest")
    for thread in made.threads:
        if thread.topics and thread.topics[0] in ("withdrawal", "safeguards", "middle-east", "peaceful-uses"):
            assert thread.wordings[at] is not Gap.ABSENT, thread.id


def test_no_thread_ends_twice_without_coming_back() -> None:
    made = series(corpus=ROOT / "corpus")
    for thread in made.threads:
        ended = False
        for event in thread.events:
            said = isinstance(thread.wordings[made.statements.index(event.statement)], Wording)
            ends = not said and event.event in ENDINGS
            assert not (ended and ends), (thread.id, event)
            ended = not said and (ended or ends)
