"""Named features of a page's blocks -> the likeliest chain of roles, in one pass (Viterbi), and what decided each.

The weights are data (weights.toml, made by benchmarks/train_survey.py): a row a feature, a column a role. A role's sum
at a block is that of the rows of the features that hold there; which role may follow which is fixed below.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsparse.rules.scene import Role

Row = tuple[int, ...]  # thousandths
Steps = tuple[tuple[tuple[int, int], ...], ...]

ROLES = tuple(Role)
_NUMBERED = tuple(enumerate(ROLES))
# A page runs from what stands before the article over headline, head and text to what stands after it. A paragraph
# without a headline is possible (it may stand elsewhere, or nowhere); what stands inside is followed by more text.
_TEXT = (Role.PARAGRAPH, Role.HEADING)
FOLLOWS: Mapping[Role, tuple[Role, ...]] = {
    Role.BEFORE: (Role.BEFORE, Role.HEADLINE, *_TEXT),
    Role.HEADLINE: (Role.HEAD, *_TEXT),
    Role.HEAD: (Role.HEAD, *_TEXT),
    Role.PARAGRAPH: (*_TEXT, Role.INSIDE, Role.AFTER),
    Role.HEADING: (*_TEXT, Role.INSIDE, Role.AFTER),
    Role.INSIDE: (Role.INSIDE, *_TEXT),
    Role.AFTER: (Role.AFTER,),
}
MAY_OPEN = (Role.BEFORE, Role.HEADLINE, *_TEXT)
MAY_CLOSE = (Role.BEFORE, Role.HEADLINE, Role.HEAD, Role.PARAGRAPH, Role.AFTER)
NEVER = float("-inf")
DECIDERS = 3  # features that a verdict names
SCALE = 1000  # the file's weights are whole numbers: thousandths


class Weights(NamedTuple):
    """``features``: a row for each name; then for each role, from and to which roles (by number) at which weight."""

    features: Mapping[str, Row]
    reached_from: Steps = ()
    leads_to: Steps = ()


class Chain(NamedTuple):
    """The likeliest roles of all blocks.

    ``sums``: what the features of each block say for every role; ``through``: for each block and role, the weight of
    the best chain that goes through there. Where another chain weighs almost as much, the roles are in doubt.
    """

    roles: tuple[Role, ...]
    sums: Sequence[Sequence[float]]
    through: Sequence[Sequence[float]]


@cache
def load_weights() -> Weights:
    """The weights that ship with the package."""
    return as_weights(tomllib.loads((Path(__file__).parent / "weights.toml").read_text(encoding="utf-8")))


def as_weights(tables: Mapping[str, Mapping[str, str]]) -> Weights:
    """The two tables of the file, [steps] and [features], as numbers at hand."""
    steps = {role: _row(tables["steps"][role]) for role in ROLES}
    reached_from = [[(m, steps[one][n]) for m, one in enumerate(ROLES) if two in FOLLOWS[one]] for n, two in _NUMBERED]
    leads_to = [[(n, steps[one][n]) for n, two in enumerate(ROLES) if two in FOLLOWS[one]] for _, one in _NUMBERED]
    rows = {name: _row(numbers) for name, numbers in tables["features"].items()}
    return Weights(rows, tuple(map(tuple, reached_from)), tuple(map(tuple, leads_to)))


def _row(thousandths: str) -> Row:
    return tuple(map(int, thousandths.split()))


def likeliest(features: Sequence[Sequence[str]], weights: Weights) -> Chain:
    """The chain of roles with the greatest sum of weights; there is at least one block."""
    rows = weights.features
    sums = [[sum(column) for column in zip(*_rows(names, rows), strict=True)] for names in features]
    best = [one if role in MAY_OPEN else NEVER for role, one in zip(ROLES, sums[0], strict=True)]
    reached, came_from = [best], []
    for here in sums[1:]:
        steps = [max([(best[one] + weight, one) for one, weight in before]) for before in weights.reached_from]
        came_from.append([one for _, one in steps])
        best = [total + own for (total, _), own in zip(steps, here, strict=True)]
        reached.append(best)
    last = max((total, at) for at, total in enumerate(best) if ROLES[at] in MAY_CLOSE)[1]
    return Chain(tuple(_way_back(last, came_from)), sums, _through(reached, sums, weights))


def _through(reached: list[list[float]], sums: Sequence[Sequence[float]], weights: Weights) -> list[list[float]]:
    """What was reached at each block and role, plus the best that can follow there."""
    ahead = [0.0 if role in MAY_CLOSE else NEVER for role in ROLES]
    through = [[one + two for one, two in zip(reached[-1], ahead, strict=True)]]
    for n in range(len(sums) - 1, 0, -1):
        here = [own + rest for own, rest in zip(sums[n], ahead, strict=True)]
        ahead = [max([here[at] + weight for at, weight in after]) for after in weights.leads_to]
        through.append([one + two for one, two in zip(reached[n - 1], ahead, strict=True)])
    return through[::-1]


def _rows(names: Sequence[str], rows: Mapping[str, Row]) -> Iterator[Row]:
    yield (0,) * len(ROLES)
    yield from (rows[name] for name in names if name in rows)


def _way_back(last: int, came_from: Sequence[Sequence[int]]) -> list[Role]:
    found = [ROLES[last]]
    for step in reversed(came_from):
        last = step[last]
        found.append(ROLES[last])
    return found[::-1]


def deciders(names: Sequence[str], sums: Sequence[float], role: Role, weights: Weights) -> str:
    """The features that speak most for a role against the next best, strongest first.

    >>> rows = {"short": (0, 2, 0, 0, 0, 0, 0), "late": (0, 0, 0, 0, 0, 0, 1)}
    >>> deciders(["short", "late"], (0, 2, 0, 0, 0, 0, 1), Role.HEADLINE, Weights(rows))
    'short'
    """
    mine = ROLES.index(role)
    other = max((total, at) for at, total in enumerate(sums) if at != mine)[1]
    rows = ((weights.features[name], name) for name in names if name in weights.features)
    ranked = sorted(((row[other] - row[mine], name) for row, name in rows))
    return ", ".join(name for against, name in ranked[:DECIDERS] if against < 0)


def lead(chain: Chain, rivals: Iterable[tuple[int, Role]]) -> float:
    """By how much the chain outweighs the best one that gives a block another role: of ``rivals``, in natural units.

    It is the logarithm of how many times likelier the chain is; infinite where there is no rival.
    """
    best = max(chain.through[0])
    other = max((chain.through[n][ROLES.index(role)] for n, role in rivals), default=NEVER)
    return (best - other) / SCALE
