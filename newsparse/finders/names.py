"""What looks like a name: capitalised words, initials, particles."""

import re

from newsparse.language import Language

MOST_WORDS = 5  # "Maria del Carmen Ruiz Soto"; more is a phrase
LEAST_SIGNS, MOST_SIGNS = 2, 10  # of a full name in a script without capitals: one word, or two
MOST_PARTS = 2
_NO_NAME_SIGNS = frozenset('?!:;"“”„«»()[]…|=<>。、「」『』【】（）！？：＝・')
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+\Z")  # R.C. Moe, T. Lee
_CASELESS = "\u2e80"  # from here on stand the scripts without capitals


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
    if not _NO_NAME_SIGNS.isdisjoint(text) or text[-1] in ",–—-":
        return False
    if any(word[-1] == "." and len(word) > 3 and not _is_abbreviated(word, language) for word in words):
        return False
    return all(is_name_word(word) or word.lower() in language.particles for word in words) and not any(
        word.lower() in language.not_names and word not in language.particles for word in words
    )


def _is_abbreviated(word: str, language: Language) -> bool:
    return word.lower()[:-1] in language.abbreviations or _INITIALS.match(word) is not None


def is_full_name(text: str, language: Language) -> bool:
    """Whether it is a name of two words or more, or one in a script without capitals that is as short as names are.

    >>> from newsparse.language import load
    >>> is_full_name("Ann Lee", load("en")), is_full_name("Paris", load("en")), is_full_name("山田花子", load("ja"))
    (True, False, True)
    """
    if not is_caseless(text):
        return is_name(text, language, least=2)
    parts = text.split()
    return LEAST_SIGNS <= len(text) <= MOST_SIGNS and len(parts) <= MOST_PARTS and all(map(str.isalpha, parts))


def has_first_name(text: str, language: Language) -> bool:
    """Whether a full name begins with a first name that the language's words list, no title.

    >>> from newsparse.language import load
    >>> has_first_name("Ann Lee", load("en")), has_first_name("Deep Dive", load("en"))
    (True, False)
    """
    first = text.split(maxsplit=1)[0].lower() if text else ""
    named = first in language.genders and first not in language.titles and first not in language.honorifics
    return named and is_full_name(text, language)


def is_caseless(text: str) -> bool:
    """Whether a text opens in a script without capitals, where every word looks like a name's."""
    return text[:1] >= _CASELESS
