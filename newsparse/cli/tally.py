"""Outcomes -> messages, the report, the progress line, and what is said at the end of a batch."""

import json
import re
import sys
import time
from types import TracebackType
from typing import IO

from newsparse.cli.messages import Reports, harmless, tell
from newsparse.cli.streams import is_terminal
from newsparse.outcome import Outcome

_EVERY = 0.1  # seconds between two looks of the progress line
_SURE = 2.0  # seconds after which the rate tells how long the rest will take
_FEW = 3  # failures that need no account by reason; and files that are named of each reason
_NUMBERS = re.compile(r"\d[\d,]*")


class Tally:
    """Counts outcomes as they come; a context, so that the last line is said however the run ends."""

    def __init__(self, report: str | None, total: int, reports: Reports) -> None:
        self._path = report
        self._report: IO[str] | None = None
        self._total = total
        self._reports = reports
        self._began = self._shown = time.monotonic()
        self._progress = is_terminal(sys.stderr) and not reports.quiet
        self._drawn = 0  # cells of the progress line
        self._reasons: dict[str, _Reason] = {}
        self._counts = {"written": 0, "failed": 0, "skipped": 0, "read": 0}
        self.found: dict[str, int] = {}

    @property
    def failed(self) -> int:
        """How many inputs failed."""
        return self._counts["failed"]

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
            tell("".join(self._by_reason()))
            spent = time.monotonic() - self._began
            names = ("read", "failed") if self._counts["read"] else ("written", "failed", "skipped")
            tell(", ".join(f"{self._counts[name]} {name}" for name in names) + f" in {spent:.1f} s\n")

    def add(self, outcome: Outcome) -> None:
        """Count it, tell what is wrong with it, and write its line of the report."""
        self._clear()
        self._counts[outcome.status] += 1
        self._tell(outcome)
        for trait, count in outcome.found.items():
            self.found[trait] = self.found.get(trait, 0) + count
        if self._report is not None:
            self._report.write(json.dumps(outcome.to_dict(), ensure_ascii=False) + "\n")
            self._report.flush()
        self._show()

    def _tell(self, outcome: Outcome) -> None:
        told = set()
        for note in outcome.notes:
            if note not in told:
                told.add(note)
                self._reports.note(outcome.input, note)
        if outcome.error is not None:
            self._reports.failed_because(outcome.input, outcome.error, outcome.line)
            self._reasons.setdefault(_NUMBERS.sub("0", outcome.error), _Reason(outcome.error)).add(outcome.input)
            if outcome.trace and self._reports.debug:
                tell(outcome.trace)

    def _by_reason(self) -> list[str]:
        if self.failed <= _FEW:
            return []
        reasons = sorted(self._reasons.values(), key=lambda reason: -reason.count)
        return [f"{self.failed} failed:\n", *(f"{reason.count:7}  {reason}\n" for reason in reasons)]

    def _show(self) -> None:
        now = time.monotonic()
        if self._progress and now - self._shown > _EVERY:
            self._shown = now
            line = self._line(now - self._began)
            self._drawn = len(line)
            tell(f"\r{line}")

    def _line(self, spent: float) -> str:
        """1200/8000, 312/s, 0:22 left."""
        done = sum(self._counts.values())
        line = f"{done}/{self._total}"
        if spent > _SURE:
            left = round(spent / done * (self._total - done))
            line += f", {done / spent:.0f}/s, {left // 60}:{left % 60:02} left"
        return line

    def _clear(self) -> None:
        if self._drawn:
            tell("\r" + " " * self._drawn + "\r")
            self._drawn = 0


class _Reason:
    """Why inputs failed, how many, and the first of them."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._first: list[str] = []
        self.count = 0

    def add(self, path: str) -> None:
        self.count += 1
        if self.count <= _FEW:
            self._first.append(harmless(path))

    def __str__(self) -> str:
        more = ", ..." if self.count > _FEW else ""
        return f"{harmless(self._words)}: {', '.join(self._first)}{more}"
