"""How long a text may be: a paragraph has a bound of its own, in every form that a text comes in."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest

from p5diff.errors import InputError
from p5diff.ingest import source
from p5diff.text import extent

MOST = 4_000
SENTENCE = "The Parties will report to the Conference each year. "
LONG = SENTENCE * (MOST // len(SENTENCE) + 2)
SHORT = SENTENCE * (MOST // len(SENTENCE) - 2)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(extent, "PARAGRAPH", MOST)
    yield


def _odt(text: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
            f"<text:p>{text}</text:p></office:text></office:body></office:document-content>",
        )
    return out.getvalue()


FORMS = {
    "a.txt": lambda text: text.encode(),
    "wrapped.txt": lambda text: text.replace(". ", ".\n").replace("to the", "to\nthe").encode(),
    "a.md": lambda text: b"# Title\n\n" + text.encode(),
    "item.md": lambda text: b"Two items.\n\n* One is short.\n* " + text.encode(),
    "a.html": lambda text: f"<h1>T</h1><p>{text}</p>".encode(),
    "br.html": lambda text: f"<p>{text.replace('report', '<b>report</b>')}</p>".encode(),
    "a.rtf": lambda text: (r"{\rtf1 " + text + r"\par}").encode(),
    "a.odt": _odt,
    "note.html": lambda text: (
        f'<p>We met.<a href="#n">1</a></p><ol class="footnotes"><li id="n">{text}</li></ol>'.encode()
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_paragraph_longer_than_any_is_refused_in_every_form(name: str) -> None:
    with pytest.raises(InputError) as caught:
        source(FORMS[name](LONG), name=name)
    assert caught.value.slug == "input-too-large"
    assert "has a paragraph" in caught.value.message
    assert f"the limit is {MOST:,}" in caught.value.cause
    made = source(FORMS[name](SHORT), name=name)
    assert made.paragraphs


def test_many_paragraphs_are_no_long_one() -> None:
    text = "\n\n".join([SHORT.strip()] * 12)
    assert len(text) > 8 * MOST
    assert len(source(text.encode(), name="a.txt").paragraphs) == 12
    extent.check_stored(text.replace(". ", ".\n"), name="a.txt")


@pytest.mark.parametrize("blank", ["\n\n", "\n \t\n", "\n\n\n"])
def test_a_stored_text_is_held_to_the_same_bound(blank: str) -> None:
    """A corpus or a commit may hold what no reader let in; a line end for each sentence is allowed for."""
    stored = LONG.strip().replace(". ", ".\n")
    extent.check_stored(blank.join([stored, stored]), name="en.txt")
    with pytest.raises(InputError, match="has a paragraph"):
        extent.check_stored(blank.join([stored, f"{stored}\n{stored}"]), name="en.txt")
