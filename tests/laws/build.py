"""Statements from lists of paragraphs, for tests that need no files."""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.model.statement import Metadata, Paragraph, Sentence, Statement


def statement(paragraphs: Sequence[Sequence[str]], language: str = "en", **meta: object) -> Statement:
    """One body paragraph a list of sentences."""
    built = tuple(
        Paragraph(
            sentences=tuple(
                Sentence(text=text, block=block, number=number, paragraph=block + 1)
                for number, text in enumerate(sentences, start=1)
            ),
            number=block + 1,
        )
        for block, sentences in enumerate(paragraphs)
        if sentences
    )
    facts = {"ref": "test", "id": "test", **meta}
    return Statement(meta=Metadata(language=language, **facts), paragraphs=built)  # type: ignore[arg-type]
