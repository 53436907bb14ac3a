"""Topics as the command line needs them: which there are, and those of one statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from p5diff.errors import P5DiffError
from p5diff.language import LANGUAGES
from p5diff.meaning import topics
from p5diff.meaning.rules.topicfile import Strength, Topic
from p5diff.model.comparison import TopicTag
from p5diff.model.statement import Statement
from p5diff.workspace import Workspace


def topic_ids(space: Workspace) -> tuple[str, ...]:
    """The ids of all topics, those that the corpus adds included, in the order they are shown."""
    return tuple(space.rules.topic_order)


def listed(space: Workspace, language: str) -> dict[str, Any]:
    """The sets of topics, and the topics of the set in use with their terms in one language, as plain
    data. Raises `P5DiffError` for a language that p5diff does not know."""
    if language not in LANGUAGES:
        raise P5DiffError(
            "unknown-language",
            f"--language does not know {language!r}",
            cause="topics have terms in the languages of the United Nations",
            hint=f"use: {', '.join(LANGUAGES)}",
        )
    rules = space.rules
    return {
        "profiles": [
            {"id": p.id, "label": p.label, "topics": list(p.topics)} for p in rules.profiles.values()
        ],
        "topics": [
            {
                "id": topic.id,
                "label": rules.topic_label(topic.id, language),
                "parent": topic.parent,
                "needs": topic.needs,
                **_words(topic, language),
            }
            for topic in rules.topics
        ],
    }


def _words(topic: Topic, language: str) -> dict[str, list[str]]:
    """The terms of a topic as written, by how much they say."""
    found: dict[str, list[str]] = {strength.value: [] for strength in Strength}
    for term in topic.terms(language):
        found[term.strength.value].append(term.written)
    return found


def tagged(
    statement: Statement, space: Workspace
) -> tuple[Mapping[str, tuple[TopicTag, ...]], Mapping[str, str]]:
    """Topic tags by sentence id, and English labels by topic id, by the rules of the corpus in use."""
    rules = space.rules
    tags = topics.tag(statement, rules)
    labels = {tag.topic: rules.topic_label(tag.topic, "en") for found in tags.values() for tag in found}
    return tags, labels
