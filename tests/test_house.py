"""The house stays beautiful: layers, types, style; and help stays quick by importing little."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "p5diff"
HEAVY = (
    "git tomlkit rich jinja2 rapidfuzz numpy lxml diff_match_patch pypdfium2 trafilatura docx pydantic "
    "p5diff.language p5diff.model.comparison p5diff.report.brief"
).split()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_imports_go_one_way() -> None:
    done = run(sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_are_strict() -> None:
    done = run(sys.executable, "-m", "mypy")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("command", [["check", "."], ["format", "--check", "."]])
def test_style_is_clean(command: list[str]) -> None:
    done = run(sys.executable, "-m", "ruff", *command)
    assert done.returncode == 0, done.stdout + done.stderr


_TO_DISK = frozenset(
    "write_text write_bytes read_text open mkdir makedirs rmdir unlink remove rename renames touch symlink "
    "symlink_to hardlink_to link link_to chmod fchmod truncate rmtree copyfile copy2 copytree move mkstemp "
    "mkdtemp NamedTemporaryFile TemporaryFile TemporaryDirectory SpooledTemporaryFile fsync mkfifo "
    "fdopen".split()
)
"""Calls by which a Python program opens, makes, changes or removes what stands on a disk."""
_NO_DISK = {
    ("p5diff/cli/main.py", "open"): "the null device, in place of a closed stdout",
    ("p5diff/cli/mv.py", "rename"): "the workflow of that name, which goes through the door",
    ("p5diff/cli/options.py", "replace"): "a parameter of a signature",
    ("p5diff/ingest/readers/docx/package.py", "open"): "a member of an archive in memory",
    ("p5diff/ingest/readers/archive.py", "open"): "a member of an archive in memory",
    ("p5diff/ingest/readers/markdown.py", "open"): "begins a block",
    ("p5diff/report/html/environment.py", "read_text"): "a template of the package, also in a zip",
    ("p5diff/report/phrasebook/__init__.py", "read_text"): "a file of the package, also in a zip",
    ("p5diff/report/topicnames.py", "read_text"): "a file of the package, also in a zip",
}
"""What bears such a name and opens no file that anybody else could have made, with the reason."""


def _calls_to_disk(tree: ast.AST) -> list[tuple[str, int]]:
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        owner = ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        count = len(node.args) + len(node.keywords)
        # a list has `remove` too, and a page has links
        listed = name in _TO_DISK and not (name in ("remove", "link") and owner != "os")
        reads = name == "read_bytes" and owner and count == 0  # `ingest.read_bytes` takes the bytes
        moves = name == "replace" and owner and (count == 1 or owner == "os")  # of a string it takes two
        if owner not in ("disk", "webbrowser") and (listed or reads or moves):
            found.append((name, node.lineno))
    return found


def test_there_is_one_door_to_disk() -> None:
    """Whatever writes or opens a file does it in p5diff/disk.py: whole, bounded, links not followed."""
    found = {
        (str(path.relative_to(ROOT)), name): line
        for path in PACKAGE.rglob("*.py")
        if path.name != "disk.py"
        for name, line in _calls_to_disk(ast.parse(path.read_text("utf-8")))
    }
    assert {place: line for place, line in found.items() if place not in _NO_DISK} == {}
    assert set(_NO_DISK) <= set(found), "an exception that nothing needs any more"


@pytest.mark.parametrize(
    "code",
    ["p.write_bytes(b'')", "open('x')", "os.replace(a, b)", "a.replace(b)", "p.read_bytes()", "os.remove(x)"],
)
def test_the_door_would_be_missed(code: str) -> None:
    assert _calls_to_disk(ast.parse(code))


_OWN_STREAMS = {
    "p5diff/terminal.py": "the one door",
    "p5diff/cli/main.py": "puts the null device in place of a stdout whose reader has gone",
    "p5diff/ingest/sandbox/child.py": "speaks to its parent",
}


def test_there_is_one_door_to_the_terminal() -> None:
    """What is printed goes through p5diff/terminal.py, which spells out what steers a terminal."""
    found = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            stream = isinstance(node, ast.Attribute) and ast.unparse(node) in ("sys.stdout", "sys.stderr")
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if stream or called in ("print", "typer.echo", "typer.secho", "click.echo", "os.write"):
                found.add(str(path.relative_to(ROOT)))
    assert found == set(_OWN_STREAMS)


def test_there_is_one_door_to_a_second_process() -> None:
    """A process that is forked elsewhere may print twice, clean up twice, or be left behind."""
    found = {
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("os.fork", "os.forkpty", "Process")
    }
    assert found == {"p5diff/aside.py"}


def test_corpus_and_rules_are_found_in_one_place() -> None:
    """A function that looks for the corpus by itself can forget the rules that belong to it."""
    for path in sorted((PACKAGE / "workflows").rglob("*.py")) + sorted((PACKAGE / "cli").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            place = f"{path}:{getattr(node, 'lineno', 0)} goes past Workspace"
            if isinstance(node, ast.ImportFrom) and node.module in (
                "p5diff.corpus",
                "p5diff.corpus.catalogue",
            ):
                # `check` takes the corpus that each path lies in
                assert path.name == "check.py" or "find" not in [item.name for item in node.names], place
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("load_rules"):
                assert not node.args or ast.unparse(node.args[0]) == "None", place
            assert not (isinstance(node, ast.Attribute) and ast.unparse(node) == "corpora.find"), place


@pytest.mark.parametrize("arguments", [["--help"], ["diff", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    program = (
        f"import sys; sys.argv = ['p5diff', *{arguments}]\n"
        "from p5diff.cli.main import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        f"print('LOADED', *[m for m in {HEAVY} if m in sys.modules])"
    )
    done = run(sys.executable, "-c", program)
    assert done.stdout.splitlines()[-1] == "LOADED", done.stdout + done.stderr


_STAGES = [
    *sorted((PACKAGE / "align" / "passes").glob("[a-z]*.py")),
    *(PACKAGE / "align" / f"{name}.py" for name in ("engine", "words/changes", "words/lcs")),
    *(PACKAGE / "ingest/layout" / f"{n}.py" for n in "furniture gaps masthead measure unwrap".split()),
    *(
        PACKAGE / "meaning" / f"{n}.py"
        for n in "topics ledger coverage sentence/commitments pair/basis".split()
    ),
    *sorted((PACKAGE / "meaning" / "shifts").glob("*.py")),
]


@pytest.mark.parametrize("path", _STAGES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_each_pass_begins_with_a_worked_example(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    assert re.search(r"(?i)worked example|^Example:|>>> ", said) or path.stem == "links"


_NO_REASON = ("p5diff/report/",)
"""Rooms whose numbers are sizes on a page, there to be looked at."""


def _is_number(node: ast.expr | None) -> bool:
    if isinstance(node, ast.Tuple):
        return bool(node.elts) and all(_is_number(item) for item in node.elts)
    if isinstance(node, ast.BinOp):
        return _is_number(node.left) and _is_number(node.right)
    node = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def _unexplained(source: str) -> list[str]:
    """Numbers of a module without a word on them: after the run they stand in, beside or above it."""
    lines, body, found = source.splitlines(), ast.parse(source).body, []
    run: list[str] = []
    above = False  # whether a comment stands over the run
    for node in [*body, ast.Pass()]:
        if isinstance(node, ast.Assign | ast.AnnAssign) and _is_number(node.value):
            above = lines[node.lineno - 2].startswith("#") or (above and bool(run))
            run.append("" if above or "#" in lines[node.lineno - 1] else lines[node.lineno - 1])
        else:
            said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            found += [] if said else [line for line in run if line]
            run = []
    return found


def test_every_number_of_a_module_says_why() -> None:
    found = {
        str(path.relative_to(ROOT)): numbers
        for path in sorted(PACKAGE.rglob("*.py"))
        if (numbers := _unexplained(path.read_text("utf-8")))
        and not str(path.relative_to(ROOT)).startswith(_NO_REASON)
    }
    assert found == {}


def test_a_number_without_a_word_would_be_missed() -> None:
    assert _unexplained("A = 3\nB, C = 1.5, -2\n") == ["A = 3", "B, C = 1.5, -2"]
    assert _unexplained('A = 3\n"""Why."""\n# Why.\nB = 2**16\nC = 4  # Why.\nD = True\n') == []


def test_a_class_name_means_one_class() -> None:
    """A traceback or a search result that names a class names one thing."""
    homes: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(str(path.relative_to(PACKAGE)))
    assert len(homes) > 300
    assert {name: places for name, places in homes.items() if len(places) > 1} == {}


_KNOWS_CODES = {
    "p5diff/report/phrasebook/__init__.py": "lists the files of phrases that lie beside it",
    "p5diff/meaning/rules/topicfile.py": "the columns of a concept, which a seventh language does not move",
}


def test_languages_are_told_apart_in_one_room() -> None:
    """What differs between languages stands in their modules; "en" alone is what p5diff itself speaks."""
    found = {
        str(path.relative_to(ROOT))
        for path in PACKAGE.rglob("*.py")
        if path.parts[len(PACKAGE.parts)] != "language"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in ("zh", "fr", "ru", "es", "ar")
    }
    assert found == set(_KNOWS_CODES)


_IN_OTHER_PLACES = {
    "corpus/rules/": "in the corpus of whoever reads",
    "source/": "in the folder of a statement",
    "p5diff/report/phrasebook/xx.toml": "a language to come",
    "docs/tricky-cases.got.md": "written by a failing test",
    "docs/tricky-languages.got.md": "written by a failing test",
}


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs"])
def test_pages_name_only_files_and_modules_that_exist(page: str) -> None:
    top = ROOT / page
    folders = [ROOT / name for name in ("p5diff", "tests", "docs", "benchmarks", "fuzz")]
    there = {str(p.relative_to(ROOT)) for folder in folders for p in (folder, *folder.rglob("*"))}
    missing = set()
    for path in [top] if top.is_file() else sorted(top.rglob("*.md")):
        text = path.read_text("utf-8")
        for named in re.findall(r"`([\w-]+(?:/[\w.-]+)*(?:/|/[\w-]+\.(?:py|toml|md)))`", text):
            name = named.rstrip("/")
            if named not in _IN_OTHER_PLACES and not any(p == name or p.endswith(f"/{name}") for p in there):
                missing.add(f"{path.relative_to(ROOT)}: {named}")
        for module in re.findall(r"python -m (benchmarks\.\w+)", text):
            if not {f"{module.replace('.', '/')}{end}" for end in ("", ".py")} & there:
                missing.add(f"{path.relative_to(ROOT)}: {module}")
    assert missing == set()


def test_every_room_stands_in_the_architecture() -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [path for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"]
    inner = [p for room in rooms for p in room.iterdir() if (p / "__init__.py").is_file()]
    assert [room.name for room in rooms if f"`{room.name}/`" not in table] == []
    assert [str(p.relative_to(ROOT)) for p in inner if f"`{p.name}/`" not in table] == []


@pytest.mark.parametrize(
    "room",
    [
        *("meaning", "meaning/sentence", "meaning/pair", "meaning/shifts", "meaning/versions"),
        *("ingest/layout", "text", "threads"),
    ],
)
def test_every_module_of_a_room_of_rules_stands_in_the_architecture(room: str) -> None:
    """A reader who looks for a rule finds its module in the page, and none in it that is gone."""
    rows = [
        row
        for row in (ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines()
        if row.startswith(f"| `{room}/`")
    ]
    named = {name for row in rows for name in re.findall(r"`(\w+)\.py`", row)}
    there = {path.stem for path in (PACKAGE / room).glob("*.py")} - {"__init__"}
    assert named == there


def test_no_law_says_by_itself_on_how_many_cases_it_is_tried() -> None:
    """A number at a law outweighs P5DIFF_CASES in silence: `tests/cases.py` knows both."""
    tests = sorted((ROOT / "tests").rglob("*.py"))
    own = [path.name for path in tests if "max_examples=" in path.read_text()]
    assert own == ["cases.py", "test_law9.py", "test_house.py"]
