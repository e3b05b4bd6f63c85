"""What a rule is: a small named function that looks at a scene and says why the block is of its kind, or None."""

from collections.abc import Callable
from inspect import cleandoc
from typing import NamedTuple

from newsparse.model import Kind
from newsparse.rules.scene import Scene

Look = Callable[[Scene], str | None]


class Rule(NamedTuple):
    """A rule with its name, the kind it gives (None: the form's own) and its manual, which is the docstring."""

    name: str
    kind: Kind | None
    look: Look
    doc: str


def rule(kind: Kind) -> Callable[[Look], Rule]:
    """Make a rule of a function: its name is the rule's name, what it returns is the evidence."""

    def make(function: Look) -> Rule:
        return Rule(function.__name__, kind, function, cleandoc(function.__doc__ or ""))

    return make
