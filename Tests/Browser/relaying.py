"""An advocate in a real browser: hands in a file, puts a council right, imports, prints the receipts; and one message alone.

Each page is looked at with axe-core, and as narrow as a phone. The program runs with relaxed limits, as no person waits.
"""

import json
import re
import sys
import time

from chromium import DESK, chromium
from looking import look
from moderator import Moderator
from pages import CALM, DANGER
from service import service
from walk import Walk, options_of, run, step

MARK = "the blue gate by the canal"
LETTERS = f"""Council: Tameside
Children: 2
Share: words

They moved me again and nobody asked me. {MARK}
--- message ---
Council: Newcastle

The hostel is damp and nobody comes to mend it.
--- message ---
{DANGER}
--- message ---
The hostel is damp and nobody comes to mend it at all.
--- message ---
The hostel is damp and nobody comes to mend it at all.
"""
MAIL = """From: a@example.org
To: help@example.org
Message-ID: <relaying-1@example.org>
Date: Mon, 2 Nov 2026 10:00:00 +0000
Subject: contact
Content-Type: text/plain; charset=utf-8

I have not seen my brother since summer.

On Sun, 1 Nov 2026 at 10:00, Sam wrote:
> How are you?
"""


class Relaying(Walk):
    def __init__(self, browser, server, output):
        self.output, self.browser, self.server = output, browser, server
        self.found = []
        self.requests, self.complaints = [], []
        self.upload = self.code = None

    def _sign_in(self, name="avery"):
        password, secret = self.server.accounts[name]
        context = self.browser.new_context(viewport=DESK)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.on("console", lambda message: self._note(message.text))
        page.on("weberror", lambda error: self._note(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(f"{self.server.address}/sign-in")
        page.fill("#name", name)
        page.fill("#password", password)
        page.fill("#code", self._fresh_code(secret))
        page.click("main button")
        assert "/sign-in" not in page.url, page.inner_text("main")
        return page

    def _fresh_code(self, secret):
        """A code signs in once, so a second sign-in waits for the next."""
        code = self.server.run("account", "code", secret).strip()
        while code == self.code:
            time.sleep(1)
            code = self.server.run("account", "code", secret).strip()
        self.code = code
        return code

    def _note(self, text):
        """That a page's status was a refusal is the browser's own remark."""
        if "status of 4" not in text:
            self.complaints.append(text)

    def _look(self, name):
        """Photographs the page and notes what axe finds and what does not fit."""
        self.found += look(self.page, self.output / f"relay-{name}")

    def _press(self, selector):
        with self.page.expect_navigation():
            self.page.click(selector)

    def _main(self):
        return " ".join(self.page.inner_text("main").split())

    def _article(self, title):
        return self.page.locator("article", has=self.page.locator("h2", has_text=title))

    @step
    def an_advocate_signs_in_to_a_room_of_their_own(self):
        self.page = self._sign_in()
        assert self.page.url == f"{self.server.address}/relay", self.page.url
        assert self.page.locator(".staff-head nav a").all_inner_texts() == ["Advocates’ room"]
        self.page.click("#example summary")
        assert "--- message ---" in self._main()
        self._look("start")
        for address in ["/desk", "/planning", "/intelligence"]:
            assert self.page.goto(self.server.address + address).status == 403, address
        assert self.page.goto(f"{self.server.address}/relay").status == 200

    @step
    def a_file_that_cannot_be_taken_is_refused_in_words(self):
        self._press("#upload")
        assert "Choose at least one file" in self._main()
        self._look("refused")
        self.page.set_input_files(
            "#files", [{"name": "large.txt", "mimeType": "text/plain", "buffer": b"a" * (9 << 20)}])
        self._press("#upload")
        assert "larger than 8 MB together" in self._main()

    @step
    def the_preview_shows_danger_first_and_says_that_nobody_was_told(self):
        self.moderator = Moderator(self.browser, self.server)
        self.waiting = len(self.moderator.addresses())
        self.page.set_input_files(
            "#files", [
                {"name": "messages.txt", "mimeType": "text/plain", "buffer": LETTERS.encode()},
                {"name": "brother.eml", "mimeType": "message/rfc822", "buffer": MAIL.encode()},
                {"name": "nothing.txt", "mimeType": "text/plain", "buffer": b" "},
            ])
        self.page.fill("#pasted", "I like my new flat.")
        self._press("#upload")
        assert "/relay/uploads/" in self.page.url, self._main()[:600]
        self.upload = self.page.url
        titles = [title.split(" ") for title in self.page.locator("article h2").all_inner_texts()]
        assert [" ".join(title[:4]) for title in titles[:2]] == ["File 1, message 3", "File 1, message 2"], titles
        text = self._main()
        assert "so nobody has been told" in text and text.index("When someone may be in danger") < text.index(MARK)
        assert "Newcastle upon Tyne" in self._article("File 1, message 2").inner_text()
        assert self.page.input_value("#council-0") == "Tameside" and self.page.input_value("#children-0") == "2"
        assert "Refused" in self._article("File 3, message 1").inner_text()
        assert "Taken before" in self._article("File 1, message 5").inner_text()
        mail = self._article("File 2, message 1")
        assert "I have not seen my brother" in mail.locator(".original").first.inner_text()
        mail.locator("summary").click()
        assert "How are you?" in mail.locator("details").inner_text()
        self._look("preview")

    @step
    def a_council_is_put_right_and_what_is_not_clear_is_asked_back(self):
        self.page.fill("#council-1", "Newcastle")
        self.page.check("#out-3")
        self.page.check("#another-4")
        self._press("#import")
        assert "No council of today has this name alone" in self._main()
        assert self.page.is_checked("#out-3") and self.page.input_value("#council-1") == "Newcastle"
        self._look("asked-back")
        self.page.fill("#council-1", "Newcastle upon Tyne")
        self._press("button[value=check]")
        assert "not clear which council" not in self._main()
        assert self.page.input_value("#council-1") == "Newcastle upon Tyne"
        assert len(self.moderator.addresses()) == self.waiting

    @step
    def the_import_keeps_each_once_and_gives_a_receipt_for_each(self):
        self._press("#import")
        assert self.page.url == self.upload + "/report", self._main()[-600:]
        receipts = self.page.locator(".receipt").all_inner_texts()
        assert len(receipts) == len(set(receipts)) == 6, receipts
        assert "Slip 1" in self._main() and "Newcastle upon Tyne" in self.page.inner_text("table")
        self._look("report")
        self.receipts = receipts
        self.page.goto(self.upload)
        assert self.page.url == self.upload + "/report"
        assert self.page.locator(".receipt").all_inner_texts() == receipts

    @step
    def each_slip_is_a_sheet_of_its_own_without_anything_else(self):
        printed = self.page.pdf(path=str(self.output / "relay-slips.pdf"), prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 6
        self.page.emulate_media(media="print")
        assert not self.page.locator("table").is_visible() and not self.page.locator("h1").is_visible()
        self.page.screenshot(path=str(self.output / "relay-slips.png"), full_page=True)
        self.page.emulate_media(media="screen")

    @step
    def the_files_to_take_away_hold_no_words(self):
        with self.page.expect_download() as report:
            self.page.click("a[href$='report.jsonl']")
        lines = [json.loads(line) for line in open(report.value.path(), encoding="utf-8")]
        assert report.value.suggested_filename == "report.jsonl" and len(lines) == 8
        assert all(set(line) == {"source", "index", "outcome", "reason"} for line in lines), lines[0]
        assert MARK not in json.dumps(lines) and "brother" not in json.dumps(lines)
        with self.page.expect_download() as receipts:
            self.page.click("a[href$='receipts.csv']")
        table = open(receipts.value.path(), encoding="utf-8").read().splitlines()
        assert [line.split(",")[-1] for line in table[1:]] == self.receipts

    @step
    def another_session_finds_neither_upload_nor_receipts(self):
        other = self._sign_in()
        for path in ["", "/report", "/report.jsonl", "/receipts.csv"]:
            answer = other.goto(self.upload + path)
            assert answer.status == 404 and "not here any more" in other.inner_text("main"), path
        other.context.close()

    @step
    def what_was_imported_waits_at_the_desk_and_a_receipt_leads_to_it(self):
        moderator = self.moderator
        assert len(moderator.addresses()) == self.waiting + 6
        address = moderator.find(MARK)
        assert len(address) == 1
        moderator.page.goto(self.server.address + address[0])
        facts = moderator.page.inner_text("main")
        assert "Tameside" in facts and "advocate" in facts
        visitor = self.browser.new_page()
        visitor.goto(f"{self.server.address}/receipt")
        visitor.fill("#typed", self.receipts[0])
        with visitor.expect_navigation():
            visitor.click("main form button")
        assert "We have your message" in visitor.inner_text("main")
        visitor.close()

    @step
    def the_same_file_again_makes_no_second_concern(self):
        self.page.goto(f"{self.server.address}/relay")
        self.page.set_input_files(
            "#files", [{"name": "brother.eml", "mimeType": "message/rfc822", "buffer": MAIL.encode()}])
        self._press("#upload")
        assert "Taken before" in self._main()
        self._press("#import")
        assert "Taken before" in self._main()

    @step
    def one_message_is_written_down_and_its_slip_printed(self):
        self.page.goto(f"{self.server.address}/relay")
        self.page.fill("#message", CALM)
        self.page.fill("#council", "Tameside")
        self.page.fill("#children", "3")
        self._press("#send")
        assert len(self.page.inner_text("#receipt").split()) == 7
        assert "Understood as: Tameside" in self._main()
        self._look("slip")
        printed = self.page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1

    @step
    def signing_out_ends_the_upload_at_once(self):
        self._press(".staff-head form button")
        self.page.goto(self.upload)
        assert "/sign-in" in self.page.url
        assert self.page.locator(".receipt").count() == 0

    @step
    def no_page_breaks_a_rule_of_axe_or_is_wider_than_a_phone(self):
        assert not self.found, "\n".join(map(str, self.found))

    @step
    def nothing_came_from_elsewhere_and_the_browser_had_no_complaint(self):
        assert all(url.startswith(self.server.address) for url in self.requests)
        assert not self.complaints, self.complaints


def main():
    options = options_of(__doc__)
    with service(options, "--demo", "--limits", "relaxed") as server, chromium() as browser:
        return run("relaying", [Relaying(browser, server, options.output)], options.output)


if __name__ == "__main__":
    sys.exit(main())
