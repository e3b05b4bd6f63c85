"""Blocks of a page paste -> what speaks for the role of each: named features of a block, its neighbours, the page.

A feature holds or does not; its name is what the weights file lists and a verdict's because shows. Measures are cut
into steps, the number behind the name ("length 4"); the word behind that is the sort of the block ("length above 4
short"). Nothing here decides anything.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload

from newsparse.model import Block
from newsparse.survey.furniture import page_features
from newsparse.survey.pages import PageFacts
from newsparse.survey.shapes import LONGEST_LINE, Shape, shape_of
from newsparse.survey.steps import COUNTS, DISTANCES, WINDOWS, Steps, step

LENGTHS: Steps = (3, 10, 20, 32, 45, 60, 80, 110, 160, 250, 400, 700)  # columns
NEIGHBOUR_LENGTHS = (20, 45, 80, 160, 400)
WORDS = (1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30)
HEAD_DISTANCES: Steps = (1, 2, 3, 4, 6, 9)  # blocks: a headline's byline and date stand close to it
PROSE: Steps = (1, 80, 200, 400, 800, 1600, 3200, 6400)  # columns
PROSE_SO_FAR = (1, 100, 300, 1000, 3000)
SHARES = (0.01, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)
SHARES_SO_FAR = (0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99)
COMMON_SHARES = (0.01, 0.1, 0.2, 0.3, 0.4)
DEPTHS = (0.01, 0.25, 0.5, 1, 1.5, 2)
SCORES = (0.5, 1, 2, 3, 4.5, 6, 8)
NEAR_THE_BEST = (0.3, 0.5, 0.65, 0.8, 0.9, 0.999)
FEW = (1, 2, 3, 5)
LAST_RANK, LAST_RANK_ABOVE = 4, 3
LEAST_WORDS_FOR_COMMON = 4
DIGITS = 0.2  # of the characters
LINE = range(8, 121)  # columns of a heading
ALIKE = 0.2  # difference of length between neighbours of one kind, as a share of it
PERIODS = (2, 3, 4)  # blocks after which a list of teasers repeats
_SIGNS = "|»›©@/#+"
_QUOTES = "\"'“„«»‘「『"
_STOPS = (". ", "! ", "? ")
_DASHES = (": ", " - ", " – ", " — ")


class Features(Sequence[list[str]]):
    """The names of the features of every block of a page, made when asked for: they are many, and asked for once."""

    def __init__(self, blocks: Sequence[Block], common: frozenset[str]) -> None:
        """``common`` are the commonest words of the language."""
        self._blocks = blocks
        self._common = common
        self._shapes = [shape_of(block) for block in blocks]
        self._facts = PageFacts([block.text.lower() for block in blocks], self._shapes)
        run = [block.gap for block in blocks[self._facts.first : self._facts.last + 1]]
        self._with_gaps = f"page with gaps {int(sum(run) * 2 > len(run) - 1)}"

    def __len__(self) -> int:
        return len(self._blocks)

    @overload
    def __getitem__(self, n: int) -> list[str]: ...
    @overload
    def __getitem__(self, n: slice) -> list[list[str]]: ...
    def __getitem__(self, n: int | slice) -> list[str] | list[list[str]]:
        if isinstance(n, slice):
            return [self[one] for one in range(*n.indices(len(self)))]
        block, shape, facts = self._blocks[n], self._shapes[n], self._facts
        gap_below = self._blocks[n + 1].gap if n + 1 < len(self) else True
        return [
            *_by_itself(block.text, shape),
            *_words_of(block.text, shape, self._common),
            *_between(block.gap, gap_below, shape),
            *_beside(self._shapes, n),
            *_alone(self._blocks, self._shapes, n),
            *_around(facts, n),
            *_in_the_run(facts, n),
            *_about(facts, n),
            *page_features(facts, n),
            self._with_gaps + shape.sort,
        ]


def _by_itself(text: str, shape: Shape) -> Iterator[str]:
    length = step(LENGTHS, shape.size)
    full = "stop" if shape.end in ("stop", "question", "dots") else "colon" if shape.end == "colon" else "none"
    yield "always"
    yield f"kind {shape.kind}"
    yield f"length {length}"
    yield f"end {shape.end}"
    yield f"length {length} end {full}"
    yield f"words {step(WORDS, shape.length)}"
    yield f"begins {_begins(text[0])}"


def _begins(sign: str) -> str:
    if sign.isalpha():
        return "upper" if sign.isupper() else "lower" if sign.islower() else "wide"
    return "digit" if sign.isdigit() else "quote" if sign in _QUOTES else "sign"


def _words_of(text: str, shape: Shape, common: frozenset[str]) -> Iterator[str]:
    """What only lines tell: capitals, figures, signs; in prose they say nothing."""
    if shape.size >= LONGEST_LINE:
        return
    words = text.split()
    yield f"capitals {step(SHARES, sum(word[0].isupper() for word in words) / len(words))}"
    if len(words) >= LEAST_WORDS_FOR_COMMON:
        yield f"common words {step(COMMON_SHARES, sum(word.lower() in common for word in words) / len(words))}"
    yield from (f"has {sign}" for sign in _SIGNS if sign in text)
    yield from _oddities(text)


def _oddities(text: str) -> Iterator[str]:
    if sum(map(str.isdigit, text)) > DIGITS * len(text):
        yield "digits"
    if text.isupper():
        yield "all capitals"
    if any(one.islower() and two.isupper() for one, two in pairwise(text)):
        yield "glued words"
    if any(dash in text for dash in _DASHES):
        yield "colon or dash inside"
    if any(stop in text for stop in _STOPS):
        yield "stop inside"
    if "." in text and " " not in text:
        yield "address"


def _between(gap: bool, gap_below: bool, shape: Shape) -> Iterator[str]:  # noqa: FBT001
    gaps = f"gap {int(gap)}{int(gap_below)}"
    yield gaps
    yield f"{shape.sort} {gaps}"


def _beside(shapes: Sequence[Shape], n: int) -> Iterator[str]:
    me = shapes[n]
    for name, at in (("above", n - 1), ("below", n + 1)):
        if not 0 <= at < len(shapes):
            yield f"{name} nothing"
            continue
        other = shapes[at]
        length = f"{name} length {step(NEIGHBOUR_LENGTHS, other.size)}"
        yield f"{name} kind {other.kind}"
        yield length
        yield f"{length} {me.sort}"
        yield f"{name} end {other.end}"
        if abs(other.size - me.size) < ALIKE * me.size:
            yield f"{name} as long {me.sort}"
    for name, at in (("above2", n - 2), ("below2", n + 2)):
        if 0 <= at < len(shapes):
            yield f"{name} kind {shapes[at].kind}"
            yield f"{name} length {step(NEIGHBOUR_LENGTHS, shapes[at].size)}"
    yield from _pattern(shapes, n)


def _alone(blocks: Sequence[Block], shapes: Sequence[Shape], n: int) -> Iterator[str]:
    """Whether it is a short line without an end, next to prose: headings stand so, and captions and links do."""
    me = shapes[n]
    if me.sort == "prose" or me.size not in LINE or me.end in ("stop", "comma", "dots"):
        return
    above = n > 0 and shapes[n - 1].sort == "prose"
    below = n + 1 < len(shapes) and shapes[n + 1].sort == "prose"
    if above or below:
        where = "between" if above and below else "below" if above else "above"
        parted = "parted" if blocks[n].gap and (n + 1 == len(blocks) or blocks[n + 1].gap) else "glued"
        yield f"a line {where} prose"
        yield f"a line {where} prose, {parted}"


def _pattern(shapes: Sequence[Shape], n: int) -> Iterator[str]:
    """Whether blocks like this one stand at the same distance above and below, and others between them."""
    mine = shapes[n].coarse
    if n and shapes[n - 1].coarse == mine:
        return
    for period in PERIODS:
        if period <= n < len(shapes) - period and shapes[n - period].coarse == mine == shapes[n + period].coarse:
            yield f"pattern of {period} {shapes[n].sort}"
            return


def _around(facts: PageFacts, n: int) -> Iterator[str]:
    """How much prose, how many links and headlines stand above and below, and how far the next of each kind."""
    sort, count = facts.shapes[n].sort, len(facts.shapes)
    for window, width in WINDOWS:
        top, bottom = max(0, n - width), min(count, n + 1 + width)
        for name, sums, steps in (
            ("prose", facts.prose, PROSE),
            ("lines", facts.links, COUNTS),
            ("headlines", facts.headlines, COUNTS),
        ):
            above, below = step(steps, sums[n] - sums[top]), step(steps, sums[bottom] - sums[n + 1])
            yield f"{name} above {window} {above}"
            yield f"{name} below {window} {below}"
            if name == "prose" and window == "near":
                yield f"{sort} prose above near {above}"
                yield f"{sort} prose below near {below}"
    yield f"to prose {step(DISTANCES, facts.to['prose'][n])} {sort}"
    yield f"since prose {step(DISTANCES, facts.since['prose'][n])} {sort}"
    for name in ("byline", "timestamp"):
        for way, far in (("to", facts.to[name][n]), ("since", facts.since[name][n])):
            if far < HEAD_DISTANCES[-1]:
                yield f"{way} {name} {step(HEAD_DISTANCES, far)} {sort}"


def _in_the_run(facts: PageFacts, n: int) -> Iterator[str]:
    """Where it stands against the densest run of prose."""
    sort = facts.shapes[n].sort
    if facts.first <= n <= facts.last:
        yield f"in run {sort}"
        yield f"in run from first {step(DISTANCES, n - facts.first)}"
        yield f"in run from last {step(DISTANCES, facts.last - n)}"
    else:
        away = f"above run {step(DISTANCES, facts.first - n)}"
        if n > facts.last:
            away = f"below run {step(DISTANCES, n - facts.last)}"
        yield away
        yield f"{away} {sort}"
    yield f"prose so far {step(PROSE_SO_FAR, facts.prose[n])}"
    yield f"share so far {step(SHARES_SO_FAR, facts.prose[n] / (facts.prose[-1] or 1))}"
    yield f"dates so far {step(FEW, facts.dates[n])}"
    yield f"bylines so far {step(FEW, facts.bylines[n])}"


def _about(facts: PageFacts, n: int) -> Iterator[str]:
    """Whether its words are those of the main prose: a headline's recur there, a menu's do not."""
    sort = facts.shapes[n].sort
    yield f"about {step(SHARES, facts.overlap[n])} {sort}"
    yield f"deep {step(DEPTHS, facts.depth[n])} {sort}"
    if facts.shapes[n].words:
        yield f"said below {step(SHARES, facts.shared(n, below=True))} {sort}"
        yield f"said above {step(SHARES, facts.shared(n, below=False))} {sort}"
    rank = facts.rank.get(n)
    if rank is None:
        return
    score = facts.scores[n]
    yield f"rank {min(rank, LAST_RANK)}"
    yield f"rank score {step(SCORES, score)}"
    yield f"near the best {step(NEAR_THE_BEST, score / facts.best if facts.best else 0.0)}"
    above, below = facts.better(n)
    yield f"better line {'above' if above else ''}{'below' if below else ''}"
    if n < facts.first:
        yield f"rank above run {min(rank, LAST_RANK_ABOVE)}"
