"""The one door to disk: every file that p5diff writes or reads goes through here.

Writing is whole or not at all: a temporary file beside the target, made durable, then renamed
over it, so that a full disk or a crash leaves the old file. Reading is bounded in bytes before it
begins, and what stands in a folder that somebody else may have made (a corpus, a repository, a
cache) is opened without following a link, and only if it is a plain file: a link leads out of the
folder, a pipe never ends, a device never stops.

Raises `OSError` as the system does; the caller knows what the file was and says it.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO, Any

MOST = 64 * 1024 * 1024
"""Bytes of the largest file read from a folder: above the 50 MB that a reader of texts takes, so
that every original that could be added can be read again."""

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


class NotPlain(OSError):
    """What stands at a place is no plain file: a link, a pipe, a device, a folder."""


class TooLarge(OSError):
    """A file holds more bytes than the caller takes."""


def read_plain(path: Path | str, *, most: int = MOST) -> bytes:
    """The bytes of a plain file. Raises `NotPlain` for a link or anything that is no file,
    `TooLarge` past `most` bytes, `OSError` otherwise. Folders above it are not looked at: for a
    path from outside use `read_below`."""
    try:
        handle = os.open(path, os.O_RDONLY | _NO_LINK)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENXIO):
            raise NotPlain(error.errno, "not a plain file", str(path)) from error
        raise
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotPlain(errno.EINVAL, "not a plain file", str(path))
        return _all(handle, path, most)
    finally:
        os.close(handle)


def read_below(root: Path, relative: str, *, most: int = MOST) -> bytes:
    """The bytes of the plain file `relative` (forward slashes) below `root`, with no link on the
    way. Raises as `read_plain`, and `NotPlain` for a path that leads out of `root`."""
    return read_plain(below(root, relative), most=most)


def read_named(path: Path, *, most: int) -> bytes:
    """The bytes of what a person named: links and pipes are theirs to use, the bound holds all the
    same. Raises `TooLarge` or `OSError`."""
    with open(path, "rb", opener=_without_waiting) as stream:
        return _bounded(stream, path, most)


def _without_waiting(path: str, flags: int) -> int:
    """Open what a person named. What calls itself a file and has nothing to give (/proc/kmsg) is an error;
    a pipe is waited for."""
    plain = stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 (as open gives it)
    return os.open(path, flags | (getattr(os, "O_NONBLOCK", 0) if plain else 0))


def below(root: Path, relative: str) -> Path:
    """`root/relative`; raises `NotPlain` when it leaves `root` or a part of it is a link."""
    pure = PurePosixPath(relative)
    if not relative or pure.is_absolute() or ".." in pure.parts or "\0" in relative:
        raise NotPlain(errno.EINVAL, "leads out of its folder", relative)
    path = root
    for part in pure.parts:
        path /= part
        if path.is_symlink():
            raise NotPlain(errno.ELOOP, "is a symbolic link", str(path))
    return path


def is_plain_folder(path: Path) -> bool:
    """Whether a folder stands at `path` itself, not a link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


_PIECE = 256 * 1024
"""Bytes asked for at once: nearly every text of a corpus in one go, and no more memory than that."""


def _all(handle: int, path: Path | str, most: int) -> bytes:
    """The bytes to the end, straight from the system: a corpus has tens of thousands of small files, and
    a stream for each costs more than its bytes. What is read counts, not the size that is stated."""
    data = os.read(handle, min(_PIECE, most + 1))
    if not data:
        return data
    pieces, size = [data], len(data)
    while size <= most and (data := os.read(handle, min(_PIECE, most + 1 - size))):
        pieces.append(data)
        size += len(data)
    if size > most:
        raise TooLarge(errno.EFBIG, f"holds more than {most:,} bytes", str(path))
    return b"".join(pieces)


def _bounded(stream: IO[bytes], path: Path, most: int) -> bytes:
    """What is read counts, not the size that is stated: a device states none."""
    data: bytes | None = stream.read(most + 1)
    if data is None:
        raise BlockingIOError(errno.EAGAIN, "it has nothing to give now", str(path))
    if len(data) > most:
        raise TooLarge(errno.EFBIG, f"holds more than {most:,} bytes", str(path))
    return data


def write(path: Path, data: bytes | Iterable[bytes], *, sync: bool = True) -> None:
    """Write all of `data`, whole or in pieces that are made as they are written, or nothing; a file that is
    there keeps its mode until it is replaced whole by one that has the same. A link is replaced, never
    written through. Without `sync` a machine that stops at once may leave it torn: for what is checked when
    it is read, and may be lost. Raises `NotPlain` for a pipe, a socket or a device: a plain file in the
    place of `/dev/null` breaks the machine."""
    _need_replaceable(path)
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(_pieces(data))
            stream.flush()
            temporary.chmod(_mode(path))
            if sync:
                os.fsync(handle)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if sync:
        sync_folder(path.parent)


def _pieces(data: bytes | Iterable[bytes]) -> Iterable[bytes]:
    return (data,) if isinstance(data, bytes) else data


_TEMPORARY = ".p5diff-"
"""Begins the name of a file that is not whole yet; that of the target may be too long to be added to."""


def _need_replaceable(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return
    if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode) or stat.S_ISDIR(mode)):
        raise NotPlain(errno.EINVAL, "a pipe, a socket or a device stands there", str(path))


_SYSTEM = (Path("/dev"), Path("/proc"))
"""Folders in which names stand for devices and open files, also where they are links to them."""


def is_stream(path: Path) -> bool:
    """Whether what a person named is to be written into, never replaced: a pipe, `/dev/stdout` …"""
    try:
        mode = path.stat().st_mode
        folder = real(path.parent)
    except (OSError, ValueError):
        return False
    system = any(folder.is_relative_to(place) for place in _SYSTEM) and not folder.is_relative_to("/dev/shm")
    return not stat.S_ISDIR(mode) and (system or stat.S_ISFIFO(mode) or stat.S_ISCHR(mode))


def pour(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write into a pipe or a device as it stands (see `is_stream`). Raises `NotPlain` for a disk, which would
    lose all that it holds, and `OSError` for a pipe that nobody reads."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    with os.fdopen(handle, "wb", buffering=0) as stream:
        mode = os.fstat(handle).st_mode
        if stat.S_ISBLK(mode):
            raise NotPlain(errno.EINVAL, "a disk stands there", str(path))
        if stat.S_ISREG(mode):
            os.ftruncate(handle, 0)
        os.set_blocking(handle, True)
        for piece in _pieces(data):
            rest = memoryview(piece)
            while rest:
                rest = rest[stream.write(rest) :]


def real(path: Path) -> Path:
    """The path without links, as far as they lead anywhere: `Path.resolve` takes a link to itself for a
    fault of the program."""
    return Path(os.path.realpath(path))


def create(path: Path, data: bytes, *, sync: bool, like: Path | None = None) -> None:
    """Write a new file in a folder of our own, with the mode of `like` where that is a file;
    a reader must know by other means that it is whole (a journal, a later rename).
    What stands there already is no plain file of ours and is refused."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        if like is not None and like.is_file() and hasattr(os, "fchmod"):
            os.fchmod(handle, _mode(like))
        if sync:
            os.fsync(handle)


def copy(source: Path, target: Path) -> None:
    """Copy a plain file's bytes and mode into a folder of our own."""
    target.parent.mkdir(parents=True, exist_ok=True)
    create(target, read_plain(source, most=_INDEX), sync=False, like=source)


_INDEX = 1024 * 1024 * 1024
"""Bytes of the largest file that is copied: an index of git for some ten million files."""


def rename(source: Path, target: Path) -> None:
    """Put a file or a new folder in its place in one step; folders above it are made."""
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)


def remove(path: Path) -> None:
    """Remove a file, if it is there; of a link, the link."""
    path.unlink(missing_ok=True)


def remove_empty(path: Path, *, up_to: Path) -> None:
    """Remove the folders above `path` and below `up_to` that have become empty."""
    for folder in path.parents:
        if folder == up_to or not folder.is_relative_to(up_to):
            return
        try:
            folder.rmdir()
        except OSError:
            return


def remove_if_empty(path: Path) -> None:
    """Remove a folder that holds nothing; any other stays."""
    with suppress(OSError):
        path.rmdir()


def remove_folder(path: Path) -> None:
    """Remove a folder of our own with all that is in it; links in it are removed, not followed.
    Nothing happens where `path` itself is a link."""
    if is_plain_folder(path):
        shutil.rmtree(path, ignore_errors=True)


def make_folder(path: Path, *, private: bool = False) -> None:
    """Make a folder and those above it; `private`: for its owner alone."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700 if private else 0o777)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_all() -> None:
    """Make everything written so far durable: quicker than file by file when there are many."""
    if hasattr(os, "sync"):
        os.sync()


@contextmanager
def nameless(data: bytes) -> Iterator[IO[Any]]:
    """A file without a name that holds `data`, from its beginning: input for a program. For no data there is
    nothing to make, which a full disk would not let be made."""
    if not data:
        with Path(os.devnull).open("rb") as stream:
            yield stream
        return
    with tempfile.TemporaryFile() as stream:
        stream.write(data)
        stream.seek(0)
        yield stream


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for its owner alone, under a name nobody can guess, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="p5diff-") as name:
        yield Path(name)


@contextmanager
def held(path: Path) -> Iterator[int]:
    """A handle on a folder, for a lock of the kernel that ends with its holder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def _mode(path: Path) -> int:
    """The mode of the plain file at `path`, else that of a new one."""
    try:
        found = path.lstat()
        if stat.S_ISREG(found.st_mode):
            return stat.S_IMODE(found.st_mode)
    except OSError:
        pass
    return 0o666 & ~_umask()


def _umask() -> int:
    """The umask can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
