"""Real processes and real streams: closed, full, cut off, slow; signals."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsparse.cli import streams
from tests.cli.conftest import ARTICLE, COMMAND, Process, environment, names_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals as Unix has them")


@pytest.fixture
def long_article(folder: Path) -> Path:
    path = folder / "long.txt"
    paragraph = "The ferries ran as they always had, and the people on the quay watched them go out and come back.\n\n"
    path.write_text(ARTICLE + "\n" + paragraph * 3000, encoding="utf-8")
    return path


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_ends_us_in_silence(long_article: Path, unbuffered: str) -> None:
    command = [*COMMAND, str(long_article)]
    env = environment({"PYTHONUNBUFFERED": unbuffered})
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(100)
        process.stdout.close()
        assert process.wait(30) == 141
        assert process.stderr.read() == b""


def test_every_byte_reaches_a_slow_reader_without_buffers(process: Process, long_article: Path) -> None:
    ended = process(long_article, env={"PYTHONUNBUFFERED": "1"})
    assert len(json.loads(ended.out)["body"]) > 3000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", [("article.txt",), ("--help",)])
def test_a_full_disk_is_told_once(process: Process, article: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = process(*words, stdout=full)
    assert (ended.code, ended.err) == (1, "newsparse: standard output: no space left on the device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_told_even_at_the_end(process: Process, article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = process("article.txt", "-t", "markdown", stdout=full)
        stream = process("batch", "article.txt", "-t", "jsonl", stdout=full)
    assert (ended.code, ended.err) == (1, "newsparse: standard output: no space left on the device\n")
    assert (stream.code, stream.err) == (1, "newsparse: standard output: no space left on the device\n")


@pytest.mark.parametrize("buffering", [0, -1])
def test_a_pipe_that_does_not_wait_gets_every_byte(buffering: int) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    data = bytes(range(256)) * 2000
    with open(reading, "rb") as source, ThreadPoolExecutor(1) as pool:  # noqa: PTH123  a descriptor has no Path
        seen = pool.submit(source.read)
        with open(writing, "wb", buffering=buffering) as stream:  # noqa: PTH123
            streams._write_all(stream, data)
            os.set_blocking(writing, True)
        assert seen.result(10) == data


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert not streams.is_terminal(stream)
    assert not streams.is_terminal(None)


@pytest.mark.parametrize(
    ("env", "choice", "expected"),
    [
        ({}, "auto", False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
    ],
)
def test_who_decides_on_colour(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], choice: streams.Colour, *, expected: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert streams.wants_colour(io.StringIO(), choice) is expected


def _with_closed(redirection: str, *words: str) -> tuple[int, str, str]:
    script = f'exec "$@" {redirection}'
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *COMMAND, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env=environment(),
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_closed_standard_input_is_not_missed(article: Path) -> None:
    code, out, err = _with_closed("<&-", "article.txt")
    assert (code, err) == (0, "")
    assert out


def test_a_closed_standard_input_cannot_be_read(article: Path) -> None:
    assert _with_closed("<&-", "-") == (1, "", "newsparse: standard input: closed\n")


def test_a_closed_standard_output_is_told(article: Path) -> None:
    assert _with_closed(">&-", "article.txt") == (1, "", "newsparse: standard output is closed\n")


def test_a_closed_standard_error_is_no_hindrance(article: Path) -> None:
    code, out, _ = _with_closed("2>&-", "convert", "article.txt", "nope.txt")
    assert code == 1
    assert json.loads(out)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_us_with_its_code_and_no_word(folder: Path, number: int, code: int) -> None:
    command = [*COMMAND, "-", "-o", "out.json"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        _wait_until_it_reads(process.pid)
        process.send_signal(number)
        assert process.wait(10) == code
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert names_in(".") == []


def _wait_until_it_reads(pid: int) -> None:
    """Wait till the process sleeps in a read; where the system does not tell, some time."""
    state = Path(f"/proc/{pid}/wchan")
    for _ in range(100):
        time.sleep(0.05)
        try:
            if "pipe" in state.read_text(encoding="ascii"):
                break
        except OSError:
            time.sleep(0.02)
    time.sleep(0.1)


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}],
)
def test_the_locale_changes_no_byte(process: Process, article: Path, env: dict[str, str]) -> None:
    assert process("article.txt", env=env).out == process("article.txt").out
