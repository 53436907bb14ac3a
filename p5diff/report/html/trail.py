"""Where a report page leads when it stands in a site: back, and to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Addresses beside the page; an empty one leads nowhere. `before` and `after` are the two texts."""

    home: str
    previous: str = ""
    next: str = ""
    before: str = ""
    after: str = ""
