"""Paragraphs -> the turns of a transcript: "WALLACE: If I may, sir", speech without quotation marks."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

LEAST_NAME = 3  # letters: Q and A name nobody
LEAST_TURNS, LEAST_SPEAKERS, LEAST_OF_ONE = 3, 2, 2
_TURN = re.compile(r"[\"“„«]?\s?(?P<name>[^\W\d_a-zß-ÿ][\w.’'-]*(?:\s[^\W\d_a-zß-ÿ][\w.’'-]*){0,3}):\s+(?=[^\s“”\"„«])")
_SPEAKS = re.compile(r"[^\W\d_]{2}")  # a word: "Lee: 1,204" is a line of a table
LONGEST_FIGURE = 40
_CLOSERS = ' ”"»“'


class Turn(NamedTuple):
    """One paragraph of a transcript: the name at name_start:name_end, the words at start:end."""

    name_start: int
    name_end: int
    start: int
    end: int


def turns_of(paragraphs: Sequence[str]) -> dict[int, Turn]:
    """The turns by the index of their paragraph; {} where the text is no transcript.

    A transcript has three turns and more, of two speakers, one of whom speaks again.

    >>> turns = turns_of(["LEE: Who opened the gate?", "MOE: Not I.", "LEE: Who, then?", "The gate: open."])
    >>> sorted(turns), turns[0]
    ([0, 1, 2], Turn(name_start=0, name_end=3, start=5, end=25))
    """
    found: dict[int, tuple[str, Turn]] = {}
    for n, text in enumerate(paragraphs):
        match = _TURN.match(text)
        if (
            match
            and len(match["name"]) >= LEAST_NAME
            and _SPEAKS.search(text, match.end(), match.end() + LONGEST_FIGURE)
        ):
            end = len(text.rstrip(_CLOSERS)) if text[0] != match["name"][0] else len(text.rstrip())
            found[n] = (match["name"], Turn(*match.span("name"), match.end(), end))
    speakers = Counter(name for name, _ in found.values())
    again = {name for name, count in speakers.items() if count >= LEAST_OF_ONE}
    if len(found) < LEAST_TURNS or len(speakers) < LEAST_SPEAKERS or not again:
        return {}
    return {n: turn for n, (name, turn) in found.items() if name in again or name.isupper()}
