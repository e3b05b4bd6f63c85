"""(text, Language) -> the picture credit that the text ends with or consists of, and the people and agencies in it."""

import re
from typing import NamedTuple

from newsparse.finders.names import is_name, is_name_word
from newsparse.language import Language

TAIL = 200  # characters at the end of a caption in which its credit begins; the longest seen in print is about 120
LONGEST = 150  # characters of a credit
MOST_WORDS = 14
_LABEL = re.compile(r"(?<![^\W_])(?P<label>[^\W\d_]{2,14})(?P<by> (?P<by_word>[^\W\d_]{2,3}))? ?(?P<colon>[:|])? ?")
_SEPARATOR = re.compile(r"\s*(?:/|\||\bvia\b|\bfor\b|;|,|\s[-–—]\s|\bthrough\b|\bon\b|\(|\))\s*")
_TAIL_START = re.compile(r"[.!?…”\"’»)]\s+(?=[A-ZÀ-Þ@(])|[a-z0-9)”][.!?](?=[A-Z])|\s[|–—-]\s+(?=\w)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)(?= ?[A-Z])|\([CＣ]\)|（Ｃ）)\s?")
_CLOSERS = {")": "(", "]": "[", "）": "（"}


class Credit(NamedTuple):
    """A picture credit: where it stands in the text (half-open), its words without label and brackets, its label."""

    start: int
    end: int
    text: str
    label: str | None = None


def find_credit(text: str, language: Language) -> Credit | None:
    """The credit at the end of the text (or the whole of it), or None.

    >>> from newsparse.language import load
    >>> find_credit("The bridge at dawn. Photo: Ann Lee/AFP", load("en"))
    Credit(start=19, end=38, text='Ann Lee/AFP', label='Photo')
    >>> find_credit("The minister spoke to Reuters.", load("en")) is None
    True
    """
    for look in (_behind_a_sign, _behind_a_label, _in_brackets, _bare):
        credit = look(text, language)
        if credit:
            return credit
    return None


def _in_brackets(text: str, language: Language) -> Credit | None:
    """``(AP Photo/Ann Lee)``, ``(Courtesy of Ann Lee)``, ``[Photo: Ann Lee]`` at the very end."""
    end = len(text.rstrip(" ."))
    opener = _CLOSERS.get(text[end - 1 : end])
    start = text.rfind(opener, max(0, end - LONGEST), end) if opener else -1
    if start < 0:
        return None
    inner = text[start + 1 : end - 1].strip()
    labelled = _labelled(inner, language)
    if labelled and labelled.start == 0:
        return Credit(start, len(text), labelled.text, labelled.label)
    return Credit(start, len(text), inner) if is_credit(inner, language) else None


def _behind_a_sign(text: str, _language: Language) -> Credit | None:
    """``© dpa | Ann Lee``: all from the copyright sign on."""
    sign = _COPYRIGHT.search(text, max(0, len(text) - TAIL))
    if sign is None or len(text) - sign.end() > LONGEST or sign.end() == len(text):
        return None
    words = text[sign.end() :]
    if any(char.isdigit() for char in words[:4]) or len(words.split()) > MOST_WORDS:  # "© 2024": the page's own line
        return None
    return Credit(sign.start(), len(text), words.strip())


def _behind_a_label(text: str, language: Language) -> Credit | None:
    return _labelled(text, language, max(0, len(text) - TAIL))


def _labelled(text: str, language: Language, since: int = 0) -> Credit | None:
    """``Photographer: Ann Lee``, ``Photo by Ann Lee``: a label, then names to the end."""
    for found in _LABEL.finditer(text, since):
        label = found["label"].lower()
        if label not in language.credit_labels:
            continue
        by = (found["by_word"] or "").lower() in language.credit_by
        start = found.end() if found["colon"] or not found["by"] else found.end("by") + 1
        rest = text[start:].strip()
        if not (found["colon"] or by) or not _reads_as_names(rest, found["label"], by=by and not found["colon"]):
            continue
        if label in language.weak_credit_labels and not found.start() and not is_credit(rest, language):
            continue
        head = found.start()
        while head and text[head - 1] in " –—-|(":
            head -= 1
        return Credit(head, len(text), _unbracketed(rest), found["label"])
    return None


def _unbracketed(rest: str) -> str:
    """Without the bracket that closes the whole credit; one that was opened inside stays: "Ann Lee (Keystone)"."""
    rest = rest.strip(" .")
    return rest[:-1].rstrip() if rest[-1:] in ")]）" and not any(mark in rest for mark in "([（") else rest


def _reads_as_names(rest: str, label: str, *, by: bool) -> bool:
    """Whether what stands behind a label can be a credit: short, and it begins like a name."""
    if not rest or len(rest) > LONGEST or len(rest.split()) > MOST_WORDS:
        return False
    named = is_name_word(rest.lstrip("©@( ")) or rest[0] in "©@("
    return named and (not by or label[0].isupper() or rest.count(" ") <= 4)


def _bare(text: str, language: Language) -> Credit | None:
    """``… that day. Ann Lee/Getty Images``, ``… that day.The Associated Press``, or the whole block."""
    since = max(0, len(text) - TAIL)
    starts = [found.end() for found in _TAIL_START.finditer(text, since)]
    for start in ([0] if len(text) <= LONGEST else []) + starts:
        words = text[start:].strip()
        if is_credit(words, language):
            return Credit(start, len(text), words.rstrip("."))
    return None


def is_credit(words: str, language: Language) -> bool:
    """Whether words without a label are a credit: names and agencies, at least one of them an agency, or "A/B".

    >>> from newsparse.language import load
    >>> en = load("en")
    >>> is_credit("Ann Lee/AFP via Getty Images", en), is_credit("Ann Lee", en), is_credit("Paris", en)
    (True, False, False)
    """
    if not words or len(words) > LONGEST or words[0] in "“\"‘'" or words[-1] in "?!:":
        return False
    courtesy = words.lower().startswith(language.credit_openers)
    pieces = [piece.strip(" .") for piece in _SEPARATOR.split(words)]
    pieces = [piece for piece in pieces if piece]
    if not pieces or len(words.split()) > MOST_WORDS:
        return False
    agencies = sum(agency_of(piece, language) is not None for piece in pieces)
    named = all(agency_of(piece, language) is not None or is_name(piece, language) for piece in pieces)
    if courtesy:
        return True
    slashed = "/" in words and " / " not in words and any(is_name(piece, language, least=2) for piece in pieces)
    return named and (agencies > 0 or (slashed and len(pieces) > 1))


def agency_of(piece: str, language: Language) -> str | None:
    """The agency that a piece of a credit names ("AP Photo" -> "AP"), or None.

    >>> from newsparse.language import load
    >>> agency_of("AP Photo", load("en"))
    'AP'
    """
    name = piece.strip(" .@()")
    for suffix in (" Photo", " Photos", " Foto", " FILE"):
        name = name.removesuffix(suffix)
    return name if name in language.agencies else None


def agencies_of(credit: str, language: Language) -> tuple[str, ...]:
    """The agencies in a credit, in order.

    >>> from newsparse.language import load
    >>> agencies_of("Ann Lee/AFP via Getty Images", load("en"))
    ('AFP', 'Getty Images')
    """
    found = (agency_of(piece, language) for piece in _SEPARATOR.split(credit))
    return tuple(dict.fromkeys(agency for agency in found if agency))


def photographer_of(credit: str, language: Language) -> str | None:
    """The person in a credit, or None.

    >>> from newsparse.language import load
    >>> photographer_of("AP Photo/Ann Lee", load("en"))
    'Ann Lee'
    """
    for piece in _SEPARATOR.split(credit):
        name = piece.strip(" .©")
        if agency_of(name, language) is None and is_name(name, language, least=2) and not _is_house(name, language):
            return name
    return None


def _is_house(name: str, language: Language) -> bool:
    """Whether a name is that of a picture house: "Moment Images", "Nordlicht Press"."""
    return name.rsplit(maxsplit=1)[-1].lower() in language.picture_houses
