"""What class, id and role say that a part of a page is, whatever language its words are in.

A name is taken apart ("article__tags", "entryMeta") and its last word that says what the part is counts: the
tags of an article are no article, and the article of a page with tags is no tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from p5diff.memo import memo


class Named(Enum):
    """What a part of a page calls itself."""

    MAIN = "main"
    """Its text."""
    ASIDE = "aside"
    """Menus, lists of links, advertisements, comments, foot lines: whatever they hold."""
    LINE = "line"
    """A line of the page about the text, where it is short: who published it, its subjects, its tools."""
    STAMP = "stamp"
    """A date, which is the page's where it tells the hour."""
    OTHER = ""


_ASIDE = frozenset(
    """nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs sidebar footer foot share
    sharing sharedaddy addthis addtoany social related recommend recommended recommendation
    recommendations comment comments cookie cookies widget newsletter subscribe subscription pagination
    pager toolbar skip advert advertisement advertising advertorial promo banner searchbox navbox
    infobox printfooter catlinks headertemplate licensetpl licensecontainer editsection topbar masthead
    friendlink sitenotice outbrain taboola weizhi daohang fenxiang xiangguan guanggao ariane partage
    publicite migas compartir publicidad publi kroshki podelitsya reklama relacionada relacionadas
    relacionado relacionados connexe connexes tuijian pinglun slider slideshow carousel carrusel swiper
    lightbox diaporama cta petition""".split()
)
"""Words that say so wherever they stand in a name."""
_ASIDE_LAST = frozenset(
    """side ad ads pub crumbs location login search latest popular languages language translations
    translation lang langs bottom copyright friendlinks more print also links toc tags tag comments see
    header-menu pied pie""".split()
)
"""Words that say so as the last one of a name."""
_LINE = frozenset(
    """source byline meta metadata editor author authors submitted tools tool actions gallery photos
    files attachments download downloads pdf keywords keyword topics topic category categories
    kicker rubric rubrique views counter rating votes credit credits caption captions leyenda
    legende reading readtime etiquetas metki tegi editor bianji zeren initials iniciales autor
    auteur avtor zuozhe""".split()
)
_STAMP = frozenset("date time datetime published timestamp fecha data shijian riqi".split())
_MAIN = frozenset(
    """main article content contents body bodytext entry post story text texte texto news detail details
    wysiwyg page""".split()
)
_ABOUT_PARTS = frozenset({"has", "no", "with", "without", "is", "not"})
"""A name that begins so says what the page has elsewhere."""
_SAYS_NOTHING = frozenset(
    """wrapper wrap container block box list item items inner outer section area row col inline holder
    panel div group left right center top link title label heading head full view default field name
    type mode el elem lg md sm xs""".split()
)
"""Words of layout behind the one that says what the part is."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z]+")


def named(names: str) -> Named:
    """What the names of an element (class, id and role, as they are written) say."""
    found = set(_each(names))
    for what in (Named.MAIN, Named.ASIDE, Named.LINE, Named.STAMP):
        if what in found:
            return what
    return Named.OTHER


def _each(names: str) -> Iterator[Named]:
    for name in names.split():
        yield _one(name)


@memo(4096)
def _one(name: str) -> Named:
    base = _CAMEL.sub("-", name).lower().partition("--")[0]  # "node--full": what follows is a variant of it
    words = [word for word in _PARTS.split(base) if word]
    if not words or words[0] in _ABOUT_PARTS:
        return Named.OTHER
    while len(words) > 1 and words[-1] in _SAYS_NOTHING:
        words.pop()
    last = words[-1]
    if last in _MAIN:
        return Named.MAIN
    if last in _ASIDE_LAST or not _ASIDE.isdisjoint(words):
        return Named.ASIDE
    return Named.LINE if last in _LINE else Named.STAMP if last in _STAMP else Named.OTHER
