"""A file is there whole or not at all."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsparse import atomic
from newsparse.atomic import sweep, write_whole


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_chunks_are_in_the_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", ["one ", "zwölf"])
    assert (tmp_path / "a.txt").read_bytes() == "one zwölf".encode()
    assert names_in(tmp_path) == ["a.txt"]


def test_nothing_stays_of_a_text_that_breaks_off(tmp_path: Path) -> None:
    def chunks() -> Iterator[str]:
        yield "one "
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("before", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.txt", chunks())
    assert names_in(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "before"


def test_a_link_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("precious", encoding="utf-8")
    (tmp_path / "a.txt").symlink_to("victim")
    write_whole(tmp_path / "a.txt", ["new"])
    assert (tmp_path / "victim").read_text(encoding="utf-8") == "precious"
    assert not (tmp_path / "a.txt").is_symlink()


def test_what_the_dead_left_is_swept_and_the_rest_is_not(tmp_path: Path) -> None:
    for name in (".newsparse-1-0.tmp", ".hidden.tmp", "a.tmp"):
        (tmp_path / name).write_text("", encoding="utf-8")
    sweep(tmp_path)
    assert names_in(tmp_path) == [".hidden.tmp", "a.tmp"]


def test_what_the_living_write_is_not_swept(tmp_path: Path) -> None:
    def chunks() -> Iterator[str]:
        yield "one"
        subprocess.run(
            [
                sys.executable,
                "-c",
                f"from pathlib import Path; from newsparse.atomic import *; sweep(Path({str(tmp_path)!r}))",
            ],
            check=True,
        )
        yield "two"

    write_whole(tmp_path / "a.txt", chunks())
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "onetwo"


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "_numbers", iter([1, 2]))
    (tmp_path / f".newsparse-{os.getpid()}-1.tmp").write_text("theirs", encoding="utf-8")
    write_whole(tmp_path / "a.txt", ["ours"])
    assert (tmp_path / f".newsparse-{os.getpid()}-1.tmp").read_text(encoding="utf-8") == "theirs"


def test_a_file_that_was_swept_before_its_lock_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locks: list[int] = []

    def swept_once(descriptor: int, *, wait: bool) -> bool:
        if not locks:
            next(tmp_path.iterdir()).unlink()
        locks.append(descriptor)
        return True

    monkeypatch.setattr(atomic, "_lock", swept_once)
    write_whole(tmp_path / "a.txt", ["ours"])
    assert (len(locks), names_in(tmp_path)) == (2, ["a.txt"])


def test_without_locks_nothing_is_called_an_orphan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refused)
    write_whole(tmp_path / "a.txt", ["ours"])
    (tmp_path / ".newsparse-1-0.tmp").write_text("half", encoding="utf-8")
    sweep(tmp_path)
    assert names_in(tmp_path) == [".newsparse-1-0.tmp", "a.txt"]


def test_a_folder_that_is_not_there_is_no_fault_of_the_sweeper(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere")
