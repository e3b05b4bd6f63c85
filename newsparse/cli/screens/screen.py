"""Styled lines -> text for a terminal or a pipe: coloured where there are colours, nothing but the text where not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from newsparse.cli.screens.cells import Line, Piece
from newsparse.cli.screens.themes import attributes_and_ink


@dataclass(frozen=True, slots=True)
class Screen:
    """What we write on: its width in cells, whether it has colours, how many, and the theme of them."""

    width: int = 80
    colour: bool = False
    theme: str = "dark"
    depth: str = "16"
    _paint: dict[str, Callable[[str], str]] = field(default_factory=dict, repr=False, compare=False)

    def written(self, lines: Iterable[Line]) -> Iterator[str]:
        """The lines as text; no line ends with a space."""
        for line in lines:
            yield self.paint(_trimmed(line)) + "\n" if line else "\n"

    def paint(self, pieces: Iterable[Piece]) -> str:
        """The pieces as one string, coloured where the screen has colours."""
        pieces = list(pieces)
        if not self.colour or not any(style for _, style in pieces):
            return "".join([text for text, _ in pieces])
        return "".join(
            self._painter(style)("".join(text for text, _ in run))
            for style, run in groupby(pieces, lambda piece: piece[1])
        )

    def _painter(self, name: str) -> Callable[[str], str]:
        if name not in self._paint:
            self._paint[name] = _painter(name, self.theme, self.depth)
        return self._paint[name]


def _trimmed(line: Line) -> Line:
    while line and not line[-1][0].rstrip(" "):
        line = line[:-1]
    if line and line[-1][0].endswith(" "):
        line = [*line[:-1], (line[-1][0].rstrip(" "), line[-1][1])]
    return line


def _painter(name: str, theme: str, depth: str) -> Callable[[str], str]:
    attributes, ink = attributes_and_ink(name, theme)
    if ink:
        looks = {"truecolor": ink.rgb, "256": f"color({ink.number})", "16": ink.ansi}
        colour = looks[depth] if ink.rgb else ink.ansi
        attributes = f"{attributes} {colour}"
    if not attributes:
        return str
    from rich.color import ColorSystem
    from rich.style import Style

    style = Style.parse(attributes.strip())
    return lambda text: style.render(text, color_system=ColorSystem.TRUECOLOR) if text else text
