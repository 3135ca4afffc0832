"""Leaving fast, and nothing coming back: in Chromium with the cache that brings pages back with Back."""

import sys
import time

from playwright.sync_api import Error

from chromium import PHONE, Visitor, chromium
from pages import CALM, look_up, next_button, press, write
from service import Elsewhere, elsewhere, service
from walk import Walk, options_of, run, step

SECRET = "the purple elephant told me so"


class Leaving(Walk):
    def __init__(self, browser, server, scripts):
        self.browser, self.server, self.scripts = browser, server, scripts
        self.variant = f"scripts {'on' if scripts else 'off'}"

    def _fresh(self):
        return Visitor(self.browser, self.server, PHONE, self.scripts, ignore_https_errors=True)

    def _leave(self, visitor):
        """By the way out, until the other page is there."""
        visitor.page.click("#exit")
        visitor.page.wait_for_url("https://localhost:*/**")
        assert Elsewhere.words in visitor.page.inner_text("body")

    def _check_nothing_comes_back(self, visitor, words, steps=4):
        """Presses Back as often as there are pages and looks for the words, in the page and in its boxes."""
        page = visitor.page
        for count in range(1, steps + 1):
            before = page.url
            try:
                page.go_back(wait_until="commit")
            except Error as error:
                # The browser asks whether to send a form again, on a page of its own.
                assert "ERR_CACHE_MISS" in error.message, error.message
            # A page of ours may lead on to the other site at once; what stands there then is looked at.
            page.wait_for_timeout(400)
            page.wait_for_load_state()
            held = page.evaluate(
                "document.documentElement.outerHTML + [...document.querySelectorAll('textarea, input')]"
                ".map(box => box.value).join(' ')")
            for word in words:
                assert word not in held, (word, f"came back after {count} times Back, at {page.url}")
            if page.url in (before, "about:blank"):
                break
        visitor.close()

    @step
    def this_browser_brings_words_back_from_a_page_that_is_no_way_out(self):
        # Without this the steps below would prove nothing.
        visitor = self._fresh()
        # Our icon is never stored, for which Chromium keeps no page; without it one is kept, as other browsers may do.
        visitor.page.route("**/favicon.ico", lambda route: route.fulfill(status=404))
        write(visitor, SECRET)
        visitor.page.wait_for_timeout(500)
        visitor.open("/help-now")
        visitor.page.wait_for_timeout(500)
        visitor.page.go_back(wait_until="commit")
        visitor.page.wait_for_timeout(300)
        assert visitor.page.input_value("#message") == SECRET
        visitor.close()

    @step
    def leaving_while_writing_brings_no_typed_word_back(self):
        visitor = self._fresh()
        write(visitor, SECRET)
        self._leave(visitor)
        self._check_nothing_comes_back(visitor, [SECRET])

    @step
    def leaving_from_a_question_brings_no_typed_word_back(self):
        visitor = self._fresh()
        write(visitor, SECRET)
        press(visitor, next_button("about"))
        press(visitor, next_button("council"))
        visitor.page.fill("#council", "Leeds Castle")
        self._leave(visitor)
        self._check_nothing_comes_back(visitor, [SECRET, "Leeds Castle"])

    @step
    def leaving_from_a_refusal_brings_no_typed_word_back(self):
        visitor = self._fresh()
        write(visitor, SECRET)
        visitor.page.evaluate("document.querySelector('[name=token]').value = 'x'")
        visitor.send()
        assert visitor.page.input_value("#message") == SECRET
        self._leave(visitor)
        self._check_nothing_comes_back(visitor, [SECRET])

    @step
    def after_sending_back_brings_no_typed_word(self):
        visitor = self._fresh()
        write(visitor, SECRET)
        visitor.send()
        assert visitor.page.locator("#receipt").count() == 1
        self._check_nothing_comes_back(visitor, [SECRET])

    @step
    def after_sending_and_leaving_neither_words_nor_receipt_come_back(self):
        visitor = self._fresh()
        write(visitor, SECRET)
        visitor.send()
        self.receipt = visitor.page.inner_text("#receipt")
        self._leave(visitor)
        self._check_nothing_comes_back(visitor, [SECRET, self.receipt])

    @step
    def leaving_from_behind_the_receipt_brings_nothing_back(self):
        visitor = self._fresh()
        look_up(visitor, self.receipt)
        assert "We have your message" in visitor.page.inner_text("main")
        visitor.page.fill("#message", SECRET)
        self._leave(visitor)
        self._check_nothing_comes_back(visitor, [SECRET, self.receipt])

    @step
    def the_tap_hides_the_page_within_200_milliseconds(self):
        visitor = self._fresh()
        page = visitor.page
        write(visitor, CALM)
        box = page.locator("#exit").bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        seen = "[...document.querySelectorAll('main, main *, .help-strip, nav')].some(e =>" \
            " getComputedStyle(e).visibility === 'visible')"
        assert page.evaluate(seen)
        began = time.monotonic()
        page.mouse.down()
        while page.evaluate(seen):
            assert time.monotonic() - began < 1, "the page is still seen"
        took = time.monotonic() - began
        print(f"  hidden after {took * 1000:.0f} ms", flush=True)
        assert took <= 0.2
        visitor.close()


def main():
    options = options_of(__doc__)
    with elsewhere() as address, chromium() as browser, \
            service(options, "--demo", settings={"EARSHOT_LEAVE_URL": address}) as server:
        return run("leaving", [Leaving(browser, server, on) for on in (False, True)], options.output)


if __name__ == "__main__":
    sys.exit(main())
