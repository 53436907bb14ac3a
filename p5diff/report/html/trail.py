"""Where a report page leads when it stands in a site: back, and to its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from p5diff.report.html.inline import InlineLine

if TYPE_CHECKING:
    from p5diff.report.html.page import Fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Addresses beside the page; an empty one leads nowhere. `before` and `after` are the two texts.

    `passages` are the addresses of the paragraphs after, by their block: what did not change is read there,
    so that a site holds it once and not on every page.
    """

    home: str
    previous: str = ""
    next: str = ""
    before: str = ""
    after: str = ""
    passages: Mapping[int, str] = field(default_factory=dict)

    def passage(self, fold: Fold) -> str:
        """Where a run of unchanged paragraphs begins in the text after."""
        first = fold.items[0]
        block = first.block if isinstance(first, InlineLine) else first.after[0].block
        return self.passages.get(block, self.after) if block is not None else self.after
