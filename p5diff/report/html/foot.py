"""The evidence at the foot of the page, and the same for machines (JSON-LD, schema.org)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from p5diff.model.comparison import Comparison
from p5diff.model.statement import Metadata
from p5diff.report.phrasebook import PageWords
from p5diff.report.phrases import EDITION_WORDS
from p5diff.text.visible import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class FootEvidence:
    """Facts on both texts in rows (name, before, after), then what made the comparison."""

    texts: tuple[tuple[str, str, str], ...]
    made_by: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str, str], ...]
    settings: tuple[tuple[str, str], ...]
    json_ld: str


def evidence(comparison: Comparison, say: PageWords) -> FootEvidence:
    """What a reader needs to check the report, or to make it again."""
    before, after = (facts(m) for m in (comparison.before, comparison.after))
    provenance = comparison.provenance
    made_by = (("p5diff", provenance.version), (say("Ladder"), provenance.ladder))
    return FootEvidence(
        texts=tuple(
            (say(name), _worded(name, before[name], say), _worded(name, after[name], say))
            for name in before
            if before[name] or after[name]
        ),
        made_by=tuple((name, value) for name, value in made_by if value),
        rules=tuple((rule.name, rule.sha256, say.note(rule.source)) for rule in provenance.rules),
        settings=tuple((name, _value(value)) for name, value in provenance.settings),
        json_ld=json_ld(comparison, say.language),
    )


OURS = ("Edition", "Coverage")
"""Facts that p5diff words; the others are the source's."""


def _worded(name: str, value: str, say: PageWords) -> str:
    return say(value) if name in OURS and value else value


def _value(value: float | int | str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def facts(meta: Metadata) -> dict[str, str]:
    """What is known of a text, name → value, empty where nothing is."""
    return {
        "Title": meta.title(),
        "Reference": meta.ref,
        "Statement": meta.id,
        "Language": meta.language,
        "Edition": EDITION_WORDS[meta.edition],
        "Coverage": meta.coverage.value,
        "Silent on": ", ".join(meta.not_covered),
        "Place": meta.place,
        "Dates": ", ".join(meta.dates),
        "Adopted": meta.adopted,
        "Symbols": ", ".join(meta.symbols),
        "Parties": ", ".join(meta.parties),
        "Corpus": meta.corpus,
        "Corpus revision": meta.revision,
        "Source file": meta.source.path,
        "Source address": meta.source.url,
        "Source SHA-256": meta.source.sha256,
        "Read as": meta.source.importer,
        "Note": " ".join(part for part in (meta.note, meta.source.note) if part),
    }


def json_ld(comparison: Comparison, words: str = "en") -> str:
    """A `Report` based on two `DigitalDocument`s, safe inside a script element."""
    data = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": f"Comparison of {comparison.before.id} and {comparison.after.id}",
        "inLanguage": words,
        "isBasedOn": [_document(comparison.before), _document(comparison.after)],
        "creator": {
            "@type": "SoftwareApplication",
            "name": "p5diff",
            "softwareVersion": comparison.provenance.version,
        },
    }
    return script_safe(json.dumps(_visible(data), ensure_ascii=False, separators=(",", ":")))


def script_safe(text: str) -> str:
    """JSON that no HTML parser can mistake for markup: the same value, five characters escaped."""
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _visible(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _visible(item) for key, item in value.items() if item}
    if isinstance(value, list):
        return [_visible(item) for item in value]
    return visible(value) if isinstance(value, str) else value


def _document(meta: Metadata) -> dict[str, Any]:
    source = meta.source
    return {
        "@type": "DigitalDocument",
        "name": meta.title(),
        "identifier": [meta.ref, *meta.symbols],
        "inLanguage": meta.language,
        "dateCreated": meta.adopted,
        "creativeWorkStatus": EDITION_WORDS[meta.edition],
        "url": source.url if source.url.startswith(("https://", "http://")) else "",
        "sha256": source.sha256,
        "version": meta.revision,
        "author": [{"@type": "Organization", "name": party} for party in meta.parties],
    }
