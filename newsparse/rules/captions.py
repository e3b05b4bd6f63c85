"""Rules for captions that show no credit: what their words say of the picture."""

import re

from newsparse.finders.datelines import find_dateline
from newsparse.finders.dates import find_dates
from newsparse.finders.names import is_caseless, is_full_name
from newsparse.language import Language
from newsparse.model import Kind
from newsparse.rules.rule import rule
from newsparse.rules.scene import TEXT, Role, Scene, ends_sentence

LEAST_CAPTION = 3  # characters: (l)
LONGEST_CAPTION = 700  # characters; agencies' captions run to some 600
LEAST_SHOWING, LONGEST_SHOWING = 4, 350
LEAST_DATED, LONGEST_DATED = 14, 400  # four words and a date are longer
LONGEST_NAMED = 120
MOST_STOPS = 1  # inside a caption of two sentences
LEAST_WORDS_BEFORE_DATE = 4
MOST_DATE_WORDS = 2  # before its first figure: "Wed, May 8"
NEAR = 60  # blocks in which the same photographer's name stands again
LONGEST_POINTING = 500
_BRACKETED = re.compile(r"[(（]([^()（）]{1,30})[)）]")
_BETWEEN_COMMAS = re.compile(r",\s([^,;.:]{4,20})(?=,)")
_OPENING = re.compile(r"([^:]{2,20}):")
_DURATION = re.compile(r"\((?:\d{1,2}:)?\d{1,2}:\d\d(?: min)?\)\Z")
_AGE = re.compile(r",\s\d{1,2}\Z")
_YEAR = re.compile(r"20\d\d(?<!\d\d{4})(?!\d)")  # the figures first: the search runs to them at once
_PRICE = re.compile(r"[$€£¥]\s?\d")
_FIGURE = re.compile(r"\d")
_QUOTES = "“„«\"‘'「"


@rule(Kind.CAPTION, shortest=LEAST_CAPTION, longest=LONGEST_CAPTION)
def opens_like_a_caption(scene: Scene) -> str | None:
    """Agencies open captions with set words: "FILE - …", "Pictured: …", "From left: …".

    Look-alike: "Pictured on the wall, the old mayor smiles", which has no mark behind the word.
    """
    head = scene.text[:40].lower()
    if not head.startswith(scene.language.caption_openers) or " " not in scene.text:
        return None
    for opener in scene.language.caption_openers:
        if head.startswith(opener) and (opener[-1] in ":-–—)" or scene.text[len(opener) : len(opener) + 1] in ":,"):
            return f"it opens with {scene.text[: len(opener)]!r}"
    return None


@rule(Kind.CAPTION, shortest=LEAST_CAPTION, longest=LONGEST_POINTING)
def says_who_stands_where(scene: Scene) -> str | None:
    """Captions tell faces apart: "(left)", ", second from right,", "V. l.: …", or that a picture is old: "(file)".

    Look-alike: "She turned left, then right, and left again.", which has the word in no brackets.
    """
    text = scene.text
    word = _pointer(text, scene.language)
    if word is None and len(text) <= LONGEST_NAMED and _DURATION.search(text):
        return "it says how long the film is"
    return f"it says {word!r}" if word else None


def _pointer(text: str, language: Language) -> str | None:
    """The word in brackets, between commas or before a colon at the head that only captions set there."""
    opening = _OPENING.match(text) if ":" in text[:25] else None
    found = [opening[1]] if opening and not opening[1].isalpha() else []
    if "(" in text or "（" in text:
        found += _BRACKETED.findall(text)
    if text.count(",") > 1:
        found += [words for words in _BETWEEN_COMMAS.findall(text) if " " in words]
    return next((words for words in found if words.lower().strip() in language.pointers), None)


@rule(Kind.CAPTION, shortest=LEAST_SHOWING, longest=LONGEST_SHOWING)
def says_that_it_is_a_picture(scene: Scene) -> str | None:
    """A block of a sentence or two with words like "is pictured", "in this file photo", "seen here" captions a picture.

    Look-alike: a paragraph that says more, or that opens with a quotation.
    """
    text = scene.text
    if text[0] in _QUOTES or not scene.language.shows:
        return None
    lower = f"{text.lower()} "
    for words in scene.language.shows:
        if words in lower:
            stops = sum(text.count(stop) for stop in (". ", "! ", "? "))
            return f"it says {words!r}" if stops <= MOST_STOPS else None
    return None


@rule(Kind.CAPTION, shortest=LEAST_DATED, longest=LONGEST_DATED)
def dates_what_it_shows(scene: Scene) -> str | None:
    """Agencies' captions tell in the present tense what is seen, and set the full date behind it without "on".

    Look-alikes: "She was born March 3, 1950, in Ohio.", in the past tense; "They meet on May 1, 2024."
    """
    text, language = scene.text, scene.language
    if not language.past_words or not text[0].isalpha() or not _YEAR.search(text):
        return None
    if not _is_present(_FIGURE.split(text, maxsplit=1)[0].split()[:-MOST_DATE_WORDS], language):
        return None  # the quick way out: the date stands behind these words
    dates = find_dates(text[: 2 * LONGEST_DATED], language)
    if not dates or not ends_sentence(text) or "://" in text:
        return None
    if find_dateline(text, language) or not _is_present(_first_sentence(text, dates[0].end), language):
        return None
    before = text[: dates[0].start].split()
    if before and before[-1][-1] == "," and before[-1][0].isupper():
        before.pop()  # a weekday
    if len(before) < LEAST_WORDS_BEFORE_DATE or ". " in text[: dates[0].start]:
        return None
    return None if before[-1].lower() in language.date_links else f"it dates what it shows: {dates[0].iso}"


def _first_sentence(text: str, dated_to: int) -> list[str]:
    """The words of the sentence that holds the date, which ends at ``dated_to``."""
    return text[: dated_to + len(text[dated_to:].split(". ", 1)[0])].split()


def _is_present(words: list[str], language: Language) -> bool:
    """Whether no word is one of the past tense."""
    plain = [word.strip(",.;:").lower() for word in words]
    return not any(word in language.past_words or word.endswith(language.past_endings) for word in plain)


@rule(Kind.CAPTION, longest=LONGEST_NAMED)
def ends_with_a_name_of_others(scene: Scene) -> str | None:
    """Where several short lines end with the same full name in brackets, it is the photographer's.

    Look-alikes: a line that ends with a name in brackets that stands there once; the sizes of something for sale.
    """
    text = scene.text
    if text[-1] not in ")）" or is_caseless(text) or _PRICE.match(text):
        return None
    start = max(text.rfind("("), text.rfind("（"))
    tail = text[start:]
    if start <= 0 or not is_full_name(tail[1:-1], scene.language):
        return None
    near = scene.blocks[max(0, scene.at - NEAR) : scene.at + NEAR + 1]
    again = sum(block.text.endswith(tail) and len(block.text) <= LONGEST_NAMED for block in near) > 1
    return f"lines about it end with {tail!r}, too" if again else None


@rule(Kind.CAPTION, longest=LONGEST_NAMED)
def names_whom_it_shows(scene: Scene) -> str | None:
    """Inside the text a full name with a stop behind it, or with an age, says whom a picture shows.

    Look-alikes: a bare name, a heading or a signature; "Ada Quill swims.", a sentence.
    """
    text = scene.text
    if not (text[-1] == "." or text[-1].isdigit()):
        return None
    if scene.kind not in (None, Kind.PARAGRAPH) or not scene.is_in_body or is_caseless(text):
        return None
    if not scene.block.gap or scene.role not in (None, *TEXT, Role.INSIDE):
        return None
    aged = _AGE.sub("", text)
    name = aged if aged != text else text.removesuffix(".")
    return "a full name, and nothing said of it" if name != text and is_full_name(name, scene.language) else None
