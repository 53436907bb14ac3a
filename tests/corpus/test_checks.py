"""The rules of `p5diff check`: each found where it is broken, each silent where it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff import language as languages
from p5diff.corpus import Corpus
from p5diff.corpus.checks.quotes import unpaired
from p5diff.corpus.checks.rules import RULES, RuleChoice
from p5diff.corpus.checks.run import check_text, mend_text
from p5diff.corpus.checks.scripts import odd_words
from p5diff.errors import P5DiffError
from p5diff.ingest.layout.normalise import normalise
from p5diff.model.finding import Severity
from p5diff.workflows.check import check

ALL = RuleChoice()
GOOD = "# A title\n\nThe Parties met. \n".replace(" \n", "\n") + "They agreed.\n\nThey parted.\n"


def _codes(text: str | bytes, language: str = "en") -> list[str]:
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return sorted({item.rule for item in check_text(data, "x", language=languages.get(language))})


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (GOOD, "en", []),
        ("各方举行了会议。\n各方同意“再次会晤”。\n", "zh", []),
        (b"The Parties met\xff.\n", "en", ["P101"]),
        ("\ufeffThe Parties met.\n", "en", ["P102"]),
        ("The Parties met.\r\n", "en", ["P103"]),
        ("The Parties met.\u2028They agreed.\n", "en", ["P103"]),
        ("La re\u0301union a eu lieu.\n", "fr", ["P104"]),
        ("The Par\u00adties met.\n", "en", ["P105"]),
        ("The Par\u200bties met.\n", "en", ["P105"]),
        ("The \x07\x1bParties met.\n", "en", ["P105"]),
        ("The Parties \u202emet.\n", "en", ["P106"]),
        ("The Parties \ufffd met.\n", "en", ["P107"]),
        ("The Pаrties met.\n", "en", ["P108"]),
        ("The Parties  met.\n", "en", ["P201"]),
        ("The Parties met. \n", "en", ["P201"]),
        (" The Parties met.\n", "en", ["P201"]),
        ("The\u00a0Parties met.\n", "en", ["P201"]),
        ("The\tParties met.\n", "en", ["P201"]),
        ("The Parties met.\n\n\n\nThey agreed.\n", "en", ["P202"]),
        ("The Parties met.", "en", ["P202"]),
        ("\nThe Parties met.\n", "en", ["P202"]),
        ("The Parties met.\n\n", "en", ["P202"]),
        ("各方于 2019年举行了会议。\n", "zh", ["P203"]),
        ("各方 举行了会议。\n", "zh", ["P203"]),
        ("The Parties met. They agreed.\n", "en", ["P204"]),
        ("各方举行了会议。各方同意。\n", "zh", ["P204"]),
        ("The Parties met and\nagreed.\n", "en", ["P205"]),
        ("####### A title\n\nThe Parties met.\n", "en", ["P206"]),
        ("# A title\nThe Parties met.\n", "en", ["P206"]),
        ("", "en", ["P208"]),
        ("They met.\n<<<<<<< HEAD\nIn  May.\n=======\nIn June.\n>>>>>>> draft\n", "en", ["P209"]),
        ("They called it «new».\n", "en", ["P301"]),
        ('各方称之为"新"。\n', "zh", ["P301"]),
        ("They called it “new.\n", "en", ["P302"]),
        ("They called it (new.\n", "en", ["P302"]),
        ("They called it “new.\n\nThey met.\n", "en", ["P302"]),
        ("They met as one).\n", "en", ["P302"]),
        ("The Tr\u200deaty holds.\n", "en", ["P105"]),
        ("They saw \U0001f680\u200dand left.\n", "en", ["P105"]),
        ("The trεaties hold.\n", "en", ["P108"]),
        ("The Ρarties met.\n", "en", ["P108"]),
    ],
)
def test_each_rule_is_found_and_nothing_else(text: str | bytes, language: str, expected: list[str]) -> None:
    assert _codes(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A loss of 5 kΩ, with Δt of 2 s, β-rays, ΔG and χ of 3 MeV.\n", "en"),
        ("Les particules α et une dose de 4 mSv, soit 4 000 μSv.\n", "fr"),
        ("Альфа-частицы α, Δm и ρ указаны в п. 4 б) и в ст. 2, iii).\n", "ru"),
        ("La magnitud τ figura en los apartados a) y b) del párrafo 3.\n", "es"),
        ("2μg铀和α粒子。\n", "zh"),
        ("ورد α في الفقرة 2 ب) من الوثيقة.\n", "ar"),
        ("كتب می\u200cرود بالفارسية.\n", "ar"),
        ("They saw \U0001f469\u200d\U0001f680 and \u2764\ufe0f\u200d\U0001f525.\n", "en"),
        ("“We met,” they said, “and agreed.\n\n“We will meet again.”\n", "en"),
        ("« Nous nous sommes réunis.\n\n« Nous nous réunirons. »\n", "fr"),
        ("« Nous nous sommes réunis.\n\n» Nous nous réunirons. »\n", "fr"),
    ],
)
def test_signs_of_science_joiners_and_open_quotations_are_in_order(text: str, language: str) -> None:
    assert _codes(text, language) == []


@pytest.mark.parametrize(
    ("broken", "mended", "language"),
    [
        (
            "\ufeffThe Par\u00adties  met. \r\n\r\n\r\n\r\nThey\u00a0agreed.",
            "The Parties met.\n\nThey agreed.\n",
            "en",
        ),
        ("各方于 2019 年 举行了会议。\n", "各方于2019年举行了会议。\n", "zh"),
        ("La re\u0301union a eu lieu.\n", "La réunion a eu lieu.\n", "fr"),
    ],
)
def test_what_can_be_mended_is_mended(broken: str, mended: str, language: str) -> None:
    assert mend_text(broken.encode(), language=languages.get(language), choice=ALL) == mended.encode()
    assert _codes(mended, language) == []


def test_sentences_are_split_only_when_the_rule_is_named() -> None:
    text = b"4. The Parties met. They agreed.\n"
    assert mend_text(text, language=languages.get("en"), choice=ALL) == text
    choice = RuleChoice.of(["P204", "P2"], [])
    assert (
        mend_text(text, language=languages.get("en"), choice=choice) == b"4. The Parties met.\nThey agreed.\n"
    )


@given(st.text(st.sampled_from("aB 7.。“”\n\r\t#\u00a0\u200b\ufeff中文é\u0301()\u202e"), max_size=60))
def test_mending_twice_is_mending_once(text: str) -> None:
    """Law 5 for `--fix`: what is mended stays as it is, and its rules find nothing more."""
    once = mend_text(text.encode(), language=languages.get("zh"), choice=ALL)
    assert mend_text(once, language=languages.get("zh"), choice=ALL) == once
    left = {item.rule for item in check_text(once, "x", language=languages.get("zh"))}
    assert not left & {"P102", "P103", "P104", "P105", "P203"}


@given(st.binary(max_size=80))
def test_any_bytes_can_be_checked(data: bytes) -> None:
    for item in check_text(data, "x", language=languages.get("ar")):
        assert item.rule in RULES
    mend_text(data, language=languages.get("ar"), choice=ALL)


# Invented cases: one letter of another script in words of the six languages, and whole words.
_LATIN = [
    "treaty",
    "agreement",
    "weapons",
    "peace",
    "parties",
    "accord",
    "réunion",
    "espacio",
    "nuclear",
    "COMMITTEE",
    "protocol",
    "Mission",
    "export",
]
_SWAPS = [("a", "а"), ("e", "е"), ("o", "о"), ("p", "р"), ("c", "с"), ("t", "τ"), ("M", "М"), ("i", "і")]
_RUSSIAN = [
    ("договор", "о", "o"),
    ("мира", "а", "a"),
    ("совет", "с", "c"),
    ("речь", "р", "p"),
    ("хартия", "х", "x"),
]
MIXED = [(word, word.replace(a, b, 1), "en") for word in _LATIN for a, b in _SWAPS if a in word and word != a]
MIXED += [(word, word.replace(a, b, 1), "ru") for word, a, b in _RUSSIAN]
MIXED += [
    ("peace", "реасе", "en"),
    ("a", "а", "en"),
    ("роса", "poca", "ru"),
    ("NPT", "ΝΡΤ", "en"),
    ("P5", "Р5", "zh"),
]


def test_there_are_enough_cases() -> None:
    assert len(MIXED) >= 50


@pytest.mark.parametrize(("honest", "false", "language"), MIXED)
def test_letters_of_another_script_are_found(honest: str, false: str, language: str) -> None:
    """Homoglyphs: 100 % of at least 50 cases."""
    assert list(odd_words(f"x {false} 7", language=languages.get(language)))
    assert not list(odd_words(f"7 {honest} 7", language=languages.get(language)))


@pytest.mark.parametrize(
    "text", ["NPT/CONF.2015/PC.I/12", "СССР и США", "5 μSv", "α-частицы", "COVID-19", "МАГАТЭ (IAEA)"]
)
def test_honest_russian_and_units_raise_no_alarm(text: str) -> None:
    assert not list(odd_words(text, language=languages.get("ru")))


def test_clean_texts_of_six_languages_raise_no_alarm(shared: Path) -> None:
    """0 false alarms on six clean texts: rules on characters and layout after normalising."""
    from xml.etree import ElementTree

    names = {"arb": "ar", "cmn_hans": "zh", "eng": "en", "fra": "fr", "rus": "ru", "spa": "es"}
    for name, language in names.items():
        tree = ElementTree.parse(shared / "data" / "udhr" / f"{name}.xml")
        words = ["".join(node.itertext()).strip() for node in tree.iter() if node.tag.endswith("}para")]
        stored = normalise("\n\n".join(words), language=language)
        found = [
            item
            for item in check_text(stored.encode(), name, language=languages.get(language))
            if item.rule != "P204"
        ]
        serious = [item for item in found if item.severity is Severity.ERROR or item.rule.startswith("P2")]
        assert serious == []


def test_pairs_of_marks() -> None:
    assert unpaired("a) the first (of two)") is None
    assert unpaired("“a «b» (c)” [d] „e“") is None
    assert unpaired("《a》〈b〉「c」『d』（e）") is None
    assert unpaired("a ) b") == (2, ") closes nothing")
    assert unpaired('a "b') == (2, '" is not closed in the paragraph')


def test_choices() -> None:
    choice = RuleChoice.of(["P1,encoding", "P204"], ["P105"])
    assert (
        choice.wants("P101")
        and choice.wants("P204")
        and not choice.wants("P105")
        and not choice.wants("P201")
    )
    assert choice.mends("P204") and not ALL.mends("P204") and not ALL.mends("P101")
    with pytest.raises(P5DiffError) as caught:
        RuleChoice.of(["P999"], [])
    assert caught.value.slug == "unknown-rule"


def _write(corpus: Corpus, path: str, text: str | bytes) -> None:
    place = corpus.root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def _found(corpus: Corpus) -> set[tuple[str, str]]:
    checked = check([corpus.root], None, ALL)
    return {(item.rule, str(Path(item.path).relative_to(corpus.root))) for item in checked.findings}


def test_a_corpus_made_by_add_is_clean(filled: Corpus) -> None:
    checked = check([filled.root], None, ALL)
    assert checked.findings == () and not checked.failed


def _edit(corpus: Corpus, path: str, old: str, new: str) -> None:
    place = corpus.root / path
    text = place.read_text("utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), "utf-8")


STATEMENT = "oslo-2019/statement.toml"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ((STATEMENT, 'id = "oslo-2019"', 'id = "oslo-2018"'), ("P601", STATEMENT)),
        ((STATEMENT, 'place = "Oslo"', "place = 7"), ("P401", STATEMENT)),
        ((STATEMENT, "[title]", "[title"), ("P401", STATEMENT)),
        ((STATEMENT, 'adopted = "2019-05-03"', 'adopted = "2020-05-03"'), ("P403", STATEMENT)),
        ((STATEMENT, 'place = "Oslo"', 'place = "Oslo"\nseries = "unheard-of"'), ("P403", STATEMENT)),
        ((STATEMENT, 'place = "Oslo"', 'place = "Oslo"\nbody_paragraphs = 9'), ("P408", "oslo-2019/en.txt")),
        ((STATEMENT, 'coverage = "full"', 'coverage = "partial"'), ("P407", STATEMENT)),
        (
            (STATEMENT, 'coverage = "full"', 'coverage = "partial"\nnot_covered = ["weather"]'),
            ("P407", STATEMENT),
        ),
        ((STATEMENT, 'language = "en"', 'language = "fr"'), ("P404", "oslo-2019/fr.txt")),
        (("oslo-2019/en.txt", "welcomed", "greeted"), ("P503", "oslo-2019/en.txt")),
        (("oslo-2019/source/en.txt", "welcomed", "greeted"), ("P502", "oslo-2019/source/en.txt")),
    ],
)
def test_facts_and_files_are_held_against_each_other(
    filled: Corpus, edit: tuple[str, str, str], expected: tuple[str, str]
) -> None:
    _edit(filled, *edit)
    assert expected in _found(filled)


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("oslo-2019/ru.txt", "Слова.\n", "P404"),
        ("oslo-2019/notes.doc", "x", "P603"),
        ("oslo-2019/more/x.txt", "x", "P603"),
        ("Bad Name/statement.toml", "", "P601"),
        ("empty-1/x.md", "x", "P404"),
    ],
)
def test_files_that_do_not_belong_are_found(filled: Corpus, path: str, text: str, rule: str) -> None:
    _write(filled, path, text)
    assert rule in {code for code, _ in _found(filled)}


def test_links_are_found(filled: Corpus, tmp_path: Path) -> None:
    (filled.root / "oslo-2019" / "link.txt").symlink_to(tmp_path)
    assert ("P602", "oslo-2019/link.txt") in _found(filled)


def test_a_missing_original_is_found(filled: Corpus) -> None:
    (filled.root / "oslo-2019" / "source" / "en.txt").unlink()
    assert ("P501", "oslo-2019/source/en.txt") in _found(filled)


def test_duplicates_are_found(filled: Corpus) -> None:
    for path in ("statement.toml", "en.txt", "zh.txt", "source/en.txt", "source/zh.txt"):
        _write(filled, f"oslo-2020/{path}", (filled.root / "oslo-2019" / path).read_bytes())
    _edit(filled, "oslo-2020/statement.toml", "oslo-2019", "oslo-2020")
    assert {("P701", "oslo-2020/en.txt"), ("P702", "oslo-2020/zh.txt")} <= _found(filled)
    long = "The Parties repeat themselves at considerable length.\n"
    _write(filled, "oslo-2020/en.txt", f"{long}\nOther words.\n\n{long}")
    assert ("P703", "oslo-2020/en.txt") in _found(filled)


def test_a_text_in_another_language_is_found(filled: Corpus) -> None:
    _write(filled, "oslo-2019/en.txt", (filled.root / "oslo-2019" / "zh.txt").read_bytes())
    assert ("P406", "oslo-2019/en.txt") in _found(filled)


def test_a_text_may_be_right_to_break_a_rule(filled: Corpus) -> None:
    _write(filled, "oslo-2019/en.txt", "They called it «new» .\n")
    assert ("P301", "oslo-2019/en.txt") in _found(filled)
    ignore = 'ignore = ["P301", "text-follows-from-source"]'
    _edit(filled, STATEMENT, 'coverage = "full"', f'coverage = "full"\n{ignore}')
    assert not {("P301", "oslo-2019/en.txt"), ("P503", "oslo-2019/en.txt")} & _found(filled)
    assert ("P405", STATEMENT) in _found(filled)
    settings = (filled.root / "corpus.toml").read_text("utf-8")
    _write(filled, "corpus.toml", f"{settings}\n[check]\nignore = ['P20', 'P405']\n")
    assert _found(filled) == set()


def test_a_fix_leaves_git_to_its_user_and_only_touches_what_it_names(filled: Corpus) -> None:
    clean = (filled.root / "oslo-2019" / "en.txt").read_bytes()
    _write(filled, "oslo-2019/en.txt", clean.replace(b" Parties", b"  Parties ").replace(b"\n", b"\r\n"))
    checked = check([filled.root], None, ALL, fix=True)
    assert [Path(path).name for path in checked.mended] == ["en.txt"]
    assert (filled.root / "oslo-2019" / "en.txt").read_bytes() == clean
    assert checked.findings == ()
    assert not (filled.root / ".git" / "p5diff").exists()


def test_only_the_statements_named_are_looked_at(filled: Corpus) -> None:
    _write(filled, "other-1/statement.toml", "id = 7")
    assert check([filled.root / "oslo-2019" / "en.txt"], None, ALL).findings == ()
    assert check([filled.root / "other-1"], None, ALL).failed
    assert check([filled.root / "corpus.toml"], None, ALL).failed


def test_a_file_on_its_own(tmp_path: Path) -> None:
    path = tmp_path / "draft.en.txt"
    path.write_text("The Parties  met.\n")
    assert [item.rule for item in check([path], None, ALL).findings] == ["P201"]
    check([path], None, ALL, fix=True)
    assert path.read_text() == "The Parties met.\n"


def test_a_broken_corpus_file_is_a_finding(filled: Corpus) -> None:
    _write(filled, "corpus.toml", "format = 'one'\nnaem = 3\n")
    found = check([filled.root], None, ALL).findings
    assert [item.rule for item in found] == ["P401"] and "naem: is not a field" in found[0].message


def test_the_schema_knows_every_field(filled: Corpus) -> None:
    import tomllib

    import jsonschema

    from p5diff.corpus import entry as entries

    place = Path(entries.__file__).parent.parent / "data" / "schemas" / "statement-1.0.json"
    schema = json.loads(place.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    table = tomllib.loads((filled.root / STATEMENT).read_text("utf-8"))
    jsonschema.validate(table, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**table, "colour": "blue"}, schema)
