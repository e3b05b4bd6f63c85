"""Pages with partly known roles -> the weights of newsparse/survey/weights.toml: a conditional random field.

What is maximised is the likelihood of the chains that agree with what is known of each page (a headline without a
body, a body without a headline), over that of all chains. Two choices keep it from learning its pages by heart:

- A measure's steps share their weights: "length 4" is the sum of what holds from step 1 on, from step 2 on …, and
  "to prose 3 short" is that of all sorts of blocks and what short ones add. Only the sums are written to the file.
- Roles share theirs: what stands before, inside and after an article is alike, and so are headline and heading.

The sums are those that a reader of the file sees; the sharing is only how they are found.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numba
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsparse.rules.scene import Role
from newsparse.survey.chain import FOLLOWS, MAY_CLOSE, MAY_OPEN, ROLES

KINSHIPS = (
    {Role.BEFORE, Role.HEAD, Role.INSIDE, Role.AFTER},
    {Role.PARAGRAPH, Role.HEADING},
    {Role.HEADLINE, Role.HEADING},
    {Role.BEFORE, Role.AFTER},
    {Role.HEAD, Role.INSIDE},
    {Role.BEFORE, Role.HEAD},
)
PARTS = 4  # of the pages: three fits, each without another part
LEAST_SEEN = 10  # blocks in which a feature must hold to get a weight
FORBIDDEN = -1e5
MOST_SCALED = 1e200  # what a role that cannot be reached may weigh before the scale is given up
_MEASURE = re.compile(r"^(?P<name>.*?) (?P<step>\d)(?: (?P<sort>\w+))?$")


class Page(NamedTuple):
    """``features``: names, a block; ``allowed``: the roles a block may have; ``is_headed``: the headline is on it."""

    features: Sequence[Sequence[str]]
    allowed: Sequence[frozenset[Role]]
    is_headed: bool


class Trained(NamedTuple):
    """``features``: a row of weights, a role each; ``steps``: from role (row) to role (column)."""

    features: dict[str, np.ndarray]
    steps: np.ndarray


def train(pages: Sequence[Page], *, strength: float, rounds: int) -> Trained:
    """The mean of what is learnt without each part of the pages in turn: it depends less on the single page."""
    parts = [[page for n, page in enumerate(pages) if n % PARTS != part] for part in range(PARTS - 1)]
    fits = [_fit(part, strength=strength * (PARTS - 1) / PARTS, rounds=rounds) for part in parts]
    names = {name for fit in fits for name in fit.features}
    nothing = np.zeros(len(ROLES))
    rows = {name: sum(fit.features.get(name, nothing) for fit in fits) / len(fits) for name in names}
    return Trained(rows, sum(fit.steps for fit in fits) / len(fits))


def _fit(pages: Sequence[Page], *, strength: float, rounds: int) -> Trained:
    """The weights of the greatest likelihood; ``strength`` holds them small (the inverse of a prior's variance)."""
    seen = Counter(name for page in pages for names in page.features for name in names)
    names = sorted(name for name, times in seen.items() if times >= LEAST_SEEN)
    shared, kin = _shared_weights(names), _kin()
    problem = _Problem(pages, {name: n for n, name in enumerate(names)})
    size = shared.shape[1] * kin.shape[0]

    def unlikelihood(weights: np.ndarray) -> tuple[float, np.ndarray]:
        mine, steps = weights[:size].reshape(shared.shape[1], -1), weights[size:].reshape(len(ROLES), -1)
        value, of_rows, of_steps = problem.slope((shared @ mine) @ kin, steps)
        slope = np.concatenate([(shared.T @ (of_rows @ kin.T)).ravel(), of_steps.ravel()])
        return value + strength / 2 * (weights @ weights), slope + strength * weights

    start = np.zeros(size + len(ROLES) ** 2)
    options = {"maxiter": rounds, "maxcor": 25}
    found = minimize(unlikelihood, start, jac=True, method="L-BFGS-B", options=options).x
    rows = (shared @ found[:size].reshape(shared.shape[1], -1)) @ kin
    return Trained({name: rows[n] for n, name in enumerate(names)}, found[size:].reshape(len(ROLES), -1))


def _kin() -> np.ndarray:
    """A row a weight that is learnt: for each role its own, then for each kinship one that its roles share."""
    return np.vstack([np.eye(len(ROLES)), [[float(role in kin) for role in ROLES] for kin in KINSHIPS]])


def _shared_weights(names: Sequence[str]) -> csr_matrix:
    """Features by the weights that theirs are the sums of."""
    parts: dict[str, int] = {}
    cells = [(n, parts.setdefault(part, len(parts))) for n, name in enumerate(names) for part in _parts(name)]
    rows, columns = zip(*cells, strict=True)
    return csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(names), len(parts)))


def _parts(name: str) -> list[str]:
    measure = _MEASURE.match(name)
    if measure is None:
        return [name]
    step, sort = int(measure["step"]), measure["sort"]
    parts = [f"{measure['name']} from {n}" for n in range(1, step + 1)]
    if sort:
        parts += [f"{measure['name']} {sort} from {n}" for n in range(step + 1)]
    return parts or [f"{measure['name']} from 0"]


class _Problem:
    """All pages as arrays: the numbers of the features that hold, a block after another, a page after another."""

    def __init__(self, pages: Sequence[Page], places: dict[str, int]) -> None:
        held = [[places[name] for name in names if name in places] for page in pages for names in page.features]
        self.edges = np.concatenate([[0], np.cumsum([len(row) for row in held])])
        self.held = np.array([place for row in held for place in row], dtype=np.int32)
        self.starts = np.concatenate([[0], np.cumsum([len(page.features) for page in pages])])
        self.allowed = np.array([[role in one for role in ROLES] for page in pages for one in page.allowed])
        self.is_headed = np.array([page.is_headed for page in pages])

    def slope(self, rows: np.ndarray, steps: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """The unlikelihood of what is known, and its slope for the rows and the steps."""
        sums = _sum_up(self.held, self.edges, np.ascontiguousarray(rows))
        value, of_sums, of_steps = _slope(sums, steps, (self.allowed, self.starts, self.is_headed))
        return value, _hand_down(self.held, self.edges, of_sums, len(rows)), of_steps


@numba.njit(cache=True)
def _sum_up(held, edges, rows):
    """For each block the sum of the rows of its features."""
    sums = np.zeros((len(edges) - 1, rows.shape[1]))
    for n in range(len(edges) - 1):
        for at in range(edges[n], edges[n + 1]):
            for role in range(rows.shape[1]):
                sums[n, role] += rows[held[at], role]
    return sums


@numba.njit(cache=True)
def _hand_down(held, edges, of_sums, count):
    """The slope of the sums, handed to the rows that they are made of."""
    of_rows = np.zeros((count, of_sums.shape[1]))
    for n in range(len(edges) - 1):
        for at in range(edges[n], edges[n + 1]):
            for role in range(of_sums.shape[1]):
                of_rows[held[at], role] += of_sums[n, role]
    return of_rows


_AT = {role: n for n, role in enumerate(ROLES)}
_FROM = np.array([_AT[one] for one, nexts in FOLLOWS.items() for _ in nexts])
_TO = np.array([_AT[two] for nexts in FOLLOWS.values() for two in nexts])
_OPEN = np.array([0.0 if role in MAY_OPEN else FORBIDDEN for role in ROLES])
_CLOSE = np.array([0.0 if role in MAY_CLOSE else FORBIDDEN for role in ROLES])
# A page that has its headline above the text does not go from before the article right into the text.
_SKIPS = np.array(
    [
        one == _AT[Role.BEFORE] and ROLES[two] in (Role.PARAGRAPH, Role.HEADING)
        for one, two in zip(_FROM, _TO, strict=True)
    ]
)
_OPEN_HEADED = np.array(
    [FORBIDDEN if role in (Role.PARAGRAPH, Role.HEADING) else one for role, one in zip(ROLES, _OPEN, strict=True)]
)


def _slope(sums, steps, known):
    allowed, starts, is_headed = known
    of_sums, of_steps, value = np.zeros_like(sums), np.zeros_like(steps), 0.0
    weights = steps[_FROM, _TO]
    headed = np.where(_SKIPS, FORBIDDEN, weights)
    for n, (start, end) in enumerate(pairwise(starts)):
        here = sums[start:end]
        only = np.where(allowed[start:end], here, FORBIDDEN)
        free = _expected(here, weights, _OPEN)
        bound = _expected(only, *((headed, _OPEN_HEADED) if is_headed[n] else (weights, _OPEN)))
        value += free[0] - bound[0]
        of_sums[start:end] = free[1] - bound[1]
        np.add.at(of_steps, (_FROM, _TO), free[2] - bound[2])
    return value, of_sums, of_steps


def _expected(sums, weights, opens):
    """The logarithm of all chains' weight, how often each role is expected at each block, and each step at all."""
    found = _expect_scaled(sums, weights, opens, _CLOSE, _FROM, _TO)
    return found if found[0] > FORBIDDEN else _expect(sums, weights, opens, _CLOSE, _FROM, _TO)


@numba.njit(cache=True)
def _expect_scaled(sums, weights, opens, closes, one, two):  # noqa: PLR0913, PLR0917, C901  the inner loop, compiled
    """As _expect, without logarithms: scaled at every block. FORBIDDEN as the total: the scale did not suffice."""
    length, roles = sums.shape
    own, forward, backward = np.empty((length, roles)), np.zeros((length, roles)), np.zeros((length, roles))
    jump, taken, total = np.exp(weights), np.zeros(len(one)), 0.0
    scales = np.empty(length)
    for n in range(length):
        most, scale = sums[n].max(), 0.0
        for m in range(len(one)) if n else range(0):
            forward[n, two[m]] += forward[n - 1, one[m]] * jump[m]
        for role in range(roles):
            own[n, role] = np.exp(sums[n, role] - most)
            forward[n, role] = own[n, role] * (forward[n, role] if n else np.exp(opens[role]))
            scale += forward[n, role]
        if not scale > 0.0:
            return FORBIDDEN, forward, taken
        for role in range(roles):
            forward[n, role] /= scale
        scales[n] = scale
        total += most + np.log(scale)
    end = (forward[length - 1] * np.exp(closes)).sum()
    if not end > 0.0:
        return FORBIDDEN, forward, taken
    for role in range(roles):
        backward[length - 1, role] = np.exp(closes[role]) / end
    for n in range(length - 2, -1, -1):
        for role in range(roles):
            own[n + 1, role] *= backward[n + 1, role] / scales[n + 1]
        for m in range(len(one)):
            ahead = jump[m] * own[n + 1, two[m]]
            backward[n, one[m]] += ahead
            taken[m] += forward[n, one[m]] * ahead
        if not backward[n].max() < MOST_SCALED:
            return FORBIDDEN, forward, taken
    return total + np.log(end), forward * backward, taken


@numba.njit(cache=True)
def _expect(sums, weights, opens, closes, one, two):  # noqa: PLR0913, PLR0917  the inner loop, compiled
    """The logarithm of all chains' weight, how often each role is expected at each block, and each step at all."""
    length, roles = sums.shape
    forward, backward = np.full((length, roles), FORBIDDEN), np.full((length, roles), FORBIDDEN)
    forward[0] = opens + sums[0]
    for n in range(1, length):
        for m in range(len(one)):
            forward[n, two[m]] = np.logaddexp(forward[n, two[m]], forward[n - 1, one[m]] + weights[m])
        forward[n] += sums[n]
    backward[length - 1] = closes
    total = FORBIDDEN
    for role in range(roles):
        total = np.logaddexp(total, forward[length - 1, role] + closes[role])
    taken = np.zeros(len(one))
    for n in range(length - 2, -1, -1):
        for m in range(len(one)):
            ahead = weights[m] + sums[n + 1, two[m]] + backward[n + 1, two[m]]
            backward[n, one[m]] = np.logaddexp(backward[n, one[m]], ahead)
            taken[m] += np.exp(min(0.0, forward[n, one[m]] + ahead - total))
    return total, np.exp(np.minimum(forward + backward - total, 0.0)), taken
