"""What some articles look like, kept as text with the names of the styles; ``pytest --accept`` writes it anew."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import pytest

from newsparse.cli.screens.cells import Line
from newsparse.cli.views.cards import cards_of
from newsparse.cli.views.page import page
from newsparse.cli.views.sheet import Marks, sheet_on
from newsparse.pipeline import parse
from tests.cases import FIXTURES

CAPTURES = FIXTURES / "preview" / "captures"
OURS = {
    **{path.stem: path for path in (FIXTURES / "preview").glob("*.txt")},
    "ferry": FIXTURES / "articles" / "plain" / "bullets_and_caption_own_line.txt",
    "japanese": FIXTURES / "articles" / "plain" / "cjk_corner.ja.txt",
    "paste": FIXTURES / "articles" / "plain" / "page_paste_with_menus.txt",
}
PAGES = [(name, columns) for name in sorted(OURS) for columns in (40, 80)]


def named(lines: Iterable[Line]) -> str:
    """The lines with the style of each run before it: ``‹headline›Seal closes lane‹›``."""
    return "".join("".join(map(_run, *_runs(line))).rstrip() + "\n" for line in lines)


def _runs(line: Line) -> tuple[list[str], list[str]]:
    runs = [(style, "".join(text for text, _ in run)) for style, run in groupby(line, key=lambda piece: piece[1])]
    return [style for style, _ in runs], [text for _, text in runs]


def _run(style: str, text: str) -> str:
    return f"‹{style}›{text}‹›" if style else text


def check(name: str, found: str, *, accept: bool) -> None:
    path = CAPTURES / f"{name}.txt"
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "columns"), [*PAGES, ("ferry", 200), ("german", 200)])
def test_a_page_looks_as_it_did(name: str, columns: int, *, accept: bool) -> None:
    lines = page(parse(read(OURS[name])), sheet_on(columns, Marks(), drawn=True))
    check(f"{name}.{columns}", named(lines), accept=accept)


@pytest.mark.parametrize("name", ["ferry", "arabic"])
def test_a_page_in_a_pipe_looks_as_it_did(name: str, *, accept: bool) -> None:
    lines = page(parse(read(OURS[name])), sheet_on(80, Marks(), drawn=False))
    check(f"{name}.pipe", named(lines), accept=accept)


@pytest.mark.parametrize("columns", [40, 130])
def test_cards_look_as_they_did(columns: int, *, accept: bool) -> None:
    records = [parse(read(path), name=path.name) for _, path in sorted(OURS.items())]
    check(f"cards.{columns}", named(cards_of(records, sheet_on(columns, Marks(), drawn=True))), accept=accept)


def test_no_capture_is_left_over() -> None:
    kept = {f"{name}.{columns}.txt" for name, columns in [*PAGES, ("ferry", 200), ("german", 200), ("cards", 40)]}
    assert {path.name for path in CAPTURES.iterdir()} == kept | {"ferry.pipe.txt", "arabic.pipe.txt", "cards.130.txt"}
