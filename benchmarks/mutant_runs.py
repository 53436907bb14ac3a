"""One process that plants many faults: the inside of `benchmarks.mutants`, run in its copy of the checkout.

The tests are collected once, and run once without a fault to learn which of them reach which line. Each
fault is then planted in a fork: the functions that hold it get their changed code, and only the tests that
reach its line run, quickest first, until one fails. A fault outside functions (a constant, a pattern) needs
the module read from the start: the file is changed and a fresh process runs the same tests.
"""

from __future__ import annotations

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

IDLE = 60.0
"""Seconds in which neither a fault's process nor what it ran used the processor: it waits for something that
never comes. The longest wait of a test of the rooms (a lock that another process holds) is a few seconds."""

NOT_PLANTED = 72


def main() -> None:
    """Reads the plan (JSON) that `benchmarks.mutants` wrote, and writes one line of JSON for each fault."""
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    runs = Runs(Path.cwd(), plan)
    command = ["-q", "-n", "0", "-p", "no:cacheprovider", "-o", "addopts=", "-k", plan["without"]]
    _read_here()
    with contextlib.redirect_stdout(sys.stderr):
        code = pytest.main([*command, f"--basetemp={plan['scratch']}", *plan["tests"]], plugins=[runs])
    sys.exit(0 if runs.ended else int(code) or 1)


class Runs:
    """The plugin of pytest that runs the collected tests again and again."""

    def __init__(self, folder: Path, plan: dict[str, object]) -> None:
        self.folder, self.plan, self.ended = folder, plan, False
        self.seconds: dict[str, float] = {}
        self.reach: dict[str, dict[int, list[str]]] = {}
        self.failed = False
        self.items: dict[str, pytest.Item] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        _never_shrink(session.items)
        self.items = {item.nodeid: item for item in session.items}
        modules = list(self.plan["mutants"])  # type: ignore[call-overload]
        self._learn([str(self.folder / "p5diff" / f"{module}.py") for module in modules])
        for module in modules:
            self._module(module)
        self.ended = True
        return True

    def _learn(self, paths: list[str]) -> None:
        """Which tests reach which line, and how long each takes; a test that fails by itself is left out."""
        kept = Path(str(self.plan["scratch"]) + ".map")

        def child() -> int:
            watch = coverage.Coverage(data_file=None, include=paths, config_file=False, messages=False)
            watch.start()
            seconds = {}
            following = [*list(self.items.values())[1:], None]
            for (name, item), then in zip(self.items.items(), following, strict=True):
                watch.switch_context(name)
                self.failed, started = False, time.process_time()
                _protocol(item, then)
                if self.failed:
                    print(f"fails without a fault, left out: {name}", file=sys.stderr)
                else:
                    seconds[name] = time.process_time() - started
            watch.stop()
            data = watch.get_data()
            reach = {path: data.contexts_by_lineno(path) for path in paths}
            kept.write_text(json.dumps([seconds, reach]), encoding="utf-8")
            return 0

        _forked(child, None)
        self.seconds, reach = json.loads(kept.read_text(encoding="utf-8"))
        self.reach = {
            path: {int(line): [n for n in names if n in self.seconds] for line, names in lines.items()}
            for path, lines in reach.items()
        }
        print(f"{len(self.seconds)} tests, {sum(self.seconds.values()):.0f} s", file=sys.stderr, flush=True)

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
            if functions is None:
                tests, cut = self._tests(str(path), None)
                caught = bool(tests) and self._cold(path, source, changed, tests)
            else:
                tests, cut = self._tests(str(path), mutant)
                caught = bool(tests) and self._warm(functions, tests, path, source, changed)
            told = {"module": module, "mutant": fields, "caught": caught, "tests": len(tests), "cut": cut}
            print(json.dumps(told), file=sys.__stdout__, flush=True)

    def _tests(self, path: str, mutant: Mutant | None) -> tuple[list[str], bool]:
        """The tests that reach a fault (the module, for none), within what may be spent: those named after
        the module first, then the quickest."""
        lines = self.reach.get(path, {})
        span = range(mutant.reached[0], mutant.reached[1] + 1) if mutant else list(lines)
        names = {name for line in span for name in lines.get(line, ())}
        chosen: list[str] = []
        spent = 0.0
        own = f"/test_{Path(path).stem}.py"
        for name in sorted(names, key=lambda n: (own not in n, self.seconds[n], n)):
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
                _protocol(item, then)
                if self.failed:
                    return 1
            return 0

        code = _forked(child, LIMIT * sum(self.seconds[name] for name in tests) + FIRST)
        return self._cold(path, source, changed, tests) if code == NOT_PLANTED else code != 0

    def _cold(self, path: Path, source: bytes, changed: bytes, tests: list[str]) -> bool:
        path.write_bytes(changed)
        limit = LIMIT * sum(self.seconds[name] for name in tests) + FIRST
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider"]
        listed = Path(str(self.plan["scratch"]) + ".tests")
        listed.write_text("\n".join(tests), encoding="utf-8")
        try:
            return _forked(lambda: self._fresh([*command, f"@{listed}"]), limit) != 0
        finally:
            path.write_bytes(source)

    def _fresh(self, command: list[str]) -> int:
        done = subprocess.run(
            [*command, f"--basetemp={self.plan['scratch']}"],
            cwd=self.folder,
            capture_output=True,
            check=False,
        )
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


def _bound(limit: float | None) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
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
    functions = [
        each
        for each in gc.get_objects()
        if type(each) is FunctionType and each.__code__ == right and each.__code__.co_filename == where
    ]
    for function in functions:
        function.__code__ = wrong
    return bool(functions)


if __name__ == "__main__":
    main()
