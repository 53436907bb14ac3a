"""`p5diff topics`: the topics there are, with the words that show them."""

from __future__ import annotations

from typing import Annotated

import typer

from p5diff import terminal
from p5diff.cli import console
from p5diff.cli.examples import epilog
from p5diff.cli.options import CorpusOption, ShownAs, ShownAsOption, TopicsOption


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("topics", epilog=epilog("topics"))(topics)


def topics(
    chosen: TopicsOption = None,
    language: Annotated[
        str, typer.Option("--language", help="Language of the terms: en zh fr ru es ar.")
    ] = "en",
    format_: ShownAsOption = ShownAs.TERMINAL,
    corpus: CorpusOption = None,
) -> None:
    """List topics with their terms, and the sets of topics there are."""
    from p5diff.meaning.rules.topicfile import Strength
    from p5diff.workflows.topics import listed
    from p5diff.workspace import Workspace

    found = listed(Workspace(corpus, topics=chosen), language)
    if format_ is ShownAs.JSON:
        from p5diff.report.json import envelope

        terminal.out(envelope("topics", found))
        return
    for profile in found["profiles"]:
        console.say(f"set {profile['id']}: {profile['label']}")
    for topic in found["topics"]:
        above = f", part of {topic['parent']}" if topic["parent"] else ""
        needs = f", only in texts that name {topic['needs']} matters" if topic["needs"] else ""
        console.say("")
        console.say(f"{topic['id']}: {topic['label']}{above}{needs}")
        for strength in Strength:
            if words := topic[strength.value]:
                console.say(f"  {strength}: {', '.join(words)}")
