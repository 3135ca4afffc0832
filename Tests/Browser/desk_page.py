"""One concern's page at the desk in a real browser: by keys, by mouse and without script.

Marks are taken out and left in, words are added by selecting them, what inspectors would read follows, drafts are kept.
The pages are looked at with axe-core at desk, tablet and phone width, in the dark and in forced colours.
"""

import re
import sys
import time
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from access import TAGS
from chromium import DESK, chromium
from moderator import Moderator
from service import service
from walk import Walk, options_of, run, step

TABLET, NARROW = {"width": 800, "height": 1100}, {"width": 320, "height": 640}
# Emoji of two UTF-16 units, joined ones, a name with a zero-width space, one with look-alike letters, and one that turns.
WORDS = "🙂🙂 My carer is called Tamsinbeth. 👩‍👩‍👧 Tamsin\u200bbeth said Bartholomy lies. \u202eturned\u202c Tаmsinbeth " \
    "and tamsinbeth rang 07700 900123. My social worker never comes."
ARABIC = "اسم العاملة الاجتماعية مريم ورقمها 07700 900456 وهي لا ترد على الهاتف أبدا"
WALL = "a" * 9_990 + " damp wall"


class Told:
    """Hands words in as a young person does."""

    def __init__(self, browser, server):
        self.server, self.context = server, browser.new_context(java_script_enabled=False)

    def tell(self, words, share="words"):
        page = self.context.new_page()
        page.goto(f"{self.server.address}/tell")
        token = page.locator("input[type=hidden]").first
        fields = {token.get_attribute("name"): token.input_value(), "message": words, "authority": "E08000028",
                  "share": share}
        answer = self.context.request.post(f"{self.server.address}/tell", form=fields, headers={"Origin": "null"})
        assert answer.status == 200, answer.text()[:500]
        page.close()


class Desk(Walk):
    def __init__(self, browser, server, output):
        self.browser, self.server, self.output = browser, server, output
        self.told = Told(browser, server)
        for words in (WORDS, ARABIC, WALL):
            self.told.tell(words)
        self.told.tell("Only count that the radiator hisses.", share="counted")
        self.plain = Moderator(browser, server)
        waiting = self.plain.addresses()
        self.concern = self.plain.find("Bartholomy", waiting)[0]
        self.arabic = self.plain.find("مريم", waiting)[0]
        self.counted = self.plain.find("radiator hisses", waiting)[0]
        self.wall = self.plain.find("damp wall", waiting)[0]
        self.page = self._signed_in(scripts=True)
        self.page.set_viewport_size(DESK)
        self.complaints = []
        self.page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _signed_in(self, scripts):
        """Each code works once; the next one comes within half a minute."""
        for _ in range(20):
            try:
                return Moderator(self.browser, self.server, scripts=scripts).page
            except AssertionError:
                time.sleep(2)
        return Moderator(self.browser, self.server, scripts=scripts).page

    def open(self, address=None):
        self.page.goto(self.server.address + (address or self.concern))

    def select(self, words, which=0):
        """Selects the words in the original as a mouse would, across pieces; offsets in the text that is shown."""
        found = self.page.evaluate("""([words, which]) => {
            const original = document.getElementById('original'), nodes = [];
            const walk = document.createTreeWalker(original, NodeFilter.SHOW_TEXT);
            let text = '';
            while (walk.nextNode()) {
                if (!walk.currentNode.parentElement.closest('[data-from]')) continue;
                nodes.push([walk.currentNode, text.length]);
                text += walk.currentNode.data;
            }
            let at = -1;
            for (let i = 0; i <= which; i += 1) at = text.indexOf(words, at + 1);
            if (at < 0) return false;
            const place = offset => { const [node, start] = nodes.findLast(([, start]) => start <= offset); return [node, offset - start]; };
            const range = document.createRange();
            range.setStart(...place(at));
            const [node, end] = place(at + words.length - 1);
            range.setEnd(node, end + 1);
            const selection = getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
            return true;
        }""", [words, which])
        assert found, words

    def rows(self):
        return self.page.evaluate("""() => [...document.querySelectorAll('#rows tbody tr')].map(row => ({
            kept: row.querySelector('[name=keep]').checked, number: row.querySelector('[name=keep]').value,
            start: Number(row.querySelector('[name=start]').value), end: Number(row.querySelector('[name=end]').value),
            kind: row.querySelector('[name=kind]').value}))""")

    def moderated(self):
        return self.page.inner_text("#moderated")

    def previewed(self):
        """What the server makes of the form as it stands."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Control+Enter")
        return self.moderated()

    @step
    def without_script_the_list_and_the_button_do_it_all(self):
        page = self.plain.page
        page.goto(self.server.address + self.concern)
        assert page.locator("#tools").is_hidden() and page.locator("#keys-switch").is_hidden()
        page.click("#keys summary")
        assert "need script" in page.inner_text("#keys")
        page.locator('input[name="add_text"]').first.fill("Bartholomy")
        page.click('button[value="preview"]')
        assert "Bartholomy" not in page.inner_text("#moderated")
        assert "[phone]" in page.inner_text("#moderated")
        page.uncheck('#rows tr:has-text("07700") [name=keep]')
        page.click('button[value="preview"]')
        assert "07700 900123" in page.inner_text("#moderated")
        page.fill("#reply", "Kept without script.")
        page.get_by_role("button", name="Save draft").click()
        assert "This is your draft." in page.inner_text("main") and page.input_value("#reply") == "Kept without script."
        page.get_by_role("button", name="Throw this draft away").click()
        assert page.input_value("#reply") == ""

    @step
    def words_that_are_selected_go_out_at_their_very_scalars(self):
        self.open()
        scalars = list(WORDS)
        for words in ["Bartholomy", "👩‍👩‍👧", "Tamsin\u200bbeth", "Tаmsinbeth", "never comes"]:
            self.select(words)
            self.page.keyboard.press("a")
            start = WORDS.index(words)
            assert any(row["kept"] and "".join(scalars[row["start"]:row["end"]]) == words and row["start"] == start
                       for row in self.rows()), (words, self.rows())
        live = self.moderated()
        for words in ["Bartholomy", "👩", "Tamsin\u200bbeth", "Tаmsinbeth", "never comes"]:
            assert words not in live, (words, live)
        assert "‹U+202E›turned‹U+202C›" in live, live
        assert self.previewed() == live
        self.page.screenshot(path=str(self.output / "desk-page-selected.png"), full_page=True)

    @step
    def a_selection_across_a_mark_and_a_turned_letter_is_one_stretch(self):
        self.open()
        words = "lies. ‹U+202E›turned‹U+202C›"
        self.select(words)
        self.page.click("#tool-add")
        start = WORDS.index("lies.")
        row = self.rows()[-1]
        assert (row["start"], row["end"]) == (start, WORDS.index("\u202c") + 1), row
        assert "turned" not in self.moderated() and "‹" not in self.moderated()
        assert self.previewed() == self.page.inner_text("#moderated")

    @step
    def a_name_that_is_taken_out_offers_its_other_places(self):
        self.open()
        for row in self.rows():
            if row["kept"]:
                self.page.uncheck(f'#rows [name=keep][value="{row["number"]}"]')
        self.select("Tamsinbeth")
        self.page.click("#tool-add")
        others = self.page.locator("#tool-others")
        assert others.is_visible() and others.inner_text().endswith("1"), others.inner_text()
        others.click()
        assert "amsinbeth." not in self.moderated() and "tamsinbeth" not in self.moderated(), self.moderated()
        # The one with look-alike letters is another word, which the moderator sees still standing.
        assert "Tаmsinbeth" in self.moderated()
        assert self.previewed().count("[name]") >= 2

    @step
    def keys_move_between_marks_and_take_out_or_leave_in(self):
        self.open()
        before = self.moderated()
        self.page.keyboard.press("j")
        focused = self.page.evaluate("document.activeElement.getAttribute('aria-pressed')")
        assert focused == "true", focused
        self.page.keyboard.press("x")
        assert self.moderated() != before
        assert self.page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "false"
        self.page.keyboard.press("Enter")
        assert self.moderated() == before
        first = self.page.evaluate("document.activeElement.dataset.row")
        self.page.keyboard.press("ArrowRight")
        if self.page.locator("#original mark").count() > 1:
            assert self.page.evaluate("document.activeElement.dataset.row") != first
        self.page.keyboard.press("k")
        assert self.page.evaluate("document.activeElement.dataset.row") == first

    @step
    def keys_choose_urgency_areas_and_decision(self):
        self.open()
        self.page.keyboard.press("2")
        assert self.page.is_checked('[name=urgency][value=safeguarding]')
        was = self.page.is_checked('[name=area][value=adoption]')
        self.page.keyboard.press("o")
        assert self.page.is_checked('[name=area][value=adoption]') != was
        self.page.keyboard.press("g")
        self.page.keyboard.press("h")
        assert self.page.is_checked('[name=decision][value=hold]')
        self.page.keyboard.press("?")
        assert self.page.evaluate("document.getElementById('keys').open")
        self.page.keyboard.press("Escape")

    @step
    def letters_do_nothing_in_a_field_and_when_they_are_switched_off(self):
        self.open()
        self.page.click("#reply")
        self.page.keyboard.type("jxa1g2 is typed")
        assert self.page.input_value("#reply") == "jxa1g2 is typed"
        assert not self.page.is_checked('[name=urgency][value=danger_now]')
        self.page.click("#keys summary")
        with self.page.expect_response("**/desk/keys"):
            self.page.click("#keys-switch")
        self.open()
        self.page.keyboard.press("1")
        assert not self.page.is_checked('[name=urgency][value=danger_now]')
        self.page.locator("#original mark").first.focus()
        self.page.keyboard.press("Enter")
        assert self.page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "false"
        self.page.click("#keys summary")
        with self.page.expect_response("**/desk/keys"):
            self.page.click("#keys-switch")

    @step
    def by_mouse_a_mark_is_pressed_and_an_area_of_the_form_follows(self):
        self.open()
        mark = self.page.locator("#original mark", has_text="07700").first
        mark.click()
        assert "07700 900123" in self.moderated()
        assert not self.page.is_checked('#rows tr:has-text("07700") [name=keep]')
        self.page.check('#rows tr:has-text("07700") [name=keep]')
        assert "07700" not in self.moderated()

    @step
    def what_is_typed_is_kept_on_leaving_and_offered_again(self):
        self.open()
        self.page.fill("#reply", "Typed and left.")
        # What a page sends while it is left is nobody's to wait for.
        self.page.goto(f"{self.server.address}/desk")
        self.page.wait_for_timeout(500)
        self.open()
        self.page.get_by_role("link", name="Go on with that draft").click()
        assert self.page.input_value("#reply") == "Typed and left."

    @step
    def a_session_that_runs_out_loses_nothing(self):
        self.open()
        self.page.fill("#reply", "Typed when the session was over.")
        other = self.page.context.new_page()
        other.goto(f"{self.server.address}/desk")
        other.click('form[action="/sign-out"] button')
        # Signing out clears the cookie; a session that runs out leaves it, so an old one is put back.
        self.page.context.add_cookies([{
            "name": "__Host-earshot", "value": "0" * 64, "url": "https://127.0.0.1/", "httpOnly": True, "sameSite": "Strict"}])
        with self.page.expect_navigation():
            self.page.click('button[value="preview"]')
        assert "kept as a draft" in self.page.inner_text("main"), self.page.inner_text("main")
        password, secret = self.server.accounts["morgan"]
        # Each code works once; the next one comes within half a minute.
        for _ in range(40):
            self.page.fill("#name", "morgan")
            self.page.fill("#password", password)
            self.page.fill("#code", self.server.run("account", "code", secret).strip())
            self.page.click("main button")
            if "/sign-in" not in self.page.url:
                break
            self.page.wait_for_timeout(2_000)
        assert urllib.parse.unquote(self.page.url).endswith("?draft=morgan"), self.page.url
        assert self.page.input_value("#reply") == "Typed when the session was over."
        other.close()

    @step
    def the_queue_goes_up_and_down_by_keys(self):
        self.page.goto(f"{self.server.address}/desk")
        self.page.keyboard.press("j")
        first = self.page.evaluate("document.activeElement.getAttribute('href')")
        self.page.keyboard.press("j")
        assert self.page.evaluate("document.activeElement.getAttribute('href')") != first
        self.page.keyboard.press("k")
        assert self.page.evaluate("document.activeElement.getAttribute('href')") == first
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        assert self.page.url.endswith(first)

    @step
    def danger_that_comes_in_is_said_and_the_focus_stays(self):
        page = self.page
        page.clock.install()
        page.goto(f"{self.server.address}/desk")
        page.keyboard.press("j")
        focused = page.evaluate("document.activeElement.getAttribute('href')")
        said = page.locator("[aria-live=assertive]")
        assert said.inner_text() == ""
        self.told.tell("He is outside my door with a knife right now. I want to kill myself tonight.")
        page.clock.fast_forward(20_000)
        expect(said).to_contain_text("Danger", timeout=10_000)
        assert page.evaluate("document.activeElement.getAttribute('href')") == focused
        page.clock.resume()

    @step
    def what_is_only_counted_has_its_page_and_drafts(self):
        self.open(self.counted)
        assert not self.page.locator("#tools, #moderated").count()
        self.page.keyboard.press("2")
        assert self.page.is_checked("[name=urgency][value=safeguarding]")
        self.page.fill("#reply", "Counted.")
        self.page.clock.fast_forward(15_000)
        expect(self.page.locator("#draft-says")).to_have_text("Draft kept", timeout=10_000)

    @step
    def every_width_fits_and_axe_finds_nothing(self):
        found = []
        for name, address in [("concern", self.concern), ("arabic", self.arabic), ("wall", self.wall)]:
            self.open(address)
            self.page.evaluate("document.getElementById('keys').open = true")
            for size in (DESK, TABLET, NARROW):
                self.page.set_viewport_size(size)
                self.page.screenshot(path=str(self.output / f"desk-page-{name}-{size['width']}.png"), full_page=True)
                wide, window = self.page.evaluate(
                    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
                if wide > window:
                    found.append((name, size, f"is {wide} wide"))
                result = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
                found += [(name, size["width"], one["id"], [node["target"] for node in one["nodes"][:3]])
                          for one in result["violations"]]
            self.page.set_viewport_size(DESK)
        self.open()
        for how, media in [("dark", {"color_scheme": "dark"}), ("forced", {"forced_colors": "active"})]:
            self.page.emulate_media(**media)
            self.page.screenshot(path=str(self.output / f"desk-page-{how}.png"), full_page=True)
            if how == "dark":
                result = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
                found += [("dark", one["id"], [node["target"] for node in one["nodes"][:3]]) for one in result["violations"]]
        self.page.emulate_media(color_scheme="light", forced_colors="none")
        assert not found, "\n".join(map(str, found))

    @step
    def nothing_is_left_in_the_browser_and_nothing_was_complained_about(self):
        kept = self.page.evaluate("[localStorage.length, sessionStorage.length]")
        assert kept == [0, 0], kept
        complaints = [one for one in self.complaints if not re.search(r"status of (4|303)", one)]
        assert not complaints, complaints


def main():
    options = options_of(__doc__)
    with service(options, "--demo", "--limits", "relaxed") as server, chromium() as browser:
        return run("desk-page", [Desk(browser, server, options.output)], options.output)


if __name__ == "__main__":
    sys.exit(main())
