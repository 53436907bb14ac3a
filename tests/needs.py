"""What a test needs of the machine: it skips, and says so, where that is missing."""

from __future__ import annotations

import shutil

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
