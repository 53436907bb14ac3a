"""Load the rules: the project's data files, with what a corpus adds or replaces.

Every file is read and digested; marker files are parsed when their language is first needed.
The files of a corpus, and a ladder named by a path, are checked whole at once; the project's
own files are checked by the tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from p5diff import language as languages
from p5diff.data import FOLDER
from p5diff.errors import P5DiffError, RulesError
from p5diff.language import LANGUAGES, Language
from p5diff.meaning.rules import source as sources
from p5diff.meaning.rules.deedfile import Deed, compile_deeds, read_deeds
from p5diff.meaning.rules.instruments import InstrumentName, compile_names, read_names
from p5diff.meaning.rules.ladder import Act, Ladder, read_acts, read_ladder
from p5diff.meaning.rules.markerfile import check_examples, read_markers
from p5diff.meaning.rules.rules import Rules
from p5diff.meaning.rules.scalefile import Degree, compile_scales, read_scales
from p5diff.meaning.rules.source import Problems, RuleFile
from p5diff.meaning.rules.topicfile import (
    EVERY_TOPIC,
    Profile,
    Topic,
    compile_terms,
    read_gates,
    read_profiles,
    read_topics,
    read_words,
)

DEFAULT_LADDER = "six-steps"
_LADDER_KEYS = frozenset({"name", "title", "source", "verified", "rung", "modality"})
_MARKER_KEYS = frozenset({"language", "lists", "detect", "marker", "replace_markers"})
_TOPIC_KEYS = frozenset(
    {"topic", "examples", "courtesy", "replace_topics", "gates", "profile", "use_profile"}
)
_CONCEPTS = ("climate", "conflicts", "digital", "economy", "general", "health", "nuclear", "rights")
"""The files of `data/concepts`: each holds the concepts of topics of the set of this name."""
NO_TOPICS = "none"
"""The profile without any topic: everything in the order of the documents."""
_NAME_KEYS = frozenset({"entry", "replace_names"})
_SCALE_KEYS = frozenset({"scale"})
_DEED_KEYS = frozenset({"deed"})


@dataclass(slots=True)
class _LoadedRules:
    """What has been read so far."""

    acts: dict[str, Act]
    topics: dict[str, Topic] = field(default_factory=dict)
    examples: dict[str, tuple[str, ...]] = field(default_factory=dict)
    courtesy: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: list[InstrumentName] = field(default_factory=list)
    scales: list[Degree] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    markers: dict[str, list[RuleFile]] = field(default_factory=dict)
    ladder: Ladder | None = None
    gates: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    profile: str = ""
    used: list[RuleFile] = field(default_factory=list)


def ladders() -> tuple[str, ...]:
    """The names of the ladders in the package, the default first.

    >>> ladders()[0]
    'six-steps'
    """
    names = sorted(p.name.split(".")[1] for p in (FOLDER / "commitment").glob("ladder.*.toml"))
    return tuple(sorted(names, key=lambda name: (name != DEFAULT_LADDER, name)))


def load_rules(
    corpus_rules: Path | None = None, ladder: str | Path | None = None, topics: str | None = None
) -> Rules:
    """The rules of the project, with the `*.toml` files of the folder `corpus_rules` on top.

    `ladder` names one of `ladders()` or a file; without it, the ladder of the corpus if it has
    one, else the default. `topics` names a profile of topics, or `none`; without it, the profile
    that the corpus uses, else all topics. Raises `RulesError` naming every mistake with file, line
    and remedy.

    >>> load_rules(ladder="security-council-2009").ladder_name
    'security-council-2009'
    """
    if ladder is None and not (corpus_rules and corpus_rules.is_dir() and any(corpus_rules.glob("*.toml"))):
        rules = _project_rules()
    else:
        rules = _load(corpus_rules, ladder)
    return rules if not (topics or rules.profile) else with_topics(rules, topics or rules.profile)


def with_topics(rules: Rules, profile: str) -> Rules:
    """The same rules with the topics of one profile only. Raises `P5DiffError` where there is none."""
    if profile == NO_TOPICS:
        return replace(rules, topics=(), profile=profile, whole=rules)
    if profile not in rules.profiles:
        raise P5DiffError(
            "topics-unknown",
            f"there is no set of topics {profile!r}",
            cause=f"known are {', '.join((NO_TOPICS, *rules.profiles))}",
            hint="name one of these; `p5diff topics` lists them with their terms",
        )
    wanted = set(rules.profiles[profile].topics)
    parents = {topic.id: topic.parent for topic in rules.topics}
    kept = [t for t in rules.topics if EVERY_TOPIC in wanted or wanted & set(_above(t.id, parents))]
    return replace(rules, topics=tuple(kept), profile=profile, whole=rules)


def _above(topic: str, parents: Mapping[str, str]) -> Iterator[str]:
    """The topic and those it belongs to."""
    seen: set[str] = set()
    while topic and topic not in seen:
        seen.add(topic)
        yield topic
        topic = parents.get(topic, "")


@cache
def _project_rules() -> Rules:
    """The project's own rules, read once a process: its data files do not change under it."""
    return _load(None, None)


def _load(corpus_rules: Path | None, ladder: str | Path | None) -> Rules:
    problems = Problems()
    parts = _own(problems)
    own = sources.of_folder(corpus_rules) if corpus_rules else []
    for source in own:
        _add(parts, source, problems)
    if ladder is not None or parts.ladder is None:
        parts.ladder = _ladder(ladder or DEFAULT_LADDER, parts, problems)
    _check_parents(parts.topics, problems)
    check(parts, own, problems)
    problems.check()
    return Rules(
        topics=tuple(parts.topics.values()),
        examples=parts.examples,
        courtesy=parts.courtesy,
        gates=parts.gates,
        profiles=parts.profiles,
        profile=parts.profile,
        acts=parts.acts,
        ladder=parts.ladder,
        names=parts.names,
        scales=parts.scales,
        deeds=parts.deeds,
        marker_sources=parts.markers,
        used=parts.used,
    )


def _own(problems: Problems) -> _LoadedRules:
    """The project's own files, except the ladder."""
    acts = sources.read(FOLDER / "commitment" / "acts.toml", "acts.toml")
    parts = _LoadedRules(read_acts(acts, sources.parse(acts, problems), problems))
    parts.used.append(acts)
    concepts = [f"concepts/{name}.toml" for name in _CONCEPTS]
    for name in ("topics.toml", *concepts, "instruments.toml", "states.toml"):
        _add(parts, sources.read(FOLDER / name, name), problems)
    for name in ("scales.toml", "deeds.toml"):
        _add(parts, sources.read(FOLDER / "commitment" / name, name), problems)
    for language in LANGUAGES:
        path = FOLDER / "commitment" / f"markers.{language}.toml"
        if path.exists():
            source = sources.read(path, path.name)
            parts.markers[language] = [source]
            parts.used.append(source)
    return parts


def _ladder(ladder: str | Path, parts: _LoadedRules, problems: Problems) -> Ladder:
    name = str(ladder)
    path = Path(ladder)
    if name in ladders():
        path = FOLDER / "commitment" / f"ladder.{name}.toml"
    elif not path.is_file():
        raise RulesError(
            "ladder-unknown",
            f"there is no ladder {name!r}",
            cause=f"the package has {', '.join(ladders())}, and no file has this name",
            hint="name one of these, or a file",
        )
    source = sources.read(path, path.name)
    parts.used.append(source)
    return read_ladder(source, sources.parse(source, problems), parts.acts, problems)


def _add(parts: _LoadedRules, source: RuleFile, problems: Problems) -> None:
    """Take in one file, by what its keys say it is."""
    data = sources.parse(source, problems)
    parts.used.append(source)
    if data.keys() & {"rung"}:
        parts.ladder = read_ladder(source, data, parts.acts, problems)
    elif data.keys() & _MARKER_KEYS:
        parts.markers.setdefault(str(data.get("language", "")), []).append(source)
    elif data.keys() & _TOPIC_KEYS:
        _add_topics(parts, source, data, problems)
    elif data.keys() & _SCALE_KEYS:
        added = read_scales(source, data, problems, tuple(LANGUAGES))
        replaced = {degree.scale.id for degree in added}
        parts.scales = [d for d in parts.scales if d.scale.id not in replaced] + added
    elif data.keys() & _DEED_KEYS:
        parts.deeds.extend(read_deeds(source, data, problems))
    elif data.keys() & _NAME_KEYS:
        parts.names = [] if data.get("replace_names") is True else parts.names
        parts.names.extend(read_names(source, data, problems))
    elif data:
        problems.add(source, 1, "nothing here says what the file is", "see docs/commitments.md for the keys")


def _add_topics(parts: _LoadedRules, source: RuleFile, data: Mapping[str, Any], problems: Problems) -> None:
    if data.get("replace_topics") is True:
        parts.topics.clear()
    parts.examples |= read_words(source, data, "examples", problems)
    parts.courtesy |= read_words(source, data, "courtesy", problems)
    parts.gates |= read_gates(source, data, problems)
    parts.profiles |= read_profiles(source, data, problems)
    parts.profile = str(data.get("use_profile", parts.profile))
    replaced = {
        t.get("id") for t in data.get("topic", []) if isinstance(t, dict) and t.get("replace") is True
    }
    for topic in read_topics(source, data, problems, known=parts.topics):
        old = parts.topics.get(topic.id)
        parts.topics[topic.id] = topic if old is None or topic.id in replaced else _merge(old, topic)


def _merge(old: Topic, new: Topic) -> Topic:
    """A topic known already gains the new words."""
    languages = dict.fromkeys([*old.words, *new.words])
    return Topic(
        id=old.id,
        parent=new.parent or old.parent,
        labels={**old.labels, **new.labels},
        words={k: (*old.words.get(k, ()), *new.words.get(k, ())) for k in languages},
        concepts=(*old.concepts, *new.concepts),
        symbols=(*old.symbols, *new.symbols),
        actions=(*old.actions, *new.actions),
        source=new.source,
        broad=new.broad or old.broad,
        needs=new.needs or old.needs,
    )


def _check_parents(topics: Mapping[str, Topic], problems: Problems) -> None:
    for topic in topics.values():
        if topic.parent and topic.parent not in topics:
            line = topic.source.line(f'"{topic.id}"', "parent")
            problems.add(
                topic.source, line, f"topic {topic.id!r}: unknown parent {topic.parent!r}", "use a topic id"
            )


def check(parts: _LoadedRules, files: Sequence[RuleFile], problems: Problems) -> None:
    """Compile every pattern of these files in every language, and run their examples."""
    topics = tuple(
        t
        for t in parts.topics.values()
        if any(w.source in files for ws in t.words.values() for w in ws)
        or any(source in files for _, source in t.concepts)
    )
    names = [n for n in parts.names if n.source in files]
    deeds = [d for d in parts.deeds if d.source in files]
    degrees = [d for d in parts.scales if d.scale.source in files]
    for language in LANGUAGES.values():
        compile_terms(topics, language, problems)
        compile_names(names, language, problems)
        compile_scales(degrees, language, problems)
        compile_deeds(deeds, language, problems)
    for code, read in parts.markers.items():
        if any(source in files for source in read):
            check_markers(read, parts.acts, languages.get(code), problems)


def check_markers(
    files: Sequence[RuleFile], acts: Mapping[str, Act], language: Language, problems: Problems
) -> None:
    """Read the marker files of one language whole; note every mistake and unmatched example."""
    read = [(source, sources.parse(source, problems)) for source in files]
    check_examples(read_markers(read, acts, language, problems), problems)
