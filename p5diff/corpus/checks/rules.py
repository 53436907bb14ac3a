"""The list of rules: code, name, severity, whether `--fix` mends it, and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from p5diff.errors import P5DiffError
from p5diff.model.finding import Finding, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `unsafe` fixes are made only when the rule is selected by its whole code."""

    code: str
    name: str
    severity: Severity
    summary: str
    fixable: bool = False
    unsafe: bool = False


def _rule(code: str, name: str, severity: Severity, summary: str, fix: str = "") -> Rule:
    return Rule(
        code=code, name=name, severity=severity, summary=summary, fixable=bool(fix), unsafe=fix == "unsafe"
    )


_LIST = (
    _rule("P101", "encoding", _E, "a text is UTF-8"),
    _rule("P102", "byte-order-mark", _E, "a text has no byte order mark", "fix"),
    _rule("P103", "line-ends", _E, "lines end with LF alone", "fix"),
    _rule("P104", "normal-form", _E, "characters are composed (NFC)", "fix"),
    _rule("P105", "invisible-character", _E, "no soft hyphens, zero-width or control characters", "fix"),
    _rule("P106", "bidirectional-control", _E, "no character reorders the text around it"),
    _rule("P107", "replacement-character", _E, "no U+FFFD, private or unassigned characters"),
    _rule("P108", "mixed-scripts", _E, "the letters of a word belong to one script"),
    _rule("P201", "spacing", _W, "one plain space between words, none at the edges of a line", "fix"),
    _rule("P202", "empty-lines", _W, "one empty line between paragraphs, one line end at the end", "fix"),
    _rule("P203", "chinese-spacing", _W, "no space between Han characters and digits or letters", "fix"),
    _rule("P204", "sentence-per-line", _W, "a line holds one sentence", "unsafe"),
    _rule("P205", "broken-sentence", _W, "a sentence stands on one line"),
    _rule("P206", "heading-form", _W, "a heading is a paragraph of its own: `# ` to `###### ` and its words"),
    _rule("P207", "stored-form", _W, "a text is written as p5diff would write it", "fix"),
    _rule("P208", "empty-text", _E, "a text holds at least one paragraph"),
    _rule("P209", "unmerged", _E, "a text holds no unfinished merge"),
    _rule("P301", "quotation-marks", _W, "quotation marks are those of the language"),
    _rule("P302", "unclosed-quotation", _N, "quotation marks and brackets open and close"),
    _rule("P401", "metadata-form", _E, "corpus.toml and statement.toml have known fields of the right kind"),
    _rule("P402", "metadata-missing", _W, "title and dates are known for a statement that has texts"),
    _rule("P403", "metadata-consistent", _W, "dates, series and numbers agree with each other"),
    _rule("P404", "text-files", _E, "listed texts are there, and texts that are there are listed"),
    _rule("P405", "canonical-metadata", _N, "statement.toml is written as p5diff would write it", "fix"),
    _rule("P406", "language", _W, "the text is in the language that it is listed under"),
    _rule("P407", "coverage", _W, "a partial text says what it leaves out, a full one leaves nothing out"),
    _rule("P408", "paragraph-count", _W, "the text has as many body paragraphs as statement.toml says"),
    _rule("P409", "edition-unstated", _N, "it is said how authoritative a text is"),
    _rule("P501", "original-missing", _W, "the original of a text is kept beside it"),
    _rule("P502", "original-changed", _E, "the original has the digest that was recorded"),
    _rule("P503", "text-follows-from-source", _E, "the text is what the importer makes of the original"),
    _rule("P601", "id", _E, "ids are plain, and match their folders"),
    _rule("P602", "plain-files", _E, "a corpus holds plain files, no links or devices"),
    _rule("P603", "stray-file", _W, "a statement's folder holds nothing else"),
    _rule("P701", "duplicate-text", _W, "no two texts have the same words"),
    _rule("P702", "duplicate-original", _W, "no two texts come from the same original"),
    _rule("P703", "duplicate-paragraph", _W, "no paragraph stands twice in a text"),
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _LIST}
"""All rules by code, in order."""


def finding(code: str, path: str, message: str, *, line: int = 0, column: int = 0, hint: str = "") -> Finding:
    """A finding of the rule `code`."""
    rule = RULES[code]
    return Finding(
        rule=code,
        severity=rule.severity,
        path=path,
        message=message,
        hint=hint,
        line=line,
        column=column,
        fixable=rule.fixable,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChoice:
    """Which rules apply: `select` (all, when empty) less `ignore`; both hold codes or prefixes."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str]) -> RuleChoice:
        """From what a user wrote: codes, prefixes or names, also several with commas between.

        Raises `P5DiffError` (slug `unknown-rule`) for what matches no rule.
        """
        return cls(select=_codes(select), ignore=_codes(ignore))

    def wants(self, code: str) -> bool:
        """Whether findings of the rule are shown."""
        chosen = not self.select or any(code.startswith(prefix) for prefix in self.select)
        return chosen and not any(code.startswith(prefix) for prefix in self.ignore)

    def mends(self, code: str) -> bool:
        """Whether `--fix` may mend the rule: unsafe ones only when named by their whole code."""
        rule = RULES[code]
        return rule.fixable and self.wants(code) and (not rule.unsafe or code in self.select)


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    names = {rule.name: rule.code for rule in _LIST}
    found = []
    for item in (part.strip() for text in given for part in text.split(",") if part.strip()):
        code = names.get(item.lower(), item.upper())
        if not any(known.startswith(code) for known in RULES):
            raise P5DiffError(
                "unknown-rule",
                f"{item!r} is not a rule of `p5diff check`",
                cause=f"rules are {min(RULES)} to {max(RULES)}, their first letters, or their names",
                hint="docs/checks.md lists them",
            )
        found.append(code)
    return tuple(found)
