"""The marked sentences of one statement in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from p5diff.model.comparison import CommitmentMark, TopicTag
from p5diff.model.statement import Metadata, Sentence
from p5diff.report.terminal.layout import Line, chunk, wrap
from p5diff.report.view import describe, place

_INDENT = " " * 5


class Marked(Protocol):
    """A sentence with what it does and what it is about."""

    @property
    def sentence(self) -> Sentence: ...  # noqa: D102
    @property
    def mark(self) -> CommitmentMark: ...  # noqa: D102
    @property
    def topics(self) -> tuple[TopicTag, ...]: ...  # noqa: D102


def commitment_lines(
    meta: Metadata, items: Sequence[Marked], explanations: Mapping[str, Sequence[str]], width: int
) -> Iterator[Line]:
    """All lines; `explanations` by sentence id, empty for none; `width` in cells."""
    yield from wrap([chunk(meta.title(), "title")], width)
    yield from wrap([chunk(f"{meta.ref} · {describe(meta)}", "dim")], width, first="  ", rest="  ")
    yield [chunk(f"  {len(items)} sentences")]
    for item in items:
        yield []
        yield from wrap([chunk(head) for head in _head(item)], width, first=" ", rest=_INDENT)
        yield from wrap([chunk(item.sentence.text)], width, first=_INDENT, rest=_INDENT)
        for said in explanations.get(item.sentence.id, ()):
            yield from wrap([chunk(said, "dim")], width, first=_INDENT + "· ", rest=_INDENT + "  ")


def _head(item: Marked) -> Iterator[str]:
    mark = item.mark
    yield f"{place((item.sentence,))}.{item.sentence.number}  {mark.kind.value}"
    verb = " ".join(part for part in (mark.lead_verb, mark.embedded_verb) if part)
    facts = {
        "": mark.rung if mark.rung != mark.kind.value else "",
        "verb": verb,
        "actor": mark.actor,
        "to": mark.addressee,
        "by": mark.deadline,
        "topic": item.topics[0].topic if item.topics else "",
    }
    for name, value in facts.items():
        if value:
            yield f" · {name} {value}" if name else f", {value}"
