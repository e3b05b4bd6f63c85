"""Everything that newsparse raises on purpose: children of NewsparseError that keep their parts."""

from typing import Any

__all__ = [
    "ArchiveError",
    "BadRecordError",
    "ClusterError",
    "EmptyInputError",
    "EncodingError",
    "MissingExtraError",
    "NewsparseError",
    "NotTextError",
    "OutputClashError",
    "OutputExistsError",
    "OutputPlaceError",
    "RemoteError",
    "SeveralDocumentsError",
    "TemplateFaultError",
    "TooLargeError",
    "UnknownFieldError",
    "UnknownFormatError",
    "UnknownLanguageError",
    "WorkersDieError",
]


class NewsparseError(Exception):
    """The parent of all errors raised on purpose.

    ``path`` is the name of the input ("-" for a stream) or None, ``line`` its 1-based line or None;
    ``reason`` is the message without its place.
    """

    def __init__(self, reason: str, *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = path
        self.line = line

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors cross process borders whole, whatever their constructor asks for."""
        return _rebuild, (type(self), self.args, self.__dict__)

    def __str__(self) -> str:
        """The reason behind its place: ``feed.jsonl:17: not JSON``."""
        place = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        return f"{place}: {self.reason}" if place else self.reason


def _rebuild(kind: type[NewsparseError], args: tuple[Any, ...], parts: dict[str, Any]) -> NewsparseError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(parts)
    return error


class NotTextError(NewsparseError):
    """The bytes are no text: a NUL byte, or the signature of a known binary format."""

    def __init__(self, sign: str, *, offset: int, path: str | None = None) -> None:
        super().__init__(f"not text ({sign} at offset {offset}); newsparse reads text and HTML", path=path)
        self.sign = sign
        self.offset = offset


class EmptyInputError(NewsparseError):
    """There is nothing but white space, so there is no article."""

    def __init__(self, *, path: str | None = None) -> None:
        super().__init__("no article text", path=path)


class TooLargeError(NewsparseError):
    """The input is larger than the caller allows."""

    def __init__(self, limit: int, *, path: str | None = None) -> None:
        super().__init__(f"larger than {limit:,} bytes; use --max-bytes to allow more", path=path)
        self.limit = limit


class ArchiveError(NewsparseError):
    """An archive or a compressed file is damaged, or would unpack to more than it may."""


class MissingExtraError(NewsparseError):
    """What was asked for needs an optional part of newsparse; ``extra`` is its name."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional part: pip install 'newsparse[{extra}]'")
        self.what = what
        self.extra = extra


class TemplateFaultError(NewsparseError):
    """A template cannot be read or filled in; ``path`` and ``line`` are its own."""


class WorkersDieError(NewsparseError):
    """Worker processes die one after the other and nothing gets done."""

    def __init__(self, how: str) -> None:
        super().__init__(f"worker processes die as soon as they begin ({how}); try --jobs 1")
        self.how = how


class ClusterError(NewsparseError):
    """The cluster at ``address`` cannot be reached."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"no Dask scheduler answers at {address!r} ({why})")
        self.address = address


class RemoteError(NewsparseError):
    """A remote file system says no, in its own words."""


class EncodingError(NewsparseError):
    """The named encoding does not exist, or does not fit the bytes."""

    def __init__(self, encoding: str, reason: str, *, path: str | None = None) -> None:
        super().__init__(f"cannot be read as {encoding}: {reason}", path=path)
        self.encoding = encoding


class UnknownFieldError(NewsparseError):
    """The record has no field of that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no field of the record is called {name!r}; there are {', '.join(known)}")
        self.name = name
        self.known = known


class UnknownFormatError(NewsparseError):
    """No reader or writer has that name."""

    def __init__(self, role: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no {role} is called {name!r}; there are {', '.join(known)}")
        self.role = role
        self.name = name
        self.known = known


class UnknownLanguageError(NewsparseError):
    """The language tag is not well formed."""

    def __init__(self, tag: str) -> None:
        super().__init__(f"{tag!r} is not a language tag like 'en' or 'pt-BR'")
        self.tag = tag


class SeveralDocumentsError(NewsparseError):
    """One document was asked for and the input holds several."""

    def __init__(self, *, path: str | None = None) -> None:
        super().__init__("holds several documents; use parse_all", path=path)


class BadRecordError(NewsparseError):
    """The data are no record of newsparse (see ``newsparse schema``)."""


class OutputClashError(NewsparseError):
    """Inputs of a batch would overwrite each other; ``clashes`` are (input, other input, output), all of them."""

    def __init__(self, clashes: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__("; ".join(_clash(*clash) for clash in clashes))
        self.clashes = clashes

    @property
    def lines(self) -> tuple[str, ...]:
        """A message for each clash."""
        return tuple(_clash(*clash) for clash in self.clashes)


def _clash(first: str, second: str, output: str) -> str:
    same_name = first.rsplit("/", 1)[-1] == second.rsplit("/", 1)[-1]
    help_ = "give their common folder instead" if same_name else "use --keep-suffix"
    return f"{first} and {second} would both write {output}; {help_}"


class OutputExistsError(NewsparseError):
    """Outputs of a batch are there already; ``outputs`` are their paths."""

    def __init__(self, outputs: tuple[str, ...]) -> None:
        super().__init__("; ".join(f"{output} exists" for output in outputs) + "; use --force or --skip-existing")
        self.outputs = outputs

    @property
    def lines(self) -> tuple[str, ...]:
        """A message for each output."""
        return tuple(f"{output} exists; use --force or --skip-existing" for output in self.outputs)


class OutputPlaceError(NewsparseError):
    """A file cannot be written where it should go: over an input, or out of the output folder through a link."""
