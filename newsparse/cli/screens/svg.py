"""Styled lines -> an SVG picture of them: text that stays text, in the reader's own monospace font.

Nothing is loaded and nothing runs: no font, no link, no script. Without a theme of its own the picture takes the one
of who looks at it, light or dark. The same lines give the same bytes. Frames and bars are drawn, so that they close
whatever the font is.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from newsparse.cli.screens.cells import Line, Piece, cell_len, line_len
from newsparse.cli.screens.frames import BACKWARDS, DRAWN, FORWARDS
from newsparse.cli.screens.themes import attributes_and_ink

_CELL, _ROW, _SIZE = 8.4, 19.0, 14  # units of a cell, a line, a letter: most monospace letters are 0.6 as wide as high
_EDGE = 18.0
_FONTS = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"  # what the reader has
_RULES = {"any": ("light", "dark"), "light": ("light",), "dark": ("dark",)}
_GROUND = {"light": ("#ffffff", "#1f2328", "#d0d7de"), "dark": ("#16181d", "#e4e6eb", "#3a3f47")}  # ground, ink, edge
_EIGHTHS = {sign: n / 8 for n, sign in enumerate(DRAWN.parts) if n} | {DRAWN.full: 1.0}
_STROKES = {
    "─": "M{x},{m}H{r}",
    "│": "M{c},{y}V{b}",
    "╭": "M{c},{b}Q{c},{m} {r},{m}",
    "╮": "M{x},{m}Q{c},{m} {c},{b}",
    "╰": "M{c},{y}Q{c},{m} {r},{m}",
    "╯": "M{x},{m}Q{c},{m} {c},{y}",
}


class _Run(NamedTuple):
    """A piece at its place; ``cell`` is its left edge, for one that runs backwards its right edge."""

    text: str
    style: str
    cell: int
    cells: int
    backwards: bool = False


def picture(lines: Sequence[Line], *, theme: str, title: str) -> Iterator[str]:
    """The picture, in chunks. ``theme`` is "light", "dark", or "any": that of who looks at it."""
    width = max([24, *map(line_len, lines)]) * _CELL + 2 * _EDGE
    height = len(lines) * _ROW + 2 * _EDGE
    used = sorted({style for line in lines for _, style in line if style} | {"facts"})
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}" '
        f'viewBox="0 0 {_number(width)} {_number(height)}" width="{_number(width)}" height="{_number(height)}">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_sheet(theme, used)}</style>\n"
        f'<rect class="ground" x=".5" y=".5" width="{_number(width - 1)}" height="{_number(height - 1)}" rx="8"/>\n'
    )
    for number, line in enumerate(lines):
        yield "".join(_drawn(run, _EDGE + number * _ROW) for run in _runs(line))
    yield "</svg>\n"


def _sheet(theme: str, used: Sequence[str]) -> str:
    """The style sheet; where the theme is that of who looks, the dark one in a media query."""
    first, *other = _RULES[theme]
    attributes = "".join(_shape(style) for style in used)
    base = f"text{{font:{_SIZE}px {_FONTS};white-space:pre}}\n.frame{{fill:none;stroke-width:1}}\n"
    dark = "".join(f"@media (prefers-color-scheme:dark){{\n{_colours(name, used)}}}\n" for name in other)
    return f"{base}{attributes}{_colours(first, used)}{dark}"


def _shape(style: str) -> str:
    words = {"bold": "font-weight:bold", "italic": "font-style:italic", "underline": "text-decoration:underline"}
    shape = ";".join(words[word] for word in attributes_and_ink(style, "any")[0].split())
    return f".{style}{{{shape}}}\n" if shape else ""


def _colours(theme: str, used: Sequence[str]) -> str:
    ground, ink, edge = _GROUND[theme]
    rules = [f".ground{{fill:{ground};stroke:{edge}}}\n", f"text{{fill:{ink}}}\n"]
    for colour, styles in groupby(sorted(used, key=lambda s: (_fill(s, theme), s)), key=lambda s: _fill(s, theme)):
        if colour:
            rules.append(",".join(f".{style}" for style in styles) + f"{{fill:{colour}}}\n")
    rules.append(f".frame{{fill:none;stroke:{edge}}}\n")
    return "".join(rules)


def _fill(style: str, theme: str) -> str:
    ink = attributes_and_ink(style, theme)[1]
    return ink.rgb if ink else ""


def _runs(line: Line) -> Iterator[_Run]:
    """The pieces of a line at their places; between marks of right-to-left text they follow each other leftwards."""
    cell, inside = 0, False
    for mark, group in groupby(line, key=lambda piece: piece[0] if piece[0] in (BACKWARDS, FORWARDS) else ""):
        pieces = list(group)
        if mark:
            inside = mark == BACKWARDS
            continue
        cells = line_len(pieces)
        yield from _placed(pieces, cell + cells if inside else cell, backwards=inside)
        cell += cells


def _placed(pieces: Iterable[Piece], cell: int, *, backwards: bool) -> Iterator[_Run]:
    for style, same in groupby(pieces, key=lambda piece: piece[1]):
        text = "".join(text for text, _ in same)
        cells = cell_len(text)
        lead = cell_len(text) - cell_len(text.lstrip(" "))
        stripped = text.strip(" ")
        if stripped:
            begin = cell - lead if backwards else cell + lead
            yield _Run(stripped, style, begin, cell_len(stripped), backwards)
        cell += -cells if backwards else cells


def _drawn(run: _Run, top: float) -> str:
    if run.text[0] in _STROKES and run.style == "frame":
        return _strokes(run, top)
    if set(run.text) <= _EIGHTHS.keys():
        width = sum(_EIGHTHS.get(sign, 0) for sign in run.text) * _CELL
        place = f'x="{_number(_left(run.cell))}" y="{_number(top + 4)}" width="{_number(width)}" height="11"'
        return f'<rect class="{run.style}" {place}/>\n'
    styled = f' class="{run.style}"' if run.style else ""
    turned = ' direction="rtl"' if run.backwards else ""
    place = f'x="{_number(_left(run.cell))}" y="{_number(top + _SIZE)}"'
    length = f'textLength="{_number(run.cells * _CELL)}" lengthAdjust="spacingAndGlyphs"'
    return f"<text{styled}{turned} {place} {length}>{escape(run.text, quote=False)}</text>\n"


def _strokes(run: _Run, top: float) -> str:
    """The lines of a frame, from the middle of a cell to the middle of its neighbour."""
    path, cell = [], run.cell
    for sign, signs in groupby(run.text):
        count = len(list(signs))
        left, right = _left(cell), _left(cell + count)
        place = {"x": left, "r": right, "c": left + _CELL / 2, "y": top, "m": top + _ROW / 2, "b": top + _ROW}
        path.append(_STROKES.get(sign, "").format(**{key: _number(value) for key, value in place.items()}))
        cell += count
    return f'<path class="frame" d="{"".join(path)}"/>\n'


def _left(cell: int) -> float:
    return _EDGE + cell * _CELL


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
