"""The rules -> their manual: what each claims, why, and the look-alike that it leaves; printed from the docstrings."""

import textwrap
from collections.abc import Iterator
from inspect import cleandoc
from typing import NamedTuple

import click


class _Entry(NamedTuple):
    """A rule with what it gives and its docstring."""

    name: str
    gives: str
    doc: str


def manual(name: str | None) -> Iterator[str]:
    """Every rule in the order in which they are asked, or the one of that name; raises UsageError for no rule."""
    chapters = [*_of_blocks(), *_of_quotations()]
    if name is not None:
        return iter(_written(_named(name, [entry for _, entries in chapters for entry in entries])))
    return _all(chapters)


def _of_blocks() -> Iterator[tuple[str, list[_Entry]]]:
    from newsparse.rules import FIRST_LOOK, SECOND_LOOK

    looks = (("First look: a block by itself", FIRST_LOOK), ("Second look: among its neighbours", SECOND_LOOK))
    for title, rules in looks:
        yield title, [_Entry(rule.name, str(rule.kind or "whatever the form says"), rule.doc) for rule in rules]


def _of_quotations() -> Iterator[tuple[str, list[_Entry]]]:
    from newsparse.finders.attribution import BEFORE_THE_SENTENCE, IN_THE_QUOTATION, IN_THE_SENTENCE
    from newsparse.finders.carrying import BESIDE, LAST

    tables = (
        ("Quotations: a clause of the sentence", IN_THE_SENTENCE),
        ("Quotations: a clause inside of the marks", IN_THE_QUOTATION),
        ("Quotations: what goes on with the one before", BESIDE),
        ("Quotations: a clause before the sentence", BEFORE_THE_SENTENCE),
        ("Quotations: when nothing else has spoken", LAST),
    )
    for title, rules in tables:
        yield title, [_Entry(rule.__name__, "speaker", rule.__doc__ or "") for rule in rules]


def _all(chapters: list[tuple[str, list[_Entry]]]) -> Iterator[str]:
    for number, (title, entries) in enumerate(chapters):
        yield ("\n" if number else "") + title + "\n"
        for entry in entries:
            yield "\n"
            yield from _written(entry)


def _written(entry: _Entry) -> list[str]:
    return [f"{entry.name} ({entry.gives})\n", textwrap.indent(cleandoc(entry.doc), "    ") + "\n"]


def _named(name: str, entries: list[_Entry]) -> _Entry:
    for entry in entries:
        if entry.name == name:
            return entry
    from difflib import get_close_matches

    near = get_close_matches(name, [entry.name for entry in entries], n=1)
    raise click.UsageError(f"no rule is called {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
