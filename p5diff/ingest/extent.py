"""How much text is read: bounds for the formats that no limited child process reads."""

from __future__ import annotations

from p5diff.errors import InputError

MOST_CHARACTERS = 16_000_000
"""Characters of one text: as much as the readers in a process of their own may answer (16 MB), and
far above any statement."""
MOST_LINES = 250_000
"""Lines that are not blank: each can become a paragraph, and costs as much as a long sentence does.
Twice the 100,000 paragraphs up to which growth is measured, with room for lines that are wrapped."""


def check_extent(text: str, *, name: str) -> None:
    """Refuse a text that is longer, or has more lines, than any statement (`InputError`, slug
    `input-too-large`). Line ends are counted before anything is laid out."""
    if len(text) > MOST_CHARACTERS:
        raise _too_long(name, f"{len(text):,} characters", f"{MOST_CHARACTERS:,}")
    if len(text) < 2 * MOST_LINES:
        return
    lines = sum(1 for line in text.splitlines() if line and not line.isspace())
    if lines > MOST_LINES:
        raise _too_long(name, f"{lines:,} lines that are not blank", f"{MOST_LINES:,}")


def _too_long(name: str, what: str, limit: str) -> InputError:
    return InputError(
        "input-too-large",
        f"{name} is larger than p5diff reads",
        cause=f"it has {what}; the limit is {limit}",
        hint="save only the statement itself, or split the file",
    )
