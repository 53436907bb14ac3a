"""Old Word documents (.doc): turned into DOCX by LibreOffice, where it is installed, and read as that.

No library that is kept up reads the old format. LibreOffice runs without a window, with a profile
of its own that is thrown away, without macros, and with bounds on memory and processor time.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace

from p5diff import disk
from p5diff.errors import InputError
from p5diff.ingest.sandbox.limits import DEFAULT, Limits, check_input
from p5diff.model.alignment import Note
from p5diff.model.source import RawText

_CPU = 120
"""Seconds of processor time for a conversion; a long document takes about ten."""
_MEMORY = 6 * 2**30
"""Address space for LibreOffice, which maps about two gigabytes to start at all."""
_LIMITED = (
    "import os, resource, sys\n"
    "for which, bound in ((resource.RLIMIT_CPU, {cpu}), (resource.RLIMIT_AS, {memory})):\n"
    "    resource.setrlimit(which, (bound, bound))\n"
    "os.execv(sys.argv[1], sys.argv[1:])\n"
)


def read(data: bytes, *, name: str, limits: Limits = DEFAULT) -> RawText:
    """The document as LibreOffice understands it. Raises `InputError` without LibreOffice, and for
    what it cannot turn into DOCX."""
    from p5diff.ingest.readers import docx

    check_input(data, name=name, limits=limits)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise InputError(
            "doc-needs-office",
            f"{name} is in the old binary Word format (.doc)",
            cause="it is read through LibreOffice, which is not installed here",
            hint="install LibreOffice, or save the document as .docx in any word processor",
        )
    converted = _converted(data, program, name)
    found = docx.read(converted, name=name, limits=limits)
    note = Note(
        slug="converted", message="the old Word format was turned into DOCX by LibreOffice, then read"
    )
    return replace(found, format="doc", notes=(*found.notes, note))


def _converted(data: bytes, program: str, name: str) -> bytes:
    with disk.temporary_folder() as folder:
        given, made = folder / "given.doc", folder / "given.docx"
        disk.create(given, data, sync=False)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        convert = ["--headless", "--norestore", "--convert-to", "docx", "--outdir", str(folder), str(given)]
        command = [program, profile, *convert]
        if sys.platform != "win32":
            limited = _LIMITED.format(cpu=_CPU, memory=_MEMORY)
            command = [sys.executable, "-I", "-c", limited, *command]
        try:
            # only to end a program that hangs without working; work is bounded by processor time
            subprocess.run(
                command, capture_output=True, check=False, timeout=10 * _CPU, stdin=subprocess.DEVNULL
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _failed(name, str(error)) from None
        if not made.exists():
            raise _failed(name, "LibreOffice made nothing of it")
        return disk.read_plain(made)


def _failed(name: str, cause: str) -> InputError:
    return InputError(
        "doc-not-converted",
        f"{name} could not be read through LibreOffice",
        cause=cause[:300],
        hint="open it in a word processor and save it as .docx",
    )
