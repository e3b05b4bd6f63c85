"""A page becomes blocks: the article with hints where its tags are sure, the furniture around it as boilerplate."""

import time
from contextlib import suppress

import pytest

from newsparse.decode import from_text
from newsparse.errors import EmptyInputError
from newsparse.model import Document, Kind
from newsparse.readers.from_html import fits, read

PROSE = "The ferry sailed again on Saturday with 140 people on board, two years after the fire. "


def _documents(page: str) -> list[Document]:
    return list(read(from_text(page, name="a.html")))


def _blocks(page: str) -> list[tuple[str, str]]:
    return [(block.hint.kind if block.hint else "", block.text) for block in _documents(page)[0].blocks]


def _html(body: str) -> list[str | None]:
    return [block.html for block in _documents(f"<article>{body}</article>")[0].blocks]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "<!DOCTYPE html>\nx"),
        ("a.txt", "\n <?xml version='1.0'?> <!-- saved --> <html lang=en>"),
        ("a.txt", "<article class=x><h1>Text</h1><p>More"),
        ("-", "<p>One</p>\n<p>Two</p>"),
        ("a.html", "Words first, <b>then</b> a tag"),
        ("A.HTM", "Words<br>"),
    ],
)
def test_a_page_is_known_by_its_opening_or_by_its_name_and_a_tag(name: str, text: str) -> None:
    assert fits(from_text(text, name=name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "A headline\n\nUse <div> and <p>text</p> in a page, the teacher said.\n"),
        ("a.txt", "<script>alert(1)</script> leads the headline today\nBy Ann Leroux\n"),
        ("a.txt", "<p> is a tag, he said, and so is <div>."),
        ("a.txt", "<titled> words"),
        ("a.txt", "<body onload=x()> leads the headline today\nBy Ann Leroux\n\n<body onload=x()>"),
        ("a.txt", "<title></title><script>x()</script> leads the headline\n"),
        ("a.txt", "<!-- a note --> on the margin"),
        ("a.txt", "5 < 6 > 4"),
        ("a.html", "No tag at all, 5 < 6"),
    ],
)
def test_prose_that_mentions_tags_is_no_page(name: str, text: str) -> None:
    assert fits(from_text(text, name=name)) is None


def test_hints_stand_where_the_markup_is_sure_and_nowhere_else() -> None:
    page = f"""<article><h1>Ferry sails</h1><p>{PROSE}</p><h2>A long repair</h2><ul><li>One engine</li></ul>
    <blockquote><p>No boat, no island.</p></blockquote>
    <figure><img><figcaption><div>The boat.</div><span>Photo: Bo Reed</span></figcaption></figure>
    <time>3 May 2031</time></article>"""
    assert _blocks(page) == [
        (Kind.HEADLINE, "Ferry sails"),
        ("", PROSE.strip()),
        (Kind.HEADING, "A long repair"),
        (Kind.LIST_ITEM, "One engine"),
        (Kind.BLOCKQUOTE, "No boat, no island."),
        (Kind.CAPTION, "The boat. Photo: Bo Reed"),
        (Kind.TIMESTAMP, "3 May 2031"),
    ]


def test_what_stands_around_the_article_is_boilerplate_and_a_menu_is_one_block() -> None:
    page = f"""<nav><ul><li><a href=/>News</a><li><a href=/s>Sport</a></ul></nav>
    <article><h1>Ferry sails</h1><p>{PROSE}</p></article><footer>© The Quay Post</footer>"""
    blocks = _blocks(page)
    assert blocks[0] == (Kind.BOILERPLATE, "News Sport")
    assert blocks[-1] == (Kind.BOILERPLATE, "© The Quay Post")


def test_a_headline_above_the_article_takes_what_stands_between_along() -> None:
    page = f"""<p>Log in</p><header><h1>Ferry sails</h1><p>By Ann Leroux</p></header>
    <div id=text><p>{PROSE}</p><p>{PROSE}</p></div>"""
    assert _blocks(page)[:3] == [(Kind.BOILERPLATE, "Log in"), (Kind.HEADLINE, "Ferry sails"), ("", "By Ann Leroux")]


def test_teasers_in_article_elements_do_not_beat_the_text() -> None:
    teasers = "<article><h3><a href=/x>Barley finds buyers in the south</a></h3></article>" * 9
    blocks = _blocks(f"<div class=rail>{teasers}</div><div><p>{PROSE}</p><p>{PROSE * 2}</p></div>")
    assert [text for kind, text in blocks if kind == ""] == [PROSE.strip(), (PROSE * 2).strip()]


def test_a_class_that_would_take_the_article_away_means_nothing() -> None:
    blocks = _blocks(f"<article><h1>H</h1><div class='social paywall'><p>{PROSE}</p></div></article>")
    assert ("", PROSE.strip()) in blocks


def test_hidden_things_are_not_read() -> None:
    page = f"""<p>{PROSE}</p><p hidden>a</p><p aria-hidden=true>b</p><p style="color:red; display : none">c</p>
    <script>d</script><style>e</style><template><p>f</p></template><noscript>g</noscript><svg><text>h</text><path/></svg>
    <span class="sr-only">i</span><button>j</button><textarea>k</textarea><p>The end of it.</p>"""
    assert [text for _, text in _blocks(page)] == [PROSE.strip(), "The end of it."]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    assert [text for _, text in _blocks("<div>One<br><br>Two<br>lines<br>&nbsp;<br/>Three</div>")] == [
        "One",
        "Two lines",
        "Three",
    ]


def test_end_tags_may_be_left_out() -> None:
    page = "<h1>H</h1><p>One<p>Two <b>bold<p>Three<ul><li>a<li>b</ul><table><tr><td>1<td>2<tr><td>3<td>4</table>"
    assert [text for _, text in _blocks(page)] == ["H", "One", "Two bold", "Three", "a", "b", "1 2 3 4"]


def test_tables_of_facts_are_one_block_and_tables_of_layout_are_none() -> None:
    assert _html("<table><tr><th>A</th><td></td></tr><tr><td>1</td><td>2</td></tr></table>") == [
        "<table><tr><th>A</th><td></td></tr><tr><td>1</td><td>2</td></tr></table>"
    ]
    assert _html("<table><tr><td>menu</td><td><p>One</p><p>Two</p></td></tr><tr><td>a<td>b</table>") == [None] * 5


def test_preformatted_text_is_parted_at_blank_lines() -> None:
    assert [text for _, text in _blocks("<pre>One\nline\n \nTwo</pre>")] == ["One line", "Two"]


def test_inline_elements_side_by_side_in_a_box_are_apart_and_a_drop_cap_is_not() -> None:
    page = "<div><span>By Ann</span><time>3 May</time></div><p><span>T</span><span>he boat</span></p>"
    assert [text for _, text in _blocks(page)] == ["By Ann 3 May", "The boat"]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("<p>plain</p>", None),
        ("<p>5 &lt; 6 <em>and</em> R&amp;D</p>", "5 &lt; 6 <em>and</em> R&amp;D"),
        ("<p><a href='/x?a=1&b=\"2' onclick=x()>y</a></p>", '<a href="/x?a=1&amp;b=&quot;2">y</a>'),
        ("<p><a href='jAva&#9;script:x()'>y</a></p>", None),
        ("<p><a href='&#1;data:text/html,x'>y</a> <a href=vbscript:x>z</a></p>", None),
        ("<p><a href=mailto:a@b.example>y</a></p>", '<a href="mailto:a@b.example">y</a>'),
        ("<p><b onmouseover=x>a<b><b> b</b></p>", "<b>a b</b>"),
        ("<p>a <i> </i> b</p>", None),
        ("<p>a<font color=red>b</font><img src=x onerror=y></p>", None),
        ("<p>a<br>b</p>", "a<br>b"),
        ("<p>he said <q>yes</q></p>", None),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O"),
    ],
)
def test_markup_is_written_anew_from_an_allow_list(body: str, html: str | None) -> None:
    assert _html(body) == [html]


def test_emphasis_around_paragraphs_goes_on_in_each() -> None:
    assert _html("<b>One<p>Two</p></b>") == ["<b>One</b>", "<b>Two</b>"]


def test_quotation_elements_get_marks() -> None:
    assert _blocks("<p>He said <q>yes</q>.</p>") == [("", "He said “yes”.")]


def test_every_block_is_cut_from_the_text_and_has_its_line() -> None:
    document = _documents("<article>\r\n<h1>H</h1>\r\n\n<p>One\n<p>Two</article>")[0]
    assert document.text == "H\n\nOne\n\nTwo"
    assert [document.text[block.start : block.end] for block in document.blocks] == ["H", "One", "Two"]
    assert [block.line for block in document.blocks] == [2, 4, 5]
    assert (document.offsets, document.start, document.end) == ("extracted", 0, len(document.source.text))


def test_whole_articles_side_by_side_are_documents_each() -> None:
    article = f"<article><h2>%s</h2>{f'<p>{PROSE}</p>' * 3}</article>"
    documents = _documents(f"<p>Today</p>{article % 'One'}{article % 'Two'}<p>The end</p>")
    assert [document.ordinal for document in documents] == [1, 2]
    assert [document.blocks[0].text for document in documents] == ["Today", "Two"]
    assert documents[1].blocks[-1].text == "The end"
    heads = [[b.text for b in d.blocks if b.hint and b.hint.kind is Kind.HEADLINE] for d in documents]
    assert heads == [["One"], ["Two"]]


def test_short_articles_side_by_side_are_one_document() -> None:
    assert len(_documents(f"<article><h2>One</h2><p>{PROSE}</p></article>" * 3)) == 1


@pytest.mark.parametrize("page", ["<p></p>", "<html><head><title>T</title></head><body> <script>x</script>"])
def test_a_page_without_visible_text_is_empty(page: str) -> None:
    with pytest.raises(EmptyInputError):
        _documents(page)


def test_an_unclosed_comment_hides_only_its_own_mark_and_an_unclosed_script_the_rest() -> None:
    assert [text for _, text in _blocks("<p>One <!-- two<p>Three<script>four<p>five")] == ["One two", "Three"]


def test_lines_are_those_of_the_page_whatever_is_left_out_of_it() -> None:
    page = """<p
class=a>Two</p
><!-- two
lines --><script>
x</script><div><p

>Seven</p>

</div>

Eleven<br></x
>Twelve<script type="application/ld+json">
{}
</script><style>

</style><p>Sixteen"""
    document = _documents(page)[0]
    told = [(block.text, block.line) for block in document.blocks]
    assert told == [("Two", 2), ("Seven", 7), ("Eleven Twelve", 9), ("Sixteen", 16)]  # 9: there the text begins


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ('<p>One <a href="x>two</a><p>Three', ["One two", "Three"]),
        ("<p>Five <3 six <y", ["Five <3 six <y"]),
        ("<p>One<div/>Two<i/>Three</p>", ["One", "TwoThree"]),
        ("<p>&#" + "9" * 5000 + ";</p>", ["\ufffd"]),
        ("<p>A&#x;B &amp;lt; C &unknown; D</p>", ["A&#x;B &lt; C &unknown; D"]),
        ("<b>One<div>Two</b>Three</div>", ["One", "TwoThree"]),
        ("<xmp>One</xmp><plaintext>Two", ["One", "Two"]),
    ],
)
def test_broken_markup_is_read_as_browsers_show_it(page: str, texts: list[str]) -> None:
    assert [text for _, text in _blocks(page)] == texts


@pytest.mark.parametrize("unit", ["<div>", "<b><i>", "<table><tr><td>", "<blockquote>", "<ul><li>", "<article>", "<a>"])
def test_depth_does_not_matter(unit: str) -> None:
    assert _blocks(unit * 20_000 + "deep")[0][1] == "deep"


TRAPS = {
    "comments": "<!--",
    "script tags": "<script ",
    "open tags": "<a ",
    "attributes": "<p a=\"b'",
    "angle brackets": "<",
    "declarations": "<!doctype [",
    "sections": "<![CDATA[ x",
    "end tags": "<br></x>",
    "nested, text behind": "<div>x</b>",
    "list items": "<ul><li><div><li>",
    "paragraphs in bold": "<b><p>x",
    "entities": "&amp;&lt&#x;&#99999999;",
    "furniture": "<div class='related ads'>x",
    "authors": "<div itemprop=author>x",
    "titles": "<title>x",
    "line breaks": "<br>x",
    "line breaks in deep nesting": "<div><br>x",
    "paragraphs": "<p>x ",
    "quotation marks in tags": '<a x=">"',
    "blanks in a tag": "<p a        ",
    "many names": "<x-a><x-b></x-c>",
}


def _seconds(page: str) -> float:
    source = from_text(page, name="a.html")
    began = time.process_time()
    with suppress(EmptyInputError):
        list(read(source))
    return time.process_time() - began


@pytest.mark.parametrize("unit", TRAPS.values(), ids=TRAPS)
def test_time_is_linear(unit: str) -> None:
    """Four times the page takes about four times as long; a quadratic step would take sixteen."""
    small = min(_seconds("<p>a</p>" + unit * 2_500 + ">x") for _ in range(2))
    large = _seconds("<p>a</p>" + unit * 10_000 + ">x")
    assert large < max(0.3, 9 * small)


def test_short_boxes_beside_paragraphs_are_labels_but_credits_and_short_paragraphs_are_not() -> None:
    page = f"""<article><h1>H</h1><p>{PROSE}</p><div>Play video</div><div>Photo: AP</div><p>No more</p>
    <p>{PROSE}</p></article>"""
    assert _blocks(page)[2:5] == [(Kind.BOILERPLATE, "Play video"), ("", "Photo: AP"), ("", "No more")]


def test_a_link_among_the_prose_that_is_no_sentence_points_elsewhere() -> None:
    page = f"""<article><h1>H</h1><p>{PROSE}</p><p><a href=/x>How the fire began</a></p>
    <h2><a href=/y>Tolls rise</a></h2>
    <ul><li><a href=/z>Tides</a></li></ul><p>{PROSE}</p></article>"""
    kinds = [kind for kind, _ in _blocks(page)]
    assert kinds == [Kind.HEADLINE, "", Kind.BOILERPLATE, Kind.BOILERPLATE, Kind.BOILERPLATE, ""]


def test_a_list_above_the_text_is_of_bullets_and_a_subhead_below_the_headline_is_the_deck() -> None:
    page = f"""<article><h1>Ferry sails</h1><h2>Two years after the fire the rebuilt boat is back</h2>
    <ul><li>Islanders lined the pier</li></ul><p>{PROSE}</p></article>"""
    assert [kind for kind, _ in _blocks(page)] == [Kind.HEADLINE, Kind.DECK, Kind.BULLET, ""]


def test_the_topic_above_a_headline_in_one_element_is_its_kicker() -> None:
    page = f"""<meta property="og:title" content="Ferry sails again">
    <h1><span>Islands</span> <span>Ferry sails again</span></h1>
    <p>{PROSE}</p>"""
    assert _blocks(page)[:2] == [(Kind.METADATA, "Islands"), (Kind.HEADLINE, "Ferry sails again")]


def test_a_byline_is_known_by_its_class_above_the_text_only() -> None:
    page = f"""<article><h1>H</h1><p class=byline>By Ann Leroux</p><p>{PROSE}</p>
    <p class=author>Ann Leroux writes.</p></article>"""
    assert [kind for kind, _ in _blocks(page)] == [Kind.HEADLINE, Kind.BYLINE, "", ""]


def test_a_text_in_a_figure_is_a_caption_and_a_button_word_is_none() -> None:
    page = f"""<article><h1>H</h1><p>{PROSE}</p><figure><p>The Marigold leaves the harbour.</p><p>Enlarge</p></figure>
    <p>{PROSE}</p><p>{PROSE}</p></article>"""
    assert [kind for kind, _ in _blocks(page)][2:4] == [Kind.CAPTION, ""]
