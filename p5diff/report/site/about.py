"""The page that tells where everything comes from: texts, editions, evidence, data to take away."""

from __future__ import annotations

from dataclasses import dataclass

from p5diff.report.html.foot import OURS, facts
from p5diff.report.phrasebook import PageWords
from p5diff.report.series.facts import cautions
from p5diff.report.site.made import Made


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """All of the page."""

    cautions: tuple[str, ...]
    texts: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    """Name, safe address of the source (or empty), facts."""
    made_by: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str, str], ...]


def about(made: Made, say: PageWords) -> About:
    """Every text with its evidence, then what made the site."""
    provenance = made.comparisons[0].provenance
    return About(
        cautions=cautions(made.series, say),
        texts=tuple(
            (
                meta.id,
                meta.source.url if meta.source.url.startswith(("https://", "http://")) else "",
                tuple(
                    (say(name), say(value) if name in OURS else value)
                    for name, value in facts(meta).items()
                    if value
                ),
            )
            for meta in made.series.texts
        ),
        made_by=(("p5diff", made.version), (say("Ladder"), made.series.ladder)),
        rules=tuple((rule.name, rule.sha256, say.note(rule.source)) for rule in provenance.rules),
    )
