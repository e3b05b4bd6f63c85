"""Markup of any origin: the allowed few elements stay, the text always does, nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.writers.markup import sanitised
from newsparse.writers.urls import safe_url
from tests.pace import grows_in_proportion
from tests.writers.payloads import HTML
from tests.writers.rendered import html

PIECES = st.lists(
    st.sampled_from(
        [
            "<b>",
            "</b>",
            "<a href='https://example.org'>",
            "</a>",
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "</tr>",
            "</table>",
            "<script>",
            "</script>",
            "<p>",
            "</p>",
            "x",
            "&lt;",
            "<",
            ">",
            "<!--",
            "-->",
            "<img src=x onerror=y>",
            '"',
            "<a href=javascript:x>",
            "<td/>",
            "<br>",
        ]
    ),
    max_size=25,
)

CASES = {
    'a <b class="x">b</b> <i>c</i>': "a <b>b</b> <i>c</i>",
    "<B>loud</B>": "<b>loud</b>",
    "<b>never closed": "<b>never closed</b>",
    "never opened</b>": "never opened",
    "<b><i>crossed</b> over</i>": "<b><i>crossed</i></b> over",
    "<p>one</p><p>two</p>": " one  two ",
    "<li>one<li>two": " one two",
    "5 < 6 &amp; 7 > 6": "5 &lt; 6 &amp; 7 &gt; 6",
    "a<!-- hidden -->b<?php x ?>c": "abc",
    "<style>p{}</style>x": "x",
    "<script>x": "",
    "<a href='/x?a=1&amp;b=2'>y</a>": '<a href="/x?a=1&amp;b=2">y</a>',
    "<a href=https://example.org/>y</a>": '<a href="https://example.org/">y</a>',
    '<a data-href="https://example.org">y</a>': "<a>y</a>",
    '<a href="#top">y</a>': "<a>y</a>",
    "<a href=x>y<a href=z>w</a></a>": '<a href="x">yw</a>',
    "<table><tr><td>1<td>2<tr><th>3</table>": "<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>",
    "<table><td><table><td>x</table>y</table>": "<table><td></td><td>xy</td></table>",
    "x<br/>y": "x<br>y",
    "<bdo dir=rtl>x</bdo><svg:a>y</svg:a>": "xy",
    "&#27;[2J&#x202e;x": "[2Jx",
    "line\nend": "line end",
}


@pytest.mark.parametrize("markup", CASES)
def test_markup_is_reduced_to_what_may_stand(markup: str) -> None:
    assert sanitised(markup) == CASES[markup]


@pytest.mark.parametrize("markup", CASES)
def test_what_is_clean_stays_as_it_is(markup: str) -> None:
    assert sanitised(sanitised(markup)) == sanitised(markup)


@pytest.mark.parametrize("payload", HTML)
def test_nothing_active_survives(payload: str) -> None:
    tree = html(f"<body>{sanitised(payload)}")
    assert {element.tag for element in tree.iter()} <= {"html", "head", "body", "a", "b"}
    assert not [name for element in tree.iter() for name in element.attrib if name != "href"]


@given(PIECES)
def test_any_markup_comes_out_well_nested_and_inert(pieces: list[str]) -> None:
    out = sanitised("".join(pieces))
    tree = html(f"<body><div>{out}</div><p id='after'>after</p>")
    assert [child.tag for child in tree.findall("./body/*")] in (["div", "p"], ["table", "div", "p"])
    assert {element.tag for element in tree.iter()}.isdisjoint({"script", "img"})
    assert "javascript" not in out.replace("&lt;", "")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "JavaScript:x",
        " javascript:x",
        "java\tscript:x",
        "java\u200bscript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
        "\x01javascript:x",
        "blob:x",
        "x:y",
        "#here",
        "",
        " ",
    ],
)
def test_an_address_that_could_do_harm_or_leads_nowhere_is_none(url: str) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("//example.org/x", "//example.org/x"),
        ("a b", "a%20b"),
        ("/x?y=a:b", "/x?y=a:b"),
        ('x"y', "x%22y"),
        ("/é", "/é"),
    ],
)
def test_other_addresses_are_kept(url: str, safe: str) -> None:
    assert safe_url(url) == safe


@pytest.mark.parametrize(
    "unit",
    ["<b>", "</b>", "<", "<a href='", '<a href="x" ', "<script>", "<!--", "<td>", "<table><tr><td>", "&", "<b></i>"],
)
def test_long_bad_markup_takes_time_in_proportion(unit: str) -> None:
    assert grows_in_proportion(lambda size: sanitised(unit * (size // len(unit))), 400_000)
