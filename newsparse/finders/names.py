"""What looks like a name: capitalised words, initials, particles."""

import re

from newsparse.language import Language

_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*|@\w+)")
MOST_WORDS = 5  # "Maria del Carmen Ruiz Soto"; more is a phrase


def is_name_word(word: str) -> bool:
    """Whether a word is written like a part of a name ("O’Brien", "J.", "Müller-Lüdenscheidt", "ANN").

    >>> is_name_word("Lee"), is_name_word("said"), is_name_word("7")
    (True, False, False)
    """
    first = word[:1]
    return first.isupper() or (first.isalpha() and not first.islower())


def is_name(text: str, language: Language, *, least: int = 1) -> bool:
    """Whether the whole text is written like one name of ``least`` to five words.

    >>> from newsparse.language import load
    >>> is_name("Ludwig van Houten", load("en")), is_name("Tolls to rise", load("en"))
    (True, False)
    """
    words = text.replace("\u00a0", " ").split()
    if not least <= len(words) <= MOST_WORDS or not all(is_name_word(words[i]) for i in (0, -1)):
        return False
    if any(char in text for char in '?!:;"“”„«»()[]…|=<>') or text[-1] in ",–—-":
        return False
    if any(word[-1] == "." and len(word) > 3 and word.lower()[:-1] not in language.abbreviations for word in words):
        return False
    return all(is_name_word(word) or word.lower() in language.particles for word in words) and not any(
        word.lower() in language.not_names for word in words
    )
