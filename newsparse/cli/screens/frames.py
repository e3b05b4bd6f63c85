"""Lines -> lines with something around them: a box, a margin, a neighbour; and bars and rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from newsparse.cli.screens.cells import Line, cell_len, clipped, line_len, padded

BACKWARDS, FORWARDS = "\u200f", "\u200f\u200e"  # around text that runs from right to left


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a screen; ``boxes`` says whether there may be frames and right-to-left marks, or text only."""

    boxes: bool
    bullet: str
    dot: str  # between facts on a line
    full: str  # of a bar
    parts: str  # of its last cell, by eighths


DRAWN = Signs(boxes=True, bullet="•", dot="·", full="█", parts=" ▏▎▍▌▋▊▉")
TYPED = Signs(boxes=False, bullet="*", dot="-", full="#", parts="")


def boxed(lines: Iterable[Line], width: int, title: str = "") -> Iterator[Line]:
    """The lines in a box of ``width`` cells, its title in the upper edge."""
    inner = width - 4
    named = f" {clipped(title, inner - 2)} " if title and inner > 3 else ""
    yield [("╭─", "frame"), (named, "facts"), ("─" * (width - 3 - cell_len(named)) + "╮", "frame")]
    for line in lines:
        yield [("│ ", "frame"), *padded(line, inner), (" │", "frame")]
    yield [("╰" + "─" * (width - 2) + "╯", "frame")]


def rule(width: int, title: str, signs: Signs) -> Line:
    """A title with a line behind it, which heads a part of the page."""
    title = clipped(title, width)
    if not signs.boxes:
        return [(title, "title")]
    room = width - cell_len(title) - 1
    return [(title, "title"), (" " + "─" * room if room > 0 else "", "frame")]


def beside(left: Iterable[Line], right: Iterable[Line], cells: int) -> Iterator[Line]:
    """Two columns; the right one begins ``cells`` cells from the left."""
    for one, other in zip_longest(left, right):
        yield [*padded(one or [], cells), *other] if other else one or []


def shifted(lines: Iterable[Line], cells: int) -> Iterator[Line]:
    """The lines with a margin of ``cells``; an empty line stays empty."""
    margin = (" " * cells, "")
    for line in lines:
        yield [margin, *line] if line and cells else line


def flush_right(lines: Iterable[Line], width: int) -> Iterator[Line]:
    """Lines of a text that runs from right to left: ``width`` cells wide, told to be so to terminals that turn it.

    U+200F at both ends gives stops and quotation marks at the edge the direction of the text, and U+200E ends it for
    what stands beside; they take no cell.
    """
    for line in lines:
        room = " " * max(0, width - line_len(line))
        yield [(room, ""), (BACKWARDS, ""), *line, (FORWARDS, "")]


def bar(share: float, cells: int, signs: Signs) -> str:
    """A bar of ``share`` (0 to 1) of ``cells`` cells, and spaces for the rest.

    >>> bar(0.3, 8, DRAWN), bar(0.3, 8, TYPED), bar(0.001, 8, TYPED)
    ('██▍     ', '##      ', '#       ')
    """
    steps = len(signs.parts) or 1
    length = max(1, round(share * cells * steps)) if share > 0 else 0
    whole, part = divmod(min(length, cells * steps), steps)
    return (signs.full * whole + (signs.parts[part] if part else "")).ljust(cells)
