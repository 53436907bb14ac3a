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


SHORT = {
    "en": "The pilots of the strait have met each spring since the old light was built. They still keep the "
    "tables of the tide, they mend the charts, and they teach the young the navigation of the narrows. No "
    "vessel shall pass without one of them when the fog lies on the water.",
    "fr": "Les pilotes du détroit se réunissent chaque printemps depuis que le vieux phare existe. "
    "Ils tiennent "
    "les tables des marées, réparent les cartes et enseignent aux jeunes la navigation dans la passe. Aucun "
    "navire ne passe sans eux quand la brume couvre la mer.",
    "es": "Los pilotos del estrecho se reúnen cada primavera desde que existe el viejo faro. Llevan "
    "las tablas "
    "de las mareas, reparan las cartas y enseñan a los jóvenes la navegación del paso. Ningún barco pasa "
    "sin ellos cuando la niebla cubre el agua, ni de día ni de noche.",
    "ru": "Смотрители маяков северного берега каждую весну сходятся у старого маяка. Там они сверяют часы, "
    "чинят фонари и учат молодых, как идёт навигация в тумане. Старший из них держит ключи от склада, и "
    "масло для фонарей берут только оттуда. Кто взял масло, тот делает запись в книге. Запись видят все.",
}
"""Under fifty words each."""


def with_other_letters(text: str, places: int) -> str:
    """The text with each letter named as the one some places further in its alphabet."""
    alphabet = "абвгдежзийклмнопрстуфхцчшщъыьэюя" if text[0] > "z" else "abcdefghijklmnopqrstuvwxyz"
    moved = alphabet[places:] + alphabet[:places]
    return text.translate(str.maketrans(alphabet + alphabet.upper(), moved + moved.upper()))


@pytest.mark.parametrize("code", SHORT)
def test_a_short_text_whose_letters_have_the_names_of_others_is_refused(code: str) -> None:
    assert not is_refused(SHORT[code])
    refused = sum(is_refused(with_other_letters(SHORT[code], places)) for places in range(1, 26))
    assert refused >= 19, "chance puts vowels in the places of vowels"


def test_a_font_of_several_is_judged_by_itself() -> None:
    wrong = with_other_letters(SHORT["en"], 7)
    fonts = {name: FontText(list(text), len(text)) for name, text in {"A": SHORT["en"], "B": wrong}.items()}
    assert garbled(fonts)[0] == ("B",)


@pytest.mark.parametrize(
    "text",
    [
        "Krzysztof Szczepański, Małgorzata Wyszyńska, Grzegorz Brzęczyszczykiewicz, Zbigniew Wójcik, Jürgen "
        "Schmidt, Friedrich Schwarz, Ngô Đình Diệm, Nguyễn Thị Minh, Þorgerður Hrönn, Mstislav Vlk, "
        "Strč Hrbek, "
        "Ljubljana Trst, Xóchitl Quetzal, Zhang Xueqing, Kwame Nkrumah, Nnamdi Mbeki, Tshwane Nxumalo, Björk",
        "WHO UNDP FAO UNHCR IAEA CTBTO NPT NWFZ SSOD MTCR NSG HCOC ATT CCW UNODA UNIDIR WTO IMF IBRD ILO ITU "
        "UPU WIPO UNCTAD UNFCCC CBD CMS CITES IPCC GEF LDC SIDS LLDC G77 BRICS SCO CSTO NATO OSCE OPCW BWC",
        "mm cm km kg mg ml dl hl kW MWh GWh TWh kHz MHz GHz dB Pa kPa MPa Bq kBq Sv mSv Gy mol lm lx cd rad "
        * 2,
        "Bütün insanlar özgür, onur ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler, "
        "birbirlerine karşı kardeşlik anlayışıyla davranmalıdırlar. Herkes, ırk, renk, cinsiyet, dil, din, "
        "siyasal ya da başka bir görüş, ulusal köken gözetilmeksizin bütün haklardan yararlanır.",
        "Bütün insanlar ləyaqət və hüquqlarına görə azad və bərabər doğulurlar. Onların şüurları və "
        "vicdanları "
        "var və bir-birlərinə münasibətdə qardaşlıq ruhunda davranmalıdırlar. Hər bir şəxs bütün hüquqlara "
        "və bütün azadlıqlara malik olmalıdır, irqindən, rəngindən, cinsindən, dilindən asılı olmayaraq.",
        "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi. Mọi con "
        "người đều được "
        "tạo hoá ban cho lý trí và lương tâm và cần phải đối xử với nhau trong tình bằng hữu.",
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen "
        "begabt und sollen einander im Geist der Brüderlichkeit begegnen. Jeder hat Anspruch auf "
        "die in dieser "
        "Erklärung verkündeten Rechte und Freiheiten ohne irgendeinen Unterschied.",
        "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni "
        "rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa. Każdy człowiek posiada "
        "wszystkie prawa i wolności bez względu na różnice rasy, koloru, płci, języka, wyznania.",
        "static int parse(struct ctx *ptr, const char *str, size_t len) if (strncmp(str, fmt, len)) return; "
        "for (idx = first; idx < last; idx++) ptr->next = malloc(sizeof(struct node)); free(ptr); switch "
        "case break default while printf stderr errno goto fail; unsigned long flags; void *src, *dst;",
    ],
    ids=["names", "acronyms", "units", "Turkish", "Azerbaijani", "Vietnamese", "German", "Polish", "code"],
)
def test_words_of_other_languages_and_lists_are_letters(text: str) -> None:
    assert not is_refused(text)
