"""Items that one side alone joins to a word of both: what came, and what is said in other words."""

from __future__ import annotations

import pytest

from p5diff.workflows.compare import compare_texts


def _scope(before: str, after: str) -> list[tuple[str, str, str]]:
    first, last = "The delegations met by the river.", "They thanked the host."
    found = compare_texts(f"{first}\n\n{before}\n\n{last}", f"{first}\n\n{after}\n\n{last}", language="en")
    return [
        (s.verdict.value, s.before, s.after)
        for change in found.changes
        for s in change.shifts
        if s.aspect == "scope"
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "Keepers must report personal attacks on pilots, insulting remarks and rude gestures.",
            "Keepers must report insulting remarks, rude gestures and personal attacks or threats on pilots.",
            ("widened", "", "threats"),
        ),
        (
            "Reports may be sent by sealed letter to the keepers of the pier.",
            "Each morning, reports may be sent by open or sealed letter to the keepers of the pier.",
            ("widened", "", "open"),
        ),
        # another word came instead
        (
            "Personal attacks against pilots, insulting remarks and rude gestures are forbidden.",
            "Insulting remarks, rude gestures and public threats or attacks against pilots are forbidden.",
            None,
        ),
        # a clause, not an item
        (
            "The rules protect pilots who work at night, coastal fishers and ferries.",
            "The rules protect coastal fishers, ferries and pilots who work at night and have small boats.",
            None,
        ),
    ],
)
def test_what_came_to_a_word_of_both(before: str, after: str, told: tuple[str, str, str] | None) -> None:
    assert _scope(before, after) == ([told] if told else [])
    turned = [("narrowed", told[2], told[1])] if told else []
    assert _scope(after, before) == turned
