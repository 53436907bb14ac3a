"""A concordance as a table and as a page."""

from __future__ import annotations

import re
from typing import Any

from p5diff import language as languages
from p5diff.model.concordance import Concordance, Discrepancy
from p5diff.model.statement import Metadata, separator
from p5diff.report.concord.rows import LABELS, UNSURE, ConcordRow, labelled, places, rows, summary
from p5diff.report.html.environment import fill
from p5diff.report.spreadsheet import to_csv
from p5diff.report.view import describe


def to_table(concordance: Concordance) -> str:
    """A row for each link as CSV."""
    head = [
        "before",
        concordance.before.language,
        "after",
        concordance.after.language,
        "confidence",
        "to look at",
    ]
    return to_csv([head, *(_cells(row, concordance) for row in rows(concordance))])


def _cells(row: ConcordRow, concordance: Concordance) -> list[str]:
    said = "; ".join(f"{LABELS[d.kind]}: {d.explanation}" for d in row.discrepancies)
    moved = "moved" if row.link.moved else ""
    return [
        " ".join(row.link.before),
        separator(concordance.before.language).join(s.text for s in row.before),
        " ".join(row.link.after),
        separator(concordance.after.language).join(s.text for s in row.after),
        f"{row.link.confidence:.2f}",
        "; ".join(part for part in (moved, said) if part),
    ]


def to_html(concordance: Concordance) -> str:
    """One self-contained page: what to look at, then the texts side by side."""
    return fill(
        "concord.html",
        "table.css",
        sides=[_side(concordance.before), _side(concordance.after)],
        notes=[note.message for note in concordance.provenance.notes],
        summary=summary(concordance),
        discrepancies=[
            {
                "places": places(d),
                "row": number,
                "label": LABELS[d.kind],
                "said": _pieces(concordance, d),
                "quotes": [
                    (e.text, _language(concordance, e.side.value))
                    for e in d.evidence
                    if e.text not in d.explanation
                ],
            }
            for number, row in enumerate(rows(concordance), 1)
            for d in row.discrepancies
        ],
        rows=[
            {
                "number": number,
                "confidence": f"{row.link.confidence:.2f}",
                "unsure": row.link.confidence < UNSURE,
                "moved": row.link.moved,
                "sides": [
                    [(s.id, labelled(s)) for s in row.before],
                    [(s.id, labelled(s)) for s in row.after],
                ],
                "marks": [LABELS[d.kind] for d in row.discrepancies],
            }
            for number, row in enumerate(rows(concordance), 1)
        ],
        version=concordance.provenance.version,
    )


def _pieces(concordance: Concordance, found: Discrepancy) -> list[tuple[str, dict[str, Any] | None]]:
    """What differs, in pieces: our words, and the quoted ones with their side, so that words of two
    directions never mix."""
    sides = {e.text: _language(concordance, e.side.value) for e in found.evidence}
    if not sides:
        return [(found.explanation, None)]
    quoted = "|".join(re.escape(text) for text in sorted(sides, key=lambda t: (-len(t), t)))
    pieces = re.split(f"({quoted})", found.explanation)
    return [(piece, sides.get(piece)) for piece in pieces if piece]


def _side(meta: Metadata) -> dict[str, Any]:
    language = languages.get(meta.language)
    return {
        "title": meta.title(),
        "ref": meta.ref,
        "facts": describe(meta),
        "language": language.TAG,
        "direction": language.DIRECTION,
    }


def _language(concordance: Concordance, side: str) -> dict[str, Any]:
    return _side(concordance.before if side == "before" else concordance.after)
