"""Compare two statements: tag topics, align, classify, and write down what took part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from p5diff import __version__
from p5diff import language as languages
from p5diff.align import align
from p5diff.align.semantic import Likeness
from p5diff.align.semantic import likeness as by_meaning
from p5diff.align.setaside import compare_set_aside
from p5diff.align.settings import DEFAULT, Settings
from p5diff.meaning import classify, load_rules, topics
from p5diff.meaning.ahead import reading_ahead, tag_both
from p5diff.meaning.ledger import ledger
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.sentence import reading
from p5diff.model.alignment import Alignment, Note
from p5diff.model.clause import Clause, ClausePair
from p5diff.model.comparison import Change, Comparison, Provenance, Tally, TopicTag
from p5diff.model.source import CarrierChoice
from p5diff.model.statement import Statement
from p5diff.text.clauses import clauses
from p5diff.workflows.fairness import warnings, without_false_claims
from p5diff.workflows.load import DETECTED, ReadingOptions, load_pair, load_with_notes, of_text
from p5diff.workspace import Workspace


def compare(
    before: Statement | str | Path,
    after: Statement | str | Path,
    *,
    corpus: Path | Workspace | None = None,
    before_language: str | None = None,
    after_language: str | None = None,
    encoding: str | None = None,
    carrier: CarrierChoice = CarrierChoice.JUDGED,
    settings: Settings = DEFAULT,
    rules: Rules | None = None,
    ladder: str | Path | None = None,
    semantic: bool = False,
    semantic_model: Path | None = None,
) -> Comparison:
    """What changed from `before` to `after`, as data.

    Each side is a `Statement`, a reference (`washington-2012:zh`) or a path to a file. Where both sides leave
    the text open, the fairest pair is chosen: the same language, then the same edition. `encoding` overrules
    detection for files, `carrier` says what to take of pages around a statement, `settings` are the aligner's
    thresholds, `rules` the topics, markers and ladder (default: those of package and corpus), `ladder` names
    another. With `semantic` a model (extra `semantic`), with `semantic_model` one in a folder (extra `embed`)
    is asked about sentences that wording leaves alone. Raises `P5DiffError` for what cannot be read.

    >>> comparison = compare("paris-2011:en.digest", "washington-2012:en.digest")
    >>> comparison.before.id, comparison.after.id, comparison.differs
    ('paris-2011', 'washington-2012', True)
    """
    if isinstance(before, Statement) and isinstance(after, Statement):
        rules = rules or load_rules(None, ladder)  # no corpus takes part
    one, two = (ReadingOptions(code, encoding, carrier) for code in (before_language, after_language))
    return compare_in(
        Workspace.of(corpus, ladder=ladder),
        before,
        after,
        readings=(one, two),
        settings=settings,
        rules=rules,
        semantic=semantic,
        semantic_model=semantic_model,
    )


def compare_in(
    space: Workspace,
    before: Statement | str | Path,
    after: Statement | str | Path,
    *,
    readings: tuple[ReadingOptions, ReadingOptions] = (DETECTED, DETECTED),
    settings: Settings = DEFAULT,
    rules: Rules | None = None,
    semantic: bool = False,
    semantic_model: Path | None = None,
) -> Comparison:
    """As `compare`, in a workspace at hand, each side read as its `ReadingOptions` say."""
    before, after, notes = _loaded(before, after, space, readings)
    rules = rules or space.rules
    likeness = by_meaning(before, after, semantic_model) if semantic or semantic_model else None
    return compare_statements(before, after, settings=settings, rules=rules, notes=notes, likeness=likeness)


def compare_texts(
    before: str,
    after: str,
    *,
    language: str | None = None,
    settings: Settings = DEFAULT,
    rules: Rules | None = None,
    ladder: str | Path | None = None,
) -> Comparison:
    """What changed from one string to another, as data.

    Each string is read as a file that holds it would be: plain text, Markdown or HTML, wrapped lines
    and page furniture included. `language` is the code of both ("en", "zh", "fr", "ru", "es", "ar");
    None detects each. `settings`, `rules` and `ladder` are those of `compare`; no corpus takes part.
    Raises `P5DiffError` for an unknown language, and for a string without any text.

    >>> comparison = compare_texts(
    ...     "The States will report every year.",
    ...     "The States intend to report every year. They thank the hosts.",
    ...     language="en",
    ... )
    >>> [change.pair.kind.value for change in comparison.changes]
    ['reworded', 'new']
    >>> [(shift.aspect, shift.verdict.value) for shift in comparison.changes[0].shifts]
    [('strength', 'weaker')]
    """
    one, two = of_text(before, "before", language), of_text(after, "after", language)
    rules = rules or load_rules(None, ladder)
    return compare_statements(
        one.statement, two.statement, settings=settings, rules=rules, notes=one.notes + two.notes
    )


def _loaded(
    before: Statement | str | Path,
    after: Statement | str | Path,
    space: Workspace,
    readings: tuple[ReadingOptions, ReadingOptions],
) -> tuple[Statement, Statement, tuple[Note, ...]]:
    if isinstance(before, Statement):
        if isinstance(after, Statement):
            return before, after, ()
        right = load_with_notes(after, corpus=space, reading=readings[1])
        return before, right.statement, right.notes
    if isinstance(after, Statement):
        left = load_with_notes(before, corpus=space, reading=readings[0])
        return left.statement, after, left.notes
    one, two = load_pair(before, after, corpus=space, readings=readings)
    return one.statement, two.statement, one.notes + two.notes


def compare_statements(
    before: Statement,
    after: Statement,
    *,
    settings: Settings = DEFAULT,
    rules: Rules | None = None,
    notes: tuple[Note, ...] = (),
    likeness: Likeness | None = None,
) -> Comparison:
    """As `compare`, for two statements at hand; `likeness` as for `p5diff.align.align`."""
    rules = rules or load_rules()
    # what was left out and is compared has a part of the report to itself: said once
    notes = tuple(note for note in notes if note.slug != "set-aside-compared")
    with reading_ahead(before, after, rules) as ahead:
        tags = tag_both(before, after, rules, ahead)
        known = topics.tag_both(before, after, rules.whole) if rules.whole else tags
        hints = (_topic_ids(known[0]), _topic_ids(known[1]))  # what pairs does not depend on what is shown
        terms = reading.terms(rules, languages.get(after.meta.language))
        alignment = align(before, after, settings=settings, topics=hints, terms=terms, likeness=likeness)
        alignment = without_false_claims(alignment, before, after)
        changes = classify(alignment, before, after, rules, tags, ahead)
    return Comparison(
        before=before.meta,
        after=after.meta,
        changes=changes,
        tally=Tally.of(changes),
        paragraphs=alignment.paragraphs,
        renumbered=alignment.renumbered,
        ledger=ledger(before, after, rules, tags, [change.pair for change in changes]),
        topics=_labels(changes, rules),
        set_aside=compare_set_aside(
            before.set_aside, after.set_aside, language=languages.get(after.meta.language)
        ),
        clauses=ClausePair(before=_clauses(before), after=_clauses(after)),
        provenance=_provenance(
            alignment,
            rules,
            (*notes, *warnings(before, after), *alignment.notes, *_too_long(before, after, rules)),
        ),
    )


def _too_long(before: Statement, after: Statement, rules: Rules) -> Iterator[Note]:
    """Says of which sentences it is not told what they do."""
    for text in (before, after):
        language = languages.get(text.meta.language)
        names = [one.id for one in text.sentences() if reading.is_bounded(one.text, rules, language)]
        if names:
            named = f"{', '.join(names[:5])}{' …' if len(names) > 5 else ''}"
            verb = "is" if len(names) == 1 else "are"
            yield Note(
                slug="sentence-too-long",
                message=f"{text.meta.ref}: {named} {verb} too long, or {verb} a row of one word: "
                "compared word by word, but not read for promises, strength, actors or deadlines",
            )


def _clauses(statement: Statement) -> tuple[Clause, ...]:
    return clauses(statement.paragraphs, language=languages.get(statement.meta.language))


def _topic_ids(tags: Mapping[str, tuple[TopicTag, ...]]) -> dict[str, frozenset[str]]:
    return {sentence: frozenset(tag.topic for tag in found) for sentence, found in tags.items()}


def _labels(changes: tuple[Change, ...], rules: Rules) -> tuple[tuple[str, str], ...]:
    """The topics in the order in which they first lead, then those only touched."""
    led = [change.topics[0].topic for change in changes if change.topics]
    touched = [tag.topic for change in changes for tag in change.topics]
    return tuple((topic, rules.topic_label(topic, "en")) for topic in dict.fromkeys([*led, *touched]))


def _provenance(alignment: Alignment, rules: Rules, notes: tuple[Note, ...]) -> Provenance:
    return Provenance(
        version=__version__,
        rules=rules.digests(),
        ladder=rules.ladder_name,
        settings=alignment.settings,
        notes=tuple(dict.fromkeys(notes)),
    )
