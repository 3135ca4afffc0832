"""The program's inbox commands, and mail to give them."""

import argparse
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Browser"))

WORDS = (
    "my social worker never calls back and the house is cold nobody told us about the move i want to see my brother more "
    "they keep changing the plan school is far staff are kind but there are too many of them the review was cancelled again"
).split()


def options_of(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--earshot", required=True, help="the program")
    parser.add_argument("--output", required=True, help="where the report goes")
    parser.add_argument("--messages", type=int, default=3000, help="how many the import is killed over")
    parser.add_argument("--megabytes", type=int, default=1024, help="of the mailbox that memory is measured on")
    options = parser.parse_args()
    options.output = pathlib.Path(options.output)
    options.output.mkdir(exist_ok=True)
    return options


def mail(number, words=None, attachment=0):
    """A mail of its own, as an mbox and a Maildir hold it alike: unix lines, no postmark."""
    chance = random.Random(number)
    words = words or "\n".join(" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(chance.randint(4, 12)))
    head = (
        f"Received: from mx.example.org (mx.example.org [192.0.2.{number % 250}])\n"
        f"\tby mail.example.org with ESMTPS id {number:08X}; Mon, 2 Mar 2026 10:02:00 +0000\n"
        f"From: Sender {number} <sender{number}@example.org>\nTo: voices@example.org\nSubject: About number {number}\n"
        f"Date: Mon, 2 Mar 2026 10:02:{number % 60:02} +0000\nMessage-ID: <{number}.test@example.org>\nMIME-Version: 1.0\n")
    if not attachment:
        return f"{head}Content-Type: text/plain; charset=utf-8\n\n{words}\nFrom me, number {number}.\n"
    picture = ("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\n" * (attachment // 77 + 1))
    return (
        f'{head}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n{words}\nNumber {number}.\n'
        f"--b\nContent-Type: image/png; name=x.png\nContent-Transfer-Encoding: base64\n\n{picture}--b--\n")


def in_mbox(text):
    quoted = "\n".join(f">{line}" if line.startswith("From ") else line for line in text.split("\n"))
    return f"From sender@example.org Mon Mar  2 10:02:00 2026\n{quoted}\n"


def write_mbox(path, mails):
    with open(path, "w") as file:
        for text in mails:
            file.write(in_mbox(text))
    return path


def make_maildir(path):
    for part in ["tmp", "new", "cur"]:
        (path / part).mkdir(parents=True)
    return path


def deliver(maildir, name, text):
    """As a mail server does: written beside, then renamed."""
    (maildir / "tmp" / name).write_text(text)
    os.rename(maildir / "tmp" / name, maildir / "new" / name)


class Inbox:
    """The program as built, in a folder that is gone afterwards."""

    def __init__(self, options):
        self.program = str(pathlib.Path(options.earshot).resolve())
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="earshot-inbox-"))
        self.count = 0

    def close(self):
        shutil.rmtree(self.folder, True)

    def new(self, name):
        self.count += 1
        return self.folder / f"{self.count}-{name}"

    def start(self, *arguments, **more):
        more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        return subprocess.Popen([self.program, "inbox", *map(str, arguments)], **more)

    def run(self, *arguments, code=0, within=600, **more):
        """Its lines, as they stand on standard output, and all of standard error."""
        done = subprocess.run(
            [self.program, "inbox", *map(str, arguments)], capture_output=True, text=True, timeout=within, **more)
        assert done.returncode == code, (arguments, done.returncode, done.stdout[-500:], done.stderr[-1000:])
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    def empty_data(self):
        """A data folder with keys and nothing else; copies of it know the same mail by the same marks."""
        data, nothing = self.new("data"), self.new("nothing.txt")
        nothing.write_text("")
        self.run("import", nothing, "--data", data, code=1)
        return data

    def copy(self, data):
        return pathlib.Path(shutil.copytree(data, self.new("data")))


def rows(data, question):
    with sqlite3.connect(f"file:{data}/earshot.sqlite?mode=ro", uri=True) as store:
        return store.execute(question).fetchall()


def concerns(data):
    """How many there are, and the marks of what was taken; each is one of the other."""
    marks = {mark for mark, in rows(data, "SELECT mark FROM importMark")}
    count, distinct = rows(data, "SELECT count(*), count(DISTINCT id) FROM concern")[0]
    assert count == distinct
    return count, marks


def outcomes(lines):
    counts = {}
    for line in lines:
        counts[line["outcome"]] = counts.get(line["outcome"], 0) + 1
    return counts


def lines_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def line_count(path):
    return path.read_bytes().count(b"\n") if path.exists() else 0
