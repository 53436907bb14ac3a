from __future__ import annotations

import json
from pathlib import Path

from tests.cli.run import p5diff


def test_topics_are_listed_with_their_terms_in_a_language() -> None:
    out = p5diff("topics", "--topics", "nuclear", "--language", "fr").stdout
    assert "set nuclear:" in out and "TNP" in out and "santé" not in out


def test_the_list_is_data_too() -> None:
    data = json.loads(p5diff("topics", "--format", "json").stdout)
    assert {p["id"] for p in data["profiles"]} >= {"general", "nuclear", "climate"}
    by_id = {t["id"]: t for t in data["topics"]}
    assert by_id["ctbt"]["needs"] == "nuclear" and by_id["health"]["terms"]


def test_an_unknown_set_and_an_unknown_language_are_refused() -> None:
    assert p5diff("topics", "--topics", "maritimes").returncode == 2
    assert p5diff("topics", "--language", "xx").returncode == 2


def test_without_topics_a_comparison_keeps_the_order_of_the_documents(tmp_path: Path) -> None:
    before, after = tmp_path / "a.txt", tmp_path / "b.txt"
    before.write_text("Oil is dear.\n\nThe CTBT bans tests.\n", encoding="utf-8")
    after.write_text("Oil is very dear.\n\nThe CTBT bans all tests.\n", encoding="utf-8")
    plain = json.loads(p5diff("diff", str(before), str(after), "--format", "json", "--topics", "none").stdout)
    assert plain["topics"] == {} and all(change["topics"] == [] for change in plain["changes"])
    full = json.loads(p5diff("diff", str(before), str(after), "--format", "json").stdout)
    assert [c["before"] for c in full["changes"]] == [c["before"] for c in plain["changes"]]
    assert full["topics"] and full["changes"][0]["topics"][0]["topic"] == "energy"
