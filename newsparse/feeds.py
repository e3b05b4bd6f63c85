"""A large file of JSON lines -> blocks of lines, each with its place, so that many hands can read one file.

Only where all goes into one stream or table: there a block more or less is not seen. The file may be packed and of any
size; a block, and so a line, is as large as a file may be.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from newsparse.archives import Bound
from newsparse.errors import ArchiveError, NewsparseError, TooLargeError
from newsparse.model import Record
from newsparse.unpack import COMPRESSED, opened

_ENDINGS = (".jsonl", ".ndjson")
_BLOCK = 1024 * 1024  # bytes read at a time; a smaller file is read as any other
LARGE = 8 * 1024 * 1024  # bytes of a feed that more than one process is worth its start for
_MARK = b"\xef\xbb\xbf"

Block = bytes | NewsparseError


@dataclass(frozen=True, slots=True)
class Part:
    """Where a block stands in its file: what stands before it, counted in lines, in articles, in code points."""

    line: int
    article: int
    start: int
    sha256: str
    is_last: bool = False

    def placed(self, record: Record) -> Record:
        """The record with its places counted from the beginning of the file; one that was read back, as it is."""
        source = record.source
        if source.sha256 != self.sha256:
            return record
        return replace(
            record,
            source=replace(
                source,
                document=source.document + self.article,
                start=source.start + self.start,
                end=source.end + self.start,
            ),
            blocks=tuple(replace(block, line=block.line + self.line) for block in record.blocks),
            notes=tuple(
                replace(note, line=note.line + self.line) if note.line is not None else note for note in record.notes
            ),
        )


def is_feed(name: str) -> bool:
    """Whether the name is that of a file of JSON lines, packed or not."""
    name = name.lower()
    for ending in COMPRESSED:
        name = name.removesuffix(ending)
    return name.endswith(_ENDINGS)


def is_large(path: str) -> bool:
    """Whether one file of JSON lines is enough work for several processes."""
    try:
        return is_feed(path) and Path(path).stat().st_size >= LARGE
    except OSError:
        return False


def parts(path: str, *, max_bytes: int) -> Iterator[tuple[Block, Part]]:
    """The blocks of a feed, in order; none where the file is small, cannot be read, or holds no JSON lines.

    A line that is larger than ``max_bytes``, and damage on the way, come as errors in the place of a block.
    """
    try:
        with opened(path) as file:
            stream = Bound(path).count(file)
            head = stream.read(_BLOCK)
            if len(head) < _BLOCK or not head.removeprefix(_MARK).lstrip().startswith(b"{"):
                return
            yield from _placed(_blocks(stream, head, max_bytes), _sha256(path))
    except (OSError, NewsparseError, EOFError):
        return


def _sha256(path: str) -> str:
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _placed(blocks: Iterator[Block], sha256: str) -> Iterator[tuple[Block, Part]]:
    part = Part(0, 0, 0, sha256)
    held = next(blocks)
    for block in blocks:
        yield held, part
        part = _behind(held, part)
        held = block
    yield held, replace(part, is_last=True)


def _behind(block: Block, part: Part) -> Part:
    if isinstance(block, NewsparseError):
        return replace(part, line=part.line + 1, article=part.article + 1)
    lines = block.split(b"\n")
    return replace(
        part,
        line=part.line + len(lines) - 1,
        article=part.article + sum(1 for line in lines if line.strip()),
        start=part.start + len(block.removeprefix(_MARK if not part.start else b"").decode("utf-8", "replace")),
    )


def _blocks(stream: IO[bytes], head: bytes, max_bytes: int) -> Iterator[Block]:
    """Whole lines, as many as fit in a block."""
    block = head
    try:
        while more := stream.read(_BLOCK):
            end = block.rfind(b"\n") + 1
            if end:
                yield block[:end]
                block = block[end:] + more
            elif len(block) <= max_bytes:
                block += more
            else:
                yield TooLargeError(max_bytes)
                block = _behind_the_line(stream, more)
    except NewsparseError as error:
        yield error
        return
    except (OSError, EOFError, ValueError) as error:
        yield ArchiveError(f"damaged compressed file ({error})")
        return
    if block:
        yield block


def _behind_the_line(stream: IO[bytes], more: bytes) -> bytes:
    while more and b"\n" not in more:
        more = stream.read(_BLOCK)
    return more.partition(b"\n")[2]
