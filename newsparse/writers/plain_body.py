"""Record -> the text of its body, and how many words that has."""

from newsparse.model import Record
from newsparse.writers.clean import for_people

# Written without spaces between words: what stands between spaces is no word there.
_UNSPACED = frozenset({"bo", "ja", "km", "lo", "my", "th", "zh"})


def body_text(record: Record) -> str:
    """Paragraphs, headings, list items and quoted passages, parted by blank lines; captions are no part of it."""
    return "\n\n".join(text for item in record.body if (text := for_people(item.text).strip()))


def word_count(record: Record, text: str) -> int | None:
    """The words of a text in the record's language; None where that does not part them."""
    language = (record.language or "").lower().partition("-")[0]
    return None if language in _UNSPACED else len(text.split())
