"""Quotations -> HTML: the mark in the text where one stands, and the list of all with their speakers."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsparse.model import Quote, Record
from newsparse.writers.clean import one_line
from newsparse.writers.marks import Piece, escaped
from newsparse.writers.people import speaker_name


@dataclass(frozen=True, slots=True)
class Article:
    """A record on its way to HTML. ``key`` begins all its ids, so that several articles share a page."""

    record: Record
    key: str
    pieces: dict[int, list[Piece]]

    @property
    def labels(self) -> str:
        """The attributes of our own words, which are English whatever the article is."""
        return "" if (self.record.language or "").lower().startswith("en") else ' lang="en" dir="ltr"'

    @property
    def marked(self) -> frozenset[int]:
        """The quotations that are found in the body, and marked there."""
        return frozenset(n for pieces in self.pieces.values() for _, n in pieces if n is not None)


def marked(made: Article, pieces: list[Piece]) -> str:
    """The pieces as HTML, quotations marked; one that inline markup parts is told of at its first piece."""
    out, seen = [], set[int]()
    for text, number in pieces:
        if number is None:
            out.append(text)
        else:
            attributes = "" if number in seen else _attributes(made, number)
            out.append(f'<mark class="quote"{attributes}>{text}</mark>')
            seen.add(number)
    return "".join(out)


def _attributes(made: Article, number: int) -> str:
    """What the mark of a quotation says. It is no <q>, which prints marks again where no style sheet forbids it."""
    quote = made.record.quotes[number]
    name, by = escaped(speaker_name(quote)), _name_and_role(quote)
    named = f' data-speaker="{name}" title="{by}" aria-describedby="{made.key}-by{number}"' if by else ""
    return (
        f' id="{made.key}-q{number}" data-kind="{escaped(quote.kind)}" data-start="{quote.start}"'
        f' data-end="{quote.end}" data-utterance="{quote.utterance}"{named}'
    )


def said(made: Article) -> Iterator[str]:
    """Every quotation with its speaker, leading to its place; <q> prints the marks of the article's language."""
    if not made.record.quotes:
        return
    yield f'<section class="quotes" aria-labelledby="{made.key}-said">'
    yield f'<h2 id="{made.key}-said"{made.labels}>Quotations</h2>\n<ol>'
    in_place = made.marked
    for number, quote in enumerate(made.record.quotes):
        words = f"<q>{escaped(one_line(quote.text))}</q>"
        linked = f'<a href="#{made.key}-q{number}">{words}</a>' if number in in_place else words
        by = _name_and_role(quote)
        cited = f">{by}" if by else f"{made.labels}>Speaker not named"
        yield f'<li>{linked} <cite id="{made.key}-by{number}"{cited}</cite></li>'
    yield "</ol>\n</section>"


def _name_and_role(quote: Quote) -> str:
    role = escaped(one_line(quote.speaker.role)) if quote.speaker else ""
    return ", ".join(part for part in (escaped(speaker_name(quote)), role) if part)
