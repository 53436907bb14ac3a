"""Invented statements for the tests: one list of sentences per paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from p5diff.model.alignment import Alignment, Pair, PairKind, Shape
from p5diff.model.comparison import Shift, Verdict
from p5diff.model.statement import Coverage, Edition, Metadata, Paragraph, Role, Sentence, Statement

MIRRORED = {
    Verdict.STRONGER: Verdict.WEAKER,
    Verdict.WEAKER: Verdict.STRONGER,
    Verdict.NARROWED: Verdict.WIDENED,
    Verdict.WIDENED: Verdict.NARROWED,
}
"""What each verdict is from the other side."""


def said(shifts: Sequence[Shift]) -> list[str]:
    """Each shift in a line: aspect, verdict, words before and after."""
    return [f"{s.aspect} {s.verdict.value}: {s.before} → {s.after}" for s in shifts]


def said_from_behind(shifts: Sequence[Shift]) -> list[str]:
    """The same as the other side must tell it."""
    return [f"{s.aspect} {MIRRORED.get(s.verdict, s.verdict).value}: {s.after} → {s.before}" for s in shifts]


def statement(
    *paragraphs: list[str],
    language: str = "en",
    edition: Edition = Edition.OFFICIAL,
    not_covered: tuple[str, ...] = (),
    roles: dict[int, Role] | None = None,
) -> Statement:
    """A statement of these paragraphs; `roles` gives the role of a block, else body."""
    made = []
    number = 0
    for block, sentences in enumerate(paragraphs):
        role = (roles or {}).get(block, Role.BODY)
        number += role is Role.BODY
        place = number if role is Role.BODY else None
        made.append(
            Paragraph(
                sentences=tuple(
                    Sentence(text=text, block=block, number=n, role=role, paragraph=place)
                    for n, text in enumerate(sentences, start=1)
                ),
                role=role,
                number=place,
            )
        )
    coverage = Coverage.PARTIAL if not_covered else Coverage.FULL
    meta = Metadata(
        ref="x", id="x", language=language, edition=edition, coverage=coverage, not_covered=not_covered
    )
    return Statement(meta=meta, paragraphs=tuple(made))


def one(text: str, language: str = "en") -> Statement:
    """A statement of one sentence."""
    return statement([text], language=language)


def aligned(before: Statement, after: Statement) -> Alignment:
    """Sentences paired in order, as reworded or unchanged; the rest dropped or new."""
    ours, theirs = list(before.sentences()), list(after.sentences())
    pairs = [
        Pair(
            before=(b,),
            after=(a,),
            kind=PairKind.UNCHANGED if b.text == a.text else PairKind.REWORDED,
            shape=Shape.ONE_TO_ONE,
        )
        for b, a in zip(ours, theirs, strict=False)
    ]
    pairs += [Pair(before=(b,), after=(), kind=PairKind.DROPPED) for b in ours[len(theirs) :]]
    pairs += [Pair(before=(), after=(a,), kind=PairKind.NEW) for a in theirs[len(ours) :]]
    return Alignment(pairs=tuple(pairs))
