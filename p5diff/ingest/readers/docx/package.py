"""The zip around a DOCX: open it within bounds, hand out its parts as XML trees."""

from __future__ import annotations

import posixpath
import zipfile
from functools import partial
from types import TracebackType
from typing import Any

from p5diff.errors import InputError
from p5diff.ingest.readers.archive import BROKEN, opened
from p5diff.ingest.sandbox.limits import Limits, megabytes, too_large
from p5diff.ingest.sandbox.unfolding import extent

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """A DOCX opened for reading. Part names are paths inside the zip (`word/document.xml`)."""

    def __init__(self, data: bytes, *, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        if data.startswith(_OLE):
            raise _old_or_locked(data, name)
        self._zip = opened(data, name, limits, partial(_damaged, name), _locked)
        self.main = self._main_part()

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def part(self, path: str) -> Any | None:
        """The root element of a part, or None when the document has no such part."""
        try:
            info = self._zip.getinfo(path)
        except KeyError:
            return None
        return _tree(self._bytes(info), path, self.name)

    def related(self, part: str, kind: str) -> list[str]:
        """Paths of the parts that `part` refers to as `kind` (`styles`, `header` …), in order."""
        return [path for _, path in self._relations(part, kind)]

    def _relations(self, part: str, kind: str) -> list[tuple[str, str]]:
        folder, _, file = part.rpartition("/")
        root = self.part(f"{folder}/_rels/{file}.rels".lstrip("/"))
        if root is None:
            return []
        return [
            (
                relation.get("Id", ""),
                posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in root.iter(_RELATIONS)
            if relation.get("Type", "").rpartition("/")[2] == kind
            and relation.get("TargetMode") != "External"
        ]

    def _main_part(self) -> str:
        names = set(self._zip.namelist())
        found = [path for path in self.related("", "officeDocument") if path in names]
        main = found[0] if found else "word/document.xml"
        if main not in names or main.startswith(("xl/", "ppt/")):
            raise _no_document(self.name, names)
        return main

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        limit = self.limits.part_bytes
        try:
            with self._zip.open(info) as stream:
                content = stream.read(limit + 1)
        except BROKEN as error:
            raise _damaged(self.name, f"{info.filename}: {error}") from None
        if len(content) > limit:
            raise too_large(self.name, f"its part {info.filename} unpacks to more", megabytes(limit))
        return content


def _tree(content: bytes, path: str, name: str) -> Any:
    from lxml import etree

    root: Any

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    if b"<!DOCTYPE" in content[:100_000]:
        raise _doctype(name, path)
    extent().foresee([content])
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        deep = "Excessive depth" in str(error)
        why = f"it nests its elements more than {_LIBXML_DEPTH} deep" if deep else str(error)
        raise _damaged(name, f"{path}: {why}") from None
    if root.getroottree().docinfo.doctype:
        raise _doctype(name, path)
    _count(root)
    return root


_LIBXML_DEPTH = 256
"""Levels of elements that libxml2 reads without its option for huge files."""
_FEW = 50_000
"""Elements of a part whose depths need no adding up: at the 256 levels that lxml allows they stay in bounds
together with a hundred such parts."""


def _count(root: Any) -> None:
    """Count a part against what one document may unfold to. Raises `InputError` past it."""
    from lxml import etree

    counted = extent()
    elements = int(root.xpath("count(//*)"))
    counted.piece(0, elements + int(root.xpath("count(//@*)")))
    if elements <= _FEW:
        return
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            counted.piece(depth, 0)
        else:
            depth -= 1


def _doctype(name: str, path: str) -> InputError:
    return InputError(
        "docx-doctype",
        f"{name} holds XML with a DOCTYPE, which no Word document has",
        cause=f"{path} declares a document type; such files are made to attack readers",
        hint="do not trust this file; ask its sender for another copy",
    )


def _damaged(name: str, cause: str) -> InputError:
    return InputError(
        "docx-damaged",
        f"{name} is not a readable DOCX",
        cause=cause[:300],
        hint="open it in a word processor and save it again as .docx",
    )


def _locked(name: str) -> InputError:
    return InputError(
        "docx-encrypted",
        f"{name} is protected by a password",
        cause="its content is encrypted, and p5diff asks for no passwords",
        hint="open it in a word processor, save it without a password, and give that file",
    )


def _old_or_locked(data: bytes, name: str) -> InputError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _locked(name)
    return InputError(
        "docx-old-format",
        f"{name} is in the old binary Word format (.doc)",
        cause="p5diff reads .docx, which Word has written since 2007",
        hint="save it as .docx: soffice --headless --convert-to docx FILE.doc",
    )


def _no_document(name: str, names: set[str]) -> InputError:
    kinds = {
        "xl/workbook.xml": "a spreadsheet",
        "ppt/presentation.xml": "a presentation",
        "content.xml": "an OpenDocument file",
    }
    what = next(
        (kind for path, kind in kinds.items() if path in names), "a zip file without a Word document in it"
    )
    return InputError(
        "docx-no-document",
        f"{name} is no DOCX but {what}",
        cause="it has no word/document.xml",
        hint="save the text as .docx or as plain text: soffice --headless --convert-to docx FILE",
    )
