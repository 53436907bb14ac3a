from __future__ import annotations

import pytest

from p5diff.corpus.choice import best_first, choose_pair, difference
from p5diff.corpus.entry import TextEntry
from p5diff.model.statement import Coverage, Edition, Metadata


def _texts(*names: str) -> list[TextEntry]:
    """`zh.official`, `en.digest*` (partial) …"""
    result = []
    for name in names:
        language, edition = name.rstrip("*").split(".")
        coverage = Coverage.PARTIAL if name.endswith("*") else Coverage.FULL
        result.append(TextEntry(id="a", language=language, edition=Edition(edition), coverage=coverage))
    return result


@pytest.mark.parametrize(
    ("before", "after", "chosen", "slug"),
    [
        # The same language, then the same edition, before anything better on one side.
        (["en.digest*"], ["zh.official", "en.translation", "en.digest"], "en.digest en.digest",
         "not-official"),
        (["zh.official", "en.digest"], ["zh.official", "en.digest"], "zh.official zh.official", None),
        (["en.translation", "en.digest"], ["en.digest", "en.translation"], "en.translation en.translation",
         "not-official"),
        # The same language, no common edition: the best of each side, with a warning.
        (["en.official"], ["zh.official", "en.translation", "en.digest"], "en.official en.translation",
         "different-editions"),
        # No common language: the best of each side, with a warning.
        (["fr.digest", "fr.official"], ["zh.translation", "ru.digest"], "fr.official zh.translation",
         "different-languages"),
        # Several common languages: the one in which both have the better edition.
        (["en.digest", "zh.official"], ["zh.official", "en.digest"], "zh.official zh.official", None),
        (["fr.translation", "en.official"], ["fr.official", "en.official"], "en.official en.official", None),
    ],
)  # fmt: skip
def test_the_fairest_pair(before: list[str], after: list[str], chosen: str, slug: str | None) -> None:
    one, two, note = choose_pair(_texts(*before), _texts(*after))
    assert f"{one.language}.{one.edition.value} {two.language}.{two.edition.value}" == chosen
    assert (note.slug if note else None) == slug


def test_best_first_prefers_full_to_partial() -> None:
    names = [
        (t.edition.value, t.coverage.value)
        for t in best_first(_texts("en.digest", "zh.official*", "fr.official"))
    ]
    assert names == [("official", "full"), ("official", "partial"), ("digest", "full")]


def test_a_plain_file_beside_an_official_text_needs_no_warning() -> None:
    official = Metadata(ref="a", id="a", language="en", edition=Edition.OFFICIAL)
    unstated = Metadata(ref="b", id="b", language="en")
    digest = Metadata(ref="c", id="c", language="en", edition=Edition.DIGEST)
    assert difference(official, unstated) is None
    assert difference(unstated, unstated) is None
    note = difference(unstated, digest)
    assert note is not None and note.slug == "different-editions"
