"""Simple and published methods to compare with: each takes two lists of units and gives links."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks import baseline_units as units
from benchmarks import baseline_words as words
from benchmarks.baseline_wiki import wikidiff2_lines

Method = Callable[[Sequence[str], Sequence[str]], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A method, the modules and commands it needs, and the most tokens it is asked to do on a side."""

    links: Method
    modules: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    most: int | None = None

    def missing(self) -> list[str]:
        """What it needs and is not installed."""
        modules = [name for name in self.modules if importlib.util.find_spec(name) is None]
        commands = [name for name in self.commands if not _installed(name)]
        return modules + commands


@cache
def _installed(command: str) -> bool:
    if command != "php-wikidiff2":
        return shutil.which(command) is not None
    found = shutil.which("php") and subprocess.run(["php", "-m"], capture_output=True, check=False).stdout
    return bool(found) and b"wikidiff2" in found


_TABLES = ("numpy", "scipy")
BASELINES = {
    "difflib, equal units": Baseline(units.difflib_equal),
    "rapidfuzz + Hungarian": Baseline(units.rapidfuzz_hungarian, _TABLES),
    "TF-IDF + order-keeping DP": Baseline(units.tfidf_dp, _TABLES),
    "mean of three + order-keeping DP": Baseline(units.mean_dp, _TABLES),
    "mean of three + Hungarian": Baseline(units.mean_hungarian, _TABLES),
    "mutual best, then gaps": Baseline(units.mutual_best, _TABLES),
    "git --word-diff": Baseline(words.git_words, commands=("git",)),
    "wdiff": Baseline(words.wdiff_words, commands=("wdiff",)),
    "dwdiff": Baseline(words.dwdiff_words, commands=("dwdiff",)),
    "diff-match-patch, words": Baseline(words.dmp_words, ("diff_match_patch",), most=5_000),
    "redlines": Baseline(words.redlines_words, ("redlines",), most=40_000),
    "CollateX": Baseline(words.collatex_words, ("collatex", "Levenshtein"), most=1_600),
    "wikidiff2": Baseline(wikidiff2_lines, commands=("php-wikidiff2",)),
}
