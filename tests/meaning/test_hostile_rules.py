"""Rule files that somebody else wrote: bounded in work, and no file of theirs is another's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from p5diff.errors import RulesError
from p5diff.meaning import load_rules
from p5diff.meaning.rules import source


def _nested(levels: int) -> str:
    lists = ['a0 = ["we agree", "we decide"]']
    lists += [f'a{n} = ["{{a{n - 1}}} {{a{n - 1}}}", "{{a{n - 1}}}"]' for n in range(1, levels + 1)]
    return "\n".join(['language = "en"', "[lists]", *lists, "[detect]", f'wide = ["{{a{levels}}}"]'])


@pytest.mark.parametrize("levels", [12, 24, 200, 2000])
def test_lists_within_lists_are_bounded(tmp_path: Path, levels: int) -> None:
    """469 bytes doubled with every level, and took ten seconds at the fourteenth."""
    (tmp_path / "m.toml").write_text(_nested(levels))
    with pytest.raises(RulesError) as caught:
        load_rules(tmp_path)
    assert caught.value.slug == "rules-invalid" and "m.toml, line" in caught.value.message


def test_lists_within_lists_as_people_write_them_are_taken(tmp_path: Path) -> None:
    (tmp_path / "m.toml").write_text(_nested(3))
    assert any(used.name == "rules/m.toml" for used in load_rules(tmp_path).used)


@pytest.mark.parametrize("kind", ["link", "link to a device", "pipe"])
def test_what_is_no_plain_file_is_no_rule_file(tmp_path: Path, kind: str) -> None:
    """Not read, and not waited for: `rules/topics.toml -> /dev/zero` took gigabytes, a pipe for ever."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (tmp_path / "secret.toml").write_text("secret = 1\n")
    if kind == "pipe":
        os.mkfifo(folder / "topics.toml")
    else:
        target = "/dev/zero" if "device" in kind else str(tmp_path / "secret.toml")
        (folder / "topics.toml").symlink_to(target)
    with pytest.raises(RulesError) as caught:
        load_rules(folder)
    assert caught.value.slug == "rules-unreadable" and "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "1" * 5000,
        ".".join("a" * 100_000) + " = 1",
        "a = " + "[" * 9_000,
        f"x = '{'y' * 2_097_153}'",
    ],
    ids=["digits", "dotted", "nested", "large"],
)
def test_what_a_parser_would_choke_on_is_a_mistake_with_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "m.toml").write_text(text)
    with pytest.raises(RulesError) as caught:
        load_rules(tmp_path)
    assert "m.toml" in caught.value.message


def test_the_number_of_rule_files_is_bounded(tmp_path: Path) -> None:
    for number in range(source.MOST_FILES + 1):
        (tmp_path / f"{number}.toml").write_text("")
    with pytest.raises(RulesError) as caught:
        load_rules(tmp_path)
    assert caught.value.slug == "rules-unreadable"
