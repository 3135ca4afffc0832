"""Prints how fast the inbox reads and imports mail, beside Python's mailbox, notmuch and mu on the same mail.

Each runs in a process of its own, one after the other, on files that were all read once before, so that none pays for
the disk. Reading is measured on one core by the processor's seconds; indexing by the clock, on all cores.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
import mails  # noqa: E402

HERE = pathlib.Path(__file__).parent
READING_AIM = 3
NOTMUCH_AIM = 4
MU_AIM = 2.5
MEMORY_AIM = 100
# What `time` prints: seconds by the clock, in the program, in the kernel; kibibytes at most.
FORMAT = "%e %U %S %M"


class Run:
    """What a process took, told by `time`."""

    def __init__(self, name, command, one_core=False, accepts=(0,), environment=None):
        figures = tempfile.NamedTemporaryFile("r", suffix=".time")
        core = ["taskset", "-c", "0"] if one_core else []
        # Quiet: else it adds a line about an exit code of 1, which import gives where mail was refused.
        timed = ["/usr/bin/time", "--quiet", "-f", FORMAT, "-o", figures.name]
        done = subprocess.run(
            core + timed + [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "EARSHOT_DATA": "", **(environment or {})}, check=False)
        if done.returncode not in accepts:
            raise SystemExit(f"{name} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        seconds, user, system, kibibytes = (float(figure) for figure in figures.read().split())
        self.name = name
        self.seconds = seconds
        self.cpu = user + system
        self.mebibytes = kibibytes / 1024

    def and_then(self, other):
        """The two as one: mu makes its folder with a command of its own."""
        self.seconds += other.seconds
        self.cpu += other.cpu
        self.mebibytes = max(self.mebibytes, other.mebibytes)
        return self


def show(run, count):
    """Prints a line of figures; gives the run back."""
    print(f"{run.name:34} {count / run.cpu:8.0f}/CPU s {count / run.seconds:8.0f}/s   "
          f"{run.seconds:7.1f} s   {run.mebibytes:6.0f} MiB at most", flush=True)
    return run


def compare(what, one, other, aim):
    verdict = "" if one / other >= aim else "   BELOW THE AIM"
    print(f"{what:34} {one / other:8.2f}      (aim {aim}){verdict}", flush=True)


def read_once(folder):
    for path in folder.rglob("*"):
        if path.is_file():
            with open(path, "rb") as file:
                while file.read(1 << 20):
                    pass


def reading(earshot, folder, count):
    mbox = folder / "mbox"
    # Exit code 1: some of it would be refused, such as mail without words.
    ours = show(Run("earshot inbox preview", [earshot, "inbox", "preview", mbox], True, (0, 1)), count)
    python = show(Run("Python mailbox, compat32", [sys.executable, HERE / "read_with_mailbox.py", mbox], True), count)
    compare("reading by Python", count / ours.cpu, count / python.cpu, READING_AIM)
    return [ours]


def notmuch(folder, scratch):
    scratch.mkdir()
    settings = scratch / "config"
    settings.write_text(
        f"[database]\npath={scratch}\nmail_root={folder / 'maildir'}\n[user]\nname=Voices\n"
        "primary_email=voices@voices.example\n[new]\ntags=unread\n")
    return Run("notmuch new", ["notmuch", f"--config={settings}", "new", "--quiet"])


def mu(folder, scratch):
    home = [f"--muhome={scratch}"]
    made = Run("mu init, index", ["mu", "init", *home, f"--maildir={folder / 'maildir'}", "--quiet"])
    return made.and_then(Run("mu index", ["mu", "index", *home, "--quiet"]))


def indexing(earshot, folder, count, scratch):
    def taken(what):
        data = scratch / f"data-{what}"
        command = [earshot, "inbox", "import", folder / what, "--data", data, "--report", scratch / f"{what}.report"]
        run = show(Run(f"earshot inbox import ({what})", command, accepts=(0, 1)), count)
        shutil.rmtree(data)
        return run

    ours = [taken("maildir"), taken("mbox")]
    theirs = [(show(notmuch(folder, scratch / "notmuch"), count), NOTMUCH_AIM),
              (show(mu(folder, scratch / "mu"), count), MU_AIM)]
    for peer, aim in theirs:
        compare(f"import (maildir) by {peer.name}", peer.seconds, ours[0].seconds, aim)
    return ours


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--earshot", required=True, help="the release build")
    parser.add_argument("--count", type=int, default=100_000, help="how many mails (default: 100000)")
    parser.add_argument("--mail", default=".build/mails", help="where the mail is kept for the next run")
    options = parser.parse_args()
    # Whole, as notmuch looks for any other path in the home folder.
    folder = (pathlib.Path(options.mail) / str(options.count)).resolve()
    mails.write(folder, options.count)
    read_once(folder)
    size = (folder / "mbox").stat().st_size
    print(f"{os.cpu_count()} cores, {options.count} mails, {size / 1e6:.0f} MB")
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="earshot-bench-"))
    try:
        ours = reading(options.earshot, folder, options.count)
        ours += indexing(options.earshot, folder, options.count, scratch)
    finally:
        shutil.rmtree(scratch)
    most = max(run.mebibytes for run in ours)
    verdict = "" if most <= MEMORY_AIM else "   ABOVE THE AIM"
    print(f"{'peak memory':34} {most:8.0f} MiB  (aim {MEMORY_AIM}){verdict}")


main()
