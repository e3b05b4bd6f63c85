"""What became of one input of a batch."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from newsparse.intake import printable_name
from newsparse.model import Note


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    "read" is the status where nothing was to be written. ``error`` is None unless ``status`` is "failed"; ``notes``
    are the warnings; ``sha256`` is of the input's bytes;
    ``hopeless`` says that the output folder is at fault and the next file will fare no better; ``trace`` is there
    for a fault of newsparse only; ``found`` counts what the records hold, where a summary was asked for; ``goes_on``
    says that another part of the same input follows (it never leaves the house).
    """

    input: str
    status: Literal["written", "failed", "skipped", "read"]
    outputs: tuple[str, ...] = ()
    documents: int = 0
    notes: tuple[Note, ...] = ()
    error: str | None = None
    line: int | None = None
    sha256: str | None = None
    ms: int = 0
    hopeless: bool = False
    trace: str = field(default="", repr=False)
    found: Mapping[str, int] = field(default_factory=dict, repr=False)
    goes_on: bool = field(default=False, repr=False)

    def and_then(self, other: "Outcome") -> "Outcome":
        """The outcome of an input that was read in parts: a part that failed is a bad line of one that did not."""
        first, second = (other, self) if self.status == "failed" and other.status != "failed" else (self, other)
        faults = (Note("bad-line", second.error or "", second.line),) if second.status == "failed" else ()
        return replace(
            first,
            documents=self.documents + other.documents,
            notes=(*self.notes, *other.notes, *faults),
            sha256=self.sha256 or other.sha256,
            ms=self.ms + other.ms,
            hopeless=self.hopeless or other.hopeless,
            found={key: self.found.get(key, 0) + other.found.get(key, 0) for key in {**self.found, **other.found}},
            goes_on=other.goes_on,
        )

    def to_dict(self) -> dict[str, Any]:
        """The line of a report; ``output`` is a list where the file held several documents."""
        outputs = list(self.outputs)
        return {
            "input": printable_name(self.input),
            "output": [printable_name(output) for output in outputs]
            if len(outputs) > 1
            else (printable_name(outputs[0]) if outputs else None),
            "status": self.status,
            "documents": self.documents,
            "warnings": len(self.notes),
            "error": self.error,
            "sha256": self.sha256,
            "ms": self.ms,
        }
