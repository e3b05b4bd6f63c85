"""Text -> text for people: without the characters that cannot be seen but steer a screen or a page.

The record keeps them (its offsets count them) and JSON escapes them; Markdown and HTML cannot show them without harm.
"""

import re

_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_GAP = re.compile("[\x0b\x0c\x1c-\x1f\x85]")  # they part words: dropping them would glue the words together
_SURROGATE = re.compile("[\ud800-\udfff]")
_NONCHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # C0, DEL, C1
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides and isolates: text that reads other than it is
    "\ufeff\ufdd0-\ufdef\ufffe\uffff" + _NONCHARACTERS + "\U000e0000-\U000e007f]+"  # tags: hidden messages
)


def for_people(text: str) -> str:
    r"""The text without control characters; line ends become ``\n``, lone surrogates U+FFFD.

    >>> for_people("safe\x1b[2J\u202e text\x85more")
    'safe[2J text more'
    """
    if text.isprintable():  # nothing of the below is printable, and most text is
        return text
    text = _LINE_END.sub("\n", text)
    text = _GAP.sub(" ", text)
    return _UNSEEN.sub("", _SURROGATE.sub("\ufffd", text))


def lines_of(text: str) -> list[str]:
    """The lines that hold anything, stripped, for people."""
    lines = (line.strip() for line in for_people(text).split("\n"))
    return [line for line in lines if line]


def one_line(text: str | None) -> str:
    """The text on one line, for people; an empty string for None."""
    return " ".join(lines_of(text)).replace("\t", " ") if text else ""
