"""Encodings: every labelled text right, damaged ones refused with their byte offset."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.errors import InputError
from p5diff.ingest.decode import decode, stated
from tests.text.layouts import whole_declaration
from tests.text.texts import PARAGRAPHS

ENCODINGS = [
    *[("zh", name) for name in ("gb18030", "gbk")],
    *[("ru", name) for name in ("cp1251", "koi8-r", "iso8859-5")],
    ("ar", "cp1256"),
    *[(code, "cp1252") for code in ("fr", "es")],
    *[
        (code, name)
        for code in PARAGRAPHS
        for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
    ],
]
TRADITIONAL = "各國重申對條約的承諾，並強調有必要共同努力落實行動計劃。我們將繼續合作。"


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_invented_text_comes_back(language: str, encoding: str) -> None:
    for size in (1, 3):
        text = "\n".join(PARAGRAPHS[language][:size])
        data = text.encode(encoding, errors="ignore")
        assert decode(data)[0] == data.decode(encoding).removeprefix("\ufeff")


@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_declaration_comes_back(language: str, encoding: str, shared: Path) -> None:
    """Law of no silent loss: whole and paragraph by paragraph, in every labelled encoding."""
    texts = whole_declaration(shared, language)
    for text in ("\n".join(texts), texts[10], texts[20]):
        data = text.encode(encoding, errors="ignore")
        assert decode(data)[0] == data.decode(encoding).removeprefix("\ufeff")


def test_traditional_chinese_in_big5() -> None:
    assert decode(TRADITIONAL.encode("big5"))[:2] == (TRADITIONAL, "big5")


def test_a_guess_is_said_and_utf8_is_none() -> None:
    assert [note.slug for note in decode("Приветствие всем".encode("koi8-r"))[2]] == ["encoding-guessed"]
    assert decode("Приветствие".encode())[2] == ()


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("Les États réaffirment. ".encode() * 5 + b"\xff\xfe\x80", 125),
        ("五常重申承诺。".encode() * 3 + b"\xe4\xb8", 63),
        (b"\x80\x81\x8d\x9d\x90" * 5, 0),
    ],
)
def test_damaged_bytes_are_refused_with_their_offset(data: bytes, offset: int) -> None:
    with pytest.raises(InputError, match=f"byte offset {offset} ") as caught:
        decode(data)
    assert caught.value.slug == "file-undecodable" and caught.value.hint


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03abc", bytes(range(256)), b"\x7fELF\x00\x00"])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.slug in ("file-binary", "file-undecodable")


def test_a_named_encoding_overrules() -> None:
    data = "Привет".encode("cp1251")
    assert decode(data, encoding="koi8-r")[0] == data.decode("koi8-r")
    with pytest.raises(InputError, match="byte offset 0"):
        decode(data, encoding="utf-8")
    with pytest.raises(InputError, match="no encoding"):
        decode(data, encoding="no-such")


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    """Never a replacement character that the bytes did not hold, never another error."""
    try:
        text, encoding, _ = decode(data)
    except InputError:
        return
    assert encoding
    assert "\ufffd" not in text or "\ufffd".encode(encoding) in data


NO_TEXTS = (
    "zlib bz2 hex base64 quopri uu rot13 unicode_escape raw_unicode_escape punycode idna undefined charmap "
    "mbcs cp037 cp500 cp1140 no-such ../x"
).split()


@pytest.mark.parametrize("label", [*NO_TEXTS, "", "utf-8\0", "x" * 10_000])
def test_a_document_names_no_codec_of_pythons_own(label: str) -> None:
    """A page could make any bytes say anything by them, to p5diff alone."""
    assert stated(label) == ""


@pytest.mark.parametrize(
    ("label", "name"),
    [("UTF8", "utf-8"), (" latin1 ", "iso8859-1"), ("windows-1251", "cp1251"), ("KOI8-U", "koi8-u"),
     ("euc-kr", "euc_kr"), ("Shift_JIS", "shift_jis"), ("gb18030", "gb18030"), ("Big5", "big5"),
     ("macintosh", "mac-roman"), ("iso-8859-6", "iso8859-6"), ("windows-1256", "cp1256"),
     ("utf-16", "utf-16")],
)  # fmt: skip
def test_the_encodings_of_documents_are_known_by_their_labels(label: str, name: str) -> None:
    assert stated(label) == name
