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


def test_a_set_of_topics_holds_in_every_command_that_groups_by_topic(tmp_path: Path) -> None:
    before, after = tmp_path / "before.txt", tmp_path / "after.txt"
    before.write_text("We will build solar plants.\n\nWe will open a school.\n", encoding="utf-8")
    after.write_text("We will build solar plants and sell power.\n", encoding="utf-8")
    files = (str(before), str(after))
    table = p5diff("matrix", *files, "--topics", "rights", "--format", "json")
    assert "energy" not in table.stdout and table.returncode == 0, table.stderr
    assert "energy" in p5diff("matrix", *files, "--topics", "climate", "--format", "json").stdout
    made = json.loads(p5diff("series", *files, "--topics", "none", "--format", "json").stdout)
    assert made["topics"] == {} or made["topics"] == []
    assert p5diff("brief", *files, "--topics", "maritimes").returncode == 2
    page = tmp_path / "pages"
    assert p5diff("report", *files, "--topics", "none", "-o", str(page)).returncode == 0
    assert p5diff("site", str(page / "site"), *files, "--topics", "wrong").returncode == 2
