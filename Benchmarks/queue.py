"""Prints how long the desk's queue takes to open with many concerns waiting.

The concerns are invented letters, taken in by `earshot inbox import`, so that each has a sealed due time of another run of
the program, as after a restart. A moderator signs in; the first page opens all due times, the others are as they are all day.
"""

import argparse
import http.client
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.parse

AIM_MS = 30
PAGES = ["/desk", "/desk?page=250", "/desk?late=yes", "/desk?urgency=concern&channel=paper&page=9", "/desk?mine=yes"]
TIMES = 40
MOVES = ["my room is cold", "nobody asked me before I moved again", "my social worker never rings back",
         "I like my key worker", "I was promised a school place", "I am hit at night and I am scared"]


def earshot(options, *arguments):
    environment = {**os.environ, "EARSHOT_DATA": str(options.data)}
    return subprocess.run([options.earshot, *arguments], text=True, env=environment, check=False, stdout=subprocess.PIPE)


def letters(folder, count):
    """Letters in files of 1,000."""
    for start in range(0, count, 1_000):
        text = "\n\n--- message ---\n\n".join(
            f"Number {number}: {MOVES[number % len(MOVES)]}, and that for {number % 97} weeks."
            for number in range(start, min(start + 1_000, count)))
        (folder / f"{start:06}.txt").write_text(text)


class Desk:
    """One signed-in browser on a kept connection."""

    def __init__(self, port, options):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.cookie = ""
        code = earshot(options, "account", "code", options.factor).stdout.strip()
        form = urllib.parse.urlencode(
            {"name": "bench", "password": options.password, "code": code, "next": ""})
        answer, _ = self.ask("POST", "/sign-in", form)
        if answer.status != 303:
            raise SystemExit(f"nobody could sign in: {answer.status}")
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]

    def ask(self, method, address, form=None):
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, address, form, headers)
        answer = self.connection.getresponse()
        return answer, answer.read().decode()

    def time(self, address):
        began = time.perf_counter()
        answer, page = self.ask("GET", address)
        took = (time.perf_counter() - began) * 1_000
        if answer.status != 200:
            raise SystemExit(f"{address}: {answer.status}")
        return took, page


def measure(port, options):
    desk = Desk(port, options)
    first, page = desk.time("/desk")
    waiting = sum(int(count) for count in re.findall(r"<li><strong>(\d+)</strong>", page))
    print(f"{waiting} waiting; the first page, which opens all due times: {first:.0f} ms", flush=True)
    for address in PAGES:
        times = sorted(desk.time(address)[0] for _ in range(TIMES))
        median, slow = statistics.median(times), times[int(TIMES * 0.95)]
        verdict = "" if median < AIM_MS else "   ABOVE THE AIM"
        print(f"{address:45} median {median:6.1f} ms, 95 % {slow:6.1f} ms   (aim {AIM_MS}){verdict}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--earshot", required=True, help="the release build")
    parser.add_argument("--count", type=int, default=50_000, help="how many wait (default: 50000)")
    parser.add_argument("--port", type=int, default=8098)
    options = parser.parse_args()
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="earshot-queue-"))
    options.data = scratch / "data"
    server = None
    try:
        (scratch / "letters").mkdir()
        letters(scratch / "letters", options.count)
        made = earshot(options, "account", "add", "bench", "--role", "moderator").stdout
        options.password = re.search(r"password +(\S+)", made).group(1)
        options.factor = re.search(r"second factor +(\S+)", made).group(1)
        earshot(options, "inbox", "import", str(scratch / "letters"), "--report", str(scratch / "report"))
        server = subprocess.Popen(
            [options.earshot, "serve", "--port", str(options.port), "--data", str(options.data)],
            stderr=subprocess.PIPE, text=True)
        for line in server.stderr:
            if "listening on" in line:
                break
        measure(options.port, options)
    finally:
        if server:
            server.send_signal(signal.SIGTERM)
            server.wait(30)
        shutil.rmtree(scratch)


main()
