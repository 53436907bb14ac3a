"""Photograph the first screen of a report page: python docs/images/report.py OUT.png BEFORE AFTER

Needs Chromium. The picture in the README is made by
    python docs/images/report.py docs/images/report.png paris-2011 washington-2012
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path


def main(target: str, before: str, after: str) -> None:
    """Write the page into a folder of its own, and photograph what a desk's screen shows of it."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        subprocess.run([sys.executable, "-m", "p5diff", "diff", before, after, "-o", page], check=True)
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        shot = [f"--screenshot={Path(target).resolve()}", "--window-size=1280,900", page.as_uri()]
        subprocess.run(["chromium", *flags, *shot], check=True, capture_output=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
