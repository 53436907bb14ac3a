"""Options that several commands share, said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from p5diff.cli.console import Color

CorpusOption = Annotated[
    Path | None,
    typer.Option(
        "--corpus",
        help="Folder of the corpus (default: P5DIFF_CORPUS, a corpus/ here or above, the bundled one).",
        show_default=False,
    ),
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to colour; NO_COLOR is honoured.")]
WidthOption = Annotated[
    int | None, typer.Option("--width", min=40, help="Line width in cells.", show_default="the terminal's")
]
LadderOption = Annotated[
    str | None,
    typer.Option("--ladder", help="Strength ladder: a name, or a TOML file.", show_default="six-steps"),
]
StatementsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[REF…]", help="Statements or files; none: all of the corpus.", show_default=False
    ),
]
SeriesOption = Annotated[str, typer.Option("--series", help="A series of the corpus, e.g. p5-conference.")]
SinceOption = Annotated[str, typer.Option("--since", help="First date: a year, or 2010-05-28.")]
UntilOption = Annotated[str, typer.Option("--until", help="Last date.")]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]
TopicsOption = Annotated[
    str | None,
    typer.Option(
        "--topics", help="Set of topics (p5diff topics), or none: document order.", show_default="all"
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option("--encoding", help="Encoding of the file(s), overruling detection, e.g. gb18030."),
]
CarrierOption = Annotated[
    str, typer.Option("--carrier", help="Of a file that is a page around a statement: inside or whole.")
]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", help="Language of the file(s), overruling detection: en zh fr ru es ar."),
]
SemanticModelOption = Annotated[
    Path | None,
    typer.Option(
        "--semantic-model",
        help="Ask the model of meaning in this folder instead; implies --semantic.",
        show_default=False,
    ),
]
