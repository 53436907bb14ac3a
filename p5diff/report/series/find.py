"""Find threads: by words, by a place in a statement, by id, by topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from p5diff.model.series import Series, Thread, Wording
from p5diff.model.statement import Role
from p5diff.text.tokens import key, printed_tokens

_PLACE = re.compile(r"(?P<statement>[^#\s]+)#(?:p|¶)?(?P<paragraph>\d+)(?:\.(?P<sentence>\d+))?")
_SHORTEST_PREFIX = 4
"""The last word of a phrase also stands for longer forms of it ("moratorium", "moratoriums"), if it has
this many letters: with fewer, "test" would be right and "no" would be "nothing"."""


def find(series: Series, what: str) -> tuple[Thread, ...]:
    """The threads that `what` names: a thread's id, `STATEMENT#PARAGRAPH[.SENTENCE]`, or words.

    Words are found in any wording, whatever their case and print; in the order of the threads.
    """
    exact = series.thread(what)
    if exact is not None:
        return (exact,)
    place = _PLACE.fullmatch(what)
    if place:
        return _at(series, place["statement"], place["paragraph"], place["sentence"] or "")
    wanted = _keys(what)
    return tuple(t for t in series.threads if any(holds(w.text, wanted) for w in t.said())) if wanted else ()


def on_topic(series: Series, topics: Sequence[str]) -> tuple[Thread, ...]:
    """The threads of the body that are about one of the topics."""
    wanted = set(topics)
    return tuple(t for t in series.threads if t.role is Role.BODY and wanted & set(t.topics))


def _keys(text: str) -> list[str]:
    return [key(token) for token in printed_tokens(text)]


def holds(text: str, phrase: Sequence[str]) -> bool:
    """Whether the words of `phrase` (as compared) follow one another in `text`."""
    words = _keys(text)
    head, last = list(phrase[:-1]), phrase[-1]
    begins = len(last) >= _SHORTEST_PREFIX
    return any(
        words[at : at + len(head)] == head
        and (words[at + len(head)] == last or (begins and words[at + len(head)].startswith(last)))
        for at in range(len(words) - len(head))
    )


def _at(series: Series, statement: str, paragraph: str, sentence: str) -> tuple[Thread, ...]:
    """The threads of the sentences at a place. A statement is named by its id or its reference."""
    refs = {meta.ref for meta in series.texts if statement in (meta.id, meta.ref, meta.ref.partition(":")[0])}

    def here(wording: Wording) -> bool:
        names = {f"p{paragraph}.{sentence}"} if sentence else None
        if wording.statement not in refs:
            return False
        if names is not None:
            return bool(names & set(wording.sentences))
        return any(name.startswith(f"p{paragraph}.") for name in wording.sentences)

    return tuple(t for t in series.threads if any(here(w) for w in t.said()))
