"""How paragraphs are set: in one box of the page, in one style."""

from __future__ import annotations

from p5diff.ingest.layout.carrier.page import Page


class Boxes:
    """Runs of running paragraphs that are set alike."""

    def __init__(self, page: Page) -> None:
        self._page, count = page, len(page.pieces)
        self._settings = [
            piece.setting or (str(piece.lines[0].indent) if piece.lines else "") for piece in page.pieces
        ]
        self.until = [0] * count
        """The running paragraph at which another setting begins, for each of them; the number of paragraphs
        where none does."""
        until = count
        for one, following in zip(reversed(page.next[:-1]), reversed(page.next[1:]), strict=True):
            if following < count and self._settings[one] != self._settings[following]:
                until = following
            self.until[one] = until

    def is_back(self, before: range, after: int) -> bool:
        """Whether a running paragraph is set as one of those before the text, whose own setting ends."""
        if after >= len(self._page.pieces) or not self._settings[after]:
            return False
        return any(self._page.running[i] and self._settings[i] == self._settings[after] for i in before)
