"""What a person is told on stderr: one line each, the place first, nothing in it that a terminal would obey."""

import sys
from typing import TYPE_CHECKING

from newsparse.cli.codes import FAILED, OK, WARNED
from newsparse.cli.streams import Colour, abandon, wants_colour
from newsparse.errors import NewsparseError
from newsparse.reasons import in_words

if TYPE_CHECKING:
    from newsparse.model import Note

Place = tuple[str, int, int | None]  # path, line, column

_SGR = {"warning": "\x1b[33m", "error": "\x1b[31m"}


def harmless(text: str) -> str:
    r"""The text with everything that does not print shown as an escape.

    >>> harmless("a\x1b[2J\nb")
    'a\\x1b[2J\\nb'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def say(text: str, *, path: str | None = None, level: str = "", colour: Colour = "auto") -> None:
    """One line from newsparse itself: ``newsparse: a.txt: warning: ...``."""
    _write(f"newsparse: {_place(path)}", level, text, colour)


def say_at(place: Place, text: str, *, level: str = "warning", colour: Colour = "auto") -> None:
    """One line about a place in a file, as editors understand it: ``a.txt:23:5: warning: ...``."""
    where = ":".join(str(part) for part in place if part is not None)
    _write(f"{harmless(where)}: ", level, text, colour)


def failure(error: BaseException, *, path: str | None = None, debug: bool = False, colour: Colour = "auto") -> None:
    """The message for an exception; the traceback, too, for those who asked."""
    if debug:
        import traceback

        tell("".join(traceback.format_exception(error)))
    if isinstance(error, NewsparseError) and error.line is not None:
        say_at((path or "-", error.line, None), error.reason, level="error", colour=colour)
    else:
        say(in_words(error) if not _speaks_for_itself(error) else str(error), path=path, colour=colour)


def _speaks_for_itself(error: BaseException) -> bool:
    from newsparse.cli.streams import OutputError

    return isinstance(error, OutputError)


def _place(path: str | None) -> str:
    if path is None:
        return ""
    return "standard input: " if path == "-" else f"{harmless(path)}: "


def _write(place: str, level: str, text: str, colour: Colour) -> None:
    word = f"{level}: " if level else ""
    if word and wants_colour(sys.stderr, colour):
        word = f"{_SGR[level]}{level}:\x1b[0m "
    tell(f"{place}{word}{harmless(text)}\n")


def tell(text: str) -> None:
    """Write to stderr; where that cannot be, there is no one to tell."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text.encode("utf-8", "backslashreplace").decode("utf-8"))
        sys.stderr.flush()
    except (OSError, ValueError):
        abandon(sys.stderr)


class Reports:
    """What was told in one run, and so the exit code of it. ``quiet`` leaves out warnings, never errors."""

    def __init__(
        self, *, quiet: bool = False, debug: bool = False, strict: bool = False, colour: Colour = "auto"
    ) -> None:
        self.quiet = quiet
        self.debug = debug
        self.strict = strict
        self.colour: Colour = colour
        self.failures = 0
        self.warnings = 0

    def failed(self, path: str, error: BaseException) -> None:
        """An input failed; the others go on."""
        self.failures += 1
        failure(error, path=path, debug=self.debug, colour=self.colour)

    def failed_because(self, path: str, why: str, line: int | None = None) -> None:
        """The same, where only the words came back from a worker."""
        self.failures += 1
        if line is None:
            say(why, path=path, colour=self.colour)
        else:
            say_at((path, line, None), why, level="error", colour=self.colour)

    def note(self, path: str, note: "Note") -> None:
        """Tell a warning; a line of the input that could not be read counts as a failed input."""
        if not note.is_warning:
            return
        level = "warning"
        if note.code == "bad-line":
            level = "error"
            self.failures += 1
        else:
            self.warnings += 1
        if self.quiet and level == "warning":
            return
        if note.line is None:
            say(note.message, path=path, level=level, colour=self.colour)
        else:
            say_at((path, note.line, note.column), note.message, level=level, colour=self.colour)

    @property
    def exit_code(self) -> int:
        """1 before 3: a failed input weighs more than a warning."""
        if self.failures:
            return FAILED
        return WARNED if self.strict and self.warnings else OK
