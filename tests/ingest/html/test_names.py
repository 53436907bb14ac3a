"""What class names say that a part of a page is."""

from __future__ import annotations

import pytest

from p5diff.ingest.readers.html.names import Named, named


@pytest.mark.parametrize(
    ("names", "what"),
    [
        ("noticia-relacionada", Named.ASIDE),
        ("bloque relacionados", Named.ASIDE),
        ("hero-slider", Named.ASIDE),
        ("swiper-container", Named.ASIDE),
        ("cta", Named.ASIDE),
        ("publi", Named.ASIDE),
        ("photo-caption", Named.LINE),
        ("gem-c-metadata", Named.LINE),
        ("iniciales", Named.LINE),
        ("article slider", Named.MAIN),
        ("no-slider", Named.OTHER),
        ("lead-paragraph", Named.OTHER),
    ],
)
def test_a_part_is_what_its_name_says(names: str, what: Named) -> None:
    assert named(names) is what
