"""Make a corpus: a folder with corpus.toml, in git."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

from p5diff import disk
from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.git.make import make_repository
from p5diff.corpus.layout import ATTRIBUTES_FILE, CORPUS_FILE
from p5diff.corpus.settings import CorpusSettings, write_settings
from p5diff.corpus.write.writer import Stored, cannot_write, writing
from p5diff.errors import CorpusError

ATTRIBUTES = """\
# Texts are UTF-8 with LF everywhere, and originals keep every byte.
*.txt text eol=lf diff=p5diff
*.toml text eol=lf
source/** -text -diff
**/source/** -text -diff
"""


def init(
    folder: Path, *, name: str = "", title: str = "", git: bool = True, copy: Corpus | None = None
) -> tuple[Corpus, Stored]:
    """A new corpus in `folder` (made if missing), empty or with all that `copy` holds,
    committed unless `git` is false.

    Inside an existing repository the corpus becomes a folder of it. Raises `CorpusError`
    (slugs `corpus-exists`, `cannot-write`).
    """
    if (folder / CORPUS_FILE).exists():
        raise CorpusError(
            "corpus-exists",
            f"{folder} is a corpus already",
            cause=f"it has a {CORPUS_FILE}",
            hint=f"add to it: p5diff add FILE --corpus {shlex.quote(str(folder))}",
        )
    base = copy.settings if copy else CorpusSettings()
    settings = replace(base, name=name or disk.real(folder).name, title=title or base.title)
    try:
        return _make(folder, settings, git, copy)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _make(folder: Path, settings: CorpusSettings, git: bool, copy: Corpus | None) -> tuple[Corpus, Stored]:
    disk.make_folder(folder)
    text = write_settings(settings).encode("utf-8")
    if git:
        make_repository(folder)
    corpus = Corpus(folder, settings=settings)
    files: dict[str, bytes | None] = {CORPUS_FILE: text}
    if git and not (folder / ATTRIBUTES_FILE).exists():
        files[ATTRIBUTES_FILE] = ATTRIBUTES.encode("ascii")
    files |= _contents(copy) if copy else {}
    with writing(corpus) as writer:
        stored = writer.store(files, message=f"Begin the corpus {' '.join(settings.name.split())}")
    return corpus, stored


def _contents(corpus: Corpus) -> dict[str, bytes | None]:
    """Every file of every statement of a corpus."""
    tree = corpus.tree()
    folders = [entry.id for entry in corpus.entries()]
    return {path: tree.read(path) for folder in folders for path in tree.files(folder)}
