import os
import socket

import pytest

from assets.regular import check_regular, open_regular, read_regular

posix = pytest.mark.skipif(os.name != "posix", reason="only POSIX has such files")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"some bytes")
    return path


def test_an_ordinary_file_is_read_through_a_link_too(file, tmp_path):
    assert check_regular(file).st_size == 10
    assert read_regular(file, 10) == b"some bytes"
    link = tmp_path / "link"
    link.symlink_to(file)
    with open_regular(link) as opened:
        assert opened.read() == b"some bytes"


def test_a_larger_file_is_not_read(file):
    with pytest.raises(OSError, match="it is larger than 0 KiB"):
        read_regular(file, 9)


def test_what_is_not_there_is_told_apart(tmp_path):
    with pytest.raises(FileNotFoundError):
        open_regular(tmp_path / "none")


def pipe(path):
    os.mkfifo(path)
    return "a pipe"


def folder(path):
    path.mkdir()
    return "a folder"


def device(path):
    path.symlink_to("/dev/zero")
    return "a device"


def listening(path):
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))
    return "a socket"


@posix
@pytest.mark.parametrize("make", [pipe, folder, device, listening])
def test_anything_else_is_refused_without_waiting(tmp_path, make, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "special"
    kind = make(path)
    for look in (check_regular, open_regular):
        with pytest.raises(OSError, match=f"it is {kind}, not an ordinary file") as refused:
            look(path)
        assert refused.value.filename == str(path)


@posix
def test_a_file_that_becomes_a_pipe_in_between_is_refused_without_waiting(tmp_path, file, monkeypatch):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    monkeypatch.setattr("assets.regular.check_regular", lambda _path: file.stat())
    with pytest.raises(OSError, match="a pipe"):
        open_regular(path)
