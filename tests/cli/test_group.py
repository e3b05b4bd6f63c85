"""The first word: a command, a file, or a mistake that is told."""

import json
import sys
from pathlib import Path

import click
import pytest

import newsparse
from newsparse.cli.group import COMMANDS, group
from tests.cli.conftest import ARTICLE, Here, Process


def test_a_file_needs_no_command(here: Here, article: Path) -> None:
    assert json.loads(here("article.txt").out)["headline"] == "Harbour bridge to close for repairs"


def test_a_pipe_needs_no_words(here: Here) -> None:
    ended = here(stdin=ARTICLE.encode())
    assert json.loads(ended.out)["source"]["name"] == "-"


def test_an_option_means_convert(here: Here, article: Path) -> None:
    assert here("-t", "jsonl", "article.txt").code == 0


def test_a_mistyped_command_is_no_file(here: Here, folder: Path) -> None:
    ended = here("batc")
    assert (ended.code, ended.err) == (2, "newsparse: No such command or file 'batc'. Did you mean 'batch'?\n")


def test_a_word_like_nothing_we_know_gets_no_suggestion(here: Here, folder: Path) -> None:
    assert here("qqqqqq").err == "newsparse: No such command or file 'qqqqqq'.\n"


def test_a_command_wins_over_a_file_of_its_name(here: Here, folder: Path) -> None:
    (folder / "schema").write_text(ARTICLE, encoding="utf-8")
    assert "$schema" in here("schema").out


@pytest.mark.parametrize("words", [(), *((name,) for name in COMMANDS)])
def test_every_help_lists_the_exit_codes(here: Here, words: tuple[str, ...]) -> None:
    ended = here(*words, "--help")
    assert ended.code == 0
    assert "141  the reader of the output went away" in ended.out


def test_there_is_no_command_but_ours() -> None:
    context = click.Context(group)
    assert group.list_commands(context) == list(COMMANDS)
    assert group.get_command(context, "batc") is None


def test_the_version_is_told(here: Here) -> None:
    assert here("--version").out == f"newsparse {newsparse.__version__}\n"


def test_no_words_on_a_terminal_show_the_help(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.cli.group.is_terminal", lambda stream: stream is sys.stdin)
    ended = here()
    assert (ended.code, ended.out) == (2, "")
    assert "Usage: newsparse" in ended.err


def test_the_working_directory_is_not_imported(process: Process, article: Path, folder: Path) -> None:
    for name in ("json", "click", "rich", "yaml", "html"):
        (folder / f"{name}.py").write_text(f"raise SystemExit('{name} was imported')\n", encoding="utf-8")
    ended = process("article.txt", cwd=folder)
    assert (ended.code, ended.err) == (0, "")
