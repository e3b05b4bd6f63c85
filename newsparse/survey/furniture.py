"""A page's blocks -> features of the page's furniture: lines that recur, hold the headline, speak of what menus do."""

from collections.abc import Iterator, Sequence

from newsparse.survey.pages import FAR, OPENING, SUBJECTS_BELOW, PageFacts
from newsparse.survey.steps import COUNTS, DISTANCES, WINDOWS, step

MOST_TIMES = 4
RECURRING_WINDOW = 6
ECHO_WINDOW = 4
ECHO = range(16, 401)  # characters of a line that may hold another, or stand in it


def page_features(facts: PageFacts, n: int) -> Iterator[str]:
    """The features of block ``n`` that tell whether it is the page's, not the article's."""
    yield from _again(facts, n)
    yield from _of_the_page(facts, n)


def _again(facts: PageFacts, n: int) -> Iterator[str]:
    """Whether the line stands on the page again, whole or in part, and how many lines that recur stand about it."""
    text, count = facts.texts[n], len(facts.texts)
    times = facts.times[text]
    if times > 1:
        yield f"repeated {min(times, MOST_TIMES)} {facts.shapes[n].sort}"
        yield "stood above" if facts.first_place[text] < n else "stands again below"
    if facts.openings.get(text[:OPENING], 0) > 1:
        yield "opens like another line"
    sums = facts.recurring
    yield f"recurring lines above {step(COUNTS, sums[n] - sums[max(0, n - RECURRING_WINDOW)])}"
    yield f"recurring lines below {step(COUNTS, sums[min(count, n + 1 + RECURRING_WINDOW)] - sums[n + 1])}"
    yield from _echo(facts.texts, n)


def _echo(texts: Sequence[str], n: int) -> Iterator[str]:
    """Whether a line close by holds this one, as a trail of links holds the headline, or this one holds it."""
    text = texts[n]
    if len(text) not in ECHO:
        return
    for at in range(max(0, n - ECHO_WINDOW), min(len(texts), n + ECHO_WINDOW + 1)):
        other = texts[at]
        if at == n or other == text or len(other) not in ECHO:
            continue
        where = "above" if at < n else "below"
        if text in other:
            yield f"is part of the line {where}"
            return
        if other in text:
            yield f"holds the line {where}"
            return


def _of_the_page(facts: PageFacts, n: int) -> Iterator[str]:
    """Which subjects of pages it and its neighbours speak of, and how many lines about it speak of any."""
    shapes = facts.shapes
    sort = shapes[n].sort
    for subject in shapes[n].page:
        yield f"speaks of {subject} {sort}"
    for name, at in (("above", n - 1), ("below", n + 1)):
        if 0 <= at < len(shapes):
            for subject in shapes[at].page:
                yield f"{name} speaks of {subject}"
    for window, width in WINDOWS:
        sums = facts.of_page
        yield f"page lines above {window} {step(COUNTS, sums[n] - sums[max(0, n - width)])}"
        yield f"page lines below {window} {step(COUNTS, sums[min(len(shapes), n + 1 + width)] - sums[n + 1])}"
    for subject in SUBJECTS_BELOW if n > facts.first else ():
        far = facts.since_subject[subject][n]
        if far < FAR:
            yield f"since {subject} {step(DISTANCES, far)} {sort}"
