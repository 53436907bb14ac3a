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
"""Bytes read at once: bounds are checked as often, and larger pieces are no faster."""
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

        self._socket: Any = None
        self.barked = False
        self._timer = Timer(seconds, self._bark)
        self._timer.daemon = True
        self._timer.start()

    def _bark(self) -> None:
        import socket

        self.barked = True
        try:
            if self._socket is not None:
                self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def guard(self, socket: Any) -> None:
        """Watch over this socket from now on. Raises `TimeoutError` where the time was up before: nobody
        would close it later, and a server that drips would hold the line for good."""
        self._socket = socket
        if self.barked:
            raise TimeoutError

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
        answer = _read(connection.getresponse(), most, secure=secure)
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
    try:
        watchdog.guard(plain)
    except TimeoutError:
        plain.close()
        raise
    if not secure:
        return plain
    context = ssl.create_default_context()
    # A line that ends without the closing word of TLS was cut, and is an error; Python tells OpenSSL 3 to
    # take it for an end.
    context.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 0)
    wrapped = context.wrap_socket(
        plain, server_hostname=host, do_handshake_on_connect=False, suppress_ragged_eofs=False
    )
    watchdog.guard(wrapped)
    wrapped.do_handshake()
    return wrapped


def _read(response: Any, most: int, *, secure: bool) -> Answer:
    kind = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
    body = bytearray()
    cut, came = False, 0
    if response.status == 200:
        _need_plain_length(response)
        packed = _Unpacker(", ".join(response.headers.get_all("Content-Encoding", [])))
        stated = response.length is not None or response.chunked
        while not cut and (chunk := response.read1(_CHUNK)):
            came += len(chunk)  # what is packed may hold nothing, without end
            body += packed.feed(chunk, most + 1 - len(body))
            cut = max(len(body), came) > most
        # Of the stated length, something did not come; or the packing has not come to its end; or
        # nothing tells where the document ends but that the line was closed.
        cut = cut or bool(response.length) or not packed.whole
        cut = cut or (not stated and not _has_an_end(bytes(body), secure))
    return Answer(
        status=response.status,
        reason=_printable(response.reason),
        content_type=_printable(kind),
        charset=_printable(response.headers.get_content_charset() or ""),
        location=response.headers.get("Location", "").strip(),
        data=bytes(body[:most]),
        cut=cut,
    )


def _need_plain_length(response: Any) -> None:
    """Raise ValueError for an answer that is a part, that states two lengths or none that is one, or
    that is wrapped in a way that `http.client` would hand on as if it were the document."""
    lengths = {value.strip() for value in response.headers.get_all("Content-Length", [])}
    if response.headers.get("Content-Range"):
        raise ValueError("the answer is a part of the document")
    if len(lengths) > 1 or any(not (text.isascii() and text.isdigit()) for text in lengths):
        raise ValueError("the answer states no plain length")
    if lengths and response.length is None and not response.chunked:  # 5,000 digits are no number to Python
        raise ValueError("the answer states no plain length")
    wrapped = {value.strip().lower() for value in response.headers.get_all("Transfer-Encoding", [])}
    if wrapped - {"identity"} and not (wrapped == {"chunked"} and response.chunked):
        raise ValueError(
            f"the answer is wrapped as {', '.join(sorted(wrapped))[:80]}, which was not asked for"
        )


def _has_an_end(body: bytes, secure: bool) -> bool:
    """Whether a document whose length was not stated is whole: a secure line is closed with a word
    (a line that is cut raises), and of others, HTML and PDF files have an end of their own."""
    tail = body[-1024:].lower()
    return secure or b"</html>" in tail or b"%%eof" in tail


class _Unpacker:
    """Undoes a compression that was not asked for, within a cap, and knows whether it saw the end:
    of every member, for a gzip file may have several. Raises ValueError for damaged data."""

    def __init__(self, encoding: str) -> None:
        self.name = encoding.strip().lower()
        self.name = "" if self.name == "identity" else self.name
        if self.name not in {"", "gzip", "x-gzip", "deflate"}:
            raise ValueError(f"the answer is packed as {self.name}, which was not asked for")
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 32)
        self._began = False

    @property
    def whole(self) -> bool:
        """Whether the last member has come to its end."""
        return not self.name or self._member.eof

    def feed(self, chunk: bytes, room: int) -> bytes:
        """What the next bytes unpack to, at most `room` bytes of it."""
        if not self.name:
            return chunk
        result = bytearray()
        while chunk and len(result) < room:
            if self._member.eof:
                chunk = chunk.lstrip(b"\0")  # a gzip file may be filled up with zeros
                if not chunk:
                    break
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            result += self._unpack(chunk, room - len(result))
            chunk = self._member.unused_data
        return bytes(result)

    def _unpack(self, chunk: bytes, room: int) -> bytes:
        began, self._began = self._began, True
        try:
            return self._member.decompress(chunk, room)
        except zlib.error as error:
            if began or self.name != "deflate":
                raise ValueError(f"the packing of the answer is damaged: {error}") from error
        # Many servers call it deflate and leave out the header that it should have.
        self._member = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            return self._member.decompress(chunk, room)
        except zlib.error as error:
            raise ValueError(f"the packing of the answer is damaged: {error}") from error


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
