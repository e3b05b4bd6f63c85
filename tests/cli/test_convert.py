"""Files or the standard input -> one output; what is wrong is told on one line."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, UNCLOSED, Here, names_in


def test_json_is_one_line_in_a_pipe(here: Here, article: Path) -> None:
    assert here("article.txt").out.count("\n") == 1


def test_json_is_indented_on_request(here: Here, article: Path) -> None:
    assert here("article.txt", "--indent").out.startswith('{\n  "schema_version"')


def test_the_name_of_the_output_gives_the_format(here: Here, article: Path) -> None:
    assert here("article.txt", "-o", "new/folder/article.md").code == 0
    assert "Harbour bridge" in Path("new/folder/article.md").read_text(encoding="utf-8")


def test_an_unknown_ending_is_told(here: Here, article: Path) -> None:
    ended = here("article.txt", "-o", "out.xyz")
    expected = "newsparse: cannot tell the format from 'out.xyz'; use --to (json, jsonl, markdown, html, ...)\n"
    assert (ended.code, ended.err) == (2, expected)


def test_several_files_follow_one_another(here: Here, article: Path) -> None:
    lines = here("article.txt", "article.txt", "-t", "jsonl").out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["article.txt", "article.txt"]


def test_what_is_wrong_with_an_input_is_told_on_a_line(here: Here, article: Path) -> None:
    Path("empty.txt").write_bytes(b" \n")
    Path("photo.jpg").write_bytes(b"abcd\0ef")
    ended = here("convert", "notes.txt", "photo.jpg", "empty.txt", "article.txt")
    assert ended.code == 1
    assert ended.err.splitlines() == [
        "newsparse: notes.txt: no such file",
        "newsparse: photo.jpg: not text (NUL byte at offset 4); newsparse reads text and HTML",
        "newsparse: empty.txt: no article text",
    ]
    assert json.loads(ended.out)["source"]["name"] == "article.txt"


def test_convert_without_a_file_reads_a_pipe_but_no_terminal(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    assert json.loads(here("convert", stdin=ARTICLE.encode()).out)["source"]["name"] == "-"
    assert json.loads(here("-t", "json", "-o", "-", stdin=ARTICLE.encode()).out)["headline"]
    monkeypatch.setattr("newsparse.cli.convert.is_terminal", lambda _: True)
    ended = here("convert")
    assert (ended.code, ended.out) == (2, "")
    assert "Usage: newsparse convert" in ended.err


def test_a_folder_is_for_batch(here: Here, folder: Path) -> None:
    assert here("convert", ".").err == "newsparse: .: is a folder; use newsparse batch\n"


def test_nothing_is_written_where_nothing_was_read(here: Here, folder: Path) -> None:
    assert here("convert", "nope.txt", "-o", "out.json").code == 1
    assert names_in(".") == []


def test_the_standard_input_stands_alone(here: Here, article: Path) -> None:
    assert here("-", "article.txt").code == 2


def test_an_output_is_no_input(here: Here, article: Path) -> None:
    ended = here("article.txt", "-t", "json", "-o", "./article.txt")
    assert (ended.code, ended.err) == (
        2,
        "newsparse: article.txt is an input and would be overwritten; choose another --output\n",
    )
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_an_output_is_no_folder(here: Here, article: Path) -> None:
    assert here("article.txt", "-t", "json", "-o", ".").code == 2


def test_an_output_is_replaced_and_keeps_its_permissions(here: Here, article: Path) -> None:
    out = Path("out.json")
    out.write_text("old", encoding="utf-8")
    out.chmod(0o600)
    assert here("article.txt", "-o", "out.json").code == 0
    assert json.loads(out.read_text(encoding="utf-8"))
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_link_stays_a_link(here: Here, article: Path) -> None:
    Path("out.json").symlink_to("real.json")
    assert here("article.txt", "-o", "out.json").code == 0
    assert Path("out.json").is_symlink()
    assert json.loads(Path("real.json").read_text(encoding="utf-8"))


def test_a_device_is_written_to_and_not_replaced(here: Here, article: Path) -> None:
    assert here("article.txt", "-t", "json", "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def test_an_output_that_cannot_be_is_told(here: Here, article: Path) -> None:
    ended = here("article.txt", "-o", "article.txt/out.json")
    assert ended.code == 1
    assert ended.err.startswith("newsparse: article.txt/out.json: ")


def test_a_warning_names_the_place(here: Here, folder: Path) -> None:
    Path("story.txt").write_text(UNCLOSED, encoding="utf-8")
    ended = here("story.txt")
    assert ended.code == 0
    assert ended.err.startswith("story.txt:11:")
    assert ": warning: " in ended.err


def test_a_warning_about_a_line_has_no_column(here: Here, folder: Path) -> None:
    Path("story.txt").write_text(ARTICLE.replace("city said", "city\x07 said"), encoding="utf-8")
    assert here("story.txt").err.startswith("story.txt:7: warning: control characters")


def test_strict_makes_warnings_count_and_quiet_leaves_them_out(here: Here, folder: Path) -> None:
    Path("story.txt").write_text(ARTICLE.replace("city said", "city\x07 said"), encoding="utf-8")
    ended = here("story.txt", "--strict", "-q")
    assert (ended.code, ended.err) == (3, "")
    assert json.loads(ended.out)


def test_a_guessed_encoding_is_a_warning(here: Here, folder: Path) -> None:
    Path("old.txt").write_bytes(ARTICLE.replace("“", '"').replace("”", '"').replace("Ada", "Zoé").encode("cp1252"))
    ended = here("old.txt")
    assert ended.err.startswith("newsparse: old.txt: warning: not UTF-8 at byte ")
    assert "read as Windows-1252 (use --encoding to choose)" in ended.err
    assert here("old.txt", "--encoding", "cp1252").err == ""


@pytest.mark.parametrize(
    "words",
    [
        ("--encoding", "nonesuch"),
        ("--encoding", "rot13"),
        ("--lang", "not a tag"),
        ("--fields", "headlin"),
        ("-t", "nonesuch"),
        ("-f", "nonesuch"),
        ("--max-bytes", "0"),
        ("--nonesuch",),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(here: Here, article: Path, words: tuple[str, ...]) -> None:
    ended = here("article.txt", *words)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith("newsparse: ")


def test_fields_are_picked(here: Here, article: Path) -> None:
    assert list(json.loads(here("article.txt", "--fields", "headline, quotes,+text").out)) == [
        "headline",
        "quotes",
        "text",
    ]


def test_a_file_over_the_limit_is_refused(here: Here, article: Path) -> None:
    assert here("article.txt", "--max-bytes", "10").code == 1
    assert here("-", "--max-bytes", "10", stdin=b"more than ten bytes").code == 1


def test_a_name_cannot_steer_the_terminal(here: Here, folder: Path) -> None:
    ended = here("convert", "\x1b]0;owned\x07\n.txt")
    assert ended.err == "newsparse: \\x1b]0;owned\\x07\\n.txt: no such file\n"


def test_a_name_that_is_no_unicode_is_kept_readable(here: Here, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text(ARTICLE, encoding="utf-8")
    assert json.loads(here(name).out)["source"]["name"] == "caf\ufffd.txt"


def test_a_fault_of_ours_is_words_and_debug_shows_where(
    here: Here, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("gone")

    monkeypatch.setattr("newsparse.pipeline.parse_source", broken)
    ended = here("article.txt")
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "internal error (KeyError('gone'))" in ended.err
    assert "Traceback" in here("article.txt", "--debug").err


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_want_of_memory_is_told_in_words(
    here: Here, article: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("newsparse.pipeline.parse_source", broken)
    ended = here("article.txt")
    assert ended.code == 1
    assert ended.err in (
        "newsparse: article.txt: not enough memory to read it\n",
        "newsparse: article.txt: nested too deeply\n",
    )
