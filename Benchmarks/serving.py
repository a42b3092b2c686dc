"""Two servers that watch a site, and the time from saving a module to the moment its new text is served."""

import http.client
import signal
import socket
import subprocess
import tempfile
import time

from contestants import LIKE_PACKHORSE
from measure import Sample

PATIENCE = 600
PAUSE = 0.002
QUIET = 0.5


def can_serve(packhorse):
    """Whether this Packhorse knows the command at all; asked about one that it does not know, it explains itself."""
    help_text = subprocess.run([packhorse, "serve", "--help"], capture_output=True, text=True).stdout
    return "packhorse serve" in help_text


def packhorse_server(program, module):
    port = free_port()
    return Server("Packhorse", port, module, [program, "serve", "--site", module.site, "--port", port])


def hugo_server(program, module, name="Hugo", *options):
    port = free_port()
    return Server(name, port, module, [
        program, "server", "--source", module.site, "--config", LIKE_PACKHORSE, "--cacheDir", module.site / ".cache",
        "--port", port, "--baseURL", f"http://127.0.0.1:{port}/", "--appendPort=false", *options])


class Server:
    """A server that runs from `with` to its end."""

    def __init__(self, name, port, module, command):
        self.name, self.port, self.module, self.command = name, port, module, command

    def __enter__(self):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [str(part) for part in self.command], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        try:
            self.wait_for("</html>")
            self.settle()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        self.module.restore()
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def prepare(self):
        pass

    def run(self):
        start = time.perf_counter()
        self.wait_for(self.module.change())
        wall = time.perf_counter() - start
        self.settle()
        return Sample(wall, peak=self.peak())

    def wait_for(self, text):
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.page():
            if self.process.poll() is not None or time.monotonic() > end:
                self.log.seek(0)
                raise SystemExit(f"{self.name} did not serve its page:\n{self.log.read().decode(errors='replace')[-4000:]}")
            time.sleep(PAUSE)

    def page(self):
        """What is served now; nothing where the server does not answer yet."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/{self.module.page}")
            return connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            return b""
        finally:
            connection.close()

    def settle(self):
        """Waits until the server rests, so that it does not disturb the next one."""
        before = -1
        while (now := self.ticks()) != before:
            before = now
            time.sleep(QUIET)

    def ticks(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def peak(self):
        with open(f"/proc/{self.process.pid}/status") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM"))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
