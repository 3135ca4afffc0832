"""A moderator in a real browser: finds what an import could not read, keys in what it says, sets the rest aside.

Each page is looked at with axe-core, and as narrow as a phone. The mail is imported by the command while the server runs.
"""

import sys

from chromium import DESK, chromium
from looking import look
from moderator import Moderator
from pages import DANGER
from service import service
from walk import Walk, options_of, run, step

LOCKED = """From: a@example.org
To: help@example.org
Message-ID: <quarantine-1@example.org>
Date: Mon, 2 Nov 2026 10:00:00 +0000
Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

--b
Content-Type: application/octet-stream; name="<b>\u202esecret.asc"

-----BEGIN PGP MESSAGE-----
hQEMA
-----END PGP MESSAGE-----
--b--
"""
NEWSLETTER = f"""From: list@example.org
To: help@example.org
Message-ID: <quarantine-2@example.org>
List-Unsubscribe: <https://news.example.org/u>
List-Id: <n.news.example.org>
Precedence: bulk
Content-Type: text/plain; charset=utf-8

{DANGER}
"""
ANSWER = """From: b@example.org
To: help@example.org
Message-ID: <quarantine-3@example.org>
Subject: Re: how are you
Content-Type: text/plain; charset=utf-8

nobody came to my review by the green lamp

On Sun, 1 Nov 2026 at 10:00, Sam wrote:
> How was the review?
"""


class SettingAside(Walk):
    def __init__(self, browser, server, output):
        self.browser, self.server, self.output = browser, server, output
        self.found = []

    def _look(self, name):
        self.found += look(self.page, self.output / f"quarantine-{name}")

    def _main(self):
        return " ".join(self.page.inner_text("main").split())

    def _open(self, path):
        self.page.goto(self.server.address + path)

    def _press(self, selector):
        with self.page.expect_navigation():
            self.page.click(selector)

    def _rows(self):
        self._open("/desk/quarantine")
        return self.page.locator("tbody tr")

    @step
    def mail_that_cannot_be_read_is_told_of_at_the_queue_danger_above_all(self):
        folder = self.server.folder / "mail"
        folder.mkdir()
        for name, mail in [("1.eml", LOCKED), ("2.eml", NEWSLETTER), ("3.eml", ANSWER)]:
            (folder / name).write_text(mail)
        self.server.run("inbox", "import", str(folder), "--data", str(self.server.data), code=1)
        # axe-core is a script itself; the pages bring none.
        moderator = Moderator(self.browser, self.server, scripts=True)
        self.page = moderator.page
        self.page.set_viewport_size(DESK)
        self._open("/desk")
        text = self._main()
        assert text.index("quarantine") < text.index("Arrived"), text[:600]
        self._look("queue")
        self.moderator = moderator

    @step
    def the_list_has_danger_first(self):
        rows = self._rows()
        assert rows.count() >= 2
        assert "Danger now" in rows.first.inner_text()
        assert "encrypted" in " ".join(rows.all_inner_texts())
        self._look("list")

    @step
    def what_is_in_it_is_shown_as_letters_and_never_run(self):
        self._rows().filter(has_text="encrypted").locator("a").click()
        self.page.click("details.parted summary")
        source = self.page.inner_text(".source")
        assert "BEGIN PGP MESSAGE" in source and "<b>" in source and "\u202e" not in source
        self._look("locked")
        with self.page.expect_download() as waiting:
            self.page.click("a[download]")
        assert waiting.value.suggested_filename == "message.bin"

    @step
    def what_it_says_is_keyed_in_and_becomes_a_concern(self):
        self._rows().first.locator("a").click()
        assert "someone may be in danger" in self._main().lower()
        self._look("danger")
        self._press('button[value="keep"]')
        assert self.page.url.split("?")[0].endswith(("/desk", "/desk/quarantine")) or "/desk/" in self.page.url
        assert self.moderator.find(DANGER), "it does not wait in the queue"

    @step
    def the_rest_is_set_aside_with_a_reason(self):
        self._rows().filter(has_text="encrypted").locator("a").click()
        self._press('button[value="set-aside"]')
        assert self.page.locator(".problems").count() == 1
        self.page.locator('input[name="set_aside"]').first.check()
        self._press('button[value="set-aside"]')
        assert self._rows().filter(has_text="encrypted").count() == 0

    @step
    def what_was_quoted_stands_beside_the_words_and_not_among_them(self):
        address, = self.moderator.find("green lamp")
        self._open(address)
        assert "How was the review" not in self.page.inner_text(".original")
        self.page.click("details.parted summary")
        assert "How was the review" in self.page.inner_text("details.parted")
        self._look("beside")

    @step
    def imports_are_counted_without_words(self):
        self._open("/desk/imports")
        text = self._main()
        assert "command" in text.lower() and "green lamp" not in text
        self._look("imports")

    @step
    def no_page_breaks_a_rule_of_axe_or_is_wider_than_a_phone(self):
        assert not self.found, "\n".join(map(str, self.found))


def main():
    options = options_of(__doc__)
    with service(options, "--demo", "--limits", "relaxed") as server, chromium() as browser:
        return run("quarantine", [SettingAside(browser, server, options.output)], options.output)


if __name__ == "__main__":
    sys.exit(main())
