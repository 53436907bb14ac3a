"""The body of an OpenDocument text: the redline as tracked changes.

Each deletion is kept, paragraph marks included, in a list before the text, and stands in the text as
a point. Each insertion is text between two such points, which may lie in different paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from p5diff import language as languages
from p5diff.model.alignment import Op
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Role, Sentence
from p5diff.report import setaside
from p5diff.report.docx.comments import said_of
from p5diff.report.docx.package import xml_text
from p5diff.report.odt.styles import NAMESPACES
from p5diff.report.redline import RedlineParagraph, lines, only
from p5diff.report.reel import TextPiece
from p5diff.report.selection import Selection
from p5diff.report.view import ChangeRow, rows

_STYLES = {Role.TITLE: "Title", Role.HEADING: "Heading", Role.BODY: "Body"}
_SPACES = re.compile(r"(?<= ) +|^ +| +$|\t|\n")


def content(comparison: Comparison, selection: Selection, date: str, *, explain: bool) -> str:
    """The part `content.xml`."""
    body = _OdtBody(comparison, selection, date, explain)
    text = "".join(body.paragraphs())
    tracked = (
        f'<text:tracked-changes text:track-changes="false">{"".join(body.regions)}</text:tracked-changes>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMESPACES} '
        f'office:version="1.3"><office:automatic-styles>{_automatic()}</office:automatic-styles>'
        f"<office:body><office:text>{tracked}{text}</office:text></office:body></office:document-content>"
    )


def _automatic() -> str:
    """The first paragraph bears the cover page, the second begins the text on a page of its own."""
    made = ['<style:style style:name="Cover" style:family="paragraph" style:master-page-name="Cover"/>']
    made += [
        f'<style:style style:name="First{name}" style:family="paragraph" '
        f'style:parent-style-name="{name}" style:master-page-name="Standard"/>'
        for name in (f"{base}{side}" for base in (*_STYLES.values(), "Formal") for side in ("", "Rtl"))
    ]
    return "".join(made)


class _OdtBody:
    """Writes paragraphs, and gathers the changed regions that stand before them."""

    def __init__(self, comparison: Comparison, selection: Selection, date: str, explain: bool) -> None:
        self.regions: list[str] = []
        self._comparison = comparison
        self._date = date
        self._explain = explain
        self._rows: dict[int, ChangeRow] = {row.at: row for row in rows(comparison)}
        self._told: set[tuple[int, str]] = set()
        found = lines(comparison, keep_last_mark=True)
        shown = selection.numbers(comparison)
        self._lines = found if shown is None else only(found, shown)
        self._rtl = {
            Op.DELETE: _rtl(comparison.before.language),
            Op.KEEP: _rtl(comparison.after.language),
            Op.INSERT: _rtl(comparison.after.language),
        }
        self._first = True

    def paragraphs(self) -> Iterator[str]:
        """The paragraphs: an empty one for the cover, the redline, what was left out and differs."""
        yield '<text:p text:style-name="Cover"/>'
        yield from self._redline()
        yield from self._set_aside()

    def _redline(self) -> Iterator[str]:  # noqa: PLR0912
        """Runs of one operation, which may cross paragraph marks, become one region each."""
        current: list[str] = []
        gone: list[str] = []
        inserting = ""
        for line in self._lines or (RedlineParagraph(pieces=(), mark=Op.KEEP),):
            for piece in line.pieces:
                if inserting and piece.op is not Op.INSERT:
                    current.append(f'<text:change-end text:change-id="{inserting}"/>')
                    inserting = ""
                if gone and piece.op is not Op.DELETE:
                    current.append(self._deletion(gone))
                    gone = []
                note = self._note(piece)
                if piece.op is Op.DELETE:
                    current.append(note)
                    gone = [*gone[:-1], (gone[-1] if gone else "") + _text(piece.text)]
                    continue
                if piece.op is Op.INSERT and not inserting:
                    inserting = self._insertion()
                    current.append(f'<text:change-start text:change-id="{inserting}"/>')
                current.append(note + _text(piece.text))
            if line.mark is Op.DELETE:
                if inserting:
                    current.append(f'<text:change-end text:change-id="{inserting}"/>')
                    inserting = ""
                gone = [*(gone or [""]), ""]
                continue
            if gone:
                current.append(self._deletion(gone))
                gone = []
            if line.mark is Op.INSERT and not inserting:
                inserting = self._insertion()
                current.append(f'<text:change-start text:change-id="{inserting}"/>')
            elif line.mark is Op.KEEP and inserting:
                current.append(f'<text:change-end text:change-id="{inserting}"/>')
                inserting = ""
            yield self._paragraph(line, current)
            current = []
        if inserting:
            current.append(f'<text:change-end text:change-id="{inserting}"/>')
        if gone:
            current.append(self._deletion(gone))
        if current:
            yield self._paragraph(self._lines[-1], current)

    def _paragraph(self, line: RedlineParagraph, inner: list[str]) -> str:
        sentence = line.before if line.mark is Op.DELETE else line.after or line.before
        style = self._style(sentence, line.mark)
        prefix = "First" if self._first else ""
        self._first = False
        return f'<text:p text:style-name="{prefix}{style}">{"".join(inner)}</text:p>'

    def _style(self, sentence: Sentence | None, op: Op) -> str:
        name = _STYLES.get(sentence.role if sentence else Role.BODY, "Formal")
        return f"{name}Rtl" if self._rtl[op] else name

    def _deletion(self, gone: list[str]) -> str:
        style = self._style(None, Op.DELETE)
        kept = "".join(f'<text:p text:style-name="{style}">{text}</text:p>' for text in gone)
        number = self._region("deletion", kept)
        return f'<text:change text:change-id="{number}"/>'

    def _insertion(self) -> str:
        return self._region("insertion", "")

    def _region(self, kind: str, kept: str) -> str:
        """A region with a time of its own: LibreOffice joins changes of one author within a minute that
        touch, even across a paragraph mark that was there before, and would reject that mark as well.
        """
        number = f"ct{len(self.regions) + 1}"
        date = f"{self._date[:14]}{3 * len(self.regions) % 60:02d}{self._date[16:]}"
        info = (
            f"<office:change-info><dc:creator>p5diff</dc:creator><dc:date>{date}</dc:date>"
            "</office:change-info>"
        )
        self.regions.append(
            f'<text:changed-region xml:id="{number}" text:id="{number}">'
            f"<text:{kind}>{info}{kept}</text:{kind}></text:changed-region>"
        )
        return number

    def _note(self, piece: TextPiece) -> str:
        """The comment on a change, once, before its first words on the side it speaks of."""
        if not piece.change:
            return ""
        side = "before" if piece.op is Op.DELETE else "after"
        row = self._rows[piece.change]
        if (piece.change, side) in self._told or (side == "before" and row.pair.after):
            return ""
        self._told.add((piece.change, side))
        said = list(said_of(row, side, explain=self._explain))
        if not said:
            return ""
        paragraphs = "".join(f"<text:p>{_text(text)}</text:p>" for text in said)
        return (
            f"<office:annotation><dc:creator>p5diff</dc:creator><dc:date>{self._date}</dc:date>"
            f"{paragraphs}</office:annotation>"
        )

    def _set_aside(self) -> Iterator[str]:
        found = setaside.rows(self._comparison)
        if found:
            yield f'<text:p text:style-name="Heading">{_text(setaside.TITLE)}</text:p>'
        for row in found:
            current = [_text(f"{setaside.said(row)}: ")]
            for edit in row.edits:
                if edit.op is Op.DELETE:
                    current.append(self._deletion([_text(edit.text)]))
                elif edit.op is Op.INSERT:
                    number = self._insertion()
                    current.append(
                        f'<text:change-start text:change-id="{number}"/>{_text(edit.text)}'
                        f'<text:change-end text:change-id="{number}"/>'
                    )
                else:
                    current.append(_text(edit.text))
            yield f'<text:p text:style-name="Body">{"".join(current)}</text:p>'


def _rtl(language: str) -> bool:
    return languages.get(language).DIRECTION == "rtl"


def _text(text: str) -> str:
    """Text for XML, with the white space that OpenDocument would fold kept by its own elements."""
    return _SPACES.sub(_space, xml_text(text))


def _space(match: re.Match[str]) -> str:
    found = match.group()
    if found == "\t":
        return "<text:tab/>"
    if found == "\n":
        return "<text:line-break/>"
    return f'<text:s text:c="{len(found)}"/>'
