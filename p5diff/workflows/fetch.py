"""Bring a catalogued statement from its published address, behind the same importer as any file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from p5diff import ingest
from p5diff.corpus.catalogue import Corpus, bundled_root
from p5diff.corpus.entry import StatementEntry, Whereabouts
from p5diff.errors import InputError, P5DiffError, ReferenceNotFound
from p5diff.ingest.fetch.fetch import Bounds, Fetched, by_hand
from p5diff.model.source import Source
from p5diff.workflows.add import Added, add_imported
from p5diff.workflows.describe import Given, carrier_choice, text_entry, undecided

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to fetch, and how. `url` overrules the address in the catalogue; `accept` stores a
    text though it does not look like the statement."""

    language: str = ""
    url: str = ""
    edition: str = "official"
    accept: bool = False
    carrier: str = ""
    bounds: Bounds = field(default_factory=Bounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """What became of one statement: the text and what it was fetched as, or the failure."""

    id: str
    entry: StatementEntry | None = None
    imported: Source | None = None
    given: Given | None = None
    error: P5DiffError | None = None


def fetch(
    corpus: Corpus,
    ids: Sequence[str],
    wish: Wish,
    *,
    report: Report,
    dry_run: bool = False,
    commit: bool = True,
    force: bool = False,
) -> tuple[Added, list[P5DiffError]]:
    """Fetch statements and store those that came, in one commit; gives the failures of the rest.

    Facts about a statement that the corpus does not hold are taken from the bundled one. Raises
    `CorpusError` when the corpus cannot be written, before anything is asked of the network.
    """
    if not dry_run:
        corpus.need_writable()
    got = [_get(corpus, identifier, wish, report) for identifier in ids]
    errors = [item.error for item in got if item.error is not None]
    wanted = [(item.imported, item.given) for item in got if item.imported and item.given]
    known = {item.id: item.entry for item in got if item.entry is not None}
    if not wanted:
        return Added(additions=()), errors
    added = add_imported(corpus, wanted, known=known, dry_run=dry_run, commit=commit, force=force)
    return added, errors


class FetchOutcome(StrEnum):
    """What became of one statement of a series."""

    STORED = "stored"
    SAME = "the same as what is stored"
    DIFFERS = "differs from what is stored"
    UNREACHABLE = "unreachable"
    DOUBTFUL = "not stored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """One statement of a series: what became of it, where it was looked for, and what to do."""

    id: str
    outcome: FetchOutcome
    url: str = ""
    hint: str = ""

    def line(self) -> str:
        """One line for people."""
        where = f" ({self.url})" if self.url else ""
        return f"{self.id}: {self.outcome.value}{where}" + (f"; {self.hint}" if self.hint else "")


def series_ids(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The statements that are catalogued in a series, in the corpus or in the bundled one, in order.

    Raises `ReferenceNotFound` (slug `unknown-series`).
    """
    entries = [*corpus.entries(), *Corpus(bundled_root(), bundled=True).entries()]
    first = {entry.id: entry for entry in reversed(entries)}
    found = [entry for entry in first.values() if entry.series == name]
    if not found:
        known = sorted({entry.series for entry in entries if entry.series})
        raise ReferenceNotFound(
            "unknown-series",
            f"no statement is catalogued in a series {name!r}",
            cause=f"there are {', '.join(known)}" if known else "no series is known",
            hint="p5diff list shows what is catalogued",
        )
    found.sort(key=lambda entry: (entry.ordinal or 0, entry.dates, entry.id))
    return tuple(entry.id for entry in found)


def fetch_series(
    corpus: Corpus,
    name: str,
    wish: Wish,
    *,
    report: Report,
    dry_run: bool = False,
    commit: bool = True,
    force: bool = False,
) -> tuple[Added, tuple[Brought, ...]]:
    """Fetch every statement of a series that can be reached; what came is stored in one commit.

    A text that differs from the one that is stored is told and not stored, unless `force`. Where an
    address fails, the next one that promises the full text is tried. Raises `ReferenceNotFound`
    for an unknown series, `CorpusError` when the corpus cannot be written.
    """
    ids = series_ids(corpus, name)
    if not dry_run:
        corpus.need_writable()
    wanted: list[tuple[Source, Given]] = []
    known: dict[str, StatementEntry] = {}
    told: list[Brought] = []
    for identifier in ids:
        got = _get(corpus, identifier, wish, report)
        if got.error is not None or not (got.imported and got.given and got.entry):
            told.append(_not_brought(identifier, got.error))
            continue
        told.append(_brought(corpus, identifier, got.imported, got.given, force=force))
        if told[-1].outcome is FetchOutcome.STORED:
            wanted.append((got.imported, got.given))
            known[identifier] = got.entry
    if not wanted:
        return Added(additions=()), tuple(told)
    added = add_imported(corpus, wanted, known=known, dry_run=dry_run, commit=commit, force=force)
    return added, tuple(told)


def _brought(corpus: Corpus, identifier: str, imported: Source, given: Given, *, force: bool) -> Brought:
    """What becomes of a text that came."""
    outcome = _against_stored(corpus, imported, given)
    if outcome is FetchOutcome.DIFFERS and force:
        outcome = FetchOutcome.STORED
    hint = ""
    if outcome is FetchOutcome.DIFFERS:
        hint = f"--force stores it (git keeps the old one), p5diff fetch {identifier} --dry-run shows it"
    return Brought(id=identifier, outcome=outcome, url=given.url, hint=hint)


def _not_brought(identifier: str, error: P5DiffError | None) -> Brought:
    doubtful = error is not None and error.slug not in _UNREACHED
    cause = f"{error.message} ({error.cause})" if error else ""
    hint = "; ".join(part for part in (cause, error.hint if error else "") if part)
    return Brought(
        id=identifier, outcome=FetchOutcome.DOUBTFUL if doubtful else FetchOutcome.UNREACHABLE, hint=hint
    )


def _against_stored(corpus: Corpus, imported: Source, given: Given) -> FetchOutcome:
    """Whether the corpus holds a text of this name: with the same words, with others, or not at all."""
    text, _ = text_entry(given.id, given, imported)
    held = corpus.tree().read(text.path)
    if held is None:
        return FetchOutcome.STORED
    # the page around a statement changes (a menu, a date of update) while the statement does not
    return FetchOutcome.SAME if held == imported.stored.encode("utf-8") else FetchOutcome.DIFFERS


_UNREACHED = frozenset({"fetch-failed", "fetch-refused", "fetch-unreachable", "no-address"})
"""Failures of the way to a page, not of what stands on it."""


def _get(corpus: Corpus, identifier: str, wish: Wish, report: Report) -> Got:
    try:
        entry = catalogued(corpus, identifier)
        sources = choose_sources(entry, wish.language)
        if wish.url:
            sources = (replace(sources[0], url=wish.url),)
    except P5DiffError as error:
        return Got(id=identifier, error=error)
    failure: P5DiffError | None = None
    for source in sources:
        try:
            report(f"{identifier}: {source.url} ({source.what or 'no description'})")
            fetched = _download(identifier, source, wish, report)
            imported = _import(fetched, source, wish)
            if (open_question := undecided(imported)) is not None:
                raise open_question
            _check(entry, imported, source, wish, report)
        except P5DiffError as error:
            failure = failure or error
            continue
        given = Given(
            id=identifier,
            language=imported.language,
            edition=wish.edition,
            url=fetched.url,
            note=source.what,
            carrier=wish.carrier,
        )
        return Got(id=identifier, entry=entry, imported=imported, given=given)
    return Got(id=identifier, error=failure)


def _download(identifier: str, source: Whereabouts, wish: Wish, report: Report) -> Fetched:
    from p5diff.ingest.fetch.fetch import fetch as download

    try:
        return download(source.url, report=report, bounds=wish.bounds)
    except P5DiffError as error:
        hint = error.hint.replace("p5diff add FILE", f"p5diff add FILE --id {identifier}")
        raise InputError(error.slug, error.message, cause=error.cause, hint=hint) from None


def _import(fetched: Fetched, source: Whereabouts, wish: Wish) -> Source:
    language = wish.language or source.language or None
    charset = fetched.charset if fetched.name.endswith((".txt", ".md")) else ""
    return ingest.source(
        fetched.data,
        name=fetched.name,
        language=language,
        encoding=charset or None,
        carrier=carrier_choice(wish.carrier),
    )


def catalogued(corpus: Corpus, identifier: str) -> StatementEntry:
    """The statement in the corpus, else its facts in the bundled one, without texts."""
    try:
        return corpus.entry(identifier)
    except ReferenceNotFound as error:
        bundled = Corpus(bundled_root(), bundled=True)
        try:
            return replace(bundled.entry(identifier), texts=())
        except ReferenceNotFound:
            raise error from None


def choose_sources(entry: StatementEntry, language: str = "") -> tuple[Whereabouts, ...]:
    """The addresses to fetch, one after the other until one answers with the statement: in `language`
    if one is said, full texts and nothing else where there are any, secure addresses first.

    Raises `ReferenceNotFound` (slug `no-address`).
    """
    fitting = [source for source in entry.sources if language in ("", source.language)]
    if not fitting:
        raise ReferenceNotFound(
            "no-address",
            f"no address is known for {entry.id}" + (f" in {language!r}" if language else ""),
            cause=_known(entry.sources),
            hint=f"say where it is with --url, or save it by hand: p5diff add FILE --id {entry.id}",
        )
    ordered = sorted(fitting, key=_reluctance)
    full = [source for source in ordered if source.what.startswith("full text")]
    return tuple(full or ordered[:1])


def _reluctance(source: Whereabouts) -> tuple[bool, bool]:
    return not source.what.startswith("full text"), not source.url.startswith("https:")


def _known(sources: Iterable[Whereabouts]) -> str:
    places = "; ".join(f"{source.url} ({source.language or '?'})" for source in sources)
    return f"known are {places}" if places else "the catalogue names none"


def _check(entry: StatementEntry, imported: Source, source: Whereabouts, wish: Wish, report: Report) -> None:
    from p5diff.ingest.plausible import plausible

    language = wish.language or source.language
    doubts = plausible(imported, title=dict(entry.titles).get(imported.language, ""), language=language)
    for doubt in doubts:
        report(f"doubt: {doubt}")
    if doubts and not wish.accept:
        raise InputError(
            "fetch-doubtful",
            f"what stands at {source.url} does not look like {entry.id}; it is not stored",
            cause="; ".join(doubts),
            hint=f"--accept stores it all the same (look with --dry-run first); or {by_hand(source.url)}",
        )
