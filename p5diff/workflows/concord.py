"""Set two language versions of one statement side by side, and say where they differ."""

from __future__ import annotations

from pathlib import Path

from p5diff import __version__
from p5diff.align.concord import concord as linked
from p5diff.align.semantic import Likeness, asked
from p5diff.align.semantic import likeness as by_meaning
from p5diff.errors import P5DiffError
from p5diff.meaning import load_rules
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.versions import glossary
from p5diff.meaning.versions.discrepancies import anchors, discrepancies
from p5diff.model.alignment import Note
from p5diff.model.comparison import Provenance
from p5diff.model.concordance import Concordance
from p5diff.model.statement import Coverage, Statement
from p5diff.workflows.load import DETECTED, ReadingOptions
from p5diff.workflows.readings import Readings
from p5diff.workspace import Workspace


def concord(
    before: Statement | str | Path,
    after: Statement | str | Path,
    *,
    corpus: Path | Workspace | None = None,
    readings: tuple[ReadingOptions, ReadingOptions] = (DETECTED, DETECTED),
    rules: Rules | None = None,
    ladder: str | Path | None = None,
    semantic: bool = False,
    semantic_model: Path | None = None,
) -> Concordance:
    """Which sentences of two language versions say the same, and where they differ.

    With `semantic`, a model of meaning is asked where wording leaves a link open (extra `semantic`);
    `semantic_model` is a folder with another, which is asked instead (extra `embed`).

    Each side is a `Statement`, a reference (`washington-2012:zh`) or a path to a file; `readings` say how
    each is read where it is a file. Raises `P5DiffError` (slug `one-language`) where both are in one
    language, and for what cannot be read.
    """
    notes: list[Note] = []
    sides: list[Statement] = []
    reader = Readings([str(ref) for ref in (before, after) if not isinstance(ref, Statement)])
    for given, reading in zip((before, after), readings, strict=True):
        if isinstance(given, Statement):
            sides.append(given)
            continue
        corpus = Workspace.of(corpus, ladder=ladder)
        rules = rules or corpus.rules
        loaded = reader.load(str(given), corpus=corpus, reading=reading)
        sides.append(loaded.statement)
        notes += loaded.notes
    return concord_statements(
        sides[0],
        sides[1],
        rules=rules or load_rules(None, ladder),
        likeness=by_meaning(sides[0], sides[1], semantic_model) if semantic or semantic_model else None,
        notes=tuple(notes),
    )


def concord_statements(
    before: Statement,
    after: Statement,
    *,
    rules: Rules | None = None,
    likeness: Likeness | None = None,
    notes: tuple[Note, ...] = (),
) -> Concordance:
    """As `concord`, for two statements at hand; `likeness` as for `p5diff.align.concord.concord`."""
    if before.meta.language == after.meta.language:
        raise P5DiffError(
            "one-language",
            f"both texts are in one language ({before.meta.language})",
            cause="concord sets two language versions of one statement side by side",
            hint="use p5diff diff for two texts of one language, or name the language: ID:zh ID:en",
        )
    rules = rules or load_rules()
    links = linked(
        before,
        after,
        (anchors(before, rules), anchors(after, rules)),
        likeness,
        (glossary.of_statement(before), glossary.of_statement(after)),
    )
    return Concordance(
        before=before.meta,
        after=after.meta,
        links=links,
        discrepancies=discrepancies(before, after, links, rules),
        before_sentences=tuple(before.sentences()),
        after_sentences=tuple(after.sentences()),
        provenance=Provenance(
            version=__version__,
            rules=tuple(sorted((*rules.digests(), glossary.rule_set()), key=lambda r: r.name)),
            ladder=rules.ladder_name,
            settings=asked(likeness) or (("semantic", False),),
            notes=tuple(dict.fromkeys((*notes, *_warnings(before, after)))),
        ),
    )


def _warnings(before: Statement, after: Statement) -> tuple[Note, ...]:
    """What makes a missing sentence mean less."""
    partial = [s.meta.ref for s in (before, after) if s.meta.coverage is Coverage.PARTIAL]
    if not partial:
        return ()
    message = f"{', '.join(partial)} is not the whole statement: what it lacks it may not cover."
    return (Note(slug="partial-text", message=message),)


__all__ = ["Concordance", "concord", "concord_statements"]
