"""The rules -> their manual: what each claims, why, and the look-alike that it leaves; printed from the docstrings."""

import textwrap
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from newsparse.rules import Rule


def manual(name: str | None) -> Iterator[str]:
    """Every rule in the order in which they are asked, or the one of that name; raises UsageError for no rule."""
    from newsparse.rules import FIRST_LOOK, SECOND_LOOK

    looks = (("First look: a block by itself", FIRST_LOOK), ("Second look: among its neighbours", SECOND_LOOK))
    if name is not None:
        known = [rule for _, rules in looks for rule in rules]
        return iter(_entry(_named(name, known)))
    return _all(looks)


def _all(looks: Iterable[tuple[str, Iterable["Rule"]]]) -> Iterator[str]:
    for number, (title, rules) in enumerate(looks):
        yield ("\n" if number else "") + title + "\n"
        for rule in rules:
            yield "\n"
            yield from _entry(rule)


def _entry(rule: "Rule") -> list[str]:
    return [
        f"{rule.name} ({rule.kind or 'whatever the form says'})\n",
        textwrap.indent(cleandoc(rule.doc), "    ") + "\n",
    ]


def _named(name: str, rules: list["Rule"]) -> "Rule":
    for rule in rules:
        if rule.name == name:
            return rule
    from difflib import get_close_matches

    near = get_close_matches(name, [rule.name for rule in rules], n=1)
    raise click.UsageError(f"no rule is called {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
