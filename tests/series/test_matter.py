"""Whether two wordings do the same to two different things, in six languages."""

from __future__ import annotations

import pytest

from p5diff.align.words.changes import diff_words
from p5diff.language import get
from p5diff.model.alignment import WordEdit
from p5diff.threads.matter import Heard, another_matter, shared_beginning

FRAMES = {
    "en": "They invite the Secretary to submit proposals on {} as soon as possible.",
    "fr": "Ils invitent le Secrétaire à soumettre des propositions sur {} dès que possible.",
    "es": "Invitan al Secretario a presentar propuestas sobre {} lo antes posible.",
    "ru": "Они предлагают Секретарю представить предложения о {} при первой возможности.",
    "zh": "他们请秘书长尽快提出建议，讨论{}。",
    "ar": "يدعون الأمين العام إلى تقديم مقترحات بشأن {} في أقرب وقت ممكن.",
}
OTHERS = {
    "en": [
        ("river tolls", "island harbours"),
        ("the grain trade", "seed banks"),
        ("pilot training", "mine maps"),
    ],
    "fr": [
        ("les péages fluviaux", "les ports insulaires"),
        ("le commerce du blé", "les banques de semences"),
    ],
    "es": [("los peajes fluviales", "los puertos insulares"), ("el comercio de grano", "bancos de semillas")],
    "ru": [("речных сборах", "островных гаванях"), ("торговле зерном", "семенных хранилищах")],
    "zh": [("内河通行费", "海岛渔业"), ("粮食贸易", "种子库")],
    "ar": [("رسوم الأنهار", "موانئ الجزر"), ("تجارة الحبوب", "مصارف التقاوي")],
}
WAYS = {
    "en": [(" before summer", " with help from all"), ("", " under the rules"), (" by 2020", " by 2025")],
    "fr": [(" avant l'été", " avec l'aide des régions"), ("", " selon les nouvelles règles")],
    "es": [(" antes del verano", " con ayuda de las regiones"), ("", " según las nuevas reglas")],
    "ru": [(" до лета", " при поддержке областей"), ("", " согласно новым правилам")],
    "zh": [("，并在夏季以前完成", "，由各地区提供协助"), ("", "，按照新规则进行")],
    "ar": [(" قبل الصيف", " بمساعدة من المناطق"), ("", " وفق القواعد الجديدة")],
}  # fmt: skip


def another(language: str, before: str, after: str) -> bool:
    return another_matter(diff_words(before, after, language=get(language)), get(language))


@pytest.mark.parametrize("language", FRAMES)
def test_what_an_act_is_done_to_is_the_matter(language: str) -> None:
    frame = FRAMES[language]
    for one, other in OTHERS[language]:
        assert another(language, frame.format(one), frame.format(other))
        assert another(language, frame.format(other), frame.format(one))


@pytest.mark.parametrize("language", FRAMES)
def test_when_how_and_by_what_means_are_not(language: str) -> None:
    frame = FRAMES[language]
    for thing, _ in OTHERS[language]:
        for one, other in WAYS[language]:
            assert not another(language, frame.format(thing + one), frame.format(thing + other))
            assert not another(language, frame.format(thing + other), frame.format(thing + one))


def test_a_modifier_is_not_its_head() -> None:
    frame = "They call for {} progress on river tolls."
    assert not another("en", frame.format("early"), frame.format("rapid"))
    assert not another("en", "They support talks on tolls.", "They support fresh talks on tolls.")


def test_an_act_that_changed_is_another_act_and_no_other_matter() -> None:
    edits = diff_words("They agree to pay tolls.", "They intend to pay tolls.", language=get("en"))
    assert another_matter(edits, get("en"))
    assert not another_matter(edits, get("en"), act=frozenset({"intend"}))


def test_of_a_language_without_words_only_the_words_are_asked() -> None:
    assert not another("und", "Aa bb cc.", "Aa bb cc.")
    assert another("und", "Aa bb cc.", "Aa bb dd.")


def test_what_stands_before_a_head_tells_apart_what_was_said_side_by_side() -> None:
    edits = diff_words("They call for port reports.", "They call for mine reports.", language=get("en"))
    assert not another_matter(edits, get("en"))
    assert not another_matter(edits, get("en"), heard=heard("They call for port reports."))
    both = heard("They call for port reports.", "They welcome mine reports.")
    assert another_matter(edits, get("en"), heard=both)
    edits = diff_words("他们请秘书长讨论海岛农民贷款。", "他们请秘书长讨论山区农民贷款。", language=get("zh"))
    assert not another_matter(edits, get("zh"), heard=heard("他们欢迎海岛农民贷款。"))
    assert another_matter(edits, get("zh"), heard=heard("他们欢迎海岛农民贷款。", "他们讨论山区农民贷款。"))


def test_what_parts_sentences_of_one_text_is_their_matter() -> None:
    """ "with" opens a way of doing something or a thing: two such sentences side by side tell."""
    frame = "They congratulate the host on the results obtained with the {}."
    edits = diff_words(frame.format("trains"), frame.format("rivers"), language=get("en"))
    assert not another_matter(edits, get("en"))
    one_each = heard(frame.format("trains"))
    one_each.learn([frame.format("rivers")])
    assert not another_matter(edits, get("en"), heard=one_each)
    assert another_matter(edits, get("en"), heard=heard(frame.format("trains"), frame.format("lamps")))
    in_time = "They submit within {} months the report on {}."
    edits = diff_words(in_time.format("six", "cod"), in_time.format("three", "cod"), language=get("en"))
    assert not another_matter(
        edits, get("en"), heard=heard(in_time.format("six", "cod"), in_time.format("six", "eel"))
    )


def heard(*sentences: str) -> Heard:
    found = Heard()
    found.learn(sentences)
    return found


def begun(language: str, before: str, after: str) -> str:
    edits: tuple[WordEdit, ...] = diff_words(before, after, language=get(language))
    return shared_beginning(edits, get(language))


@pytest.mark.parametrize("language", FRAMES)
def test_wordings_share_their_beginning_up_to_the_way_it_is_done(language: str) -> None:
    end = "。" if language == "zh" else "."
    frame = FRAMES[language].rstrip(end)
    for thing, other in OTHERS[language]:
        for one, two in WAYS[language]:
            held = begun(language, frame.format(thing) + one + end, frame.format(thing) + two + end)
            assert held.startswith(frame.format(thing)[: len(frame.format(thing)) - 2])
        if language != "zh":
            plain = frame.partition("{")[0]
            assert begun(language, plain + thing + end, plain + other + end) == ""


def test_nothing_is_shared_by_the_same_words_or_by_none() -> None:
    assert begun("en", "They call for talks.", "They call for talks.") == ""
    assert begun("en", "They call for talks.", "We welcome grain silos.") == ""
