"""The young person's door in Chromium: to the receipt in a few taps, and what holds for every page on the way.

Each way is walked on a phone and on a desk, with scripts on and off, in English, Arabic and Tigrinya.
"""

import itertools
import sys

from chromium import DESK, PHONE, Visitor, chromium
from pages import CALM, DANGER, INADEQUATE, danger_beside_empty_words, look_up, next_button, press, plain_pages, write
from service import service
from walk import Walk, options_of, run, step


class Door(Walk):
    """The way in, in one language, on one screen."""

    def __init__(self, browser, server, output, root, size, scripts):
        screen = "phone" if size == PHONE else "desk"
        self.variant = f"{root.strip('/') or 'en'}, {screen}, scripts {'on' if scripts else 'off'}"
        self.file = f"door-{root.strip('/') or 'en'}-{screen}"
        self.root, self.output, self.scripts = root, output, scripts
        self.visitor = Visitor(browser, server, size, scripts)
        self.page = self.visitor.page

    def _picture(self, name):
        self.visitor.look(self.output / f"{self.file}-{name}.png")

    @step
    def from_the_first_page_to_the_receipt_are_four_taps_and_one_typed_field_at_most(self):
        visitor, page = self.visitor, self.page
        visitor.open(f"{self.root}/")
        visitor.check_promises()
        help_is_at = visitor.place_of_help()
        taps, pages = 1, 2
        press(visitor, "main a.button")
        visitor.check_promises()
        assert visitor.place_of_help() == help_is_at
        page.fill("#message", f"{CALM} ({self.variant})")
        self._picture("tell")
        visitor.send()
        taps, pages = taps + 1, pages + 1
        assert taps <= 4 and pages <= 4
        visitor.check_promises()
        assert visitor.place_of_help() == help_is_at
        self.receipt = page.inner_text("#receipt")
        assert len(self.receipt.split()) == 7, self.receipt
        self._picture("sent")

    @step
    def danger_is_answered_with_help_before_the_receipt(self):
        write(self.visitor, f"{DANGER} ({self.variant})", self.root)
        self.visitor.send()
        self.visitor.check_promises()
        help_at = self.page.locator("main .danger").bounding_box()["y"]
        assert help_at < self.page.locator("#receipt").bounding_box()["y"]
        text = self.page.inner_text("main .danger")
        assert "999" in text and "0800 1111" in text and "85258" in text, text
        assert self.page.locator("main .danger a[href^='tel:']").count() >= 2
        assert self.page.locator("main > :first-child.danger").count() == 1
        self._picture("danger")

    @step
    def the_receipt_opens_its_page(self):
        look_up(self.visitor, self.receipt, self.root)
        self.visitor.check_promises()
        assert self.page.locator("main .messages").count() == 1
        self._picture("thread")

    @step
    def every_page_keeps_what_is_promised(self):
        if self.scripts:
            return  # The pages hold none; the way above was walked with scripts on.
        visitor = self.visitor
        visitor.open(f"{self.root}/")
        help_is_at = visitor.place_of_help()
        for name in plain_pages(visitor, self.root):
            tabs = visitor.tabs_to_exit()
            assert tabs <= 4, (name, tabs)
            visitor.check_promises()
            assert visitor.place_of_help() == help_is_at, name
            assert not visitor.is_wider_than_window(), name

    @step
    def the_page_is_in_the_language_of_its_address(self):
        self.visitor.open(f"{self.root}/councils/{INADEQUATE}")
        language, direction = self.page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        assert language == (self.root.strip("/") or "en")
        assert direction == ("rtl" if language == "ar" else "ltr")
        links = self.page.evaluate("[...document.querySelectorAll('nav a')].map(a => a.pathname)")
        assert all(link.startswith(f"{self.root}/") for link in links), links
        self._picture("council")
        self.visitor.close()


class Questions(Walk):
    """The questions, what is refused, and what is sent twice; on a phone without scripts."""

    def __init__(self, browser, server):
        self.visitor = Visitor(browser, server)
        self.page = self.visitor.page

    def _press(self, selector):
        press(self.visitor, selector)
        self.visitor.check_promises()

    @step
    def each_question_can_be_answered_gone_back_from_and_changed(self):
        page = self.page
        write(self.visitor, CALM + " when i was in the second place")
        self._press(next_button("about"))
        page.check('[name=area][value="looked-after"]')
        page.check('[name=area][value="listened-to"]')
        self._press(next_button("council"))
        page.fill("#council", "Leeds")
        self._press(next_button("who"))
        page.check('[name=who][value="in-care"]')
        self._press(next_button("age"))
        self._press('button[formaction$="/tell/who"]')  # back
        assert page.is_checked('[name=who][value="in-care"]')
        self._press(next_button("age"))
        page.check('[name=age_band][value="11-15"]')
        self._press(next_button("share"))
        page.check('[name=share][value="words"]')
        self._press(next_button("check"))
        answers = page.inner_text(".answers")
        for said in [CALM, "Living in care", "Being listened to", "Leeds", "I am in care", "11 to 15", "may read"]:
            assert said in answers, (said, answers)
        self._press('.answers button[formaction$="/tell/age"]')
        page.check('[name=age_band][value="16-17"]')
        self._press(next_button("share"))
        assert page.is_checked('[name=share][value="words"]')
        self._press(next_button("check"))
        assert "16 or 17" in page.inner_text(".answers")
        self.visitor.send()
        assert len(page.inner_text("#receipt").split()) == 7

    @step
    def every_question_can_be_skipped_and_what_is_skipped_is_forgotten(self):
        page = self.page
        write(self.visitor, CALM + " again and again")
        self._press(next_button("about"))
        page.check('[name=area][value="adoption"]')
        for step_name in ["council", "who", "age", "share", "check"]:
            self._press(next_button(step_name, skip=True))
        answers = page.inner_text(".answers")
        assert "Adoption" not in answers and answers.count("You skipped this") == 4, answers
        self.visitor.send()
        assert len(page.inner_text("#receipt").split()) == 7

    @step
    def the_words_can_be_sent_from_every_question(self):
        page = self.page
        write(self.visitor, CALM + " and so did the next one")
        self._press(next_button("about"))
        self.visitor.send()
        assert len(page.inner_text("#receipt").split()) == 7

    @step
    def a_town_that_may_mean_another_council_is_asked_back(self):
        page = self.page
        for typed, expected in [("Oxford", ["Oxfordshire"]), ("Newcastle", ["Newcastle upon Tyne", "Staffordshire"])]:
            write(self.visitor, CALM + f" near {typed}")
            self._press(next_button("about"))
            self._press(next_button("council"))
            page.fill("#council", typed)
            self._press(next_button("who"))
            offered = page.locator("fieldset label").all_inner_texts()
            assert offered[:-1] == expected and "not know" in offered[-1], offered
            page.get_by_label(expected[0]).check()
            self._press(next_button("who"))
            for step_name in ["age", "share", "check"]:
                self._press(next_button(step_name))
            assert expected[0] in page.inner_text(".answers")

    @step
    def a_town_nobody_knows_refuses_nothing(self):
        page = self.page
        write(self.visitor, CALM + " far away")
        self._press(next_button("about"))
        self._press(next_button("council"))
        page.fill("#council", "nowhereville")
        self._press(next_button("who"))
        self._press(next_button("who"))
        self.visitor.send()
        assert len(page.inner_text("#receipt").split()) == 7
        assert "which council" in page.inner_text("main")

    @step
    def empty_words_are_refused_beside_their_box_which_is_told_first(self):
        page = self.page
        write(self.visitor, " \n ")
        self.visitor.send()
        self.visitor.check_promises()
        assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
        assert page.locator("#message-problem").count() == 1
        page.click("[role=alert] a")
        assert page.evaluate("document.activeElement.id") == "message"

    @step
    def danger_in_another_box_leads_a_refusal_too(self):
        danger_beside_empty_words(self.visitor)
        assert self.page.locator("#message-problem").count() == 1
        assert self.page.locator("main > :first-child.danger").count() == 1
        assert "999" in self.page.inner_text("main .danger")

    @step
    def a_form_that_was_made_up_keeps_its_words_and_offers_them_again(self):
        page = self.page
        write(self.visitor, CALM + " with a stale form")
        page.evaluate("document.querySelector('[name=token]').value = '6b0640fd.' + '0'.repeat(32) + '.' + '0'.repeat(64)")
        self.visitor.send()
        assert page.input_value("#message") == CALM + " with a stale form"
        assert page.locator("#send-problem").count() == 1
        self.visitor.send()
        assert len(page.inner_text("#receipt").split()) == 7


def main():
    options = options_of(__doc__)
    ways = itertools.product(["", "/ar", "/ti"], [PHONE, DESK], [False, True])
    # The same way many times over need not wait each time for a form to come of age.
    with service(options, "--demo") as server, service(options, "--demo", "--limits", "relaxed") as relaxed, \
            chromium() as browser:
        walks = [Questions(browser, server)]
        walks += [Door(browser, relaxed, options.output, *way) for way in ways]
        return run("door", walks, options.output)


if __name__ == "__main__":
    sys.exit(main())
