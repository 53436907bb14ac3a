"""How many cases a law is tried on: a few each time, P5DIFF_CASES=5000 for the proof."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

ASKED = int(os.environ.get("P5DIFF_CASES", "0"))


def cases(usual: int) -> settings:
    """Settings of a law that is tried on so many cases by itself, and on as many as P5DIFF_CASES asks for.

    A number written at a law instead of this would outweigh what is asked for, in silence.
    """
    return settings(
        max_examples=ASKED or usual,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
