"""A local mirror comes first; of several servers the next one is asked."""

import shutil

import pytest

from assets.databases import fetch
from assets.databases.fetch import fetch_mnist, fetch_record, mirror
from assets.errors import DownloadCancelled, DownloadError
from tests.assets.databases.site import CONTENT, left, refusal

pytestmark = pytest.mark.usefixtures("no_mirror")


def test_local_mirror_comes_first(site, local, tmp_path):
    path = fetch_record("100", data_dir=local, cache_dir=tmp_path / "cache", base_url=site.url)
    assert path == local / "mitdb" / "100.hea"
    assert site.requests == []
    assert not (tmp_path / "cache").exists()


def test_local_mirror_from_the_environment(site, local, tmp_path, monkeypatch):
    monkeypatch.setenv(fetch.MIRROR_VARIABLE, str(local))
    assert mirror() == local
    assert mirror(tmp_path) == tmp_path
    assert fetch_record("100", base_url=site.url) == local / "mitdb" / "100.hea"


@pytest.mark.parametrize("content", [b"", CONTENT["100.dat"][:-1], CONTENT["100.dat"][::-1]])
def test_altered_file_in_the_mirror_is_refused(site, local, content):
    (local / "mitdb" / "100.dat").write_bytes(content)
    message = refusal(DownloadError, data_dir=local, base_url=site.url)
    assert "100.dat is not the published file" in message
    assert site.requests == []


def test_incomplete_mirror_falls_back_to_the_download(site, local, tmp_path):
    (local / "mitdb" / "100.atr").unlink()
    path = fetch_record("100", data_dir=local, cache_dir=tmp_path / "cache", base_url=site.url)
    assert path == tmp_path / "cache" / "mitdb" / "100.hea"
    site.close()
    shutil.rmtree(tmp_path / "cache")
    message = refusal(DownloadError, data_dir=local, cache_dir=tmp_path / "cache", base_url=site.url)
    assert message.startswith(f"Record 100 (which is not in {local}) could not be downloaded: ")


def test_mnist_tries_one_mirror_after_the_other(site, tmp_path):
    bad = site.url.replace("/mitdb/", "/elsewhere/100.x/")
    site.behaviour["100.dat"] = "serve"
    folder = fetch_mnist(cache_dir=tmp_path, base_urls=("http://127.0.0.1:9/", site.url))
    assert folder == tmp_path / "mnist"
    assert left(folder) == sorted(CONTENT)
    assert bad not in site.requests


def test_mnist_does_not_ask_a_mirror_again_that_failed(site, tmp_path):
    site.behaviour["100.atr"] = "missing"
    bad = site.url.replace("/mitdb/", "/elsewhere/")
    with pytest.raises(DownloadError, match="status 404"):
        fetch_mnist(cache_dir=tmp_path, base_urls=(bad, site.url))
    assert site.requests == ["/elsewhere/100.atr", "/mitdb/100.atr"]


def test_mnist_says_when_every_mirror_fails(site, tmp_path):
    site.behaviour["100.dat"] = "wrong"
    with pytest.raises(DownloadError, match="MNIST was refused"):
        fetch_mnist(cache_dir=tmp_path, base_urls=(site.url, site.url))


def test_mnist_is_not_tried_elsewhere_after_a_cancel(site, tmp_path):
    with pytest.raises(DownloadCancelled, match="MNIST: the download was stopped"):
        fetch_mnist(cache_dir=tmp_path, base_urls=(site.url, site.url), cancelled=lambda: True)
    assert site.requests == []
