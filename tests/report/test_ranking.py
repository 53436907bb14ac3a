"""What comes first: pairs of invented statements whose order a person wrote down before looking.

Each case is a text before, a text after, and words of the sentences that a desk officer would want to
read first, in that order. The brief's points, read from the top, must tell them in this order.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from p5diff.model.alignment import Pair, PairKind
from p5diff.model.comparison import Change
from p5diff.report.brief import Brief, brief
from p5diff.report.rank import NOTHING_NAMED, Consequence, Ranked, gathered, named
from p5diff.workflows.compare import compare_statements
from tests.meaning.texts import statement

CASES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "a reversal before a new commitment": (
        ["A moratorium cannot replace a binding treaty on the tests.", "The hosts thanked the delegations."],
        [
            "A moratorium can replace a binding treaty on the tests.",
            "They will open a data centre for the seismic stations by 2040.",
        ],
        ["replace a binding treaty", "data centre"],
    ),
    "a dropped commitment before a new one": (
        ["They will publish the register of their stocks every year.", "They value the talks in the valley."],
        ["They value the talks in the valley.", "They will train inspectors from all regions at a school."],
        ["publish the register", "train inspectors"],
    ),
    "a weakened commitment before a new call": (
        ["They agreed to adopt a code for the ships in the strait.", "They value the talks in the valley."],
        [
            "They agreed to consider a code for the ships in the strait.",
            "They value the talks in the valley.",
            "They call upon all States to ratify the convention on the seabed.",
        ],
        ["a code for the ships", "ratify the convention"],
    ),
    "a dropped commitment before a weakened one": (
        [
            "They agreed to adopt a code for the ships in the strait.",
            "They will send each other lists of their missile launches.",
        ],
        ["They agreed to consider a code for the ships in the strait."],
        ["lists of their missile launches", "a code for the ships"],
    ),
    "a new commitment before a strengthened one": (
        ["They agreed to consider a code for the ships in the strait."],
        [
            "They agreed to adopt a code for the ships in the strait.",
            "They will send each other lists of their missile launches.",
        ],
        ["lists of their missile launches", "a code for the ships"],
    ),
    "calls before positions": (
        ["They value the talks in the valley.", "They regard the northern accord as a cornerstone of peace."],
        [
            "They value the talks in the valley.",
            "They call upon all States to ratify the convention on the seabed.",
        ],
        ["ratify the convention", "northern accord"],
    ),
    "the members of a list before positions": (
        [
            "The parties to this accord are Chile, Ghana, Kenya, Nepal, Norway and Peru.",
            "They regard the northern accord as a cornerstone of peace.",
        ],
        ["The parties to this accord are Chile, Ghana, Iceland, Kenya, Nepal, Norway, Peru and Samoa."],
        ["The parties to this accord", "northern accord"],
    ),
    "a new commitment before what only tells of the meeting": (
        ["The ministers met in the old harbour of the capital in spring."],
        [
            "The ministers met in the new harbour of the capital in autumn.",
            "They will send each other lists of their missile launches.",
        ],
        ["lists of their missile launches", "harbour"],
    ),
    "items before the words that lead in to them": (
        ["They value the talks in the valley.", "They will:", "They will close the old reactor at the lake."],
        ["They value the talks in the valley."],
        ["close the old reactor", "They will:"],
    ),
    "a promise before a colon of which no item tells": (
        ["They value the talks in the valley."],
        [
            "They will measure the effluents of every reactor by the published tables of the laboratory:",
            "They will close the old reactor at the lake.",
            "They value the talks in the valley.",
        ],
        ["the published tables", "close the old reactor"],
    ),
    "a figure that the other text has not before a promise in so many words": (
        ["They value the talks in the valley."],
        [
            "They commit to work together towards prosperity.",
            "They will lend 50 billion euros to the harbours.",
            "They value the talks in the valley.",
        ],
        ["50 billion", "prosperity"],
    ),
    "of two commitments the one that says more that is new": (
        [
            "They will maintain the small hotline between the capitals at all times.",
            "They will go on training the inspectors at a school near the lake.",
        ],
        [
            "They will maintain the hotline between the capitals at all times.",
            "They will go on training the inspectors, observers and laboratory analysts of every region at a"
            " school near the lake.",
        ],
        ["laboratory analysts", "hotline"],
    ),
    "a pledge in so many words before what they will do": (
        ["They value the talks in the valley."],
        [
            "They value the talks in the valley.",
            "They will open a data centre for the seismic stations.",
            "They commit to close the pits in the northern district.",
        ],
        ["close the pits", "data centre"],
    ),
    "of two new commitments the one with a figure": (
        ["They value the talks in the valley."],
        [
            "They value the talks in the valley.",
            "They will train inspectors from all regions at a school.",
            "They will destroy 40 launchers of the older type in the northern district.",
        ],
        ["40 launchers", "train inspectors"],
    ),
    "a call in other words before an opinion in other words": (
        [
            "They believe that the northern accord remains the cornerstone of peace in the valley.",
            "They call upon all States to ratify the convention on the seabed.",
        ],
        [
            "They believe that the northern accord remains the scaffold of lasting trade in the valley.",
            "They call upon all States to ratify the convention on the coast.",
        ],
        ["ratify the convention", "northern accord"],
    ),
    "an opinion in other words before a new remark": (
        ["They believe that the northern accord remains the cornerstone of peace in the valley."],
        [
            "They believe that the northern accord remains the scaffold of lasting trade in the valley.",
            "A dinner in the old harbour.",
        ],
        ["northern accord", "A dinner"],
    ),
    "of two new opinions the one on a subject of its own": (
        [
            "They believe that peace in the valley rests upon the northern accord.",
            "They believe that the harbour and the river belong together.",
        ],
        [
            "They believe that peace in the valley rests upon the northern accord.",
            "They believe that the harbour and the river belong together.",
            "They believe that peace rests upon the harbour.",
            "They believe that orbital debris threatens navigation satellites.",
        ],
        ["orbital debris", "peace rests upon the harbour"],
    ),
}


def told(found: Brief) -> list[str]:
    """The changes of the points, from the top, as both of their texts; others by number are not told."""
    return [f"{line.before} {line.after}" for point in found.points for line in point.items]


@pytest.mark.parametrize("case", CASES)
def test_the_brief_tells_first_what_a_person_would_read_first(case: str) -> None:
    before, after, wanted = CASES[case]
    found = told(
        brief(compare_statements(statement(*[[s] for s in before]), statement(*[[s] for s in after])))
    )
    places = [next((n for n, text in enumerate(found) if words in text), -1) for words in wanted]
    assert -1 not in places, found
    assert places == sorted(places) and places[0] == 0, found


def test_the_answer_names_how_many_states_joined_and_left() -> None:
    before = statement(["The parties are Chile, Ghana, Kenya, Nepal, Norway and Peru."])
    after = statement(["The parties are Chile, Ghana, Iceland, Kenya, Nepal, Norway and Samoa."])
    answer = brief(compare_statements(before, after)).answer
    assert "names two more States (Iceland and Samoa) and no longer names one (Peru)" in answer


def test_a_sentence_about_two_states_is_no_list_of_parties() -> None:
    before = statement(["They welcome the talks between Ghana and Peru on the river."])
    after = statement(["They welcome the talks between Ghana and Kenya on the river."])
    assert "State" not in brief(compare_statements(before, after)).answer


def test_a_changed_figure_comes_before_other_changes_of_the_same_consequence() -> None:
    before = statement(
        ["They will go on training the inspectors at a school near the lake."],
        ["They will destroy 40 launchers of the older type in the northern district."],
    )
    after = statement(
        ["They will go on training the inspectors, observers and laboratory analysts at a school."],
        ["They will destroy 25 launchers of the older type in the northern district."],
    )
    found = told(brief(compare_statements(before, after)))
    assert "25 launchers" in found[0] and "analysts" in found[1]


@pytest.mark.parametrize(
    "language, options, promise",
    [
        ("en", ["Option 1: Each Party shall publish a register.", "[Each Party shall open its pits.]"],
         "Each Party shall welcome inspectors."),
        ("fr", ["Option 1 : Chaque Partie publiera un registre.", "[Chaque Partie ouvrira ses puits.]"],
         "Chaque Partie accueillera des inspecteurs."),
        ("es", ["Opción 1: Cada Parte publicará un registro.", "[Cada Parte abrirá sus pozos.]"],
         "Cada Parte acogerá a los inspectores."),
        ("ru", ["Вариант 1: Каждая Сторона обязуется публиковать реестр.", "[Каждая Сторона откроет шахты.]"],
         "Каждая Сторона обязуется принимать инспекторов."),
        ("zh", ["备选案文1：各方承诺公布登记册。", "[各方承诺开放矿井。]"], "各方承诺接待视察员。"),
        ("ar", ["الخيار 1: تتعهد الأطراف بنشر سجل.", "[تتعهد الأطراف بفتح المناجم.]"],
         "تتعهد الأطراف باستقبال المفتشين."),
    ],
)  # fmt: skip
def test_an_option_of_a_draft_bound_nobody(language: str, options: list[str], promise: str) -> None:
    before = statement(*[[text] for text in (*options, promise)], language=language)
    found = brief(compare_statements(before, statement(["—"], language=language)))
    counts = {point.consequence: point.count for point in (*found.points, *found.further)}
    assert counts[Consequence.COMMITMENT_DROPPED] == 1, counts
    assert counts[Consequence.DROPPED] == 2, counts


@pytest.mark.parametrize(
    "text, optional",
    [
        ("[They will meet.] [They will not meet.]", True),
        ("[They will [not] meet]", True),
        ("They [will] meet.", False),
        ("[They] will meet [again].", False),
        ("[Rules](https://example.org) will apply.", False),
        ("Options 1 and 2 will be weighed.", False),
        ("[They will meet.", False),
    ],
)
def test_only_what_stands_in_brackets_as_a_whole_is_optional(text: str, optional: bool) -> None:
    changes = compare_statements(statement([text]), statement(["—"]))
    assert named(changes).get(1, NOTHING_NAMED).optional == optional


VIEWS = {
    "en": ["Prices of grain rose in the ports of the western coast.", "We believe that the canal can wait."],
    "fr": [
        "Les prix du grain montent dans les ports de la côte ouest.",
        "Nous estimons que le canal peut attendre.",
    ],
    "es": [
        "Los precios del grano suben en los puertos del oeste.",
        "Consideramos que el canal puede esperar.",
    ],
    "ru": ["Цены на зерно растут в портах западного берега.", "Мы считаем, что канал может подождать."],
    "zh": ["西岸各港口的粮价是今年的高点。", "我们认为运河可以等待。"],
    "ar": ["إن أسعار الحبوب مرتفعة في موانئ الساحل الغربي.", "نعتقد أن القناة يمكن أن تنتظر."],
}


@pytest.mark.parametrize("language", VIEWS)
def test_what_the_authors_hold_comes_before_what_they_tell_of_the_world(language: str) -> None:
    same = {"zh": "—。"}.get(language, "—.")
    changes = compare_statements(
        statement([same], language=language),
        statement([same], *[[s] for s in VIEWS[language]], language=language),
    )
    marks = [{mark.actor for mark in change.marks} for change in changes.changes[1:]]
    assert [("we" in actors) for actors in marks] == [False, True], "or the case says nothing"
    order = [item.after for point in brief(changes).points for item in point.items]
    assert order == VIEWS[language][::-1]


def test_kin_are_told_together_only_where_there_are_more_points_than_room() -> None:
    """Commitments gone and come stay two points, and no change of a point is lost."""
    kinds = [
        Consequence.COMMITMENT_DROPPED,
        Consequence.COMMITMENT_NEW,
        Consequence.CALL_NEW,
        Consequence.POSITION_DROPPED,
        Consequence.POSITION_NEW,
    ]
    ranked: list[Ranked] = [(kind, []) for kind in kinds]
    assert gathered(ranked, 5) == [[one] for one in ranked]
    more: list[Ranked] = [*ranked, (Consequence.DROPPED, []), (Consequence.REWORDED, [])]
    told = [[kind for kind, _ in group] for group in gathered(more, 5)]
    assert told[:2] == [[Consequence.COMMITMENT_DROPPED], [Consequence.COMMITMENT_NEW]]
    assert [Consequence.POSITION_DROPPED, Consequence.POSITION_NEW] in told
    assert [kind for group in told for kind in group] == [kind for kind, _ in more]


@pytest.mark.parametrize(("place", "stands"), [(0, True), (7, True), (8, False), (11, False)])
def test_of_sentences_that_share_as_many_words_the_first_are_looked_at(place: int, stands: bool) -> None:
    """A set of words has another order in every process: what is looked at must not hang on it.

    Each of twelve sentences shares two words with the one that went; in one of them both stand but once."""
    words = [f"word{letter}{letter}" for letter in "abcdefgh"]
    gone = "The " + " ".join([*words, "alpha", "omega"]) + "."
    later = [f"Then {words[n % 8]} and {words[(n + 1) % 8]} here{n}." for n in range(12)]
    later[place] = "Then alpha and omega here."
    earlier = [gone, *(f"Before number{n} stood." for n in range(12))]
    one, two = statement(earlier), statement(later)
    pairs = [Pair(before=(s,), after=(), kind=PairKind.DROPPED) for s in one.sentences()]
    pairs += [Pair(before=(), after=(s,), kind=PairKind.NEW) for s in two.sentences()]
    made = compare_statements(one, two)
    told = named(replace(made, changes=tuple(Change(pair=pair) for pair in pairs)))
    assert told.get(1, NOTHING_NAMED).elsewhere is stands


def test_a_repetition_that_went_is_no_promise_that_was_dropped() -> None:
    """What a text said twice and the other says once is still said; in other words it may be."""
    said = ["They will publish the register of stocks each year.", "They value the talks in the valley."]
    other = "They will send each other lists of their launches."
    twice = [*said, other, said[0].upper()]
    found = brief(compare_statements(statement(twice), statement([*said, other])))
    assert [point.consequence for point in found.points] == [Consequence.DROPPED]
    assert found.points[0].elsewhere == ()
    back = brief(compare_statements(statement([*said, other]), statement(twice)))
    assert [point.consequence for point in back.points] == [Consequence.NEW]
    gone = brief(compare_statements(statement(twice), statement([*said])))
    assert Consequence.COMMITMENT_DROPPED in [point.consequence for point in gone.points]


@pytest.mark.parametrize(
    ("after", "said"),
    [
        # the nouns differ, so that no figure is said to have changed: both are quoted in their places
        ("They decided to raise the toll of the bridge to 4 per cent.", "3% → 4%"),
        ("They decided to raise the toll of the bridge to 4 million euros.", ""),  # another unit
        ("They decided to raise the toll of the bridge to 4 per cent, then to 5 per cent.", ""),  # several
    ],
)
def test_the_one_figure_of_a_changed_promise_is_told(after: str, said: str) -> None:
    before = "They agreed that the present 3 per cent toll of the bridge remains right."
    found = brief(compare_statements(statement([before, "They met."]), statement([after, "They met."])))
    shown = [point.shown for point in found.points]
    assert (said in shown) is bool(said), shown
    assert said or not any("→ 4" in words for words in shown), shown
