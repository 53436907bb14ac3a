"""The verbs of each language, with their forms generated from tables.

A marker names a verb and a set of its forms, as `{v.exhorter}`; so a row holds for every person
and tense that a document may use, and a new verb is one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Verbs = Mapping[str, Mapping[str, Sequence[str]]]
"""Verb → name of a set of forms → the forms, each a pattern of words. The sets:

`v`    finite forms: present and past, of one who speaks for all ("we urge", "the Council urged")
`p`    the present alone: what a sentence asserts ("trade remains open")
`ing`  participles and converbs, as recitals begin ("Recalling", "ссылаясь")
`inf`  infinitives and verbal nouns that stand after another verb ("to consider")
`pas`  impersonal and passive forms ("se insta", "подчёркивается")
`d`    English only: the past alone, as what is told of others ("the panel led")
`does`, `s` and `done`: English only, of "agent": verbs of persons alone, third person, participle
`ms`   Arabic only: past of a masculine subject, which is spelled like many nouns
"""

Promises = Callable[[str, str], bool]
"""Whether the first word, folded, is a form that binds by itself (a future, a present of treaties) of
the verb that the second word names: an infinitive, a verbal noun, or the same form after "that".
"établira" of "établir", "сократим" of "сократить", سنقضي of القضاء. Languages that say a
future with a word of its own (will, 将) have no such forms."""


def nothing_promises(form: str, named: str) -> bool:
    """No form promises by itself."""
    return False


SameVerb = Callable[[str, str], bool]
"""Whether two words, folded, are forms of one verb, the first as it lies ahead and the second as it is
told of: "establish" and "established", "откроет" and "открыла", سنفتتح and افتتحنا."""
_BEGINNING = 4
"""Letters that two forms of one verb begin with at least, however they end."""
_SAME_BEGINNING = 0.4
"""Share of the longer form that this beginning must be [0, 1]: "comp" makes no verb of "computed" and
"completely"."""


def begins_alike(ahead: str, told: str) -> bool:
    """Whether two words begin alike and differ in their ending alone."""
    same = next((n for n, (a, b) in enumerate(zip(ahead, told, strict=False)) if a != b), None)
    same = min(len(ahead), len(told)) if same is None else same
    return same >= _BEGINNING and same >= _SAME_BEGINNING * max(len(ahead), len(told))
