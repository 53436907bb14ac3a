"""The one home of kept results: what it trusts, what it refuses, what it forgets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from p5diff import cache
from p5diff.cache import VARIABLE, Shelf, digest, folder, is_own, keep, read

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system tells no owner and no mode")

SUFFIX = ".kept.json"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def put(key: str, body: bytes, *, most: int = 10_000, newest: int = 12) -> None:
    keep(key, SUFFIX, body, most=most, newest=newest, kind="test")


def got(key: str) -> bytes | None:
    return read(key, SUFFIX, most=10_000, kind="test")


def test_what_is_kept_comes_back_under_its_own_name_alone(place: Path) -> None:
    put("1f", b"lamps")
    assert (got("1f"), got("2f")) == (b"lamps", None)
    (place / f"2f{SUFFIX}").write_bytes((place / f"1f{SUFFIX}").read_bytes())
    assert got("2f") is None, "it says that it stands for another"


def test_a_body_that_is_not_what_its_head_says_is_none(place: Path) -> None:
    put("1f", b"lamps")
    file = place / f"1f{SUFFIX}"
    file.write_bytes(file.read_bytes().replace(b"lamps", b"sails"))
    assert got("1f") is None


@pytest.mark.parametrize(("mode", "own"), [(0o700, True), (0o755, True), (0o775, False), (0o757, False)])
def test_a_folder_that_others_may_write_to_is_not_the_user_s(place: Path, mode: int, own: bool) -> None:
    put("1f", b"lamps")
    place.chmod(mode)
    assert is_own(place) is own
    assert got("1f") == (b"lamps" if own else None)
    put("2f", b"sails")
    assert (place / f"2f{SUFFIX}").exists() is own


def test_a_link_to_a_folder_and_a_file_are_not_the_user_s_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("lamps")
    assert [is_own(tmp_path / name) for name in ("real", "link", "file", "none")] == [
        True,
        False,
        False,
        False,
    ]


def test_a_new_folder_is_made_for_the_user_alone(place: Path) -> None:
    put("1f", b"lamps")
    assert place.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("repository", ["kept", "."])
def test_a_folder_inside_a_repository_counts_as_none(repository: str, tmp_path: Path, place: Path) -> None:
    """A corpus that somebody else made must not bring results along."""
    (tmp_path / repository / ".git").mkdir(parents=True)
    assert folder("test") is None
    put("1f", b"lamps")
    assert not (place / f"1f{SUFFIX}").exists()


@pytest.mark.parametrize("named", ["off", "OFF", "kept/here", "~/kept"])
def test_off_and_a_path_that_is_not_whole_count_as_none(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, named)
    assert folder("test") is None


def test_the_user_s_own_folder_is_where_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert folder("test") == tmp_path / "xdg" / "p5diff" / "test"
    monkeypatch.setenv("XDG_CACHE_HOME", "xdg")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folder("test") == tmp_path / ".cache" / "p5diff" / "test", "a relative one is ignored"


def test_the_newest_stay_and_what_has_another_suffix(place: Path) -> None:
    for at, key in enumerate(("1f", "2f", "3f")):
        put(key, b"lamps", newest=3)
        os.utime(place / f"{key}{SUFFIX}", (1000 + at, 1000 + at))
    (place / "notes.txt").write_text("not ours")
    put("4f", b"lamps", newest=2)
    assert sorted(path.name for path in place.iterdir()) == [f"3f{SUFFIX}", f"4f{SUFFIX}", "notes.txt"]


def test_what_is_too_large_is_not_kept(place: Path) -> None:
    put("1f", b"l" * 200, most=200)
    put("2f", b"l" * 20, most=200)
    assert (got("1f"), got("2f")) == (None, b"l" * 20)


def shelf() -> Shelf:
    return Shelf("1f", kind="test", suffix=SUFFIX)


def test_a_shelf_keeps_what_was_asked_for_and_forgets_the_rest(place: Path) -> None:
    first = shelf()
    first.put("a", [1, "x"])
    first.put("b", 2)
    first.save()
    second = shelf()
    assert (second.get("a"), second.get("c")) == ([1, "x"], None)
    second.save()
    assert (shelf().get("a"), shelf().get("b")) == ([1, "x"], None)


def test_a_shelf_that_was_gone_through_in_part_forgets_nothing(place: Path) -> None:
    first = shelf()
    first.put("a", 1)
    first.save()
    second = shelf()
    second.put("b", 2)
    second.save(whole=False)
    assert (shelf().get("a"), shelf().get("b")) == (1, 2)


def test_a_value_that_turned_out_to_be_none_is_written_over(place: Path) -> None:
    first = shelf()
    first.put("a", "no entry")
    first.save()
    second = shelf()
    assert second.get("a") == "no entry"
    second.put("a", "an entry")
    second.save()
    assert shelf().get("a") == "an entry"


def test_a_shelf_with_as_many_other_values_is_written(place: Path) -> None:
    first = shelf()
    first.put("a", 1)
    first.save()
    second = shelf()
    second.put("b", 2)
    second.save()
    assert (shelf().get("a"), shelf().get("b")) == (None, 2)


def test_a_shelf_that_is_damaged_or_no_table_is_empty(place: Path) -> None:
    for body in (b"[1, 2]", b"{", b"null", b"[" * 100_000):
        keep("1f", SUFFIX, body, most=1_000_000, newest=12, kind="test")
        assert shelf().get("a") is None


def test_a_folder_somewhere_below_a_repository_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "far" / "below" / "it"))
    assert folder("test") is None


def test_a_shelf_that_holds_the_same_is_not_written_again(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = shelf()
    first.put("a", 1)
    first.save()
    second = shelf()
    second.get("a")
    monkeypatch.setattr(cache, "keep", lambda *_, **__: pytest.fail("written again"))
    second.save()


@pytest.mark.parametrize(
    ("one", "other"), [(("ab", "c"), ("a", "bc")), (("ab",), ("a", "b")), (("", "a"), ("a", "")), ((), ("",))]
)
def test_no_two_lists_of_parts_have_one_digest(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert digest(*one) != digest(*other)
    assert digest(*one) == digest(*(part.encode() for part in one))
