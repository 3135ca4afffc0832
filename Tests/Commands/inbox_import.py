"""Imports mail as operators do, also where it goes wrong: twice, killed, changing, hostile, larger than memory.

Each step is a test with a name; a report for `script/totals.py` is left in the output folder.
"""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

from inbox import (
    WORDS, Inbox, concerns, in_mbox, line_count, lines_of, mail, make_maildir, options_of, outcomes, rows, write_mbox)
from walk import Walk, run, step

SANDWELL = "E08000028"


class ImportedInbox(Walk):
    """What is taken, each once, whatever happens."""

    def __init__(self, inbox, options):
        self.inbox, self.options = inbox, options
        self.chance = random.Random(4)
        self.keys = inbox.empty_data()
        self.mails = [mail(number) for number in range(options.messages)]
        self.mbox = write_mbox(inbox.new("all.mbox"), self.mails)

    def few(self, count=20, first=0):
        return write_mbox(self.inbox.new("few.mbox"), self.mails[first:first + count])

    @step
    def the_same_mbox_twice_is_taken_once(self):
        self.whole = self.inbox.copy(self.keys)
        lines, said = self.inbox.run("import", self.mbox, "--data", self.whole)
        assert outcomes(lines) == {"imported": len(self.mails)}, outcomes(lines)
        assert "a second)" in said, said
        self.taken = concerns(self.whole)
        assert self.taken[0] == len(self.mails) == len(self.taken[1])
        lines, _ = self.inbox.run("import", self.mbox, "--data", self.whole)
        assert outcomes(lines) == {"duplicate": len(self.mails)}, outcomes(lines)
        assert concerns(self.whole) == self.taken

    @step
    def an_mbox_and_the_maildir_of_the_same_mail_are_the_same(self):
        maildir = make_maildir(self.inbox.new("Maildir"))
        for number, text in enumerate(self.mails):
            part = "cur" if number % 2 else "new"
            (maildir / part / f"1700.M{number:05}.host{':2,S' if number % 2 else ''}").write_text(text)
        (maildir / "tmp" / "half").write_text(mail(999_999)[:200])
        (maildir / "dovecot-uidlist").write_text("3 V1700 N1\n")
        lines, _ = self.inbox.run("import", maildir, "--data", self.whole)
        assert outcomes(lines) == {"duplicate": len(self.mails)}, outcomes(lines)
        assert concerns(self.whole) == self.taken

    @step
    def killed_at_ten_random_points_and_run_again_it_has_taken_each_once(self):
        data, report = self.inbox.copy(self.keys), self.inbox.new("report.jsonl")
        reached = []
        for tenth in range(10):
            # Each run comes further than the one before, to a point by chance; also into a commit or before the first.
            point = int((tenth + self.chance.random()) / 10 * len(self.mails))
            report.unlink(missing_ok=True)
            process = self.inbox.start("import", self.mbox, "--data", data, "--report", report)
            while process.poll() is None and line_count(report) < point:
                time.sleep(0.002)
            time.sleep(self.chance.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            reached.append(concerns(data)[0])
            # What the report tells of was on disk before.
            assert line_count(report) <= reached[-1], (line_count(report), reached)
        self.inbox.run("import", self.mbox, "--data", data, "--report", report)
        assert concerns(data) == self.taken
        assert len(lines_of(report)) == len(self.mails)
        assert len(set(reached)) > 4, f"the kills hit too little: {reached}"
        print(f"  kept after each kill: {reached}")

    @step
    def receipts_are_the_same_again_after_a_kill_and_a_rerun(self):
        mbox, data, sheet = self.few(40), self.inbox.copy(self.keys), self.inbox.new("receipts.csv")
        arguments = ["import", mbox, "--data", data, "--report", os.devnull, "--receipts", sheet]
        process = self.inbox.start(*arguments)
        time.sleep(self.chance.uniform(0.3, 1.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        before = sheet.read_text().splitlines()[1:] if sheet.exists() else []
        self.inbox.run(*arguments)
        first = sheet.read_text()
        self.inbox.run(*arguments)
        assert sheet.read_text() == first
        held = first.splitlines()
        assert held[0] == "source,index,receipt" and len(held) == 41, held[:2]
        assert set(before) <= set(held)
        assert len({line.rsplit(",", 1)[1] for line in held}) == 41
        assert all(len(line.rsplit(",", 1)[1].split()) == 7 for line in held[1:])
        assert sheet.stat().st_mode & 0o777 == 0o600
        assert rows(data, "SELECT count(*) FROM receipt") == [(40,)]

    @step
    def two_imports_at_once_take_each_once(self):
        data = self.inbox.copy(self.keys)
        both = [self.inbox.start("import", self.few(500), "--data", data, "--report", os.devnull) for _ in range(2)]
        assert [process.communicate() and process.returncode for process in both] == [0, 0]
        assert concerns(data)[0] == 500

    @step
    def the_report_holds_no_words_and_nothing_of_the_mail_is_in_the_clear(self):
        data, report = self.inbox.copy(self.keys), self.inbox.new("report.jsonl")
        secret = "zebrafinch"
        mbox = write_mbox(self.inbox.new("one.mbox"), [mail(7, f"The {secret} is cold and nobody calls back.")])
        _, said = self.inbox.run("import", mbox, "--data", data, "--report", report, "--authority", SANDWELL)
        (line,) = lines_of(report)
        assert sorted(line) == ["index", "outcome", "reason", "source"] and line["source"] == str(mbox), line
        assert rows(data, "SELECT authority, channel, sharing FROM concern") == [(SANDWELL, "email", "counted")]
        for file in [report, *data.rglob("*")]:
            held = file.read_bytes() if file.is_file() else b""
            for word in [secret, "sender7@", "7.test@", "About number"]:
                assert word.encode() not in held and word not in said, f"{word} is in {file.name}"

    @step
    def what_is_no_file_gets_a_line_and_the_rest_goes_on(self):
        folder = self.inbox.new("folder")
        (folder / "below").mkdir(parents=True)
        (folder / "letter.txt").write_text("Nobody calls me back.")
        (folder / "below" / "mail.eml").write_text(self.mails[0])
        (folder / ".hidden.txt").write_text("No")
        (folder / "link.txt").symlink_to("/etc/hostname")
        (folder / "loop").symlink_to(folder)
        os.mkfifo(folder / "pipe")
        line = socket.socket(socket.AF_UNIX)
        line.bind(str(folder / "socket"))
        (folder / "shut").mkdir(mode=0)
        lines, _ = self.inbox.run("preview", folder, self.inbox.folder / "missing", "/dev/null", code=1, within=60)
        found = {one["source"].rsplit("/", 1)[1]: one for one in lines}
        taken = {name for name, one in found.items() if one["outcome"] == "imported"}
        assert taken == {"letter.txt", "mail.eml"}, taken
        refused = {"link.txt": "link", "loop": "link", "pipe": "pipe", "socket": "socket", "missing": "nothing",
                   "null": "device"}
        for name, says in refused.items():
            assert found[name]["outcome"] == "rejected" and says in found[name]["reason"], (name, found[name])
        assert ".hidden.txt" not in found
        named = self.inbox.new("named.txt")
        named.symlink_to(folder / "letter.txt")
        lines, _ = self.inbox.run("preview", named)
        assert outcomes(lines) == {"imported": 1}

    @step
    def a_folder_without_permission_gets_a_line(self):
        folder = self.inbox.new("folder")
        (folder / "shut").mkdir(parents=True)
        (folder / "shut" / "in.txt").write_text("Nobody calls.")
        (folder / "letter.txt").write_text("Nobody calls me back.")
        (folder / "shut.txt").write_text("Nobody calls us back.")
        os.chmod(folder / "shut.txt", 0)
        os.chmod(folder / "shut", 0)
        # Root may read everything unless it gives that up.
        less = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
        done = subprocess.run(
            [*less, self.inbox.program, "inbox", "preview", folder], capture_output=True, text=True, timeout=60)
        os.chmod(folder / "shut", 0o700)
        lines = done.stdout.splitlines()
        assert done.returncode == 1 and len(lines) == 3, (done.stdout, done.stderr)
        assert sum("permissions" in line for line in lines) == 2, lines

    @step
    def of_a_file_that_changes_while_it_is_read_the_last_message_is_left(self):
        data, mbox, count = self.inbox.copy(self.keys), self.few(len(self.mails)), len(self.mails)
        done = threading.Event()

        def grow():
            with open(mbox, "a") as file:
                while not done.is_set():
                    file.write("x")
                    file.flush()
                    # Slowly, so that what it comes to is still a message.
                    time.sleep(0.01)

        growing = threading.Thread(target=grow)
        growing.start()
        try:
            lines, _ = self.inbox.run("import", mbox, "--data", data, code=1)
        finally:
            done.set()
            growing.join()
        assert outcomes(lines) == {"imported": count - 1, "rejected": 1}, outcomes(lines)
        assert "changed while it was read" in lines[-1]["reason"], lines[-1]
        lines, _ = self.inbox.run("import", mbox, "--data", data)
        assert outcomes(lines) == {"duplicate": count - 1, "imported": 1}, outcomes(lines)

    @step
    def standard_input_is_read_like_a_file(self):
        data = self.inbox.copy(self.keys)
        process = self.inbox.start("import", "-", "--data", data, stdin=subprocess.PIPE)
        text = "".join(map(in_mbox, self.mails[:50])).encode()
        for place in range(0, len(text), 1000):
            process.stdin.write(text[place:place + 1000])
            process.stdin.flush()
        out, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
        assert out.count(b'"outcome":"imported"') == 50 and b'"source":"-"' in out
        assert concerns(data)[1] <= self.taken[1]

    @step
    def a_reader_that_goes_early_is_no_fault(self):
        process = subprocess.run(
            f"{self.inbox.program} inbox preview {self.mbox} | head -1", shell=True, capture_output=True, text=True)
        assert process.stdout.count("\n") == 1 and "rror" not in process.stderr, process.stderr

    @step
    def a_report_that_cannot_be_written_is_said_and_nothing_is_lost(self):
        data = self.inbox.copy(self.keys)
        mbox = self.few()
        _, said = self.inbox.run("import", mbox, "--data", data, "--report", "/nowhere/report", code=74)
        assert "Nothing was imported" in said and concerns(data)[0] == 0
        _, said = self.inbox.run("import", mbox, "--data", data, "--report", "/dev/full", code=74)
        assert "run it again" in said, said
        self.inbox.run("import", mbox, "--data", data)
        assert concerns(data)[0] == 20

    @step
    def a_folder_named_after_a_council_says_which_it_is_about(self):
        folder = self.inbox.new("post") / SANDWELL.lower()
        folder.mkdir(parents=True)
        write_mbox(folder / "all.mbox", self.mails[:3])
        data = self.inbox.copy(self.keys)
        self.inbox.run("import", folder.parent, "--data", data)
        assert rows(data, "SELECT DISTINCT authority FROM concern") == [(SANDWELL,)]

    @step
    def a_report_inside_the_folder_is_not_read_as_mail(self):
        folder = self.inbox.new("folder")
        folder.mkdir()
        shutil.copy(self.few(3), folder / "few.mbox")
        for _ in range(2):
            _, said = self.inbox.run(
                "import", folder, "--data", self.inbox.copy(self.keys), "--report", folder / "report.jsonl")
            assert "3 messages" in said, said

    @step
    def a_mailbox_larger_than_memory_takes_less_than_100_megabytes(self):
        mbox = self.inbox.new("large.mbox")
        filler = " ".join(WORDS)
        with open(mbox, "w") as file:
            number = 0
            while file.tell() < self.options.megabytes << 20:
                file.write(in_mbox(mail(number, filler, attachment=60_000)))
                number += 1
        data = self.inbox.copy(self.keys)
        for arguments in [["preview", mbox], ["import", mbox, "--data", data]]:
            said = self.inbox.new("said")
            with open(self.inbox.new("lines"), "w") as lines, open(said, "w") as errors:
                process = self.inbox.start(*arguments, stdout=lines, stderr=errors)
                _, status, used = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
            assert process.returncode == 0, (process.returncode, said.read_text()[-500:])
            print(f"  {arguments[0]}: {number} messages, {used.ru_maxrss / 1024:.0f} MB, {used.ru_utime:.0f} s of a core")
            assert used.ru_maxrss < 100 << 10, f"{used.ru_maxrss / 1024:.0f} MB"
        assert concerns(data)[0] == number
        mbox.unlink()


def main():
    options = options_of(__doc__)
    inbox = Inbox(options)
    try:
        return run("inbox-import", [ImportedInbox(inbox, options)], options.output)
    finally:
        inbox.close()


if __name__ == "__main__":
    sys.exit(main())
