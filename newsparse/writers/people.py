"""Record -> who is in it: who speaks how often, and which of the authors are no persons."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsparse.model import Quote, Record
from newsparse.writers.clean import one_line


@dataclass(slots=True)
class Voice:
    """Somebody who is quoted: the name (or the words that stand for it), the role, and the quotations."""

    name: str
    role: str | None
    quotes: list[Quote] = field(default_factory=list)


def voices(record: Record) -> list[Voice]:
    """Everybody who is quoted by name, in the order of their first words."""
    found: dict[str, Voice] = {}
    for quote in record.quotes:
        name = speaker_name(quote)
        if name:
            voice = found.setdefault(name, Voice(name, None))
            voice.quotes.append(quote)
            voice.role = voice.role or (quote.speaker and one_line(quote.speaker.role)) or None
    return list(found.values())


def speaker_name(quote: Quote) -> str:
    """The speaker's name, else the words that stand for it; "" where nobody is named."""
    return (one_line(quote.speaker.name) or one_line(quote.speaker.mention)) if quote.speaker else ""


def name_and_role(quote: Quote) -> str:
    """The speaker as a person would print it: "Mara Lindqvist, city engineer"; "" where nobody is named."""
    role = one_line(quote.speaker.role) if quote.speaker else ""
    return ", ".join(part for part in (speaker_name(quote), role) if part)


def authors(record: Record) -> Iterator[tuple[str, str | None, bool]]:
    """Name, affiliation, and whether it is an organisation, of everybody in the byline.

    The record does not say which name is an agency; it is one where the dateline or a credit has it as one, and where
    it is a single word in capitals ("AFP").
    """
    agencies = {agency.casefold() for caption in record.captions for agency in caption.agencies}
    if record.dateline and record.dateline.agency:
        agencies.add(record.dateline.agency.casefold())
    for author in record.byline.authors if record.byline else ():
        name = one_line(author.name)
        if name:
            single = " " not in name and name.isupper() and len(name) > 1
            yield name, one_line(author.affiliation) or None, single or name.casefold() in agencies
