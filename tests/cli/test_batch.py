"""Folders of articles -> a folder of outputs, with messages, a report and a last line."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsparse.model import Note
from tests.cli.conftest import ARTICLE, COMMAND, Here, Process, environment, names_in


@pytest.fixture
def articles(folder: Path) -> Path:
    (folder / "in/x").mkdir(parents=True)
    for name in ("in/a.txt", "in/b.txt", "in/x/c.txt"):
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    return folder / "in"


def test_a_folder_becomes_a_folder(here: Here, articles: Path) -> None:
    ended = here("batch", "in", "-o", "out")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("3 written, 0 failed, 0 skipped in ")
    assert json.loads(Path("out/x/c.json").read_text(encoding="utf-8"))["source"]["name"] == "x/c.txt"


def test_quiet_says_nothing(here: Here, articles: Path) -> None:
    assert here("batch", "in", "-o", "out", "-q", "-j", "4", "-t", "markdown").err == ""
    assert Path("out/a.md").exists()


def test_a_failed_input_is_told_and_counted(here: Here, articles: Path) -> None:
    (articles / "aa.txt").write_bytes(b"")
    ended = here("batch", "in", "-o", "out")
    assert ended.code == 1
    assert ended.err.startswith("newsparse: in/aa.txt: no article text\n3 written, 1 failed, 0 skipped")


def test_fail_fast_stops(here: Here, articles: Path) -> None:
    (articles / "aa.txt").write_bytes(b"")
    assert "1 written, 1 failed" in here("batch", "in", "-o", "out", "--fail-fast").err


def test_clashes_are_told_before_anything_is_written(here: Here, articles: Path) -> None:
    (articles / "a.html").write_text(ARTICLE, encoding="utf-8")
    ended = here("batch", "in", "-o", "out")
    assert ended.code == 2
    assert ended.err.splitlines() == [
        "newsparse: in/a.html and in/a.txt would both write out/a.json; use --keep-suffix",
        "newsparse: nothing was written; also waiting: in/b.txt, in/x/c.txt",
    ]
    assert not Path("out").exists()


def test_existing_outputs_are_told(here: Here, articles: Path) -> None:
    here("batch", "in", "-o", "out")
    ended = here("batch", "in", "-o", "out")
    assert (ended.code, ended.err.splitlines()[0]) == (
        2,
        "newsparse: out/a.json exists; use --force or --skip-existing",
    )
    assert "0 written, 0 failed, 3 skipped" in here("batch", "in", "-o", "out", "--skip-existing").err
    assert "3 written, 0 failed, 0 skipped" in here("batch", "in", "-o", "out", "--force").err


def test_many_existing_outputs_are_not_all_listed(here: Here, articles: Path) -> None:
    for number in range(40):
        (articles / f"n{number}.txt").write_text(ARTICLE, encoding="utf-8")
    here("batch", "in", "-o", "out")
    lines = here("batch", "in", "-o", "out").err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "newsparse: ... and 23 more"


def test_a_dry_run_writes_nothing(here: Here, articles: Path) -> None:
    ended = here("batch", "in", "nope", "-o", "out", "-n", "--report", "report.jsonl")
    assert ended.out.splitlines() == ["in/a.txt -> out/a.json", "in/b.txt -> out/b.json", "in/x/c.txt -> out/x/c.json"]
    assert (ended.code, ended.err) == (1, "newsparse: nope: no such file\n")
    assert names_in(".") == ["in"]


def test_the_report_has_a_line_an_input(here: Here, articles: Path) -> None:
    (articles / "aa.txt").write_bytes(b"")
    here("batch", "in", "-o", "out", "--report", "report.jsonl")
    lines = [json.loads(line) for line in Path("report.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["input"], line["output"], line["status"], line["error"]) for line in lines] == [
        ("in/a.txt", "out/a.json", "written", None),
        ("in/aa.txt", None, "failed", "no article text"),
        ("in/b.txt", "out/b.json", "written", None),
        ("in/x/c.txt", "out/x/c.json", "written", None),
    ]


def test_a_list_of_paths_comes_from_the_standard_input(here: Here, articles: Path) -> None:
    assert "2 written" in here("batch", "-", "-o", "out", stdin=b"in/a.txt\nin/x/c.txt\n").err
    assert "2 written" in here("batch", "-", "-0", "-o", "out2", stdin=b"in/a.txt\0in/b.txt\0").err


def test_jsonl_without_a_folder_is_one_stream(here: Here, articles: Path) -> None:
    (articles / "aa.txt").write_bytes(b"")
    ended = here("batch", "in", "-t", "jsonl")
    assert [json.loads(line)["source"]["name"] for line in ended.out.splitlines()] == [
        "in/a.txt",
        "in/b.txt",
        "in/x/c.txt",
    ]
    assert (ended.code, ended.err.splitlines()[0]) == (1, "newsparse: in/aa.txt: no article text")
    assert here("batch", "in", "-t", "jsonl", "-n").out.splitlines()[0] == "in/a.txt -> -"


@pytest.mark.parametrize(
    "words",
    [
        ("in",),
        ("-o", "out"),
        ("in", "-o", "out", "--force", "--skip-existing"),
        ("in", "-o", "out", "--glob", "*.nothing"),
        ("in", "-t", "jsonl", "--glob", "*.nothing"),
        ("in", "-o", "in/a.txt"),
        ("in", "-o", "in/a.txt/out"),
        ("in", "-", "-o", "out"),
        ("in", "-o", "out", "-t", "nonesuch"),
        ("in", "-o", "out", "-j", "0"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(here: Here, articles: Path, words: tuple[str, ...]) -> None:
    ended = here("batch", *words)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith("newsparse: ")


def test_a_full_disk_stops_the_run(here: Here, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("newsparse.work.write_whole", full)
    ended = here("batch", "in", "-o", "out")
    assert ended.code == 1
    assert ended.err.splitlines()[:2] == [
        "newsparse: in/a.txt: cannot be written: no space left on the device",
        "newsparse: stopped: the output cannot be written",
    ]


def test_a_fault_of_ours_shows_where_on_request(here: Here, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("gone")

    monkeypatch.setattr("newsparse.pipeline.parse_source", broken)
    assert "Traceback" not in here("batch", "in", "-o", "out").err
    assert "Traceback" in here("batch", "in", "-o", "out", "--debug").err


def test_a_bad_line_of_an_input_is_an_error_with_its_place(here: Here, folder: Path) -> None:
    from newsparse.cli.messages import Reports

    reports = Reports(colour="always")
    reports.note("feed.jsonl", Note("bad-line", "not JSON: expecting ','; line skipped", 17, 88))
    reports.note("feed.jsonl", Note("layout", "no warning at all"))
    reports.failed_because("feed.jsonl", "worse", 18)
    assert reports.exit_code == 1
    assert here("schema").err == (
        "feed.jsonl:17:88: \x1b[31merror:\x1b[0m not JSON: expecting ','; line skipped\n"
        "feed.jsonl:18: \x1b[31merror:\x1b[0m worse\n"
    )


def test_a_report_that_cannot_be_written_is_told(here: Here, articles: Path) -> None:
    ended = here("batch", "in", "-o", "out", "--report", "in")
    assert (ended.code, ended.err) == (1, "newsparse: in: is a folder; use newsparse batch\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_between_files(articles: Path, number: int, code: int) -> None:
    for copy in range(1500):
        (articles / f"n{copy}.txt").write_text(ARTICLE, encoding="utf-8")
    command = [*COMMAND, "batch", "in", "-o", "out", "-q"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment()) as process:
        while not Path("out").exists() or len(names_in("out")) < 5:
            assert process.poll() is None
            time.sleep(0.005)
        process.send_signal(number)
        assert process.wait(10) == code
        assert process.stderr is not None
        assert process.stderr.read() == b""
    written = names_in("out")
    assert 5 <= len(written) < 1502
    assert not [name for name in written if name.endswith(".tmp")]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits as Unix has them")
def test_a_file_size_limit_leaves_no_cut_file(articles: Path) -> None:
    script = 'ulimit -f 0; exec "$@"'
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *COMMAND, "batch", "in", "-o", "out"],
        capture_output=True,
        env={name: value for name, value in environment().items() if not name.startswith("COV")},
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert b"in/a.txt: file too large" in done.stderr
    assert [path for path in Path("out").rglob("*") if path.is_file()] == []


def test_progress_is_shown_where_a_person_looks(here: Here, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.cli.tally.is_terminal", lambda _: True)
    monkeypatch.setattr("newsparse.cli.tally._EVERY", -1.0)
    err = here("batch", "in", "-o", "out").err
    assert "\r1/3\r   \r" in err
    assert err.split("\r")[-1].startswith("3 written")


def test_a_warning_is_told_and_strict_makes_it_count(here: Here, articles: Path) -> None:
    (articles / "a.txt").write_text(ARTICLE.replace("city said", "city\x07 said"), encoding="utf-8")
    ended = here("batch", "in", "-o", "out", "--strict")
    assert ended.code == 3
    assert ended.err.count("warning") == 1


def test_names_of_all_kinds_are_converted(process: Process, articles: Path) -> None:
    odd = [b"new\nline.txt", b"-rf.txt", b"caf\xe9.txt", b"x" * 250 + b".txt", b"[bold].txt", b"dot..txt"]
    for name in odd:
        (articles / os.fsdecode(name)).write_text(ARTICLE, encoding="utf-8")
    ended = process("batch", "in", "-o", "out", "-q", "--report", "report.jsonl", cwd=articles.parent)
    assert (ended.code, ended.err) == (0, "")
    assert len(names_in("out")) == 2 + len(odd) + 1


def test_a_summary_tells_what_a_folder_holds(here: Here, articles: Path) -> None:
    (articles / "d.html").write_text("<article><h1>A heading here</h1><p>Some words, and more of them.</p></article>")
    ended = here("batch", "in", "--summary")
    assert ended.err.startswith("4 read, 0 failed in ")
    lines = ended.out.splitlines()
    assert lines[0] == "4 documents"
    assert lines[1].split() == ["form", "plain", "3", "75", "%"]
    assert lines[2].split() == ["html", "1", "25", "%"]
    assert any(line.split()[:2] == ["quotes", "3"] for line in lines)
    assert names_in(".") == ["in"]
    assert here("batch", "in", "--summary", "-o", "out").out == ended.out
    streamed = here("batch", "in", "--summary", "-t", "jsonl")
    assert len(streamed.out.splitlines()) == 4
    assert ended.out in streamed.err
    assert here("batch", "nope*", "--summary").code == 1
    assert here("batch", "in", "--summary", "--glob", "*.nothing").code == 2


def test_many_failures_are_told_once_more_by_reason(here: Here, articles: Path) -> None:
    for number in range(5):
        (articles / f"e{number}.txt").write_bytes(b"")
    (articles / "f.txt").write_bytes(b"12345\0")
    ended = here("batch", "in", "-o", "out")
    assert ended.err.splitlines()[6:-1] == [
        "6 failed:",
        "      5  no article text: in/e0.txt, in/e1.txt, in/e2.txt, ...",
        "      1  not text (NUL byte at offset 5); newsparse reads text and HTML: in/f.txt",
    ]


def test_progress_tells_rate_and_time_left() -> None:
    from newsparse.cli.messages import Reports
    from newsparse.cli.tally import Tally

    tally = Tally(None, 400, Reports())
    tally._counts["written"] = 100
    assert tally._line(1.0) == "100/400"
    assert tally._line(50.0) == "100/400, 2/s, 2:30 left"


def test_a_crew_gives_the_same_as_one(process: Process, articles: Path) -> None:
    for number in range(220):
        (articles / f"n{number:03}.txt").write_text(ARTICLE.replace("six", str(number)), encoding="utf-8")
    for jobs in "12":
        ended = process("batch", "in", "-o", f"out{jobs}", "-j", jobs, cwd=articles.parent)
        assert (ended.code, ended.err.split(" in ")[0]) == (0, "223 written, 0 failed, 0 skipped")
    trees = [
        {path.relative_to(out): path.read_bytes() for path in Path(out).rglob("*") if path.is_file()}
        for out in ("out1", "out2")
    ]
    assert trees[0] == trees[1]
    assert len(trees[0]) == 223
    streams = [process("batch", "in", "-t", "jsonl", "-j", jobs, cwd=articles.parent).out for jobs in "12"]
    assert streams[0] == streams[1]
    assert streams[0].count("\n") == 223


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_a_crew_ends_with_its_parent_and_is_taken_up_again(articles: Path, number: int, code: int) -> None:
    for copy in range(1500):
        (articles / f"n{copy}.txt").write_text(ARTICLE, encoding="utf-8")
    command = [*COMMAND, "batch", "in", "-o", "out", "-q", "-j", "2", "--skip-existing"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment(), start_new_session=True) as process:
        while not Path("out").exists() or sum(name.endswith(".json") for name in names_in("out")) < 5:
            assert process.poll() is None
            time.sleep(0.005)
        if number == signal.SIGKILL:
            process.send_signal(number)
        else:
            os.killpg(process.pid, number)
        assert process.wait(10) == code
        assert process.stderr is not None
        assert process.stderr.read() == b""  # and its end: no worker holds it any more
    assert 5 <= len(names_in("out")) < 1502
    assert subprocess.run(command, env=environment(), check=False, timeout=60).returncode == 0
    assert len(names_in("out")) == 1503
    assert not [name for name in names_in("out") if name.endswith(".tmp")]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_killed_worker_is_named_and_the_run_goes_on(articles: Path) -> None:
    for copy in range(1500):
        (articles / f"n{copy}.txt").write_text(ARTICLE, encoding="utf-8")
    command = [*COMMAND, "batch", "in", "-o", "out", "-j", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment()) as process:
        while not Path("out").exists() or len(names_in("out")) < 5:
            assert process.poll() is None
            time.sleep(0.005)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="utf-8").split()
        os.kill(int(children[0]), signal.SIGKILL)
        assert process.stderr is not None
        said = process.stderr.read().decode()
        assert process.wait(60) == 0
    assert said.startswith(f"newsparse: worker {children[0]} died (killed by signal 9) with 32 files in hand;")
    assert "1503 written, 0 failed" in said
