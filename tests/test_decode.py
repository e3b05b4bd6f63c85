"""Bytes become text, or an error that says why not; the cases are files of fixtures/bytes, listed in its cases.json."""

import hashlib
from pathlib import Path

import pytest

from newsparse import errors
from newsparse.decode import decode, from_text, read_bytes
from tests.cases import FIXTURES, Case, load_cases
from tests.pace import grows_in_proportion

BYTES = FIXTURES / "bytes"
CASES = load_cases(BYTES / "cases.json")
READ = [case for case in CASES if "error" not in case]
REFUSED = [case for case in CASES if "error" in case]


def _warned(notes: tuple[object, ...]) -> bool:
    return any(getattr(note, "is_warning", False) for note in notes)


@pytest.mark.parametrize("case", READ, ids=lambda case: case["file"])
def test_a_file_is_read_in_its_encoding(case: Case) -> None:
    source = decode((BYTES / case["file"]).read_bytes(), name=case["file"])
    assert source.encoding == case.get("encoding", source.encoding)
    assert source.text == case.get("text", source.text)
    assert _warned(source.notes) == case["warns"]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["file"])
def test_what_is_no_text_is_refused_by_name_and_reason(case: Case) -> None:
    with pytest.raises(getattr(errors, case["error"])) as caught:
        decode((BYTES / case["file"]).read_bytes(), name=case["file"])
    assert str(caught.value).startswith(case["file"] + ": ")
    assert case["says"] in str(caught.value)


def test_every_file_of_bytes_is_a_case() -> None:
    assert {path.name for path in BYTES.iterdir()} - {"cases.json"} == {case["file"] for case in CASES}


def test_the_warning_names_the_byte_and_the_encoding() -> None:
    note = decode("Plain words and a café\n".encode("cp1252"), name="old.txt").notes[0]
    assert note.code == "encoding"
    assert note.message == "not UTF-8 at byte 21; read as Windows-1252 (use --encoding to choose)"


def test_a_told_encoding_is_taken_without_a_warning() -> None:
    source = decode("Мост закрыт".encode("koi8-r"), encoding="koi8-r")
    assert (source.text, source.encoding, source.notes) == ("Мост закрыт", "koi8-r", ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_told_encoding_still_loses_its_byte_order_mark(encoding: str) -> None:
    assert decode(("\ufeff" + "Bridge").encode(encoding), encoding=encoding).text == "Bridge"


@pytest.mark.parametrize(
    ("encoding", "says"),
    [
        ("klingon-7", "cannot be read as klingon-7: no encoding has that name"),
        ("ascii", "cannot be read as ascii: ordinal not in range(128) at byte 3"),
        ("utf-32", "cannot be read as utf-32"),
        ("hex", "cannot be read as hex"),
        ("undefined", "cannot be read as undefined"),
        ("utf-8\0", "cannot be read as"),
    ],
)
def test_a_told_encoding_that_does_not_exist_or_fit_is_an_error(encoding: str, says: str) -> None:
    with pytest.raises(errors.EncodingError, match="cannot be read as") as caught:
        decode("Café".encode(), name="a.txt", encoding=encoding)
    assert says in caught.value.reason
    assert (caught.value.path, caught.value.encoding) == ("a.txt", encoding)


def test_a_told_encoding_does_not_let_a_nul_through() -> None:
    with pytest.raises(errors.NotTextError, match="NUL character at offset 2"):
        decode(b"ab\0c", encoding="latin-1")


def test_line_ends_stay_as_they_stand() -> None:
    text = "one\r\ntwo\rthree\u2028four\x0bfive\x85"
    assert decode(text.encode()).text == text


def test_the_hash_is_that_of_the_bytes() -> None:
    data = b"\xef\xbb\xbfA bridge"
    assert decode(data).sha256 == hashlib.sha256(data).hexdigest()


def test_text_has_no_encoding_and_the_hash_of_its_utf_8() -> None:
    source = from_text("\ufeffA café")
    assert (source.text, source.encoding) == ("A café", None)
    assert source.sha256 == hashlib.sha256("\ufeffA café".encode()).hexdigest()


def test_lone_surrogates_of_a_text_are_replaced_with_a_warning() -> None:
    source = from_text("A \ud800 bridge \udfff")
    assert source.text == "A \ufffd bridge \ufffd"
    assert [note.code for note in source.notes] == ["lone-surrogates"]


def test_control_characters_are_kept_and_the_first_is_told_with_its_line() -> None:
    source = from_text("one\r\ntwo\n\x1b[2J")
    assert source.text == "one\r\ntwo\n\x1b[2J"
    assert [(note.code, note.line) for note in source.notes] == [("control-characters", 3)]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
def test_a_text_of_nothing_is_an_error(text: str) -> None:
    with pytest.raises(errors.EmptyInputError):
        from_text(text)


def test_a_text_with_a_nul_is_refused() -> None:
    with pytest.raises(errors.NotTextError, match="NUL character at offset 1"):
        from_text("a\0b")


def test_a_file_over_the_limit_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * 11)
    assert read_bytes(path, max_bytes=11) == b"x" * 11
    with pytest.raises(errors.TooLargeError, match="larger than 10 bytes"):
        read_bytes(path, max_bytes=10)


@pytest.mark.parametrize("unit", [b"\xff\xfe\x80a\xc3(\xf0\x90", b"\x8c\xa9\x8fo ", b"caf\xe9 ", b"ok \xe2\x82 "])
def test_a_large_file_that_is_not_utf_8_is_read_in_proportion(unit: bytes) -> None:
    assert grows_in_proportion(lambda size: decode(b"A" + unit * (size // len(unit))), 8 << 20)
