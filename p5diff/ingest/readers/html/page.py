"""A whole web page: decode, build the tree, find the main part, give out blocks and notes."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from p5diff.errors import InputError
from p5diff.ingest.loss import loss_note
from p5diff.ingest.readers.flow import settle_marks
from p5diff.ingest.readers.html.blocks import Walker
from p5diff.ingest.readers.html.charset import decode_page
from p5diff.ingest.readers.html.facts import elements, facts_of, headline
from p5diff.ingest.readers.html.inline import plain_text
from p5diff.ingest.readers.html.looks import HIDDEN, dress
from p5diff.ingest.readers.html.main_text import Weight, find_main, letters, weigh
from p5diff.ingest.readers.html.notes import Notes
from p5diff.ingest.readers.html.tree import Node, parse_tree
from p5diff.ingest.readers.raised import flat
from p5diff.ingest.sandbox.limits import Limits
from p5diff.model.alignment import Note
from p5diff.model.setaside import SetAsideReason
from p5diff.model.source import BlockKind, RawBlock, RawText
from p5diff.text.unmerged import check_merged

_SECOND_READER_SIZE = 2_000_000
"""Characters: on larger pages the second opinion takes many seconds."""
_LONG_LINE = 100
"""Letters: a shorter line of the second reader may be a menu, and no proof of text left out."""
_BESIDE = re.compile(r"[\s|*#>_`\[\]\\-]|\d")
_OUTSIDE = 0.05
"""Share of the second reader's long lines that may be missing: a caption or two, and no paragraph."""
_HIDDEN_TEXT = 400
"""Letters of hidden text that may be a statement: no statement is shorter."""


def read_page(
    data: bytes, *, name: str, encoding: str, charset: str, limits: Limits, sheets: str = ""
) -> RawText:
    """All blocks of a page, those outside its main part set aside; `sheets` are style sheets that
    came with it."""
    text, found, notes = decode_page(data, name=name, encoding=encoding, charset=charset)
    check_merged(text, name=name)
    root = parse_tree(text, name=name, depth=limits.depth)
    dress(root, sheets)
    weights = weigh(root)
    if notes_on_hidden := _shown_by_program(root, weights):
        weights = weigh(root)
        notes = (*notes, *notes_on_hidden)
    main, share = find_main(root, weights)
    facts = facts_of(root)
    walked = _walked(root, main, weights, limits)
    blocks = _with_headline(walked, headline(root, facts.get("title", "")), facts.get("title", ""))
    blocks = _without_tail(blocks)
    if not any(block.is_text for block in blocks):
        raise _no_text(name)
    facts["title"] = _clean_title(blocks, facts.get("title", ""))
    notes = (*notes, *_left_out(share), *_lost(main, blocks), *_second_opinion(text, blocks))
    stated = tuple((key, value) for key, value in sorted(facts.items()) if value)
    return RawText(blocks=tuple(blocks), format="html", encoding=found, properties=stated, notes=notes)


def read_whole(root: Node, *, name: str, limits: Limits, sheets: str = "") -> RawText:
    """All blocks of a tree that holds nothing but text (the chapters of a book): no part of it is
    taken for the main one."""
    dress(root, sheets)
    blocks = _walked(root, root, weigh(root), limits)
    if not any(block.is_text for block in blocks):
        raise _no_text(name)
    return RawText(blocks=tuple(blocks), format="html", encoding="utf-8", notes=_lost(root, blocks))


def _walked(root: Node, main: Node, weights: dict[int, Weight], limits: Limits) -> list[RawBlock]:
    with _deep_calls(limits.depth):
        return settle_marks(Walker(main, weights, Notes(root)).walk(root))


@contextmanager
def _deep_calls(depth: int) -> Iterator[None]:
    """Room for a walk that calls itself a few times for each level of a tree of known depth."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before + 8 * depth)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _with_headline(blocks: list[RawBlock], node: Node | None, title: str) -> list[RawBlock]:
    """The page's headline may stand outside its main part: it is the statement's title all the
    same. It is the page's `h1`, or whatever stands above the text and makes up its stated title."""
    wanted = _bare(plain_text(node)) if node is not None else ""
    known = {_bare(b.text) for b in blocks if b.kind is BlockKind.HEADING}
    if wanted in known or any(_is_title(text, title) for text in known):
        return blocks
    start = next((i for i, b in enumerate(blocks) if b.is_text), 0)
    for place, block in enumerate(blocks[: start + 1]):
        if _bare(block.text) == wanted or (not wanted and _is_title(_bare(block.text), title)):
            head = RawBlock(text=" ".join(block.text.split()), kind=BlockKind.HEADING, level=1)
            return [*blocks[:place], head, *blocks[place + 1 :]]
    return blocks


def _without_tail(blocks: list[RawBlock]) -> list[RawBlock]:
    """The blocks without the links below the last paragraph, and without headings of what was set aside
    there: nothing else of the text stands below them."""
    last = max((i for i, b in enumerate(blocks) if b.is_text and not _is_below(b)), default=len(blocks))
    navigation = (SetAsideReason.NAVIGATION, SetAsideReason.FURNITURE)
    aside = [i for i, b in enumerate(blocks) if b.linked or b.reason in navigation]
    end = max(aside, default=0)
    return [
        replace(block, kind=BlockKind.SET_ASIDE, reason=SetAsideReason.NAVIGATION, level=0)
        if last < i and block.is_text and (block.linked or i < end)
        else block
        for i, block in enumerate(blocks)
    ]


def _is_below(block: RawBlock) -> bool:
    """Whether a block is one of those that may stand below a text without being of it."""
    return block.linked or block.kind is BlockKind.HEADING


def _bare(text: str) -> str:
    return "".join(text.split())


def _is_title(bare: str, title: str) -> bool:
    return bare in _bare(title) and letters(bare) >= max(4, 0.4 * letters(title))


def _clean_title(blocks: list[RawBlock], stated: str) -> str:
    """The stated title without the site's name: the first heading it contains, if there is one."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and _is_title(_bare(block.text), stated):
            return " ".join(block.text.split())
    return stated


def _lost(main: Node, blocks: list[RawBlock]) -> tuple[Note, ...]:
    """The second reader: every visible character of the main part, tags stripped."""
    return loss_note(
        (flat(f"{b.label}{b.text}") for b in blocks), [plain_text(main)], format_name="main part of the page"
    )


def _shown_by_program(root: Node, weights: dict[int, Weight]) -> tuple[Note, ...]:
    """Some pages hide their text until a program shows it: where more is hidden than shown, it is
    read as if it were shown, and a note says so."""
    hidden = [node for node in elements(root) if HIDDEN in node.looks and node.get("aria-hidden") != "true"]
    size = sum(letters(plain_text(node)) for node in hidden)
    if size < _HIDDEN_TEXT or size <= weights[id(root)].good:
        return ()
    for node in hidden:
        node.looks -= {HIDDEN}
    message = "most of the page's text is hidden until a program shows it; it was read as if it were shown"
    return (Note(slug="html-hidden-read", message=message),)


def _left_out(share: float) -> Iterator[Note]:
    if 1 - share > _OUTSIDE:
        message = (
            f"{1 - share:.0%} of the page's running text stands outside the part taken for the statement; "
            "it was kept as furniture: look whether the statement goes on there"
        )
        yield Note(slug="html-text-outside", message=message)


def _second_opinion(text: str, blocks: list[RawBlock]) -> Iterator[Note]:
    """Ask trafilatura, where it is installed, for the main text, and say so if it finds more."""
    if len(text) > _SECOND_READER_SIZE:
        return
    try:
        import trafilatura

        theirs = trafilatura.extract(text, include_comments=False, include_tables=True, favor_precision=True)
    except Exception:  # not installed, or stumbling itself: no news about this text
        return
    ours = _BESIDE.sub("", "".join(b.label + b.text for b in blocks if b.is_text))
    lines = [_BESIDE.sub("", line) for line in (theirs or "").split("\n") if letters(line) >= _LONG_LINE]
    missing = list(_not_among(lines, ours))
    if missing:
        message = (
            f"another reader (trafilatura) takes more for the main text: {len(missing)} passages, "
            f"such as “{missing[0][:60]}…”"
        )
        yield Note(slug="html-second-reader", message=message)


def _not_among(lines: list[str], text: str) -> Iterator[str]:
    """The lines whose first letters stand nowhere in a text; each is looked for from where the one before
    it stood, since both readers go down the page."""
    at = 0
    for line in lines:
        place = text.find(line[:30], at)
        if place < 0 and text.find(line[:30], 0, at + 30) < 0:
            yield line
        at = max(at, place)


def _no_text(name: str) -> InputError:
    return InputError(
        "html-no-text",
        f"{name} holds no text that could be a statement",
        cause="the page is empty, or fills itself with a program when a browser opens it",
        hint="open it in a browser, select the text, save it as a plain text file, and give that",
    )
