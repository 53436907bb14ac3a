"""Pieces of text that a file spells out, and words that hold what no word does."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.ingest.readers.pdf import arabic, parse
from p5diff.ingest.readers.pdf.glyphs import Glyph, _put_in
from p5diff.ingest.readers.pdf.joining import Joiner
from p5diff.ingest.readers.pdf.lines import PageLine
from p5diff.ingest.readers.pdf.spelt import Spelt, _decoded
from tests.ingest.blocks import texts
from tests.ingest.pdf.lettered import Letter, pdf


def run(text: str, left: float, base: float = 700) -> list[Glyph]:
    return [Glyph(c, left + 6 * n, left + 6 * n + 6, base, 12, False, index=n) for n, c in enumerate(text)]


def test_a_letter_without_a_character_is_put_into_its_line() -> None:
    runs = [run("بسي", 100), run("ملك", 100, base=680)]
    _put_in(Spelt("ل", 90, 99, 700, 12), runs, -100)
    assert [[g.text for g in one] for one in runs] == [["ب", "س", "ي", "ل"], ["م", "ل", "ك"]]


def test_it_stands_alone_where_no_line_is_near() -> None:
    runs = [run("بسي", 100)]
    _put_in(Spelt("ل", 400, 410, 700, 12), runs, -100)
    _put_in(Spelt("ك", 100, 110, 500, 12), runs, -200)
    assert [g.text for one in runs[1:] for g in one] == ["ل", "ك"]


def test_a_mark_that_is_spelled_with_its_letter_brings_no_second_one() -> None:
    runs = [run("بسيٌ", 100)]
    _put_in(Spelt("يٌ", 113, 120, 704, 12), runs, -100)
    assert len(runs) == 1
    assert len(runs[0]) == 4


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"\x06\x44", "ل"),
        (b"\x06\x29\x06\x4c", "ةٌ"),
        (b"\xfe\xff\x06\x44", "ل"),
        (b"\xfe\xff\x00\xab", "«"),
        (b"\xfe\xff\x00\xad", "\u00ad"),
        (b"\xef\xbb\xbf\xc5\x93uvre", "œuvre"),
        (b"ffi", "ffi"),
    ],
)
def test_what_is_spelled_is_read_in_either_form(value: bytes, text: str) -> None:
    assert _decoded(value) == text


@pytest.mark.parametrize("word", ["ال7أمانة", "بHأن", "بئٍر", "صلاحيةًّأولى", "يحرَُض", "مسؤوًلن"])
def test_words_that_hold_what_no_word_does_are_told(word: str) -> None:
    (note,) = arabic.doubtful_words([f"وقد {word} في الاجتماع."])
    assert note.slug == "pdf-doubtful-words"
    assert word in note.message


@pytest.mark.parametrize(
    "text",
    [
        "يومًا واحدًا، مسؤولاً عن ميناءً وهُدىً، كلٌّ في بيتٍ صغيرٍ وجوٍّ هادئ",
        "في عام 2031، المادة 7 من المرفق RC/7 و5 بنود كوفيد-19",
        "مرّتين، سيُؤجَّل، أُولى، صلاحيّةً، الأمينُ العامُّ، مُبادَرَتِهِ",
        "12 مركبا و٣٧ قاربا",
    ],
)
def test_words_as_they_are_written_are_not(text: str) -> None:
    assert arabic.doubtful_words([text]) == ()


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("مسؤًولا عن", "مسؤولًا عن"),
        ("مجدداًفي عام", "مجدداً في عام"),
        ("يومًاإلى المكتب", "يومًا إلى المكتب"),
        ("ميناءًمنها", "ميناءً منها"),
        ("يومًا واحدًا", "يومًا واحدًا"),
        ("هُدىً للناس", "هُدىً للناس"),
    ],
)
def test_an_ending_stands_at_the_end_of_its_word(found: str, meant: str) -> None:
    line = PageLine([], 1, rtl=True, text=found)
    arabic.end_words([line])
    assert line.text == meant


SOFT = "\u00ad"


def divided(hyphen: str) -> str:
    """A paragraph whose lines end with a hyphen of this name."""
    lines = [
        f"the harbour counsellor re{hyphen}",
        f"ported the lights and re{hyphen}",
        "counted the vessels there",
    ]
    letters = {c: Letter((50, 0, 450, 480), 500, c) for c in sorted(set("".join(lines)) - {hyphen, " "})}
    letters |= {" ": Letter(None, 300, " "), hyphen: Letter((50, 200, 250, 260), 300, hyphen)}
    rows: list[list[tuple[str, float]]] = []
    for line in lines:
        at = 0.0
        rows.append([])
        for c in line:
            rows[-1].append((c, at))
            at += letters[c].width / 1000
    return " ".join(texts(parse(pdf(letters, rows, leading=14), name="a.pdf")))


def test_a_hyphen_that_its_file_calls_soft_divides_only() -> None:
    assert divided(SOFT) == "the harbour counsellor reported the lights and recounted the vessels there"


def test_where_a_file_names_the_soft_ones_the_others_are_the_words_own() -> None:
    lines = [f"under the regu{SOFT}", "lation of the sub-", "committee of experts"]
    assert (
        Joiner.of(lines, languages.get("en")).join(lines)
        == "under the regulation of the sub-committee of experts"
    )
    known = [f"Vertical sub{SOFT}", "marine work, not sub-marine."]
    joined = Joiner.of(known, languages.get("en")).join(known)
    assert joined == "Vertical submarine work, not sub-marine."
