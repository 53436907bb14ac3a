"""OpenDocument: accepting gives the text after, rejecting the text before, with LibreOffice as judge."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given

from p5diff.model.alignment import Span
from p5diff.model.comparison import Change, Comparison, Evidence, Shift, Side, Verdict
from p5diff.report import odt
from p5diff.report.selection import Selection
from tests.report.factory import WORDS, comparison, comparisons, from_paragraphs, metadata, pair, sentence
from tests.report.libreoffice import needs_libreoffice, settled
from tests.report.test_docx import as_read

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def parts(made: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        return {n: ElementTree.fromstring(archive.read(n)) for n in archive.namelist() if n != "mimetype"}


def texts_of(language: str, seed: int) -> Comparison:
    """Two texts of paragraphs and sentences in a language, many of them shared, split and joined."""
    draw = random.Random(seed)
    words = WORDS[language]
    between = "" if language == "zh" else " "
    made = [between.join(draw.choices(words, k=draw.randint(3, 7))) for _ in range(14)]
    sides = []
    for _ in range(2):
        kept = [text for text in made if draw.random() > 0.25]
        changed = [text + between + draw.choice(words) if draw.random() < 0.3 else text for text in kept]
        blocks: list[list[str]] = [[]]
        for text in changed:
            if blocks[-1] and draw.random() < 0.5:
                blocks.append([])
            blocks[-1].append(text)
        sides.append(blocks)
    return from_paragraphs(sides[0], sides[1], language)


@pytest.mark.system
@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("how", ["accept", "reject"])
def test_libreoffice_gives_back_both_texts_in_six_languages(tmp_path: Path, how: str) -> None:
    made = {f"{lang}{n}.odt": texts_of(lang, n) for lang in sorted(WORDS) for n in range(5)}
    found = settled(tmp_path, {name: odt.render(compared) for name, compared in made.items()}, how)
    side = {"accept": "after", "reject": "before"}[how]
    for name, compared in made.items():
        assert found[name] == as_read(side, compared), name


@given(comparisons())
def test_every_part_is_well_formed_and_every_region_is_used(compared: Comparison) -> None:
    body = parts(odt.render(compared))["content.xml"]
    regions = [e.get(f"{TEXT}id") for e in body.iter(f"{TEXT}changed-region")]
    points = [e.get(f"{TEXT}change-id") for e in body.iter(f"{TEXT}change")]
    starts = [e.get(f"{TEXT}change-id") for e in body.iter(f"{TEXT}change-start")]
    ends = [e.get(f"{TEXT}change-id") for e in body.iter(f"{TEXT}change-end")]
    assert starts == ends
    assert sorted(points + starts, key=str) == sorted(regions, key=str)


def test_only_the_chosen_changes_are_tracked() -> None:
    compared = from_paragraphs([["Gone now."], ["Both say so."]], [["Both say so."], ["Come now."]])
    body = parts(odt.render(compared, selection=Selection(kinds=frozenset({"new"}))))["content.xml"]
    assert not list(body.iter(f"{TEXT}deletion"))
    assert len(list(body.iter(f"{TEXT}insertion"))) == 1
    assert "Gone now." not in "".join(body.itertext())


def test_a_verdict_of_direction_is_a_comment_and_a_move_is_none() -> None:
    good = pair([sentence("They consider it.", 0, 1)], [sentence("They urge it.", 0, 1)])
    evidence = (Evidence(side=Side.AFTER, sentence="p1.1", span=Span(5, 9), text="urge"),)
    up = Shift(
        aspect="strength", verdict=Verdict.STRONGER, before="consider", after="urge", evidence=evidence
    )
    other = Shift(aspect="actor", verdict=Verdict.CHANGED, before="they", after="we")
    made = odt.render(comparison([good], changes=(Change(pair=good, shifts=(up, other)),)))
    said = ["".join(e.itertext()) for e in parts(made)["content.xml"].iter(f"{OFFICE}annotation")]
    assert len(said) == 1
    assert "strength: stronger: “consider” → “urge”" in said[0]
    assert "actor" not in said[0]


def test_it_is_dated_by_the_statement_and_the_same_every_time() -> None:
    compared = from_paragraphs([["A thing."]], [["A new thing."]])
    dated = comparison([c.pair for c in compared.changes], after=metadata("new", adopted="2012-06-29"))
    assert odt.render(dated) == odt.render(dated)
    assert b"2012-06-29T12:00:00" in zipfile.ZipFile(io.BytesIO(odt.render(dated))).read("content.xml")


@pytest.mark.parametrize("language", ["zh", "ar"])
def test_latin_words_are_broken_by_the_rules_of_a_latin_language(language: str) -> None:
    """By Chinese ones, "one" would end a line as "o"."""
    compared = from_paragraphs([["Old."]], [["New."]], language)
    with zipfile.ZipFile(io.BytesIO(odt.render(compared))) as archive:
        styles = archive.read("styles.xml").decode()
    assert 'fo:language="en"' in styles and f'fo:language="{language}"' not in styles
