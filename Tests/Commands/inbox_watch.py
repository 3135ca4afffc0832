"""Watches folders while mail arrives, also while the program is killed, and looks where the files have gone.

Each step is a test with a name; a report for `script/totals.py` is left in the output folder.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time

from inbox import Inbox, concerns, deliver, mail, make_maildir, options_of, outcomes, rows, write_mbox
from walk import Walk, run, step

SANDWELL, DUDLEY = "E08000028", "E08000027"
SHELVES = ["done", "quarantine", "rejected"]


def until(holds, seconds=120):
    """Waits till something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def names(folder):
    return sorted(one.name for one in folder.iterdir() if not one.is_dir()) if folder.exists() else []


class WatchedFolder(Walk):
    """What appears is taken, once, and its file is put where it belongs."""

    def __init__(self, inbox):
        self.inbox = inbox
        self.chance = random.Random(5)
        self.keys = inbox.empty_data()
        self.watching = []

    def watch(self, folder, data, *more):
        log = open(self.inbox.new("watch.log"), "w+")
        process = self.inbox.start("watch", folder, "--data", data, *more, stdout=log, stderr=log)
        process.log = log.name
        self.watching.append(process)
        return process

    def stop(self, process, how=signal.SIGTERM):
        process.send_signal(how)
        process.wait(30)
        return open(process.log).read()

    def folder(self):
        folder = self.inbox.new("drop")
        folder.mkdir()
        return folder

    @step
    def a_thousand_messages_are_taken_once_each_while_it_is_killed_five_times(self):
        maildir, data, count = make_maildir(self.inbox.new("Maildir")), self.inbox.copy(self.keys), 1000
        pace = 0.008

        def deliver_all():
            for number in range(count):
                deliver(maildir, f"1700.M{number:05}.host", mail(number))
                time.sleep(pace)

        delivering = threading.Thread(target=deliver_all)
        delivering.start()
        reached = []
        for _ in range(5):
            process = self.watch(maildir, data)
            time.sleep(self.chance.uniform(0.5, count * pace / 4))
            self.stop(process, signal.SIGKILL)
            reached.append(len(names(maildir / "done")))
        delivering.join()
        process = self.watch(maildir, data)
        until(lambda: not names(maildir / "new"))
        self.stop(process)
        print(f"  done at each kill: {reached}")
        assert process.returncode == 0
        assert len(names(maildir / "done")) == count and not names(maildir / "tmp")
        assert not names(maildir / "quarantine") + names(maildir / "rejected")
        taken = concerns(data)
        assert taken[0] == count == len(taken[1]), taken[0]
        reference = self.inbox.copy(self.keys)
        self.inbox.run("import", write_mbox(self.inbox.new("all.mbox"), map(mail, range(count))), "--data", reference)
        assert concerns(reference) == taken
        for shelf in SHELVES:
            assert (maildir / shelf).stat().st_mode & 0o777 == 0o700

    @step
    def each_file_of_a_drop_folder_goes_to_its_shelf(self):
        folder, data = self.folder(), self.inbox.copy(self.keys)
        (folder / "letter.txt").write_text("Nobody calls me back.")
        write_mbox(folder / "two.mbox", [mail(1), mail(2)])
        (folder / "empty.txt").write_text("")
        (folder / "locked.pdf").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
        (folder / "link.txt").symlink_to("/etc/hostname")
        (folder / "below").mkdir()
        (folder / "below" / "in.txt").write_text("Not looked at.")
        (folder / ".hidden").write_text("Not looked at.")
        (folder / "half.eml.part").write_text("Not looked at.")
        process = self.watch(folder, data)
        until(lambda: names(folder) == [".hidden", "half.eml.part"], 30)
        said = self.stop(process)
        found = {shelf: names(folder / shelf) for shelf in SHELVES}
        assert found["done"] == ["letter.txt", "two.mbox"], found
        assert sorted(found["quarantine"] + found["rejected"]) == ["empty.txt", "link.txt", "locked.pdf"], found
        assert {"empty.txt", "link.txt"} <= set(found["rejected"]), found
        assert concerns(data)[0] == 3 and (folder / "below" / "in.txt").exists()
        for name in ["letter", "two.mbox", "empty.txt", "locked", "Nobody", "sender1"]:
            assert name not in said, said

    @step
    def a_file_that_is_being_written_waits_and_a_taken_name_gets_a_number(self):
        folder, data = self.folder(), self.inbox.copy(self.keys)
        process = self.watch(folder, data)
        with open(folder / "letter.txt", "w") as file:
            for word in "nobody calls me back and the house is cold".split():
                file.write(f"{word} ")
                file.flush()
                time.sleep(0.5)
                assert concerns(data)[0] == 0
        until(lambda: not names(folder), 30)
        (folder / "letter.txt").write_text("Another letter of the same name.")
        until(lambda: not names(folder), 30)
        self.stop(process)
        assert concerns(data)[0] == 2
        assert names(folder / "done") == ["letter.txt", "letter.txt.1"]
        assert (folder / "done" / "letter.txt").read_text().endswith("cold ")

    @step
    def folders_named_after_councils_say_which_it_is_about(self):
        folder, data = self.folder(), self.inbox.copy(self.keys)
        make_maildir(folder / SANDWELL)
        (folder / DUDLEY.lower()).mkdir()
        deliver(folder / SANDWELL, "1.M1.host", mail(1))
        (folder / DUDLEY.lower() / "letter.txt").write_text("Nobody calls me back.")
        (folder / "any.txt").write_text("Nobody calls us back.")
        self.inbox.run("watch", folder, "--data", data, "--once")
        found = rows(data, "SELECT authority, channel FROM concern ORDER BY authority")
        assert found == [(None, "paper"), (DUDLEY, "paper"), (SANDWELL, "email")], found
        assert names(folder / SANDWELL / "done") == ["1.M1.host"]
        assert names(folder / DUDLEY.lower() / "done") == ["letter.txt"]

    @step
    def forgetting_leaves_no_mail_in_the_clear(self):
        maildir, data = make_maildir(self.inbox.new("Maildir")), self.inbox.copy(self.keys)
        for number in range(3):
            deliver(maildir, f"{number}.host", mail(number))
        deliver(maildir, "empty.host", "")
        _, said = self.inbox.run("watch", maildir, "--data", data, "--once", "--forget", code=1)
        assert "3 imported" in said, said
        assert not names(maildir / "new") and not names(maildir / "done")
        assert names(maildir / "rejected") == ["empty.host"]

    @step
    def once_takes_what_is_there_and_ends(self):
        folder, data = self.folder(), self.inbox.copy(self.keys)
        (folder / "letter.txt").write_text("Nobody calls me back.")
        _, said = self.inbox.run("watch", folder, "--data", data, "--once", within=30)
        assert "1 imported" in said and concerns(data)[0] == 1
        self.inbox.run("watch", folder, "--data", data, "--once", within=30)
        _, said = self.inbox.run("watch", folder / "missing", "--data", data, code=65)
        assert "to watch" in said

    @step
    def a_database_in_use_is_waited_for(self):
        maildir, data = make_maildir(self.inbox.new("Maildir")), self.inbox.copy(self.keys)
        process = self.watch(maildir, data)
        until(lambda: (maildir / "done").exists())
        time.sleep(1)
        store = sqlite3.connect(data / "earshot.sqlite", isolation_level=None)
        store.execute("BEGIN IMMEDIATE")
        deliver(maildir, "1.host", mail(1))
        until(lambda: "tried again" in open(process.log).read(), 60)
        assert names(maildir / "new") == ["1.host"] and process.poll() is None
        store.execute("ROLLBACK")
        store.close()
        until(lambda: not names(maildir / "new"), 60)
        self.stop(process)
        assert concerns(data)[0] == 1

    @step
    def danger_calls_whoever_is_on_call_also_when_it_is_stopped_right_after(self):
        maildir, data = make_maildir(self.inbox.new("Maildir")), self.inbox.copy(self.keys)
        called = self.inbox.new("called")
        process = self.inbox.start(
            "watch", maildir, "--data", data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=dict(os.environ, EARSHOT_ONCALL_COMMAND=f"cat >> {called}"))
        self.watching.append(process)
        deliver(maildir, "1.host", mail(1, "he has a knife and he is outside my door right now please help"))
        until(lambda: not names(maildir / "new") and (maildir / "done").exists(), 30)
        process.terminate()
        assert process.wait(30) == 0
        assert called.read_text() == "a danger message waits\n"

    def end(self):
        for process in self.watching:
            if process.poll() is None:
                process.kill()


def main():
    options = options_of(__doc__)
    inbox = Inbox(options)
    walk = WatchedFolder(inbox)
    try:
        return run("inbox-watch", [walk], options.output)
    finally:
        walk.end()
        inbox.close()


if __name__ == "__main__":
    sys.exit(main())
