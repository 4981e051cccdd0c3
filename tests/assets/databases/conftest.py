"""A server in place of PhysioNet's, and a local mirror of what it serves."""

import hashlib

import pytest

from assets.databases import fetch
from assets.databases.registry import RemoteFile
from tests.assets.databases.site import CONTENT, Site


@pytest.fixture
def site(monkeypatch):
    files = {
        name: RemoteFile(name, len(content), hashlib.sha256(content).hexdigest())
        for name, content in CONTENT.items()
    }
    monkeypatch.setattr(fetch, "registry", lambda _collection: files)
    monkeypatch.setattr("assets.databases.web.transfer.CANCEL_GRACE_SECONDS", 10.0)  # busy machines
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    site = Site()
    yield site
    site.close()


@pytest.fixture
def no_mirror(monkeypatch):
    monkeypatch.delenv(fetch.MIRROR_VARIABLE, raising=False)


@pytest.fixture
def local(tmp_path):
    folder = tmp_path / "mirror"
    (folder / "mitdb").mkdir(parents=True)
    for name, content in CONTENT.items():
        (folder / "mitdb" / name).write_bytes(content)
    return folder
