"""Where things stand in a corpus folder, and how a path is kept inside it.

corpus.toml
washington-2012/statement.toml  zh.txt  en.translation.txt  source/zh.txt
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from p5diff.errors import CorpusError
from p5diff.model.refs import STORED_EDITIONS, check_id, id_problem
from p5diff.model.statement import Edition

CORPUS_FILE = "corpus.toml"
STATEMENT_FILE = "statement.toml"
SOURCE_FOLDER = "source"
RULES_FOLDER = "rules"
ATTRIBUTES_FILE = ".gitattributes"
FORMAT = 1
"""The format of a corpus on disk that this version reads and writes."""

_TEXT_NAME = re.compile(r"([a-z]{2,3})(?:\.([a-z]+))?\.txt")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


def text_name(language: str, edition: Edition) -> str:
    """File name of a text: `zh.txt` for the official one, `en.digest.txt` for others."""
    return f"{language}.txt" if edition is Edition.OFFICIAL else f"{language}.{edition.value}.txt"


def read_text_name(name: str) -> tuple[str, Edition] | None:
    """Language and edition that a file name says, or None when it is not the name of a text."""
    match = _TEXT_NAME.fullmatch(name)
    if match is None:
        return None
    language, edition = match.group(1), match.group(2) or "official"
    return (language, Edition(edition)) if edition in [e.value for e in STORED_EDITIONS] else None


def source_name(language: str, edition: Edition, suffix: str) -> str:
    """Path of the original bytes inside the statement's folder, with the original's suffix."""
    stem = text_name(language, edition).removesuffix(".txt")
    kept = suffix.lower() if _SUFFIX.fullmatch(suffix.lower()) else ".bin"
    return f"{SOURCE_FOLDER}/{stem}{kept}"


def left_out_name(language: str, edition: Edition) -> str:
    """Path, inside the statement's folder, of the list of what was left out of a text."""
    return f"{SOURCE_FOLDER}/{text_name(language, edition).removesuffix('.txt')}.left-out.jsonl"


def statement_path(identifier: str) -> str:
    """Path of a statement's metadata inside the corpus."""
    return f"{check_id(identifier)}/{STATEMENT_FILE}"


def is_statement_folder(name: str) -> bool:
    """Whether a folder of this name can hold a statement."""
    return not id_problem(name)


def relative_problem(path: str) -> str:
    """Why a path written in statement.toml is not allowed; empty when it is."""
    if not path or path.startswith("/") or "\\" in path or "\0" in path or ":" in path:
        return "must be a relative path with forward slashes"
    if path != ATTRIBUTES_FILE and any(part[:1] in {"", "."} for part in path.split("/")):
        return "must not contain '.', '..' or hidden parts"
    return ""


def inside(root: Path, relative: str) -> Path:
    """`root/relative`, refused when it leaves the corpus or passes through a symbolic link.

    Raises `CorpusError` (slug `unsafe-path`).
    """
    place_inside(root, relative)
    return root / relative


def place_inside(root: Path, relative: str) -> str:
    """The same as text: a `Path` for each of ten thousand files costs more than to read them.

    Raises `CorpusError` (slug `unsafe-path`).
    """
    problem = relative_problem(relative)
    place = str(root)
    for part in relative.split("/") if not problem else ():
        place = f"{place}/{part}"
        if os.path.islink(place):  # noqa: PTH114 (see above)
            problem = f"{part!r} is a symbolic link"
            break
    if problem:
        raise CorpusError(
            "unsafe-path",
            f"{relative!r} is not a safe place in the corpus",
            cause=problem,
            hint="keep plain files inside the corpus folder, without links",
        )
    return place
