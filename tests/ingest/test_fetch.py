"""Fetching, against a server on this machine that behaves well, badly and worse."""
# ruff: noqa: E501  (markup and tables of cases are easier to read unbroken)

from __future__ import annotations

import gzip
import http.server
import importlib
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace
from typing import Any, ClassVar
from urllib.parse import SplitResult

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p5diff.errors import InputError
from p5diff.ingest import read_bytes
from p5diff.ingest.fetch import addresses
from p5diff.ingest.fetch.addresses import is_public, resolve
from p5diff.ingest.fetch.fetch import Bounds, fetch
from p5diff.ingest.fetch.transfer import exchange
from tests.documents.model import invented
from tests.documents.score import score
from tests.documents.web import SHAPES

PAGE = SHAPES["wordpress"](invented("fr"))


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path."""

    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        Handler.seen.append(self.path)
        getattr(
            self, "on_" + self.path.strip("/").split("/")[0].split("?")[0].replace("-", "_"), self.on_missing
        )()

    def answer(
        self, data: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in {"Content_Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def moved(self, where: str) -> None:
        self.answer(b"", status=302, Location=where)

    def on_page(self) -> None:
        self.answer(PAGE)

    def on_packed(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def on_bomb(self) -> None:
        self.answer(gzip.compress(b" " * 2**24), Content_Encoding="gzip")

    def on_moved(self) -> None:
        self.moved("/page")

    def on_loop(self) -> None:
        self.moved("/loop")

    def on_inward(self) -> None:
        self.moved("http://10.1.2.3/secret")

    def on_to_file(self) -> None:
        self.moved("file:///etc/passwd")

    def on_picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def on_huge(self) -> None:
        self.answer(b"x" * 300_000)

    def on_short(self) -> None:
        self.answer(b"<p>half", Content_Length="5000")
        self.close_connection = True

    def raw(self, body: bytes, *heads: str) -> None:
        """An answer to the byte; then the line is closed."""
        head = "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *heads])
        self.wfile.write(head.encode() + b"\r\n\r\n" + body)
        self.close_connection = True

    def packed_as(self, body: bytes, encoding: str = "gzip", *, length: bool = True) -> None:
        heads = [f"Content-Length: {len(body)}"] if length else []
        self.raw(body, f"Content-Encoding: {encoding}", *heads)

    def on_cut_gzip(self) -> None:
        self.packed_as(gzip.compress(PAGE)[:-200])

    def on_cut_gzip_without_length(self) -> None:
        self.packed_as(gzip.compress(PAGE)[:-200], length=False)

    def on_cut_deflate(self) -> None:
        self.packed_as(zlib.compress(PAGE)[:-5], "deflate")

    def on_cut_member(self) -> None:
        self.packed_as(gzip.compress(PAGE[:500]) + gzip.compress(PAGE[500:])[:-9])

    def on_bad_gzip(self) -> None:
        self.packed_as(b"\x1f\x8b\x08 nonsense")

    def on_bad_second_member(self) -> None:
        self.packed_as(gzip.compress(PAGE) + b"nonsense")

    def on_two_members(self) -> None:
        self.packed_as(gzip.compress(PAGE[:500]) + gzip.compress(PAGE[500:]) + b"\0" * 100)

    def on_raw_deflate(self) -> None:
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        self.packed_as(packer.compress(PAGE) + packer.flush(), "deflate")

    def on_zlib_deflate(self) -> None:
        self.packed_as(zlib.compress(PAGE), "deflate")

    def on_gzip_without_length(self) -> None:
        self.packed_as(gzip.compress(PAGE), length=False)

    def on_chunked(self) -> None:
        body = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (PAGE[:900], PAGE[900:])) + b"0\r\n\r\n"
        self.raw(body, "Transfer-Encoding: chunked")

    def on_cut_chunk(self) -> None:
        self.raw(b"%x\r\n%s" % (len(PAGE), PAGE[:900]), "Transfer-Encoding: chunked")

    def on_cut_between_chunks(self) -> None:
        self.raw(b"%x\r\n%s\r\n" % (900, PAGE[:900]), "Transfer-Encoding: chunked")

    def on_closed(self) -> None:
        self.raw(PAGE)

    def on_closed_early(self) -> None:
        self.raw(PAGE[:-300])

    def on_two_lengths(self) -> None:
        self.raw(PAGE, "Content-Length: 900", f"Content-Length: {len(PAGE)}")

    def on_odd_length(self) -> None:
        self.raw(PAGE, "Content-Length: -1")

    def on_ranged(self) -> None:
        self.raw(PAGE, f"Content-Length: {len(PAGE)}", "Content-Range: bytes 0-99/5000")

    def endless(self, piece: bytes, *heads: str) -> None:
        """One piece again and again, until the other side has enough."""
        try:
            self.raw(b"", *heads)
            for _ in range(20_000):
                self.wfile.write(piece)
        except OSError:
            return

    def on_hollow_members(self) -> None:
        self.endless(gzip.compress(b"") * 50, "Content-Encoding: gzip")

    def on_hollow_blocks(self) -> None:
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        packer.flush(zlib.Z_SYNC_FLUSH)
        self.endless(packer.flush(zlib.Z_FULL_FLUSH) * 500, "Content-Encoding: deflate")

    def on_zeros_behind(self) -> None:
        self.raw(gzip.compress(PAGE), "Content-Encoding: gzip")
        self.close_connection = True
        with suppress(OSError):
            for _ in range(20_000):
                self.wfile.write(b"\0" * 1_000)

    def on_many_heads(self) -> None:
        self.raw(PAGE, *(f"X-{n}: y" for n in range(300)))

    def on_long_head(self) -> None:
        self.raw(PAGE, "X-Long: " + "y" * 100_000)

    def on_long_chunk_head(self) -> None:
        self.raw(b"5;" + b"x" * 100_000 + b"\r\nhello\r\n0\r\n\r\n", "Transfer-Encoding: chunked")

    def on_negative_chunk(self) -> None:
        self.raw(b"-5\r\nhello\r\n0\r\n\r\n", "Transfer-Encoding: chunked")

    def on_wrapped_twice(self) -> None:
        packed = gzip.compress(PAGE)
        self.raw(b"%x\r\n%s\r\n0\r\n\r\n</html>" % (len(packed), packed), "Transfer-Encoding: gzip, chunked")

    def on_wrapped_otherwise(self) -> None:
        self.raw(PAGE, "Transfer-Encoding: x-own", f"Content-Length: {len(PAGE)}")

    def on_packed_twice(self) -> None:
        twice = gzip.compress(gzip.compress(PAGE))
        self.raw(twice, "Content-Encoding: gzip", "Content-Encoding: gzip", f"Content-Length: {len(twice)}")

    def on_endless_number(self) -> None:
        self.raw(PAGE, f"Content-Length: {'9' * 5_000}")

    def on_no_status(self) -> None:
        self.wfile.write(PAGE)
        self.close_connection = True

    def on_going_on(self) -> None:
        with suppress(OSError):
            for _ in range(200_000):
                self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def on_endless_trailer(self) -> None:
        with suppress(OSError):
            self.raw(b"5\r\nhello\r\n0\r\n", "Transfer-Encoding: chunked")
            for _ in range(400_000):
                self.wfile.write(b"X-More: y\r\n")

    def on_partial(self) -> None:
        self.answer(PAGE, status=206)

    def on_not_modified(self) -> None:
        self.answer(b"", status=304)

    def on_nowhere(self) -> None:
        self.moved("http://[::1")

    def on_slashes(self) -> None:
        self.moved("//[")

    def on_escapes(self) -> None:
        self.answer(PAGE, "text/html; charset=unicode_escape")

    def on_empty(self) -> None:
        self.answer(b"")

    def on_identity(self) -> None:
        self.answer(PAGE, Content_Encoding=" Identity ")

    def on_files(self) -> None:
        kind = {"pdf": "application/pdf", "bin": "application/octet-stream"}.get(self.path[-3:], "text/html")
        self.answer(PAGE, kind)

    def on_damaged_deflate(self) -> None:
        packer = zlib.compressobj()
        whole = packer.compress(PAGE * 3) + packer.flush(zlib.Z_FULL_FLUSH)
        raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        rest = raw.compress(PAGE) + raw.flush() + b"\0\0\0\0"  # no check of what came before
        self.answer(whole, Content_Encoding="deflate", Content_Length=str(len(whole + rest)))
        self.wfile.flush()
        time.sleep(0.3)  # so that what comes then is unpacked by itself
        self.wfile.write(rest)

    def on_odd_words(self) -> None:
        self.wfile.write(
            b"HTTP/1.1 404 No\x1b[31m\x07t here\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n"
        )

    def on_missing(self) -> None:
        self.answer(b"not here", status=404)

    def on_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(600):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def on_drip_head(self) -> None:
        try:
            for char in b"HTTP/1.1 200 OK\r\n" * 200:
                self.wfile.write(bytes([char]))
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    listening.server_close()


LOCAL = Bounds(http=True, trusted=frozenset({"127.0.0.1"}), bytes=200_000, seconds=10)


def refused(url: str, bounds: Bounds = LOCAL) -> InputError:
    with pytest.raises(InputError) as caught:
        fetch(url, bounds=bounds)
    assert "p5diff add" in caught.value.hint, "the hint says how to save the page by hand"
    return caught.value


@pytest.mark.parametrize("path", ["page", "packed", "moved"])
def test_a_page_is_fetched_and_imported(server: str, path: str) -> None:
    steps: list[str] = []
    found = fetch(f"{server}/{path}", report=steps.append, bounds=LOCAL)
    assert (found.data, found.content_type, found.charset) == (PAGE, "text/html", "utf-8")
    assert found.url == f"{server}/page" or path == "packed"
    assert steps[0] == "looking up 127.0.0.1"
    assert any("connecting to 127.0.0.1" in step for step in steps)
    raw = read_bytes(found.data, name=found.name)
    assert score(raw, invented("fr")).exact == len(invented("fr").wanted())
    assert any(not block.is_text for block in raw.blocks)


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("loop", "redirects more than 5 times"),
        ("picture", "image/png"),
        ("huge", "larger than"),
        ("bomb", "larger than"),
        ("short", "cut off"),
        ("empty", "nothing"),
        ("missing", "404"),
        ("cut-gzip", "cut off"),
        ("cut-gzip-without-length", "cut off"),
        ("cut-deflate", "cut off"),
        ("cut-member", "cut off"),
        ("bad-gzip", "damaged"),
        ("bad-second-member", "damaged"),
        ("cut-chunk", "IncompleteRead"),
        ("cut-between-chunks", "IncompleteRead"),
        ("closed-early", "cut off"),
        ("two-lengths", "no plain length"),
        ("odd-length", "no plain length"),
        ("ranged", "a part"),
        ("partial", "206"),
        ("not-modified", "304"),
        ("nowhere", "none"),
        ("slashes", "none"),
        ("hollow-members", "larger than"),
        ("hollow-blocks", "larger than"),
        ("zeros-behind", "larger than"),
        ("many-heads", "HTTPException"),
        ("long-head", "LineTooLong"),
        ("long-chunk-head", "LineTooLong"),
        ("negative-chunk", ""),
        ("wrapped-twice", "wrapped as gzip, chunked"),
        ("wrapped-otherwise", "wrapped as x-own"),
        ("packed-twice", "packed as gzip, gzip"),
        ("endless-number", "no plain length"),
        ("no-status", "BadStatusLine"),
    ],
)
def test_a_bad_answer_is_refused(server: str, path: str, cause: str) -> None:
    assert cause in refused(f"{server}/{path}").cause


@pytest.mark.parametrize(
    "path",
    ["two-members", "raw-deflate", "zlib-deflate", "gzip-without-length", "chunked", "closed"],
)
def test_a_page_is_whole_however_it_is_sent(server: str, path: str) -> None:
    assert fetch(f"{server}/{path}", bounds=LOCAL).data == PAGE


def test_a_server_does_not_choose_what_is_no_encoding_of_texts(server: str) -> None:
    steps: list[str] = []
    assert fetch(f"{server}/escapes", report=steps.append, bounds=LOCAL).charset == ""
    assert any("unicode_escape" in step for step in steps)


@pytest.mark.parametrize("path", ["inward", "to-file"])
def test_redirects_are_checked_like_first_addresses(server: str, path: str) -> None:
    """Allow-listed schemes, no private addresses also after redirects."""
    assert refused(f"{server}/{path}").slug == "fetch-refused"


@pytest.mark.parametrize("path", ["drip", "drip-head", "going-on", "endless-trailer"])
def test_a_slow_drip_is_cut_off(server: str, path: str) -> None:
    error = refused(f"{server}/{path}", Bounds(http=True, trusted=LOCAL.trusted, seconds=0.4))
    assert "within" in error.cause


def test_a_time_that_was_up_before_the_line_stood_is_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing would close a line that is made after the watchdog has barked, and a drip goes on for good."""
    connect = socket.create_connection

    def late(*arguments: Any, **named: Any) -> socket.socket:
        line = connect(*arguments, **named)
        for watchdog in [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]:
            watchdog.join()
        return line

    monkeypatch.setattr(socket, "create_connection", late)
    Handler.seen.clear()
    error = refused(f"{server}/drip", Bounds(http=True, trusted=LOCAL.trusted, seconds=0.4))
    assert "within" in error.cause and "/drip" not in Handler.seen


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/", "file:///etc/passwd", "ftp://example.org/x", "gopher://example.org", "example.org/x",
        "https://user:word@example.org/", "https:///x", "https://example.org:22/", "https://[::1", "javascript:alert(1)", "",
    ],
)  # fmt: skip
def test_other_addresses_are_refused_unasked(url: str) -> None:
    assert refused(url, Bounds()).slug == "fetch-refused"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "[::1]", "[::]", "[fc00::1]", "[fe80::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
        "224.0.0.1", "localhost", "localhost.",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_however_written(host: str) -> None:
    assert refused(f"https://{host}/", Bounds(seconds=5)).slug in {"fetch-refused", "fetch-unreachable"}
    assert not Handler.seen or "secret" not in Handler.seen[-1]


def test_a_name_with_one_private_address_among_public_ones_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "_look_up", lambda *_: ["93.184.216.34", "10.0.0.8"])
    with pytest.raises(InputError) as caught:
        resolve("mixed.example", 443, seconds=1)
    assert caught.value.slug == "fetch-refused"


def test_the_checked_address_is_the_one_connected_to(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is looked up twice may change its mind: it is looked up once a request."""
    answers = iter([["127.0.0.1"], ["10.9.9.9"]])
    monkeypatch.setattr(addresses, "_look_up", lambda *_: next(answers))
    port = server.rpartition(":")[2]
    assert fetch(f"http://two-faced.example:{port}/page", bounds=LOCAL).data == PAGE
    assert refused(f"http://two-faced.example:{port}/page").slug == "fetch-refused"


def test_no_proxy_of_the_environment_is_used(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert fetch(f"{server}/page", bounds=LOCAL).data == PAGE


def test_nothing_of_an_address_becomes_a_header(server: str) -> None:
    Handler.seen.clear()
    fetch(f"{server}/page?a=b c\r\nX-Evil: 1&é", bounds=LOCAL)
    assert Handler.seen == ["/page?a=b%20cX-Evil:%201&%C3%A9"]


@given(
    st.ip_addresses(network="10.0.0.0/8")
    | st.ip_addresses(network="fc00::/7")
    | st.ip_addresses(network="127.0.0.0/8")
)
def test_no_private_address_is_public(address: object) -> None:
    assert not is_public(str(address))
    if ":" not in str(address):
        assert not is_public(f"::ffff:{address}")


@pytest.mark.parametrize(
    ("first", "allowed"), [("https://example.org/", False), ("http://example.org/", True)]
)
def test_a_secure_page_never_leads_to_an_open_one(
    first: str, allowed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where http is allowed: who asked for https was promised it, at each redirect."""
    home = importlib.import_module("p5diff.ingest.fetch.fetch")
    asked: list[str] = []

    def get(parts: SplitResult, *rest: object) -> SimpleNamespace:
        asked.append(parts.geturl())
        return SimpleNamespace(status=302, location="http://example.org/next")

    monkeypatch.setattr(home, "_get", get)
    with pytest.raises(InputError) as caught:
        fetch(first, bounds=Bounds(http=True, redirects=1))
    assert caught.value.slug == ("fetch-failed" if allowed else "fetch-refused")
    assert asked == ([first, "http://example.org/next"] if allowed else [first])


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2001:4860:4860::8888", True), ("not an address", False), ("", False),
        ("::ffff:8.8.8.8", True), ("::ffff:10.0.0.1", False), ("::ffff:127.0.0.1", False),
        ("2002:808:808::1", True), ("2002:a00:1::1", False), ("2002:7f00:1::1", False),
        ("64:ff9b::808:808", True), ("64:ff9b::a00:1", False), ("64:ff9b::a9fe:a9fe", False),
        ("2001:0:808:808:0:0:f7f7:f7f7", False), ("2001:0:a00:1::", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::1", False), ("ff02::1", False), ("224.0.0.1", False),
        ("240.0.0.1", False), ("100.64.0.1", False), ("192.0.2.1", False),
    ],
)  # fmt: skip
def test_an_address_is_judged_with_the_one_that_it_wraps(address: str, public: bool) -> None:
    """Mapped, 6to4 and NAT64 addresses lead to an IPv4 address; Teredo is no way to the open internet."""
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("files/statement.html", "statement.html"),
        ("files/statement", "statement.html"),
        ("files/State_ment-2.PDF?x=../../y.txt", "State_ment-2.PDF.html"),
        ("files/a%20b'c;d.html", "a20bcd.html"),
        ("files/%D0%B4.html/", "D0B4.html"),
        ("files/.../", "page.html"),
        ("files/x.pdf", "x.pdf"),
        ("files/x.bin", "x.bin"),
        ("files/" + "n" * 200, "n" * 80 + ".html"),
    ],
)
def test_a_document_is_called_by_the_end_of_its_address(server: str, path: str, name: str) -> None:
    """Letters and figures of ASCII, points, strokes: whatever a stranger's address holds, it leads nowhere."""
    assert fetch(f"{server}/{path}", bounds=LOCAL).name == name


def test_what_is_not_packed_at_all_is_read(server: str) -> None:
    assert fetch(f"{server}/identity", bounds=LOCAL).data == PAGE


def test_a_packing_that_breaks_off_in_the_middle_is_damaged(server: str) -> None:
    """Only at its very beginning may deflate stand without its header."""
    assert "damaged" in refused(f"{server}/damaged-deflate").cause


def test_the_words_of_a_server_steer_nothing(server: str) -> None:
    error = refused(f"{server}/odd-words")
    assert "404" in error.cause
    assert all(c.isprintable() or c == "\n" for c in str(error))


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, str]]:
    """A server that speaks TLS as 127.0.0.1: its port, and the certificate that a client must trust."""
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("needs openssl, to make a certificate")
    subprocess.run(
        [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        with suppress(OSError):
            while True:
                plain, _ = listening.accept()
                with suppress(OSError), context.wrap_socket(plain, server_side=True) as line:
                    asked = line.recv(4_096).split(b" ")[1]
                    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE)
                    if asked == b"/slow":
                        line.recv(1)  # until the other side has enough of waiting
                    elif asked == b"/whole":
                        line.unwrap()
                    else:
                        os.close(line.detach())  # the line ends without the closing word of TLS

    threading.Thread(target=answer, daemon=True).start()
    yield listening.getsockname()[1], str(certificate)
    listening.close()


def secure(port: int, path: str, seconds: float = 10) -> bytes:
    answer = exchange("127.0.0.1", "127.0.0.1", port, path, secure=True, seconds=seconds, most=1_000_000)
    assert answer.status == 200
    assert not answer.cut
    return answer.data


def test_a_secure_line_is_trusted_as_far_as_its_certificate(
    sealed: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, certificate = sealed
    with pytest.raises(InputError) as caught:
        secure(port, "/whole")
    assert "certificate verify failed" in caught.value.cause
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    assert secure(port, "/whole") == PAGE


def test_a_secure_line_that_is_cut_gave_no_whole_answer(
    sealed: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No length is stated: only the closing word tells a whole answer from one that somebody cut."""
    port, certificate = sealed
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    with pytest.raises(InputError) as cut:
        secure(port, "/cut")
    assert cut.value.slug == "fetch-unreachable"


def test_a_secure_line_that_is_slow_is_closed(
    sealed: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, certificate = sealed
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    with pytest.raises(InputError) as slow:
        secure(port, "/slow", seconds=1.5)
    assert "too slow" in slow.value.message


def test_a_name_that_nobody_knows_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a resolver that never answers holds nothing up, not even the end of the program."""
    held = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: held.wait() and [])
    before = {thread for thread in threading.enumerate() if not thread.daemon}
    with pytest.raises(InputError):
        resolve("example.org", 443, seconds=0.2)
    assert {thread for thread in threading.enumerate() if not thread.daemon} == before
    held.set()
