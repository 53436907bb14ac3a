"""The text of one block of a page: inline elements, line breaks, note marks, struck words."""

from __future__ import annotations

import re

from p5diff.ingest.readers.flow import TextFlow
from p5diff.ingest.readers.html.looks import DELETED, HIDDEN, RAISED, STRUCK
from p5diff.ingest.readers.html.main_text import NOT_TEXT, is_invisible, is_link
from p5diff.ingest.readers.html.names import Named, named
from p5diff.ingest.readers.html.notes import Notes
from p5diff.ingest.readers.html.tree import COMMENT, Node
from p5diff.ingest.readers.mathml import FormulaPart, linear
from p5diff.model.setaside import SetAsideReason

_SPACES = re.compile(r"[ \t\n\r\f]+")
_BRACKETED = re.compile(r"\[\s{0,9}(?:\d{1,3}|[*†‡]{1,3}|[a-z])\s{0,9}\]\Z")
_REASONS = {
    HIDDEN: SetAsideReason.HIDDEN,
    DELETED: SetAsideReason.DELETED,
    STRUCK: SetAsideReason.STRUCK,
}
_MACHINE_COMMENT = re.compile(r"/?wp:|\[if\b|<!\[endif|#|noindex|/?google")
"""Comments that speak to programs: of editors and of old browsers, or a single word."""
_QUOTED = ("“", "”")
_OF_PAGES = {"header": SetAsideReason.HEADER, "footer": SetAsideReason.FOOTER}
"""How LibreOffice and OpenOffice name the head and foot of the pages in a text that is saved for the web."""


def reason_of(node: Node) -> SetAsideReason | None:
    """Why the words of an element are no part of the text, as its looks or its name tell; else None."""
    if node.tag == "div" and node.parent is not None and node.parent.tag == "body":
        found = _OF_PAGES.get(node.get("title"))
        if found is not None:
            return found
    return next((reason for look, reason in _REASONS.items() if look in node.looks), None)


def squeezed(text: str) -> str:
    """White space as a browser shows it: one space, though not where it must not break."""
    return _SPACES.sub(" ", text)


def add_inline(
    node: Node, into: TextFlow, notes: Notes, *, bold: bool = False, in_note: bool = False
) -> None:
    """Add the text of an inline element."""
    if node.tag == COMMENT:
        _comment(node, into)
    elif is_invisible(node):
        into.aside(*unseen(node))
    elif reason := reason_of(node):
        into.aside(squeezed(plain_text(node)), reason)
    elif node.tag == "span" and named(node.names) is Named.ASIDE:  # "[edit]" behind a heading
        into.aside(squeezed(plain_text(node)), SetAsideReason.NAVIGATION)
    elif node.tag == "math":
        into.add(linear(_formula(node)))
    elif node.tag == "br":
        into.add("\n")
    elif node.tag in {"img", "area"}:
        into.aside(node.get("alt"), SetAsideReason.ALTERNATIVE)
    elif node.tag in {"rt", "rp"}:
        into.aside(plain_text(node), SetAsideReason.ALTERNATIVE)
    elif not _is_reference(node, into, notes, in_note=in_note):
        _children(node, into, notes, bold=bold, in_note=in_note)


def _formula(node: Node) -> FormulaPart:
    parts = (c if isinstance(c, str) else _formula(c) for c in node.children)
    return FormulaPart(node.tag.rpartition(":")[2], list(parts))


def _children(node: Node, into: TextFlow, notes: Notes, *, bold: bool, in_note: bool) -> None:
    raised = RAISED in node.looks or _continues_figure(node, into)
    bold = bold or node.tag in {"b", "strong"}
    opening, closing = _QUOTED if node.tag == "q" else ("", "")
    into.add(opening, bold=bold)
    before = into.bold + into.plain
    for child in node.children:
        if isinstance(child, Node):
            add_inline(child, into, notes, bold=bold, in_note=in_note)
        elif raised:
            into.raise_(squeezed(child))
        else:
            into.add(squeezed(child), bold=bold)
    into.add(closing, bold=bold)
    if is_link(node):
        into.linked += into.bold + into.plain - before


def _continues_figure(node: Node, into: TextFlow) -> bool:
    """Whether a figure directly behind another one is a link of its own into the page: "2031" and a mark."""
    leads = node.tag == "a" and node.get("href").startswith("#") and into.tail[-1:].isdigit()
    return leads and node.content().strip().isdecimal()


def unseen(node: Node) -> tuple[str, SetAsideReason]:
    """The words of an element that a browser does not show, with the reason; none for programs."""
    if node.tag in NOT_TEXT:
        return "", SetAsideReason.INSTRUCTION
    if node.tag in {"button", "select", "textarea", "datalist"}:
        return squeezed(whole_text(node)), SetAsideReason.NAVIGATION
    if node.tag in {"noscript", "audio", "video", "canvas", "applet", "iframe", "svg"}:
        return squeezed(whole_text(node)), SetAsideReason.ALTERNATIVE
    return squeezed(whole_text(node)), SetAsideReason.HIDDEN


def _comment(node: Node, into: TextFlow) -> None:
    text = "".join(child for child in node.children if isinstance(child, str)).strip()
    if len(text.split(None, 1)) > 1 and not _MACHINE_COMMENT.match(text):
        into.aside(squeezed(text), SetAsideReason.COMMENT)


def _is_reference(node: Node, into: TextFlow, notes: Notes, *, in_note: bool) -> bool:
    """A mark that leads to a footnote is no part of the sentence it stands in."""
    if key := notes.calls.get(id(node)):
        into.call(key, plain_text(node))
        return True
    if node.tag in {"sup", "a"} and not in_note and _BRACKETED.match(plain_text(node).strip()):
        if any(True for link in node.children if isinstance(link, Node) and id(link) in notes.calls):
            return False
        if node.tag == "sup" and into.text.strip():
            into.raise_(plain_text(node).strip())
            return True
    return False


def plain_text(node: Node) -> str:
    """All visible text under an element, white space as in the page."""
    return node.content(without=_is_unseen)


def parted_text(node: Node) -> str:
    """All visible text under an element, words of two blocks apart."""
    return node.content(without=_is_unseen, parted=True)


def _is_unseen(node: Node) -> bool:
    return is_invisible(node) or node.tag == COMMENT


def whole_text(node: Node) -> str:
    """All text under an element, shown or not, without programs and comments; words of two blocks apart."""
    return node.content(without=lambda inside: inside.tag in NOT_TEXT or inside.tag == COMMENT, parted=True)
