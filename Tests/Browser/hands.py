"""Two ways to work a page: with the keyboard alone, and with the mouse, which types only what must be typed."""

import time

# A page that needs more presses of Tab than this is of no use to whoever has no mouse.
MOST_TABS = 400
FOCUSED = "selector => document.activeElement?.matches(selector) ?? false"


class Mouse:
    """Clicks on what is seen, in its middle."""

    name = "mouse"

    def __init__(self, page):
        self.page = page

    def click(self, selector):
        target = self.page.locator(selector).first
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box, f"{selector} is not to be seen"
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def follow(self, selector):
        with self.page.expect_navigation():
            self.click(selector)

    press = follow

    def unfold(self, selector):
        if not self.page.locator(selector).evaluate("e => e.open"):
            self.click(f"{selector} > summary")

    def choose(self, selector):
        """Ticks a box or chooses a button of several by its label, as the target is larger there."""
        field = self.page.locator(selector).first
        if not field.is_checked():
            self.click(f'label[for="{field.get_attribute("id")}"]')
        assert field.is_checked(), selector

    def type(self, selector, text):
        self.click(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def date(self, selector, day):
        self.click(selector)
        self.page.fill(selector, day)


class Keyboard:
    """Presses keys; nothing is clicked, and nothing has the focus that Tab did not lead to."""

    name = "keyboard"

    def __init__(self, page):
        self.page = page

    def focus(self, selector):
        for _ in range(MOST_TABS):
            if self.page.evaluate(FOCUSED, selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {selector}")

    def follow(self, selector):
        self.focus(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    press = follow

    def unfold(self, selector):
        if not self.page.locator(selector).evaluate("e => e.open"):
            self.focus(f"{selector} > summary")
            self.page.keyboard.press("Enter")

    def choose(self, selector):
        """Ticks a box; of several buttons Tab leads to one, and the arrows to the others."""
        field = self.page.locator(selector).first
        if field.is_checked():
            return
        if field.get_attribute("type") == "radio":
            name = field.get_attribute("name")
            self.focus(f'input[name="{name}"]')
            if not self.page.evaluate(FOCUSED, selector):
                for _ in range(MOST_TABS):
                    self.page.keyboard.press("ArrowDown")
                    if self.page.evaluate(FOCUSED, selector):
                        break
            elif not field.is_checked():
                self.page.keyboard.press("Space")
        else:
            self.focus(selector)
            self.page.keyboard.press("Space")
        assert field.is_checked(), selector

    def type(self, selector, text):
        self.focus(selector)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def date(self, selector, day):
        """The parts of a date in the order in which an English browser asks for them."""
        self.focus(selector)
        year, month, number = day.split("-")
        order = {"en-GB": [number, month, year]}.get(self.page.evaluate("navigator.language"), [month, number, year])
        self.page.keyboard.type("".join(order))
        assert self.page.input_value(selector) == day, self.page.input_value(selector)


class Watch:
    """How long each decision took in the browser, from the open page to the queue."""

    def __init__(self):
        self.seconds = []

    def __enter__(self):
        self.began = time.monotonic()

    def __exit__(self, *_):
        self.seconds.append(time.monotonic() - self.began)
