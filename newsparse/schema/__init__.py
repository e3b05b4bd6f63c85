"""The published JSON Schema (2020-12) of a record, as it is checked in beside this module."""

from pathlib import Path

_FILE = Path(__file__).with_name("record.schema.json")


def text() -> str:
    """The schema as JSON text, ending in a newline."""
    return _FILE.read_text(encoding="utf-8")
