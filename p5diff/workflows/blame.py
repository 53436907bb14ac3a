"""Which revision each sentence of a text comes from.

`git blame -C` finds copied English and French sentences and misses Chinese, Russian and Arabic
ones, so the sentences of neighbouring revisions are linked by our own aligner: moved and reworded
ones keep their history.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from p5diff.corpus.catalogue import Corpus
from p5diff.corpus.git.history import Revision, bounds, history
from p5diff.corpus.git.repository import need_repository, open_repository
from p5diff.model.alignment import Note
from p5diff.model.refs import Reference
from p5diff.model.statement import Sentence
from p5diff.workflows.log import sentences_of

NOT_COMMITTED = Revision(id="", author="", time="", subject="not committed yet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Blamed:
    """A sentence, the revision that gave it its wording, and the one that first had its ancestor."""

    sentence: Sentence
    revision: Revision
    since: Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """The sentences in reading order, and what bounds the answer."""

    sentences: tuple[Blamed, ...]
    notes: tuple[Note, ...] = ()


def blame(corpus: Corpus, reference: Reference) -> Blame:
    """The sentences of a text in reading order, each with the revisions it comes from.

    Raises `CorpusError` (slug `no-git`) and `ReferenceNotFound`.
    """
    text = corpus.text(reference)
    statement = corpus.load(text.reference(reference.revision))
    with open_repository(corpus.root) as repository:
        git = need_repository(repository, corpus.root)
        steps, notes = history(git, [text.path], reference.revision), bounds(git)
    versions = [(step.revision, sentences_of(step.changes[0].after)) for step in reversed(steps)]
    now = [sentence.text for sentence in statement.sentences()]
    if not reference.revision:
        stored = corpus.tree().read(text.path)
        versions.append((NOT_COMMITTED, sentences_of(stored)))
    origins = trace(versions, language=text.language)
    sentences = (
        Blamed(sentence=sentence, revision=revision, since=since)
        for sentence, (revision, since) in zip(statement.sentences(), _fit(origins, now), strict=True)
    )
    return Blame(sentences=tuple(sentences), notes=notes)


def _fit(
    origins: Sequence[tuple[Revision, Revision]], now: Sequence[str]
) -> Sequence[tuple[Revision, Revision]]:
    """One origin a sentence: a text that is not in stored form may hold fewer or more lines."""
    padding = [(NOT_COMMITTED, NOT_COMMITTED)] * max(len(now) - len(origins), 0)
    return [*origins, *padding][: len(now)]


def trace(
    versions: Sequence[tuple[Revision, list[str]]], *, language: str
) -> list[tuple[Revision, Revision]]:
    """For each sentence of the last version: who gave its wording, and who had its ancestor first.

    Versions stand oldest first.
    """
    origins: list[tuple[Revision, Revision]] = []
    previous: list[str] = []
    for revision, sentences in versions:
        origins = _step(revision, previous, sentences, origins, language)
        previous = sentences
    return origins


def _step(
    revision: Revision,
    previous: list[str],
    sentences: list[str],
    origins: list[tuple[Revision, Revision]],
    language: str,
) -> list[tuple[Revision, Revision]]:
    if previous == sentences:
        return origins
    ancestors = _ancestors(previous, sentences, language)
    result = []
    for index, sentence in enumerate(sentences):
        ancestor = ancestors.get(index)
        if ancestor is None:
            result.append((revision, revision))
        elif previous[ancestor] == sentence:
            result.append(origins[ancestor])
        else:
            result.append((revision, origins[ancestor][1]))
    return result


def _ancestors(previous: list[str], sentences: list[str], language: str) -> dict[int, int]:
    """Index of a sentence → index of the one it comes from, the identical one where there is one."""
    from p5diff.align import align_sentences

    if not previous or not sentences:
        return {}
    found: dict[int, int] = {}
    for link in align_sentences(previous, sentences, language=language):
        same = previous[link.before] == sentences[link.after]
        if same or link.after not in found:
            found[link.after] = link.before
    return found
