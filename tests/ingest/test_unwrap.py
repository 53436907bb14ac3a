"""Whether a paragraph ends between two lines: what both say, in the light of the whole document."""

from __future__ import annotations

from itertools import pairwise

import pytest

from p5diff import language as languages
from p5diff.ingest.layout.gaps import LineGap, gaps, room_in, width_of
from p5diff.ingest.layout.lines import TextLine
from p5diff.ingest.layout.measure import LayoutEvidence, has_room, is_near
from p5diff.ingest.layout.normalise import normalise
from p5diff.ingest.layout.unwrap import _breaks

FULL = "The wardens of the northern piers light every lamp at dusk"
"""58 columns: with a measure of 60, no word of two letters or more fits behind it."""
PLAIN = LayoutEvidence(measure=60, metric=0, wrapped=True, noisy_blanks=False, indented=False, base=0)
LOOSE = PLAIN._replace(wrapped=False)
NOISY = PLAIN._replace(noisy_blanks=True)
LOOSE_NOISY = LOOSE._replace(noisy_blanks=True)
INDENTED = PLAIN._replace(indented=True)


def between(
    before: str, after: str, *, blanks: int = 0, torn: bool = False, indents: tuple[int, int] = (0, 0)
) -> LineGap:
    lines = [
        TextLine(before, indent=indents[0]),
        TextLine(after, indent=indents[1], blanks=blanks, torn=torn),
    ]
    return gaps(lines, language=languages.get("en"))[0]


def ends(gap: LineGap, weight: LayoutEvidence, *seen: str, indent: int = 0) -> bool:
    return _breaks(gap, weight, {"", *seen}, indent, languages.get("en"))


SHORT = "They met in May"
TABLE = [
    # a full line goes on, a line with room left ends on purpose
    (FULL, "and count", 0, False, PLAIN, False),
    (FULL, "Sails pass", 0, False, PLAIN, False),
    (SHORT, "Sails pass", 0, False, PLAIN, True),
    (f"{SHORT}.", "Sails pass", 0, False, PLAIN, True),
    (f"{FULL}.", "Sails pass", 0, False, PLAIN, False),
    (f"{FULL}.", "Sails pass", 1, False, PLAIN, True),
    # in a text that nobody wrapped to a measure, room proves nothing after an end
    (f"{SHORT}.", "Sails pass", 0, False, LOOSE, False),
    (f"{SHORT}.", "Sails pass", 1, False, LOOSE, True),
    (SHORT, "Sails pass", 0, False, LOOSE, True),
    (FULL, "Sails pass by the northern piers and the lamps of May", 0, False, LOOSE, False),
    (FULL, "Sails pass by the northern piers and the lamps of May", 1, False, LOOSE, True),
    (FULL, "Sails pass by the northern piers and the lamps of May", 1, False, LOOSE_NOISY, False),
    (FULL, "Sails pass by the northern piers and the lamps of May", 1, True, LOOSE, False),
    # an open line of middling length before one that is much longer
    ("The wardens of the northern piers met", "Sails pass by the northern piers and the lamps of May", 0,
     False, LOOSE, True),
    ("The wardens of the northern piers met the", "Sails pass by the northern piers again", 0, False, LOOSE,
     False),
    # lower case goes on, whatever the layout, but for a blank line after room or the end of a clause
    (SHORT, "and count", 0, False, PLAIN, False),
    (SHORT, "and count", 1, False, PLAIN, True),
    (SHORT, "and count", 1, True, PLAIN, False),
    (SHORT, "and count", 1, False, NOISY, False),
    (FULL, "and count", 1, False, PLAIN, False),
    (f"{FULL[:-1]},", "recalling it", 1, False, PLAIN, True),
    (f"{SHORT}:", "the lamps", 0, False, PLAIN, True),
    (f"{FULL}:", "the lamps", 0, False, PLAIN, False),
    # a word divided at the end of a full line
    ("The wardens of the northern piers light every lamp at Bad-", "Godesberg", 0, False, PLAIN, False),
    # a torn page: blanks at its edges prove nothing
    (f"{SHORT}.", "Sails pass", 0, True, PLAIN, True),
    (f"{FULL}.", "Sails pass", 0, True, PLAIN, False),
    (f"{SHORT}.", "Sails pass", 0, True, LOOSE, True),
    (f"{FULL}.", "Sails pass", 1, True, LOOSE, False),
    # blank lines that stand inside sentences, too
    (f"{SHORT}.", "Sails pass", 1, False, NOISY, True),
    (f"{FULL}.", "Sails pass", 1, False, NOISY, True),
    (f"{FULL}.", "Sails pass", 1, False, NOISY._replace(prefer_break=False), False),
    (f"{SHORT}.", "Sails pass", 1, False, LOOSE_NOISY, True),
    (f"{FULL}.", "Sails pass", 1, False, LOOSE_NOISY, False),
    # so many blank lines part paragraphs for sure
    (f"{FULL}.", "Sails pass", 1, False, NOISY._replace(least_blanks=2), False),
    (f"{FULL}.", "Sails pass", 2, False, NOISY._replace(least_blanks=2), True),
    (f"{FULL}.", "Sails pass", 3, False, NOISY._replace(least_blanks=2), True),
    # no line of the document is cut: each is a paragraph
    (f"{FULL}.", "Sails pass", 0, False, LOOSE._replace(unwrapped=True), True),
    (FULL, "Sails pass", 0, False, LOOSE._replace(unwrapped=True), True),
    # wrapped by hand: a word that would just have fitted parts no paragraph where blank lines do
    ("The wardens of the northern piers light every lamp of", "May", 0, False, PLAIN, True),
    ("The wardens of the northern piers light every lamp of", "May", 0, False, PLAIN._replace(parted=True),
     False),
    (SHORT, "May", 0, False, PLAIN._replace(parted=True), True),
    # a date by itself after the end of a sentence
    (f"{FULL}.", "3 May 2031", 0, False, PLAIN, True),
    # headings
    ("# Lamps", "of the north", 0, False, PLAIN, True),
    (FULL, "# Lamps", 0, False, PLAIN, True),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "blanks", "torn", "weight", "wanted"), TABLE)
def test_where_a_paragraph_ends(
    before: str, after: str, blanks: int, torn: bool, weight: LayoutEvidence, wanted: bool
) -> None:
    assert ends(between(before, after, blanks=blanks, torn=torn), weight) is wanted


@pytest.mark.parametrize(
    ("before", "after", "seen", "blanks", "weight", "wanted"),
    [
        (f"{FULL}.", "2. The states", ("1.",), 0, PLAIN, True),
        (f"{FULL};", "(b) the states", ("(a)",), 0, PLAIN, True),
        (SHORT, "2. The states", (), 0, PLAIN, True),
        ("The wardens light the lamps that are listed in document No.", "2. They count", (), 0, PLAIN, False),
        ("They light what is listed in document No.", "2. They count", (), 0, LOOSE, False),
        ("They light what is listed in the document", "2. They count", (), 0, LOOSE, True),
        (f"{FULL[:-5]}, and", "(b) count", ("(a)",), 0, PLAIN, True),
        (f"{FULL[:-5]}, and", "(b) count", (), 0, PLAIN, False),
        (f"{FULL[:-5]}, and", "(a) count", ("1.",), 0, PLAIN, False),
        (f"{FULL},", "(b) count", ("(a)",), 0, PLAIN, True),
        (FULL, "2. The states", ("1.",), 0, PLAIN, False),
        (FULL, "2. The states", ("1.",), 1, PLAIN, True),
        (FULL, "2. The states", ("1.",), 1, NOISY, False),
    ],
)
def test_what_a_label_opens(
    before: str, after: str, seen: tuple[str, ...], blanks: int, weight: LayoutEvidence, wanted: bool
) -> None:
    """After an end, after room, or where it goes on a series; never the number of an abbreviation."""
    assert ends(between(before, after, blanks=blanks), weight, *seen) is wanted


@pytest.mark.parametrize(
    ("before", "after", "indents", "weight", "wanted"),
    [
        (f"{FULL}.", "Sails pass", (0, 4), INDENTED, True),
        (f"{FULL}.", "Sails pass", (4, 0), INDENTED, False),
        (f"{FULL}.", "Sails pass", (4, 4), INDENTED._replace(base=4), False),
        (f"{SHORT}.", "Sails pass", (0, 0), INDENTED, True),
        (FULL, "Sails pass by the northern piers and the lamps of May", (0, 4),
         INDENTED._replace(wrapped=False), True),
        # the columns of a page: a line far to the right is no part of one far to the left
        (FULL, "Sails pass", (0, 12), PLAIN, False),
        (FULL, "Sails pass", (0, 13), PLAIN, True),
        (FULL, "Sails pass", (13, 0), PLAIN, True),
        (FULL, "sails pass", (0, 13), PLAIN, False),
    ],
)  # fmt: skip
def test_what_an_indent_says(
    before: str, after: str, indents: tuple[int, int], weight: LayoutEvidence, wanted: bool
) -> None:
    assert ends(between(before, after, indents=indents), weight) is wanted


def test_in_an_indented_text_a_blank_inside_an_open_sentence_is_noise() -> None:
    after = "Sails pass by the northern piers and the lamps of May"
    assert not ends(between(FULL, after, blanks=1), INDENTED._replace(wrapped=False))


@pytest.mark.parametrize(
    ("text", "after", "indent", "measure", "wanted"),
    [
        ("lamps at", "sea", 0, 12, True),
        ("lamps at", "sea", 0, 11, False),
        ("lamps at", "sea, they", 0, 12, False),
        ("lamps at", "sea, they", 0, 13, True),
        ("lamps at", "sea", 3, 14, False),
        ("lamps at", "sea", 3, 15, True),
        ("lamps—", "sea", 0, 9, True),
        ("lamps—", "sea", 0, 8, False),
    ],
)
def test_a_line_has_room_for_the_next_word_with_its_space(
    text: str, after: str, indent: int, measure: int, wanted: bool
) -> None:
    assert room_in(between(text, after, indents=(indent, 0)), measure, 0) is wanted


@pytest.mark.parametrize(
    ("after", "needs"),
    [
        ("灯火通明", 2 + 4),  # one character moves alone
        ("灯，火", 4 + 4),  # with the mark that may not open a line
        ("“灯”火", 4 + 6),
        ("2031年", 4 + 4),  # a figure moves whole
    ],
)
def test_in_chinese_a_character_moves_with_its_marks(after: str, needs: int) -> None:
    """In columns of Chinese print, where quotation marks take two."""
    gap = gaps([TextLine("码头"), TextLine(after)], language=languages.get("zh"))[0]
    assert gap.needs[1] == needs


def test_wide_and_clinging_characters_count_by_each_metric() -> None:
    assert [width_of("码头 pier", metric) for metric in range(3)] == [9, 9, 7]
    assert [width_of("a\u0301b", metric) for metric in range(3)] == [2, 2, 3]


@pytest.mark.parametrize(("indent", "wanted"), [(0, True), (3, True), (4, False), (8, False), (9, True)])
def test_an_indent_of_the_first_line_may_be_taken_off_the_measure(indent: int, wanted: bool) -> None:
    """Up to eight columns; what stands deeper is a column of its own."""
    gap = between("The wardens of the northern piers light every lamp", "again")  # 50 + 1 + 5
    weight = PLAIN._replace(measure=59)
    assert has_room(gap, weight, indent=indent) is wanted
    assert has_room(gap, weight._replace(base=1), indent=indent + 1) is (wanted)
    assert has_room(gap, weight._replace(slack=5, measure=57), indent=indent) is (indent != 7 and indent != 8)


@pytest.mark.parametrize(("length", "indent", "wanted"), [(51, 0, True), (50, 0, False), (47, 4, True)])
def test_a_line_is_near_the_measure_from_seventeen_parts_in_twenty(
    length: int, indent: int, wanted: bool
) -> None:
    assert is_near(between("a" * length, "b", indents=(indent, 0)), PLAIN) is wanted


@pytest.mark.parametrize("code", ["en", "fr", "es", "ru"])
def test_a_blank_line_behind_a_full_stop_parts_what_goes_on_in_lower_case(code: str) -> None:
    first = {"en": "The lamps of the piers burn.", "fr": "Les phares du port brûlent.",
             "es": "Los faros del puerto arden.", "ru": "Маяки северного порта горят."}[code]  # fmt: skip
    after = {"en": "the wardens", "fr": "les gardiens", "es": "los guardas", "ru": "смотрители"}[code]
    language = languages.get(code)
    gap = gaps([TextLine(first), TextLine(after, blanks=1)], language=language)[0]
    full = PLAIN._replace(measure=30)  # the line had no room for more
    assert _breaks(gap, full, {""}, 0, language)
    assert not _breaks(gap, full._replace(noisy_blanks=True), {""}, 0, language)
    torn = gap._replace(after=gap.after._replace(torn=True))
    assert not _breaks(torn, full, {""}, 0, language)


def test_a_blank_line_behind_an_abbreviation_parts_no_sentence() -> None:
    gap = gaps([TextLine("The keepers of all northern lamps, cf."), TextLine("those", blanks=1)],
               language=languages.get("en"))[0]  # fmt: skip
    assert not ends(gap, PLAIN._replace(measure=40))


@pytest.mark.parametrize(
    ("code", "first", "after"),
    [
        ("ar", "وقررت الوفود إصلاح تسع منارات قبل حلول الشتاء", "وتكليف الأمانة بمتابعة العمل."),
        ("zh", "各国代表团决定在冬季之前修复九座灯塔", "并请秘书处跟进这项工作。"),
    ],
)
def test_the_end_of_a_page_cuts_a_sentence_where_small_letters_tell_nothing(
    code: str, first: str, after: str
) -> None:
    language = languages.get(code)
    weight = PLAIN._replace(measure=60 if code == "ar" else 50, wrapped=False, unwrapped=True)

    def breaks(before: str, following: str, *, torn: bool = True) -> bool:
        lines = [TextLine(before), TextLine(following, blanks=1, torn=torn)]
        return _breaks(gaps(lines, language=language)[0], weight, {""}, 0, language)

    assert not breaks(first, after)
    assert breaks(first, after, torn=False)
    assert breaks(first[:9], after)  # as short as a title
    assert breaks(first, after[:-1])  # a title may follow
    assert breaks(first + after[-1], after)


TURNS = {
    "en": ("The wardens chose to mend nine lamps of the pier,", "Harbour Street among them, by May."),
    "fr": ("Les gardiens ont choisi de réparer neuf lampes,", "Paul et Anne avec eux, avant mai."),
    "es": ("Los guardas decidieron reparar nueve lámparas,", "Ana y Luis con ellos, antes de mayo."),
    "ru": ("Смотрители решили починить девять фонарей пирса,", "Анна и Пётр с ними, до мая."),
    "zh": ("看守人决定在春天之前修好码头的九盏灯，", "并请港务局监督工作。"),
    "ar": ("قرر الحراس إصلاح تسعة مصابيح في الرصيف،", "وطلبوا من الميناء متابعة العمل."),
}


@pytest.mark.parametrize("code", TURNS)
def test_a_comma_at_the_end_of_a_page_ends_no_paragraph(code: str) -> None:
    first, after = TURNS[code]
    whole = languages.get(code).SEPARATOR.join((first, after))
    stop = after[-1]
    text = f"{first[:-1]}{stop}\n\n{first}\n\n      - 1 -\n\f{after}\n\n{first[:-1]}{stop}\n\n      - 2 -\n"
    assert whole in normalise(text, language=code).split("\n\n")
    clause = text.replace(f"{first[:-1]}{stop}\n\n{first}", f"{first}\n\n{first}")
    assert whole not in normalise(clause, language=code)  # commas end clauses in this text


HYPHENS = {
    "en": ("The wardens left in mid-", "May.", "in mid-May."),
    "fr": ("Les gardiens quittent Saint-", "Malo.", "Saint-Malo."),
    "es": ("Los guardas dejaron Castilla-", "León.", "Castilla-León."),
    "ru": ("Смотрители покинули Санкт-", "Петербург.", "Санкт-Петербург."),
    "zh": ("看守人讨论了COVID-", "19疫情。", "COVID-19疫情。"),
    "ar": ("ناقش الحراس كوفيد-", "19 اليوم.", "كوفيد-19 اليوم."),
}


@pytest.mark.parametrize("code", HYPHENS)
def test_a_hyphen_at_the_end_of_a_line_ends_no_paragraph(code: str) -> None:
    first, after, wanted = HYPHENS[code]
    start = first.split("-", maxsplit=1)[0]
    long = f"{start * 3}{after}"
    found = normalise(f"{long}\n\n{first}\n{after}\n\n{long}\n", language=code)
    assert wanted in found
    assert first not in found.split("\n")


@pytest.mark.parametrize("text", ["PREAMBLE-\nThe wardens met.\n", "The plan-\n\nThe wardens met.\n"])
def test_what_may_be_a_dash_divides_no_word(text: str) -> None:
    assert "The wardens met." in normalise(text, language="en").split("\n")


@pytest.mark.parametrize("indent", ["\u3000\u3000", "    ", "\t", "\u00a0\u00a0"])
@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("en", ("The wardens signed.", "They will meet in May.", "It ends.")),
        ("fr", ("Les gardiens ont signé.", "Ils se verront en mai.", "C’est fini.")),
        ("es", ("Los guardas firmaron.", "Se reunirán en mayo.", "Se acabó.")),
        ("ru", ("Смотрители подписали.", "Они встретятся в мае.", "Это всё.")),
        ("zh", ("看守人签署了本议定书。", "他们将于五月再次开会。", "完毕。")),
        ("ar", ("وقع الحراس البروتوكول.", "وسيجتمعون في أيار.", "انتهى.")),
    ],
)
def test_lines_that_are_indented_and_closed_each_are_paragraphs(
    indent: str, code: str, lines: tuple[str, ...]
) -> None:
    text = "".join(f"{indent}{line}\n" for line in lines)
    assert normalise(text, language=code) == "\n\n".join(lines) + "\n"


RULED = {
    "en": ("The statement of the harbours reads:", "The harbours agree.", "They meet each year."),
    "fr": (
        "La déclaration des ports dit ceci :",
        "Les ports sont d’accord.",
        "Ils se réunissent chaque année.",
    ),
    "es": ("La declaración de los puertos dice:", "Los puertos están de acuerdo.", "Se reúnen cada año."),
    "ru": ("Заявление портов гласит:", "Порты согласны.", "Они встречаются каждый год."),
    "zh": ("各港口的声明如下：", "各港口同意。", "每年举行会议。"),
    "ar": ("ونص البيان الصادر عن الموانئ:", "تتفق الموانئ.", "وتجتمع كل سنة."),
}


@pytest.mark.parametrize("code", RULED)
def test_a_rule_parts_paragraphs_that_are_closed(code: str) -> None:
    """Though no line has room for the first word of the next, and paragraphs are told by indents."""
    language = languages.get(code)
    for one, other in pairwise(RULED[code]):
        for ruled in (True, False):
            lines = [TextLine(one), TextLine(other, blanks=1, torn=True, ruled=ruled)]
            weight = INDENTED._replace(measure=len(one))
            assert _breaks(gaps(lines, language=language)[0], weight, {""}, 0, language) is ruled


INSET = {
    "en": ("The statement of the ports was made by Anna", "Lamp and by the wardens of the nine"),
    "ru": ("Заявление портов сделали капитан Анна", "Лампова и смотрители девяти"),
    "ar": ("وتتفق الموانئ على جميع النقاط التسع التي", "عرضت عليها خلال فصل الشتاء"),
    "zh": ("各港口同意在冬季和春季期间向其提出的全部九点", "内容并决定每年在同一地点举行会"),
}


@pytest.mark.parametrize("code", INSET)
def test_lines_of_a_block_that_is_set_in_as_a_whole_go_on(code: str) -> None:
    language = languages.get(code)
    first, second = INSET[code]

    def breaks(before: str, indents: tuple[int, int]) -> bool:
        lines = [TextLine(text, indent=n) for text, n in zip((before, second), indents, strict=True)]
        weight = INDENTED._replace(measure=width_of(first, 0) + 4)
        return _breaks(gaps(lines, language=language)[0], weight, {""}, indents[0], language)

    assert not breaks(first, (3, 3))
    assert breaks(first, (0, 3))  # the first line of a paragraph
    assert breaks(first[:9], (3, 3))  # it was ended though there was room
    assert breaks(first[:-1] + (":" if language.SEPARATOR else "："), (3, 3))


def test_a_rule_inside_an_open_sentence_parts_nothing() -> None:
    found = normalise("They met in the hall of\n\n----------\n\nthe harbour.\n", language="en")
    assert found == "They met in the hall of the harbour.\n"


CLIPPED = {
    "en": (
        "The pilots bring ropes, lamps, etc.",
        "They leave at dusk.",
        "They asked the pilot J.",
        "Lamp to go.",
    ),
    "fr": (
        "Les pilotes ont des cordes, etc.",
        "Ils partent le soir.",
        "Voir les pièces de l’art.",
        "Douze du pacte.",
    ),
    "es": (
        "Los prácticos salen a las 6 a. m.",
        "Los gastos se reparten.",
        "Lo firma el Excmo. Sr.",
        "Baltasar Orduña.",
    ),
    "ru": (
        "Смотрители, лоцманы, рыбаки и др.",
        "Все они довольны.",
        "Смету подписал инженер А. П.",
        "Лугов в мае.",
    ),
    "zh": ("与会者包括 Harbour Lights Inc.", "代表和引航员。", "会议由引航员 J.", "Lamp主持。"),
    "ar": (
        "ويحمل المرشدون الحبال والمصابيح إلخ.",
        "ويغادرون مساء.",
        "ووقع على البيان كل من د.",
        "أحمد وسالم.",
    ),
}
OTHER = {
    "en": ("The keepers met in May.", "They went home."),
    "fr": ("Les gardiens sont venus.", "Ils sont repartis."),
    "es": ("Los guardas vinieron.", "Volvieron a casa."),
    "ru": ("Смотрители встретились.", "Они уехали домой."),
    "zh": ("看守人举行了会议。", "他们回家了。"),
    "ar": ("اجتمع الحراس في أيار.", "ثم عادوا إلى ديارهم."),
}


@pytest.mark.parametrize("code", CLIPPED)
def test_a_line_that_ends_in_an_abbreviation_goes_on_where_blank_lines_part_paragraphs(code: str) -> None:
    """Whether a sentence ends with it or not; without blank lines between paragraphs its room parts them."""
    one, two, three, four = CLIPPED[code]
    blocks = [OTHER[code][0], f"{one}\n{two}", f"{three}\n{four}", OTHER[code][1]]
    parted = normalise("\n\n".join(blocks) + "\n", language=code)
    assert len(parted.strip().split("\n\n")) == len(blocks)
    solid = normalise("\n".join(blocks) + "\n", language=code)
    assert one.replace(" ", "") in solid.replace(" ", "").split("\n")


PARTED = PLAIN._replace(parted=True)


@pytest.mark.parametrize(
    ("before", "after", "weight", "wanted"),
    [
        ("They brought ropes etc.", "Sails pass.", PARTED, False),
        ("They brought ropes etc.", "Sails pass.", PLAIN, True),
        ("They brought ropes etc.", "Sails pass.", PARTED._replace(noisy_blanks=True), True),
        ("Acme Harbour Co.", "The wardens of the pier left.", PARTED, True),  # a name
        ("ropes of 12 m.", "Lamps of 5 kg.", PARTED, True),  # lines of a list
        ("Oslo, 3 p.m.", "They left.", PARTED, True),
        ("They met the pilot J.", "Lamp.", PARTED, False),
        ("They met Ann J.", "Lamp.", PARTED, True),
        ("They met.", "Sails pass.", PARTED, True),
        ("Lamps of the North Ltd.", "Harbour of Badgate Inc.", PARTED, True),
        ("Mr. J. Lamp Jr.", "Keeper of the pier", PARTED, True),  # the block ends in the open
        ("They asked Mr.", "Lamp and", PARTED, True),
    ],
)
def test_which_lines_end_in_an_abbreviation(
    before: str, after: str, weight: LayoutEvidence, wanted: bool
) -> None:
    assert ends(between(before, after), weight) is wanted
    assert ends(between(before, after, blanks=1), weight._replace(noisy_blanks=False))
