"""The published JSON Schema (2020-12) of a record, as it is checked in beside this module."""


def text() -> str:
    """The schema as JSON text, ending in a newline."""
    from importlib.resources import files

    return files(__name__).joinpath("record.schema.json").read_text(encoding="utf-8")
