"""Words on the command line -> an exit code. Everything that goes wrong below ends here as one line on stderr."""

import sys
from collections.abc import Sequence

import click

from newsparse.cli import messages, signals, streams
from newsparse.cli.codes import FAILED, INTERRUPTED, MISUSE, OK, READER_GONE
from newsparse.errors import NewsparseError


def run(words: Sequence[str]) -> int:
    """Do what the words say; never raises but KeyboardInterrupt at the very last moment."""
    streams.fill_closed_descriptors()
    signals.stop_at_once()
    code = _guarded(list(words))
    try:
        return max(code, _flushed())
    finally:
        signals.restore()


def _guarded(words: list[str]) -> int:  # noqa: PLR0911  one return an ending
    """The catch-all of the house: each kind of end has its exit code and at most one message."""
    try:
        return _invoke(words)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        messages.say(error.format_message(), path=getattr(error, "filename", None))
        return MISUSE
    except BrokenPipeError:
        streams.abandon(sys.stdout)
        return READER_GONE
    except signals.Terminated as end:
        return 128 + end.signal
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  the boundary: a person gets words, --debug the trace
        return _failed(error, debug="--debug" in words)


def _invoke(words: list[str]) -> int:
    from newsparse.cli.group import group

    with group.make_context("newsparse", words) as context:
        code = group.invoke(context)
    return code if isinstance(code, int) else OK


def _failed(error: Exception, *, debug: bool) -> int:
    path = None
    if isinstance(error, NewsparseError | OSError):
        path = getattr(error, "path", None) or getattr(error, "filename", None)
    if isinstance(error, OSError) and path is None:  # click wrote its help: nothing else here has no name
        error = streams.OutputError(error)
    if isinstance(error, streams.OutputError):
        streams.abandon(sys.stdout)
    messages.failure(error, path=path, debug=debug)
    return MISUSE if isinstance(error, NewsparseError) and path is None else FAILED


def _flushed() -> int:
    """Empty the buffer of stdout now: at exit it would be too late for a message."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        streams.abandon(sys.stdout)
        return READER_GONE
    except OSError as error:
        streams.abandon(sys.stdout)
        messages.failure(streams.OutputError(error))
        return FAILED
    return OK
