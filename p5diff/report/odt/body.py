"""The body of an OpenDocument text: the redline as tracked changes.

Each deletion is kept, paragraph marks included, in a list before the text, and stands in the text as
a point. Each insertion is text between two such points, which may lie in different paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from p5diff.model.alignment import Op
from p5diff.model.comparison import Comparison
from p5diff.model.statement import Role, Sentence
from p5diff.report import setaside
from p5diff.report.bidi import right_to_left
from p5diff.report.docx.comments import said_of
from p5diff.report.docx.package import xml_text
from p5diff.report.odt.styles import NAMESPACES
from p5diff.report.phrasebook import PageWords
from p5diff.report.pieces import TextPiece
from p5diff.report.redline import RedlineParagraph, lines, only
from p5diff.report.selection import Selection
from p5diff.report.view import ChangeRow, rows

_STYLES = {Role.TITLE: "Title", Role.HEADING: "Heading", Role.BODY: "Body"}
_SPACES = re.compile(r"(?<= ) +|^ +| +$|\t|\n")


def content(comparison: Comparison, selection: Selection, date: str, say: PageWords) -> str:
    """The part `content.xml`."""
    body = _OdtBody(comparison, selection, date, say)
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

    def __init__(self, comparison: Comparison, selection: Selection, date: str, say: PageWords) -> None:
        self._say = say
        self.regions: list[str] = []
        self._comparison = comparison
        self._date = date
        self._explain = selection.explain
        self._rows: dict[int, ChangeRow] = {row.at: row for row in rows(comparison)}
        self._told: set[tuple[int, str]] = set()
        found = lines(comparison, keep_last_mark=True)
        shown = selection.numbers(comparison)
        self._lines = found if shown is None else only(found, shown)
        self._rtl = {
            Op.DELETE: right_to_left(comparison.before.language),
            Op.KEEP: right_to_left(comparison.after.language),
            Op.INSERT: right_to_left(comparison.after.language),
        }
        self._first = True

    def paragraphs(self) -> Iterator[str]:
        """The paragraphs: an empty one for the cover, the redline, what was left out and differs."""
        yield '<text:p text:style-name="Cover"/>'
        yield from self._redline()
        yield from self._set_aside()

    def _redline(self) -> Iterator[str]:
        """Runs of one operation, which may cross paragraph marks, become one region each."""
        run = _OpenRun(self)
        for line in self._lines or (RedlineParagraph(pieces=(), mark=Op.KEEP),):
            for piece in line.pieces:
                run.goes_on_as(piece.op)
                run.inner.append(self._note(piece))
                run.add(_text(piece.text))
            run.goes_on_as(line.mark)
            if line.mark is Op.DELETE:  # the paragraph goes on with the next line
                run.gone = [*(run.gone or [""]), ""]
            else:
                yield self._paragraph(line, run.taken())
        run.goes_on_as(Op.KEEP)
        if run.inner:
            yield self._paragraph(self._lines[-1], run.inner)

    def _paragraph(self, line: RedlineParagraph, inner: list[str]) -> str:
        sentence = line.before if line.mark is Op.DELETE else line.after or line.before
        style = self._style(sentence, line.mark)
        prefix = "First" if self._first else ""
        self._first = False
        return f'<text:p text:style-name="{prefix}{style}">{"".join(inner)}</text:p>'

    def _style(self, sentence: Sentence | None, op: Op) -> str:
        name = _STYLES.get(sentence.role if sentence else Role.BODY, "Formal")
        return f"{name}Rtl" if self._rtl[op] else name

    def deletion(self, gone: list[str]) -> str:
        """The mark of a region of deleted paragraphs."""
        style = self._style(None, Op.DELETE)
        kept = "".join(f'<text:p text:style-name="{style}">{text}</text:p>' for text in gone)
        number = self._region("deletion", kept)
        return f'<text:change text:change-id="{number}"/>'

    def insertion(self) -> str:
        """The name of a new region of inserted text; its start and end are marked where they stand."""
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
        said = list(said_of(row, side, explain=self._explain, say=self._say))
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
            yield f'<text:p text:style-name="Heading">{_text(self._say(setaside.TITLE))}</text:p>'
        for row in found:
            current = [_text(self._say.led(setaside.said(row, self._say)))]
            for edit in row.edits:
                if edit.op is Op.DELETE:
                    current.append(self.deletion([_text(edit.text)]))
                elif edit.op is Op.INSERT:
                    number = self.insertion()
                    current.append(
                        f'<text:change-start text:change-id="{number}"/>{_text(edit.text)}'
                        f'<text:change-end text:change-id="{number}"/>'
                    )
                else:
                    current.append(_text(edit.text))
            yield f'<text:p text:style-name="Body">{"".join(current)}</text:p>'


class _OpenRun:
    """What of a paragraph is written, and the region that is open: inserted or deleted."""

    def __init__(self, body: _OdtBody) -> None:
        self._body = body
        self._op = Op.KEEP
        self._inserted = ""
        self.inner: list[str] = []
        self.gone: list[str] = []
        """Deleted paragraphs that stand in no region yet, the last one unended."""

    def goes_on_as(self, op: Op) -> None:
        """Close the region that is open where another operation begins, and open that one's."""
        if op is self._op:
            return
        if self._op is Op.INSERT:
            self.inner.append(f'<text:change-end text:change-id="{self._inserted}"/>')
        elif self._op is Op.DELETE and self.gone:
            self.inner.append(self._body.deletion(self.gone))
            self.gone = []
        if op is Op.INSERT:
            self._inserted = self._body.insertion()
            self.inner.append(f'<text:change-start text:change-id="{self._inserted}"/>')
        self._op = op

    def add(self, text: str) -> None:
        """Text of the operation that is open."""
        if self._op is Op.DELETE:
            self.gone = [*self.gone[:-1], (self.gone[-1] if self.gone else "") + text]
        else:
            self.inner.append(text)

    def taken(self) -> list[str]:
        """What was written of the paragraph that ends here; the next begins."""
        inner, self.inner = self.inner, []
        return inner


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
