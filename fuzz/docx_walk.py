"""Fuzz the DOCX walk: bytes as a zip, as a part, and as a recipe for WordprocessingML."""
# ruff: noqa: E501  (lists of pieces)

from __future__ import annotations

from collections.abc import Callable

from common import fuzz

TAGS = (
    "p r t pPr rPr ins del moveFrom moveTo tbl tr tc trPr sdt sdtContent hyperlink br tab sym footnoteReference numPr "
    "numId ilvl pStyle jc b vanish ruby rubyBase rt drawing pict txbxContent fldChar instrText delText AlternateContent "
    "Choice Fallback smartTag customXml lvl abstractNum num lvlText numFmt start style basedOn name outlineLvl footnote"
).split()
VALUES = (
    "",
    "0",
    "1",
    "7",
    "-1",
    "x",
    "center",
    "F0B7",
    "%1.",
    "decimal",
    "upperRoman",
    "heading 1",
    "999999999999",
)


def recipe(data: bytes) -> str:
    """Nested elements, attributes and texts, one byte each; always well-formed."""
    out, opened = [], []
    for byte in data:
        if byte < 150:
            tag, value = TAGS[byte % len(TAGS)], VALUES[byte % len(VALUES)]
            name = "mc" if tag in {"AlternateContent", "Choice", "Fallback"} else "w"
            out.append(f'<{name}:{tag} w:val="{value}" w:id="{value}" w:char="{value}" w:ilvl="{value}">')
            opened.append(f"</{name}:{tag}>")
        elif byte < 200 and opened:
            out.append(opened.pop())
        else:
            out.append(chr(32 + byte % 90).replace("<", " ").replace("&", " "))
    return "".join(out) + "".join(reversed(opened))


def load() -> Callable[[bytes], None]:
    """The DOCX parser, run in this very process."""
    import p5diff.ingest.readers.docx.document
    import p5diff.ingest.readers.docx.package  # noqa: F401
    from p5diff.ingest.readers.docx import parse
    from tests.ingest.bombs import body, docx, part

    def target(data: bytes) -> None:
        kind, rest = data[:1], data[1:]
        if kind < b"\x10":
            parse(rest, name="fuzz")
        elif kind < b"\x20":
            parse(docx(rest), name="fuzz")
        elif kind < b"\xb0":
            parse(docx(body(recipe(rest))), name="fuzz")
        else:
            made = {name: part(name, recipe(rest)) for name in ("numbering", "styles", "footnotes")}
            parse(docx(body(recipe(rest)), **made), name="fuzz")

    return target


if __name__ == "__main__":
    fuzz(load)
