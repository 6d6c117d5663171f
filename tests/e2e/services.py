# SPDX-License-Identifier: GPL-3.0-or-later
"""The other end of the wire: purser-sandbox as a process of its own, and a listener between it
and Purser that writes down every request, byte by byte."""

import contextlib
import json
import socket
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request

from driver import PATIENCE, program


class Sandbox:
    """A running purser-sandbox."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([program("purser-sandbox"), *arguments],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        first_line = json.loads(self.process.stdout.readline())
        self.url = first_line["url"]
        self.jwt = first_line["jwt"]

    @property
    def port(self):
        return urllib.parse.urlsplit(self.url).port

    def get(self, name):
        """What the service holds, asked for without Purser."""
        path = "/user/custom_token/" + urllib.parse.quote(name, safe="") + "/"
        request = urllib.request.Request(self.url + path,
                                         headers={"Authorization": "Bearer " + self.jwt})
        # Numbers stay as they are written: a float would hide a wrong digit.
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
            return json.loads(reply.read(), parse_float=str, parse_int=str)

    def list(self):
        """All tokens, likewise."""
        request = urllib.request.Request(self.url + "/user/custom_token/",
                                         headers={"Authorization": "Bearer " + self.jwt})
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
            return json.loads(reply.read(), parse_float=str, parse_int=str)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class Request:
    """One request as it came over the wire."""

    def __init__(self, head, body):
        self.raw = head + body
        self.body = body
        line, *fields = head.decode("latin-1").split("\r\n")
        self.method, self.target, _ = line.split(" ", 2)
        self.headers = dict(field.split(": ", 1) for field in fields if ": " in field)

    def __repr__(self):
        return f"{self.method} {self.target} {self.body!r}"


def read_request(stream):
    """The next request of a connection; None at its end."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = stream.read(1)
        if not byte:
            return None
        head += byte
    length = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            length = int(line.split(b":", 1)[1])
    return Request(head, stream.read(length))


class Listener:
    """Listens on loopback and keeps the requests; each connection is served by a thread."""

    def __init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets = [self._listener]
        self.requests = []
        self._run(self._accept)

    @property
    def port(self):
        return self._listener.getsockname()[1]

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/v2"

    @property
    def changes(self):
        return [request for request in self.requests if request.method == "PATCH"]

    def count(self, method):
        return sum(request.method == method for request in self.requests)

    def forget(self):
        self.requests.clear()

    def stop(self):
        for open_socket in self._sockets:
            with contextlib.suppress(OSError):
                open_socket.shutdown(socket.SHUT_RDWR)
            open_socket.close()

    def serve(self, client):
        raise NotImplementedError

    @staticmethod
    def _run(function, *arguments):
        def until_closed():
            with contextlib.suppress(OSError):
                function(*arguments)
        threading.Thread(target=until_closed, daemon=True).start()

    def _accept(self):
        while True:
            client, _ = self._listener.accept()
            self._sockets.append(client)
            self._run(self.serve, client)


class Recorder(Listener):
    """Stands in front of a service and passes everything on."""

    def __init__(self, port):
        self._upstream = port
        super().__init__()

    def serve(self, client):
        service = socket.create_connection(("127.0.0.1", self._upstream))
        self._sockets.append(service)
        self._run(self._answer, client, service)
        with client.makefile("rb") as stream:
            while request := read_request(stream):
                self.requests.append(request)
                service.sendall(request.raw)
        service.shutdown(socket.SHUT_WR)

    @staticmethod
    def _answer(client, service):
        while data := service.recv(65536):
            client.sendall(data)
        client.shutdown(socket.SHUT_RDWR)


class StandIn(Listener):
    """A service inside the test: it takes one JWT that is in no argument list, no environment
    and no file, and answers changes as it is told."""

    TOKEN = {"name": "demo", "token_type": "api_token", "balance": 12.5,
             "expire_time": None, "active_balance": True}

    def __init__(self, jwt):
        self.jwt = jwt
        self.token = dict(self.TOKEN)
        self.answers = []  # of the next changes: an iterable of bytes each
        self.reads = []  # the same of the next reads of the token
        super().__init__()

    def serve(self, client):
        with client.makefile("rb") as stream:
            while request := read_request(stream):
                self.requests.append(request)
                for part in self._answer(request):
                    client.sendall(part)
                if request.method == "PATCH":
                    break  # an answer may be broken, so the connection is of no more use
        client.shutdown(socket.SHUT_RDWR)

    def _answer(self, request):
        if request.headers.get("Authorization") != "Bearer " + self.jwt:
            return [reply(401, {"detail": "Authentication credentials were not provided."})]
        if request.method == "PATCH" and self.answers:
            return self.answers.pop(0)
        if request.method == "PATCH":
            self.token.update(json.loads(request.body))
            return [reply(200, self.token)]
        if self.reads and not request.target.endswith("/custom_token/"):
            return self.reads.pop(0)
        return [reply(200, [self.token] if request.target.endswith("/custom_token/")
                      else self.token)]


def reply(status, content, fields=()):
    """A whole HTTP reply; content: JSON, or the text of a page."""
    page = isinstance(content, str)
    body = content.encode() if page else json.dumps(content).encode()
    head = [f"HTTP/1.1 {status} Status", f"Content-Length: {len(body)}",
            f"Content-Type: {'text/html' if page else 'application/json'}", *fields]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body
