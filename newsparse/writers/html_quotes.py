"""Quotations -> HTML: the mark in the text where one stands, and the list of all with their speakers."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsparse.model import Quote, Record
from newsparse.writers.clean import one_line
from newsparse.writers.marks import Piece, escaped
from newsparse.writers.people import name_and_role, speaker_name, voices

_COLOURS = 6  # of voices, in page.css; further speakers begin again


@dataclass(frozen=True, slots=True)
class Article:
    """A record on its way to HTML. ``key`` begins all its ids, so that several articles share a page.

    ``pieces`` are the body items with quotations, by block; ``voices`` the colours of the speakers, by name.
    """

    record: Record
    key: str
    pieces: dict[int, list[Piece]]
    voices: dict[str, int]

    def voice(self, quote: Quote) -> str:
        """The attribute that gives a quotation its speaker's colour."""
        number = self.voices.get(speaker_name(quote))
        return f' data-voice="{number}"' if number else ""

    @property
    def labels(self) -> str:
        """The attributes of our own words, which are English whatever the article is."""
        return "" if (self.record.language or "").lower().startswith("en") else ' lang="en" dir="ltr"'

    @property
    def marked(self) -> frozenset[int]:
        """The quotations that are found in the body, and marked there."""
        return frozenset(n for pieces in self.pieces.values() for _, n in pieces if n is not None)


def colours(record: Record) -> dict[str, int]:
    """The colour of everybody who is quoted by name, from 1."""
    return {voice.name: number % _COLOURS + 1 for number, voice in enumerate(voices(record))}


def marked(made: Article, pieces: list[Piece]) -> str:
    """The pieces as HTML, quotations marked; one that inline markup parts is told of at its first piece."""
    out, seen = [], set[int]()
    for text, number in pieces:
        if number is None:
            out.append(text)
        else:
            attributes = "" if number in seen else _attributes(made, number)
            out.append(f'<mark class="quote"{attributes}{made.voice(made.record.quotes[number])}>{text}</mark>')
            seen.add(number)
    return "".join(out)


def _attributes(made: Article, number: int) -> str:
    """What the mark of a quotation says. It is no <q>, which prints marks again where no style sheet forbids it."""
    quote = made.record.quotes[number]
    name, by = escaped(speaker_name(quote)), escaped(name_and_role(quote))
    named = f' data-speaker="{name}" title="{by}" aria-describedby="{made.key}-by{number}"' if by else ""
    return (
        f' id="{made.key}-q{number}" data-kind="{escaped(quote.kind)}" data-start="{quote.start}"'
        f' data-end="{quote.end}" data-utterance="{quote.utterance}"{named}'
    )


def said(made: Article) -> Iterator[str]:
    """Every quotation with its speaker, leading to its place; <q> prints the marks of the article's language."""
    if not made.record.quotes:
        return
    yield f'<section class="quotes">\n<h2{made.labels}>Quotations</h2>\n<ol>'
    in_place = made.marked
    for number, quote in enumerate(made.record.quotes):
        words = f"<q>{escaped(one_line(quote.text))}</q>"
        linked = f'<a href="#{made.key}-q{number}">{words}</a>' if number in in_place else words
        by = escaped(name_and_role(quote))
        cited = f">{by}" if by else f"{made.labels}>Speaker not named"
        yield f'<li{made.voice(quote)}>{linked} <cite id="{made.key}-by{number}"{cited}</cite></li>'
    yield "</ol>\n</section>"
