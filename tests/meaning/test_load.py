from __future__ import annotations

from pathlib import Path

import pytest

from p5diff import language as languages
from p5diff.data import FOLDER as DATA
from p5diff.errors import RulesError
from p5diff.meaning import classify, ladders, load_rules
from p5diff.meaning.rules.load import with_topics
from p5diff.meaning.sentence.commitments import mark
from p5diff.meaning.sentence.reading import terms
from p5diff.meaning.topics import tag
from p5diff.model.comparison import Verdict
from tests.meaning.texts import aligned, one

MARKER = """language = "en"
reviewed = false

[[marker]]
id = "{id}"
act = "{act}"
pattern = "{pattern}"
match = "{match}"
spare = "{spare}"
"""
GOOD = {
    "id": "toast",
    "act": "decide",
    "pattern": "toasted to",
    "match": "We toasted to it.",
    "spare": "We ate.",
}
TOPIC = '[[topic]]\nid = "{id}"\nlabel = {{ en = "Salt" }}\nterms.en = ["{term}"]\n'


def rules_in(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path, **files: str) -> str:
    with pytest.raises(RulesError) as error:
        load_rules(rules_in(folder, **files))
    assert error.value.slug == "rules-invalid"
    return str(error.value)


def test_the_files_of_the_project_have_no_mistake() -> None:
    from p5diff.meaning.rules.load import _own, check
    from p5diff.meaning.rules.source import Problems

    problems = Problems()
    parts = _own(problems)
    check(parts, parts.used, problems)
    assert problems.found == []


@pytest.mark.parametrize(
    ("change", "problem", "line"),
    [
        ({"act": "toast"}, "unknown act 'toast'", 6),
        ({"match": "We ate it."}, "does not match its own sentence", 8),
        ({"spare": "We toasted to you."}, "matches the sentence it must spare", 9),
        ({"pattern": "(toasted to"}, "never closed", 7),
        ({"pattern": "(a+)+ b"}, "regular expression", 7),
        ({"pattern": "{nobody} toasted"}, "no list 'nobody'", 7),
        ({"pattern": "toasted ~99 to"}, "too wide", 7),
        ({"act": 'decide"\nactor = "guests'}, "nobody is called 'guests'", 7),
    ],
)
def test_a_mistake_in_a_marker_names_file_line_and_remedy(
    tmp_path: Path, change: dict[str, str], problem: str, line: int
) -> None:
    message = refused(tmp_path, mine=MARKER.format(**{**GOOD, **change}))
    assert problem in message
    assert f"rules/mine.toml, line {line}:" in message
    assert "To fix:" in message


def test_a_mistake_in_a_topic_names_file_line_and_remedy(tmp_path: Path) -> None:
    message = refused(
        tmp_path, salt=TOPIC.format(id="salt", term="~3 salt") + 'parent = "spices"\nshape = 1\n'
    )
    assert "rules/salt.toml, line 4" in message and "begins with a gap" in message
    assert "unknown parent 'spices'" in message and "unknown key 'shape'" in message


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    message = refused(
        tmp_path,
        one=MARKER.format(**{**GOOD, "act": "toast"}),
        two=MARKER.format(**{**GOOD, "id": "x", "match": "We ate."}),
        three="not = [toml",
    )
    assert "3 mistakes" in message and "rules/three.toml, line 1" in message


def test_a_ladder_with_an_unknown_act_or_an_act_twice_is_refused(tmp_path: Path) -> None:
    ladder = 'name = "mine"\nsource = "invented"\n[[rung]]\nid = "top"\nstrength = 1\n'
    ladder += 'acts = ["decide", "dance", "decide"]\n'
    message = refused(tmp_path, ladder=ladder)
    assert "unknown act 'dance'" in message and "stands on two rungs" in message
    assert "rules/ladder.toml, line 6" in message


def test_an_unknown_ladder_is_refused_with_those_that_are_there() -> None:
    with pytest.raises(RulesError, match="six-steps"):
        load_rules(ladder="ten-steps")


def test_unreadable_rules_are_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(RulesError, match=r"rules/bad\.toml cannot be read"):
        load_rules(tmp_path)


def test_a_corpus_adds_markers_and_topics(tmp_path: Path) -> None:
    rules = load_rules(
        rules_in(tmp_path, m=MARKER.format(**GOOD), t=TOPIC.format(id="salt", term="brine") + "\n")
    )
    assert mark(one("We toasted to it."), rules)["p1.1"].rule == "rules/m.toml: toast"
    assert tag(one("The brine was cold."), rules)["p1.1"][0].topic == "salt"
    assert rules.topic_order[-1] == "salt" and rules.topic_label("salt", "fr") == "Salt"
    assert mark(one("We will act on it."), rules)["p1.1"].kind.value == "commitment"


def test_a_corpus_adds_terms_to_a_topic_or_replaces_it(tmp_path: Path) -> None:
    more = '[[topic]]\nid = "ctbt"\nterms.en = ["the quiet pact"]\n'
    added = load_rules(rules_in(tmp_path, t=more))
    assert tag(one("They keep the quiet pact on nuclear matters."), added)["p1.1"][0].topic == "ctbt"
    assert tag(one("They keep the CTBT."), added)["p1.1"][0].topic == "ctbt"
    full = '[[topic]]\nid = "ctbt"\nreplace = true\nlabel = { en = "Pact" }\nterms.en = ["the quiet pact"]\n'
    replaced = load_rules(rules_in(tmp_path, t=full))
    assert "ctbt" not in [t.topic for t in tag(one("They keep the CTBT."), replaced)["p1.1"]]
    alone = load_rules(
        rules_in(tmp_path, t="replace_topics = true\n" + TOPIC.format(id="salt", term="brine"))
    )
    assert alone.topic_order == ("salt",)


def test_digests_name_every_file_and_change_with_it(tmp_path: Path) -> None:
    plain = {r.name: r.sha256 for r in load_rules().digests()}
    assert {"topics.toml", "instruments.toml", "acts.toml", "markers.zh.toml"} <= plain.keys()
    one_ = {
        r.name: r.sha256 for r in load_rules(rules_in(tmp_path, t=TOPIC.format(id="a", term="b c"))).digests()
    }
    two = {
        r.name: r.sha256 for r in load_rules(rules_in(tmp_path, t=TOPIC.format(id="a", term="b d"))).digests()
    }
    assert one_["rules/t.toml"] != two["rules/t.toml"]
    assert {k: v for k, v in one_.items() if k in plain} == plain


def test_another_ladder_changes_the_verdicts_and_their_provenance_and_nothing_else(tmp_path: Path) -> None:
    text = (DATA / "commitment" / "ladder.six-steps.toml").read_text(encoding="utf-8")
    upside = text.replace("six-steps", "upside-down")
    for old, new in (("strength = 6", "strength = 0"), ("strength = 1\n", "strength = 9\n")):
        assert old in upside
        upside = upside.replace(old, new)
    path = tmp_path / "mine.toml"
    path.write_text(upside, encoding="utf-8")
    before, after = one("They discussed a gate."), one("They will build a gate.")
    plain, turned = (
        classify(aligned(before, after), before, after, rules)[0]
        for rules in (load_rules(), load_rules(ladder=path))
    )
    assert plain.shifts[0].verdict is Verdict.STRONGER
    assert turned.shifts[0].verdict is Verdict.WEAKER
    assert "upside-down" in turned.shifts[0].rule
    assert (plain.pair, plain.topics) == (turned.pair, turned.topics)
    assert [(m.kind, m.lead_verb, m.evidence) for m in plain.marks] == [
        (m.kind, m.lead_verb, m.evidence) for m in turned.marks
    ]


def test_the_ladders_of_the_package_are_named_and_sourced() -> None:
    assert ladders()[0] == "six-steps" and len(ladders()) >= 2
    for name in ladders():
        ladder = load_rules(ladder=name).ladder
        assert ladder.name == name and ladder.source


def test_an_act_that_a_ladder_leaves_out_is_not_comparable() -> None:
    rules = load_rules(ladder="security-council-2009")
    before, after = one("They discussed a gate."), one("They will build a gate.")
    assert (
        classify(aligned(before, after), before, after, rules)[0].shifts[0].verdict is Verdict.NOT_COMPARABLE
    )
    before, after = one("They demand that the siege ends."), one("They request that the siege ends.")
    assert classify(aligned(before, after), before, after, rules)[0].shifts[0].verdict is Verdict.WEAKER


def test_terms_of_several_words_are_offered_to_the_highlighter() -> None:
    rules = load_rules()
    assert "不扩散核武器条约" in terms(rules, languages.get("zh"))
    assert all(not set(t) & set("*[]()|~{}^#") for t in terms(rules, languages.get("en")))


def test_a_concept_has_a_column_for_each_language(tmp_path: Path) -> None:
    written = '[[topic]]\nid = "salt"\nlabel = { en = "Salt" }\nconcepts = """\nsalt / 盐\n"""\n'
    told = refused(tmp_path, salt=written)
    assert "2 columns" in told and "rules/salt.toml, line 5" in told


def test_a_corpus_adds_concepts_and_leads_with_them_on_a_tie(tmp_path: Path) -> None:
    written = "salt; !brine; ?crystal* / 盐 / sel / соль / sal / ملح"
    rules = load_rules(
        rules_in(
            tmp_path,
            salt=f'[[topic]]\nid = "salt"\nlabel = {{ en = "Salt" }}\nconcepts = """\n{written}\n"""\n',
        )
    )

    def told(text: str, language: str = "en") -> list[str]:
        return [t.topic for t in tag(one(text, language), rules)["p1.1"]]

    assert told("They spoke of wheat and salt.") == ["salt", "food"]
    assert told("They spoke of wheat and brine.") == ["food", "salt"]
    assert told("They spoke of a crystal.") == []
    assert told("Ils ont parlé de sel.", "fr") == ["salt"]


def test_each_field_stands_in_the_file_of_one_set_which_names_it() -> None:
    """A reader finds the concepts of a topic by the set that it belongs to."""
    rules = load_rules()
    homes: dict[str, set[str]] = {}
    for topic in rules.topics:
        for _line, source in topic.concepts:
            homes.setdefault(topic.id, set()).add(source.name)
    files = {f"concepts/{path.name}" for path in (DATA / "concepts").iterdir()}
    assert {name for names in homes.values() for name in names} == files
    for topic_id, names in homes.items():
        (name,) = names
        profile = name.removeprefix("concepts/").removesuffix(".toml")
        first = (DATA / name).read_text(encoding="utf-8").splitlines()[0]
        assert topic_id in first.partition(":")[2].replace(",", " ").replace(".", " ").split()
        assert topic_id in with_topics(rules, profile).topic_order
