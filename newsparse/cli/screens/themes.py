"""The colours of the preview: for a dark background, for a light one, and for one that we do not know.

Each colour is given for terminals with all colours, with 256, and with the 16 that the terminal's owner chose. The
first two keep WCAG's contrast of 4.5 on their background; those for any background have it on black and on white
(tests/cli/test_themes.py).
"""

import os
from collections.abc import Mapping
from typing import NamedTuple


class Ink(NamedTuple):
    """One colour: as "#rrggbb", as one of 256, and as a style with one of the 16 colours; only that where rgb is ""."""

    rgb: str
    number: int
    ansi: str


HUES = ("blue", "orange", "green", "pink", "cyan", "red", "violet", "olive")
SPEAKERS = len(HUES)
GREY = "grey"
INKS: dict[str, dict[str, Ink]] = {
    "dark": {
        "blue": Ink("#8dbffe", 111, "bright_blue"),
        "orange": Ink("#fda865", 215, "bright_yellow"),
        "green": Ink("#79ce87", 114, "bright_green"),
        "pink": Ink("#fc9ed4", 218, "bright_magenta"),
        "cyan": Ink("#1acfdf", 44, "bright_cyan"),
        "red": Ink("#ff8a80", 210, "bright_red"),
        "violet": Ink("#caaefe", 183, "magenta"),
        "olive": Ink("#c7bf52", 185, "yellow"),
        GREY: Ink("#9a9a9a", 247, "dim"),
    },
    "light": {
        "blue": Ink("#0059af", 25, "blue"),
        "orange": Ink("#8c4a00", 94, "yellow"),
        "green": Ink("#036927", 22, "green"),
        "pink": Ink("#9e2a76", 126, "magenta"),
        "cyan": Ink("#0d646c", 23, "cyan"),
        "red": Ink("#ac2629", 124, "red"),
        "violet": Ink("#7040af", 61, "bold magenta"),
        "olive": Ink("#645e00", 58, "bold green"),
        GREY: Ink("#666666", 241, "dim"),
    },
    "any": {
        "blue": Ink("#2675d1", 32, "blue"),
        "orange": Ink("#b16005", 130, "yellow"),
        "green": Ink("#0b8836", 29, "green"),
        "pink": Ink("#ba4d90", 132, "magenta"),
        "cyan": Ink("#01838e", 30, "cyan"),
        "red": Ink("#c84b48", 167, "red"),
        "violet": Ink("#895fc9", 98, "bold magenta"),
        "olive": Ink("#7f770c", 100, "bold green"),
        GREY: Ink("", 0, "dim"),  # of the foreground, which the terminal's owner can read: no fixed grey suits both
    },
}

# Style -> attributes, and a colour or "". Speakers beyond the eighth have the eight colours again, in italics.
STYLES: dict[str, tuple[str, str]] = {
    "headline": ("bold", ""),
    "deck": ("italic", ""),
    "byline": ("", ""),
    "heading": ("bold underline", ""),
    "title": ("bold", ""),
    "name": ("bold", ""),
    "caption": ("italic", ""),
    "kind": ("", "cyan"),
    "nobody": ("italic", ""),  # words whose speaker is not known
    **{f"speaker{n}": ("italic" if n >= SPEAKERS else "", HUES[n % SPEAKERS]) for n in range(2 * SPEAKERS)},
    **{f"name{n}": ("bold italic" if n >= SPEAKERS else "bold", HUES[n % SPEAKERS]) for n in range(2 * SPEAKERS)},
    **dict.fromkeys(("note", "place", "boilerplate", "credit", "facts", "frame", "role", "unnamed"), ("", GREY)),
}

_LIGHT = (7, 9, 10, 11, 12, 13, 14, 15)  # of the 16 colours, those that are light as a background


def chosen_theme(choice: str, environ: Mapping[str, str] = os.environ) -> str:
    """The theme: as asked for, else as COLORFGBG ("15;0": foreground, background) tells, else the one for any.

    >>> chosen_theme("auto", {"COLORFGBG": "0;default;15"}), chosen_theme("auto", {})
    ('light', 'any')
    """
    if choice != "auto":
        return choice
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    if not (background.isascii() and background.isdigit()):
        return "any"
    return "light" if int(background) in _LIGHT else "dark"


def colour_depth(environ: Mapping[str, str] = os.environ) -> str:
    """How many colours the terminal says it has: "truecolor", "256" or "16"."""
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    term = environ.get("TERM", "")
    if term.endswith("-direct"):
        return "truecolor"
    return "256" if "256color" in term or term.startswith(("xterm-kitty", "alacritty", "foot", "wezterm")) else "16"


def attributes_and_ink(style: str, theme: str) -> tuple[str, Ink | None]:
    """The attributes of a style and its colour in a theme."""
    attributes, colour = STYLES.get(style, ("", ""))
    return attributes, INKS[theme][colour] if colour else None
