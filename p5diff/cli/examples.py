"""An example or two for the help of each command, as one would type them."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "diff": (
        "p5diff diff paris-2011 washington-2012",
        "p5diff diff old.docx new.pdf --side-by-side",
        "p5diff diff washington-2012:zh draft.txt --only new,dropped",
        "p5diff diff oslo-2019@HEAD~1 oslo-2019 --format html -o report.html",
    ),
    "concord": (
        "p5diff concord washington-2012:zh washington-2012:en.translation",
        "p5diff concord texte.docx text.docx -o concordance.html",
        "p5diff concord texte.docx text.docx --format tmx -o memory.tmx",
    ),
    "brief": ("p5diff brief paris-2011 washington-2012",),
    "show": (
        "p5diff show washington-2012:zh",
        "p5diff show draft.docx --source",
    ),
    "commitments": ("p5diff commitments washington-2012:zh --kind commitment,call",),
    "topics": ("p5diff topics --topics nuclear --language fr",),
    "report": ("p5diff report london-2009 paris-2011 washington-2012 -o reports",),
    "series": (
        "p5diff series --series p5-conference",
        "p5diff series 2012.docx 2013.docx 2014.pdf --format json -o series.json",
    ),
    "trace": (
        'p5diff trace "moratorium"',
        "p5diff trace washington-2012#10",
        "p5diff trace --topic ctbt --since 2010",
    ),
    "matrix": (
        "p5diff matrix --series p5-conference",
        "p5diff matrix --by thread -o matrix.csv",
    ),
    "site": (
        "p5diff site site --series p5-conference",
        "p5diff site site 2012.docx 2013.docx 2014.pdf --open",
    ),
    "add": ("p5diff add oslo.pdf --id oslo-2019 --language en --date 2019-05-06 --dry-run",),
    "edit": ('p5diff edit oslo-2019 --title "Joint statement" --date 2019-05-06',),
    "mv": ("p5diff mv oslo-2019 oslo-2019-plenary",),
    "rm": ("p5diff rm oslo-2019",),
    "init": ("p5diff init my-corpus --copy",),
    "fetch": ("p5diff fetch washington-2016 --corpus my-corpus --dry-run",),
    "check": (
        "p5diff check --fix",
        "p5diff check draft.en.txt --ignore quotation-marks",
    ),
    "verify": ('p5diff verify oslo-2019 --record "the PDF lost a comma"',),
    "log": ("p5diff log oslo-2019:en",),
    "blame": ("p5diff blame oslo-2019:en",),
}
"""Command → examples."""


def epilog(command: str) -> str:
    """The examples as the foot of a help text; `\b` keeps their lines."""
    lines = "\n".join(f"  {example}" for example in EXAMPLES[command])
    return f"\b\nExamples:\n{lines}"
