"""Outcomes -> messages, the report, the progress line and the last line of a batch."""

import json
import sys
import time
from types import TracebackType
from typing import IO

from newsparse.cli.messages import Reports, tell
from newsparse.cli.streams import is_terminal
from newsparse.outcome import Outcome

_EVERY = 0.1  # seconds between two looks of the progress line


class Tally:
    """Counts outcomes as they come; a context, so that the last line is said however the run ends."""

    def __init__(self, report: str | None, total: int, reports: Reports) -> None:
        self._path = report
        self._report: IO[str] | None = None
        self._total = total
        self._reports = reports
        self._began = self._shown = time.monotonic()
        self._progress = is_terminal(sys.stderr) and not reports.quiet
        self._drawn = False
        self.written = self.failed = self.skipped = 0

    def __enter__(self) -> "Tally":
        if self._path is not None:
            self._report = open(self._path, "w", encoding="utf-8", newline="\n")  # noqa: PTH123  closed in __exit__
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._report is not None:
            self._report.close()
        self._clear()
        if not self._reports.quiet and kind is None:
            spent = time.monotonic() - self._began
            tell(f"{self.written} written, {self.failed} failed, {self.skipped} skipped in {spent:.1f} s\n")

    def add(self, outcome: Outcome) -> None:
        """Count it, tell what is wrong with it, and write its line of the report."""
        self._clear()
        setattr(self, outcome.status, getattr(self, outcome.status) + 1)
        told = set()
        for note in outcome.notes:
            if note not in told:
                told.add(note)
                self._reports.note(outcome.input, note)
        if outcome.error is not None:
            self._reports.failed_because(outcome.input, outcome.error, outcome.line)
            if outcome.trace and self._reports.debug:
                tell(outcome.trace)
        if self._report is not None:
            self._report.write(json.dumps(outcome.to_dict(), ensure_ascii=False) + "\n")
            self._report.flush()
        self._show()

    def _show(self) -> None:
        now = time.monotonic()
        if self._progress and now - self._shown > _EVERY:
            self._shown = now
            self._drawn = True
            tell(f"\r{self.written + self.failed + self.skipped}/{self._total}")

    def _clear(self) -> None:
        if self._drawn:
            self._drawn = False
            tell("\r" + " " * 24 + "\r")
