"""Four times the text takes about four times the work: ratios of processor time, never seconds."""

from __future__ import annotations

import gc
import itertools
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import SimpleNamespace

import pytest

from p5diff import ingest
from p5diff import language as languages
from p5diff.ingest.layout.carrier import words
from p5diff.ingest.layout.normalise import normalise
from p5diff.ingest.readers.html import page
from p5diff.ingest.readers.inline import plain
from p5diff.language.grammar import every
from p5diff.model.source import RawBlock
from p5diff.text.dates import find_dates
from p5diff.text.detect import detect_language
from p5diff.text.labels import split_label
from p5diff.text.roles import is_office, is_signed, names_letter, sends_document
from p5diff.text.segment import sentences
from p5diff.text.toml import read as read_toml
from tests.text.texts import LANGUAGES

TRAPS = [
    "a",
    " ",
    ".",
    ". ",
    "1",
    "1.",
    "(",
    "[",
    "*",
    "_",
    '"',
    "。",
    "-",
    "A. ",
    "a.b.",
    "I have the honour to ",
]
TRAPS += [
    "J’ai l’honneur de ",
    "имею честь ",
    "أتشرف بأن ",
    "随信",
    "致",
    "20 July ",
    "<",
    "![",
    "**a",
    "`",
    "&",
    "\\",
]


def growth(work: Callable[[str], object], unit: str, size: int) -> float:
    """Processor time for four times the text over the time for it, best of two: 4 is linear, 16
    quadratic."""
    times = []
    gc.disable()  # what other tests left behind is not looked through while the work is timed
    try:
        for length in (size, 4 * size):
            text = (unit * (length // len(unit) + 1))[:length]
            best = float("inf")
            for attempt in range(2):
                once = f"{text}\n\n{length} {attempt}"  # a text of its own: nothing remembered is measured
                start = time.process_time()
                work(once)
                best = min(best, time.process_time() - start)
            times.append(best)
    finally:
        gc.enable()
    return times[1] / max(times[0], 1e-3)


@pytest.mark.parametrize("unit", TRAPS)
def test_patterns_do_not_explode(unit: str) -> None:
    """Each pattern on long hostile text: a quadratic one would show 16, an exponential one hang."""

    def work(text: str) -> None:
        for language in LANGUAGES:
            sentences(text, language=languages.get(language))
            split_label(text, language=languages.get(language))
            for judge in (is_signed, is_office, names_letter, sends_document):
                judge(text, languages.get(language))
            list(find_dates(text, language=languages.get(language)))
        plain(text)
        detect_language(text)

    assert growth(work, unit, 6_000) < 9


@pytest.mark.parametrize(
    "unit", ["1, ", "1st, ", "1 - ", "May 1, ", "1-го, ", "1er, ", "1.º, ", "1日、", "1 و", "1 to "]
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_list_of_days_is_read_in_line_with_its_length(unit: str, code: str) -> None:
    """A table of numbers in a text that names a year somewhere: each number may begin a list of days."""

    def work(text: str) -> None:
        list(find_dates(f"{text} 2032", language=languages.get(code)))

    assert growth(work, unit, 5_000) < 9


BEFORE_VERBS = [
    ("en", "the two governments also agreed to "),
    ("en", "we wish the committee "),
    ("fr", "nous voulons que les gouvernements "),
    ("es", "queremos que los gobiernos se "),
    ("ru", "мы также хотим чтобы правительства "),
    ("ar", "فلن ي"),
    ("ar", "ينل يaa إلى أن ت"),
    ("ar", "نطلب إلى الدول أن ت"),
    ("zh", "我们也要各国政府"),
]


ROWS = [
    *(("zh", word) for word in ("谨", "再次", "请", "双方", "继续", "正在")),
    *(("fr", word) for word in ("se ", "de la ", "l'")),
    *(("en", word) for word in ("also ", "really ", "we ", "the assembly ")),
    *(("es", word) for word in ("se ", "que ", "no ")),
    *(("ru", word) for word in ("не ", "вновь ", "мы ")),
    *(("ar", word) for word in ("لن ", "أن ", "نطلب إلى ", "يجب ")),
]


@pytest.mark.parametrize(("code", "word"), ROWS)
def test_a_row_of_one_word_is_read_in_line_with_its_length(code: str, word: str) -> None:
    """Adverbs and pronouns may stand in a row before a verb, but not without end."""
    grammar = languages.get(code).GRAMMAR
    assert growth(lambda text: list(every(text, grammar)), word, 3_000) < 9


@pytest.mark.parametrize("letter", ["a", "i", "ل", "ж"])
@pytest.mark.parametrize(("code", "before"), BEFORE_VERBS)
def test_a_word_without_end_is_read_in_line_with_its_length(code: str, before: str, letter: str) -> None:
    """A construction of several words is not tried on one word from each of its letters."""
    grammar = languages.get(code).GRAMMAR

    def work(text: str) -> None:
        list(every(before + text, grammar))

    assert growth(work, letter, 4_000) < 9


@pytest.mark.parametrize(
    "unit", ["a\n", "ab-\n", "1\n\n", "CD/1\n", "The State met. ", "Head\n\n2\n\n", "五常。\n", "# a\n"]
)
def test_normalising_is_linear(unit: str) -> None:
    assert growth(lambda text: normalise(text, language="en"), unit, 5_000) < 9


LINES = ("# a@x", "# @#x", "# a@ #", "> a@x", "- a@x", "| a@x", "[^1]: a@x", "**a@x", "a@[x")


@pytest.mark.parametrize("unit", [" ", "\t", "# ", "[", "*a"])
def test_a_line_of_markdown_is_read_in_line_with_its_length(unit: str) -> None:
    """What is pumped up stands inside a line that begins as something and does not end as it (@). All such
    lines in one text: whichever takes time with its square outweighs the others."""

    def work(text: str) -> None:
        pumped = text.partition("\n")[0]
        lines = (line.replace("@", pumped) for line in LINES)
        ingest.read_bytes("\n\n".join(("The States met.", *lines, "")).encode(), name="a.md")

    assert growth(work, unit, 5_000) < 9


@pytest.mark.parametrize("unit", ['\\"', '"', "'", '"a" ', ".a"])
def test_bounds_of_toml_are_told_in_line_with_the_length_of_a_line(unit: str) -> None:
    def work(text: str) -> None:
        with suppress(ValueError):
            read_toml("." * 300 + '"' + text.partition("\n")[0])

    assert growth(work, unit, 5_000) < 9


def test_dots_behind_a_string_that_goes_on_are_counted() -> None:
    """A string over several lines ends in the second line, and a key of many parts follows it."""
    for end in ('"""', "'''"):
        with pytest.raises(ValueError, match="too many parts"):
            read_toml(f"x = {{a = {end}one\ntwo{end}, {'b.' * 300}c = 1}}\n")
    assert read_toml(f"x = \"{'a.' * 300}\"\ny = '{'b.' * 300}'\n").keys() == {"x", "y"}


@pytest.mark.parametrize("unit", ["#", "*", "_", "-", "=", "_ ", "> ", "a: "])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_line_of_strokes_is_read_in_line_with_its_length(unit: str, name: str) -> None:
    """The search for a page around a text looks at every line: whether it stands between strokes, too."""

    def work(text: str) -> None:
        line = text.partition("\n")[0]
        said = f"The States met.\n\n{line}x{len(text)}\n\nThey will report on it every year.\n"
        ingest.source(said.encode(), name=name, language="en")

    assert growth(work, unit, 4_000) < 9


@pytest.mark.parametrize("theirs", ["{n} as read by both, ", "{n} as one alone reads it, "])
def test_a_second_reader_is_compared_in_line_with_the_length(
    theirs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of one paragraph a line, with the second reader (a stand-in) at one with the first or not."""

    def lines(pattern: str, count: int) -> list[str]:
        return [pattern.format(n=f"Line {n:09}") * 5 for n in range(count)]

    def work(text: str) -> None:
        count = len(text.partition("\n")[0]) // 40
        stand_in = SimpleNamespace(extract=lambda *_, **__: "\n".join(lines(theirs, count)))
        monkeypatch.setitem(sys.modules, "trafilatura", stand_in)
        blocks = [RawBlock(text=line) for line in lines("{n} as read by both, ", count)]
        list(page._second_opinion("", blocks))

    assert growth(work, "x", 6_000) < 9


def test_lines_between_strokes_are_those_of_the_patterns() -> None:
    """Law: told by hand as the patterns tell it that they replace."""
    decorated = re.compile(r"[=\-]{2,} ?[^\n]{2,5}? ?[=\-]{2,}")
    for length in range(1, 10):
        for letters in itertools.product("-a ", repeat=length):
            line = "".join(letters)
            assert words._between(line, "=-", 2, (2, 5)) == bool(decorated.fullmatch(line)), line
    told = {
        "== A text ==",
        "----- A text",
        "-----A text-----",
        "***A text***.",
        "--- A text ---:",
        "__________",
        "= A text =",
    }
    assert {line for line in told if words.is_decorated(line)} == {
        "== A text ==",
        "-----A text-----",
        "__________",
    }
    mails = {"-----A text-----", "***A text***.", "--- A text ---:", "__________"}
    assert {line for line in told if words.is_of_mail(line)} == mails
