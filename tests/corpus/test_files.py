"""statement.toml: what is written is read, and everything wrong is said at once."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.corpus import toml
from p5diff.corpus.entry import Correction, StatementEntry, TextEntry, Whereabouts
from p5diff.corpus.fields import is_date
from p5diff.corpus.files import parse_entry, read_entry, write_entry
from p5diff.errors import CorpusError
from p5diff.model.refs import STORED_EDITIONS
from p5diff.model.statement import Coverage

_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_some = _words.filter(bool)
_dates = st.dates().map(lambda date: date.isoformat())
_languages = st.sampled_from(["en", "zh", "fr", "ru", "es", "ar"])
_texts = st.builds(
    TextEntry,
    id=st.just("a-1"),
    language=_languages,
    edition=st.sampled_from(STORED_EDITIONS),
    coverage=st.sampled_from(list(Coverage)),
    not_covered=st.lists(_some, max_size=3).map(tuple),
    original=st.sampled_from(["", "source/en.txt", "source/zh.pdf"]),
    name=_words,
    sha256=st.sampled_from(["", "0" * 64, "9af" * 21 + "0"]),
    encoding=_words,
    importer=_words,
    url=_words,
    note=_words,
    ignore=st.lists(st.sampled_from(["P301", "P105"]), max_size=2).map(tuple),
    corrections=st.lists(
        st.builds(Correction, line=st.integers(0, 99), before=_words, after=_words, why=_words), max_size=2
    ).map(tuple),
)
_entries = st.builds(
    StatementEntry,
    id=st.just("a-1"),
    titles=st.dictionaries(_languages, _some, max_size=3).map(lambda d: tuple(d.items())),
    conference=st.dictionaries(_languages, _some, max_size=2).map(lambda d: tuple(d.items())),
    circulated=st.dictionaries(_some, _some, max_size=2).map(lambda d: tuple(d.items())),
    series=_words,
    ordinal=st.none() | st.integers(0, 99),
    place=_words,
    dates=st.lists(_dates, max_size=2).map(tuple),
    adopted=st.just("") | _dates,
    parties=st.lists(_some, max_size=3).map(tuple),
    symbols=st.lists(_some, max_size=3).map(tuple),
    numbered_paragraphs=st.none() | st.booleans(),
    body_paragraphs=st.none() | st.integers(0, 99),
    checked=_words,
    note=_words,
    sources=st.lists(
        st.builds(Whereabouts, url=st.just("https://x.example"), language=_words, what=_words), max_size=2
    ).map(tuple),
    texts=st.lists(_texts, max_size=3, unique_by=lambda text: text.path).map(tuple),
)


@given(_entries)
def test_what_is_saved_is_loaded(entry: StatementEntry) -> None:
    """Law 6: what is saved is loaded."""
    written = write_entry(entry)
    assert read_entry(written.encode("utf-8"), path="a-1/statement.toml") == entry
    assert write_entry(read_entry(written.encode("utf-8"), path="a-1/statement.toml")) == written


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_quoting(text: str) -> None:
    assert tomllib.loads(f"x = {toml.quote(text)}")["x"] == text


def test_hidden_characters_are_spelled_out_in_the_file() -> None:
    assert "\u202e" not in toml.quote("a\u202eb") and "\\u202E" in toml.quote("a\u202eb")


@given(st.binary(max_size=200))
def test_any_bytes_are_an_entry_or_an_expected_error(data: bytes) -> None:
    try:
        parse_entry(data, path="a-1/statement.toml")
    except CorpusError as error:
        assert error.slug == "broken-toml"


BROKEN = """
id = "B 1"
ordinal = -2
dates = ["2012-02-30", 7]
adopted = "yesterday"
numbered_paragraphs = "no"
colour = "blue"
[title]
en = 5
"xx yy" = "t"
[[source]]
url = "ftp://x"
[[text]]
language = "xx"
edition = "officious"
coverage = "most"
sha256 = "abc"
original = "../../etc/passwd"
[[text]]
language = "en"
edition = "digest"
[[text]]
language = "en"
edition = "digest"
"""


@pytest.mark.parametrize(
    "said",
    [
        "id: 'B 1'",
        "ordinal: must be a whole number",
        "dates[1]: must be text",
        "dates[0]: '2012-02-30' is not a date",
        "adopted: 'yesterday' is not a date",
        "numbered_paragraphs: must be true or false",
        "title.en: must be text",
        "title.xx yy: is not a language tag",
        "colour: is not a field",
        "source[0].url: 'ftp://x'",
        "text[0].language: 'xx' is not one of en, zh, fr, ru, es, ar",
        "text[0].edition: 'officious' is not one of official, translation, digest",
        "text[0].coverage: 'most' is not one of full, partial",
        "text[0].sha256: must be 64 hexadecimal digits",
        "text[0].original: '../../etc/passwd'",
        "text[2]: a second digest text in 'en'",
    ],
)
def test_every_problem_is_said_with_the_path_to_its_field(said: str) -> None:
    with pytest.raises(CorpusError) as caught:
        read_entry(BROKEN.encode(), path="b-1/statement.toml")
    assert caught.value.slug == "broken-statement"
    assert f"b-1/statement.toml: {said}" in caught.value.cause


def test_an_id_must_match_its_folder() -> None:
    with pytest.raises(CorpusError, match="problem") as caught:
        read_entry(b'id = "a-2"\n', path="a-1/statement.toml")
    assert "'a-2' does not match the folder 'a-1'" in caught.value.cause


def test_toml_errors_name_the_line() -> None:
    with pytest.raises(CorpusError) as caught:
        read_entry(b'id = "a-1"\nx = = 3\n', path="a-1/statement.toml")
    assert caught.value.slug == "broken-toml" and "line 2" in caught.value.cause


def test_dates_are_real_days() -> None:
    assert is_date("2024-02-29") and not is_date("2023-02-29") and not is_date("2024-2-9")
    assert not is_date("２０２４-02-29")
