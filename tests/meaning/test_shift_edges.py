"""Where the rules of the verdicts end: the last pair that is told of beside the first that is not."""

from __future__ import annotations

import pytest

from p5diff.meaning import classify, load_rules
from p5diff.meaning.shifts import deadlines, rungs, verdict
from p5diff.meaning.shifts import shifts as shifts_of
from p5diff.meaning.shifts.both import BothSides
from p5diff.model.alignment import Pair, PairKind, Span
from tests.meaning.texts import aligned, one, said, said_from_behind, statement

RULES = load_rules()


def told(before: str, after: str, language: str = "en") -> list[str]:
    """All that is said of a pair; the other way round the same must be said from behind, but that nothing is
    undone that was carried out."""
    ours, theirs = one(before, language), one(after, language)
    found = said(classify(aligned(ours, theirs), ours, theirs, RULES)[0].shifts)
    back = said_from_behind(classify(aligned(theirs, ours), theirs, ours, RULES)[0].shifts)
    assert sorted(back) == sorted(line for line in found if "carried out" not in line)
    return found


def both(before: list[str], after: list[str]) -> BothSides:
    ours, theirs = statement(before), statement(after)
    pair = Pair(before=tuple(ours.sentences()), after=tuple(theirs.sentences()), kind=PairKind.REWORDED)
    return BothSides(pair, ours.meta, theirs.meta, RULES)


# ------------------------------------------------------------ a deed that came

DEEDS = [
    ("and will give more help", "will give more help"),
    ("and should give more help", "should give more help"),
    # Three words may stand between what joins and its verb; four may not.
    ("and we all also shall give help", "we all also shall give help"),
    ("and we also all now shall give help", None),
    # A verb without an object is no whole deed; leave to do something binds to none.
    ("and will help", None),
    ("and may give more help", None),
    # Of five words one may have been there before; of four none.
    ("and will give prices more help to ports", None),
    ("and will give prices more help to new ports", "will give prices more help to new ports"),
    # Nobody who is known does it.
    (", and oil tankers will carry help", None),
    ("; we will give more help", "we will give more help"),
    (". We will give more help", "We will give more help"),
]


@pytest.mark.parametrize(("came", "words"), DEEDS)
def test_a_whole_deed_that_came_to_a_sentence(came: str, words: str | None) -> None:
    space = "" if came[0] in ",;." else " "
    found = told("We will watch prices closely.", f"We will watch prices closely{space}{came}.")
    assert found == ([f"scope widened:  → {words}"] if words else [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # The rest is no more the same, or is too little to have stayed.
        ("We will watch prices closely.", "We will watch goods loosely and will give more help."),
        ("We will watch.", "We will watch and will give more help."),
        # The other side has a deed of its own instead.
        (
            "We will watch prices closely and shall mend old roads.",
            "We will watch prices closely and will give more help.",
        ),
        # What comes first only tells when.
        (
            "We will watch prices closely.",
            "Once they have signed, we will watch prices closely and will give more help.",
        ),
    ],
)
def test_no_deed_came_to_a_sentence_that_did_not_stay(before: str, after: str) -> None:
    assert told(before, after) == []


@pytest.mark.parametrize(
    ("language", "before", "after", "found"),
    [
        (
            "zh",
            "我们将密切关注价格。",
            "我们将密切关注价格，并将提供更多援助。",
            ["scope widened:  → 将提供更多援助"],
        ),
        ("zh", "我们将密切关注价格。", "我们将密切关注价格，并将援助。", []),
        (
            "ar",
            "سنراقب الأسعار عن كثب.",
            "سنراقب الأسعار عن كثب وسنقدم مساعدة إضافية.",
            ["scope widened:  → وسنقدم مساعدة إضافية"],
        ),
    ],
)
def test_a_deed_that_came_without_spaces_or_with_and_written_on(
    language: str, before: str, after: str, found: list[str]
) -> None:
    assert told(before, after, language) == found


# ------------------------------------------------------------ items

ITEMS = [
    ("We will help farmers and foresters.", "We will help farmers, fishers and foresters.", "fishers"),
    ("States and ports shall act.", "States, ports and mills shall act.", "mills"),
    ("Coastal States shall act.", "Coastal States and others shall act.", "others"),
    ("We will plant oaks and pines.", "We will plant oaks and elms and pines.", "elms"),
    ("They mended roads in Ghent.", "They mended roads and bridges in Ghent.", "bridges"),
    ("We help farmers and old foresters.", "We help farmers, fishers and old foresters.", "fishers"),
    # Adjectives before one noun and verbs before one object are no items.
    ("We will open secure and free networks.", "We will open secure, open and free networks.", None),
    ("We will plant and prune trees.", "We will plant, water and prune trees.", None),
    # Words of extent and of what fits say more of one thing, and so does what something is judged to be.
    ("We will help each farmer.", "We will help each and every farmer.", None),
    ("We take necessary measures.", "We take necessary and appropriate measures.", None),
    ("They take measures judged necessary.", "They take measures judged necessary and fitting.", None),
]


@pytest.mark.parametrize(("before", "after", "words"), ITEMS)
def test_what_is_an_item_and_what_only_stands_beside_a_conjunction(
    before: str, after: str, words: str | None
) -> None:
    assert told(before, after) == ([f"scope widened:  → {words}"] if words else [])


def test_one_chinese_character_is_half_of_a_word_and_no_item() -> None:
    before = "我们将保护法律和森林。"
    assert told(before, "我们将保护法律、河流和森林。", "zh") == ["scope widened:  → 河流"]
    assert told(before, "我们将保护法律、水和森林。", "zh") == []


def test_and_that_became_or_is_quoted_with_the_word_it_is_written_onto() -> None:
    found = told("يلتزم الأطراف بالسلام والأمن.", "يلتزم الأطراف بالسلام أو الأمن.", "ar")
    assert found == ["scope narrowed: والأمن → أو الأمن"]


@pytest.mark.parametrize(
    ("before", "after", "narrowed"),
    [
        ("We will cut trade and transit.", "We will cut trade or transit.", True),
        ("Threats and insults must end.", "Threats or insults must end.", True),
        ("No threats and insults.", "No threats or insults.", True),
        ("Threats and insults.", "Threats or insults.", False),
        (
            "We will cut, for example, trade and transit.",
            "We will cut, for example, trade or transit.",
            False,
        ),
    ],
)
def test_and_or_or_is_told_only_where_something_is_laid_down(before: str, after: str, narrowed: bool) -> None:
    assert told(before, after) == (["scope narrowed: and → or"] if narrowed else [])


# ------------------------------------------------------------ carried out

DONE = [
    ("We will restore the harbour.", "We restored the harbour.", "We will restore → We restored"),
    ("We will ratify the treaty.", "We have ratified the treaty.", "will ratify → have ratified"),
    (
        "The treaty will be ratified.",
        "The treaty has been ratified.",
        "will be ratified → has been ratified",
    ),
    # The object may stand before the verb on one side alone.
    ("We will ratify the treaty.", "The treaty has been ratified.", "will ratify → has been ratified"),
    ("We will ratify the treaty.", "We have ratified the charter.", None),
    # Not done yet, undertaken still, or told of already.
    ("We will ratify the treaty.", "Once we have ratified the treaty, we sail.", None),
    ("We will restore the harbour.", "Once we restored the harbour, boats sail.", None),
    ("We will restore the harbour.", "We restored the harbour and will restore the mill.", None),
    ("We opened the gate and will restore the harbour.", "We restored the harbour.", None),
    ("We have ratified the charter and will ratify the treaty.", "We have ratified the treaty.", None),
]


@pytest.mark.parametrize(("before", "after", "words"), DONE)
def test_what_was_undertaken_and_is_told_of_as_done(before: str, after: str, words: str | None) -> None:
    assert told(before, after) == ([f"strength carried out: {words}"] if words else [])


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("We will restore the harbour.", "We did not restore the harbour.", " → did not"),
        ("We will not restore the harbour.", "We restored the harbour.", "not → "),
    ],
)
def test_what_one_side_denies_is_not_carried_out(before: str, after: str, words: str) -> None:
    assert told(before, after) == [f"negation flipped: {words}"]


# ------------------------------------------------------------ strength


@pytest.mark.parametrize(
    ("language", "before", "after", "found"),
    [
        # A "not" beside its verb, one word between them at most, is told as a flip alone.
        (
            "en",
            "Ports should also not publish lists.",
            "Ports will publish lists.",
            "negation flipped: not → ",
        ),
        (
            "en",
            "Ports should now also not publish lists.",
            "Ports will publish lists.",
            "strength stronger: should → will",
        ),
        (
            "es",
            "Los puertos no deben publicar listas.",
            "Los puertos pueden publicar listas.",
            "negation flipped: no → ",
        ),
        # A verb of another degree tells more than the adverb that went with it.
        (
            "en",
            "We strongly encourage ports to act.",
            "We urge ports to act.",
            "strength stronger: encourage → urge",
        ),
        ("en", "We strongly urge ports to act.", "We urge ports to act.", "strength weaker: strongly → "),
        # The ladder ranks what the scales do not.
        (
            "en",
            "We discussed old things on the eastern gate.",
            "We welcomed new things on the eastern gate.",
            "strength stronger: discussed → welcomed",
        ),
        (
            "en",
            "We remain committed to open the gate.",
            "We pledge to open the gate.",
            "strength stronger: remain committed → We pledge to",
        ),
        (
            "en",
            "The data suggest that the lake fell.",
            "The data confirm that the lake fell.",
            "strength stronger: suggest that → confirm that",
        ),
    ],
)
def test_one_verdict_of_strength_or_a_flip(language: str, before: str, after: str, found: str) -> None:
    assert told(before, after, language) == [found]


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "We recommit to open the gate.", "We commit to open the gate."),
        ("en", "We commit to open the gate.", "We remain committed to open the gate."),
        ("fr", "Nous nous engageons à ouvrir la porte.", "Nous restons engagés à ouvrir la porte."),
        ("zh", "我们承诺开放东门。", "我们继续承诺开放东门。"),
    ],
)
def test_an_undertaking_restated_in_the_same_word_is_no_other(language: str, before: str, after: str) -> None:
    assert told(before, after, language) == []


@pytest.mark.parametrize(
    ("place", "overlaps"),
    [((2, 3), False), ((2, 4), True), ((4, 5), True), ((4, 6), True), ((5, 6), False)],
)
def test_an_act_overlaps_words_of_degree_where_they_share_one(place: tuple[int, int], overlaps: bool) -> None:
    sides = both(["We will open the gate."], ["We may open the gate."])
    act = sides.acts[0][0]._replace(first=3, last=5)
    degree = sides.degrees[0][0]._replace(first=place[0], last=place[1])
    assert rungs._overlaps(act, degree) is overlaps


# ------------------------------------------------------------ how a verdict is written down


def test_who_acts_and_on_what_by_each_word_of_two_sentences() -> None:
    sides = both(
        ["The mill is old.", "Ghana will open the gate, and it must stay."],
        ["The mill is old.", "Ghana may open the gate."],
    )
    shared = [verdict.common(sides, at, at + 1) for at in range(16)]
    assert shared[:5] == [
        "object: “mill”; actor: none found",
        "object: “old”; actor: none found",
        "object: “old”; actor: none found",
        "object: “mill”; actor: none found",  # nothing follows: the object is looked for before
        "in the same clause; actor: none found",
    ]
    assert shared[5:9] == [
        "object: “open”",  # Ghana is named in the clause, and is no word of its own act
        "object: “open”; actor: “Ghana”",
        "object: “gate”",
        "object: “gate”",
    ]
    assert shared[15] == "in the same clause; actor: none found"


@pytest.mark.parametrize(
    ("text", "who", "does", "verb", "words"),
    [
        ("Parties intend to sail", (0, 17), (8, 17), 8, "Parties"),
        ("Parties will sail", (0, 7), (8, 12), 8, "Parties"),
        ("Parties will sail", (0, 7), (8, 12), 7, "Parties"),
        ("Parties will sail", (0, 7), (8, 12), 0, "Parties"),
        ("Parties' boats will sail", (0, 7), (15, 19), 15, ""),
        ("Parties’ boats will sail", (0, 7), (15, 19), 15, ""),
        ("加纳的船将开", (0, 2), (4, 5), 4, ""),
        # What acts may follow its verb at once, and nothing else.
        ("ستفتح فرنسا", (6, 11), (0, 5), 0, "فرنسا"),
        ("ستبحر سفن غانا", (10, 14), (0, 5), 0, ""),
    ],
)
def test_a_name_is_who_acts_unless_it_owns_who_acts(
    text: str, who: tuple[int, int], does: tuple[int, int], verb: int, words: str
) -> None:
    spans = Span(start=who[0], end=who[1]), Span(start=does[0], end=does[1])
    assert verdict._acting(*spans, text, verb) == words


@pytest.mark.parametrize(("between", "found"), [(6, "object: “gate”"), (7, "in the same clause")])
def test_an_object_is_looked_for_past_six_words_of_its_own(between: int, found: str) -> None:
    new = " ".join(["tall", "red", "old", "wide", "thick", "rusty", "heavy"][:between])
    sides = both([f"Will {new} gate."], ["Will gate."])
    assert verdict._object(sides, 0, 1) == found


# ------------------------------------------------------------ deadlines


def test_words_between_commas_stop_at_marks_and_at_the_ends_of_their_sentence() -> None:
    sides = both(["The mill, in May, will stay, and more.", "All ports, by May, shut."], ["All ports shut."])
    places = {at: deadlines._between_commas(sides.sides[0], at, at + 1) for at in (0, 3, 6, 9, 12, 16, 18)}
    assert places == {
        0: (0, 2), 3: (3, 5), 6: (6, 8), 9: (9, 11), 12: (12, 14), 16: (15, 17), 18: (18, 19),
    }  # fmt: skip
    bare = both(["All old ports", "In May they stay"], ["All ports shut."])
    places = {at: deadlines._between_commas(bare.sides[0], at, at + 1) for at in range(7)}
    assert places == dict.fromkeys((0, 1, 2), (0, 3)) | dict.fromkeys((3, 4, 5, 6), (3, 7))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Immediately, the mill will stay.", ["at once"]),
        ("The mill will stay, immediately.", ["at once"]),
        ("The mill, immediately, stays.", []),
        ("Immediately, ports stay, and they will sail.", []),
        ("It stays immediately, and will sail.", []),
        ("It will sail, and stays immediately.", []),
        ("By 3 May, mills stay.", ["--05-03"]),
        ("Every year mills stay.", ["every 365 days"]),
    ],
)
def test_words_without_a_figure_are_due_beside_what_lies_ahead(text: str, due: list[str]) -> None:
    sides = both([text], ["The mill stays."])
    assert [d.key for d in deadlines._dues(sides, sides.sides[0]) if d.holds] == due


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "We will report every year.", "We will report annually."),
        ("fr", "Nous ferons rapport chaque année.", "Nous ferons rapport tous les ans."),
        ("es", "Informaremos cada año.", "Informaremos anualmente."),
        ("ru", "Мы будем отчитываться каждый год.", "Мы будем отчитываться ежегодно."),
        ("ar", "سنقدم تقريرا كل عام.", "سنقدم تقريرا سنويا."),
        ("zh", "我们将每年提交报告。", "我们将每一年提交报告。"),
    ],
)
def test_one_span_of_time_in_other_words_is_no_other_deadline(language: str, before: str, after: str) -> None:
    assert told(before, after, language) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (
            "They will mend the dam by 3 May and the lock.",
            "They will mend the dam by 9 June and the lock.",
            "deadline changed: by 3 May → by 9 June",
        ),
        (
            "They will mend, by 3 May, the dam.",
            "They will mend the dam by 9 June.",
            "deadline changed: by 3 May → by 9 June",
        ),
        ("They will report by 3 May.", "They will report to it.", "deadline weaker: by 3 May → "),
        (
            "They will mend the dam in due course.",
            "They will mend the dam by 3 May 2031.",
            "deadline stronger: in due course → by 3 May 2031",
        ),
        (
            "They will mend the dam in due course.",
            "They will mend the dam.",
            "qualifier stronger: in due course → ",
        ),
        ("We will open it by 1 May 2031.", "We will promptly open it.", None),
        ("They will report by 3 May on mills.", "They will report by 6 June on ports.", None),
        ("They will mend the dam by 3 May.", "They will rebuild all old mills by 9 June.", None),
        ("They will mend the dam by 3 May 2031.", "They will mend the dam by 3 May.", None),
        ("They will mend it by the end of May.", "They will mend it before June.", None),
        ("They will report by 3 May.", "They will report in detail.", None),
    ],
)
def test_a_deadline_moved_came_or_went(before: str, after: str, found: str | None) -> None:
    assert told(before, after) == ([found] if found else [])


# ------------------------------------------------------------ who acts

ACTORS = [
    # One State by two names; a State in the place of two.
    ("The Russian Federation will open the gate.", "Russia will open the gate.", None),
    ("The workshop was hosted by Ghana in May.", "The workshop was hosted by Malta in May.", "Ghana → Malta"),
    ("The workshop was held by Ghana in May.", "The workshop was held by Malta in May.", None),
    ("We call on Ghana to open the gate.", "We call on Malta to open the gate.", "Ghana → Malta"),
    ("We call on Ghana to open the gate.", "Malta will open the gate.", None),
    (
        "The host country will chair the meeting.",
        "The European Union will chair the meeting.",
        "host country → European Union",
    ),
    # Words that stand on both sides are no other subject, nor is what a comma parts.
    ("The group of Ghana will chair the meeting.", "Ghana will chair the meeting.", None),
    ("The mill, too, will chair the meeting.", "Ghana will chair the meeting.", None),
    # Another verb or another object: nobody took anybody's place.
    ("Ghana will open the gate.", "Malta will shut the gate.", None),
    ("Ghana will open the old gate in the east.", "Malta will open some new locks in the west.", None),
    # Those who speak may call themselves by two names, and a group may act for a group.
    ("We, the Parties, will open the gate.", "The Parties will open the gate.", None),
    ("We will open the gate.", "The delegations will open the gate.", None),
    ("Member States shall report on it.", "Other countries shall report on it.", None),
    (
        "The board is bound to pay for the mill.",
        "The town is bound to pay for the mill.",
        "The board → The town",
    ),
]


@pytest.mark.parametrize(("before", "after", "words"), ACTORS)
def test_another_who_acts(before: str, after: str, words: str | None) -> None:
    assert told(before, after) == ([f"actor changed: {words}"] if words else [])


# ------------------------------------------------------------ several words, several sentences


def test_all_words_of_one_aspect_are_one_verdict_with_all_its_evidence() -> None:
    assert told("All ports shall open all gates.", "Some ports shall open some gates.") == [
        "scope narrowed: All, all → Some, some"
    ]
    came = "We will, where possible, open it and, as appropriate, shut it."
    assert told("We will open it and shut it.", came) == [
        "qualifier weaker:  → where possible, as appropriate"
    ]


SECOND = [
    ("All ports must open it.", "All ports may open it.", "strength weaker: must → may", (10, 10)),
    ("We will open it.", "We will, where possible, open it.", "qualifier weaker:  → where possible", (9,)),
    ("Ghana will open it, we hope.", "Malta will open it, we hope.", "actor changed: Ghana → Malta", (0, 0)),
    (
        "We will ratify the treaty.",
        "We have ratified the treaty.",
        "strength carried out: will ratify → have ratified",
        (3, 3),
    ),
    (
        "We will restore the harbour.",
        "We restored the harbour.",
        "strength carried out: We will restore → We restored",
        (0, 0),
    ),
    (
        "We will open it by 1 May 2031.",
        "We will open it by 1 June 2031.",
        "deadline changed: by 1 May 2031 → by 1 June 2031",
        (16, 16),
    ),
    ("We will open it immediately.", "We will open it.", "deadline changed: immediately → ", (16,)),
    (
        "We will plant oaks and pines.",
        "We will plant oaks, elms and pines.",
        "scope widened:  → elms",
        (20,),
    ),
    (
        "We hope that boats will sail.",
        "We hope that boats may sail.",
        "strength weaker: will → may",
        (19, 19),
    ),
    (
        "We agree to report to it.",
        "We consider reporting to it.",
        "strength weaker: agree to → consider",
        (3, 3),
    ),
    ("We will ratify the treaty.", "Once we have ratified the treaty, we sail.", None, ()),
]


@pytest.mark.parametrize(("before", "after", "found", "starts"), SECOND)
def test_a_second_sentence_is_quoted_at_its_own_places(
    before: str, after: str, found: str | None, starts: tuple[int, ...]
) -> None:
    ours, theirs = statement(["The mill is old.", before]), statement(["The mill is old.", after])
    pair = Pair(before=tuple(ours.sentences()), after=tuple(theirs.sentences()), kind=PairKind.REWORDED)
    shifts = shifts_of(pair, ours.meta, theirs.meta, RULES)
    assert said(shifts) == ([found] if found else [])
    quoted = [(e.sentence, e.span.start) for shift in shifts for e in shift.evidence]
    assert quoted == [("p1.2", start) for start in starts]


UNSAID = [
    # Another head of the object: two deadlines of two things.
    ("en", "We will complete the work on ports by 3 May.", "We will complete the talks on ports by 6 June."),
    (
        "fr",
        "Les États achèveront les travaux sur les ports avant le 3 mai.",
        "Les États achèveront les pourparlers sur les ports avant le 6 juin.",
    ),
    (
        "es",
        "Los Estados concluirán los trabajos sobre los puertos antes del 3 de mayo.",
        "Los Estados concluirán las conversaciones sobre los puertos antes del 6 de junio.",
    ),
    (
        "ru",
        "Государства завершат работу по портам до 3 мая.",
        "Государства завершат переговоры по портам до 6 июня.",
    ),
    (
        "ar",
        "ستكمل الدول العمل بشأن الموانئ قبل 3 أيار/مايو.",
        "ستكمل الدول المحادثات بشأن الموانئ قبل 6 حزيران/يونيه.",
    ),
    # Words torn by a bracket, and blanks of a draft, are no items.
    ("en", "The States will protect oaks, elms (tall) and pines.", "The States will protect oaks and pines."),
    ("en", "The States will protect ## oaks, elms and pines.", "The States will protect ## oaks and pines."),
    # Verbs that came are no items, and deeds only with something that is done something to.
    ("en", "The States may watch whales.", "The States may watch whales and may sail."),
    ("en", "We saw whales.", "We saw whales and may sail."),
    ("en", "We welcome the talks.", "We welcome the talks and decide to sail."),
    ("zh", "我们欢迎会谈。", "我们欢迎会谈并决定航行。"),
    # What one deed lost another won.
    ("en", "Ports must open and boats may sail.", "Ports may open and boats must sail."),
    (
        "es",
        "Los puertos deben abrir y los barcos pueden zarpar.",
        "Los puertos pueden abrir y los barcos deben zarpar.",
    ),
    ("zh", "缔约国必须开放港口,船只可以航行。", "缔约国可以开放港口,船只必须航行。"),
    # Whose mills they are is nobody who acts.
    ("en", "Mills of Ghana are old.", "Mills of Malta are old."),
    ("en", "Ghana's mills are old.", "Malta's mills are old."),
    ("fr", "Les moulins du Ghana sont vieux.", "Les moulins de Malte sont vieux."),
    ("es", "Los molinos de Ghana son viejos.", "Los molinos de Malta son viejos."),
    ("zh", "加纳的磨坊很旧。", "马耳他的磨坊很旧。"),
    # All are all, in two words or in one.
    ("zh", "各国应保护工人的权利。", "所有国家均应保护工人的权利。"),
]


@pytest.mark.parametrize(("language", "before", "after"), UNSAID)
def test_what_only_looks_like_a_change_is_not_told(language: str, before: str, after: str) -> None:
    assert told(before, after, language) == []


SAID = [
    (
        "We will complete the work on ports by 3 May.",
        "We will finish the work on ports by 6 June.",
        "deadline changed: by 3 May → by 6 June",
    ),
    (
        "The Government of Ghana will open the gate.",
        "The Government of Malta will open the gate.",
        "actor changed: Ghana → Malta",
    ),
    (
        "We welcome the talks.",
        "We welcome the talks and decide to open two ports.",
        "scope widened:  → decide to open two ports",
    ),
    (
        "Ports must open and boats may sail.",
        "Ports may open and boats may sail.",
        "strength weaker: must → may",
    ),
]


@pytest.mark.parametrize(("before", "after", "found"), SAID)
def test_and_what_is_one_is_told(before: str, after: str, found: str) -> None:
    assert told(before, after) == [found]
