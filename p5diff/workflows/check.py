"""Check corpora and texts, and mend what can be mended."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from p5diff import disk
from p5diff import language as languages
from p5diff.corpus.catalogue import Corpus, find
from p5diff.corpus.checks.rules import RuleChoice, finding
from p5diff.corpus.checks.run import check_corpus, check_text, in_order, mend_text, mended_files
from p5diff.corpus.entry import StatementEntry
from p5diff.corpus.layout import CORPUS_FILE, statement_path
from p5diff.corpus.write.writer import writing
from p5diff.errors import CorpusError, InputError
from p5diff.ingest import load_bytes
from p5diff.language import LANGUAGES, Language
from p5diff.model.alignment import Note
from p5diff.model.finding import Finding, Severity
from p5diff.workflows.verify import findings as verify_findings
from p5diff.workflows.verify import verify_all
from p5diff.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found (paths as seen from the working folder), and the files that were mended."""

    findings: tuple[Finding, ...]
    mended: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether there is anything worse than a note."""
        return any(item.severity is not Severity.NOTE for item in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """A corpus and the statements in it to look at (None: all), or a file on its own."""

    root: Path | None = None
    only: frozenset[str] | None = None
    file: Path | None = None


def check(paths: Sequence[Path], corpus: Path | None, choice: RuleChoice, *, fix: bool = False) -> Checked:
    """Check what the paths name: statements of a corpus, a corpus, or text files on their own.

    Without paths, the whole corpus in use. With `fix`, first mend what `choice` allows.
    Raises `InputError` for paths that are not there, `CorpusError` for a folder without a corpus.
    """
    targets = _targets(paths, corpus)
    notes: list[Note] = []
    mended = [path for target in targets for path in _mend(target, choice, notes)] if fix else []
    found = [item for target in targets for item in _look(target, choice)]
    return Checked(
        findings=tuple(item for item in dict.fromkeys(found) if choice.wants(item.rule)),
        mended=tuple(mended),
        notes=tuple(notes),
    )


def _targets(paths: Sequence[Path], corpus: Path | None) -> list[_Target]:
    if not paths:
        return [_Target(root=find(corpus).root)]
    whole: set[Path] = set()
    some: dict[Path, set[str]] = {}
    files: list[_Target] = []
    for path in paths:
        root, statement = _locate(path)
        if root is None:
            files.append(_Target(file=path))
        elif statement:
            some.setdefault(root, set()).add(statement)
        else:
            whole.add(root)
    corpora = [_Target(root=root) for root in sorted(whole)]
    parts = [_Target(root=r, only=frozenset(ids)) for r, ids in sorted(some.items()) if r not in whole]
    return [*corpora, *parts, *files]


def _locate(path: Path) -> tuple[Path | None, str]:
    """The corpus a path lies in and the statement it belongs to (empty: the corpus itself)."""
    if not path.exists() and not path.is_symlink():
        raise InputError("file-missing", f"there is no file {path}", hint="check the name")
    place = Path(os.path.abspath(path))  # noqa: PTH100 - symbolic links are not to be followed
    for folder in (place, *place.parents):
        if (folder / CORPUS_FILE).is_file():
            parts = place.relative_to(folder).parts
            return folder, parts[0] if parts and (folder / parts[0]).is_dir() else ""
    if place.is_dir():
        return find(place).root, ""
    return None, ""


def _look(target: _Target, choice: RuleChoice) -> Iterable[Finding]:
    if target.file is not None:
        data = load_bytes(target.file)
        return check_text(data, str(target.file), language=_language(target.file, data))
    assert target.root is not None
    try:
        corpus = Corpus(target.root)
    except CorpusError as error:
        hint = error.hint
        return [_seen(finding("P401", CORPUS_FILE, f"{error.message} {error.cause}", hint=hint), target.root)]
    found, entries = check_corpus(corpus, target.only)
    follows = _follows(corpus, entries, choice, whole=target.only is None)
    found += [*_topics(corpus, entries), *follows]
    return [_seen(item, target.root) for item in in_order(found, corpus, entries)]


def _seen(item: Finding, root: Path) -> Finding:
    """The finding with its path as seen from the working folder, when it lies below."""
    path = root / item.path
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return replace(item, path=shown.as_posix())


def _follows(
    corpus: Corpus, entries: Sequence[StatementEntry], choice: RuleChoice, *, whole: bool
) -> list[Finding]:
    """Rule P503: texts that are not what the importer makes of their originals."""
    if not choice.wants("P503"):
        return []
    return verify_findings(verify_all(corpus, entries, whole=whole))


def _topics(corpus: Corpus, entries: Sequence[StatementEntry]) -> list[Finding]:
    """Topics in `not_covered` that no rule knows: rule P407."""
    known = {"*", *Workspace.around(corpus).rules.topic_order}
    return [
        finding("P407", statement_path(entry.id), f"not_covered: there is no topic {topic!r}")
        for entry in entries
        for topic in dict.fromkeys(topic for text in entry.texts for topic in text.not_covered)
        if topic not in known
    ]


def _mend(target: _Target, choice: RuleChoice, notes: list[Note]) -> list[str]:
    if target.file is not None:
        before = load_bytes(target.file)
        after = mend_text(before, language=_language(target.file, before), choice=choice)
        if after == before:
            return []
        disk.write(disk.real(target.file), after)  # a link named by its owner stays a link
        return [str(target.file)]
    assert target.root is not None
    try:
        corpus = Corpus(target.root)
    except CorpusError:
        return []
    corpus.need_writable()
    files = mended_files(corpus, choice, target.only)
    if files:
        with writing(corpus) as writer:
            writer.rewrite(files)
            notes += writer.notes
    return [_seen(finding("P401", path, ""), target.root).path for path in sorted(files)]


def _language(path: Path, data: bytes) -> Language:
    """The language that a file's name tells (`zh.txt`, `x.zh.txt`), else that of its words."""
    from p5diff.text.detect import detect_language

    for part in path.name.split("."):
        if part in LANGUAGES:
            return LANGUAGES[part]
    return languages.get(detect_language(data.decode("utf-8", "replace"))[0])
