"""The option `--lang`: in which language a page speaks for itself. Apart from the other options, since only
commands that write pages need the phrasebook."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from p5diff.report.phrasebook import LANGUAGES

Words = StrEnum("Words", {code.upper(): code for code in LANGUAGES})  # type: ignore[misc]
LangOption = Annotated[
    Words | None, typer.Option("--lang", help="Language of the page's own words.", show_default="en")
]


def code(chosen: Words | None) -> str:
    """The code of the language that was chosen; English where none was."""
    return chosen.value if chosen else "en"
