"""Records -> whatever a template of the user's says: Jinja2, sandboxed, once a record.

The template sees the keys of the record (``headline``, ``quotes``, ...), all of them as ``record``, and ``text``; all
without control characters. In ``.html.j2`` and ``.xml.j2`` what they say is escaped. Needs the extra "template".
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsparse.errors import MissingExtraError, TemplateFaultError
from newsparse.exchange import to_dict
from newsparse.formats import WriteOptions
from newsparse.model import Record
from newsparse.writers.clean import for_people

_ESCAPED = (".html", ".htm", ".xhtml", ".xml", ".svg")


def write(records: Iterable[Record], options: WriteOptions) -> Iterator[str]:
    """A chunk a record; raises MissingExtraError, and TemplateFaultError with its place, before anything is written."""
    return _rendered(records, template(options.template or ""))


def template(path: str) -> Any:
    """The compiled template; it may include its neighbours. Raises MissingExtraError and TemplateFaultError."""
    try:
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.exceptions import TemplateError
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError:
        raise MissingExtraError("--template", "template") from None
    place = Path(path)
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(place.parent, encoding="utf-8"),
        autoescape=place.name.lower().removesuffix(".j2").endswith(_ESCAPED),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        return environment.get_template(place.name)
    except (TemplateError, UnicodeDecodeError) as error:
        raise _fault(path, error) from error


def _rendered(records: Iterable[Record], made: Any) -> Iterator[str]:
    from jinja2.exceptions import TemplateError

    for record in records:
        seen = _for_people(to_dict(record))
        try:
            yield made.render(seen, record=seen, text=for_people(record.text))
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise _fault(made.filename or made.name, error) from error


def _fault(path: str, error: Exception) -> TemplateFaultError:
    return TemplateFaultError(f"{getattr(error, 'message', None) or error}", path=path, line=_line(error))


def _line(error: Exception) -> int | None:
    """The line of the template: a syntax error knows it; else the last frame of the template's own code does."""
    line = getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _for_people(value: Any) -> Any:
    if isinstance(value, str):
        return for_people(value)
    if isinstance(value, list):
        return [_for_people(item) for item in value]
    return {key: _for_people(item) for key, item in value.items()} if isinstance(value, dict) else value
