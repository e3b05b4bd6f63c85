"""Where a chain took a line that holds the headline, or the deck, the headline is the line that an editor points at."""

import pytest

from newsparse.classify import first_look
from newsparse.decode import from_text
from newsparse.formats import reader
from newsparse.language import load
from newsparse.model import Block
from newsparse.rules.scene import Role
from newsparse.survey.chain import ROLES, SCALE, Chain
from newsparse.survey.headline import settled

TEXT = "The toll on the old bridge will rise by a crown on Monday, the county said, and by another one in May."
AHEAD, BEHIND = 9.0, 3.0  # weights of a role that is sure, and of one that is not


def _blocks(text: str) -> list[Block]:
    document = next(iter(reader("plain").read(from_text(text, name="page.txt"))))
    return first_look(document.blocks, load("en"))


def _chain(*roles: Role, rival: float = BEHIND) -> Chain:
    """A chain of these roles; every block that is none could be the headline with the weight ``rival``."""
    rows = []
    for role in roles:
        row = [BEHIND] * len(ROLES)
        row[ROLES.index(Role.HEADLINE)] = rival
        row[ROLES.index(role)] = AHEAD
        rows.append([SCALE * weight for weight in row])
    return Chain(roles, rows, rows)


@pytest.mark.parametrize(
    ("first", "second", "headline"),
    [
        ("Home » Bridges » Toll on the old bridge to rise", "Toll on the old bridge to rise", 1),
        ("HomeBridgesToll on the old bridge to rise", "Toll on the old bridge to rise", 1),
        ("Toll on the old bridge to rise | Alder Post", "Toll on the old bridge to rise", 1),
        ("Bridges: Toll on the old bridge to rise", "Toll on the old bridge to rise", 0),
        ("Toll on the old bridge to rise in spring", "Toll on the old bridge", 0),
        ("Home » Toll to rise", "Toll to rise", 0),
    ],
)
def test_a_line_that_holds_the_headline_is_none(first: str, second: str, headline: int) -> None:
    chain = settled(_blocks(f"{first}\n{second}\n\n{TEXT}"), _chain(Role.HEADLINE, Role.HEAD, Role.PARAGRAPH))
    assert chain.roles.index(Role.HEADLINE) == headline
    assert chain.roles[1 - headline] is (Role.BEFORE if headline else Role.HEAD)
    assert chain.roles[2] is Role.PARAGRAPH


@pytest.mark.parametrize(
    ("above", "rival", "headline"),
    [
        ("Toll on the old bridge to rise", AHEAD - 0.5, 0),
        ("Toll on the old bridge to rise", AHEAD - 2, 1),
        ("Home » Bridges and harbours", AHEAD - 0.5, 1),
        ("Bridges", AHEAD - 0.5, 1),
    ],
)
def test_of_two_lines_in_doubt_the_upper_is_the_headline(above: str, rival: float, headline: int) -> None:
    blocks = _blocks(f"{above}\nDrivers will pay a crown more, and another one in May\n\n{TEXT}")
    chain = settled(blocks, _chain(Role.BEFORE, Role.HEADLINE, Role.PARAGRAPH, rival=rival))
    assert chain.roles.index(Role.HEADLINE) == headline
    assert chain.roles[2] is Role.PARAGRAPH


def test_a_headline_never_takes_the_last_of_the_text() -> None:
    blocks = _blocks(f"Home » {TEXT}\n\n{TEXT}")
    chain = _chain(Role.HEADLINE, Role.PARAGRAPH)
    assert settled(blocks, chain).roles == chain.roles


def test_a_page_without_a_headline_stays_without() -> None:
    chain = _chain(Role.BEFORE, Role.PARAGRAPH)
    assert settled(_blocks(f"Home\n\n{TEXT}"), chain) is chain
