"""One request and its answer over http or https, to an address that was chosen before.

Built on the standard library's `http.client` without its comforts: nothing is taken from the
environment, no redirect is followed, and a watchdog cuts the line when the time is up, however
slowly the server drips.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

from p5diff.errors import InputError

_CHUNK = 64 * 1024
_HEADERS = {
    "User-Agent": "p5diff (one document at a user's request)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered. `cut` when the body went over the cap or ended too early."""

    status: int
    reason: str
    content_type: str
    charset: str
    location: str
    data: bytes
    cut: bool


class _Watchdog:
    """Closes a connection when the time is up."""

    def __init__(self, seconds: float) -> None:
        from threading import Timer

        self.socket: Any = None
        self.barked = False
        self._timer = Timer(seconds, self._bark)
        self._timer.daemon = True
        self._timer.start()

    def _bark(self) -> None:
        import socket

        self.barked = True
        try:
            if self.socket is not None:
                self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def stop(self) -> None:
        """Call it off."""
        self._timer.cancel()


def exchange(
    host: str, address: str, port: int, target: str, *, secure: bool, seconds: float, most: int
) -> Answer:
    """GET `target` of `host` at `address`. Raises `InputError` when there is no proper answer."""
    from http.client import HTTPConnection, HTTPException

    watchdog = _Watchdog(seconds)
    connection = HTTPConnection(host, port, timeout=seconds)
    try:
        connection.sock = _connected(host, address, port, secure, seconds, watchdog)
        connection.request("GET", target, headers=_HEADERS)
        answer = _read(connection.getresponse(), most)
        if watchdog.barked:  # a line cut off looks like an answer without a stated length that is complete
            raise TimeoutError
        return answer
    except (OSError, HTTPException, ValueError) as error:
        raise _broken(
            host, error, seconds if watchdog.barked or isinstance(error, TimeoutError) else 0
        ) from None
    finally:
        watchdog.stop()
        connection.close()


def _connected(host: str, address: str, port: int, secure: bool, seconds: float, watchdog: _Watchdog) -> Any:
    import socket
    import ssl

    plain = socket.create_connection((address, port), timeout=seconds)
    watchdog.socket = plain
    if not secure:
        return plain
    context = ssl.create_default_context()
    wrapped = context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
    watchdog.socket = wrapped
    wrapped.do_handshake()
    return wrapped


def _read(response: Any, most: int) -> Answer:
    kind = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
    body = bytearray()
    cut = False
    if response.status == 200:
        unpack = _unpacker(response.headers.get("Content-Encoding", ""))
        while not cut and (chunk := response.read1(_CHUNK)):
            body += unpack(chunk, most + 1 - len(body))
            cut = len(body) > most
        cut = cut or bool(response.length)  # of the stated length, something did not come
    return Answer(
        status=response.status,
        reason=_printable(response.reason),
        content_type=_printable(kind),
        charset=_printable(response.headers.get_content_charset() or ""),
        location=response.headers.get("Location", "").strip(),
        data=bytes(body[:most]),
        cut=cut,
    )


def _unpacker(encoding: str) -> Any:
    """Undo a compression that was not asked for, within the cap."""
    name = encoding.strip().lower()
    if name in {"", "identity"}:
        return lambda chunk, room: chunk
    if name not in {"gzip", "x-gzip", "deflate"}:
        raise ValueError(f"the answer is packed as {name}, which was not asked for")
    return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress


def _printable(text: str) -> str:
    return "".join(c for c in text if c.isprintable())[:200]


def _broken(host: str, error: Exception, seconds: float) -> InputError:
    if seconds:
        return InputError(
            "fetch-failed",
            f"{host} is too slow",
            cause=f"the answer was not complete within {seconds:.0f} seconds",
        )
    return InputError(
        "fetch-unreachable",
        f"{host} gave no proper answer",
        cause=f"{type(error).__name__}: {error}"[:300],
    )
