"""Two processes read two long texts to the same bytes as one, and neither outlives the other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import aside
from p5diff.language import LANGUAGES, Language
from p5diff.meaning import ahead, load_rules
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence import reading
from p5diff.meaning.sentence.lists import LeadIns, apart
from p5diff.meaning.shifts import is_looked_at
from p5diff.model.alignment import Pair, WordEdit
from p5diff.model.codec import to_dict
from p5diff.model.comparison import CommitmentMark, Comparison, Evidence, Shift, TopicTag
from p5diff.model.statement import Paragraph, Role, Sentence, Statement
from p5diff.workflows.compare import compare_statements
from p5diff.workflows.load import of_text

from .minimal_pairs import PAIRS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
ROOT = Path(__file__).parents[2]
HEADED = {
    "en": "Climate change", "fr": "Changements climatiques", "es": "Cambio climático",
    "ru": "Изменение климата", "zh": "气候变化", "ar": "تغير المناخ",
}  # fmt: skip


def pair_of(language: str, most: int = 60) -> tuple[Statement, Statement]:
    """A text of some hundred paragraphs, labelled ones and headings among them, and its revision: minimal
    pairs (`most` of them), of which every eleventh is gone, and one stands elsewhere."""
    rows = [row for row in PAIRS if row.language == language][:most]
    label = [f"{n}. " if n % 4 == 0 else "" for n, _ in enumerate(rows, start=1)]
    before = [mark + row.before for mark, row in zip(label, rows, strict=True)]
    after = [mark + row.after for n, (mark, row) in enumerate(zip(label, rows, strict=True)) if n % 11 != 6]
    after.insert(2, after.pop())
    for text in (before, after):
        for place in range(len(text) - len(text) % 3, 0, -3):  # from the end, so that places hold
            text[place:place] = [f"## {HEADED[language]}"]
    one, two = (of_text("\n\n".join(text), "text.md", language) for text in (before, after))
    return one.statement, two.statement


class Spied(aside.Helper):
    """A helper of which the test sees what it gave, and which goes after so many messages."""

    after = 99
    heard: list[object]
    numbers: ClassVar[list[int]] = []

    def __init__(self, socket: object, number: int) -> None:
        super().__init__(socket, number)
        self.numbers.append(number)

    def receive(self) -> object:
        if len(type(self).heard) >= type(self).after:
            os.kill(self.number, signal.SIGKILL)
            raise aside.Gone  # what it had said before might still be heard
        value = super().receive()
        type(self).heard.append(value)
        return value


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Spied]]:
    """A second process is begun for texts of any length, wherever the tests run."""
    monkeypatch.setattr(aside, "is_possible", lambda: True)
    monkeypatch.setattr(aside, "Helper", Spied)
    monkeypatch.setattr(ahead, "_LONG", 0)
    monkeypatch.setattr(ahead, "_NEAR", 0.3)
    Spied.heard, Spied.after = [], 99
    Spied.numbers.clear()
    yield Spied
    for number in Spied.numbers:
        with pytest.raises(ChildProcessError):
            os.waitpid(number, os.WNOHANG)  # none is left


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load_rules()


def compared(texts: tuple[Statement, Statement], rules: Rules) -> Comparison:
    """The comparison, with nothing remembered from another one."""
    reading._reader.cache_clear()
    return compare_statements(*texts, rules=rules)


@cache
def of_one(language: str) -> object:
    """What one process finds in the texts of `pair_of`, as JSON has it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(aside, "is_possible", lambda: False)
        return to_dict(compared(pair_of(language), load_rules()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_processes_give_what_one_gives(beside: type[Spied], rules: Rules, language: str) -> None:
    two = compared(pair_of(language), rules)
    assert len(beside.heard) == 7, "of both texts topics and acts; gates, shifts and names of all"
    tags, done, (shifts, named) = beside.heard[1:3], beside.heard[3:5], beside.heard[5:]
    assert tags and all(tags) and all(done) and shifts and named
    assert "continues the topic" in repr(tags), "of a heading; where the cut falls below one: test_topics.py"
    assert to_dict(two) == of_one(language)
    assert any(change.shifts for change in two.changes) and any(change.marks for change in two.changes)
    assert two.ledger
    looked_at = sum(is_looked_at(change.pair) for change in two.changes)
    assert len(shifts) == looked_at // 2, "each process has half of the pairs"  # type: ignore[arg-type]


def test_no_sentence_is_read_by_both(
    beside: type[Spied], monkeypatch: pytest.MonkeyPatch, rules: Rules
) -> None:
    """Not even to see whether one is too long to be read."""
    mills = "the mills of the lake and the ports of the coast and " * 5
    said = [f"The Parties will report on {mills}the budget of {year}." for year in range(1951, 1981)]
    text = of_text("\n\n".join(said), "text.txt", "en").statement
    read: list[str] = []
    real = reading._RuleReader._read

    def noted(self: reading._RuleReader, text: str, language: Language) -> reading.Reading:
        read.append(text)
        return real(self, text, language)

    monkeypatch.setattr(reading._RuleReader, "_read", noted)
    compared((text, text), rules)
    assert 5 < len(read) < 15, "of thirty"


@pytest.mark.parametrize("after", range(7))
def test_what_the_second_process_does_not_give_is_read_here(
    beside: type[Spied], rules: Rules, after: int
) -> None:
    beside.after = after
    found = compared(pair_of("fr"), rules)
    assert len(beside.heard) == after
    assert to_dict(found) == of_one("fr")


def test_a_second_process_that_fails_costs_nothing_but_time(
    beside: type[Spied], monkeypatch: pytest.MonkeyPatch, rules: Rules
) -> None:
    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(ahead, "_packed_tags", fails)
    found = compared(pair_of("es"), rules)
    assert len(beside.heard) == 1
    assert to_dict(found) == of_one("es")


def test_where_no_process_can_be_begun_one_does_it_all(
    beside: type[Spied], monkeypatch: pytest.MonkeyPatch, rules: Rules
) -> None:
    def refused() -> int:
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(os, "fork", refused)
    assert compared(pair_of("ru"), rules).changes and not beside.heard


def test_it_is_begun_only_where_it_gains_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "_allowed", [])
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert not aside.is_possible(), "a library is inside somebody else's program"
    aside.allow()
    assert aside.is_possible()
    monkeypatch.setenv(aside.VARIABLE, "1")
    assert not aside.is_possible()
    monkeypatch.delenv(aside.VARIABLE)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert not aside.is_possible(), "there is one processor"


def test_short_texts_and_two_languages_are_read_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = pair_of("en", 1000)
    assert ahead._cuts(texts) is None
    monkeypatch.setattr(ahead, "_LONG", 0)
    monkeypatch.setattr(ahead, "_NEAR", 0.3)
    cuts = ahead._cuts(texts)
    assert cuts is not None and all(0 < c < len(t.paragraphs) for c, t in zip(cuts, texts, strict=True))
    assert ahead._cuts((texts[0], pair_of("fr", 1000)[1])) is None


_WORDS = "The Parties will:|(a) report;|report yearly;|They met.|to meet, and|- go on|2. We ask:".split("|")
_LABELS = ["", "1.", "2.", "(a)", "(b)", "-", "1.1"]
_PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(_WORDS), st.sampled_from(_LABELS), st.booleans()),
    max_size=25,
)


@given(_PARAGRAPHS, st.lists(st.booleans(), min_size=25, max_size=25))
def test_where_a_text_is_taken_apart_no_list_is_open(
    parts: list[tuple[str, str, bool]], leads: list[bool]
) -> None:
    """Whatever the words before a list are taken to say."""
    paragraphs = [
        Paragraph(
            sentences=(Sentence(text=text, block=n, number=1, role=Role.BODY if body else Role.HEADING),),
            role=Role.BODY if body else Role.HEADING,
            label=label,
        )
        for n, (text, label, body) in enumerate(parts)
    ]
    places = set(apart(paragraphs))
    assert not paragraphs or 0 in places
    lists: LeadIns[str] = LeadIns()
    for n, (paragraph, leading) in enumerate(zip(paragraphs, leads, strict=False)):
        is_open = bool(lists._open)
        over = lists.over(paragraph)
        assert not (n in places and (over is not None or (is_open and paragraph.role is Role.BODY)))
        lists.pass_by(paragraph, "asks" if leading else over)


def test_every_field_goes_across() -> None:
    """A field that is added to one of these values is to be added to what goes from process to process."""
    names = {
        kind: {field.name for field in fields(kind)} for kind in (CommitmentMark, Evidence, TopicTag, Shift)
    }
    assert names[CommitmentMark] == {*ahead._PLAIN, "side", "kind", "evidence"}
    assert names[Evidence] == {"side", "sentence", "span", "text"}
    assert names[TopicTag] == {"topic", "evidence", "rule"}
    assert names[Shift] == {"aspect", "verdict", "before", "after", "rule", "explanation", "evidence"}
    assert {field.name for field in fields(WordEdit)} == {"op", "text", "before", "after", "editorial"}
    assert {field.name for field in fields(Pair)} == {
        "before", "after", "kind", "shape", "moved", "similarity", "confidence", "found_by", "edits",
    }  # fmt: skip


def answered(program: str, then: Callable[[subprocess.Popen[str], int], None]) -> None:
    """Run a program that prints the number of its second process and hangs in it.

    It hears interrupts also where the tests themselves run in the background, which ignores them.
    """
    code = textwrap.dedent("""
        import os, signal, time
        from p5diff import aside

        signal.signal(signal.SIGINT, signal.default_int_handler)
        aside.is_possible = lambda: True
        """) + textwrap.dedent(program)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True
    ) as running:
        assert running.stdout is not None
        then(running, int(running.stdout.readline()))


def is_gone(number: int) -> None:
    """Wait until the process has ended: what is nobody's child any more is cleared away by the system."""
    for _ in range(1500):
        try:
            stat = Path(f"/proc/{number}/stat").read_text()
        except OSError:
            return
        if stat.rpartition(")")[2].split()[0] == "Z":
            return
        signal.sigtimedwait([], 0.02)
    os.kill(number, signal.SIGKILL)
    pytest.fail(f"process {number} goes on")


_BUSY = """
    def work(line):
        line.send(os.getpid())
        while True:
            pass

    with aside.begin(work) as helper:
        print(helper.receive(), flush=True)
        helper.receive()
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_is_left_behind(how: signal.Signals) -> None:
    def end(running: subprocess.Popen[str], number: int) -> None:
        running.send_signal(how)
        running.wait()
        is_gone(number)

    answered(_BUSY, end)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_an_interrupt_of_the_whole_group_ends_both() -> None:
    def end(running: subprocess.Popen[str], number: int) -> None:
        os.killpg(running.pid, signal.SIGINT)
        assert running.wait() != 0
        is_gone(number)

    answered(_BUSY, end)


def test_large_messages_cross_whole() -> None:
    """Of more bytes than a pipe holds, both ways."""

    def work(line: aside.Line) -> None:
        line.send(line.receive() * 2)

    helper = None
    try:
        aside_possible, aside.is_possible = aside.is_possible, lambda: True
        helper = aside.begin(work)
    finally:
        aside.is_possible = aside_possible
    assert helper is not None
    with helper:
        helper.send(["ä" * 3_000_000, None, 1.5, True, ("a", 10**30)])
        assert helper.receive() == ["ä" * 3_000_000, None, 1.5, True, ("a", 10**30)] * 2
        with pytest.raises(aside.Gone):
            helper.receive()
