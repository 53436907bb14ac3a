"""Clauses of a resolution: what each of its paragraphs is for, how it is numbered, what it opens with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ClauseRole(StrEnum):
    """What a paragraph of a resolution is for."""

    SPEAKER = "speaker"
    """Who adopts it: "The General Assembly,"."""
    PREAMBULAR = "preambular"
    """A recital: it explains, and binds to nothing."""
    OPERATIVE = "operative"
    """A numbered clause that decides, requests, calls …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause: its role, its number as printed (or nothing), its lead verb ("requests"), the words it opens
    with as printed, adverbs beside the verb ("Further requests"), and the ids of its sentences. `block` is
    the place of its paragraph in the text, from 0."""

    role: ClauseRole
    number: str = ""
    lead: str = ""
    opening: str = ""
    sentences: tuple[str, ...] = ()
    block: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePair:
    """The clauses of the two texts of a comparison; none for a text that is no resolution."""

    before: tuple[Clause, ...] = ()
    after: tuple[Clause, ...] = ()
