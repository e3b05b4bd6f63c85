"""Ctrl-C and SIGTERM: one command ends at once; a batch ends after the file at hand, or soon after if that is long."""

import signal
from collections.abc import Callable
from types import FrameType

from newsparse.cli.codes import INTERRUPTED

_GRACE = 1.5  # seconds that a batch may take to finish the file at hand


class Terminated(BaseException):
    """A signal asks us to end; no Exception, so that nothing that catches a bad file's errors catches it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


class Patience:
    """Remembers that a signal came: ``code`` is the exit code to leave with, 0 while none has come."""

    def __init__(self) -> None:
        self.code = 0
        self._then: Callable[[], None] = lambda: None

    def __enter__(self) -> "Patience":
        _on_signals(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
        stop_at_once()

    def then(self, stop: Callable[[], None]) -> None:
        """Call ``stop`` when a signal comes; or now, if it came already."""
        self._then = stop
        if self.code:
            stop()

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.code:  # a second signal: the person means it
            _raise(number, frame)
        self.code = 128 + number
        self._then()
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGALRM, lambda _, frame: _raise(number, frame))
            signal.setitimer(signal.ITIMER_REAL, _GRACE)


def stop_at_once() -> None:
    """End where we are; what is half written is removed on the way out."""
    _on_signals(_raise)


def restore() -> None:
    """Back to Python's own handlers: the command is over (a test runs many in one process)."""
    if _in_main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _raise(number: int, _: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # no second one while the first is cleared away
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Terminated(number)


def _on_signals(handler: "signal._HANDLER") -> None:
    if _in_main_thread():
        for number in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup, and the background of a plain shell
                signal.signal(number, handler)


def _in_main_thread() -> bool:
    import threading

    return threading.current_thread() is threading.main_thread()


assert INTERRUPTED == 128 + signal.SIGINT
