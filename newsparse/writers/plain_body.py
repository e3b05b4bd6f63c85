"""Record -> the text of its body, and how many words that has."""

import re

from newsparse.model import Record
from newsparse.writers.clean import for_people

_UNPARTED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f"  # Japanese, Chinese, Thai: no space between words
_WORD = re.compile(rf"[{_UNPARTED}]|[^\W{_UNPARTED}]+(?:['’.-][^\W{_UNPARTED}]+)*")
_SINGLE = re.compile(f"[{_UNPARTED}]")
_LOOKED_AT = 400  # characters, of which the unit is told


def body_text(record: Record) -> str:
    """Paragraphs, headings, list items and quoted passages, parted by blank lines; captions are no part of it."""
    return "\n\n".join(text for item in record.body if (text := for_people(item.text).strip()))


def words_in(text: str) -> int:
    """How many words stand in the text; of Chinese, Japanese and Thai, how many characters.

    >>> words_in("It won’t be a 5.5-metre bridge — yet."), words_in("橋は月曜に")
    (7, 5)
    """
    return sum(1 for _ in _WORD.finditer(text))


def unit_of(record: Record) -> str:
    """What `words_in` counts in the article: words, or the characters of a script that does not part them."""
    sample = "".join(item.text for item in record.body[:3])[:_LOOKED_AT]
    found = _WORD.findall(sample)
    single = sum(1 for word in found if _SINGLE.match(word))
    return "character" if single * 2 > len(found) else "word"


def word_count(record: Record) -> int | None:
    """The words of the body; None in a script that does not part them."""
    return sum(words_in(item.text) for item in record.body) if unit_of(record) == "word" else None
