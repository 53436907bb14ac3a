"""Fuzz an answer of a server: it is whole, or refused; what is packed is unpacked whole or refused."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from typing import Any

from common import fuzz

MOST = 5_000


class _Line:
    """As much of a socket as an answer is read from."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, *_: Any) -> io.BytesIO:
        """The bytes that come."""
        return io.BytesIO(self._data)


def load() -> Callable[[bytes], None]:
    """Reading an answer of any bytes, and a packed page that is cut at any place."""
    from p5diff.ingest.fetch.transfer import _read

    page = bytes(range(256)) * 4

    def read(data: bytes) -> Any:
        response = HTTPResponse(_Line(data))  # type: ignore[arg-type]
        response.begin()
        return _read(response, MOST, secure=False)

    def target(data: bytes) -> None:
        packed = gzip.compress(page[:300], mtime=0) + gzip.compress(page[300:], mtime=0)
        cut = int.from_bytes(data[:2], "big") % (len(packed) + 1)
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        for text in (data, head + data, head + b"Content-Encoding: gzip\r\n\r\n" + packed[:cut]):
            try:
                answer = read(text)
            except (HTTPException, ValueError, OSError):
                continue
            assert len(answer.data) <= MOST
            if text.endswith(b"\r\n\r\n" + packed[:cut]) and not answer.cut:
                assert answer.data == page, "a part was taken for the whole"

    return target


if __name__ == "__main__":
    fuzz(load)
