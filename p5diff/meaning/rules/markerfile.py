"""Read the markers of one language: which words show what a sentence does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from p5diff.language import LANGUAGES, Language
from p5diff.meaning.pattern.compiler import Lists, PatternError, compile_pattern
from p5diff.meaning.pattern.guards import Around, Guards, GuardSet
from p5diff.meaning.pattern.matcher import Kinded, Match, outermost
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.pattern.words import Words, scan
from p5diff.meaning.rules.ladder import Act
from p5diff.meaning.rules.source import Problems, RuleFile, strings, unknown_keys

_KEYS = frozenset(
    {
        *("id", "act", "verb", "embedded", "impersonal", "doer", "actor", "pattern"),
        *("after", "not_after", "not_before", "without", "match", "spare"),
    }
)
_FILE_KEYS = frozenset({"language", "reviewed", "lists", "detect", "marker", "replace_markers"})
DETECTORS = (
    "deadlines",
    "qualifiers",
    "wide",
    "narrow",
    "negations",
    "addressees",
    "embeds",
    "doubts",
    "unreal",
    "judged",
    "fitting",
    "joins",
    "recitals",
    "refers",
    "hosts",
)
ACTORS = ("we", "some", "others", "aside")
ROW = "row"
ASIDE = "aside"
"""Names that stand where nobody acts ("of the Committee", "Russia's"): found, then left out."""


class Marker(NamedTuple):
    """One row: words that show an act, what must and must not stand around them.

    `impersonal`: the words do not say that those who speak act; who acts must be named. `doer`: the row
    holds only where the place of a subject shows somebody who acts (`sentence.agents`). `actor`: who acts by
    the words themselves, where they name nobody but those who speak. `without`: words, folded, that only
    look like those of an open pattern ("*irons": désirons is no future).
    """

    id: str
    act: Act
    verb: str
    embedded: str
    impersonal: bool
    doer: bool
    actor: str
    patterns: tuple[Pattern, ...]
    after: Pattern | None
    not_after: tuple[Pattern, ...]
    not_before: tuple[Pattern, ...]
    without: frozenset[str]
    match: str
    spare: str
    source: RuleFile

    @property
    def guards(self) -> tuple[Pattern, ...]:
        """Every pattern that is asked for around a match."""
        return (*([self.after] if self.after else []), *self.not_after, *self.not_before)


class _Bounds(NamedTuple):
    """The guards of one row."""

    after: GuardSet | None
    not_after: GuardSet
    not_before: GuardSet

    @classmethod
    def of(cls, row: Marker, guards: Guards) -> _Bounds:
        after = guards.together([row.after]) if row.after else None
        return cls(after, guards.together(row.not_after), guards.together(row.not_before))


class Found(NamedTuple):
    """What the markers find in a sentence: the rows that hold, and what each detector found."""

    language: Language
    rows: Sequence[Match[Marker]]
    detected: Mapping[str, Sequence[Match[str]]]


class Markers(NamedTuple):
    """All that is known of one language, ready to match."""

    language: Language
    reviewed: bool
    rows: tuple[Marker, ...]
    detectors: frozenset[str]
    """Names: deadlines, qualifiers, …; `modality`; `actors` with we, some, others."""
    matcher: Kinded
    """Rows and detectors in one walk, by the kind `ROW` or the name of the detector."""
    guards: Guards
    """What must, or must not, stand around the rows."""
    bounds: Mapping[str, _Bounds]
    """Which of them are each row's, by its id."""

    def read(self, words: Words) -> Found:
        """What holds in a sentence. Of the rows, one inside a longer one does not count; of a
        detector, the longest reading of each place.

        An impersonal row hides none: "have condemned" is condemn, not only a thing told.
        """
        found = self.matcher.find(words)
        held = self._held(found.pop(ROW, []), words)
        firm = [m for m in held if not m.item.impersonal]
        firm = [m for m in firm if not _inside(m, firm)]
        told = [m for m in held if m.item.impersonal and not _inside(m, firm)]
        detected = {
            name: [m for m in outermost(matches) if m.item != ASIDE] for name, matches in found.items()
        }
        return Found(language=self.language, rows=[*firm, *told], detected=detected)

    def held(self, words: Words) -> list[Match[Marker]]:
        """The rows that hold, those inside longer ones too."""
        return self._held(self.matcher.find(words).get(ROW, []), words)

    def _held(self, found: Sequence[Match[Marker]], words: Words) -> list[Match[Marker]]:
        """Those of the rows found whose surroundings are as they must be."""
        if not found:
            return []
        around, bounds = self.guards.around(words), self.bounds
        return [
            match
            for match in found
            if _holds(match, bounds[match.item.id], around) and not _barred(match, words)
        ]


def _inside(match: Match[Marker], others: Sequence[Match[Marker]]) -> bool:
    """Whether the match is a part of a longer one with which it begins or ends, or the same words
    name another verb inside it: "agreed to consider" is no decision. One in the middle of a longer
    one was only bridged by a gap, and stands for itself; but whatever begins in words that say who speaks
    ("the delegate promised that") is his."""
    first, last = match.first, match.last
    for m in others:
        if m.item.actor and m is not match and m.first <= first < m.last and not match.item.actor:
            return True
        if (
            m.first <= first
            and last <= m.last
            and (m.first == first or last == m.last)
            and (m.last - m.first > last - first or (m.item.embedded and not match.item.embedded))
        ):
            return True
    return False


def _holds(match: Match[Marker], bounds: _Bounds, around: Around) -> bool:
    if bounds.after is not None and not around.stands_before(bounds.after, match.first):
        return False
    return not (around.ends(bounds.not_after, match.first) or around.begins(bounds.not_before, match.last))


def _barred(match: Match[Marker], words: Words) -> bool:
    """Whether one of the words matched is one that the row does not mean."""
    barred = match.item.without
    return bool(barred) and any(
        not barred.isdisjoint(form.keys) for form in words.forms[match.first : match.last]
    )


def read_markers(
    sources: Sequence[tuple[RuleFile, Mapping[str, Any]]],
    acts: Mapping[str, Act],
    language: Language,
    problems: Problems,
) -> Markers:
    """The markers of one language from all its files, later files adding to earlier ones."""
    lists = _lists(sources, language)
    rows: dict[str, Marker] = {}
    detectors: dict[str, list[tuple[Pattern, str]]] = {}
    reviewed = bool(sources)
    for source, data in sources:
        reviewed = reviewed and data.get("reviewed") is True
        _check_keys(source, data, problems)
        if data.get("replace_markers") is True:
            rows.clear()
        for table in data.get("marker", []):
            row = _row(source, table, acts, language, lists, problems)
            if row is not None:
                rows[row.id] = row
        _read_detectors(source, data, language, lists, detectors, problems)
    guards = Guards(guard for row in rows.values() for guard in row.guards)
    return Markers(
        language=language,
        reviewed=reviewed,
        rows=tuple(rows.values()),
        detectors=frozenset(detectors),
        matcher=Kinded({ROW: [(p, row) for row in rows.values() for p in row.patterns], **detectors}),
        guards=guards,
        bounds={row.id: _Bounds.of(row, guards) for row in rows.values()},
    )


def _lists(sources: Sequence[tuple[RuleFile, Mapping[str, Any]]], language: Language) -> Lists:
    lists: dict[str, tuple[str, ...]] = {}
    for _, data in sources:
        for name, items in data.get("lists", {}).items():
            lists[name] = (*lists.get(name, ()), *strings(items))
    return Lists(lists, language.verbs())


def _check_keys(source: RuleFile, data: Mapping[str, Any], problems: Problems) -> None:
    for key in unknown_keys(data, _FILE_KEYS):
        problems.add(source, source.line(f"\n{key}"), f"unknown key {key!r}", f"use {sorted(_FILE_KEYS)}")
    if data.get("language") not in LANGUAGES:
        problems.add(
            source,
            source.line("language"),
            f"unknown language {data.get('language')!r}",
            f"use {', '.join(LANGUAGES)}",
        )


def _row(
    source: RuleFile,
    table: Mapping[str, Any],
    acts: Mapping[str, Act],
    language: Language,
    lists: Lists,
    problems: Problems,
) -> Marker | None:
    name = str(table.get("id", ""))
    act = _act_of(source, name, table, acts, problems)
    if act is None:
        return None
    compiler = _Compiler(source, name, language, lists, problems)
    actor = str(table.get("actor", ""))
    if (actor and actor not in ACTORS) or actor == ASIDE:
        problems.add(source, [name, "actor"], f"nobody is called {actor!r}", "write we, some or others")
    after = compiler.all(table.get("after", ()))
    return Marker(
        id=name,
        act=act,
        verb=str(table.get("verb", "")),
        embedded=str(table.get("embedded", "")),
        impersonal=table.get("impersonal") is True,
        doer=table.get("doer") is True,
        actor=actor,
        patterns=compiler.all(table["pattern"]),
        after=after[0] if after else None,
        not_after=compiler.all(table.get("not_after", ())),
        not_before=compiler.all(table.get("not_before", ())),
        without=frozenset(
            form.keys[0] for word in strings(table.get("without", ())) for form in scan(word, language).forms
        ),
        match=table["match"],
        spare=table["spare"],
        source=source,
    )


def _act_of(
    source: RuleFile, name: str, table: Mapping[str, Any], acts: Mapping[str, Act], problems: Problems
) -> Act | None:
    """The act that a row shows; None, with the mistakes noted, where the row cannot be used."""
    place = ("[[marker]]", f'"{name}"')
    for key in unknown_keys(table, _KEYS):
        problems.add(source, place, f"marker {name!r}: unknown key {key!r}", f"use {sorted(_KEYS)}")
    act = acts.get(str(table.get("act", "")))
    if act is None:
        line = source.line(f'"{name}"', "act =")
        problems.add(
            source, line, f"marker {name!r}: unknown act {table.get('act')!r}", f"use {', '.join(acts)}"
        )
        return None
    if not all(strings(table.get(key)) for key in ("id", "pattern", "match", "spare")):
        problems.add(
            source, place, f"marker {name!r} is incomplete", "give id, act, pattern, match and spare"
        )
        return None
    return act


class _Compiler(NamedTuple):
    """Compiles the patterns of one row, noting mistakes with their line."""

    source: RuleFile
    name: str
    language: Language
    lists: Lists
    problems: Problems

    def all(self, written: Any) -> tuple[Pattern, ...]:
        """Every pattern that can be compiled."""
        found = []
        for item in strings(written):
            try:
                found.append(compile_pattern(item, self.language, self.lists))
            except PatternError as error:
                line = self.source.line(f'"{self.name}"' if self.name else "[detect", item)
                self.problems.add(self.source, line, f"{self.name or 'detect'}: {error}", error.remedy)
        return tuple(found)


def _read_detectors(
    source: RuleFile,
    data: Mapping[str, Any],
    language: Language,
    lists: Lists,
    found: dict[str, list[tuple[Pattern, str]]],
    problems: Problems,
) -> None:
    compiler = _Compiler(source, "", language, lists, problems)
    table = data.get("detect", {})
    for name in unknown_keys(
        table, frozenset({*DETECTORS, *(f"not_{name}" for name in DETECTORS), "modality"})
    ):
        problems.add(source, source.line("[detect]", name), f"unknown key {name!r}", f"use {DETECTORS}")
    for name in DETECTORS:
        entries = found.setdefault(name, [])
        entries.extend((pattern, pattern.source) for pattern in compiler.all(table.get(name, ())))
        entries.extend((pattern, ASIDE) for pattern in compiler.all(table.get(f"not_{name}", ())))
    entries = found.setdefault("modality", [])
    for modal, written in table.get("modality", {}).items():
        entries.extend((pattern, modal) for pattern in compiler.all(written))
    entries = found.setdefault("actors", [])
    for name in ACTORS:
        entries.extend((p, name) for p in compiler.all(data.get("lists", {}).get(name, ())))


def check_examples(markers: Markers, problems: Problems) -> None:
    """Every row must match its own sentence and spare the other; anything else is noted."""
    for row in markers.rows:
        for sentence, wanted in ((row.match, True), (row.spare, False)):
            words = scan(sentence, markers.language)
            held = {m.item.id for m in markers.held(words)}
            if (row.id in held) is wanted:
                continue
            verb = "does not match its own sentence" if wanted else "matches the sentence it must spare"
            problems.add(
                row.source,
                row.source.line(f'"{row.id}"', sentence),
                f"marker {row.id!r} {verb} {sentence!r}",
                "mend the pattern or the sentence",
            )
