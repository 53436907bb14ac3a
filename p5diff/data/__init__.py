"""Data files: topics, markers, ladders, schemas, and the bundled corpus in an installed package."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
"""Where the data files lie: the one place that says so."""
