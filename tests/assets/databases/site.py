"""A server on this machine that misbehaves as told, and what it leaves behind."""

import http.server
import threading

import pytest

from assets.databases.fetch import fetch_record

CONTENT = {
    "100.hea": b"100 1 360 100000\n100.dat 16 200\n",
    "100.atr": b"\x00\x00",
    "100.dat": bytes(range(250)) * 800,
}
TOTAL = sum(len(content) for content in CONTENT.values())


class Site:
    """A server on this machine that misbehaves as told."""

    def __init__(self):
        self.requests = []
        self.behaviour = {}
        self.released = threading.Event()
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                site.requests.append(self.path)
                name = self.path.rsplit("/", 1)[-1]
                behaviour = site.behaviour.get(name, "serve")
                content = CONTENT.get(name)
                if content is None or behaviour == "missing":
                    self.send_error(404)
                    return
                if behaviour == "wrong":
                    content = content[::-1]
                elif behaviour == "endless":
                    content = content * 50
                if behaviour == "silent":
                    site.released.wait(20)
                if behaviour == "dripping headers":
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Drip: ")
                    while not site.released.wait(0.02):
                        self.wfile.write(b"x")
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                if behaviour == "truncate":
                    self.wfile.write(content[: len(content) // 2])
                    return
                if behaviour == "stall":
                    self.wfile.write(content[: len(content) // 2])
                    self.wfile.flush()
                    site.released.wait(20)
                    return
                if behaviour == "trickle":
                    for at in range(len(content)):
                        if site.released.wait(0.02):
                            return
                        self.wfile.write(content[at : at + 1])
                        self.wfile.flush()
                    return
                self.wfile.write(content)

            def handle(self):
                try:
                    super().handle()
                except (BrokenPipeError, ConnectionResetError):
                    return

            def log_message(self, *_args):
                return

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = False
        self.url = f"http://127.0.0.1:{self.server.server_port}/mitdb/"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    def close(self):
        self.released.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def left(folder):
    """Return the names of all files below `folder`."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def transfers():
    """Return the threads that still fetch something; one that is about to end may do so."""
    there = [thread for thread in threading.enumerate() if thread.name == "download"]
    for thread in there:
        thread.join(10)
    return [thread for thread in there if thread.is_alive()]


def refusal(error, **arguments):
    with pytest.raises(error) as caught:
        fetch_record("100", **arguments)
    message = str(caught.value)
    assert message.endswith(".")
    assert message.isprintable()
    return message
