"""A concordance as terminal lines, HTML, CSV, JSON and translation memory (TMX 1.4b).

Two languages are shown side by side as they are: no word of one is marked against the other.
"""

from __future__ import annotations

from p5diff.model.concordance import Concordance


def render(concordance: Concordance, form: str, *, width: int = 100, everything: bool = True) -> str:
    """The concordance as `terminal` (plain text, `width` in cells), `html`, `table`, `json` or `tmx`."""
    if form == "json":
        from p5diff.model.codec import to_dict
        from p5diff.report.json import dump

        return dump(to_dict(concordance))
    if form == "tmx":
        from p5diff.report.concord.tmx import to_tmx

        return to_tmx(concordance)
    if form == "terminal":
        from p5diff.report.concord.terminal import lines
        from p5diff.report.terminal.layout import plain

        return "".join(plain(line) + "\n" for line in lines(concordance, width, everything=everything))
    from p5diff.report.concord import page

    return page.to_html(concordance) if form == "html" else page.to_table(concordance)
