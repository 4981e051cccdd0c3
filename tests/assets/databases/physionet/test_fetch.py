"""Records of PhysioNet by name: against a server that breaks, lies, knows no ranges or drips."""

from __future__ import annotations

import hashlib
import re
import threading
from pathlib import Path

import numpy as np
import pytest

from assets.databases.physionet.agreed import LargeDownload, agree
from assets.databases.physionet.fetch import fetch_named
from assets.databases.physionet.name import RecordName
from assets.errors import AssetError, DownloadCancelled, DownloadError, RecordError
from assets.records.open import open_record
from assets.records.reader import read_record
from assets.sources.open import open_source
from tests.assets.databases.physionet.conftest import CONTENT, N, PhysioNet

AFDB = RecordName("afdb", "04015")
DEEP = RecordName("afdb", "deep/er/r")


def fetched(physionet: PhysioNet, cache: Path, name: RecordName = AFDB, **options: object) -> Path:
    return fetch_named(name, cache_dir=cache, site=physionet.site, **options)  # type: ignore[arg-type]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS.txt"
    }


def kept(cache: Path) -> Path:
    return cache / "physionet" / "afdb" / "2.0.0"


def sentence(error: pytest.ExceptionInfo[AssetError]) -> str:
    said = str(error.value)
    assert said.endswith(".")
    assert said.isprintable()
    return said


def test_the_newest_version_is_fetched_once_with_its_annotations(
    physionet: PhysioNet, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    path = fetched(physionet, tmp_path, progress=lambda *state: seen.append(state))
    assert path == kept(tmp_path) / "04015.hea"
    names = ("04015.hea", "04015.atr", "04015.qrs", "04015.dat")
    assert files(kept(tmp_path)) == {name: CONTENT[name] for name in names}
    assert seen == sorted(seen)
    assert seen[-1] == (len(CONTENT["04015.dat"]) + 8, len(CONTENT["04015.dat"]) + 8)
    asked = len(physionet.requests)
    assert fetched(physionet, tmp_path) == path
    assert len(physionet.requests) == asked, "what is kept needs no network"
    assert read_record(path).n_samples == N


def test_the_version_may_be_named(physionet: PhysioNet, tmp_path: Path) -> None:
    path = fetched(physionet, tmp_path, RecordName("afdb", "04015", "1.0.0"))
    assert path.parent.name == "1.0.0"
    assert physionet.times("content/") == 0


def test_all_that_a_record_of_segments_needs_is_fetched(physionet: PhysioNet, tmp_path: Path) -> None:
    path = fetched(physionet, tmp_path, DEEP)
    deep = {name for name in CONTENT if name.startswith("deep/")}
    assert set(files(kept(tmp_path))) == deep
    record = read_record(path)
    assert record.leads == ("I", "II", "SpO2")
    assert np.isnan(record.signals[N // 4 : N // 4 + 130, 0]).all()
    assert not np.isnan(record.signals[N // 4 + 130 :, 0]).any()


@pytest.mark.parametrize("behaviour", ["breaks", "breaks, no ranges", "breaks each time", "another range"])
def test_a_server_that_breaks_off_is_asked_for_the_rest(
    physionet: PhysioNet, tmp_path: Path, behaviour: str
) -> None:
    physionet.behaviour["04015.dat"] = behaviour
    path = fetched(physionet, tmp_path)
    assert path.with_suffix(".dat").read_bytes() == CONTENT["04015.dat"]
    assert not list(path.parent.glob(".*"))
    if behaviour == "breaks":
        assert physionet.times("04015.dat bytes=") == 1


def test_a_stopped_download_goes_on_where_it_was(physionet: PhysioNet, tmp_path: Path) -> None:
    physionet.behaviour["04015.dat"] = "slow"
    there = threading.Event()

    def progress(done: int, _total: int) -> None:
        if done >= 30_000:
            there.set()

    with pytest.raises(DownloadCancelled) as stopped:
        fetched(physionet, tmp_path, progress=progress, cancelled=there.is_set)
    assert sentence(stopped) == "Record afdb/04015: the download was stopped."
    part = kept(tmp_path) / ".04015.dat.part"
    begun = part.stat().st_size
    assert 0 < begun <= 40_000 + 8
    physionet.behaviour.clear()
    seen: list[int] = []
    path = fetched(physionet, tmp_path, progress=lambda done, _total: seen.append(done))
    assert path.with_suffix(".dat").read_bytes() == CONTENT["04015.dat"]
    assert physionet.times(f"04015.dat bytes={begun}-") == 1
    assert not part.exists()


def test_what_was_kept_of_another_file_is_fetched_anew(physionet: PhysioNet, tmp_path: Path) -> None:
    kept(tmp_path).mkdir(parents=True)
    (kept(tmp_path) / ".04015.dat.part").write_bytes(b"another file" * 100)
    path = fetched(physionet, tmp_path)
    assert path.with_suffix(".dat").read_bytes() == CONTENT["04015.dat"]


@pytest.mark.parametrize("behaviour", ["wrong", "wrong once"])
def test_what_differs_from_its_hash_is_refused_and_not_kept(
    physionet: PhysioNet, tmp_path: Path, behaviour: str
) -> None:
    physionet.behaviour["04015.dat"] = behaviour
    with pytest.raises(DownloadError) as refused:
        fetched(physionet, tmp_path)
    assert "not the published file (its SHA-256 differs)" in sentence(refused)
    assert "04015.dat" not in files(kept(tmp_path))
    assert not list(kept(tmp_path).glob(".*"))


def test_a_damaged_copy_is_fetched_again(physionet: PhysioNet, tmp_path: Path) -> None:
    path = fetched(physionet, tmp_path).with_suffix(".dat")
    path.write_bytes(b"damaged")
    fetched(physionet, tmp_path)
    assert path.read_bytes() == CONTENT["04015.dat"]


@pytest.mark.parametrize(
    ("behaviour", "cause"),
    [
        ({"04015.dat": "closed"}, "127.0.0.1 answered with status 403"),
        ({"04015.dat": "astray"}, "127.0.0.1 sends us on to localhost"),
        ({"04015.dat": "circle"}, "could not be downloaded from 127.0.0.1"),
        ({"page": "http://localhost:9/content/afdb/1.0.0/"}, "127.0.0.1 sends us on to localhost"),
        ({"page": "https://127.0.0.1.evil.example/x"}, "127.0.0.1 sends us on to 127.0.0.1.evil.example"),
        ({"page": "file:///etc/passwd"}, "sends us on to"),
    ],
)
def test_what_the_server_does_wrong_is_said(
    physionet: PhysioNet, tmp_path: Path, behaviour: dict[str, str], cause: str
) -> None:
    physionet.behaviour.update(behaviour)
    with pytest.raises(DownloadError) as refused:
        fetched(physionet, tmp_path)
    assert cause in sentence(refused)


def test_a_page_in_place_of_the_hashes_is_refused_and_not_kept(physionet: PhysioNet, tmp_path: Path) -> None:
    hashes, physionet.sums = physionet.sums, b"<html>\n<p>We are back soon.</p>\n</html>\n" * 9
    with pytest.raises(DownloadError) as refused:
        fetched(physionet, tmp_path)
    assert "what 127.0.0.1 sent is no list of hashes" in sentence(refused)
    physionet.sums = hashes
    assert fetched(physionet, tmp_path).is_file()


@pytest.mark.parametrize(
    ("name", "error", "cause"),
    [
        (RecordName("afdb", "99999"), DownloadError, "its database lists no file 99999.hea"),
        (RecordName("afdb", "nowhere/04015"), DownloadError, "its database lists no file 04015.hea"),
        (RecordName("afdb", "absent"), DownloadError, "its database lists no file nowhere.dat"),
        (RecordName("afdb", "hostile"), RecordError, "is not a file in the record's own folder"),
        (
            RecordName("nodb", "1"),
            DownloadError,
            "127.0.0.1 has no content/nodb: perhaps there is no database nodb",
        ),
    ],
)
def test_what_is_not_there_is_said(
    physionet: PhysioNet, tmp_path: Path, name: RecordName, error: type[AssetError], cause: str
) -> None:
    with pytest.raises(error) as refused:
        fetched(physionet, tmp_path, name)
    assert cause in sentence(refused)
    assert physionet.times("passwd") == 0


def test_a_version_of_a_strange_form_is_looked_for_on_the_page(physionet: PhysioNet) -> None:
    physionet.behaviour["version"] = "latest"
    assert physionet.site.newest("afdb") == "3.0"
    assert physionet.site.newest("told") == "3.0"


def test_more_than_100_mb_are_fetched_when_somebody_said_yes(physionet: PhysioNet, tmp_path: Path) -> None:
    physionet.behaviour["04015.dat"] = "large"
    with pytest.raises(LargeDownload) as refused:
        fetched(physionet, tmp_path)
    assert re.fullmatch(r"Record afdb/04015 is 200 MB large, .*: --large says so\.", sentence(refused))
    assert (refused.value.name, refused.value.size) == (AFDB, 200_000_008)
    assert physionet.times("GET /files/afdb/2.0.0/04015.dat") == 0
    agree(RecordName("afdb", "other"))
    with pytest.raises(LargeDownload):
        fetched(physionet, tmp_path)
    agree(AFDB)
    # The server announced more than it has, and what it sends is the file: its hash says so.
    assert fetched(physionet, tmp_path).with_suffix(".dat").read_bytes() == CONTENT["04015.dat"]


def test_a_server_that_tells_no_size_still_serves(physionet: PhysioNet, tmp_path: Path) -> None:
    physionet.behaviour["04015.dat"] = "mute"
    assert fetched(physionet, tmp_path).is_file()


def test_a_mirror_is_looked_in_first_and_needs_no_network(mirror: Path, tmp_path: Path) -> None:
    assert fetch_named(AFDB, data_dir=mirror, cache_dir=tmp_path / "c") == mirror / "afdb" / "04015.hea"
    source = open_source("afdb/04015", data_dir=mirror, cache_dir=tmp_path / "c")
    assert (source.info.identity, source.info.annotated, source.info.n_samples) == ("afdb/04015", True, N)
    assert "Open Data Commons" in source.info.notes
    assert open_record("afdb/04015", data_dir=mirror).leads == ("I", "II")
    (mirror / "afdb").rename(mirror / "1.0.0")
    (mirror / "afdb").mkdir()
    (mirror / "1.0.0").rename(mirror / "afdb" / "1.0.0")
    for name in ("afdb/deep/er/r", "physionet:afdb/1.0.0/deep/er/r"):
        assert open_source(name, data_dir=mirror).info.identity == "afdb/deep/er/r"


def test_an_altered_file_of_a_mirror_with_hashes_is_refused(mirror: Path) -> None:
    listed = "".join(f"{hashlib.sha256(c).hexdigest()}  {name}\n" for name, c in CONTENT.items())
    (mirror / "afdb" / "SHA256SUMS.txt").write_text(listed)
    fetch_named(AFDB, data_dir=mirror)
    (mirror / "afdb" / "04015.dat").write_bytes(CONTENT["04015.dat"][::-1])
    with pytest.raises(DownloadError) as refused:
        fetch_named(AFDB, data_dir=mirror)
    assert "04015.dat is not the published file" in sentence(refused)


def test_a_record_of_the_catalogue_may_be_named_with_its_database(data_dir: Path) -> None:
    source = open_source("mitdb/208", data_dir=data_dir)
    assert (source.info.identity, source.info.name) == ("mitdb/208", "208")


def test_a_file_of_that_name_is_the_file(
    mirror: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mirror)
    assert open_source("afdb/04015").info.identity.startswith("file:")


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("mydata/208", "a record of PhysioNet's mydata would be physionet:mydata/208"),
        ("physionet:", "is no record of PhysioNet"),
        ("physionet:afdb/../x", "is no record of PhysioNet"),
        ("elsewhere:x", "physionet:DATABASE/RECORD"),
    ],
)
def test_a_mistyped_path_asks_no_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, cause: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a server was asked"))
    with pytest.raises(RecordError) as refused:
        open_source(name)
    assert cause in sentence(refused)
