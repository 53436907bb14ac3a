"""Read topics from a rule file: structure now, patterns per language when first needed."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from p5diff.language import LANGUAGES, Language
from p5diff.meaning.pattern.compiler import PatternError, compile_pattern
from p5diff.meaning.pattern.patterns import Pattern
from p5diff.meaning.pattern.sparse import SparseMatcher
from p5diff.meaning.rules.source import Problems, RuleFile, strings, unknown_keys

_KEYS = frozenset(
    {"id", "needs", "parent", "label", "terms", "hints", "concepts", "symbols", "actions", "replace", "broad"}
)
_FILE_KEYS = frozenset(
    {"topic", "reviewed", "replace_topics", "examples", "courtesy", "gates", "profile", "use_profile"}
)


EVERY_TOPIC = "*"
"""In a profile: all topics there are."""


CONCEPT_LANGUAGES = ("en", "zh", "fr", "ru", "es", "ar")
"""The languages of the columns of a concept, in their order: that of the official languages in this house."""
_COLUMN, _SYNONYM, _NONE = " / ", ";", "-"


class Strength(StrEnum):
    """How much a pattern says of a topic; the value is the key it stands under."""

    TERM = "terms"
    """Names the topic itself: "public health"."""
    CONCEPT = "concepts"
    """Names something of the topic's field, and of no other: "measles"."""
    SETTING = "settings"
    """Names a place, a person or a means that belongs to the field: "hospital", where a hospital may be
    trained for, paid or shelled."""
    HINT = "hints"
    """Shows the topic where no term or concept shows any."""
    WEAK = "weak"
    """Belongs to several fields ("treatment"): shows the topic where something else shows it too."""

    @property
    def hint(self) -> bool:
        """Whether it counts only where no term or concept does, or beside one."""
        return self in (Strength.HINT, Strength.WEAK)


_MARKED = {"!": Strength.SETTING, "?": Strength.WEAK}
"""What a mark before a word of a concept makes of it."""


class Term(NamedTuple):
    """A pattern that points to a topic, and how much it says."""

    topic: str
    written: str
    strength: Strength
    source: RuleFile


class Profile(NamedTuple):
    """A set of topics that go together; a topic in it brings those below it along."""

    id: str
    label: str
    topics: tuple[str, ...]


class Topic(NamedTuple):
    """One topic. `words` maps language to the terms and hints as written; `concepts` are the lines of the
    parts of its field, each with its file, read language by language when asked for (see `terms`)."""

    id: str
    parent: str
    labels: Mapping[str, str]
    words: Mapping[str, tuple[Term, ...]]
    concepts: tuple[tuple[str, RuleFile], ...]
    symbols: tuple[str, ...]
    actions: tuple[int, ...]
    source: RuleFile
    broad: bool = False
    needs: str = ""
    """The gate that a text must have opened for the topic to be looked for in it."""

    def terms(self, language: str) -> Sequence[Term]:
        """All patterns that point to the topic in one language, those of its concepts last."""
        at = CONCEPT_LANGUAGES.index(language) if language in CONCEPT_LANGUAGES else None
        columns = [] if at is None else [(line.split(_COLUMN), source) for line, source in self.concepts]
        return (
            *self.words.get(language, ()),
            *(
                Term(self.id, word.lstrip("!? "), _MARKED.get(word[0], Strength.CONCEPT), source)
                for column, source in columns
                for word in map(str.strip, column[at or 0].split(_SYNONYM))
                if word and word != _NONE
            ),
        )


def read_topics(
    source: RuleFile, data: Mapping[str, Any], problems: Problems, known: Container[str] = frozenset()
) -> tuple[Topic, ...]:
    """The topics of one file, in its order. Mistakes are noted in `problems`.

    A topic in `known` needs no label: the file only adds to it.
    """
    for key in unknown_keys(data, _FILE_KEYS):
        problems.add(source, source.line(f"\n{key}"), f"unknown key {key!r}", f"use {sorted(_FILE_KEYS)}")
    tables = data.get("topic", [])
    if not isinstance(tables, list):
        problems.add(source, source.line("topic"), "`topic` is no list of tables", "write [[topic]] for each")
        return ()
    found: dict[str, Topic] = {}
    for table in tables:
        topic = _topic(source, table, problems, known)
        if topic is not None and topic.id in found:
            line = source.line(f'id = "{topic.id}"', f'\nid = "{topic.id}"')
            problems.add(source, line, f"the topic {topic.id!r} is there twice", "merge the two")
        elif topic is not None:
            found[topic.id] = topic
    return tuple(found.values())


def read_gates(
    source: RuleFile, data: Mapping[str, Any], problems: Problems
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Gate → language → the words that open it, wherever they stand in a text."""
    table = data.get("gates", {})
    if not isinstance(table, Mapping) or not all(isinstance(words, Mapping) for words in table.values()):
        problems.add(source, source.line("[gates"), "`gates` is no table of tables", "write [gates.name]")
        return {}
    return {name: {code: strings(words) for code, words in by.items()} for name, by in table.items()}


def read_profiles(source: RuleFile, data: Mapping[str, Any], problems: Problems) -> dict[str, Profile]:
    """The profiles of one file, by id."""
    found: dict[str, Profile] = {}
    for table in data.get("profile", []):
        name = str(table.get("id", "")) if isinstance(table, Mapping) else ""
        topics = strings(table.get("topics", ())) if name else ()
        if not name or not topics:
            problems.add(
                source, ("[[profile]]", f'"{name}"'), f"profile {name!r} is incomplete", "give id and topics"
            )
            continue
        found[name] = Profile(name, str(table.get("label", name)), topics)
    return found


def read_words(
    source: RuleFile, data: Mapping[str, Any], key: str, problems: Problems
) -> dict[str, tuple[str, ...]]:
    """Language → words that say how to read a sentence: those after which only `examples` follow, those
    of a `courtesy`."""
    table = data.get(key, {})
    if not isinstance(table, Mapping):
        problems.add(source, source.line(key), f"`{key}` is no table", f"write [{key}]")
        return {}
    return {language: strings(words) for language, words in table.items()}


def _topic(source: RuleFile, table: Any, problems: Problems, known: Container[str]) -> Topic | None:
    if not isinstance(table, Mapping) or not isinstance(table.get("id"), str):
        problems.add(source, source.line("[[topic]]"), "a topic without an id", 'add id = "…"')
        return None
    name = table["id"]
    place = (f'"{name}"',)
    for key in unknown_keys(table, _KEYS):
        problems.add(source, place, f"topic {name!r}: unknown key {key!r}", f"use {sorted(_KEYS)}")
    labels = table.get("label", {})
    if not isinstance(labels, Mapping) or (name not in known and not isinstance(labels.get("en"), str)):
        problems.add(source, place, f"topic {name!r} has no English label", 'add label = { en = "…" }')
        labels = {}
    return Topic(
        id=name,
        parent=str(table.get("parent", "")),
        labels={k: v for k, v in labels.items() if isinstance(v, str)},
        words=_words(source, name, table, problems),
        concepts=_concepts(source, name, table.get("concepts", ""), problems),
        symbols=strings(table.get("symbols", ())),
        actions=tuple(n for n in table.get("actions", ()) if isinstance(n, int)),
        source=source,
        broad=table.get("broad") is True,
        needs=str(table.get("needs", "")),
    )


def _words(
    source: RuleFile, name: str, table: Mapping[str, Any], problems: Problems
) -> Mapping[str, tuple[Term, ...]]:
    words: dict[str, list[Term]] = {}
    for key in (Strength.TERM, Strength.HINT):
        by_language = table.get(key, {})
        if not isinstance(by_language, Mapping):
            line = source.line(f'"{name}"', key)
            problems.add(source, line, f"{key.value!r} is not split by language", f'write {key}.en = ["…"]')
            continue
        for language, written in by_language.items():
            if language not in LANGUAGES:
                line = source.line(f'"{name}"', f"{key}.{language}")
                problems.add(source, line, f"unknown language {language!r}", f"use {', '.join(LANGUAGES)}")
                continue
            terms = words.setdefault(language, [])
            terms.extend(Term(name, item, key, source) for item in strings(written))
    return {language: tuple(terms) for language, terms in words.items()}


def _concepts(
    source: RuleFile, name: str, written: object, problems: Problems
) -> tuple[tuple[str, RuleFile], ...]:
    """The lines of the concepts: a part of the field each, its languages in columns, synonyms and kinds
    apart by ";", marked as `_MARKED` says, "-" where a language has no word."""
    if not isinstance(written, str):
        problems.add(source, (f'"{name}"', "concepts"), "`concepts` is no text", "write one concept a line")
        return ()
    lines = [line for line in map(str.strip, written.splitlines()) if line and not line.startswith("#")]
    for line in lines:
        if line.count(_COLUMN) != len(CONCEPT_LANGUAGES) - 1:
            problems.add(
                source,
                (f'"{name}"', line),
                f"the concept {line!r} has {line.count(_COLUMN) + 1} columns",
                f"write {', '.join(CONCEPT_LANGUAGES)}, apart by {_COLUMN!r}, {_NONE!r} for none",
            )
    return tuple((line, source) for line in lines if line.count(_COLUMN) == len(CONCEPT_LANGUAGES) - 1)


def compile_terms(
    topics: Sequence[Topic], language: Language, problems: Problems
) -> list[tuple[Pattern, Term]]:
    """The patterns of all topics in one language. Mistakes are noted in `problems`."""
    terms = [term for topic in topics for term in topic.terms(language.CODE)]
    read = [(compile_term(term, language, problems), term) for term in terms]
    return [(pattern, term) for pattern, term in read if pattern is not None]


def compile_term(term: Term, language: Language, problems: Problems) -> Pattern | None:
    """The pattern of a term; a mistake in it is noted in `problems` and gives nothing."""
    try:
        return compile_pattern(term.written, language)
    except PatternError as error:
        line = term.source.line(f'"{term.topic}"', term.written)
        problems.add(term.source, line, str(error), error.remedy)
        return None


def term_matcher(topics: Sequence[Topic], language: Language) -> SparseMatcher[Term]:
    """What finds the terms of all topics in one language. Raises `RulesError` when a text needs a pattern
    with a mistake; those of a corpus were checked when they were loaded."""

    def compiled(term: Term) -> Pattern | None:
        problems = Problems()
        pattern = compile_term(term, language, problems)
        problems.check()
        return pattern

    terms = [term for topic in topics for term in topic.terms(language.CODE)]
    return SparseMatcher([(term.written, term) for term in terms], language, compiled)
