"""stdin, stdout and stderr as they are: closed, full, cut off, slow, or a terminal. UTF-8 bytes and nothing else."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import IO, Any, Literal

from newsparse.reasons import in_words

Colour = Literal["auto", "always", "never"]


class OutputError(Exception):
    """The standard output cannot take what we write (the disk is full, it is closed)."""

    def __init__(self, error: OSError | None = None) -> None:
        why = in_words(error) if error else "is closed"
        super().__init__(f"standard output: {why}" if error else f"standard output {why}")


def fill_closed_descriptors() -> None:
    """Put the null device where 0, 1 or 2 is closed, lest the next file that is opened takes the number."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)


def read_stdin(limit: int) -> bytes | None:
    """At most ``limit`` bytes of the standard input, or None where it is closed."""
    stream = sys.stdin
    if stream is None or stream.closed:
        return None
    return stream.buffer.read(limit)


def write_stdout(chunks: Iterable[str], *, flush: bool = False) -> None:
    """Write text to the standard output as UTF-8; ``flush``: each chunk at once.

    Raises BrokenPipeError where the reader went away, OutputError where nothing more can be written.
    """
    for chunk in chunks:
        write_stdout_bytes(chunk.encode("utf-8", "replace"), flush=flush)


def write_stdout_bytes(data: bytes, *, flush: bool = True) -> None:
    """The same with bytes."""
    if sys.stdout is None:
        raise OutputError
    try:
        _write_all(sys.stdout.buffer, data)
        if flush:
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon(sys.stdout)
        raise OutputError(error) from error


class StandardOutput:
    """Takes what the jobs of a batch yield, a piece at a time, flushed."""

    def __enter__(self) -> "StandardOutput":
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def write(self, piece: bytes) -> None:
        """Take the next piece."""
        write_stdout_bytes(piece)

    def finish(self) -> None:
        """Nothing is held back, so nothing is left to do."""


def _write_all(stream: IO[bytes], data: bytes) -> None:
    """All of ``data``: under ``python -u`` the stream is raw and takes what it likes; others may not wait."""
    rest = memoryview(data)
    while rest:
        try:
            count = stream.write(rest)
        except BlockingIOError as error:
            count = error.characters_written
        if not count:
            _wait_for_room(stream)
        rest = rest[count or 0 :]


def _wait_for_room(stream: IO[bytes]) -> None:
    import select

    select.select([], [stream], [], 1.0)


def abandon(stream: Any) -> None:
    """Point the stream's descriptor at the null device: what is left in its buffer must not fail once more at exit."""
    with suppress(OSError, ValueError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def is_terminal(stream: Any) -> bool:
    """Whether a person looks at the stream (or types into it)."""
    try:
        return bool(stream is not None and stream.isatty())
    except ValueError:
        return False


def wants_colour(stream: Any, choice: Colour = "auto") -> bool:
    """--color, then NO_COLOR, then FORCE_COLOR, then the terminal; each stream by itself."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"
