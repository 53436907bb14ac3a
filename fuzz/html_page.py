"""Fuzz the web page reader: bytes as a page, and as a recipe for one."""
# ruff: noqa: E501  (lists of pieces)

from __future__ import annotations

from collections.abc import Callable

from common import fuzz

PIECES = (
    "<p>|</p>|<div>|</div>|<li>|<ul>|</ul>|<ol start=3>|</ol>|<td>|<tr>|<table>|</table>|<br>|<sup>|</sup>|<a href=#fn1>|</a>|"
    "<h1>|</h1>|<nav>|</nav>|<pre>|</pre>|<script>|</script>|<!--|-->|<b>|</b>|<div class=footnotes>|<title>|</title>|"
    "<blockquote>|&amp;|&#x41;|&#0;|<![CDATA[|]]>|<?x|<meta charset=gbk>|<|>|text |1 |[1]|. |\u3000|中|<div hidden>|<p id=_ftn1>"
).split("|")


def load() -> Callable[[bytes], None]:
    """The page parser, run in this very process."""
    import p5diff.ingest.readers.html.page
    from p5diff.ingest.readers.html import parse

    p5diff.ingest.readers.html.page._SECOND_READER_SIZE = 0  # trafilatura is not what is fuzzed, and slow

    def target(data: bytes) -> None:
        if data[:1] < b"\x20":
            parse(data[1:], name="fuzz")
        page = "".join(PIECES[byte % len(PIECES)] for byte in data)
        parse(b"<html><body><p>The five states met." + page.encode(), name="fuzz", encoding="utf-8")

    return target


if __name__ == "__main__":
    fuzz(load)
