"""bytes -> Source: byte order marks, UTF-8, else a detected encoding with a warning; refuses what is no text."""

import codecs
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from newsparse.errors import EmptyInputError, EncodingError, NotTextError, TooLargeError
from newsparse.model import Note, Source

MAX_BYTES = 64 * 1024 * 1024

# UTF-32 before UTF-16: the one mark begins with the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "the signature of PDF"),
    (b"PK\x03\x04", "the signature of ZIP, docx or epub"),
    (b"\x1f\x8b", "the signature of gzip"),
    (b"\x28\xb5\x2f\xfd", "the signature of zstd"),
    (b"\x89PNG", "the signature of PNG"),
    (b"\xff\xd8\xff", "the signature of JPEG"),
    (b"GIF8", "the signature of GIF"),
    (b"\xd0\xcf\x11\xe0", "the signature of an old Office file"),
    (b"\x7fELF", "the signature of ELF"),
    (b"BZh", "the signature of bzip2"),
    (b"\xfd7zXZ", "the signature of xz"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# What a person may not see: C0 but white space, DEL, C1 (without NEL, a line end), bidirectional overrides.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_CODE_PAGE = re.compile("^cp(?=125)")
_PLAIN_NAMES = {"cp932": "Shift_JIS", "mac_roman": "Mac Roman", "utf-8": "UTF-8 all the same, U+FFFD for what is not"}


class _Decoded(NamedTuple):
    text: str
    encoding: str | None
    notes: tuple[Note, ...] = ()


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """The file's bytes; raises OSError, or TooLargeError before more than ``max_bytes`` are read."""
    with path.open("rb") as file:
        data = file.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise TooLargeError(max_bytes, path=str(path))
    return data


def decode(data: bytes, *, name: str = "-", encoding: str | None = None) -> Source:
    """The source of a file's bytes; ``encoding`` overrides what is found (a byte order mark still goes).

    Raises NotTextError, EmptyInputError, EncodingError.
    """
    told = _Decoded(_as_told(data, encoding, name), encoding) if encoding is not None else None
    decoded = told or _find_text(data, name)
    return _source(decoded, name, hashlib.sha256(data).hexdigest())


def from_text(text: str, *, name: str = "-") -> Source:
    """The source of text that was decoded elsewhere: no encoding; the hash is that of its UTF-8 bytes."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _source(_Decoded(text.removeprefix("\ufeff"), None), name, digest)


def _source(decoded: _Decoded, name: str, sha256: str) -> Source:
    text, notes = decoded.text, [*decoded.notes]
    if not text or text.isspace():
        raise EmptyInputError(path=name)
    if "\0" in text:
        raise NotTextError("NUL character", offset=text.index("\0"), path=name)
    if decoded.encoding != "utf-8" and _SURROGATE.search(text):  # UTF-8 has none
        text, count = _SURROGATE.subn("\ufffd", text)
        notes.append(Note("lone-surrogates", f"{count} lone surrogates, each read as U+FFFD"))
    control = _CONTROL.search(text)
    if control:
        line = len(re.findall(r"\r\n?|\n", text[: control.start()])) + 1
        said = f"control characters (first U+{ord(control[0]):04X}); kept in JSON, dropped from pages and the screen"
        notes.append(Note("control-characters", said, line))
    return Source(name, text, decoded.encoding, sha256, tuple(notes))


def _as_told(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError as error:
        raise EncodingError(encoding, "no encoding has that name", path=name) from error
    except UnicodeDecodeError as error:
        raise EncodingError(encoding, f"{error.reason} at byte {error.start}", path=name) from error
    except (ValueError, TypeError, AttributeError) as error:  # codecs of Python's own that are no charsets
        raise EncodingError(encoding, str(error), path=name) from error


def _find_text(data: bytes, name: str) -> _Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    for signature, sign in _SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(sign, offset=0, path=name)
    nul = data.find(b"\0")
    if nul >= 0:
        return _without_mark(data, nul, name)
    try:
        return _Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _detected(data, error.start)


def _marked(data: bytes, encoding: str) -> _Decoded:
    try:
        return _Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        said = f"not {encoding.upper()} at byte {error.start}; read with U+FFFD for what is not"
        return _Decoded(data.decode(encoding, "replace"), encoding, (Note("encoding", said),))


def _without_mark(data: bytes, nul: int, name: str) -> _Decoded:
    """UTF-16 or UTF-32 without its mark: the zero bytes of western text stand at every second or fourth place."""
    head = data[:4096]
    for encoding, width, where in (("utf-32-le", 4, 3), ("utf-32-be", 4, 0), ("utf-16-le", 2, 1), ("utf-16-be", 2, 0)):
        places = head[where::width]
        if len(data) % width == 0 and len(places) > 2 and places.count(0) > 0.7 * len(places):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                said = f"no byte order mark; read as {encoding.upper()} (use --encoding to choose)"
                return _Decoded(text, encoding, (Note("encoding", said),))
    raise NotTextError("NUL byte", offset=nul, path=name)


def _detected(data: bytes, bad: int) -> _Decoded:
    from newsparse.charset import charset_of  # few files need it

    encoding = charset_of(data, bad)
    plain = _PLAIN_NAMES.get(encoding) or _CODE_PAGE.sub("Windows-", encoding)
    said = f"not UTF-8 at byte {bad}; read as {plain} (use --encoding to choose)"
    return _Decoded(data.decode(encoding, "replace"), encoding, (Note("encoding", said),))
