"""Chinese verbs have no forms: markers write them as they stand."""

from functools import cache

from p5diff.language.verbs import Verbs


@cache
def verbs() -> Verbs:
    """Every verb with its forms."""
    return {}
