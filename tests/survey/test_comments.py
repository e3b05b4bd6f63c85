"""A page's text ends where its readers begin to speak: below a counted heading, and below enough of the text."""

import pytest

from newsparse.pipeline import parse

MENU = "Home\nNews\nSport\nWeather\nContact\nAbout us\nJobs\nLog in\nSubscribe\n\n"
PARAGRAPHS = [
    "The old bridge at Brackwater will close to lorries from Monday, because two of its piers settle in the mud.",
    "Drivers will be sent by way of Lower Tamsin, which adds nineteen minutes to the journey and often more.",
    "The county hopes to have the piers mended by October, and has set aside four million crowns for the work.",
    "Lorries paid for most of the toll on the old bridge, and the county will lose half a million by spring.",
]
READERS = [
    "The bridge at Brackwater should have been mended years ago, when the county still had the money for its piers.",
    "I drive a lorry by way of Lower Tamsin twice a week, and nineteen minutes is what it takes on a very good day.",
    "Nobody who lives in Brackwater will miss the lorries on the old bridge, whatever the county says of its toll.",
]


def _page(heading: str, paragraphs: list[str]) -> str:
    head = "Bridge at Brackwater closes to lorries\n\nBy Ada Quill\n\nApril 25, 2023\n\n"
    return MENU + head + "\n\n".join([*paragraphs, heading, *READERS]) + "\n"


@pytest.mark.parametrize("heading", ["3 Comments", "Comments (3)", "3 comments on “Bridge closes”", "KOMMENTARE(3)"])
def test_the_text_ends_above_the_comments(heading: str) -> None:
    record = parse(_page(heading, PARAGRAPHS))
    assert [item.text for item in record.body] == PARAGRAPHS
    assert [text for text in record.boilerplate if text in READERS] == READERS


@pytest.mark.parametrize("heading", ["Comments from the county", "In 2012 comments were rare", "3 commentators"])
def test_a_line_that_speaks_of_comments_does_not_end_it(heading: str) -> None:
    assert READERS[-1] in [item.text for item in parse(_page(heading, PARAGRAPHS)).body]


def test_the_share_bar_above_the_text_does_not_end_it() -> None:
    text = _page("The piers", PARAGRAPHS).replace("April 25, 2023\n", "April 25, 2023\n\n3 Comments\n")
    assert PARAGRAPHS[-1] in [item.text for item in parse(text).body]
