"""What a rule is: a small named function that looks at a scene and says why the block is of its kind, or None."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from inspect import cleandoc
from typing import NamedTuple

from newsparse.model import Kind
from newsparse.rules.scene import Scene

Look = Callable[[Scene], str | None]
ANY_LENGTH = 1 << 62


class Rule(NamedTuple):
    """A rule with its name, the kind it gives (None: the form's own) and its manual, which is the docstring.

    ``longest``: a block with more characters is never shown to it.
    """

    name: str
    kind: Kind | None
    look: Look
    doc: str
    longest: int = ANY_LENGTH


def rule(kind: Kind, *, longest: int = ANY_LENGTH) -> Callable[[Look], Rule]:
    """Make a rule of a function: its name is the rule's name, what it returns is the evidence."""

    def make(function: Look) -> Rule:
        return Rule(function.__name__, kind, function, cleandoc(function.__doc__ or ""), longest)

    return make


class Table(NamedTuple):
    """Rules in their order of precedence, and the few of them that a block of some length is shown to.

    Most blocks of an article are long paragraphs, and most rules are for short lines: to sort them by length once is
    cheaper than to let every rule turn most blocks away.
    """

    rules: tuple[Rule, ...]
    limits: tuple[int, ...]
    rows: tuple[tuple[Rule, ...], ...]  # rows[n]: for blocks longer than limits[n - 1], up to limits[n]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> "Table":
        """The table of these rules."""
        ordered = tuple(rules)
        limits = tuple(sorted({rule.longest for rule in ordered} | {ANY_LENGTH}))
        return cls(ordered, limits, tuple(tuple(r for r in ordered if r.longest >= limit) for limit in limits))

    def up_to(self, length: int) -> tuple[Rule, ...]:
        """The rules that a block of so many characters is shown to.

        >>> short, any_length = rule(Kind.BYLINE, longest=40)(str), rule(Kind.PARAGRAPH)(repr)
        >>> [[each.name for each in Table.of([short, any_length]).up_to(length)] for length in (40, 41)]
        [['str', 'repr'], ['repr']]
        """
        return self.rows[bisect_left(self.limits, length)]
