"""The speakers of an article: who they are, in which colour each speaks, and how much each says."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsparse.cli.screens.themes import SPEAKERS
from newsparse.model import Quote
from newsparse.writers.people import speaker_name
from newsparse.writers.plain_body import words_in

UNKNOWN = "speaker not known"


@dataclass(frozen=True, slots=True)
class Player:
    """One speaker. ``number`` is the place among the speakers in order of appearance."""

    name: str
    number: int
    role: str | None = None
    quotes: int = 0
    words: int = 0
    known: bool = True

    @property
    def style(self) -> str:
        """The style of the words that are quoted."""
        return f"speaker{self.number % (2 * SPEAKERS)}" if self.known else "nobody"

    @property
    def name_style(self) -> str:
        """The style of the name."""
        return f"name{self.number % (2 * SPEAKERS)}" if self.known else "unnamed"

    @property
    def bar_style(self) -> str:
        """The style of a bar."""
        return self.style if self.known else "unnamed"


def shown_name(quote: Quote) -> str:
    """The speaker's name, or that there is none."""
    return speaker_name(quote) or UNKNOWN


class Cast:
    """The speakers of some quotations, in order of appearance."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._players: dict[str | None, Player] = {}
        for quote in quotes:
            self._hear(quote)

    def _hear(self, quote: Quote) -> None:
        speaker, key = quote.speaker, _key(quote)
        known = self._players.get(key)
        if known is None:
            known = Player(shown_name(quote), len(self._players) - (None in self._players), known=key is not None)
        self._players[key] = replace(
            known,
            role=known.role or (speaker.role if speaker else None),
            quotes=known.quotes + 1,
            words=known.words + words_in(quote.text),
        )

    def of(self, quote: Quote) -> Player:
        """Who says it."""
        return self._players[_key(quote)]

    @property
    def by_share(self) -> list[Player]:
        """Who says most comes first; what nobody is known to have said comes last."""
        return sorted(self._players.values(), key=lambda player: (not player.known, -player.words, player.number))


def _key(quote: Quote) -> str | None:
    return speaker_name(quote) or None
