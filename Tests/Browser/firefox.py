"""The walk again in Firefox, as it is and with what Tor Browser calls "Safest": no scripts, fonts or SVG."""

import sys
import time

from bidi import SAFEST, firefox
from pages import CALM, DANGER, INADEQUATE, next_button
from service import Elsewhere, elsewhere, service
from walk import Walk, options_of, run, step

SECRET = "the purple elephant told me so"
HELD = "document.documentElement.outerHTML + [...document.querySelectorAll('textarea, input')].map(e => e.value).join(' ')"


class InFirefox(Walk):
    def __init__(self, browser, server, output, variant):
        self.browser, self.server, self.output, self.variant = browser, server, output, variant

    def _open(self, path):
        self.browser.open(self.server.address + path)

    def _picture(self, name):
        self.browser.picture(self.output / f"firefox-{self.variant.split()[0]}-{name}.png")

    def _write(self, words):
        self._open("/tell")
        self.browser.type("#message", words)

    def _send(self):
        time.sleep(3.2)
        self.browser.press("#send", until="#receipt")
        return self.browser.text("#receipt")

    def _look_up(self, receipt):
        self._open("/receipt")
        self.browser.type("#typed", receipt)
        self.browser.press("main form button", until="main h2")

    @step
    def words_are_told_and_seven_words_come_back(self):
        self._open("/")
        self.browser.press("main a.button", until="#message")
        self.browser.type("#message", CALM)
        self._picture("tell")
        self.receipt = self._send()
        assert len(self.receipt.split()) == 7
        assert self.browser.evaluate("document.cookie") == ""
        self._picture("sent")

    @step
    def questions_can_be_answered(self):
        self._write(CALM + " twice")
        self.browser.press(next_button("about"), until="#area")
        self.browser.click("#area")
        self.browser.press(next_button("council"), until="#council")
        self.browser.type("#council", "Oxford")
        self.browser.press(next_button("who"), until="#authority")
        assert "Oxfordshire" in self.browser.text("fieldset")
        self.browser.press(next_button("who"), until="#who")
        assert len(self._send().split()) == 7

    @step
    def danger_is_answered_with_help_first(self):
        self._write(DANGER)
        self._send()
        assert "999" in self.browser.text("main > :first-child.danger")
        self._picture("danger")

    @step
    def the_receipt_opens_its_page_to_add_and_to_take_back(self):
        self._look_up(self.receipt)
        assert "We have your message" in self.browser.text("main")
        self.browser.type("#message", "one thing more")
        self.browser.press("form[action$='/add'] button", until=".notice")
        assert "We have got what you added" in self.browser.text("main")
        self._picture("thread")
        self.browser.click("summary")
        self.browser.press("form[action$='/withdraw'] button", until=".notice")
        assert "You took your words back" in self.browser.text("main")

    @step
    def a_councils_page_and_its_poster_are_there(self):
        self._open(f"/councils/{INADEQUATE}")
        assert "not looking after children well enough" in self.browser.text("main")
        self._picture("council")
        self._open(f"/ti/councils/{INADEQUATE}/poster")
        assert self.browser.evaluate("document.querySelector('img.code').naturalWidth") > 100
        self._picture("poster")

    def _check_nothing_comes_back(self, *words):
        for count in range(1, 4):
            self.browser.back()
            held = self.browser.evaluate(HELD)
            for word in words:
                assert word not in held, (word, f"came back after {count} times Back")

    @step
    def leaving_while_writing_brings_no_typed_word_back(self):
        self._write(SECRET)
        self.browser.click("#exit")
        time.sleep(1.5)
        assert Elsewhere.words in self.browser.text()
        self._check_nothing_comes_back(SECRET)

    @step
    def after_sending_neither_back_nor_leaving_brings_a_word_back(self):
        self._write(SECRET)
        receipt = self._send()
        self.browser.click("#exit")
        time.sleep(1.5)
        assert Elsewhere.words in self.browser.text()
        self._check_nothing_comes_back(SECRET, receipt)


def main():
    options = options_of(__doc__)
    failed = 0
    with elsewhere() as address, service(options, "--demo", settings={"EARSHOT_LEAVE_URL": address}) as server:
        for variant, settings in [("firefox", None), ("safest", SAFEST)]:
            with firefox(settings) as browser:
                walk = InFirefox(browser, server, options.output, variant)
                failed |= run(variant, [walk], options.output)
    return failed


if __name__ == "__main__":
    sys.exit(main())
