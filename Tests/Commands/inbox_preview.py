"""Gives `inbox preview` every mail of the tests, and compares what it prints with what the manifest says.

Each step is a test with a name; a report for `script/totals.py` is left in the output folder.
"""

import json
import pathlib
import subprocess
import sys

from inbox import Inbox, options_of
from walk import Walk, run, step

MAIL = pathlib.Path(__file__).resolve().parent.parent / "InboxTests" / "Mail"
TEXTS = ["outcome", "text", "quoted", "signature", "subject", "sent", "charset"]


def differences(expected, line):
    """What the manifest names and the line has otherwise; null means that it must not be there."""
    for key in TEXTS:
        if key in expected and expected[key] != line.get(key):
            yield f"{key}: {line.get(key)!r} instead of {expected[key]!r}"
    if "attachments" in expected:
        found = line.get("attachments", [])
        agrees = len(found) == len(expected["attachments"] or []) and all(
            one.get("name") == other.get("name") and one.get("size") in (None, other.get("size"))
            for one, other in zip(expected["attachments"] or [], found))
        if not agrees:
            yield f"attachments: {found!r} instead of {expected['attachments']!r}"
    if expected.get("reasonContains", "").lower() not in line["reason"].lower():
        yield f"reason: {line['reason']!r} without {expected['reasonContains']!r}"


class EveryMail(Walk):
    """What a person at a terminal sees of each kind of mail."""

    def __init__(self, inbox):
        self.inbox = inbox
        self.files = json.loads((MAIL / "manifest.json").read_text())

    def preview(self, *arguments):
        # 1: part of it was rejected, as some of these must be.
        done = self.inbox.start("preview", *arguments, stderr=subprocess.DEVNULL)
        printed, _ = done.communicate(timeout=120)
        assert done.returncode in (0, 1), arguments
        return [json.loads(line) for line in printed.splitlines()]

    @step
    def there_are_more_than_a_hundred_files_of_real_shapes(self):
        assert len(self.files) >= 100, len(self.files)

    @step
    def preview_agrees_with_every_expectation(self):
        wrong = []
        for expected in self.files:
            more = ["--format", expected["format"]] if expected.get("format") else []
            lines = self.preview(MAIL / expected["file"], *more)
            if len(lines) != len(expected["entries"]):
                wrong.append(f"{expected['file']}: {len(lines)} lines instead of {len(expected['entries'])}")
            for number, (entry, line) in enumerate(zip(expected["entries"], lines)):
                assert line["index"] == number, expected["file"]
                wrong += [f"{expected['file']} {number}: {says}" for says in differences(entry, line)]
        assert not wrong, "\n".join(wrong)

    @step
    def all_of_them_in_one_folder_give_a_line_for_each_entry(self):
        lines = self.preview(MAIL)
        assert len(lines) >= sum(len(expected["entries"]) for expected in self.files)


def main():
    options = options_of(__doc__)
    inbox = Inbox(options)
    try:
        return run("inbox-preview", [EveryMail(inbox)], options.output)
    finally:
        inbox.close()


if __name__ == "__main__":
    sys.exit(main())
