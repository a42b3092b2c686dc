"""A terminal session: recorded from a real shell, kept as asciicast v2, and drawn as an SVG."""

import html
import json
import os
import pty
import re
import select
import struct
import termios
import fcntl
import time

PROMPT = "$ "
CELL, LINE, MARGIN = 8.4, 19, 16
COLOURS = {31: "#ff8a80", 32: "#a5d6a7", 33: "#ffd54f", 34: "#90caf9", 35: "#e1bee7", 36: "#80deea"}
STYLE = """
text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #e8ece9; white-space: pre }
"""


def record(command, folder, path, columns, rows=40):
    """Types a command into a shell of its own; gives back what the terminal was sent, as (seconds, text)."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve("/bin/bash", ["bash", "--noprofile", "--norc", "--noediting", "-i"],
                  {"PATH": path, "PS1": PROMPT, "PS2": "> ", "TERM": "xterm-256color", "HOME": str(folder),
                   "LANG": "C.UTF-8"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    events = []
    for line in command.split("\n"):
        read_until_quiet(terminal, events)
        os.write(terminal, line.encode() + b"\n")
    # The prompt ends what the shell says; in the middle of a command it stands nowhere.
    while not text_of(events).endswith("\n" + PROMPT):
        read_until_quiet(terminal, events)
    os.write(terminal, b"exit\n")
    os.close(terminal)
    os.waitpid(process, 0)
    start = events[0][0]
    return [(round(at - start, 3), text) for at, text in events]


def text_of(events):
    return "".join(text for _, text in events)


def read_until_quiet(terminal, events):
    while select.select([terminal], [], [], 0.3)[0]:
        piece = os.read(terminal, 1 << 16)
        while True:
            try:
                text = piece.decode()
                break
            except UnicodeDecodeError:
                piece += os.read(terminal, 1)
        events.append((time.monotonic(), text))


def save_cast(events, columns, rows, file):
    lines = [{"version": 2, "width": columns, "height": rows}] + [[at, "o", text] for at, text in events]
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


def screen(text, columns):
    """What stands on a terminal after it was sent some text: rows of (character, style)."""
    rows, column, style = [[]], 0, ()
    for token in re.findall(r"\x1b\[[0-9;?]*[A-Za-z]|[^\x1b]", text):
        row = rows[-1]
        if token == "\n":
            rows.append([])
        elif token == "\r":
            column = 0
        elif token.endswith("K") and token[0] == "\x1b":
            del row[column:]
        elif token.endswith("m") and token[0] == "\x1b":
            codes = [int(code or 0) for code in token[2:-1].split(";")]
            style = () if 0 in codes else style + tuple(codes)
        elif token[0] != "\x1b":
            if column == columns:
                rows.append([])
                row, column = rows[-1], 0
            row += [(" ", ())] * (column - len(row))
            row[column:column + 1] = [(token, style)]
            column += 1
    return rows


def draw(screens, columns, title):
    """An SVG with one screen below the other."""
    elements, y = [], MARGIN
    for number, rows in enumerate(screens):
        if number:
            elements.append(f'<path d="M0 {y + LINE / 2}H{width(columns)}" stroke="#5c6660" stroke-dasharray="4"/>')
            y += LINE
        for row in rows:
            y += LINE
            elements += runs(row, y - 5)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width(columns)} {y + MARGIN}" '
            f'width="{width(columns)}" height="{y + MARGIN}" role="img">\n<title>{html.escape(title)}</title>\n'
            f'<style>{STYLE}</style>\n<rect width="100%" height="100%" rx="8" fill="#1b1f1d"/>\n'
            + "\n".join(elements) + "\n</svg>\n")


def width(columns):
    return round(columns * CELL + 2 * MARGIN)


def runs(row, y):
    """A text element for each run of characters of one style, as wide as its cells whatever the font."""
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and row[end][1] == row[start][1]:
            end += 1
        text = "".join(character for character, _ in row[start:end])
        if text.strip():
            codes = row[start][1]
            colour = next((f' style="fill:{COLOURS[code]}"' for code in reversed(codes) if code in COLOURS), "")
            bold = ' font-weight="bold"' if 1 in codes else ""
            yield (f'<text x="{MARGIN + start * CELL:.1f}" y="{y}" textLength="{len(text) * CELL:.1f}"{bold}{colour}>'
                   f"{html.escape(text)}</text>")
        start = end
