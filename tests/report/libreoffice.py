"""LibreOffice as the oracle for tracked changes: what is left once all are accepted, or rejected."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/"
  xlink:type="simple" library:link="false"/>
</library:libraries>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Settle(names As String, job As String)
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  Dim saved(1) As New com.sun.star.beans.PropertyValue
  Dim paths, n, doc, helper
  opened(0).Name = "Hidden"
  opened(0).Value = True
  saved(0).Name = "FilterName"
  saved(0).Value = "Text (encoded)"
  saved(1).Name = "FilterOptions"
  saved(1).Value = "UTF8,LF,,,"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  paths = Split(names, "|")
  For n = 0 To UBound(paths)
    doc = StarDesktop.loadComponentFromURL(paths(n), "_blank", 0, opened())
    helper.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; job, "", 0, Array())
    doc.storeToURL(paths(n) &amp; "." &amp; job &amp; ".txt", saved())
    doc.close(True)
  Next n
End Sub
</script:module>
"""
COMMANDS = {"accept": "AcceptAllTrackedChanges", "reject": "RejectAllTrackedChanges"}


def settled(folder: Path, files: dict[str, bytes], how: str) -> dict[str, list[str]]:
    """Name → its paragraphs once all changes are accepted or rejected; empty ones left out.

    One start of LibreOffice serves all files.
    """
    home = folder / "profile"
    start = [str(SOFFICE), f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore"]
    # A macro is found only in a profile that LibreOffice itself has set up.
    subprocess.run([*start, "--terminate_after_init"], capture_output=True, timeout=240, check=False)
    basic = home / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic.parent / "script.xlc").write_text(_LIBRARIES)
    (basic / "script.xlb").write_text(_LIBRARY)
    (basic / "Module1.xba").write_text(_MODULE)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    urls = "|".join((folder / name).as_uri() for name in files)
    call = f'macro:///Standard.Module1.Settle("{urls}","{COMMANDS[how]}")'
    done = subprocess.run(
        [*start, call],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    found = {}
    for name in files:
        path = folder / f"{name}.{COMMANDS[how]}.txt"
        assert path.exists(), f"LibreOffice wrote nothing for {name}: {done.stderr}"
        text = path.read_text(encoding="utf-8-sig")
        found[name] = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return found
