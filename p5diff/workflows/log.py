"""The history of a text: who changed it, when, why, and how many of its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.entry import TextEntry
from p5diff.corpus.git.history import HistoryStep, Revision, bounds, history
from p5diff.corpus.git.repository import need_repository, open_repository
from p5diff.corpus.layout import statement_path
from p5diff.model.alignment import Note
from p5diff.model.refs import Reference
from p5diff.text.extent import check_stored


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """What a commit did to one text, counted in sentences."""

    text: TextEntry
    new: int = 0
    dropped: int = 0
    reworded: int = 0
    total: int = 0

    @property
    def changed(self) -> int:
        """How many sentences the commit touched."""
        return self.new + self.dropped + self.reworded


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """A commit that changed a text or the facts of a statement."""

    revision: Revision
    changes: tuple[TextChange, ...] = ()
    facts: bool = False
    """Whether statement.toml changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The commits, newest first, and what bounds the answer."""

    entries: tuple[LogEntry, ...]
    notes: tuple[Note, ...] = ()


def log(corpus: Corpus, reference: Reference) -> Log:
    """The commits that changed the texts a reference names, newest first.

    Without a language: all texts of the statement, and its facts. Where a shallow copy ends, what
    a commit changed is not counted. Raises `CorpusError` (slugs `no-git`, `git-unusable`,
    `git-failed`, `missing-object`) and `ReferenceNotFound`.
    """
    texts = {text.path: text for text in _texts(corpus, reference)}
    facts = [] if reference.language else [statement_path(reference.id)]
    with open_repository(corpus.root) as repository:
        git = need_repository(repository, corpus.root)
        steps = history(git, [*texts, *facts], reference.revision)
        notes = bounds(git)
    return Log(entries=tuple(_entry(step, texts) for step in steps), notes=notes)


def _texts(corpus: Corpus, reference: Reference) -> tuple[TextEntry, ...]:
    if reference.language:
        return (corpus.text(reference),)
    return corpus.entry(reference.id, reference.revision).texts


def _entry(step: HistoryStep, texts: Mapping[str, TextEntry]) -> LogEntry:
    if step.revision.boundary:
        return LogEntry(revision=step.revision)
    changed = [change for change in step.changes if change.path in texts]
    return LogEntry(
        revision=step.revision,
        changes=tuple(count(texts[c.path], c.before, c.after) for c in changed),
        facts=len(changed) < len(step.changes),
    )


def count(text: TextEntry, before: bytes | None, after: bytes | None) -> TextChange:
    """How many sentences differ between two states of a stored text, as our own aligner links them."""
    from p5diff.align import align_sentences

    one, two = sentences_of(before), sentences_of(after)
    links = align_sentences(one, two, language=text.language) if one and two else ()
    linked_before = {link.before for link in links}
    linked_after = {link.after for link in links}
    return TextChange(
        text=text,
        new=len(two) - len(linked_after),
        dropped=len(one) - len(linked_before),
        reworded=len({link.after for link in links if one[link.before] != two[link.after]}),
        total=len(two),
    )


def sentences_of(stored: bytes | None) -> list[str]:
    """The sentences of a stored text: its lines, headings too, without the marks of headings."""
    text = (stored or b"").decode("utf-8", "replace")
    check_stored(text, name="a version of the text")
    lines = text.splitlines()
    return [line.lstrip("#").strip() for line in lines if line.strip()]
