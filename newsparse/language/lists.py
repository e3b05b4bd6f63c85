"""The lists of a language's file -> the words in them."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any


def by_word(phrases: Iterable[str], at: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases as words, by the one at that index: their first, their last."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        parts = tuple(phrase.split())
        found[parts[at]] = (*found.get(parts[at], ()), parts)
    return found


@cache
def words_of(phrases: frozenset[str]) -> frozenset[str]:
    """The words that the phrases are made of."""
    return frozenset(word for phrase in phrases for word in phrase.split())


def with_plurals(nouns: frozenset[str]) -> frozenset[str]:
    """The nouns, and each with an "s"."""
    return nouns | {noun + "s" for noun in nouns}


def listed(sections: Mapping[str, Any], section: str, key: str) -> Iterable[str]:
    """A list of the file: an array where entries have spaces, else one string of words (quicker to load)."""
    value = sections.get(section, {}).get(key, ())
    return value.split() if isinstance(value, str) else value
