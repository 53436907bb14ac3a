"""All rules in use: topics, acts, ladder, scales, deeds, markers and names. Configuration only:
what the rules find in a sentence is read by `p5diff.meaning.sentence.reading`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from p5diff.meaning.rules.deedfile import Deed
from p5diff.meaning.rules.instruments import InstrumentName
from p5diff.meaning.rules.ladder import Act, Ladder
from p5diff.meaning.rules.scalefile import Degree
from p5diff.meaning.rules.source import RuleFile
from p5diff.meaning.rules.topicfile import Profile, Topic
from p5diff.model.comparison import RuleSet


@dataclass(kw_only=True, eq=False)
class Rules:
    """What the classifier goes by. Build it with `load_rules`; treat it as read-only.

    `marker_sources` maps language to its marker files, the project's own first; `examples` and
    `courtesy` map language to words that say how a sentence is read for topics; `gates` maps a gate
    to the words that open it, by language; `profile` is the set of topics in use, empty for all.
    """

    topics: tuple[Topic, ...]
    examples: Mapping[str, Sequence[str]]
    courtesy: Mapping[str, Sequence[str]]
    acts: Mapping[str, Act]
    ladder: Ladder
    names: Sequence[InstrumentName]
    scales: Sequence[Degree]
    deeds: Sequence[Deed]
    marker_sources: Mapping[str, Sequence[RuleFile]]
    used: Sequence[RuleFile]
    gates: Mapping[str, Mapping[str, Sequence[str]]]
    profiles: Mapping[str, Profile]
    profile: str = ""
    whole: Rules | None = None
    """The same rules with every topic, where `topics` are those of a profile."""

    @property
    def ladder_name(self) -> str:
        """The name verdicts cite."""
        return self.ladder.name

    @cached_property
    def topic_order(self) -> tuple[str, ...]:
        """Topic ids in the order of reports."""
        return tuple(topic.id for topic in self.topics)

    def topic_label(self, topic: str, language: str) -> str:
        """The topic's name in `language`, else in English, else its id."""
        labels = next((t.labels for t in self.topics if t.id == topic), {})
        return labels.get(language) or labels.get("en") or topic

    @cached_property
    def needs(self) -> Mapping[str, str]:
        """Topic → the gate that must be open for it, of those that have one."""
        return {topic.id: topic.needs for topic in self.topics if topic.needs}

    def worth(self, scale: str, degree: str) -> int | None:
        """What a degree of a scale is worth; None where the rules in use have none of that name."""
        return self._worths.get((scale, degree))

    @cached_property
    def _worths(self) -> Mapping[tuple[str, str], int]:
        return {(d.scale.id, d.id): d.value for d in self.scales if d.value is not None}

    def is_broad(self, topic: str) -> bool:
        """Whether nearly every statement mentions the topic, so that others lead before it."""
        return topic in self._broad

    @cached_property
    def _broad(self) -> frozenset[str]:
        return frozenset([t.id for t in self.topics if t.broad])

    def digests(self) -> tuple[RuleSet, ...]:
        """Every rule file in use, by name, with its digest."""
        cited = {self.ladder.file: self.ladder.source}
        return tuple(
            RuleSet(name=s.name, sha256=s.digest, source=cited.get(s.name, ""))
            for s in sorted(self.used, key=lambda s: s.name)
        )
