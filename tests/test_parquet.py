"""Parquet: one row a document or a quotation, typed, the same file however it was made, whole or not at all."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsparse import convert_files, parquet
from newsparse.errors import MissingExtraError, OutputExistsError, UnknownFieldError
from newsparse.formats import WriteOptions
from newsparse.pipeline import parse, parse_all
from newsparse.plan import BatchOptions
from newsparse.tables import Table, as_table
from tests.cli.conftest import ARTICLE, Here, names_in

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
HTML = """<html lang="en"><head><meta property="article:section" content="Harbour"></head><body><article>
<h1>Bridge closes for repairs today</h1><p>The bridge <em>closes</em>, the city said. Nobody minds that at all.</p>
</article></body></html>"""


@pytest.fixture
def articles(folder: Path) -> Path:
    (folder / "in").mkdir()
    for number in range(7):
        (folder / f"in/{number}.txt").write_text(ARTICLE.replace("six", str(number)), encoding="utf-8")
    (folder / "in/page.html").write_text(HTML, encoding="utf-8")
    return folder / "in"


def run(articles: Path, output: str, options: BatchOptions | None = None, **more: object) -> list[str]:
    found = convert_files([articles], to="parquet", output_dir=output, options=options, **more)  # type: ignore[arg-type]
    return [outcome.status for outcome in found]


def test_a_row_is_the_record(articles: Path) -> None:
    assert run(articles, "all.parquet") == ["written"] * 8
    rows = pq.read_table("all.parquet").to_pylist()
    for row, path in zip(rows, sorted(articles.iterdir()), strict=True):
        wanted = parse(path.read_bytes(), str(path)).to_dict()
        wanted["metadata"] = [(k, [v] if isinstance(v, str) else v) for k, v in wanted["metadata"].items()]
        wanted["source"]["name"] = row["source"]["name"]
        assert row == wanted


def test_columns_are_nested_and_typed() -> None:
    schema = Table().schema()
    assert schema.field("headline").type == pa.string()
    assert schema.field("metadata").type == pa.map_(pa.string(), pa.list_(pa.string()))
    quote = schema.field("quotes").type.value_type
    assert quote.field("start").type == pa.int64()
    assert quote.field("speaker").type.field("name").type == pa.string()


def test_the_quotes_are_a_table_of_their_own(articles: Path) -> None:
    run(articles, "out", BatchOptions(table="quotes"))
    rows = pq.read_table("out/quotes.parquet").to_pylist()
    assert len(rows) == 14
    assert rows[0]["text"] == "We waited for the dry season,"
    assert (rows[0]["speaker_name"], rows[0]["cue_text"]) == ("Mara Lindqvist", "said")
    assert rows[0]["headline"] == "Harbour bridge to close for repairs"
    assert rows[2]["name"].endswith("in/1.txt")


def test_fields_are_columns(articles: Path) -> None:
    run(articles, "out", BatchOptions(write=WriteOptions(fields=("headline", "+text"))))
    table = pq.read_table("out/records.parquet")
    assert table.column_names == ["headline", "text"]
    assert table.to_pylist()[6]["text"] == ARTICLE.replace("six", "6")
    with pytest.raises(UnknownFieldError):
        run(articles, "out2", BatchOptions(write=WriteOptions(fields=("nonesuch",))))


def test_row_groups_do_not_depend_on_how_the_rows_came(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 3)
    run(articles, "one.parquet")
    with ThreadPoolExecutor(3) as pool:
        run(articles, "two.parquet", executor=pool)
    assert Path("one.parquet").read_bytes() == Path("two.parquet").read_bytes()
    assert pq.ParquetFile("one.parquet").num_row_groups == 3


def test_a_file_that_breaks_off_keeps_its_rows_and_stops_no_other(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [next(parse_all(ARTICLE.replace("six", str(number)))) for number in range(3)]

    def broken(*_: object, **__: object) -> Iterator[object]:
        yield from records
        raise KeyError("gone")

    monkeypatch.setattr("newsparse.work._ROWS", 2)
    monkeypatch.setattr("newsparse.pipeline.parse_source", broken)
    assert run(articles, "all.parquet") == ["failed"] * 8
    assert pq.read_table("all.parquet").num_rows == 24


def test_what_is_there_is_refused_skipped_or_replaced(articles: Path) -> None:
    run(articles, "all.parquet")
    with pytest.raises(OutputExistsError):
        run(articles, "all.parquet")
    assert run(articles, "all.parquet", BatchOptions(existing="skip")) == ["skipped"] * 8
    assert run(articles, "all.parquet", BatchOptions(existing="replace")) == ["written"] * 8


def test_the_output_is_no_input(articles: Path) -> None:
    for _ in range(2):
        assert run(articles, "in/all.parquet", BatchOptions(existing="replace")) == ["written"] * 8


def test_who_stops_early_leaves_nothing(articles: Path) -> None:
    outcomes = convert_files([articles], to="parquet", output_dir="out")
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert names_in("out") == []


def test_without_pyarrow_it_says_what_helps(articles: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"newsparse\[parquet\]"):
        run(articles, "out")
    ended = here("batch", "in", "-t", "parquet", "-o", "out")
    assert (ended.code, ended.err) == (
        2,
        "newsparse: Parquet needs an optional part: pip install 'newsparse[parquet]'\n",
    )


def test_the_command_writes_it(articles: Path, here: Here) -> None:
    (articles / "empty.txt").write_bytes(b"")
    ended = here("batch", "in", "-t", "parquet", "-o", "out", "--summary")
    assert ended.code == 1
    assert "8 written, 1 failed" in ended.err
    assert ended.out.startswith("8 documents\n")
    assert pq.read_table("out/records.parquet").num_rows == 8
    assert here("batch", "in", "-t", "parquet", "-o", "out").code == 2
    assert "9 skipped" in here("batch", "in", "-t", "parquet", "-o", "out", "--skip-existing").err
    assert here("batch", "in", "-t", "parquet").code == 2
    assert here("batch", "in", "-t", "parquet", "-o", "x", "-n").out.splitlines()[0] == "in/0.txt -> x/records.parquet"


def test_records_in_memory_become_a_table(articles: Path) -> None:
    table = as_table(parse_all(ARTICLE), Table("quotes"))
    assert table.column("speaker_name").to_pylist() == ["Mara Lindqvist", "Tom Weld"]
    assert as_table(parse_all(ARTICLE)).num_rows == 1


def test_a_full_disk_is_told_and_leaves_nothing(articles: Path, here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(parquet.ParquetFile, "_write_group", full)
    ended = here("batch", "in", "-t", "parquet", "-o", "out")
    assert ended.code == 1
    assert "out/records.parquet: cannot be written: no space left on the device" in ended.err
    assert names_in("out") == []
