"""Let git speak p5diff: what it calls for a diff, and for the text of a document."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from p5diff import disk
from p5diff import language as languages
from p5diff.corpus.git.config import disable as take_away
from p5diff.corpus.git.config import enable as put_in
from p5diff.corpus.git.repository import Repository, need_repository, open_repository
from p5diff.corpus.layout import read_text_name
from p5diff.errors import P5DiffError
from p5diff.language import LANGUAGES
from p5diff.model.alignment import PairKind
from p5diff.model.statement import Metadata, Statement
from p5diff.report import worddiff
from p5diff.text.extent import check_stored

WORDS = "[[:alnum:]]+|[^[:space:]]"
"""For `git diff --word-diff`: a run of letters and digits, or one character of any other kind."""

_NOWHERE = ("/dev/null", "nul")


def enable(folder: Path) -> Path:
    """Set up diff driver, textconv and difftool in the repository around `folder`; gives its top.

    Raises `CorpusError` (slug `no-git`).
    """
    with open_repository(folder) as found:
        repository: Repository = need_repository(found, disk.real(folder))
        put_in(repository, settings(program(repository.top)))
        return repository.top


def disable(folder: Path) -> bool:
    """Undo exactly what `enable` did; whether there was anything to undo."""
    with open_repository(folder) as found:
        return take_away(need_repository(found, disk.real(folder)))


def program(top: Path) -> str:
    """How git's shell is to call p5diff: by an absolute path, and so that nothing that stands in
    the repository, its working folder, is run or imported in its place."""
    script = Path(sys.executable).parent / "p5diff"
    found = str(script) if script.is_file() else shutil.which("p5diff") or ""
    if found and Path(found).is_absolute() and not Path(found).is_relative_to(top):
        return shlex.quote(found)
    # -P: the interpreter does not look for modules where it is started, the top of the repository.
    return f"{shlex.quote(str(Path(sys.executable).absolute()))} -P -m p5diff"


def settings(call: str) -> dict[str, str]:
    """What `enable` writes into the repository's configuration."""
    return {
        "diff.p5diff.command": f"{call} git driver",
        "diff.p5diff.wordRegex": WORDS,
        "diff.p5diff-document.textconv": f"{call} git textconv",
        "diff.p5diff-document.wordRegex": WORDS,
        "difftool.p5diff.cmd": f'{call} git difftool "$LOCAL" "$REMOTE" "$MERGED"',
    }


def textconv(path: Path, *, encoding: str | None = None) -> str:
    """The stored form of a document, for git to compare line by line, that is, by sentences.

    `encoding` overrules detection (a repository may set `diff.p5diff-document.textconv` to a call that
    says it). What cannot be read becomes one line that says why: a failing textconv would stop git.
    """

    from p5diff import ingest

    try:
        return ingest.source(path, encoding=encoding).stored
    except P5DiffError as error:
        return f"(p5diff cannot read this file: {error.message})\n"


def difftool(before: Path, after: Path, name: str) -> str | None:
    """What `git difftool` is shown where there are no two texts to compare: all of a file that is new or
    gone, or that `name` is no text of p5diff's. None where there are two, which `p5diff diff` compares.

    `before` and `after` are the files that git made of the two states, `name` the path in the repository.
    """
    from p5diff import ingest

    if Path(name).suffix.lower() not in ingest.SUFFIXES:
        return f"p5diff {name}\n(no text that p5diff compares: git diff shows it)\n"
    gone = [str(file).lower() in _NOWHERE for file in (before, after)]
    if not any(gone):
        return None
    sign, there = ("+", after) if gone[0] else ("-", before)
    return f"p5diff {name}\n{worddiff.whole(sign, '' if all(gone) else textconv(there))}"


def driver(arguments: list[str]) -> str:
    """What git's external diff shows for one file: its sentences and words.

    `arguments` are git's own: path, old file, hex and mode, new file, hex and mode, and for a
    renamed file its new name and a description; the path alone for an unmerged file.
    """
    name = arguments[0]
    shown = [" ".join(argument.split()) for argument in arguments]
    if len(arguments) < 7:
        return f"{shown[0]}: not merged yet\n"
    title = f"p5diff {shown[7] if len(shown) > 7 else shown[0]}\n"
    try:
        before, after = (_read(name, file) for file in (arguments[1], arguments[4]))
        return title + _compared(name, before, after)
    except (P5DiffError, OSError) as error:
        return title + f"(p5diff cannot compare this file: {error})\n"


def _read(name: str, file: str) -> str | None:
    if file.lower() in _NOWHERE:
        return None
    text = disk.read_named(Path(file), most=disk.MOST).decode("utf-8", "replace")
    check_stored(text, name=name)
    return text


def _compared(name: str, before: str | None, after: str | None) -> str:
    language = _language(name, after if after is not None else before or "")
    if before is None or after is None:
        return worddiff.whole("+" if before is None else "-", (after if before is None else before) or "")
    return _changes(_statement(name, before, language), _statement(name, after, language), language)


def _language(name: str, text: str) -> str:
    from p5diff.text.detect import detect_language

    told = read_text_name(Path(name).name)
    return told[0] if told and told[0] in LANGUAGES else detect_language(text)[0]


def _statement(name: str, text: str, language: str) -> Statement:
    from p5diff.text.stored import parse

    meta = Metadata(ref=name, id=Path(name).stem, language=language)
    return Statement(meta=meta, paragraphs=parse(text, language=languages.get(language)))


def _changes(before: Statement, after: Statement, language: str) -> str:
    from p5diff.align import align

    pairs = [pair for pair in align(before, after).pairs if pair.kind is not PairKind.UNCHANGED or pair.moved]
    return worddiff.render(pairs, language)
