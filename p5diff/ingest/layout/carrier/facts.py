"""What a page says of the statement that it carries: title, days, place and publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence

from p5diff.ingest.layout.carrier.edges import StatementSpan
from p5diff.ingest.layout.carrier.signs import PageSigns
from p5diff.ingest.layout.places import letters
from p5diff.ingest.layout.unwrap import UnwrappedParagraph
from p5diff.model.source import Proposals
from p5diff.text.dates import LONGEST_DATE, find_dates, is_place, place_and_date, whole_date

_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<![\d./])(?P<d>0[1-9]|[12]\d|3[01])(?P<mark>[./])(?P<m>0[1-9]|1[0-2])(?P=mark)(?P<y>(?:19|20)\d\d)(?!\d)"
)
"""A day in figures; with strokes the month stands first in some English."""


def facts(pieces: Sequence[UnwrappedParagraph], page: PageSigns, span: StatementSpan) -> Proposals:
    """Title, days, place and publisher that the page around a statement names."""
    found = _Facts(pieces, page)
    outside = [i for i in range(len(pieces)) if not span.start <= i < span.end]
    title = found.title([i for i in outside if i < span.start])
    days, place = found.days_and_place(outside, title)
    return Proposals(
        title=found.without_date(title),
        date=days[-1] if days else "",
        dates=days,
        place=place,
        publisher=found.publisher(outside),
    )


class _Facts:
    """The pieces of a page, asked for what they name."""

    def __init__(self, pieces: Sequence[UnwrappedParagraph], page: PageSigns) -> None:
        self.pieces, self.page, self.language = pieces, page, page.language

    def _dated(self, text: str) -> bool:
        return bool(whole_date(text, language=self.language) or place_and_date(text, language=self.language))

    def title(self, before: Sequence[int]) -> str:
        marked = [
            self.pieces[i] for i in before if self.pieces[i].level and letters(self.pieces[i].text) >= 8
        ]
        if marked:
            return max(marked, key=lambda piece: (letters(piece.text) > 20, -piece.level)).text
        for i in before:
            text = self.pieces[i].text
            plain = (
                self.page.running[i]
                or self.page.head[i]
                or self.page.greeting[i]
                or self.page.tail[i]
                or self.page.begin[i]
                or self._dated(text)
            )
            if (
                not plain
                and letters(text) >= (4 if not self.language.SEPARATOR else 12)
                and not self._who(text)
            ):
                return text
        return ""

    def without_date(self, title: str) -> str:
        for found in find_dates(title, language=self.language):
            if found.end == len(title) and title[: found.start].rstrip().endswith((",", "，", "،")):
                return title[: found.start].rstrip(" ,，،")
        return title

    def days_and_place(self, outside: Sequence[int], title: str) -> tuple[tuple[str, ...], str]:
        """The days of the event from sentences and the title, else of the page; with a place beside."""
        texts = [self.pieces[i].text for i in outside]
        lines = [text for text in texts if self._dated(text)]
        page = next((f for text in lines for f in find_dates(text, language=self.language)), None)
        named = page or next(find_dates(title, language=self.language), None)
        told = [self.pieces[i].text for i in outside if self.page.announce[i]]
        told += [title] + [
            self.pieces[i].text for i in outside if self.page.running[i] and not self.page.announce[i]
        ]
        days: tuple[str, ...] = ()
        place = ""
        for text in told:
            whole = self._with_year(text, named.first[:4]) if named else text
            for found in find_dates(whole, language=self.language):
                days = days or tuple(dict.fromkeys((found.first, found.last)))
                place = place or self._place_beside(whole, found.start, found.end)
        if page and not days:
            days = tuple(dict.fromkeys((page.first, page.last)))
        days = days or self._stamp(outside) or self._stamp_aside(outside)
        for i in outside:
            both = place_and_date(self.pieces[i].text, language=self.language)
            if both and not (self.page.head[i] or self.page.tail[i] or self._who(both[0])):
                return days, both[0]
            beside = i + 1 < len(self.pieces) and whole_date(self.pieces[i + 1].text, language=self.language)
            name = self.pieces[i].text
            if (
                beside
                and is_place(name, language=self.language)
                and not self.page.head[i]
                and not self.page.tail[i]
                and not self._who(name)
            ):
                return days, name
        return days, place

    def _stamp(self, outside: Sequence[int]) -> tuple[str, ...]:
        """The day of a stamp such as "2032-05-05 21:15" or "Published 5 May 2032, updated …"."""
        for i in outside:
            text = self.pieces[i].text
            if len(text) > LONGEST_DATE or (
                self.page.running[i] and not (self.page.head[i] or self.page.tail[i])
            ):
                continue
            if day := self._day(text):
                return (day,)
        return ()

    def _stamp_aside(self, outside: Sequence[int]) -> tuple[str, ...]:
        """The day of a stamp among what was set aside above the text: the first line that is one."""
        above = [one.item.text for one in self.page.taken if one.before == 0 or one.before - 1 in outside]
        found = (self._day(text) for text in above if len(text) <= LONGEST_DATE)
        return next(((day,) for day in found if day), ())

    def _day(self, text: str) -> str:
        if match := _DAY.search(text):
            return match.group()
        if (match := _DAY_FIRST.search(text)) and (match["mark"] == "." or self.language.CODE != "en"):
            return f"{match['y']}-{match['m']}-{match['d']}"
        return next((found.first for found in find_dates(text, language=self.language)), "")

    def _with_year(self, text: str, year: str) -> str:
        """A sentence of a page that leaves the year out, with that of the page."""
        if not self.language.SEPARATOR or list(find_dates(text, language=self.language)):
            return text
        months = "|".join(re.escape(m) for m in sorted(self.language.MONTHS, key=len, reverse=True))
        return re.sub(rf"(?<=\d )({months})\b(?!,? \d{{4}})", rf"\1 {year}", text, flags=re.IGNORECASE)

    def _place_beside(self, text: str, start: int, end: int) -> str:
        own = self.language.CARRIER
        name = r"(?P<name>\S+(?: \S+){0,2}?)" if self.language.SEPARATOR else r"(?P<name>[^\W\d]{2,6}?)"
        before = re.search(rf"(?:^|(?<=\W)|(?<=会))(?:{own.at}){name}(?:{own.on})$", text[:start])
        after = re.match(rf",? (?:{own.at})(?P<name>[^\W\d_]+)(?=\W|$)", text[end:])
        for match in (before, after):
            if match and is_place(match["name"].strip(" ,،，"), language=self.language):
                return match["name"].strip(" ,،，")
        return ""

    def publisher(self, outside: Sequence[int]) -> str:
        for i in outside:
            text = self.pieces[i].text
            if self.page.head[i] and text.rstrip().endswith((":", "：")) and i + 1 < len(self.pieces):
                joined = f"{text} {self.pieces[i + 1].text}"
                if not self._dated(self.pieces[i + 1].text) and (who := self._who(joined)):
                    return who
            named = self.page.words.publisher[0].fullmatch(text.strip()) if self.page.tail[i] else None
            if named or not (self.page.running[i] or self.page.tail[i]):
                who = self._who(text)
                if who:
                    return who
        return ""

    def _who(self, text: str) -> str:
        if len(text) > 160:
            return ""
        for pattern in self.page.words.publisher:
            if match := pattern.fullmatch(text.strip()):
                return str(match["who"]).strip()
        return ""
