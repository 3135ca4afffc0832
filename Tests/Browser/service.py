"""The program under test, and a neutral page of another host for its way out."""

import contextlib
import http.server
import os
import pathlib
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
import time


class Server:
    """The program as built, with its data in a folder of its own."""

    def __init__(self, program, folder, web=None, settings=None):
        self.program, self.folder, self.log = program, folder, folder / "server.log"
        self.data = folder / "data"
        self.web = ["--web", web] if web else []
        self.settings = dict(os.environ, **(settings or {}))
        self.process = None
        self.is_relaxed = False

    def start(self, *more):
        self.is_relaxed = "relaxed" in more
        already = len(self._listening())
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--port", "0", "--data", str(self.data), *self.web, *more],
                stderr=log, stdout=log, env=self.settings)
        for _ in range(1800):
            found = self._listening()
            if len(found) > already:
                self.port = int(found[-1])
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError(f"the server did not start: {self.log.read_text()[-2000:]}")

    def _listening(self):
        return re.findall(r"listening on http://127\.0\.0\.1:(\d+)", self.log.read_text()) if self.log.exists() else []

    def stop(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(30)

    def run(self, *arguments, code=0):
        done = subprocess.run([self.program, *arguments], capture_output=True, text=True, timeout=120)
        assert done.returncode == code, (arguments, done.returncode, done.stdout[-500:], done.stderr[-500:])
        return done.stdout

    def ask(self, path):
        """The whole answer to one request, as it comes over the line."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as line:
            line.sendall(
                f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n".encode())
            return b"".join(iter(lambda: line.recv(65_536), b""))

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def accounts(self):
        return {
            name: (password, secret)
            for name, password, secret in re.findall(
                r"^(\w+) \([\w-]+\)\s+password\s+(\S+)\s+second factor\s+(\S+)", self.log.read_text(), re.M)
        }


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """The page of another host that the way out leads to."""

    words = "Sunny spells and light winds"

    def do_GET(self):
        page = f"<!DOCTYPE html><html lang=en><title>Weather</title><p>{self.words}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def elsewhere():
    """Its address; another host than that of the program, as far as a browser knows, with a certificate of its own."""
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = f"{folder}/key.pem", f"{folder}/certificate.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
             "-subj", "/CN=localhost", "-keyout", key, "-out", certificate], check=True, capture_output=True)
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(certificate, key)
    site.socket = secure.wrap_socket(site.socket, server_side=True)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield f"https://localhost:{site.server_port}/"
    finally:
        site.shutdown()
        site.server_close()


@contextlib.contextmanager
def service(options, *arguments, settings=None):
    """A started server in a folder that is gone afterwards."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="earshot-way-"))
    server = Server(str(pathlib.Path(options.earshot).resolve()), folder, options.web, settings)
    try:
        server.start(*arguments)
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, True)
