"""Many files as a library: an Outcome each, planned before anything is written."""

import errno
import json
import os
import pickle
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from newsparse import convert_files, work
from newsparse.errors import OutputClashError, OutputExistsError, OutputPlaceError, UnknownFormatError
from newsparse.model import Record
from newsparse.pipeline import parse_all
from newsparse.plan import BatchOptions, Job
from newsparse.walk import Search, Shelf, find_inputs

ARTICLE = "Mill to reopen\n\nThe old mill at Sorrel Bend will reopen in spring, its owner said on Friday.\n"
_RECORD = next(parse_all(ARTICLE))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "x").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "x/c.txt"):
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def found(paths: list[str], search: Search) -> list[str]:
    """The places of the files below the paths that are given."""
    return [shelf.relative(name) for shelf in find_inputs(paths, search) for name in shelf.names]


def several(monkeypatch: pytest.MonkeyPatch, count: int, broken_at: int | None = None) -> None:
    """Every file holds ``count`` documents; reading the one at ``broken_at`` fails."""

    def parse_source(*_: object, **__: object) -> Iterator[Record]:
        for number in range(1, count + 1):
            if number == broken_at:
                raise KeyError(number)
            yield replace(_RECORD, headline=f"number {number}")

    monkeypatch.setattr("newsparse.pipeline.parse_source", parse_source)


def test_the_outputs_lie_as_the_inputs_do(articles: Path, tmp_path: Path) -> None:
    outcomes = list(convert_files([articles], to="json", output_dir=tmp_path / "out"))
    assert [outcome.status for outcome in outcomes] == ["written"] * 3
    assert names(tmp_path / "out") == ["a.json", "b.json", "x/c.json"]
    assert json.loads((tmp_path / "out/x/c.json").read_text(encoding="utf-8"))["headline"] == "Mill to reopen"


def test_an_outcome_tells_what_a_report_needs(articles: Path, tmp_path: Path) -> None:
    outcome = next(convert_files([articles / "a.txt"], output_dir=tmp_path / "out"))
    line = outcome.to_dict()
    assert list(line) == ["input", "output", "status", "documents", "warnings", "error", "sha256", "ms"]
    assert (line["status"], line["documents"], line["error"]) == ("written", 1, None)
    assert line["output"] == str(tmp_path / "out/a.json")
    assert len(line["sha256"]) == 64
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_one_bad_file_stops_no_other(articles: Path, tmp_path: Path) -> None:
    (articles / "aa.txt").write_bytes(b"\0\0\0\0")
    outcomes = list(convert_files([articles, articles / "nope"], output_dir=tmp_path / "out"))
    assert [(Path(outcome.input).name, outcome.error) for outcome in outcomes if outcome.error] == [
        ("nope", "no such file"),
        ("aa.txt", "not text (NUL byte at offset 0); newsparse reads text and HTML"),
    ]
    assert names(tmp_path / "out") == ["a.json", "b.json", "x/c.json"]


def test_a_fault_of_ours_is_told_with_its_trace(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    several(monkeypatch, 2, broken_at=1)
    outcome = next(convert_files([articles], output_dir=tmp_path / "out"))
    assert "internal error (KeyError(1))" in str(outcome.error)
    assert "Traceback" in outcome.trace


def test_an_executor_gives_the_same_in_the_same_order(articles: Path, tmp_path: Path) -> None:
    for number in range(100):
        (articles / f"n{number:03}.txt").write_text(ARTICLE, encoding="utf-8")
    alone = [outcome.input for outcome in convert_files([articles], output_dir=tmp_path / "one")]
    with ThreadPoolExecutor(2) as pool:
        together = [outcome.input for outcome in convert_files([articles], output_dir=tmp_path / "two", executor=pool)]
    assert alone == together
    assert names(tmp_path / "one") == names(tmp_path / "two")


def test_two_inputs_for_one_output_are_refused_before_anything_is_written(articles: Path, tmp_path: Path) -> None:
    (articles / "a.html").write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(OutputClashError) as caught:
        convert_files([articles], output_dir=tmp_path / "out")
    assert "use --keep-suffix" in caught.value.lines[0]
    assert not (tmp_path / "out").exists()
    options = BatchOptions(keep_suffix=True)
    list(convert_files([articles], output_dir=tmp_path / "out", options=options))
    assert names(tmp_path / "out") == ["a.html.json", "a.txt.json", "b.txt.json", "x/c.txt.json"]


def test_files_of_one_name_need_their_folder(articles: Path, tmp_path: Path) -> None:
    (articles / "x/a.txt").write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(OutputClashError, match="give their common folder"):
        convert_files([articles / "a.txt", articles / "x/a.txt"], output_dir=tmp_path / "out")


def test_the_same_file_twice_is_no_clash(articles: Path, tmp_path: Path) -> None:
    assert len(list(convert_files([articles / "a.txt", articles / "a.txt"], output_dir=tmp_path))) == 1


def test_a_list_of_paths_may_name_a_file_more_than_once(articles: Path, tmp_path: Path) -> None:
    a, b, c = (articles / name for name in ("a.txt", "b.txt", "x/c.txt"))
    outcomes = list(convert_files([a, b, a, c, a, b, articles / "." / "a.txt"], output_dir=tmp_path / "out"))
    assert [Path(outcome.input).name for outcome in outcomes] == ["a.txt", "b.txt", "c.txt"]


def test_existing_outputs_are_refused_skipped_or_replaced(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").write_text("old", encoding="utf-8")
    with pytest.raises(OutputExistsError) as caught:
        convert_files([articles], output_dir=out)
    assert caught.value.lines == (f"{out}/a.json exists; use --force or --skip-existing",)
    skipped = convert_files([articles], output_dir=out, options=BatchOptions(existing="skip"))
    assert [outcome.status for outcome in skipped] == ["skipped", "written", "written"]
    assert (out / "a.json").read_text(encoding="utf-8") == "old"
    list(convert_files([articles], output_dir=out, options=BatchOptions(existing="replace")))
    assert (out / "a.json").read_text(encoding="utf-8") != "old"


def test_an_input_is_never_overwritten(articles: Path) -> None:
    (articles / "page.html").write_text("<p>", encoding="utf-8")
    options = BatchOptions(existing="replace", glob=("*.html",))
    with pytest.raises(OutputPlaceError, match="is an input"):
        convert_files([articles], to="html", output_dir=articles, options=options)


def test_an_unknown_format_is_told_at_once(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError):
        convert_files([articles], to="nonesuch", output_dir=tmp_path / "out")


def test_several_documents_are_numbered_and_the_first_is_written_last(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    several(monkeypatch, 3)
    out = tmp_path / "out"
    outcome = next(convert_files([articles / "a.txt"], output_dir=out))
    assert outcome.to_dict()["output"] == [f"{out}/a-{number:03}.json" for number in (1, 2, 3)]
    assert json.loads((out / "a-002.json").read_text(encoding="utf-8"))["headline"] == "number 2"


def test_a_file_that_breaks_off_is_taken_up_again(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, options = tmp_path / "out", BatchOptions(existing="skip")
    several(monkeypatch, 3, broken_at=3)
    assert next(convert_files([articles / "a.txt"], output_dir=out, options=options)).status == "failed"
    assert not (out / "a-001.json").exists()
    several(monkeypatch, 3)
    assert next(convert_files([articles / "a.txt"], output_dir=out, options=options)).status == "written"
    assert next(convert_files([articles / "a.txt"], output_dir=out, options=options)).status == "skipped"


def test_several_documents_are_lines_of_one_file_as_jsonl(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    several(monkeypatch, 3)
    list(convert_files([articles / "a.txt"], to="jsonl", output_dir=tmp_path / "out"))
    assert len((tmp_path / "out/a.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_a_numbered_document_never_takes_the_place_of_another_input(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "a-002.txt").write_text(ARTICLE, encoding="utf-8")
    several(monkeypatch, 2)
    failed = [outcome for outcome in convert_files([articles], output_dir=tmp_path / "out") if outcome.error]
    assert [Path(outcome.input).name for outcome in failed] == ["a.txt"]
    assert "another input would both write" in str(failed[0].error)


def test_a_file_without_a_document_fails(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    several(monkeypatch, 0)
    assert next(convert_files([articles], output_dir=tmp_path / "out")).error == "no article text"


def test_hidden_files_links_to_folders_and_odd_files_are_passed_over(articles: Path) -> None:
    (articles / ".hidden.txt").write_text(ARTICLE, encoding="utf-8")
    (articles / ".git").mkdir()
    (articles / "again").symlink_to(".")
    (articles / "loop.txt").symlink_to("loop.txt")
    (articles / "dangling.txt").symlink_to("nowhere")
    (articles / "null.txt").symlink_to(os.devnull)
    (articles / "link.txt").symlink_to("a.txt")
    os.mkfifo(articles / "pipe.txt")
    search = Search([])
    assert (found([str(articles)], search), search.troubles) == (["a.txt", "b.txt", "link.txt", "x/c.txt"], [])


def test_a_path_that_is_no_regular_file_is_told(articles: Path) -> None:
    search = Search([])
    assert found([os.devnull, "nul\0byte"], search) == []
    assert search.troubles[0] == (os.devnull, "no regular file")
    assert len(search.troubles) == 2


def test_a_folder_that_cannot_be_read_is_told(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def denied(path: str) -> object:
        if str(path).rstrip("/").endswith("x"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", denied)
    search = Search([])
    assert found([str(articles)], search) == ["a.txt", "b.txt"]
    assert search.troubles == [(f"{articles}/x", "permission denied")]


@pytest.mark.parametrize(("glob", "expected"), [("a*", ["a.txt"]), ("x/*", ["x/c.txt"]), ("*.html", [])])
def test_a_pattern_picks(articles: Path, glob: str, expected: list[str]) -> None:
    assert found([str(articles)], Search([], (glob,))) == expected


def test_a_quoted_pattern_is_a_path(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile(articles / "x/old.zip", "w") as archive:
        archive.writestr("d.txt", ARTICLE)
    search = Search([])
    assert found(["articles/**/*.txt"], search) == ["a.txt", "b.txt", "x/c.txt"]
    assert found(["articles/*/*"], search) == ["x/c.txt", "x/old.zip/d.txt"]
    assert found(["articles/[ab].txt", "*.nothing"], search) == ["a.txt", "b.txt"]
    assert search.troubles == [("*.nothing", "no file fits the pattern")]
    list(convert_files(["articles/*/*"], output_dir="out"))
    assert names(tmp_path / "out") == ["x/c.json", "x/old.zip/d.json"]


def test_outputs_inside_the_inputs_are_not_read(articles: Path) -> None:
    out = articles / "out"
    for _ in range(2):
        list(convert_files([articles], output_dir=out, options=BatchOptions(existing="replace")))
    assert names(out) == ["a.json", "b.json", "x/c.json"]


def test_a_name_that_is_too_long_is_cut_and_stays_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for end in "12":
        (folder / ("ö" * 120 + end * 10 + ".txt")).write_text(ARTICLE, encoding="utf-8")
    list(convert_files([folder], to="markdown", output_dir=tmp_path / "out", options=BatchOptions(keep_suffix=True)))
    assert len(names(tmp_path / "out")) == 2


def test_a_link_out_of_the_output_folder_is_not_followed(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/x").symlink_to("../outside")
    outcomes = list(convert_files([articles], output_dir=tmp_path / "out"))
    assert [outcome.status for outcome in outcomes] == ["written", "written", "failed"]
    assert "leads out of the output folder" in str(outcomes[2].error)
    assert names(tmp_path / "outside") == []


def test_a_full_disk_is_hopeless(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(work, "write_whole", full)
    outcome = next(convert_files([articles], output_dir=tmp_path / "out"))
    assert outcome.hopeless
    assert outcome.error == "cannot be written: no space left on the device"


def test_leftovers_of_a_killed_run_are_swept(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "out/x").mkdir(parents=True)
    (tmp_path / "out/x/.newsparse-1-1.tmp").write_text("half", encoding="utf-8")
    list(convert_files([articles], output_dir=tmp_path / "out"))
    assert names(tmp_path / "out") == ["a.json", "b.json", "x/c.json"]


def test_jobs_can_be_pickled() -> None:
    job = Job("a.txt", "out/a.json", "a.txt", frozenset({"a-001.json"}))
    assert pickle.loads(pickle.dumps(job)) == job
    shelf = Shelf.of("in", "", ["a.txt"])
    assert pickle.loads(pickle.dumps(shelf)) == shelf
