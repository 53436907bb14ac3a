"""Teach a repository to speak p5diff, and take exactly that away again.

Two places are touched: sections of `.git/config` that bear p5diff's name, through `git config`,
and a marked block of `.git/info/attributes`. No file of the working tree is.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from p5diff.corpus.git.repository import GitFailed, Repository
from p5diff.errors import CorpusError

BEGIN = "# >>> p5diff >>> made by `p5diff git enable`, removed by `p5diff git disable`"
END = "# <<< p5diff <<<"
SECTIONS = ("diff.p5diff", "diff.p5diff-document", "difftool.p5diff")
TEXTS = "p5diff"
DOCUMENTS = "p5diff-document"
SUFFIXES = ("pdf", "docx", "html", "htm")


def enable(repository: Repository, settings: Mapping[str, str]) -> None:
    """Write the settings (`section.key` → value) and the attributes; twice is once."""
    _refuse_links(repository)
    disable(repository)
    for key, value in settings.items():
        repository.run("config", "--local", "--add", key, value)
    path = _attributes(repository)
    before = path.read_text("utf-8") if path.is_file() else ""
    path.parent.mkdir(exist_ok=True)
    _replace(path, f"{before}{_break(before)}{_block(repository)}")


def disable(repository: Repository) -> bool:
    """Remove what `enable` wrote and nothing else; whether there was anything."""
    _refuse_links(repository)
    found = [_remove_section(repository, section) for section in SECTIONS]
    return any([_remove_block(_attributes(repository)), *found])


def enabled(repository: Repository) -> bool:
    """Whether the block of attributes is there."""
    path = _attributes(repository)
    return path.is_file() and BEGIN in path.read_text("utf-8")


def _attributes(repository: Repository) -> Path:
    return repository.common_dir / "info" / "attributes"


def _block(repository: Repository) -> str:
    patterns = [(f"/{repository.prefix}*/*.txt", TEXTS)]
    patterns += [(f"*.{suffix}", DOCUMENTS) for suffix in SUFFIXES]
    lines = [f"{_quoted(pattern)} diff={driver}" for pattern, driver in patterns]
    return "\n".join([BEGIN, *lines, END]) + "\n"


def _quoted(pattern: str) -> str:
    """A pattern as gitattributes takes it: in quotes where it holds a space or a quote."""
    if any(c in pattern for c in ' "\\\t'):
        return '"' + pattern.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'
    return pattern


def _break(text: str) -> str:
    return "" if not text or text.endswith("\n") else "\n"


def _remove_section(repository: Repository, section: str) -> bool:
    try:
        repository.run("config", "--local", "--remove-section", section)
    except GitFailed as error:
        if "no such section" in error.cause.lower():
            return False
        raise
    return True


def _remove_block(path: Path) -> bool:
    text = path.read_text("utf-8") if path.is_file() else ""
    if BEGIN not in text or END not in text:
        return False
    head, _, rest = text.partition(BEGIN)
    kept = head + rest.partition(END)[2].removeprefix("\n")
    if kept:
        _replace(path, kept)
    else:
        path.unlink()
    return True


def _replace(path: Path, text: str) -> None:
    temporary = path.with_name(f"{path.name}.p5diff-{os.getpid()}")
    try:
        temporary.write_text(text, "utf-8")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _refuse_links(repository: Repository) -> None:
    for path in (repository.common_dir / "config", _attributes(repository), _attributes(repository).parent):
        if path.is_symlink():
            raise CorpusError(
                "unsafe-path",
                f"{path} is a symbolic link",
                cause="writing there would change a file outside the repository",
                hint="put a plain file in its place",
            )
