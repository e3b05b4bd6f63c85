"""What a rule is: a small named function that looks at a scene and says why the block is of its kind, or None."""

from collections.abc import Callable
from inspect import cleandoc
from typing import NamedTuple

from newsparse.model import Kind, Verdict
from newsparse.rules.scene import Scene

Look = Callable[[Scene], str | None]


class Rule(NamedTuple):
    """A rule with its name, the kind it gives (None: the form's own) and its manual, which is the docstring."""

    name: str
    kind: Kind | None
    look: Callable[[Scene], Verdict | None]
    doc: str


def rule(kind: Kind) -> Callable[[Look], Rule]:
    """Make a rule of a function: its name is the rule's name, what it returns is the evidence."""

    def make(function: Look) -> Rule:
        name = function.__name__

        def look(scene: Scene) -> Verdict | None:
            because = function(scene)
            return Verdict(kind, name, because) if because else None

        return Rule(name, kind, look, cleandoc(function.__doc__ or ""))

    return make
