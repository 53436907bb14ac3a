"""Faults planted into one side of two language versions are told of, and nothing else is."""

from __future__ import annotations

import pytest

from benchmarks.planted import faults, measure, own
from p5diff import language as languages
from p5diff.meaning.versions import denial


@pytest.mark.parametrize(
    ("one", "two"), [("en", "ar"), ("zh", "fr"), ("ru", "es"), ("es", "en"), ("fr", "ru")]
)
def test_planted_faults_are_found_and_the_untouched_text_gives_nothing(one: str, two: str) -> None:
    texts = own()
    counts, clean = measure(texts[one], texts[two], (one, two), "tests", 2)
    assert clean == []
    assert {"number", "missing", "instrument", "negation", "weaker"} <= set(counts)
    planted, found, false = (
        sum(getattr(c, f) for c in counts.values()) for f in ("planted", "found", "false")
    )
    assert planted >= 10 and found >= 0.8 * planted and false <= 1


def test_a_fault_changes_the_text_it_names() -> None:
    import random

    for code, places in own().items():
        made = list(faults(places, code, random.Random(1), [[p.text] for p in places]))
        assert {f.kind for f in made} >= {"number", "date", "missing", "instrument", "negation", "weaker"}
        assert all(f.text != places[f.at].text for f in made)


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "They shall not only report but also never resume.", ["never"]),
        ("en", "It ends no later than May.", []),
        ("en", "Without delay, regardless of cost, they meet.", []),
        ("fr", "Ils n'ont que deux sites.", []),
        ("fr", "Ils ne signeront pas l'accord que vous savez.", ["ne"]),
        ("es", "No obstante, nunca firmaron.", ["nunca"]),
        ("ru", "Где бы он ни находился, он не подпишет.", ["не"]),
        ("ru", "Не позднее мая.", []),
        ("zh", "不断加强不可剥夺的权利，不迟于五月。", []),
        ("zh", "他们不得使用，也不会转让。", ["不得", "不会"]),
        ("ar", "ولا سيما أنهم لن يوقعوا.", ["لن"]),
        ("ar", "لمّا كان ذلك.", []),
    ],
)
def test_words_that_deny(code: str, text: str, words: list[str]) -> None:
    found = denial.denied(text, [], languages.get(code))
    assert [text[start:end] for start, end in found] == words


@pytest.mark.parametrize(
    ("code", "text", "beside", "affirms"),
    [
        ("es", "Instaron a firmar sin demora.", 1, True),
        ("es", "Instaron a firmar sin demora.", 0, False),
        ("fr", "Ce droit est inaliénable.", 0, False),
        ("en", "They refused to sign.", 0, False),
        ("zh", "他们签署。", 0, True),
        ("und", "Vok.", 0, False),
    ],
)
def test_a_side_affirms_only_where_nothing_could_deny(
    code: str, text: str, beside: int, affirms: bool
) -> None:
    assert denial.affirms(text, [], languages.get(code), beside) is affirms


def test_a_name_denies_nothing() -> None:
    text = "The Non-Nuclear Treaty not in force."
    start = text.index("not")
    assert denial.denied(text, [(start, start + 3)], languages.get("en")) == []


def test_acts_are_held_against_each_other_only_by_words_both_languages_know() -> None:
    from p5diff.workflows.concord import concord_statements
    from tests.concord.test_tricky import statement

    def kinds(english: str, spanish: str) -> list[str]:
        made = concord_statements(statement(english + "\n", "en"), statement(spanish + "\n", "es"))
        return [d.kind.value for d in made.discrepancies]

    assert kinds("They urged Chile to sign.", "Tomaron nota de que Chile firmará.") == ["strength"]
    assert kinds("They urged Chile to sign.", "Exhortaron a Chile a firmar.") == []
    assert kinds("Records shall be kept in Chile.", "Los registros están en Chile.") == []
