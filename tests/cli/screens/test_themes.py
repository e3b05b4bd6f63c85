"""Colours that can be read on their background, and the choice of them."""

import pytest
from rich.color import Color

from newsparse.cli.screens.screen import Screen
from newsparse.cli.screens.themes import HUES, INKS, STYLES, chosen_theme, colour_depth

_BLACK, _WHITE = "#000000", "#ffffff"
# theme -> backgrounds that terminals have, and the least contrast on each: WCAG's for text, 3 that for large text
_GROUNDS = {
    "dark": [(_BLACK, 4.5), ("#1e1e1e", 4.5), ("#1e1e2e", 4.5), ("#002b36", 4.5), ("#282a36", 4.5)],
    "light": [(_WHITE, 4.5), ("#fdf6e3", 4.5), ("#f6f8fa", 4.5), ("#eeeeee", 4.5)],
    "any": [(_BLACK, 4.5), (_WHITE, 4.5), ("#1e1e1e", 3.0), ("#fdf6e3", 3.0)],
}
_CASES = [
    (theme, name, *ground)
    for theme, inks in INKS.items()
    for name in inks
    for ground in _GROUNDS[theme]
    if inks[name].rgb
]


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in Color.parse(colour).get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("theme", "name", "ground", "least"), _CASES)
def test_colours_can_be_read(theme: str, name: str, ground: str, least: float) -> None:
    ink = INKS[theme][name]
    assert contrast(ink.rgb, ground) >= least
    assert contrast(f"color({ink.number})", ground) >= min(least, 3.5)


def test_grey_for_any_background_is_the_foreground_dimmed() -> None:
    for depth in ("truecolor", "256", "16"):
        assert Screen(colour=True, theme="any", depth=depth).paint([("x", "boilerplate")]) == "\x1b[2mx\x1b[0m"


@pytest.mark.parametrize("theme", INKS)
def test_no_two_speakers_share_a_colour(theme: str) -> None:
    for look in ("rgb", "number", "ansi"):
        assert len({getattr(INKS[theme][hue], look) for hue in HUES}) == len(HUES)


def test_a_theme_has_every_colour_that_a_style_names() -> None:
    assert {colour for _, colour in STYLES.values() if colour} <= set.intersection(
        *(set(inks) for inks in INKS.values())
    )


@pytest.mark.parametrize(
    ("stated", "theme"),
    [
        ("15;0", "dark"),
        ("0;15", "light"),
        ("0;default;7", "light"),
        ("12;8", "dark"),
        ("0;default", "any"),
        ("", "any"),
    ],
)
def test_the_theme_is_what_the_terminal_states(stated: str, theme: str) -> None:
    assert chosen_theme("auto", {"COLORFGBG": stated}) == theme
    assert chosen_theme("light", {"COLORFGBG": stated}) == "light"


@pytest.mark.parametrize(
    ("environ", "depth", "code"),
    [
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, "truecolor", "38;2;141;191;254"),
        ({"TERM": "xterm-256color"}, "256", "38;5;111"),
        ({"TERM": "xterm-direct"}, "truecolor", "38;2;141;191;254"),
        ({"TERM": "linux"}, "16", "94"),
        ({}, "16", "94"),
    ],
)
def test_colours_are_those_that_the_terminal_has(environ: dict[str, str], depth: str, code: str) -> None:
    assert colour_depth(environ) == depth
    assert Screen(colour=True, theme="dark", depth=depth).paint([("x", "speaker0")]) == f"\x1b[{code}mx\x1b[0m"
