"""Debian's Chromium, and what every page of young people's promises, looked at from outside."""

import contextlib
import os
import re
import time
import urllib.parse

from playwright.sync_api import sync_playwright

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
# What a history must not say about whoever was here.
TELLING = re.compile(r"danger|help|tell|abuse|hurt|care\b|concern|complain|safe|secret|child|young|message", re.I)


@contextlib.contextmanager
def chromium():
    """As people have it: Playwright would switch the cache off that brings pages back with Back."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", ignore_default_args=["--disable-back-forward-cache"],
            args=["--no-sandbox"] if os.geteuid() == 0 else [])
        try:
            yield browser
        finally:
            browser.close()


class Visitor:
    """One browser with nothing in it, and all that it asked for and complained about."""

    def __init__(self, browser, server, size=PHONE, scripts=False, **more):
        self.server = server
        # Longer than the least age of a form; with relaxed limits it has none.
        self.least_wait = 0 if server.is_relaxed else 3.2
        self.context = browser.new_context(java_script_enabled=scripts, viewport=size, **more)
        self.context.set_default_timeout(30_000)
        self.requests, self.complaints, self.asked_for = [], [], None
        self.context.on("request", self._note_request)
        self.context.on("console", self._note_complaint)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page = self.context.new_page()
        self.cdp = self.context.new_cdp_session(self.page)
        self.loaded = time.monotonic()
        self.page.on("domcontentloaded", self._note_load)

    def _note_load(self, _):
        self.loaded = time.monotonic()

    def _note_complaint(self, message):
        """Two notes are the browser's own: that it cleared what we asked it to, and that a page's status was a refusal."""
        at = message.location["url"]
        is_cleared = message.text.startswith("Clear-Site-Data header") and "Cleared data types" in message.text
        is_refusal = "status of 4" in message.text and at == self.asked_for
        if not is_cleared and not is_refusal:
            self.complaints.append(f"{message.text} ({at})")

    def _note_request(self, request):
        self.requests.append(request.url)
        if request.is_navigation_request():
            self.asked_for = request.url

    def open(self, path):
        return self.page.goto(self.server.address + path)

    def wait_as_people_do(self):
        """A form that is sent at once is taken for a program's."""
        time.sleep(max(0, self.loaded + self.least_wait - time.monotonic()))

    def send(self, selector="#send"):
        self.wait_as_people_do()
        with self.page.expect_navigation():
            self.page.click(selector)

    def look(self, path):
        self.page.screenshot(path=str(path), full_page=True)

    def check_promises(self):
        """What holds for every page, whatever is on it. Only the page's own scripts are off; the test may measure."""
        page = self.page
        where = page.url.removeprefix(self.server.address)
        assert not self.context.cookies(), where
        kept = page.evaluate("[localStorage.length, sessionStorage.length]")
        assert kept == [0, 0], (where, kept)
        hosts = {urllib.parse.urlsplit(url).netloc for url in self.requests}
        assert hosts <= {urllib.parse.urlsplit(self.server.address).netloc}, (where, hosts)
        complaints, self.complaints = self.complaints, []
        assert not complaints, (where, complaints)
        title = page.title()
        assert title and not TELLING.search(title), (where, title)
        assert page.locator("script").count() == 0, where
        assert page.evaluate("document.images.length === 0 || ![...document.images].some(i => i.src.includes('svg'))")
        self._check_exit(where)

    def _check_exit(self, where):
        page = self.page
        size = page.viewport_size
        for place in (0, 100_000):
            page.evaluate(f"scrollTo(0, {place})")
            box = page.locator("#exit").bounding_box()
            assert box["height"] >= 48, (where, box)
            assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"], (where, box)
            assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"], (where, box)
        page.evaluate("scrollTo(0, 0)")

    def tabs_to_exit(self):
        """How often the Tab key is pressed from the top of a page until the way out has the focus."""
        for count in range(1, 10):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.id") == "exit":
                return count
        return 10

    def place_of_help(self):
        box = self.page.locator(".help-strip").bounding_box()
        return round(box["x"]), round(box["y"]), round(box["width"])

    def is_wider_than_window(self):
        measured = self.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        return measured[0] > measured[1]

    def close(self):
        self.context.close()
