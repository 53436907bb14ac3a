"""One process that plants many faults: the inside of `benchmarks.mutants`, run in its copy of the checkout.

The tests are collected once, and run once without a fault to learn which of them reach which line; what was
learned is kept for the next run, as long as neither code nor tests change. Each fault is then planted in a
fork: the functions that hold it get their changed code, and only the tests that reach its line run, one of
each kind first, until one fails. A fault outside functions (a constant, a pattern) needs the module read from
the start: the file is changed, and a fresh process runs the tests that reach a line which names the constant.
So does one in a function whose results are kept.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType, FunctionType

import coverage
import pytest
from hypothesis import Phase, settings

from benchmarks.mutants import LIMIT, Mutant
from p5diff.ingest.sandbox.limits import Limits

MEMORY = 6 << 30
"""Bytes that a run may take: a fault that gathers without end must not take the machine with it."""
FIRST = 10.0
"""Processor seconds beside a multiple of what the tests took: fixtures are made again in each fork."""
ONE = 4.0
"""The same for one test alone, so that a loop without end costs seconds and not the time of all tests. A fork
pays for what it shares with its parent when it first writes to it: one to two seconds were seen."""

IDLE = 60.0
"""Seconds in which neither a fault's process nor what it ran used the processor: it waits for something that
never comes. The longest wait of a test of the rooms (a lock that another process holds) is a few seconds."""

NOT_PLANTED = 72
_KEEPERS = frozenset({"cache", "lru_cache", "memo"})
"""Decorators that keep results."""


def main() -> None:
    """Reads the plan (JSON) that `benchmarks.mutants` wrote, and writes one line of JSON for each fault."""
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    runs = Runs(Path.cwd(), plan)
    command = ["-q", "-n", "0", *runs.places, "-o", "addopts=", "-k", plan["without"]]
    _read_here()
    with contextlib.redirect_stdout(sys.stderr):
        code = pytest.main([*command, *plan["tests"]], plugins=[runs])
    sys.exit(0 if runs.ended else int(code) or 1)


class Runs:
    """The plugin of pytest that runs the collected tests again and again."""

    def __init__(self, folder: Path, plan: dict[str, object]) -> None:
        self.folder, self.plan, self.ended = folder, plan, False
        self.seconds: dict[str, float] = {}
        self.reach: dict[str, dict[int, list[str]]] = {}
        self.failed = False
        self.items: dict[str, pytest.Item] = {}
        scratch = str(plan["scratch"])
        # documents that LibreOffice makes are kept in the cache of pytest: made once, not once a fork
        self.places = [f"--basetemp={scratch}", "-o", f"cache_dir={scratch}.cache"]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        _never_shrink(session.items)
        self.items = {item.nodeid: item for item in session.items}
        self._learn()
        print(f"{len(self.seconds)} tests, {sum(self.seconds.values()):.0f} s", file=sys.stderr, flush=True)
        gc.collect()
        gc.freeze()  # a collection in a fork would write to every object, and so copy them all
        for module in list(self.plan["mutants"]):  # type: ignore[call-overload]
            self._module(module)
        self.ended = True
        return True

    def _learn(self) -> None:
        """Which tests reach which line of the rooms, and how long each takes; a test that fails by itself is
        left out."""
        kept = Path(str(self.plan["map"]))
        if not kept.exists():
            _forked(lambda: self._watched(kept), None)
        self.seconds, self.reach = {}, {}
        seconds, names, reach = json.loads(kept.read_text(encoding="utf-8"))
        self.seconds = seconds
        for path, lines in reach.items():
            told = {int(line): [names[n] for n in numbers] for line, numbers in lines.items()}
            self.reach[str(self.folder / path)] = {
                line: [name for name in found if name in seconds] for line, found in told.items()
            }

    def _watched(self, kept: Path) -> int:
        rooms = [str(self.folder / "p5diff" / room) for room in self.plan["rooms"]]  # type: ignore[attr-defined]
        include = [found for room in rooms for found in (f"{room}.py", f"{room}/*")]
        watch = coverage.Coverage(data_file=None, include=include, config_file=False, messages=False)
        watch.start()
        seconds = {}
        following = [*list(self.items.values())[1:], None]
        for (name, item), then in zip(self.items.items(), following, strict=True):
            watch.switch_context(name)
            self.failed, started = False, _spent()
            _protocol(item, then)
            if self.failed:
                print(f"fails without a fault, left out: {name}", file=sys.stderr)
            else:
                seconds[name] = _spent() - started
        watch.stop()
        data = watch.get_data()
        names = list(self.items)
        number = {name: at for at, name in enumerate(names)}
        reach = {
            str(Path(path).relative_to(self.folder)): {
                line: [number[name] for name in found if name in number]
                for line, found in data.contexts_by_lineno(path).items()
            }
            for path in data.measured_files()
        }
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps([seconds, names, reach]), encoding="utf-8")
        return 0

    def _module(self, module: str) -> None:
        path = self.folder / "p5diff" / f"{module}.py"
        source = path.read_bytes()
        right = compile(source, str(path), "exec", dont_inherit=True)
        for fields in self.plan["mutants"][module]:  # type: ignore[index]
            mutant = Mutant(*fields)
            changed = mutant.planted(source)
            try:
                wrong = compile(changed, str(path), "exec", dont_inherit=True)
            except (SyntaxError, ValueError):
                continue
            functions = _changed(right, wrong)
            started = time.monotonic()
            if functions is None or is_kept(source.decode("utf-8"), mutant.line):
                tests, cut = self._tests(str(path), mutant, users(source.decode("utf-8"), mutant.line))
                caught = bool(tests) and self._cold(path, source, changed, tests)
            else:
                tests, cut = self._tests(str(path), mutant)
                caught = bool(tests) and self._warm(functions, tests, path, source, changed)
            told = {"module": module, "mutant": fields, "caught": caught, "tests": len(tests), "cut": cut}
            took = f"{time.monotonic() - started:.0f} s, {len(tests)} tests"
            print(f"{module}:{mutant.line} {'caught' if caught else 'survived'}, {took}", file=sys.stderr)
            print(json.dumps(told), file=sys.__stdout__, flush=True)

    def _tests(self, path: str, mutant: Mutant, lines: Sequence[int] = ()) -> tuple[list[str], bool]:
        """The tests that reach a fault, or the `lines` that name what it changes, within what may be spent:
        those named after the module first, then the quickest; the more cases of a test came before, the later
        comes its next one."""
        reach = self.reach.get(path, {})
        span = lines or range(mutant.reached[0], mutant.reached[1] + 1)
        names = {name for line in span for name in reach.get(line, ())}
        own = f"/test_{Path(path).stem}.py"
        turns: dict[str, int] = {}
        order = {}
        for name in sorted(names, key=lambda n: (self.seconds[n], n)):
            test = name.partition("[")[0]
            turns[test] = turns.get(test, 0) + 1
            order[name] = (own not in name, turns[test] * self.seconds[name])
        chosen: list[str] = []
        spent = 0.0
        for name in sorted(names, key=lambda n: (order[n], n)):
            if spent > float(str(self.plan["budget"])):
                return chosen, True
            chosen.append(name)
            spent += self.seconds[name]
        return chosen, False

    def _warm(
        self,
        functions: list[tuple[CodeType, CodeType]],
        tests: list[str],
        path: Path,
        source: bytes,
        changed: bytes,
    ) -> bool:
        def child() -> int:
            if not all(_plant(right, wrong) for right, wrong in functions):
                return NOT_PLANTED
            self.failed = False
            items = [self.items[name] for name in tests]
            # one point or letter for each test of each fault is no news
            plugins = items[0].config.pluginmanager
            if reporter := plugins.get_plugin("terminalreporter"):
                plugins.unregister(reporter)
            for item, then in zip(items, [*items[1:], None], strict=True):
                _wind(LIMIT * self.seconds[item.nodeid] + ONE)
                _protocol(item, then)
                if self.failed:
                    return 1
            return 0

        code = _forked(child, LIMIT * sum(self.seconds[name] for name in tests) + FIRST)
        return self._cold(path, source, changed, tests) if code == NOT_PLANTED else code != 0

    def _cold(self, path: Path, source: bytes, changed: bytes, tests: list[str]) -> bool:
        path.write_bytes(changed)
        limit = LIMIT * sum(self.seconds[name] for name in tests) + FIRST
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", *self.places]
        listed = Path(str(self.plan["scratch"]) + ".tests")
        listed.write_text("\n".join(tests), encoding="utf-8")
        try:
            return _forked(lambda: self._fresh([*command, f"@{listed}"]), limit) != 0
        finally:
            path.write_bytes(source)

    def _fresh(self, command: list[str]) -> int:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, check=False)
        return int(done.returncode != 0)


def _read_here() -> None:
    """Readers answer in this process: a fault planted here would not be in the child that the door starts."""
    from p5diff.ingest.sandbox import child, parent

    def talk(header: bytes, data: bytes, limits: Limits) -> tuple[int | None, bytes, bytes]:
        try:
            answer = child._answer(json.loads(header), data, limits)
        except Exception as error:
            return 1, b"", type(error).__name__.encode()
        return 0, json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"), b""

    parent._talk = talk
    child.Pace.sign = lambda self, page, pages: None  # type: ignore[method-assign]


def _never_shrink(items: Sequence[pytest.Item]) -> None:
    """A failing example is enough: looking for the smallest one takes longest of all."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", settings(phases=phases, database=None))
    settings.load_profile("mutants")
    for item in items:
        function = getattr(item, "obj", None)
        own = getattr(function, "_hypothesis_internal_use_settings", None)
        if function is not None and own is not None:
            target = getattr(function, "__func__", function)
            target._hypothesis_internal_use_settings = settings(own, phases=phases, database=None)


def _protocol(item: pytest.Item, then: pytest.Item | None) -> None:
    """One test; fixtures that the next one shares are kept for it."""
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=then)


def _spent() -> float:
    """Processor seconds of this process and of those it has waited for: a test that has a document printed
    is not cheap."""
    return sum(os.times()[:4])


def _wind(limit: float) -> None:
    """From now on this process may use so many seconds of processor time; then it is ended."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, limit)


def users(source: str, line: int) -> list[int]:
    """The lines of a module that name what the statement at `line` binds, itself left out; every line of a
    function or class where nothing names it (what others import, a field of a class). Of a function whose
    head `line` is: its own lines; of one whose results are kept, the lines that name it.

    >>> users("LONG = 3\\n\\ndef f(x):\\n    return x > LONG\\n", 1)
    [4]
    """
    tree = ast.parse(source)
    found = _top(tree, line)
    if isinstance(found, ast.FunctionDef) and not is_kept(source, line):
        return list(range(found.body[0].lineno, (found.end_lineno or line) + 1))
    bound = {node.id for node in ast.walk(found) if isinstance(node, ast.Name) and _stored(node)}
    if isinstance(found, ast.FunctionDef):
        bound = {found.name}
    named: set[int] = set()
    fresh = bound
    while fresh:  # a constant made of another one is known by its own name
        more: set[str] = set()
        for top in tree.body:
            if top is found:
                continue
            at = [n.lineno for n in ast.walk(top) if isinstance(n, ast.Name) and n.id in fresh]
            if at and not isinstance(top, ast.FunctionDef | ast.ClassDef):
                more |= {n.id for n in ast.walk(top) if isinstance(n, ast.Name) and _stored(n)}
            named.update(at)
        fresh, bound = more - bound, bound | more
    inside = {
        at
        for top in tree.body
        if isinstance(top, ast.FunctionDef | ast.ClassDef)
        for at in range(top.lineno + 1, (top.end_lineno or top.lineno) + 1)
    }
    return sorted(named & inside or inside)


def _top(tree: ast.Module, line: int) -> ast.stmt:
    return next(node for node in tree.body if node.lineno <= line <= (node.end_lineno or line))


def is_kept(source: str, line: int) -> bool:
    """Whether the results of the function around a line are kept for later calls: the first test that asks is
    the only one that runs it, and a fork finds what was worked out without the fault.

    >>> is_kept("@cache\\ndef f():\\n    return 3\\n", 3), is_kept("def f():\\n    return 3\\n", 2)
    (True, False)
    """
    found = _top(ast.parse(source), line)
    marks = found.decorator_list if isinstance(found, ast.FunctionDef) else []
    return any(ast.unparse(mark).partition("(")[0] in _KEEPERS for mark in marks)


def _stored(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _bound(limit: float | None) -> None:
    # What is written to, not what is reserved: a browser that a test starts reserves far more than it uses.
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 1))


def _forked(work: Callable[[], int], limit: float | None) -> int:
    """The exit code of `work` in a process of its own; not 0 where it does not end within `limit`."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.setpgid(0, 0)
            _bound(limit)
            code = work()
        finally:
            os._exit(code)
    # Asleep is not busy: a fault that waits for something for ever uses no processor time.
    deadline = None if limit is None else time.monotonic() + 3 * limit
    used, since = _used(child), time.monotonic()
    while deadline is None or time.monotonic() < deadline:
        for _ in range(100):  # about a second: to ask all processes costs more than to ask one
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.01)
        if (now := _used(child)) != used or now is None:
            used, since = now, time.monotonic()
        elif time.monotonic() - since > IDLE:
            break
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 71


def _used(group: int) -> int | None:
    """Processor time of all processes of a group, in ticks; None where the system does not say."""
    total = None
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[2]) == group:
                total = (total or 0) + int(fields[11]) + int(fields[12])
    return total


def _changed(right: CodeType, wrong: CodeType) -> list[tuple[CodeType, CodeType]] | None:
    """The outermost functions that differ, or None where the module or a class itself does."""
    mine, theirs = _inner(right), _inner(wrong)
    if len(mine) != len(theirs) or _own(right) != _own(wrong):
        return None
    found = []
    for old, new in zip(mine, theirs, strict=True):
        if old == new:
            continue
        if old.co_flags & 0x2:  # CO_NEWLOCALS: a function; a class body has it not
            found.append((old, new))
        else:
            inside = _changed(old, new)
            if inside is None:
                return None
            found += inside
    return found


def _inner(code: CodeType) -> list[CodeType]:
    return [each for each in code.co_consts if isinstance(each, CodeType)]


def _own(code: CodeType) -> tuple[object, ...]:
    consts = [(type(each), each) for each in code.co_consts if not isinstance(each, CodeType)]
    return code.co_code, code.co_names, str(consts)


def _plant(right: CodeType, wrong: CodeType) -> bool:
    """Gives every function made of `right` the other code; False where there is none."""
    where = right.co_filename
    gc.unfreeze()  # what is frozen is not among the objects
    functions = [
        each
        for each in gc.get_objects()
        if type(each) is FunctionType and each.__code__ == right and each.__code__.co_filename == where
    ]
    gc.freeze()
    for function in functions:
        function.__code__ = wrong
    return bool(functions)


if __name__ == "__main__":
    main()
