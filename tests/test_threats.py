"""The threats that have no room of their own: invisible changes, letters of another script, texts made to
blow up, the same state twice, caches. docs/security.md has the table of all of them.

`P5DIFF_THREATS=1` runs them at the sizes of that table; otherwise texts are a tenth as long.
"""

from __future__ import annotations

import ast
import json
import os
import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from p5diff import compare_texts
from p5diff import language as languages
from p5diff.corpus import Corpus
from p5diff.corpus.checks.scripts import odd_words
from tests.cli.run import p5diff
from tests.conftest import ROOT

FULL = os.environ.get("P5DIFF_THREATS") == "1"
PART = 1 if FULL else 10

HIDDEN = [
    *"\u202a\u202b\u202c\u202d\u202e",
    *"\u2066\u2067\u2068\u2069",
    *"\u200b\u200c\u200d\u200e\u200f",
    *"\u061c\u2060\ufeff\u034f\u180e",
    "\U000e0041",
    "\U000e007f",
    *"\u2800\u3164\uffa0\ufff0\ufdd0\ufffe",
    *"\ufe00\ufe0e\ufe0f",
    "\U0001bca0",
    "\U0001d173",
]
SENTENCES = {
    "en": "The Parties will report to the Conference each year.",
    "fr": "Les Parties feront rapport à la Conférence chaque année.",
    "es": "Las Partes informarán a la Conferencia cada año.",
    "ru": "Участники будут ежегодно докладывать Конференции.",
    "zh": "各方将每年向大会提交报告。",
    "ar": "ستقدم الأطراف تقريراً إلى المؤتمر كل سنة.",
}


@pytest.mark.parametrize("character", HIDDEN, ids=lambda c: f"U+{ord(c):04X}")
@pytest.mark.parametrize("language", SENTENCES)
def test_a_change_that_cannot_be_seen_is_told(language: str, character: str, tmp_path: Path) -> None:
    """Threat 3: what differs in hidden characters alone is never "the same", and is spelled out."""
    plain, at = SENTENCES[language], 0 if language == "zh" and "\ufe00" <= character <= "\ufe0f" else 5
    changed = plain[:at] + character + plain[at:]
    done = compare_texts(plain, changed, language=language)
    (change,) = done.changes
    assert change.pair.kind != "unchanged"
    edits = [edit for edit in change.pair.edits if edit.op != "keep"]
    assert any(character in edit.text for edit in edits)
    from p5diff import render

    for format_ in ("markdown", "json", "html"):
        assert character not in render(done, format_)


def test_files_that_differ_in_hidden_characters_alone_are_different(tmp_path: Path) -> None:
    """The same from files, as a command tells it: exit code 1, and the place named."""
    told = []
    for number, character in enumerate(HIDDEN if FULL else HIDDEN[::4]):
        one, two = tmp_path / f"{number}a.txt", tmp_path / f"{number}b.txt"
        text = "1. The Parties met in Oslo and agreed.\n\n2. They will report each year.\n"
        one.write_text(text, "utf-8")
        two.write_text(text.replace("Oslo", f"Os{character}lo"), "utf-8")
        done = p5diff("diff", str(one), str(two), "--exit-code")
        told.append((f"U+{ord(character):04X}", done.returncode, character in done.stdout))
    assert [item for item in told if item[1:] != (1, False)] == []


LOOKALIKES = {
    "Cyrillic": dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True)),
    "Greek": dict(zip("oABEHIKMNOPTXZ", "οΑΒΕΗΙΚΜΝΟΡΤΧΖ", strict=True)),
}
LATIN = {other: letter for letter, other in LOOKALIKES["Cyrillic"].items()}
HONEST = {
    "en": "peace access cooperation explosive process export capacity Europe Protocol Conference Once",
    "fr": "espace coopération exercice processus exporter capacité commerce Europe Protocole Charte Nous",
    "es": "espacio cooperación proceso exportar capacidad comercio Europa Protocolo Parte acceso Tratado",
    "ru": "сотрудничество процесс экспорт Протокол Конференция Россия отчёт сокращение основа охрана",
}


def _disguised() -> list[tuple[str, str]]:
    """Words in each of which one letter is that of another script which looks the same."""
    dice = random.Random(4)
    found: list[tuple[str, str]] = []
    for language, honest in HONEST.items():
        for word in honest.split():
            for table in [LATIN] if language == "ru" else LOOKALIKES.values():
                places = [n for n, letter in enumerate(word) if letter in table]
                if places:
                    at = dice.choice(places)
                    found.append((language, word[:at] + table[word[at]] + word[at + 1 :]))
    return found


def test_letters_of_another_script_are_flagged_and_honest_ones_are_not() -> None:
    """Threat 4: all of fifty and more, and no false alarm on the honest words."""
    words = _disguised()
    assert len(words) >= 50
    missed = [w for code, w in words if not list(odd_words(f"x {w} y", language=languages.get(code)))]
    assert missed == []
    for code, honest in HONEST.items():
        assert not list(odd_words(honest, language=languages.get(code)))


def test_a_soft_hyphen_is_a_hint_for_printers_and_no_change() -> None:
    """The one exception, which docs/normalising.md states: it says where a word may be divided."""
    (change,) = compare_texts("The Conference met.", "The Con\u00adference met.", language="en").changes
    assert change.pair.kind == "unchanged"
    assert "\u00ad" not in change.pair.after[0].text


def _words(count: int, seed: int) -> list[str]:
    dice = random.Random(seed)
    return ["".join(dice.choices("bcdfgaeiou", k=6)) for _ in range(count)]


def _paragraph(megabytes: float, seed: int) -> str:
    dice = random.Random(9)
    stock = _words(2_000, 1)
    sentence = []
    size = int(megabytes * 1_000_000 / 7)
    changed = random.Random(seed)
    for number in range(size):
        word = dice.choice(stock)
        sentence.append(changed.choice(stock) if seed and changed.random() < 0.01 else word)
        if number % 20 == 19:
            sentence[-1] += "."
    return " ".join(sentence) + ".\n"


ROW = 50_000 if FULL else 1_500
"""Words of one kind in a row: every word may stand for every other, which is dear up to some 5,000."""
BLOW_UPS = {
    "unrelated": (" ".join(_words(100_000 // PART, 1)), " ".join(_words(100_000 // PART, 2))),
    "the": ("the " * ROW, "the of " * ROW),
    "one-word paragraphs": (
        "\n\n".join(_words(20_000 // PART, 3)),
        "\n\n".join(_words(20_000 // PART, 4)),
    ),
    "one paragraph": (_paragraph(5 / PART, 0), _paragraph(5 / PART, 7)),
    "no full stop": (_paragraph(1 / PART, 0).replace(".", ""), _paragraph(1 / PART, 7).replace(".", "")),
    "one letter": ("a" * (1_000_000 // PART), "a" * (1_000_000 // PART - 1) + "b"),
    "brackets": ("(" * (100_000 // PART), "[" * (100_000 // PART)),
    "numbers": ("1. " * (30_000 // PART), "2. " * (30_000 // PART)),
}
MEMORY = 1_500 * 1024 * 1024
"""Address space of a comparison: what the largest text may ask for in its every copy, with room to spare."""


@pytest.mark.parametrize("kind", BLOW_UPS)
def test_no_text_blows_up(kind: str, tmp_path: Path) -> None:
    """Threat 11: bounded memory, the same bytes each time. (Time is what the benchmarks measure; what grows
    with the square of the length does not end before the bound on processor seconds.)"""
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(BLOW_UPS[kind][0] + "\n", "utf-8")
    two.write_text(BLOW_UPS[kind][1] + "\n", "utf-8")

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (180, 180))

    outputs = set()
    for seed in range(5 if FULL else 2):
        done = subprocess.run(
            [sys.executable, "-m", "p5diff", "diff", str(one), str(two), "-f", "json"],
            capture_output=True,
            preexec_fn=bounded,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=False,
        )
        assert done.returncode in (0, 2), done.stderr[-500:]
        outputs.add(done.stdout + done.stderr)
    assert len(outputs) == 1


def test_the_same_file_added_twice_is_the_same_blob(tmp_path: Path) -> None:
    """Threat 17: bytes of every text, list and entry, by two ways and twice."""
    trees = []
    for name in ("one", "two"):
        corpus = tmp_path / name
        assert p5diff("init", str(corpus), "--name", "c").returncode == 0
        source = tmp_path / "oslo.html"
        source.write_text("<p>1. The Parties met<sup>1</sup>. They agreed.</p><p>2. They part.</p>", "utf-8")
        for _ in range(2):
            done = p5diff(
                "add", str(source), "--id", "oslo-2019", "--language", "en", "--corpus", str(corpus)
            )
            assert done.returncode == 0, done.stderr
        assert p5diff("check", "--fix", "--corpus", str(corpus)).returncode in (0, 1)
        tree = subprocess.run(
            ["git", "rev-parse", "HEAD^{tree}"], cwd=corpus, capture_output=True, text=True, check=True
        )
        trees.append(tree.stdout)
        assert Corpus(corpus).entry("oslo-2019").texts
    assert trees[0] == trees[1]


@pytest.mark.parametrize("format_", ["terminal", "json", "html", "markdown"])
def test_ten_surroundings_give_the_same_bytes(format_: str, tmp_path: Path) -> None:
    """Threat 18: hash seeds, time zones, languages, umask and folder, of the command as it is run."""
    pair = ("paris-2011", "washington-2012")
    outputs = set()
    for seed in range(10 if FULL else 3):
        env = {
            "PYTHONHASHSEED": str(seed),
            "TZ": ("UTC", "Asia/Shanghai", "America/New_York")[seed % 3],
            "LC_ALL": ("C", "C.UTF-8", "ru_RU.UTF-8")[seed % 3],
            "HOME": str(tmp_path / str(seed)),
            "COLUMNS": "80",
        }
        done = subprocess.run(
            [sys.executable, "-m", "p5diff", "diff", *pair, "-f", format_, "--corpus", str(ROOT / "corpus")],
            cwd=tmp_path,
            env={**os.environ, **env},
            umask=(0o022, 0o077, 0o002)[seed % 3],
            capture_output=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_nothing_that_runs_is_read_back_from_disk() -> None:
    """Threat 21: no module of the program loads what would run or build objects as it is read.

    `aside` alone speaks so, to the process that it forked itself, over a pair of sockets that nobody else
    holds: nothing of that was ever on a disk.
    """
    forbidden = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "yaml", "dbm"}
    found = []
    for path in (ROOT / "p5diff").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            found += [f"{path.name}: {name}" for name in names if name.partition(".")[0] in forbidden]
    assert found == ["aside.py: marshal"]
    aside = (ROOT / "p5diff" / "aside.py").read_text("utf-8")
    assert "open(" not in aside and "disk" not in aside, "it reads from its own process alone"


def test_no_command_leaves_a_file_in_the_shared_temporary_folder(tmp_path: Path) -> None:
    """Threat 21: nor one of a name that somebody could lay a trap under."""
    shared, home = tmp_path / "tmp", tmp_path / "home"
    shared.mkdir()
    env = {"TMPDIR": str(shared), "HOME": str(home), "P5DIFF_CACHE": ""}
    (tmp_path / "a.html").write_text("<p>We met. We agreed.</p>")
    for command in (
        ["show", str(tmp_path / "a.html")],
        ["diff", "paris-2011", "washington-2012", "-f", "json"],
        ["series", "paris-2011", "washington-2012", "-f", "json"],
        ["init", str(tmp_path / "c")],
        ["add", str(tmp_path / "a.html"), "--id", "x", "--language", "en", "--corpus", str(tmp_path / "c")],
        ["verify", "--corpus", str(tmp_path / "c")],
    ):
        done = p5diff(*command, env=env)
        assert done.returncode == 0, done.stderr
        assert list(shared.iterdir()) == []
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert kept and all(path.parent.stat().st_mode & 0o077 == 0 for path in kept)
    assert json.loads(kept[0].read_bytes().partition(b"\n")[0])["key"] == kept[0].name.partition(".")[0]
