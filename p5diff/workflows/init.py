"""Make a corpus: a folder with corpus.toml, in git."""

from __future__ import annotations

from pathlib import Path

from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.layout import ATTRIBUTES_FILE, CORPUS_FILE
from p5diff.corpus.repository_make import make_repository
from p5diff.corpus.settings import Settings, write_settings
from p5diff.corpus.writer import Stored, cannot_write, writing
from p5diff.errors import CorpusError

ATTRIBUTES = """\
# Texts are UTF-8 with LF everywhere, and originals keep every byte.
*.txt text eol=lf diff=p5diff
*.toml text eol=lf
source/** -text -diff
**/source/** -text -diff
"""


def init(folder: Path, *, name: str = "", title: str = "", git: bool = True) -> tuple[Corpus, Stored]:
    """A new, empty corpus in `folder` (made if missing), committed unless `git` is false.

    Inside an existing repository the corpus becomes a folder of it. Raises `CorpusError`
    (slugs `corpus-exists`, `cannot-write`).
    """
    if (folder / CORPUS_FILE).exists():
        raise CorpusError(
            "corpus-exists",
            f"{folder} is a corpus already",
            cause=f"it has a {CORPUS_FILE}",
            hint=f"add to it: p5diff add FILE --corpus {folder}",
        )
    settings = Settings(name=name or folder.resolve().name, title=title)
    try:
        return _make(folder, settings, git)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _make(folder: Path, settings: Settings, git: bool) -> tuple[Corpus, Stored]:
    folder.mkdir(parents=True, exist_ok=True)
    text = write_settings(settings).encode("utf-8")
    if git:
        make_repository(folder)
    corpus = Corpus(folder, settings=settings)
    files: dict[str, bytes | None] = {CORPUS_FILE: text}
    if git and not (folder / ATTRIBUTES_FILE).exists():
        files[ATTRIBUTES_FILE] = ATTRIBUTES.encode("ascii")
    with writing(corpus) as writer:
        stored = writer.store(files, message=f"Begin the corpus {settings.name}")
    return corpus, stored
