"""Who says how much: a line a speaker, with the role, the number of quotations, their words, the share, and a bar."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from newsparse.cli.screens.cells import Line, Piece, line_len
from newsparse.cli.screens.frames import bar, beside, rule
from newsparse.cli.views.cast import Cast, Player
from newsparse.cli.views.head import counted
from newsparse.cli.views.prose import flowed
from newsparse.cli.views.sheet import Sheet
from newsparse.model import Record
from newsparse.writers.plain_body import unit_of, words_in

_BAR, _LEAST_BAR = 12, 4  # cells
_PERCENT = 5
_GAP = 2
_NAMES = 26  # cells that names need beside the figures; where there are fewer, the figures stand below


def legend(record: Record, cast: Cast, sheet: Sheet) -> Iterator[Line]:
    """The lines of the legend, with a title."""
    players, unit = cast.by_share, unit_of(record)
    words = sum(player.words for player in players)
    yield rule(sheet.width, "Who says how much", sheet.signs)
    yield from _Table(players, words, unit, sheet).lines()
    whole = sum(words_in(item.text) for item in record.body)
    share = f": {min(1, words / whole):.0%} of the text" if whole else ""
    total = f"{counted(len(record.quotes), 'quotation')}, {counted(words, unit)}{share}"
    yield from flowed([(total, "facts")], sheet.width, sheet.signs)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A speaker and the figures: "2 quotations  19 words", as long as those of all others."""

    player: Player
    figures: str

    @property
    def name(self) -> Piece:
        return self.player.name, self.player.name_style

    @property
    def together(self) -> list[Piece]:
        """Name and role."""
        return [self.name, (f", {self.player.role}", "role")] if self.player.role else [self.name]


class _Table:
    def __init__(self, players: list[Player], words: int, unit: str, sheet: Sheet) -> None:
        self._sheet, self._words = sheet, words
        self._most = max(player.words for player in players) or 1
        self._entries = list(_entries(players, unit))
        figures = len(self._entries[0].figures) + _GAP
        self._bar = min(_BAR, sheet.width - figures - _PERCENT)
        room = sheet.width - self._bar - _PERCENT - figures - _GAP
        widest = max(line_len(entry.together) for entry in self._entries)
        self._names = min(room, widest) if room >= min(widest, _NAMES) else 0  # 0: the figures stand below

    def lines(self) -> Iterator[Line]:
        for entry in self._entries:
            yield from self._row(entry)

    def _row(self, entry: _Entry) -> Iterator[Line]:
        """The role follows the name on its line, or has its own."""
        sheet, role = self._sheet, entry.player.role
        width = self._names or sheet.width
        who, below = list(flowed(entry.together, width, sheet.signs)), list[Line]()
        if role and len(who) > 1:
            who = list(flowed([entry.name], width, sheet.signs))
            below = list(flowed([(role, "role")], sheet.width, sheet.signs, "  "))
        if self._names:
            return chain(beside(who, self._drawn(entry), self._names + _GAP), below)
        return chain(who, below, self._drawn(entry))

    def _drawn(self, entry: _Entry) -> Iterator[Line]:
        """Bar, share and figures on one line; on a narrow screen the figures below, or alone."""
        player, figures = entry.player, (entry.figures, "facts")
        share = (f"{player.words / self._words if self._words else 0:{_PERCENT}.0%}", "")
        if self._bar >= _LEAST_BAR:
            yield [self._bar_of(player, self._bar), share, (" " * _GAP, ""), figures]
            return
        cells = min(_BAR, self._sheet.width - _PERCENT)
        yield [self._bar_of(player, cells), share]
        yield from flowed([figures], self._sheet.width, self._sheet.signs)

    def _bar_of(self, player: Player, cells: int) -> Piece:
        return bar(player.words / self._most, cells, self._sheet.signs), player.bar_style


def _entries(players: list[Player], unit: str) -> Iterator[_Entry]:
    counts = [counted(player.quotes, "quotation") for player in players]
    words = [counted(player.words, unit).split() for player in players]
    widest, longest = max(map(len, counts)), max(len(number) for number, _ in words)
    most = max(len(noun) for _, noun in words)
    for player, count, (number, noun) in zip(players, counts, words, strict=True):
        yield _Entry(player, f"{count.ljust(widest)}{' ' * _GAP}{number.rjust(longest)} {noun.ljust(most)}")
