"""What a rule is: a small named function that looks at a scene and says why the block is of its kind, or None."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from inspect import cleandoc
from typing import NamedTuple

from newsparse.model import Kind
from newsparse.rules.scene import Scene

Look = Callable[[Scene], str | None]
ANY_LENGTH = 1 << 62


class Rule(NamedTuple):
    """A rule with its name, the kind it gives (None: the form's own) and its manual, which is the docstring.

    A block of fewer than ``shortest`` or more than ``longest`` characters is never shown to it.
    """

    name: str
    kind: Kind | None
    look: Look
    doc: str
    shortest: int = 1
    longest: int = ANY_LENGTH


def rule(kind: Kind, *, shortest: int = 1, longest: int = ANY_LENGTH) -> Callable[[Look], Rule]:
    """Make a rule of a function: its name is the rule's name, what it returns is the evidence."""

    def make(function: Look) -> Rule:
        return Rule(function.__name__, kind, function, cleandoc(function.__doc__ or ""), shortest, longest)

    return make


class Table(NamedTuple):
    """Rules in their order of precedence, and the few of them that a block of some length is shown to.

    Most blocks of an article are long paragraphs, and most rules are for short lines: to sort the rules by length once
    is cheaper than to let every rule turn most blocks away.
    """

    rules: tuple[Rule, ...]
    edges: tuple[int, ...]
    rows: tuple[tuple[Rule, ...], ...]  # rows[n]: for blocks longer than edges[n - 1], up to edges[n]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> "Table":
        """The table of these rules."""
        ordered = tuple(rules)
        edges = sorted({ANY_LENGTH, *(rule.longest for rule in ordered), *(rule.shortest - 1 for rule in ordered)})
        return cls(ordered, tuple(edges), tuple(tuple(_fitting(ordered, edge)) for edge in edges))

    def for_length(self, length: int) -> tuple[Rule, ...]:
        """The rules that a block of so many characters is shown to.

        >>> short, any_length = rule(Kind.BYLINE, shortest=2, longest=40)(str), rule(Kind.PARAGRAPH)(repr)
        >>> table = Table.of([short, any_length])
        >>> [[each.name for each in table.for_length(length)] for length in (1, 2, 40, 41)]
        [['repr'], ['str', 'repr'], ['str', 'repr'], ['repr']]
        """
        return self.rows[bisect_left(self.edges, length)]


def _fitting(rules: Iterable[Rule], length: int) -> Iterator[Rule]:
    return (rule for rule in rules if rule.shortest <= length <= rule.longest)
