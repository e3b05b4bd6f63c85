"""What a page states beside its text: JSON-LD, meta elements and microdata, each tolerant of what pages really hold."""

import json

import pytest

from newsparse.decode import from_text
from newsparse.model import Stated
from newsparse.readers.from_html import read
from newsparse.readers.html_structured_data import iso_date, stated_of, without_site
from newsparse.readers.html_tree import elements_of


def _stated(page: str) -> Stated:
    return stated_of(elements_of(page))


def _json_ld(data: object) -> Stated:
    text = data if isinstance(data, str) else json.dumps(data)
    return _stated(f'<script type="application/ld+json">{text}</script><p>x</p>')


NODE = {"@type": "NewsArticle", "headline": "Ferry sails", "datePublished": "2031-05-03", "author": "Ann Leroux"}


@pytest.mark.parametrize(
    "data",
    [
        NODE,
        [NODE],
        {"@graph": [{"@type": "WebSite", "name": "Quay"}, NODE]},
        {"@type": "WebPage", "mainEntity": NODE},
        {**NODE, "@type": ["Thing", "https://schema.org/ReportageNewsArticle"]},
        f"<!-- {json.dumps(NODE)} -->",
        f"//<![CDATA[\n{json.dumps(NODE)}\n//]]>",
        f"{json.dumps(NODE)};",
        [{"@type": "NewsArticle"}, NODE],
    ],
)
def test_the_article_is_found_wherever_the_script_has_it(data: object) -> None:
    stated = _json_ld(data)
    assert (stated.headline, stated.published, stated.authors) == ("Ferry sails", "2031-05-03", ("Ann Leroux",))


@pytest.mark.parametrize(
    "data", ["{broken", "[" * 100_000, "", "null", '{"@type": 7}', '{"@type": "Recipe", "headline": "Soup"}', '"text"']
)
def test_a_script_that_is_no_article_states_nothing(data: str) -> None:
    assert _json_ld(data) == Stated()


def test_a_broken_script_does_not_hide_the_next() -> None:
    page = (
        f'<script type="application/ld+json">{{</script><script type="application/ld+json">{json.dumps(NODE)}</script>'
    )
    assert _stated(page).headline == "Ferry sails"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Leroux", ("Ann Leroux",)),
        ("By Ann Leroux and Bo Reed", ("Ann Leroux", "Bo Reed")),
        ({"@type": "Person", "name": " Ann  Leroux "}, ("Ann Leroux",)),
        ([{"name": "Ann Leroux"}, {"name": "Bo Reed"}, {"name": "Ann Leroux"}], ("Ann Leroux", "Bo Reed")),
        ({"name": ["Ann Leroux", "Bo Reed"]}, ("Ann Leroux", "Bo Reed")),
        ({"@type": "Organization", "name": "Quay News Agency"}, ("Quay News Agency",)),
        ("Leroux, Ann", ("Leroux, Ann",)),
        ("https://quay.example/ann", ()),
        ([None, 7, {"name": None}], ()),
    ],
)
def test_authors_come_as_text_as_a_node_or_as_a_list(author: object, names: tuple[str, ...]) -> None:
    assert _json_ld({**NODE, "author": author}).authors == names


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2031-05-03", "2031-05-03"),
        ("2031-05-03T07:12:30.123Z", "2031-05-03T07:12:30Z"),
        ("2031-05-03 07:12", "2031-05-03T07:12"),
        ("2031-05-03T07:12:00+0200", "2031-05-03T07:12:00+02:00"),
        (" 2031-05-03T07:12:00-05:00 ", "2031-05-03T07:12:00-05:00"),
        ("2031-02-30", None),
        ("2031-05-03T25:00", None),
        ("May 3, 2031", None),
        ("20310503", None),
        ("", None),
    ],
)
def test_a_date_is_kept_where_it_is_one(value: str, iso: str | None) -> None:
    assert iso_date(value) == iso


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Ferry sails - Quay Post", "Quay Post", "Ferry sails"),
        ("Ferry sails | The Quay Post", "quay post", "Ferry sails"),
        ("Ferry sails - at last", "Quay Post", "Ferry sails - at last"),
        ("Ferry sails - Quay Post", None, "Ferry sails - Quay Post"),
        ("Ferry sails", "Ferry sails", "Ferry sails"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_headline(title: str, site: str | None, headline: str) -> None:
    assert without_site(title, site) == headline


def test_meta_elements_state_what_the_script_leaves_out() -> None:
    stated = _stated("""<html lang="pt_br"><meta property="og:title" content="Ferry sails – Quay Post">
    <meta property="og:site_name" content="Quay Post"><meta name=author content="Ann Leroux">
    <meta property="article:published_time" content="2031-05-03T07:12Z">
    <meta property="article:modified_time" content="2031-05-04T07:12Z"><meta property="article:section" content=Islands>
    <meta name=keywords content="ferry, isles,"><meta property="og:description" content="It sails.">
    <meta property="og:url" content="https://quay.example/f"><meta property="og:image" content="/f.jpg">""")
    assert stated == Stated(
        headline="Ferry sails",
        authors=("Ann Leroux",),
        published="2031-05-03T07:12Z",
        updated="2031-05-04T07:12Z",
        language="pt-BR",
        metadata={
            "publication": "Quay Post",
            "url": "https://quay.example/f",
            "section": "Islands",
            "description": "It sails.",
            "image": "/f.jpg",
            "keywords": ("ferry", "isles"),
        },
    )


def test_microdata_state_the_same() -> None:
    stated = _stated("""<h1 itemprop=headline>Ferry <b>sails</b></h1><span itemprop=author>By Ann Leroux</span>
    <time itemprop=datePublished datetime="2031-05-03">Saturday</time>""")
    assert (stated.headline, stated.authors, stated.published) == ("Ferry sails", ("Ann Leroux",), "2031-05-03")


def test_of_an_author_with_a_portrait_the_name_is_taken() -> None:
    stated = _stated("""<div itemprop=author itemscope><a itemprop=url href=/a><b itemprop=name>By Ann Leroux</b></a>
    <p>Harbour correspondent</p></div>""")
    assert stated.authors == ("Ann Leroux",)


@pytest.mark.parametrize(
    ("tag", "language"), [("de", "de"), ("EN_us", "en-US"), ("zh-hant-tw", "zh-Hant-TW"), ("x", None)]
)
def test_the_language_is_a_well_formed_tag_or_none(tag: str, language: str | None) -> None:
    assert _stated(f"<html lang={tag}><p>x").language == language


def _document_headline(page: str) -> str | None:
    return next(iter(read(from_text(page)))).stated.headline


def test_what_the_page_shows_comes_before_what_it_states() -> None:
    page = (
        "<title>Ferry sails, at long last | Quay</title><article>%s<p>The ferry sailed again on Saturday.</p></article>"
    )
    assert _document_headline(page % "<h1>Ferry sails</h1>") is None
    assert _document_headline(page % "<h2>Ferry sails, at long last</h2>") is None
    assert _document_headline(page % "") == "Ferry sails, at long last | Quay"
