"""Text -> a pager, where a person looks: $PAGER, else less, else straight to the terminal."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from newsparse.cli.messages import Reports
from newsparse.cli.streams import write_stdout

if TYPE_CHECKING:
    from newsparse.model import Note

_LESS = "less"
_COLOURS = "-R"  # also where $LESS says nothing of them


class HeldReports(Reports):
    """Messages that wait while a pager has the screen."""

    def __init__(self, reports: Reports) -> None:
        super().__init__(quiet=reports.quiet, debug=reports.debug, strict=reports.strict, colour=reports.colour)
        self._waiting: list[Callable[[], None]] = []

    def failed(self, path: str, error: BaseException) -> None:
        """An input failed: told later."""
        self._waiting.append(lambda: Reports.failed(self, path, error))

    def note(self, path: str, note: "Note") -> None:
        """A warning: told later."""
        self._waiting.append(lambda: Reports.note(self, path, note))

    def tell_all(self) -> None:
        """Tell what waited."""
        for tell in self._waiting:
            tell()
        self._waiting.clear()


def show(chunks: Iterable[str], *, paged: bool) -> None:
    """Write the text, through a pager if ``paged`` and there is one; no pager opens where there is no text."""
    chunks = iter(chunks)
    first = next(chunks, None)
    if first is None:
        return
    chunks = chain([first], chunks)
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
    words = _words()
    if not words:
        return None
    environment = dict(os.environ)
    environment.setdefault("LESS", "FRX")  # leave at once where one screen is enough; show colours
    environment.setdefault("LESSCHARSET", "utf-8")  # what we write, whatever the locale says
    try:
        return subprocess.Popen(words, stdin=subprocess.PIPE, env=environment)  # noqa: S603  the person's own pager
    except OSError:
        return None


def _words() -> list[str]:
    """The command of the pager; less is asked for colours in any case."""
    import shlex

    try:
        words = shlex.split(os.environ.get("PAGER") or _LESS)
    except ValueError:  # an unclosed quotation mark in $PAGER
        words = [_LESS]
    if words and os.path.basename(words[0]) == _LESS:  # noqa: PTH119  a word of a command, no path of ours
        return [words[0], _COLOURS, *words[1:]]
    return words


def _feed(pager: "subprocess.Popen[bytes]", chunks: Iterable[str]) -> None:
    stream = pager.stdin
    assert stream is not None
    try:
        for chunk in chunks:
            stream.write(chunk.encode("utf-8", "replace"))
    finally:
        with suppress(BrokenPipeError):
            stream.close()
