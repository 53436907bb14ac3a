"""Proposals with the words they rest on, mastheads, plausibility, and the count of what was kept."""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.ingest.layout.masthead import masthead_length
from p5diff.ingest.loss import FLOOR, kept_share, loss_note
from p5diff.ingest.plausible import plausible
from p5diff.ingest.proposals import Fact, propose
from p5diff.model.source import BlockKind, Draft, RawBlock, RawText
from tests.documents.build import LANGUAGES
from tests.documents.model import invented


def raw_of(language: str) -> RawText:
    doc = invented(language)
    blocks = [RawBlock(text=f"{doc.organisation} {doc.symbol}", kind=BlockKind.FURNITURE)]
    blocks += [RawBlock(text=line, kind=BlockKind.FURNITURE) for line in doc.distribution.split("\n")]
    blocks.append(RawBlock(text=doc.title, kind=BlockKind.HEADING, level=1))
    blocks += [RawBlock(text=p.replace("*1*", "")) for p in doc.paragraphs]
    blocks += [RawBlock(text=note, kind=BlockKind.FOOTNOTE) for note in doc.footnotes]
    return RawText(blocks=tuple(blocks), format="test")


def draft(text: str) -> Draft:
    return Draft(stored=text, paragraphs=(), language="en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_symbol_title_and_dates_are_proposed_in_every_language(language: str) -> None:
    raw = raw_of(language)
    found = {(p.fact, p.value) for p in propose(raw, language=language)}
    assert (Fact.SYMBOL, "LHC/2031/17") in found
    assert (Fact.TITLE, invented(language).title) in found
    assert (Fact.DATE, "2031-05-07/2031-05-09") in found
    assert (Fact.SYMBOL, "LHC/2029/4") not in found, (
        "a symbol that a footnote cites is not the document's own"
    )


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "They met in Port Maren from 7 to 9 May 2031.", "Port Maren"),
        ("fr", "Ils se sont réunis à Port-Maren du 7 au 9 mai 2031.", "Port-Maren"),
        ("es", "Se reunieron en Puerto Maren del 7 al 9 de mayo de 2031.", "Puerto Maren"),
        ("zh", "各国于2031年5月7日至9日在马伦港举行会议。", "马伦港"),
        ("en", "They met from 7 to 9 May 2031.", None),
    ],
)
def test_a_place_is_proposed_only_beside_a_date(language: str, text: str, place: str | None) -> None:
    raw = RawText(blocks=(RawBlock(text=text),), format="test")
    assert [p.value for p in propose(raw, language=language) if p.fact is Fact.PLACE] == (
        [place] if place else []
    )


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "the Third Harbour Conference", "3"), ("fr", "la quatrième conférence", "4"), ("es", "la quinta reunión", "5"),
        ("ru", "вторая конференция", "2"), ("zh", "第十二次会议", "12"), ("ar", "الاجتماع الثالث", "3"),
    ],
)  # fmt: skip
def test_the_number_in_a_series(language: str, text: str, number: str) -> None:
    raw = RawText(blocks=(RawBlock(text=text),), format="test")
    assert [p.value for p in propose(raw, language=language) if p.fact is Fact.ORDINAL] == [number]


@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.text("in at 1279 May2031,/ACDНв的在年月日第次会议.", max_size=40), max_size=5),
)
def test_every_proposal_rests_on_words_of_the_text(language: str, texts: list[str]) -> None:
    """Each with the words it rests on; nothing invented."""
    raw = RawText(blocks=tuple(RawBlock(text=t) for t in texts), format="test")
    for proposal in propose(raw, language=language):
        assert "".join(proposal.words.split()) in "".join(raw.blocks[proposal.block].text.split())


def test_a_masthead_needs_a_symbol_or_a_distribution_line() -> None:
    head = ["Lake Conference", "LC/12/7", "Distr.: General", "3 May 2031", "Original: English"]
    assert masthead_length([*head, "Joint statement of the lake states", "They met."]) == 5
    assert masthead_length(["Joint statement of the lake states", "3 May 2031", "They met."]) == 0
    assert (
        masthead_length(["They noted that document LC/12/7 had been circulated to all of the lake states."])
        == 0
    )
    assert masthead_length([]) == 0


LONG = "The five harbour states reviewed the lamps and the channels. " * 12


@pytest.mark.parametrize(
    ("text", "title", "language", "doubt"),
    [
        (LONG, "Statement of the harbour states", "en", ""),
        (LONG, "", "", ""),
        ("Page not found.", "", "", "says that something is missing"),
        ("Too short.", "", "", "only"),
        (LONG, "", "fr", "in English, not in French"),
        (LONG, "Communiqué on orchards and vineyards", "en", "words of the title"),
    ],
)
def test_doubts_are_told_with_reasons(text: str, title: str, language: str, doubt: str) -> None:
    found = plausible(draft(text), title=title, language=language)
    assert bool(found) == bool(doubt)
    assert not doubt or any(doubt in one for one in found)


def test_a_chinese_statement_is_plausible() -> None:
    doc = invented("zh")
    assert plausible(draft("\n\n".join(doc.wanted())), title=doc.title, language="zh") == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_kept_is_counted_right(text: str, more: str) -> None:
    assert kept_share([text + more], [text]) == 1
    assert 0 <= kept_share([text], [text, more]) <= 1
    assert bool(loss_note([text], [text, more], format_name="x")) == (
        kept_share([text], [text + more]) < FLOOR
    )
