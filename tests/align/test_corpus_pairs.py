"""Pairs of the corpus's English digests, judged by eye: what must be linked, and what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff import language as languages
from p5diff.align import align
from p5diff.model.alignment import Alignment
from p5diff.model.statement import Metadata, Statement
from p5diff.text.stored import parse

FOLDER = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the digests of ../shared are not here")

LINKED = {
    ("p1.1", "p1.1"): "the opening sentence",
    ("p4.1", "p3.1"): "transparency and mutual confidence",
    ("p4.2", "p6.1"): "the glossary",
    ("p5.1", "p7.1"): "experience of verification",
    ("p6.1", "p10.1"): "the test-ban treaty",
    ("p7.1", "p11.2"): "fissile material in the Conference on Disarmament",
    ("p8.1", "p14.1"): "the next meeting",
}
NEW = {"p4.1", "p5.1", "p8.1", "p8.2", "p9.1", "p9.2", "p12.1", "p13.1"}
"""The Nevada briefing, the risk reduction centre, withdrawal, safeguards, challenges, Middle East."""


def _digest(name: str) -> Statement:
    text = (FOLDER / f"{name}.en.digest.txt").read_text(encoding="utf-8")
    return Statement(
        meta=Metadata(ref=name, id=name, language="en"), paragraphs=parse(text, language=languages.get("en"))
    )


def _links(result: Alignment) -> set[tuple[str, str]]:
    return {(s.id, t.id) for p in result.pairs for s in p.before for t in p.after}


def test_paris_and_washington() -> None:
    links = _links(align(_digest("paris-2011"), _digest("washington-2012")))
    missing = {why for link, why in LINKED.items() if link not in links}
    assert not missing
    assert not NEW & {after for _, after in links}


def test_london_and_washington_share_little() -> None:
    """London's digest covers two paragraphs; few of its sentences came back, none of them unchanged."""
    result = align(_digest("london-2009"), _digest("washington-2012"))
    links = _links(result)
    assert len(links) <= 4
    assert not {("p1.2", "p10.3"), ("p2.4", "p9.1")} & links
    assert not any(p.similarity == 1.0 for p in result.pairs)
