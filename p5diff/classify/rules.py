"""All rules in use: the project's data files, with what a corpus adds or replaces.

Loading reads and digests every file; patterns are compiled per language when first needed.
Files of a corpus are checked whole at once, the project's own by the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from p5diff.classify import source as sources
from p5diff.classify.matcher import Matcher
from p5diff.classify.patterns import compile_pattern
from p5diff.classify.source import Problems, Source
from p5diff.classify.topicfile import Term, Topic, compile_terms, read_examples, read_topics
from p5diff.classify.words import scan
from p5diff.language import LANGUAGES
from p5diff.model.comparison import RuleSet

DATA = Path(__file__).resolve().parent.parent / "data"
T = TypeVar("T")


class Rules:
    """Topics, markers, ladder and instruments, ready for use. Build it with `load_rules`."""

    def __init__(
        self, topics: Sequence[Topic], examples: Mapping[str, Sequence[str]], used: Sequence[Source]
    ) -> None:
        self.topics = tuple(topics)
        self._examples = examples
        self._broad = frozenset(topic.id for topic in self.topics if topic.broad)
        self._sources = tuple(used)
        self._cache: dict[tuple[str, str], Any] = {}

    @property
    def topic_order(self) -> tuple[str, ...]:
        """Topic ids in the order of reports."""
        return tuple(topic.id for topic in self.topics)

    def topic_label(self, topic: str, language: str) -> str:
        """The topic's name in `language`, else in English, else its id."""
        labels = next((t.labels for t in self.topics if t.id == topic), {})
        return labels.get(language) or labels.get("en") or topic

    def is_broad(self, topic: str) -> bool:
        """Whether nearly every statement mentions the topic, so that others lead before it."""
        return topic in self._broad

    def digests(self) -> tuple[RuleSet, ...]:
        """Every rule file in use, by name, with its digest."""
        return tuple(s.rule_set for s in sorted(self._sources, key=lambda s: s.name))

    def terms(self, language: str) -> frozenset[str]:
        """Terms of several words, as printed, that a highlight should not cut."""
        return self._cached("terms", language, lambda: self._plain_terms(language))

    def topic_matcher(self, language: str) -> Matcher[Term]:
        """Finds the terms and hints of all topics in one language."""
        return self._cached("topics", language, lambda: self._topic_matcher(language))

    def example_matcher(self, language: str) -> Matcher[str]:
        """Finds the words after which only examples follow."""
        return self._cached("examples", language, lambda: self._example_matcher(language))

    def _example_matcher(self, language: str) -> Matcher[str]:
        written = self._examples.get(language, ())
        return Matcher((compile_pattern(item, language), item) for item in written)

    def _topic_matcher(self, language: str) -> Matcher[Term]:
        problems = Problems()
        matcher = Matcher(compile_terms(self.topics, language, problems))
        problems.check()
        return matcher

    def _plain_terms(self, language: str) -> frozenset[str]:
        written = {term.written for topic in self.topics for term in topic.words.get(language, ())}
        plain = {w for w in written if not set(w) & set("*[]()|~{}^")}
        return frozenset(w for w in plain if len(scan(w, language)) > 1)

    def _cached(self, kind: str, language: str, make: Callable[[], T]) -> T:
        key = (kind, language)
        if key not in self._cache:
            self._cache[key] = make()
        value: T = self._cache[key]
        return value


def load_rules(corpus_rules: Path | None = None) -> Rules:
    """The rules of the project, with the `*.toml` files of the folder `corpus_rules` on top.

    Raises `RulesError` naming every mistake with file, line and remedy.
    """
    problems = Problems()
    base = sources.read(DATA / "topics.toml", "topics.toml")
    tables = sources.parse(base, problems)
    topics = {t.id: t for t in read_topics(base, tables, problems)}
    examples = read_examples(base, tables, problems)
    used = [base]
    for path in sorted(corpus_rules.glob("*.toml")) if corpus_rules and corpus_rules.is_dir() else ():
        own = sources.read(path, f"rules/{path.name}")
        data = sources.parse(own, problems)
        used.append(own)
        if data.get("replace_topics") is True:
            topics = {}
        examples |= read_examples(own, data, problems)
        for topic in read_topics(own, data, problems):
            topics[topic.id] = _merge(topics.get(topic.id), topic, data)
    _check_parents(topics, problems)
    if len(used) > 1:
        for language in LANGUAGES:
            compile_terms(tuple(topics.values()), language, problems)
    problems.check()
    return Rules(tuple(topics.values()), examples, used)


def _merge(old: Topic | None, new: Topic, data: dict[str, Any]) -> Topic:
    """A topic known already gains the new words, unless its table says `replace = true`."""
    table: dict[str, Any] = next((t for t in data.get("topic", []) if t.get("id") == new.id), {})
    if old is None or table.get("replace") is True:
        return new
    languages = dict.fromkeys([*old.words, *new.words])
    return Topic(
        id=old.id,
        parent=new.parent or old.parent,
        labels={**old.labels, **new.labels},
        words={k: (*old.words.get(k, ()), *new.words.get(k, ())) for k in languages},
        symbols=(*old.symbols, *new.symbols),
        actions=(*old.actions, *new.actions),
        source=new.source,
        broad=new.broad or old.broad,
    )


def _check_parents(topics: dict[str, Topic], problems: Problems) -> None:
    for topic in topics.values():
        if topic.parent and topic.parent not in topics:
            line = topic.source.line(f'"{topic.id}"', "parent")
            problems.add(
                topic.source, line, f"topic {topic.id!r}: unknown parent {topic.parent!r}", "use a topic id"
            )
