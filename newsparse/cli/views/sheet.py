"""What a page is laid out on: how wide its text is, whether names stand beside it, what is marked."""

from dataclasses import dataclass

from newsparse.cli.screens.frames import DRAWN, TYPED, Signs

MEASURE = 72  # cells: longer lines of prose are hard to read, however wide the terminal
_SIDE = 24  # cells that names beside the text take at least
_WIDEST_SIDE = 36
GAP = 3  # cells between text and names
_MARGIN = 2
_ROOMY = MEASURE + 2 * _MARGIN  # cells from which on there is room for a margin


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in the preview."""

    quotes: bool = True
    captions: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """``columns`` there are in all; the text takes ``measure``, the names beside it ``side`` (0: they stand below)."""

    columns: int = MEASURE
    measure: int = MEASURE
    side: int = 0
    margin: int = 0
    signs: Signs = TYPED
    marks: Marks = Marks()

    @property
    def width(self) -> int:
        """All of it but the margin."""
        return self.measure + (GAP + self.side if self.side else 0)


def sheet_on(columns: int, marks: Marks, *, drawn: bool) -> Sheet:
    """The sheet that reads best on a screen of so many columns; text only where nothing may be ``drawn``."""
    margin = _MARGIN if drawn and columns >= _ROOMY else 0
    measure = min(columns - 2 * margin, MEASURE)
    side = min(_WIDEST_SIDE, columns - 2 * margin - measure - GAP)
    signs = DRAWN if drawn else TYPED
    return Sheet(columns, measure, side if drawn and side >= _SIDE else 0, margin, signs, marks)


def sheet_of(width: int, marks: Marks, *, drawn: bool) -> Sheet:
    """The sheet of just this width, as somebody wants it."""
    return Sheet(width, width, signs=DRAWN if drawn else TYPED, marks=marks)
