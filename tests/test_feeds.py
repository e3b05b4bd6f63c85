"""A large file of JSON lines is read in blocks, and no one can tell from what comes out."""

import gzip
import json
from pathlib import Path

import pytest

from newsparse import feeds
from newsparse.errors import ArchiveError, TooLargeError
from newsparse.outcome import Outcome
from tests.cli.conftest import ARTICLE, Here

LINES = 60


def line(number: int) -> str:
    if number % 9 == 4:
        return '{"title": broken'
    if number % 9 == 6:
        return ""
    return json.dumps({"title": f"Bridgé {number}", "text": ARTICLE.replace("six", str(number))}, ensure_ascii=False)


@pytest.fixture(params=["feed.jsonl", "feed.ndjson.gz"])
def feed(request: pytest.FixtureRequest, folder: Path) -> Path:
    data = "\r\n".join(line(number) for number in range(LINES)).encode() + b"\n"
    path = Path(request.param)
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)
    return path


def test_blocks_give_the_same_records_and_the_same_words(
    feed: Path, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = here("batch", feed, "-t", "jsonl", "--report", "whole.jsonl")
    monkeypatch.setattr(feeds, "_BLOCK", 3000)
    assert len(list(feeds.parts(str(feed), max_bytes=10_000))) > 6
    parted = here("batch", feed, "-t", "jsonl", "--report", "parted.jsonl")
    assert parted.code == whole.code == 1
    records, wanted = ([json.loads(text) for text in run.out.splitlines()] for run in (parted, whole))
    assert len(records) == 47
    for record in (*records, *wanted):  # a bad line is noted where it was met: in a neighbour, not always the same
        record["notes"] = [note for note in record["notes"] if note["code"] != "bad-line"]
    assert records == wanted
    told = [sorted(text for text in run.err.splitlines() if ": error: " in text) for run in (parted, whole)]
    assert told[0] == told[1]
    assert len(told[0]) == 7
    reports = [json.loads(Path(name).read_text("utf-8")) for name in ("parted.jsonl", "whole.jsonl")]
    assert {**reports[0], "ms": 0} == {**reports[1], "ms": 0}


def test_many_hands_read_one_file(feed: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "_BLOCK", 3000)
    alone = here("batch", feed, "-t", "jsonl", "-j", "1").out
    monkeypatch.setattr(feeds, "LARGE", 1)
    assert here("batch", feed, "-t", "jsonl", "-j", "2").out == alone


def test_a_line_that_is_too_large_is_told_and_the_rest_goes_on(
    folder: Path, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "_BLOCK", 3000)
    huge = json.dumps({"text": "word " * 5000})
    Path("feed.jsonl").write_text("\n".join([line(0), line(1), huge, line(2), line(3)]) + "\n", encoding="utf-8")
    ended = here("batch", "feed.jsonl", "-t", "jsonl", "--max-bytes", "9000")
    assert [json.loads(text)["headline"] for text in ended.out.splitlines()] == [f"Bridgé {n}" for n in range(4)]
    assert [json.loads(text)["source"]["document"] for text in ended.out.splitlines()] == [1, 2, 4, 5]
    assert (ended.code, ended.err.splitlines()[0][:42]) == (1, "feed.jsonl:3: error: larger than 9,000 byt")


def test_damage_on_the_way_is_told_and_what_stands_before_is_read(
    folder: Path, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "_BLOCK", 3000)
    data = "\n".join(line(number) for number in range(LINES)).encode()
    Path("feed.jsonl.gz").write_bytes(gzip.compress(data)[:-200])
    ended = here("batch", "feed.jsonl.gz", "-t", "jsonl")
    assert ended.code == 1
    assert "damaged compressed file" in ended.err
    assert ended.out.count("\n") > 10


def test_what_is_no_feed_is_one_job(folder: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "_BLOCK", 30)
    Path("a.jsonl").write_text(ARTICLE, encoding="utf-8")
    Path("b.jsonl.gz").write_bytes(b"\x1f\x8b\x08junk" * 40)
    assert [list(feeds.parts(name, max_bytes=99)) for name in ("a.jsonl", "b.jsonl.gz", "none.jsonl")] == [[], [], []]
    assert "1 written, 2 failed" in here("batch", "a.jsonl", "b.jsonl.gz", "none.jsonl", "-t", "jsonl").err


def test_outcomes_of_parts_are_one() -> None:
    bad = Outcome("a", "failed", error="no article text", line=7)
    good = Outcome("a", "written", documents=2, found={"form:json": 2}, ms=3)
    both = bad.and_then(bad).and_then(good).and_then(good)
    assert (both.status, both.documents, both.ms, both.found, both.error) == ("written", 4, 6, {"form:json": 4}, None)
    assert [(note.code, note.line) for note in both.notes] == [("bad-line", 7), ("bad-line", 7)]
    assert bad.and_then(bad).error == "no article text"
    assert isinstance(TooLargeError(1), Exception)
    assert isinstance(ArchiveError("x"), Exception)
