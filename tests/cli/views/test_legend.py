"""Who says how much: counts, shares and bars, on screens of every width."""

import pytest

from newsparse.cli.screens.screen import Screen
from newsparse.cli.views.cast import Cast
from newsparse.cli.views.head import counted
from newsparse.cli.views.legend import legend
from newsparse.cli.views.sheet import Marks, sheet_of
from newsparse.model import BodyItem, Kind, Quote, Record, SourceInfo, Speaker
from newsparse.writers.plain_body import unit_of, words_in

_SOURCE = SourceInfo("-", "plain", None, "", 1, 0, 0, "source")


def quote(text: str, name: str | None, role: str | None = None) -> Quote:
    speaker = Speaker(name, name, role, 0, 0) if name else None
    return Quote(text, 0, len(text), "direct", speaker, None, 1, 0)


RECORD = Record(
    _SOURCE,
    quotes=(
        quote("It will be a long summer", "Tom Weld"),
        quote("no", None),
        quote("We waited", "Mara Lindqvist", "the city engineer"),
        quote("and it’s late", "Tom Weld", "a ferryman"),
    ),
    body=(BodyItem(Kind.PARAGRAPH, "word " * 50),),
)


def shown(width: int, record: Record = RECORD, *, drawn: bool = False) -> list[str]:
    lines = legend(record, Cast(record.quotes), sheet_of(width, Marks(), drawn=drawn))
    return "".join(Screen().written(lines)).splitlines()


def test_a_line_a_speaker_the_one_who_says_most_first_and_nobody_last() -> None:
    assert shown(80) == [
        "Who says how much",
        "Tom Weld, a ferryman               ############  75%  2 quotations  9 words",
        "Mara Lindqvist, the city engineer  ###           17%  1 quotation   2 words",
        "speaker not known                  #              8%  1 quotation   1 word",
        "4 quotations, 12 words: 24% of the text",
    ]


def test_on_a_narrow_screen_the_figures_stand_below() -> None:
    assert shown(30)[1:6] == [
        "Tom Weld, a ferryman",
        "############  75%",
        "2 quotations 9 words",
        "Mara Lindqvist",
        "  the city engineer",
    ]


def test_bars_are_drawn_by_eighths_where_there_are_signs() -> None:
    assert "██▋ " in shown(80, drawn=True)[2]


@pytest.mark.parametrize("width", [10, 17, 25, 40, 47, 48, 72, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, shown(width))) <= width


def test_shares_are_of_all_that_is_quoted() -> None:
    players = Cast(RECORD.quotes).by_share
    assert [(player.name, player.quotes, player.words) for player in players] == [
        ("Tom Weld", 2, 9),
        ("Mara Lindqvist", 1, 2),
        ("speaker not known", 1, 1),
    ]
    assert sum(player.quotes for player in players) == len(RECORD.quotes)


def test_one_whose_name_is_the_words_for_nobody_is_somebody() -> None:
    cast = Cast([quote("a", "speaker not known"), quote("b", None)])
    assert [player.known for player in cast.by_share] == [True, False]


def test_the_ninth_speaker_has_the_first_colour_in_italics() -> None:
    quotes = [quote("x", f"Speaker {n}") for n in range(10)]
    cast = Cast(quotes)
    assert [cast.of(quotes[n]).style for n in (0, 8)] == ["speaker0", "speaker8"]


@pytest.mark.parametrize(
    ("text", "words"), [("It’s a well-known 3.5", 4), ("時計は直せる", 6), ("", 0), ("— …", 0), ("Größe 東京", 3)]
)
def test_words_are_counted_and_characters_where_words_are_not_parted(text: str, words: int) -> None:
    assert words_in(text) == words


def test_what_is_counted_has_its_name() -> None:
    japanese = Record(_SOURCE, body=(BodyItem(Kind.PARAGRAPH, "時計は直せても、膝は直せない"),))
    assert (unit_of(japanese), unit_of(RECORD), counted(2, "quotation")) == ("character", "word", "2 quotations")
