"""Statements in, threads out: choose the texts, order them, compare neighbours, weave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from p5diff.align.units.lexicon import reader_for
from p5diff.align.words.changes import WordDiffer
from p5diff.corpus.entry import StatementEntry
from p5diff.errors import P5DiffError, ReferenceNotFound
from p5diff.language import Language, get
from p5diff.meaning import load_rules
from p5diff.meaning.rules.rules import Rules
from p5diff.memo import memo
from p5diff.model.alignment import Note, WordEdit
from p5diff.model.comparison import Comparison
from p5diff.model.refs import Reference
from p5diff.model.series import Series, Thread
from p5diff.model.source import CarrierChoice
from p5diff.model.statement import Coverage, Edition, Statement
from p5diff.report.series.find import find, near, on_topic
from p5diff.text.dates import last_day
from p5diff.threads import Weaver, alarms
from p5diff.workflows import seriescache
from p5diff.workflows.compare import compare_statements
from p5diff.workflows.comparedcache import Neighbours
from p5diff.workflows.load import DETECTED, ReadingOptions, check_language, is_file_name
from p5diff.workflows.readings import Readings
from p5diff.workspace import Workspace


class WordEdits:
    """The tools that a series takes from the aligner. What was asked last is remembered: a wording that
    stands through many statements is held against the same new sentence once for each of them.
    """

    def __init__(self, language: Language) -> None:
        # One reader for all: the words of neighbours are the same ones, and each is told but once.
        self._made = memo(_REMEMBERED)(WordDiffer(reader_for(language)).diff)

    def edits(self, before: str, after: str) -> tuple[WordEdit, ...]:
        """The words that changed from one wording to the next."""
        return self._made(before, after)


_REMEMBERED = 2048
"""Pairs of wordings whose changes are remembered: those of a few statements, some megabytes at most."""


def series(
    refs: Sequence[Statement | str | Path] = (),
    *,
    name: str = "",
    corpus: Path | Workspace | None = None,
    language: str | None = None,
    since: str = "",
    until: str = "",
    rules: Rules | None = None,
    ladder: str | Path | None = None,
    carrier: CarrierChoice = CarrierChoice.JUDGED,
) -> Series:
    """Follow each commitment through successive statements.

    `refs` are statements, references or paths; none means all statements of the corpus that have a
    text, or those of the series `name`. They are ordered by date; `since` and `until` bound the date
    (a year, or more of an ISO 8601 date, both included). `language` chooses among the texts of a
    statement; without it, the language in which most of them have one. `carrier` says what to take of files
    that are pages around a statement. Raises `P5DiffError` when
    fewer than two statements are left, or for anything that cannot be read.

    >>> found = series(["paris-2011:en.digest", "washington-2012:en.digest"])
    >>> found.statements
    ('paris-2011:en.digest', 'washington-2012:en.digest')
    >>> found.threads[0].first.statement
    'paris-2011:en.digest'
    """
    space = Workspace.of(corpus, ladder=ladder)
    reading = ReadingOptions(language, carrier=carrier)
    statements, notes = choose(refs, name=name, space=space, since=since, until=until, reading=reading)
    return replace(weave(statements, rules or space.rules), notes=notes)


def choose(
    refs: Sequence[Statement | str | Path],
    *,
    name: str = "",
    space: Workspace,
    since: str = "",
    until: str = "",
    reading: ReadingOptions = DETECTED,
) -> tuple[list[Statement], tuple[Note, ...]]:
    """The statements of a series in order, and what had to be said about choosing them; as `series`."""
    check_language(reading.language)
    found, notes = _statements(refs, name, space, reading)
    kept = [s for s in found if _within(last_day(s.meta), since, until)]
    if len(kept) < 2:
        raise P5DiffError(
            "series-too-short",
            f"a series needs two statements or more, and here {_counted(len(kept))} left",
            cause="after choosing texts of one language and the dates asked for",
            hint="name more texts, or widen --since, --until, --language; `p5diff list` shows what there is",
        )
    ordered, said = _ordered(kept)
    return ordered, tuple(dict.fromkeys((*notes, *said, *_of_several_series(ordered))))


def _of_several_series(statements: Sequence[Statement]) -> tuple[Note, ...]:
    """What one kind of statement does not say need not have been given up."""
    named = dict.fromkeys(s.meta.series for s in statements if s.meta.series)
    if len(named) < 2:
        return ()
    return (
        Note(
            slug="several-series",
            message=f"Statements of several series stand together ({', '.join(named)}): "
            "what one of them leaves to another counts here as dropped or new.",
        ),
    )


@dataclass(frozen=True, slots=True)
class Woven:
    """A series with what it was made from: its statements, and the comparison of each with the next."""

    series: Series
    statements: tuple[Statement, ...]
    comparisons: tuple[Comparison, ...]


def weave(statements: Sequence[Statement], rules: Rules | None = None) -> Series:
    """The series of statements that are in order already, alarms included.

    What was woven before from the same texts, rules and program is taken up from the user's cache.
    """
    rules = rules or load_rules()
    known = seriescache.keys(statements, rules)
    made = seriescache.longest(statements, known)
    start = len(made.statements) if made else 0
    if made is None or start < len(statements):
        weaver = Weaver.resume(made, _tools(statements)) if made else _weaver(statements, rules)
        for number in range(start, len(statements)):
            if start < number == len(statements) - 1:  # the newest text is the one that still changes
                seriescache.keep(known[number - 1], weaver.series())
            before = statements[number - 1] if number else nothing_before(statements[0])
            weaver.add(statements[number], compare_statements(before, statements[number], rules=rules))
        made = weaver.series()
        seriescache.keep(known[-1], made)
    return replace(made, alarms=alarms(made))


def woven(
    statements: Sequence[Statement],
    rules: Rules | None = None,
    compared: Sequence[Comparison] = (),
    neighbours: Neighbours | None = None,
) -> Woven:
    """As `weave`, with the comparisons that it took; `compared` are those of neighbours, if at hand (and
    `neighbours` what made them), else they come from the user's cache as far as they were made before."""
    rules = rules or load_rules()
    neighbours = neighbours or Neighbours(statements[0], rules)
    weaver = _weaver(statements, rules)
    before = nothing_before(statements[0])
    comparisons = []
    for number, statement in enumerate(statements):
        known = compared[number - 1] if number and compared else None
        comparison = known or neighbours.compare(before, statement)
        weaver.add(statement, comparison)
        comparisons.append(comparison)
        before = statement
    neighbours.save()
    made = weaver.series()
    return Woven(replace(made, alarms=alarms(made)), tuple(statements), tuple(comparisons[1:]))


def _weaver(statements: Sequence[Statement], rules: Rules) -> Weaver:
    return Weaver(_tools(statements), language=statements[0].meta.language, ladder=rules.ladder_name)


def _tools(statements: Sequence[Statement]) -> WordEdits:
    return WordEdits(get(statements[0].meta.language))


class Traced(NamedTuple):
    """Threads that were looked for: those that say the words as they stand, then those that say them in other
    forms alone.
    """

    exact: tuple[Thread, ...]
    near: tuple[Thread, ...]


def traced(series: Series, what: str, topics: Sequence[str] = ()) -> Traced:
    """The threads that words, a place or an id name, about one of the topics (if any are given).

    Raises `ReferenceNotFound` when there are none, saying what was looked through.
    """
    found = Traced(find(series, what), near(series, what)) if what else Traced(on_topic(series, topics), ())
    if what and topics:
        about = {thread.id for thread in on_topic(series, topics)}
        found = Traced(*(tuple(thread for thread in threads if thread.id in about) for threads in found))
    if any(found):
        return found
    known = ", ".join(topic for topic, _ in series.topics)
    named = f"{what!r}" if what else f"the topic {', '.join(topics)}"
    raise ReferenceNotFound(
        "nothing-found",
        f"no statement of the series says {named}",
        cause=f"looked through {len(series.texts)} texts, {series.texts[0].id} to {series.texts[-1].id}",
        hint=f"try fewer words, or a topic: {known}" if known else "try fewer words",
    )


def nothing_before(statement: Statement) -> Statement:
    """An empty text to compare the first statement with: all that it says is new."""
    meta = replace(statement.meta, coverage=Coverage.FULL, not_covered=(), edition=Edition.UNSTATED)
    return Statement(meta=meta, paragraphs=())


def _within(date: str, since: str, until: str) -> bool:
    """Whether a date is not before `since` and not after `until`; unknown dates are in."""
    if not date:
        return not (since or until)
    return (not since or date[: len(since)] >= since) and (not until or date[: len(until)] <= until)


def _ordered(statements: list[Statement]) -> tuple[list[Statement], tuple[Note, ...]]:
    """By date, where all have one; else as given, and said."""
    undated = [s.meta.id for s in statements if not last_day(s.meta)]
    if undated:
        said = f"No date is known of {', '.join(undated[:3])}{' …' if len(undated) > 3 else ''}: "
        return statements, (
            Note(slug="order-as-given", message=said + "the texts stand in the order given."),
        )
    return sorted(statements, key=lambda s: (last_day(s.meta), s.meta.ordinal or 0)), ()


def _statements(
    refs: Sequence[Statement | str | Path],
    name: str,
    corpus: Path | Workspace | None,
    reading: ReadingOptions,
) -> tuple[list[Statement], tuple[Note, ...]]:
    if refs and name:
        raise P5DiffError(
            "series-or-texts",
            "a series is named or its texts are, not both",
            cause=f"--series {name} stands beside {len(refs)} texts",
            hint="leave one of them out",
        )
    if not refs:
        return _of_corpus(corpus, name, reading.language)
    given = [ref if isinstance(ref, Statement) else None for ref in refs]
    wanted = reading.language or _commonest([r for r in refs if not isinstance(r, Statement)], corpus)
    notes: list[Note] = []
    found: list[Statement] = []
    readings = Readings([str(ref) for ref in refs if not isinstance(ref, Statement)])
    for ref, statement in zip(refs, given, strict=True):
        if statement is not None:
            found.append(statement)
            continue
        loaded = readings.load(_in(str(ref), wanted, corpus), corpus=corpus, reading=reading)
        found.append(loaded.statement)
        notes += loaded.notes
    readings.save()
    return _of_one_language(found, wanted, notes)


def _in(ref: str, language: str, corpus: Path | Workspace | None) -> str:
    """The reference with a language, where it names none and the statement has a text in that one."""
    if is_file_name(ref):
        return ref
    reference = Reference.parse(ref)
    if reference.language or not language:
        return ref
    texts = Workspace.of(corpus).corpus.texts(reference.id, reference.revision)
    return str(replace(reference, language=language)) if language in {t.language for t in texts} else ref


def _commonest(refs: Sequence[str | Path], corpus: Path | Workspace | None) -> str:
    """The language in which most of the statements named have a text; English where two tie."""
    counts: Counter[str] = Counter()
    for ref in refs:
        if not is_file_name(ref):
            reference = Reference.parse(str(ref))
            counts.update({t.language for t in Workspace.of(corpus).corpus.texts(reference.id)})
    return max(counts, key=lambda code: (counts[code], code == "en", code), default="")


def _of_corpus(
    corpus: Path | Workspace | None, name: str, language: str | None
) -> tuple[list[Statement], tuple[Note, ...]]:
    found = Workspace.of(corpus).corpus
    entries = [e for e in found.entries() if not name or e.series == name]
    if name and not entries:
        known = ", ".join(sorted({e.series for e in found.entries() if e.series})) or "none"
        raise ReferenceNotFound(
            "unknown-series",
            f"the corpus {found.describe()} has no series {name!r}",
            cause=f"its series: {known}",
            hint="`p5diff list` shows the statements",
        )
    entries, others = (entries, ()) if name else _of_one_series(entries)
    counts = Counter(code for e in entries for code in {t.language for t in e.texts})
    wanted = language or max(counts, key=lambda code: (counts[code], code == "en", code), default="")
    held = [e for e in entries if any(t.language == wanted for t in e.texts)]
    notes = (*others, *_left_out([e for e in entries if e not in held], wanted))
    return [found.load(Reference(id=e.id, language=wanted)) for e in held], notes


def _of_one_series(entries: Sequence[StatementEntry]) -> tuple[list[StatementEntry], tuple[Note, ...]]:
    """The statements of the series that has most of them with a text, where a corpus holds several: what
    another series leaves unsaid is not dropped. The others are named in a note."""
    counts = Counter(e.series for e in entries if e.series and e.texts)
    if len(counts) < 2:
        return list(entries), ()
    chosen = max(counts, key=lambda series: (counts[series], series))
    others = [f"{e.id} ({e.series})" for e in entries if e.series not in ("", chosen) and e.texts]
    message = f"Only the series {chosen}. Of another series: {', '.join(others)} (--series names it)."
    kept = [e for e in entries if e.series in ("", chosen)]
    return kept, (Note(slug="one-series-of-several", message=message),)


def _left_out(entries: Sequence[StatementEntry], language: str) -> tuple[Note, ...]:
    """What a series lacks is said: a gap in the corpus is no gap in the series."""
    if not entries:
        return ()
    names = ", ".join(e.id for e in entries)
    return (
        Note(
            slug="no-text-here", message=f"Left out, without a text in {language or 'any language'}: {names}."
        ),
    )


def _of_one_language(
    found: list[Statement], wanted: str, notes: list[Note]
) -> tuple[list[Statement], tuple[Note, ...]]:
    """The statements of one language; the others are named in a note."""
    counts = Counter(s.meta.language for s in found)
    chosen = wanted if wanted in counts else max(counts, key=lambda code: (counts[code], code == "en", code))
    kept = [s for s in found if s.meta.language == chosen]
    others = [s.meta.ref for s in found if s.meta.language != chosen]
    if others:
        message = f"Left out, in another language than {chosen}: {', '.join(others)}."
        notes.append(Note(slug="no-text-here", message=message))
    return kept, tuple(notes)


def _counted(number: int) -> str:
    return "none is" if not number else "one is"
