"""One article, field by field: bullets above the text, a caption with its credit below, quotations of every sort."""

from functools import cache

import pytest

from newsparse.model import Kind, Quote, Record
from newsparse.pipeline import parse
from tests.cases import FIXTURES

ARTICLE = FIXTURES / "articles" / "plain" / "bullets_and_caption_own_line.txt"


@cache
def _record() -> Record:
    return parse(ARTICLE.read_bytes(), ARTICLE.name, form="plain")


def _quote(head: str) -> Quote:
    [found] = [quote for quote in _record().quotes if quote.text.startswith(head)]
    return found


def test_the_first_line_is_the_headline() -> None:
    assert _record().headline == "Ferry Pact Widens, Stirring Trawler Fleet While Leaving Door Ajar"
    assert _record().deck is None


def test_the_bullets_have_no_signs() -> None:
    assert _record().bullets == (
        "Northern league to take in the island of Skarra next spring",
        "Fishermen see a threat but say they remain open to talks",
    )


def test_the_caption_and_the_credit_below_it_are_one_picture() -> None:
    [caption] = _record().captions
    assert caption.text == "Harbour Minister Tova Lindgaard meets with Skarra’s reeve Anton Bjelke"
    assert caption.credit == "Marit Solhaug/AFP via Getty Images"
    assert caption.credit_label == "Photographer"
    assert caption.photographer == "Marit Solhaug"
    assert caption.agencies == ("AFP", "Getty Images")
    cut = _record().text[caption.start : caption.end]
    assert cut.startswith("Harbour Minister Tova")
    assert cut.endswith("Getty Images")


def test_the_body_is_the_nine_paragraphs_and_nothing_else() -> None:
    body = _record().body
    assert [item.kind for item in body] == [Kind.PARAGRAPH] * 9
    assert body[0].text.startswith("The Northern Ferry League")
    assert body[-1].text.endswith("told reporters in Vantry.")


def test_the_promo_is_boilerplate() -> None:
    assert _record().boilerplate == ("Before it's here, it's on the Harbour Terminal.",)
    assert _record().unclassified == ()


def test_nobody_and_no_day_is_made_up() -> None:
    record = _record()
    assert (record.byline, record.dateline, record.published, record.updated, record.notes) == (None,) * 4 + ((),)


def test_the_quotations_are_four() -> None:
    assert [(quote.kind, quote.utterance) for quote in _record().quotes] == [
        ("direct", 1),
        ("direct", 1),
        ("partial", 2),
        ("direct", 3),
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            "This was never about the trawlers",
            ("Tova Lindgaard", "Velmark Harbour Minister Tova Lindgaard", "Velmark Harbour Minister", "told"),
        ),
        (
            "It would be a pity",
            ("Tova Lindgaard", "Velmark Harbour Minister Tova Lindgaard", "Velmark Harbour Minister", "told"),
        ),
        ("steps at sea", ("Ruben Aske", "Ostrholm spokesman Ruben Aske", "Ostrholm spokesman", "warned")),
        ("We will look at", ("Edda Norheim", "Norheim", "the league’s general secretary", "said")),
    ],
)
def test_each_has_its_speaker_role_and_cue(head: str, told: tuple[str, ...]) -> None:
    """``told`` is name, mention, role and cue."""
    speaker, cue = _quote(head).speaker, _quote(head).cue
    assert speaker is not None
    assert cue is not None
    assert (speaker.name, speaker.mention, speaker.role, cue.text) == told


def test_every_span_cuts_the_file_as_it_was_decoded() -> None:
    text = ARTICLE.read_bytes().decode("utf-8")
    for quote in _record().quotes:
        assert text[quote.start : quote.end] == quote.text
        assert quote.speaker
        assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.mention
        assert quote.cue
        assert text[quote.cue.start : quote.cue.end] == quote.cue.text


def test_the_last_line_is_what_the_last_block_stands_on() -> None:
    last = _record().blocks[-1]
    assert (last.kind, last.line) == (Kind.BOILERPLATE, ARTICLE.read_bytes().count(b"\n") + 1)
