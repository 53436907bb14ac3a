"""Tagged PDF files made by hand, so that their tags may say anything."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[int | None, float, float, float, str]
"""Number of the marked content (None: untagged, -1: artifact), x, y, size, text."""
Element = tuple[str, Sequence["Element | tuple[int, int]"]]
"""Type and children; a child that is two numbers is content: page from 0, number."""


def tagged(pages: Sequence[Sequence[Line]], tree: Element) -> bytes:
    """A file whose pages show these lines, with a tree of elements over them."""
    objects: dict[int, str] = {}
    fonts = 3
    objects[fonts] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    numbers = [10 + 2 * n for n in range(len(pages))]
    for n, lines in enumerate(pages):
        objects[numbers[n]] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {numbers[n] + 1} 0 R "
            f"/StructParents {n} /Resources << /Font << /F1 {fonts} 0 R >> >> >>"
        )
        stream = "".join(map(_shown, lines))
        objects[numbers[n] + 1] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    following = numbers[-1] + 2
    parents: dict[tuple[int, int], int] = {}

    def add(element: Element, parent: int) -> int:
        nonlocal following
        number, following = following, following + 1
        kids: list[str] = []
        for child in element[1]:
            if isinstance(child[0], str):
                kids.append(f"{add(child, number)} 0 R")
            else:
                page, content = child
                parents[page, int(str(content))] = number
                kids.append(f"<< /Type /MCR /Pg {numbers[int(page)]} 0 R /MCID {content} >>")
        objects[number] = f"<< /Type /StructElem /S /{element[0]} /P {parent} 0 R /K [{' '.join(kids)}] >>"
        return number

    root = following
    following += 1
    top = add(tree, root)
    rows = []
    for n in range(len(pages)):
        own = {content: number for (page, content), number in parents.items() if page == n}
        listed = " ".join(f"{own[c]} 0 R" if c in own else "null" for c in range(max(own, default=-1) + 1))
        rows.append(f"{n} [{listed}]")
    objects[root] = f"<< /Type /StructTreeRoot /K [{top} 0 R] /ParentTree << /Nums [{' '.join(rows)}] >> >>"
    objects[1] = f"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot {root} 0 R >>"
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] /Count {len(pages)} >>"
    return _file(objects)


def _shown(line: Line) -> str:
    content, x, y, size, text = line
    words = f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"
    if content is None:
        return f"{words}\n"
    if content < 0:
        return f"/Artifact BMC {words} EMC\n"
    return f"/Span << /MCID {content} >> BDC {words} EMC\n"


def _file(objects: dict[int, str]) -> bytes:
    out = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010d} 00000 n \n".encode()
    size = max(objects) + 1
    return out + f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
