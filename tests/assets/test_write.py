"""A file is written whole or not at all, and what is no file is written through."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assets.errors import AssetError, WriteError
from assets.write import check_folder, check_new, check_target, write_bytes, write_text

posix = pytest.mark.skipif(os.name != "posix", reason="modes, pipes and devices are POSIX's")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask():
    before = os.umask(0o027)
    yield
    os.umask(before)


def test_a_text_is_written_and_replaced(tmp_path):
    path = tmp_path / "a.txt"
    write_text(path, "old\r\nlines\n")
    write_text(path, "β = 1\n")
    assert path.read_bytes() == "β = 1\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@posix
def test_a_new_file_gets_what_the_umask_allows(tmp_path, umask):
    write_bytes(tmp_path / "new", b"1")
    assert mode(tmp_path / "new") == 0o640


@posix
@pytest.mark.parametrize("kept", [0o600, 0o444, 0o664])
def test_a_file_that_exists_keeps_its_mode(tmp_path, umask, kept):
    path = tmp_path / "old"
    path.write_bytes(b"1")
    path.chmod(kept)
    write_bytes(path, b"2")
    assert (path.read_bytes(), mode(path)) == (b"2", kept)


@posix
def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "deep" / "real", tmp_path / "link"
    real.parent.mkdir()
    link.symlink_to(real)
    write_bytes(link, b"1")  # it pointed nowhere
    write_bytes(link, b"2")
    assert link.is_symlink()
    assert real.read_bytes() == b"2"
    assert [p.name for p in real.parent.iterdir()] == ["real"]


@posix
def test_a_pipe_is_written_through(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_bytes(pipe, b"through")
    reader.join(120)
    assert got == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_device_is_written_through():
    before = os.stat("/dev/null").st_ino
    write_bytes(Path("/dev/null"), b"gone")
    assert os.stat("/dev/null").st_ino == before


WRITES = "from pathlib import Path; from assets.write import write_text; write_text(Path('/dev/stdout'), 'x')"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/stdout leads to the file on Linux")
def test_redirected_standard_output_keeps_what_it_holds(tmp_path):
    done = subprocess.run([sys.executable, "-c", WRITES], capture_output=True, check=True)
    assert done.stdout == b"x"
    log = tmp_path / "log"
    log.write_bytes(b"before ")
    with log.open("ab") as file:
        subprocess.run([sys.executable, "-c", WRITES], stdout=file, check=True)
        file.write(b" after")
    assert log.read_bytes() == b"before x after"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a"
    write_bytes(path, b"old")

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WriteError, match=r"a could not be written: No space left on device\.$"):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a"
    write_bytes(path, b"old")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "chmod", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_what_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "no" / "folder", tmp_path / "file" / "below"):
        with pytest.raises(WriteError) as caught:
            write_bytes(path, b"1")
        said = str(caught.value)
        assert said.startswith(f"{path} could not be written: ")
        assert said.endswith(".")
        assert "\n" not in said
        assert isinstance(caught.value, AssetError)
        assert isinstance(caught.value, OSError)


def test_two_writers_at_once_do_not_mix(tmp_path):
    path = tmp_path / "a"
    contents = [bytes([i]) * 200_000 for i in range(4)]

    def write(content):
        for _ in range(20):
            write_bytes(path, content)

    threads = [threading.Thread(target=write, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    seen = {path.read_bytes() for _ in range(40) if path.exists()}
    for thread in threads:
        thread.join()
    assert seen <= set(contents)
    assert path.read_bytes() in contents
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_file_that_the_user_did_not_name_is_not_replaced(tmp_path):
    check_new(tmp_path / "new.ecgm")
    (tmp_path / "there.ecgm").touch()
    with pytest.raises(WriteError, match=r"there\.ecgm exists already: move it away, or name another folder"):
        check_new(tmp_path / "there.ecgm")
    with pytest.raises(WriteError, match="no folder"):
        check_new(tmp_path / "absent" / "x")


def test_what_cannot_be_written_is_refused_before_the_work_is_done(tmp_path):
    check_target(None)
    check_target(tmp_path / "new.md")
    (tmp_path / "there.md").touch()
    check_target(tmp_path / "there.md")
    with pytest.raises(WriteError, match="is a folder; name a file"):
        check_target(tmp_path)
    with pytest.raises(WriteError, match=r"no folder .*absent to write x into"):
        check_target(tmp_path / "absent" / "x")


def test_a_folder_to_write_into_must_be_one(tmp_path):
    check_folder(None)
    check_folder(tmp_path)
    (tmp_path / "file").touch()
    for name in ("absent", "file"):
        with pytest.raises(WriteError, match=f"There is no folder .*{name} to write into"):
            check_folder(tmp_path / name)


def test_a_text_that_is_none_leaves_what_there_was(tmp_path):
    write_text(tmp_path / "a", "old")
    with pytest.raises(WriteError, match="half a character"):
        write_text(tmp_path / "a", "new \udcff")
    assert (tmp_path / "a").read_text() == "old"


def test_a_name_too_long_for_a_file_is_refused_before_the_work(tmp_path):
    with pytest.raises(WriteError, match="could not be written: "):
        check_target(tmp_path / ("a" * 400))
    with pytest.raises(WriteError, match="There is no folder"):
        check_folder(tmp_path / ("a" * 400))
