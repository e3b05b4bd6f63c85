"""The words of a language, as data: load a language's file, guess the language of a text.

A language is a file ``xx.toml`` beside this module and a line in ``guess.toml``; ``any.toml`` holds what all share
(agencies, credit labels, particles of names). Only these two are read for a text. A file may leave sections out: what
a section would hold is then empty, but for what all share. Nothing in Python names a language.
"""

import re
from functools import cache

from newsparse.errors import UnknownLanguageError
from newsparse.language.files import has_file, read_file
from newsparse.language.guessing import common_words, guess
from newsparse.language.lists import words_of
from newsparse.language.page import is_section, page_subjects
from newsparse.language.words import Language, language_of

__all__ = ["Language", "check_tag", "common_words", "guess", "is_section", "load", "page_subjects", "words_of"]
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\Z")


def check_tag(tag: str) -> None:
    """Raises UnknownLanguageError where ``tag`` is not formed like a BCP 47 tag."""
    if not _TAG.match(tag):
        raise UnknownLanguageError(tag)


@cache
def load(tag: str | None) -> Language:
    """The words of the tag's language; where we have none (or None), those of English: wires and credits use them."""
    name = (tag or "en").split("-")[0].lower()
    name = read_file("any").get("aliases", {}).get(name, name)
    if not has_file(name):
        name = "en"
    return language_of(tag or "", read_file("any"), read_file(name))
