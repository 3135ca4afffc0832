"""Coming back with the seven words, in Chromium: looking up, answers, adding, and taking back."""

import sys

from chromium import Visitor, chromium
from moderator import Moderator
from pages import CALM, DANGER, look_up, press, write
from service import service
from walk import Walk, options_of, run, step

HELLO = "Thank you for telling us. We passed it on to inspectors."
QUESTION = "Which place was it, the first or the second?"
ADD, WITHDRAW = "form[action$='/receipt/add'] button", "form[action$='/receipt/withdraw'] button"


class Returning(Walk):
    def __init__(self, browser, server, output):
        self.browser, self.server, self.output = browser, server, output
        self.visitor = Visitor(browser, server)
        self.page = self.visitor.page

    def _main(self):
        return self.page.inner_text("main")

    def _look_up(self, receipt):
        look_up(self.visitor, receipt)
        self.visitor.check_promises()

    def _picture(self, name):
        self.visitor.look(self.output / f"returning-{name}.png")

    @step
    def the_seven_words_open_the_page_however_they_are_typed(self):
        write(self.visitor, CALM + " and it was raining")
        self.visitor.send()
        self.receipt = self.page.inner_text("#receipt")
        words = self.receipt.split()
        mistyped = words[2][:-1] + ("x" if words[2][-1] != "x" else "q")
        for typed in [
            self.receipt, f"  {self.receipt.upper().replace(' ', '-')}. ", " ".join(word[:4] for word in words),
            " ".join(f"{place}. {word}" for place, word in enumerate(words, 1)),
            " ".join([*words[:2], mistyped, *words[3:]]),
        ]:
            self._look_up(typed)
            assert "We have your message" in self._main(), typed
        self._picture("known")

    @step
    def words_that_nobody_got_open_nothing_and_the_answer_looks_the_same(self):
        known = self.visitor.open("/receipt")
        sizes = set()
        for typed in [self.receipt, " ".join(reversed(self.receipt.split())), "seven words that are not ours at all", ""]:
            self.visitor.open("/receipt")
            self.page.fill("#typed", typed)
            with self.page.expect_response("**/receipt") as answer:
                self.page.click("main form button")
            sizes.add((answer.value.status, len(answer.value.body())))
            self.visitor.check_promises()
            assert ("We have your message" in self._main()) == (typed == self.receipt)
        assert known.status == 200 and len(sizes) == 1, sizes
        self._picture("unknown")

    @step
    def an_answer_of_a_moderator_is_read_behind_the_receipt(self):
        self.moderator = Moderator(self.browser, self.server)
        self.concern, = self.moderator.find("it was raining")
        self.moderator.decide(self.concern, "hold", HELLO)
        self._look_up(self.receipt)
        assert HELLO in self._main() and "There is no answer yet" not in self._main()
        self._picture("answer")

    @step
    def a_question_is_asked_and_answered(self):
        self.moderator.decide(self.concern, "accept", QUESTION, council="E08000028")
        self._look_up(self.receipt)
        text = self._main()
        assert QUESTION in text and "We ask you something" in text, text
        assert "We asked you something" in text and text.index(QUESTION) < text.index(HELLO)
        self._picture("question")
        self.page.fill("#message", "it was the second place, the one with the red gate")
        press(self.visitor, ADD)
        self.visitor.check_promises()
        assert "We have got what you added" in self._main(), self._main()
        assert self.page.input_value("#message") == ""
        self._picture("answered")
        assert len(self.moderator.find("the one with the red gate")) == 1

    @step
    def adding_the_same_words_twice_adds_once(self):
        self._look_up(self.receipt)
        self.page.fill("#message", "it was the second place, the one with the red gate")
        press(self.visitor, ADD)
        assert "We already have these words" in self._main()
        assert len(self.moderator.find("the one with the red gate")) == 1

    @step
    def adding_danger_is_answered_with_help_first(self):
        self._look_up(self.receipt)
        self.page.fill("#message", DANGER)
        press(self.visitor, ADD)
        self.visitor.check_promises()
        assert self.page.locator("main > :first-child.danger").count() == 1
        assert "We have got what you added" in self._main()
        self._picture("added-danger")

    @step
    def what_was_typed_to_be_added_is_not_lost_with_wrong_words(self):
        self._look_up(self.receipt)
        self.page.fill("#message", "one more thing about the gate")
        self.page.evaluate("document.querySelector(`form[action$='/add'] [name=receipt]`).value = 'not these words'")
        press(self.visitor, ADD)
        self.visitor.check_promises()
        assert self.page.input_value("#message") == "one more thing about the gate"
        self.page.fill("#again", self.receipt)
        press(self.visitor, ADD)
        assert "We have got what you added" in self._main()

    @step
    def taking_back_wipes_it_and_inspectors_never_see_it(self):
        self._look_up(self.receipt)
        self.page.click("summary")
        press(self.visitor, WITHDRAW)
        self.visitor.check_promises()
        assert "You took your words back" in self._main(), self._main()
        assert self.page.locator("summary").count() == 0
        self._picture("withdrawn")
        self._look_up(self.receipt)
        assert "You took this back" in self._main()
        # What was only a concern is gone from the desk; a person still looks at the danger that was added.
        assert self.moderator.find("the one with the red gate") == []
        assert len(self.moderator.find(DANGER)) >= 1


def main():
    options = options_of(__doc__)
    with service(options, "--demo") as server, chromium() as browser:
        return run("returning", [Returning(browser, server, options.output)], options.output)


if __name__ == "__main__":
    sys.exit(main())
