"""(text, Language) -> the picture credit that the text ends with or consists of.

Every look has a cheap question before it (a sign, a bracket, a label's word, a last word that could end a name): most
blocks are prose and are left at that.
"""

import re
from functools import cache
from typing import NamedTuple

from newsparse.finders.agencies import agency_of, parted, small_agencies
from newsparse.finders.names import is_caseless, is_full_name, is_name, is_name_word
from newsparse.language import Language

TAIL = 200  # characters at the end of a caption in which its credit begins; the longest seen in print is about 120
LONGEST = 150  # characters of a credit
MOST_WORDS = 14
MOST_WORDS_BEHIND_BY = 5  # in small letters behind "photo by": a name, not the rest of a sentence
LONGEST_BEFORE_LABEL = 20  # characters between the bracket and the label: "(All photos: …)"
MOST_WORDS_IN_BRACKETS = 5
LONGEST_SENTENCE = 200  # characters of a caption of one sentence, with a name in brackets behind its full stop
LONGEST_LABEL = 30  # characters of a label's last word and what parts it from its colon
LONGEST_SIGNED = 30  # characters of a name before "撮影"
_TAIL_START = re.compile(
    r"[.!?…”\"’»)]\s+(?=[A-ZÀ-Þ@(])|[a-z0-9)”][.!?](?=[A-Za-z])|\s[|–—-]\s+(?=\w)|[。．)）]\s?(?=\S)|[＝=／]\s?(?=\S)"
)
_COPYRIGHT = re.compile(r"(?:©|ⓒ|\(c\)(?= ?[A-Z])|\([CＣ]\)|（[CＣ]）)\s?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOSERS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【"}
_COLONS = (":", "：", "=", "＝", "|")
_STROKES = " –—-|([（【"  # what parts a caption from its credit
_BEFORE_SIGNED = "。．、，＝=】］）)／/!?？！"
_PIECE_OF_A_NAME = re.compile(r"[^\s/|;,()\[\]@.!?–—…”’»。．）＝=／、\u200b-]+")
_NO_CREDIT_START = frozenset("“\"‘'「『")


LEAST_CREDIT = 2  # characters: "AP"


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
    if len(text) < LEAST_CREDIT:
        return None
    for look in (_behind_a_sign, _behind_a_label, _in_brackets, _signed, _bare):
        credit = look(text, language)
        if credit:
            return credit
    return None


def _in_brackets(text: str, language: Language) -> Credit | None:
    """``(AP Photo/Ann Lee)``, ``(Courtesy of Ann Lee)``, ``[Photo: Ann Lee]``, ``（山田撮影）`` at the very end."""
    end = len(text.rstrip(" .。"))
    opener = _CLOSERS.get(text[end - 1 : end])
    start = text.rfind(opener, max(0, end - LONGEST), end) if opener else -1
    if start < 0:
        return None
    inner = text[start + 1 : end - 1].strip()
    labelled = _labelled(inner, language) or _labelled_in_small_letters(inner, language)
    if labelled and labelled.start == 0:
        return Credit(start, len(text), labelled.text, labelled.label)
    label = _suffix_of(inner, language)
    if label and len(inner) <= LONGEST_SIGNED:
        return Credit(start, len(text), inner.removesuffix(label).strip(), label)
    if is_credit(inner, language):
        whole = is_full_name(text[:start].strip(), language)  # Ann Lee (AFP)
        return Credit(0, len(text), text[:end]) if whole else Credit(start, len(text), inner)
    return Credit(start, len(text), inner) if _is_set_apart(text, start, inner) else None


def _labelled_in_small_letters(inner: str, language: Language) -> Credit | None:
    """In brackets a label needs no name behind it: ``(Image: abc News)``."""
    found = _labels(language.credit_labels, language.credit_by).match(inner)
    if found is None or found["by"] or found["label"].lower() in language.weak_credit_labels:
        return None
    rest = inner[found.end() :].strip()
    return Credit(0, len(inner), rest, found["label"]) if 0 < len(rest.split()) <= MOST_WORDS_IN_BRACKETS else None


def _is_set_apart(text: str, start: int, inner: str) -> bool:
    """Whether the bracket behind the full stop of a single sentence holds a name: "… on Monday. (NHO)"."""
    sentence = text[:start].rstrip()
    single = sentence[-1:] in ("!", "?", ".", "…") and len(sentence) <= LONGEST_SENTENCE and ". " not in sentence
    words = inner.split()
    named = text[start] in "(（" and len(words) < MOST_WORDS_IN_BRACKETS and all(map(is_name_word, words))
    return single and named and not any(map(str.isdigit, inner))


def _behind_a_sign(text: str, language: Language) -> Credit | None:
    """``© dpa | Ann Lee``: all from the copyright sign on; with a year or a reservation it is the page's own line."""
    if text.isascii() and "(" not in text[-TAIL:]:
        return None
    sign = _COPYRIGHT.search(text, max(0, len(text) - TAIL))
    if sign is None or len(text) - sign.end() > LONGEST or sign.end() == len(text):
        return None
    words = text[sign.end() :]
    if (
        _YEAR.search(words)
        or len(words.split()) > MOST_WORDS
        or words.lower().strip(" .") in language.boilerplate_whole
    ):
        return None
    return Credit(len(text[: sign.start()].rstrip(_STROKES)), len(text), _unbracketed(words))


def _behind_a_label(text: str, language: Language) -> Credit | None:
    return _labelled(text, language, max(0, len(text) - TAIL))


def _labelled(text: str, language: Language, since: int = 0) -> Credit | None:
    """``Photographer: Ann Lee``, ``Photo by Ann Lee``, ``사진 = 연합뉴스``: a label, then names to the end."""
    if not _may_be_labelled(text[since:], language):
        return None
    for found in _labels(language.credit_labels, language.credit_by).finditer(text, since):
        by, rest = found["by"] is not None, text[found.end() :].strip()
        if not _reads_as_names(rest, found["label"], by=by) or (by and _ends_a_name(text[: found.start()])):
            continue
        if found["label"].lower() in language.weak_credit_labels and not _names_somebody(rest, language):
            continue
        return Credit(_head_of(text, found.start()), len(text), _unbracketed(rest), found["label"])
    return None


def _head_of(text: str, label: int) -> int:
    """Where the credit with a label begins: with the bracket that is open there ("(All photos: …)"), else the label."""
    bracket = text.rfind("(", max(0, label - LONGEST_BEFORE_LABEL), label)
    opened = bracket >= 0 and ")" not in text[bracket:label]
    return len(text[: bracket if opened else label].rstrip(_STROKES))


def _ends_a_name(before: str) -> bool:
    """Whether a capitalised word stands right before: "Harbour Images via …" is a name, no label."""
    word = before.rsplit(maxsplit=1)[-1:]
    return bool(word) and before[-1] in " /" and is_name_word(word[0]) and word[0][-1] not in ".!?…:)"


def _may_be_labelled(tail: str, language: Language) -> bool:
    """Whether a label stands before a colon or a by-word, or has a point of its own: most prose has no such thing."""
    for sign in _label_signs(language.credit_labels, language.credit_by).finditer(tail):
        before = tail[max(0, sign.start() - LONGEST_LABEL) : sign.start()].rstrip().lower()
        if before.endswith(_as_endings(language.credit_labels)):
            return True
    return False


@cache
def _as_endings(labels: frozenset[str]) -> tuple[str, ...]:
    return tuple(labels)


@cache
def _label_signs(labels: frozenset[str], by: frozenset[str]) -> re.Pattern[str]:
    """Colons, by-words with the space before them, the space behind a point. One set of characters opens them all."""
    pointed = r"|(?<=\.\s)" if any(label[-1] == "." for label in labels) else ""  # fot.
    colons, by_words = "".join(map(re.escape, _COLONS)), "|".join(map(re.escape, by))
    return re.compile(rf"[\s{colons}](?:(?<!\s)|(?:{by_words})(?=[\s:]){pointed})")


@cache
def _labels(labels: frozenset[str], by: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    by_words = "|".join(map(re.escape, sorted(by, key=len, reverse=True)))
    return re.compile(
        rf"""(?:(?<![^\W_])|(?-i:(?<=[a-zß-ÿа-я])(?=[A-ZÀ-ÞА-Я])))  # a word of its own, or glued
        (?P<label>(?:{words})(?:[ /](?:{words})){{0,2}})                # Photo, Photo credit
        (?:\s?(?:{"|".join(map(re.escape, _COLONS))})|\s(?P<by>{by_words})(?=\s):?|(?<=\.)(?=\s))  # a colon, by, fot.
        \s?""",
        re.IGNORECASE | re.VERBOSE,
    )


def _unbracketed(rest: str) -> str:
    """Without the bracket that closes the whole credit; one that was opened inside stays: "Ann Lee (Keystone)"."""
    rest = rest.strip(" .")
    closer = rest[-1:]
    return rest[:-1].rstrip() if closer in _CLOSERS and _CLOSERS[closer] not in rest else rest


def _names_somebody(rest: str, language: Language) -> bool:
    """Behind a weak label: an agency among names, or a full name."""
    return is_credit(rest, language) or is_full_name(rest, language)


def _reads_as_names(rest: str, label: str, *, by: bool) -> bool:
    """Whether what stands behind a label can be a credit: short, and it begins like a name or is one word ("dpa")."""
    if not rest or len(rest) > LONGEST or len(rest.split()) > MOST_WORDS:
        return False
    first = rest.lstrip("©@( ").split(maxsplit=1)[:1] or [""]
    named = is_name_word(first[0]) or rest[0] in "©@(" or (not by and (rest.isalpha() or first[0] != first[0].lower()))
    return named and (not by or label[0].isupper() or rest.count(" ") < MOST_WORDS_BEHIND_BY)


def _signed(text: str, language: Language) -> Credit | None:
    """A name before the word for who took or gave the picture: ``新华社记者 王明 摄``."""
    label = _suffix_of(text, language)
    if not label:
        return None
    name = text.removesuffix(label).rstrip()
    start = max(map(name.rfind, _BEFORE_SIGNED)) + 1
    words = name[start:].strip()
    return Credit(start, len(text), words, label) if is_full_name(words, language) else None


def _suffix_of(text: str, language: Language) -> str | None:
    """The credit's word that the text ends with, where something stands before it."""
    if not language.credit_suffixes or not text.endswith(language.credit_suffixes):
        return None
    return next((suffix for suffix in language.credit_suffixes if text.endswith(suffix) and text != suffix), None)


def _bare(text: str, language: Language) -> Credit | None:
    """``… that day. Ann Lee/Getty Images``, ``… that day.The Associated Press``, or the whole block."""
    if not _may_end_in_names(text[-TAIL:], language):
        return None
    since = max(0, len(text) - TAIL)
    starts = [found.end() for found in _TAIL_START.finditer(text, since)]
    for start in ([0] if len(text) <= LONGEST else []) + starts:
        words = text[start:].strip()
        if is_credit(words, language):
            return Credit(len(text[:start].rstrip(_STROKES)), len(text), _unbracketed(words))
    return None


def _may_end_in_names(tail: str, language: Language) -> bool:
    """Whether there is a courtesy; or the last word could end a name, and an agency's word or a stroke is there."""
    word = tail[-LONGEST:].rsplit(maxsplit=1)[-1].rstrip(".)").lstrip("(@/")
    ends_a_name = is_name_word(word) or "/" in word or "." in word or "@" in word
    if ends_a_name or word.lower() in small_agencies(language.agencies):
        known = _ends_of_agencies(language.agencies)
        if "/" in tail or not known.isdisjoint(_PIECE_OF_A_NAME.findall(tail)):
            return True
    lower = tail.lower()
    return any(opener in lower for opener in language.credit_openers)


@cache
def _ends_of_agencies(agencies: frozenset[str]) -> frozenset[str]:
    """The last words of all agencies, as they are written and in capitals."""
    last = [_PIECE_OF_A_NAME.findall(name)[-1] for name in agencies]
    return frozenset((*last, *map(str.upper, last)))


def is_credit(words: str, language: Language) -> bool:
    """Whether words without a label are a credit: names and agencies, at least one of them an agency, or "A/B".

    >>> from newsparse.language import load
    >>> en = load("en")
    >>> is_credit("Ann Lee/AFP via Getty Images", en), is_credit("Ann Lee", en), is_credit("Paris", en)
    (True, False, False)
    """
    if not words or len(words) > LONGEST or words[0] in _NO_CREDIT_START or words[-1] in "?!:？！：":
        return False
    if len(words.split()) > MOST_WORDS:
        return False
    if words.lower().startswith(language.credit_openers):
        return True
    pieces = [piece.strip(" .") for piece in parted(words)]
    pieces = [piece for piece in pieces if piece]
    agencies = sum(agency_of(piece, language) is not None for piece in pieces)
    slashed = "/" in words and " / " not in words
    if not pieces or not (agencies or slashed):
        return False
    handles = slashed and agencies > 0 and " " not in pieces[0] and pieces[0].isalnum()  # evgenyx/iStock
    named = pieces[1:] if handles else pieces
    if not all(agency_of(piece, language) is not None or is_name(piece, language) for piece in named):
        return False
    return agencies > 0 or _are_two_sides(words, language)


def _are_two_sides(words: str, language: Language) -> bool:
    """Whether both sides of a stroke are names, one of them full; "Best for Walkers/Runners" is a heading."""
    sides = [side.strip(" .") for side in words.split("/")]
    cased = (side for side in sides if not is_caseless(side))
    full = any(is_name(piece, language, least=2) for side in cased for piece in parted(side))
    return full and all(_is_side(side, language) for side in sides)


def _is_side(side: str, language: Language) -> bool:
    """Whether one side is a name, also for somebody ("Ann Lee for The Echo"), or whom it is for ("for The Echo")."""
    first, *rest = parted(side)
    linked = not first or is_full_name(first, language)
    return is_name(side, language) or (linked and all(is_name(piece, language) for piece in rest if piece))
