"""Packed rows, as they come -> one Parquet file in row groups; there whole or not at all, memory flat."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from newsparse import remote
from newsparse.atomic import sweep, whole_file
from newsparse.errors import OutputPlaceError
from newsparse.reasons import in_words
from newsparse.tables import Table, arrow

ROWS = 512  # of a row group: some 10 MB of articles
_ENDING = ".parquet"


def target_of(output: str, table: Table) -> str:
    """The file that is written: ``output`` itself where it ends in .parquet, else one in that folder."""
    output = remote.local(output)
    return output if output.endswith(_ENDING) else f"{output.rstrip('/')}/{table.name}{_ENDING}"


def is_there(target: str) -> bool:
    """Whether there is such a file already."""
    return remote.exists(target) if remote.is_url(target) else os.path.lexists(target)


class ParquetFile:
    """Takes packed rows; a context that leaves nothing behind unless it was told to `finish`.

    Row groups have the same rows however the rows came, so the same rows give the same file.
    """

    def __init__(self, target: str, table: Table) -> None:
        self._target = target
        self._table = table
        self._batches: list[Any] = []
        self._rows = 0
        self._stack = ExitStack()
        self._finished = False

    def __enter__(self) -> "ParquetFile":
        arrow()
        from pyarrow import parquet

        self._file = self._open()
        schema = self._table.schema()
        self._writer = parquet.ParquetWriter(self._file, schema, compression="zstd")
        return self

    def _open(self) -> IO[bytes]:
        if remote.is_url(self._target):
            from tempfile import TemporaryFile

            return self._stack.enter_context(TemporaryFile())
        folder = Path(self._target).parent
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        return self._stack.enter_context(whole_file(Path(self._target)))

    def write(self, piece: bytes) -> None:
        """Take what `Table.packed` gave. Raises OutputPlaceError where it cannot be written."""
        batch = self._table.unpacked(piece)
        self._batches.append(batch)
        self._rows += batch.num_rows
        while self._rows >= ROWS:
            with self._told():
                self._write_group(ROWS)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputPlaceError(f"cannot be written: {in_words(error)}", path=self._target) from error

    def _write_group(self, rows: int) -> None:
        table = arrow().Table.from_batches(self._batches)
        self._writer.write_table(table.slice(0, rows), row_group_size=rows)
        self._batches = table.slice(rows).to_batches()
        self._rows -= rows

    def finish(self) -> None:
        """All has come: the file takes its name when the context ends."""
        with self._told():
            if self._rows:
                self._write_group(self._rows)
            self._writer.close()
        if remote.is_url(self._target):
            self._file.seek(0)
            remote.upload(self._file, self._target)
        self._finished = True

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            if self._finished and error is None:
                self._stack.close()
            else:
                self._discard(error)
        finally:
            self._batches = []

    def _discard(self, error: BaseException | None) -> None:
        """Leave the temporary file as if all had gone wrong: it is removed."""
        with suppress(OSError):
            self._writer.close()
        cut = error or _UnfinishedError()
        with suppress(_UnfinishedError):
            self._stack.__exit__(type(cut), cut, cut.__traceback__)


class _UnfinishedError(Exception):
    """Nothing is wrong but that not all has come."""
