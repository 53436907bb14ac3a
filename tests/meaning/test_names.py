"""States and bodies in six languages, inflected and in short; and what only looks like one."""

from __future__ import annotations

import pytest

from p5diff.language import LANGUAGES, get
from p5diff.meaning import load_rules
from p5diff.meaning.rules.instruments import ASIDE
from p5diff.meaning.sentence import naming

RULES = load_rules()

NAMED = [
    ("en", "Finland, Kenya and the Republic of Korea joined.", {"Finland", "Kenya", "Republic of Korea"}),
    ("en", "The Secretary-General thanked Papua New Guinea.", {"Secretary-General", "Papua New Guinea"}),
    ("fr", "La Finlande, le Kenya et la République de Corée.", {"Finland", "Kenya", "Republic of Korea"}),
    ("es", "Finlandia, Kenya y la República de Corea.", {"Finland", "Kenya", "Republic of Korea"}),
    ("ru", "Делегации Финляндии, Кении и Республики Корея.", {"Finland", "Kenya", "Republic of Korea"}),
    ("ru", "Встреча с Германией, Индией и Чили.", {"Germany", "India", "Chile"}),
    ("ar", "وفنلندا وكينيا وجمهورية كوريا.", {"Finland", "Kenya", "Republic of Korea"}),
    ("zh", "芬兰、肯尼亚和韩国加入。", {"Finland", "Kenya", "Republic of Korea"}),
    ("zh", "中方和俄方会晤了秘书长。", {"China", "Russian Federation", "Secretary-General"}),
]


@pytest.mark.parametrize(("language", "text", "names"), NAMED)
def test_states_and_bodies_are_known(language: str, text: str, names: set[str]) -> None:
    assert {m.item.name for m in naming.find(text, RULES, get(language))} == names


NOT_NAMED = [
    ("en", "Ships in the South China Sea and off Northern Ireland used fine china."),
    ("ru", "Индивидуальные меры того рода принадлежат его перу."),
    ("ru", "Суда в Южно-Китайском море."),
    ("ar", "الدعم المالي للصندوق."),
    ("fr", "Les navires en mer de Chine méridionale."),
    ("zh", "日本海的渔船。"),
    ("en", "The Bank of China, the University of Kenya and the Niger Delta Institute met at Lake Chad."),
    (
        "en",
        "Ships wait in the Gulf of Oman, the Strait of Singapore, the Philippine Sea and the Congo Basin.",
    ),
    ("fr", "La Banque de France, le lac Tchad, le bassin du Congo et la mer du Japon."),
    ("es", "El Banco de España, la Universidad de Chile, el río Paraguay y la cuenca del Congo."),
    ("ru", "Банк России, озеро Чад, река Нигер и Панамский канал."),
    ("ar", "بنك السودان وبحيرة تشاد ونهر الأردن وجامعة تونس."),
    ("zh", "中国银行、智利大学、乍得湖、泰国湾和约旦河。"),
]


@pytest.mark.parametrize(("language", "text"), NOT_NAMED)
def test_what_only_holds_a_name_is_none(language: str, text: str) -> None:
    assert not [m for m in naming.find(text, RULES, get(language)) if m.item.category in {"state", ASIDE}]


def test_every_member_and_observer_has_a_name_in_every_language() -> None:
    states = [n for n in RULES.names if n.category == "state"]
    assert len(states) == 193 + 2
    assert len({n.name for n in states}) == len(states)
    assert all(name.aliases.get(code) for name in states for code in LANGUAGES)


def test_every_name_is_found_where_it_stands_alone() -> None:
    """Each plain alias of a State names that State and no other."""
    for name in (n for n in RULES.names if n.category == "state"):
        for code in LANGUAGES:
            for alias in (a for a in name.aliases[code] if not set(a) & set("[]()*|")):
                found = {m.item.name for m in naming.find(alias, RULES, get(code))}
                assert found == {name.name}, (code, alias, found)
