"""Record -> what a summary counts of it: its form, its language, which fields it fills, the codes of its notes."""

from newsparse.model import Record

_FIELDS = (
    "headline",
    "deck",
    "bullets",
    "byline",
    "dateline",
    "published",
    "updated",
    "captions",
    "quotes",
    "body",
    "boilerplate",
    "unclassified",
    "metadata",
)


def count_traits(record: Record, counts: dict[str, int]) -> None:
    """Add what the record has to ``counts``, the kinds kept apart by a word and a colon: "form:html"."""
    traits = ["documents:all", f"form:{record.source.form}", f"language:{record.language or 'unknown'}"]
    traits += [f"field:{name}" for name in _FIELDS if getattr(record, name)]
    if any(quote.speaker for quote in record.quotes):
        traits.append("field:quotes with a speaker")
    traits += dict.fromkeys(f"note:{note.code}" for note in record.notes)
    for trait in traits:
        counts[trait] = counts.get(trait, 0) + 1
