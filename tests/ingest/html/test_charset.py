"""Which encoding a page is in: what its head says, what browsers make of that, what its bytes allow."""

from __future__ import annotations

import codecs

import pytest

from p5diff.errors import InputError
from p5diff.ingest.readers.html.charset import declared, decode_page, python_name

SAID = [
    (b'<meta charset="gb2312"><p>x', "gb2312"),
    (b"<META CHARSET=koi8-r >", "koi8-r"),
    (b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1256'>", "windows-1256"),
    (b'<?xml version="1.0" encoding="iso-8859-1"?><html>', "iso-8859-1"),
    (b"<?xml version='1.0'?><meta charset = 'big5'>", "big5"),
    (b"<p>a charset=utf-8 in the text", ""),
    (b"<meta name=x>" + b" " * 5000 + b"<meta charset=big5>", ""),
    (b"", ""),
]


@pytest.mark.parametrize(("page", "label"), SAID)
def test_the_label_is_read_from_the_head_alone(page: bytes, label: str) -> None:
    assert declared(page) == label


NAMES = [
    ("utf-8", "utf-8"),
    ("UTF8", "utf-8"),
    (" GB2312 ", "gb18030"),
    ("gbk", "gb18030"),
    ("big5", "big5hkscs"),
    ("latin1", "cp1252"),
    ("us-ascii", "cp1252"),
    ("iso-8859-9", "cp1254"),
    ("iso-8859-6", "iso8859-6"),
    ("windows-1256", "cp1256"),
    ("koi8-r", "koi8-r"),
    ("euc-kr", "cp949"),
    ("utf-16", "utf-8"),
    ("utf-16le", "utf-8"),
    ("utf-16be", "utf-8"),
    ("no-such", ""),
    ("", ""),
]
"""A label in bytes that could be read is never true where it says UTF-16: browsers take it for UTF-8."""


@pytest.mark.parametrize(("label", "name"), NAMES)
def test_a_label_means_what_it_means_to_browsers(label: str, name: str) -> None:
    assert python_name(label) == name


PAGES = [
    ("Déclaration «commune»", "cp1252", "iso-8859-1", "cp1252"),
    ("Совместное заявление", "koi8-r", "koi8-r", "koi8-r"),
    ("联合声明", "gb18030", "gb2312", "gb18030"),
    ("联合声明", "utf-8", "utf-16", "utf-8"),
    ("بيان مشترك", "cp1256", "windows-1256", "cp1256"),
]


@pytest.mark.parametrize(("words", "kept", "label", "found"), PAGES)
def test_a_page_is_read_as_it_says(words: str, kept: str, label: str, found: str) -> None:
    data = f'<meta charset="{label}"><p>{words}</p>'.encode(kept)
    text, name, notes = decode_page(data, name="page")
    assert words in text and name == found and not notes


def test_the_server_goes_before_the_page_and_a_mark_before_both() -> None:
    data = '<meta charset="koi8-r"><p>Заявление</p>'.encode("cp1251")
    text, name, _ = decode_page(data, name="page", charset="windows-1251")
    assert "Заявление" in text and name == "cp1251"
    marked = codecs.BOM_UTF8 + '<meta charset="koi8-r"><p>Заявление</p>'.encode()
    text, name, _ = decode_page(marked, name="page", charset="windows-1251")
    assert "Заявление" in text and name.startswith("utf-8")


def test_bytes_that_contradict_the_page_are_told() -> None:
    data = '<meta charset="utf-8"><p>Déclaration des États, adoptée à Genève.</p>'.encode("cp1252")
    text, name, notes = decode_page(data, name="page")
    assert "Déclaration des États" in text
    assert notes[0].slug == "encoding-contradicted"
    assert notes[0].message == f"the page says it is utf-8, but its bytes are not; read as {name}"


def test_an_encoding_that_is_asked_for_is_the_one_or_none() -> None:
    data = '<meta charset="utf-8"><p>Déclaration</p>'.encode("cp1252")
    assert "Déclaration" in decode_page(data, name="page", encoding="cp1252")[0]
    with pytest.raises(InputError):
        decode_page(data, name="page", encoding="utf-8")


@pytest.mark.parametrize("label", ["unicode_escape", "utf-7", "rot13", "zlib", "cp037", "punycode", "utf-32"])
def test_a_page_says_what_a_browser_shows_of_it(label: str) -> None:
    """By the page's own word its bytes would be other words here, or end the reader."""
    said = "The States s\\u0068all +AGE- report. <b>Uryyb</b>"
    text, found, notes = decode_page(f'<meta charset="{label}"><p>{said}</p>'.encode(), name="a.html")
    assert said in text
    assert found == "utf-8"
    assert [note.slug for note in notes] == ["encoding-contradicted"]
