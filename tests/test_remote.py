"""Inputs and outputs as URLs: the same tree, the same refusals; here on file systems in memory and on the disk."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsparse import convert_files, remote
from newsparse.errors import MissingExtraError, OutputExistsError, OutputPlaceError, RemoteError, TooLargeError
from newsparse.intake import Reading
from newsparse.plan import BatchOptions
from tests.cli.conftest import ARTICLE, Here

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def memory() -> Iterator[Any]:
    system = fsspec.filesystem("memory")
    for name in ("b.txt", "a.txt", "x/c.txt", ".hidden.txt", "x/.git/d.txt"):
        system.pipe_file(f"/in/{name}", ARTICLE.encode())
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@pytest.fixture
def local(tmp_path: Path) -> Path:
    (tmp_path / "in/x").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "x/c.txt"):
        (tmp_path / "in" / name).write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def files(system: Any, folder: str = "/out") -> list[str]:
    return sorted(path.removeprefix(folder + "/") for path in system.find(folder))


def test_urls_give_the_same_as_paths(memory: Any, local: Path) -> None:
    outcomes = list(convert_files(["memory://in"], output_dir="memory://out"))
    list(convert_files([local / "in"], output_dir=local / "out"))
    assert [outcome.input for outcome in outcomes] == [f"memory://in/{name}" for name in ("a.txt", "b.txt", "x/c.txt")]
    assert files(memory) == ["a.json", "b.json", "x/c.json"]
    for name in files(memory):
        assert memory.cat_file(f"/out/{name}") == (local / "out" / name).read_bytes()


def test_one_side_may_be_local(memory: Any, local: Path) -> None:
    assert [o.status for o in convert_files(["memory://in/x/c.txt"], output_dir=local / "o")] == ["written"]
    assert [o.status for o in convert_files([local / "in"], output_dir="memory://out/deep")] == ["written"] * 3
    assert files(memory) == ["deep/a.json", "deep/b.json", "deep/x/c.json"]


def test_what_is_there_is_refused_or_skipped(memory: Any) -> None:
    list(convert_files(["memory://in"], output_dir="memory://out"))
    with pytest.raises(OutputExistsError):
        convert_files(["memory://in"], output_dir="memory://out")
    options = BatchOptions(existing="skip")
    assert [o.status for o in convert_files(["memory://in"], output_dir="memory://out", options=options)] == [
        "skipped"
    ] * 3


def test_outputs_among_the_inputs_are_not_read_and_inputs_not_overwritten(memory: Any) -> None:
    options = BatchOptions(existing="replace")
    for _ in range(2):
        assert len(list(convert_files(["memory://in"], output_dir="memory://in/out", options=options))) == 3
    memory.pipe_file("/in/page.html", b"<p>words</p>")
    with pytest.raises(OutputPlaceError):
        convert_files(["memory://in/page.html"], to="html", output_dir="memory://in", options=options)


def test_what_cannot_be_read_is_told(memory: Any) -> None:
    outcomes = list(convert_files(["memory://nope", "memory://in/a.txt"], output_dir="memory://out"))
    assert [outcome.error for outcome in outcomes] == ["no such file", None]
    with pytest.raises(TooLargeError):
        remote.read("memory://in/a.txt", max_bytes=10)
    options = BatchOptions(reading=Reading(max_bytes=10), existing="replace")
    (outcome,) = convert_files(["memory://in/a.txt"], output_dir="memory://out", options=options)
    assert "larger than 10 bytes" in str(outcome.error)


def test_an_unknown_kind_of_url_is_told(memory: Any) -> None:
    (outcome,) = convert_files(["nonesuch://in"], output_dir="memory://out")
    assert "Protocol not known" in str(outcome.error)


def test_elsewhere_a_neighbour_takes_the_name(local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = fsspec.filesystem("file")
    monkeypatch.setattr(remote, "_system", lambda url: (system, str(local / url.partition("://")[2])))
    remote.write_whole("sftp://out/x/a.txt", ["one ", "two"])
    assert (local / "out/x/a.txt").read_text(encoding="utf-8") == "one two"

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(system, "mv", refused)
    with pytest.raises(PermissionError):
        remote.write_whole("sftp://out/x/b.txt", ["one"])
    assert [path.name for path in (local / "out/x").iterdir()] == ["a.txt"]


def test_errors_of_a_file_system_become_one_kind(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(*_: object, **__: object) -> None:
        raise KeyError("bucket")

    monkeypatch.setattr(type(memory), "open", odd)
    with pytest.raises(RemoteError, match="KeyError"):
        remote.read("memory://in/a.txt", max_bytes=10)


def test_parquet_goes_to_a_url(memory: Any) -> None:
    pytest.importorskip("pyarrow")
    list(convert_files(["memory://in"], to="parquet", output_dir="memory://out/all.parquet"))
    import pyarrow.parquet as pq

    with memory.open("/out/all.parquet") as file:
        assert pq.read_table(file).num_rows == 3
    with pytest.raises(OutputExistsError):
        convert_files(["memory://in"], to="parquet", output_dir="memory://out/all.parquet")


def test_a_file_url_is_a_path(local: Path, here: Here) -> None:
    (local / "in/a b.txt").write_text(ARTICLE, encoding="utf-8")
    ended = here("batch", f"file://{local}/in/a%20b.txt", "-o", f"file://{local}/out", "-q")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads((local / "out/a b.json").read_text(encoding="utf-8"))["headline"]


def test_without_fsspec_it_says_what_helps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    (outcome,) = convert_files(["s3://bucket/a.txt"], output_dir=tmp_path)
    assert outcome.error == "s3:// needs an optional part: pip install 'newsparse[remote]'"
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(MissingExtraError):
        convert_files([tmp_path], output_dir="s3://bucket/out")
