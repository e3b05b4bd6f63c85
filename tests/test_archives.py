"""Archives are folders that are read without unpacking; hostile ones cost little and escape nowhere."""

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from newsparse import archives, convert_files
from newsparse.archives import contents, members
from newsparse.errors import ArchiveError, NewsparseError, TooLargeError
from newsparse.plan import BatchOptions
from newsparse.unpack import opened, unpacked

ARTICLE = b"Mill to reopen\n\nThe old mill at Sorrel Bend will reopen in spring, its owner said on Friday.\n"
LIMIT = 1000


def tarred(path: Path, files: dict[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture(params=["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tar.xz", "a.tar.zst"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An archive with two articles, one in a folder, hidden files, and one that is too large."""
    files = {
        "./b.txt": ARTICLE,
        "x/a.txt": ARTICLE,
        ".hidden.txt": ARTICLE,
        "x/.git/a.txt": ARTICLE,
        "large.txt": b"x" * (LIMIT + 1),
    }
    path: Path = tmp_path / request.param
    if path.suffix == ".zip":
        return zipped(path, files)
    if path.suffix == ".zst":
        zstandard = pytest.importorskip("zstandard")
        plain = tarred(tmp_path / "plain.tar", files)
        path.write_bytes(zstandard.compress(plain.read_bytes()))
        plain.unlink()
        return path
    return tarred(path, files, {"tgz": "w:gz", "tar": "w"}.get(path.suffix[1:], "w:" + path.suffix[1:]))


def test_members_are_listed_and_read(archive: Path) -> None:
    assert [name for name, trouble in members(str(archive)) if trouble is None] == ["b.txt", "x/a.txt", "large.txt"]
    read = dict(contents(str(archive), ["x/a.txt", "gone.txt", "large.txt"], max_bytes=LIMIT))
    assert read["x/a.txt"] == ARTICLE
    assert isinstance(read["large.txt"], TooLargeError)
    assert str(read["gone.txt"]) == "is no longer in the archive"


def test_an_archive_is_a_folder_of_the_batch(archive: Path, tmp_path: Path) -> None:
    options = BatchOptions(glob=("?.txt",))
    outcomes = list(convert_files([archive], output_dir=tmp_path / "out", options=options))
    assert [(outcome.input, outcome.status) for outcome in outcomes] == [
        (f"{archive}/b.txt", "written"),
        (f"{archive}/x/a.txt", "written"),
    ]
    assert names(tmp_path / "out") == ["b.json", "x/a.json"]
    record = json.loads((tmp_path / "out/x/a.json").read_text(encoding="utf-8"))
    assert record["source"]["name"] == "x/a.txt"


def test_an_archive_in_a_folder_is_a_folder_below_it(tmp_path: Path) -> None:
    (tmp_path / "in/y").mkdir(parents=True)
    zipped(tmp_path / "in/y/old.zip", {"x/a.txt": ARTICLE})
    (tmp_path / "in/y/z.txt").write_bytes(ARTICLE)
    list(convert_files([tmp_path / "in"], output_dir=tmp_path / "out"))
    assert names(tmp_path / "out") == ["y/old.zip/x/a.json", "y/z.json"]


ESCAPES = ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt", "\\\\host\\a.txt"]


@pytest.mark.parametrize("name", ESCAPES)
@pytest.mark.parametrize("make", [zipped, tarred])
def test_a_name_that_leads_out_is_told_and_not_read(make: object, name: str, tmp_path: Path) -> None:
    assert callable(make)
    path = make(tmp_path / ("a.zip" if make is zipped else "a.tar"), {name: ARTICLE, "b.txt": ARTICLE})
    outcomes = list(convert_files([path], output_dir=tmp_path / "out"))
    assert [outcome.error for outcome in outcomes] == ["its name leads out of the archive", None]
    assert names(tmp_path / "out") == ["b.json"]


def test_links_folders_and_devices_in_a_tar_are_passed_over(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind in (
            ("l", tarfile.SYMTYPE),
            ("h", tarfile.LNKTYPE),
            ("d", tarfile.DIRTYPE),
            ("f", tarfile.FIFOTYPE),
        ):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    assert list(members(str(tmp_path / "a.tar"))) == []


def test_a_link_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert list(members(str(tmp_path / "a.zip"))) == []


def test_a_member_that_comes_twice_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "a.tar")
    with tarfile.open(path, "w") as archive:
        for data in (b"first", b"second"):
            entry = tarfile.TarInfo("a.txt")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    assert [str(trouble) for _, trouble in members(path)] == ["None", "stands in the archive twice; the first is read"]
    assert dict(contents(path, ["a.txt"], max_bytes=LIMIT)) == {"a.txt": b"first"}


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_ROOM", 100_000)
    monkeypatch.setattr(archives, "_MOST", 2)
    files = {f"{n}.txt": bytes(60_000) for n in range(4)}
    for path in (zipped(tmp_path / "a.zip", files), tarred(tmp_path / "a.tar.gz", files, "w:gz")):
        try:
            listed = [name for name, _ in members(str(path))]
        except ArchiveError:  # a tar is unpacked to be listed
            listed = list(files)
        read = dict(contents(str(path), listed, max_bytes=LIMIT * LIMIT))
        assert "unpacks to more than 2 times its size" in str(read["3.txt"])
        assert read["0.txt"] == files["0.txt"]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz"])
def test_what_is_no_archive_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b\x08junk" if name.endswith("gz") else b"junk" * 200)
    (outcome,) = convert_files([tmp_path / name], output_dir=tmp_path / "out")
    assert "damaged, or no archive" in str(outcome.error)


@pytest.mark.parametrize("archive", ["a.tar.gz", "a.tar.xz"], indirect=True)
def test_what_stands_before_the_damage_is_read(archive: Path, tmp_path: Path) -> None:
    big = tarred(archive, {f"{n}.txt": ARTICLE * 20 for n in range(2000)}, "w:" + archive.suffix[1:])
    whole = big.read_bytes()
    big.write_bytes(whole[: len(whole) // 2] if archive.suffix == ".gz" else whole[:-40])
    outcomes = list(convert_files([big], output_dir=tmp_path / "out"))
    failed = [outcome for outcome in outcomes if outcome.error]
    assert "damaged" in str(failed[0].error)
    assert len(outcomes) - len(failed) > 10


def test_a_zip_of_a_version_to_come_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": ARTICLE})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 99
    path.write_bytes(data)
    (outcome,) = convert_files([path], output_dir=tmp_path / "out")
    assert outcome.error == "damaged, or no archive (zip file version 9.9)"


def test_damage_that_comes_between_listing_and_reading_is_told_of_each_member(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(b"junk" * 300)
    read = dict(contents(str(tmp_path / "a.tar"), ["a.txt", "b.txt"], max_bytes=LIMIT))
    assert all("damaged" in str(error) for error in read.values())
    read = dict(contents(str(tmp_path / "gone.zip"), ["a.txt"], max_bytes=LIMIT))
    assert str(read["a.txt"]) == "the archive cannot be read: No such file or directory"


def test_a_damaged_or_locked_member_stops_no_other(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": ARTICLE * 9, "b.txt": ARTICLE})
    data = bytearray(path.read_bytes())
    data[50] ^= 0xFF
    path.write_bytes(data)
    read = dict(contents(str(path), ["a.txt", "b.txt"], max_bytes=LIMIT))
    assert "damaged in the archive" in str(read["a.txt"])
    assert read["b.txt"] == ARTICLE
    data = bytearray(path.read_bytes())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        data[data.index(mark) + (6 if mark[2] == 3 else 8)] |= 1  # the flag of a password
    path.write_bytes(data)
    assert "encrypted" in str(dict(contents(str(path), ["a.txt"], max_bytes=LIMIT))["a.txt"])


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_a_compressed_file_is_what_is_in_it(ending: str, tmp_path: Path) -> None:
    packed = gzip.compress(ARTICLE) if ending == "gz" else pytest.importorskip("zstandard").compress(ARTICLE)
    (tmp_path / f"a.txt.{ending}").write_bytes(packed)
    (outcome,) = convert_files([tmp_path / f"a.txt.{ending}"], output_dir=tmp_path / "out")
    assert names(tmp_path / "out") == ["a.json"]
    record = json.loads((tmp_path / "out/a.json").read_text(encoding="utf-8"))
    assert record["headline"] == "Mill to reopen"
    import hashlib

    assert outcome.sha256 == record["source"]["sha256"] == hashlib.sha256(packed).hexdigest()


def test_compressed_data_are_bounded_and_may_be_damaged() -> None:
    with pytest.raises(TooLargeError):
        unpacked(gzip.compress(bytes(10_000_000)), LIMIT)
    for bad in (gzip.compress(ARTICLE)[:40], b"\x1f\x8b\x08junk", gzip.compress(ARTICLE)[:-8] + bytes(8)):
        with pytest.raises(ArchiveError, match="damaged compressed file"):
            unpacked(bad, LIMIT)
    assert unpacked(gzip.compress(b"a") + gzip.compress(b"b"), LIMIT) == b"ab"


def test_zstd_needs_its_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    (tmp_path / "a.zst").write_bytes(b"\x28\xb5\x2f\xfdjunk")
    with pytest.raises(NewsparseError, match=r"newsparse\[zstd\]"), opened(str(tmp_path / "a.zst")):
        pass


def test_damaged_zstd_is_told() -> None:
    pytest.importorskip("zstandard")
    with pytest.raises(ArchiveError, match="damaged compressed file"):
        unpacked(b"\x28\xb5\x2f\xfdjunk and more junk", LIMIT)
