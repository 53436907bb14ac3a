"""Fonts whose letters make no words are told from texts in a terse or technical style."""

from __future__ import annotations

import random

import pytest

from p5diff.ingest.readers.pdf.trust import FontText, garbled

TERSE = (
    "各国设立联合灯塔管理处。管理处设于东港，各国轮流派员主持会议。各国每月提交灯塔检查报告，报告包括灯光强度、"
    "雾号次数、停电时间等十二项数据。管理处发现异常，应两小时内通知各国，提出处理建议。各国认识到，上年海雾造成"
    "三艘渡船停航九天，必须建立共同预警制度。各国承诺：不得无故关闭灯塔；不得隐瞒事故；不得拒绝检查人员进入灯塔。"
    "费用由各国平均分担，每年三月结算。本章程自第四国批准之日起三十日后生效，有效期十年，期满可延长五年。"
)
"""Two hundred characters with next to none of 的, 和, 在, 了, 是."""


def is_refused(text: str) -> bool:
    return bool(garbled({"F": FontText(characters=list(text), sampled=len(text))})[0])


@pytest.mark.parametrize("length", [70, 120, len(TERSE)])
def test_chinese_without_particles_is_chinese(length: int) -> None:
    assert sum(TERSE.count(c) for c in "的和在了是") <= 1
    assert not is_refused(TERSE[:length])


def test_chinese_whose_characters_changed_places_is_refused() -> None:
    """But where chance puts frequent ones in the places of particles and makes some words."""
    letters = sorted({c for c in TERSE if c >= "\u4e00" and c < "\ua000"})
    refused = 0
    for seed in range(100):
        others = list(letters)
        random.Random(seed).shuffle(others)
        refused += is_refused(TERSE.translate(str.maketrans("".join(letters), "".join(others))))
    assert refused >= 98


@pytest.mark.parametrize("length", [80, len(TERSE)])
@pytest.mark.parametrize("places", [1, 13, 94, 1000])
def test_chinese_moved_in_its_table_is_refused(places: int, length: int) -> None:
    """By the order of GB 2312, in which frequent characters stand among frequent ones."""

    def moved(character: str) -> str:
        try:
            row, cell = character.encode("gb2312")
        except (UnicodeEncodeError, ValueError):
            return character
        if row < 0xB0:
            return character  # a sign
        number = ((row - 0xB0) * 94 + cell - 0xA1 + places) % (39 * 94)
        return bytes([0xB0 + number // 94, 0xA1 + number % 94]).decode("gb2312")

    assert is_refused("".join(map(moved, TERSE[:length])))


OLD_CODES = {
    "cp1251": "Наблюдатели трёх обсерваторий собрались в городе для сверки часов и таблиц наблюдений.",
    "iso8859-7": "Οι παρατηρητές των τριών αστεροσκοπείων συναντήθηκαν στην πόλη για τον έλεγχο ωρών.",
    "cp1256": "تجتمع المراصد الثلاثة في المدينة لمراجعة الساعات والجداول المشتركة خلال السنة المقبلة",
}


@pytest.mark.parametrize("encoding", OLD_CODES)
def test_letters_named_by_the_codes_of_an_old_encoding_are_refused(encoding: str) -> None:
    text = OLD_CODES[encoding]
    assert not is_refused(text)
    assert is_refused(text.encode(encoding, "ignore").decode("latin-1"))


@pytest.mark.parametrize(
    "text", ["L’été où l’évêque a cédé à la forêt", "Ärger über Öl", "Où ça ? À l’œuvre."]
)
def test_accented_letters_among_others_are_letters(text: str) -> None:
    assert not is_refused(" ".join([text] * 20))
