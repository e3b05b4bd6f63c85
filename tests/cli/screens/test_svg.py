"""The picture: text that stays text, nothing that loads or runs, the same bytes for the same article."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from newsparse.cli.screens.svg import picture
from newsparse.cli.views.page import page
from newsparse.cli.views.sheet import Marks, sheet_on
from newsparse.pipeline import parse
from newsparse.writers.clean import one_line
from tests.cases import FIXTURES
from tests.cli.conftest import ARTICLE, Here
from tests.texts import texts

ROOT = FIXTURES.parent
SVG = "{http://www.w3.org/2000/svg}"


def drawn(text: str, theme: str = "any") -> str:
    lines = list(page(parse(text, form="plain"), sheet_on(72, Marks(), drawn=True)))
    return "".join(picture(lines, theme=theme, title="x"))


def words(svg: str) -> list[ET.Element]:
    return ET.fromstring(svg).findall(f"{SVG}text")


def test_the_picture_of_the_readme_is_what_the_program_draws(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = here("preview", "fixtures/preview/lamp.txt", "--svg", "-")
    assert shown.out == Path("docs/preview.svg").read_text(encoding="utf-8"), "write it anew: docs/preview.md says how"
    assert "(docs/preview.svg)" in Path("README.md").read_text(encoding="utf-8")


def test_nothing_is_loaded_and_nothing_runs() -> None:
    svg = drawn(ARTICLE)
    assert re.findall(r"https?://[^\"]*", svg) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"url\(|@font-face|@import|<script|href|<image|foreignObject|\son\w+=", svg)


@settings(deadline=None)
@given(texts)
def test_any_article_gives_a_picture_that_has_its_text(text: str) -> None:
    record = parse(text, form="plain")
    lines = list(page(record, sheet_on(72, Marks(), drawn=True)))
    svg = "".join(picture(lines, theme="any", title=one_line(record.headline)))
    wanted = "".join(text for line in lines for text, style in line if style != "frame")
    assert _seen("".join(element.text or "" for element in words(svg))) == _seen(wanted)


def _seen(text: str) -> str:
    """Without spaces, marks of direction, and the signs of bars, which are drawn."""
    return "".join(c for c in text if not c.isspace() and c not in "\u200e\u200f█▏▎▍▌▋▊▉")


def test_markup_in_an_article_is_text() -> None:
    svg = drawn(ARTICLE.replace("in July", "in <script>alert(1)</script> & ]]> July"))
    assert "alert(1)</script>" in "".join(element.text or "" for element in words(svg)).replace(" ", "")
    assert "<script" not in svg


def test_the_same_article_gives_the_same_bytes() -> None:
    assert drawn(ARTICLE) == drawn(ARTICLE)


def test_a_theme_of_its_own_or_that_of_who_looks() -> None:
    assert "prefers-color-scheme:dark" in drawn(ARTICLE)
    assert "prefers-color-scheme" not in drawn(ARTICLE, "dark") + drawn(ARTICLE, "light")
    assert "#16181d" in drawn(ARTICLE, "dark")
    assert "#16181d" not in drawn(ARTICLE, "light")


def test_frames_are_drawn_and_their_title_is_text() -> None:
    svg = drawn(ARTICLE)
    assert svg.count('<path class="frame"') >= 4
    assert "Picture" in [element.text for element in words(svg)]


def test_blocks_in_an_article_stay_text() -> None:
    lines = [[("█ full", "")], [("│ of signs", "")]]
    assert [element.text for element in words("".join(picture(lines, theme="any", title="")))] == [
        "█ full",
        "│ of signs",
    ]


def test_what_runs_backwards_goes_on_to_the_left() -> None:
    svg = drawn((FIXTURES / "preview" / "arabic.txt").read_text(encoding="utf-8"))
    turned = [element for element in words(svg) if element.get("direction") == "rtl"]
    said = next(n for n, element in enumerate(turned) if "انتظرنا" in (element.text or ""))
    assert turned[said].get("class") == "speaker0"
    assert float(turned[said].get("x", "0")) < float(turned[said - 1].get("x", "0"))


def test_a_picture_is_written_where_it_is_wanted(here: Here, article: Path) -> None:
    assert here("preview", "article.txt", "--svg", "new/folder/a.svg").out == ""
    svg = Path("new/folder/a.svg").read_text(encoding="utf-8")
    assert ET.fromstring(svg).find(f"{SVG}title").text == "Harbour bridge to close for repairs"  # type: ignore[union-attr]
    cards = here("preview", "article.txt", "article.txt", "--svg", "-", "--width", "130").out
    assert cards.count(">article.txt<") == 2
    assert "<title>2 articles</title>" in cards


@pytest.mark.parametrize(
    ("file", "why"), [("article.txt", "is an input and would be overwritten"), (".", "is a folder; --svg takes a file")]
)
def test_an_input_or_a_folder_is_never_written_over(here: Here, article: Path, file: str, why: str) -> None:
    before = article.read_bytes()
    ended = here("preview", "article.txt", "--svg", file)
    assert (ended.code, article.read_bytes()) == (2, before)
    assert why in ended.err


def test_what_cannot_be_written_or_read_is_told(here: Here, article: Path) -> None:
    ended = here("preview", "article.txt", "--svg", "article.txt/a.svg")
    assert ended.code == 1
    assert "article.txt/a.svg" in ended.err
    ended = here("preview", "nope.txt", "--svg", "b.svg")
    assert (ended.code, Path("b.svg").exists()) == (1, False)
