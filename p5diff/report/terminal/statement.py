"""One statement for a reader: what it is and where it came from, then its numbered paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p5diff import language as languages
from p5diff.model.comparison import TopicTag
from p5diff.model.statement import Metadata, Paragraph, Role, Statement, separator
from p5diff.report.terminal.layout import Chunk, Line, chunk, wrap
from p5diff.report.view import clause_words, describe
from p5diff.text.clauses import clauses
from p5diff.text.labels import spaced

_INDENT = "      "


def statement_lines(
    statement: Statement,
    tags: Mapping[str, tuple[TopicTag, ...]],
    labels: Mapping[str, str],
    width: int,
) -> Iterator[Line]:
    """The statement; `tags` by sentence id, `labels` by topic id; `width` in cells."""
    yield from _facts(statement.meta, width)
    known = languages.get(statement.meta.language)
    within = {clause.block: clause for clause in clauses(statement.paragraphs, language=known)}
    for block, paragraph in enumerate(statement.paragraphs):
        yield []
        yield from _paragraph(paragraph, statement.meta.language, width)
        if block in within:
            named = [chunk(f"§ {clause_words(within[block])}", "dim")]
            yield from wrap(named, width, first=_INDENT, rest=_INDENT)
        topics = dict.fromkeys(t.topic for s in paragraph.sentences for t in tags.get(s.id, ()))
        if topics and paragraph.role is Role.BODY:
            shown = " · ".join(labels.get(topic, topic) for topic in topics)
            yield from wrap([chunk(shown, "dim")], width, first=f"{_INDENT}# ", rest=f"{_INDENT}  ")


def _facts(meta: Metadata, width: int) -> Iterator[Line]:
    yield from wrap([chunk(meta.title(), "title")], width)
    where = ", ".join(part for part in (meta.place, _dates(meta)) if part)
    facts = {
        "text": f"{meta.ref} · {describe(meta)}",
        "meeting": where,
        "adopted": meta.adopted,
        "symbols": ", ".join(meta.symbols),
        "silent on": ", ".join(meta.not_covered),
        "source": meta.source.url or meta.source.path,
        "sha256": meta.source.sha256,
        "importer": meta.source.importer,
        "corpus": meta.corpus,
        "revision": meta.revision,
        "note": meta.note or meta.source.note,
    }
    for name, value in facts.items():
        if value:
            yield from wrap([chunk(value)], width, first=f"  {name:<10}", rest=" " * 12)


def _dates(meta: Metadata) -> str:
    return " – ".join(dict.fromkeys((meta.dates[0], meta.dates[-1]))) if meta.dates else ""


def _paragraph(paragraph: Paragraph, language: str, width: int) -> list[Line]:
    if paragraph.role is not Role.BODY:
        style = "title" if paragraph.role in (Role.TITLE, Role.HEADING) else ""
        head = "" if style else f"({paragraph.role.value}) "
        text = [Chunk(head, "dim"), chunk(paragraph.text(language), style)]
        return wrap([piece for piece in text if piece.text], width, first=_INDENT, rest=_INDENT)
    number = f"¶{paragraph.number}"
    label = [chunk(spaced(paragraph.label), "dim")] if paragraph.label else []
    return wrap([*label, *_sentences(paragraph, language)], width, first=f"{number:<6}", rest=_INDENT)


def _sentences(paragraph: Paragraph, language: str) -> Iterator[Chunk]:
    """Sentences after the first carry a small number, so that `¶3.2` can be found."""
    for sentence in paragraph.sentences:
        if sentence.number > 1:
            yield chunk(separator(language))
            yield chunk(f"({sentence.number}) ", "dim")
        yield chunk(sentence.text)
