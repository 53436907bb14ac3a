"""Topics as the command line needs them: which there are, and those of one statement."""

from __future__ import annotations

from collections.abc import Mapping

from p5diff.meaning import topics
from p5diff.model.comparison import TopicTag
from p5diff.model.statement import Statement
from p5diff.workspace import Workspace


def topic_ids(space: Workspace) -> tuple[str, ...]:
    """The ids of all topics, those that the corpus adds included, in the order they are shown."""
    return tuple(space.rules.topic_order)


def tagged(
    statement: Statement, space: Workspace
) -> tuple[Mapping[str, tuple[TopicTag, ...]], Mapping[str, str]]:
    """Topic tags by sentence id, and English labels by topic id, by the rules of the corpus in use."""
    rules = space.rules
    tags = topics.tag(statement, rules)
    labels = {tag.topic: rules.topic_label(tag.topic, "en") for found in tags.values() for tag in found}
    return tags, labels
