"""The protocol by hand: as much of a client as the tests need that no real client would do."""

import json
import os
import select
import subprocess
import time
from pathlib import Path


def framed(message) -> bytes:
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


class Client:
    def __init__(self, binary: str, *arguments: str):
        self.process = subprocess.Popen([binary, "lsp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE)
        self.buffer = b""
        self.inbox = []
        self.last_id = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()
        self.process.wait()

    def write(self, data: bytes):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message: dict):
        self.write(framed({"jsonrpc": "2.0", **message}))

    def notify(self, method: str, params=None):
        self.send({"method": method, "params": params or {}})

    def ask(self, method: str, params=None) -> dict:
        """The whole response."""
        return self.response_to(self.begin(method, params))

    def begin(self, method: str, params=None) -> int:
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params or {}})
        return self.last_id

    def response_to(self, wanted) -> dict:
        return self.wait_for(lambda message: "method" not in message and message.get("id") == wanted)

    def diagnostics(self, uri: str) -> dict:
        """The params of the next publication for a document."""
        return self.wait_for(lambda message: message.get("method") == "textDocument/publishDiagnostics"
                             and message["params"]["uri"] == uri)["params"]

    def wait_for(self, fits, seconds: float = 20) -> dict:
        end = time.monotonic() + seconds
        while True:
            for index, message in enumerate(self.inbox):
                if fits(message):
                    return self.inbox.pop(index)
            self.receive(end - time.monotonic())

    def receive(self, seconds: float):
        """At least one message more."""
        while not self.take_complete():
            ready, _, _ = select.select([self.process.stdout], [], [], max(seconds, 0))
            if not ready:
                raise AssertionError(f"no such message in time; there are {self.inbox}")
            data = os.read(self.process.stdout.fileno(), 65536)
            if not data:
                raise AssertionError(f"the server is gone: {self.process.stderr.read().decode()}")
            self.buffer += data

    def take_complete(self) -> bool:
        before = len(self.inbox)
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            length = int(self.buffer[:end].split(b":")[1])
            if len(self.buffer) < end + 4 + length:
                break
            self.inbox.append(json.loads(self.buffer[end + 4:end + 4 + length]))
            self.buffer = self.buffer[end + 4 + length:]
        return len(self.inbox) > before

    def quiet(self, seconds: float = 0.4) -> list:
        """What has arrived when nothing more does."""
        try:
            while True:
                self.receive(seconds)
        except AssertionError:
            return self.inbox

    def initialize(self, folder: Path | None = None, capabilities=None, options=None, process=None) -> dict:
        params = {"processId": process, "rootUri": folder.as_uri() if folder else None,
                  "capabilities": capabilities or {}}
        if options is not None:
            params["initializationOptions"] = options
        result = self.ask("initialize", params)["result"]
        self.notify("initialized")
        return result

    def open(self, path: Path, text: str | None = None) -> str:
        uri = path.as_uri()
        text = path.read_bytes().decode() if text is None else text
        self.notify("textDocument/didOpen",
                    {"textDocument": {"uri": uri, "languageId": "terraform", "version": 1, "text": text}})
        return uri

    def change(self, uri: str, version: int, *changes: dict):
        self.notify("textDocument/didChange",
                    {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)})

    def end(self) -> int:
        self.ask("shutdown")
        self.notify("exit")
        return self.process.wait(10)
