"""Text -> a pager, where a person looks: $PAGER, else less, else straight to the terminal."""

import os
import signal
import subprocess
from collections.abc import Iterable
from contextlib import suppress

from newsparse.cli.streams import write_stdout

_PLAIN_LESS = ("less", "-R")


def show(chunks: Iterable[str], *, paged: bool) -> None:
    """Write the text, through a pager if ``paged`` and there is one."""
    pager = _start() if paged else None
    if pager is None:
        write_stdout(chunks)
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's now; its reader leaves by quitting
    try:
        with suppress(BrokenPipeError):  # the reader left: all right
            _feed(pager, chunks)
        pager.wait()
    finally:
        signal.signal(signal.SIGINT, before)


def _start() -> "subprocess.Popen[bytes] | None":
    import shlex

    wanted = os.environ.get("PAGER")
    try:
        words = shlex.split(wanted) if wanted else list(_PLAIN_LESS)
    except ValueError:  # an unclosed quotation mark in $PAGER
        words = list(_PLAIN_LESS)
    if not words:
        return None
    environment = dict(os.environ)
    environment.setdefault("LESS", "FRX")  # leave at once where one screen is enough; show colours
    try:
        return subprocess.Popen(words, stdin=subprocess.PIPE, env=environment)  # noqa: S603  the person's own pager
    except OSError:
        return None


def _feed(pager: "subprocess.Popen[bytes]", chunks: Iterable[str]) -> None:
    stream = pager.stdin
    assert stream is not None
    try:
        for chunk in chunks:
            stream.write(chunk.encode("utf-8", "replace"))
    finally:
        with suppress(BrokenPipeError):
            stream.close()
