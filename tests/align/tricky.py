"""The cases of docs/tricky-cases.md: reading them, and showing what the alignment makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from p5diff import language as languages
from p5diff.align import align
from p5diff.model.alignment import Op, Pair, PairKind, Shape
from p5diff.model.statement import Metadata, Statement
from p5diff.text.stored import parse

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tricky-cases.md"
GOT = PAGE.with_suffix(".got.md")
TERMS = frozenset({"不扩散核武器条约", "全面禁止核试验条约"})
_CASE = re.compile(
    r"^## \d+\. (?P<name>[^\n]+) \((?P<language>\w\w)\)\n\n(?P<why>(?:[^\n`][^\n]*\n)*)\n*"
    r"before:\n\n```\n(?P<before>.*?)\n```\n\nafter:\n\n```\n(?P<after>.*?)\n```\n\n"
    r"shown:\n\n```\n(?P<shown>.*?)\n?```\n(?:\nwanted:\n\n```\n(?P<wanted>.*?)\n```\n)?",
    re.MULTILINE | re.DOTALL,
)
_SIGNS = {
    PairKind.UNCHANGED: "=",
    PairKind.EDITORIAL: "~",
    PairKind.REWORDED: "*",
    PairKind.NEW: "+",
    PairKind.DROPPED: "-",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case; `shown` is what the page says, `wanted` what would be better, if anything."""

    name: str
    language: str
    why: str
    before: str
    after: str
    shown: str = ""
    wanted: str = ""


def cases() -> list[Case]:
    """All cases of the page."""
    return [
        Case(**{key: (value or "").strip("\n") for key, value in match.groupdict().items()})
        for match in _CASE.finditer(PAGE.read_text(encoding="utf-8"))
    ]


def page_with_results() -> str:
    """The page with every “shown” made again."""

    def renewed(match: re.Match[str]) -> str:
        case = Case(**{key: (value or "").strip("\n") for key, value in match.groupdict().items()})
        number = int(match[0][3:].split(".")[0])
        return render_case(number, case)

    return _CASE.sub(renewed, PAGE.read_text(encoding="utf-8"))


def render_case(number: int, case: Case) -> str:
    """The case as it stands on the page, with what is shown now."""
    why = f"{case.why}\n\n" if case.why else ""
    wanted = f"\nwanted:\n\n```\n{case.wanted}\n```\n" if case.wanted else ""
    return (
        f"## {number}. {case.name} ({case.language})\n\n{why}"
        f"before:\n\n```\n{case.before}\n```\n\nafter:\n\n```\n{case.after}\n```\n\n"
        f"shown:\n\n```\n{shown(case)}\n```\n{wanted}"
    )


def shown(case: Case) -> str:
    """One line for each pair, then the runs of renumbered paragraphs that have printed labels."""
    before, after = (_statement(text, case.language) for text in (case.before, case.after))
    result = align(before, after, terms=TERMS)
    lines = [_line(pair) for pair in result.pairs]
    for run in result.renumbered:
        if not run.before_first.isdecimal():
            lines.append(f"# {run.before_first} to {run.before_last} → {run.after_first} to {run.after_last}")
    return "\n".join(lines)


def _statement(text: str, language: str) -> Statement:
    return Statement(
        meta=Metadata(ref="case", id="case", language=language),
        paragraphs=parse(text, language=languages.get(language)),
    )


def _line(pair: Pair) -> str:
    words = [_SIGNS[pair.kind]]
    if pair.moved:
        words.append("moved")
    if pair.shape is not Shape.ONE_TO_ONE:
        words.append(pair.shape.value)
    return " ".join(words) + " " + "".join(_edit(e.op, e.text, e.editorial, pair.kind) for e in pair.edits)


def _edit(op: Op, text: str, editorial: bool, kind: PairKind) -> str:
    if op is Op.KEEP or kind in (PairKind.NEW, PairKind.DROPPED):
        return text
    if op is Op.DELETE:
        return f"[{'~' if editorial else '-'}{text}]"
    return "{" + ("~" if editorial else "+") + text + "}"
