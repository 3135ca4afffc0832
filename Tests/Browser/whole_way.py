"""Walks the whole way in a real browser: from a young person's words to an inspector's brief.

Each step is a test with a name; a report for `script/totals.py` and screenshots of every page at 360 and 1280 pixels are
left in the output folder. Scripts are off in the browser, for young people's pages and staff's alike.
"""

import json
import re
import signal
import subprocess
import sys
import time

from chromium import chromium
from pages import STEPS, next_button
from service import service
from walk import Walk, options_of, run, step

PERSON, PHONE, NICKNAME = "Kayleigh Marchbanks", "07700 900461", "Bizzle"
WORDS = (
    f"my social worker is {PERSON} and she never rings back. her number is {PHONE}. they took the trampoline "
    f"away and nobody asked us. {NICKNAME} cried all night, even though {NICKNAME} is older than me."
)
SANDWELL = "E08000028"


class WholeWay(Walk):
    """From a young person's words to an inspector's brief, and back to the young person."""

    def __init__(self, browser, server, output):
        self.browser, self.server, self.output = browser, server, output
        self.shots = 0
        self.public = self.context()
        self.receipt = self.concern = None

    def context(self):
        context = self.browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
        context.set_default_timeout(30_000)
        return context.new_page()

    def look(self, page, name):
        """Keeps pictures of a page, and sees that nothing sticks out at the side on a phone."""
        self.shots += 1
        for width, height in [(1280, 900), (320, 640), (360, 740)]:
            page.set_viewport_size({"width": width, "height": height})
            if width != 320:
                path = self.output / f"{self.shots:02}-{name}-{width}.png"
                page.screenshot(path=str(path), full_page=True)
        # Only the page's own scripts are off; the test may still measure.
        measured = page.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
        assert measured[0] <= measured[1], f"{name} is {measured[0]} wide in a window of {measured[1]}"

    def write(self, page, words, **chosen):
        """Writes the words, answers the questions that are chosen on their pages, and skips the others."""
        page.goto(f"{self.server.address}/tell")
        page.fill("#message", words)
        if chosen:
            page.click(next_button("about"))
            for number, name in enumerate(["area", "authority", "who", "age_band", "share"]):
                if name == "authority" and name in chosen:
                    page.select_option("#authority", chosen[name])
                elif name in chosen:
                    for value in chosen[name] if isinstance(chosen[name], list) else [chosen[name]]:
                        page.check(f'input[name="{name}"][value="{value}"]')
                page.click(next_button(STEPS[number + 1]))
            self.look(page, "check")
        time.sleep(3.2)  # a person takes longer; a form sent at once is taken for a program's

    def sign_in(self, name):
        password, secret = self.server.accounts[name]
        page = self.context()
        page.goto(f"{self.server.address}/sign-in")
        page.fill("#name", name)
        page.fill("#password", password)
        page.fill("#code", self.server.run("account", "code", secret).strip())
        if name == "morgan":
            self.look(page, "sign-in")
        page.click("main button")
        assert "/sign-in" not in page.url, page.inner_text("main")
        return page

    def search_disk(self, secrets):
        for file in self.server.folder.rglob("*"):
            # The rules in force are the same for everybody, and hold many common words.
            if file.is_file() and file.name != "moderation.good":
                held = file.read_bytes()
                for secret in secrets:
                    assert secret.encode() not in held, f"{secret!r} is in {file.name}"
                    assert secret.encode("utf-16-le") not in held, f"{secret!r} is in {file.name} as UTF-16"

    @step
    def the_start_says_who_reads_and_where_help_is(self):
        self.public.goto(self.server.address)
        self.look(self.public, "home")
        text = self.public.inner_text("body")
        assert "999" in text and "0800 1111" in text
        assert "demonstration" in text.lower()

    @step
    def a_young_person_tells_us_about_sandwell(self):
        page = self.public
        page.goto(f"{self.server.address}/tell")
        self.look(page, "tell")
        self.write(
            page, WORDS, authority=SANDWELL, area=["looked-after"], who="in-care", age_band="11-15", share="words")
        page.click("#send")
        self.look(page, "receipt-shown")
        self.receipt = page.inner_text("#receipt").strip()
        assert len(self.receipt.split()) == 7, self.receipt
        assert not page.context.cookies()

    @step
    def nothing_of_what_was_sent_is_on_disk_or_in_a_log(self):
        self.search_disk([PERSON, "Marchbanks", PHONE, NICKNAME, "trampoline", "never rings back", self.receipt])

    @step
    def the_receipt_works_also_typed_untidily_and_a_wrong_one_does_not(self):
        page = self.public
        for typed in [self.receipt, "  " + self.receipt.upper().replace(" ", "-")]:
            page.goto(f"{self.server.address}/receipt")
            page.fill("input[name=receipt]", typed)
            page.click("main button")
            assert "We have your message" in page.inner_text("main")
        self.look(page, "receipt-page")
        page.goto(f"{self.server.address}/receipt")
        page.fill("input[name=receipt]", " ".join(reversed(self.receipt.split())))
        page.click("main button")
        assert "We have your message" not in page.inner_text("body")
        self.look(page, "receipt-wrong")

    @step
    def an_empty_form_is_refused_beside_its_field(self):
        page = self.public
        self.write(page, "   ")
        page.click("#send")
        assert page.locator('[role="alert"]').count() > 0
        assert page.locator("#message-problem").count() == 1
        self.look(page, "tell-refused")

    @step
    def danger_is_answered_with_help_before_anything_else(self):
        page = self.public
        self.write(page, "he has a knife and he is outside my door right now please help", share="counted")
        page.click("#send")
        first = page.inner_text("main")[:400]
        assert "999" in first, first
        self.look(page, "danger-receipt")

    @step
    def a_killed_server_still_knows_the_receipt(self):
        self.write(self.public, "this must survive", authority=SANDWELL)
        self.public.click("#send")
        receipt = self.public.inner_text("#receipt").strip()
        self.server.stop(signal.SIGKILL)
        self.server.start()
        self.public.goto(f"{self.server.address}/receipt")
        self.public.fill("input[name=receipt]", receipt)
        self.public.click("main button")
        assert "We have your message" in self.public.inner_text("main")

    @step
    def the_moderator_sees_danger_first(self):
        self.moderator = self.sign_in("morgan")
        assert self.moderator.url.endswith("/desk")
        self.look(self.moderator, "desk")
        first = self.moderator.locator("tbody tr").first.inner_text()
        assert re.search("danger", first, re.I), first

    @step
    def the_moderator_opens_redacts_codes_and_accepts(self):
        page = self.moderator
        for row in page.locator("tbody tr").all():
            link = row.locator("a").first.get_attribute("href")
            if re.search(r"\bweb\b", row.inner_text(), re.I) and "Sandwell" in row.inner_text():
                other = self.context_of(page)
                other.goto(self.server.address + link)
                if "trampoline" in other.inner_text("main"):
                    self.concern = link
                other.close()
        assert self.concern, "the concern is not in the queue"
        page.goto(self.server.address + self.concern)
        assert PERSON in page.inner_text(".original")
        self.look(page, "desk-concern")
        page.locator('input[name="add_text"]').first.fill(NICKNAME)
        page.check('input[name="area"][value="looked-after"]')
        page.check('input[name="area"][value="listened-to"]')
        page.check('input[name="urgency"][value="concern"]')
        page.check('input[name="decision"][value="accept"]')
        page.fill("#reply", "Thank you. We have told inspectors about this.")
        page.click('button[value="preview"]')
        preview = page.inner_text(".preview .original")
        for secret in [PERSON, PERSON.split()[1], PHONE, NICKNAME]:
            assert secret not in preview, preview
        assert page.input_value("#reply").startswith("Thank you")
        self.look(page, "desk-preview")
        page.click('button[value="decide"]')
        assert page.url.split("?")[0].endswith("/desk"), page.inner_text("main")[:800]
        assert self.concern not in page.content()
        self.look(page, "desk-decided")

    def context_of(self, page):
        return page.context.new_page()

    @step
    def the_inspector_finds_it_by_word_and_sees_no_name(self):
        page = self.inspector = self.sign_in("ines")
        page.goto(f"{self.server.address}/intelligence?words=trampoline&authority={SANDWELL}")
        text = page.inner_text("main")
        assert "trampoline" in text
        for secret in [PERSON, "Marchbanks", PHONE, NICKNAME]:
            assert secret not in page.content(), secret
        self.look(page, "intelligence")
        page.goto(f"{self.server.address}/intelligence/{SANDWELL}")
        self.look(page, "intelligence-sandwell")

    @step
    def no_role_enters_another_roles_room(self):
        for page, doors in [(self.inspector, ["/planning", "/desk"]), (self.moderator, ["/planning", "/intelligence"])]:
            for door in doors:
                answer = page.goto(self.server.address + door)
                assert answer.status == 403, (door, answer.status)

    @step
    def the_planner_sees_cases_and_reasons_and_no_words_of_concerns(self):
        page = self.planner = self.sign_in("pat")
        self.look(page, "planning")
        page.goto(f"{self.server.address}/planning/E10000008")
        self.look(page, "planning-devon")
        assert "trampoline" not in page.content()

    @step
    def the_brief_of_sandwell_in_2015_gives_each_area_its_reason(self):
        def scope(policy):
            printed = self.server.run(
                "brief", SANDWELL, "--as-of", "2015-12-01", "--policy", policy, "--format", "json", "--data",
                str(self.server.data))
            brief = json.loads(printed)
            assert brief["demonstration"] is True
            return {line["area"]: [reason["code"] for reason in line["reasons"]] for line in brief["scope"]}

        trust = scope("who-cares-trust-2016")
        assert "weakness" in trust["help-and-protection"] and "weakness" in trust["leadership"], trust
        assert trust["listened-to"] == ["always"], trust
        drawn = [area for area, codes in trust.items() if codes == ["random"]]
        assert len(drawn) == 1 and drawn[0] in ["looked-after", "adoption", "care-leavers"], trust
        assert len(trust) == 4, trust
        ofsted = scope("ofsted-2016-proposal")
        assert set(ofsted) == {"help-and-protection", "leadership"}, ofsted

    @step
    def the_young_person_sees_what_became_of_it(self):
        page = self.public
        page.goto(f"{self.server.address}/receipt")
        page.fill("input[name=receipt]", self.receipt)
        page.click("main button")
        text = page.inner_text("main")
        assert "We have your message" in text and "told inspectors" in text, text
        self.look(page, "receipt-answered")

    @step
    def children_read_how_long_it_is_since_the_report(self):
        page = self.public
        page.goto(f"{self.server.address}/councils/E10000008")
        text = " ".join(page.inner_text("main").split())
        assert re.search(r"We have not been told the date yet\. It is \d+ months since the report\.", text), text
        self.look(page, "council")

    @step
    def a_planner_enters_the_statements_date_and_children_read_the_latest_month(self):
        page = self.planner
        page.goto(f"{self.server.address}/planning/E10000008")
        page.fill("#submitted", "2099-01-01")
        page.click("form.narrow button")
        assert page.locator('#submitted[aria-invalid="true"]').count() == 1, "a day to come was taken"
        page.fill("#submitted", "2025-08-31")
        page.click("form.narrow button")
        assert "2027-08-31" in page.inner_text("main"), page.inner_text("main")[:800]
        self.look(page, "planning-clock")
        self.public.goto(f"{self.server.address}/councils/E10000008")
        text = " ".join(self.public.inner_text("main").split())
        assert "August 2027" in text and "not been told the date" not in text, text
        self.look(self.public, "council-with-date")

    @step
    def signing_out_closes_every_door(self):
        self.planner.click("header button")
        self.planner.goto(f"{self.server.address}/planning")
        assert "/sign-in" in self.planner.url

    @step
    def after_moderation_only_what_is_left_of_the_words_is_on_disk(self):
        # The moderated words are there for inspectors to find; nothing that was taken out of them is.
        self.search_disk([WORDS, PERSON, "Marchbanks", PHONE, NICKNAME, self.receipt])

    @step
    def a_taken_port_a_locked_folder_and_a_wrong_command_each_give_one_clear_line(self):
        taken = subprocess.run(
            [self.server.program, "serve", "--port", str(self.server.port), "--data", str(self.server.folder / "other")],
            capture_output=True, text=True, timeout=60)
        assert taken.returncode == 69 and "taken" in taken.stderr.splitlines()[-1], taken.stderr
        locked = subprocess.run(
            [self.server.program, "serve", "--port", "0", "--data", str(self.server.data)],
            capture_output=True, text=True, timeout=60)
        assert locked.returncode == 69 and len(locked.stderr.strip().splitlines()) == 1, locked.stderr
        wrong = subprocess.run([self.server.program, "brief"], capture_output=True, text=True, timeout=60)
        assert wrong.returncode == 64 and "Example: earshot brief" in wrong.stderr, wrong.stderr
        nowhere = subprocess.run(
            [self.server.program, "account", "list", "--data", "/proc/nowhere"], capture_output=True, text=True,
            timeout=60)
        assert nowhere.returncode == 74 and len(nowhere.stderr.strip().splitlines()) == 1, nowhere.stderr

    @step
    def a_second_import_stores_nothing_new(self):
        folder = self.server.folder / "letters"
        folder.mkdir()
        (folder / "one.txt").write_text("they moved me again with bin bags and nobody asked")
        lines = []
        for _ in range(2):
            printed = self.server.run(
                "inbox", "import", str(folder), "--authority", SANDWELL, "--data", str(self.server.data))
            lines += [json.loads(line)["outcome"] for line in printed.splitlines()]
        assert lines == ["imported", "duplicate"], lines

    @step
    def the_log_of_all_this_is_whole(self):
        self.server.run("audit", "verify", "--data", str(self.server.data))


def main():
    options = options_of(__doc__)
    with service(options, "--demo") as server, chromium() as browser:
        return run("whole-way", [WholeWay(browser, server, options.output)], options.output)


if __name__ == "__main__":
    sys.exit(main())
