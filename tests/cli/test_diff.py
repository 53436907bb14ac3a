"""`p5diff diff`: the main job, its outputs, its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from p5diff import Comparison, from_dict
from tests.cli.run import p5diff, two_files
from tests.conftest import ROOT

OLD = "The States met in Paris.\n\nThey agreed to consider a treaty on testing.\n\nThey thanked France.\n"
NEW = "The States met in Paris.\n\nThey agreed to conclude a treaty on testing.\n\nThey will meet again.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return two_files(tmp_path, OLD, NEW)


def test_the_main_job_runs_on_the_bundled_corpus(tmp_path: Path) -> None:
    done = p5diff("diff", "paris-2011", "washington-2012", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "CTBT" in done.stdout and "new" in done.stdout
    assert "paraphrase" in done.stdout, "a digest says what it is"


def test_json_fits_its_schema_and_is_read_back(files: tuple[Path, Path]) -> None:
    done = p5diff("diff", *files, "--format", "json")
    data = json.loads(done.stdout)
    published = json.loads((ROOT / "p5diff/data/schemas/comparison-2.0.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, published)
    comparison = from_dict(Comparison, data)
    assert [c.pair.kind.value for c in comparison.changes] == ["unchanged", "reworded", "dropped", "new"]


def test_the_same_input_gives_the_same_bytes(files: tuple[Path, Path], tmp_path: Path) -> None:
    outputs = {
        p5diff(
            "diff", *files, "-f", "json", env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        ).stdout
        for seed, zone, locale in (
            ("0", "UTC", "C"),
            ("1", "Asia/Tokyo", "C.UTF-8"),
            ("7", "America/Lima", "C"),
        )
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    ("options", "same", "code"),
    [
        ([], False, 0),
        (["--exit-code"], False, 1),
        (["--exit-code"], True, 0),
        (["--quiet"], False, 1),
        (["--quiet"], True, 0),
    ],
)
def test_exit_codes(files: tuple[Path, Path], options: list[str], same: bool, code: int) -> None:
    old, new = files
    done = p5diff("diff", old, old if same else new, *options)
    assert done.returncode == code, done.stderr
    assert bool(done.stdout) is ("--quiet" not in options)


def test_a_filter_shows_only_what_was_asked(files: tuple[Path, Path]) -> None:
    done = p5diff("diff", *files, "--only", "new")
    assert "They will meet again." in done.stdout and "thanked" not in done.stdout


@pytest.mark.parametrize("color", ["always", "never"])
def test_colour_is_what_was_asked(files: tuple[Path, Path], color: str) -> None:
    done = p5diff("diff", *files, "--color", color, env={"NO_COLOR": "1"})
    assert ("\x1b[" in done.stdout) is (color == "always")


def test_no_color_wins_over_force_color(files: tuple[Path, Path]) -> None:
    assert "\x1b[" in p5diff("diff", *files, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" not in p5diff("diff", *files, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


def test_a_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    old, new = tmp_path / "o.txt", tmp_path / "n.txt"
    old.write_text("The States agree.\n", encoding="utf-8")
    new.write_text("The States \x1b]0;owned\x07 agree \u202egnihton [red]x[/red].\n", encoding="utf-8")
    done = p5diff("diff", old, new, "--color", "always")
    assert "\x1b]" not in done.stdout and "\u202e" not in done.stdout
    assert "<U+001B>]0;owned<U+0007>" in done.stdout and "<U+202E>" in done.stdout
    assert "[red]x[/red]" in done.stdout


BAD = [
    (["washington-2021", "paris-2011"], "washington-2012"),
    (["nowhere.txt", "paris-2011"], "nowhere.txt"),
    (["../x", "paris-2011"], "../x"),
    (["paris-2011:xx", "washington-2012"], "xx"),
    (["paris-2011", "washington-2012", "--only", "newer"], "new"),
    (["paris-2011", "washington-2012", "--topic", "ctb"], "ctbt"),
    (["geneva-2013", "washington-2012"], "geneva-2013"),
    (["paris-2011", "washington-2012", "--corpus", "/nonexistent"], "nonexistent"),
]


@pytest.mark.parametrize(("arguments", "said"), BAD, ids=lambda v: " ".join(v) if isinstance(v, list) else "")
def test_misuse_is_explained(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = p5diff("diff", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr and "To fix:" in done.stderr
    assert "Traceback" not in done.stderr and not done.stdout


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n \n", "text"),
        ("binary.txt", bytes(range(256)) * 40, ""),
        ("broken.txt", "Déclaration commune.".encode() + b"\xff\xfe\x80", ""),
    ],
)
def test_unreadable_files_are_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    done = p5diff("diff", bad, bad)
    assert done.returncode == 2, done.stdout
    assert name in done.stderr and said in done.stderr and "Traceback" not in done.stderr


def test_a_folder_is_refused(tmp_path: Path) -> None:
    done = p5diff("diff", tmp_path, tmp_path)
    assert done.returncode == 2 and "folder" in done.stderr


def test_a_closed_pipe_is_quiet(files: tuple[Path, Path]) -> None:
    import subprocess
    import sys

    command = f"{sys.executable} -m p5diff list | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 141)
