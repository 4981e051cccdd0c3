import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assets.databases import fetch
from assets.databases.fetch import fetch_mnist, fetch_record, tell_downloads, verified_in_mirror
from assets.databases.registry import RemoteFile, registry
from assets.databases.telling import in_lines
from assets.errors import AssetError, DownloadCancelled, DownloadError
from tests.assets.databases.site import CONTENT, TOTAL, left, refusal, transfers

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.usefixtures("no_mirror")


# -- downloading --------------------------------------------------------------------------------------


def test_download_is_verified_and_kept(site, tmp_path):
    seen = []
    path = fetch_record(
        "100", cache_dir=tmp_path, base_url=site.url, progress=lambda *state: seen.append(state)
    )
    assert path == tmp_path / "mitdb" / "100.hea"
    assert {name: (path.parent / name).read_bytes() for name in CONTENT} == CONTENT
    assert left(tmp_path) == sorted(CONTENT)
    assert seen == sorted(seen)
    assert {total for _, total in seen} == {TOTAL}
    assert seen[-1] == (TOTAL, TOTAL)
    assert len(site.requests) == 3
    fetch_record("100", cache_dir=tmp_path, base_url=site.url)
    assert len(site.requests) == 3


def test_damaged_copy_is_fetched_again(site, tmp_path):
    path = fetch_record("100", cache_dir=tmp_path, base_url=site.url).with_suffix(".dat")
    path.write_bytes(b"damaged")
    fetch_record("100", cache_dir=tmp_path, base_url=site.url)
    assert path.read_bytes() == CONTENT["100.dat"]


@pytest.mark.parametrize(
    ("behaviour", "cause"),
    [
        ("truncate", "the connection to 127.0.0.1 broke off"),
        ("wrong", "not the published file (its SHA-256 differs)"),
        ("endless", "not the published file"),
        ("missing", "127.0.0.1 answered with status 404"),
    ],
)
def test_failed_download_is_said_and_leaves_nothing(site, tmp_path, behaviour, cause):
    site.behaviour["100.dat"] = behaviour
    message = refusal(DownloadError, cache_dir=tmp_path, base_url=site.url)
    assert message.startswith("Record 100 ")
    assert cause in message
    assert left(tmp_path) == ["100.atr", "100.hea"]


def test_no_connection_is_said(site, tmp_path):
    site.close()
    message = refusal(DownloadError, cache_dir=tmp_path, base_url=site.url)
    assert message == "Record 100 could not be downloaded: no connection to 127.0.0.1."
    assert left(tmp_path) == []


def test_silent_server_is_said(site, tmp_path, monkeypatch):
    monkeypatch.setattr("assets.databases.download.TIMEOUT", (60.0, 3.0))
    site.behaviour["100.hea"] = "silent"
    assert "127.0.0.1 does not answer" in refusal(DownloadError, cache_dir=tmp_path, base_url=site.url)
    assert left(tmp_path) == []


def test_stalled_transfer_is_said(site, tmp_path, monkeypatch):
    monkeypatch.setattr("assets.databases.download.TIMEOUT", (60.0, 3.0))
    site.behaviour["100.dat"] = "stall"
    assert "127.0.0.1" in refusal(DownloadError, cache_dir=tmp_path, base_url=site.url)
    assert left(tmp_path) == ["100.atr", "100.hea"]


@pytest.mark.parametrize("behaviour", ["trickle", "dripping headers"])
def test_a_server_that_drips_is_given_up(site, tmp_path, behaviour, monkeypatch):
    monkeypatch.setattr("assets.databases.web.transfer.START_SECONDS", 0.3)
    site.behaviour["100.hea"] = behaviour
    message = refusal(DownloadError, cache_dir=tmp_path, base_url=site.url)
    assert message == "Record 100 could not be downloaded: 127.0.0.1 sends less than 8 kB a second."
    assert left(tmp_path) == []
    assert transfers() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal to one process")
@pytest.mark.usefixtures("heard_ctrl_c")
@pytest.mark.parametrize("behaviour", ["trickle", "dripping headers"])
def test_ctrl_c_ends_a_program_that_waits_for_a_server_that_drips(site, tmp_path, behaviour):
    site.behaviour["100.hea"] = behaviour
    code = (
        "from pathlib import Path; from assets.databases.fetch import fetch_record\n"
        f"fetch_record('100', cache_dir=Path({str(tmp_path)!r}), base_url={site.url!r})\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) as program:
        while not site.requests:
            time.sleep(0.02)
        time.sleep(0.2)
        program.send_signal(signal.SIGINT)
        _, err = program.communicate(timeout=120)  # the server drips until the test ends
    assert b"KeyboardInterrupt" in err
    assert left(tmp_path) == []


def test_what_a_program_that_died_left_is_removed(site, tmp_path):
    folder = tmp_path / "mitdb"
    folder.mkdir()
    old, young, other = (folder / name for name in ("tmpabcd_123", "tmpefgh4567", "notes.txt"))
    for file in (old, young, other):
        file.write_bytes(b"half of it")
    for file in (old, other):
        os.utime(file, (time.time() - 7200,) * 2)
    fetch_record("100", cache_dir=tmp_path, base_url=site.url)
    assert left(folder) == sorted([*CONTENT, young.name, other.name])


def make_special(path, kind):
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")


special = pytest.mark.parametrize(
    "kind",
    [
        "a folder",
        *(
            pytest.param(k, marks=pytest.mark.skipif(os.name != "posix", reason=f"{k} is POSIX's"))
            for k in ("a pipe", "a device")
        ),
    ],
)


@special
@pytest.mark.parametrize("where", ["cache", "mirror"])
def test_what_is_no_file_is_named_and_stays(site, local, tmp_path, kind, where):
    folder = tmp_path / where / "mitdb"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "100.dat"
    path.unlink(missing_ok=True)
    make_special(path, kind)
    arguments = {"data_dir": local} if where == "mirror" else {"cache_dir": tmp_path / "cache"}
    message = refusal(DownloadError, base_url=site.url, **arguments)
    assert message == (f"Record 100 was refused: {path} cannot be read (it is {kind}, not an ordinary file).")
    assert path.exists()
    assert site.requests == []


def test_cache_that_cannot_be_written_is_said(site, tmp_path):
    (tmp_path / "mitdb").write_text("a file where the folder should be")
    message = refusal(DownloadError, cache_dir=tmp_path, base_url=site.url)
    assert "could not be saved" in message


# -- cancelling ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("behaviour", ["stall", "trickle", "silent", "dripping headers"])
def test_cancel_takes_effect_at_once_and_leaves_nothing(site, tmp_path, behaviour):
    site.behaviour["100.dat"] = behaviour
    began = []

    def cancelled():
        """Whether the last file has been asked for a moment ago."""
        if not began and any(path.endswith("100.dat") for path in site.requests):
            began.append(time.monotonic())
        return bool(began) and time.monotonic() - began[0] > 0.2

    message = refusal(DownloadCancelled, cache_dir=tmp_path, base_url=site.url, cancelled=cancelled)
    assert message == "Record 100: the download was stopped."
    # The server has not been released: the transfer was woken, and has cleaned up.
    assert left(tmp_path) == ["100.atr", "100.hea"]
    assert transfers() == []


def test_cancel_before_the_start_asks_for_nothing(site, tmp_path):
    refusal(DownloadCancelled, cache_dir=tmp_path, base_url=site.url, cancelled=lambda: True)
    assert site.requests == []


def test_failing_callback_stops_the_download(site, tmp_path):
    def fails(_done, _total):
        raise KeyError("from the caller")

    site.behaviour["100.hea"] = "stall"
    with pytest.raises(KeyError, match="from the caller"):
        fetch_record("100", cache_dir=tmp_path, base_url=site.url, progress=fails)
    assert left(tmp_path) == []


def test_callbacks_are_called_in_the_thread_of_the_caller(site, tmp_path):
    threads = set()

    def note(*_state):
        threads.add(threading.current_thread())
        return False

    fetch_record("100", cache_dir=tmp_path, base_url=site.url, progress=note, cancelled=note)
    assert threads == {threading.current_thread()}


# -- telling ------------------------------------------------------------------------------------------


@pytest.fixture
def told():
    """What is told of downloads that nobody watches with a callback of his own."""
    said = []
    tell_downloads(in_lines(said.append))
    yield said
    tell_downloads(None)


def test_a_download_is_told_of_and_a_file_at_hand_is_not(site, tmp_path, told):
    fetch_record("100", cache_dir=tmp_path, base_url=site.url)
    assert told == ["Record 100: downloading 0.2 MB."]
    fetch_record("100", cache_dir=tmp_path, base_url=site.url)
    assert len(told) == 1


def test_whoever_has_a_callback_is_told_by_it_alone(site, tmp_path, told):
    seen = []
    fetch_record("100", cache_dir=tmp_path, base_url=site.url, progress=lambda *state: seen.append(state))
    assert seen
    assert told == []


# -- registry -----------------------------------------------------------------------------------------


def test_unknown_record_is_said():
    with pytest.raises(AssetError, match="no record '110' in the catalogue"):
        fetch_record("110")
    with pytest.raises(AssetError, match="no record"):
        fetch_record("../../etc/passwd")


def test_registry_has_every_file():
    assert len(registry("mitdb")) == 48 * 3
    assert len(registry("mnist")) == 4
    assert all(len(file.sha256) == 64 and file.size > 0 for file in registry("mitdb").values())


@pytest.mark.parametrize(("content", "right"), [(b"x" * 90, True), (b"y" * 90, False), (b"x" * 10**6, False)])
def test_a_file_of_which_only_the_hash_is_known_is_judged_by_it(tmp_path, content, right):
    """Of half the Supraventricular Database the hashes are known, and the sizes are those of its others."""
    file = RemoteFile("801.hea", 99, hashlib.sha256(b"x" * 90).hexdigest(), exact=False)
    (tmp_path / "801.hea").write_bytes(content)
    assert file.matches(tmp_path / "801.hea") is right


def test_a_download_of_unknown_size_is_whole_and_has_an_end(site, tmp_path, monkeypatch):
    files = {
        name: replace(file, size=file.size // 2, exact=False) for name, file in fetch.registry("").items()
    }
    monkeypatch.setattr(fetch, "registry", lambda _collection: files)
    seen = []
    fetch_record("100", cache_dir=tmp_path, base_url=site.url, progress=lambda *state: seen.append(state))
    assert seen[-1][0] == seen[-1][1] == sum(file.size for file in files.values())
    assert all(done <= total for done, total in seen)


def test_real_mirror_is_what_the_registry_says(data_dir):
    assert fetch_mnist(data_dir=data_dir) == data_dir / "mnist"
    assert verified_in_mirror("234", data_dir) == data_dir / "mitdb" / "234.hea"
    lines = (data_dir / "mitdb" / "SHA256SUMS.txt").read_text().split()
    published = dict(zip(lines[1::2], lines[::2], strict=True))
    assert {file.name: file.sha256 for file in registry("mitdb").values()}.items() <= published.items()
