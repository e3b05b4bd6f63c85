"""Text -> the tag of its language, or None where the evidence is thin: no model, a list of common words each."""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from newsparse.language.files import read_file

_WORD = re.compile(r"[^\W\d_]+")
GUESS_FROM = 4000  # characters of the text that are looked at: its head, or its middle where the head is all menus
# Most texts have told their language long before: these characters will do where so many of their words are among its
# commonest, and so few among those of the next.
OPENING, CLEAR_SHARE, CLEAR_LEAD = 600, 0.2, 2
LEAST_WORDS = 12  # fewer say nothing: null rather than a wrong guess
LEAST_SHARE = 0.12  # of the words of prose are among its language's commonest; headlines have fewer
# Languages that bend their words have fewer that stand for themselves: less will do where no other language is near.
SHARE_ALONE, LEAST_ALONE, LEAD_ALONE = 0.06, 10, 2.5
LEAST_LEAD = 1.25  # over the next language
LEAST_OWN, LEAST_OWN_LEAD = 4, 4  # words that the next language does not have, and how many more than of its own


def guess(text: str) -> str | None:
    """The BCP 47 tag of the language that the text is in, or None where the evidence is thin.

    Counts the commonest words of each language (scripts with one language each are told by the script).

    >>> guess("The council said on Monday that it would not sell the old harbour to the state, but lease it.")
    'en'
    """
    opening = text[:OPENING]
    lead = None if _by_script(opening) else _lead(opening)
    if lead and lead.is_clear:
        return lead.tag
    head = _guess(text[:GUESS_FROM])
    if head or len(text) <= GUESS_FROM:
        return head
    middle = len(text) // 2
    return _guess(text[middle : middle + GUESS_FROM])


class _Lead(NamedTuple):
    """The two languages with the most common words in a sample, and how many these and all its words are."""

    tag: str
    best: int
    other: str
    second: int
    words: int

    @property
    def is_clear(self) -> bool:
        """Whether no more of the text need be looked at."""
        return self.best >= CLEAR_SHARE * self.words and self.best >= CLEAR_LEAD * self.second


def _lead(sample: str) -> _Lead | None:
    """None where there are too few words, or none that we know."""
    words = _WORD.findall(sample.lower())
    if len(words) < LEAST_WORDS:
        return None
    found = Counter[str]()
    for tags, count in Counter(map(_languages_of().get, words)).items():
        for tag in tags or ():
            found[tag] += count
    (best, tag), (second, other) = sorted([(0, ""), (0, ""), *((count, tag) for tag, count in found.items())])[:-3:-1]
    return _Lead(tag, best, other, second, len(words)) if best else None


def _guess(sample: str) -> str | None:
    script = _by_script(sample)
    if script:
        return script
    lead = _lead(sample)
    if lead is None:
        return None
    share = SHARE_ALONE if lead.best >= max(LEAST_ALONE, LEAD_ALONE * lead.second) else LEAST_SHARE
    if lead.best < share * lead.words:
        return None
    leads = lead.best >= LEAST_LEAD * lead.second or _stands_out(sample, lead.tag, lead.other)
    return lead.tag if leads else None


def _stands_out(sample: str, tag: str, other: str) -> bool:
    """Whether the words that only one of two kindred languages has speak for the first."""
    words = _WORD.findall(sample.lower())
    mine, theirs = _common_words()[tag], _common_words()[other]
    own = sum(word in mine and word not in theirs for word in words)
    foreign = sum(word in theirs and word not in mine for word in words)
    return own >= LEAST_OWN and own >= LEAST_OWN_LEAD * foreign


# What a script says: (tag, the characters that only its language writes). Kana come before the signs that Japanese
# shares with Chinese.
_SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7a3"),
    ("zh", "\u4e00-\u9fff"),
    ("el", "\u0370-\u03ff"),
    ("he", "\u05d0-\u05ea"),
    ("ar", "\u0620-\u064a"),
    ("hi", "\u0900-\u097f"),
    ("th", "\u0e00-\u0e7f"),
)
_SCRIPT_SHARE = 0.15  # of the letters; Japanese prose is about half kana, and foreign names stand in any text


def _by_script(sample: str) -> str | None:
    """The language that a script of its own gives away; nothing is compiled for a text in Latin letters."""
    beyond_latin = len(sample) - len(sample.encode("latin-1", "ignore"))
    if beyond_latin < _SCRIPT_SHARE * len(sample) / 2:
        return None
    letters = sum(map(str.isalpha, sample)) or 1
    shares = ((tag, len(re.findall(f"[{span}]", sample)) / letters) for tag, span in _SCRIPTS)
    return next((tag for tag, share in shares if share >= _SCRIPT_SHARE), None)


def common_words(tag: str | None) -> frozenset[str]:
    """The commonest words of the tag's language, none where we have none; those of English where it is not known."""
    return _common_words().get((tag or "en").split("-")[0].lower(), frozenset())


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.split()) for tag, words in read_file("guess").items()}


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """A common word -> the languages that have it: a text's words are looked up once, not once a language."""
    languages: dict[str, tuple[str, ...]] = {}
    for tag, words in _common_words().items():
        for word in words:
            languages[word] = (*languages.get(word, ()), tag)
    return languages
