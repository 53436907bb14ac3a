"""Where a quotation that opens at a paragraph closes: a block of the page, or one in marks."""

from __future__ import annotations

from p5diff.ingest.layout.carrier import words as w
from p5diff.ingest.layout.carrier.page import Page


class Quotations:
    """The quotations of a page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._closed: dict[int, int | None] = {}

    def closes(self, start: int) -> int | None:
        """The last paragraph of the quotation that begins at `start`: a block of it, or one in marks."""
        if start >= len(self._page.pieces):
            return None
        if start not in self._closed:
            quoted = self._page.pieces[start].quoted
            self._closed[start] = self._block_end(start) if quoted else self.closing(start)
        return self._closed[start]

    def closing(self, start: int) -> int | None:
        """The paragraph at whose end a quotation in marks closes that opens at `start`."""
        opening = self._page.texts[start][:1]
        closing = w.QUOTES.get(opening)
        if closing is None or not self._page.running[start]:
            return None
        for index in range(start, len(self._page.pieces)):
            text = self._page.texts[index]
            again = text.startswith((opening, "»")) if opening == "«" else text.startswith(opening)
            body = text[1:] if again else text
            if opening == closing:
                left = body.count(closing) % 2
            else:
                left = body.count(closing) - body.count(opening)
            if left > 0:
                closed = body.rstrip(" .。؛;,").endswith(closing)
                return (self._last_by_itself(index) if index == start else index) if closed else None
        return None

    def by_itself(self, index: int) -> bool:
        """Whether a paragraph is one quotation in marks, from its first character to its last."""
        text = self._page.texts[index].rstrip(" .。؛;,")
        closing = w.QUOTES.get(text[:1])
        return bool(closing and self._page.running[index] and text.find(closing, 1) == len(text) - 1)

    def _last_by_itself(self, start: int) -> int:
        """The last of the paragraphs from `start` on that are each set in marks of their own."""
        end = start
        while self.by_itself(start) and end + 1 < len(self._page.pieces) and self.by_itself(end + 1):
            end += 1
        return end

    def _block_end(self, start: int) -> int:
        end = start
        while end + 1 < len(self._page.pieces) and self._page.pieces[end + 1].quoted:
            end += 1
        return end
