"""What was left out of a text is stored beside its original, loaded at every revision, and proved."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.corpus import leftout
from p5diff.corpus.catalogue import Corpus
from p5diff.errors import CorpusError
from p5diff.model.refs import Reference
from p5diff.model.setaside import SetAside, SetAsideReason
from p5diff.workflows.add import add
from p5diff.workflows.compare import compare
from p5diff.workflows.describe import Given
from p5diff.workflows.verify import VerifyOutcome, verify

NOTED = """<!DOCTYPE html><html lang="en"><body>
<p>The lake states met at the pier and reviewed the lamps.<sup><a href="#fn1">1</a></sup></p>
<p>They agreed to light all lamps of the harbour each night.</p>
<section class="footnotes"><ol><li id="fn1">See document LC/{year}/4.</li></ol></section>
</body></html>
"""
pieces = st.lists(
    st.builds(
        SetAside,
        text=st.text(),
        reason=st.sampled_from(SetAsideReason),
        place=st.text(max_size=9),
        page=st.integers(0, 9),
        offset=st.integers(-1, 9),
        label=st.text(max_size=3),
        sentence=st.text(max_size=5),
    )
)


def added(corpus: Corpus, folder: Path, name: str, year: int) -> None:
    path = folder / name
    path.write_text(NOTED.format(year=year), encoding="utf-8")
    add(corpus, [path], Given(language="en", edition="official", id=path.stem))


@given(pieces)
def test_what_is_written_is_read(found: list[SetAside]) -> None:
    assert leftout.read(leftout.write(found), "x") == tuple(found)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b"{",
        b"[]\n",
        b'{"reason": "footnote"}\n',
        b'{"reason": "whim", "text": "a"}\n',
        b'{"reason": "footnote", "text": 3}\n',
        b'{"reason": "footnote", "text": "a", "more": 1}\n',
        b'{"reason": "footnote", "text": "a", "page": true}\n',
        b"[" * 100_000,
    ],
)
def test_a_broken_list_is_an_explained_error(data: bytes) -> None:
    with pytest.raises(CorpusError) as caught:
        leftout.read(data, "x/source/en.left-out.jsonl")
    assert caught.value.slug == "left-out-broken"


def test_a_footnote_is_stored_loaded_and_compared(corpus: Corpus, tmp_path: Path) -> None:
    added(corpus, tmp_path, "lake-2031.html", 2031)
    added(corpus, tmp_path, "lake-2032.html", 2032)
    left_out = corpus.load(Reference.parse("lake-2031@HEAD")).set_aside
    note = [piece for piece in left_out if piece.reason is SetAsideReason.FOOTNOTE]
    assert len(note) == 1 and note[0].text == "See document LC/2031/4."
    assert note[0].sentence == "p1.1"
    compared = compare("lake-2031", "lake-2032", corpus=corpus.root)
    assert compared.tally.unchanged == 2 and compared.differs
    (change,) = compared.set_aside.changes
    assert change.kind.value == "reworded" and [e.text for e in change.edits if e.op.value == "delete"]


def test_verify_sees_a_changed_list(corpus: Corpus, tmp_path: Path) -> None:
    added(corpus, tmp_path, "lake-2031.html", 2031)
    assert [v.outcome for v in verify(corpus)] == [VerifyOutcome.FOLLOWS]
    path = corpus.root / "lake-2031/source/en.left-out.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("2031", "2039"), encoding="utf-8")
    (found,) = verify(corpus)
    assert found.outcome is VerifyOutcome.DIFFERS and "left-out" in found.reason
