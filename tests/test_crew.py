"""A crew of worker processes: everything is done once and in order, whoever dies on the way."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from functools import partial
from multiprocessing import active_children, get_context, resource_tracker
from pathlib import Path

import pytest

from newsparse import crew
from newsparse.crew import Crew, Death
from newsparse.errors import WorkersDieError
from newsparse.hands import Item
from newsparse.outcome import Outcome
from newsparse.plan import Job

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as Unix has them")
JOBS = [Job(str(number), "", str(number)) for number in range(150)]


@pytest.fixture(params=["fork", "spawn"], autouse=True)
def start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_context", lambda: get_context(request.param))


@pytest.fixture(scope="module", autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    """Spawning starts a process of Python's own that would live a moment longer than the tests."""
    yield
    getattr(resource_tracker, "_resource_tracker")._stop()  # noqa: B009


def told(job: Job) -> Iterator[Item]:
    """A line a job, and its outcome; some take longer, so that chunks overtake each other."""
    time.sleep(0.002 if int(job.input) < 40 else 0)
    yield f"{job.input}\n".encode()
    yield Outcome(job.input, "written")


def dies_once_at_70(job: Job, mark: Path) -> Iterator[Item]:
    if job.input == "70" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return told(job)


def always_dies_at_70(job: Job) -> Iterator[Item]:
    if job.input == "70":
        os.kill(os.getpid(), signal.SIGKILL)
    return told(job)


def dies_in_the_middle_of_its_lines(job: Job, mark: Path) -> Iterator[Item]:
    for number in range(6):
        yield f"{job.input}.{number} ".encode() * 40_000
        if job.input == "3" and number == 4 and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    yield Outcome(job.input, "written")


def always_breaks(job: Job) -> Iterator[Item]:
    raise SystemExit(7)


def takes_long_after_the_first(job: Job) -> Iterator[Item]:
    if job.input == "0":
        yield b" " * 300_000  # as much as is sent at once
    else:
        time.sleep(60)
    yield Outcome(job.input, "written")


def expected(jobs: list[Job] = JOBS) -> list[Item]:
    return [item for job in jobs for item in told(job)]


def is_lost(item: Item) -> bool:
    return isinstance(item, Outcome) and item.status == "failed"


def test_everything_comes_once_and_in_order() -> None:
    assert list(Crew(told, 2).do(JOBS)) == expected()
    assert active_children() == []


def test_there_may_be_nothing_to_do() -> None:
    assert list(Crew(told, 2).do([])) == []


def test_a_dead_worker_is_named_and_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    deaths: list[Death] = []
    work = partial(dies_once_at_70, mark=tmp_path / "mark")
    assert list(Crew(work, 2, deaths.append).do(JOBS)) == expected()
    assert [(death.how, death.jobs) for death in deaths] == [("killed by signal 9", 32)]


def test_only_the_job_that_kills_its_worker_twice_has_failed() -> None:
    deaths: list[Death] = []
    items = list(Crew(always_dies_at_70, 2, deaths.append).do(JOBS))
    assert [item for item in items if not is_lost(item)] == [
        item for item in expected() if item not in (b"70\n", Outcome("70", "written"))
    ]
    (failed,) = filter(is_lost, items)
    assert isinstance(failed, Outcome)
    assert (failed.input, failed.error) == ("70", "its worker died twice (killed by signal 9)")
    assert [death.jobs for death in deaths] == [32, 1]


def test_lines_that_came_before_the_death_are_not_doubled(tmp_path: Path) -> None:
    work = partial(dies_in_the_middle_of_its_lines, mark=tmp_path / "mark")
    (tmp_path / "undisturbed").touch()
    wanted = [item for job in JOBS[:8] for item in dies_in_the_middle_of_its_lines(job, tmp_path / "undisturbed")]
    assert (tmp_path / "mark").exists() is False
    items = list(Crew(work, 2).do(JOBS[:8]))
    assert (tmp_path / "mark").exists()
    assert [i for i in items if isinstance(i, Outcome)] == [i for i in wanted if isinstance(i, Outcome)]
    assert b"".join(i for i in items if isinstance(i, bytes)) == b"".join(i for i in wanted if isinstance(i, bytes))


def test_workers_wait_where_too_much_waits_for_its_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_WAITING", 1000)
    (tmp_path / "mark").touch()
    work = partial(dies_in_the_middle_of_its_lines, mark=tmp_path / "mark")
    items = list(Crew(work, 2).do(JOBS[:70]))
    assert [item.input for item in items if isinstance(item, Outcome)] == [job.input for job in JOBS[:70]]


def test_where_all_die_there_is_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_DEATHS", 3)
    monkeypatch.setattr(Crew, "_take", lambda *_: None)
    with pytest.raises(WorkersDieError, match="exit code 7"):
        list(Crew(always_breaks, 2).do(JOBS))
    assert active_children() == []


def test_without_room_for_a_process_there_is_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refused)
    with pytest.raises(WorkersDieError, match="temporarily unavailable"):
        list(Crew(told, 2).do(JOBS))


def test_with_room_for_one_process_one_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from multiprocessing.process import BaseProcess

    begin = BaseProcess.start
    begun: list[BaseProcess] = []

    def once(process: BaseProcess) -> None:
        if begun:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        begun.append(process)
        begin(process)

    monkeypatch.setattr(BaseProcess, "start", once)
    assert list(Crew(told, 2).do(JOBS)) == expected()


def test_told_to_stop_it_finishes_what_is_in_hand() -> None:
    hands = Crew(told, 2)
    done: list[Item] = []
    for item in hands.do(JOBS * 20):
        done.append(item)
        if len(done) == 10:
            hands.stop()
    assert 10 <= len(done) < 40 * len(JOBS)
    inputs = [item.input for item in done if isinstance(item, Outcome)]
    assert [item for item in done if isinstance(item, bytes)] == [f"{name}\n".encode() for name in inputs]
    assert active_children() == []


def test_who_is_busy_when_all_ends_is_terminated() -> None:
    running = Crew(takes_long_after_the_first, 2).do(JOBS)
    began = time.monotonic()
    assert next(running) == b" " * 300_000
    running.close()
    assert active_children() == []
    assert time.monotonic() - began < 10
