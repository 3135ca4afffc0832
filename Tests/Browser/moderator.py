"""A moderator at the desk, as far as young people's walks need one."""

import datetime


class Moderator:
    """Signed in; reads what waits and decides."""

    def __init__(self, browser, server, name="morgan", scripts=False):
        password, secret = server.accounts[name]
        context = browser.new_context(java_script_enabled=scripts)
        context.set_default_timeout(30_000)
        self.server, self.page = server, context.new_page()
        self.page.goto(f"{server.address}/sign-in")
        self.page.fill("#name", name)
        self.page.fill("#password", password)
        self.page.fill("#code", server.run("account", "code", secret).strip())
        self.page.click("main button")
        assert "/sign-in" not in self.page.url, self.page.inner_text("main")

    def addresses(self):
        """The addresses of all that waits, the most urgent first."""
        self.page.goto(f"{self.server.address}/desk")
        found = []
        while True:
            found += self.page.eval_on_selector_all("tbody th > a", "all => all.map(a => a.getAttribute('href'))")
            later = self.page.locator("nav.paging a[rel=next]")
            if not later.count():
                return found
            later.click()

    def find(self, words, among=None):
        """The addresses of what waits and holds the words."""
        found = []
        for address in among or self.addresses():
            self.page.goto(self.server.address + address)
            if words in self.page.inner_text(".original"):
                found.append(address)
        return found

    def decide(self, address, decision, reply="", council=""):
        self.page.goto(self.server.address + address)
        self.page.check('input[name="area"][value="looked-after"]')
        self.page.check('input[name="urgency"][value="concern"]')
        self.page.check(f'input[name="decision"][value="{decision}"]')
        if decision in ("hold", "refuse"):
            if not self.page.locator(f"#if-{decision}").evaluate("fold => fold.open"):
                self.page.click(f"#if-{decision} summary")
            reason = {"hold": "hold_reason", "refuse": "refusal_reason"}[decision]
            self.page.locator(f'input[name="{reason}"]').first.check()
        if decision == "hold":
            self.page.fill("#hold_until", str(datetime.date.today() + datetime.timedelta(days=7)))
        if decision in ("accept", "refuse") and self.page.locator("#nobody_in_danger").count():
            self.page.check("#nobody_in_danger")
        if council:
            self.page.select_option("#authority", council)
        if reply:
            self.page.fill("#reply", reply)
        if reply.endswith("?"):
            self.page.check('input[name="asks"]')
        self.page.click('button[value="decide"]')
        if self.page.locator("#confirm_identifiers").count():
            self.page.check("#confirm_identifiers")
            self.page.click('button[value="decide"]')
        assert self.page.url.split("?")[0].endswith("/desk"), self.page.inner_text("main")[:800]
