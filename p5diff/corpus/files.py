"""`statement.toml` ↔ `StatementEntry`: read with every problem at once, written in one canonical form.

The fields are described in docs/corpus-format.md, and as a JSON schema in
`p5diff/data/schemas/statement.schema.json`.
"""

from __future__ import annotations

from typing import Any

from p5diff.corpus import toml
from p5diff.corpus.entry import Correction, StatementEntry, TextEntry, Whereabouts
from p5diff.corpus.fields import Fields
from p5diff.corpus.layout import relative_problem
from p5diff.errors import CorpusError
from p5diff.language import LANGUAGES
from p5diff.memo import memo
from p5diff.model.refs import STORED_EDITIONS, id_problem
from p5diff.model.source import CarrierChoice
from p5diff.model.statement import Coverage, Edition


def read_entry(data: bytes, *, path: str) -> StatementEntry:
    """The entry in the bytes of a statement.toml.

    Raises `CorpusError` (slugs `broken-toml`, `broken-statement`) with all problems, each with
    the path to its field.
    """
    entry, problems = parse_entry(data, path=path)
    if problems:
        raise broken(problems)
    return entry


def parse_entry(data: bytes, *, path: str) -> tuple[StatementEntry, list[str]]:
    """The entry as far as it can be read, and every problem as `path: field: what`.

    Raises `CorpusError` (slug `broken-toml`) when the file is not TOML at all.
    """
    entry, problems = _parsed(data, path)
    return entry, list(problems)


_REMEMBERED = 65_536
"""Files whose entries are kept: more than the largest corpus that is measured, so that a command which
asks for every statement several times parses each once."""

_BYTES = 128 * 1024 * 1024
"""Bytes of those longer than usual: the metadata of 50,000 statements take some 45 MB."""


@memo(_REMEMBERED, most=_BYTES)
def _parsed(data: bytes, path: str) -> tuple[StatementEntry, tuple[str, ...]]:
    """What these bytes say, whichever file they were read from last: an entry is never changed."""
    problems: list[str] = []
    fields = Fields(toml.parse(data, place=path), place="", problems=problems)
    entry = entry_of(fields)
    folder = path.rsplit("/", 2)[-2] if "/" in path else ""
    if folder and entry.id and entry.id != folder:
        fields.say("id", f"{entry.id!r} does not match the folder {folder!r}")
    return entry, tuple(f"{path}: {problem}" for problem in problems)


def broken(problems: list[str]) -> CorpusError:
    """The error for a list of problems: all of them, one a line."""
    several = len(problems) > 1
    return CorpusError(
        "broken-statement",
        f"{len(problems)} problems in the corpus:" if several else "a problem in the corpus:",
        cause="\n".join(problems),
        hint="mend the fields named above; docs/corpus-format.md describes each",
    )


def entry_of(fields: Fields) -> StatementEntry:
    """The entry that a table describes, as far as it can be read; problems go to the fields."""
    identifier = fields.text("id", required=True)
    if identifier:
        fields.check("id", identifier, id_problem)
    entry = StatementEntry(
        id=identifier,
        series=fields.text("series"),
        ordinal=fields.whole("ordinal"),
        place=fields.text("place"),
        dates=fields.dates("dates"),
        adopted=fields.date("adopted"),
        parties=fields.texts("parties"),
        symbols=fields.texts("symbols"),
        numbered_paragraphs=fields.flag("numbered_paragraphs"),
        body_paragraphs=fields.whole("body_paragraphs"),
        checked=fields.text("checked"),
        note=fields.text("note"),
        titles=fields.by_language("title"),
        conference=fields.by_language("conference"),
        circulated=fields.pairs("circulated"),
        sources=tuple(_whereabouts(f) for f in fields.tables("source")),
        texts=tuple(_text(f, identifier) for f in fields.tables("text")),
    )
    _check_twins(fields, entry)
    fields.close()
    return entry


def _check_twins(fields: Fields, entry: StatementEntry) -> None:
    seen: set[str] = set()
    for number, text in enumerate(entry.texts):
        if text.path in seen:
            fields.say(f"text[{number}]", f"a second {text.edition.value} text in {text.language!r}")
        seen.add(text.path)


def _whereabouts(fields: Fields) -> Whereabouts:
    result = Whereabouts(
        url=fields.text("url", required=True),
        language=fields.text("language"),
        what=fields.text("what"),
        checked=fields.text("checked"),
    )
    if result.url:
        fields.check("url", result.url, _url_problem)
    fields.close()
    return result


def _url_problem(url: str) -> str:
    return "" if url.startswith(("https://", "http://")) else "is not an http(s) address"


def _text(fields: Fields, identifier: str) -> TextEntry:
    language = fields.text("language", required=True)
    if language and language not in LANGUAGES:
        fields.say("language", f"{language!r} is not one of {', '.join(LANGUAGES)}")
    original = fields.text("original")
    if original:
        fields.check("original", original, relative_problem)
    result = TextEntry(
        id=identifier,
        language=language,
        edition=fields.choice("edition", Edition, STORED_EDITIONS, Edition.UNSTATED, required=True),
        coverage=fields.choice("coverage", Coverage, tuple(Coverage), Coverage.FULL),
        not_covered=fields.texts("not_covered"),
        original=original,
        name=fields.text("name"),
        sha256=_digest(fields),
        encoding=fields.text("encoding"),
        importer=fields.text("importer"),
        carrier=fields.choice("carrier", CarrierChoice, tuple(CarrierChoice), CarrierChoice.JUDGED),
        url=fields.text("url"),
        note=fields.text("note"),
        ignore=fields.texts("ignore"),
        corrections=tuple(_correction(f) for f in fields.tables("correction")),
    )
    fields.close()
    return result


def _digest(fields: Fields) -> str:
    value = fields.text("sha256")
    if value and (len(value) != 64 or set(value) - set("0123456789abcdef")):
        fields.say("sha256", "must be 64 hexadecimal digits in lower case")
    return value


def _correction(fields: Fields) -> Correction:
    result = Correction(
        line=fields.whole("line") or 0,
        before=fields.text("before"),
        after=fields.text("after"),
        why=fields.text("why"),
    )
    fields.close()
    return result


def write_entry(entry: StatementEntry) -> str:
    """The canonical statement.toml of an entry: reading it gives the entry again."""
    return toml.write(_table(entry))


def rewrite_entry(data: bytes | None, entry: StatementEntry) -> bytes:
    """The statement.toml that says what `entry` says, made from the one there is (None: none yet).

    One in canonical form stays in it; one that a person has written, or put comments into, is
    edited, so that comments, order and layout stay. Raises `CorpusError` (slugs `broken-toml`,
    `cannot-edit`).
    """
    canonical = write_entry(entry).encode("utf-8")
    if data is None or data == canonical:
        return canonical
    path = f"{entry.id}/statement.toml"
    before, _ = parse_entry(data, path=path)
    if write_entry(before).encode("utf-8") == data:
        return canonical
    return toml.edit(data, _table(entry), place=path)


def _table(entry: StatementEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "series": entry.series,
        "ordinal": entry.ordinal,
        "place": entry.place,
        "dates": entry.dates,
        "adopted": entry.adopted,
        "parties": entry.parties,
        "symbols": entry.symbols,
        "numbered_paragraphs": entry.numbered_paragraphs,
        "body_paragraphs": entry.body_paragraphs,
        "checked": entry.checked,
        "note": entry.note,
        "title": dict(entry.titles),
        "conference": dict(entry.conference),
        "circulated": dict(entry.circulated),
        "source": [_whereabouts_table(source) for source in entry.sources],
        "text": [_text_table(text) for text in entry.texts],
    }


def _whereabouts_table(source: Whereabouts) -> dict[str, Any]:
    return {
        "url": source.url,
        "language": source.language,
        "what": source.what,
        "checked": source.checked,
    }


def _text_table(text: TextEntry) -> dict[str, Any]:
    return {
        "language": text.language,
        "edition": text.edition.value,
        "coverage": text.coverage.value,
        "not_covered": text.not_covered,
        "original": text.original,
        "name": text.name,
        "sha256": text.sha256,
        "encoding": text.encoding,
        "importer": text.importer,
        "carrier": "" if text.carrier is CarrierChoice.JUDGED else text.carrier.value,
        "url": text.url,
        "note": text.note,
        "ignore": text.ignore,
        "correction": [
            {"line": c.line, "before": c.before, "after": c.after, "why": c.why} for c in text.corrections
        ],
    }
