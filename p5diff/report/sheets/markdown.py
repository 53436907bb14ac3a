"""The brief as Markdown, for a mail or an issue tracker: `~~dropped~~`, `**new**`."""

from __future__ import annotations

from collections.abc import Iterator

from p5diff.model.alignment import Op
from p5diff.report.marks import escaped, marked
from p5diff.report.sheets.sheet import Sheet, SheetItem


def render(sheet: Sheet) -> str:
    """The sheet as Markdown."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}\n"
    yield f"**{escaped(sheet.answer)}**\n"
    for text in sheet.texts:
        yield f"- {escaped(text.side)}: {escaped(text.title)} ({escaped(text.facts)})"
    yield ""
    if sheet.selected:
        yield f"> {escaped(sheet.selected, start=True)}\n"
    for number, point in enumerate(sheet.points, start=1):
        yield f"{number}. **{escaped(point.title)}** ({point.count})"
        yield from (f"   - {_item(item)}" for item in point.items)
        if point.also:
            yield f"   - {escaped(point.also)}"
    yield from ("", *(f"{escaped(line, start=True)}\n" for line in sheet.further))
    yield from _list(sheet.topics_title, sheet.topics)
    yield from _list(sheet.ledger_title, sheet.ledger)
    yield from _list(sheet.alarms_title, sheet.alarms)
    yield from _list(sheet.heed_title, sheet.cautions)
    for chapter in sheet.chapters:
        yield f"## {escaped(chapter.label)}\n"
        yield from (f"- {_item(item)}" for item in chapter.items)
        yield ""
    yield "---\n"
    yield " · ".join(escaped(line) for line in sheet.foot)


def _list(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"## {escaped(title)}\n"
        yield from (f"- {escaped(line, start=True)}" for line in lines)
        yield ""


def _item(item: SheetItem) -> str:
    words = marked((Op(op), text) for op, text in item.pieces)
    verdict = f" — {escaped(item.verdict)}" if item.verdict else ""
    return f"{escaped(item.what)}, {escaped(item.place)} (#{item.number}): {words}{verdict}"
