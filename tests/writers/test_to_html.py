"""HTML: one page that is whole, safe and well formed, whatever the texts say."""

import json
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import Record, write
from newsparse.formats import WriteOptions
from newsparse.model import BodyItem, Kind
from newsparse.writers import to_html
from newsparse.writers.clean import for_people
from tests.writers.factories import bridge, hostile, quote, record
from tests.writers.payloads import HTML, MARKDOWN, UNSEEN
from tests.writers.rendered import html, words_of

PAYLOADS = (*HTML, *MARKDOWN)


def page(of: Record) -> Element:
    return html(write(of, "html"))


def one(tree: Element, path: str) -> Element:
    found = tree.findall(f".//{path}")
    assert len(found) == 1, path
    return found[0]


def said(element: Element) -> str:
    """The words that are shown: those for machines are not."""
    inner = (said(child) + (child.tail or "") for child in element if child.tag != "script")
    tails = "".join(child.tail or "" for child in element if child.tag == "script")
    return (element.text or "") + "".join(inner) + tails


def tags(tree: Element) -> Counter[str]:
    return Counter(element.tag for element in tree.iter() if isinstance(element.tag, str))


def test_the_parts_of_an_article_are_where_a_reader_expects_them() -> None:
    tree = page(bridge())
    assert said(one(tree, "h1")) == "Harbour bridge to close for repairs"
    assert said(one(tree, "p[@class='deck']")) == "Six weeks of ferries begin in June"
    assert said(one(tree, "p[@class='byline']")) == "By Ada Quill, Staff Writer"
    assert [time.get("datetime") for time in tree.iter("time")] == ["2024-06-03", "2024-06-04T08:15:00+02:00"]
    assert [said(item) for item in tree.findall(".//ul[@class='bullets']/li")] == list(bridge().bullets)
    assert said(one(tree, "title")) == bridge().headline


def test_the_body_stands_in_its_order_with_captions_in_place() -> None:
    body = one(page(bridge()), "div[@class='body']")
    assert [child.tag for child in body] == ["p", "figure", "p", "h2", "ul", "blockquote", "p", "p"]
    assert said(one(body, "figcaption")) == "The bridge at dusk. Photographer: Tom Weld/Harbour Pictures"


def test_quotations_are_marked_where_they_stand_with_their_speaker() -> None:
    marks = page(bridge()).findall(".//mark[@class='quote']")
    assert [said(mark) for mark in marks] == [item.text for item in bridge().quotes]
    assert [mark.get("data-start") for mark in marks] == [str(item.start) for item in bridge().quotes]
    assert {mark.get("data-speaker") for mark in marks} == {"Mara Lindqvist"}
    assert {mark.get("title") for mark in marks} == {"Mara Lindqvist, city engineer"}


def test_the_list_of_quotations_names_the_speakers_and_leads_to_the_places() -> None:
    listed = one(page(bridge()), "section[@class='quotes']")
    assert [said(cite) for cite in listed.iter("cite")] == ["Mara Lindqvist, city engineer"] * 2
    assert [link.get("href") for link in listed.iter("a")] == ["#a1-q0", "#a1-q1"]


def test_a_quotation_without_a_speaker_says_so() -> None:
    first, *_ = bridge().quotes
    tree = page(replace(bridge(), quotes=(replace(first, speaker=None),), language="de"))
    assert one(tree, "cite").get("lang") == "en"
    assert said(one(tree, "cite")) == "Speaker not named"


def test_boilerplate_is_folded_away() -> None:
    tree = page(bridge())
    assert "Read more about bridges" in said(one(tree, "details"))
    assert "Read more" not in said(one(tree, "div[@class='body']"))


def test_the_policy_knows_the_style_and_nothing_else() -> None:
    text = write(bridge(), "html")
    style = text[text.index("<style>") + 7 : text.index("</style>")]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert "</" not in style
    assert "url(" not in style
    assert text.index("<meta charset") < 200


def test_every_id_is_there_once_and_every_link_within_the_page_resolves() -> None:
    tree = html("".join(to_html.write([bridge(), bridge()], WriteOptions())))
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    assert set(ids.values()) == {1}
    for element in tree.iter():
        target = (element.get("href") or "").removeprefix("#")
        named = (element.get("aria-labelledby"), element.get("aria-describedby"))
        assert all(name in ids for name in (target, *named) if name)


def test_several_records_are_one_page_with_an_article_each() -> None:
    counted = tags(html("".join(to_html.write([bridge(), record(())], WriteOptions()))))
    assert (counted["article"], counted["main"], counted["title"]) == (2, 1, 1)


def test_no_record_is_no_page() -> None:
    assert not list(to_html.write([], WriteOptions()))


def test_a_fragment_is_the_article_alone() -> None:
    text = write(bridge(), "html", WriteOptions(fragment=True))
    assert text.startswith("<article")
    assert text.endswith("</article>\n")
    assert text.removesuffix("</article>\n") in write(bridge(), "html")
    assert "colophon" not in text
    assert "<script" not in text


def test_what_is_for_machines_is_data_and_says_what_the_page_says() -> None:
    script = one(page(hostile("</script><script>alert(1)</script>")), "script")
    assert script.attrib == {"type": "application/ld+json"}
    assert json.loads(script.text or "")["headline"] == "</script><script>alert(1)</script>"


def test_the_dateline_is_set_apart_in_the_paragraph_that_it_opens() -> None:
    assert said(one(page(bridge()), "span[@class='dateline']")) == "PORT ELLERY —"


@pytest.mark.parametrize(
    ("tag", "way"), [("de", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("uz-Arab-AF", "rtl"), (None, "auto")]
)
def test_language_and_direction_are_stated(tag: str | None, way: str) -> None:
    tree = page(replace(bridge(), language=tag))
    assert (tree.get("lang"), tree.get("dir")) == (tag or "und", way)
    assert (one(tree, "article").get("lang"), one(tree, "article").get("dir")) == (tag, way)


def test_our_own_words_are_english_in_an_article_that_is_not() -> None:
    tree = page(replace(bridge(), language="ar"))
    assert one(tree, "summary").get("lang") == "en"
    assert one(tree, "p[@class='dates']").get("dir") == "ltr"


def test_a_record_without_a_headline_has_a_name_still() -> None:
    tree = page(record([(Kind.PARAGRAPH, "Words.")]))
    assert said(one(tree, "title")) == "bridge.txt"
    assert said(one(tree, "h1[@class='untitled']")) == "bridge.txt"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_makes_no_element_and_is_shown_literally(payload: str) -> None:
    tree, plain = page(hostile(payload)), page(hostile("plain words"))
    assert tags(tree) - Counter(br=100) == tags(plain)
    meant = words_of(said(plain)).replace("plainwords", words_of(payload))
    assert words_of(said(tree)).replace(":", "") == meant.replace(":", "")
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert attributes == {name for element in plain.iter() for name in element.attrib}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_speaker_stays_in_the_attributes(payload: str) -> None:
    first = bridge().quotes[0]
    assert first.speaker
    speaker = replace(first.speaker, name=payload, mention=payload, role=payload)
    tree = page(replace(bridge(), quotes=(replace(first, speaker=speaker),)))
    mark = one(tree, "mark[@class='quote']")
    assert words_of(mark.get("data-speaker") or "") == words_of(payload)
    assert not [name for name in mark.attrib if name.startswith("on")]


@pytest.mark.parametrize("payload", UNSEEN)
def test_no_control_character_is_written(payload: str) -> None:
    text = write(hostile(payload), "html")
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]", text
    )


@given(st.text(max_size=60))
def test_any_text_is_shown_literally(text: str) -> None:
    tree = page(record([(Kind.HEADLINE, "x" + text), (Kind.PARAGRAPH, text)]))
    assert words_of(said(one(tree, "h1"))) == words_of(for_people("x" + text))
    assert words_of(said(one(tree, "div[@class='body']"))) == words_of(for_people(text))


def test_markup_is_cleaned_again_and_its_quotations_are_marked() -> None:
    words = "“We waited,” said Mara Lindqvist, the engineer, who <waits>."
    markup = (
        '<p onclick="x()">“<em>We</em><br><a href="https://example.org/waited,">waited,</a>” said '
        "<script>x()</script>Mara Lindqvist, the <b>engineer</b>, who &lt;waits&gt;.</p>"
    )
    made = record([(Kind.PARAGRAPH, words)], html=markup)
    quotes = (quote(made, "We waited,", "Mara Lindqvist"), quote(made, "<waits>", "Mara Lindqvist"))
    tree = page(replace(made, quotes=quotes))
    body = one(tree, "div[@class='body']")
    assert words_of(said(body)) == words_of(words)
    assert [said(mark) for mark in body.findall(".//mark[@class='quote']")] == ["We", "waited,", "<waits>"]
    assert [mark.get("id") for mark in body.findall(".//mark[@class='quote']")] == ["a1-q0", None, "a1-q1"]
    assert tags(body) == {"div": 1, "p": 1, "em": 1, "br": 1, "a": 1, "b": 1, "mark": 3}


def test_a_table_stands_in_a_box_of_its_own() -> None:
    table = BodyItem(Kind.PARAGRAPH, "1986 4", "<table><tr><td>1986<td>4</table>")
    tree = page(replace(record(()), body=(table,)))
    assert [cell.text for cell in one(tree, "div[@class='table']").iter("td")] == ["1986", "4"]
