"""Options that several commands share, said once."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

from p5diff.cli.console import Color, use_color, width

if TYPE_CHECKING:
    from p5diff.workflows.load import ReadingOptions
    from p5diff.workspace import Workspace

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
BeforeLanguageOption = Annotated[str | None, typer.Option(help="Language of BEFORE alone.")]
AfterLanguageOption = Annotated[str | None, typer.Option(help="Language of AFTER alone.")]
SemanticModelOption = Annotated[
    Path | None,
    typer.Option(
        "--semantic-model",
        help="Ask the model of meaning in this folder instead; implies --semantic.",
        show_default=False,
    ),
]


class ShownAs(StrEnum):
    """For reading in a terminal, or as data."""

    TERMINAL = "terminal"
    JSON = "json"


class PrintedAs(StrEnum):
    """Plain lines, or data."""

    TEXT = "text"
    JSON = "json"


ShownAsOption = Annotated[ShownAs, typer.Option("--format", "-f", help="Form of the output.")]
PrintedAsOption = Annotated[PrintedAs, typer.Option("--format", "-f", help="Form of the output.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookChoice:
    """How it looks in a terminal."""

    color: ColorOption = Color.AUTO
    width: WidthOption = None

    @property
    def colored(self) -> bool:
        """Whether what goes to standard output is coloured."""
        return use_color(self.color)

    @property
    def cells(self) -> int:
        """The width of a line in cells."""
        return width(self.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceChoice:
    """Which corpus, rules and ladder a command works with."""

    ladder: LadderOption = None
    topics: TopicsOption = None
    corpus: CorpusOption = None

    def space(self) -> Workspace:
        """The same for the workflows."""
        from p5diff.workspace import Workspace

        return Workspace(self.corpus, ladder=self.ladder, topics=self.topics)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoice:
    """How the files of a command are read."""

    language: LanguageOption = None
    encoding: EncodingOption = None
    carrier: CarrierOption = ""

    def reading(self) -> ReadingOptions:
        """The same for the workflows. Raises `P5DiffError` for a carrier that is none."""
        return reading_options(self.language, self.encoding, self.carrier)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairReadingChoice(ReadingChoice):
    """How the two files of a command are read."""

    before_language: BeforeLanguageOption = None
    after_language: AfterLanguageOption = None

    def readings(self) -> tuple[ReadingOptions, ReadingOptions]:
        """How each of the two is read."""
        languages = (self.before_language or self.language, self.after_language or self.language)
        return _each(languages, self.encoding, self.carrier)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsReadingChoice:
    """How the files of two versions in different languages are read: no option is for both languages."""

    encoding: EncodingOption = None
    carrier: CarrierOption = ""
    before_language: BeforeLanguageOption = None
    after_language: AfterLanguageOption = None

    def readings(self) -> tuple[ReadingOptions, ReadingOptions]:
        """How each of the two is read."""
        return _each((self.before_language, self.after_language), self.encoding, self.carrier)


def _each(
    languages: tuple[str | None, str | None], encoding: str | None, carrier: str
) -> tuple[ReadingOptions, ReadingOptions]:
    before, after = languages
    return reading_options(before, encoding, carrier), reading_options(after, encoding, carrier)


def reading_options(language: str | None, encoding: str | None, carrier: str) -> ReadingOptions:
    """Options of reading as they were typed, for the workflows."""
    from p5diff.workflows.describe import carrier_choice
    from p5diff.workflows.load import ReadingOptions

    return ReadingOptions(language, encoding, carrier_choice(carrier))


_Outcome = TypeVar("_Outcome")


def with_groups(command: Callable[..., _Outcome]) -> Callable[..., _Outcome]:
    """The command with the fields of each dataclass among its parameters as arguments and options of its own,
    in that place: what several commands share is said once, and arrives as one value."""
    hints = get_type_hints(command, include_extras=True)
    shown: list[inspect.Parameter] = []
    groups: dict[str, type[Any]] = {}
    for name, own in inspect.signature(command).parameters.items():
        kind = hints[name]
        if not is_dataclass(kind):
            shown.append(own.replace(annotation=kind))
            continue
        assert isinstance(kind, type)
        groups[name] = kind
        inner = get_type_hints(kind, include_extras=True)
        shown += [own.replace(name=f.name, annotation=inner[f.name], default=f.default) for f in fields(kind)]
    signature = inspect.Signature(shown)

    def run(*given: Any, **named: Any) -> _Outcome:
        bound = signature.bind(*given, **named)
        bound.apply_defaults()
        values = dict(bound.arguments)
        for name, group in groups.items():
            values[name] = group(**{f.name: values.pop(f.name) for f in fields(group)})
        return command(**values)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in shown}
    run.__signature__ = signature  # type: ignore[attr-defined]
    return run
