"""Whole documents: drop NAME.LANG.txt and NAME.LANG.expected in `cases/` and it is a test.

A wrong result is written beside the right one (`.actual`), so that accepting it is a copy.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from p5diff import language as languages
from p5diff.ingest import origins, proposals, read
from p5diff.ingest.layout.normalise import normalise
from p5diff.ingest.layout.recovery import from_raw
from p5diff.model.source import Source
from p5diff.text.detect import detect_language
from p5diff.text.stored import parse

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def summary(draft: Source) -> str:
    """Role, label and sentences of each paragraph; what was set aside; what is proposed."""
    lines = [f"{p.role.value}|{p.label}|{'/'.join(s.text for s in p.sentences)}" for p in draft.paragraphs]
    lines += [f"aside|{item.reason}|{item.text}" for item in draft.set_aside]
    said = proposals(draft)
    return "\n".join([*lines, f"proposed|{said.date} {said.place} {said.symbol}|{said.title}"]) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    draft = from_raw(read(path), language=path.suffixes[0][1:])
    wanted, got = path.with_suffix(".expected"), summary(draft)
    if got != wanted.read_text(encoding="utf-8"):
        path.with_suffix(".actual").write_text(got, encoding="utf-8")
    assert got == wanted.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_roles_are_found_again_in_the_stored_text(path: Path) -> None:
    language = path.suffixes[0][1:]
    draft = from_raw(read(path), language=language)
    assert parse(draft.stored, language=languages.get(language)) == draft.paragraphs
    assert normalise(draft.stored, language=language) == draft.stored


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_language_is_detected(path: Path) -> None:
    code, confidence = detect_language(path.read_text(encoding="utf-8"))
    assert code == path.suffixes[0][1:] and confidence > 0.5


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_sentence_leads_back_to_the_source(path: Path) -> None:
    """The span of a sentence's origin holds the sentence, page furniture and hyphens apart."""
    source = path.read_text(encoding="utf-8")
    draft = from_raw(read(path), language=path.suffixes[0][1:])
    places = dict(origins(draft))
    for paragraph in draft.paragraphs:
        for sentence in paragraph.sentences:
            place = places[sentence.id]
            found = "".join(source[place.start : place.end].split()).replace("-", "")
            assert found == "".join(sentence.text.split()).replace("-", "")
