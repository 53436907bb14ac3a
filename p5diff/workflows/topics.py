"""Topics as the command line needs them: which there are, and those of one statement."""

from __future__ import annotations

from collections.abc import Mapping

from p5diff.meaning import load_rules, topics
from p5diff.model.comparison import TopicTag
from p5diff.model.statement import Statement


def topic_ids() -> tuple[str, ...]:
    """The ids of all topics, in the order they are shown."""
    return tuple(load_rules().topic_order)


def tagged(statement: Statement) -> tuple[Mapping[str, tuple[TopicTag, ...]], Mapping[str, str]]:
    """Topic tags by sentence id, and English labels by topic id."""
    rules = load_rules()
    tags = topics.tag(statement, rules)
    labels = {tag.topic: rules.topic_label(tag.topic, "en") for found in tags.values() for tag in found}
    return tags, labels
