"""Measures in steps: the number behind a feature's name says how far up a measure is."""

from bisect import bisect_right
from collections.abc import Sequence

Steps = tuple[float, ...]

DISTANCES: Steps = (1, 2, 3, 4, 6, 9, 14, 22, 40)  # blocks
COUNTS: Steps = (1, 2, 3, 4, 6, 9, 12)
WINDOWS = (("near", 4), ("wide", 14))  # blocks


def step(steps: Sequence[float], value: float) -> int:
    """How many of the steps a measure has reached.

    >>> step((1, 2, 4), 0), step((1, 2, 4), 3)
    (0, 2)
    """
    return bisect_right(steps, value)
