"""Bring a catalogued statement from its published address, behind the same importer as any file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from p5diff import ingest
from p5diff.corpus.catalogue import Corpus, bundled_root
from p5diff.corpus.entry import Entry, Whereabouts
from p5diff.errors import InputError, P5DiffError, ReferenceNotFound
from p5diff.ingest.fetch.fetch import Bounds, Fetched, by_hand
from p5diff.model.source import Source
from p5diff.workflows.add import Added, add_imported
from p5diff.workflows.describe import Given

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to fetch, and how. `url` overrules the address in the catalogue; `accept` stores a
    text though it does not look like the statement."""

    language: str = ""
    url: str = ""
    edition: str = "official"
    accept: bool = False
    bounds: Bounds = field(default_factory=Bounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """What became of one statement: the text and what it was fetched as, or the failure."""

    id: str
    entry: Entry | None = None
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


def _get(corpus: Corpus, identifier: str, wish: Wish, report: Report) -> Got:
    try:
        entry = catalogued(corpus, identifier)
        source = replace(choose_source(entry, wish.language), url=wish.url) if wish.url else None
        source = source or choose_source(entry, wish.language)
        report(f"{identifier}: {source.url} ({source.what or 'no description'})")
        fetched = _download(identifier, source, wish, report)
        imported = _import(fetched, source, wish)
        _check(entry, imported, source, wish, report)
    except P5DiffError as error:
        return Got(id=identifier, error=error)
    given = Given(
        id=identifier, language=imported.language, edition=wish.edition, url=fetched.url, note=source.what
    )
    return Got(id=identifier, entry=entry, imported=imported, given=given)


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
    return ingest.source(fetched.data, name=fetched.name, language=language, encoding=charset or None)


def catalogued(corpus: Corpus, identifier: str) -> Entry:
    """The statement in the corpus, else its facts in the bundled one, without texts."""
    try:
        return corpus.entry(identifier)
    except ReferenceNotFound as error:
        bundled = Corpus(bundled_root(), bundled=True)
        try:
            return replace(bundled.entry(identifier), texts=())
        except ReferenceNotFound:
            raise error from None


def choose_source(entry: Entry, language: str = "") -> Whereabouts:
    """The address to fetch: in `language` if one is said, a full text before anything else,
    a secure address before another.

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
    return min(fitting, key=_reluctance)


def _reluctance(source: Whereabouts) -> tuple[bool, bool]:
    return not source.what.startswith("full text"), not source.url.startswith("https:")


def _known(sources: Iterable[Whereabouts]) -> str:
    places = "; ".join(f"{source.url} ({source.language or '?'})" for source in sources)
    return f"known are {places}" if places else "the catalogue names none"


def _check(entry: Entry, imported: Source, source: Whereabouts, wish: Wish, report: Report) -> None:
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
