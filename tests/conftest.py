"""What all tests share: where the shared data stands, and what a skip means."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import readers
from tests.cases import cases

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# No test reads or fills the cache of the person who runs it, not even from a fixture of the session.
os.environ["P5DIFF_CACHE"] = "off"
# Or each process that a test starts compiles all of p5diff again, which takes it longer than its work.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A shared, noisy runner must not turn a slow example into a failure: no deadlines.
settings.register_profile("default", cases(100))
settings.load_profile("default")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """With P5DIFF_REQUIRE_SYSTEM=1 (set by .ci/run) a system test that skips has failed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    required = os.environ.get("P5DIFF_REQUIRE_SYSTEM") == "1"
    if required and report.skipped and item.get_closest_marker("system"):
        report.outcome = "failed"
        report.longrepr = f"a system part is missing where it is required: {report.longrepr}"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared data beside the project; the test skips where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests may change what they see."""
    for name in ("P5DIFF_CORPUS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("P5DIFF_CACHE", "off")
    for name in [n for n in os.environ if n.startswith("GIT_") and n not in ("GIT_EXEC_PATH",)]:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _readers_are_forked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not getattr(request.module, "REAL_READERS", False):
        monkeypatch.setattr("p5diff.ingest.sandbox.parent._started", readers.started)
