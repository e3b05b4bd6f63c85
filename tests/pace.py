"""How time grows: four times the input against once, whatever the machine and whatever else it does."""

import time
from collections.abc import Callable

MOST = 8.0  # linear is 4, quadratic is 16
TOO_SHORT = 0.02  # seconds: below that the clock's own grain decides
_ROUNDS = 2


def grows_in_proportion(run: Callable[[int], object], size: int) -> bool:
    """Whether ``run`` of ``size`` takes less than eight times the CPU that a quarter of it does."""
    return _seconds(run, size) < MOST * max(_seconds(run, size // 4), TOO_SHORT)


def _seconds(run: Callable[[int], object], size: int) -> float:
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        run(size)
        best = min(best, time.process_time() - start)
    return best
