"""The options that commands share, and the checked values made of them."""

import codecs
from collections.abc import Callable
from typing import Any, TypeVar

import click

from newsparse.cli.messages import Reports
from newsparse.decode import MAX_BYTES
from newsparse.errors import TemplateFaultError
from newsparse.formats import WRITERS, WriteOptions, names, reader, writer
from newsparse.intake import Reading

TEMPLATE = "template"
_F = TypeVar("_F", bound=Callable[..., Any])

_READING = (
    click.option("-f", "--from", "form", metavar="FORM", default="auto", help="The form of the input [auto]."),
    click.option("--text-key", metavar="KEY", help="The key of the text in articles as JSON [text, body, ...]."),
    click.option("--encoding", metavar="NAME", help="The encoding of the input [found by looking]."),
    click.option("--lang", "language", metavar="TAG", help="The language, as 'en' or 'pt-BR' [guessed]."),
    click.option(
        "--max-bytes", type=click.IntRange(1), metavar="N", default=MAX_BYTES, help="The largest input [64 MB]."
    ),
)
_WRITING = (
    click.option("--fields", metavar="LIST", help="Keys of the JSON to keep: headline,quotes; +text adds the text."),
    click.option("--front-matter", is_flag=True, help="YAML front matter before Markdown."),
    click.option("--quotes", is_flag=True, help="Markdown with a list of the quotations behind the article."),
    click.option("--fragment", is_flag=True, help="The article alone: no page around it, no colophon to read back."),
    click.option(
        "--table",
        type=click.Choice(["quotes", "articles", "records"]),
        help="The rows of CSV and Parquet: a quotation each, or an article (records is the same) [csv: quotes].",
    ),
    click.option("--template", metavar="FILE.j2", help="Write what this Jinja2 template says (extra 'template')."),
)
_REPORTING = (
    click.option("--strict", is_flag=True, help="Exit 3 where there were warnings."),
    click.option("-q", "--quiet", is_flag=True, help="No warnings and no summary; errors are told."),
)
_ALWAYS = (
    click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", help="[auto]"),
    click.option("--debug", is_flag=True, help="Show the traceback of an error."),
)


def _to_option(*formats: str) -> Callable[[Any], Any]:
    return click.option("-t", "--to", metavar="FORMAT", help=f"The format of the output: {', '.join(formats)} [json].")


to_option = _to_option(*names(WRITERS))
to_many_option = _to_option(*names(WRITERS), "parquet")


def _together(options: tuple[Callable[[Any], Any], ...]) -> Callable[[_F], _F]:
    def decorate(function: _F) -> _F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


reading_options = _together(_READING)
writing_options = _together(_WRITING)
reporting_options = _together((*_REPORTING, *_ALWAYS))
always_options = _together(_ALWAYS)


def reading(chosen: dict[str, Any]) -> Reading:
    """How to read, checked before anything is read; raises what the checks raise."""
    form, encoding, language = chosen["form"], chosen["encoding"], chosen["language"]
    if chosen["text_key"] is not None:
        if form not in ("auto", "json"):
            raise click.UsageError("--text-key is for articles as JSON")
        form = f"json:{chosen['text_key']}"
    if form != "auto":
        reader(form)
    if language is not None:
        from newsparse.language import check_tag

        check_tag(language)
    if encoding is not None and not _is_charset(encoding):
        raise click.UsageError(f"no encoding is called {encoding!r}")
    return Reading(form, language, encoding, chosen["max_bytes"])


def _is_charset(name: str) -> bool:
    """Whether Python knows the encoding and it makes text of bytes (zlib and rot13 are codecs, too)."""
    try:
        return bool(getattr(codecs.lookup(name), "_is_text_encoding", True))
    except (LookupError, ValueError):
        return False


def writing(chosen: dict[str, Any], *, indent: bool = False) -> WriteOptions:
    """How to write; raises UnknownFieldError."""
    return WriteOptions(
        fields=_fields(chosen["fields"]),
        indent=indent,
        front_matter=chosen["front_matter"],
        fragment=chosen["fragment"],
        quotes=chosen["quotes"],
        table="articles" if chosen["table"] in ("articles", "records") else "quotes",
        template=chosen["template"],
    )


def _fields(wanted: str | None) -> tuple[str, ...]:
    if not wanted:
        return ()
    from newsparse.errors import UnknownFieldError
    from newsparse.exchange import KEYS

    known = (*KEYS, "+text")
    fields = tuple(part.strip() for part in wanted.split(",") if part.strip())
    for name in fields:
        if name not in known:
            raise UnknownFieldError(name, known)
    return fields


def check_writer(chosen: dict[str, Any], otherwise: str | None = None) -> str | None:
    """The writer that was asked for, else ``otherwise``; raises UnknownFormatError and UsageError."""
    to, path = chosen["to"], chosen["template"]
    if path is None and to != TEMPLATE:
        if to is not None:
            writer(to)
        return to or otherwise
    if path is None or to not in (None, TEMPLATE):
        raise click.UsageError("--template FILE.j2 says what to write, and stands without another --to")
    from newsparse.writers.to_template import template

    try:
        template(path)
    except TemplateFaultError as error:
        raise click.UsageError(str(error)) from error
    return TEMPLATE


def reports(chosen: dict[str, Any]) -> Reports:
    """The account of this run."""
    return Reports(
        quiet=chosen.get("quiet", False),
        debug=chosen["debug"],
        strict=chosen.get("strict", False),
        colour=chosen["colour"],
    )
