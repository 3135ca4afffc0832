"""Reads an mbox as Python's standard library does at its fastest (compat32) and decodes the first plain text of each."""

import mailbox
import sys


def text(message):
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            return part.get_payload(decode=True).decode(part.get_content_charset() or "utf-8", "replace")
    return ""


count = 0
letters = 0
for message in mailbox.mbox(sys.argv[1]):
    count += 1
    letters += len(text(message))
print(f"{count} messages, {letters} letters")
