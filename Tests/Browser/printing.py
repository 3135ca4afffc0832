"""What is printed and what a council's page says: in Chromium, with the square code read as a phone would read it."""

import io
import re
import sys

import zxingcpp
from PIL import Image

from chromium import DESK, Visitor, chromium
from pages import FORMER, INADEQUATE, OTHER_COUNCIL, WITH_VOICES, press
from service import service
from walk import Walk, options_of, run, step

ADDRESS = "https://earshot.example"


class Printing(Walk):
    def __init__(self, browser, server, output):
        self.output = output
        self.visitor = Visitor(browser, server, DESK)
        self.page = self.visitor.page

    def _main(self):
        return " ".join(self.page.inner_text("main").split())

    def _pages_of(self, name):
        """Prints the page and counts its sheets."""
        printed = self.page.pdf(path=str(self.output / f"{name}.pdf"), prefer_css_page_size=True)
        return len(re.findall(rb"/Type\s*/Page\b", printed))

    def _codes(self, picture):
        return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]

    @step
    def the_square_code_on_the_poster_leads_to_the_councils_page(self):
        for root in ["", "/ar"]:
            self.visitor.open(f"{root}/councils/{INADEQUATE}/poster")
            self.visitor.check_promises()
            expected = f"{ADDRESS}{root}/councils/{INADEQUATE}"
            self.page.emulate_media(media="print")
            seen = self._codes(self.page.screenshot(full_page=True, path=str(self.output / "poster-print.png")))
            self.page.emulate_media(media="screen")
            assert seen and set(seen) == {expected}, seen
            picture = self.page.request.get(
                self.visitor.server.address + self.page.locator("img.code").first.get_attribute("src"))
            assert picture.headers["content-type"] == "image/png"
            assert self._codes(picture.body()) == [expected]
            assert "earshot.example" in self._main()

    @step
    def a_poster_is_one_sheet_and_the_cards_another(self):
        for root in ["", "/ar", "/ti"]:
            self.visitor.open(f"{root}/councils/{INADEQUATE}/poster")
            assert self._pages_of(f"poster{root.replace('/', '-')}") == 2

    @step
    def the_paper_form_is_one_sheet_with_all_questions(self):
        for root in ["", "/ar", "/ti"]:
            self.visitor.open(f"{root}/paper")
            self.visitor.check_promises()
            assert self._pages_of(f"paper{root.replace('/', '-')}") == 1
        self.visitor.open("/paper")
        text = self._main()
        for asked in ["What do you want to tell us?", "Which council looks after you?", "How old are you?", "0800 1111"]:
            assert asked in text, asked

    @step
    def a_council_is_found_by_what_young_people_call_it(self):
        for typed, name in [("Leeds", "Leeds"), ("brum", "Birmingham"), ("  SANDWELL council ", "Sandwell")]:
            self.visitor.open("/councils")
            self.page.fill("#council", typed)
            press(self.visitor, "main form button")
            self.visitor.check_promises()
            assert self.page.inner_text("h1") == name, typed
        for typed, expected in [("Oxford", ["Oxfordshire"]), ("Newcastle", ["Newcastle upon Tyne", "Staffordshire"])]:
            self.visitor.open("/councils")
            self.page.fill("#council", typed)
            press(self.visitor, "main form button")
            assert self.page.locator(".notice a").all_inner_texts() == expected
        self.visitor.open("/councils")
        self.page.fill("#council", "nowhereville")
        press(self.visitor, "main form button")
        assert "We do not know a council with this name" in self._main()
        assert self.page.input_value("#council") == "nowhereville"
        assert typed not in self.page.url

    @step
    def a_council_judged_inadequate_says_so_and_what_comes_next(self):
        self.visitor.open(f"/councils/{INADEQUATE}")
        text = self._main()
        assert "was not looking after children well enough" in text and "Inspectors found this in" in text
        assert re.search(r"We have not been told the date yet\. It is \d+ months since the report\.|at the latest", text)
        assert text.count("Nothing yet") == 2

    @step
    def another_council_and_a_former_one_say_what_is_known(self):
        self.visitor.open(f"/councils/{OTHER_COUNCIL}")
        text = self._main()
        assert "did not call the whole council" in text and "What happens next" not in text
        assert "Fewer than ten young people" in text
        self.visitor.open(f"/councils/{FORMER}")
        assert "now more than one council" in self._main()

    @step
    def what_young_people_told_is_shown_in_bands_only(self):
        self.visitor.open(f"/councils/{WITH_VOICES}")
        told = self.page.locator("main li").all_inner_texts()
        bands = [line for line in told if "or more" in line]
        assert bands and all(re.search(r"\((10|20|50|one hundred) or more\)$", line) for line in bands), told


def main():
    options = options_of(__doc__)
    with service(options, "--demo", settings={"EARSHOT_ADDRESS": ADDRESS}) as server, chromium() as browser:
        return run("printing", [Printing(browser, server, options.output)], options.output)


if __name__ == "__main__":
    sys.exit(main())
