"""Rules P402–P408: what statement.toml says, checked against itself, the corpus and the text."""

from __future__ import annotations

import shlex
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from p5diff import language as languages
from p5diff.corpus.checks.rules import finding
from p5diff.corpus.entry import StatementEntry, TextEntry
from p5diff.corpus.files import write_entry
from p5diff.corpus.layout import statement_path
from p5diff.corpus.settings import CorpusSettings
from p5diff.model.finding import Finding
from p5diff.model.statement import Coverage, Edition, Role
from p5diff.text.stored import parse


def check_entry(entry: StatementEntry, data: bytes, settings: CorpusSettings) -> Iterator[Finding]:
    """What one statement.toml lacks or contradicts. `data` are its bytes."""
    path = statement_path(entry.id)
    for problem in _missing(entry):
        yield finding("P402", path, problem)
    for problem in (*_dates(entry), *_series(entry, settings), *_languages(entry)):
        yield finding("P403", path, problem)
    for text in entry.texts:
        if text.edition is Edition.UNSTATED:
            said = f"{text.language}: nobody said whether this text is official"
            hint = f"p5diff add {_file_argument(text.name)} --id {entry.id} --edition official"
            yield finding("P409", path, said, hint=f"{hint} (or translation, digest)")
        for problem in _coverage(text):
            yield finding("P407", path, f"{text.language}.{text.edition.value}: {problem}")
    if data.decode("utf-8", "replace") != write_entry(entry):
        yield finding("P405", path, "p5diff would write this file otherwise")


def _file_argument(name: str) -> str:
    """The name of an original as a shell takes it: a line that is copied runs nothing that a stranger has
    called a file. One that no shell takes as it is printed is for the reader to name."""
    if not name or not name.isprintable():
        return "FILE"
    return shlex.quote(f"./{name}" if name.startswith("-") else name)


def _missing(entry: StatementEntry) -> Iterator[str]:
    if entry.texts and not entry.titles:
        yield "title is missing"
    if entry.texts and not entry.dates:
        yield "dates are missing"


def _dates(entry: StatementEntry) -> Iterator[str]:
    if list(entry.dates) != sorted(entry.dates):
        yield "dates are not in order"
    if len(entry.dates) > 2:
        yield "dates holds the first and the last day only"
    if entry.adopted and entry.dates and not entry.dates[0] <= entry.adopted <= entry.dates[-1]:
        yield f"adopted {entry.adopted} lies outside dates {' to '.join(entry.dates)}"


def _series(entry: StatementEntry, settings: CorpusSettings) -> Iterator[str]:
    if entry.series and entry.series not in dict(settings.series):
        yield f"series {entry.series!r} is not described in corpus.toml"
    if entry.ordinal is not None and not entry.series:
        yield "ordinal without a series"


def _languages(entry: StatementEntry) -> Iterator[str]:
    if entry.checked == "memory" and entry.texts:
        yield "facts are unverified (checked = 'memory') though a text is there to check them by"


def _coverage(text: TextEntry) -> Iterator[str]:
    if text.coverage is Coverage.PARTIAL and not text.not_covered:
        yield "partial, but not_covered names no topic (`*` where it holds some paragraphs only)"
    if text.coverage is Coverage.FULL and text.not_covered:
        yield "full, but not_covered names topics"


def check_series(entries: Sequence[StatementEntry]) -> Iterator[Finding]:
    """Two statements with one number in a series."""
    seen: dict[tuple[str, int], str] = {}
    for entry in entries:
        if entry.series and entry.ordinal is not None:
            key = (entry.series, entry.ordinal)
            if key in seen:
                message = f"number {entry.ordinal} of {entry.series} is {seen[key]} already"
                yield finding("P403", statement_path(entry.id), message)
            seen.setdefault(key, entry.id)


def check_against_text(entry: StatementEntry, text: TextEntry, stored: str) -> Iterator[Finding]:
    """The language and the number of paragraphs, checked against the words."""
    from p5diff.text.detect import detect_language

    language, confidence = detect_language(stored)
    if language != text.language and confidence >= 0.8:
        message = f"listed as {text.language}, but it reads as {language} ({confidence:.2f})"
        yield finding("P406", text.path, message)
    body = sum(p.role is Role.BODY for p in parse(stored, language=languages.get(text.language)))
    expected = entry.body_paragraphs
    if expected is not None and text.edition.value == "official" and body != expected:
        yield finding("P408", text.path, f"{body} body paragraphs, statement.toml says {expected}")


def words_digest(text: str) -> bytes:
    """What tells the words of a text from those of any other, white space apart: the words of a corpus of
    50,000 texts would not stay in memory."""
    return sha256("".join(text.split()).encode("utf-8", "surrogatepass")).digest()


def check_duplicates(words: Mapping[str, bytes], entries: Sequence[StatementEntry]) -> Iterator[Finding]:
    """Texts with the same words, texts from the same original; `words`: path → `words_digest`."""
    first: dict[bytes, str] = {}
    for path, key in words.items():
        if key in first:
            yield finding("P701", path, f"has the same words as {first[key]}")
        first.setdefault(key, path)
    originals: defaultdict[str, list[str]] = defaultdict(list)
    for held in (text for entry in entries for text in entry.texts if text.sha256):
        originals[held.sha256].append(held.path)
    for paths in originals.values():
        for path in paths[1:]:
            yield finding("P702", path, f"comes from the same original as {paths[0]}")


def check_repeated(path: str, text: str) -> Iterator[Finding]:
    """Paragraphs that stand twice in a text."""
    first: dict[str, int] = {}
    line = 1
    for paragraph in text.split("\n\n"):
        key = "".join(paragraph.split())
        if len(key) >= 40 and key in first:
            yield finding("P703", path, f"the paragraph of line {first[key]} stands here again", line=line)
        first.setdefault(key, line)
        line += paragraph.count("\n") + 2
