"""Shapes of a page's blocks -> facts of the page, each a list with an entry a block, made in a few passes."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from newsparse.survey.shapes import Shape

FAR = 99  # blocks: as far as one looks for the next block of a kind
SUBJECTS_BELOW = ("comments", "related")  # of pages, whose headings stand below the article
LOOK_UP = 40  # blocks above the densest run in which lines are ranked
LEAST_RECURRING = 3  # times that a menu's or a comment's line stands on the page
LONGEST_RECURRING = 40  # characters
OPENING = 24  # characters by which a line is known again: a share bar repeats the headline and goes on
LONGEST_HEADLINE = 250
WORDS_OF_A_HEADLINE = 7  # that a longer line has more of speaks no more for it
REACH = 25  # blocks above or below in which a headline's words recur in the text
CLOSE = 6  # blocks: how far headline, deck, byline and date stand from each other
DEEP = 3  # paragraphs in which a word stands: more say no more
# The densest run is the one with the greatest sum: prose counts for its length, up to a full paragraph; what nobody
# claims counts against it, a teaser's headline more than a share bar's word.
PARAGRAPH_IN_RUN = 400  # characters
_COST = {"none": -0.9, "bullet": -0.2, "timestamp": -0.5, "byline": -0.5}
_FREE = ("paragraph", "caption", "credit", "blockquote", "metadata")
_COST_OF_FURNITURE = -0.5


class PageFacts:
    """What the features of a block say of the page around it. All lists are indexed by block, sums by block + 1."""

    def __init__(self, texts: Sequence[str], shapes: Sequence[Shape]) -> None:
        self.texts = texts
        self.shapes = shapes
        self.first, self.last = densest_run(shapes)
        self._sum_up()
        self._measure()
        self._repeat()
        self._compare()
        self._place_words()

    def _sum_up(self) -> None:
        shapes, first = self.shapes, self.first
        self.prose = _sums(shape.prose for shape in shapes)
        self.links = _sums(shape.is_link for shape in shapes)
        self.headlines = _sums(shape.is_headline for shape in shapes)
        self.dates = _sums(n >= first and shape.kind == "timestamp" for n, shape in enumerate(shapes))
        self.bylines = _sums(n >= first and shape.kind == "byline" for n, shape in enumerate(shapes))

    def _measure(self) -> None:
        """How many blocks away the next and the last prose, byline and date stand."""
        flags = {
            "prose": [shape.sort == "prose" for shape in self.shapes],
            "byline": [shape.kind == "byline" for shape in self.shapes],
            "timestamp": [shape.kind == "timestamp" for shape in self.shapes],
        }
        self.of_page = _sums(bool(shape.page) for shape in self.shapes)
        self.since_subject = {
            name: distances([name in shape.page and shape.sort == "short" for shape in self.shapes][::-1])[::-1]
            for name in SUBJECTS_BELOW
        }
        self.to = {name: distances(flag) for name, flag in flags.items()}
        self.since = {name: distances(flag[::-1])[::-1] for name, flag in flags.items()}

    def _repeat(self) -> None:
        """Which lines stand on the page more than once."""
        texts = self.texts
        self.times = Counter(texts)
        self.openings = Counter(text[:OPENING] for text in texts if len(text) >= OPENING)
        self.first_place: dict[str, int] = {}
        for n, text in enumerate(texts):
            self.first_place.setdefault(text, n)
        recurring = (self.times[text] >= LEAST_RECURRING and len(text) <= LONGEST_RECURRING for text in texts)
        self.recurring = _sums(recurring)

    def _compare(self) -> None:
        """How many of a block's words the main prose has, and which lines above it share the most."""
        main: Counter[str] = Counter()
        for shape in self.shapes[self.first : self.last + 1]:
            if shape.kind == "paragraph":
                main.update(shape.words)
        self.overlap = [_share(sum(word in main for word in shape.words), shape) for shape in self.shapes]
        self.depth = [
            _share(sum(min(main.get(word, 0) - own, DEEP) for word in shape.words), shape)
            for shape, own in ((shape, self.first <= n <= self.last) for n, shape in enumerate(self.shapes))
        ]
        self.scores = {n: self._score(n) for n in self._candidates()}
        ranked = sorted(self.scores, key=lambda n: (-self.scores[n], n))
        self.rank = {n: place for place, n in enumerate(ranked)}
        self.best = max(self.scores.values(), default=0.0)

    def _place_words(self) -> None:
        """In which prose each word stands, to tell what the prose close above and below says."""
        self.places: dict[str, list[int]] = {}
        for n, shape in enumerate(self.shapes):
            for word in shape.words if shape.prose else ():
                self.places.setdefault(word, []).append(n)

    def shared(self, n: int, *, below: bool) -> float:
        """The share of a block's words that stand in the prose within some blocks below it, or above it."""
        hits = 0
        for word in self.shapes[n].words:
            places = self.places.get(word, ())
            at = bisect_right(places, n) if below else bisect_left(places, n) - 1
            hits += 0 <= at < len(places) and abs(places[at] - n) <= REACH
        return _share(hits, self.shapes[n])

    def better(self, n: int) -> tuple[bool, bool]:
        """Whether a line close above, or close below, shares more with the main prose."""
        mine, around = self.scores[n], range(n - CLOSE, n + CLOSE + 1)
        others = [(at, self.scores[at]) for at in around if at in self.scores]
        return (
            any(at < n and score > mine for at, score in others),
            any(at > n and score > mine for at, score in others),
        )

    def _candidates(self) -> Iterable[int]:
        for n in range(max(0, self.first - LOOK_UP), min(len(self.shapes), self.first + 3)):
            shape = self.shapes[n]
            if shape.length > 1 and shape.size <= LONGEST_HEADLINE and shape.kind in ("none", "paragraph"):
                yield n

    def _score(self, n: int) -> float:
        return (self.overlap[n] + 0.5 * self.depth[n]) * min(len(self.shapes[n].words), WORDS_OF_A_HEADLINE)


def _share(hits: float, shape: Shape) -> float:
    return hits / len(shape.words) if shape.words else 0.0


def _sums(values: Iterable[int]) -> list[int]:
    return [0, *accumulate(values)]


def distances(flags: Sequence[bool]) -> list[int]:
    """How many blocks below each the next flagged one stands.

    >>> distances([True, False, True, False])
    [2, 1, 99, 99]
    """
    found, far = [], FAR
    for flag in reversed(flags):
        found.append(far)
        far = 1 if flag else min(far + 1, FAR)
    return found[::-1]


def densest_run(shapes: Sequence[Shape]) -> tuple[int, int]:
    """The first and the last block of the run with the greatest sum of prose over furniture."""
    best, span = 0.0, (0, len(shapes) - 1)
    total, start = 0.0, 0
    for n, shape in enumerate(shapes):
        if total <= 0:
            total, start = 0.0, n
        total += _weight(shape)
        if total > best:
            best, span = total, (start, n)
    return span


def _weight(shape: Shape) -> float:
    if shape.kind == "paragraph":
        return min(shape.size, PARAGRAPH_IN_RUN) / 100
    return 0.0 if shape.kind in _FREE else _COST.get(shape.kind, _COST_OF_FURNITURE)
