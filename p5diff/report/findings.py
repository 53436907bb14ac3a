"""Findings of a check as text, JSON, GitHub annotations or SARIF 2.1.0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from p5diff.model.codec import to_dict
from p5diff.model.finding import Finding, Severity
from p5diff.report.json import dump, envelope
from p5diff.text.visible import visible

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def text(findings: Sequence[Finding], summaries: Mapping[str, str]) -> str:
    """One line a finding, `[*]` where `--fix` mends it, a hint below, and the count at the end."""
    lines = [line for item in findings for line in _text_lines(item)]
    # A file name may hold a line break: each finding stays on its line.
    spelled = (visible(line).replace("\n", "<U+000A>") for line in [*lines, _count(findings)])
    return "\n".join(spelled) + "\n"


def _text_lines(item: Finding) -> list[str]:
    place = ":".join(str(part) for part in (item.path, item.line, item.column) if part)
    mark = " [*]" if item.fixable else ""
    lines = [f"{place}: {item.severity.value} {item.rule}{mark} {item.message}"]
    return [*lines, f"    {item.hint}"] if item.hint else lines


def _count(findings: Sequence[Finding]) -> str:
    counts = Counter(item.severity for item in findings)
    if not findings:
        return "all is well"
    parts = [f"{n} {kind.value}{'s' if n > 1 else ''}" for kind in Severity if (n := counts[kind])]
    fixable = sum(item.fixable for item in findings)
    return ", ".join(parts) + (f"; {fixable} marked [*] can be mended with --fix" if fixable else "")


def as_json(findings: Sequence[Finding], summaries: Mapping[str, str]) -> str:
    """One object: the findings as data, and the counts by severity."""
    counts = Counter(item.severity.value for item in findings)
    data = {
        "findings": [to_dict(item) for item in findings],
        "counts": {kind.value: counts[kind.value] for kind in Severity},
    }
    return envelope("findings", data, version="1.0")


def github(findings: Sequence[Finding], summaries: Mapping[str, str]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    return "".join(_github_line(item) + "\n" for item in findings)


def _github_line(item: Finding) -> str:
    properties = {"file": item.path, "line": item.line, "col": item.column, "title": item.rule}
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    message = f"{item.message}. {item.hint}" if item.hint else item.message
    return f"::{_GITHUB[item.severity]} {said}::{_command(message)}"


def _command(value: str) -> str:
    """Escaped as GitHub's toolkit does: a message cannot start a command of its own."""
    return visible(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _command(value).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Sequence[Finding], summaries: Mapping[str, str]) -> str:
    """A SARIF 2.1.0 log with one run, for code scanning."""
    used = sorted({item.rule for item in findings})
    rules = [{"id": code, "shortDescription": {"text": summaries.get(code, code)}} for code in used]
    driver: dict[str, Any] = {"name": "p5diff", "informationUri": "https://pypi.org/project/p5diff/"}
    driver["rules"] = rules
    run = {"tool": {"driver": driver}, "results": list(_sarif_results(findings, used))}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return dump(log)


def _sarif_results(findings: Sequence[Finding], used: list[str]) -> Iterable[dict[str, Any]]:
    for item in findings:
        location: dict[str, Any] = {"artifactLocation": {"uri": quote(item.path, errors="surrogateescape")}}
        if item.line:
            column = {"startColumn": item.column} if item.column else {}
            location["region"] = {"startLine": item.line, **column}
        yield {
            "ruleId": item.rule,
            "ruleIndex": used.index(item.rule),
            "level": _SARIF[item.severity],
            "message": {"text": f"{item.message}. {item.hint}" if item.hint else item.message},
            "locations": [{"physicalLocation": location}],
        }


FORMATS: dict[str, Callable[[Sequence[Finding], Mapping[str, str]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
"""Name of a format → its writer, of findings and the summaries of rules by code."""
