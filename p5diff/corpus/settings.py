"""`corpus.toml`: what a corpus is called, its series, and the checks it does without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from p5diff.corpus import toml
from p5diff.corpus.fields import Fields
from p5diff.corpus.files import broken
from p5diff.corpus.layout import CORPUS_FILE, FORMAT
from p5diff.errors import CorpusError


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusSettings:
    """What corpus.toml says. `series` maps a series to its title; `ignore` holds check codes."""

    name: str = ""
    title: str = ""
    series: tuple[tuple[str, str], ...] = ()
    ignore: tuple[str, ...] = ()


def read_settings(data: bytes, *, place: str = CORPUS_FILE) -> CorpusSettings:
    """The settings in the bytes of a corpus.toml.

    Raises `CorpusError` (slugs `broken-toml`, `broken-statement`, `corpus-format`).
    """
    table = toml.parse(data, place=place)
    if isinstance(table.get("format"), int) and table["format"] > FORMAT:
        raise CorpusError(
            "corpus-format",
            f"{place} has format {table['format']}",
            cause=f"this p5diff reads format {FORMAT}",
            hint="install a newer p5diff",
        )
    problems: list[str] = []
    settings = _settings(table, problems)
    if problems:
        raise broken([f"{place}: {problem}" for problem in problems])
    return settings


def _settings(table: dict[str, Any], problems: list[str]) -> CorpusSettings:
    series = _series(table.pop("series", {}), problems)
    check = Fields(table.pop("check", {}), place="check", problems=problems)
    ignore = check.texts("ignore")
    check.close()
    fields = Fields(table, place="", problems=problems)
    if fields.whole("format") is None:
        fields.say("format", f"is missing; write format = {FORMAT}")
    settings = CorpusSettings(
        name=fields.text("name"), title=fields.text("title"), series=series, ignore=ignore
    )
    fields.close()
    return settings


def _series(data: Any, problems: list[str]) -> tuple[tuple[str, str], ...]:
    if not isinstance(data, dict):
        problems.append("series: must be a table of tables")
        return ()
    result = []
    for name, table in data.items():
        fields = Fields(table, place=f"series.{name}", problems=problems)
        result.append((name, fields.text("title")))
        fields.close()
    return tuple(result)


def write_settings(settings: CorpusSettings) -> str:
    """The canonical corpus.toml."""
    return toml.write(_table(settings))


def rewrite_settings(data: bytes, settings: CorpusSettings) -> bytes:
    """The corpus.toml that says what `settings` say, made from the one there is: comments, order
    and layout of one that a person wrote stay. Raises `CorpusError`."""
    if write_settings(read_settings(data)).encode("utf-8") == data:
        return write_settings(settings).encode("utf-8")
    return toml.edit(data, _table(settings), place=CORPUS_FILE)


def _table(settings: CorpusSettings) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "name": settings.name,
        "title": settings.title,
        "check": {"ignore": settings.ignore} if settings.ignore else {},
        "series": {name: {"title": title} for name, title in settings.series},
    }
