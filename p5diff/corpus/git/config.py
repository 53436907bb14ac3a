"""Teach a repository to speak p5diff, and take exactly that away again.

Two places are touched: sections of `.git/config` that bear p5diff's name, through `git config`,
and a marked block of `.git/info/attributes`. No file of the working tree is.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from p5diff import disk
from p5diff.corpus.git.repository import GitFailed, Repository
from p5diff.errors import CorpusError

BEGIN = "# >>> p5diff >>> made by `p5diff git enable`, removed by `p5diff git disable`"
END = "# <<< p5diff <<<"
SECTIONS = ("diff.p5diff", "diff.p5diff-document", "difftool.p5diff")
TEXTS = "p5diff"
DOCUMENTS = "p5diff-document"
_MOST = 1024 * 1024
"""Bytes of the largest file of attributes that is read: thousands of lines."""
SUFFIXES = ("pdf", "docx", "html", "htm")


def enable(repository: Repository, settings: Mapping[str, str]) -> None:
    """Write the settings (`section.key` → value) and the attributes; twice is once."""
    _refuse_links(repository)
    disable(repository)
    try:
        for key, value in settings.items():
            repository.run("config", "--local", "--add", key, value)
        path = _attributes(repository)
        before = _text(path)
        disk.make_folder(path.parent)
        disk.write(path, f"{before}{_break(before)}{_block(repository)}".encode())
    except (CorpusError, OSError) as error:
        with suppress(CorpusError, OSError):
            disable(repository)  # half of it would call p5diff for some files and not for others
        if isinstance(error, CorpusError):
            raise
        raise CorpusError(
            "cannot-write",
            f"{repository.common_dir} could not be written; nothing in it has changed",
            cause=error.strerror or str(error),
            hint="make room on the disk, or get the right to write there, and try again",
        ) from error


def disable(repository: Repository) -> bool:
    """Remove what `enable` wrote and nothing else; whether there was anything."""
    _refuse_links(repository)
    found = [_remove_section(repository, section) for section in SECTIONS]
    return any([_remove_block(_attributes(repository)), *found])


def enabled(repository: Repository) -> bool:
    """Whether the block of attributes is there."""
    return BEGIN in _text(_attributes(repository))


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
    text = _text(path)
    if BEGIN not in text or END not in text:
        return False
    head, _, rest = text.partition(BEGIN)
    kept = head + rest.partition(END)[2].removeprefix("\n")
    if kept:
        disk.write(path, kept.encode())
    else:
        disk.remove(path)
    return True


def _text(path: Path) -> str:
    """The attributes as they stand; empty where there are none."""
    try:
        return disk.read_plain(path, most=_MOST).decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(
            "unsafe-path",
            f"{path} cannot be changed",
            cause=str(error),
            hint="put a plain file of UTF-8 text in its place, or remove it",
        ) from error


def _refuse_links(repository: Repository) -> None:
    for path in (repository.common_dir / "config", _attributes(repository), _attributes(repository).parent):
        if path.is_symlink():
            raise CorpusError(
                "unsafe-path",
                f"{path} is a symbolic link",
                cause="writing there would change a file outside the repository",
                hint="put a plain file in its place",
            )
