"""bytes -> Source: byte order marks, UTF-8, else a detected encoding with a warning; refuses what is no text."""

import codecs
import hashlib
import re
from pathlib import Path

from newsparse.errors import EmptyInputError, EncodingError, NotTextError, TooLargeError
from newsparse.model import Note, Source

MAX_BYTES = 64 * 1024 * 1024
_SAMPLE = 32 * 1024  # bytes around the first that is not UTF-8: enough to tell an encoding, and a bound on the time

# UTF-32 before UTF-16: the one mark begins with the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF32_LE, "utf-32-le", ""),
    (codecs.BOM_UTF32_BE, "utf-32-be", ""),
    (codecs.BOM_UTF16_LE, "utf-16-le", ""),
    (codecs.BOM_UTF16_BE, "utf-16-be", ""),
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
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s?=\s?["']?([\w-]{2,40})""", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")
# What a person may not see: C0 but white space, DEL, C1 (without NEL, a line end), bidirectional overrides.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
# Encodings of western Europe share most letters; the detector cannot tell them apart on a page of prose, and
# nearly all such files are Windows-1252 (the WHATWG encoding standard reads Latin-1 as Windows-1252, too).
_WESTERN = frozenset({"cp1252", "latin_1", "cp1250", "iso8859_2", "iso8859_15", "cp1254", "cp1257", "cp1258", "hp_roman8",
                      "iso8859_3", "iso8859_4", "iso8859_9", "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_16", "cp850"})  # fmt: skip
_PLAIN_NAMES = {"cp1252": "Windows-1252", "shift_jis": "Shift_JIS", "cp932": "Windows-31J", "mac_roman": "Mac Roman"}


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
    digest = hashlib.sha256(data).hexdigest()
    if encoding is not None:
        text, found, notes = _as_told(data, encoding, name), encoding, []
    else:
        text, found, notes = _find_text(data, name)
    return _source(text, name=name, encoding=found, sha256=digest, notes=notes)


def from_text(text: str, *, name: str = "-") -> Source:
    """The source of text that was decoded elsewhere: no encoding; the hash is that of its UTF-8 bytes."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if "\0" in text:
        raise NotTextError("NUL character", offset=text.index("\0"), path=name)
    return _source(text.removeprefix("\ufeff"), name=name, encoding=None, sha256=digest, notes=[])


def _source(text: str, *, name: str, encoding: str | None, sha256: str, notes: list[Note]) -> Source:
    if not text or text.isspace():
        raise EmptyInputError(path=name)
    if _SURROGATE.search(text):
        text, count = _SURROGATE.subn("\ufffd", text)
        notes = [*notes, Note("lone-surrogates", f"{count} lone surrogates, each read as U+FFFD")]
    control = _CONTROL.search(text)
    if control:
        line = len(re.findall(r"\r\n?|\n", text[: control.start()])) + 1
        said = f"control characters (first U+{ord(control[0]):04X}); kept in JSON, dropped from pages and the screen"
        notes = [*notes, Note("control-characters", said, line)]
    return Source(name, text, encoding, sha256, tuple(notes))


def _as_told(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError as error:
        raise EncodingError(encoding, "no encoding has that name", path=name) from error
    except UnicodeDecodeError as error:
        raise EncodingError(encoding, f"{error.reason} at byte {error.start}", path=name) from error
    except (UnicodeError, ValueError, TypeError, AttributeError) as error:  # codecs of Python's own that are no charsets
        raise EncodingError(encoding, str(error), path=name) from error


def _find_text(data: bytes, name: str) -> tuple[str, str, list[Note]]:
    for mark, encoding, _ in _MARKS:
        if data.startswith(mark) and len(data) > len(mark):
            return _marked(data[len(mark) :], encoding, name)
    for signature, sign in _SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(sign, offset=0, path=name)
    nul = data.find(b"\0")
    if nul >= 0:
        return _without_mark(data, nul, name)
    try:
        return data.decode("utf-8"), "utf-8", []
    except UnicodeDecodeError as error:
        return _detected(data, error.start)


def _marked(data: bytes, encoding: str, name: str) -> tuple[str, str, list[Note]]:
    try:
        text, notes = data.decode(encoding), []
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        notes = [Note("encoding", f"not {encoding.upper()} at byte {error.start}; read with U+FFFD for what is not")]
    if "\0" in text:
        raise NotTextError("NUL character", offset=text.index("\0"), path=name)
    return text, encoding, notes


def _without_mark(data: bytes, nul: int, name: str) -> tuple[str, str, list[Note]]:
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
                return text, encoding, [Note("encoding", said)]
    raise NotTextError("NUL byte", offset=nul, path=name)


def _detected(data: bytes, bad: int) -> tuple[str, str, list[Note]]:
    declared = _DECLARED.search(data[:2048])
    encoding = _known(declared[1].decode("ascii")) if declared else None
    if encoding in (None, "utf-8"):
        encoding = _guess(data, bad)
    text = data.decode(encoding or "cp1252", "replace")
    plain = _PLAIN_NAMES.get(encoding or "cp1252", encoding or "")
    said = f"not UTF-8 at byte {bad}; read as {plain} (use --encoding to choose)"
    return text, encoding or "cp1252", [Note("encoding", said)]


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    return found.name.replace("-", "_") if found.name != "utf-8" else "utf-8"


def _guess(data: bytes, bad: int) -> str:
    """The encoding of bytes that are not UTF-8, from a sample around the first that tells."""
    sample = data[max(0, bad - _SAMPLE // 2) : bad + _SAMPLE // 2]
    broken = len(re.findall("\ufffd", sample.decode("utf-8", "replace")))
    beyond = sum(byte > 0x7F for byte in sample)
    if broken * 4 <= beyond:  # most of what is not ASCII is good UTF-8: a cut or a stray byte, not another encoding
        return "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=["utf_7"]).best()
    if best is None or best.encoding in _WESTERN:
        return "cp1252"
    return str(best.encoding)
