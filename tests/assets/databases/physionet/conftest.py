"""A server in place of PhysioNet's, which misbehaves as told."""

from __future__ import annotations

import hashlib
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assets.databases import fetch
from assets.databases.physionet import agreed
from assets.databases.physionet.site import Site

N = 30_000
SIGNAL = (np.arange(2 * N) % 200 - 100).astype("<i2").tobytes()


def record(name: str, file: str, n: int) -> bytes:
    """Write a header of two leads."""
    lead = f"{file} 16 200/mV 16 0 0 0 0 {{}}\n"
    return (f"{name} 2 250 {n}\n" + lead.format("I") + lead.format("II")).encode()


CONTENT = {
    "04015.hea": record("04015", "04015.dat", N),
    "04015.dat": SIGNAL,
    "04015.atr": b"\x01\x04\x00\x00",
    "04015.qrs": b"\x01\x04\x00\x00",
    "deep/er/r.hea": f"r/4 2 250 {N // 2 + 130}\nr_layout 0\nr_1 {N // 4}\n~ 130\nr_2 {N // 4}\n".encode(),
    "deep/er/r_layout.hea": b"r_layout 2 250 0\n~ 0 200/mV 16 0 0 0 0 I\n~ 0 200/mV 16 0 0 0 0 II\n",
    "deep/er/r_1.hea": record("r_1", "r_1.dat", N // 4),
    "deep/er/r_1.dat": SIGNAL[:N],
    "deep/er/r_2.hea": record("r_2", "r_2.dat", N // 4),
    "deep/er/r_2.dat": SIGNAL[N:],
    "deep/er/rn.hea": b"rn 1 1/60 3\nrn.dat 16 1/% 16 0 0 0 0 SpO2\n",
    "deep/er/rn.dat": b"\x60\x00\x61\x00\x62\x00",
    "hostile.hea": b"hostile 1 250 9\n../../etc/passwd 16 200/mV\n",
    "absent.hea": b"absent 1 250 9\nnowhere.dat 16 200/mV\n",
    "RECORDS": b"04015\ndeep/er/r\n\n../../etc/passwd\nfolder/\nhostile\n",
}


class PhysioNet:
    """A server of one database, ``afdb`` 1.0.0 and 2.0.0; its `behaviour` is told by file name."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.behaviour: dict[str, str] = {}
        self.broken: set[str] = set()
        self.content = dict(CONTENT)
        self.released = threading.Event()
        self.sums = "".join(
            f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in self.content.items()
        ).encode()
        physionet = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self.answer(head=True)

            def do_GET(self) -> None:
                self.answer(head=False)

            def answer(self, *, head: bool) -> None:
                physionet.answer(self, head=head)

            def handle(self) -> None:
                try:
                    super().handle()
                except (BrokenPipeError, ConnectionResetError):
                    return

            def log_message(self, *_args: object) -> None:
                return

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = False
        self.site = Site(f"http://127.0.0.1:{self.server.server_port}/")
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    def close(self) -> None:
        self.released.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def times(self, word: str) -> int:
        """Count the requests in which a word occurs."""
        return sum(word in request for request in self.requests)

    def answer(self, to: http.server.BaseHTTPRequestHandler, *, head: bool) -> None:
        """Answer a request; each ends its connection."""
        to.close_connection = True
        asked = to.headers.get("Range")
        self.requests.append(f"{to.command} {to.path}{' ' + asked if asked else ''}")
        parts = to.path.strip("/").split("/")
        if parts[:2] == ["content", "afdb"] and len(parts) == 2:
            elsewhere = self.behaviour.get("page")
            self.redirect(to, elsewhere or f"/content/afdb/{self.behaviour.get('version', '2.0.0')}/")
            return
        if parts[0] == "content":
            told = b"<p>Published: 2000.\n<strong>Version:</strong> 3.0</p>"
            self.send(to, told if parts[1] in {"afdb", "told"} else None, head)
            return
        name = "/".join(parts[3:])
        if parts[:2] != ["files", "afdb"]:
            self.send(to, None, head)
        elif name == "SHA256SUMS.txt":
            self.send(to, self.sums, head)
        else:
            self.file(to, name, asked, head)

    def file(self, to: http.server.BaseHTTPRequestHandler, name: str, asked: str | None, head: bool) -> None:
        behaviour, content = self.behaviour.get(name, ""), self.content.get(name)
        if behaviour == "closed":
            to.send_error(403)
            return
        if behaviour == "astray":
            self.redirect(to, "http://localhost:9/" + name)
            return
        if behaviour == "circle":
            self.redirect(to, to.path + "x")
            self.behaviour[name + "x"] = "circle"
            return
        if content is None or head:
            announced = 2 * 10**8 if behaviour == "large" else None
            self.send(to, content, head, announced=announced, mute=behaviour == "mute")
            return
        if behaviour == "wrong":
            content = content[::-1]
        if behaviour == "wrong once" and name not in self.broken:
            self.broken.add(name)
            content = content[::-1]
        begin = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        if begin and behaviour == "another range":
            begin = 0
        ranges = bool(asked) and "no ranges" not in behaviour and begin < len(content)
        start = begin if ranges else 0
        to.send_response(206 if ranges else 200)
        if ranges:
            to.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        to.send_header("Content-Length", str(len(content) - start))
        to.end_headers()
        if "breaks" in behaviour and name not in self.broken:
            self.broken.add(name)
            to.wfile.write(content[start : len(content) // 2])
        elif behaviour == "breaks each time":
            to.wfile.write(content[start : start + len(content) // 4])
        elif behaviour == "slow":
            to.wfile.write(content[start : start + 40_000])
            to.wfile.flush()
            self.released.wait(30)
        else:
            to.wfile.write(content[start:])

    def redirect(self, to: http.server.BaseHTTPRequestHandler, where: str) -> None:
        to.send_response(302)
        to.send_header("Location", where)
        to.send_header("Content-Length", "0")
        to.end_headers()

    def send(
        self,
        to: http.server.BaseHTTPRequestHandler,
        content: bytes | None,
        head: bool,
        announced: int | None = None,
        mute: bool = False,
    ) -> None:
        if content is None:
            to.send_error(404)
            return
        to.send_response(405 if mute else 200)
        if not mute:
            to.send_header("Content-Length", str(announced or len(content)))
        to.end_headers()
        if not head:
            to.wfile.write(content)


@pytest.fixture
def physionet(monkeypatch: pytest.MonkeyPatch) -> Iterator[PhysioNet]:
    """A server, with no mirror beside it, and nothing agreed to."""
    monkeypatch.delenv(fetch.MIRROR_VARIABLE, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    monkeypatch.setattr(agreed, "_agreed", set())
    monkeypatch.setattr(agreed, "_all", False)
    server = PhysioNet()
    yield server
    server.close()


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A local mirror of ``afdb``, without a folder for its version."""
    folder = tmp_path / "mirror"
    for name, content in CONTENT.items():
        path = folder / "afdb" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
