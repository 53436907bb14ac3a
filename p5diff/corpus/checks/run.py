"""Run the rules over a corpus, over some statements of it, or over a text on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from p5diff import language as languages
from p5diff import terminal
from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.checks.characters import check_bytes, check_characters, mend_characters
from p5diff.corpus.checks.checked import FILE, FOLDER, OTHER, CheckedBefore, StatementFile, list_folder
from p5diff.corpus.checks.metadata import (
    check_against_text,
    check_duplicates,
    check_entry,
    check_repeated,
    check_series,
    words_digest,
)
from p5diff.corpus.checks.quotes import check_quotes
from p5diff.corpus.checks.rules import RULES, RuleChoice, finding
from p5diff.corpus.checks.spacing import check_spacing, mend_spacing, split_lines
from p5diff.corpus.entry import StatementEntry, TextEntry
from p5diff.corpus.files import parse_entry, write_entry
from p5diff.corpus.git.tree import Folder
from p5diff.corpus.layout import (
    RULES_FOLDER,
    SOURCE_FOLDER,
    STATEMENT_FILE,
    is_statement_folder,
    read_text_name,
    statement_path,
)
from p5diff.errors import CorpusError
from p5diff.language import Language
from p5diff.model.finding import Finding
from p5diff.model.refs import id_problem


def check_text(data: bytes, path: str, *, language: Language) -> list[Finding]:
    """What is wrong with the bytes of one stored text."""
    text, found = check_bytes(data, path)
    if text is None:
        return found
    found += check_characters(text, path, language=language)
    clean = mend_characters(text)
    found += check_spacing(clean, path, language=language)
    found += check_quotes(clean, path, language=language)
    return found


def mend_text(data: bytes, *, language: Language, choice: RuleChoice) -> bytes:
    """The bytes with all mended that `choice` lets be mended; those that cannot be read, as they are."""
    text, _ = check_bytes(data, "")
    if text is None:
        return data
    if any(choice.mends(code) for code in ("P102", "P103", "P104", "P105")):
        text = mend_characters(text)
    if choice.mends("P204"):
        text = split_lines(text, language=language)
    if any(choice.mends(code) for code in ("P201", "P202", "P203", "P207")):
        text = mend_spacing(text, language=language)
    return text.encode("utf-8")


def check_corpus(
    corpus: Corpus, only: Iterable[str] | None = None
) -> tuple[list[Finding], list[StatementEntry]]:
    """What is wrong with the corpus, or with the statements `only` in it, duplicates of other
    statements included, and the entries of those statements that can be read; `in_order` makes a report
    of it. Never raises for what a rule reports."""
    tree = Folder(corpus.root)
    wanted = set(only) if only is not None else None
    folders = [folder for folder in tree.folders() if folder != RULES_FOLDER]
    known = CheckedBefore.of(corpus.root, corpus.settings, folders if wanted is None else ())
    found: list[Finding] = []
    entries: list[StatementEntry] = []
    words: dict[str, bytes] = {}
    with known:
        for number, folder in enumerate(folders):
            terminal.reached(number, len(folders))
            entry, seen = _statement(corpus, tree, folder, known, words)
            if entry is not None:
                entries.append(entry)
            if wanted is None or folder in wanted:
                found += seen
    across = [*check_duplicates(words, entries), *check_series(entries)]
    found += [f for f in across if wanted is None or f.path.split("/", 1)[0] in wanted]
    return found, [entry for entry in entries if wanted is None or entry.id in wanted]


def _statement(
    corpus: Corpus, tree: Folder, folder: str, known: CheckedBefore, words: dict[str, bytes]
) -> tuple[StatementEntry | None, list[Finding]]:
    """The entry of a folder, if it can be read, and what is wrong with it; what its texts say goes to
    `words`, as digests."""
    listing = list_folder(tree, folder)
    held = known.look(tree, folder, listing)
    if held is not None:
        words.update((path, words_digest(text)) for path, text in held.texts.items())
        return held.entry, list(held.findings)
    found: list[Finding] = []
    texts: dict[str, str] = {}
    entry = _check_statement(corpus, tree, folder, listing, found)
    if entry is not None:
        found += _check_texts(tree, entry, texts)
        known.learn(entry, texts, found)
    words.update((path, words_digest(text)) for path, text in texts.items())
    return entry, found


def in_order(found: Iterable[Finding], corpus: Corpus, entries: Iterable[StatementEntry]) -> list[Finding]:
    """The findings sorted, less those that corpus.toml or the `ignore` of a text of one of the
    entries lets pass."""
    return sorted(_without_ignored(found, corpus, entries), key=_place)


def _place(item: Finding) -> tuple[str, int, int, str, str]:
    return item.path, item.line, item.column, item.rule, item.message


def _without_ignored(
    found: Iterable[Finding], corpus: Corpus, entries: Iterable[StatementEntry]
) -> Iterator[Finding]:
    ignored = {text.path: text.ignore for entry in entries for text in entry.texts}
    for item in found:
        codes = (*corpus.settings.ignore, *ignored.get(item.path, ()))
        name = RULES[item.rule].name
        if not any(item.rule.startswith(code) or code == name for code in codes if code):
            yield item


def _check_statement(
    corpus: Corpus, tree: Folder, folder: str, listing: Sequence[StatementFile], found: list[Finding]
) -> StatementEntry | None:
    """The entry of a folder, if it can be read; problems go to `found`."""
    path = f"{folder}/{STATEMENT_FILE}"
    if not is_statement_folder(folder):
        found.append(finding("P601", folder, f"folder {folder!r}: {id_problem(folder)}"))
        return None
    found += _check_plain(listing, folder)
    try:
        data = tree.read(path)
        if data is None:
            found.append(finding("P404", folder, f"{folder} has no {STATEMENT_FILE}"))
            return None
        entry, problems = parse_entry(data, path=path)
    except CorpusError as error:
        found.append(finding("P401", path, f"{error.message}: {error.cause}", hint=error.hint))
        return None
    for problem in problems:
        said = problem.removeprefix(f"{path}: ")
        found.append(finding("P601" if said.startswith("id:") else "P401", path, said))
    if problems:
        return None
    found += check_entry(entry, data, corpus.settings)
    found += _check_files(listing, entry)
    return entry


def _check_plain(listing: Sequence[StatementFile], folder: str) -> Iterator[Finding]:
    """Links, devices and hidden folders: rule P602; anything that is no part of a statement: P603."""
    for item in listing:
        if item.kind == OTHER:
            yield finding("P602", item.path, "is not a plain file", hint="put the file itself there")
        elif item.kind == FOLDER and item.path != f"{folder}/{SOURCE_FOLDER}":
            yield finding("P603", item.path, "a statement has no folder but source/")


def _check_files(listing: Sequence[StatementFile], entry: StatementEntry) -> Iterator[Finding]:
    listed = {text.path for text in entry.texts}
    originals = {f"{entry.id}/{text.original}" for text in entry.texts if text.original}
    there = {item.path for item in listing if item.kind == FILE}
    for path in sorted(listed - there):
        hint = "restore the file, or take the [[text]] out of statement.toml"
        yield finding("P404", path, "is listed in statement.toml, but missing", hint=hint)
    originals |= {text.left_out_path for text in entry.texts}
    for path in sorted(there - listed - originals - {statement_path(entry.id)}):
        if path.count("/") == 1 and read_text_name(path.rsplit("/", 1)[1]):
            hint = "list it as a [[text]] in statement.toml"
            yield finding("P404", path, "is not listed in statement.toml", hint=hint)
        else:
            yield finding("P603", path, "belongs to no text of the statement")


def _check_texts(tree: Folder, entry: StatementEntry, stored: dict[str, str]) -> Iterator[Finding]:
    for text in entry.texts:
        yield from _check_original(tree, entry, text)
        try:
            data = tree.read(text.path)
        except CorpusError:
            continue  # said already as P602
        if data is None:
            continue
        yield from check_text(data, text.path, language=languages.get(text.language))
        words, _ = check_bytes(data, text.path)
        if words is None:
            continue
        stored[text.path] = words
        yield from check_against_text(entry, text, stored[text.path])
        yield from check_repeated(text.path, stored[text.path])


def _check_original(tree: Folder, entry: StatementEntry, text: TextEntry) -> Iterator[Finding]:
    if not text.original or not text.sha256:
        hint = "add the text from its original with --force"
        yield finding("P501", text.path, "no original is recorded for this text", hint=hint)
        return
    path = f"{entry.id}/{text.original}"
    try:
        data = tree.read(path)
    except CorpusError:
        return
    if data is None:
        yield finding("P501", path, "is recorded as the original, but missing", hint="restore the file")
    elif hashlib.sha256(data).hexdigest() != text.sha256:
        message = f"is not the original of {text.path}: its digest differs from statement.toml"
        yield finding("P502", path, message, hint="restore the file; if it is better, add it with --force")


def mended_files(corpus: Corpus, choice: RuleChoice, only: Iterable[str] | None = None) -> dict[str, bytes]:
    """Every file that `--fix` would change, with its new bytes."""
    tree = Folder(corpus.root)
    wanted = set(only) if only is not None else None
    result: dict[str, bytes] = {}
    for folder in tree.folders():
        if (wanted is None or folder in wanted) and is_statement_folder(folder):
            _mend_statement(tree, folder, choice, result)
    return result


def _mend_statement(tree: Folder, folder: str, choice: RuleChoice, result: dict[str, bytes]) -> None:
    path = statement_path(folder)
    try:
        data = tree.read(path)
        entry, problems = parse_entry(data, path=path) if data is not None else (None, [])
    except CorpusError:
        return
    if entry is None or problems or data is None:
        return
    canonical = write_entry(entry).encode("utf-8")
    # Comments would be lost: such a file is left as a person wrote it.
    if choice.mends("P405") and canonical != data and b"#" not in data:
        result[path] = canonical
    for text in entry.texts:
        kept = RuleChoice(select=choice.select, ignore=(*choice.ignore, *text.ignore))
        try:
            before = tree.read(text.path)
        except CorpusError:
            continue
        after = (
            mend_text(before, language=languages.get(text.language), choice=kept)
            if before is not None
            else None
        )
        if after is not None and after != before:
            result[text.path] = after
