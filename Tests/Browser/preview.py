"""A preview server at work on a copy of the bundled site."""

import os
import re
import signal
import socket
import subprocess
import threading
import time

from conftest import copy_of_the_site, DATE
from program import PACKHORSE

# Long enough for a machine that does other things besides; waiting ends as soon as there is nothing to wait for.
PATIENCE = 60


def wait_for(condition, what):
    """Waits until a condition holds, and gives back its value."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"waited in vain for {what}")


class Preview:
    """`packhorse serve` in a folder, with what it says on standard error."""

    def __init__(self, folder, *arguments, port=0):
        self.command = PACKHORSE
        self.folder = folder
        self.process = subprocess.Popen(
            [self.command, "serve", "--site", folder, "--port", str(port), "--date", DATE, *arguments],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self.said = ""
        self.listener = threading.Thread(target=self.listen)
        self.listener.start()
        self.url = self.wait_until_said(r"Serving at (http://127\.0\.0\.1:\d+/)")
        self.port = int(self.url.split(":")[2].strip("/"))

    def listen(self):
        for line in self.process.stderr:
            self.said += line

    def wait_until_said(self, pattern, times=1):
        """Waits until a line was said so many times; gives back the last one's first group, or all of it."""
        def found():
            matches = list(re.finditer(pattern, self.said))
            return matches[times - 1] if len(matches) >= times else None
        match = wait_for(found, f"{pattern!r} in {self.said!r}")
        return match.group(match.lastindex or 0)

    def builds(self):
        return len(re.findall(r"Rebuilt |The last good pages stay|once this is put right", self.said))

    def edit(self, name, old, new):
        """Saves a file with some text replaced."""
        file = self.folder / name
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))

    def withdraw(self, story):
        """Withdraws a story as from another terminal."""
        subprocess.run([self.command, "withdraw", story, "--site", self.folder], check=True, capture_output=True)

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        status = self.process.wait(PATIENCE)
        self.listener.join()
        return status

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def send(self, request):
        """Sends bytes as they are, and gives back status, header fields and body of the answer."""
        with self.connect() as connection:
            connection.sendall(request)
            return answer(connection)

    def get(self, target, host=None, method="GET", fields=()):
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.port}'}", *fields, "", ""]
        return self.send("\r\n".join(lines).encode("latin-1"))


def answer(connection):
    """Reads an answer to its end."""
    received = b""
    while piece := connection.recv(1 << 16):
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    status, *lines = head.decode("ascii").split("\r\n")
    return int(status.split(" ")[1]), dict(line.split(": ", 1) for line in lines), body
