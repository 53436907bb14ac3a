"""Zip files of strangers (OpenDocument, EPUB, DOCX): opened within bounds, parts handed out as bytes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from p5diff.errors import InputError
from p5diff.ingest.sandbox.limits import Limits, megabytes, too_large

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
"""What the zip library raises for a part that is damaged."""


class Archive:
    """A zip opened for reading. Raises `InputError` for what is damaged, locked or over a limit."""

    def __init__(self, data: bytes, *, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self._zip = opened(data, name, limits, self._damaged, _locked)
        self.names = frozenset(self._zip.namelist())

    def part(self, path: str) -> bytes | None:
        """The bytes of a part, None when there is no such part."""
        if path not in self.names:
            return None
        limit = self.limits.part_bytes
        try:
            with self._zip.open(path) as stream:
                content = stream.read(limit + 1)
        except BROKEN as error:
            raise self._damaged(f"{path}: {error}") from None
        if len(content) > limit:
            raise too_large(self.name, f"its part {path} unpacks to more", megabytes(limit))
        return content

    def _damaged(self, cause: str) -> InputError:
        return InputError(
            "archive-damaged",
            f"{self.name} cannot be unpacked",
            cause=cause[:300],
            hint="open it in the program that made it and save it again",
        )


def _locked(name: str) -> InputError:
    return InputError(
        "archive-locked",
        f"{name} is protected by a password",
        cause="its content is encrypted, and p5diff asks for no passwords",
        hint="open it in its program, save it without a password, and give that file",
    )


_ENTRY = b"PK\x01\x02"
"""What each part begins with in the directory of a zip."""
_WITHIN = 10
"""How many times the limit of parts may be found before the directory is read: what is packed in an archive
may be archives with directories of their own, and to read one of 20,000 parts takes 0.2 s."""


def opened(
    data: bytes,
    name: str,
    limits: Limits,
    damaged: Callable[[str], InputError],
    locked: Callable[[str], InputError],
) -> zipfile.ZipFile:
    """A zip within bounds. Raises `InputError`, made by `damaged` from a cause, or by `locked`.

    What a zip says of the number of its parts may be a lie, and reading its directory to the end costs as
    much as its length asks for, so that the parts are counted in its bytes first.
    """
    parts = data.count(_ENTRY)
    if parts > _WITHIN * limits.entries:
        raise too_large(name, f"it holds {parts:,} parts", f"{limits.entries:,} parts")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise damaged(str(error)) from None
    except Exception as error:  # struct.error and the like, from a damaged directory
        raise damaged(f"{type(error).__name__}: {error}") from None
    _check_entries(archive, name, limits, locked)
    return archive


def _check_entries(
    archive: zipfile.ZipFile, name: str, limits: Limits, locked: Callable[[str], InputError]
) -> None:
    """Refuse archives that hold or unpack to too much, and locked ones (`InputError`, made by `locked`)."""
    infos = archive.infolist()
    if len(infos) > limits.entries:
        raise too_large(name, f"it holds {len(infos):,} parts", f"{limits.entries:,} parts")
    if any(info.flag_bits & 1 for info in infos):
        raise locked(name)
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if unpacked > limits.unpacked_bytes:
        raise too_large(name, f"it unpacks to {megabytes(unpacked)}", megabytes(limits.unpacked_bytes))
    if unpacked > limits.unpack_free and unpacked > packed * limits.unpack_ratio:
        raise too_large(
            name,
            f"it unpacks to {unpacked // max(packed, 1):,} times its size",
            f"{limits.unpack_ratio} times",
        )
