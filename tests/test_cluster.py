"""The same batch on a Dask cluster: a real scheduler and two real workers, on loopback."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from newsparse import convert_files
from newsparse.errors import ClusterError, MissingExtraError
from newsparse.hands import Lent
from newsparse.outcome import Outcome
from newsparse.plan import Job
from tests.cli.conftest import ARTICLE, COMMAND, Here, environment, names_in

FILES = 300


@pytest.fixture
def articles(folder: Path) -> Path:
    (folder / "in/x").mkdir(parents=True)
    for number in range(FILES):
        name = f"in/{'x/' * (number % 2)}{number:03}.txt"
        (folder / name).write_text(ARTICLE.replace("six", str(number)), encoding="utf-8")
    return folder / "in"


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[int]]]:
    """The scheduler's address and the pids of the workers."""
    pytest.importorskip("distributed")
    program = Path(__file__).parent / "dask_cluster.py"
    bare = {name: value for name, value in environment().items() if not name.startswith("COV")}
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=bare,
        cwd=tmp_path,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        address, *pids = process.stdout.readline().split()
        yield address, list(map(int, pids))
        process.stdin.close()
        process.wait(30)


def tree(folder: str) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def test_a_cluster_gives_the_same_bytes(cluster: tuple[str, list[int]], articles: Path) -> None:
    address, _ = cluster
    list(convert_files([articles], output_dir="here"))
    command = [*COMMAND, "batch", "in", "-o", "there", "--dask", address, "--report", "report.jsonl"]
    done = subprocess.run(command, capture_output=True, env=environment(), timeout=120, check=False)
    assert (done.returncode, done.stderr.split(b" in ")[0]) == (0, b"300 written, 0 failed, 0 skipped")
    assert tree("there") == tree("here")
    report = [json.loads(line) for line in Path("report.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["input"] for line in report] == sorted(
        (line["input"] for line in report), key=lambda path: (path.count("/"), path)
    )
    assert report[0]["input"] == "in/000.txt"
    streams = [
        subprocess.run(
            [*COMMAND, "batch", "in", "-t", "jsonl", "-q", *more], stdout=subprocess.PIPE, env=environment(), check=True
        ).stdout
        for more in ((), ("--dask", address))
    ]
    assert streams[0] == streams[1]


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")
def test_a_worker_killed_in_the_middle_loses_nothing(cluster: tuple[str, list[int]], articles: Path) -> None:
    address, pids = cluster
    for number in range(1500):
        (articles / f"n{number}.txt").write_text(ARTICLE, encoding="utf-8")
    command = [*COMMAND, "batch", "in", "-o", "there", "--dask", address]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment()) as process:
        while not Path("there").exists() or len(names_in("there")) < 20:
            assert process.poll() is None
            time.sleep(0.005)
        os.kill(pids[0], signal.SIGKILL)
        assert process.stderr is not None
        said = process.stderr.read().decode()
        assert process.wait(120) == 0
    assert "1800 written, 0 failed" in said
    assert len(tree("there")) == 1800
    assert not [name for name in tree("there") if ".tmp" in name]


def test_a_cluster_that_does_not_answer_is_told(articles: Path) -> None:
    pytest.importorskip("distributed")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from newsparse import cluster; cluster._PATIENCE = '200ms'; from newsparse.cli import main; main()",
            *("batch", "in", "-o", "out", "--dask", "tcp://127.0.0.1:9"),
        ],
        capture_output=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"newsparse: no Dask scheduler answers at 'tcp://127.0.0.1:9' (")
    assert ClusterError("a", "b").address == "a"


def test_without_dask_it_says_what_helps(articles: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert MissingExtraError("--dask", "dask").reason in here("batch", "in", "-o", "out", "--dask", "tcp://x:1").err


class _Forgetful(ThreadPoolExecutor):
    """Loses every chunk that has a job called 5, and a job called 5 by itself."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if any(job.input == "5" for job in args[1]):
            broken: Future[Any] = Future()
            broken.set_exception(RuntimeError("gone"))
            return broken
        return super().submit(fn, *args, **kwargs)


def _told(job: Job) -> Iterator[Outcome]:
    yield Outcome(job.input, "written")


def test_what_an_executor_loses_is_tried_again_one_by_one() -> None:
    jobs = [Job(str(number), "", str(number)) for number in range(40)]
    with _Forgetful(1) as pool:
        found = list(Lent(_told, pool).do(jobs))
    failed = [item for item in found if isinstance(item, Outcome) and item.error]
    assert len(found) == 40
    assert [(item.input, item.error) for item in failed] == [("5", "the executor lost it (RuntimeError: gone)")]


def test_an_executor_that_is_shut_down_loses_every_job_and_says_so() -> None:
    pool = ThreadPoolExecutor(1)
    pool.shutdown()
    found = list(Lent(_told, pool).do([Job("a", "", "a"), Job("b", "", "b")]))
    assert [isinstance(item, Outcome) and item.status for item in found] == ["failed", "failed"]


def test_an_executor_is_told_to_stop() -> None:
    jobs = [Job(str(number), "", str(number)) for number in range(4000)]
    with ThreadPoolExecutor(1) as pool:
        hands = Lent(_told, pool, in_flight=3)
        found = []
        for item in hands.do(jobs):
            found.append(item)
            hands.stop()
    assert 32 <= len(found) < 4000
