from __future__ import annotations

import pytest

from p5diff.meaning import classify, load_rules
from p5diff.model.alignment import PairKind
from p5diff.model.statement import Edition, Role
from tests.meaning.texts import aligned, statement

RULES = load_rules()
GLOSSARY = "They agreed on a glossary."
ZONE = "They spoke of a zone in the Middle East."
VAGUE = "It went on for long."


def kinds(before: object, after: object) -> list[PairKind]:
    changes = classify(aligned(before, after), before, after, RULES)  # type: ignore[arg-type]
    return [change.pair.kind for change in changes]


@pytest.mark.parametrize(
    ("not_covered", "extra", "kind"),
    [
        ((), ZONE, PairKind.NEW),
        (("middle-east",), ZONE, PairKind.UNCOVERED),
        (("ctbt",), ZONE, PairKind.NEW),
        (("*",), ZONE, PairKind.UNCOVERED),
        (("*",), "The glossary grew.", PairKind.UNCOVERED),
        (("*",), VAGUE, PairKind.UNCOVERED),
        (("middle-east",), VAGUE, PairKind.NEW),
    ],
)
def test_what_a_partial_text_is_silent_on_is_not_new(
    not_covered: tuple[str, ...], extra: str, kind: PairKind
) -> None:
    before = statement([GLOSSARY], not_covered=not_covered)
    after = statement([GLOSSARY], [extra])
    assert kinds(before, after)[1] is kind


def test_swapping_the_sides_swaps_new_and_dropped_and_keeps_uncovered() -> None:
    """Law 3, for coverage."""
    partial = statement([GLOSSARY], not_covered=("middle-east",))
    full = statement([GLOSSARY], [ZONE], ["The climate was fine."])
    assert kinds(partial, full)[1:] == [PairKind.UNCOVERED, PairKind.NEW]
    assert kinds(full, partial)[1:] == [PairKind.UNCOVERED, PairKind.DROPPED]


def test_the_leading_topic_decides_where_there_are_several() -> None:
    before = statement([GLOSSARY], not_covered=("middle-east",))
    text = "They reviewed the glossary and its nuclear terms, including for the Middle East."
    assert kinds(before, statement([GLOSSARY], [text]))[1] is PairKind.NEW


def test_formal_parts_missing_from_a_digest_say_nothing() -> None:
    digest = statement([GLOSSARY], edition=Edition.DIGEST)
    titled = statement([GLOSSARY], ["A title"], roles={1: Role.TITLE})
    assert kinds(digest, titled)[1] is PairKind.UNCOVERED
    assert kinds(statement([GLOSSARY]), titled)[1] is PairKind.NEW


def test_a_text_in_parts_recasts_nothing() -> None:
    """What the text has instead may stand beside what it leaves out."""
    recast = "We will publish yearly figures on dredging in every harbour of the coast."
    other = "Harbour masters of the coast thank the host for songs, bread, lamps, boats and a warm evening."
    whole = statement([GLOSSARY], [recast])
    parts = statement([GLOSSARY], [other], not_covered=("*",))
    assert kinds(whole, statement([GLOSSARY], [other]))[1:] == [PairKind.RECAST]
    assert kinds(whole, parts)[1:] == [PairKind.UNCOVERED, PairKind.NEW]
    assert kinds(parts, whole)[1:] == [PairKind.DROPPED, PairKind.UNCOVERED]
