"""The page of a topic: its threads over the dates, each opening into its ladder of wordings."""

from __future__ import annotations

from dataclasses import dataclass

from p5diff.model.series import Series, Thread, Wording
from p5diff.model.statement import Role
from p5diff.report.html.tags import direction, language_tag
from p5diff.report.phrasebook import PageWords
from p5diff.report.series.matrix import NO_TOPIC
from p5diff.report.site.ladder import Ladders, WordingLadder, short
from p5diff.report.site.names import PageLink, thread_link
from p5diff.report.site.picture import Picture, picture


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """All of the page. `ladders` are the threads at home here, `elsewhere` those that touch the topic."""

    topic: str
    label: str
    told: str
    picture: Picture
    ladders: tuple[WordingLadder, ...]
    elsewhere: tuple[tuple[int, PageLink, str], ...]
    language: str
    direction: str


def topics(series: Series) -> tuple[tuple[str, str], ...]:
    """Topic → label, for those that have a page: every topic of a thread, and none."""
    raised = {topic for thread in series.threads for topic in thread.topics}
    found = [(topic, label) for topic, label in series.topics if topic in raised]
    without = any(not thread.topics for thread in series.threads)
    return (*found, *((("", NO_TOPIC.strip("()")),) if without else ()))


def topic_page(series: Series, ladders: Ladders, topic: str, label: str) -> TopicPage:
    """The page of one topic. Threads that live come first, then those that lived longest."""
    about = [t for t in series.threads if (topic in t.topics if topic else not t.topics)]
    home = [t for t in about if (t.topics[0] if t.topics else "") == topic]
    guests = [t for t in about if t not in set(home)] if len(home) < len(about) else []
    order = [*_together(series, home), *_together(series, guests)]
    links = [(thread_link(t), short(t.last.text)) for t in order]
    number = {t.id: n for n, t in enumerate(order, start=1)}
    return TopicPage(
        topic=topic,
        label=label if topic else ladders.say(label),
        told=_told(series, order, ladders.say),
        picture=picture(series, order, links),
        ladders=tuple(ladders.ladder(t, number[t.id]) for t in order[: len(home)]),
        elsewhere=tuple((number[t.id], ladders.link(t.id), short(t.last.text)) for t in order[len(home) :]),
        language=language_tag(series.language),
        direction=direction(series.language),
    )


def _together(series: Series, threads: list[Thread]) -> list[Thread]:
    """Threads that live first, then those that lived longest; what branched off a thread, ended in it or gave
    way to it stands beside it, so that the picture ties neighbours."""
    place = {ref: n for n, ref in enumerate(series.statements)}
    rank = {
        t.id: (t.role is not Role.BODY, not t.alive, -sum(1 for _ in t.said()), n)
        for n, t in enumerate(threads)
    }
    group = {t.id: t.id for t in threads}
    for thread in threads:
        for other in (name for event in thread.events for name in event.others if name in group):
            old, new = group[other], group[thread.id]
            group.update({name: new for name, leader in group.items() if leader == old})
    best = {leader: min(rank[n] for n, one in group.items() if one == leader) for leader in group.values()}
    return sorted(
        threads,
        key=lambda t: (best[group[t.id]], place[t.first.statement], place[t.last.statement], rank[t.id]),
    )


def _told(series: Series, threads: list[Thread], say: PageWords) -> str:
    """The topic in one sentence."""
    newest = series.texts[-1].id
    here = sum(isinstance(t.wordings[-1], Wording) for t in threads)
    first = min(n for t in threads for n, w in enumerate(t.wordings) if isinstance(w, Wording))
    what = say.many(len(threads), "{n} thread", "{n} threads")
    since = series.texts[first].id
    return say(
        "{what} since {name}; {newest} holds {n} of them.", what=what, name=since, newest=newest, n=here
    )
