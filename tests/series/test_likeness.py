"""How alike two wordings are: their terms, what each weighs, and what was exchanged."""

from __future__ import annotations

import pytest

from p5diff import language as languages
from p5diff.align.words.changes import diff_words
from p5diff.threads.core import shares_core, without_lists
from p5diff.threads.likeness import Weights, terms_of
from p5diff.threads.matter import Heard, another_matter, shared_beginning


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("They inspect, inspected and re-inspect ports.", {"they", "inspec", "and", "re-ins", "ports"}),
        ("See https://ports.example/a and www.lamps.example.", {"see", "and"}),
        ("点亮灯火", {"点亮", "亮灯", "灯火"}),
        ("灯", set()),
        ("灯 2031 年", {"2031"}),
        ("...", set()),
    ],
)
def test_the_terms_of_a_wording(text: str, terms: set[str]) -> None:
    assert terms_of(text) == terms


def learned() -> Weights:
    weights = Weights()
    weights.learn(["They light lamps.", "They count sails.", "They fund schools in 2031.", "They mend nets."])
    return weights


def test_a_whole_text_weighs_what_its_terms_weigh_after_each_text_that_is_learned() -> None:
    weights, text = learned(), "They light lamps in 2031."
    first = weights.whole(text)
    assert first == weights.whole(text) == weights.sum(terms_of(text))
    weights.learn(["Lamps are lit."])
    assert weights.whole(text) == weights.sum(terms_of(text)) != first


def test_what_fewer_wordings_hold_weighs_more_and_a_number_half() -> None:
    weights = learned()
    assert weights.of("they") < weights.of("lamps") < weights.of("unseen")
    assert weights.of("2031") == pytest.approx(weights.of("lamps") / 2)
    assert weights.of("they") == pytest.approx(0.2053605)  # log(5 / 4.5) + 0.1
    before = weights.of("lamps")
    weights.learn(["Lamps are lit."])
    assert weights.of("lamps") < before


def test_likeness_is_twice_the_common_weight_over_both() -> None:
    weights = learned()
    assert weights.likeness("They light lamps.", "Lamps they light!") == 1
    assert weights.likeness("They light lamps.", "Nets.") == 0
    assert weights.likeness("", "") == 1 and weights.likeness("", "!") == 0
    one, other = "They light lamps.", "They light nets."
    shared, apart = weights.sum(["they", "light"]), weights.of("lamps")
    assert weights.likeness(one, other) == pytest.approx(2 * shared / (2 * shared + 2 * apart))
    assert weights.likeness(one, other) == weights.likeness(other, one)
    assert weights.likeness(one, other, apart=frozenset({"they", "light"})) == 0
    assert weights.likeness(one, other, apart=frozenset({"lamps", "nets"})) == 1


def test_what_only_says_more_exchanges_nothing() -> None:
    weights = learned()
    assert weights.exchanged("They light lamps.", "They light lamps at dusk.") == 0
    assert weights.exchanged("They light lamps.", "They count sails.") > 1
    once = weights.exchanged("They light lamps.", "They light nets.")
    assert once == pytest.approx(weights.of("nets") / weights.sum(["they", "light"]))
    assert weights.exchanged("Lamps.", "Nets.") == 1 and weights.exchanged("Lamps.", "Lamps!") == 0


def test_how_much_of_one_stands_in_the_other() -> None:
    weights = learned()
    assert weights.held_in("light lamps", "They light lamps at dusk.") == 1
    assert weights.held_in("light nets", "They light lamps.") == pytest.approx(
        weights.of("light") / weights.sum(["light", "nets"])
    )
    assert weights.held_in("!", "Lamps!") == 1 and weights.held_in("!", "Lamps") == 0
    assert weights.held(frozenset(), "anything") == 1


def test_a_core_is_shared_where_each_holds_something_of_the_other() -> None:
    one, other = frozenset({"light", "lamps"}), frozenset({"mend", "nets"})
    assert not shares_core(one, other, "They light lamps.", "They mend nets.")
    assert not shares_core(one, other, "They light lamps.", "They mend nets and lamps.")
    assert shares_core(one, other, "They light lamps and nets.", "They mend nets and lamps.")


@pytest.mark.parametrize(
    ("count", "kept"), [(5, "all"), (6, "They thank the wardens of the northern piers"), (7, "They thank")]
)
def test_a_long_list_of_names_is_left_out(count: int, kept: str) -> None:
    """From six items on, of five words at most."""
    opening = "They thank the wardens of the northern piers"
    text = f"{opening}, {', '.join('ABCDEFG'[:count])}"
    assert without_lists(text).strip() == (text if kept == "all" else opening)
    longer = text.replace("A,", "the old port of Alpha by the sea,")
    assert without_lists(longer) == longer or count == 7


def edits(before: str, after: str):  # type: ignore[no-untyped-def]
    return diff_words(before, after, language=languages.get("en"))


MATTERS = [
    ("They will fund talks on cables.", "They will fund talks on satellites.", True),
    ("They will fund talks on cables this year.", "They will fund talks on cables next year.", False),
    ("They will fund talks on cables.", "They will fund talks on cables with the regions.", False),
    ("They will fund early talks on cables.", "They will fund prompt talks on cables.", False),
    ("They will fund talks on cables in May.", "They will fund talks on satellites in May.", True),
    ("They will fund talks on cables by 2031.", "They will fund talks on cables by 2032.", False),
    ("They will fund talks, cables apart.", "They will fund talks, satellites apart.", False),
]


@pytest.mark.parametrize(("before", "after", "another"), MATTERS)
def test_another_thing_in_the_place_of_one(before: str, after: str, another: bool) -> None:
    en = languages.get("en")
    assert another_matter(edits(before, after), en) is another
    assert another_matter(edits(after, before), en) is another
    if another:  # where what came in opens what shows the act, the act changed
        assert not another_matter(edits(before, after), en, act=frozenset({"satellites"}))
        assert shared_beginning(edits(before, after), en) == ""


def test_two_things_that_one_text_names_side_by_side_are_two() -> None:
    en = languages.get("en")
    found = edits("They will train port inspectors.", "They will train mine inspectors.")
    heard = Heard()
    assert not another_matter(found, en, heard=heard)
    heard.learn(["They will meet port inspectors."])
    heard.learn(["They will meet mine inspectors."])
    assert not another_matter(found, en, heard=heard)  # in two texts: perhaps one thing renamed
    heard.learn(["They will meet port inspectors and mine inspectors."])
    assert another_matter(found, en, heard=heard)


def test_sentences_that_begin_alike_in_one_text_are_told_by_what_follows() -> None:
    heard = Heard()
    heard.learn(["They note the results with the trains.", "They note the results with the lamps."])
    assert heard.opens_several(("they", "note", "the", "results", "with", "the"))
    assert not heard.opens_several(("they", "note", "the", "results", "with", "the", "trains"))
    assert not heard.opens_several(("results", "with", "the"))  # no sentence begins there
