"""How each language shows by its place who does something, where no list knows the name.

Words are folded and lower-cased. What is a beginning is compared with the beginning of a word.
"""

from __future__ import annotations

from typing import NamedTuple


class Agency(NamedTuple):
    """The small words and the kinds of nouns and verbs that tell a doer from a thing.

    `openers`: words that open no subject: prepositions, and what joins clauses. `pronouns`: subjects that name
    nobody ("it", "there", "il"). `auxiliaries`: verbs that stand between a subject and the verb that counts;
    `passives`: those that turn the subject into what something is done to, `itself` the pronouns among them by
    which it may do it to itself, too ("s'engage"). `ours`: words by which whoever
    speaks owns the subject, `theirs`: by which those do who were named before; `pair`: words that make a subject
    the two who speak ("both", "les deux": `two` behind an article); `among_us`: a pattern of what tells of a promise
    without an agent of its own that those who speak keep it ("by all members", "half of our aid"); `ours_ending`:
    what is written onto a noun to say that it is theirs (Arabic نا). `by`: words before the doer of a passive verb;
    `objective`: prepositions that
    open an object all the same (Spanish "a", French partitive "des"). `inert`: nouns, in the singular, of what does nothing by itself (texts,
    plans, meetings, amounts), `inert_stems`: beginnings of such nouns; `abstract`: endings of
    nouns of what is thought or done, but for `bodies`, beginnings of those that act all the same; `plurals`: what
    a plural adds to a singular. `first_person`: a pattern of verbs whose
    own form says that those who speak act. `measuring`: beginnings of verbs whose subject is
    a quantity or a state of things ("reach", "rise"). `coming`: beginnings of verbs without an object that
    only somebody does ("arrive", "take part"); `joining`: of those by which one comes in from outside.
    `adverbs`: endings of adverbs; `reflexive`: of verbs that say what happens by
    itself or is done (Russian). `quiet`: words that may stand between a subject and its verb. `clause`: in a
    language without spaces, a pattern of a clause with a doer, `who`, before its verb. `marked`: endings of
    nouns that are persons who act (Arabic), of which one right behind the verb is its subject.
    """

    openers: frozenset[str]
    pronouns: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    itself: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()
    pair: frozenset[str] = frozenset()
    two: frozenset[str] = frozenset()
    among_us: str = ""
    ours_ending: tuple[str, ...] = ()
    by: frozenset[str] = frozenset()
    objective: frozenset[str] = frozenset()
    inert: frozenset[str] = frozenset()
    inert_stems: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    measuring: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    reflexive: tuple[str, ...] = ()
    quiet: frozenset[str] = frozenset()
    clause: str = ""
    marked: tuple[str, ...] = ()
    first_person: str = ""


NONE = Agency(frozenset())
"""Of a language of which nothing is known: nobody is found by place."""
