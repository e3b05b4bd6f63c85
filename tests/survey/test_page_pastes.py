"""Page pastes: what is taken for one, the chain of parts, what the notes say of doubt."""

from itertools import pairwise

import pytest

from newsparse.classify import first_look
from newsparse.language import common_words, load
from newsparse.model import Block
from newsparse.pipeline import parse
from newsparse.readers.lines import blocks_of
from newsparse.rules.scene import Role
from newsparse.survey import MOST_BLOCKS, survey
from newsparse.survey.chain import FOLLOWS, MAY_CLOSE, MAY_OPEN, ROLES, SCALE, Chain, Weights, likeliest, load_weights
from newsparse.survey.doubts import doubts
from newsparse.survey.features import Features

MENU = "Home\nNews\nSport\nWeather\nJobs\nLetters\nArchive\nShop\nBrackwater Echo\n\n"
HEAD = "Bridge at Brackwater closes to lorries\n\nBy Lucy Ashe\nApril 25, 2023\n\n"
TEXT = (
    "The old bridge at Brackwater will close to lorries from Monday, the county said, because two of its eleven piers "
    "have begun to settle in the mud.\n\nDrivers will be sent by way of Lower Tamsin, which adds nineteen minutes to "
    "the journey and, on market days, rather more than that.\n\nThe county hopes to have the bridge's piers mended "
    "by the end of October, and has set aside four million crowns for the work.\n\n"
)
FOOT = "Ferry strike: what we know\nWalks with a view\nThe shop that time forgot\nContact us\n"
PAGE = MENU + HEAD + TEXT + FOOT


def _blocks(text: str) -> list[Block]:
    return first_look(blocks_of(text)[0], load("en"))


def test_a_menu_makes_a_page_paste_and_an_article_alone_is_none() -> None:
    assert survey(_blocks(PAGE), common_words("en")).is_paste
    assert not survey(_blocks(HEAD + TEXT), common_words("en")).is_paste


def test_a_list_of_short_items_with_blank_lines_between_makes_no_page_paste() -> None:
    towns = "\n\n".join(f"{town}: {n} votes" for n, town in enumerate(("Tamsin", "Brackwater", "Orle", "Pell", "Ashe")))
    assert not survey(_blocks(HEAD + TEXT + towns), common_words("en")).is_paste


def test_whatever_is_longer_than_any_page_is_no_page_paste() -> None:
    blocks = _blocks(PAGE)
    assert not survey(blocks * (MOST_BLOCKS // len(blocks) + 1), common_words("en")).is_paste


def test_every_part_follows_one_that_it_may_follow() -> None:
    roles = survey(_blocks(PAGE), common_words("en")).roles
    assert roles[0] in MAY_OPEN
    assert roles[-1] in MAY_CLOSE
    assert all(after in FOLLOWS[role] for role, after in pairwise(roles))


def test_the_article_of_a_page_is_found() -> None:
    record = parse(PAGE)
    assert record.headline == "Bridge at Brackwater closes to lorries"
    assert [item.text for item in record.body] == TEXT.strip().split("\n\n")
    assert record.byline is not None
    assert record.published == "2023-04-25"


def test_a_page_without_a_blank_line_is_read_too() -> None:
    record = parse(PAGE.replace("\n\n", "\n"))
    assert record.headline == "Bridge at Brackwater closes to lorries"
    assert [item.text for item in record.body][-2:] == TEXT.strip().split("\n\n")[-2:]


def test_the_features_of_a_slice_are_those_of_its_blocks() -> None:
    found = Features(_blocks(PAGE), common_words("en"))
    assert found[2:5] == [found[2], found[3], found[4]]
    assert len(found) == len(list(found))


def test_the_weights_have_a_number_for_every_role_and_know_the_features_of_a_page() -> None:
    weights = load_weights()
    assert {len(row) for row in weights.features.values()} == {len(ROLES)}
    names = {name for one in Features(_blocks(PAGE), common_words("en")) for name in one}
    assert len(names & weights.features.keys()) > len(names) / 2


def test_the_best_chain_through_a_block_is_never_better_than_the_best_chain() -> None:
    chain = likeliest(Features(_blocks(PAGE), common_words("en")), load_weights())
    best = max(chain.through[0])
    for role, through in zip(chain.roles, chain.through, strict=True):
        assert max(through) == pytest.approx(best)
        assert through[ROLES.index(role)] == pytest.approx(best)


def test_a_chain_of_one_block_is_possible() -> None:
    weights = load_weights()
    only = Weights({"short": (0, 1, 0, 0, 0, 0, 0)}, weights.reached_from, weights.leads_to)
    assert likeliest([["short", "a feature that nobody knows"]], only).roles == (Role.HEADLINE,)


def _chain(*through: dict[Role, float]) -> Chain:
    """A chain of the heaviest role of each block."""
    rows = [[one.get(role, -9.0) * SCALE for role in ROLES] for one in through]
    return Chain(tuple(max(one, key=lambda role: one[role]) for one in through), rows, rows)


@pytest.mark.parametrize(
    ("headline", "text", "codes"),
    [
        (0.2, 3.0, ["headline-in-doubt"]),
        (3.0, 0.2, ["text-in-doubt"]),
        (3.0, 3.0, []),
        (0.2, 0.2, ["headline-in-doubt", "text-in-doubt"]),
    ],
)
def test_a_note_tells_what_is_in_doubt(headline: float, text: float, codes: list[str]) -> None:
    chain = _chain(
        {Role.BEFORE: 9},
        {Role.HEADLINE: 9, Role.BEFORE: 9 - headline},
        {Role.PARAGRAPH: 9},
        {Role.AFTER: 9, Role.PARAGRAPH: 9 - text},
    )
    notes = list(doubts(_blocks("Home\nTolls to rise\nThe toll will rise.\nShop")[:4], chain, headline_is_stated=False))
    assert [note.code for note in notes] == codes
    assert all(note.line for note in notes)


def test_a_page_without_a_headline_has_a_note_unless_its_form_states_one() -> None:
    chain = _chain({Role.BEFORE: 9}, {Role.PARAGRAPH: 9})
    blocks = _blocks("Home\nThe toll will rise.")
    assert [note.code for note in doubts(blocks, chain, headline_is_stated=False)] == ["no-headline"]
    assert not list(doubts(blocks, chain, headline_is_stated=True))
