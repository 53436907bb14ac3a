"""All rules in use: topics, acts, ladder, markers and names.

Patterns are compiled per language when first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from p5diff.meaning.pattern.compiler import compile_pattern
from p5diff.meaning.pattern.matcher import Kinded, Kinds, Match, outermost
from p5diff.meaning.pattern.words import Words, scan
from p5diff.meaning.rules.instruments import Name, compile_names
from p5diff.meaning.rules.ladder import Act, Ladder
from p5diff.meaning.rules.markerfile import Marker, Markers, Reading, read_markers
from p5diff.meaning.rules.source import Problems, Source
from p5diff.meaning.rules.source import parse as parse_source
from p5diff.meaning.rules.topicfile import Term, Topic, compile_terms
from p5diff.model.comparison import RuleSet

T = TypeVar("T")
_REMEMBERED = 20_000


class Named(NamedTuple):
    """What a sentence names: terms and hints of topics, words after which only examples follow,
    and instruments, bodies and States, of which one inside a longer one is not."""

    terms: Sequence[Match[Term]]
    examples: Sequence[Match[str]]
    names: Sequence[Match[Name]]


@dataclass(kw_only=True)
class Rules:
    """What the classifier goes by. Build it with `load_rules`; treat it as read-only.

    `marker_sources` maps language to its marker files, the project's own first.
    """

    topics: tuple[Topic, ...]
    examples: Mapping[str, Sequence[str]]
    acts: Mapping[str, Act]
    ladder: Ladder
    names: Sequence[Name]
    marker_sources: Mapping[str, Sequence[Source]]
    used: Sequence[Source]
    _cache: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False)
    _memory: dict[tuple[str, str, str], Any] = field(default_factory=dict, repr=False)

    @property
    def ladder_name(self) -> str:
        """The name verdicts cite."""
        return self.ladder.name

    @property
    def topic_order(self) -> tuple[str, ...]:
        """Topic ids in the order of reports."""
        return self._cached("order", "", lambda: tuple(topic.id for topic in self.topics))

    def topic_label(self, topic: str, language: str) -> str:
        """The topic's name in `language`, else in English, else its id."""
        labels = next((t.labels for t in self.topics if t.id == topic), {})
        return labels.get(language) or labels.get("en") or topic

    def is_broad(self, topic: str) -> bool:
        """Whether nearly every statement mentions the topic, so that others lead before it."""
        return topic in self._cached("broad", "", lambda: {t.id for t in self.topics if t.broad})

    def digests(self) -> tuple[RuleSet, ...]:
        """Every rule file in use, by name, with its digest."""
        cited = {self.ladder.file: self.ladder.source}
        return tuple(
            RuleSet(name=s.name, sha256=s.digest, source=cited.get(s.name, ""))
            for s in sorted(self.used, key=lambda s: s.name)
        )

    def terms(self, language: str) -> frozenset[str]:
        """Terms of several words, as printed, that a highlight should not cut."""
        return self._cached("terms", language, lambda: self._plain_terms(language))

    def named(self, text: str, language: str) -> Named:
        """What a sentence names."""
        make = lambda: self._named(scan(text, language), language)  # noqa: E731
        return self.remembered("named", language, text, make)

    def _named(self, words: Words, language: str) -> Named:
        matcher: Kinded = self._cached("names", language, lambda: self._name_matcher(language))
        found = matcher.find(words)
        return Named(
            terms=found.get("terms", ()),
            examples=found.get("examples", ()),
            names=outermost(found.get("names", ())),
        )

    def _name_matcher(self, language: str) -> Kinded:
        problems = Problems()
        kinds: Kinds = {
            "terms": compile_terms(self.topics, language, problems),
            "examples": [(compile_pattern(w, language), w) for w in self.examples.get(language, ())],
            "names": compile_names(list(self.names), language, problems),
        }
        problems.check()
        return Kinded(kinds)

    def markers(self, language: str) -> Markers:
        """The markers of one language; none for a language without a file."""
        return self._cached("markers", language, lambda: self._markers(language))

    def detected(self, text: str, language: str) -> Mapping[str, Sequence[Match[str]]]:
        """What each detector of the markers finds in a sentence: deadlines, qualifiers …"""
        return self._read(text, language).detected

    def held(self, text: str, language: str) -> Sequence[Match[Marker]]:
        """The markers that hold in a sentence."""
        return self._read(text, language).rows

    def _read(self, text: str, language: str) -> Reading:
        make = lambda: self.markers(language).read(scan(text, language))  # noqa: E731
        return self.remembered("read", language, text, make)

    def _markers(self, language: str) -> Markers:
        problems = Problems()
        sources = [(s, parse_source(s, problems)) for s in self.marker_sources.get(language, ())]
        markers = read_markers(sources, self.acts, language, problems)
        problems.check()
        return markers

    def _plain_terms(self, language: str) -> frozenset[str]:
        written = {term.written for topic in self.topics for term in topic.words.get(language, ())}
        written |= {alias for name in self.names for alias in name.aliases.get(language, ())}
        plain = {w for w in written if not set(w) & set("*[]()|~{}^#")}
        return frozenset(w for w in plain if len(scan(w, language)) > 1)

    def remembered(self, kind: str, language: str, text: str, make: Callable[[], T]) -> T:
        """What `make` gives for a sentence, kept for the next time: a comparison asks several
        times, and most sentences stand on both sides.

        At most `_REMEMBERED` things are kept, so that a long run does not grow without end.
        """
        key = (kind, language, text)
        if key not in self._memory:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            self._memory[key] = make()
        value: T = self._memory[key]
        return value

    def _cached(self, kind: str, language: str, make: Callable[[], T]) -> T:
        key = (kind, language)
        if key not in self._cache:
            self._cache[key] = make()
        value: T = self._cache[key]
        return value
