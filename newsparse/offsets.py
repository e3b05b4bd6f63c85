"""The way back from a block's clean text to the text that the record's offsets index."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each run of clean text came from.

    ``clean`` and ``base`` are parallel: the clean text from ``clean[i]`` on runs in step with the base text from
    ``base[i]`` on, until the next pair. Units are code points. The pairs are in order and begin at clean position 0.

    >>> Offsets((0, 5), (10, 17)).span(3, 7)      # a line break with an indent was joined to one space
    (13, 19)
    """

    clean: tuple[int, ...]
    base: tuple[int, ...]

    @classmethod
    def verbatim(cls, start: int) -> "Offsets":
        """The clean text stands unchanged in the base text from ``start`` on."""
        return cls((0,), (start,))

    def to_base(self, position: int) -> int:
        """The place in the base text of the character at ``position`` of the clean text."""
        i = bisect_right(self.clean, position) - 1
        return self.base[i] + position - self.clean[i]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the base text that the clean text's [start, end) was made of."""
        first = self.to_base(start)
        return first, self.to_base(end - 1) + 1 if end > start else first
