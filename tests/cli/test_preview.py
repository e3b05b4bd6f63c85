"""An article on the screen: plain in a pipe, safe on a terminal, text that stays text."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsparse.cli import pager
from newsparse.cli.screens.frames import DRAWN, TYPED
from newsparse.cli.screens.screen import Screen
from newsparse.cli.views.cast import shown_name
from newsparse.cli.views.page import page
from newsparse.cli.views.sheet import Marks, Sheet
from newsparse.model import BodyItem, Caption, Kind, Quote, Record, Speaker
from newsparse.pipeline import parse
from tests.cli.conftest import ARTICLE, COMMAND, UNCLOSED, Here, Process, environment


def shown(record: Record, *, screen: Screen | None = None, marks: Marks | None = None) -> str:
    screen = screen or Screen()
    sheet = Sheet(60, 60, signs=DRAWN if screen.colour else TYPED, marks=marks or Marks())
    return "".join(screen.written(page(record, sheet)))


def test_the_parts_of_an_article_are_shown_in_order(here: Here, article: Path) -> None:
    text = here("preview", "article.txt").out
    parts = [
        "Harbour bridge to close",
        "By Ada Quill - June 3, 2024",
        "published 2024-06-03",
        "PORT ELLERY",
        "“We waited",
        "[Caption] The harbour",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Ina Storm/Harbour Pictures" in " ".join(text.split())


def test_a_pipe_gets_neither_colours_nor_boxes(here: Here, article: Path) -> None:
    text = here("preview", "article.txt").out
    assert "\x1b" not in text
    assert "│" not in text


@pytest.mark.parametrize(("theme", "colour"), [("dark", "\x1b[94m"), ("light", "\x1b[34m"), ("any", "\x1b[34m")])
def test_speakers_have_colours_on_request(theme: str, colour: str) -> None:
    record = parse(ARTICLE)
    start = record.text.index("We waited")
    index = next(n for n, block in enumerate(record.blocks) if block.start <= start < block.end)
    speaker = Speaker("Mara Lindqvist", "she", None, 0, 0)
    quote = Quote("We waited", start, start + 9, "direct", speaker, None, 1, index)
    text = shown(_with_quotes(record, quote), screen=Screen(colour=True, theme=theme))
    assert f"{colour}We waited\x1b[0m" in text
    assert "Mara Lindqvist" in text
    assert "│ " in text


def _with_quotes(record: Record, *quotes: Quote) -> Record:
    from dataclasses import replace

    return replace(record, quotes=quotes)


def test_the_speaker_stands_below_the_words() -> None:
    record = parse(ARTICLE)
    start = record.text.index("We waited")
    index = next(n for n, block in enumerate(record.blocks) if block.start <= start < block.end)
    quote = Quote("We waited", start, start + 9, "direct", None, None, 1, index)
    marked = shown(_with_quotes(record, quote))
    assert "city engineer.\n    — speaker not known\n" in marked
    assert "—" not in shown(_with_quotes(record, quote), marks=Marks(quotes=False)).replace("ELLERY —", "")


def test_the_name_of_a_speaker_is_the_fullest_known() -> None:
    quote = Quote("x", 0, 1, "direct", Speaker(None, "the minister", None, 0, 0), None, 1, 0)
    assert shown_name(quote) == "the minister"


def test_captions_may_stay_unmarked(here: Here, article: Path) -> None:
    assert "[Caption]" not in here("preview", "article.txt", "--mark", "none").out


def test_a_caption_without_its_block_is_shown_as_it_stands() -> None:
    record = parse(ARTICLE)
    from dataclasses import replace

    assert "Ina Storm" in shown(replace(record, captions=()))
    credit = Caption(None, "Ina Storm", None, None, (), record.captions[0].start, record.captions[0].end)
    assert "[Caption] (Ina Storm)" in shown(replace(record, captions=(credit,)))


def test_lists_headings_and_quoted_passages_have_their_shape() -> None:
    from dataclasses import replace

    kinds = [Kind.BLOCKQUOTE, Kind.HEADING, Kind.LIST_ITEM, Kind.LIST_ITEM]
    body = tuple(BodyItem(kind, f"{kind} {n}") for n, kind in enumerate(kinds))
    text = shown(replace(parse(ARTICLE), body=body, blocks=(), bullets=("a point",), deck="a deck"))
    assert "a deck\n" in text
    assert "    blockquote 0\n\nheading 1\n\n  * list_item 2\n  * list_item 3\n" in text
    assert "\n  * a point\n" in text


def test_markup_is_text(here: Here, folder: Path) -> None:
    odd = "[bold]x[/bold] [/] [link=http://a.b]c[/link] :smile: \\[red]"
    Path("a.txt").write_text(ARTICLE.replace("in July", odd), encoding="utf-8")
    assert odd in " ".join(here("preview", "a.txt", "--width", "400").out.split())


def test_no_control_character_reaches_the_screen(here: Here, folder: Path) -> None:
    evil = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e\U000e0041\x08"
    Path("a.txt").write_text(ARTICLE.replace("in July", evil).replace("Harbour", "Har" + evil), encoding="utf-8")
    ended = here("preview", "a.txt", "--color", "always")
    left = [c for c in ended.out.replace("\x1b[", "") if c != "\n" and not c.isprintable()]
    assert left == []
    assert "owned" in ended.out


@pytest.mark.parametrize("columns", ["0", "-1", "x", "1", "10"])
def test_odd_terminals_are_survived(here: Here, folder: Path, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    Path("a.txt").write_text(ARTICLE + "\n田中さん 👩‍👩‍👧‍👦 " * 50, encoding="utf-8")
    assert here("preview", "a.txt").code == 0


def _on_a_terminal(*words: str, pager_command: str, code: int = 0, env: Mapping[str, str] | None = None) -> str:
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 100, 80, 0, 0))  # room for all: less leaves at once
    with Path("/dev/null").open("rb") as null:
        import subprocess

        variables = environment({"PAGER": pager_command, **(env or {})})
        child = subprocess.Popen([*COMMAND, *words], stdin=null, stdout=slave, stderr=slave, env=variables)
    os.close(slave)
    seen = b""
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
    os.close(master)
    assert child.wait(30) == code
    return seen.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="terminals as Unix has them")
@pytest.mark.parametrize(("command", "mark"), [("sed s/^/paged:/", "paged:"), ("no-such-pager-here", ""), ("'", "")])
def test_a_terminal_gets_colours_and_a_pager(article: Path, command: str, mark: str) -> None:
    assert f"{mark}  \x1b[1mHarbour bridge" in _on_a_terminal("preview", "article.txt", pager_command=command)


def test_no_pager_no_pager(article: Path) -> None:
    assert "paged:" not in _on_a_terminal("preview", "--no-pager", "article.txt", pager_command="sed s/^/paged:/")


def test_a_pager_that_is_left_early_is_no_fault(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", "true")
    pager.show(["line\n" * 1000] * 1000, paged=True)
    monkeypatch.setenv("PAGER", "   ")
    pager.show(["unpaged\n"], paged=True)
    assert capfd.readouterr() == ("unpaged\n", "")


@pytest.mark.parametrize(
    ("pager_command", "words"),
    [
        (None, ["less", "-R"]),
        ("less", ["less", "-R"]),
        ("/usr/bin/less -i", ["/usr/bin/less", "-R", "-i"]),
        ("more -f", ["more", "-f"]),
    ],
)
def test_less_is_told_to_show_colours(
    monkeypatch: pytest.MonkeyPatch, pager_command: str | None, words: list[str]
) -> None:
    if pager_command is None:
        monkeypatch.delenv("PAGER", raising=False)
    else:
        monkeypatch.setenv("PAGER", pager_command)
    assert pager._words() == words


def test_no_pager_opens_where_there_is_nothing_to_read(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAGER", "echo opened")
    pager.show([], paged=True)
    assert capfd.readouterr().out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="terminals as Unix has them")
def test_messages_wait_until_the_pager_has_ended(article: Path) -> None:
    Path("b.txt").write_text(UNCLOSED, encoding="utf-8")
    seen = _on_a_terminal("preview", "nope.txt", "b.txt", pager_command="sed $a--end--", code=1)
    told = seen.split("--end--")[1]
    assert "nope.txt: no such file" in told
    assert "never closed" in told


def test_a_file_is_named_without_harm(here: Here, article: Path) -> None:
    if sys.platform != "win32":
        Path("\x1b[2Jb\u202e.txt").write_text(ARTICLE, encoding="utf-8")
        shown = here("preview", "article.txt", "\x1b[2Jb\u202e.txt").out
        assert "[2Jb.txt" in shown
        assert not set(shown) & set("\x1b\u202e")


@pytest.mark.parametrize(
    ("environ", "words", "coloured"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, (), False),
        ({"TERM": "dumb"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colours_and_boxes_come_together_in_a_pipe(
    process: Process, article: Path, environ: dict[str, str], words: tuple[str, ...], *, coloured: bool
) -> None:
    shown = process("preview", "article.txt", *words, env=environ).out
    assert ("\x1b[" in shown, "│" in shown) == (coloured, coloured)


@pytest.mark.skipif(sys.platform == "win32", reason="terminals as Unix has them")
@pytest.mark.parametrize(("name", "value", "boxes"), [("NO_COLOR", "1", True), ("TERM", "dumb", False)])
def test_a_terminal_without_colours_has_boxes_unless_it_is_dumb(
    article: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, *, boxes: bool
) -> None:
    seen = _on_a_terminal("preview", "article.txt", pager_command="cat", env={name: value})
    assert ("│" in seen, "\x1b" in seen) == (boxes, False)


def test_documents_are_parted(here: Here, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = parse(ARTICLE)
    monkeypatch.setattr("newsparse.pipeline.parse_source", lambda *_, **__: iter([record, record]))
    assert "\n* * *\n\nHarbour bridge" in here("preview", "article.txt").out


def test_a_long_article_is_shown_whole(here: Here, folder: Path) -> None:
    Path("a.txt").write_text(ARTICLE + "\nThe ferries went out and came back in the evening.\n" * 400, encoding="utf-8")
    text = " ".join(here("preview", "a.txt").out.split())
    assert text.count("came back in the evening") == 400


def test_without_a_file_a_terminal_gets_the_help(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.cli.preview.is_terminal", lambda _: True)
    ended = here("preview")
    assert (ended.code, ended.out) == (2, "")
    assert "--mark" in ended.err


def test_a_missing_file_is_told(process: Process, folder: Path) -> None:
    ended = process("preview", "nope.txt")
    assert (ended.code, ended.out, ended.err) == (1, "", "newsparse: nope.txt: no such file\n")


def test_a_record_read_from_json_without_its_text_is_shown_whole(here: Here, article: Path) -> None:
    article.write_text(
        "Tolls to rise\n\n• From Monday\n\nThe toll will rise on Monday, the city said.\n", encoding="utf-8"
    )
    Path("record.json").write_text(here("article.txt").out, encoding="utf-8")
    assert here("preview", "record.json").out == here("preview", "article.txt").out
