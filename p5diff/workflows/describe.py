"""What is said of a text when it enters a corpus: given by the user, proposed by the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from p5diff.corpus.entry import StatementEntry, TextEntry
from p5diff.corpus.fields import is_date
from p5diff.corpus.layout import source_name
from p5diff.errors import P5DiffError
from p5diff.ingest import proposals
from p5diff.language import LANGUAGES
from p5diff.model.refs import STORED_EDITIONS, check_id, id_problem
from p5diff.model.source import CarrierChoice, Proposals, Source
from p5diff.model.statement import Coverage, Edition
from p5diff.text.detect import SURE_ENOUGH

FROM_TEXT = "from the text"
FROM_NAME = "from the file name"
GIVEN = "given"
KNOWN = "known already"
UNSTATED = "nothing says how authoritative it is: say --edition official, translation or digest"

_NAMED = re.compile(r"(?P<id>.+?)\.(?P<language>[a-z]{2,3})(?:\.(?P<edition>[a-z]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user said with `p5diff add`; empty where silent."""

    id: str = ""
    language: str = ""
    edition: str = ""
    coverage: str = ""
    not_covered: tuple[str, ...] = ()
    title: str = ""
    dates: tuple[str, ...] = ()
    place: str = ""
    symbols: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    series: str = ""
    ordinal: int | None = None
    url: str = ""
    note: str = ""
    encoding: str = ""
    carrier: str = ""
    """`whole` or `inside`: what to take of a page that carries a statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that will be stored, and where it is from."""

    name: str
    value: str
    origin: str


def check_given(given: Given) -> None:
    """Refuse what could not be stored, before any file is read; raises `P5DiffError`."""
    if given.id:
        check_id(given.id)
    _one_of("language", given.language, tuple(LANGUAGES))
    _one_of("edition", given.edition, tuple(e.value for e in STORED_EDITIONS))
    _one_of("coverage", given.coverage, tuple(c.value for c in Coverage))
    carrier_choice(given.carrier)
    for date in given.dates:
        if not is_date(date):
            raise P5DiffError(
                "bad-date",
                f"{date!r} is not a date",
                cause="dates are written YYYY-MM-DD",
                hint="--date 2012-06-29",
            )


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value and value not in allowed:
        raise P5DiffError(
            f"unknown-{name}",
            f"{value!r} is not {'an' if name[0] in 'aeiou' else 'a'} {name} p5diff knows",
            cause=f"it knows {', '.join(allowed)}",
            hint=f"--{name} {allowed[0]}",
        )


def carrier_choice(said: str) -> CarrierChoice:
    """What to take of a page, as said with `--carrier`; raises `P5DiffError` for another word."""
    _one_of("carrier", said, (CarrierChoice.INSIDE.value, CarrierChoice.WHOLE.value))
    return CarrierChoice(said) if said else CarrierChoice.JUDGED


def undecided(imported: Source) -> P5DiffError | None:
    """The error for a page with two readings of which nobody has chosen one; None where it has one."""
    doubt = next((note for note in imported.notes if note.slug == "carrier-doubtful"), None)
    if doubt is None:
        return None
    return P5DiffError(
        "carrier-undecided",
        f"{imported.name} can be read in two ways",
        cause=doubt.message,
        hint="say --carrier inside or --carrier whole; --dry-run shows what either would store",
    )


def names_in_file_name(name: str) -> dict[str, str]:
    """Id, language and edition that a name such as `paris-2011.en.digest.txt` tells.

    >>> names_in_file_name("paris-2011.en.digest.txt")
    {'id': 'paris-2011', 'language': 'en', 'edition': 'digest'}
    """
    stem = Path(name).stem
    match = _NAMED.fullmatch(stem)
    if match and match["language"] in LANGUAGES:
        edition = match["edition"] or ""
        if not edition or edition in {e.value for e in STORED_EDITIONS}:
            return {k: v for k, v in match.groupdict().items() if v}
    return {"id": stem}


def identifiers_of(wanted: Sequence[tuple[Source, Given]]) -> list[Fact]:
    """The ids of files that are added together: given, else from the name. Names that hold a word are ids; of
    those that are figures alone (2021-03-12.txt), place and year are, where every such text has its own, else
    the names are: a list in which one of them goes by another rule is hard to find anything in. Raises
    `P5DiffError` (slug `no-id`) when none will do."""
    bare = {at: _named(imported) for at, (imported, given) in enumerate(wanted) if _is_bare(imported, given)}
    placed = {at: _placed(wanted[at][0]) for at in bare}
    pairs = {(name, placed[at]) for at, name in bare.items()}
    apart = len(pairs) == len({name for name, _ in pairs}) == len({place for _, place in pairs})
    by_place = apart and all(placed.values())
    return [
        Fact(name="id", value=placed[at], origin=FROM_TEXT)
        if at in bare and placed[at] and (by_place or id_problem(bare[at]))
        else _identifier(imported, given)
        for at, (imported, given) in enumerate(wanted)
    ]


def _identifier(imported: Source, given: Given) -> Fact:
    """The id that was given, else that of the file's name."""
    if given.id:
        return Fact(name="id", value=check_id(given.id), origin=GIVEN)
    named = _named(imported)
    if not id_problem(named):
        return Fact(name="id", value=named, origin=FROM_NAME)
    raise P5DiffError(
        "no-id",
        f"{imported.name} needs an id",
        cause="neither its name nor its text gives one",
        hint="say --id, for example --id washington-2012",
    )


def _named(imported: Source) -> str:
    """What the file's name would be as an id."""
    return re.sub(r"[^a-z0-9._-]+", "-", names_in_file_name(imported.name)["id"].lower()).strip("-._")


def _is_bare(imported: Source, given: Given) -> bool:
    """Whether nothing was given and the name has no word, so that the text is asked."""
    named = _named(imported)
    return not given.id and (bool(id_problem(named)) or not re.search("[a-z]", named))


def _placed(imported: Source) -> str:
    """Place and year of the text as an id, empty where they make none."""
    proposed = proposals(imported)
    made = f"{re.sub('[^a-z0-9]+', '-', proposed.place.lower())}-{proposed.date[:4]}"
    return made if proposed.place and proposed.date and not id_problem(made) else ""


def text_entry(identifier: str, given: Given, imported: Source) -> tuple[TextEntry, list[Fact]]:
    """What statement.toml will say of the text, and where each part is from."""
    edition = _edition(given, imported)
    doubt = "" if imported.sure >= SURE_ENOUGH else ", unsure: --language overrules it"
    sure = f"detected, confidence {imported.sure:.2f}{doubt}" if imported.detected else GIVEN
    partial = given.coverage == "partial" or (given.not_covered and given.coverage != "full")
    entry = TextEntry(
        id=identifier,
        language=imported.language,
        edition=Edition(edition.value),
        coverage=Coverage.PARTIAL if partial else Coverage.FULL,
        not_covered=(given.not_covered or ("*",)) if partial else (),
        original=source_name(imported.language, Edition(edition.value), Path(imported.name).suffix),
        name=imported.name,
        sha256=imported.sha256,
        encoding=imported.raw.encoding,
        importer=imported.raw.format,
        carrier=carrier_choice(given.carrier),
        url=given.url or _stated_url(imported),
        note=given.note,
    )
    facts = [Fact(name="language", value=imported.language, origin=sure), edition]
    coverage = Fact(
        name="coverage", value=entry.coverage.value, origin=GIVEN if given.coverage or partial else "assumed"
    )
    return entry, [*facts, coverage]


def _stated_url(imported: Source) -> str:
    """The address that the file itself states (front matter, a link to the page's own address)."""
    stated = dict(imported.raw.properties)
    url = stated.get("url") or stated.get("source_url") or ""
    return url if url.startswith(("https://", "http://")) else ""


def _edition(given: Given, imported: Source) -> Fact:
    if given.edition:
        return Fact(name="edition", value=given.edition, origin=GIVEN)
    named = names_in_file_name(imported.name).get("edition")
    if named:
        return Fact(name="edition", value=named, origin=FROM_NAME)
    return Fact(name="edition", value=Edition.UNSTATED.value, origin=UNSTATED)


def described(entry: StatementEntry, given: Given, imported: Source) -> tuple[StatementEntry, list[Fact]]:
    """The statement with what was given, and its blanks filled from the text."""
    proposed = proposals(imported)
    titles = dict(entry.titles)
    language = imported.language
    facts: list[Fact] = []
    pick = _picker(facts)
    title = pick("title", given.title, titles.get(language, ""), proposed.title)
    dates = given.dates or entry.dates or _proposed_dates(proposed)
    adopted = pick("adopted", dates[-1] if given.dates else "", entry.adopted, _last(proposed, dates))
    place = pick("place", given.place, entry.place, proposed.place)
    symbol = pick("symbol", ", ".join(given.symbols), ", ".join(entry.symbols), proposed.symbol)
    if dates:
        origin = GIVEN if given.dates else KNOWN if entry.dates else FROM_TEXT
        facts.insert(len(facts) - 2, Fact(name="dates", value=" to ".join(dates), origin=origin))
    result = replace(
        entry,
        titles=tuple({**titles, language: title}.items()) if title else entry.titles,
        dates=dates,
        adopted=adopted,
        place=place,
        symbols=tuple(s for s in symbol.split(", ") if s),
        parties=given.parties or entry.parties,
        series=given.series or entry.series,
        ordinal=given.ordinal if given.ordinal is not None else entry.ordinal,
    )
    return result, facts


def _picker(facts: list[Fact]) -> Callable[[str, str, str, str], str]:
    def pick(name: str, given: str, known: str, proposed: str) -> str:
        for value, origin in ((given, GIVEN), (known, KNOWN), (proposed, FROM_TEXT)):
            if value:
                facts.append(Fact(name=name, value=value, origin=origin))
                return value
        return ""

    return pick


def _proposed_dates(proposed: Proposals) -> tuple[str, ...]:
    """First and last day, where the text names no more than a range; else the day it proposes."""
    named = proposed.dates
    if len(named) == 2 and all(is_date(day) for day in named) and named[0] < named[1] == proposed.date:
        return named
    return (proposed.date,) if is_date(proposed.date) else ()


def _last(proposed: Proposals, dates: tuple[str, ...]) -> str:
    """The proposed day, unless what is known of the dates speaks against it."""
    fits = not dates or (dates[0] <= proposed.date <= dates[-1])
    return proposed.date if is_date(proposed.date) and fits else ""
