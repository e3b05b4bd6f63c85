"""The words of a language, as data: load a language's file, guess the language of a text.

A language is a file ``xx.toml`` beside this module and a line in ``guess.toml``; ``any.toml`` holds what all share
(agencies, credit labels, particles of names). Only these two are read for a text. A file may leave sections out: what
a section would hold is then empty, but for what all share. Nothing in Python names a language.
"""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsparse.errors import UnknownLanguageError

_HERE = os.path.dirname(__file__)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\Z")
_WORD = re.compile(r"[^\W\d_]+")
GUESS_FROM = 6000  # characters of the text that are looked at
LEAST_WORDS = 12  # fewer say nothing: null rather than a wrong guess
LEAST_SHARE = 0.12  # of the words of prose are among its language's commonest; headlines have fewer
LEAST_LEAD = 1.25  # over the next language
LEAST_OWN, LEAST_OWN_LEAD = 4, 4  # words that the next language does not have, and how many more than of its own


@dataclass(frozen=True, slots=True)
class Language:
    """The words that the finders and rules read. All sets are lower case unless the comment in the file says so."""

    tag: str
    months: Mapping[str, int]
    month_first: bool
    published: frozenset[str]
    updated: frozenset[str]
    relative: frozenset[str]
    reading: frozenset[str]
    day_marks: tuple[str, ...]
    hour_marks: frozenset[str]
    minute_marks: frozenset[str]
    before_noon: frozenset[str]
    after_noon: frozenset[str]
    clock_words: frozenset[str]
    byline: frozenset[str]
    joiners: frozenset[str]
    desks: frozenset[str]
    ends_byline: frozenset[str]
    byline_suffixes: tuple[str, ...]
    end_credits: tuple[str, ...]
    credit_labels: frozenset[str]
    weak_credit_labels: frozenset[str]
    credit_by: frozenset[str]
    credit_suffixes: tuple[str, ...]
    pointers: frozenset[str]
    picture_houses: frozenset[str]
    agencies: frozenset[str]
    caption_openers: tuple[str, ...]
    credit_openers: tuple[str, ...]
    bullet_headings: frozenset[str]
    boilerplate_whole: frozenset[str]
    boilerplate_starts: tuple[str, ...]
    boilerplate_contains: tuple[str, ...]
    corrections: tuple[str, ...]
    end_marks: frozenset[str]
    cues: frozenset[str]
    cues_of_speech: frozenset[str]
    before_speech: frozenset[str]
    cue_phrases: tuple[str, ...]
    pronouns: Mapping[str, str]
    titles: frozenset[str]
    roles: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    abbreviations: frozenset[str]
    determiners: frozenset[str]
    group_speakers: frozenset[str]
    clause_openers: frozenset[str]
    auxiliaries: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    adverb_endings: tuple[str, ...]
    honorifics: frozenset[str]
    participles: frozenset[str]
    prepositions: frozenset[str]
    noun_links: frozenset[str]
    after_subject: frozenset[str]


def check_tag(tag: str) -> None:
    """Raises UnknownLanguageError where ``tag`` is not formed like a BCP 47 tag."""
    if not _TAG.match(tag):
        raise UnknownLanguageError(tag)


@cache
def load(tag: str | None) -> Language:
    """The words of the tag's language; where we have none (or None), those of English: wires and credits use them."""
    name = (tag or "en").split("-")[0].lower()
    name = _read("any").get("aliases", {}).get(name, name)
    if not os.path.isfile(os.path.join(_HERE, f"{name}.toml")):
        name = "en"
    return _language(tag or "", _read("any"), _read(name))


def guess(text: str) -> str | None:
    """The BCP 47 tag of the language that the text is in, or None where the evidence is thin.

    Counts the commonest words of each language (scripts with one language each are told by the script).

    >>> guess("The council said on Monday that it would not sell the old harbour to the state, but lease it.")
    'en'
    """
    sample = text[:GUESS_FROM]
    script = _by_script(sample)
    if script:
        return script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < LEAST_WORDS:
        return None
    counts = sorted(
        ((sum(map(common.__contains__, words)), tag) for tag, common in _common_words().items()), reverse=True
    )
    (best, tag), (second, other) = counts[0], counts[1]
    if best < LEAST_SHARE * len(words):
        return None
    return tag if best >= LEAST_LEAD * second or _stands_out(words, tag, other) else None


def _stands_out(words: list[str], tag: str, other: str) -> bool:
    """Whether the words that only one of two kindred languages has speak for the first."""
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


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.split()) for tag, words in _read("guess").items()}


@cache
def _read(name: str) -> dict[str, Any]:
    with open(os.path.join(_HERE, f"{name}.toml"), "rb") as file:
        return tomllib.load(file)


def _language(tag: str, shared: Mapping[str, Any], own: Mapping[str, Any]) -> Language:
    def words(section: str, key: str) -> list[str]:
        return [*_listed(shared, section, key), *_listed(own, section, key)]

    def whole(section: str, key: str) -> frozenset[str]:
        return frozenset(words(section, key))

    def longest_first(section: str, key: str) -> tuple[str, ...]:
        return tuple(sorted(words(section, key), key=len, reverse=True))

    dates = own.get("dates", {})
    return Language(
        tag=tag,
        months={name: n for n, names in enumerate(dates.get("months", ()), 1) for name in names.split()},
        month_first=dates.get("month_first", False),
        published=whole("dates", "published"),
        updated=whole("dates", "updated"),
        relative=whole("dates", "relative"),
        reading=whole("dates", "reading"),
        day_marks=tuple(shared["dates"]["day_marks"]),
        hour_marks=whole("dates", "hour_marks"),
        minute_marks=whole("dates", "minute_marks"),
        before_noon=whole("dates", "before_noon"),
        after_noon=whole("dates", "after_noon"),
        clock_words=whole("dates", "clock_words"),
        byline=whole("bylines", "openers"),
        joiners=whole("bylines", "joiners"),
        desks=whole("bylines", "desks"),
        ends_byline=whole("bylines", "ends"),
        byline_suffixes=longest_first("bylines", "suffixes"),
        end_credits=longest_first("bylines", "end_credits"),
        credit_labels=whole("captions", "labels"),
        weak_credit_labels=whole("captions", "weak_labels"),
        credit_by=whole("captions", "by"),
        credit_suffixes=longest_first("captions", "suffixes"),
        pointers=whole("captions", "pointers"),
        picture_houses=whole("captions", "picture_houses"),
        agencies=whole("captions", "agencies"),
        credit_openers=tuple(words("captions", "credit_openers")),
        caption_openers=tuple(words("captions", "openers")),
        bullet_headings=whole("bullets", "headings"),
        boilerplate_whole=whole("boilerplate", "whole"),
        boilerplate_starts=tuple(words("boilerplate", "starts")),
        boilerplate_contains=tuple(words("boilerplate", "contains")),
        corrections=tuple(words("boilerplate", "corrections")),
        end_marks=whole("boilerplate", "end_marks"),
        cues=whole("quotes", "cues") | whole("quotes", "cues_of_speech"),
        cues_of_speech=whole("quotes", "cues_of_speech"),
        before_speech=whole("quotes", "cues_of_speech") | whole("quotes", "complementizers"),
        cue_phrases=tuple(words("quotes", "cue_phrases")),
        pronouns=own.get("quotes", {}).get("pronouns", {}),
        titles=whole("names", "titles"),
        roles=whole("names", "roles"),
        particles=whole("names", "particles"),
        not_names=whole("names", "not_names"),
        abbreviations=whole("names", "abbreviations"),
        determiners=whole("names", "determiners"),
        group_speakers=whole("names", "groups"),
        clause_openers=whole("quotes", "clause_openers"),
        auxiliaries=whole("quotes", "auxiliaries"),
        conjunctions=whole("quotes", "conjunctions"),
        relatives=whole("quotes", "relatives"),
        adverb_endings=tuple(words("quotes", "adverb_endings")),
        honorifics=whole("names", "honorifics"),
        participles=whole("quotes", "participles"),
        prepositions=whole("quotes", "prepositions"),
        noun_links=whole("names", "links"),
        after_subject=whole("quotes", "after_subject"),
    )


def _listed(sections: Mapping[str, Any], section: str, key: str) -> Iterable[str]:
    """A list of the file: an array where entries have spaces, else one string of words (quicker to load)."""
    value = sections.get(section, {}).get(key, ())
    return value.split() if isinstance(value, str) else value
