"""Threads: the laws of a series, and what was planted in series of the project's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from p5diff import from_dict, to_dict
from p5diff.model.alignment import Op, PairKind
from p5diff.model.series import AlarmKind, EventKind, Gap, Series, Thread, Wording
from p5diff.model.statement import Coverage, Edition, Role, Statement
from p5diff.threads.likeness import Weights
from p5diff.workflows.compare import compare_statements
from p5diff.workflows.series import series, weave
from tests.series.material import (
    ACTS,
    LANGUAGES,
    LONG_ACTS,
    OBJECTS,
    TAILS,
    Planted,
    long_acts,
    planted,
    statement,
)

CABLE = "The States will protect the undersea cables near the straits."
FUND = "The States call for a fund to clear mines from farmland."
DATA = "They agreed to exchange seismic data between coastal stations."
TRAINING = "They welcome the joint training of frontier guards."


def made(*texts: list[str], language: str = "en") -> Series:
    return weave([statement(language, n, sentences) for n, sentences in enumerate(texts)])


def thread_of(series: Series, words: str) -> Thread:
    return next(t for t in series.threads if words in t.first.text)


def told(thread: Thread) -> list[str]:
    return [event.event.value for event in thread.events]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_is_in_exactly_one_thread(language: str) -> None:
    """Law 10: each sentence of each statement is in exactly one thread."""
    plan = planted(language, 1, twins=2)
    series = weave(plan.statements)
    found = Counter((w.statement, s) for t in series.threads for w in t.said() for s in w.sentences)
    wanted = Counter((st.meta.ref, s.id) for st in plan.statements for s in st.sentences())
    assert found == wanted
    assert all(len(t.wordings) == len(series.statements) for t in series.threads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_later_statement_changes_no_earlier_event(language: str) -> None:
    """Law 10: a later statement never changes an earlier event."""
    plan = planted(language, 2, twins=2)
    whole = {t.id: t for t in weave(plan.statements).threads}
    for size in range(2, len(plan.statements)):
        for thread in weave(plan.statements[:size]).threads:
            later = whole[thread.id]
            assert later.wordings[:size] == thread.wordings
            assert later.events[: len(thread.events)] == thread.events


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_series_of_two_says_what_the_comparison_says(language: str) -> None:
    """Law 10: pairs share a thread; what is new is born and what is dropped ends."""
    plan = planted(language, 3, size=6, twins=2)
    for before, after in zip(plan.statements, plan.statements[1:], strict=False):
        series = weave([before, after])
        at = {(w.statement, s): t for t in series.threads for w in t.said() for s in w.sentences}
        for change in compare_statements(before, after).changes:
            pair = change.pair
            if pair.kind is PairKind.DROPPED:
                events = at[before.meta.ref, pair.before[0].id].events_in(after.meta.ref)
                assert [e.event for e in events] == [EventKind.DROPPED]
            elif pair.kind is PairKind.NEW:
                events = at[after.meta.ref, pair.after[0].id].events_in(after.meta.ref)
                assert [e.event for e in events] == [EventKind.BORN]
            elif pair.kind is PairKind.UNCHANGED:
                assert at[before.meta.ref, pair.before[0].id] is at[after.meta.ref, pair.after[0].id]


def test_the_same_statements_give_the_same_threads_and_the_json_is_read_back() -> None:
    plan = planted("ru", 4)
    one, two = weave(plan.statements), weave(plan.statements)
    assert one == two
    data = to_dict(one)
    assert data["format_version"] == "2.0" and data["statements"] == [s.meta.ref for s in plan.statements]
    assert from_dict(Series, data) == one


def test_the_published_form() -> None:
    """Each thread: id, topics, a wording or a gap for each statement, events from the published list."""
    data = to_dict(made([CABLE, FUND], [CABLE], [CABLE, FUND]))
    fund = next(t for t in data["threads"] if "fund" in t["wordings"][0]["text"])
    assert fund["id"] == "oslo-2001#p2.1"
    assert fund["wordings"][1] == "absent"
    assert {"statement", "sentences", "text", "rung"} <= set(fund["wordings"][2])
    assert [(e["statement"], e["event"]) for e in fund["events"]] == [
        ("oslo-2001:en", "born"),
        ("oslo-2002:en", "dropped"),
        ("oslo-2003:en", "revived"),
    ]


def _found(plan: Planted) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    series = weave(plan.statements)
    returned = {
        (e.statement, next(w.text for w in t.said() if w.statement == e.statement))
        for t in series.threads
        for e in t.events
        if e.event is EventKind.REVIVED
    }
    wanted = {(series.statements[at], plan.said[at][key]) for key, at in plan.revivals}
    return wanted, returned


def test_planted_revivals_are_found_and_no_others() -> None:
    """The floor of the series: twenty series, in six languages, of sentences that share acts and words."""
    wanted: set[tuple[int, str, str]] = set()
    found: set[tuple[int, str, str]] = set()
    for seed in range(20):
        plan = planted(LANGUAGES[seed % 6], seed)
        right, got = _found(plan)
        wanted |= {(seed, *item) for item in right}
        found |= {(seed, *item) for item in got}
    assert len(wanted & found) >= 0.95 * len(wanted)
    assert len(found - wanted) <= 0.02 * len(found)


def test_planted_revivals_are_found_among_twins() -> None:
    """Four more sentences a series share the object of another, and may stand in its place meanwhile."""
    wanted: set[tuple[int, str, str]] = set()
    found: set[tuple[int, str, str]] = set()
    for seed in range(100, 124):
        right, got = _found(planted(LANGUAGES[seed % 6], seed, twins=4))
        wanted |= {(seed, *item) for item in right}
        found |= {(seed, *item) for item in got}
    assert len(wanted & found) >= 0.95 * len(wanted)
    assert len(found - wanted) <= 0.02 * len(found)


def test_planted_revivals_are_found_where_acts_are_long() -> None:
    """A short object makes little of a sentence: a share of common words says the same of any object."""
    wanted: set[tuple[int, str, str]] = set()
    found: set[tuple[int, str, str]] = set()
    for seed in range(9000, 9084):
        lot = long_acts(LONG_ACTS[seed // 6 % len(LONG_ACTS)])
        right, got = _found(planted(LANGUAGES[seed % 6], seed, twins=5, material=lot))
        wanted |= {(seed, *item) for item in right}
        found |= {(seed, *item) for item in got}
    assert len(wanted & found) >= 0.95 * len(wanted)
    assert len(found - wanted) <= 0.02 * len(found)


TALKS = "The Envoys invite the host country to publish, by the end of next year, a report on"


def test_a_twin_does_not_take_a_thread_over() -> None:
    """The neighbours share their end, and the thing itself stands beside them as new: it goes on there."""
    said = [f"{TALKS} ferry fares with the regions.", DATA, TRAINING]
    later = [
        f"{TALKS} grain silos with the regions.",
        f"{TALKS} ferry fares in full openness.",
        DATA,
        TRAINING,
    ]
    series = made(said, said, later)
    fares = thread_of(series, "ferry fares with")
    assert [w.text for w in fares.said()] == [said[0], said[0], later[1]]
    assert told(fares) == ["born", "kept", "reworded"]
    assert told(thread_of(series, "grain silos")) == ["born"]


def test_of_two_texts_the_comparison_decides_and_from_the_third_on_the_matter() -> None:
    """Two texts do not tell that a pair is a chance: the series says of them what their comparison says."""
    before = ["They will hold talks on cables this year.", DATA]
    after = [
        "They will hold talks on grain this year.",
        DATA,
        "They will hold talks on cables with the regions.",
    ]
    pair = made(before, after)
    assert [w.text for w in thread_of(pair, "cables this").said()] == [before[0], after[0]]
    assert told(thread_of(pair, "cables with")) == ["born"]
    third = made([DATA], before, after)
    assert [w.text for w in thread_of(third, "cables this").said()] == [before[0], after[2]]
    assert told(thread_of(third, "grain")) == ["born"]


def test_a_name_stands_under_the_statements_that_say_it() -> None:
    series = made(
        ["They support the CTBT.", DATA], [DATA], ["They thank the IAEA.", "They support the CTBT."]
    )
    said = {(name.category, name.name): name.statements for name in series.names}
    first, _, third = series.statements
    assert said == {("instrument", "CTBT"): (first, third), ("body", "IAEA"): (third,)}


def test_what_comes_back_is_not_taken_by_the_twin_beside_it() -> None:
    """A pair of neighbours with another thing in it, and that thing had left before: it has come back."""
    silos, fares = f"{TALKS} grain silos.", f"{TALKS} ferry fares."
    series = made([silos, fares, DATA], [silos, DATA], [fares, DATA])
    assert told(thread_of(series, "ferry fares")) == ["born", "dropped", "revived"]
    assert told(thread_of(series, "grain silos")) == ["born", "kept", "dropped"]


def test_a_word_before_the_head_tells_two_things_apart_once_both_were_said() -> None:
    ports, mines = f"{TALKS} port inspectors.", f"{TALKS} mine inspectors."
    welcome = "The Envoys welcome mine inspectors from the regions."
    series = made([ports, welcome, DATA], [welcome, DATA], [welcome, mines, DATA])
    assert told(thread_of(series, "port inspectors")) == ["born", "dropped"]
    alone = made([ports, DATA], [DATA], [mines, DATA])
    assert told(thread_of(alone, "port inspectors")) == ["born", "dropped", "revived"]


def test_how_something_is_done_makes_no_other_act() -> None:
    """The words at the end read as an act of their own; what is done is in what both share."""
    plain = "Los enviados toman nota con interés del informe sobre archivos digitales."
    other = plain.replace(".", " en estrecha consulta con las autoridades locales.")
    rest = "Los enviados reafirman su apoyo a las normas para buques hospital."
    series = made([plain, rest], [rest], [rest, other], language="es")
    assert told(thread_of(series, "archivos digitales")) == ["born", "dropped", "revived"]


def test_the_second_text_holds_no_return() -> None:
    said = [f"{TALKS} ferry fares with the regions.", DATA]
    later = [f"{TALKS} grain silos with the regions.", f"{TALKS} ferry fares in full openness.", DATA]
    events = {e.event for t in made(said, later).threads for e in t.events}
    assert EventKind.REVIVED not in events


def test_planted_gaps_are_found() -> None:
    for language in LANGUAGES:
        plan = planted(language, 7)
        series = weave(plan.statements)
        for key, at in plan.gaps:
            before = plan.said[at - 1][key]
            thread = next(
                t
                for t in series.threads
                if isinstance(t.wordings[at - 1], Wording) and t.wordings[at - 1].text == before  # type: ignore[union-attr]
            )
            assert thread.wordings[at] is Gap.ABSENT
            assert [e.event for e in thread.events_in(series.statements[at])] == [EventKind.DROPPED]


def test_what_ended_comes_back_reworded() -> None:
    series = made([CABLE, FUND], [CABLE], [CABLE, FUND.replace("clear mines", "clear all mines")])
    fund = thread_of(series, "fund")
    assert told(fund) == ["born", "dropped", "revived"]
    edits = fund.last.edits
    assert "".join(e.text for e in edits if e.op is not Op.INSERT) == FUND
    assert "".join(e.text for e in edits if e.op is not Op.DELETE) == fund.last.text


def test_another_act_on_the_same_thing_is_no_return() -> None:
    """A welcome of the fund is not the call for it, come back."""
    series = made([CABLE, FUND], [CABLE], [CABLE, FUND.replace("call for", "welcome")])
    assert told(thread_of(series, "call for a fund")) == ["born", "dropped"]
    assert told(thread_of(series, "welcome a fund")) == ["born"]


def test_a_split_keeps_the_branch_that_holds_most() -> None:
    both = "The States will protect the undersea cables near the straits and call for talks."
    series = made([both, DATA], [CABLE, "The States call for talks.", DATA], [CABLE, DATA])
    core = thread_of(series, "cables")
    assert [w.text for w in core.said()] == [both, CABLE, CABLE]
    assert told(core)[:2] == ["born", "split"] and told(core)[2] == "kept"
    branch = thread_of(series, "States call for talks.")
    assert branch.events[0].event is EventKind.SPLIT and branch.events[0].others == (core.id,)
    assert core.events[1].others == (branch.id,)


def test_a_merged_thread_says_where_it_went_on() -> None:
    both = "The States will protect the undersea cables near the straits, and call for talks."
    series = made([CABLE, "The States call for talks.", DATA], [both, DATA])
    ended = thread_of(series, "States call for talks.")
    assert ended.wordings[1] is Gap.ABSENT
    assert ended.events[-1].event is EventKind.MERGED
    assert ended.events[-1].others == (thread_of(series, "cables").id,)


def partial(made_of: Statement) -> Statement:
    return replace(made_of, meta=replace(made_of.meta, coverage=Coverage.PARTIAL, not_covered=("*",)))


def test_a_partial_text_makes_no_gap() -> None:
    """What a partial text does not cover is neither dropped nor, when said again, revived."""
    test_ban = "They call upon all States to sign the Comprehensive Nuclear-Test-Ban Treaty."
    texts = [statement("en", n, s) for n, s in enumerate(([CABLE, test_ban], [CABLE], [CABLE, test_ban]))]
    series = weave([texts[0], partial(texts[1]), texts[2]])
    thread = thread_of(series, "Test-Ban")
    assert thread.wordings[1] is Gap.NOT_COVERED
    assert told(thread) == ["born", "not covered", "kept"]


def test_alarms_of_the_newest_statement() -> None:
    series = made([CABLE, FUND, DATA], [CABLE, FUND], [CABLE, DATA, TRAINING])
    found = {(a.kind, a.text) for a in series.alarms if a.thread}
    assert (AlarmKind.ABSENT, FUND) in found, "said twice running, then not"
    assert (AlarmKind.REVIVED, DATA) in found
    assert (AlarmKind.FIRST, TRAINING) in found
    assert not any(text == CABLE for _, text in found)


def test_one_mention_is_not_yet_a_habit() -> None:
    series = made([CABLE], [CABLE, FUND], [CABLE])
    assert not [a for a in series.alarms if a.kind is AlarmKind.ABSENT]


def test_a_wording_left_behind_comes_back_beside_its_thread() -> None:
    """Reworded to another act, and then said again next to it: a return, and no first use."""
    call = "The States call for early progress on the protection of undersea cables near the straits."
    praise = "The States welcome recent work on the protection of undersea cables near the straits."
    series = made([call, FUND], [call, FUND], [praise, FUND], [praise, FUND, call])
    back = next(t for t in series.threads if t.id == "oslo-2004#p3.1")
    event = back.events[0]
    assert (event.event, event.others) == (EventKind.REVIVED, ("oslo-2001#p1.1",))
    assert event.detail == "oslo-2002:en#p1.1"
    before, after = series.rests_on(back, event)
    assert before and after and (before.statement, before.text) == ("oslo-2002:en", call)
    assert (after.statement, after.text) == ("oslo-2004:en", call)
    alarms = [a for a in series.alarms if a.text == call]
    assert [(a.kind, a.since, a.until) for a in alarms] == [
        (AlarmKind.REVIVED, "oslo-2002:en", "oslo-2002:en")
    ]


def test_a_twin_of_what_a_thread_says_is_no_return() -> None:
    """The thread was reworded at its end only and still does the same: what is new beside it is new."""
    one = "The States call for early progress on the protection of undersea cables near the straits."
    later = "The States call for early progress on the protection of undersea cables in the coming years."
    twin = "The States call for early progress on a fund for clearing mines from farmland near the straits."
    series = made([one, DATA, TRAINING], [later, DATA, TRAINING], [later, DATA, TRAINING, twin])
    assert told(thread_of(series, "a fund for clearing")) == ["born"]


def test_a_third_ending_is_no_return_of_the_first() -> None:
    """It is as near to what the thread says now as to what it said: a sentence of its own, and new."""
    call = "The States call for early progress on the protection of undersea cables near the straits"
    one, later, third = (f"{call}{tail}." for tail in TAILS["en"])
    series = made([one, DATA, TRAINING], [later, DATA, TRAINING], [later, DATA, TRAINING, third])
    (beside,) = [t for t in series.threads if t.first.text == third]
    assert told(beside) == ["born"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_act_on_another_thing_carries_no_thread(language: str) -> None:
    """What took the place of a sentence has its act and its frame, and another subject."""
    end = "。" if language == "zh" else "."
    gap = "" if language == "zh" else " "

    def said(act: int, thing: int) -> str:
        return ACTS[language][act] + gap + OBJECTS[language][thing] + end

    shared = [said(0, 3), said(0, 5), *(said(act, act) for act in (1, 2, 3))]
    series = made([*shared, said(0, 0)], [*shared, said(0, 8)], language=language)
    for thread in series.threads:
        texts = {w.text for w in thread.said()}
        assert not {said(0, 0), said(0, 8)} <= texts
    assert len(series.threads) == 7


def test_an_address_is_no_wording() -> None:
    one = "[Statement on reserves](https://www.example.org/markets/opolicy/statement-on-a.html)"
    other = "[Note about lending](https://www.example.org/markets/opolicy/statement-on-b.html)"
    weights = Weights()
    weights.learn([one, other])
    assert weights.likeness(one, other) == 0.0
    assert weights.exchanged("support talks on cables this year", "support talks on cables") == 0.0
    assert weights.exchanged("talks on cables", "talks on satellites") > 0.3


def test_an_event_rests_on_both_wordings() -> None:
    """What branches off, joins or takes a place has the wording of the other thread on its other side."""
    both = (
        "The States support a moratorium on test explosions and call for a fund to clear mines from farmland."
    )
    first, second = (
        "The States support a moratorium on test explosions.",
        "They call for a fund to clear mines from farmland.",
    )
    series = made([both, CABLE], [first, second, CABLE], [both, CABLE])
    branch = next(t for t in series.threads if t.id.startswith("oslo-2002#"))
    before, after = series.rests_on(branch, branch.events[0])
    assert branch.events[0].event is EventKind.SPLIT and before and before.text == both
    assert after and after.text == branch.first.text
    joined = next(e for e in branch.events if e.event is EventKind.MERGED)
    before, after = series.rests_on(branch, joined)
    assert before and before.text == branch.first.text and after and after.text == both


def test_every_published_event_can_happen() -> None:
    """Each kind of event, from a case that is one: a name that nothing gives would be a promise unkept."""
    promise = "The States will hold a meeting in Oslo on the exchange of seismic data."
    done = "The States have held a meeting in Oslo on the exchange of seismic data."
    weaker = CABLE.replace("will", "intend to")
    longer = TRAINING.replace("the joint", "the ongoing joint")
    both = (
        "The States support a moratorium on test explosions and call for a fund to clear mines from farmland."
    )
    first, second = (
        "The States support a moratorium on test explosions.",
        "They call for a fund to clear mines from farmland.",
    )
    frames = [f"{ACTS['en'][n]} {OBJECTS['en'][m]}." for n, m in ((0, 2), (0, 5), (1, 4))]
    old, new = (f"{ACTS['en'][0]} {OBJECTS['en'][n]}." for n in (8, 1))
    part = statement("en", 4, [CABLE])
    part = replace(part, meta=replace(part.meta, coverage=Coverage.PARTIAL, not_covered=("*",)))
    whole = [
        [promise, CABLE, TRAINING, both, DATA, *frames, old],
        [done, weaker, longer, first, second, *frames, new],
        [done, CABLE, longer, both, *frames, new],
        [done, CABLE, longer, both, DATA, *frames, new],
    ]
    series = weave([*(statement("en", n, texts) for n, texts in enumerate(whole)), part])
    seen = {event.event for thread in series.threads for event in thread.events}
    assert seen == set(EventKind)


def test_a_partial_digest_drops_nothing() -> None:
    """What it passes over may stand in its statement: no gap, no drop, no alarm."""
    whole = statement("en", 0, [CABLE, FUND, DATA])
    digest = statement("en", 1, [FUND])
    facts = {"coverage": Coverage.PARTIAL, "edition": Edition.DIGEST, "not_covered": ("health",)}
    digest = replace(digest, meta=replace(digest.meta, **facts))  # type: ignore[arg-type]
    series = weave([whole, digest])
    gone = [
        t
        for t in series.threads
        if t.wordings[1] is not Gap.ABSENT and not isinstance(t.wordings[1], Wording)
    ]
    assert len(gone) == 2 and all(told(t) == ["born", "not covered"] for t in gone)
    assert not [a for a in series.alarms if a.kind is AlarmKind.ABSENT]
    official = replace(digest, meta=replace(digest.meta, edition=Edition.OFFICIAL))
    assert told(thread_of(weave([whole, official]), "undersea cables")) == ["born", "dropped"]


def test_a_title_that_a_digest_leaves_out_is_not_dropped() -> None:
    """Digests leave out titles and signatures; between two of them what the bodies say is told."""

    def titled(number: int, *texts: str, edition: Edition) -> Statement:
        made = statement("en", number, list(texts))
        head, *rest = made.paragraphs
        title = replace(
            head, role=Role.TITLE, sentences=tuple(replace(s, role=Role.TITLE) for s in head.sentences)
        )
        meta = replace(made.meta, edition=edition)
        return replace(made, meta=meta, paragraphs=(title, *rest))

    for edition, wanted, gap in (
        (Edition.DIGEST, "not covered", Gap.NOT_COVERED),
        (Edition.OFFICIAL, "dropped", Gap.ABSENT),
    ):
        first = titled(0, "Report of the harbours", CABLE, FUND, edition=edition)
        later = [
            replace(statement("en", n, [FUND]), meta=titled(n, FUND, edition=edition).meta) for n in (1, 2)
        ]
        series = weave([first, *later])
        assert told(thread_of(series, "harbours")) == ["born", wanted]
        assert thread_of(series, "harbours").wordings[1:] == (gap, gap)
        assert told(thread_of(series, "undersea")) == ["born", "dropped"]


def test_between_a_paraphrase_and_a_text_nothing_is_dropped() -> None:
    """The text may say it in other words altogether; between two paraphrases, or two texts, it is told."""
    told_by = []
    for first, second in (
        (Edition.DIGEST, Edition.OFFICIAL),
        (Edition.OFFICIAL, Edition.DIGEST),
        (Edition.DIGEST, Edition.DIGEST),
    ):
        one, two = statement("en", 0, [CABLE, FUND]), statement("en", 1, [FUND])
        texts = [replace(s, meta=replace(s.meta, edition=e)) for s, e in ((one, first), (two, second))]
        told_by.append(told(thread_of(weave(texts), "undersea cables")))
    assert told_by == [["born", "not covered"], ["born", "not covered"], ["born", "dropped"]]


def test_the_bundled_series_claims_no_loss_that_nobody_can_tell() -> None:
    """All of its texts but one are partial digests."""
    made = series(name="p5-conference", language="en")
    ends = {EventKind.DROPPED, EventKind.RECAST}
    assert [(t.id, e) for t in made.threads for e in t.events if e.event in ends] == []
    assert not [a for a in made.alarms if a.kind in (AlarmKind.ABSENT, AlarmKind.NAMED_LAST)]


@pytest.mark.parametrize(
    ("language", "seed"), [("fr", 3005), ("fr", 3014), ("es", 3004), ("ru", 3001), ("zh", 3001)]
)
def test_an_old_ending_on_another_thing_is_no_return(language: str, seed: int) -> None:
    """Series in which a new sentence has the act and the ending of one that had left, and another object."""
    wanted, found = _found(planted(language, seed, twins=4))
    assert found <= wanted
