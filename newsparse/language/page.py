"""A line around an article -> the subjects that it speaks of: what menus, share bars, footers and offers are about."""

import re
from functools import cache
from itertools import pairwise

from newsparse.language.files import read_file

_WORD = re.compile(r"[^\W\d_]{2,}")
LONGEST_SECTION = 30  # characters
_WIDE = "\u1100"  # from here on scripts write a word in one to three signs: every two are looked up


def page_subjects(text: str) -> tuple[str, ...]:
    """What a line around an article speaks of, in order of the alphabet: comments, sharing …

    >>> page_subjects("Share this (12 comments)")
    ('comments', 'sharing')
    """
    subjects, found = _page_words(), set()
    for word in _WORD.findall(text.lower()):
        for part in map("".join, pairwise(word)) if word[0] >= _WIDE else (word,):
            if part in subjects:
                found.add(subjects[part])
    return tuple(sorted(found))


def is_section(text: str) -> bool:
    """Whether a line is the name of a section and nothing else.

    >>> is_section("World & Business"), is_section("Politics of toll roads")
    (True, False)
    """
    words = _WORD.findall(text) if len(text) <= LONGEST_SECTION else []
    return bool(words) and all("sections" in page_subjects(word) for word in words)


@cache
def _page_words() -> dict[str, str]:
    return {word: subject for subject, words in read_file("page").items() for word in words.split()}
