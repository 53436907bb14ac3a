"""The JSON twins of the rule files: in step with the TOML, and never believed where they are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from p5diff.classify import parsed, source


@pytest.mark.parametrize("path", parsed.originals(), ids=lambda path: path.name)
def test_twin_is_in_step(path: Path) -> None:
    """`p5diff.classify.parsed.write()` writes them anew."""
    twin = parsed.TWINS / f"{path.name}.json"
    assert twin.read_text(encoding="utf-8") == parsed.twin_of(path)
    tables = parsed.tables(path.name, source.read(path, path.name).digest)
    assert tables == tomllib.loads(path.read_text(encoding="utf-8"))


def test_each_twin_has_its_original() -> None:
    """A rule file that went leaves no twin."""
    twins = {path.name.removesuffix(".json") for path in parsed.TWINS.iterdir()}
    assert twins == {path.name for path in parsed.originals()}


def test_a_file_of_the_same_name_is_parsed_itself(tmp_path: Path) -> None:
    """What a corpus calls topics.toml is not what the package calls so."""
    path = tmp_path / "topics.toml"
    path.write_text("[[topic]]\nid = 'own'\n", encoding="utf-8")
    assert source.parse(source.read(path, "topics.toml"), source.Problems()) == {"topic": [{"id": "own"}]}


def test_a_name_that_leads_elsewhere_finds_no_twin() -> None:
    """The name of a file is a name, never a path."""
    assert parsed.tables("rules/none.toml", "") is None
