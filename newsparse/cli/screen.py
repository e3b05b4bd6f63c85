"""Styled pieces of text -> lines of a given width -> text for a terminal or a pipe.

rich's own wrapping takes quadratic time on a long line, so lines are broken here: greedily between words, and inside
a word that fills more than a line. Text is never read as markup: a piece is a text and the name of its style.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

Piece = tuple[str, str]  # text, name of its style ("" for none)

_TOKEN = re.compile(r"\s+|\S+")

_COMMON = {
    "headline": "bold",
    "deck": "italic",
    "heading": "bold underline",
    "note": "dim",
    "place": "dim",
    "boilerplate": "dim",
}
_ON_DARK = ("bright_green", "bright_yellow", "bright_magenta", "bright_blue", "bright_red", "bright_cyan")
_ON_LIGHT = ("green", "red", "magenta", "blue", "yellow", "cyan")
THEMES = {
    "dark": {
        **_COMMON,
        **{f"speaker{n}": colour for n, colour in enumerate(_ON_DARK)},
        "byline": "cyan",
        "caption": "bright_black",
        "credit": "italic bright_black",
        "kind": "bright_cyan",
    },
    "light": {
        **_COMMON,
        **{f"speaker{n}": colour for n, colour in enumerate(_ON_LIGHT)},
        "byline": "blue",
        "caption": "magenta",
        "credit": "italic magenta",
        "kind": "blue",
    },
}
SPEAKERS = len(_ON_DARK)


@dataclass(frozen=True, slots=True)
class Screen:
    """What we write on: its width in cells, whether it has colours and signs, and the theme of the colours."""

    width: int = 80
    colour: bool = False
    theme: str = "dark"
    _paint: dict[str, Callable[[str], str]] = field(default_factory=dict, repr=False, compare=False)

    def lines(
        self, pieces: Iterable[Piece], *, first: str = "", rest: str | None = None, style: str = ""
    ) -> Iterator[str]:
        """The pieces as lines of the screen, ``first`` before the first and ``rest`` before each further one."""
        rest = " " * len(first) if rest is None else rest
        lead = first
        for line in wrap(pieces, max(8, self.width - len(first))):
            yield self.paint([(lead, style), *line]).rstrip(" ") + "\n"
            lead = rest

    def paint(self, pieces: Iterable[Piece]) -> str:
        """The pieces as one string, coloured where the screen has colours."""
        if not self.colour:
            return "".join(text for text, _ in pieces)
        return "".join(
            self._painter(style)("".join(text for text, _ in run))
            for style, run in groupby(pieces, lambda piece: piece[1])
        )

    def _painter(self, name: str) -> Callable[[str], str]:
        if name not in self._paint:
            self._paint[name] = _painter(THEMES[self.theme].get(name, ""))
        return self._paint[name]


def _painter(definition: str) -> Callable[[str], str]:
    if not definition:
        return str
    from rich.color import ColorSystem
    from rich.style import Style

    style = Style.parse(definition)
    return lambda text: style.render(text, color_system=ColorSystem.STANDARD)


def wrap(pieces: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    """Lines of at most ``width`` cells; runs of white space become one space."""
    line: list[Piece] = []
    used = 0
    for word in _words(pieces):
        cells = sum(cell_len(text) for text, _ in word)
        if line and used + 1 + cells <= width:
            line.append((" ", word[0][1] if line[-1][1] == word[0][1] else ""))
            line += word
            used += 1 + cells
            continue
        if line:
            yield line
        *full, line = _chopped(word, width) if cells > width else [word]
        yield from full
        used = sum(cell_len(text) for text, _ in line)
    if line:
        yield line


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Words, which may change their style in the middle."""
    word: list[Piece] = []
    for text, style in pieces:
        for token in _TOKEN.findall(text):
            if not token.isspace():
                word.append((token, style))
            elif word:
                yield word
                word = []
    if word:
        yield word


def _chopped(word: list[Piece], width: int) -> Iterator[list[Piece]]:
    """A word that is wider than a line, in pieces of a line; one left-to-right pass."""
    line: list[Piece] = []
    used = 0
    for text, style in word:
        begin = 0
        for here, character in enumerate(text):
            cells = 1 if character.isascii() else cell_len(character)
            if used + cells > width and (line or here > begin):
                yield [*line, (text[begin:here], style)]
                line, begin, used = [], here, 0
            used += cells
        line.append((text[begin:], style))
    yield line


def cell_len(text: str) -> int:
    """The cells that the text takes on a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)
